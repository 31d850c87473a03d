"""The Undo button beside a notice: there for what takes something away, and for that step alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument, Position
from debateprep.domain.terms import PositionStatus, Side
from debateprep.gui.main_window import MainWindow
from debateprep.services import positions, switching


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def kept(window: MainWindow) -> list[int]:
    with window.shell.workspace.library.read() as reader:
        return sorted(each.id for each in reader.all(Position, status=PositionStatus.KEPT.value))


def remove_one(qtbot: QtBot, window: MainWindow) -> int:
    # The button of an earlier step may still be in view, so that the edit itself is waited for.
    number = kept(window)[0]
    with qtbot.waitSignal(window.shell.workspace.edited):
        window.shell.workspace.edit(window, lambda library: positions.remove(library, number))
    qtbot.waitUntil(window.shell.notices.undo.isVisible)
    return number


def test_what_went_to_the_trash_comes_back_by_the_button(qtbot: QtBot, ready: MainWindow) -> None:
    before = kept(ready)
    number = remove_one(qtbot, ready)
    assert "position" in ready.shell.notices.text
    assert ready.shell.notices.text in ready.shell.notices.undo.accessibleName()
    assert number not in kept(ready)
    with qtbot.waitSignal(ready.shell.workspace.changed):
        qtbot.mouseClick(ready.shell.notices.undo, Qt.MouseButton.LeftButton)
    assert kept(ready) == before
    assert ready.shell.notices.text == ""


def test_the_button_is_reached_by_its_key_and_takes_no_focus_by_itself(qtbot: QtBot, ready: MainWindow) -> None:
    before = kept(ready)
    ready.shell.top.search.setFocus()
    remove_one(qtbot, ready)
    assert QApplication.focusWidget() is ready.shell.top.search
    with qtbot.waitSignal(ready.shell.workspace.changed):
        qtbot.keyClick(ready, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert kept(ready) == before


def test_the_button_goes_with_the_next_step(qtbot: QtBot, ready: MainWindow) -> None:
    remove_one(qtbot, ready)
    number = kept(ready)[0]
    with qtbot.waitSignal(ready.shell.workspace.changed):
        ready.shell.workspace.edit(ready, lambda library: positions.change(library, number, side=Side.CON))
    assert not ready.shell.notices.undo.isVisible()


def test_walking_the_history_offers_nothing(qtbot: QtBot, ready: MainWindow) -> None:
    for _ in range(2):
        remove_one(qtbot, ready)
    qtbot.waitUntil(lambda: "trash" in (ready.shell.overview.undo if ready.shell.overview else ""))
    with qtbot.waitSignal(ready.shell.workspace.changed):
        ready.shell.commands["undo"].trigger()
    assert not ready.shell.notices.undo.isVisible()


def test_a_small_change_offers_nothing_and_many_at_once_do(qtbot: QtBot, ready: MainWindow) -> None:
    with ready.shell.workspace.library.read() as reader:
        kept_here = reader.all(Position, status=PositionStatus.KEPT.value, topic_id=ready.shell.workspace.topic_id)
    source = kept_here[0].source_id
    offered = positions.suggestions(ready.shell.workspace.library, source)
    free = [each.number for each in offered if each.decided is None]
    with qtbot.waitSignal(ready.shell.workspace.changed):
        ready.shell.workspace.edit(ready, lambda library: positions.dismiss(library, source, free[:1]))
    assert not ready.shell.notices.undo.isVisible()
    ready.shell.workspace.edit(ready, lambda library: positions.dismiss(library, source, free[1:5]))
    qtbot.waitUntil(ready.shell.notices.undo.isVisible)
    assert "4 positions" in ready.shell.notices.text


def test_what_an_edit_let_go_of_is_told_with_undo(qtbot: QtBot, ready: MainWindow) -> None:
    space = ready.shell.workspace
    with space.library.read() as reader:
        answer = next(each for each in reader.all(Answer) if reader.get(Argument, each.target_id).topic_id)
        target = reader.get(Argument, answer.target_id)
    before = space.library.content_hash()
    with qtbot.waitSignal(space.edited):
        space.edit(ready, lambda library: switching.switch_side(library, target.id))
    qtbot.waitUntil(ready.shell.notices.undo.isVisible)
    assert f"“{target.short}” let go of" in ready.shell.notices.text
    assert ready.shell.notices.text in ready.shell.notices.undo.accessibleName()
    with qtbot.waitSignal(space.changed):
        qtbot.mouseClick(ready.shell.notices.undo, Qt.MouseButton.LeftButton)
    assert space.library.content_hash() == before


def test_of_many_notes_three_are_told_and_the_rest_counted(qtbot: QtBot, ready: MainWindow) -> None:
    notes = tuple(f"Sentence {n}." for n in range(5))
    ready.shell.workspace.edited.emit(Changes("Step", {"item": frozenset({1})}, notes=notes))
    assert ready.shell.notices.text == "Sentence 0. Sentence 1. Sentence 2. And 2 more like it."
