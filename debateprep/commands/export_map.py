"""`export --layout map`: the map of a topic's arguments as PDF or SVG; and what every export tells and refuses."""

import argparse
from pathlib import Path

from debateprep.commands.opening import progress, reading, topic_of
from debateprep.commands.shell import CommandError, Outcome
from debateprep.domain.terms import Side
from debateprep.publishing import Paper
from debateprep.publishing.map_pdf import Fit
from debateprep.services import maps
from debateprep.services.export import Exported
from debateprep.services.maps import MapFormat, MapOptions

LAYOUT = "map"
_BEGINNINGS = {MapFormat.PDF: (b"%PDF-",), MapFormat.SVG: (b"<?xml", b"<svg ")}


def run(args: argparse.Namespace, side: Side | None) -> Outcome:
    """Write the map of a topic, or of one side's tree."""
    path = Path(args.output).expanduser()
    must_be_replaceable(path, maps.format_of(path))
    fit = Fit.TILES if args.tiled else Fit.PAGE
    options = MapOptions(Paper(args.paper), fit, printed_on=args.date)
    with reading(args) as library, progress(args) as ticker:
        topic = topic_of(library, args.topic)
        made = maps.to_file(library, topic.id, path, side=side, options=options, progress=ticker)
    return told(made, LAYOUT, side, topic.id)


def told(made: Exported, layout: str, side: Side | None, topic: int) -> Outcome:
    """Return what is said of a file that was written."""
    lines = [f"Wrote {made.path} ({made.size / 1000:.0f} kB)."]
    if made.missing:
        names = ", ".join(f"U+{ord(letter):04X}" for letter in made.missing)
        lines.append(f"No font has these characters, so they are printed by number: {names}.")
    data = {
        "path": str(made.path),
        "size": made.size,
        "layout": layout,
        "side": side.value if side else None,
        "topic": topic,
        "missing_characters": list(made.missing),
    }
    return Outcome(data, lines, chatter=True)


def must_be_replaceable(path: Path, kind: MapFormat = MapFormat.PDF) -> None:
    """Refuse to write over a file of another kind: a slip of the pen must not cost a library or an article."""
    try:
        with path.open("rb") as handle:
            there = handle.read(5)
    except OSError:  # Not there, or not to be opened: writing it says what is wrong.
        return
    if there and there not in _BEGINNINGS[kind]:
        kinds = {MapFormat.PDF: "a PDF", MapFormat.SVG: "an SVG"}
        raise CommandError(f"The file {path} is not {kinds[kind]} and would be lost; choose another name.")
