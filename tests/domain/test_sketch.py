"""Outlines moved about: the same as moving blocks of indented lines, which is how a person would do it on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.model import Item, Section
from debateprep.domain.sketch import LAST, OutlineError, Place, Row, Sketch, item, section
from debateprep.domain.terms import ItemKind, Part, SectionKind

Line = tuple[Row, int]
parents = st.lists(st.integers(0, 12), min_size=1, max_size=12)
homes = st.lists(st.integers(0, 11), max_size=10)


def outline(above: list[int], owners: list[int]) -> tuple[list[Section], list[Item]]:
    """Make sections, each under an earlier one or at the top, with items in them."""
    sections = []
    for number, wish in enumerate(above, 1):
        parent = wish % number or None
        sections.append(Section(id=number, brief_id=1, parent_id=parent, title=f"S{number}", rank=number))
    items = [
        Item(id=number, section_id=wish % len(sections) + 1, kind=ItemKind.NOTE, text=f"I{number}", rank=number)
        for number, wish in enumerate(owners, 1)
    ]
    return sections, items


def lines(sections: list[Section], items: list[Item]) -> list[Line]:
    """Return the outline as indented lines, found by looking at everything again and again."""
    found: list[Line] = []

    def under(parent: int | None, depth: int) -> None:
        for each in sorted((s for s in sections if s.parent_id == parent), key=lambda s: (s.rank, s.id)):
            found.append((section(each.id), depth))
            own = sorted((i for i in items if i.section_id == each.id), key=lambda i: (i.rank, i.id))
            found.extend((item(i.id), depth + 1) for i in own)
            under(each.id, depth + 1)

    under(None, 0)
    return found


def stored(made: Sketch, sections: list[Section], items: list[Item]) -> list[Line]:
    """Return the lines that are there once the changes are stored."""
    rows: dict[Row, Section | Item] = {section(s.id): s for s in sections} | {item(i.id): i for i in items}
    for value in made.changed():
        rows[section(value.id) if isinstance(value, Section) else item(value.id)] = value
    after = list(rows.values())
    return lines([v for v in after if isinstance(v, Section)], [v for v in after if isinstance(v, Item)])


def block(there: list[Line], row: Row) -> tuple[int, int]:
    """Return where a row's lines begin and end."""
    start = next(place for place, (each, _) in enumerate(there) if each == row)
    stop = start + 1
    while stop < len(there) and there[stop][1] > there[start][1]:
        stop += 1
    return start, stop


def paper_move(there: list[Line], row: Row, parent: int | None, index: int) -> list[Line]:
    start, stop = block(there, row)
    cut, rest = there[start:stop], there[:start] + there[stop:]
    if parent is None:
        first, last, depth = 0, len(rest), 0
    else:
        first, last = block(rest, section(parent))
        first, depth = first + 1, rest[first][1] + 1
    beside = [p for p in range(first, last) if rest[p][1] == depth and rest[p][0].kind == row.kind]
    others = [p for p in range(first, last) if rest[p][1] == depth and rest[p][0].is_section]
    end = others[0] if not row.is_section and others else last
    at = beside[index] if index < len(beside) else end
    shift = depth - cut[0][1]
    return [*rest[:at], *((each, d + shift) for each, d in cut), *rest[at:]]


@given(parents, homes, st.data())
def test_moving_is_moving_a_block_of_lines(above: list[int], owners: list[int], data: st.DataObject) -> None:
    sections, items = outline(above, owners)
    there = lines(sections, items)
    row = data.draw(st.sampled_from([each for each, _ in there]))
    parent = data.draw(st.sampled_from([None, *(s.id for s in sections)]))
    index = data.draw(st.integers(0, 5))
    made = Sketch(sections, items)
    inside = {each for each, _ in there[slice(*block(there, row))]}
    try:
        made.move([row], Place(1, Part.CASE, parent, index))
    except OutlineError:
        assert (parent is None and not row.is_section) or section(parent or 0) in inside
        return
    assert stored(made, sections, items) == paper_move(there, row, parent, index)
    assert [each for each, _ in stored(made, sections, items)] == list(made.rows())


@given(parents, homes, st.data())
def test_indent_and_outdent_take_one_step(above: list[int], owners: list[int], data: st.DataObject) -> None:
    sections, items = outline(above, owners)
    there = lines(sections, items)
    row = data.draw(st.sampled_from([section(s.id) for s in sections]))
    start, _ = block(there, row)
    before = [p for p in range(start) if there[p][0].is_section and there[p][1] == there[start][1]]
    aunt = [p for p in range(start) if there[p][1] < there[start][1]]
    first = not [p for p in before if not aunt or p > aunt[-1]]
    made = Sketch(sections, items)
    try:
        made.indent([row])
    except OutlineError:
        assert first
        return
    assert not first
    after = stored(made, sections, items)
    # Reading order stays; the block is one step deeper.
    assert [each for each, _ in after] == [each for each, _ in there]
    assert dict(after)[row] == dict(there)[row] + 1
    made.outdent([row])
    assert stored(made, sections, items) == there


@given(parents, homes, st.sets(st.integers(0, 21), min_size=1, max_size=5), st.integers(0, 3))
def test_many_rows_go_to_another_brief_in_their_order(
    above: list[int], owners: list[int], chosen: set[int], index: int
) -> None:
    sections, items = outline(above, owners)
    there = lines(sections, items)
    other = [Section(id=100 + n, brief_id=2, part=Part.ANSWERS, title="x", rank=n) for n in range(2)]
    rows = [there[each % len(there)][0] for each in sorted(chosen)]
    made = Sketch([*sections, *other], items)
    moved = made.move(rows, Place(2, Part.ANSWERS, 100, index))
    kept = list(made.rows())
    assert len(kept) == len(set(kept)) == len(there) + 2
    for row in moved:
        for each in made.walk(row.id) if row.is_section else ():
            assert (each.brief_id, each.part) == (2, Part.ANSWERS)
    order = [row for row in made.rows() if row in moved]
    by_kind = sorted(moved, key=lambda row: row.is_section)
    assert order == by_kind
    assert made.place_of(moved[0]).brief_id == 2


def test_what_cannot_be_is_said_and_changes_nothing() -> None:
    sections, items = outline([0, 1, 0], [0])
    made = Sketch(sections, items)
    for go, words in (
        (lambda: made.move([section(1)], Place(1, Part.CASE, 2)), "into itself"),
        (lambda: made.move([item(1)], Place(1, Part.CASE)), "top"),
        (lambda: made.indent([section(1)]), "no section before"),
        (lambda: made.outdent([section(1)]), "at the top already"),
        (lambda: made.outdent([item(1)]), "at the top already"),
        (lambda: made.move([section(9)], Place(1, Part.CASE)), "not in this outline"),
    ):
        with pytest.raises(OutlineError, match=words):
            go()
    assert made.changed() == []


def test_a_contention_that_is_indented_is_a_subpoint_and_back() -> None:
    sections, items = outline([0, 0], [])
    made = Sketch(sections, items)
    made.indent([section(2)])
    assert made.section(2).kind is SectionKind.SUBPOINT
    made.outdent([section(2)])
    assert made.section(2).kind is SectionKind.CONTENTION
    assert made.place_of(section(2)) == Place(1, Part.CASE, None, 1)
    assert LAST > 1000
