"""The engine: words broken into lines, and marks that lie exactly under their words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain.marks import stretches
from debateprep.domain.model import Mark
from debateprep.domain.pages import Evidence
from debateprep.domain.terms import MarkKind, SupportKind
from debateprep.publishing.blocks import Flow, Text
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.evidence import marked_runs, quotation
from debateprep.publishing.fonts import FontMetrics
from debateprep.publishing.lines import Style
from debateprep.publishing.look import MUTE, Typesetter
from debateprep.publishing.surface import RectItem, RuleItem, Surface, TextItem, boxes, highlights, underlines
from debateprep.publishing.text import clean, clip
from tests.publishing.sample_pages import TRIPS, TRIPS_CARD, mark

BREAKER = Breaker(FontMetrics())
SETTER = Typesetter(BREAKER)
PLAIN = Style(serif=True, size=11)
MARKED = st.sampled_from([MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.HIGHLIGHT, MarkKind.SHRINK])


@given(st.text(alphabet="ab c-—é\n\u00a0", max_size=300), st.integers(5, 400))
def test_lines_hold_the_text_and_keep_to_the_width(text: str, width: int) -> None:
    lines = BREAKER.lines([(text, PLAIN)], width)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())
    for line in lines:
        assert line.width <= width + 0.01 or len(line.text.strip()) <= 1
        assert line.width == pytest.approx(sum(segment.width for segment in line.segments), abs=0.01)


@given(st.lists(st.sampled_from(["alpha ", "be", "ta ", " gamma", "x-y"]), max_size=30), st.integers(20, 200))
def test_runs_break_like_one_text(parts: list[str], width: int) -> None:
    other = Style(serif=True, size=11, colour=MUTE)
    whole = BREAKER.lines([("".join(parts).strip(), PLAIN)], width)
    mixed = BREAKER.lines([(part, PLAIN if number % 2 else other) for number, part in enumerate(parts)], width)
    if "  " not in "".join(parts) and "x-y" not in parts:
        assert [line.text.split() for line in mixed if line.text.strip()] == [
            line.text.split() for line in whole if line.text.strip()
        ]


def test_a_broken_line_ends_in_its_space_and_long_words_part_after_a_hyphen() -> None:
    lines = BREAKER.lines([("one two three four", PLAIN)], 60)
    assert all(line.text.endswith(" ") for line in lines[:-1])
    parted = BREAKER.lines([("well-being-and-more", PLAIN)], 60)
    assert len(parted) > 1
    assert all(line.text.endswith("-") for line in parted[:-1])


def test_a_no_break_space_holds_its_words_together() -> None:
    lines = BREAKER.lines([("aaa bbb\u00a0ccc", PLAIN)], BREAKER.width("aaa bbb ", PLAIN))
    assert [line.text for line in lines] == ["aaa ", "bbb\u00a0ccc"]


def test_cleaning_keeps_lines_and_drops_what_would_steer_the_page() -> None:
    assert clean("a\r\nb\tc\u00add\u202ee\x07f\u2028g  h\u202fi") == "a\nb cdef\ng h\u00a0i"


@given(st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60), MARKED), max_size=12))
def test_spans_cover_the_text_once_with_the_marks_over_them(cuts: list[tuple[int, int, MarkKind]]) -> None:
    text = "abcde fghij " * 4
    marks = tuple(Mark(kind, start, end) for start, end, kind in cuts)
    found = list(stretches(len(text), marks))
    assert "".join(text[start:end] for start, end, _ in found) == text
    for start, end, state in found:
        for place in range(start, end):
            over = {mark.kind for mark in marks if mark.start <= place < mark.end}
            assert over == {kind for kind, _ in state}


def placed(marks: tuple[Mark, ...], width: float = 180, text: str = TRIPS) -> TextItem:
    lines = BREAKER.lines(marked_runs(text, marks, SETTER), width)
    return TextItem(50.0, 100.0, lines, 0, len(lines), 16.0)


def letters(item: TextItem) -> list[tuple[str, float, float, float]]:
    """Return each character that prints, with its left and right edge and its baseline."""
    metrics = FontMetrics()
    found = []
    for number, line in enumerate(item.lines):
        x = item.x
        for segment in line.segments:
            for char in segment.text:
                width = metrics.advances(segment.face)[char] * segment.style.size / 1000
                found.append((char, x, x + width, item.baseline + number * item.leading))
                x += width
    return found


def is_under(rules: list[RuleItem], left: float, right: float, baseline: float) -> bool:
    middle = (left + right) / 2
    return any(rule.x1 <= middle <= rule.x2 and baseline < rule.y1 < baseline + 4 for rule in rules)


def is_in(rects: list[RectItem], left: float, right: float, baseline: float) -> bool:
    middle = (left + right) / 2
    return any(
        rect.x <= middle <= rect.x + rect.width and rect.y < baseline - 3 < rect.y + rect.height for rect in rects
    )


@given(
    st.lists(st.tuples(st.integers(0, len(TRIPS)), st.integers(0, len(TRIPS)), MARKED), max_size=10),
    st.integers(60, 500),
)
def test_marks_lie_exactly_under_their_words(cuts: list[tuple[int, int, MarkKind]], width: int) -> None:
    marks = tuple(Mark(kind, start, end) for start, end, kind in cuts)
    item = placed(marks, width)
    printed = letters(item)
    assert "".join(char for char, *_ in printed) == TRIPS
    lines, rects, frames = list(underlines(item)), list(highlights(item)), list(boxes(item))
    for place, (char, left, right, baseline) in enumerate(printed):
        if char == " ":
            continue
        over = {mark.kind for mark in marks if mark.start <= place < mark.end}
        assert is_under(lines, left, right, baseline) == bool(over & {MarkKind.UNDERLINE, MarkKind.EMPHASIS})
        assert is_in(rects, left, right, baseline) == (MarkKind.HIGHLIGHT in over)
        assert is_in(frames, left, right, baseline) == (MarkKind.EMPHASIS in over)


def test_unread_words_are_quiet_and_shrunk_ones_never_under_six_points() -> None:
    runs = marked_runs(TRIPS, (mark(TRIPS, "the clinic", MarkKind.UNDERLINE), Mark(MarkKind.SHRINK, 0, 6, "2")), SETTER)
    looks = dict(runs)
    assert looks["A fare"].size == 6
    assert looks["A fare"].colour == MUTE
    assert looks["the clinic"].colour != MUTE
    assert all(style.colour != MUTE for _, style in marked_runs(TRIPS, (), SETTER))


def test_omitted_words_stay_out_and_show() -> None:
    text = "".join(part for part, _ in marked_runs(TRIPS, TRIPS_CARD.marks, SETTER))
    assert text == TRIPS.replace("when the purse is thin", "[…]")


def test_the_ink_saver_shades_nothing_and_still_tells_highlights() -> None:
    saver = Typesetter(BREAKER, ink_saver=True)
    marks = (mark(TRIPS, "the clinic", MarkKind.HIGHLIGHT), mark(TRIPS, "the library", MarkKind.UNDERLINE))
    looks = dict(marked_runs(TRIPS, marks, saver))
    assert not looks["the clinic"].highlight
    assert looks["the clinic"].underline > looks["the library"].underline > 0


def test_a_quotation_is_cut_between_words_from_the_first_read_one() -> None:
    text = " ".join(f"w{number}" for number in range(100))
    whole = Evidence(SupportKind.QUOTED, text)
    assert quotation(whole) == "“" + " ".join(f"w{number}" for number in range(40)) + "…”"
    read = Evidence(SupportKind.QUOTED, text, marks=(mark(text, "w70", MarkKind.HIGHLIGHT),))
    assert quotation(read) == "“…" + " ".join(f"w{number}" for number in range(70, 100)) + "”"
    assert quotation(Evidence(SupportKind.QUOTED, "a few words")) == "“a few words”"


@given(st.integers(1, 60), st.floats(16, 200))
def test_a_text_parts_without_losing_or_widowing_lines(count: int, room: float) -> None:
    lines = BREAKER.lines([("\n".join(f"line {number}" for number in range(count)), PLAIN)], 300)
    flow = Flow([Text(lines, 11, 16.0)])
    pages = []
    while flow.queue:
        pages.append(flow.take(room))
    surface = Surface(600, 800)
    for page in pages:
        for block in page:
            block.place(surface, 0, 0)
    ranges = [(item.start, item.end) for item in surface.items if isinstance(item, TextItem)]
    assert ranges[0][0] == 0
    assert ranges[-1][1] == count
    assert all(before[1] == after[0] for before, after in pairwise(ranges))
    if room >= 64 and len(ranges) > 1:
        assert all(end - start >= 2 for start, end in ranges)


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    def text(count: int, *, keep: bool = False) -> Text:
        return Text(BREAKER.lines([("\n".join(["x"] * count), PLAIN)], 300), 11, 16.0, keep=keep)

    flow = Flow([text(5), text(1, keep=True), text(1, keep=True), text(6)])
    assert len(flow.take(16 * 8)) == 1
    assert len(flow.take(16 * 8)) == 3


@given(st.text(max_size=300), st.integers(10, 100))
def test_clipping_keeps_to_its_length(text: str, limit: int) -> None:
    assert len(clip(text, limit)) <= limit


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_short_text_stays_whole_where_there_is_no_room_at_all(count: int) -> None:
    text = Text(BREAKER.lines([("\n".join(["x"] * count), PLAIN)], 300), 11, 16.0)
    part, rest = text.split(-5.0, force=True)
    assert isinstance(part, Text)
    assert part.end <= len(part.lines)
    assert (rest is None) == (count < 2)
