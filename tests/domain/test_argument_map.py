"""The map of a topic: everything stands once, ties are told apart, branches fold and come into focus."""

from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import argument_map
from debateprep.domain.argument_map import NOWHERE, ArgumentMap, build
from debateprep.domain.clash import objection
from debateprep.domain.dossier import Dossier
from debateprep.domain.model import Answer, Argument, Topic
from debateprep.domain.terms import Part, ResponseType, Side, Tie

from .random_topics import dossiers


def below(drawn: ArgumentMap, number: int) -> int:
    return sum(1 + below(drawn, each) for each, node in enumerate(drawn.nodes) if node.parent == number)


@given(dossiers())
def test_every_argument_stands_once_and_every_answer_is_shown_once(dossier: Dossier) -> None:
    drawn = build(dossier, evidence=True)
    keys = [node.key for node in drawn.nodes]
    assert len(keys) == len(set(keys))
    assert {node.id for node in drawn.nodes if node.kind == "argument"} == set(dossier.arguments)
    supports = {s.id for some in dossier.supports.values() for s in some}
    assert {node.id for node in drawn.nodes if node.kind == "support"} == supports
    hung = [node.answer_id for node in drawn.nodes if node.answer_id]
    assert sorted([*hung, *(link.answer_id for link in drawn.links)]) == [answer.id for answer in dossier.answers]
    assert drawn.nodes[0].parent == NOWHERE
    for number, node in enumerate(drawn.nodes[1:], 1):
        assert 0 <= node.parent < number
        above = drawn.nodes[node.parent]
        if node.parent:
            assert (node.tie is Tie.ATTACK) == (node.side is not above.side)
        else:
            assert (node.tie is Tie.ATTACK) == (node.side is Side.CON)
    by_id = {answer.id: answer for answer in dossier.answers}
    for link in drawn.links:
        ends = (drawn.nodes[link.answering].id, drawn.nodes[link.target].id)
        assert ends == (by_id[link.answer_id].answering_id, by_id[link.answer_id].target_id)


@given(dossiers(), st.data())
def test_folding_hides_what_hangs_there_and_focus_shows_a_branch_alone(dossier: Dossier, data: st.DataObject) -> None:
    whole = build(dossier)
    keys = [node.key for node in whole.nodes]
    folded = data.draw(st.sets(st.sampled_from(keys), max_size=3))
    drawn = build(dossier, folded=folded)
    for number, node in enumerate(drawn.nodes):
        old = keys.index(node.key)
        if node.key in folded:
            assert node.hidden == below(whole, old)
            assert below(drawn, number) == 0
        else:
            assert node.hidden == 0
    assert len(drawn.nodes) + sum(node.hidden for node in drawn.nodes) == len(whole.nodes)
    focus = data.draw(st.sampled_from(keys))
    branch = build(dossier, focus=focus)
    assert branch.nodes[0].key == focus
    assert len(branch.nodes) == 1 + below(whole, keys.index(focus))
    assert build(dossier, focus="argument:0") == whole
    assert build(dossier) == whole


def test_a_clash_two_hundred_deep_is_drawn() -> None:
    sides = (Side.PRO, Side.CON)
    arguments = {n: Argument(id=n, topic_id=1, side=sides[n % 2], claim=f"a{n}") for n in range(1, 1001)}
    answers: list[Answer] = []
    for n in range(2, 1001):
        answers.append(Answer(id=n, answering_id=n, target_id=n - 1, response=ResponseType.NOT_TRUE))
    assert "circle" in objection(answers, arguments[1], arguments[1000])
    bare = dict.fromkeys(Part, ())
    dossier = Dossier(
        Topic(id=1, resolution="Resolved: x."), arguments, answers, {}, {}, {}, {}, {}, dict.fromkeys(sides, bare), {}
    )
    drawn = argument_map.build(dossier, folded=["argument:900"])
    assert len(drawn.nodes) == 901
    assert drawn.nodes[-1].hidden == 100
