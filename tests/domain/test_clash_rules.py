"""Coverage, checks, numbers and filters on random topics, against plain models that look at everything again."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import checks, claims, clash, coverage, filters
from debateprep.domain.checks import Finding
from debateprep.domain.dossier import Dossier
from debateprep.domain.filters import Filter, FilterError
from debateprep.domain.formats import Format, Speech
from debateprep.domain.model import Answer, Section
from debateprep.domain.outline import Node, section_numbers
from debateprep.domain.terms import (
    ArgumentStatus,
    Check,
    Outcome,
    Part,
    ResponseType,
    SectionKind,
    Side,
    SpeechKind,
    SupportKind,
)

from .random_topics import BOTH, dossiers

ALL = Format("all", "All", speeches=(Speech("First", Side.PRO, SpeechKind.CONSTRUCTIVE, 60, case=True),))


def faults(dossier: Dossier, check: Check, **seconds: int) -> list[Finding]:
    return checks.find(dossier, ALL, {Side(side): time for side, time in seconds.items()}, [check])


@given(dossiers())
def test_coverage_is_a_table_filled_in_by_hand(dossier: Dossier) -> None:
    found = coverage.matrix(dossier)
    pro = [n for n, a in dossier.arguments.items() if a.side is Side.PRO]
    con = [n for n, a in dossier.arguments.items() if a.side is Side.CON]
    assert {each.argument.id for each in found.rows} == set(pro)
    assert {each.argument.id for each in found.columns} == set(con)
    for row, column in itertools.product(pro, con):
        to_pro = [a for a in dossier.answers if a.answering_id == column and a.target_id == row]
        to_con = [a for a in dossier.answers if a.answering_id == row and a.target_id == column]
        cell = found.cell(row, column)
        assert [each for each in (cell.to_pro,) if each] == to_pro
        assert [each for each in (cell.to_con,) if each] == to_con
    for each in (*found.rows, *found.columns):
        to_it = [a for a in dossier.answers if a.target_id == each.argument.id]
        assert each.answers == len(to_it)
        assert each.frontlines == sum(1 for a in to_it for b in dossier.answers if b.target_id == a.answering_id)
        assert each.heard == len(dossier.heard.get(each.argument.id, []))
        assert each.worked == [h.outcome for h in dossier.heard.get(each.argument.id, [])].count(Outcome.WORKED)
    for side, count in zip(BOTH, found.counts, strict=True):
        holes = {each.argument.id for each in found.holes(side)}
        assert count.total - count.answered == len(holes)
        assert holes == {f.arguments[0] for f in faults(dossier, Check.OPEN) if f.side is side.other}


@given(dossiers())
def test_numbers_are_the_order_in_which_a_reader_counts(dossier: Dossier) -> None:
    for side in BOTH:
        expected: dict[int, str] = {}
        contention = 0

        def read(node: Node, counted: list[int], number: int, found: dict[int, str] = expected) -> None:
            for item in node.items:
                counted.append(item.argument_id or 0)
                found.setdefault(item.argument_id or 0, f"C{number}.{len(counted)}")
            for child in node.children:
                read(child, counted, number)

        for top in dossier.outlines[side][Part.CASE]:
            if top.section.kind is SectionKind.CONTENTION:
                contention += 1
                read(top, [], contention)
        own = {n: dossier.numbers[n] for n in dossier.numbers if dossier.arguments[n].side is side}
        assert own == expected
    assert list(dossier.order.values()) == list(range(len(dossier.arguments)))


@given(dossiers())
def test_answers_cross_sides_and_never_go_round(dossier: Dossier) -> None:
    for answer in dossier.answers:
        assert {dossier.arguments[n].side for n in (answer.answering_id, answer.target_id)} == set(BOTH)
    goals = {n: {a.target_id for a in dossier.answers if a.answering_id == n} for n in dossier.arguments}
    for start in goals:
        reached, fresh = set(goals[start]), set(goals[start])
        while fresh:
            fresh = set().union(*(goals[n] for n in fresh)) - reached
            reached |= fresh
        assert start not in reached


@given(dossiers())
def test_double_turns_are_every_pair_of_a_link_and_an_impact_turn(dossier: Dossier) -> None:
    plain = {
        (a.answering_id, b.answering_id, a.target_id)
        for a, b in itertools.product(dossier.answers, repeat=2)
        if a.target_id == b.target_id and (a.response, b.response) == (ResponseType.LINK_TURN, ResponseType.IMPACT_TURN)
    }
    assert {f.arguments for f in faults(dossier, Check.DOUBLE_TURN)} == plain


def opposed(dossier: Dossier) -> set[frozenset[int]]:
    said = {n: claims.of(a.claim) for n, a in dossier.arguments.items()}
    return {
        frozenset((one.id, two.id))
        for one, two in itertools.combinations(dossier.arguments.values(), 2)
        if one.side is two.side
        and claims.near(said[one.id], said[two.id])
        and said[one.id].negated != said[two.id].negated
    }


def denied_and_indicted(dossier: Dossier) -> set[frozenset[int]]:
    said = {n: claims.of(a.claim) for n, a in dossier.arguments.items()}
    cards = {n: {s.card_id for s in dossier.supports.get(n, []) if s.card_id} for n in dossier.arguments}
    return {
        frozenset((answer.answering_id, ours.id, target))
        for answer in dossier.answers
        for ours in dossier.arguments.values()
        if ours.side is dossier.arguments[answer.answering_id].side and ours.id != answer.answering_id
        if (target := answer.target_id)
        if (
            answer.response is ResponseType.NOT_TRUE
            and claims.near(said[ours.id], said[target])
            and said[ours.id].negated == said[target].negated
        )
        or (answer.response is ResponseType.WEAK_SOURCE and cards[ours.id] & cards[target])
    }


@given(dossiers())
def test_contradictions_are_found_pair_by_pair(dossier: Dossier) -> None:
    plain = opposed(dossier) | denied_and_indicted(dossier)
    assert {frozenset(f.arguments) for f in faults(dossier, Check.CONTRADICTION)} == plain


@given(dossiers())
def test_evidence_is_checked_card_by_card(dossier: Dossier) -> None:
    every = [(dossier.arguments[s.argument_id], s) for some in dossier.supports.values() for s in some]
    quoting = [(a, s) for a, s in every if s.kind is SupportKind.QUOTED]
    bare = {n for n in dossier.arguments if not any(a.id == n for a, _ in quoting)}
    assert {f.arguments[0] for f in faults(dossier, Check.NO_EVIDENCE)} == bare
    both = {card for card in dossier.cards if {a.side for a, s in quoting if s.card_id == card} == set(BOTH)}
    assert {f.cards[0] for f in faults(dossier, Check.BOTH_SIDES)} == both
    since = dossier.topic.evidence_since
    old, cited = set(), set()
    for argument, support in quoting:
        number = dossier.cards[support.card_id or 0].source_id or 0
        cited.add((argument.side, number))  # No source here has an author, and no bare card a cite.
        source = dossier.sources.get(number)
        if source and source.issued and source.issued.year < since:
            old.add((argument.side, number))
    assert {(f.side, f.source) for f in faults(dossier, Check.CITE)} == cited
    assert {(f.side, f.source) for f in faults(dossier, Check.OLD)} == old


maybe = st.sampled_from((None, True, False))
wishes = st.builds(
    Filter,
    st.sampled_from((None, *BOTH)),
    st.sampled_from(("", "free TOWNS", "tea", "nothing")),
    st.frozensets(st.sampled_from(("key", "x"))),
    st.frozensets(st.sampled_from(ArgumentStatus)),
    st.integers(0, 5),
    maybe,
    maybe,
    maybe,
    maybe,
)


def _verified(dossier: Dossier, number: int) -> bool | None:
    cards = {each.card_id for each in dossier.supports.get(number, []) if each.card_id}
    return not cards & dossier.unverified if cards else None


@given(dossiers(), wishes)
def test_filters_choose_and_are_kept(dossier: Dossier, wanted: Filter) -> None:
    assert filters.of_terms(filters.terms(wanted)) == wanted
    chosen = {each.id for each in filters.chosen(wanted, dossier)}
    for number, argument in dossier.arguments.items():
        says = all(word in argument.claim.casefold() for word in wanted.text.casefold().split())
        is_open = not any(a.target_id == number for a in dossier.answers)
        cites = any(s.kind is SupportKind.QUOTED for s in dossier.supports.get(number, []))
        plain = (
            says
            and wanted.side in (None, argument.side)
            and (not wanted.statuses or argument.status in wanted.statuses)
            and argument.strength >= wanted.strength
            and (not wanted.labels or bool(wanted.labels & {label.name for label in dossier.labels.get(number, ())}))
            and wanted.open in (None, is_open)
            and wanted.evidence in (None, cites)
            and wanted.heard in (None, bool(dossier.heard.get(number)))
            and wanted.verified in (None, _verified(dossier, number))
        )
        assert (number in chosen) == plain
    shown = coverage.matrix(dossier, wanted)
    assert {each.argument.id for each in (*shown.rows, *shown.columns)} == chosen


@pytest.mark.parametrize("term", [("side", "left"), ("strength", "9"), ("open", "perhaps"), ("mood", "x")])
def test_a_filter_that_says_nothing_is_refused(term: tuple[str, str]) -> None:
    with pytest.raises(FilterError, match="cannot ask for"):
        filters.of_terms([term])


@given(dossiers())
def test_over_time_is_measured_and_the_format_chooses(dossier: Dossier) -> None:
    assert faults(dossier, Check.OVER_TIME, pro=60, con=999) == []
    (found,) = faults(dossier, Check.OVER_TIME, pro=75)
    assert "0:15 over the speech's 1:00" in found.reason
    assert checks.find(dossier, Format("none", "None", checks=frozenset()), {Side.PRO: 99}) == []


def test_claims_are_compared_by_what_they_are_about() -> None:
    one, two = claims.of("Free buses raise ridership in towns"), claims.of("Free buses don't raise ridership in towns")
    assert claims.near(one, two)
    assert one.negated is not two.negated
    assert claims.of("It is not true that nobody rides").negated is False
    assert not claims.near(claims.of("Tea"), claims.of("Tea"))


words = st.frozensets(st.sampled_from("abcdefghij"), max_size=9)


many = st.dictionaries(st.integers(1, 40), st.builds(claims.Claim, words, st.booleans()), max_size=15)


@given(many, many)
def test_near_pairs_are_those_found_one_by_one(left: dict[int, claims.Claim], right: dict[int, claims.Claim]) -> None:
    found = list(claims.near_pairs(left, right))
    plain = {(a, b) for a, b in itertools.product(left, right) if claims.near(left[a], right[b])}
    assert len(found) == len(set(found))
    assert set(found) == plain


@given(words, words)
def test_near_is_a_share_of_what_both_say(one: frozenset[str], two: frozenset[str]) -> None:
    plain = min(len(one), len(two)) >= 3 and len(one & two) >= claims.NEAR * len(one | two)
    assert claims.near(claims.Claim(one, True), claims.Claim(two, False)) == plain  # noqa: FBT003


def test_groups_and_cross_application_are_told_apart() -> None:
    links = [Answer(id=n, answering_id=1, target_id=10 + n, grouped_as="cost" if n < 3 else "") for n in (1, 2, 3)]
    alone = Answer(id=9, answering_id=2, target_id=11, grouped_as="lonely")
    assert clash.groups([*links, alone]) == {(1, "cost"): links[:2]}
    assert clash.cross_applied([*links, alone]) == {3}


def test_sub_points_are_lettered() -> None:
    point = Node(Section(id=3, brief_id=1, parent_id=1, kind=SectionKind.SUBPOINT), (), ())
    other = Node(Section(id=4, brief_id=1, parent_id=1, kind=SectionKind.OVERVIEW), (), ())
    more = tuple(Node(Section(id=10 + n, brief_id=1, kind=SectionKind.SUBPOINT), (), ()) for n in range(27))
    case = [Node(Section(id=1, brief_id=1), (), (other, point, *more)), Node(Section(id=2, brief_id=1), (), ())]
    numbers = section_numbers(case)
    assert (numbers[1], numbers[3], numbers[10], numbers[2]) == ("C1", "C1a", "C1b", "C2")
    assert numbers[36] == "C1ab"
    assert 4 not in numbers
