"""The map's layout: no overlaps, order kept, the same every time, as deep and as wide as anyone likes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.tidy import ROOT, Spacing, Spot, layout

sizes = st.tuples(st.floats(1, 300), st.floats(1, 200))


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], list[tuple[float, float]]]:
    count = draw(st.integers(0, 40))
    parents = [draw(st.integers(ROOT, number - 1)) for number in range(count)]
    return parents, draw(st.lists(sizes, min_size=count, max_size=count))


def apart(one: Spot, two: Spot, gap: float) -> bool:
    slack = 1e-6
    return (
        one.right <= two.x + slack
        or two.right <= one.x + slack
        or one.bottom + gap <= two.y + slack
        or two.bottom + gap <= one.y + slack
    )


@given(trees())
def test_nothing_overlaps_and_all_keep_their_distance(tree: tuple[list[int], list[tuple[float, float]]]) -> None:
    parents, boxes = tree
    room = Spacing()
    spots = layout(parents, boxes, room)
    for (a, one), (b, two) in itertools.combinations(enumerate(spots), 2):
        assert apart(one, two, room.siblings if parents[a] == parents[b] else room.cousins)
    for number, (parent, spot) in enumerate(zip(parents, spots, strict=True)):
        assert (spot.width, spot.height) == boxes[number]
        assert spot.y >= 0
        if parent != ROOT:
            assert spot.x >= spots[parent].right + room.columns - 1e-6
    assert layout(parents, boxes, room) == spots


@given(trees())
def test_siblings_stand_in_order_and_parents_beside_their_middle(
    tree: tuple[list[int], list[tuple[float, float]]],
) -> None:
    parents, boxes = tree
    spots = layout(parents, boxes)
    for parent in range(ROOT, len(parents)):
        own = [number for number, above in enumerate(parents) if above == parent]
        for one, two in itertools.pairwise(own):
            assert spots[one].bottom < spots[two].y
        if own and parent != ROOT:
            middle = (spots[own[0]].middle + spots[own[-1]].middle) / 2
            assert spots[parent].middle == pytest.approx(middle, abs=1e-6)


@given(trees())
def test_a_subtree_looks_the_same_wherever_it_stands(tree: tuple[list[int], list[tuple[float, float]]]) -> None:
    parents, boxes = tree
    alone = layout(parents, boxes)
    twice = layout([*parents, *(p if p == ROOT else p + len(parents) for p in parents)], [*boxes, *boxes])
    shifts = {round(two.y - one.y, 4) for one, two in zip(alone, twice[len(parents) :], strict=True)}
    if parents.count(ROOT) == 1:
        assert len(shifts) <= 1
    assert [round(s.y, 4) for s in twice[: len(parents)]] == [round(s.y, 4) for s in alone]


def test_a_chain_of_ten_thousand_and_a_fan_of_ten_thousand() -> None:
    chain = layout([number - 1 for number in range(10_000)], [(10.0, 10.0)] * 10_000)
    assert {spot.y for spot in chain} == {0.0}
    assert len({spot.x for spot in chain}) == 10_000
    fan = layout([ROOT, *([0] * 10_000)], [(10.0, 10.0)] * 10_001)
    assert fan[-1].y - fan[1].y == pytest.approx(22 * 9_999)
    assert fan[0].middle == pytest.approx((fan[1].middle + fan[-1].middle) / 2)


def test_deep_subtrees_slip_in_below_shallow_ones() -> None:
    # 0 has a tall box (1) and, below it, 2 with children that fill the room beside the tall one.
    spots = layout([ROOT, 0, 0, 2, 2], [(10, 10), (10, 100), (10, 10), (10, 60), (10, 60)])
    assert spots[3].y < spots[1].bottom


def test_what_is_no_tree_is_refused() -> None:
    assert layout([], []) == []
    for parents in ([0], [ROOT, 2, 1], [-2]):
        with pytest.raises(ValueError, match="before its children"):
            layout(parents, [(1, 1)] * len(parents))
    with pytest.raises(ValueError, match="a size"):
        layout([ROOT], [])
