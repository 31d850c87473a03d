"""Every command stands in a menu and in the shortcut sheet, and no key means two things in one place."""

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from debateprep.gui.actions import plain
from debateprep.gui.dialogs.shortcuts import lines_of
from debateprep.gui.main_window import MainWindow
from tests.gui import places

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")
PAGES = ("start", "read", "briefs", "cards", "coverage", "map")


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


def keyed(window: MainWindow) -> list[QAction]:
    """Return every action of the window that a key triggers."""
    return [each for each in window.findChildren(QAction) if each.shortcuts() and each.text()]


def in_menus(window: MainWindow) -> set[QAction]:
    """Return what the menu bar shows while the page in view is shown."""
    bar = [action.menu() for action in window.menuBar().actions() if action.isVisible()]
    return {entry for menu in bar if isinstance(menu, QMenu) for entry in places.entries(menu)}


def test_every_command_is_in_a_menu(ready: MainWindow) -> None:
    seen: set[QAction] = set()
    for key in PAGES:
        ready.shell.show_page(key)
        seen |= in_menus(ready)
    assert [each.text() for each in keyed(ready) if each not in seen] == []


def test_every_command_is_in_the_shortcut_sheet(ready: MainWindow) -> None:
    listed = {action for _, actions in ready.shell.all_commands() for action in actions}
    assert [each.text() for each in keyed(ready) if each not in listed] == []
    sheet = {line.words for line in lines_of(ready.shell.all_commands())}
    assert [plain(action.text()) for action in keyed(ready) if plain(action.text()) not in sheet] == []


@pytest.mark.parametrize("key", PAGES)
def test_a_key_means_one_thing_on_a_page(ready: MainWindow, key: str) -> None:
    ready.shell.show_page(key)
    counts = Counter(
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for action in in_menus(ready)
        for sequence in action.shortcuts()
    )
    assert [keys for keys, count in counts.items() if count > 1] == []


def test_a_key_means_one_thing_in_the_export_dialog(ready: MainWindow) -> None:
    dialog = places.open_dialog(ready, "export")
    keys = [each.key().toString() for each in dialog.findChildren(QShortcut)]
    assert keys
    assert [each for each, count in Counter(keys).items() if count > 1] == []
    dialog.close()


@pytest.mark.parametrize("key", PAGES)
def test_an_access_key_means_one_thing_in_a_menu(ready: MainWindow, key: str) -> None:
    ready.shell.show_page(key)
    for action in ready.menuBar().actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            letters = Counter(_access(entry.text()) for entry in menu.actions() if _access(entry.text()))
            assert [letter for letter, count in letters.items() if count > 1] == [], menu.title()


def _access(text: str) -> str:
    at = text.replace("&&", "  ").find("&")
    return text[at + 1 : at + 2].casefold() if at >= 0 else ""
