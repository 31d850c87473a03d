"""Boards of any shape, made by chance: sections in sections, notes, cards, answers to answers, empty parts."""

from random import Random

from debateprep.domain.model import Topic
from debateprep.domain.terms import ItemKind, Part, ResponseType, SectionKind, Side
from debateprep.gui.models.board import BOTH, AnswerView, ArgumentView, Board, ItemView, SectionView, SideView

WORDS = "people would rather walk than wait for what they cannot count on and a city that plans for it saves".split()
KINDS = (SectionKind.CONTENTION, SectionKind.CONTENTION, SectionKind.OVERVIEW, SectionKind.CUSTOM)
DEEPEST = 3


def said(chance: Random, most: int = 30) -> str:
    """Return some words."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


class Boards:
    """Makes boards of one topic: ids are given once, so that a later board shares some things with an earlier one."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._items = 0

    def board(self, arguments: int, sections: int) -> Board:
        """Return a board of at most so many arguments, with at most so many sections in each part of a side."""
        chance = self._chance
        sides = [chance.choice(BOTH) for _ in range(chance.randint(0, arguments))]
        claims = {number: said(chance) for number, _side in enumerate(sides, 1)}
        links = [
            AnswerView(
                number, *pair, chance.choice(list(ResponseType)), said(chance) if number % 3 else "", shared=False
            )
            for number, pair in enumerate(self._pairs(sides), 1)
        ]
        met: dict[int, list[int]] = {}
        for link in links:
            met.setdefault(link.target, []).append(link.id)
        views = {
            number: ArgumentView(
                number,
                sides[number - 1],
                f"C{number}" if chance.random() < 0.7 else "",
                said(chance, 3) if chance.random() < 0.3 else "",
                claim,
                said(chance) if chance.random() < 0.3 else "",
                "",
                (),
                tuple(met.get(number, ())),
                sum(len(met.get(link.answering, ())) for link in links if link.target == number),
            )
            for number, claim in claims.items()
        }
        answers = {link.id: link for link in links}
        shown = {side: self._side(side, views, answers, sections) for side in BOTH}
        return Board(Topic(resolution="Resolved."), views, answers, shown, (), dict.fromkeys(BOTH, ()), ())

    def _pairs(self, sides: list[Side]) -> list[tuple[int, int]]:
        found = [
            (answering, self._chance.randint(1, answering - 1))
            for answering in range(2, len(sides) + 1)
            if self._chance.random() < 0.6
        ]
        return [(one, other) for one, other in found if sides[one - 1] is not sides[other - 1]]

    def _side(
        self, side: Side, views: dict[int, ArgumentView], answers: dict[int, AnswerView], sections: int
    ) -> SideView:
        own = [number for number, view in views.items() if view.side is side]
        targets = tuple(n for n, view in views.items() if view.side is side.other and (view.number or view.answers))
        parts = {part: tuple(self._sections(own, answers, sections)) for part in Part}
        notice = said(self._chance) if self._chance.random() < 0.2 else ""
        return SideView(side, "", 0, len(own), 0, parts, targets, len(targets), notice)

    def _sections(self, own: list[int], answers: dict[int, AnswerView], most: int) -> list[SectionView]:
        chance, found, above = self._chance, list[SectionView](), list[SectionView]()
        for number in chance.sample(range(1, 3 * most + 1), chance.randint(0, most)):
            del above[chance.randint(0, min(len(above), DEEPEST)) :]
            parent, depth = (above[-1].id, len(above)) if above else (0, 0)
            index = sum(1 for each in found if each.parent == parent)
            kind = chance.choice(KINDS) if not depth else SectionKind.SUBPOINT
            counted = f"C{number}" if kind in (SectionKind.CONTENTION, SectionKind.SUBPOINT) else ""
            items = tuple(self._item(own, answers) for _ in range(chance.randint(0, 5)))
            found.append(SectionView(number, parent, counted, kind, said(chance, 12), depth, index, items))
            above.append(found[-1])
        return found

    def _item(self, own: list[int], answers: dict[int, AnswerView]) -> ItemView:
        self._items = self._items + 1 if self._chance.random() < 0.8 else self._items + 3
        kind = self._chance.choice(list(ItemKind)) if own else ItemKind.NOTE
        if kind is ItemKind.ANSWER and answers:
            link = self._chance.choice(list(answers.values()))
            return ItemView(self._items, kind, link.answering, link.id)
        if kind is ItemKind.ARGUMENT:
            also = "also in C2" if self._chance.random() < 0.2 else ""
            return ItemView(self._items, kind, self._chance.choice(own), also=also)
        return ItemView(self._items, ItemKind.NOTE, text=said(self._chance))
