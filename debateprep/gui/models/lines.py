"""Lines of a list: headings, and under them what was found, heard, done or thrown away."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from debateprep.domain.labels import LabelColour
from debateprep.domain.terms import Side
from debateprep.gui.words import term

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, a quieter detail below, the side it belongs to, and what it stands for (`key`).

    A label's line has the shape of its colour (`mark`) before it.

    A heading only parts the others and cannot be chosen unless it has a key; a `quiet` line is painted paler.
    """

    words: str
    detail: str = ""
    side: Side = Side.NEITHER
    heading: bool = False
    quiet: bool = False
    key: object = None
    mark: LabelColour | None = None

    @property
    def is_chosen(self) -> bool:
        """Tell whether it can be chosen."""
        return not self.heading or self.key is not None

    @property
    def said(self) -> str:
        """Return the line as it is read out."""
        side = term(self.side.label) if self.side is not Side.NEITHER else ""
        return ". ".join(part for part in (side, self.words, self.detail) if part)


class LinesModel(QAbstractListModel):
    """The lines of one list."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines; the same ones stay as they are."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def line(self, row: int) -> Line | None:
        """Return the line of a row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what stands for something be chosen."""
        line = self.line(index.row()) if index.isValid() else None
        if line is not None and not line.is_chosen:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line and its words."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.said
        return line if role == LINE else None
