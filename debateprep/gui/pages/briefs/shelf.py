"""The drawer of kept positions and cards beside the briefs."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from debateprep.domain.terms import Side
from debateprep.gui.models.board import ShelfEntry
from debateprep.gui.models.shelf import ShelfModel
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.measure import height_of
from debateprep.gui.pages.briefs.paint import LinkButton, Says, Words, ring
from debateprep.gui.theme import look
from debateprep.gui.widgets.line_field import LineField
from debateprep.gui.widgets.names import add_clear_button
from debateprep.gui.words import term

SIDE_KEYS = {Qt.Key.Key_P: Side.PRO, Qt.Key.Key_C: Side.CON, Qt.Key.Key_N: Side.NEITHER}
"""The keys that set a position's side, as on the Read page."""
LEAST = 40
"""An entry is no narrower than this."""
HINT_FROM = 360
"""Lower than this, times the text size, the drawer shows no hint."""


class _Entry(QStyledItemDelegate):
    """Draws an entry: its side's edge, up to three lines of its words, and where they come from."""

    def _parts(self, entry: ShelfEntry) -> tuple[Words, Words]:
        line = entry.line + (" · " + self.tr("in a brief") if entry.used else "")
        return Words(entry.text, "line", "ink", 3), Words(line, "small", "mute", 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words at the list's width."""
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QListView) else 240) - 26
        if width < LEAST:
            # The drawer is on its way out of a fold, and will be measured again; no text fits here anyway.
            return QSize(LEAST, LEAST)
        text, line = self._parts(index.data(Qt.ItemDataRole.UserRole))
        return QSize(width, round(height_of(text, width) + height_of(line, width)) + 20)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the entry."""
        theme = look().theme
        entry: ShelfEntry = index.data(Qt.ItemDataRole.UserRole)
        area: QRectF = QRectF(option.rect).adjusted(4, 3, -4, -3)
        state = option.state
        painter.save()
        painter.setBrush(theme.colour("panel"))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ring(painter, area, theme.colour("accent" if chosen else "line"), width=1.5 if chosen else 1)
        if entry.side is not Side.NEITHER:
            painter.fillRect(QRectF(area.left() + 1, area.top() + 6, 3, area.height() - 12), theme.side(entry.side))
        text, line = self._parts(entry)
        wide = area.width() - 18
        high = text.draw(painter, area.left() + 10, area.top() + 6, wide)
        line.draw(painter, area.left() + 10, area.top() + 8 + high, wide)
        painter.restore()


class Shelf(QWidget):
    """Positions and cards to drag into a brief, or to put there with Enter; Ctrl+Enter adds support.

    P, C and N say which side a position helps; so does the menu of a right click.

    `make_wanted` and `support_wanted` carry (kind, id).
    """

    make_wanted = Signal(str, int)
    support_wanted = Signal(str, int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = ShelfModel(self)
        self.filter = LineField(self)
        self.filter.setPlaceholderText(self.tr("Find a position or card"))
        self.filter.setAccessibleName(self.tr("Find a position or card"))
        add_clear_button(self.filter)
        self.filter.textChanged.connect(self.model.filter)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Positions and cards"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Entry(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.installEventFilter(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self.show_menu)
        self.list.viewport().setAutoFillBackground(False)
        self.hint = Says(self.tr("Drag one into a contention, or onto an argument that it supports."), "small", "mute")
        self.hint.setWordWrap(True)
        self.make = LinkButton("", "")
        self.support = LinkButton(self.tr("Add as support"), self.tr("Rest the argument in view on the chosen one"))
        self.make.setToolTip(self.tr("Enter"))
        self.support.setToolTip(self.tr("Ctrl+Enter"))
        self.make.clicked.connect(self._on_make)
        self.support.clicked.connect(self._on_support)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 6, 8)
        column.setSpacing(6)
        column.addWidget(Says(self.tr("POSITIONS AND CARDS"), "caps", "mute"))
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(self.make)
        column.addWidget(self.support)
        desk.shown.connect(self.refresh)
        desk.selected.connect(self._on_selected)
        look().changed.connect(self.list.doItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where the list needs its room."""
        super().resizeEvent(event)
        self.hint.setVisible(self.height() >= HINT_FROM * look().scale)

    def make_for(self, side: Side) -> None:
        """Say for which side an argument would be made: the one last worked on."""
        words = self.tr("Make a {side} argument").format(side=term(side.label))
        self.make.setText(words)
        self.make.setAccessibleName(self.tr("{words} of the chosen one").format(words=words))

    @Slot()
    def refresh(self) -> None:
        """Show the board's entries; the chosen one stays chosen."""
        chosen = self.chosen()
        board = self._desk.board
        self.model.show_entries(board.shelf if board else ())
        for row in range(self.model.rowCount()):
            entry = self.model.index(row).data(Qt.ItemDataRole.UserRole)
            if chosen is not None and (entry.kind, entry.id) == (chosen.kind, chosen.id):
                self.list.setCurrentIndex(self.model.index(row))
        empty = self.tr("Nothing kept yet. Keep positions or cut cards in Read; they will lie here.")
        if self.model.rowCount() or self.filter.text():
            empty = self.tr("Drag one into a contention, or onto an argument that it supports.")
        self.hint.setText(empty)
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        self.support.setEnabled(bool(self._desk.argument))

    def chosen(self) -> ShelfEntry | None:
        """Return the chosen entry."""
        found = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, ShelfEntry) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the chosen entry into the brief with Enter."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        side = SIDE_KEYS.get(Qt.Key(event.key()))
        if side is not None and not event.modifiers():
            self._set_side(side)
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_support()
        else:
            self._on_make()
        return True

    def _set_side(self, side: Side) -> None:
        entry = self.chosen()
        if entry is not None and entry.kind == "position" and entry.side is not side:
            self._desk.set_position_side(entry.id, side)

    @Slot(QPoint)
    def show_menu(self, at: QPoint) -> None:
        """Offer what can be done with the chosen entry."""
        entry = self.chosen()
        if entry is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(f"{self.make.text()}\t{self.tr('Enter')}").triggered.connect(self._on_make)
        support = menu.addAction(f"{self.support.text()}\t{self.tr('Ctrl+Enter')}")
        support.setEnabled(self.support.isEnabled())
        support.triggered.connect(self._on_support)
        if entry.kind == "position":
            menu.addSeparator()
            for key, side in SIDE_KEYS.items():
                words = self.tr("Helps {side}").format(side=f"{side.sign} {term(side.label)}")
                words = words if side is not Side.NEITHER else self.tr("Helps neither side")
                action = menu.addAction(f"{words}\t{key.name[-1]}")
                action.setCheckable(True)
                action.setChecked(entry.side is side)
                action.setData(side.value)
        menu.triggered.connect(self._on_menu)
        menu.popup(self.list.viewport().mapToGlobal(at))

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        if action.data():
            self._set_side(Side(action.data()))

    @Slot()
    def _on_make(self) -> None:
        entry = self.chosen()
        if entry is not None:
            self.make_wanted.emit(entry.kind, entry.id)

    @Slot()
    def _on_support(self) -> None:
        entry = self.chosen()
        if entry is not None:
            self.support_wanted.emit(entry.kind, entry.id)
