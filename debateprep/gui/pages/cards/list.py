"""The topic's cards at the left: a filter and a list."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from debateprep.domain.model import Label, SavedFilter
from debateprep.gui.models.cards import ID, LINE, CardLine, CardsModel
from debateprep.gui.pages.cards.wish import groups_of, picked_of, terms_of, wish_of
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.choice_menu import ChoiceMenu
from debateprep.gui.widgets.label_marks import marks_width, paint_labels
from debateprep.gui.widgets.line_field import LineField
from debateprep.gui.widgets.parts import FlatButton, Words, heading
from debateprep.gui.widgets.saved_filters import SavedFilters
from debateprep.gui.widgets.side_list import SideList, paint_ground, put

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
        self.filter.setPlaceholderText(self.tr("Filter: words, “Pro C1” …"))
        self.filter.setClearButtonEnabled(True)
        for clear in self.filter.findChildren(QToolButton):
            clear.setAccessibleName(self.tr("Clear the filter"))
        self.filter.textChanged.connect(self._on_filter)
        self.more = ChoiceMenu(self.tr("Filter"))
        self.more.setToolTip(self.tr("Show cards by label, verdict or use"))
        self.more.changed.connect(self._on_more)
        self.kept = SavedFilters(self)
        self.more.more = self._offer_kept
        self._labels: tuple[Label, ...] = ()
        self.list = _CardList(self.tr("Cards of the topic"), self.model)
        self.list.picked.connect(self._on_picked)
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
        asked = QHBoxLayout()
        asked.setSpacing(6)
        asked.addWidget(self.filter, 1)
        asked.addWidget(self.more)
        column.addLayout(asked)
        column.addWidget(self.more.chips)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, lines: tuple[CardLine, ...], current: int) -> None:
        """Show the cards with the one in view picked."""
        self._shown = current
        self.model.set_lines(lines)
        self._pick()
        self._tell()

    def _pick(self) -> None:
        self.list.pick(self._shown, self.model.row_of(self._shown))

    def _tell(self) -> None:
        shown, whole = self.model.rowCount(), self.model.count
        all_of_them = self.tr("1 card") if whole == 1 else self.tr("{n} cards").format(n=whole)
        some = self.tr("{n} of {all}").format(n=shown, all=whole)
        self._count.setText(all_of_them if shown == whole else some)
        nothing = self.tr("No card has these words.") if not self.more.picked else self.tr("No card is like this.")
        if not whole:
            nothing = self.tr("No cards yet. Select words on the Read page and press Ctrl+Enter to cut one.")
        self.none.setText(nothing)
        self.none.setVisible(not shown)

    def show_choice(self, labels: tuple[Label, ...], kept: tuple[SavedFilter, ...]) -> None:
        """Offer these labels to filter by, and these kept filters."""
        self._labels, self.kept.listed = labels, kept
        self.more.offer(groups_of(labels), self.more.picked)

    def _offer_kept(self, menu: QMenu) -> None:
        self.kept.fill(menu, can_keep=bool(self.more.picked))

    def begin(self, terms: tuple[tuple[str, str], ...]) -> None:
        """Filter by what was asked for last, as another topic came into view."""
        self.filter.clear()
        self.more.offer(groups_of(self._labels), picked_of(terms))
        self._on_more()

    @property
    def terms(self) -> tuple[tuple[str, str], ...]:
        """Return what the list is filtered by beside words."""
        return terms_of(self.more.picked)

    def _on_more(self) -> None:
        self.model.choose(wish_of(self.more.picked))
        self._pick()
        self._tell()

    def _on_filter(self, words: str) -> None:
        self.model.filter(words)
        self._pick()
        self._tell()

    def _on_picked(self, number: int) -> None:
        self._shown = number
        self.chosen.emit(number)


class _CardList(SideList):
    """The list itself; Enter goes on to the words."""

    entered_card = Signal()

    def __init__(self, name: str, model: CardsModel) -> None:
        super().__init__(name, model, ID, _CardDelegate())
        # One height for all, so that thousands are laid out at once.
        self.setUniformItemSizes(True)

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
        rect = QRect(option.rect)
        painter.save()
        plain = paint_ground(painter, rect, option)
        self._write(painter, rect.adjusted(10, 6, -8, -6), line, "mute" if plain else "ink")
        painter.restore()

    @staticmethod
    def _write(painter: QPainter, room: QRect, line: CardLine, quiet: str) -> None:
        theme, scale = look().theme, look().scale
        bold, small = sans(9.5 * scale, bold=True), sans(8.0 * scale)
        low = QFontMetrics(small).height() + 2
        top = QRect(room.left(), room.top(), room.width(), QFontMetrics(bold).height())
        put(painter, top, line.tag, bold, "ink")
        below = QRect(room.left(), top.bottom() + 3, room.width(), low)
        if line.labels:
            marks = min(below.width() // 2, marks_width(line.labels, small))
            paint_labels(painter, QRect(below.right() - marks, below.top(), marks, below.height()), line.labels, small)
            below.setRight(below.right() - marks - 4)
        put(painter, below, line.cite or QCoreApplication.translate("CardsPane", "no cite yet"), small, quiet)
        below = QRect(room.left(), below.top() + low, room.width(), low)
        fine = line.verdict.startswith("✓")
        painter.setFont(small)
        painter.setPen(theme.colour("danger" if quiet == "mute" and not fine else quiet))
        said = f"{line.verdict} · {line.time}"
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
        wide = QFontMetrics(small).horizontalAdvance(said) + 12
        put(painter, below.adjusted(wide, 0, 0, 0), line.used, small, quiet, right=True)
