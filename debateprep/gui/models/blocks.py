"""The blocks of an article that is looked over: kept or struck out, what each is, and its words."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from debateprep.domain.article import numbered
from debateprep.domain.terms import BlockKind
from debateprep.gui.words import term
from debateprep.services.reviews import Review

Index = QModelIndex | QPersistentModelIndex
KIND = Qt.ItemDataRole.UserRole + 1
_SHOWN = 300


class BlocksModel(QAbstractTableModel):
    """Shows and corrects the blocks of a review; `corrected` carries the review with a correction."""

    corrected = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self._numbers: dict[int, int] = {}

    def set_review(self, review: Review | None) -> None:
        """Show a review; one of the same text keeps its rows."""
        old = self._review
        same = old is not None and review is not None and len(old.article.blocks) == len(review.article.blocks)
        if not same:
            self.beginResetModel()
        self._review = review
        places = {block: number for number, block in numbered(review.article.blocks)} if review is not None else {}
        blocks = review.article.blocks if review is not None else ()
        self._numbers = {row: places[block] for row, block in enumerate(blocks) if block in places}
        if not same:
            self.endResetModel()
        elif self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 2))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return how many blocks there are."""
        return len(self._review.article.blocks) if self._review is not None and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return the columns: kept with its number, what it is, its words."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's name."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal or not 0 <= section < 3:
            return None
        return (self.tr("Keep"), self.tr("What it is"), self.tr("Words"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        found = super().flags(index)
        if index.isValid() and index.column() == 0:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        if index.isValid() and index.column() == 1:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        if self._review is None or not index.isValid() or not 0 <= index.row() < self.rowCount():
            return None
        block = self._review.article.blocks[index.row()]
        number = self._numbers.get(index.row())
        words = " ".join(self._review.article.text[block.start : block.end].split())[:_SHOWN]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Unchecked if block.struck else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DisplayRole:
            return (f"¶{number}" if number else "–", term(block.kind.value), words)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            struck = self.tr("struck out") if block.struck else self.tr("kept")
            return ". ".join((struck, term(block.kind.value), words))
        if role in (Qt.ItemDataRole.EditRole, KIND) and index.column() == 1:
            return block.kind.value
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep or strike out a block, or say what it is."""
        if self._review is None or not index.isValid():
            return False
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            kept = Qt.CheckState(value) is Qt.CheckState.Checked
            self.corrected.emit(self._review.with_block(row, struck=not kept))
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == 1 and value in list(BlockKind):
            self.corrected.emit(self._review.with_block(row, kind=BlockKind(value)))
            return True
        return False
