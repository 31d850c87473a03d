"""Debate formats in the window: edited as data, kept, used by the checks, and put back to what ships."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from debateprep.domain.terms import Check, Side
from debateprep.gui.dialogs.formats import FormatsDialog
from debateprep.gui.main_window import MainWindow
from debateprep.services import formats
from tests.gui import places

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")
KEY = "public-forum"


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


@pytest.fixture
def dialog(qtbot: QtBot, ready: MainWindow) -> FormatsDialog:
    ready.shell.commands["formats"].trigger()
    found = ready.shell.dialogs._open["formats"]
    assert isinstance(found, FormatsDialog)
    qtbot.waitUntil(lambda: found.choice.currentData() == KEY)
    return found


def test_every_format_stands_there_as_it_ships(dialog: FormatsDialog) -> None:
    for at in range(dialog.choice.count()):
        dialog.choice.setCurrentIndex(at)
        dialog._on_chosen()
        assert dialog.made == formats.shipped()[str(dialog.choice.itemData(at))]
    assert not dialog.keep.isEnabled()
    assert not dialog.reset.isEnabled()


def test_times_words_and_checks_are_kept_and_come_back(qtbot: QtBot, ready: MainWindow, dialog: FormatsDialog) -> None:
    space = ready.shell.workspace
    page = places.coverage_page(ready)
    model = dialog.speeches.model
    assert not model.setData(model.index(0, 3), "soon")
    assert model.setData(model.index(0, 3), "6:30")
    words = dialog.words.model
    row = next(at for at, each in enumerate(words.rows) if each[0] == "Argument")
    assert not words.setData(words.index(row, 1), " ")
    assert words.setData(words.index(row, 1), "point")
    dialog.checks[Check.OPEN].click()
    with qtbot.waitSignal(space.changed):
        dialog.keep.click()
    with space.library.read() as reader:
        kept = formats.of(reader, KEY)
    assert (kept.speeches[0].seconds, kept.words.argument, Check.OPEN in kept.checks) == (390, "point", False)
    assert kept.templates == formats.shipped()[KEY].templates
    lines = page.side.checks.list.lines
    qtbot.waitUntil(lambda: not str(lines.index(0).data()).startswith("Open"))
    qtbot.waitUntil(dialog.reset.isEnabled)
    with qtbot.waitSignal(space.changed):
        dialog.reset.click()
    with space.library.read() as reader:
        assert formats.of(reader, KEY) == formats.shipped()[KEY]
    qtbot.waitUntil(lambda: dialog.made == formats.shipped()[KEY])


def test_a_speech_is_added_written_and_moved_by_keys(qtbot: QtBot, dialog: FormatsDialog) -> None:
    dialog.pages.bring(1)
    edit = dialog.speeches
    many = edit.model.rowCount()
    edit.view.setCurrentIndex(edit.model.index(0, 0))
    edit.add()
    line = edit.view.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "Opening words")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit.model.rows[1][0] == "Opening words")
    edit.view.edit(edit.model.index(1, 1))
    box = edit.view.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData(Side.CON.value))
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit.model.rows[1][1] == Side.CON.value)
    edit.view.setCurrentIndex(edit.model.index(1, 0))
    edit.move_up()
    assert edit.model.rows[0][0] == "Opening words"
    edit.remove()
    assert edit.model.rowCount() == many


def test_what_was_changed_is_kept_when_the_dialog_closes(
    qtbot: QtBot, ready: MainWindow, dialog: FormatsDialog
) -> None:
    space = ready.shell.workspace
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "Our league")
    with qtbot.waitSignal(space.changed):
        dialog.close()
    qtbot.waitUntil(lambda: ready.shell.top.format.text().startswith("Our league"))
