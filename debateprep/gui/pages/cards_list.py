"""The topic's cards at the left: a filter and a list."""

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.models.cards import ID, LINE, CardLine, CardsModel
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.line_field import LineField
from debateprep.gui.widgets.parts import FlatButton, Words, heading

Index = QModelIndex | QPersistentModelIndex


class CardsPane(QWidget):
    """List the cards; `chosen` carries the id of the one that was picked, `entered` that its words are wanted."""

    chosen = Signal(int)
    entered = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CardsModel()
        self._shown = 0
        self._count = Words("", "mute", 8.5, wrap=False)
        self.filter = LineField()
        self.filter.setAccessibleName(self.tr("Filter cards"))
        self.filter.setPlaceholderText(self.tr("Filter: words, “changed”, “Pro C1” …"))
        self.filter.setClearButtonEnabled(True)
        for clear in self.filter.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the filter"))
        self.filter.textChanged.connect(self._on_filter)
        self.list = _CardList()
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.entered_card.connect(self.entered)
        self.none = Words("", "mute", 9.0)
        self.add = FlatButton(self.tr("Add a card from elsewhere…"), "link")
        self.add.setToolTip(self.tr("Paste its words and its cite together (Ctrl+Shift+V)"))
        self.add.clicked.connect(self.add_asked)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("CARDS")))
        head.addStretch()
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.filter)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        look().changed.connect(self._dress)
        self._dress()

    def show_lines(self, lines: tuple[CardLine, ...], current: int) -> None:
        """Show the cards with the one in view picked."""
        self._shown = current
        self.model.set_lines(lines)
        self._pick()
        self._tell()

    def _pick(self) -> None:
        row = self.model.row_of(self._shown)
        if row >= 0 and self.list.currentIndex().row() != row:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def _tell(self) -> None:
        shown, whole = self.model.rowCount(), self.model.count
        all_of_them = self.tr("1 card") if whole == 1 else self.tr("{n} cards").format(n=whole)
        some = self.tr("{n} of {all}").format(n=shown, all=whole)
        self._count.setText(all_of_them if shown == whole else some)
        nothing = self.tr("No card has these words.")
        if not whole:
            nothing = self.tr("No cards yet. Select words on the Read page and press Ctrl+Enter to cut one.")
        self.none.setText(nothing)
        self.none.setVisible(not shown)

    def _on_filter(self, words: str) -> None:
        self.model.filter(words)
        self._pick()
        self._tell()

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


class _CardList(QListView):
    """The list itself; Enter goes on to the words."""

    entered_card = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_CardDelegate(self))
        self.setAccessibleName(self.tr("Cards of the topic"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # One height for all, so that thousands are laid out at once.
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the card's words."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_card.emit()
            return
        super().keyPressEvent(event)


class _CardDelegate(QStyledItemDelegate):
    """Paint a card's tag over its cite, then its verdict and time, and where it is used."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for three lines."""
        scale = look().scale
        high = QFontMetrics(sans(9.5 * scale, bold=True)).height() + 2 * QFontMetrics(sans(8.0 * scale)).height()
        return QSize(option.rect.width(), high + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        line = index.data(LINE)
        if line is None:
            return
        theme, state, rect = look().theme, option.state, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(theme.colour("selected" if chosen else "field"))
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        # What is mute on paper would be faint on the ground of what is chosen or pointed at.
        plain = not state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        self._write(painter, rect.adjusted(10, 6, -8, -6), line, "mute" if plain else "ink")
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, room: QRect, line: CardLine, quiet: str) -> None:
        theme, scale = look().theme, look().scale
        bold, small = sans(9.5 * scale, bold=True), sans(8.0 * scale)
        low = QFontMetrics(small).height() + 2
        top = QRect(room.left(), room.top(), room.width(), QFontMetrics(bold).height())
        _put(painter, top, line.tag, bold, "ink")
        below = QRect(room.left(), top.bottom() + 3, room.width(), low)
        _put(painter, below, line.cite or QCoreApplication.translate("CardsPane", "no cite yet"), small, quiet)
        below.translate(0, low)
        fine = line.verdict.startswith("✓")
        painter.setFont(small)
        painter.setPen(theme.colour("danger" if quiet == "mute" and not fine else quiet))
        said = f"{line.verdict} · {line.time}"
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        wide = QFontMetrics(small).horizontalAdvance(said) + 12
        _put(painter, below.adjusted(wide, 0, 0, 0), line.used, small, quiet, right=True)


def _put(painter: QPainter, room: QRect, words: str, font: QFont, role: str, *, right: bool = False) -> None:
    painter.setFont(font)
    painter.setPen(look().theme.colour(role))
    said = painter.fontMetrics().elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, said)
