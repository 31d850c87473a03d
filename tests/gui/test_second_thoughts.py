"""The Undo button beside a notice: there for what takes something away, and for that step alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Position
from debateprep.domain.terms import PositionStatus, Side
from debateprep.gui.main_window import MainWindow
from debateprep.services import positions


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.overview is not None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def kept(window: MainWindow) -> list[int]:
    with window.workspace.library.read() as reader:
        return sorted(each.id for each in reader.all(Position, status=PositionStatus.KEPT.value))


def remove_one(qtbot: QtBot, window: MainWindow) -> int:
    # The button of an earlier step may still be in view, so that the edit itself is waited for.
    number = kept(window)[0]
    with qtbot.waitSignal(window.workspace.edited):
        window.workspace.edit(window, lambda library: positions.remove(library, number))
    qtbot.waitUntil(window.notices.undo.isVisible)
    return number


def test_what_went_to_the_trash_comes_back_by_the_button(qtbot: QtBot, ready: MainWindow) -> None:
    before = kept(ready)
    number = remove_one(qtbot, ready)
    assert "position" in ready.notices.text
    assert ready.notices.text in ready.notices.undo.accessibleName()
    assert number not in kept(ready)
    with qtbot.waitSignal(ready.workspace.changed):
        qtbot.mouseClick(ready.notices.undo, Qt.MouseButton.LeftButton)
    assert kept(ready) == before
    assert ready.notices.text == ""


def test_the_button_is_reached_by_its_key_and_takes_no_focus_by_itself(qtbot: QtBot, ready: MainWindow) -> None:
    before = kept(ready)
    ready.top.search.setFocus()
    remove_one(qtbot, ready)
    assert QApplication.focusWidget() is ready.top.search
    with qtbot.waitSignal(ready.workspace.changed):
        qtbot.keyClick(ready, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert kept(ready) == before


def test_the_button_goes_with_the_next_step(qtbot: QtBot, ready: MainWindow) -> None:
    remove_one(qtbot, ready)
    number = kept(ready)[0]
    with qtbot.waitSignal(ready.workspace.changed):
        ready.workspace.edit(ready, lambda library: positions.change(library, number, side=Side.CON))
    assert not ready.notices.undo.isVisible()


def test_walking_the_history_offers_nothing(qtbot: QtBot, ready: MainWindow) -> None:
    for _ in range(2):
        remove_one(qtbot, ready)
    qtbot.waitUntil(lambda: "trash" in (ready.overview.undo if ready.overview else ""))
    with qtbot.waitSignal(ready.workspace.changed):
        ready.commands["undo"].trigger()
    assert not ready.notices.undo.isVisible()


def test_a_small_change_offers_nothing_and_many_at_once_do(qtbot: QtBot, ready: MainWindow) -> None:
    with ready.workspace.library.read() as reader:
        kept_here = reader.all(Position, status=PositionStatus.KEPT.value, topic_id=ready.workspace.topic_id)
    source = kept_here[0].source_id
    free = [each.number for each in positions.suggestions(ready.workspace.library, source) if each.decided is None]
    with qtbot.waitSignal(ready.workspace.changed):
        ready.workspace.edit(ready, lambda library: positions.dismiss(library, source, free[:1]))
    assert not ready.notices.undo.isVisible()
    ready.workspace.edit(ready, lambda library: positions.dismiss(library, source, free[1:5]))
    qtbot.waitUntil(ready.notices.undo.isVisible)
    assert "4 positions" in ready.notices.text
