"""A small table of words that are edited in place: the words, speeches and criteria of a debate format."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
CHOICES = Qt.ItemDataRole.UserRole + 1
Fits = Callable[[str], bool]


class CellsModel(QAbstractTableModel):
    """Rows of words under named columns; `edited` tells that something is different now.

    `choices` are what a column may hold as value and words, `fixed` the columns that cannot be edited, `fits` tells
    for a column whether words may stand there.
    """

    edited = Signal()

    def __init__(
        self,
        columns: Sequence[str] = (),
        *,
        choices: dict[int, tuple[tuple[str, str], ...]] | None = None,
        fixed: Sequence[int] = (),
        fits: dict[int, Fits] | None = None,
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._choices = choices or {}
        self._fixed = frozenset(fixed)
        self._fits = fits or {}
        self._rows: list[list[str]] = []

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return what stands there."""
        return tuple(tuple(row) for row in self._rows)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows; nobody is told that they were edited."""
        self.beginResetModel()
        self._rows = [list(row) for row in rows]
        self.endResetModel()

    def add(self, row: Sequence[str], at: int) -> int:
        """Put a row in, and return its place."""
        at = max(0, min(at, len(self._rows)))
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, list(row))
        self.endInsertRows()
        self.edited.emit()
        return at

    def remove(self, at: int) -> None:
        """Take a row out."""
        if 0 <= at < len(self._rows):
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._rows[at]
            self.endRemoveRows()
            self.edited.emit()

    def move(self, at: int, step: int) -> int:
        """Move a row up (-1) or down (1), and return its place."""
        to = at + step
        if not (0 <= at < len(self._rows) and 0 <= to < len(self._rows)):
            return at
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), to + 1 if step > 0 else to)
        self._rows.insert(to, self._rows.pop(at))
        self.endMoveRows()
        self.edited.emit()
        return to

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's name."""
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns)
        return self._columns[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what is not fixed be edited."""
        found = super().flags(index)
        if index.isValid() and index.column() not in self._fixed:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words, its value to edit, or what may be chosen there."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        value = self._rows[index.row()][index.column()]
        choices = self._choices.get(index.column(), ())
        if role == CHOICES:
            return choices
        if role == Qt.ItemDataRole.EditRole:
            return value
        words = dict(choices).get(value, value)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()]}: {words}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep words that may stand there; others leave the cell as it was."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() in self._fixed:
            return False
        words = " ".join(str(value).split())
        fits = self._fits.get(index.column())
        choices = self._choices.get(index.column())
        if (fits is not None and not fits(words)) or (choices and words not in dict(choices)):
            return False
        if words != self._rows[index.row()][index.column()]:
            self._rows[index.row()][index.column()] = words
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True
