"""Rows of a column chosen together, and sections folded: what the outline remembers of how it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from debateprep.domain.terms import Side
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.dropzone import DropZone
from debateprep.gui.pages.briefs.picks import PICKABLE, Key, Picks
from debateprep.gui.pages.briefs.plan import Planned
from debateprep.gui.pages.briefs.rows import Row


class Choosing(DropZone):
    """Rows on which commands work, one or several, and what of them is folded away."""

    def __init__(self, desk: Desk, side: Side, scroll: QScrollArea) -> None:
        super().__init__(desk, side, scroll)
        self.folded: set[int] = set()
        self.picks = Picks()

    def show_board(self, board: Board | None) -> None:
        """Show a board."""
        raise NotImplementedError

    def focus_row(self, key: Key, nth: int = 0) -> None:
        """Make a row the current one and give the focus to one of its stops."""
        raise NotImplementedError

    def fold(self, number: int, *, on: bool) -> None:
        """Show only the heading of a section, or all that stands in it."""
        if on is not (number in self.folded):
            self.folded ^= {number}
            self.show_board(self._desk.board)

    def picked(self) -> list[Planned]:
        """Return what a command works on: the rows chosen together, else the current one."""
        found = (self.plan.row(key) for key in self.picks.among(self.plan.pickable, self._current))
        return [row for row in found if row is not None]

    def pick_every(self) -> None:
        """Choose all rows."""
        self.picks.every(self.plan.pickable)
        self._show_picks()

    def _show_picks(self) -> None:
        for key, row in self._by_key.items():
            row.set_picked(on=key in self.picks)

    def row_clicked(self, row: Row, modifiers: Qt.KeyboardModifier) -> None:
        """Choose a row by itself, up to it with Shift, or one more with Ctrl."""
        if row.key[0] not in PICKABLE:
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.picks.reach(row.key, self.plan.pickable)
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
        order = self.plan.pickable
        if self._current in order:
            there = order[max(0, min(len(order) - 1, order.index(self._current) + step))]
            self.picks.reach(there, order)
            self._show_picks()
            self.focus_row(there)
