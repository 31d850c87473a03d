"""The cards in a list, as plain values: a row each, the same for every view."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from debateprep.domain.model import Label

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class CardLine:
    """What the list shows of a card: its tag, its cite, its verdict with shape, its time, and where it is used."""

    id: int
    tag: str
    cite: str
    verdict: str
    time: str
    used: str = ""
    labels: tuple[Label, ...] = ()
    sound: bool = True

    @property
    def words(self) -> str:
        """Return all of it as it is read out."""
        labels = ", ".join(each.name for each in self.labels)
        return ". ".join(part for part in (self.tag, self.cite, self.verdict, self.time, self.used, labels) if part)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a card must be to be shown: with one of some labels, sound or not, used or not; None asks for nothing."""

    labels: frozenset[str] = frozenset()
    sound: bool | None = None
    used: bool | None = None

    def fits(self, line: CardLine) -> bool:
        """Tell whether a card is so."""
        labelled = not self.labels or any(each.name in self.labels for each in line.labels)
        return labelled and self.sound in (None, line.sound) and self.used in (None, bool(line.used))


class CardsModel(QAbstractListModel):
    """The cards of a topic, or those of them that have the words of a filter."""

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[CardLine, ...] = ()
        self._shown: tuple[CardLine, ...] = ()
        self._words: list[str] = []
        self._wish = Wish()

    def set_lines(self, lines: tuple[CardLine, ...]) -> None:
        """Show these lines; the same cards in the same order keep their rows."""
        self._all = lines
        self._show()

    def filter(self, words: str) -> None:
        """Show only cards with every one of the words."""
        self._words = words.casefold().split()
        self._show()

    def choose(self, wish: Wish) -> None:
        """Show only cards that are as wished."""
        self._wish = wish
        self._show()

    @property
    def count(self) -> int:
        """Return how many cards there are, shown or not."""
        return len(self._all)

    def _show(self) -> None:
        wished = [each for each in self._all if self._wish.fits(each)]
        fit = tuple(each for each in wished if all(word in each.words.casefold() for word in self._words))
        if [each.id for each in fit] == [each.id for each in self._shown]:
            self._shown = fit
            if fit:
                self.dataChanged.emit(self.index(0), self.index(len(fit) - 1))
            return
        self.beginResetModel()
        self._shown = fit
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and habit
        """Return how many cards are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line's tag, the whole line, or its id."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        line = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.tag
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.words
        return {ID: line.id, LINE: line}.get(role)

    def row_of(self, card_id: int) -> int:
        """Return the row of a card, or -1."""
        return next((row for row, line in enumerate(self._shown) if line.id == card_id), -1)
