"""The coverage table: walked by arrows, holes filled and answers opened by Enter or a double click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from debateprep.gui.models.coverage import CoverageModel
from debateprep.gui.pages.coverage.paint import ArgumentHeader, CellDelegate, paint_corner
from debateprep.gui.theme import look

SHORT = 420
"""Lower than this, times the text size, arguments take fewer lines."""


class CoverageTable(QTableView):
    """Who answers whom. `entered` asks for what the cell leads to, `menu_wanted` for all that can be done there."""

    entered_cell = Signal(QModelIndex)
    menu_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = CoverageModel()
        self._corner: QAbstractButton | None = None
        self._down = ArgumentHeader(Qt.Orientation.Vertical, self)
        self._across = ArgumentHeader(Qt.Orientation.Horizontal, self)
        self._down.setAccessibleName(self.tr("Rows"))
        self._across.setAccessibleName(self.tr("Columns"))
        self.setVerticalHeader(self._down)
        self.setHorizontalHeader(self._across)
        self.setModel(self.model_)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(self.tr("Coverage"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        # Where the scroll bars meet: plain ground instead of the style's mark.
        self.setCornerWidget(QWidget())
        self._corner = self.findChild(QAbstractButton)
        if self._corner is not None:
            self._corner.installEventFilter(self)
            self._corner.setAccessibleName(self.tr("Sides"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.entered_cell)
        self._down.sectionDoubleClicked.connect(self._on_row)
        self._across.sectionDoubleClicked.connect(self._on_column)
        # A table filled anew has sections of one size again.
        self.model_.modelReset.connect(self._fit_headers)
        look().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Measure anew."""
        colours = self.palette()
        colours.setColor(colours.ColorRole.Base, look().theme.colour("paper"))
        self.setPalette(colours)
        self._fit_headers()
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows' words their share of the width."""
        super().resizeEvent(event)
        self._fit_headers()
        self.updateGeometries()

    def _fit_headers(self) -> None:
        tight = self.height() < SHORT * look().scale
        for header in (self._down, self._across):
            header.fit(self.width(), tight=tight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the corner as the headers are painted."""
        if watched is self._corner and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            paint_corner(watched, self.model_.grid.side)
            return True
        return super().eventFilter(watched, event)

    def pick(self, row: int, column: int) -> None:
        """Go to a cell."""
        index = self.model_.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def pick_argument(self, number: int) -> bool:
        """Go to where an argument's answers are counted, and tell whether it is there."""
        place = self.model_.grid.places.get(number)
        if place is not None:
            self.pick(*place)
        return place is not None

    def next_hole(self) -> bool:
        """Go to the next argument that nothing answers, rows before columns, and tell whether there is any."""
        grid = self.model_.grid
        holes = [grid.places[each.argument.id] for each in (*grid.rows, *grid.columns) if each.open]
        if not holes:
            return False
        here = self.currentIndex()
        place = (here.row(), here.column())
        after = holes[holes.index(place) + 1 :] if place in holes else holes
        self.pick(*(after or holes)[0])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the cell is for; the menu key asks for all that can be done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.entered_cell.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the cell at the pointer, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(at))

    def _on_row(self, section: int) -> None:
        self.entered_cell.emit(self.model_.index(section, 0))

    def _on_column(self, section: int) -> None:
        self.entered_cell.emit(self.model_.index(0, section))
