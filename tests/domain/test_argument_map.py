"""The map of a topic: everything once, in reading order, against a plain model on random topics."""

from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.argument_map import ArgumentMap, NodeKind, Relation, draw_up, key_of, root_of
from debateprep.domain.dossier import Dossier, Outline
from debateprep.domain.model import Answer, Argument, Item, Section, Topic
from debateprep.domain.outline import Node, argument_numbers
from debateprep.domain.terms import ItemKind, Part, ResponseType, Side

SIDES = (Side.PRO, Side.CON)


def dossier(
    sides: dict[int, Side], links: list[tuple[int, int]], cases: dict[Side, list[list[int]]], **wording: str
) -> Dossier:
    """Return a topic: (answering, target) pairs, and each case's contentions as lists of arguments."""
    outlines: dict[Side, Outline] = {}
    numbers: dict[int, str] = {}
    section = 0
    for side in SIDES:
        case = []
        for own in cases.get(side, []):
            section += 1
            items = tuple(
                Item(id=section * 100 + at, section_id=section, kind=ItemKind.ARGUMENT, argument_id=number)
                for at, number in enumerate(own)
            )
            case.append(Node(Section(id=section, brief_id=1, title=f"Contention {section}"), items, ()))
        outlines[side] = {**dict.fromkeys(Part, ()), Part.CASE: tuple(case)}
        numbers |= argument_numbers(tuple(case))
    answers = [
        Answer(id=at, answering_id=one, target_id=other, rank=at, wording=wording.get(f"a{at}", ""))
        for at, (one, other) in enumerate(links, 1)
    ]
    arguments = {
        number: Argument(id=number, topic_id=1, side=side, claim=f"claim {number}") for number, side in sides.items()
    }
    topic = Topic(id=1, resolution="Resolved: tea.", pro_stance="Drink it")
    return Dossier(topic, arguments, answers, {}, {}, {}, {}, {}, outlines, numbers)


def tree(drawn: ArgumentMap) -> list[tuple[int, str]]:
    """Return (depth, words) of every node, in order."""
    depths = {"": -1}
    found = []
    for node in drawn.nodes:
        depths[node.key] = depths[node.parent] + 1
        found.append((depths[node.key], f"{node.number} {node.text or node.kind.value}".strip()))
    return found


def test_both_sides_with_answers_and_what_answers_those() -> None:
    sides = {1: Side.PRO, 2: Side.PRO, 3: Side.CON, 4: Side.PRO, 5: Side.CON}
    topic = dossier(sides, [(3, 1), (4, 3), (5, 1)], {Side.PRO: [[1, 2]], Side.CON: []}, a1="reworded")
    drawn = draw_up(topic)
    assert tree(drawn) == [
        (0, "Drink it"),
        (1, "C1 Contention 1"),
        (2, "C1.1 claim 1"),
        (3, "reworded"),
        (4, "claim 4"),
        (3, "claim 5"),
        (2, "C1.2 claim 2"),
        (0, "side"),
    ]
    assert drawn.links == ()
    first, answer = drawn.by_key["argument:1"], drawn.by_key["argument:3"]
    assert (first.relation, first.answers, first.is_open) == (Relation.SUPPORT, 2, False)
    assert (answer.relation, answer.response, answer.worded) == (Relation.ATTACK, ResponseType.NOT_TRUE, True)
    assert [node.id for node in drawn.nodes if node.is_open] == [4, 5, 2]


def test_what_answers_several_stands_once_and_is_linked_to_the_others() -> None:
    sides = {1: Side.PRO, 2: Side.PRO, 3: Side.CON, 4: Side.CON}
    # 3 only answers; 4 stands in its own case and answers too; 2 stands twice.
    topic = dossier(sides, [(3, 2), (3, 1), (4, 1)], {Side.PRO: [[1, 2], [2]], Side.CON: [[4]]})
    drawn = draw_up(topic)
    assert drawn.by_key["argument:3"].parent == "argument:2"
    assert drawn.by_key["argument:4"].parent == key_of(NodeKind.SECTION, 3)
    assert {(link.source, link.target, link.relation.value) for link in drawn.links} == {
        ("argument:2", "section:2", "support"),
        ("argument:3", "argument:1", "attack"),
        ("argument:4", "argument:1", "attack"),
    }


def test_what_stands_nowhere_is_shown_too() -> None:
    drawn = draw_up(dossier({1: Side.PRO, 2: Side.CON}, [(2, 1)], {}))
    assert tree(drawn)[1:4] == [(1, "not in the case"), (2, "claim 1"), (3, "claim 2")]


def test_branches_and_folds() -> None:
    sides = {1: Side.PRO, 2: Side.PRO, 3: Side.CON}
    drawn = draw_up(dossier(sides, [(3, 1), (3, 2)], {Side.PRO: [[1, 2]]}))
    branch = drawn.branch("argument:1")
    assert tree(branch) == [(0, "C1.1 claim 1"), (1, "claim 3")]
    assert branch.links == ()
    folded = drawn.folded(frozenset({"argument:1", root_of(Side.CON)}))
    assert "argument:3" not in folded.by_key
    assert folded.links == ()
    assert [node.key for node in drawn.below("section:1")] == ["argument:1", "argument:3", "argument:2"]


def test_a_chain_of_answers_as_deep_as_there_is() -> None:
    depth = 1500
    sides = {number: SIDES[number % 2] for number in range(1, depth + 1)}
    chain = [(number + 1, number) for number in range(1, depth)]
    drawn = draw_up(dossier(sides, chain, {Side.CON: [[1]]}))
    assert len(drawn.nodes) == depth + 3
    assert tree(drawn)[-1] == (depth + 1, f"claim {depth}")
    assert len(list(drawn.below("section:1"))) == depth


@st.composite
def topics(draw: st.DrawFn) -> Dossier:
    count = draw(st.integers(1, 14))
    sides = {number: draw(st.sampled_from(SIDES)) for number in range(1, count + 1)}
    # An answer goes to an argument of the other side that is older, so there is no circle.
    possible = [(one, other) for one in sides for other in range(1, one) if sides[one] is not sides[other]]
    links = draw(st.lists(st.sampled_from(possible), unique=True, max_size=20)) if possible else []
    cases: dict[Side, list[list[int]]] = {}
    for side in SIDES:
        own = [number for number in sides if sides[number] is side]
        part = st.lists(st.sampled_from(own), max_size=4) if own else st.just([])
        cases[side] = draw(st.lists(part, max_size=3))
    return dossier(sides, links, cases)


@given(topics())
def test_everything_stands_once_and_every_relation_is_shown_once(topic: Dossier) -> None:
    drawn = draw_up(topic)
    assert draw_up(topic) == drawn
    keys = [node.key for node in drawn.nodes]
    assert len(set(keys)) == len(keys)
    assert sorted(node.id for node in drawn.nodes if node.kind is NodeKind.ARGUMENT) == sorted(topic.arguments)
    for place, node in enumerate(drawn.nodes):
        assert node.parent in keys[:place] if node.parent else node.kind is NodeKind.SIDE
        assert node.is_open is (
            node.kind is NodeKind.ARGUMENT and all(answer.target_id != node.id for answer in topic.answers)
        )
    shown = [(n.id, drawn.by_key[n.parent].id) for n in drawn.nodes if n.relation is Relation.ATTACK]
    shown += [
        (drawn.by_key[link.source].id, drawn.by_key[link.target].id)
        for link in drawn.links
        if link.relation is Relation.ATTACK
    ]
    assert sorted(shown) == sorted((answer.answering_id, answer.target_id) for answer in topic.answers)
    placed = {item.argument_id for parts in topic.outlines.values() for node in parts[Part.CASE] for item in node.items}
    for node in drawn.nodes:
        if node.kind is NodeKind.ARGUMENT and node.id in placed:
            above = drawn.by_key[node.parent]
            assert (above.kind, above.side) == (NodeKind.SECTION, node.side)
