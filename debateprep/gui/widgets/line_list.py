"""A list of lines whose words wrap; Enter or a double click does what a line is for, the menu key asks for the rest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from debateprep.domain.terms import Side
from debateprep.gui.models.lines import LINE, Line, LinesModel
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.label_marks import paint_mark

Index = QModelIndex | QPersistentModelIndex
SIGN = 18
EDGE = 8
FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class LineList(QListView):
    """The list over a `LinesModel` of its own; `entered_line` and `menu_wanted` carry the Line."""

    entered_line = Signal(object)
    menu_wanted = Signal(object, QPoint)
    removed_line = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, ground: str = "paper") -> None:
        super().__init__(parent)
        self.lines = LinesModel()
        self._ground = ground
        # In a dialog a sheet gives the colours, and the palette in a page.
        self.setProperty("look", "lines")
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        # Words are of several lines, so thousands are measured some at a time.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_entered)
        look().changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; what was chosen stays chosen when it is still there, or else what took its place."""
        before, row = self.current(), self.currentIndex().row()
        self.lines.set_lines(lines)
        if self.currentIndex().isValid() or row < 0:
            return
        kept = next((at for at, each in enumerate(lines) if before and each.key == before.key), min(row, len(lines)))
        places = [at for at, each in enumerate(lines) if each.is_chosen]
        after = [at for at in places if at >= kept] or places[-1:]
        if after:
            self.setCurrentIndex(self.lines.index(after[0]))

    def current(self) -> Line | None:
        """Return the chosen line, or None."""
        return self.lines.line(self.currentIndex().row())

    def pick(self, row: int) -> None:
        """Choose a row."""
        self.setCurrentIndex(self.lines.index(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the line is for, Delete takes it away."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._on_entered(self.currentIndex())
            return
        line = self.current()
        if event.key() == Qt.Key.Key_Delete and plain and line is not None and line.is_chosen:
            self.removed_line.emit(line)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line at the pointer, or of the chosen one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        line = self.lines.line(index.row())
        if line is not None and line.is_chosen:
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(line, self.viewport().mapToGlobal(at))

    def _on_entered(self, index: QModelIndex) -> None:
        line = self.lines.line(index.row())
        if line is not None and line.is_chosen:
            self.entered_line.emit(line)

    def _dress(self) -> None:
        colours = self.palette()
        colours.setColor(colours.ColorRole.Base, look().theme.colour(self._ground))
        self.setPalette(colours)
        self.scheduleDelayedItemsLayout()


class _LineDelegate(QStyledItemDelegate):
    """Paints a heading, or a side's shape, the words and the detail."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for all of the words."""
        view, line = self.parent(), index.data(LINE)
        wide = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        if line is None:
            return QSize(wide, 0)
        first, second = _heights(line, wide - _left(line) - EDGE)
        return QSize(wide, first + second + (18 if line.heading else 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line, theme, rect = index.data(LINE), look().theme, QRect(option.rect)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if line.is_chosen and (chosen or option.state & QStyle.StateFlag.State_MouseOver):
            painter.setBrush(theme.colour("selected" if chosen else "field"))
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        room = rect.adjusted(_left(line), 12 if line.heading else 6, -EDGE, 0)
        if line.side is not Side.NEITHER:
            painter.setFont(_font(line))
            painter.setPen(theme.colour("ink") if chosen else theme.side(line.side.value))
            painter.drawText(room.adjusted(-SIGN, 0, 0, 0), int(FLAGS), line.side.sign)
        if line.mark is not None:
            size = round(QFontMetrics(_font(line)).ascent() * 0.8)
            top = room.top() + (QFontMetrics(_font(line)).height() - size) / 2
            paint_mark(painter, QRectF(room.left() - SIGN, top, size, size), line.mark)
        first, _ = _heights(line, room.width())
        quiet = line.quiet and not chosen
        painter.setFont(_font(line))
        painter.setPen(theme.colour("mute" if quiet else "ink"))
        painter.drawText(room, int(FLAGS), line.words)
        if line.detail:
            painter.setFont(_detail_font())
            painter.setPen(theme.colour("ink" if chosen else "mute"))
            painter.drawText(room.adjusted(0, first, 0, 0), int(FLAGS), line.detail)
        painter.restore()


def _left(line: Line) -> int:
    return EDGE + (0 if line.heading and line.side is Side.NEITHER else SIGN)


def _heights(line: Line, wide: int) -> tuple[int, int]:
    room = QRect(0, 0, max(60, wide), 10_000)
    first = QFontMetrics(_font(line)).boundingRect(room, int(FLAGS), line.words).height()
    if not line.detail:
        return first, 0
    return first, QFontMetrics(_detail_font()).boundingRect(room, int(FLAGS), line.detail).height()


def _font(line: Line) -> QFont:
    return sans(9.0 * look().scale, bold=line.heading)


def _detail_font() -> QFont:
    return sans(8.0 * look().scale)
