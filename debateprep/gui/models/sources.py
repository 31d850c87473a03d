"""The sources in a list: one line each, as plain values."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
DETAIL = Qt.ItemDataRole.UserRole + 1
ID = Qt.ItemDataRole.UserRole + 2
FIRST_ELSEWHERE = Qt.ItemDataRole.UserRole + 3
"""Tells that this is the first source of another topic, above which the list says so."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What the list shows of a source; `here` tells that it serves the topic in view."""

    id: int
    title: str
    detail: str
    here: bool = True


class SourcesModel(QAbstractListModel):
    """The sources of the topic in view, then the others."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[SourceLine, ...] = ()

    def set_lines(self, lines: tuple[SourceLine, ...]) -> None:
        """Show these lines; the same sources in the same order keep their rows."""
        if [line.id for line in lines] == [line.id for line in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return how many sources there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line's title, detail or id."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}. {line.detail}"
        if role == DETAIL:
            return line.detail
        if role == ID:
            return line.id
        if role == FIRST_ELSEWHERE:
            before = self._lines[index.row() - 1] if index.row() else None
            return not line.here and (before is None or before.here)
        return None

    def row_of(self, source_id: int) -> int:
        """Return the row of a source, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.id == source_id), -1)
