"""Topics in the window: begun with a template of their format, dated, copied, archived and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Argument, Section, Topic
from debateprep.domain.terms import Side
from debateprep.gui.dialogs.topic import TopicDialog
from debateprep.gui.dialogs.topics import TopicsDialog
from debateprep.gui.main_window import MainWindow
from debateprep.services import formats, topics

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


@pytest.fixture
def dialog(qtbot: QtBot, ready: MainWindow) -> TopicsDialog:
    ready.shell.commands["manage_topics"].trigger()
    found = ready.shell.dialogs._open["topics"]
    assert isinstance(found, TopicsDialog)
    qtbot.waitUntil(lambda: found.topic is not None)
    return found


def asked(ready: MainWindow) -> TopicDialog:
    ready.shell.commands["new_topic"].trigger()
    dialog = ready.shell.dialogs._open["topic"]
    assert isinstance(dialog, TopicDialog)
    return dialog


def test_every_format_that_ships_can_be_chosen(ready: MainWindow) -> None:
    box = asked(ready).ui.format
    assert {box.itemData(at): box.itemText(at) for at in range(box.count())} == {
        key: each.name for key, each in formats.shipped().items()
    }


def test_a_topic_begins_with_a_template_of_its_format(qtbot: QtBot, ready: MainWindow) -> None:
    dialog, space = asked(ready), ready.shell.workspace
    form = next(each for each in formats.shipped().values() if each.templates)
    dialog.ui.format.setCurrentIndex(dialog.ui.format.findData(form.key))
    dialog.ui.template_.setCurrentIndex(dialog.ui.template_.findData(form.templates[0].key))
    dialog.ui.resolution.setText("Resolved: Homework should end.")
    dialog.ui.since.setValue(2020)
    with qtbot.waitSignal(space.topic_changed):
        dialog.accept()
    with space.library.read() as reader:
        topic = reader.get(Topic, space.topic_id)
        brief = topics.main_brief(reader, topic.id, Side.PRO)
        titles = {each.title for each in reader.all(Section, brief_id=brief.id)}
    assert (topic.format, topic.evidence_since) == (form.key, 2020)
    assert {each.title for each in form.templates[0].sections if each.side is not Side.CON} <= titles
    qtbot.waitUntil(lambda: ready.shell.top.format.text() == form.name)


def test_editing_a_topic_keeps_the_rest_of_it(qtbot: QtBot, ready: MainWindow) -> None:
    space = ready.shell.workspace
    with space.library.read() as reader:
        before = reader.get(Topic, space.topic_id)
    ready.shell.commands["edit_topic"].trigger()
    dialog = ready.shell.dialogs._open["edit topic"]
    assert isinstance(dialog, TopicDialog)
    assert dialog.ui.template_.isHidden()
    dialog.ui.since.setValue(2019)
    with qtbot.waitSignal(space.changed):
        dialog.accept()
    with space.library.read() as reader:
        after = reader.get(Topic, space.topic_id)
    assert after.evidence_since == 2019
    assert (after.sample, after.resolution, after.uid) == (before.sample, before.resolution, before.uid)


def test_a_topic_is_copied_whole_or_by_its_outline(qtbot: QtBot, ready: MainWindow, dialog: TopicsDialog) -> None:
    space = ready.shell.workspace
    with space.library.read() as reader:
        known = {each.id for each in reader.all(Topic)}
        many = len(reader.all(Argument, topic_id=space.topic_id))
    for button in (dialog.copy, dialog.outline):
        with qtbot.waitSignal(space.changed):
            button.click()
    with space.library.read() as reader:
        made = [each.id for each in reader.all(Topic) if each.id not in known]
        assert [len(reader.all(Argument, topic_id=number)) for number in made] == [many, 0]
    dialog.close()


def test_an_archived_topic_is_out_of_the_way_and_comes_back(
    qtbot: QtBot, ready: MainWindow, dialog: TopicsDialog, victory_topic: int
) -> None:
    space, shell = ready.shell.workspace, ready.shell

    def pick() -> None:
        lines = [dialog.list.lines.line(row) for row in range(dialog.list.lines.rowCount())]
        row = next(at for at, each in enumerate(lines) if each and getattr(each.key, "id", 0) == victory_topic)
        dialog.list.pick(row)

    pick()
    with qtbot.waitSignal(space.changed):
        dialog.archive.click()
    qtbot.waitUntil(lambda: victory_topic not in [each.data() for each in shell.topics.actions()])
    qtbot.waitUntil(lambda: "Archived" in [str(dialog.list.lines.index(row).data()) for row in range(5)])
    pick()
    assert "ake back" in dialog.archive.text()
    with qtbot.waitSignal(space.changed):
        dialog.archive.click()
    qtbot.waitUntil(lambda: victory_topic in [each.data() for each in shell.topics.actions()])
    pick()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert space.topic_id == victory_topic
    assert not dialog.isVisible()
