"""The kept positions and cards of a topic, as a list that can be dragged from."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from debateprep.gui.models.board import ShelfEntry
from debateprep.gui.words import term

MIME = "application/x-debateprep-brief"

AnyIndex = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractListModel):
    """Shelf entries, filtered by words; UserRole gives the entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ShelfEntry, ...] = ()
        self._shown: list[ShelfEntry] = []
        self._words = ""

    def show_entries(self, entries: tuple[ShelfEntry, ...]) -> None:
        """Show other entries; nothing happens when they are the same."""
        if entries != self._all:
            self._all = entries
            self._filter()

    def filter(self, words: str) -> None:
        """Show the entries that have all the words."""
        self._words = words
        self._filter()

    def _filter(self) -> None:
        wanted = self._words.casefold().split()
        self.beginResetModel()
        self._shown = [
            each for each in self._all if all(word in f"{each.text} {each.line}".casefold() for word in wanted)
        ]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many entries are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry's words, its line for screen readers, or the entry itself."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        entry = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            used = self.tr("in a brief") if entry.used else self.tr("not used yet")
            side = term(entry.side.label) if entry.kind == "position" else ""
            return ", ".join(part for part in (side, entry.text, entry.line, used) if part)
        return entry if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every entry be dragged."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def mimeTypes(self) -> list[str]:
        """Return the one type that a brief takes."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the first of the entries dragged."""
        data = QMimeData()
        if indexes:
            entry = self._shown[indexes[0].row()]
            data.setData(MIME, QByteArray(json.dumps({"kind": entry.kind, "id": entry.id}).encode()))
        return data
