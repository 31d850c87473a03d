"""`answer` and `coverage`: one side meets the other."""

import argparse

from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shell import (
    CommandError,
    Outcome,
    add_topic,
    done,
    number_of,
    one_of,
    ref,
    response_help,
    whole,
)
from debateprep.commands.table import paragraph
from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument
from debateprep.domain.terms import ResponseType, Side
from debateprep.services import answers, briefs


def answer(parser: argparse.ArgumentParser) -> None:
    """Declare `answer`."""
    parser.set_defaults(run=_answer)
    parser.add_argument("target", nargs="?", metavar="ARGUMENT", help="what is answered, as a12")
    parser.add_argument("claim", nargs="?", metavar="CLAIM", help="the answering claim; it becomes an argument")
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--with", dest="answering", metavar="ARGUMENT", help="answer with an argument that is there, as a7"
    )
    how.add_argument("--edit", metavar="ANSWER", help="change an answer, as r3")
    how.add_argument("--remove", metavar="ANSWER", help="take an answer away; both arguments stay")
    parser.add_argument("--response", type=one_of(ResponseType), metavar="TYPE", help=response_help())
    parser.add_argument("--tier", type=whole, metavar="N", help="1 is said first")
    parser.add_argument("--wording", metavar="WORDS", help="other words than the claim's, for this target")
    parser.add_argument("--warrant", metavar="WORDS", help="because …")
    parser.add_argument("--impact", metavar="WORDS", help="therefore …")
    parser.add_argument("--name", metavar="WORDS", help="a short name")


def _answer(args: argparse.Namespace) -> Outcome:
    if args.edit or args.remove:
        _refuse(args, "target", "claim", "warrant", "impact", "name")
        return _remove(args) if args.remove else _edit(args)
    if not args.target:
        raise CommandError("Say which argument is answered, as a12; `debateprep coverage` lists the open ones.")
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


def coverage(parser: argparse.ArgumentParser) -> None:
    """Declare `coverage`."""
    parser.set_defaults(run=_coverage)
    add_topic(parser)


def _coverage(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            counts = answers.coverage(reader, topic.id)
            gaps = {side: answers.open_arguments(reader, topic.id, side) for side in (Side.PRO, Side.CON)}
            numbers = briefs.dossier(reader, topic.id).numbers
    data = {
        "topic": topic.id,
        "coverage": [
            {"side": each.side.value, "answered": each.answered, "total": each.total, "sentence": each.sentence}
            for each in counts
        ],
        "open": [
            {
                "ref": ref("argument", each.id),
                "id": each.id,
                "side": side.value,
                "number": numbers.get(each.id, ""),
                "claim": each.claim,
            }
            for side, found in gaps.items()
            for each in found
        ],
    }
    lines = paragraph(topic.short) + [each.sentence for each in counts]
    for side, found in gaps.items():
        if found:
            lines += ["", f"No {side.other.label} answer yet:"]
        for each in found:
            number = numbers.get(each.id, "").ljust(5)
            lines += paragraph(f"{each.claim} ({ref('argument', each.id)})", f"  {side.sign} {number} ", " " * 10)
    return Outcome(data, lines)
