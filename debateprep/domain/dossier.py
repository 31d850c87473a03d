"""Everything of one topic at one moment, as pages, checks, coverage and the map need it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from debateprep.domain import clash
from debateprep.domain.model import (
    Answer,
    Argument,
    Brief,
    Card,
    Heard,
    Item,
    Label,
    Line,
    Position,
    Question,
    Round,
    Source,
    Support,
    Topic,
)
from debateprep.domain.outline import Node
from debateprep.domain.terms import ItemKind, Part, Side

Outline = dict[Part, tuple[Node, ...]]
"""A brief's sections as trees, by part."""


@dataclass(frozen=True)
class Dossier:
    """One topic, whole, by id; `outlines` are those of the main briefs, `others` those of further ones, by brief.

    `numbers` gives each argument of a case its computed number (C1.2), in the order of the cases.
    """

    topic: Topic
    arguments: dict[int, Argument]
    answers: list[Answer]
    supports: dict[int, list[Support]]
    positions: dict[int, Position]
    cards: dict[int, Card]
    sources: dict[int, Source]
    quotes: dict[int, str]
    outlines: dict[Side, Outline]
    numbers: dict[int, str]
    briefs: dict[int, Brief] = field(default_factory=dict)
    others: dict[int, Outline] = field(default_factory=dict)
    questions: dict[int, list[Question]] = field(default_factory=dict)
    lines: dict[int, list[Line]] = field(default_factory=dict)
    rounds: dict[int, Round] = field(default_factory=dict)
    heard: dict[int, list[Heard]] = field(default_factory=dict)
    labels: dict[int, tuple[Label, ...]] = field(default_factory=dict)
    unverified: frozenset[int] = frozenset()

    @cached_property
    def answers_to(self) -> dict[int, list[Answer]]:
        """Return the answers to each argument that has some, in reading order."""
        found: dict[int, list[Answer]] = {}
        for answer in clash.ordered(self.answers):
            found.setdefault(answer.target_id, []).append(answer)
        return found

    @cached_property
    def answers_by(self) -> dict[int, list[Answer]]:
        """Return the answers that each argument gives, oldest first."""
        found: dict[int, list[Answer]] = {}
        for answer in sorted(self.answers, key=lambda each: each.id):
            found.setdefault(answer.answering_id, []).append(answer)
        return found

    @cached_property
    def order(self) -> dict[int, int]:
        """Return every argument's place in reading order: the cases as numbered, then the others as made."""
        numbered = [number for number in self.numbers if number in self.arguments]
        rest = sorted(self.arguments.keys() - self.numbers.keys())
        return {number: place for place, number in enumerate([*numbered, *rest])}

    @cached_property
    def home(self) -> dict[int, Node]:
        """Return the section of the main briefs in which each argument stands first."""
        found: dict[int, Node] = {}
        for _, node, item in self.items:
            if item.kind is ItemKind.ARGUMENT and item.argument_id is not None:
                found.setdefault(item.argument_id, node)
        return found

    @cached_property
    def contention(self) -> dict[int, Node]:
        """Return the topmost section of the case in which each argument stands first."""
        found: dict[int, Node] = {}
        for parts in self.outlines.values():
            for top in parts[Part.CASE]:
                for node in top.walk():
                    for item in node.items:
                        if item.argument_id is not None:
                            found.setdefault(item.argument_id, top)
        return found

    @cached_property
    def items(self) -> list[tuple[Side, Node, Item]]:
        """Return every row of the main briefs with its side and section, in reading order."""
        return [
            (side, node, item)
            for side, parts in self.outlines.items()
            for tops in parts.values()
            for top in tops
            for node in top.walk()
            for item in node.items
        ]

    @cached_property
    def files(self) -> dict[Side, tuple[Brief, ...]]:
        """Return each side's briefs, its main one first."""
        return by_side(self.briefs.values())

    def showing(self, chosen: Mapping[Side, int]) -> "Dossier":
        """Return the topic as if each side's chosen brief were its main one; numbers stay those of the main case.

        A choice that is no further brief of its side, any more, is passed over.
        """
        seen = self
        for side, number in chosen.items():
            main, brief = next(iter(self.files.get(side, ())), None), self.briefs.get(number)
            if main is None or brief is None or brief.side is not side or number not in self.others:
                continue
            seen = replace(
                seen,
                briefs={**seen.briefs, main.id: replace(main, main=False), number: replace(brief, main=True)},
                outlines={**seen.outlines, side: self.others[number]},
                others={main.id: self.outlines[side]} | {key: seen.others[key] for key in seen.others if key != number},
            )
        return seen

    def in_order(self, side: Side) -> list[Argument]:
        """Return a side's arguments in reading order."""
        return [self.arguments[number] for number in self.order if self.arguments[number].side is side]


def by_side(briefs: Iterable[Brief]) -> dict[Side, tuple[Brief, ...]]:
    """Return each side's briefs, its main one first."""
    found = sorted(briefs, key=lambda each: (not each.main, each.id))
    return {side: tuple(each for each in found if each.side is side) for side in (Side.PRO, Side.CON)}
