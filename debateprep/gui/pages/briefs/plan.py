"""The plan of a column: which rows stand in it, in what order and how deep, before any of them is a widget.

A plan is cheap, so it holds every row of a brief however long it is; `what` refers to the board's own values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from debateprep.domain.terms import ItemKind, Part, SectionKind, Side
from debateprep.gui.models.board import Board, ItemView, SectionView, SideView
from debateprep.gui.pages.briefs.picks import PICKABLE, Key

MARGIN = 14
LINK_INDENT = MARGIN - 5
"""Links have room around their words, which would set them off from what stands above."""
GAP, HEAD_GAP, LINK_GAP = 8, 12, 4
CONTENTION, SUBPOINT, ARGUMENT, NOTE = "contention", "subpoint", "argument", "note"
DRAFT: Key = ("draft", 0)
ARGUES = frozenset({SectionKind.CONTENTION, SectionKind.SUBPOINT})


class Shows(Enum):
    """What a row shows, and so what its `what` is."""

    NOTICE = auto()
    """What is to be known of a side's sources: its words."""
    EMPTY = auto()
    """That a part is empty: the part."""
    SECTION = auto()
    """A heading: the SectionView."""
    TARGET = auto()
    """What the answers below answer: the id of an argument."""
    ARGUMENT = auto()
    """An argument or an answer: the ItemView it stands in, None where it stands in no section."""
    ENTRY = auto()
    """A note or a card: its ItemView."""
    ADD = auto()
    """Commands at the end of a section: its SectionView, None after them all; `last` adds that of a new contention."""
    HOLE = auto()
    """The command that answers a target: the id of an argument."""
    ADD_NOTE = auto()
    """The command that writes a note: a SectionView, None where there is none yet."""
    DRAFT = auto()
    """The row that something new is written in."""


LINKS = (Shows.ADD, Shows.HOLE, Shows.ADD_NOTE)
"""Rows of commands in words."""


class Planned(NamedTuple):
    """One row to be: `key` is what it shows, `section` and `at` where that stands; ids are 0 where there is none."""

    key: Key
    shows: Shows
    what: object = None
    indent: int = 0
    gap: int = GAP
    section: int = 0
    at: int = 0
    item: int = 0
    argument: int = 0
    answer: int = 0
    target: int = 0
    last: bool = False

    @property
    def takes_focus(self) -> bool:
        """Tell whether the arrows stop here."""
        return self.shows not in (Shows.NOTICE, Shows.EMPTY)

    @property
    def heading(self) -> SectionView | None:
        """Return the section of which it is the heading, None for every other row."""
        return self.what if self.shows is Shows.SECTION and isinstance(self.what, SectionView) else None


@dataclass(frozen=True, slots=True)
class Writing:
    """The open draft: what it makes, where that will stand, and the thing already made of it, which is not shown twice.

    In `home` at `index`, a contention after the whole of it, a note after an `item`.
    """

    kind: str
    home: int = 0
    index: int = 0
    item: int = 0
    made: int = 0
    section: int = 0
    indent: int = 0

    def hides(self, kind: str, number: int) -> bool:
        """Tell whether a thing is being written in the draft."""
        family = CONTENTION if self.kind == SUBPOINT else self.kind
        return bool(number) and family == kind and self.made == number


class Plan:
    """The rows of a column in order."""

    def __init__(self, rows: Sequence[Planned] = ()) -> None:
        self.rows = rows

    @cached_property
    def places(self) -> dict[Key, int]:
        """Return where each row stands."""
        return {row.key: place for place, row in enumerate(self.rows)}

    @cached_property
    def pickable(self) -> list[Key]:
        """Return the keys of the rows that can be chosen together."""
        return [row.key for row in self.rows if row.key[0] in PICKABLE]

    @cached_property
    def _arguments(self) -> dict[int, Planned]:
        found: dict[int, Planned] = {}
        for row in self.rows:
            if row.argument and not row.answer:
                found.setdefault(row.argument, row)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self.places

    def row(self, key: Key) -> Planned | None:
        """Return the row of a key, if it is here."""
        place = self.places.get(key)
        return None if place is None else self.rows[place]

    def of(self, kind: str, number: int) -> Planned | None:
        """Return the row of an "argument", "answer", "contention" or "note", if it is here."""
        found = self._arguments.get(number) if kind == ARGUMENT else None
        keys = {CONTENTION: "section", SUBPOINT: "section", NOTE: "item"}
        return found or self.row((keys.get(kind, kind), number))

    def stop(self, place: int, step: int) -> int:
        """Return where the next row stands that takes the focus, down (1) or up (-1), from a place on; -1 for none."""
        while 0 <= place < len(self.rows):
            if self.rows[place].takes_focus:
                return place
            place += step
        return -1

    def beside(self, key: Key, gone: Set[Key]) -> Planned | None:
        """Return the row that takes the focus when rows go: the next that stays, else the one before."""
        here = self.places.get(key, 0)
        for some in (self.rows[here + 1 :], reversed(self.rows[:here])):
            for row in some:
                if row.takes_focus and row.key not in gone:
                    return row
        return None

    def with_draft(self, place: int, writing: Writing) -> Plan:
        """Return the plan with the draft at a place."""
        rows = list(self.rows)
        rows.insert(max(0, min(place, len(rows))), _draft(writing))
        return Plan(rows)

    def without(self, key: Key) -> Plan:
        """Return the plan without a row."""
        return Plan([row for row in self.rows if row.key != key]) if key in self else self


def shut(sections: Sequence[SectionView], folded: Set[int]) -> set[int]:
    """Return the sections that stand, at any depth, in a folded one."""
    found: set[int] = set()
    for section in sections:
        if section.parent in folded or section.parent in found:
            found.add(section.id)
    return found


def plan(board: Board, side: Side, part: Part, folded: Set[int], writing: Writing | None = None) -> Plan:
    """Return the rows of a part of a side's brief; the draft is left out where its place is not on the board."""
    maker = _Maker(board, board.sides[side], folded, writing)
    make = {Part.CASE: maker.case, Part.ANSWERS: maker.answers, Part.NOTES: maker.notes}[part]
    return Plan(list(make()))


def _draft(writing: Writing) -> Planned:
    return Planned(DRAFT, Shows.DRAFT, indent=writing.indent, section=writing.section)


class _Maker:
    def __init__(self, board: Board, view: SideView, folded: Set[int], writing: Writing | None) -> None:
        self._board = board
        self._view = view
        self._folded = folded
        self._writing = writing
        self._waits = writing is not None

    # The parts

    def case(self) -> Iterator[Planned]:
        view, sections = self._view, self._view.parts[Part.CASE]
        numbered = [each for each in sections if each.number and not each.depth]
        if view.notice:
            yield Planned(("notice", 0), Shows.NOTICE, view.notice)
        if not numbered and self._writing is None:
            yield Planned(("empty", 0), Shows.EMPTY, Part.CASE)
        closed, top = shut(sections, self._folded), 0
        for section in sections:
            if not section.depth:
                if top:
                    yield from self._put(CONTENTION, top)
                top = section.id
            if section.id in closed or self._hides(CONTENTION, section.id):
                continue
            yield from self._section(section)
            if section.id not in self._folded and section.kind in ARGUES:
                yield Planned(
                    ("add", section.id),
                    Shows.ADD,
                    section,
                    MARGIN * (section.depth + 1) - 5,
                    LINK_GAP,
                    section.id,
                    len(section.items),
                    last=bool(numbered) and section is numbered[-1],
                )
            yield from self._put(SUBPOINT, section.id)
        if top:
            yield from self._put(CONTENTION, top)
        yield from self._put(CONTENTION, 0)
        if not numbered or numbered[-1].id in closed or numbered[-1].id in self._folded:
            yield Planned(("add", 0), Shows.ADD, None, LINK_INDENT, LINK_GAP, last=True)

    def answers(self) -> Iterator[Planned]:
        board, view = self._board, self._view
        if not view.targets:
            yield Planned(("empty", 1), Shows.EMPTY, Part.ANSWERS)
        for number in view.targets:
            yield Planned(("target", number), Shows.TARGET, number, gap=HEAD_GAP)
            for index, each in enumerate(board.arguments[number].answers):
                own = board.answers[each].answering
                yield Planned(("answer", each), Shows.ARGUMENT, None, MARGIN, GAP, 0, index, 0, own, each, number)
            yield Planned(("hole", number), Shows.HOLE, number, LINK_INDENT, LINK_GAP)
        sections = view.parts[Part.ANSWERS]
        closed = shut(sections, self._folded)
        for section in sections:
            if section.id not in closed:
                yield from self._section(section)

    def notes(self) -> Iterator[Planned]:
        sections = self._view.parts[Part.NOTES]
        if not sections and self._writing is None:
            yield Planned(("empty", 2), Shows.EMPTY, Part.NOTES)
        closed = shut(sections, self._folded)
        for section in sections:
            if section.id in closed:
                continue
            yield from self._section(section)
            if section.id not in self._folded:
                yield Planned(("note", section.id), Shows.ADD_NOTE, section, LINK_INDENT, LINK_GAP)
        yield from self._put(NOTE, 0)
        if not sections:
            yield Planned(("note", 0), Shows.ADD_NOTE, None, LINK_INDENT, LINK_GAP)

    # What stands in them

    def _section(self, section: SectionView) -> Iterator[Planned]:
        indent = section.depth * MARGIN
        yield Planned(("section", section.id), Shows.SECTION, section, indent, HEAD_GAP, section.id)
        if section.id in self._folded:
            return
        for index, item in enumerate(section.items):
            yield from self._put(ARGUMENT, section.id, index)
            yield from self._item(section, index, item)
        yield from self._put(ARGUMENT, section.id, len(section.items), last=True)
        yield from self._put(NOTE, section.id)

    def _item(self, section: SectionView, index: int, item: ItemView) -> Iterator[Planned]:
        argues = item.kind is ItemKind.ARGUMENT
        if self._hides(ARGUMENT if argues else NOTE, item.argument if argues else item.id):
            return
        shows = Shows.ARGUMENT if item.argument else Shows.ENTRY
        indent = MARGIN * (section.depth + 1)
        answer = self._board.answers.get(item.answer)
        number, target = (answer.id, answer.target) if answer is not None else (0, 0)
        argument, own = item.argument, section.id
        yield Planned(("item", item.id), shows, item, indent, GAP, own, index, item.id, argument, number, target)
        if self._writing is not None and self._writing.item == item.id:
            yield from self._put(NOTE, section.id)

    # The draft

    def _put(self, kind: str, section: int, index: int = -1, *, last: bool = False) -> Iterator[Planned]:
        """Let the draft stand here if this is its place, and it stands nowhere yet."""
        writing = self._writing
        if writing is None or not self._waits or kind != writing.kind or section != writing.home:
            return
        if index < 0 or writing.index == index or (last and writing.index > index):
            self._waits = False
            yield _draft(writing)

    def _hides(self, kind: str, number: int) -> bool:
        return self._writing is not None and self._writing.hides(kind, number)
