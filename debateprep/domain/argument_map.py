"""The argument tree of a topic: what supports and what attacks what, as values that a page draws.

The topic is the root. Each contention of Pro supports it and each of Con attacks it; arguments hang on their
contention, answers on what they answer, to any depth. A thing stands once: further ties to it are cross-links.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from debateprep.domain import outline
from debateprep.domain.dossier import Dossier
from debateprep.domain.model import Answer, Argument, Support
from debateprep.domain.outline import Node
from debateprep.domain.terms import ItemKind, Part, ResponseType, SectionKind, Side, SupportKind, Tie

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class MapNode:
    """One box of a map: `key` names it across builds ("argument:12"), `parent` is the number of the box it hangs on.

    `answer_id` is the link by which it hangs there, `response` that link's type, `hidden` how many boxes are folded
    away behind it.
    """

    key: str
    kind: str
    id: int
    parent: int
    tie: Tie
    side: Side
    title: str
    number: str = ""
    answer_id: int = 0
    response: ResponseType | None = None
    open: bool = False
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class CrossLink:
    """A further answer between two boxes that stand elsewhere, by their numbers."""

    answering: int
    target: int
    answer_id: int
    response: ResponseType


@dataclass(frozen=True, slots=True)
class ArgumentMap:
    """A map: boxes with parents before children and siblings in order, and the links across."""

    nodes: tuple[MapNode, ...]
    links: tuple[CrossLink, ...] = ()

    @property
    def parents(self) -> list[int]:
        """Return each box's parent, as the layout wants them."""
        return [node.parent for node in self.nodes]


def build(dossier: Dossier, *, focus: str = "", folded: Iterable[str] = (), evidence: bool = False) -> ArgumentMap:
    """Return the map of a topic, or of the branch whose key is `focus`; what `folded` names hides what hangs on it.

    With `evidence` cards, positions and reasoning hang on what they support. An unknown focus shows the topic.
    """
    grown = _Tree(dossier, evidence=evidence).grown()
    whole = ArgumentMap(tuple(grown), tuple(_links(dossier, grown)))
    return _pruned(whole, focus, frozenset(folded))


class _Tree:
    """Grow the tree from the topic outwards, without recursion."""

    def __init__(self, dossier: Dossier, *, evidence: bool) -> None:
        self._all = dossier
        self._evidence = evidence
        self._at_home = {number for number in dossier.contention if number in dossier.arguments}
        self._answering = set(dossier.answers_by)
        self._nodes: list[MapNode] = []
        self._numbers: dict[int, str] = {}
        self._met: set[int] = set()

    def grown(self) -> list[MapNode]:
        topic = self._all.topic
        self._nodes = [MapNode(f"topic:{topic.id}", "topic", topic.id, NOWHERE, Tie.SUPPORT, Side.NEITHER, topic.short)]
        # A stack of what still hangs on which box, the next on top.
        waiting = self._tops()
        while waiting:
            parent, what = waiting.pop()
            number = len(self._nodes)
            below = self._place(parent, what)
            waiting += [(number, each) for each in reversed(below)]
        return self._nodes

    def _tops(self) -> list[tuple[int, object]]:
        tops: list[object] = []
        for side in (Side.PRO, Side.CON):
            case = self._all.outlines[side][Part.CASE]
            self._numbers |= outline.section_numbers(case)
            tops += [_Section(node, side) for node in case if _belongs(node)]
            loose = [each for each in self._all.in_order(side) if each.id not in self._at_home | self._answering]
            tops += [_Hung(each, _stance(side)) for each in loose]
        return [(0, each) for each in reversed(tops)]

    def _place(self, parent: int, what: object) -> list[object]:
        if isinstance(what, _Section):
            return self._section(parent, what)
        if isinstance(what, _Hung):
            return self._argument(parent, what)
        assert isinstance(what, Support)
        self._nodes.append(self._support(parent, what))
        return []

    def _section(self, parent: int, what: "_Section") -> list[object]:
        section = what.node.section
        tie = _stance(what.side) if parent == 0 else Tie.SUPPORT
        key = f"section:{section.id}"
        number = self._numbers.get(section.id, "")
        self._nodes.append(MapNode(key, "section", section.id, parent, tie, what.side, section.title, number))
        own = [item.argument_id for item in what.node.items if item.kind is ItemKind.ARGUMENT]
        fresh = [each for each in dict.fromkeys(own) if each in self._all.arguments and each not in self._met]
        self._met.update(each for each in fresh if each is not None)
        hung: list[object] = [_Hung(self._all.arguments[each], Tie.SUPPORT) for each in fresh if each is not None]
        return [*hung, *(_Section(child, what.side) for child in what.node.children if _belongs(child))]

    def _argument(self, parent: int, what: "_Hung") -> list[object]:
        argument, answer = what.argument, what.answer
        self._met.add(argument.id)
        self._nodes.append(
            MapNode(
                f"argument:{argument.id}",
                "argument",
                argument.id,
                parent,
                what.tie,
                argument.side,
                answer.wording or argument.short if answer else argument.short,
                self._all.numbers.get(argument.id, ""),
                answer.id if answer else 0,
                answer.response if answer else None,
                argument.id not in self._all.answers_to,
            )
        )
        below: list[object] = []
        for each in self._all.answers_to.get(argument.id, ()):
            if each.answering_id not in self._at_home and each.answering_id not in self._met:
                self._met.add(each.answering_id)
                below.append(_Hung(self._all.arguments[each.answering_id], Tie.ATTACK, each))
        supports = self._all.supports.get(argument.id, []) if self._evidence else []
        return [*supports, *below]

    def _support(self, parent: int, support: Support) -> MapNode:
        card, position = self._all.cards.get(support.card_id or 0), self._all.positions.get(support.position_id or 0)
        said = position.statement if position else ""
        title = card.tag or card.quote if card else support.text or said
        wanted = support.kind is SupportKind.WANTED
        key = f"support:{support.id}"
        side = self._nodes[parent].side
        return MapNode(key, "support", support.id, parent, Tie.SUPPORT, side, title, support.kind.value, open=wanted)


@dataclass(frozen=True, slots=True)
class _Section:
    node: Node
    side: Side


@dataclass(frozen=True, slots=True)
class _Hung:
    argument: Argument
    tie: Tie
    answer: Answer | None = None


def _belongs(node: Node) -> bool:
    # What holds words only (an overview, a note) argues nothing; an empty contention is a gap worth seeing.
    argues = (SectionKind.CONTENTION, SectionKind.SUBPOINT)
    return node.section.kind in argues or any(item.argument_id for each in node.walk() for item in each.items)


def _stance(side: Side) -> Tie:
    return Tie.SUPPORT if side is Side.PRO else Tie.ATTACK


def _links(dossier: Dossier, nodes: Sequence[MapNode]) -> Iterable[CrossLink]:
    places = {node.id: number for number, node in enumerate(nodes) if node.kind == "argument"}
    hung = {node.answer_id for node in nodes}
    for answer in sorted(dossier.answers, key=lambda each: each.id):
        if answer.id not in hung:
            yield CrossLink(places[answer.answering_id], places[answer.target_id], answer.id, answer.response)


def _pruned(whole: ArgumentMap, focus: str, folded: frozenset[str]) -> ArgumentMap:
    root = next((number for number, node in enumerate(whole.nodes) if node.key == focus), 0)
    kept: dict[int, int] = {}
    hidden: dict[int, int] = {}
    nodes: list[MapNode] = []
    covers: dict[int, int] = {}  # From each box folded away to the box that hides it.
    for number, node in enumerate(whole.nodes):
        above = node.parent
        if number != root and above not in kept and above not in covers:
            continue
        cover = covers.get(above, above if above in kept and whole.nodes[above].key in folded else None)
        if number != root and cover is not None:
            covers[number] = cover
            hidden[cover] = hidden.get(cover, 0) + 1
            continue
        kept[number] = len(nodes)
        nodes.append(replace(node, parent=NOWHERE if number == root else kept[above]))
    for number, count in hidden.items():
        nodes[kept[number]] = replace(nodes[kept[number]], hidden=count)
    links = [
        replace(link, answering=kept[link.answering], target=kept[link.target])
        for link in whole.links
        if link.answering in kept and link.target in kept
    ]
    return ArgumentMap(tuple(nodes), tuple(links))
