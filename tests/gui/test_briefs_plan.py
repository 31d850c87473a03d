"""The plan of a column against a plain model of what stands in it, and the sums of where rows stand."""

from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from debateprep.domain.terms import ItemKind, Part, SectionKind, Side
from debateprep.gui.models.board import Board, SectionView
from debateprep.gui.pages.briefs.picks import PICKABLE, Key
from debateprep.gui.pages.briefs.plan import DRAFT, Plan, Planned, Shows, Writing, plan
from debateprep.gui.pages.briefs.stack import BOTTOM, TOP, Stack
from tests.gui.boards import Boards

PARTS = st.sampled_from(list(Part))
ARGUING = (SectionKind.CONTENTION, SectionKind.SUBPOINT)
CHANCE = st.integers(0, 10**6).map(Random)
FEW = settings(max_examples=80)


def made(chance: Random) -> Board:
    return Boards(chance).board(30, 8)


def inside(sections: tuple[SectionView, ...], parent: int, folded: set[int], part: Part) -> Iterator[Key]:
    """Yield what stands in a section, or at the top, as one would read it off the tree."""
    numbered = [each.id for each in sections if each.number and not each.depth]
    for section in sections:
        if section.parent != parent:
            continue
        yield ("section", section.id)
        if section.id in folded:
            continue
        yield from (("item", item.id) for item in section.items)
        if part is Part.CASE and section.kind in ARGUING:
            yield ("add", section.id)
        if part is Part.NOTES:
            yield ("note", section.id)
        yield from inside(sections, section.id, folded, part)
    if part is Part.CASE and parent == 0 and (not numbered or numbered[-1] in folded):
        yield ("add", 0)


def model(board: Board, side: Side, part: Part, folded: set[int]) -> list[Key]:
    view = board.sides[side]
    sections = view.parts[part]
    found: list[Key] = []
    if part is Part.CASE:
        found += [("notice", 0)] if view.notice else []
        found += [] if any(each.number and not each.depth for each in sections) else [("empty", 0)]
    if part is Part.ANSWERS:
        found += [] if view.targets else [("empty", 1)]
        for number in view.targets:
            answers = [("answer", each) for each in board.arguments[number].answers]
            found += [("target", number), *answers, ("hole", number)]
    if part is Part.NOTES and not sections:
        return [("empty", 2), ("note", 0)]
    return found + list(inside(sections, 0, folded, part))


@FEW
@given(CHANCE, PARTS)
def test_a_plan_is_what_the_board_says(chance: Random, part: Part) -> None:
    board = made(chance)
    sections = board.sides[Side.PRO].parts[part]
    folded = {each.id for each in sections if chance.random() < 0.3}
    found = plan(board, Side.PRO, part, folded)
    assert [row.key for row in found.rows] == model(board, Side.PRO, part, folded)
    homes = {item.id: (each.id, at) for each in sections for at, item in enumerate(each.items)}
    for row in found.rows:
        if row.item:
            assert (row.section, row.at) == homes[row.item]
        if row.shows is Shows.ARGUMENT:
            assert row.argument in board.arguments
        if row.answer:
            assert board.answers[row.answer].target == row.target
    assert found.pickable == [row.key for row in found.rows if row.key[0] in PICKABLE]


@FEW
@given(CHANCE)
def test_the_draft_stands_once_and_moves_nothing_else(chance: Random) -> None:
    board = made(chance)
    sections = [each for each in board.sides[Side.CON].parts[Part.CASE] if each.kind in ARGUING]
    if not sections:
        return
    section = chance.choice(sections)
    at = chance.randint(0, len(section.items) + 3)
    found = plan(board, Side.CON, Part.CASE, set(), Writing("argument", section.id, at))
    keys = [row.key for row in found.rows]
    assert keys.count(DRAFT) == 1
    rest = [key for key in keys if key != DRAFT]
    # While something is written nobody is told that there is nothing yet.
    assert rest == [row.key for row in plan(board, Side.CON, Part.CASE, set()).rows if row.shows is not Shows.EMPTY]
    after = [("item", item.id) for item in section.items][at:] or [("add", section.id)]
    assert keys[keys.index(DRAFT) + 1] == after[0]


@FEW
@given(CHANCE)
def test_what_is_being_written_is_not_shown_twice(chance: Random) -> None:
    board = made(chance)
    items = [
        (each.id, at, item)
        for each in board.sides[Side.PRO].parts[Part.CASE]
        for at, item in enumerate(each.items)
        if item.kind is ItemKind.ARGUMENT
    ]
    if not items:
        return
    section, at, item = chance.choice(items)
    found = plan(board, Side.PRO, Part.CASE, set(), Writing("argument", section, at, made=item.argument))
    whole = plan(board, Side.PRO, Part.CASE, set())
    twice = {("item", other.id) for _section, _at, other in items if other.argument == item.argument}
    shown = {row.key for row in whole.rows if row.shows is not Shows.EMPTY}
    assert shown - {row.key for row in found.rows} == twice


def test_a_draft_without_a_place_is_held_where_it_was() -> None:
    rows = Plan([Planned(("section", 1), Shows.SECTION), Planned(("item", 1), Shows.ENTRY)])
    assert [row.key for row in rows.with_draft(1, Writing("argument", 9)).rows] == [("section", 1), DRAFT, ("item", 1)]
    assert [row.key for row in rows.with_draft(99, Writing("argument", 9)).rows][-1] == DRAFT
    assert rows.with_draft(1, Writing("argument", 9)).without(DRAFT).rows == rows.rows


def test_the_row_beside_is_the_next_that_stays_else_the_one_before() -> None:
    keys = [("empty", 0), ("section", 1), ("item", 1), ("item", 2)]
    shows = [Shows.EMPTY, Shows.SECTION, Shows.ENTRY, Shows.ENTRY]
    rows = Plan([Planned(key, each) for key, each in zip(keys, shows, strict=True)])
    assert rows.beside(("item", 1), {("item", 1)}) == rows.rows[3]
    assert rows.beside(("item", 1), {("item", 1), ("item", 2)}) == rows.rows[1]
    assert rows.beside(("section", 1), set(keys)) is None, "words that only say something take no focus"
    assert rows.stop(0, 1) == 1
    assert rows.stop(0, -1) == -1


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 300))), st.integers(-50, 2000), st.integers(0, 900))
def test_rows_stand_one_under_another(rows: list[tuple[int, int]], top: int, height: int) -> None:
    stack = Stack([gap for gap, _height in rows], [height for _gap, height in rows])
    areas, y = [], TOP
    for number, (gap, high) in enumerate(rows):
        y += gap if number else 0
        areas.append((y, y + high))
        y += high
    assert [(stack.top(each), stack.bottom(each)) for each in range(len(rows))] == areas
    assert stack.total == y + BOTTOM
    seen = {each for each, (begins, ends) in enumerate(areas) if begins < top + height and ends > top}
    assert seen <= set(stack.between(top, top + height))
    assert len(stack.between(top, top + height)) <= len(seen) + 2, "and hardly more than is seen"


@given(st.lists(st.integers(0, 200), min_size=1), st.data())
def test_a_height_that_changes_moves_what_is_below(heights: list[int], data: st.DataObject) -> None:
    stack = Stack([0] * len(heights), heights)
    place = data.draw(st.integers(0, len(heights) - 1))
    assert stack.set_height(place, heights[place] + 7)
    assert not stack.set_height(place, heights[place] + 7)
    assert stack.total == TOP + sum(heights) + 7 + BOTTOM
    assert stack.top(place) == TOP + sum(heights[:place])
