"""Help, the shortcut sheet and About: found as one types, whole, and true of the program that is installed."""

import re
from importlib import metadata

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep import assets, licences
from debateprep.domain.model import Topic
from debateprep.gui.dialogs.about import AboutDialog, versions
from debateprep.gui.dialogs.help import HelpDialog, pages, passages
from debateprep.gui.dialogs.shortcuts import ShortcutsDialog, lines_of
from debateprep.gui.dialogs.topic import TopicDialog
from debateprep.gui.main_window import MainWindow
from tests.gui import places
from tests.gui.conftest import PRACTICE


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


def shown(help_: HelpDialog) -> list[str]:
    return [help_.contents.item(row).text().strip() for row in range(help_.contents.count())]


def test_help_opens_at_the_page_in_view_and_keeps_its_place(qtbot: QtBot, ready: MainWindow) -> None:
    help_ = places.open_dialog(ready, "help")
    assert isinstance(help_, HelpDialog)
    assert help_.browser.toPlainText().startswith("First steps")
    ready.shell.show_page("briefs")
    ready.shell.commands["help"].trigger()
    assert help_.browser.toPlainText().startswith("Build briefs")
    help_.contents.setCurrentRow(help_.contents.currentRow() + 2)
    assert help_.contents.currentItem().text().strip() == "What an argument rests on"
    assert help_.browser.verticalScrollBar().value() > 0
    help_.close()


def test_help_is_searched_as_one_types(qtbot: QtBot, ready: MainWindow) -> None:
    help_ = places.open_dialog(ready, "help")
    assert isinstance(help_, HelpDialog)
    whole = shown(help_)
    assert len(whole) == len(passages())
    qtbot.keyClicks(QApplication.focusWidget(), "frontline reply")
    assert shown(help_) == ["The rebuttal card"]
    assert {each.cursor.selectedText().casefold() for each in help_.browser.extraSelections()} == {"frontline", "reply"}
    help_.field.setText("ctrl+")
    before = help_.contents.currentRow()
    qtbot.keyClick(help_.field, Qt.Key.Key_Down)
    assert help_.contents.currentRow() == before + 1
    qtbot.keyClick(help_.field, Qt.Key.Key_Up)
    qtbot.keyClick(help_.field, Qt.Key.Key_Up)
    assert help_.contents.currentRow() == help_.contents.count() - 1
    help_.field.setText("qqqq")
    assert shown(help_) == []
    assert help_._none.isVisible()
    help_.field.clear()
    assert shown(help_) == whole
    help_.close()


def test_every_link_of_the_help_leads_to_a_page(qtbot: QtBot, ready: MainWindow) -> None:
    help_ = places.open_dialog(ready, "help")
    assert isinstance(help_, HelpDialog)
    links = {link for text in pages().values() for link in re.findall(r"\]\(([^)]+)\)", text)}
    assert links
    for link in links:
        help_.browser.anchorClicked.emit(QUrl(link))
        key = link.removesuffix(".md")
        assert help_._page == key
    help_.browser.anchorClicked.emit(QUrl("https://example.org/start.md"))
    assert help_._page == key
    help_.close()


def test_every_page_of_the_help_is_in_its_contents() -> None:
    files = {path.stem for path in assets.path("help").glob("*.md")}
    assert files == set(pages())
    assert all(len(text.split()) > 40 for text in pages().values())


def test_the_keys_that_the_help_names_are_those_of_the_program(ready: MainWindow) -> None:
    known = {key for line in lines_of(ready.shell.all_commands()) for key in line.keys}
    # Qt's own, in every program.
    known |= {"Tab", "Shift+F10"}
    told = {key for text in pages().values() for key in re.findall(r"\b(?:(?:Ctrl|Alt|Shift)\+)+\S|\bF\d+", text)}
    named = {key for key in told if key[:-1].endswith("+") or key.startswith("F")}
    heads = {key.rpartition("+")[2] or "+" for key in named}
    assert heads
    unknown = {key for key in named if not any(each == key or each.startswith(key) for each in known)}
    assert unknown == set()


def test_the_sheet_finds_commands_and_keys(qtbot: QtBot, ready: MainWindow) -> None:
    sheet = places.open_dialog(ready, "shortcuts")
    assert isinstance(sheet, ShortcutsDialog)
    whole = sheet.model.rowCount()

    def told() -> list[str]:
        return [
            str(sheet.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
            for row in range(sheet.model.rowCount())
        ]

    assert told()[:2] == ["File", "New topic: Ctrl+N"]
    qtbot.keyClicks(sheet.field, "answer")
    assert "Write an answer: A" in told()
    assert "New topic: Ctrl+N" not in told()
    sheet.field.setText("ctrl+shift+z")
    assert told() == ["Edit", "Redo: Ctrl+Shift+Z, Ctrl+Y"]
    sheet.field.setText("qqqq")
    assert sheet._none.isVisible()
    assert not sheet.list.isVisible()
    sheet.field.clear()
    assert sheet.model.rowCount() == whole
    heading = sheet.model.index(0)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert sheet.model.index(1).flags() & Qt.ItemFlag.ItemIsSelectable
    sheet.close()


def test_about_tells_versions_and_licences(qtbot: QtBot, ready: MainWindow) -> None:
    about = places.open_dialog(ready, "about")
    assert isinstance(about, AboutDialog)
    assert "Permission is hereby granted" in about.text.toPlainText()
    rows = {about.works.item(row).text(): row for row in range(about.works.count())}
    about.works.setCurrentRow(next(row for name, row in rows.items() if name.startswith("Noto")))
    assert "SIL OPEN FONT LICENSE" in about.text.toPlainText().upper()
    about.works.setCurrentRow(next(row for name, row in rows.items() if name.startswith("Qt")))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in about.text.toPlainText()
    assert "another build of the same version" in about.told.text()
    about.copy.click()
    assert QGuiApplication.clipboard().text() == versions()
    about.close()


def test_every_package_we_bring_with_us_is_named_with_its_licence() -> None:
    named = {_bare(package) for work in licences.works() for package in work.packages}
    brought: set[str] = set()
    waiting = [_bare(each) for each in metadata.requires("debateprep") or [] if "extra ==" not in each]
    while waiting:
        package = waiting.pop()
        if package in brought:
            continue
        try:
            needs = metadata.requires(package) or []
        except metadata.PackageNotFoundError:
            # It is needed on another system or by another Python.
            continue
        brought.add(package)
        waiting += [_bare(each) for each in needs if "extra ==" not in each]
    assert brought
    assert brought - named == set()


def test_every_licence_has_its_text_but_two() -> None:
    lacking = {work.name for work in licences.works() if not licences.text(work)}
    # greenlet comes on some systems only.
    assert lacking - {"greenlet"} == {"Python", "SQLite"}
    assert "MIT License" in licences.text(licences.own())


def _bare(requirement: str) -> str:
    name = re.split(r"[ ;<>=!\[(~]", requirement)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_topic_in_view_is_worded_anew_and_goes_to_the_trash(qtbot: QtBot, ready: MainWindow) -> None:
    shell = ready.shell
    number = shell.workspace.topic_id
    shell.commands["edit_topic"].trigger()
    dialog = shell.dialogs._open["edit topic"]
    assert isinstance(dialog, TopicDialog)
    assert dialog.windowTitle() == "Edit topic"
    assert dialog.ui.resolution.text() == "Resolved: Cities should make buses free."
    assert dialog.ui.format.currentText() == "Public Forum"
    dialog.ui.name.setText("Free buses")
    dialog.ui.con.setText("Charge everyone")
    dialog.accept()
    qtbot.waitUntil(lambda: shell.top.topic.text() == "Free buses ▾")
    with shell.workspace.library.read() as reader:
        topic = reader.get(Topic, number)
    assert (topic.con_stance, topic.sample, topic.pro_stance) == ("Charge everyone", PRACTICE, "Make buses free")
    shell.commands["remove_topic"].trigger()
    qtbot.waitUntil(lambda: shell.workspace.topic_id not in (0, number))
    qtbot.waitUntil(lambda: shell.notices.text == "The topic is in the trash.")
    shell.notices.undo.click()
    qtbot.waitUntil(lambda: shell.workspace.topic_id == number)


def test_a_topic_that_was_not_changed_makes_no_step(qtbot: QtBot, ready: MainWindow) -> None:
    before = ready.shell.workspace.library.next_steps()
    ready.shell.commands["edit_topic"].trigger()
    ready.shell.dialogs._open["edit topic"].accept()
    qtbot.wait(1)
    assert not ready.shell.workspace_is_busy()
    assert ready.shell.workspace.library.next_steps() == before
