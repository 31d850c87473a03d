"""Draws a map's shapes with Qt: on the screen in a theme, or into a picture file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QImageWriter, QPainter, QPainterPath, QPen, QPolygonF

from debateprep.errors import DebatePrepError
from debateprep.gui.theme import sans
from debateprep.publishing.map_drawing import PRINT, Item, MapDrawing, Panel, Shape, Stroke

MOST_SIDE = 30_000
MOST_PIXELS = 160_000_000
"""More than that, times four bytes, and a picture takes the memory that other programs need."""


class PictureTooLarge(DebatePrepError):
    """Say that a picture would be too large, and what else there is."""


class MapPainter:
    """Draws items in colours by role; keeps pens and fonts, so make a new one for another theme."""

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        self._colour = colour
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._pens: dict[tuple[str, float, tuple[float, ...]], QPen] = {}
        self._brushes: dict[str, QBrush] = {}

    def draw(self, painter: QPainter, items: Iterable[Item]) -> None:
        """Draw items."""
        for item in items:
            if isinstance(item, Panel):
                self._panel(painter, item)
            elif isinstance(item, Stroke):
                self._stroke(painter, item)
            elif isinstance(item, Shape):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._brush(item.fill))
                painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in item.points]))
            else:
                x = item.x
                for segment in item.line.segments:
                    painter.setFont(self._font(segment.style.size, bold=segment.style.bold))
                    painter.setPen(self._pen(segment.style.colour, 1.0, ()))
                    painter.drawText(QPointF(x, item.baseline), segment.text)
                    x += segment.width

    def pen(self, role: str, thickness: float) -> QPen:
        """Return a pen in a role's colour."""
        return self._pen(role, thickness, ())

    def brush(self, role: str) -> QBrush:
        """Return a brush in a role's colour."""
        return self._brush(role)

    def _panel(self, painter: QPainter, item: Panel) -> None:
        painter.setPen(self._pen(item.stroke, item.thickness, item.dash) if item.stroke else Qt.PenStyle.NoPen)
        painter.setBrush(self._brush(item.fill) if item.fill else Qt.BrushStyle.NoBrush)
        rect = QRectF(item.x, item.y, item.width, item.height)
        if item.radius:
            painter.drawRoundedRect(rect, item.radius, item.radius)
        else:
            painter.drawRect(rect)

    def _stroke(self, painter: QPainter, item: Stroke) -> None:
        painter.setPen(self._pen(item.colour, item.thickness, item.dash))
        points = [QPointF(x, y) for x, y in item.points]
        if len(points) == 4:
            path = QPainterPath(points[0])
            path.cubicTo(*points[1:])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        else:
            painter.drawLine(*points)

    def _font(self, size: float, *, bold: bool) -> QFont:
        font = self._fonts.get((size, bold))
        if font is None:
            font = sans(10, bold=bold)
            font.setPixelSize(round(size))
            # A map is drawn at any size, so letters keep their widths.
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[size, bold] = font
        return font

    def _pen(self, role: str, thickness: float, dash: tuple[float, ...]) -> QPen:
        pen = self._pens.get((role, thickness, dash))
        if pen is None:
            pen = QPen(self._colour(role), thickness)
            if dash:
                # Qt counts dashes in thicknesses.
                pen.setDashPattern([part / thickness for part in dash])
            self._pens[role, thickness, dash] = pen
        return pen

    def _brush(self, role: str) -> QBrush:
        brush = self._brushes.get(role)
        if brush is None:
            brush = self._brushes[role] = QBrush(self._colour(role))
        return brush


def export_png(drawing: MapDrawing, scale: float) -> bytes:
    """Return a PNG file of a drawing, `scale` times its own size; raise PictureTooLarge beyond what memory bears.

    May be called in a worker.
    """
    width, height = round(drawing.width * scale), round(drawing.height * scale)
    if max(width, height) > MOST_SIDE or width * height > MOST_PIXELS:
        raise PictureTooLarge(
            f"The picture would be {width:,} × {height:,} pixels, which is too large. Choose a smaller scale, fold "
            "branches, or save the map as SVG or PDF."
        )
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    dots = round(96 * scale / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.setText("Title", drawing.title or drawing.subject)
    image.fill(QColor(PRINT["paper"]))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    MapPainter(lambda role: QColor(PRINT[role])).draw(painter, drawing.items())
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # QImage.save takes the format as str or as bytes, depending on the version.
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise PictureTooLarge("The picture could not be made; choose a smaller scale.")
    return bytes(data.data())
