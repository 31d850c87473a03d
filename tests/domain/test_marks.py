"""Marks: whatever is laid where, the words stay, and each mark lies over exactly its own characters."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import layers, marks
from debateprep.domain.marks import Marks
from debateprep.domain.model import Card, Mark, MarkLayer
from debateprep.domain.terms import MarkKind
from tests.domain.hard import PIECE

TEXT = st.lists(PIECE, max_size=24).map("".join)
PLACE = st.integers(-3, 90)
VALUE = st.sampled_from(("", "yellow", "blue"))
MARK = st.builds(Mark, st.sampled_from(MarkKind), PLACE, PLACE, VALUE)
MARKS = st.lists(MARK, max_size=12).map(tuple)
U, H, E, OUT = MarkKind.UNDERLINE, MarkKind.HIGHLIGHT, MarkKind.EMPHASIS, MarkKind.OMIT


def brute(found: Marks, length: int) -> list[dict[MarkKind, str]]:
    """Return what each character bears, the mark laid last on top."""
    worn: list[dict[MarkKind, str]] = [{} for _ in range(length)]
    for mark in found:
        for place in range(max(0, mark.start), min(length, mark.end)):
            worn[place][mark.kind] = mark.value
    return worn


def tidy(found: Marks, length: int) -> bool:
    for kind in MarkKind:
        own = [mark for mark in found if mark.kind is kind]
        if any(one.end > two.start or (one.end == two.start and one.value == two.value) for one, two in pairwise(own)):
            return False
    starts = [(mark.start, mark.end) for mark in found]
    return starts == sorted(starts) and all(0 <= mark.start < mark.end <= length for mark in found)


@given(MARKS, st.integers(0, 80))
def test_tidy_marks_say_the_same(given_marks: Marks, length: int) -> None:
    found = marks.normalise(given_marks, length)
    assert tidy(found, length)
    assert brute(found, length) == brute(given_marks, length)
    assert marks.normalise(found, length) == found


@given(MARKS, st.integers(0, 80), PLACE, PLACE, st.sampled_from(MarkKind), VALUE)
def test_painting_removing_and_toggling_touch_only_their_range(
    before: Marks, length: int, start: int, end: int, kind: MarkKind, value: str
) -> None:
    worn = brute(before, length)
    painted, removed = (
        marks.paint(before, length, start, end, kind, value),
        marks.remove(before, length, start, end, kind),
    )
    cleared, toggled = marks.clear(before, length, start, end), marks.toggle(before, length, start, end, kind, value)
    here = range(max(0, start), min(length, end))
    all_on = bool(here) and all(worn[place].get(kind) == value for place in here)
    for place in range(length):
        own = worn[place]
        without = {each: its for each, its in own.items() if each is not kind}
        inside = place in here
        assert brute(painted, length)[place] == ({**own, kind: value} if inside else own)
        assert brute(removed, length)[place] == (without if inside else own)
        assert brute(cleared, length)[place] == ({} if inside else own)
        expected = own if not inside else (without if all_on else {**own, kind: value})
        assert brute(toggled, length)[place] == expected
    assert all(tidy(found, length) for found in (painted, removed, cleared, toggled))


@given(MARKS, st.integers(0, 80), PLACE, PLACE)
def test_a_window_shows_exactly_the_marks_of_its_words(found: Marks, length: int, start: int, end: int) -> None:
    found = marks.normalise(found, length)
    worn = brute(found, length)
    inside = brute(marks.clip(found, start, end), max(0, end - start))
    assert inside == [worn[place] if 0 <= place < length else {} for place in range(start, end)]


@given(TEXT, MARKS)
def test_stretches_cover_the_words_and_never_change_them(text: str, found: Marks) -> None:
    pieces = list(marks.stretches(len(text), found))
    assert "".join(text[start:end] for start, end, _ in pieces) == text
    worn = brute(found, len(text))
    for start, end, state in pieces:
        assert all(dict(state) == worn[place] for place in range(start, end))


@given(TEXT, MARKS)
def test_what_is_read_is_highlighted_else_underlined_else_all_and_never_omitted(text: str, found: Marks) -> None:
    worn = brute(found, len(text))
    lit = [H in each for each in worn]
    lined = [U in each or E in each for each in worn]
    chosen = lit if any(lit) else lined if any(lined) else [True] * len(text)
    wanted = [read and OUT not in each for read, each in zip(chosen, worn, strict=True)]
    spans = marks.read_spans(len(text), found)
    assert [any(span.start <= place < span.end for span in spans) for place in range(len(text))] == wanted
    assert marks.read_text(text, found).split() == " ".join(span.of(text) for span in spans).split()


@given(TEXT, PLACE, PLACE)
def test_snapping_only_grows_over_words_and_drops_blanks(text: str, start: int, end: int) -> None:
    span = marks.snap(text, start, end)
    if span is None:
        assert start >= end or not text[max(0, start) : max(0, end)].strip()
        return
    said = span.of(text)
    assert said == said.strip()
    assert span.start <= max(0, min(start, len(text))) or text[max(0, start) : span.start].isspace()
    assert marks.snap(text, span.start, span.end) == span


@pytest.mark.parametrize(
    ("text", "start", "end", "said"),
    [
        ("one two three", 5, 6, "two"),
        ("one two three", 5, 9, "two three"),
        ("one two three", 3, 4, None),
        ("one two three", 3, 8, "two"),
        ("they don’t know", 7, 8, "don’t"),
        ("up to 12,000 men", 7, 8, "12,000"),
        ("a well-known fact", 4, 5, "well-known"),
        ("a ca\u0301fe here", 2, 4, "ca\u0301fe"),
        ("go 👩🏽‍🚀 now", 4, 5, "👩🏽‍🚀"),
        ("it costs $5 now", 10, 11, "$5"),
        ("end. Next", 1, 2, "end"),
        ("one two", 5, 5, "two"),
        ("one two", 7, 7, None),
    ],
)
def test_snapping_to_words(text: str, start: int, end: int, said: str | None) -> None:
    span = marks.snap(text, start, end)
    assert (None if span is None else span.of(text)) == said


def test_a_thousand_strokes_stay_quick_and_right() -> None:
    found: Marks = ()
    for number in range(1000):
        found = marks.paint(found, 300_000, number * 7, number * 7 + 5, H, ("yellow", "blue")[number % 2])
    assert len(found) == 1000
    assert marks.read_spans(300_000, found)[0].end == 5


def test_layers_are_made_copied_named_shown_and_removed() -> None:
    card = Card(tag="t", quote="one two three", layers=(MarkLayer(marks=(Mark(U, 0, 3),)),))
    short = layers.added(card, "1AR short", copied=0)
    assert short.marks == (Mark(U, 0, 3),)
    assert short.shown_layer == 1
    short = layers.marked(short, 1, (Mark(H, 4, 99, "blue"),))
    assert short.marks == (Mark(H, 4, 13, "blue"),)
    assert short.layers[0].marks == card.marks
    assert layers.shown(short, 0).marks == card.marks
    assert [each.name for each in layers.added(short, "MINE").layers] == ["mine", "1AR short", "MINE 2"]
    assert layers.renamed(short, 1, " 1ar   SHORT ").layers[1].name == "1ar SHORT"
    assert layers.removed(short, 1).layers == card.layers
    assert layers.removed(card, 0).layers == (MarkLayer(),)
    assert layers.find(short.layers, "1ar short") == 1
    with pytest.raises(LookupError):
        layers.find(short.layers, "none")
