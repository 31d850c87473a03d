"""The tidy tree keeps its rules for boxes of any size, on random trees, and on trees as deep and wide as there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.tidy import ROOT, Box, Gaps, Place, place

GAPS = Gaps(across=40, between=10, apart=25)
SLACK = 1e-6


@st.composite
def forests(draw: st.DrawFn, most: int = 40) -> list[Box]:
    count = draw(st.integers(1, most))
    size = st.floats(1, 300, allow_subnormal=False)
    return [Box(draw(size), draw(size), draw(st.integers(ROOT, number - 1))) for number in range(count)]


def apart(boxes: list[Box], one: int, other: int) -> float:
    return GAPS.between if boxes[one].parent == boxes[other].parent else 0.0


def collisions(boxes: list[Box], places: list[Place]) -> list[tuple[int, int]]:
    """Compare every box with every other, siblings with the room between them."""
    found = []
    for one, (here, box) in enumerate(zip(places, boxes, strict=True)):
        for other in range(one):
            there, beside = places[other], boxes[other]
            room = apart(boxes, one, other)
            across = here.x < there.x + beside.width - SLACK and there.x < here.x + box.width - SLACK
            down = here.y < there.y + beside.height + room - SLACK and there.y < here.y + box.height + room - SLACK
            if across and down:
                found.append((other, one))
    return found


def children_of(boxes: list[Box], parent: int) -> list[int]:
    return [number for number, box in enumerate(boxes) if box.parent == parent]


@given(forests())
def test_no_box_overlaps_another(boxes: list[Box]) -> None:
    assert collisions(boxes, place(boxes, GAPS)) == []


@given(forests())
def test_children_stand_in_order_right_of_their_parent_which_is_in_their_middle(boxes: list[Box]) -> None:
    places = place(boxes, GAPS)
    assert min(each.y for each in places) == pytest.approx(0, abs=1e-9)
    for parent in range(ROOT, len(boxes)):
        own = children_of(boxes, parent)
        tops = [places[each].y for each in own]
        assert tops == sorted(tops)
        if parent != ROOT and own:
            assert {places[each].x for each in own} == {places[parent].x + boxes[parent].width + GAPS.across}
            span = places[own[0]].y + places[own[-1]].y + boxes[own[-1]].height
            assert places[parent].y + boxes[parent].height / 2 == pytest.approx(span / 2, abs=1e-6)


@given(forests())
def test_the_same_boxes_stand_in_the_same_places_and_upside_down_in_the_mirror_image(boxes: list[Box]) -> None:
    places = place(boxes, GAPS)
    assert place(boxes, GAPS) == places
    order: list[int] = []
    waiting = children_of(boxes, ROOT)
    while waiting:
        order.append(waiting.pop())  # The last child first.
        waiting.extend(children_of(boxes, order[-1]))
    again = {old: new for new, old in enumerate(order)}
    turned = [boxes[old]._replace(parent=again.get(boxes[old].parent, ROOT)) for old in order]
    foot = max(there.y + box.height for there, box in zip(places, boxes, strict=True))
    for old, there in zip(order, place(turned, GAPS), strict=True):
        assert foot - there.y - boxes[old].height == pytest.approx(places[old].y, abs=1e-5)


def test_a_subtree_nests_into_the_outlines_beside_it() -> None:
    leaf = Box(100, 20, 0)
    boxes = [Box(100, 20), leaf, leaf, leaf, *(Box(100, 20, 1) for _ in range(9)), *(Box(100, 20, 3) for _ in range(9))]
    places = place(boxes, GAPS)
    # The children's outlines decide, and the short one stands halfway in the room that they leave.
    assert places[13].y - places[12].y == pytest.approx(20 + GAPS.apart)
    assert places[2].y - places[1].y == pytest.approx(places[3].y - places[2].y)


def test_a_tree_of_depth_two_hundred_and_of_thousands() -> None:
    for depth in (200, 5000):
        boxes = [Box(100, 20 + number % 3, number - 1) for number in range(depth)]
        places = place(boxes, GAPS)
        assert places[-1].x == (depth - 1) * 140
        assert {round(there.y + box.height / 2, 6) for there, box in zip(places, boxes, strict=True)} == {11.0}


def test_an_empty_forest_and_a_parent_that_comes_later() -> None:
    assert place([]) == []
    with pytest.raises(ValueError, match="before its parent"):
        place([Box(1, 1, 0)])
