"""The table over a `CellsModel`: one height for all rows, a list where there is a choice, and buttons for rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.models.cells import CHOICES, CellsModel
from debateprep.gui.theme import look
from debateprep.gui.widgets.parts import FlatButton, WrapLayout

Index = QModelIndex | QPersistentModelIndex


class CellsEdit(QWidget):
    """A table to edit; with a `blank` row, rows can be added, moved and removed."""

    def __init__(self, name: str, model: CellsModel, wide: int, blank: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.model, self._blank = model, blank
        self.view = QTableView()
        self.view.setModel(model)
        self.view.setItemDelegate(_Chooser(self.view))
        self.view.setAccessibleName(name)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        self.view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        down, across = self.view.verticalHeader(), self.view.horizontalHeader()
        down.hide()
        down.setAccessibleName(self.tr("Rows"))
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setAccessibleName(self.tr("Columns"))
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(model.columnCount()):
            stretched = column == wide
            mode = QHeaderView.ResizeMode
            across.setSectionResizeMode(column, mode.Stretch if stretched else mode.ResizeToContents)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view, 1)
        if blank:
            whole.addWidget(self._ways())
        look().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)

    def _ways(self) -> QWidget:
        held = QWidget()
        line = WrapLayout(held)
        ways: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Add"), self.add),
            (self.tr("Remove"), self.remove),
            (self.tr("Move up"), self.move_up),
            (self.tr("Move down"), self.move_down),
        )
        for words, act in ways:
            button = FlatButton(words)
            button.clicked.connect(act)
            line.addWidget(button)
        return held

    def _row(self) -> int:
        return self.view.currentIndex().row()

    def _pick(self, row: int) -> None:
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0))

    def add(self) -> None:
        """Add a row below the current one, and begin to write it."""
        row = self.model.add(self._blank, self._row() + 1 if self._row() >= 0 else self.model.rowCount())
        self._pick(row)
        self.view.edit(self.model.index(row, 0))

    def remove(self) -> None:
        """Take the current row out."""
        row = self._row()
        self.model.remove(row)
        self._pick(row)

    def move_up(self) -> None:
        """Move the current row up."""
        self._pick(self.model.move(self._row(), -1))

    def move_down(self) -> None:
        """Move the current row down."""
        self._pick(self.model.move(self._row(), 1))


class _Chooser(QStyledItemDelegate):
    """Edits a cell by a list where there is a choice."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the list, or Qt's own line."""
        choices = index.data(CHOICES)
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for value, words in choices:
            box.addItem(words, value)
        box.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's value."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)
