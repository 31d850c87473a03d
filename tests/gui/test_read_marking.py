"""Marks of cards in the article: over exactly their words, by key, at once, and undone."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from debateprep.domain import marks as rules
from debateprep.domain.article import Block, Span
from debateprep.domain.model import Card, Mark
from debateprep.domain.terms import BlockKind, MarkKind
from debateprep.gui.pages.read.marks import Marked, MarkOf, Marks, card_marks
from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.pages.read.text import ArticleMap
from debateprep.gui.workspace import Workspace
from debateprep.services import history
from tests.domain.hard import PIECE
from tests.gui.showing import read_page

PARAGRAPH = st.lists(PIECE, min_size=1, max_size=12).map("".join).map(lambda text: text.replace("\r\n", " "))
PLACE = st.integers(0, 120)
MARK = st.builds(Mark, st.sampled_from(MarkKind), PLACE, PLACE, st.sampled_from(("", "yellow", "blue")))
# The platform without a screen says so where a menu pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), PLACE, PLACE, st.lists(MARK, max_size=6).map(tuple))
def test_marks_lie_over_exactly_their_words(paragraphs: list[str], one: int, two: int, marks: tuple[Mark, ...]) -> None:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for each in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(each)))
        at += len(each) + 2
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    assume(start < end)
    quote = text[start:end]
    card = Card(id=1, tag="t", quote=quote, span=Span(start, end))
    marks = rules.normalise(marks, len(quote))
    wanted: dict[MarkKind, set[int]] = {kind: set() for kind in MarkKind}
    inside = {place for block in blocks for place in range(block.start, block.end)}
    for mark in marks:
        wanted[mark.kind] |= set(range(start + mark.start, start + mark.end)) & inside
    article = ArticleMap(text, tuple(blocks))
    found: dict[MarkKind, set[int]] = {kind: set() for kind in MarkKind}
    drawn = Marks(article, card_marks(card, marks) if marks else [])
    for number, row in enumerate(article.rows):
        for stroke in drawn.in_row(number):
            first, last = (row.units.to_python(unit) for unit in (stroke.start, stroke.end))
            found[stroke.mark.kind] |= set(range(row.block.start + first, row.block.start + last))
    assert found == wanted


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[ReadPage]:
    with read_page(qtbot, workspace) as shown:
        yield shown


def choose(page: ReadPage, words: str) -> None:
    found = page.view.document().find(words)
    assert found.hasSelection()
    page.view.setFocus()
    page.view.setTextCursor(found)


def drawn(page: ReadPage, card: Card) -> set[tuple[MarkKind, str]]:
    text = page.view.article.text
    marks = page.marker.marks()
    return {(each.kind, each.span.of(text)) for each in marks if each.id == card.id}


def of_library(page: ReadPage, number: int) -> Card:
    with page._workspace.library.read() as reader:
        return reader.get(Card, number)


def test_the_keys_mark_a_card_in_the_article_at_once_and_undo_takes_it_back(qtbot: QtBot, page: ReadPage) -> None:
    card = next(each for each in page.snapshot.cards if "A fare is a small tax" in each.quote)
    before = card.marks
    for key, kind in (
        (Qt.Key.Key_F9, MarkKind.UNDERLINE),
        (Qt.Key.Key_F10, MarkKind.EMPHASIS),
        (Qt.Key.Key_F11, MarkKind.HIGHLIGHT),
    ):
        choose(page, "small tax")
        assert page.center.tools.bar.isVisible()
        QTest.keyClick(page.view, key)
        assert (kind, "small tax") in drawn(page, card)
        qtbot.waitUntil(lambda: not page.marker._saving)
        assert any(each.kind is kind for each in set(of_library(page, card.id).marks) - set(before))
    for _ in range(3):
        with qtbot.waitSignal(page._workspace.changed):
            page._workspace.edit(page, history.undo)
    assert of_library(page, card.id).marks == before
    qtbot.waitUntil(lambda: (MarkKind.EMPHASIS, "small tax") not in drawn(page, card))


def test_marking_words_without_a_card_says_how_to_cut_one(qtbot: QtBot, page: ReadPage) -> None:
    choose(page, "A bus is a promise on wheels")
    with qtbot.waitSignal(page._workspace.notice) as told:
        QTest.keyClick(page.view, Qt.Key.Key_F9)
    assert "cut one first" in told.args[0]


def test_words_of_a_card_offer_its_marks(page: ReadPage) -> None:
    choose(page, "small tax")
    shown = [button.accessibleName() for button in page.center.tools.bar._marking if button.isVisible()]
    assert shown == ["Underline", "Emphasise", "Highlight"]
    choose(page, "A bus is a promise on wheels")
    assert not any(button.isVisible() for button in page.center.tools.bar._marking)


def test_the_cards_cut_here_are_listed_with_their_verdicts(qtbot: QtBot, page: ReadPage) -> None:
    cut = page.positions.cut
    assert cut.rows == []
    cut.fold.click()
    assert len(cut.rows) == len(page.snapshot.cards) > 3
    assert all("verbatim" in row.accessibleName() for row in cut.rows)
    row = cut.rows[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.chosen
    with qtbot.waitSignal(page._workspace.card_wanted) as wanted:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert wanted.args == [row.card.id]


def test_the_caret_on_a_card_opens_it(qtbot: QtBot, page: ReadPage) -> None:
    card = page.snapshot.cards[0]
    assert card.span is not None
    cursor = QTextCursor(page.view.textCursor())
    cursor.setPosition(page.view.article.to_document(card.span.start + 2))
    page.view.setTextCursor(cursor)
    with qtbot.waitSignal(page._workspace.card_wanted) as wanted:
        QTest.keyClick(page.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    opened = of_library(page, wanted.args[0])
    assert opened.span is not None
    assert opened.span.overlaps(Span(card.span.start + 2, card.span.start + 3))


def test_a_card_without_marks_is_shown_whole() -> None:
    card = Card(id=3, tag="t", quote="some words", span=Span(5, 15))
    assert card_marks(card, ()) == [Marked(MarkOf.CARD, 3, Span(5, 15))]
