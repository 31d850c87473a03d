"""The map of a topic's arguments: read, and made into a drawing or a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from debateprep.domain import argument_map
from debateprep.domain.argument_map import ArgumentMap, NodeKind
from debateprep.domain.labels import names
from debateprep.domain.terms import Side
from debateprep.progress import Progress
from debateprep.publishing import Paper
from debateprep.publishing.fonts import ALL_FACES, FontMetrics
from debateprep.publishing.map_drawing import MapDrawing
from debateprep.publishing.map_layout import MapMaker
from debateprep.publishing.map_pdf import Fit, export_map_pdf
from debateprep.publishing.map_svg import export_svg
from debateprep.publishing.text import missing
from debateprep.safe_files import write_whole
from debateprep.services import briefs, export
from debateprep.services.errors import ServiceError
from debateprep.services.export import Exported, Preview
from debateprep.storage.library import Library


class MapFormat(StrEnum):
    """The files that a map can be written to."""

    PDF = "pdf"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class MapOptions:
    """How a map comes onto paper; `printed_on` is the PDF file's date."""

    paper: Paper = Paper.LETTER
    fit: Fit = Fit.PAGE
    printed_on: date | None = None


def read(library: Library, topic_id: int) -> ArgumentMap:
    """Return the map of a topic; raise NotFound when it is gone."""
    with library.read() as reader:
        return argument_map.draw_up(briefs.dossier(reader, topic_id))


def drawing(shown: ArgumentMap, hidden: Mapping[str, int] | None = None, *, any_letter: bool = False) -> MapDrawing:
    """Return the drawing of a map for a file: every text whole, with resolution and legend above.

    `hidden` counts what is folded away below nodes. With `any_letter`, for SVG and pictures, letters that no bundled
    font has are left to other fonts. Raise ServiceError where there is nothing to draw.
    """
    if not hidden and not any(node.id for node in shown.nodes):
        raise ServiceError("There is nothing to map yet; write a contention or an argument first.")
    texts = (shown.resolution, shown.topic, *(node.text for node in shown.nodes))
    lacking = () if any_letter else missing(texts, ALL_FACES, FontMetrics())
    return MapMaker(any_letter=any_letter).drawing(shown, hidden, heading=True)._replace(missing=lacking)


def write(
    path: Path,
    drawn: MapDrawing,
    options: MapOptions | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write a drawing as the format that the file's name asks for; an old file is replaced only by a whole new one.

    Raise ServiceError for another name, PublishingError for more pages than anyone glues together.
    """
    chosen = options or MapOptions()
    kind = format_of(path)
    if kind is MapFormat.SVG:
        data = export_svg(drawn)
    else:
        data = export_map_pdf(drawn, chosen.paper, chosen.fit, printed_on=chosen.printed_on, progress=progress)
    write_whole(path, data)
    return Exported(path, len(data), drawn.missing)


def format_of(path: Path) -> MapFormat:
    """Return the format of a file by its name; raise ServiceError for one that is not written."""
    try:
        return MapFormat(path.suffix.lower().removeprefix("."))
    except ValueError:
        raise ServiceError("A map is written as PDF or SVG; end the file's name in .pdf or .svg.") from None


def file_name(topic: str, kind: str) -> str:
    """Return a name for a map's file that every system accepts: "Cities should make buses free – Map.svg"."""
    subject = export.file_name(topic, export.Layout.CLASH).rpartition(" – ")[0]
    return f"{subject} – Map.{kind}" if subject else f"Map.{kind}"


def preview(
    library: Library,
    topic_id: int,
    *,
    side: Side | None = None,
    options: MapOptions | None = None,
    progress: Progress | None = None,
) -> Preview:
    """Return the map, or one side's tree, as its PDF file would be, with an indented list of what it says."""
    chosen = options or MapOptions()
    shown = _read_part(library, topic_id, side)
    drawn = drawing(shown)
    data = export_map_pdf(drawn, chosen.paper, chosen.fit, printed_on=chosen.printed_on, progress=progress)
    return Preview(data, _in_words(shown), shown.topic or shown.resolution, drawn.missing)


def _read_part(library: Library, topic_id: int, side: Side | None) -> ArgumentMap:
    whole = read(library, topic_id)
    return whole.branch(argument_map.root_of(side)) if side is not None else whole


def _in_words(shown: ArgumentMap) -> str:
    """Return a map as text: a line a node, indented below what it stands under."""
    depths: dict[str, int] = {}
    lines = [shown.resolution, ""]
    for node in shown.nodes:
        depth = depths[node.key] = depths.get(node.parent, -1) + 1
        parts = [node.side.label] if node.kind is NodeKind.SIDE else []
        parts += [f"answers ({node.response.value})"] if node.response is not None else []
        parts += [" ".join(word for word in (node.number, node.text) if word)]
        labels = f" [{names(node.labels)}]" if node.labels else ""
        lines.append("  " * depth + ": ".join(part for part in parts if part) + labels)
    return "\n".join(lines) + "\n"


def to_file(
    library: Library,
    topic_id: int,
    path: Path,
    *,
    side: Side | None = None,
    options: MapOptions | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write the map of a topic, or of one side's tree, to a file."""
    drawn_by_others = format_of(path) is MapFormat.SVG
    shown = _read_part(library, topic_id, side)
    return write(path, drawing(shown, any_letter=drawn_by_others), options, progress)
