"""Where else the things in a brief are used: in other sections, under other arguments, against other arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from debateprep.domain import outline
from debateprep.domain.dossier import Dossier
from debateprep.domain.model import Answer, Item
from debateprep.domain.outline import Node
from debateprep.domain.terms import Part


class Places:
    """The uses of every argument and card of a topic."""

    def __init__(self, dossier: Dossier) -> None:
        self._all = dossier
        self._arguments: dict[int, list[tuple[int, str]]] = {}
        self._cards: dict[int, list[tuple[int, str]]] = {}
        for item, place in self._items():
            if item.argument_id is not None:
                self._arguments.setdefault(item.argument_id, []).append((item.id, place))
            if item.card_id is not None:
                self._cards.setdefault(item.card_id, []).append((item.id, place))

    def _items(self) -> Iterator[tuple[Item, str]]:
        for parts in self._all.outlines.values():
            numbers = outline.section_numbers(parts[Part.CASE])
            for part in Part:
                yield from self._within(parts[part], numbers, "")
        for number, parts in self._all.others.items():
            title = self._all.briefs[number].title if number in self._all.briefs else ""
            for part in Part:
                yield from self._within(parts[part], {}, title)

    def _within(self, tops: Iterable[Node], numbers: dict[int, str], brief: str) -> Iterator[tuple[Item, str]]:
        for top in tops:
            for node in top.walk():
                place = numbers.get(node.section.id) or node.section.title
                for item in node.items:
                    yield item, f"{brief}: {place}" if brief else place

    def of_argument(self, number: int, item: int) -> str:
        """Return where else an argument stands: "also in C2", or ""."""
        return _also(place for own, place in self._arguments.get(number, ()) if own != item)

    def of_card(self, number: int, item: int) -> str:
        """Return where else a card stands, and which arguments rest on it."""
        found = [place for own, place in self._cards.get(number, ()) if own != item]
        for owner, supports in self._all.supports.items():
            if owner in self._all.arguments and any(each.card_id == number for each in supports):
                found.append(self._called(owner))
        return _also(found)

    def of_answer(self, answer: Answer) -> str:
        """Return what else an answer's argument answers, and where it stands: "also answers C1.2"."""
        others = [each for each in self._all.answers_by.get(answer.answering_id, ()) if each.id != answer.id]
        said = [self.of_argument(answer.answering_id, 0)]
        if others:
            names = ", ".join(dict.fromkeys(self._called(each.target_id) for each in others))
            said.append(_tr("also answers {names}").format(names=names))
        return " · ".join(part for part in said if part)

    def _called(self, number: int) -> str:
        argument = self._all.arguments[number]
        return self._all.numbers.get(number) or f"“{argument.short}”"


def _also(places: Iterable[str]) -> str:
    names = ", ".join(dict.fromkeys(places))
    return _tr("also in {places}").format(places=names) if names else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)
