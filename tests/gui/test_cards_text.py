"""A card's marks in the window: each lies over exactly its words, whatever the text, whole or condensed."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QTextLine
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from debateprep.domain import marks as rules
from debateprep.domain.article import Span
from debateprep.domain.marks import Marks
from debateprep.domain.model import Mark
from debateprep.domain.terms import MarkKind
from debateprep.gui.pages.cards.map import GAP, CardMap, left_over, lines
from debateprep.gui.pages.cards.paint import BACK, BOX, highlight_role
from debateprep.gui.pages.cards.text import QuotationView
from debateprep.gui.widgets.lines import stretch_rects
from tests.domain.hard import PIECE

TEXT = st.lists(PIECE, max_size=24).map("".join)
PLACE = st.integers(-3, 90)
MARK = st.builds(Mark, st.sampled_from(MarkKind), PLACE, PLACE, st.sampled_from(("", "yellow", "blue")))
MARKS = st.lists(MARK, max_size=8).map(tuple)
EACH_LOOK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[QuotationView]:
    shown = QuotationView()
    qtbot.addWidget(shown)
    shown.resize(700, 400)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()


def drawn(view: QuotationView) -> list[set[MarkKind]]:
    """Return what each code point of the words bears on the screen; hidden ones bear nothing."""
    quote = view.map.quote
    worn: list[set[MarkKind]] = [set() for _ in quote]
    block = view.document().begin()
    while block.isValid():
        for each in block.layout().formats():
            for unit in range(each.start, each.start + each.length):
                place = view.map.to_words(block.position() + unit)
                form = each.format
                kinds = worn[place]
                kinds |= {MarkKind.EMPHASIS} if form.property(BOX) else set()
                kinds |= {MarkKind.UNDERLINE} if form.fontUnderline() and not form.property(BOX) else set()
                kinds |= {MarkKind.HIGHLIGHT} if form.property(BACK) else set()
                kinds |= {MarkKind.OMIT} if form.fontStrikeOut() else set()
                kinds |= {MarkKind.SHRINK} if form.hasProperty(form.Property.FontPointSize) else set()
        block = block.next()
    return worn


def wanted(quote: str, marks: Marks) -> list[set[MarkKind]]:
    worn: list[set[MarkKind]] = [set() for _ in quote]
    for mark in rules.normalise(marks, len(quote)):
        for place in range(mark.start, mark.end):
            worn[place].add(mark.kind)
    for kinds in worn:
        if MarkKind.EMPHASIS in kinds:
            kinds.discard(MarkKind.UNDERLINE)
    return worn


def breaks(quote: str) -> set[int]:
    """Return the places that end a line, on which nothing can be drawn."""
    return {place for place, letter in enumerate(lines(quote)) if letter == "\n"}


@EACH_LOOK
@given(TEXT, MARKS)
def test_marks_lie_over_exactly_their_words(view: QuotationView, quote: str, marks: Marks) -> None:
    marks = rules.normalise(marks, len(quote))
    view.show_card(quote, marks)
    ends = breaks(quote)
    seen = [set() if place in ends else kinds for place, kinds in enumerate(drawn(view))]
    assert seen == [set() if place in ends else kinds for place, kinds in enumerate(wanted(quote, marks))]


@EACH_LOOK
@given(TEXT, MARKS, MARKS)
def test_a_change_of_marks_draws_as_if_drawn_anew(view: QuotationView, quote: str, one: Marks, two: Marks) -> None:
    one, two = rules.normalise(one, len(quote)), rules.normalise(two, len(quote))
    view.show_card(quote, one)
    view.show_card(quote, two)
    changed = drawn(view)
    view.show_card("", ())
    view.show_card(quote, two)
    assert changed == drawn(view)


@given(TEXT, MARKS)
def test_a_document_position_leads_back_to_its_word(quote: str, marks: Marks) -> None:
    for kept in (None, left_over(quote, rules.normalise(marks, len(quote)))):
        shown = CardMap(quote, kept)
        for span in shown.kept:
            for place in range(span.start, span.end):
                assert shown.to_words(shown.to_document(place)) == place
        for start, end in shown.stretches(0, len(quote)):
            assert 0 <= start < end <= len(shown.text.encode("utf-16-le")) // 2


@EACH_LOOK
@given(TEXT, MARKS)
def test_condensed_shows_what_is_marked_and_no_other_word(view: QuotationView, quote: str, marks: Marks) -> None:
    marks = rules.normalise(marks, len(quote))
    view.show_options(condensed=True, shrinks=False)
    view.show_card("", ())
    view.show_card(quote, marks)
    kept = left_over(quote, marks)
    said = GAP.join(lines(quote)[span.start : span.end].replace("\n", " ") for span in kept)
    assert view.document().toRawText().replace("\u2029", "\n") == said
    full = wanted(quote, marks)
    inside = {place for span in kept for place in range(span.start, span.end)}
    ends = breaks(quote)
    for place, kinds in enumerate(drawn(view)):
        if place not in ends:
            assert kinds == (full[place] if place in inside else set())
    view.show_options(condensed=False, shrinks=False)


@EACH_LOOK
@given(TEXT, PLACE, PLACE)
def test_a_selection_gives_back_the_words_it_was_made_of(view: QuotationView, quote: str, one: int, two: int) -> None:
    span = rules.snap(quote, min(one, two), max(one, two))
    view.show_card(quote, ())
    if span is not None:
        view.select(span)
        found = view.selection()
        assert found is not None
        assert found.of(quote).strip() == span.of(quote).strip()


def test_boxes_of_words_in_two_directions_cover_them_alone(view: QuotationView) -> None:
    quote = "He said שלום עולם twice."
    view.show_card(quote, (Mark(MarkKind.EMPHASIS, 8, 12),))
    block = view.document().begin()
    hello = [rect for rect, _ in stretch_rects(block, 8, 12)]
    world = [rect for rect, _ in stretch_rects(block, 13, 17)]
    latin = [rect for rect, _ in stretch_rects(block, 0, 7)]
    assert len(hello) == len(world) == len(latin) == 1
    assert latin[0].right() <= world[0].left() < world[0].right() <= hello[0].left()


def test_every_colour_has_a_role_of_its_own() -> None:
    assert len({highlight_role(colour) for colour in rules.COLOURS}) == len(rules.COLOURS)
    assert highlight_role("no such") == highlight_role("yellow")


def test_unmarked_words_are_shown_small_and_marked_ones_in_full(view: QuotationView) -> None:
    view.show_card("small large small", (Mark(MarkKind.UNDERLINE, 6, 11),))
    view.show_options(condensed=False, shrinks=True)
    assert [MarkKind.SHRINK in kinds for kinds in drawn(view)] == [not 6 <= place < 11 for place in range(17)]


def across(line: QTextLine, at: int) -> float:
    """Return where a sign begins on its line; Qt gives back the sign's place too."""
    found = line.cursorToX(at)
    assert isinstance(found, tuple)
    return float(found[0])


def test_the_brush_paints_whole_words_at_release_and_escape_puts_it_away(qtbot: QtBot, view: QuotationView) -> None:
    view.show_card("Buses should be free for all who ride them.", ())
    view.set_brush(on=True)
    line = view.document().begin().layout().lineAt(0)
    x, end, y = across(line, 8), across(line, 14), line.height() / 2
    port = view.viewport()
    with qtbot.waitSignal(view.brushed) as brushed:
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))
        QTest.mouseMove(port, QPoint(int(end), int(y)))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(int(end), int(y)))
    assert brushed.args == [Span(6, 15)]
    with qtbot.waitSignal(view.left_brush):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_an_emphasised_word_is_bold_and_underlined_too(view: QuotationView) -> None:
    view.show_card("one two", (Mark(MarkKind.EMPHASIS, 0, 3),))
    (each,) = view.document().begin().layout().formats()
    form = each.format
    assert form.fontUnderline()
    assert form.fontWeight() == QFont.Weight.Bold
