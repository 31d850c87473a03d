"""Labels drawn: the shape of a label's colour, alone, as an icon, in a chip, or in a row of a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from debateprep.domain.label_shapes import outline
from debateprep.domain.labels import LabelColour, colour_of
from debateprep.domain.model import Label
from debateprep.gui.theme import look
from debateprep.gui.widgets.chips import Chip, chip_font, chip_size

ICON = 32
GAP = 4


@cache
def _path(shape: str) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline(shape)]))
    path.closeSubpath()
    return path


def paint_mark(painter: QPainter, rect: QRectF, colour: LabelColour, ink: QColor | None = None) -> None:
    """Paint a colour's shape into a rectangle, in its colour or another ink."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width(), rect.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink or look().theme.colour(colour.role))
    painter.drawPath(_path(colour.shape))
    painter.restore()


def mark_icon(colour: LabelColour) -> QIcon:
    """Return a colour's shape as an icon for menus and buttons."""
    return _icon(colour, look().theme.colour(colour.role).name())


@cache
def _icon(colour: LabelColour, ink: str) -> QIcon:
    pixmap = QPixmap(ICON, ICON)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(3, 3, ICON - 6, ICON - 6), colour, QColor(ink))
    painter.end()
    return QIcon(pixmap)


def _size(font: QFont) -> int:
    return round(QFontMetrics(font).ascent() * 0.8)


def marks_width(labels: Sequence[Label], font: QFont) -> int:
    """Return how wide the shapes of labels are beside each other, without names."""
    return len(labels) * (_size(font) + GAP)


def paint_labels(painter: QPainter, room: QRect, labels: Sequence[Label], font: QFont) -> int:
    """Paint labels in a line, each its shape and, where there is room, its name; return how wide they are."""
    metrics = QFontMetrics(font)
    size = _size(font)
    wide = [size + 3 + metrics.horizontalAdvance(each.name) + 2 * GAP for each in labels]
    whole = sum(wide) <= room.width()
    left = room.left()
    painter.save()
    painter.setFont(font)
    painter.setPen(look().theme.colour("ink"))
    for each, taken in zip(labels, wide, strict=True):
        if left + size > room.right():
            break
        paint_mark(painter, QRectF(left, room.center().y() - size / 2 + 0.5, size, size), colour_of(each))
        if whole:
            words = QRect(left + size + 3, room.top(), taken, room.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, each.name)
        left += taken if whole else size + GAP
    painter.restore()
    return left - room.left()


class LabelChip(Chip):
    """A label in a chip: its shape and its name; one that is `pressable` is a button."""

    def __init__(self, label: Label, *, pressable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(label.name, "ink", pressable=pressable, parent=parent)
        self.label = label

    def _mark(self) -> int:
        return _size(chip_font())

    def sizeHint(self) -> QSize:
        """Return the size of the shape and the name."""
        return chip_size(self.text()) + QSize(self._mark() + GAP, 0)

    def words_rect(self) -> QRectF:
        """Return where the name stands, right of the shape."""
        return QRectF(self.rect()).adjusted(self._mark() + GAP, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip, and its shape in it."""
        super().paintEvent(event)
        painter = QPainter(self)
        size, high = self._mark(), self.height()
        paint_mark(painter, QRectF(high / 2 - 1, (high - size) / 2, size, size), colour_of(self.label))
        painter.end()
