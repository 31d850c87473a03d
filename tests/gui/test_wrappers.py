"""Python's wrappers of what Qt has deleted: none may be left, for the next thing made at its place dies with it.

PySide wraps the items of a layout that is added to another one when it is full, and keeps a wrapper when Qt deletes
its item, because the widget goes or gets another place. So a layout whose widgets come, go or move is added empty.
"""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem
from pytestqt.qtbot import QtBot

from debateprep.gui.main_window import MainWindow
from debateprep.gui.settings import preferences
from tests.gui import places


def wrapped() -> list[QLayoutItem]:
    """Return the items of layouts that Python knows."""
    known = shiboken6.getAllValidWrappers()
    return [each for each in known if isinstance(each, QLayoutItem) and not isinstance(each, QLayout)]


def address(item: QLayoutItem) -> int:
    return int(shiboken6.getCppPointer(item)[0])


def items() -> Iterator[QLayoutItem]:
    for window in QApplication.topLevelWidgets():
        for layout in window.findChildren(QLayout):
            found = (layout.itemAt(at) for at in range(layout.count()))
            yield from (each for each in found if each is not None and not isinstance(each, QLayout))


@pytest.fixture
def older() -> list[QLayoutItem]:
    """Return the items that were wrapped before the window came: those of earlier tests."""
    return wrapped()


def left_behind(older: list[QLayoutItem]) -> list[str]:
    """Return what is known of wrapped items that are in no layout any more."""
    wrappers = wrapped()
    known = [each for each in wrappers if not any(each is one for one in older)]
    before = {address(each) for each in wrappers}
    there = list(items())
    live = {address(each) for each in there}
    for each in there:
        # What this look itself has wrapped would be left behind later.
        if address(each) not in before:
            shiboken6.invalidate(each)
    return [shiboken6.dump(each) for each in known if address(each) not in live]


def test_no_wrapper_of_a_layouts_item_is_left_behind(
    older: list[QLayoutItem], qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    pages = ("start", "read", "briefs", "cards", "map", "coverage")
    for width in (1440, 900, 700, 1440):
        window.resize(width, 800)
        for key in pages:
            window.shell.show_page(key)
            places.settle(window)
        assert left_behind(older) == [], width
    page = places.briefs_page(window)
    for argument in (1, 2, 3):
        page.show_argument(argument)
        places.settle(window)
    assert left_behind(older) == []
    for size in (150, 100):
        preferences().change(text_size=size)
        places.settle(window)
    assert left_behind(older) == []
    for topic in (2, 1):
        window.shell.open_topic(topic)
        for key in pages:
            window.shell.show_page(key)
            places.settle(window)
        assert left_behind(older) == [], topic
    for command in places.DIALOGS:
        dialog = places.open_dialog(window, command)
        places.settle(window)
        dialog.close()
        places.settle(window)
        assert left_behind(older) == [], command
