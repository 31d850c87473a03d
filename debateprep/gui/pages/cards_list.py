"""The topic's cards at the left: a filter and a list."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.models.cards import DETAIL, ID, CardLine, CardsModel
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.parts import heading

Index = QModelIndex | QPersistentModelIndex


class CardsPane(QWidget):
    """List the cards; `chosen` carries the id of the one that was picked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CardsModel()
        self._shown = 0
        self.filter = QLineEdit()
        self.filter.setAccessibleName(self.tr("Filter cards"))
        self.filter.setPlaceholderText(self.tr("Filter: words, “changed” …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_CardDelegate(self.list))
        self.list.setAccessibleName(self.tr("Cards"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setTabKeyNavigation(False)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("CARDS")))
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        look().changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: tuple[CardLine, ...], current: int) -> None:
        """Show the cards with the one in view picked."""
        self._shown = current
        self.model.set_lines(lines)
        self._pick()

    def _pick(self) -> None:
        row = self.model.row_of(self._shown)
        if row >= 0 and self.list.currentIndex().row() != row:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def _on_filter(self, words: str) -> None:
        self.model.filter(words)
        self._pick()

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        number = current.data(ID)
        if number is not None and number != self._shown:
            self._shown = number
            self.chosen.emit(number)

    def _dress(self) -> None:
        colours = self.list.palette()
        colours.setColor(colours.ColorRole.Base, look().theme.colour("paper"))
        self.list.setPalette(colours)
        self.list.scheduleDelayedItemsLayout()


class _CardDelegate(QStyledItemDelegate):
    """Paint a card's tag over its cite, verdict and reading time."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for two lines."""
        scale = look().scale
        high = QFontMetrics(sans(9.5 * scale, bold=True)).height() + QFontMetrics(sans(8.0 * scale)).height()
        return QSize(option.rect.width(), high + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        theme, scale = look().theme, look().scale
        state, rect = option.state, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(theme.colour("selected" if chosen else "field"))
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        inner = rect.adjusted(10, 6, -8, -6)
        for words, font, role, where in (
            (index.data(), sans(9.5 * scale, bold=True), "ink", Qt.AlignmentFlag.AlignTop),
            (index.data(DETAIL), sans(8.0 * scale), "mute", Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            # The verdict and the time stand at the end of the detail, and are never cut.
            cut = Qt.TextElideMode.ElideRight if role == "ink" else Qt.TextElideMode.ElideLeft
            line = " ".join(str(words).split())
            painter.drawText(inner, where, QFontMetrics(font).elidedText(line, cut, inner.width()))
        painter.restore()
