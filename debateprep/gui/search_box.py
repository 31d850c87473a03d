"""The search box: results as one types, grouped by kind in words, and Enter goes to the chosen one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
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

from debateprep.domain.changes import MATCH
from debateprep.gui.scroll_bars import dress
from debateprep.gui.theme import look, sans

PAUSE_MS = 60
ROWS = 9
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the results: the kind and id to go to, its group in words, its title and what stands beside it.

    In `detail` each match stands between MATCH's signs.
    """

    kind: str
    id: int
    group: str
    title: str
    detail: str = ""


class Results(QAbstractListModel):
    """What was found, in groups; a row's group is shown with the first row of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Found, ...] = ()

    def put(self, rows: Sequence[Found]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def found(self, row: int) -> Found:
        """Return the row's value."""
        return self._rows[row]

    def heads(self, row: int) -> bool:
        """Tell whether the row is the first of its group."""
        return row == 0 or self._rows[row - 1].group != self._rows[row].group

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's title, or its whole for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.group}: {row.title}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.detail.replace(MATCH[0], "").replace(MATCH[1], "") or None
        return None


class ResultDelegate(QStyledItemDelegate):
    """Draws a result: its group at the left, its title, and the words around the match in the mute colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a height for the title and, where there is one, the line below it."""
        size = super().sizeHint(option, index)
        size.setHeight(QFontMetrics(sans(10 * look().scale)).height() + 12)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        model = index.model()
        if not isinstance(model, Results):
            return
        found = model.found(index.row())
        theme, scale = look().theme, look().scale
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, theme.colour("accent"))
        rect = option.rect.adjusted(12, 0, -12, 0)
        ink = theme.colour("accent_ink" if chosen else "ink")
        mute = theme.colour("accent_ink" if chosen else "mute")
        small, normal = sans(8.5 * scale), sans(10 * scale)
        width = min(QFontMetrics(small).horizontalAdvance("M" * 9), rect.width() // 3)
        if model.heads(index.row()):
            self._text(painter, rect.adjusted(0, 0, width - rect.width(), 0), found.group, small, mute)
        title = rect.adjusted(width, 0, 0, 0)
        self._text(painter, title, found.title, normal, ink)
        used = QFontMetrics(normal).horizontalAdvance(found.title) + 12
        if found.detail and used < title.width() - 60:
            self._detail(painter, title.adjusted(used, 0, 0, 0), found.detail, (mute, ink))
        painter.restore()

    def _detail(self, painter: QPainter, rect: QRect, detail: str, colours: tuple[QColor, QColor]) -> None:
        scale = look().scale
        for at, piece in enumerate(detail.replace(MATCH[1], MATCH[0]).split(MATCH[0])):
            # Every other piece is a match.
            font = sans(8.5 * scale, bold=bool(at % 2))
            if piece and rect.width() > 0:
                self._text(painter, rect, piece, font, colours[at % 2])
                rect = rect.adjusted(QFontMetrics(font).horizontalAdvance(piece), 0, 0, 0)

    @staticmethod
    def _text(painter: QPainter, rect: QRect, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SearchBox(QLineEdit):
    """A field whose results open below it; they are part of the window, so that the focus stays in the field."""

    wanted = Signal(str)
    """Words to look for, a moment after the last key."""
    chosen = Signal(str, int)
    """The kind and id of the result to go to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setClearButtonEnabled(False)
        self.setPlaceholderText(self.tr("Search everything…  Ctrl+K"))
        self.setAccessibleName(self.tr("Search everything"))
        self.setToolTip(self.tr("Search sources, positions, arguments and commands (Ctrl+K)"))
        self.model = Results(self)
        self._panel: QFrame | None = None
        self._list = QListView()
        self._none = QLabel()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(self._on_edited)

    @property
    def is_open(self) -> bool:
        """Tell whether the results are in view."""
        return self._panel is not None and self._panel.isVisible()

    def show_results(self, words: str, rows: Sequence[Found]) -> None:
        """Show what was found for some words, unless the field says something else by now."""
        if words != self.text().strip() or not self.hasFocus():
            return
        self.model.put(rows)
        panel = self._panel or self._make_panel()
        self._list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText(self.tr("Nothing says “{}”.").format(words))
        if rows:
            self._list.setCurrentIndex(self.model.index(0))
        self._place(panel, len(rows))
        panel.show()
        panel.raise_()

    @Slot()
    def dismiss(self) -> None:
        """Close the results."""
        if self._panel is not None:
            self._panel.hide()

    def _make_panel(self) -> QFrame:
        panel = QFrame(self.window())
        panel.setObjectName("results")
        panel.setFrameShape(QFrame.Shape.StyledPanel)
        panel.setAutoFillBackground(True)
        self._list.setModel(self.model)
        self._list.setItemDelegate(ResultDelegate(self._list))
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.clicked.connect(self._go)
        self._none.setMargin(12)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 5, 1, 5)
        column.addWidget(self._list)
        column.addWidget(self._none)
        self._panel = panel
        look().changed.connect(self._dress)
        self._dress()
        return panel

    @Slot()
    def _dress(self) -> None:
        dress(self._list)

    def _place(self, panel: QFrame, rows: int) -> None:
        window = self.window()
        row = QFontMetrics(sans(10 * look().scale)).height() + 12
        width = min(max(self.width(), int(520 * look().scale)), window.width() - 16)
        left = self.mapTo(window, QPoint(0, 0)).x()
        top = self.mapTo(window, QPoint(0, self.height() + 4)).y()
        height = min(max(1, min(rows, ROWS)) * row + 14, window.height() - top - 8)
        panel.setGeometry(max(8, min(left, window.width() - width - 8)), top, width, max(height, row))

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.dismiss()

    @Slot()
    def _ask(self) -> None:
        if self.text().strip():
            self.wanted.emit(self.text().strip())

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            found = self.model.found(index.row())
            self.dismiss()
            self.clear()
            self.chosen.emit(found.kind, found.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the results with the arrows, go with Enter, close with Escape."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
        if self.is_open and key in steps:
            last = self.model.rowCount() - 1
            row = max(0, min(last, self._list.currentIndex().row() + steps[Qt.Key(key)]))
            self._list.setCurrentIndex(self.model.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_open:
            self._go(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            if not self.is_open:
                self.clear()
                self.clearFocus()
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show again what was found for the words that stand here."""
        super().focusInEvent(event)
        if self.text().strip():
            self._timer.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the results when the user goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.dismiss()

    def changeEvent(self, event: QEvent) -> None:
        """Close the results when sizes change below them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.dismiss()
