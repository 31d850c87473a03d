"""The rows of one side's brief, one under another: built in place, walked by keys, arranged by dragging."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from debateprep.domain.terms import ItemKind, Part, SectionKind, Side
from debateprep.gui.models.board import Board, ItemView, SectionView, SideView
from debateprep.gui.pages.briefs_cards import ArgumentCard, NoteRow, SectionHeading
from debateprep.gui.pages.briefs_desk import Desk
from debateprep.gui.pages.briefs_drops import Place, carry_out, place_at
from debateprep.gui.pages.briefs_rows import DraftRow, LinkRow, Row, TextRow, WordRow, payload_of
from debateprep.gui.theme import look
from debateprep.gui.words import term

R = TypeVar("R", bound=Row)
MARGIN = 14


class Body(QWidget):
    """One part of one side's brief; it is the Host of its rows.

    `across` asks for the other side's row beside this one, `pressed` tells which pill or link was used,
    `menu` asks for what can be done with a row.
    """

    across = Signal(int)
    pressed = Signal(object, str)
    menu = Signal(object, object)
    draft_closed = Signal(bool)

    def __init__(self, desk: Desk, side: Side, scroll: QScrollArea, anchor: QWidget) -> None:
        super().__init__(scroll)
        self._anchor = anchor
        self._desk = desk
        self._scroll = scroll
        self.side = side
        self.part = Part.CASE
        self.wide = False
        self.rows: list[Row] = []
        self._by_key: dict[tuple[str, int], Row] = {}
        self._next: list[Row] = []
        self.draft: DraftRow | None = None
        self._draft_kind = ""
        self._current: tuple[str, int] = ("", 0)
        self._wanted: tuple[str, int] = ("", 0)
        self._drop: Place | None = None
        self.setAcceptDrops(True)
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
        if self.draft is not None and self.draft not in self._next:
            self.end_draft()
        kept = {row.key: row for row in self._next}
        for row in self.rows:
            if row.key not in kept:
                row.hide()
                row.deleteLater()
        self.rows, self._by_key = self._next, kept
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
        numbered = [each for each in sections if each.number]
        if not numbered and self.draft is None:
            hint = self.tr("Nothing here yet. Begin with a contention: one main reason why {side} should win.")
            self._text(("empty", 0), hint.format(side=term(self.side.label)))
        contention = ("contention", self.tr("+ Contention"), self.tr("Add a {side} contention"))
        contention = (contention[0], contention[1], contention[2].format(side=term(self.side.label)))
        for section in sections:
            if self._is_hidden("contention", section.id):
                continue
            self._section(board, section)
            if section.kind in (SectionKind.CONTENTION, SectionKind.SUBPOINT):
                name = self.tr("Add an argument to {number} {title}")
                name = name.format(number=section.number, title=section.title)
                links = [(f"argument:{section.id}", self.tr("+ Argument"), name)]
                links += [contention] if numbered and section is numbered[-1] else []
                row = self._links(("add", section.id), links)
                row.section, row.index = section.id, len(section.items)
        self._put_draft("contention", 0)
        if not numbered:
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
        for section in view.parts[Part.ANSWERS]:
            self._section(board, section)

    def _notes(self, board: Board, view: SideView) -> None:
        sections = view.parts[Part.NOTES]
        if not sections and self.draft is None:
            self._text(("empty", 2), self.tr("No notes yet. Write what you want to remember about this side."))
        words = self.tr("+ Note")
        for section in sections:
            self._section(board, section)
            name = self.tr("Add a note to {title}").format(title=section.title)
            self._links(("note", section.id), [(f"note:{section.id}", words, name)])
        self._put_draft("note", 0)
        if not sections:
            name = self.tr("Add a {side} note").format(side=term(self.side.label))
            self._links(("note", 0), [("note:0", words, name)])

    def _section(self, board: Board, section: SectionView) -> None:
        key = ("section", section.id)
        heading = self._row(SectionHeading, key, lambda: SectionHeading(key, self, self, self._desk))
        heading.show_section(section, self.side)
        heading.section, heading.index, heading.gap = section.id, 0, 12
        heading.indent = section.depth * MARGIN
        for index, item in enumerate(section.items):
            self._put_draft("argument", section.id, index)
            self._item(board, section, index, item)
        self._put_draft("argument", section.id, len(section.items), last=True)
        self._put_draft("note", section.id)

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
            row.show_argument(board, board.arguments[item.argument], answer, wide=self.wide)
        else:
            row = self._row(NoteRow, key, lambda: NoteRow(key, self, self, self._desk))
            row.indent = MARGIN
            row.item = item.id
            row.show_item(item, self.side)
        row.section, row.index, row.item = section.id, index, item.id
        row.indent = MARGIN * (section.depth + 1)

    def _card(self, key: tuple[str, int]) -> ArgumentCard:
        card = self._row(ArgumentCard, key, lambda: ArgumentCard(key, self, self, self._desk))
        card.indent = MARGIN
        return card

    # Drafts

    def begin(self, draft: DraftRow, kind: str, section: int, index: int) -> None:
        """Show an empty row to write in, at a place of a section."""
        self.end_draft()
        self.draft, self._draft_kind = draft, kind
        draft.section, draft.index, draft.indent = section, index, 0 if kind == "contention" else MARGIN
        draft.closed.connect(self._on_closed)
        draft.resized.connect(self.arrange)
        self.show_board(self._desk.board)
        draft.show()
        self.arrange()
        draft.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(draft)

    def _put_draft(self, kind: str, section: int, index: int = -1, *, last: bool = False) -> None:
        draft = self.draft
        if draft is None or kind != self._draft_kind or draft.section != section or draft in self._next:
            return
        if index < 0 or draft.index == index or (last and draft.index > index):
            self._next.append(draft)

    def _is_hidden(self, kind: str, number: int) -> bool:
        # While words are written in the draft, the thing they made is not shown a second time.
        return self.draft is not None and self._draft_kind == kind and self.draft.once.id == number

    @Slot(bool)
    def _on_closed(self, on: bool) -> None:
        draft, kind = self.draft, self._draft_kind
        if draft is None:
            return
        self.end_draft()
        if draft.once.is_empty:
            # Who left for another place keeps it.
            if not _is_elsewhere(QApplication.focusWidget(), self):
                self.focus_current()
        elif draft.once.id:
            self.want(kind, draft.once.id, only_if=on)
        elif on:
            draft.once.born.connect(lambda number: self.want(kind, number))
        self.draft_closed.emit(on)
        self._desk.refresh()

    def end_draft(self) -> None:
        """Let the draft go; what was typed is kept."""
        draft, self.draft = self.draft, None
        if draft is not None:
            draft.field.flush()
            draft.once.setParent(self)
            draft.hide()
            draft.deleteLater()
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
        keys = {"contention": "section", "note": "item", "answer": "answer"}
        return self._by_key.get((keys.get(kind, kind), number))

    def _give_wanted(self) -> None:
        row = self.row_of(*self._wanted) if self._wanted[1] else None
        if row is not None and row.stops():
            self._wanted = ("", 0)
            self._set_current(row)
            row.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(row)

    def row_focused(self, row: Row) -> None:
        """Make a row the current one."""
        self._set_current(row)
        self.reveal(row)

    def row_key(self, row: Row, event: QKeyEvent) -> bool:
        """Walk with the arrows, edit with Enter."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._walk(steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(-len(self.rows) * 9 if key == Qt.Key.Key_Home else len(self.rows) * 9)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.across.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(row, WordRow):
                row.edit()
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        stops = [(stop, row) for row in self.rows for stop in row.stops()]
        focus = QApplication.focusWidget()
        here = next((index for index, (stop, _row) in enumerate(stops) if stop is focus), -1)
        if stops:
            stop, row = stops[max(0, min(len(stops) - 1, here + step))]
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

    # Dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what belongs to this side, and what lies on the shelf."""
        self._on_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would stand."""
        self._on_drag(event)
        visible = self.visibleRegion().boundingRect()
        y = event.position().y()
        step = -24 if y < visible.top() + 30 else 24 if y > visible.bottom() - 30 else 0
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + step)

    def _on_drag(self, event: QDragMoveEvent) -> None:
        self._drop = self._place(event.position(), payload_of(event.mimeData()))
        event.setAccepted(self._drop is not None)
        self.update()

    def _place(self, point: QPointF, what: dict[str, object]) -> Place | None:
        return place_at(self.rows, point, what, self.side, self.part)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the sign away."""
        super().dragLeaveEvent(event)
        self._drop = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        what = payload_of(event.mimeData())
        place = self._place(event.position(), what)
        self._drop = None
        self.update()
        if place is not None:
            event.acceptProposedAction()
            carry_out(self._desk, self.side, what, place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw where a drop would go."""
        if self._drop is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look().theme.colour("accent"), 3))
            mark = self._drop.mark
            if self._drop.onto:
                painter.drawRoundedRect(mark.adjusted(-3, -3, 3, 3), 9, 9)
            else:
                painter.drawLine(mark.topLeft(), mark.topRight())


def _is_elsewhere(focused: QWidget | None, body: QWidget) -> bool:
    return focused is not None and focused is not body and not body.isAncestorOf(focused)
