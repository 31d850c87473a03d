"""Journeys through the Cards page: choose, mark by keys, undo, retag, condense, check."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.model import Card, SourceText
from debateprep.domain.terms import MarkKind, Side
from debateprep.errors import DebatePrepError
from debateprep.gui.dialogs.paste_card import PasteCardDialog
from debateprep.gui.pages.cards.check import DiffView
from debateprep.gui.pages.cards.page import CardsPage
from debateprep.gui.workspace import Workspace
from debateprep.services import history, marking
from tests.gui.showing import alone


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[CardsPage]:
    with alone(qtbot, CardsPage(workspace)) as page:
        qtbot.waitUntil(lambda: page.card is not None)
        yield page


def stored(page: CardsPage) -> Card:
    assert page.card is not None
    with page._workspace.library.read() as reader:
        return reader.get(Card, page.card.id)


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
    def refuse(*_given: object, **_more: object) -> None:
        raise DebatePrepError("The library cannot be written.")

    monkeypatch.setattr(marking, "toggle", refuse)
    before = page.view.marks
    at_word(page)
    with qtbot.waitSignal(page._workspace.failed):
        QTest.keyClick(page.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view.marks == before)


def test_f7_edits_the_tag(qtbot: QtBot, page: CardsPage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_F7)
    qtbot.waitUntil(page.head.tag.hasFocus)
    QTest.keyClicks(page.head.tag, "All riders always gain")
    with qtbot.waitSignal(page._workspace.changed):
        QTest.keyClick(page.head.tag, Qt.Key.Key_Return)
    assert stored(page).tag == "All riders always gain"


def test_the_check_says_verbatim_and_the_time(page: CardsPage) -> None:
    said = page.check.said()
    assert any("verbatim" in line for line in said)
    assert any("180 words a minute" in line for line in said)


def test_the_filter_and_the_arrows_choose_another_card(qtbot: QtBot, page: CardsPage) -> None:
    assert page.card is not None
    first = page.card.id
    assert page.cards.model.rowCount() > 1
    page.cards.list.setFocus()
    QTest.keyClick(page.cards.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.card is not None and page.card.id != first)
    page.cards.filter.setText("no card has these words")
    assert page.cards.model.rowCount() == 0


def test_suggested_underlining_is_dropped_or_taken_as_a_whole(qtbot: QtBot, page: CardsPage) -> None:
    page.tools.suggest.trigger()
    qtbot.waitUntil(lambda: bool(page.view.offered))
    page.tools.drop.trigger()
    assert [*page.view.offered] == []
    page.tools.suggest.trigger()
    qtbot.waitUntil(lambda: bool(page.view.offered))
    wanted = page.view.offered
    with qtbot.waitSignal(page._workspace.edited):
        page.tools.take.trigger()
    under = [each for each in stored(page).marks if each.kind is MarkKind.UNDERLINE]
    assert all(any(each.start <= span.start and span.end <= each.end for each in under) for span in wanted)


def test_layers_are_added_shown_renamed_and_removed(qtbot: QtBot, page: CardsPage) -> None:
    before = page.view.marks
    assert before
    QTest.keyClick(page.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(page.ask.line.hasFocus)
    QTest.keyClicks(page.ask.line, "1AR short")
    QTest.keyClick(page.ask.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1AR short" in page.tools.layer.text())
    assert page.view.marks == ()
    at_word(page)
    QTest.keyClick(page.view, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not page._saving)
    assert [layer.name for layer in stored(page).layers] == ["mine", "1AR short"]
    QTest.keyClick(page.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.view.marks == before)
    page.tools.layer_renamed.emit(1, "2NC")
    qtbot.waitUntil(lambda: stored(page).layers[1].name == "2NC")
    page.tools.layer_removed.emit(1)
    qtbot.waitUntil(lambda: len(stored(page).layers) == 1)
    qtbot.waitUntil(lambda: page.view.marks == before)


def test_a_card_bears_several_tags_and_shows_the_chosen_one(qtbot: QtBot, page: CardsPage) -> None:
    first = page.head.tag.words()
    QTest.keyClick(page.view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(page.ask.line.hasFocus)
    QTest.keyClicks(page.ask.line, "Trips hold a town together")
    QTest.keyClick(page.ask.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.head.tags.text() == "2 tags")
    page.head.tag_chosen.emit(1)
    qtbot.waitUntil(lambda: page.head.tag.words() == "Trips hold a town together")
    assert stored(page).other_tags == (first,)


def test_a_missing_field_of_the_cite_is_filled_by_its_chip(qtbot: QtBot, page: CardsPage) -> None:
    chip = next(chip for chip in page.head.chips() if chip.objectName() == "issued")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    line = page.head.form.fields["issued"]
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "7 March 2024")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "issued" not in {each.objectName() for each in page.head.chips()})
    assert "2024" in page.head.cite.text()


def test_the_cite_is_copied_in_each_style(page: CardsPage) -> None:
    copied = []
    for style in CiteStyle:
        page.head.copied.emit(style.value)
        copied.append(QApplication.clipboard().text())
    # Without a date, MLA and Chicago's bibliography say the same.
    assert len(set(copied)) == len(CiteStyle) - 1
    assert all("et the " in each for each in copied)


def test_a_card_from_elsewhere_says_no_source_text_and_is_anchored_in_its_source(qtbot: QtBot, page: CardsPage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.window().findChild(PasteCardDialog)
    assert isinstance(dialog, PasteCardDialog)
    qtbot.waitUntil(dialog.isVisible)
    quote = "Nobody pays to sit in a park, to borrow a book or to walk under a street lamp."
    dialog.ui.box.setPlainText(f"Parks are free already\nDebatePrep Samples 2024, practice essay\n{quote}")
    assert dialog.ui.tag.text() == "Parks are free already"
    assert dialog.ui.quote.toPlainText() == quote
    dialog.accept()
    qtbot.waitUntil(lambda: page.head.tag.words() == "Parks are free already")
    assert any("no source text" in line for line in page.check.said())
    assert page.head.written.words().startswith("DebatePrep Samples")
    page.find_source()
    qtbot.waitUntil(lambda: any("verbatim" in line for line in page.check.said()))
    card = stored(page)
    with page._workspace.library.read() as reader:
        (text,) = reader.all(SourceText, source_id=card.source_id)
    assert card.span is not None
    assert card.span.of(text.text) == card.quote == quote


def test_a_card_goes_into_a_brief_and_is_told_where(qtbot: QtBot, page: CardsPage) -> None:
    assert page.card is not None
    count = len(page._shown.used)
    page.desk.make_argument(page.card.id, Side.CON)
    qtbot.waitUntil(lambda: len(page._shown.used) == count + 1)
    line = next(each for each in page._shown.arguments if each.side is Side.CON)
    page.desk.support(page.card.id, line.id)
    qtbot.waitUntil(lambda: len(page._shown.used) == count + 2)
    assert "Con C" in page._shown.lines[0].used


def test_a_changed_card_shows_the_difference_word_by_word(qtbot: QtBot, page: CardsPage) -> None:
    assert page.card is not None
    before = page.card
    with page._workspace.library.edit("Tamper") as edit:
        edit.put(replace(before, quote=before.quote.replace("small", "heavy")))
    page.refresh()
    qtbot.waitUntil(lambda: any("changed" in line for line in page.check.said()))
    assert any("“small” became “heavy”" in line for line in page.check.said())
    (view,) = page.check.findChildren(DiffView)
    assert "small" in view.toPlainText()
    assert "heavy" in view.toPlainText()


def test_a_card_goes_to_the_trash_and_its_neighbour_is_shown(qtbot: QtBot, page: CardsPage) -> None:
    assert page.card is not None
    gone, second = page.card.id, page._shown.lines[1].id
    QTest.keyClick(page.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.card is not None and page.card.id == second)
    assert page.cards.model.row_of(gone) == -1
    page._workspace.edit(page, history.undo)
    qtbot.waitUntil(lambda: page.cards.model.row_of(gone) >= 0)


def test_its_words_are_shown_in_read(qtbot: QtBot, page: CardsPage) -> None:
    assert page.card is not None
    assert page.card.span is not None
    with qtbot.waitSignal(page._workspace.source_wanted) as wanted:
        QTest.keyClick(page.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == [page.card.source_id, page.card.span.start]


def test_panes_fold_where_there_is_no_room(qtbot: QtBot, page: CardsPage) -> None:
    page.resize(900, 600)
    qtbot.waitUntil(lambda: not page.check.isVisible())
    assert page.cards.isVisible()
    page.resize(620, 600)
    qtbot.waitUntil(lambda: not page.cards.isVisible())
    assert page.view.isVisible()
    page.resize(1365, 800)
    qtbot.waitUntil(page.check.isVisible)


def test_a_card_without_words_is_asked_for_them(page: CardsPage) -> None:
    page.paste_card()
    dialog = page.window().findChild(PasteCardDialog)
    assert isinstance(dialog, PasteCardDialog)
    dialog.accept()
    assert dialog.isVisible()
    assert "words it quotes" in dialog.ui.note.text()
    dialog.ui.quote.setPlainText("Some words.")
    assert "no source text" in dialog.ui.note.text()
    dialog.reject()
