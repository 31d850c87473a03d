"""The pure rules of the outline page: which rows are chosen together, where pastes go, what moves together."""

from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.clipping import Branch, Clipping, Entry
from debateprep.domain.sketch import LAST, Place
from debateprep.domain.terms import ItemKind, Part, SectionKind, Side
from debateprep.gui.models.board import ItemView, SectionView, SideView
from debateprep.gui.pages.briefs.clash_edits import named
from debateprep.gui.pages.briefs.picks import Picks
from debateprep.gui.pages.briefs.places import before, place_for, side_by_side

ORDER = [("section", 1), ("item", 1), ("item", 2), ("section", 2), ("item", 3)]


def notes(*numbers: int) -> tuple[ItemView, ...]:
    return tuple(ItemView(number, ItemKind.NOTE, text=str(number)) for number in numbers)


SECTIONS = (
    SectionView(1, 0, "C1", SectionKind.CONTENTION, "One", 0, 0, notes(1, 2)),
    SectionView(4, 1, "C1a", SectionKind.SUBPOINT, "Under one", 1, 0, notes(4)),
    SectionView(2, 0, "C2", SectionKind.CONTENTION, "Two", 0, 1, notes(3)),
)
VIEW = SideView(Side.PRO, "", 2, 0, 0, {Part.CASE: SECTIONS, Part.NOTES: ()}, (), 0, "", brief=7)
ROW = Clipping(entries=(Entry(ItemKind.NOTE, "a row"),))


def branch(kind: SectionKind) -> Clipping:
    return Clipping(branches=(Branch(kind, "a branch"),))


def test_without_a_choice_the_current_row_counts() -> None:
    picks = Picks()
    assert picks.among(ORDER, ("item", 2)) == [("item", 2)]
    assert picks.among(ORDER, ("item", 9)) == []
    assert picks.among(ORDER, None) == []


def test_ctrl_adds_and_takes_out_beginning_with_the_row_before() -> None:
    picks = Picks()
    picks.only(("item", 3))
    picks.toggle(("item", 1))
    assert picks.among(ORDER, None) == [("item", 1), ("item", 3)]
    picks.toggle(("item", 3))
    assert picks.among(ORDER, None) == [("item", 1)]


@given(st.sampled_from(ORDER), st.lists(st.sampled_from(ORDER), min_size=1))
def test_shift_chooses_from_where_it_began_to_the_last_row_reached(
    start: tuple[str, int], reached: list[tuple[str, int]]
) -> None:
    picks = Picks()
    picks.only(start)
    for key in reached:
        picks.reach(key, ORDER)
    first, last = sorted((ORDER.index(start), ORDER.index(reached[-1])))
    assert picks.among(ORDER, None) == ORDER[first : last + 1]


def test_rows_that_are_gone_are_chosen_no_more() -> None:
    picks = Picks()
    picks.every(ORDER)
    picks.keep(ORDER[:2])
    assert picks.among(ORDER, None) == ORDER[:2]
    assert ("item", 3) not in picks


def test_rows_are_pasted_after_the_current_row_and_into_a_section() -> None:
    assert place_for(VIEW, Part.CASE, ("item", 1), ROW) == Place(7, Part.CASE, 1, 1)
    assert place_for(VIEW, Part.CASE, ("section", 2), ROW) == Place(7, Part.CASE, 2, 0)
    assert place_for(VIEW, Part.CASE, None, ROW) == Place(7, Part.CASE, 2, LAST)
    assert place_for(VIEW, Part.NOTES, None, ROW) == Place(7, Part.NOTES)


def test_sections_are_pasted_beside_those_of_their_kind() -> None:
    contention, point = branch(SectionKind.CONTENTION), branch(SectionKind.SUBPOINT)
    assert place_for(VIEW, Part.CASE, ("section", 1), contention) == Place(7, Part.CASE, None, 1)
    assert place_for(VIEW, Part.CASE, ("item", 3), contention) == Place(7, Part.CASE, None, 2)
    assert place_for(VIEW, Part.CASE, ("item", 1), point) == Place(7, Part.CASE, 1)
    assert place_for(VIEW, Part.CASE, ("section", 4), point) == Place(7, Part.CASE, 1, 1)


def test_only_rows_of_one_kind_in_one_place_move_together() -> None:
    assert side_by_side(SECTIONS, [("item", 1), ("item", 2)])
    assert side_by_side(SECTIONS, [("section", 1), ("section", 2)])
    assert not side_by_side(SECTIONS, [("item", 1), ("item", 3)])
    assert not side_by_side(SECTIONS, [("section", 1), ("section", 4)])
    assert not side_by_side(SECTIONS, [("section", 1), ("item", 1)])


def test_the_row_before_is_of_the_same_kind_and_place() -> None:
    assert before(SECTIONS, ("item", 2)) == ("item", 1)
    assert before(SECTIONS, ("item", 3)) is None
    assert before(SECTIONS, ("section", 2)) == ("section", 1)
    assert before(SECTIONS, ("section", 4)) is None


def test_a_group_is_named_by_the_numbers_it_meets() -> None:
    assert named(["C1.1", "C2.1"], 2) == "C1.1, C2.1"
    assert named(["C1.1", ""], 2) == "2"
