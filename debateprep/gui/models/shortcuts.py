"""The lines of the shortcut sheet: commands with their keys, under the names of their menus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A command in words with its keys as this system writes them; a `heading` names the group that follows."""

    group: str
    words: str
    keys: tuple[str, ...] = ()
    heading: bool = False


class SheetModel(QAbstractListModel):
    """The lines that say what is sought, each group under its name."""

    LINE = Qt.ItemDataRole.UserRole

    def __init__(self, lines: Sequence[Line], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(lines)
        self._lines: tuple[Line, ...] = ()
        self.seek("")

    @Slot(str)
    def seek(self, text: str) -> None:
        """Show the lines in which every word stands: in the command, its keys, or its group."""
        words = text.casefold().split()
        found = [line for line in self._all if all(word in _said(line) for word in words)]
        shown: list[Line] = []
        for line in found:
            if not shown or shown[-1].group != line.group:
                shown.append(Line(line.group, line.group, heading=True))
            shown.append(line)
        self.beginResetModel()
        self._lines = tuple(shown)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let commands be chosen, and headings not."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._lines[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's words, its whole for a screen reader, or the line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ": ".join(part for part in (line.words, ", ".join(line.keys)) if part)
        return line if role == self.LINE else None


def _said(line: Line) -> str:
    return f"{line.words} {' '.join(line.keys)} {line.group}".casefold()
