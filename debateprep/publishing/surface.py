"""A page before it is drawn: items with places, counted in points from the page's top left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from debateprep.publishing.lines import Line, Segment
from debateprep.publishing.structure import Element


class TextItem(NamedTuple):
    """Lines `start` to `end` of a text; `baseline` is the first line's. Without an element it is decoration."""

    x: float
    baseline: float
    lines: Sequence[Line]
    start: int
    end: int
    leading: float
    element: Element | None = None


class RectItem(NamedTuple):
    """A rectangle by its top left corner; "" for no fill or no stroke."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 0.5
    dash: tuple[float, ...] = ()
    radius: float = 0.0
    element: Element | None = None


class RuleItem(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    thickness: float = 0.5
    dash: tuple[float, ...] = ()
    element: Element | None = None


class Bookmark(NamedTuple):
    """An entry of the outline: `level` counts from 0 and never skips one."""

    key: str
    title: str
    level: int


class LinkItem(NamedTuple):
    """A place that leads to a bookmark, or to an address; `element` is its Link, `words` say where it leads."""

    x: float
    y: float
    width: float
    height: float
    key: str
    words: str = ""
    element: Element | None = None


Item = TextItem | RectItem | RuleItem


@dataclass(slots=True)
class Surface:
    """One page being laid out; `incomplete` tells that a ° stands on it.

    What is put on it after it was drawn (the foot with the number of all pages) is drawn at the end.
    """

    width: float
    height: float
    items: list[Item] = field(default_factory=list)
    links: list[LinkItem] = field(default_factory=list)
    bookmarks: list[tuple[Bookmark, float]] = field(default_factory=list)
    incomplete: bool = False
    key: int = -1


def baseline_in(leading: float, size: float) -> float:
    """Return how far below a line's top its baseline lies, so that capitals stand in its middle."""
    return leading / 2 + size * 0.357


class Decoration(NamedTuple):
    """The stretch of a line that a highlight, an underline or a box covers."""

    x: float
    width: float
    segment: Segment


def _stretches(line: Line, x: float, kind: str) -> Iterator[Decoration]:
    start = x
    covered = 0.0
    current: Segment | None = None
    for segment in line.segments:
        wanted = getattr(segment.style, kind)
        if current is not None and wanted == getattr(current.style, kind) and wanted:
            covered += segment.width
        else:
            if current is not None and covered > 0:
                yield Decoration(start, covered, current)
            current = segment if wanted else None
            start, covered = x, segment.width
        x += segment.width
    if current is not None and covered > 0:
        yield Decoration(start, covered, current)


def highlights(item: TextItem) -> Iterator[RectItem]:
    """Return the rectangles that lie under highlighted words, merged along each line."""
    for baseline, line in _decorated(item):
        for place in _stretches(line, item.x + line.indent, "highlight"):
            style = place.segment.style
            top = baseline - style.size * 0.92
            yield RectItem(place.x, top, place.width, style.size * 1.18, fill=style.highlight)


def underlines(item: TextItem) -> Iterator[RuleItem]:
    """Return the strokes under underlined words, merged along each line."""
    for baseline, line in _decorated(item):
        for place in _stretches(line, item.x + line.indent, "underline"):
            style = place.segment.style
            y = baseline + style.size * 0.14
            yield RuleItem(place.x, y, place.x + place.width, y, style.colour, style.underline)


def boxes(item: TextItem) -> Iterator[RectItem]:
    """Return the frames round boxed words, merged along each line."""
    for baseline, line in _decorated(item):
        for place in _stretches(line, item.x + line.indent, "box"):
            style = place.segment.style
            pill = style.box == "pill"
            outset = style.size * 0.55 if pill else 0.9
            top = baseline - style.size * (1.0 if pill else 0.94)
            height = style.size * (1.42 if pill else 1.2)
            yield RectItem(
                place.x - outset,
                top,
                place.width + 2 * outset,
                height,
                stroke="#8a857c" if pill else style.colour,
                thickness=0.5 if pill else 0.7,
                radius=height / 2 if pill else 0.0,
            )


def _decorated(item: TextItem) -> Iterator[tuple[float, Line]]:
    for number in range(item.start, item.end):
        line = item.lines[number]
        if line.decorated:
            yield item.baseline + (number - item.start) * item.leading, line
