"""Cards are listed by label, verdict and use, and each topic keeps what it was filtered by."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from debateprep.gui import kept_filters
from debateprep.gui.main_window import MainWindow
from debateprep.gui.models.cards import ID, CardLine, Wish
from debateprep.gui.pages.cards.page import CardsPage
from debateprep.gui.pages.cards.wish import picked_of, terms_of
from debateprep.services import selections
from tests.gui import places

KEPT = "Cards in no brief"


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> CardsPage:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return places.cards_page(window)


def pick(page: CardsPage, group: str, words: str) -> None:
    page.cards.more.menu().aboutToShow.emit()
    inner = next(each.menu() for each in page.cards.more.menu().actions() if each.text() == group)
    assert isinstance(inner, QMenu)
    next(each for each in inner.actions() if each.text() == words).trigger()


def listed(page: CardsPage) -> set[int]:
    model = page.cards.model
    return {model.index(row).data(ID) for row in range(model.rowCount())}


def test_cards_are_chosen_by_label_verdict_and_use(page: CardsPage) -> None:
    whole = page.cards.model.rowCount()
    pick(page, "Label", "money")
    with page._workspace.library.read() as reader:
        money = {number for thing, number in selections.labelled(reader, "money") if thing.__name__ == "Card"}
    assert listed(page) == money
    pick(page, "Words", "unverified")
    assert not listed(page)
    assert page.cards.none.text() == "No card is like this."
    pick(page, "Words", "verbatim")
    pick(page, "Use", "in a brief")
    assert listed(page) == money
    for _ in range(3):
        page.cards.more.chips.chips()[0].click()
    assert page.cards.model.rowCount() == whole


def test_a_topic_keeps_how_its_cards_are_filtered(qtbot: QtBot, page: CardsPage, victory_topic: int) -> None:
    space, first = page._workspace, page._workspace.topic_id
    pick(page, "Label", "who rides")
    space.show_topic(victory_topic)
    assert not page.cards.more.picked
    space.show_topic(first)
    assert page.cards.more.picked == {"labels": ("who rides",)}
    assert kept_filters.recall(space.library.path, first, "cards") == (("labels", "who rides"),)
    number = page.cards.model.count
    space.card_wanted.emit(number)
    assert not page.cards.more.picked, "a card that is asked for by its number is not left out"


def test_what_cannot_be_picked_is_left_out() -> None:
    terms = (("labels", "a"), ("labels", "b"), ("sound", "no"), ("used", "perhaps"), ("mood", "x"))
    assert terms_of(picked_of(terms)) == terms[:3]
    assert Wish(used=False).fits(CardLine(1, "t", "c", "v", "0:01"))
    assert not Wish(sound=False).fits(CardLine(1, "t", "c", "v", "0:01"))


def test_a_filter_of_cards_is_kept_used_renamed_and_forgotten(qtbot: QtBot, page: CardsPage) -> None:
    space, topic = page._workspace, page._workspace.topic_id
    pick(page, "Label", "money")
    some = listed(page)
    page.filters.ask_to_keep()
    page.ask.line.setText("Money cards")
    QTest.keyClick(page.ask.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.name for each in page.cards.kept.listed] == [KEPT, "Money cards"])
    with space.library.read() as reader:
        assert "Money cards" not in [each.name for each in selections.saved(reader, topic)], "it chooses no arguments"
    page.cards.more.chips.chips()[0].click()
    assert listed(page) != some
    page.cards.more.menu().aboutToShow.emit()
    next(each for each in page.cards.more.menu().actions() if each.text() == "Money cards").trigger()
    assert listed(page) == some
    page.cards.kept.rename_asked.emit(page.cards.kept.listed[1])
    page.ask.line.setText("Purse")
    QTest.keyClick(page.ask.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [each.name for each in page.cards.kept.listed] == [KEPT, "Purse"])
    page.cards.kept.forget_asked.emit(page.cards.kept.listed[1].id)
    qtbot.waitUntil(lambda: len(page.cards.kept.listed) == 1)
    space.library.undo()
    page.refresh()
    qtbot.waitUntil(lambda: [each.name for each in page.cards.kept.listed] == [KEPT, "Purse"])
