"""`clash` and `coverage`: what is wrong between the sides, who answers whom, and what is still open."""

import argparse
from typing import Any

from debateprep.commands.choosing import add_filter, filter_of
from debateprep.commands.opening import reading, topic_of
from debateprep.commands.shell import Outcome, add_topic, counted, one_of, ref, whole
from debateprep.commands.table import paragraph, table
from debateprep.domain.checks import Finding
from debateprep.domain.coverage import Matrix, Standing
from debateprep.domain.model import Topic
from debateprep.domain.reading_time import DEFAULT_WORDS_A_MINUTE
from debateprep.domain.terms import Check, Side
from debateprep.services import clash as service


def clash(parser: argparse.ArgumentParser) -> None:
    """Declare `clash`."""
    parser.set_defaults(run=_clash)
    add_topic(parser)
    checks = f"only this, else what the format looks at: {', '.join(Check)}"
    parser.add_argument("--only", action="append", type=one_of(Check), metavar="CHECK", help=checks)
    parser.add_argument("--all", action="store_true", help="everything, whatever the format looks at")
    rate = f"words a minute ({DEFAULT_WORDS_A_MINUTE})"
    parser.add_argument("--rate", type=whole, default=DEFAULT_WORDS_A_MINUTE, metavar="N", help=rate)


def _clash(args: argparse.Namespace) -> Outcome:
    wanted = frozenset(Check) if args.all else frozenset(args.only) if args.only else None
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            found = service.faults(reader, topic.id, wanted=wanted, words_a_minute=args.rate)
    data = {"topic": topic.id, "findings": [_facts(each) for each in found]}
    if not found:
        return Outcome(data, [*paragraph(topic.short), "Nothing was found wrong."])
    lines = paragraph(topic.short)
    for check in Check:
        some = [each for each in found if each.check is check]
        if some:
            lines += ["", f"{check.value.capitalize()} ({len(some)})"]
        for each in some:
            names = ", ".join(ref("argument", number) for number in each.arguments)
            lines += paragraph(f"{each.reason}{f' ({names})' if names else ''}", f"  {each.side.sign} ", "    ")
    return Outcome(data, lines)


def _facts(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check.value,
        "side": finding.side.value,
        "reason": finding.reason,
        "arguments": [ref("argument", number) for number in finding.arguments],
        "cards": [ref("card", number) for number in finding.cards],
        "source": ref("source", finding.source) if finding.source else None,
    }


def coverage(parser: argparse.ArgumentParser) -> None:
    """Declare `coverage`."""
    parser.set_defaults(run=_coverage)
    add_topic(parser)
    parser.add_argument("--matrix", action="store_true", help="show who answers whom: Pro in rows, Con in columns")
    add_filter(parser)


def _coverage(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            found = service.matrix(reader, topic.id, filter_of(args, reader, topic.id))
    lines = paragraph(topic.short) + [each.sentence for each in found.counts]
    lines += _grid(found) if args.matrix else _gaps(found)
    return Outcome(_matrix_facts(topic, found), lines)


def _matrix_facts(topic: Topic, found: Matrix) -> dict[str, Any]:
    return {
        "topic": topic.id,
        "coverage": [
            {"side": each.side.value, "answered": each.answered, "total": each.total, "sentence": each.sentence}
            for each in found.counts
        ],
        "open": [_standing(each) for side in (Side.PRO, Side.CON) for each in found.holes(side)],
        "arguments": [_standing(each) for each in (*found.rows, *found.columns)],
        "answers": [
            {
                "ref": ref("answer", answer.id),
                "from": ref("argument", answer.answering_id),
                "to": ref("argument", answer.target_id),
                "response": answer.response.value,
                "group": answer.grouped_as,
            }
            for cell in found.cells.values()
            for answer in (cell.to_pro, cell.to_con)
            if answer is not None
        ],
    }


def _standing(each: Standing) -> dict[str, Any]:
    argument = each.argument
    return {
        "ref": ref("argument", argument.id),
        "id": argument.id,
        "side": argument.side.value,
        "number": each.number,
        "claim": argument.claim,
        "answers": each.answers,
        "heard": each.heard,
        "worked": each.worked,
        "status": argument.status.value,
        "strength": argument.strength,
    }


def _gaps(found: Matrix) -> list[str]:
    lines: list[str] = []
    for side in (Side.PRO, Side.CON):
        holes = found.holes(side)
        if holes:
            lines += ["", f"No {side.other.label} answer yet:"]
        for each in holes:
            heard = f", heard in {counted(each.heard, 'round')}" if each.heard else ""
            words = f"{each.argument.claim} ({ref('argument', each.argument.id)}{heard})"
            lines += paragraph(words, f"  {side.sign} {each.number.ljust(5)} ", " " * 10)
    return lines


def _grid(found: Matrix) -> list[str]:
    rows = []
    for row in found.rows:
        meets = [
            f"{found.cell(row.argument.id, column.argument.id).sign} {ref('argument', column.argument.id)}"
            for column in found.columns
            if (row.argument.id, column.argument.id) in found.cells
        ]
        name = f"{row.number} {row.argument.short}".strip()
        rows.append((ref("argument", row.argument.id), name, ", ".join(meets) or "no Con argument", row.heard or ""))
    alone = {con for _, con in found.cells}
    lines = ["", *table(("Pro", "Argument", "○ Con answers it, ■ it answers Con", "Heard"), rows, long=(1, 2))]
    apart = [each for each in found.columns if each.argument.id not in alone]
    if apart:
        lines += ["", "Con arguments that meet none of these:"]
    for each in apart:
        lines += paragraph(
            f"{each.argument.short} ({ref('argument', each.argument.id)})", f"  ○ {each.number.ljust(5)} "
        )
    return lines
