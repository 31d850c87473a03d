"""How the coverage table is painted: arguments in headers that stay in sight, answers as words, holes dashed in ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from debateprep.domain.terms import Side
from debateprep.gui.models.coverage import MEETING, STANDING, Meeting, answered_words, detail_words, named
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.chips import paint_chip
from debateprep.gui.widgets.label_marks import paint_labels
from debateprep.gui.words import term

if TYPE_CHECKING:
    from debateprep.domain.coverage import Standing

Index = QModelIndex | QPersistentModelIndex
EDGE = 8
BAND = 3
"""How broad the band of the side is, beside an argument's words."""


def claim_font() -> QFont:
    """Return the face of an argument's words."""
    return sans(9.0 * look().scale)


def small_font(*, bold: bool = False) -> QFont:
    """Return the face of what is said beside them."""
    return sans(8.0 * look().scale, bold=bold)


def row_height(*, tight: bool = False) -> int:
    """Return room for two lines of a claim, tight one, and a line below."""
    return (1 if tight else 2) * QFontMetrics(claim_font()).height() + QFontMetrics(small_font()).height() + 14


def column_width() -> int:
    """Return room for the longest kind of answer."""
    return round(142 * look().scale)


def head_height(*, tight: bool = False) -> int:
    """Return room for three lines of a claim, tight two."""
    return (2 if tight else 3) * QFontMetrics(claim_font()).height() + 12


def put(painter: QPainter, room: QRect, words: str, font: QFont, role: str) -> None:
    """Paint one line, cut short where it ends."""
    painter.setFont(font)
    painter.setPen(look().theme.colour(role))
    said = QFontMetrics(font).elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)


def wrapped(words: str, font: QFont, wide: int, most: int) -> list[str]:
    """Return words in lines, at most so many; the last holds what is left."""
    metrics = QFontMetrics(font)
    left = words.split()
    lines: list[str] = []
    while left and len(lines) < most:
        taken = [left.pop(0)]
        while left and (len(lines) == most - 1 or metrics.horizontalAdvance(" ".join((*taken, left[0]))) <= wide):
            taken.append(left.pop(0))
        lines.append(" ".join(taken))
    return lines


def paint_corner(corner: QWidget, side: Side) -> None:
    """Paint where the headers meet: which side's arguments stand in rows, and which in columns."""
    theme, rect, painter = look().theme, corner.rect(), QPainter(corner)
    painter.fillRect(rect, theme.colour("paper"))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
    high = QFontMetrics(small_font(bold=True)).height()
    room = QRect(rect.left() + EDGE + BAND, rect.bottom() - high - 6, rect.width() - 2 * EDGE - BAND, high)
    put(painter, room, f"{side.sign} {term(side.label)} ↓", small_font(bold=True), side.value)
    room.moveTop(rect.top() + 6)
    across = f"{side.other.sign} {term(side.other.label)} →"
    painter.setPen(theme.side(side.other.value))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, across)
    painter.end()


class ArgumentHeader(QHeaderView):
    """A header of arguments: the side's band, number and words, and for rows how they stand."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        # One size for all, so that none is measured, however many there are.
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def fit(self, wide: int, *, tight: bool) -> None:
        """Measure anew for a table so wide; `tight` where there is room for few rows."""
        if self.orientation() == Qt.Orientation.Vertical:
            self.setDefaultSectionSize(row_height(tight=tight))
            self.setFixedWidth(min(round(270 * look().scale), max(120, round(wide * 0.4))))
        else:
            self.setDefaultSectionSize(column_width())
            self.setFixedHeight(head_height(tight=tight))
        if self.orientation() == Qt.Orientation.Vertical and self.count():
            self.resizeSection(0, QFontMetrics(small_font(bold=True)).height() + 20)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint one argument."""
        theme, model = look().theme, self.model()
        painter.save()
        painter.fillRect(rect, theme.colour("paper"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        standing = model.headerData(logical, self.orientation(), STANDING)
        room = rect.adjusted(EDGE + BAND, 5, -EDGE, -5)
        if standing is None:
            words = str(model.headerData(logical, self.orientation()) or "")
            put(painter, room, words, small_font(bold=True), "mute")
        else:
            colour = theme.side(standing.argument.side.value)
            painter.fillRect(QRect(rect.left() + 2, rect.top() + 4, BAND, rect.height() - 8), colour)
            self._argument(painter, room, standing)
        painter.restore()

    def _argument(self, painter: QPainter, room: QRect, standing: Standing) -> None:
        down = self.orientation() == Qt.Orientation.Vertical
        high, low = QFontMetrics(claim_font()).height(), QFontMetrics(small_font()).height()
        most = max(1, (room.height() - (low if down else 0)) // high)
        lines = wrapped(named(standing), claim_font(), room.width(), most)
        top = room.top()
        if down:
            top += max(0, (room.height() - len(lines) * high - low) // 2)
        for line in lines:
            put(painter, QRect(room.left(), top, room.width(), high), line, claim_font(), "ink")
            top += high
        if down:
            below = QRect(room.left(), top, room.width(), low)
            taken = paint_labels(painter, below.adjusted(0, 0, -below.width() // 3, 0), standing.labels, small_font())
            put(painter, below.adjusted(taken, 0, 0, 0), detail_words(standing), small_font(), "mute")


class CellDelegate(QStyledItemDelegate):
    """Paints a cell: answers in the colour of the side that gives them, with its shape; a hole dashed."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the one size of all cells."""
        return QSize(column_width(), row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme, rect = look().theme, QRect(option.rect)
        standing, meetings = index.data(STANDING), index.data(MEETING) or ()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        edge = index.row() == 0 or index.column() == 0
        painter.fillRect(rect, theme.colour("selected" if chosen else "paper" if edge else "panel"))
        if standing is not None:
            self._standing(painter, rect, standing)
        for at, meeting in enumerate(meetings):
            high = rect.height() // len(meetings)
            self._meeting(painter, QRect(rect.left(), rect.top() + at * high, rect.width(), high), meeting)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    @staticmethod
    def _standing(painter: QPainter, rect: QRect, standing: Standing) -> None:
        other = standing.argument.side.other
        words = f"{other.sign} {answered_words(standing)}"
        font = small_font(bold=not standing.open)
        high = QFontMetrics(small_font(bold=True)).height() + 6
        wide = min(rect.width() - 2 * EDGE, QFontMetrics(font).horizontalAdvance(words) + high)
        body = QRectF(rect.left() + EDGE, rect.center().y() - high / 2, wide, high)
        room = round(wide - high / 2)
        said = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        paint_chip(painter, body, said, "ink" if standing.open else other.value, dashed=standing.open)

    @staticmethod
    def _meeting(painter: QPainter, rect: QRect, meeting: Meeting) -> None:
        theme, side = look().theme, meeting.answering.side
        body = QRectF(rect.adjusted(4, 3, -5, -4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.side(side.value, soft=True)))
        painter.drawRoundedRect(body, 5, 5)
        font = small_font(bold=True)
        high, room = QFontMetrics(font).height(), rect.adjusted(EDGE + 2, 0, -EDGE, 0)
        detail = meeting.detail if rect.height() > 2 * high + 8 else ""
        top = rect.center().y() - (high if detail else high // 2)
        put(painter, QRect(room.left(), top, room.width(), high), meeting.words, font, side.value)
        if detail:
            put(painter, QRect(room.left(), top + high, room.width(), high), detail, small_font(), "ink")
