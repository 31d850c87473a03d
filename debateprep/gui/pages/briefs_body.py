"""The rows of one side's brief, one under another: built in place, walked by keys, arranged by dragging."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from debateprep.domain.terms import ItemKind, Part, SectionKind, Side
from debateprep.gui.models.board import Board, ItemView, SectionView, SideView
from debateprep.gui.pages.briefs_cards import ArgumentCard, NoteRow, SectionHeading
from debateprep.gui.pages.briefs_choosing import Choosing
from debateprep.gui.pages.briefs_desk import Desk, Once
from debateprep.gui.pages.briefs_drafts import MARGIN, Drafts, Spot, focus_is_elsewhere
from debateprep.gui.pages.briefs_picks import Key
from debateprep.gui.pages.briefs_rows import DraftRow, LinkRow, Row, TextRow
from debateprep.gui.theme import look
from debateprep.gui.words import term

R = TypeVar("R", bound=Row)


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
        self.wide = False
        self._next: list[Row] = []
        self.drafts = Drafts(desk, side, self, self)
        self.drafts.closed.connect(self._on_closed)
        self.drafts.moved.connect(self._on_draft_moved)
        self._wanted: Key = ("", 0)
        look().changed.connect(self.arrange)

    # Building

    def show_board(self, board: Board | None) -> None:
        """Show a board: rows that stay keep their widget, focus and editor."""
        self._next = []
        current = self.current()
        seen_at = current.y() - self._scroll.verticalScrollBar().value() if current is not None else 0
        if board is not None:
            view = board.sides[self.side]
            {Part.CASE: self._case, Part.ANSWERS: self._answers, Part.NOTES: self._notes}[self.part](board, view)
            self.drafts.hold(self._next)
        kept = {row.key: row for row in self._next}
        for row in self.rows:
            if row.key not in kept:
                row.hide()
                row.deleteLater()
        self.rows, self._by_key = self._next, kept
        self.picks.keep(self.order())
        self._show_picks()
        self._order_stops()
        self.arrange()
        if current is not None and current in self.rows:
            # What is above it may have grown or shrunk; under the eye it stays where it was.
            self._scroll.verticalScrollBar().setValue(current.y() - seen_at)
        self._give_wanted()

    def _row(self, kind: type[R], key: tuple[str, int], make: Callable[[], R]) -> R:
        there = self._by_key.get(key)
        row = there if isinstance(there, kind) else make()
        if row is not there:
            row.resized.connect(self.arrange)
            row.show()
        self._next.append(row)
        return row

    def _text(self, key: tuple[str, int], text: str) -> None:
        row = self._row(TextRow, key, lambda: TextRow(key, self, self))
        row.show_text(text)

    def _links(self, key: tuple[str, int], links: list[tuple[str, str, str]]) -> LinkRow:
        row = self._row(LinkRow, key, lambda: LinkRow(key, self, self))
        row.show_links(links)
        row.indent, row.gap = MARGIN - 5, 4
        return row

    def _case(self, board: Board, view: SideView) -> None:
        if view.notice:
            self._text(("notice", 0), view.notice)
        sections = view.parts[Part.CASE]
        numbered = [each for each in sections if each.number and not each.depth]
        if not numbered and self.drafts.row is None:
            hint = self.tr("Nothing here yet. Begin with a contention: one main reason why {side} should win.")
            self._text(("empty", 0), hint.format(side=term(self.side.label)))
        words = view.words
        name = self.tr("Add a {side} {contention}").format(
            side=term(self.side.label), contention=term(words.contention)
        )
        contention = ("contention", _plus(words.contention), name)
        shut, top = self.shut(sections), 0
        for section in sections:
            if not section.depth:
                if top:
                    self._put("contention", top)
                top = section.id
            if section.id in shut or self._is_hidden("contention", section.id):
                continue
            self._section(board, section)
            if section.id not in self.folded and section.kind in (SectionKind.CONTENTION, SectionKind.SUBPOINT):
                name = self.tr("Add an {argument} to {number} {title}").format(
                    argument=term(words.argument), number=section.number, title=section.title
                )
                links = [(f"argument:{section.id}", _plus(words.argument), name)]
                links += [contention] if numbered and section is numbered[-1] else []
                row = self._links(("add", section.id), links)
                row.section, row.index = section.id, len(section.items)
                row.indent = MARGIN * (section.depth + 1) - 5
            self._put("subpoint", section.id)
        if top:
            self._put("contention", top)
        self._put("contention", 0)
        if not numbered or numbered[-1].id in shut | self.folded:
            self._links(("add", 0), [contention])

    def _answers(self, board: Board, view: SideView) -> None:
        other = term(self.side.other.label)
        if not view.targets:
            hint = self.tr("{other} argues nothing yet. What {side} says to each {other} argument will stand here.")
            self._text(("empty", 1), hint.format(other=other, side=term(self.side.label)))
        for number in view.targets:
            target = board.arguments[number]
            heading = self._row(
                SectionHeading,
                ("target", number),
                lambda key=("target", number): SectionHeading(key, self, self, self._desk),  # type: ignore[misc]
            )
            heading.show_target(target.number, target.name or target.claim, self.side.other)
            heading.gap = 12
            for index, each in enumerate(target.answers):
                answer = board.answers[each]
                card = self._card(("answer", each))
                card.index = index
                card.show_argument(board, board.arguments[answer.answering], answer, wide=self.wide)
            words = self.tr("+ Answer")
            if not target.answers:
                words = self.tr("○ no {side} answer yet. Write one").format(side=term(self.side.label))
            name = self.tr("Write a {side} answer to {claim}").format(side=term(self.side.label), claim=target.claim)
            self._links(("hole", number), [(f"answer:{number}", words, name)])
        shut = self.shut(view.parts[Part.ANSWERS])
        for section in view.parts[Part.ANSWERS]:
            if section.id not in shut:
                self._section(board, section)

    def _notes(self, board: Board, view: SideView) -> None:
        sections = view.parts[Part.NOTES]
        if not sections and self.drafts.row is None:
            self._text(("empty", 2), self.tr("No notes yet. Write what you want to remember about this side."))
        words = self.tr("+ Note")
        shut = self.shut(sections)
        for section in sections:
            if section.id in shut:
                continue
            self._section(board, section)
            if section.id in self.folded:
                continue
            name = self.tr("Add a note to {title}").format(title=section.title)
            self._links(("note", section.id), [(f"note:{section.id}", words, name)])
        self._put("note", 0)
        if not sections:
            name = self.tr("Add a {side} note").format(side=term(self.side.label))
            self._links(("note", 0), [("note:0", words, name)])

    def _section(self, board: Board, section: SectionView) -> None:
        key = ("section", section.id)
        heading = self._row(SectionHeading, key, lambda: SectionHeading(key, self, self, self._desk))
        heading.show_section(section, self.side, folded=section.id in self.folded)
        heading.section, heading.index, heading.gap = section.id, 0, 12
        heading.indent = section.depth * MARGIN
        if section.id in self.folded:
            return
        for index, item in enumerate(section.items):
            self._put("argument", section.id, index)
            self._item(board, section, index, item)
        self._put("argument", section.id, len(section.items), last=True)
        self._put("note", section.id)

    def _put(self, kind: str, section: int, index: int = -1, *, last: bool = False) -> None:
        self.drafts.put(self._next, kind, section, index, last=last)

    def _is_hidden(self, kind: str, number: int) -> bool:
        return self.drafts.hides(kind, number)

    def _item(self, board: Board, section: SectionView, index: int, item: ItemView) -> None:
        hidden = item.argument if item.kind is ItemKind.ARGUMENT else item.id
        kind = "argument" if item.kind is ItemKind.ARGUMENT else "note"
        if self._is_hidden(kind, hidden):
            return
        key = ("item", item.id)
        row: Row
        if item.argument:
            row = self._card(key)
            answer = board.answers.get(item.answer)
            row.show_argument(board, board.arguments[item.argument], answer, wide=self.wide, item=item)
        else:
            row = self._row(NoteRow, key, lambda: NoteRow(key, self, self, self._desk))
            row.indent = MARGIN
            row.item = item.id
            row.show_item(item, self.side)
        row.section, row.index, row.item = section.id, index, item.id
        row.indent = MARGIN * (section.depth + 1)
        if self.drafts.spot.item == item.id:
            self._put("note", section.id)

    def _card(self, key: tuple[str, int]) -> ArgumentCard:
        card = self._row(ArgumentCard, key, lambda: ArgumentCard(key, self, self, self._desk))
        card.indent = MARGIN
        return card

    # Drafts

    @property
    def draft(self) -> DraftRow | None:
        """Return the row that something new is written in, if one stands open."""
        return self.drafts.row

    def begin(self, spot: Spot) -> None:
        """Show an empty row to write in, at a place."""
        draft = self.drafts.begin(spot)
        self.folded.discard(spot.home.id)
        draft.resized.connect(self.arrange)
        self.show_board(self._desk.board)
        draft.show()
        self.arrange()
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
        draft = self.draft
        self.drafts.end()
        if draft is not None:
            self.rows = [row for row in self.rows if row is not draft]
            self._by_key.pop(draft.key, None)

    # Placing

    @Slot()
    def arrange(self) -> None:
        """Place the rows for this width."""
        width, y = self.width(), 4
        for row in self.rows:
            y += row.gap if y > 4 else 0
            inner = max(60, width - 2 * MARGIN - row.indent)
            height = row.height_for(inner)
            row.setGeometry(QRect(MARGIN + row.indent, y, inner, height))
            y += height
        if self.minimumHeight() != y + 30:
            self.setMinimumHeight(y + 30)
            self.resize(width, max(y + 30, self._scroll.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.arrange()

    def reveal(self, row: QWidget) -> None:
        """Scroll a row into sight."""
        self._scroll.ensureWidgetVisible(row, 0, 20)

    # Focus and keys

    def _order_stops(self) -> None:
        stops = [stop for row in self.rows for stop in row.stops()]
        for before, after in pairwise([self._anchor, *stops]):
            QWidget.setTabOrder(before, after)
        current = self._by_key.get(self._current)
        if current is None and self.rows:
            current = next((row for row in self.rows if row.stops()), None)
        self._set_current(current)

    def _set_current(self, current: Row | None) -> None:
        # One row at a time can be reached by Tab; the arrows walk to the others, and Tab leaves the column.
        if current is not None:
            self._current = current.key
        for row in self.rows:
            for stop in row.stops():
                if not isinstance(row, DraftRow):
                    on = Qt.FocusPolicy.StrongFocus if row is current else Qt.FocusPolicy.ClickFocus
                    stop.setFocusPolicy(on)

    def current(self) -> Row | None:
        """Return the row that has, or last had, the focus."""
        return self._by_key.get(self._current)

    def focus_current(self) -> bool:
        """Give the focus to the current row; tell whether there is one."""
        row = self.current()
        stops = row.stops() if row is not None else []
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(stops)

    def want(self, kind: str, number: int, *, only_if: bool = True) -> None:
        """Give the focus to the row of a thing as soon as it is there."""
        if only_if:
            self._wanted = (kind, number)
            self._give_wanted()

    def row_of(self, kind: str, number: int) -> Row | None:
        """Return the row of an "argument", "answer", "contention" or "note", if it is here."""
        for row in self.rows:
            if kind == "argument" and isinstance(row, ArgumentCard) and not row.answer and row.argument == number:
                return row
        keys = {"contention": "section", "subpoint": "section", "note": "item"}
        return self._by_key.get((keys.get(kind, kind), number))

    def _give_wanted(self) -> None:
        row = self.row_of(*self._wanted) if self._wanted[1] else None
        if row is not None and row.stops():
            self._wanted = ("", 0)
            self._set_current(row)
            row.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
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
            self._walk(-len(self.rows) * 9 if key == Qt.Key.Key_Home else len(self.rows) * 9)
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
        stops = [(stop, row) for row in self.rows for stop in row.stops()]
        focus = QApplication.focusWidget()
        here = next((index for index, (stop, _row) in enumerate(stops) if stop is focus), -1)
        if stops:
            stop, row = stops[max(0, min(len(stops) - 1, here + step))]
            self.picks.only(row.key)
            self._show_picks()
            self._set_current(row)
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(stop)

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


def _plus(thing: str) -> str:
    """Return the words of a command that adds a thing, as the topic's format calls it."""
    name = term(thing)
    return f"+ {name[:1].upper()}{name[1:]}"
