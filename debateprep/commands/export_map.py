"""`export --layout map`: the map of a topic's arguments as PDF or SVG."""

import argparse
from pathlib import Path

from debateprep.commands.opening import progress, reading, topic_of
from debateprep.commands.shell import Outcome
from debateprep.commands.written import must_be_replaceable, told
from debateprep.domain.terms import Side
from debateprep.publishing import Paper
from debateprep.publishing.map_pdf import Fit
from debateprep.services import maps
from debateprep.services.maps import MapFormat, MapOptions

LAYOUT = "map"
_NAMES = {MapFormat.PDF: "a PDF", MapFormat.SVG: "an SVG"}
_BEGINNINGS = {MapFormat.PDF: (b"%PDF-",), MapFormat.SVG: (b"<?xml", b"<svg ")}


def run(args: argparse.Namespace, side: Side | None) -> Outcome:
    """Write the map of a topic, or of one side's tree."""
    path = Path(args.output).expanduser()
    kind = maps.format_of(path)
    if not args.replace:
        must_be_replaceable(path, _BEGINNINGS[kind], f"is not {_NAMES[kind]}")
    fit = Fit.TILES if args.tiled else Fit.PAGE
    options = MapOptions(Paper(args.paper), fit, printed_on=args.date)
    with reading(args) as library, progress(args) as ticker:
        topic = topic_of(library, args.topic)
        made = maps.to_file(library, topic.id, path, side=side, options=options, progress=ticker)
    return told(made, LAYOUT, side, topic.id)
