"""`answer`: one side meets the other."""

import argparse

from debateprep.commands.opening import writing
from debateprep.commands.shell import (
    CommandError,
    Outcome,
    done,
    kind_of,
    number_of,
    one_of,
    ref,
    response_help,
    whole,
)
from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument
from debateprep.domain.terms import ResponseType
from debateprep.services import answers


def answer(parser: argparse.ArgumentParser) -> None:
    """Declare `answer`."""
    parser.set_defaults(run=_answer)
    parser.add_argument("target", nargs="?", metavar="ARGUMENT", help="what is answered, as a12")
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help="the answering claim; it becomes an argument")
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--with", dest="answering", metavar="ARGUMENT", help="answer with an argument that is there, as a7"
    )
    how.add_argument("--from", dest="evidence", metavar="C|P", help="answer with a card (c4) or a kept position (p3)")
    how.add_argument("--apply", metavar="ANSWER", help="cross-apply an answer given elsewhere, as r3")
    how.add_argument("--ungroup", metavar="ANSWER", help="let the answers of a group stand by themselves")
    how.add_argument("--edit", metavar="ANSWER", help="change an answer, as r3")
    how.add_argument("--remove", metavar="ANSWER", help="take an answer away; both arguments stay")
    parser.add_argument("--response", type=one_of(ResponseType), metavar="TYPE", help=response_help())
    parser.add_argument("--also", nargs="+", metavar="ARGUMENT", help="answer these together with the first")
    parser.add_argument("--group", metavar="WORDS", help="with --also: what the group is called")
    parser.add_argument("--tier", type=whole, metavar="N", help="1 is said first")
    parser.add_argument("--wording", metavar="WORDS", help="other words than the claim's, for this target")
    parser.add_argument("--warrant", metavar="WORDS", help="because …")
    parser.add_argument("--impact", metavar="WORDS", help="therefore …")
    parser.add_argument("--name", metavar="WORDS", help="a short name")


def _answer(args: argparse.Namespace) -> Outcome:
    if args.edit or args.remove:
        _refuse(args, "target", "claim", "warrant", "impact", "name")
        return _remove(args) if args.remove else _edit(args)
    if args.ungroup:
        return _ungroup(args)
    if not args.target:
        raise CommandError("Say which argument is answered, as a12; `debateprep coverage` lists the open ones.")
    if args.also:
        return _group(args)
    if args.apply or args.evidence:
        _refuse(args, "claim", "warrant", "impact", "name")
        return _apply(args) if args.apply else _from_evidence(args)
    if args.answering:
        _refuse(args, "claim", "warrant", "impact", "name")
        return _link(args)
    if not args.claim:
        raise CommandError('Say the answer: debateprep answer a12 "Claim", or name an argument: --with a7.')
    return _write(args)


def _refuse(args: argparse.Namespace, *names: str) -> None:
    given = [name for name in names if getattr(args, name)]
    if given:
        raise CommandError(f"Here is no place for the {given[0]}; `debateprep answer --help` shows what goes together.")


def _write(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        changes = answers.write(
            library,
            number_of(args.target, "argument"),
            args.claim,
            response=args.response or ResponseType.NOT_TRUE,
            tier=args.tier or 1,
            wording=args.wording or "",
            warrant=args.warrant or "",
            impact=args.impact or "",
            name=args.name or "",
        )
    return _made(changes, args, changes.new(Argument))


def _link(args: argparse.Namespace) -> Outcome:
    answering = number_of(args.answering, "argument")
    link = Answer(
        answering_id=answering,
        target_id=number_of(args.target, "argument"),
        response=args.response or ResponseType.NOT_TRUE,
        tier=args.tier or 1,
        wording=args.wording or "",
    )
    with writing(args) as library:
        changes = answers.add(library, link)
    return _made(changes, args, answering)


def _group(args: argparse.Namespace) -> Outcome:
    targets = [number_of(each, "argument") for each in (args.target, *args.also)]
    with writing(args) as library:
        changes = answers.group(
            library,
            targets,
            name=args.group or "Together",
            claim=args.claim or "",
            answering_id=number_of(args.answering, "argument") if args.answering else None,
            response=args.response or ResponseType.NOT_TRUE,
        )
    made = [ref("answer", number) for kind, number in changes.created if kind == "answer"]
    return done(f"Answered {len(targets)} arguments together ({', '.join(made)}).", answers=made)


def _ungroup(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        answers.ungroup(library, number_of(args.ungroup, "answer"))
    return done("The answers of the group stand by themselves; all of them stay.")


def _apply(args: argparse.Namespace) -> Outcome:
    target = number_of(args.target, "argument")
    with writing(args) as library:
        number = number_of(args.apply, "answer")
        changes = answers.cross_apply(library, number, target, response=args.response, wording=args.wording or "")
        with library.read() as reader:
            made = reader.get(Answer, changes.new(Answer))
    args.response = made.response
    return _made(changes, args, made.answering_id)


def _from_evidence(args: argparse.Namespace) -> Outcome:
    kind, number = kind_of(args.evidence) or ("", 0)
    go = {"card": answers.from_card, "position": answers.from_position}.get(kind)
    if go is None:
        raise CommandError("Name a card (c4) or a kept position (p3).")
    target = number_of(args.target, "argument")
    with writing(args) as library:
        how = args.response or ResponseType.NOT_TRUE
        changes = go(library, target, number, response=how, tier=args.tier or 1)
    return _made(changes, args, changes.new(Argument))


def _made(changes: Changes, args: argparse.Namespace, argument: int) -> Outcome:
    number, target = changes.new(Answer), number_of(args.target, "argument")
    names = f"{ref('argument', argument)} answers {ref('argument', target)}"
    response = args.response or ResponseType.NOT_TRUE
    return done(f"{names}: {response} ({ref('answer', number)}).", answer=number, argument=argument, target=target)


def _edit(args: argparse.Namespace) -> Outcome:
    number = number_of(args.edit, "answer")
    if args.response is None and args.tier is None and args.wording is None:
        raise CommandError("Say what to change: --response, --tier or --wording.")
    with writing(args) as library:
        answers.change(library, number, response=args.response, tier=args.tier, wording=args.wording)
    return done(f"Changed answer {ref('answer', number)}.", answer=number)


def _remove(args: argparse.Namespace) -> Outcome:
    _refuse(args, "response", "tier", "wording")
    number = number_of(args.remove, "answer")
    with writing(args) as library:
        answers.remove(library, number)
    return done(f"Removed answer {ref('answer', number)}; both arguments stay.", answer=number)
