"""Rows of a column chosen together, and sections folded: what the outline remembers of how it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from debateprep.domain.terms import Side
from debateprep.gui.models.board import Board, SectionView
from debateprep.gui.pages.briefs_desk import Desk
from debateprep.gui.pages.briefs_dropzone import DropZone
from debateprep.gui.pages.briefs_picks import PICKABLE, Key, Picks
from debateprep.gui.pages.briefs_rows import Row


class Choosing(DropZone):
    """Rows on which commands work, one or several, and what of them is folded away."""

    def __init__(self, desk: Desk, side: Side, scroll: QScrollArea) -> None:
        super().__init__(desk, side, scroll)
        self.folded: set[int] = set()
        self.picks = Picks()
        self._by_key: dict[Key, Row] = {}
        self._current: Key = ("", 0)

    def show_board(self, board: Board | None) -> None:
        """Show a board."""
        raise NotImplementedError

    def _set_current(self, current: Row | None) -> None:
        raise NotImplementedError

    def shut(self, sections: Sequence[SectionView]) -> set[int]:
        """Return the sections that stand, at any depth, in a folded one."""
        found: set[int] = set()
        for section in sections:
            if section.parent in self.folded | found:
                found.add(section.id)
        return found

    def fold(self, number: int, *, on: bool) -> None:
        """Show only the heading of a section, or all that stands in it."""
        if on is not (number in self.folded):
            self.folded ^= {number}
            self.show_board(self._desk.board)

    def order(self) -> list[Key]:
        """Return the keys of the rows that can be chosen, as they stand."""
        return [row.key for row in self.rows if row.key[0] in PICKABLE]

    def picked(self) -> list[Row]:
        """Return what a command works on: the rows chosen together, else the current one."""
        return [self._by_key[key] for key in self.picks.among(self.order(), self._current)]

    def pick_every(self) -> None:
        """Choose all rows."""
        self.picks.every(self.order())
        self._show_picks()

    def _show_picks(self) -> None:
        for row in self.rows:
            row.set_picked(on=row.key in self.picks)

    def row_clicked(self, row: Row, modifiers: Qt.KeyboardModifier) -> None:
        """Choose a row by itself, up to it with Shift, or one more with Ctrl."""
        if row.key[0] not in PICKABLE:
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.picks.reach(row.key, self.order())
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.picks.toggle(row.key)
        else:
            self.picks.only(row.key)
        self._show_picks()

    def row_drag(self, row: Row) -> list[tuple[str, int]]:
        """Return all rows that are dragged with one."""
        return [each.key for each in self.picked()] if row.picked else [row.key]

    def reach(self, step: int) -> None:
        """Choose the next row too, up (-1) or down (1)."""
        order = self.order()
        if self._current in order:
            there = order[max(0, min(len(order) - 1, order.index(self._current) + step))]
            self.picks.reach(there, order)
            self._show_picks()
            row = self._by_key[there]
            self._set_current(row)
            row.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
