"""Journeys through the Cards page: choose, mark by keys, undo, retag, condense, check."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from debateprep.errors import DebatePrepError
from debateprep.gui.pages import cards_jobs
from debateprep.gui.pages.cards import CardsPage
from debateprep.gui.workspace import Workspace
from debateprep.services import history


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[CardsPage]:
    shown = CardsPage(workspace)
    qtbot.addWidget(shown)
    shown.resize(1365, 800)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(lambda: shown._card is not None)
    yield shown
    shown.close()


def stored(page: CardsPage) -> Card:
    assert page._card is not None
    with page._workspace.library.read() as reader:
        return reader.get(Card, page._card.id)


def at_word(page: CardsPage) -> None:
    page.view.setFocus()
    page.view.put_caret(0)
    with_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.view, Qt.Key.Key_Right, with_shift)


def test_keys_mark_the_selected_words_at_once_and_for_good(qtbot: QtBot, page: CardsPage) -> None:
    for key, kind in (
        (Qt.Key.Key_F9, MarkKind.UNDERLINE),
        (Qt.Key.Key_F10, MarkKind.EMPHASIS),
        (Qt.Key.Key_F11, MarkKind.HIGHLIGHT),
    ):
        at_word(page)
        QTest.keyClick(page.view, Qt.Key.Key_F12)
        qtbot.waitUntil(lambda: not page._saving)
        with qtbot.waitSignal(page._workspace.changed):
            span = page.view.selection()
            assert span is not None
            QTest.keyClick(page.view, key)
            assert any(each.kind is kind and each.start == span.start for each in page.view.marks)
        qtbot.waitUntil(lambda: not page._saving)
        assert any(each.kind is kind and each.start == span.start for each in stored(page).marks)


def test_undo_takes_a_mark_away(qtbot: QtBot, page: CardsPage) -> None:
    before = page.view.marks
    at_word(page)
    with qtbot.waitSignal(page._workspace.changed):
        QTest.keyClick(page.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert page.view.marks != before
    with qtbot.waitSignal(page._workspace.changed):
        page._workspace.edit(page, history.undo)
    qtbot.waitUntil(lambda: page.view.marks == before)


def test_a_mark_that_cannot_be_saved_is_taken_back(
    qtbot: QtBot, page: CardsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise DebatePrepError("The library cannot be written.")

    monkeypatch.setattr(cards_jobs, "toggle", refuse)
    before = page.view.marks
    at_word(page)
    with qtbot.waitSignal(page._workspace.failed):
        QTest.keyClick(page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view.marks == before)


def test_f7_edits_the_tag(qtbot: QtBot, page: CardsPage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_F7)
    qtbot.waitUntil(page.tag.hasFocus)
    QTest.keyClicks(page.tag, "All riders always gain")
    with qtbot.waitSignal(page._workspace.changed):
        QTest.keyClick(page.tag, Qt.Key.Key_Return)
    assert stored(page).tag == "All riders always gain"


def test_the_check_says_verbatim_and_the_time(page: CardsPage) -> None:
    said = page.check.said()
    assert any("verbatim" in line for line in said)
    assert any("180 words a minute" in line for line in said)


def test_the_filter_and_the_arrows_choose_another_card(qtbot: QtBot, page: CardsPage) -> None:
    assert page._card is not None
    first = page._card.id
    assert page.cards.model.rowCount() > 1
    page.cards.list.setFocus()
    QTest.keyClick(page.cards.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page._card is not None and page._card.id != first)
    page.cards.filter.setText("no card has these words")
    assert page.cards.model.rowCount() == 0


def test_suggested_underlining_is_dropped_or_taken_as_a_whole(qtbot: QtBot, page: CardsPage) -> None:
    page.suggest.trigger()
    qtbot.waitUntil(lambda: bool(page.view.offered))
    page.drop.trigger()
    assert page.view.offered == ()
    page.suggest.trigger()
    qtbot.waitUntil(lambda: bool(page.view.offered))
    wanted = page.view.offered
    with qtbot.waitSignal(page._workspace.edited):
        page.take.trigger()
    under = [each for each in stored(page).marks if each.kind is MarkKind.UNDERLINE]
    assert all(any(each.start <= span.start and span.end <= each.end for each in under) for span in wanted)
