"""A map's drawing on the screen: what is in view of it, with less of it the smaller it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from debateprep.domain.argument_map import MapNode, NodeKind
from debateprep.gui.map_paint import MapPainter
from debateprep.gui.theme import look
from debateprep.publishing.map_drawing import DASH, Item, MapCard, MapDrawing, MapEdge, Panel, Point, Stroke, Words

WORDS_ABOVE = 0.33
"""Smaller than this, times the screen's size, cards are drawn as blank slips and lines without signs."""
LONG = 1200.0
"""A cross-link that reaches further is drawn at its ends only, but whole where it touches the current node.

A topic may have thousands, which would cover everything else, and dashes that run far out of view take long to draw.
"""
END = 26.0
HANDLE_IN = 13.0
"""How far from a card's right edge the middle of its handle stands."""


class MapCanvas:
    """Draws one drawing in the theme that is chosen now."""

    def __init__(self, drawing: MapDrawing, nodes: dict[str, MapNode]) -> None:
        self._cards = drawing.cards
        self._nodes = nodes
        self._edges = [edge for edge in drawing.edges if not _is_cross(edge)]
        self._crosses = [edge for edge in drawing.edges if _is_cross(edge)]
        self._painter = MapPainter(look().theme.colour)
        self._paths: dict[int, QPainterPath] = {}

    def draw(
        self, painter: QPainter, seen: QRectF, factor: float, current: str, *, focus: bool, edited: str = ""
    ) -> None:
        """Draw what lies within a rectangle of the drawing, with a ring around the current node's card.

        The words of a card that is `edited` are left to the field above it.
        """
        near = factor > WORDS_ABOVE
        self._draw_edges(painter, seen, near=near)
        for edge in self._crosses:
            if edge.top < seen.bottom() and edge.bottom > seen.top():
                self._draw_cross(painter, edge, seen, near=near, chosen=current in (edge.source, edge.target))
        left, right, top, bottom = seen.left(), seen.right(), seen.top(), seen.bottom()
        for card in self._cards:
            # What counts the nodes folded away stands right of the card.
            if card.y < bottom and card.y + card.height > top and card.x < right and card.x + card.width + 60 > left:
                painter.translate(card.x, card.y)
                if near:
                    self._painter.draw(painter, card.items if card.key != edited else _wordless(card))
                    self._draw_handle(painter, card)
                else:
                    self._draw_slip(painter, card)
                if card.key == current:
                    _ring(painter, card, (2.5 if focus else 1.5) / max(0.3, factor))
                painter.translate(-card.x, -card.y)

    def _draw_edges(self, painter: QPainter, seen: QRectF, *, near: bool) -> None:
        together: dict[str, QPainterPath] = {}
        for number, edge in enumerate(self._edges):
            if edge.top > seen.bottom() or edge.bottom < seen.top():
                continue
            line = edge.items[0]
            assert isinstance(line, Stroke)
            if near:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self._painter.pen(line.colour, line.thickness))
                painter.drawPath(self._path(number, line))
                if seen.left() < line.points[-1][0] and line.points[0][0] < seen.right():
                    self._painter.draw(painter, edge.items[1:])
            else:
                together.setdefault(line.colour, QPainterPath()).addPath(self._path(number, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, path in together.items():
            painter.setPen(self._painter.pen(colour, 2.0))
            painter.drawPath(path)

    def _path(self, number: int, line: Stroke) -> QPainterPath:
        path = self._paths.get(number)
        if path is None:
            points = [QPointF(x, y) for x, y in line.points]
            path = QPainterPath(points[0])
            if len(points) == 4:
                path.cubicTo(*points[1:])
            else:
                path.lineTo(points[1])
            self._paths[number] = path
        return path

    def _draw_cross(self, painter: QPainter, edge: MapEdge, seen: QRectF, *, near: bool, chosen: bool) -> None:
        line = edge.items[0]
        assert isinstance(line, Stroke)
        if edge.bottom - edge.top <= LONG and (near or chosen):
            self._painter.draw(painter, edge.items)
            return
        if not near and not chosen:
            return
        start, beside_start, beside_end, end = line.points
        knees = _towards(start, beside_start), _towards(end, beside_end)
        found = [Stroke((start, knees[0]), line.colour, line.thickness, DASH)]
        found.append(Stroke((knees[1], end), line.colour, line.thickness, DASH))
        if chosen and (between := _within(*knees, seen.top() - 40, seen.bottom() + 40)):
            found.append(Stroke(between, line.colour, line.thickness, DASH))
        within = [
            each for each in found if any(seen.top() < y < seen.bottom() for _, y in each.points) or len(found) > 2
        ]
        self._painter.draw(painter, (*within, *edge.items[1:]))

    def _draw_slip(self, painter: QPainter, card: MapCard) -> None:
        """Draw a card without words, in its side's soft colour with a broad bar, so that it can be seen at all."""
        ground, bar = card.items[0], card.items[1]
        assert isinstance(ground, Panel)
        if isinstance(bar, Panel) and bar.height == ground.height:
            painter.fillRect(QRectF(0, 0, card.width, card.height), self._painter.brush(f"{bar.fill}_soft"))
            painter.fillRect(QRectF(0, 0, 14, card.height), self._painter.brush(bar.fill))
        else:
            painter.fillRect(QRectF(0, 0, card.width, card.height), self._painter.brush(ground.stroke or ground.fill))

    def _draw_handle(self, painter: QPainter, card: MapCard) -> None:
        node = self._nodes.get(card.key)
        if node is None:
            return
        x, y = card.width - HANDLE_IN, card.height / 2
        way = 1.0 if card.hidden else -1.0
        painter.setPen(self._painter.pen("accent_ink" if node.kind is NodeKind.SIDE else "mute", 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tip = QPointF(x + 2.4 * way, y)
        painter.drawPolyline([QPointF(x - 2.4 * way, y - 4.6), tip, QPointF(x - 2.4 * way, y + 4.6)])


def _is_cross(edge: MapEdge) -> bool:
    line = edge.items[0]
    return isinstance(line, Stroke) and bool(line.dash)


def _wordless(card: MapCard) -> list[Item]:
    """Return a card's items without the words that a field stands over."""
    return [each for each in card.items if not (isinstance(each, Words) and each.baseline > card.words.y)]


def _ring(painter: QPainter, card: MapCard, width: float) -> None:
    painter.setPen(QPen(look().theme.colour("accent"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(-3, -3, card.width + 6, card.height + 6), 9, 9)


def _towards(start: Point, beside: Point) -> Point:
    return start[0] + (END if beside[0] > start[0] else -END), start[1]


def _within(one: Point, other: Point, top: float, bottom: float) -> tuple[Point, Point] | None:
    """Return the part of a line that lies between two heights."""
    high, low = sorted((one, other), key=lambda point: point[1])
    if low[1] <= top or high[1] >= bottom or low[1] == high[1]:
        return None
    slope = (low[0] - high[0]) / (low[1] - high[1])
    start, end = max(top, high[1]), min(bottom, low[1])
    return (high[0] + slope * (start - high[1]), start), (high[0] + slope * (end - high[1]), end)
