"""Options that choose among a topic's arguments."""

import argparse
from dataclasses import fields, replace

from debateprep.commands.shell import one_of
from debateprep.domain import filters
from debateprep.domain.filters import Filter
from debateprep.domain.terms import ArgumentStatus, Side
from debateprep.services import selections
from debateprep.storage.edit import Reader


def add_filter(parser: argparse.ArgumentParser) -> None:
    """Add the options of a filter."""
    group = parser.add_argument_group("of which arguments")
    group.add_argument("--of", dest="side_of", choices=[Side.PRO.value, Side.CON.value], help="those of one side")
    group.add_argument("--words", default="", metavar="WORDS", help="those that say all of these")
    group.add_argument("--label", action="append", default=[], metavar="LABEL", help="those with one of these labels")
    statuses = ", ".join(ArgumentStatus)
    group.add_argument(
        "--status", action="append", default=[], type=one_of(ArgumentStatus), metavar="STATUS", help=statuses
    )
    group.add_argument("--strength", type=int, default=0, metavar="N", help="those at least so strong, 1 to 5")
    for name, words in (
        ("open", "those that nothing answers"),
        ("evidence", "those that rest on words of a source"),
        ("heard", "those that were heard in a round"),
        ("verified", "those whose cards are their source's words"),
    ):
        group.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, default=None, help=words)
    group.add_argument("--filter", default="", metavar="NAME", help="a saved filter, to begin with")


def filter_of(args: argparse.Namespace, reader: Reader, topic_id: int) -> Filter:
    """Return the filter that the options say, upon the saved one that was named."""
    base = selections.find(reader, topic_id, args.filter) if args.filter else filters.EVERYTHING
    said = Filter(
        Side(args.side_of) if args.side_of else None,
        args.words,
        frozenset(args.label),
        frozenset(args.status),
        max(0, min(filters.STRONGEST, args.strength)),
        args.open,
        args.evidence,
        args.heard,
        args.verified,
    )
    given = {each.name: getattr(said, each.name) for each in fields(Filter)}
    nothing = {each.name: getattr(filters.EVERYTHING, each.name) for each in fields(Filter)}
    return replace(base, **{name: value for name, value in given.items() if value != nothing[name]})
