"""The rows of one side's brief, one under another: built in place, walked by keys, arranged by dragging."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from debateprep.domain.terms import Part, Side
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.cards import SectionHeading
from debateprep.gui.pages.briefs.choosing import Choosing
from debateprep.gui.pages.briefs.desk import Desk, Once
from debateprep.gui.pages.briefs.drafts import Drafts, Spot, focus_is_elsewhere
from debateprep.gui.pages.briefs.making import RowMaker
from debateprep.gui.pages.briefs.picks import Key
from debateprep.gui.pages.briefs.plan import DRAFT, Plan, Planned, Shows, plan
from debateprep.gui.pages.briefs.rows import DraftRow, Row


class Body(Choosing):
    """One part of one side's brief; it is the Host of its rows.

    `across` asks for the other side's row beside this one, `pressed` tells which pill or link was used,
    `menu` asks for what can be done with a row, `next_wanted` for a new row after one.
    """

    across = Signal(int)
    pressed = Signal(object, str)
    menu = Signal(object, object)
    next_wanted = Signal(object)

    def __init__(self, desk: Desk, side: Side, scroll: QScrollArea, anchor: QWidget) -> None:
        super().__init__(desk, side, scroll)
        self._anchor = anchor
        self._maker = RowMaker(desk, side, self, self)
        self.drafts = Drafts(desk, side, self, self)
        self.drafts.closed.connect(self._on_closed)
        self.drafts.moved.connect(self._on_draft_moved)
        self._wanted: Key = ("", 0)

    # Showing

    def show_board(self, board: Board | None, *, from_top: bool = False) -> None:
        """Show a board: rows that stay keep their widget, focus and place under the eye."""
        found = Plan()
        if board is not None:
            found = plan(board, self.side, self.part, self.folded, self.drafts.writing())
            found = self.drafts.hold(found)
        self.picks.keep(found.pickable)
        self.set_plan(found, board, from_top=from_top)
        self._show_picks()
        self._order_stops()
        self._give_wanted()

    def show_part(self, part: Part) -> None:
        """Show another part of the brief, from its top."""
        self.end_draft()
        self.part = part
        self.show_board(self._desk.board, from_top=True)

    def show_wide(self, *, on: bool) -> None:
        """Write the other side's answers out under each argument, or tell only how many there are."""
        self.wide = on
        self._heights.clear()
        self.show_board(self._desk.board)

    def show_chosen(self) -> None:
        """Show the cards again: the one in view in the panel shows more than the others."""
        for key, row in self._by_key.items():
            planned = self.plan.row(key)
            if planned is not None and planned.shows is Shows.ARGUMENT:
                self.fill_row(row, planned)
        self.arrange()

    def make_row(self, planned: Planned) -> Row:
        """Return a widget for a row; the draft has one of its own."""
        if planned.key == DRAFT and self.drafts.row is not None:
            return self.drafts.row
        row = self._maker.make(planned)
        row.set_picked(on=planned.key in self.picks)
        return row

    def fits(self, row: Row, planned: Planned) -> bool:
        """Tell whether a widget can show what is planned."""
        return row is self.drafts.row if planned.key == DRAFT else self._maker.fits(row, planned)

    def fill_row(self, row: Row, planned: Planned) -> None:
        """Let a widget show what is planned; but for the current row, Tab goes by."""
        if self._board is not None and not isinstance(row, DraftRow):
            self._maker.show(row, planned, self._board, self.folded, wide=self.wide)
            self._let_tab(row, on=planned.key == self._current)

    def kept(self) -> tuple[Key, ...]:
        """Return the rows that are widgets however far away they are: the draft is one of them."""
        return (*super().kept(), DRAFT)

    # Drafts

    @property
    def draft(self) -> DraftRow | None:
        """Return the row that something new is written in, if one stands open."""
        return self.drafts.row

    def begin(self, spot: Spot) -> None:
        """Show an empty row to write in, at a place."""
        draft = self.drafts.begin(spot)
        self.folded.discard(spot.home.id)
        self.show_board(self._desk.board)
        draft.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(draft)

    @Slot()
    def _on_draft_moved(self) -> None:
        self.show_board(self._desk.board)
        if self.draft is not None:
            self.reveal(self.draft)
        self._desk.refresh()

    @Slot(bool)
    def _on_closed(self, on: bool) -> None:
        draft, kind = self.draft, self.drafts.spot.kind
        if draft is None:
            return
        # What is hidden gives its focus to whatever comes next, so this is asked before.
        elsewhere = focus_is_elsewhere(self)
        self.end_draft()
        if not draft.once.is_empty:
            self._go_to(kind, draft.once, wanted=on)
        elif not elsewhere:
            # Who left for another place keeps it.
            if self.drafts.last is not None:
                self._go_to(*self.drafts.last, wanted=True)
            else:
                self.focus_current()
        self._desk.refresh()

    def _go_to(self, kind: str, once: Once, *, wanted: bool) -> None:
        if once.id:
            self.want(kind, once.id, only_if=wanted)
        elif wanted:
            once.born.connect(lambda number: self.want(kind, number))

    def end_draft(self) -> None:
        """Let the draft go; what was typed is kept."""
        self.drafts.end()
        if DRAFT in self.plan:
            self.set_plan(self.plan.without(DRAFT), self._board)

    # Focus and keys

    def _order_stops(self) -> None:
        """Let Tab come from the tabs to the current row and the draft, as they stand."""
        keys = sorted({key for key in (self._current, DRAFT) if key in self._by_key}, key=self.plan.places.__getitem__)
        stops = [stop for key in keys for stop in self._by_key[key].stops()]
        for before, after in pairwise([self._anchor, *stops]):
            QWidget.setTabOrder(before, after)

    @staticmethod
    def _let_tab(row: Row, *, on: bool) -> None:
        # One row at a time can be reached by Tab; the arrows walk to the others, and Tab leaves the column.
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        for stop in row.stops():
            stop.setFocusPolicy(policy)

    def _set_current(self, row: Row) -> None:
        before = self._by_key.get(self._current)
        self._current = row.key
        for each in {before, row}:
            if each is not None and not isinstance(each, DraftRow):
                self._let_tab(each, on=each is row)
        self._order_stops()

    def current(self) -> Row | None:
        """Return the row that has, or last had, the focus."""
        return self.row_at(self._current)

    def focus_row(self, key: Key, nth: int = 0) -> None:
        """Make a row the current one and give the focus to one of its stops, however far away it stands."""
        row = self.row_at(key)
        stops = row.stops() if row is not None else []
        if row is not None and stops:
            self._set_current(row)
            stops[nth].setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(stops[nth])

    def want(self, kind: str, number: int, *, only_if: bool = True) -> None:
        """Give the focus to the row of a thing as soon as it is there."""
        if only_if:
            self._wanted = (kind, number)
            self._give_wanted()

    def row_of(self, kind: str, number: int) -> Row | None:
        """Return the row of an "argument", "answer", "contention" or "note", if it is here."""
        planned = self.plan.of(kind, number)
        return self.row_at(planned.key) if planned is not None else None

    def _give_wanted(self) -> None:
        planned = self.plan.of(*self._wanted) if self._wanted[1] else None
        if planned is not None and planned.takes_focus:
            self._wanted = ("", 0)
            self.focus_row(planned.key)
            row = self._by_key.get(planned.key)
            if row is not None:
                self.reveal(row)

    def row_focused(self, row: Row) -> None:
        """Make a row the current one; a click says itself what it chooses."""
        if not row.by_mouse and row.key not in self.picks:
            self.picks.only(row.key)
            self._show_picks()
        row.by_mouse = False
        self._set_current(row)
        self.reveal(row)

    def row_key(self, row: Row, event: QKeyEvent) -> bool:
        """Walk with the arrows, with Shift choosing; go on with Enter."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key in steps:
            self.reach(steps[key])
            return True
        if modifiers:
            return False
        if key in steps:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._jump(1 if key == Qt.Key.Key_Home else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._sideways(row, -1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit(row)
        elif key == Qt.Key.Key_Escape and self.picks.chosen:
            self.picks.only(row.key)
            self._show_picks()
        else:
            return False
        return True

    def _sideways(self, row: Row, step: int) -> None:
        # On a heading the arrows fold and unfold, as in every tree, where they do not lead to the other side.
        number = row.section if isinstance(row, SectionHeading) and row.view is not None else 0
        if number and step > 0 and number in self.folded:
            self.fold(number, on=False)
        elif number and step < 0 and number not in self.folded and self.side is Side.PRO:
            self.fold(number, on=True)
        else:
            self.across.emit(step)

    def _walk(self, step: int) -> None:
        """Go to the next stop, up (-1) or down (1), in this row or another."""
        focus = QApplication.focusWidget()
        row = self.row_of_widget(focus)
        key = row.key if row is not None else self._current
        stops = row.stops() if row is not None else []
        nth = stops.index(focus) + step if focus in stops else -1
        if 0 <= nth < len(stops):
            self._go(key, nth)
            return
        place = self.plan.places.get(key, -1)
        there = self.plan.stop(place + step, step)
        if there >= 0:
            self._go(self.plan.rows[there].key, 0 if step > 0 else -1)

    def _jump(self, step: int) -> None:
        """Go to the first stop of all (1), or to the last (-1)."""
        there = self.plan.stop(0 if step > 0 else len(self.plan.rows) - 1, step)
        if there >= 0:
            self._go(self.plan.rows[there].key, 0 if step > 0 else -1)

    def _go(self, key: Key, nth: int) -> None:
        self.picks.only(key)
        self._show_picks()
        self.focus_row(key, nth)

    def row_edited(self, row: Row, *, on: bool) -> None:
        """Show what the edit left."""
        self.reveal(row)
        if not on:
            self._desk.refresh()

    def row_pill(self, row: Row, key: str) -> None:
        """Pass on what was pressed."""
        self.pressed.emit(row, key)

    def row_menu(self, row: Row, event: QContextMenuEvent) -> None:
        """Pass on that a menu is wanted."""
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.menu.emit(row, event.globalPos())
