"""Which rows of a column are chosen together: pure rules over their keys, in the order in which the rows stand."""

from __future__ import annotations

from collections.abc import Sequence

Key = tuple[str, int]
"""What a row shows: its kind and the id of that thing."""

PICKABLE = ("section", "item", "answer", "target")
"""The kinds of row that can be chosen together; links, drafts and notices cannot."""


class Picks:
    """The rows that were chosen besides the current one; while none is, the current row alone counts."""

    def __init__(self) -> None:
        self.chosen: set[Key] = set()
        self._anchor: Key | None = None

    def __contains__(self, key: Key) -> bool:
        return key in self.chosen

    def only(self, key: Key) -> None:
        """Begin anew at one row."""
        self.chosen = set()
        self._anchor = key

    def toggle(self, key: Key) -> None:
        """Add a row, or take it out; the row where the user began is the first of several."""
        if not self.chosen and self._anchor is not None and self._anchor != key:
            self.chosen = {self._anchor}
        self.chosen = self.chosen ^ {key}
        self._anchor = key

    def reach(self, key: Key, order: Sequence[Key]) -> None:
        """Choose every row from where the user began to this one, in the order given."""
        if self._anchor not in order or key not in order:
            self.only(key)
            return
        first, last = sorted((order.index(self._anchor), order.index(key)))
        self.chosen = set(order[first : last + 1])

    def every(self, order: Sequence[Key]) -> None:
        """Choose all rows."""
        self.chosen = set(order)
        self._anchor = order[0] if order else None

    def keep(self, order: Sequence[Key]) -> None:
        """Forget rows that are gone."""
        self.chosen &= set(order)

    def among(self, order: Sequence[Key], current: Key | None) -> list[Key]:
        """Return what a command works on, in order: the rows chosen, else the current one."""
        if self.chosen:
            return [key for key in order if key in self.chosen]
        return [current] if current is not None and current in order else []
