"""Contrast as it is on the screen: of the words that are painted, measured in pictures of every place and theme."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.briefs_rows import Row
from debateprep.gui.settings import preferences
from debateprep.gui.theme import NAMES
from tests.gui import places
from tests.gui.pseudo import words_of
from tests.gui.test_audit import contrast

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")

LEAST = 4.3
"""4.5:1 less what the soft edges of small letters take: no pixel of a thin stroke has all of its ink.

The colours themselves keep 4.5:1, as tests/gui/test_audit.py has it of every pair of roles.
"""
WITH_WORDS = (QLabel, QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, Row)
FEW = 12
"""Fewer pixels than this away from the ground are no words."""


def strongest(picture: QImage, area: QRect) -> float | None:
    """Return how far the strongest ink of an area stands from its ground; None where nothing is written.

    Letters are drawn with soft edges, so of their many colours the one farthest from the ground is their ink.
    """
    area = area.intersected(picture.rect())
    pixels = Counter(
        picture.pixel(x, y) for y in range(area.top(), area.bottom() + 1) for x in range(area.left(), area.right() + 1)
    )
    if not pixels:
        return None
    ground = QColor(pixels.most_common(1)[0][0])
    inks = [(contrast(QColor(colour), ground), count) for colour, count in pixels.items()]
    if sum(count for ratio, count in inks if ratio > 1.5) < FEW:
        return None
    return max(ratio for ratio, _ in inks)


def faint(root: QWidget) -> list[str]:
    """Return the widgets whose words stand out less than they must."""
    picture = root.grab().toImage()
    found = []
    for widget in root.findChildren(QWidget):
        # What cannot be used now may be faint, as WCAG 1.4.3 has it.
        if not isinstance(widget, WITH_WORDS) or not widget.isVisibleTo(root) or not widget.isEnabled():
            continue
        if not _says(widget):
            continue
        seen = widget.visibleRegion().boundingRect()
        area = QRect(widget.mapTo(root, QPoint(0, 0)) + seen.topLeft(), seen.size()).adjusted(3, 3, -3, -3)
        # Painting a large area pixel by pixel takes long, and its first words are like the others.
        ratio = strongest(picture, area.intersected(QRect(area.topLeft(), area.topLeft() + QPoint(320, 60))))
        if ratio is not None and ratio < LEAST:
            found.append(f"{ratio:.2f} {type(widget).__name__} {words_of(widget)!r} at {area}")
    return found


def _says(widget: QWidget) -> bool:
    if isinstance(widget, QCheckBox):
        return bool(widget.text())
    if isinstance(widget, (QLabel, QAbstractButton)):
        return bool(widget.text())
    return True


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("name", places.PAGES)
def test_the_words_of_a_page_stand_out(qtbot: QtBot, window: MainWindow, name: str, theme: str) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    preferences().change(theme=theme)
    assert faint(places.show_page(window, name)) == []


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("command", places.DIALOGS)
def test_the_words_of_a_dialog_stand_out(qtbot: QtBot, window: MainWindow, command: str, theme: str) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    preferences().change(theme=theme)
    dialog = places.open_dialog(window, command)
    assert faint(dialog) == []
    dialog.close()


@pytest.mark.parametrize("theme", NAMES)
def test_the_words_of_a_menu_stand_out(qtbot: QtBot, window: MainWindow, theme: str) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    preferences().change(theme=theme)
    for name, menu in places.menus(window).items():
        menu.adjustSize()
        picture = menu.grab().toImage()
        for action in menu.actions():
            if not action.isSeparator():
                ratio = strongest(picture, menu.actionGeometry(action).adjusted(2, 2, -2, -2))
                assert ratio is None or ratio >= LEAST, f"{name}: {action.text()} {ratio:.2f}"
