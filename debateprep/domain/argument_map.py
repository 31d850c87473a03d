"""A topic's arguments as a map: two trees, one a side, of contentions, arguments, answers and what answers those.

Everything stands once. An argument of a case stands in its section, even when it answers something too; one that only
answers stands under what it answered first; one that does neither stands under "not in the case" of its side. Its
other relations are cross-links.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from debateprep.domain import outline
from debateprep.domain.dossier import Dossier
from debateprep.domain.model import Answer, Argument, Label
from debateprep.domain.outline import Node
from debateprep.domain.terms import ItemKind, Part, ResponseType, SectionKind, Side

SIDES = (Side.PRO, Side.CON)


class NodeKind(StrEnum):
    """What a node of the map stands for."""

    SIDE = "side"
    SECTION = "section"
    LOOSE = "not in the case"
    ARGUMENT = "argument"


class Relation(StrEnum):
    """What a node does to the one it stands under or is linked to."""

    SUPPORT = "support"
    ATTACK = "attack"


@dataclass(frozen=True, slots=True, kw_only=True)
class MapNode:
    """One node: `id` is its section's or argument's, `parent` the key of the node that it stands under, "" for none.

    `text` is a side's stance, a section's title, or what an argument says there, which is worded on the `answer` by
    which it stands when `worded`. `answers` counts the live answers to it.
    """

    key: str
    kind: NodeKind
    side: Side
    parent: str = ""
    id: int = 0
    number: str = ""
    text: str = ""
    section: SectionKind = SectionKind.CONTENTION
    relation: Relation = Relation.SUPPORT
    answer: int = 0
    response: ResponseType | None = None
    worded: bool = False
    answers: int = 0
    labels: tuple[Label, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether it is an argument that nothing answers yet."""
        return self.kind is NodeKind.ARGUMENT and not self.answers


@dataclass(frozen=True, slots=True)
class CrossLink:
    """A relation beside the trees: `source` supports or attacks `target`, both keys of nodes."""

    source: str
    target: str
    relation: Relation
    response: ResponseType | None = None


@dataclass(frozen=True)
class ArgumentMap:
    """A map: its nodes as they are read, each before what stands under it, and its cross-links."""

    topic: str
    resolution: str
    nodes: tuple[MapNode, ...] = ()
    links: tuple[CrossLink, ...] = ()

    @cached_property
    def by_key(self) -> dict[str, MapNode]:
        """Return the nodes by their keys."""
        return {node.key: node for node in self.nodes}

    @cached_property
    def children(self) -> dict[str, list[MapNode]]:
        """Return what stands under each node, in order; the roots under ""."""
        found: dict[str, list[MapNode]] = {node.key: [] for node in self.nodes}
        found[""] = []
        for node in self.nodes:
            found[node.parent].append(node)
        return found

    def below(self, key: str) -> Iterator[MapNode]:
        """Yield all nodes below one, as they are read."""
        waiting = self.children.get(key, [])[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(self.children[node.key]))

    def branch(self, key: str) -> "ArgumentMap":
        """Return a node with all below it, alone; raise KeyError for a node that is not there."""
        root = replace(self.by_key[key], parent="")
        return self._of((root, *self.below(key)))

    def folded(self, keys: frozenset[str]) -> "ArgumentMap":
        """Return the map without what stands under these nodes."""
        hidden: set[str] = set()
        kept = []
        for node in self.nodes:
            if node.parent in keys or node.parent in hidden:
                hidden.add(node.key)
            else:
                kept.append(node)
        return self._of(tuple(kept)) if hidden else self

    def _of(self, nodes: tuple[MapNode, ...]) -> "ArgumentMap":
        there = {node.key for node in nodes}
        links = tuple(link for link in self.links if {link.source, link.target} <= there)
        return ArgumentMap(self.topic, self.resolution, nodes, links)


def key_of(kind: NodeKind, number: int) -> str:
    """Return the key of the node of a section or an argument."""
    return f"{kind.value}:{number}"


def root_of(side: Side) -> str:
    """Return the key of a side's root."""
    return f"{NodeKind.SIDE.value}:{side.value}"


def draw_up(dossier: Dossier) -> ArgumentMap:
    """Return the map of a topic."""
    nodes = _Maker(dossier).nodes()
    return ArgumentMap(dossier.topic.short, dossier.topic.resolution, nodes, tuple(_links(dossier, nodes)))


@dataclass
class _Maker:
    all: Dossier
    seen: set[int] = field(default_factory=set)

    def nodes(self) -> tuple[MapNode, ...]:
        own = {side: list(self._case(side)) for side in SIDES}
        placed = {node.id for nodes in own.values() for node in nodes if node.kind is NodeKind.ARGUMENT}
        for side in SIDES:
            own[side] += self._loose(side, placed)
        return tuple(node for side in SIDES for each in own[side] for node in (each, *self._answers(each, placed)))

    def _case(self, side: Side) -> Iterator[MapNode]:
        root = root_of(side)
        yield MapNode(key=root, kind=NodeKind.SIDE, side=side, text=self.all.topic.stance(side))
        case = self.all.outlines[side][Part.CASE]
        numbers = outline.section_numbers(case)
        waiting = [(node, root) for node in reversed(case)]
        while waiting:
            node, parent = waiting.pop()
            key = key_of(NodeKind.SECTION, node.section.id)
            yield MapNode(
                key=key,
                kind=NodeKind.SECTION,
                side=side,
                parent=parent,
                id=node.section.id,
                number=numbers.get(node.section.id, ""),
                text=node.section.title,
                section=node.section.kind,
            )
            for argument in _arguments(node):
                if argument in self.all.arguments and argument not in self.seen:
                    self.seen.add(argument)
                    yield self._argument(self.all.arguments[argument], key)
            waiting.extend((child, key) for child in reversed(node.children))

    def _loose(self, side: Side, placed: set[int]) -> Iterator[MapNode]:
        answering = self.all.answers_by
        found = [each for each in self.all.in_order(side) if each.id not in placed and each.id not in answering]
        if found:
            root = root_of(side)
            key = f"{NodeKind.LOOSE.value}:{side.value}"
            yield MapNode(key=key, kind=NodeKind.LOOSE, side=side, parent=root)
            for argument in found:
                yield self._argument(argument, key)

    def _answers(self, node: MapNode, placed: set[int]) -> Iterator[MapNode]:
        """Yield what stands under an argument: those that answered it first and stand nowhere else, to any depth."""
        if node.kind is not NodeKind.ARGUMENT:
            return
        waiting = self._next(node, placed)
        while waiting:
            answer, parent = waiting.pop()
            made = self._argument(self.all.arguments[answer.answering_id], parent, answer)
            yield made
            waiting.extend(self._next(made, placed))

    def _next(self, node: MapNode, placed: set[int]) -> list[tuple[Answer, str]]:
        firsts = self.all.answers_by
        found = [
            (answer, node.key)
            for answer in self.all.answers_to.get(node.id, ())
            if answer.answering_id not in placed and firsts[answer.answering_id][0] is answer
        ]
        return found[::-1]

    def _argument(self, argument: Argument, parent: str, answer: Answer | None = None) -> MapNode:
        return MapNode(
            key=key_of(NodeKind.ARGUMENT, argument.id),
            kind=NodeKind.ARGUMENT,
            side=argument.side,
            parent=parent,
            id=argument.id,
            number=self.all.numbers.get(argument.id, ""),
            text=(answer.wording if answer else "") or argument.claim,
            relation=Relation.ATTACK if answer else Relation.SUPPORT,
            answer=answer.id if answer else 0,
            response=answer.response if answer else None,
            worded=bool(answer and answer.wording),
            answers=len(self.all.answers_to.get(argument.id, ())),
            labels=self.all.labels.get(argument.id, ()),
        )


def _arguments(node: Node) -> Iterator[int]:
    for item in node.items:
        if item.kind is ItemKind.ARGUMENT and item.argument_id is not None:
            yield item.argument_id


def _links(dossier: Dossier, nodes: Iterable[MapNode]) -> Iterator[CrossLink]:
    """Yield what the trees do not show: an argument's further places in a case, and its further answers."""
    by_key = {node.key: node for node in nodes}
    for parts in dossier.outlines.values():
        for top in parts[Part.CASE]:
            for node in top.walk():
                home = key_of(NodeKind.SECTION, node.section.id)
                for number in dict.fromkeys(_arguments(node)):
                    there = by_key.get(key_of(NodeKind.ARGUMENT, number))
                    if there is not None and home in by_key and there.parent != home:
                        yield CrossLink(there.key, home, Relation.SUPPORT)
    for answer in dossier.answers:
        source = by_key.get(key_of(NodeKind.ARGUMENT, answer.answering_id))
        target = key_of(NodeKind.ARGUMENT, answer.target_id)
        if source is not None and target in by_key and source.answer != answer.id:
            yield CrossLink(source.key, target, Relation.ATTACK, answer.response)
