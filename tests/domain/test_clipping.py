"""Clippings: read back as they were, harmless whatever else the clipboard holds, and plain words outside."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import clipping
from debateprep.domain.clipping import Branch, Clipping, Entry
from debateprep.domain.sketch import OutlineError
from debateprep.domain.terms import ItemKind, Part, SectionKind

entries = st.builds(Entry, st.sampled_from(ItemKind), st.text(max_size=9), st.text(max_size=4), st.text(max_size=4))
branches = st.recursive(
    st.builds(Branch, st.sampled_from(SectionKind), st.text(max_size=9), st.lists(entries, max_size=2).map(tuple)),
    lambda inner: st.builds(Branch, st.sampled_from(SectionKind), st.text(max_size=9), branches=st.tuples(inner)),
    max_leaves=4,
)
clippings = st.builds(
    Clipping, st.lists(branches, max_size=2).map(tuple), st.lists(entries, max_size=2).map(tuple), st.sampled_from(Part)
)


@given(clippings)
def test_a_clipping_is_read_back(one: Clipping) -> None:
    assert clipping.read(one.data) == one


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "title", "text"]), inner),
    max_leaves=6,
)


@given(values, values, values)
def test_other_data_is_refused(one: object, two: object, three: object) -> None:
    data = json.dumps({"debateprep": "branches", "version": 1, "branches": [one], "entries": two, "part": three})
    with pytest.raises(OutlineError, match="paste it as text"):
        clipping.read(data)


@pytest.mark.parametrize("data", ["", "[]", "{}", "nonsense", '{"debateprep": "branches", "version": 2}', "[" * 10_000])
def test_what_is_none_of_ours_is_refused(data: str) -> None:
    with pytest.raises(OutlineError):
        clipping.read(data)


def test_lines_of_other_programs_become_branches() -> None:
    text = "# Cost\n- It is dear\n- Nobody pays\n## Detail\n1. First\n\n# Time\nIt is slow\n    It is late\n"
    found = clipping.from_text(text)
    assert [branch.title for branch in found.branches] == ["Cost", "Time"]
    cost, time = found.branches
    assert [entry.text for entry in cost.entries] == ["It is dear", "Nobody pays"]
    assert [(each.title, each.entries[0].text) for each in cost.branches] == [("Detail", "First")]
    assert time.branches[0].title == "It is slow"
    assert time.branches[0].entries[0].text == "It is late"


@given(st.text(max_size=200))
def test_any_text_can_be_pasted_and_none_of_its_lines_is_lost(text: str) -> None:
    found = clipping.from_text(text)
    rows = [*found.entries, *clipping.entries_of(found.branches)]
    said = found.text.count("\n") + 1 if found else 0
    assert said >= len(rows)
    assert bool(found) == bool(text.strip())


def test_the_text_outside_is_indented_lines_that_come_back() -> None:
    inner = Branch(SectionKind.SUBPOINT, "Detail", (Entry(ItemKind.ARGUMENT, "Claim two"),))
    one = Clipping((Branch(SectionKind.CONTENTION, "Cost", (Entry(ItemKind.ARGUMENT, "Claim one"),), (inner,)),))
    assert one.text == "Cost\n    Claim one\n    Detail\n        Claim two"
    assert clipping.from_text(one.text) == one
