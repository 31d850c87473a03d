"""Debate formats in the window: edited as data, kept, used by the checks, and put back to what ships."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Topic
from debateprep.domain.reading_time import clock
from debateprep.domain.terms import Brings, Check, Side
from debateprep.gui.dialogs.formats import FormatsDialog
from debateprep.gui.dialogs.template import TemplateDialog
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


def test_the_round_is_edited_as_data(qtbot: QtBot, ready: MainWindow, dialog: FormatsDialog) -> None:
    space, page = ready.shell.workspace, dialog.round
    dialog.pages.bring(2)
    page.before.setText("soon")
    page.before.editingFinished.emit()
    before = formats.shipped()[KEY].preparation_before
    assert page.before.text() == (clock(before) if before else ""), "what is no time is not kept"
    page.before.setText("15")
    page.before.editingFinished.emit()
    assert page.before.text() == "15:00"
    page.before.textEdited.emit("15:00")
    page.brings.setCurrentIndex(page.brings.findData(Brings.NOTHING.value))
    page.cites.click()
    page.more.setText("Not even a watch.")
    with qtbot.waitSignal(space.changed):
        dialog.keep.click()
    with space.library.read() as reader:
        kept = formats.of(reader, KEY)
    assert (kept.preparation_before, kept.brings, kept.brings_note) == (900, Brings.NOTHING, "Not even a watch.")
    assert kept.written_cites is not formats.shipped()[KEY].written_cites


def test_formats_are_made_copied_and_thrown_away(qtbot: QtBot, ready: MainWindow, dialog: FormatsDialog) -> None:
    space, shipped = ready.shell.workspace, formats.shipped()[KEY]
    assert not dialog.trash.isEnabled()
    dialog.copy.click()
    qtbot.waitUntil(lambda: dialog.name.text() == f"{shipped.name} (copy)")
    assert dialog.choice.currentData() == f"{KEY}-copy"
    assert dialog.trash.isEnabled()
    assert not dialog.reset.isEnabled()
    assert replace(dialog.made, key=KEY, name=shipped.name) == shipped
    dialog.new.click()
    qtbot.waitUntil(lambda: dialog.name.text() == "New format")
    assert dialog.made.speeches == ()
    with qtbot.waitSignal(space.changed):
        dialog.trash.click()
    qtbot.waitUntil(lambda: "“New format” is in the trash" in ready.shell.notices.text)
    assert ready.shell.notices.undo.isVisible()
    with space.library.read() as reader:
        keys = [each.key for each in formats.listed(reader)]
    assert "new-format" not in keys
    assert f"{KEY}-copy" in keys


def test_a_template_is_added_to_a_topic_and_taken_back(qtbot: QtBot, ready: MainWindow) -> None:
    space = ready.shell.workspace
    before = space.library.content_hash()
    ready.shell.commands["add_template"].trigger()
    dialog = ready.shell.dialogs._open["template"]
    assert isinstance(dialog, TemplateDialog)
    qtbot.waitUntil(lambda: dialog.chosen is not None)
    assert dialog.add.isEnabled()
    dialog.add.click()
    qtbot.waitUntil(lambda: not dialog.add.isEnabled())
    assert dialog.hint.text() == "Every section of this template is there already."
    lines = [line for at in range(dialog.list.lines.rowCount()) if (line := dialog.list.lines.line(at))]
    assert all(line.quiet or line.heading for line in lines)
    assert space.library.content_hash() != before
    ready.shell.commands["undo"].trigger()
    qtbot.waitUntil(lambda: space.library.content_hash() == before)
    qtbot.waitUntil(dialog.add.isEnabled)


def test_a_topic_whose_format_has_no_template_says_so(qtbot: QtBot, ready: MainWindow) -> None:
    space, topic = ready.shell.workspace, ready.shell.workspace.topic_id
    with space.library.edit("Other format") as edit:
        edit.put(replace(edit.get(Topic, topic), format="unknown-club"))
    ready.shell.commands["add_template"].trigger()
    dialog = ready.shell.dialogs._open["template"]
    assert isinstance(dialog, TemplateDialog)
    qtbot.waitUntil(lambda: "no template" in dialog.hint.text())
    assert not dialog.add.isEnabled()
    assert not dialog.choice.isEnabled()
