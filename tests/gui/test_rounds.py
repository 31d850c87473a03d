"""The round log, history and trash in the window: recorded with one key, edited, deleted, brought back."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from debateprep.domain.changes import Step, Trashed
from debateprep.domain.model import Answer, Argument, Heard, Round
from debateprep.domain.terms import Outcome, Side
from debateprep.gui.dialogs.heard import HeardAgainDialog, HeardDialog, RoundChoice
from debateprep.gui.dialogs.history import HistoryDialog
from debateprep.gui.dialogs.round import RoundDialog
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.coverage.page import CoveragePage
from debateprep.gui.workspace import Workspace
from debateprep.services import arguments, rounds
from debateprep.storage.library import Library
from tests.gui import places

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")
CLAIM = "Nobody asked the drivers"


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


@pytest.fixture
def page(ready: MainWindow) -> CoveragePage:
    return places.coverage_page(ready)


def asked(qtbot: QtBot, window: MainWindow) -> HeardDialog:
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "heard" in window.shell.dialogs._open)
    dialog = window.shell.dialogs._open["heard"]
    assert isinstance(dialog, HeardDialog)
    return dialog


def test_one_key_records_an_argument_of_the_other_side(qtbot: QtBot, ready: MainWindow, page: CoveragePage) -> None:
    space = ready.shell.workspace
    dialog = asked(qtbot, ready)
    fields = dialog.ui
    ok = fields.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    fields.round.setCurrentIndex(fields.round.findData(0))
    fields.name.setText("Semi-final")
    fields.side.setCurrentIndex(fields.side.findData(Side.CON.value))
    fields.opponent.setText("The other school")
    fields.argument.setEditText(CLAIM)
    fields.answer.setEditText("The drivers are heard in their union")
    fields.outcome.setCurrentIndex(fields.outcome.findData(Outcome.WORKED.value))
    with qtbot.waitSignal(space.changed):
        ok.click()
    with space.library.read() as reader:
        heard = reader.all(Heard)[-1]
        argument, debated = reader.get(Argument, heard.argument_id), reader.get(Round, heard.round_id)
        assert heard.answering_id is not None
        ours = reader.get(Argument, heard.answering_id)
        assert reader.first(Answer, answering_id=ours.id, target_id=argument.id) is not None
    assert (argument.claim, argument.side, ours.side) == (CLAIM, Side.PRO, Side.CON)
    assert (debated.name, debated.side, debated.opponent) == ("Semi-final", Side.CON, "The other school")
    assert heard.outcome is Outcome.WORKED
    qtbot.waitUntil(lambda: argument.id in page.shown.grid.places)
    assert "heard once" in page.table.model_.index(*page.shown.grid.places[argument.id]).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    with qtbot.waitSignal(space.changed):
        ready.shell.commands["undo"].trigger()
    qtbot.waitUntil(lambda: argument.id not in page.shown.grid.places)


def test_an_argument_there_already_is_chosen_and_words_alone_make_none(
    qtbot: QtBot, ready: MainWindow, page: CoveragePage
) -> None:
    space = ready.shell.workspace
    dialog = asked(qtbot, ready)
    fields = dialog.ui
    fields.argument.setCurrentIndex(0)
    number = fields.argument.currentData()
    fields.answer.setEditText("We said it does not matter")
    fields.keep.setChecked(False)
    with space.library.read() as reader:
        before = len(reader.all(Argument))
    with qtbot.waitSignal(space.changed):
        dialog.accept()
    with space.library.read() as reader:
        heard = reader.all(Heard)[-1]
        assert len(reader.all(Argument)) == before
    assert (heard.argument_id, heard.answering_id, heard.said) == (number, None, "We said it does not matter")


def test_a_round_is_edited_and_deleted_and_its_arguments_stay(
    qtbot: QtBot, ready: MainWindow, page: CoveragePage
) -> None:
    space, pane = ready.shell.workspace, page.side.rounds
    page.show_rounds()
    line = pane.list.lines.line(0)
    assert line is not None
    pane.list.pick(0)
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    dialog = ready.shell.dialogs._open["round"]
    assert isinstance(dialog, RoundDialog)
    ok = dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.ui.held.setText("the day before")
    assert not ok.isEnabled()
    dialog.ui.held.setText("2026-03-07")
    dialog.ui.opponent.setText("The north")
    with qtbot.waitSignal(space.changed):
        ok.click()
    qtbot.waitUntil(lambda: "against The north, 2026-03-07" in str(pane.list.lines.index(0).data()))
    with space.library.read() as reader:
        before = {each.id for each in reader.all(Argument)}
    pane.list.pick(0)
    with qtbot.waitSignal(space.changed):
        QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    with space.library.read() as reader:
        assert rounds.listed(reader, space.topic_id) == []
        assert {each.id for each in reader.all(Argument)} == before
    qtbot.waitUntil(lambda: not pane.list.isVisible())


def test_what_was_heard_is_judged_later(qtbot: QtBot, ready: MainWindow, page: CoveragePage) -> None:
    space, pane = ready.shell.workspace, page.side.rounds
    every = [pane.list.lines.line(row) for row in range(pane.list.lines.rowCount())]
    heard = next(each.key for each in every if each is not None and isinstance(each.key, Heard))
    pane.edit_asked.emit(heard)
    qtbot.waitUntil(lambda: "heard again" in ready.shell.dialogs._open)
    dialog = ready.shell.dialogs._open["heard again"]
    assert isinstance(dialog, HeardAgainDialog)
    dialog.ui.outcome.setCurrentIndex(dialog.ui.outcome.findData(Outcome.FAILED.value))
    with qtbot.waitSignal(space.changed):
        dialog.accept()
    with space.library.read() as reader:
        assert reader.get(Heard, heard.id).outcome is Outcome.FAILED


def test_a_round_without_arguments_to_choose_still_takes_words(qtbot: QtBot) -> None:
    made: list[object] = []
    dialog = HeardDialog(RoundChoice(1, (), ()), made.append, None)
    qtbot.addWidget(dialog)
    dialog.ui.argument.setEditText("  Something\nnew ")
    dialog.accept()
    assert len(made) == 1
    assert "Something new" in repr(made[0])


# History and trash


def test_where_nothing_was_done_there_is_nothing_to_go_back_to(qtbot: QtBot, tmp_path: Path) -> None:
    space = Workspace()
    space.open(Library(tmp_path / "new.db"))
    dialog = HistoryDialog(space, None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.steps.lines.rowCount() == 1)
    assert not dialog.go.isEnabled()
    assert not dialog.undelete.isEnabled()
    assert not dialog.restore.isEnabled()
    dialog.reject()
    space.close()


def history_of(qtbot: QtBot, window: MainWindow) -> HistoryDialog:
    window.shell.commands["history"].trigger()
    dialog = window.shell.dialogs._open["history"]
    assert isinstance(dialog, HistoryDialog)
    qtbot.waitUntil(lambda: dialog.steps.lines.rowCount() > 1)
    return dialog


def three_arguments(qtbot: QtBot, space: Workspace, window: MainWindow) -> None:
    topic = space.topic_id
    for claim in ("First", "Second", "Third"):
        new = Argument(topic_id=topic, side=Side.PRO, claim=claim)
        with qtbot.waitSignal(space.changed):
            space.edit(window, partial(arguments.add, argument=new))


def claims(space: Workspace) -> set[str]:
    with space.library.read() as reader:
        return {each.claim for each in reader.all(Argument, topic_id=space.topic_id)} & {"First", "Second", "Third"}


def test_the_history_goes_back_to_a_point_and_forward_again(qtbot: QtBot, ready: MainWindow) -> None:
    space = ready.shell.workspace
    three_arguments(qtbot, space, ready)
    dialog = history_of(qtbot, ready)
    assert dialog.steps.lines.index(0).data() == "You are here"
    dialog.steps.pick(3)
    QTest.keyClick(dialog.steps, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: claims(space) == {"First"})
    qtbot.waitUntil(lambda: dialog.steps.lines.index(2).data() == "You are here")
    assert all(isinstance(each.key, Step) for row in (0, 1) if (each := dialog.steps.lines.line(row)) is not None)
    dialog.steps.pick(0)
    dialog.go.click()
    qtbot.waitUntil(lambda: claims(space) == {"First", "Second", "Third"})
    dialog.close()


def test_the_trash_gives_back_after_later_work(qtbot: QtBot, ready: MainWindow) -> None:
    space = ready.shell.workspace
    three_arguments(qtbot, space, ready)
    with space.library.read() as reader:
        second = next(each for each in reader.all(Argument) if each.claim == "Second")
        third = next(each for each in reader.all(Argument) if each.claim == "Third")
    with qtbot.waitSignal(space.changed):
        space.edit(ready, lambda library: arguments.remove(library, second.id))
    with qtbot.waitSignal(space.changed):
        space.edit(ready, lambda library: arguments.change(library, third.id, impact="Later work"))
    dialog = history_of(qtbot, ready)
    dialog.pages.bring(1)
    lines = [dialog.trash.lines.line(row) for row in range(dialog.trash.lines.rowCount())]
    row = next(at for at, each in enumerate(lines) if each is not None and isinstance(each.key, Trashed))
    assert [each.words for each in lines if each is not None][:2] == ["Arguments", "Second"]
    dialog.trash.pick(row)
    with qtbot.waitSignal(space.changed):
        dialog.restore.click()
    assert claims(space) == {"First", "Second", "Third"}
    qtbot.waitUntil(lambda: dialog.trash.lines.index(0).data() == "The trash is empty")
    assert not dialog.restore.isEnabled()
    dialog.close()


def test_a_step_gives_back_what_it_threw_away(qtbot: QtBot, ready: MainWindow) -> None:
    space = ready.shell.workspace
    three_arguments(qtbot, space, ready)
    with space.library.read() as reader:
        first = next(each for each in reader.all(Argument) if each.claim == "First")
    with qtbot.waitSignal(space.changed):
        space.edit(ready, lambda library: arguments.remove(library, first.id))
    dialog = history_of(qtbot, ready)
    dialog.steps.pick(1)
    qtbot.waitUntil(dialog.undelete.isEnabled)
    assert "First" in dialog.detail.text()
    with qtbot.waitSignal(space.changed):
        dialog.undelete.click()
    assert claims(space) == {"First", "Second", "Third"}
    dialog.close()
