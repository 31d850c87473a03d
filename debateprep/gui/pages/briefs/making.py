"""Rows that are planned made into widgets, and shown what the board says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from debateprep.domain.terms import Part, Side
from debateprep.gui.models.board import Board, ItemView, SectionView
from debateprep.gui.pages.briefs.cards import ArgumentCard, NoteRow, SectionHeading
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.plan import Planned, Shows
from debateprep.gui.pages.briefs.rows import Host, LinkRow, Row, TextRow
from debateprep.gui.words import term

if TYPE_CHECKING:
    from collections.abc import Set

    from PySide6.QtWidgets import QWidget

Link = tuple[str, str, str]
"""A command in words: its key, its words, and its accessible name."""

_KINDS: dict[Shows, type[Row]] = {
    Shows.NOTICE: TextRow,
    Shows.EMPTY: TextRow,
    Shows.SECTION: SectionHeading,
    Shows.TARGET: SectionHeading,
    Shows.ARGUMENT: ArgumentCard,
    Shows.ENTRY: NoteRow,
    Shows.ADD: LinkRow,
    Shows.HOLE: LinkRow,
    Shows.ADD_NOTE: LinkRow,
}


class RowMaker(QObject):
    """Makes the rows of one side's column."""

    def __init__(self, desk: Desk, side: Side, host: Host, body: QWidget) -> None:
        super().__init__(body)
        self._desk = desk
        self._side = side
        self._host = host
        self._body = body

    def make(self, planned: Planned) -> Row:
        """Return a new row that shows nothing yet."""
        if planned.shows in (Shows.SECTION, Shows.TARGET):
            return SectionHeading(planned.key, self._host, self._body, self._desk)
        if planned.shows is Shows.ARGUMENT:
            return ArgumentCard(planned.key, self._host, self._body, self._desk)
        if planned.shows is Shows.ENTRY:
            return NoteRow(planned.key, self._host, self._body, self._desk)
        kind = TextRow if _KINDS[planned.shows] is TextRow else LinkRow
        return kind(planned.key, self._host, self._body)

    @staticmethod
    def fits(row: Row, planned: Planned) -> bool:
        """Tell whether a widget can show what is planned."""
        return isinstance(row, _KINDS.get(planned.shows, Row))

    def show(self, row: Row, planned: Planned, board: Board, folded: Set[int], *, wide: bool) -> None:
        """Show what is planned as the board has it."""
        row.indent, row.gap = planned.indent, planned.gap
        row.section, row.index, row.item = planned.section, planned.at, planned.item
        what = planned.what
        if isinstance(row, ArgumentCard):
            item = what if isinstance(what, ItemView) else None
            view, answer = board.arguments[planned.argument], board.answers.get(planned.answer)
            row.show_argument(board, view, answer, wide=wide, item=item)
        elif isinstance(row, NoteRow) and isinstance(what, ItemView):
            row.show_item(what, self._side)
        elif isinstance(row, SectionHeading) and isinstance(what, SectionView):
            row.show_section(what, self._side, folded=what.id in folded)
        elif isinstance(row, SectionHeading):
            target = board.arguments[planned.key[1]]
            row.show_target(target.number, target.name or target.claim, self._side.other)
        elif isinstance(row, TextRow):
            row.show_text(what if isinstance(what, str) else self._empty(planned))
        elif isinstance(row, LinkRow):
            row.show_links(self._links(planned, board))

    def _empty(self, planned: Planned) -> str:
        side, other = term(self._side.label), term(self._side.other.label)
        if planned.what is Part.ANSWERS:
            hint = self.tr("{other} argues nothing yet. What {side} says to each {other} argument will stand here.")
            return hint.format(other=other, side=side)
        if planned.what is Part.NOTES:
            return self.tr("No notes yet. Write what you want to remember about this side.")
        hint = self.tr("Nothing here yet. Begin with a contention: one main reason why {side} should win.")
        return hint.format(side=side)

    # Commands in words

    def _links(self, planned: Planned, board: Board) -> list[Link]:
        if planned.shows is Shows.HOLE:
            return [self._hole(planned, board)]
        if planned.shows is Shows.ADD_NOTE:
            return [self._note(planned.what if isinstance(planned.what, SectionView) else None)]
        words, side = board.sides[self._side].words, term(self._side.label)
        found: list[Link] = []
        if isinstance(planned.what, SectionView):
            section = planned.what
            name = self.tr("Add an {argument} to {number} {title}").format(
                argument=term(words.argument), number=section.number, title=section.title
            )
            found.append((f"argument:{section.id}", _plus(words.argument), name))
        if planned.last:
            name = self.tr("Add a {side} {contention}").format(side=side, contention=term(words.contention))
            found.append(("contention", _plus(words.contention), name))
        return found

    def _hole(self, planned: Planned, board: Board) -> Link:
        target, side = board.arguments[planned.key[1]], term(self._side.label)
        words = self.tr("+ Answer")
        if not target.answers:
            words = self.tr("○ no {side} answer yet. Write one").format(side=side)
        name = self.tr("Write a {side} answer to {claim}").format(side=side, claim=target.claim)
        return f"answer:{target.id}", words, name

    def _note(self, section: SectionView | None) -> Link:
        if section is None:
            name = self.tr("Add a {side} note").format(side=term(self._side.label))
            return "note:0", self.tr("+ Note"), name
        return f"note:{section.id}", self.tr("+ Note"), self.tr("Add a note to {title}").format(title=section.title)


def _plus(thing: str) -> str:
    """Return the words of a command that adds a thing, as the topic's format calls it."""
    name = term(thing)
    return f"+ {name[:1].upper()}{name[1:]}"
