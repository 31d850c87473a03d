"""Outlines being rearranged: sections and items of briefs moved about freely, and what must be stored afterwards."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from debateprep.domain.model import Item, Section
from debateprep.domain.terms import Part, SectionKind
from debateprep.errors import DebatePrepError

R = TypeVar("R", Section, Item)

LAST = 1_000_000
"""A place after all others."""


class OutlineError(DebatePrepError):
    """Say why rows of an outline cannot be rearranged so."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an outline: a section, or an item in one."""

    kind: str
    id: int

    @property
    def is_section(self) -> bool:
        """Tell whether it is a section."""
        return self.kind == "section"


def section(number: int) -> Row:
    """Return the row of a section."""
    return Row("section", number)


def item(number: int) -> Row:
    """Return the row of an item."""
    return Row("item", number)


@dataclass(frozen=True, slots=True)
class Place:
    """Where rows go: under a section, or at the top of a part of a brief, before the row at `index`.

    The index counts the rows of the same kind there that do not move themselves.
    """

    brief_id: int
    part: Part
    parent_id: int | None = None
    index: int = LAST


_Home = tuple[int, Part, int | None]


class Sketch:
    """The outlines of some briefs as they are moved about; `sections` and `items` must hold all rows of each brief."""

    def __init__(self, sections: Iterable[Section], items: Iterable[Item]) -> None:
        self._before: dict[Row, Section | Item] = {}
        self._sections: dict[int, Section] = {}
        self._items: dict[int, Item] = {}
        self._children: dict[_Home, list[int]] = {}
        self._entries: dict[int, list[int]] = {}
        self._stirred_homes: set[_Home] = set()
        self._stirred_sections: set[int] = set()
        for each in sorted(sections, key=lambda one: (one.rank, one.id)):
            self._before[section(each.id)] = each
            self._sections[each.id] = each
        for each in list(self._sections.values()):
            self._children.setdefault(self._home(each), []).append(each.id)
        for entry in sorted(items, key=lambda one: (one.rank, one.id)):
            self._before[item(entry.id)] = entry
            self._items[entry.id] = entry
            self._entries.setdefault(entry.section_id, []).append(entry.id)

    # Looking

    def __contains__(self, row: Row) -> bool:
        return row.id in (self._sections if row.is_section else self._items)

    def section(self, number: int) -> Section:
        """Return a section as it stands now; raise OutlineError when it is not here."""
        if number not in self._sections:
            raise OutlineError("That section is not in this outline.")
        return self._sections[number]

    def item(self, number: int) -> Item:
        """Return an item as it stands now; raise OutlineError when it is not here."""
        if number not in self._items:
            raise OutlineError("That row is not in this outline.")
        return self._items[number]

    def children(self, number: int) -> list[int]:
        """Return the sections in a section, in order."""
        here = self.section(number)
        return list(self._children.get((here.brief_id, here.part, number), ()))

    def entries(self, number: int) -> list[int]:
        """Return the items in a section, in order."""
        return list(self._entries.get(number, ()))

    def siblings(self, row: Row) -> list[int]:
        """Return the rows of its kind that stand beside a row, itself among them, in order."""
        if row.is_section:
            return list(self._children[self._home(self.section(row.id))])
        return self.entries(self.item(row.id).section_id)

    def walk(self, number: int) -> Iterator[Section]:
        """Yield a section and all below it, in reading order."""
        waiting = [number]
        while waiting:
            here = waiting.pop()
            yield self._sections[here]
            waiting += reversed(self.children(here))

    def topmost(self, rows: Sequence[Row]) -> list[Row]:
        """Return the rows that no other of them holds, each once, in reading order."""
        chosen = set(rows)
        places = {row: place for place, row in enumerate(self.rows())}
        for row in rows:
            if row not in places:
                raise OutlineError("A row that was chosen is not in this outline any more.")
        return [row for row in sorted(chosen, key=places.__getitem__) if not chosen.intersection(self._above(row))]

    def rows(self) -> Iterator[Row]:
        """Yield every row in reading order: a section, its items, the sections in it."""
        tops = [home for home in self._children if home[2] is None]
        order = list(Part)
        for home in sorted(tops, key=lambda each: (each[0], order.index(each[1]))):
            for top in self._children[home]:
                for each in self.walk(top):
                    yield section(each.id)
                    yield from (item(number) for number in self.entries(each.id))

    def place_of(self, row: Row) -> Place:
        """Return where a row stands."""
        index = self.siblings(row).index(row.id)
        if row.is_section:
            return Place(*self._home(self.section(row.id)), index)
        home = self.section(self.item(row.id).section_id)
        return Place(home.brief_id, home.part, home.id, index)

    def _home(self, here: Section) -> _Home:
        above = self._sections.get(here.parent_id or 0)
        beside = above is not None and above.part is here.part and above.brief_id == here.brief_id
        return (here.brief_id, here.part, here.parent_id if beside else None)

    def _above(self, row: Row) -> Iterator[Row]:
        number: int | None = row.id
        if not row.is_section:
            number = self._items[row.id].section_id
            yield section(number)
        while number is not None:
            number = self._home(self._sections[number])[2]
            if number is not None:
                yield section(number)

    # Moving

    def move(self, rows: Sequence[Row], place: Place) -> list[Row]:
        """Put rows with all they hold at a place, one after another; return the rows that moved themselves."""
        moved = self.topmost(rows)
        home = self.section(place.parent_id) if place.parent_id is not None else None
        if home is None and any(not row.is_section for row in moved):
            raise OutlineError("Only a section can stand at the top; put this into a section.")
        if home is not None and {section(home.id), *self._above(section(home.id))}.intersection(moved):
            raise OutlineError("A section cannot be moved into itself.")
        if home is not None:
            place = replace(place, brief_id=home.brief_id, part=home.part)
        for row in moved:
            self._take(row)
        self._put_all([row.id for row in moved if row.is_section], place)
        self._put_items([row.id for row in moved if not row.is_section], place)
        return moved

    def _take(self, row: Row) -> None:
        if row.is_section:
            home = self._home(self._sections[row.id])
            self._children[home].remove(row.id)
            self._stirred_homes.add(home)
        else:
            owner = self._items[row.id].section_id
            self._entries[owner].remove(row.id)
            self._stirred_sections.add(owner)

    def _put_all(self, numbers: list[int], place: Place) -> None:
        home = (place.brief_id, place.part, place.parent_id)
        there = self._children.setdefault(home, [])
        index = max(0, min(place.index, len(there)))
        for number in numbers:
            self._carry(number, place)
        there[index:index] = numbers
        if numbers:
            self._stirred_homes.add(home)

    def _carry(self, number: int, place: Place) -> None:
        # What stands below keeps its own parent and follows into the brief and the part.
        below = list(self.walk(number))
        for each in below:
            kept = self._children.pop((each.brief_id, each.part, each.id), None)
            if kept is not None:
                self._children[place.brief_id, place.part, each.id] = kept
        for each in below:
            self._sections[each.id] = replace(each, brief_id=place.brief_id, part=place.part)
        self._sections[number] = replace(self._sections[number], parent_id=place.parent_id)

    def _put_items(self, numbers: list[int], place: Place) -> None:
        if not numbers or place.parent_id is None:
            return
        there = self._entries.setdefault(place.parent_id, [])
        index = max(0, min(place.index, len(there)))
        for number in numbers:
            self._items[number] = replace(self._items[number], section_id=place.parent_id)
        there[index:index] = numbers
        self._stirred_sections.add(place.parent_id)

    def indent(self, rows: Sequence[Row]) -> None:
        """Put rows one step deeper: a section into the one before it, items into the first section below them."""
        chosen = self.topmost(rows)
        for row in chosen:
            if row.is_section:
                self._indent_section(row)
        for home, some in self._by_section(chosen).items():
            below = self.children(home)
            if not below:
                raise OutlineError("There is no part below to put this into; add a sub-point first.")
            here = self.section(home)
            self.move(some, Place(here.brief_id, here.part, below[0], 0))

    def _by_section(self, rows: Iterable[Row]) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {}
        for row in rows:
            if not row.is_section:
                found.setdefault(self.item(row.id).section_id, []).append(row)
        return found

    def _indent_section(self, row: Row) -> None:
        beside = self.siblings(row)
        index = beside.index(row.id)
        if index == 0:
            raise OutlineError("There is no section before this one to put it under.")
        above = self.section(beside[index - 1])
        self.move([row], Place(above.brief_id, above.part, above.id))
        self._suit(row.id)

    def outdent(self, rows: Sequence[Row]) -> None:
        """Put rows one step higher: a section after the one it stands in, items at the end of the section above."""
        chosen = self.topmost(rows)
        # From the end, so that sections which leave one parent together keep their order behind it.
        for row in reversed(chosen):
            if row.is_section:
                self._outdent_section(row)
        for number, some in self._by_section(chosen).items():
            home = self.section(number)
            above = self._home(home)[2]
            if above is None:
                raise OutlineError("This stands in a section at the top already.")
            self.move(some, Place(home.brief_id, home.part, above))

    def _outdent_section(self, row: Row) -> None:
        above = self._home(self.section(row.id))[2]
        if above is None:
            raise OutlineError("This section stands at the top already.")
        place = self.place_of(section(above))
        self.move([row], replace(place, index=place.index + 1))
        self._suit(row.id)

    def _suit(self, number: int) -> None:
        # A contention put under another is its sub-point, and the other way round.
        here = self._sections[number]
        top = self._home(here)[2] is None
        if here.kind is SectionKind.CONTENTION and not top:
            self._sections[number] = replace(here, kind=SectionKind.SUBPOINT)
        elif here.kind is SectionKind.SUBPOINT and top:
            self._sections[number] = replace(here, kind=SectionKind.CONTENTION)

    def add(self, value: Section | Item, index: int = LAST) -> None:
        """Take a row in that was just stored, at a place among its neighbours."""
        row = section(value.id) if isinstance(value, Section) else item(value.id)
        self._before[row] = value
        if isinstance(value, Section):
            self._sections[value.id] = value
            self._put_all([value.id], Place(*self._home(value), index))
        else:
            self._items[value.id] = value
            home = self.section(value.section_id)
            self._put_items([value.id], Place(home.brief_id, home.part, home.id, index))

    def change(self, value: Section | Item) -> None:
        """Take other words, kind or references for a row; its place stays."""
        if isinstance(value, Section):
            self._sections[value.id] = value
        else:
            self._items[value.id] = value

    # Storing

    def changed(self) -> list[Section | Item]:
        """Return every row that is not as it was, with its new rank."""
        for home in self._stirred_homes:
            for rank, number in enumerate(self._children[home]):
                self._sections[number] = replace(self._sections[number], rank=rank)
        for owner in self._stirred_sections:
            for rank, number in enumerate(self._entries[owner]):
                self._items[number] = replace(self._items[number], rank=rank)
        now: dict[Row, Section | Item] = {section(number): each for number, each in self._sections.items()}
        now |= {item(number): entry for number, entry in self._items.items()}
        return [value for row, value in now.items() if self._before.get(row) != value]
