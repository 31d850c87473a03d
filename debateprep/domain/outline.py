"""A brief's outline as a tree, its numbers, and the order of things that are ranked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from debateprep.domain.model import Item, Line, Question, Section
from debateprep.domain.terms import ItemKind, Part, SectionKind

R = TypeVar("R", bound=Section | Item | Question | Line)

# Sections that the case's numbers count; an overview or a note stands between them without one.
NUMBERED = frozenset({SectionKind.CONTENTION})


@dataclass(frozen=True, slots=True)
class Node:
    """A section with its items and subsections, in order."""

    section: Section
    items: tuple[Item, ...]
    children: tuple["Node", ...]

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree(sections: Iterable[Section], items: Iterable[Item], part: Part) -> tuple[Node, ...]:
    """Return the outline of one part; a section whose parent is not there stands at the top."""
    here = [section for section in sections if section.part is part]
    numbers = {section.id for section in here}
    by_parent: dict[int | None, list[Section]] = {}
    for section in sorted(here, key=lambda each: (each.rank, each.id)):
        by_parent.setdefault(section.parent_id if section.parent_id in numbers else None, []).append(section)
    by_section: dict[int, list[Item]] = {}
    for item in sorted(items, key=lambda each: (each.rank, each.id)):
        by_section.setdefault(item.section_id, []).append(item)

    def node(section: Section) -> Node:
        children = tuple(node(child) for child in by_parent.get(section.id, ()))
        return Node(section, tuple(by_section.get(section.id, ())), children)

    return tuple(node(section) for section in by_parent.get(None, ()))


def section_numbers(case: Sequence[Node]) -> dict[int, str]:
    """Return the computed number of each contention of a case and of its sub-points, by section id (C1, C1a, C2)."""
    found: dict[int, str] = {}
    contentions = [node for node in case if node.section.kind in NUMBERED]
    for index, node in enumerate(contentions, 1):
        found[node.section.id] = f"C{index}"
        points = [child for child in node.children if child.section.kind is SectionKind.SUBPOINT]
        found |= {point.section.id: f"C{index}{letters(place)}" for place, point in enumerate(points)}
    return found


def letters(place: int) -> str:
    """Return the letters that count a place from 0: a, b, then from 26 on aa, ab."""
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def argument_numbers(case: Sequence[Node]) -> dict[int, str]:
    """Return the computed number of each argument of a case by argument id (C1.1, C1.2).

    Subpoints share their contention's count. An argument that stands twice has the number of its first place.
    """
    found: dict[int, str] = {}
    numbers = section_numbers(case)
    for top in case:
        if top.section.id not in numbers:
            continue
        count = 0
        for node in top.walk():
            for item in node.items:
                if item.kind is ItemKind.ARGUMENT and item.argument_id is not None:
                    count += 1
                    found.setdefault(item.argument_id, f"{numbers[top.section.id]}.{count}")
    return found


def placed(siblings: Sequence[R], moved: R, index: int) -> list[R]:
    """Return the siblings whose rank changes when `moved` is put at `index` (0 first; beyond the end: last)."""
    others: list[R] = [each for each in siblings if each.id != moved.id]
    place = max(0, min(index, len(others)))
    order = [*others[:place], moved, *others[place:]]
    return [replace(each, rank=rank) for rank, each in enumerate(order) if each.rank != rank or each is moved]
