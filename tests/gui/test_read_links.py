"""Positions under positions, the side that a resolution offers, opposing views: in the Read page's panel."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from debateprep.domain.terms import Side
from debateprep.gui.pages.read.cards import PositionCard
from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.workspace import Workspace
from debateprep.services import history, links, positions, sources
from tests.gui.showing import read_page

# The platform without a screen says so where a menu pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support")
OPED = """Keep the pier

The town should keep the old pier for its children, because it is the only place where they can be left alone.

The harbour engineers reported that the piles of the pier are sound. The pier is therefore no danger to anyone.

Critics argue that the pier is an ugly sight. But a pier is not an ornament; it is a place to be.
"""


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[ReadPage]:
    with read_page(qtbot, workspace) as shown:
        yield shown


def card_of(page: ReadPage, number: int) -> PositionCard:
    return next(card for card in page.positions.cards if card.position.id == number)


def drop(card: PositionCard, onto: QWidget) -> None:
    data = QMimeData()
    data.setData("application/x-debateprep-position", str(card.position.id).encode())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), move, data, buttons, keys)
    onto.dragEnterEvent(enter)
    assert enter.isAccepted()
    onto.dropEvent(QDropEvent(QPointF(5, 5), move, data, buttons, keys))


def under(page: ReadPage) -> dict[int, int]:
    return links.of_source(page._workspace.library, page._source)


def test_a_reason_is_dragged_under_its_claim_and_out_again(qtbot: QtBot, page: ReadPage) -> None:
    before = under(page)
    claim, reason = page.snapshot.kept[0].id, page.snapshot.kept[3].id
    assert reason not in before
    drop(card_of(page, reason), card_of(page, claim))
    qtbot.waitUntil(lambda: page.snapshot.under.get(reason) == claim)
    order = [card.position.id for card in page.positions.cards]
    assert order.index(reason) == order.index(claim) + 1
    assert card_of(page, reason).indent > 0
    assert "Stands under: " in card_of(page, reason).accessibleName()
    drop(card_of(page, reason), page.positions)
    qtbot.waitUntil(lambda: reason not in page.snapshot.under)
    assert card_of(page, reason).indent == 0
    page._workspace.edit(page, history.undo)
    qtbot.waitUntil(lambda: page.snapshot.under.get(reason) == claim)


def test_a_reason_is_put_under_its_claim_by_menu(qtbot: QtBot, page: ReadPage) -> None:
    claim, reason = page.snapshot.kept[1].id, page.snapshot.kept[4].id
    card = card_of(page, reason)
    menu = card.link_menu()
    next(action for action in menu.actions() if action.data() == claim).trigger()
    qtbot.waitUntil(lambda: page.snapshot.under.get(reason) == claim)
    menu = card_of(page, reason).link_menu()
    assert next(action for action in menu.actions() if action.data() == claim).isChecked()
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: reason not in page.snapshot.under)


def test_a_circle_is_refused_in_a_sentence(qtbot: QtBot, page: ReadPage) -> None:
    one, two = page.snapshot.kept[0].id, page.snapshot.kept[1].id
    page.positions.position_linked.emit(two, one)
    qtbot.waitUntil(lambda: page.snapshot.under.get(two) == one)
    with qtbot.waitSignal(page._workspace.failed) as told:
        page.positions.position_linked.emit(one, two)
    assert "under itself" in told.args[0]


def test_the_resolution_offers_a_side_that_one_press_takes(qtbot: QtBot, page: ReadPage) -> None:
    number = page.snapshot.kept[0].id
    assert page.snapshot.kept[0].side is Side.PRO
    page._workspace.edit(page, lambda library: positions.change(library, number, side=Side.NEITHER))
    qtbot.waitUntil(lambda: number in page.snapshot.sides)
    # A layout shows what came into it in a later turn.
    qtbot.waitUntil(lambda: card_of(page, number).offer.isVisible())
    chip = card_of(page, number).offer
    assert "Pro" in chip.text()
    assert chip.toolTip()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: next(each for each in page.snapshot.kept if each.id == number).side is Side.PRO)
    assert not card_of(page, number).offer.isVisible()


def test_suggestions_say_what_they_stand_under_and_which_view_is_only_answered(qtbot: QtBot, page: ReadPage) -> None:
    with qtbot.waitSignal(page._workspace.changed):
        page._workspace.edit(
            page, lambda library: sources.import_text(library, OPED), lambda done: page.show_source(done.source_id)
        )
    qtbot.waitUntil(lambda: page.snapshot.source is not None and page.snapshot.source.title == "Keep the pier")
    qtbot.waitUntil(lambda: bool(page._state.hints(page.snapshot)))
    qtbot.waitUntil(lambda: any("pier" in card.offered.quote for card in page.positions.suggestions))
    page.positions.more.click()
    hints = page._state.hints(page.snapshot)
    assert any(hint.under and hint.under_why for hint in hints.values())
    said = [line for card in page.positions.suggestions for line in card._hints()]
    assert any(line.startswith("stands under “") for line in said)
    assert any("opposing view" in line for line in said)
