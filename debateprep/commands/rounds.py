"""`round` and `suggest`: what was heard and how it went; what could answer it."""

import argparse
from typing import Any

from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shared import shared_options
from debateprep.commands.shell import (
    CommandError,
    Outcome,
    add_side,
    add_topic,
    counted,
    done,
    number_of,
    one_of,
    partial_date,
    ref,
    whole,
)
from debateprep.commands.table import paragraph, table
from debateprep.domain.model import Argument, Heard, Round
from debateprep.domain.suggesting import Offer
from debateprep.domain.terms import Aim, Side
from debateprep.domain.terms import Outcome as Went
from debateprep.services import rounds as service
from debateprep.services import suggestions


def round_(parser: argparse.ArgumentParser) -> None:
    """Declare `round` with its actions."""
    parser.set_defaults(run=_list)
    add_topic(parser)
    actions = parser.add_subparsers(metavar="ACTION", title="actions (list, if nothing is said)")
    about = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    add_topic(about, default=argparse.SUPPRESS)
    parents = [about, shared_options()]
    actions.add_parser("list", help="list the rounds and what was heard", parents=parents).set_defaults(run=_list)
    add = actions.add_parser("add", help="note a round", parents=parents)
    add.set_defaults(run=_add)
    add.add_argument("name", metavar="NAME", help='as "Round 3"')
    add_side(add)
    for name in ("tournament", "opponent", "judge", "notes"):
        add.add_argument(f"--{name}", default="", metavar="WORDS")
    add.add_argument("--on", type=partial_date, metavar="DATE", help="as 2026-03-07")
    _declare_heard(actions, parents)


def _declare_heard(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    outcomes = f"how our answer went: {', '.join(Went)}"
    hear = actions.add_parser("hear", help="record an argument heard: words, or one there is (a12)", parents=parents)
    hear.set_defaults(run=_hear)
    hear.add_argument("what", metavar="CLAIM|A", help="what they said, or the argument of theirs it was")
    hear.add_argument("--in", dest="round", default="", metavar="O", help="the round, as o2; else the newest")
    hear.add_argument("--with", dest="answering", metavar="A", help="our argument that answered")
    hear.add_argument("--answer", default="", metavar="CLAIM", help="our answer; it becomes an argument")
    hear.add_argument("--said", default="", metavar="WORDS", help="our answer, in words only")
    hear.add_argument("--outcome", type=one_of(Went), default=Went.UNKNOWN, metavar="HOW", help=outcomes)
    went = actions.add_parser("went", help="say how our answer went", parents=parents)
    went.set_defaults(run=_went)
    went.add_argument("heard", metavar="W", help="as w3")
    went.add_argument("outcome", type=one_of(Went), metavar="HOW", help=outcomes)


def _add(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        side = Side(args.side) if args.side else Side.NEITHER
        new = Round(
            topic_id=topic.id,
            name=args.name,
            side=side,
            tournament=args.tournament,
            opponent=args.opponent,
            judge=args.judge,
            notes=args.notes,
            held=args.on,
        )
        number = service.add(library, new).new(Round)
    return done(f"Noted “{args.name}” ({ref('round', number)}).", round=number)


def _hear(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        number = _round(library, args)
        named = args.what[:1] == "a" and args.what[1:].isdigit()
        changes = service.hear(
            library,
            number,
            claim="" if named else args.what,
            argument_id=number_of(args.what, "argument") if named else None,
            answering_id=number_of(args.answering, "argument") if args.answering else None,
            answer=args.answer,
            said=args.said,
            outcome=args.outcome,
        )
        with library.read() as reader:
            heard = reader.get(Heard, changes.new(Heard))
            argument = reader.get(Argument, heard.argument_id)
    words = f"Heard the {argument.side.label} argument “{argument.short}” ({ref('argument', argument.id)})"
    return done(f"{words}: {heard.outcome} ({ref('heard', heard.id)}).", heard=heard.id, argument=argument.id)


def _round(library: Any, args: argparse.Namespace) -> int:
    if args.round:
        return number_of(args.round, "round")
    topic = topic_of(library, args.topic)
    with library.read() as reader:
        found = service.listed(reader, topic.id)
    if not found:
        raise CommandError('There is no round yet; note one: debateprep round add "Round 1" --side pro')
    return int(found[0].id)


def _went(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        service.judge(library, number_of(args.heard, "heard"), args.outcome)
    return done(f"{args.heard}: {args.outcome}.", heard=args.heard)


def _list(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            rounds = service.listed(reader, topic.id)
            heard = service.heard_in(reader, topic.id)
            said = {each.id: each for each in reader.all(Argument, topic_id=topic.id)}
    data = {"topic": topic.id, "rounds": [_facts(each, heard, said) for each in rounds]}
    if not rounds:
        return Outcome(data, ['There is no round yet; note one: debateprep round add "Round 1" --side pro'])
    lines: list[str] = []
    for each in rounds:
        against, day = f"against {each.opponent}" if each.opponent else "", each.held.iso if each.held else ""
        words = ", ".join(part for part in (each.name, each.tournament, against, day) if part)
        lines += [*([""] if lines else []), *paragraph(f"{each.side.sign} {words} ({ref('round', each.id)})")]
        for one in heard:
            if one.round_id == each.id and one.argument_id in said:
                claim = said[one.argument_id].claim.rstrip(".")
                lines += paragraph(f"{claim}: {one.outcome} ({ref('heard', one.id)})", "  ", "    ")
    return Outcome(data, lines)


def _facts(each: Round, heard: list[Heard], said: dict[int, Argument]) -> dict[str, Any]:
    return {
        "ref": ref("round", each.id),
        "name": each.name,
        "side": each.side.value,
        "opponent": each.opponent,
        "held": each.held.iso if each.held else None,
        "heard": [
            {
                "ref": ref("heard", one.id),
                "argument": ref("argument", one.argument_id),
                "claim": said[one.argument_id].claim,
                "answer": ref("argument", one.answering_id) if one.answering_id else None,
                "outcome": one.outcome.value,
            }
            for one in heard
            if one.round_id == each.id and one.argument_id in said
        ],
    }


def suggest(parser: argparse.ArgumentParser) -> None:
    """Declare `suggest`."""
    parser.set_defaults(run=_suggest)
    parser.add_argument("argument", metavar="A", help="what should be answered or supported, as a12")
    parser.add_argument("--support", action="store_true", help="what could support it, not answer it")
    parser.add_argument("--limit", type=whole, default=5, metavar="N", help="how many (5)")


def _suggest(args: argparse.Namespace) -> Outcome:
    number = number_of(args.argument, "argument")
    aim = Aim.SUPPORT if args.support else Aim.ANSWER
    with reading(args) as library, library.read() as reader:
        target = reader.get(Argument, number)
        found = suggestions.offers(reader, number, aim, args.limit)
    data = {
        "argument": ref("argument", number),
        "offers": [
            {
                "ref": ref(each.kind, each.id),
                "title": each.title,
                "shared": list(each.shared),
                "conceded": each.conceded,
            }
            for each in found
        ],
    }
    if not found:
        return Outcome(data, [f"Nothing in this library shares words with “{target.short}”."])
    rows = [(ref(each.kind, each.id), each.title, ", ".join(each.shared), _note(each)) for each in found]
    lines = [*paragraph(f"To {aim} “{target.short}”:"), *table(("Name", "Says", "Shared", ""), rows, long=(1, 2))]
    return Outcome(data, [*lines, "", counted(len(found), "offer") + "."])


def _note(offer: Offer) -> str:
    return "conceded" if offer.conceded else "other topic" if offer.elsewhere else ""
