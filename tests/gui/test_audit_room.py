"""On a screen of 1024x600 no control leaves the screen or is cut, at double text size and at normal size."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from debateprep.gui.main_window import MainWindow
from debateprep.gui.settings import preferences
from tests.gui import places
from tests.gui.pseudo import clipped, words_of
from tests.gui.test_audit import controls

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")

SMALL = (1024, 600)
PLAIN = (
    "start",
    "read",
    "read, words selected",
    "read, cite",
    "briefs",
    "briefs, an answer",
    "briefs, shelf",
    "search",
)
"""What is seen at normal size too; double size leaves less room, so that is where every place is."""
PAGES = [*((name, 200) for name in places.PAGES), *((name, 100) for name in PLAIN)]
DIALOGS = [(name, 200) for name in (*places.DIALOGS, *places.DIALOG_STATES)] + [(name, 100) for name in places.DIALOGS]


@pytest.fixture
def small(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.activateWindow()
    window.resize(*SMALL)
    return window


def outside(root: QWidget) -> list[str]:
    """Return the controls that stand outside their window, or where no scrolling brings them into sight."""
    found = []
    for widget in controls(root):
        area = _area(widget, root)
        ground = area.viewport() if area is not None else root
        there = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
        bounds = ground.rect()
        if area is not None:
            bars = area.horizontalScrollBar(), area.verticalScrollBar()
            bounds = QRect(-bars[0].value(), -bars[1].value(), bounds.width(), bounds.height())
            bounds.setWidth(bounds.width() + _reach(area, wide=True))
            bounds.setHeight(bounds.height() + bars[1].maximum())
        if not bounds.contains(there):
            found.append(f"{type(widget).__name__} {words_of(widget)!r} at {there} outside {bounds}")
    return found


def _area(widget: QWidget, root: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and parent is not root.parentWidget():
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def _reach(area: QAbstractScrollArea, *, wide: bool) -> int:
    # A bar that is never shown brings nothing into sight.
    policy = area.horizontalScrollBarPolicy() if wide else area.verticalScrollBarPolicy()
    return 0 if policy is policy.ScrollBarAlwaysOff else area.horizontalScrollBar().maximum()


@pytest.mark.parametrize(("name", "percent"), PAGES)
def test_a_page_keeps_its_controls_on_a_small_screen(small: MainWindow, name: str, percent: int) -> None:
    preferences().change(text_size=percent)
    root = places.show_page(small, name)
    assert (root.width(), root.height()) == SMALL
    assert outside(root) == []
    assert clipped(root) == []


@pytest.mark.parametrize(("command", "percent"), DIALOGS)
def test_a_dialog_keeps_its_controls_on_a_small_screen(small: MainWindow, command: str, percent: int) -> None:
    preferences().change(text_size=percent)
    dialog = places.show_dialog(small, command)
    if command.startswith("export"):
        # It takes the window's size where the screen has it; the screen of these tests is narrower.
        dialog.resize(SMALL[0] - 24, SMALL[1] - 24)
    dialog.resize(dialog.size().boundedTo(small.size()))
    places.settle(small)
    assert dialog.width() <= SMALL[0]
    assert dialog.height() <= SMALL[1]
    assert outside(dialog) == []
    assert clipped(dialog) == []
    dialog.close()
