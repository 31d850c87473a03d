"""A map's drawing as a PDF file by reportlab's canvas: on one page, or tiled over pages that are glued together."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from typing import Any, cast

from debateprep.progress import Progress
from debateprep.publishing.errors import PublishingError
from debateprep.publishing.fonts import font_of, reportlab_for_export
from debateprep.publishing.map_drawing import POINTS, PRINT, Item, MapDrawing, Panel, Shape, Stroke, Words
from debateprep.publishing.options import Paper
from debateprep.publishing.text import clip, encodable, one_line

MARGIN = 30.0
"""Room around the map on each page, in points; most printers reach this far."""
OVERLAP = 18.0
"""How much of a tile stands on its neighbour again, in points, to glue the two."""
FOOT = 16.0
SHRUNK = (1.0, 0.95, 0.9, 0.85, 0.8)
"""How much smaller than its own size tiles may show a map: claims have 7.8 points at the least."""
MOST_PAGES = 400
_MARK = 11.0


class Fit(StrEnum):
    """How a map comes onto paper."""

    PAGE = "page"
    TILES = "tiles"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a drawing is spread over pages: their size and the map's scale in points a unit, columns and rows of tiles.

    `across` and `down` are how much of the map, in points, a page takes without what overlaps.
    """

    width: float
    height: float
    scale: float
    columns: int = 1
    rows: int = 1
    across: float = 0.0
    down: float = 0.0

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return self.columns * self.rows

    @property
    def type_size(self) -> float:
        """Return the size of the claims on paper, in points."""
        return 13 * self.scale


def plan(drawing: MapDrawing, paper: Paper, fit: Fit) -> Plan:
    """Return how a drawing goes onto paper, turned the way that suits it better.

    Tiles show the map at its own size, or a little smaller where that saves pages. Raise PublishingError where there
    were too many.
    """
    upright = paper.size
    shrunk = SHRUNK if fit is Fit.TILES else (1.0,)
    ways = [_plan(drawing, size, fit, part) for size in (upright, upright[::-1]) for part in shrunk]
    best = min(ways, key=lambda way: (way.pages, -way.scale))
    if best.pages > MOST_PAGES:
        raise PublishingError(
            f"The map would take {best.pages} pages, and {MOST_PAGES} are the most. "
            "Fold or focus a branch, or fit it on one page."
        )
    return best


def _plan(drawing: MapDrawing, size: tuple[float, float], fit: Fit, shrunk: float) -> Plan:
    width, height = size
    wide, high = width - 2 * MARGIN, height - 2 * MARGIN - FOOT
    if fit is Fit.PAGE:
        scale = min(POINTS, wide / drawing.width, high / drawing.height)
        return Plan(width, height, scale)
    scale = POINTS * shrunk
    whole_wide, whole_high = drawing.width * scale, drawing.height * scale
    across, down = wide - OVERLAP, high - OVERLAP
    columns = max(1, math.ceil((whole_wide - OVERLAP) / across))
    rows = max(1, math.ceil((whole_high - OVERLAP) / down))
    return Plan(width, height, scale, columns, rows, across, down)


def export_map_pdf(
    drawing: MapDrawing,
    paper: Paper = Paper.LETTER,
    fit: Fit = Fit.PAGE,
    *,
    printed_on: date | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return the PDF file of a drawing; the same drawing and choices give the same bytes.

    Raise Cancelled when the user stopped it, PublishingError for too many pages.
    """
    chosen = plan(drawing, paper, fit)
    with reportlab_for_export():
        pages = _Pages(drawing, chosen, printed_on)
        for number, (column, row) in enumerate(_tiles(chosen)):
            if progress is not None:
                progress.step(number, chosen.pages, "Drawing pages")
            pages.page(column, row)
        data = bytes(pages.canvas.getpdfdata())
    if progress is not None:
        progress.step(chosen.pages, chosen.pages, "Drawing pages")
    return data


def _tiles(chosen: Plan) -> Iterator[tuple[int, int]]:
    return ((column, row) for row in range(chosen.rows) for column in range(chosen.columns))


def tile_name(column: int, row: int) -> str:
    """Return what a tile is called: A1 is the first of the first row, B1 stands below it."""
    letters = ""
    row += 1
    while row:
        row, rest = divmod(row - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{column + 1}"


class _Pages:
    """One document being drawn; the map is written once and shown on every page through its window."""

    def __init__(self, drawing: MapDrawing, chosen: Plan, printed_on: date | None) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._drawing = drawing
        self._plan = chosen
        regular = font_of("NotoSans-Regular").fontName
        canvas = Canvas(
            BytesIO(), pagesize=(chosen.width, chosen.height), pageCompression=1, invariant=1, initialFontName=regular
        )
        self.canvas = cast("Any", canvas)
        self._font = regular
        self._describe(printed_on)
        self._form()

    def _describe(self, printed_on: date | None) -> None:
        canvas, drawing = self.canvas, self._drawing
        name = encodable(one_line(drawing.title or drawing.subject)) or "DebatePrep"
        canvas.setTitle(f"{name}: Argument map")
        canvas.setSubject(encodable(one_line(drawing.subject)))
        canvas.setKeywords("debate, argument map, Pro, Con")
        canvas.setCreator("DebatePrep")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setCatalogEntry("Lang", "en")
        if printed_on is not None:
            canvas._doc._timeStamp.YMDhms = (printed_on.year, printed_on.month, printed_on.day, 12, 0, 0)

    def _form(self) -> None:
        """Write the map once, in its own units from its top left corner."""
        drawing, canvas = self._drawing, self.canvas
        canvas.beginForm("map", 0, 0, drawing.width, drawing.height)
        pen = _Pen(canvas, drawing.height)
        for item in drawing.items():
            pen.item(item)
        canvas.endForm()

    def page(self, column: int, row: int) -> None:
        """Draw one page."""
        canvas, chosen, drawing = self.canvas, self._plan, self._drawing
        whole_wide, whole_high = drawing.width * chosen.scale, drawing.height * chosen.scale
        left, top = column * chosen.across, row * chosen.down
        wide = min(chosen.width - 2 * MARGIN, whole_wide - left)
        high = min(chosen.height - 2 * MARGIN - FOOT, whole_high - top)
        canvas.saveState()
        window = canvas.beginPath()
        window.rect(MARGIN, chosen.height - MARGIN - high, wide, high)
        canvas.clipPath(window, stroke=0, fill=0)
        canvas.translate(MARGIN - left, chosen.height - MARGIN + top - whole_high)
        canvas.scale(chosen.scale, chosen.scale)
        canvas.doForm("map")
        canvas.restoreState()
        if chosen.pages > 1:
            self._marks(column, row, wide, high)
        self._foot(column, row)
        canvas.showPage()

    def _marks(self, column: int, row: int, wide: float, high: float) -> None:
        """Draw crosses where this tile and its neighbours lie on each other, and arrows to these."""
        canvas, chosen = self.canvas, self._plan
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(_colour(PRINT["mute"]))
        canvas.setDash([])
        right, foot = MARGIN + wide, chosen.height - MARGIN - high
        xs = [MARGIN + OVERLAP / 2] * (column > 0) + [right - OVERLAP / 2] * (column < chosen.columns - 1)
        ys = [chosen.height - MARGIN - OVERLAP / 2] * (row > 0) + [foot + OVERLAP / 2] * (row < chosen.rows - 1)
        for x in xs:
            for start, end in (
                (chosen.height - MARGIN + 2, chosen.height - MARGIN + 2 + _MARK),
                (foot - 2 - _MARK, foot - 2),
            ):
                canvas.line(x, start, x, end)
        for y in ys:
            for start in (MARGIN - 2 - _MARK, right + 2):
                canvas.line(start, y, start + _MARK, y)

    def _foot(self, column: int, row: int) -> None:
        canvas, chosen = self.canvas, self._plan
        canvas.setFont(self._font, 7.5)
        canvas.setFillColor(_colour(PRINT["mute"]))
        y = MARGIN - 13
        canvas.drawString(MARGIN, y, _plain(clip(self._drawing.title or self._drawing.subject, 90)))
        if chosen.pages > 1:
            number = row * chosen.columns + column + 1
            words = f"{tile_name(column, row)} · page {number} of {chosen.pages} · {chosen.rows} × {chosen.columns}, "
            canvas.drawRightString(chosen.width - MARGIN, y, words + "glue at the marks")


def _plain(text: str) -> str:
    # The foot is a label of our own in one face; what that lacks is on the map itself.
    widths = font_of("NotoSans-Regular").face.charToGlyph
    return "".join(char if ord(char) in widths else "·" for char in encodable(text))


def _colour(colour: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(colour)


class _Pen:
    """Draws items on a canvas whose y counts upwards."""

    def __init__(self, canvas: Any, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._colours = {role: _colour(colour) for role, colour in PRINT.items()}

    def item(self, item: Item) -> None:
        """Draw one item."""
        if isinstance(item, Words):
            self._words(item)
        elif isinstance(item, Panel):
            self._panel(item)
        elif isinstance(item, Stroke):
            self._stroke(item)
        else:
            self._shape(item)

    def _panel(self, item: Panel) -> None:
        canvas = self._canvas
        if item.fill:
            canvas.setFillColor(self._colours[item.fill])
        if item.stroke:
            self._line(item.stroke, item.thickness, item.dash)
        y = self._height - item.y - item.height
        radius = min(item.radius, item.width / 2, item.height / 2)
        fill, stroke = int(bool(item.fill)), int(bool(item.stroke))
        if radius and item.width == item.height == 2 * radius:
            canvas.circle(item.x + radius, y + radius, radius, stroke=stroke, fill=fill)
        elif radius:
            canvas.roundRect(item.x, y, item.width, item.height, radius, stroke=stroke, fill=fill)
        else:
            canvas.rect(item.x, y, item.width, item.height, stroke=stroke, fill=fill)

    def _stroke(self, item: Stroke) -> None:
        self._line(item.colour, item.thickness, item.dash)
        points = [coordinate for x, y in item.points for coordinate in (x, self._height - y)]
        if len(item.points) == 4:
            self._canvas.bezier(*points)
        else:
            self._canvas.line(*points)

    def _line(self, colour: str, thickness: float, dash: tuple[float, ...]) -> None:
        self._canvas.setStrokeColor(self._colours[colour])
        self._canvas.setLineWidth(thickness)
        self._canvas.setDash(list(dash))

    def _shape(self, item: Shape) -> None:
        self._canvas.setFillColor(self._colours[item.fill])
        path = self._canvas.beginPath()
        for number, (x, y) in enumerate(item.points):
            (path.lineTo if number else path.moveTo)(x, self._height - y)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _words(self, item: Words) -> None:
        canvas, x = self._canvas, item.x
        for segment in item.line.segments:
            canvas.setFont(font_of(segment.face).fontName, segment.style.size)
            canvas.setFillColor(self._colours[segment.style.colour])
            canvas.drawString(x, self._height - item.baseline, segment.text)
            x += segment.width
