"""The shortcut sheet: every command with its keys, by menu, found as one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.actions import native, plain
from debateprep.gui.models.shortcuts import Line, SheetModel
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.names import add_clear_button

SIZE = QSize(560, 620)
PAD = 14
CAP = 6
"""The room at both sides of a key's name in its cap."""

# What keys do that are no command of a menu, because it depends on where the cursor is.
WHILE_WRITING = (
    ("Keep what was written", ("Enter",)),
    ("Take it back", ("Esc",)),
    ("Begin a new line", ("Shift+Enter",)),
    ("Take back typing first, then the last action", ("Ctrl+Z",)),
)
ON_A_POSITION = (
    ("Go to its words in the article", ("Enter",)),
    ("Keep it as Pro, or say that it helps Pro", ("P",)),
    ("Keep it as Con, or say that it helps Con", ("C",)),
    ("Keep it as neither", ("N",)),
    ("Word a kept position anew", ("F2",)),
    ("Dismiss a suggestion, or move a kept one to the trash", ("Del",)),
)
ON_A_BRIEF = (
    ("Walk through the brief", ("Up", "Down")),
    ("Go to the other side's brief", ("Left", "Right")),
    ("Write in what is chosen", ("Enter",)),
    ("Make an argument of the chosen position or card", ("Enter",)),
    ("Add the chosen position or card as support", ("Ctrl+Enter",)),
)
IN_SEARCH = (
    ("Choose among what was found", ("Up", "Down")),
    ("Go there", ("Enter",)),
    ("Close what was found", ("Esc",)),
)
IN_PRINT = (
    ("Save the PDF", ("Ctrl+S",)),
    ("Print", ("Ctrl+P",)),
    ("Turn the pages", ("PgUp", "PgDown")),
    ("Close", ("Esc",)),
)
MORE = (
    ("While you write", WHILE_WRITING),
    ("On a position or a suggestion", ON_A_POSITION),
    ("In a brief, and in its positions and cards", ON_A_BRIEF),
    ("In what a search found", IN_SEARCH),
    ("In Print / Export", IN_PRINT),
)


def lines_of(groups: Sequence[tuple[str, Sequence[QAction]]]) -> list[Line]:
    """Return every command of some groups with its keys, then what keys do at certain places."""
    found = []
    for name, actions in groups:
        for action in actions:
            keys = tuple(native(each) for each in action.shortcuts())
            found.append(Line(plain(name), plain(action.text()), keys))
    for name, pairs in MORE:
        found += [Line(_tr(name), _tr(words), tuple(_tr(key) for key in keys)) for words, keys in pairs]
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shortcuts", text)


class _LineDelegate(QStyledItemDelegate):
    """Draws a command at the left and its keys in caps at the right; a heading in small capitals."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words, wrapped beside the keys."""
        line: Line = index.data(SheetModel.LINE)
        scale, view = look().scale, option.widget
        width = view.viewport().width() if isinstance(view, QListView) else SIZE.width()
        if line.heading:
            return QSize(width, round(QFontMetricsF(sans(8.5 * scale, bold=True)).height() + 24 * scale))
        return QSize(width, round(self._words(line, width - 2 * PAD).height() + 12))

    def _words(self, line: Line, width: float) -> QRectF:
        """Return where the words go in a line of a width, measured from its top left."""
        room = max(120.0, width - self._keys_width(line) - 16)
        metrics = QFontMetricsF(sans(10 * look().scale))
        return metrics.boundingRect(QRectF(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, line.words)

    @staticmethod
    def _keys_width(line: Line) -> float:
        metrics = QFontMetricsF(sans(9 * look().scale))
        return sum(metrics.horizontalAdvance(key) + 2 * CAP + 6 for key in line.keys)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        line: Line = index.data(SheetModel.LINE)
        theme, scale, rect = look().theme, look().scale, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.heading:
            painter.setFont(sans(8.5 * scale, bold=True))
            painter.setPen(theme.colour("mute"))
            area = rect.adjusted(PAD, 0, -PAD, -round(6 * scale))
            painter.drawText(area, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, line.words.upper())
        else:
            self._paint_command(painter, rect, line, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_command(self, painter: QPainter, rect: QRect, line: Line, *, chosen: bool) -> None:
        theme, scale = look().theme, look().scale
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            painter.drawRoundedRect(QRectF(rect).adjusted(6, 1, -6, -1), 6, 6)
        painter.setFont(sans(10 * scale))
        painter.setPen(theme.colour("ink"))
        words = self._words(line, rect.width() - 2 * PAD)
        painter.drawText(words.translated(rect.left() + PAD, rect.top() + 6), Qt.TextFlag.TextWordWrap, line.words)
        painter.setFont(sans(9 * scale))
        metrics = painter.fontMetrics()
        right = rect.right() - PAD
        for key in reversed(line.keys):
            wide = metrics.horizontalAdvance(key) + 2 * CAP
            cap = QRectF(right - wide, rect.top() + 4, wide, metrics.height() + 3)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("field"))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(theme.colour("ink"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            right -= wide + 6


class ShortcutsDialog(QDialog):
    """Every command with its keys."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[QAction]]], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.model = SheetModel(lines_of(groups), self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a command or a key"))
        self.field.setAccessibleName(self.tr("Find a command or a key"))
        add_clear_button(self.field)
        self.list = QListView()
        self.list.setProperty("look", "lines")
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_LineDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = QLabel()
        self._none.setProperty("look", "quiet")
        self._none.setMargin(PAD)
        self._none.hide()
        head = QFrame()
        head.setProperty("look", "head")
        top = QVBoxLayout(head)
        top.setContentsMargins(12, 12, 12, 10)
        top.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._on_sought)
        self.field.installEventFilter(self)
        look().changed.connect(self.list.doItemsLayout)
        self.resize(SIZE)

    @Slot(str)
    def _on_sought(self, text: str) -> None:
        self.model.seek(text)
        there = bool(self.model.rowCount())
        self.list.setVisible(there)
        self._none.setVisible(not there)
        self._none.setText(self.tr("No command says “{}”.").format(text.strip()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll with the arrows, without leaving the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one can type."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
