"""Audits: what counts as a control and a name, the colours that themes promise, and the least sizes of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from debateprep.domain.labels import LabelColour
from debateprep.gui.main_window import MainWindow
from debateprep.gui.settings import preferences
from debateprep.gui.theme import NAMES, load, palette
from tests.gui import places
from tests.gui.inks import contrast

PAGES = ("start", "read", "briefs", "cards", "coverage", "map")
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QTabBar,
    QTextEdit,
)
COLOURS = ("green", "blue", "pink", "orange", "purple", "grey")
PAIRS = [
    ("ink", "paper"),
    ("ink", "panel"),
    ("ink", "field"),
    ("ink", "selected"),
    ("mute", "con_soft"),
    ("mute", "paper"),
    ("mute", "panel"),
    ("mute", "field"),
    ("accent", "paper"),
    ("accent", "panel"),
    ("accent_ink", "accent"),
    ("pro", "paper"),
    ("pro", "panel"),
    ("pro", "pro_soft"),
    ("con", "paper"),
    ("con", "panel"),
    ("con", "con_soft"),
    ("ink", "pro_soft"),
    ("ink", "con_soft"),
    ("highlight_ink", "highlight"),
    ("ink", "highlight"),
    *(
        (ink, f"highlight_{each}")
        for ink in ("highlight_ink", "ink")
        for each in ("green", "blue", "pink", "orange", "purple", "grey")
    ),
    ("gap", "paper"),
    ("gap", "panel"),
    ("tool_ink", "tool"),
    ("danger", "paper"),
    ("danger", "panel"),
    *((each.role, ground) for each in LabelColour for ground in ("paper", "panel", "field", "selected")),
]


def controls(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox)) or widget.objectName().startswith("qt_")
        # A menu that does not fit shows a button of Qt's own, without a name by Qt's making.
        empty = isinstance(widget, QTabBar) and not widget.count()
        if isinstance(widget, CONTROLS) and widget.isVisibleTo(root) and not inner and not empty:
            yield widget


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


@pytest.mark.parametrize("key", NAMES)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_theme_roles_keep_contrast(key: str, front: str, back: str) -> None:
    theme = load(key)
    assert contrast(theme.colour(front), theme.colour(back)) >= 4.5


@pytest.mark.parametrize("key", NAMES)
def test_palette_pairs_keep_contrast(qapp: QApplication, key: str) -> None:
    colours = palette(load(key))
    role = QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
        (role.Link, role.Window),
        (role.BrightText, role.Window),
    ]
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for front, back in pairs:
            ratio = contrast(colours.color(group, front), colours.color(group, back))
            assert ratio >= 4.5, f"{group} {front} on {back}: {ratio:.2f}"


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("key", PAGES)
def test_a_page_fits_a_small_screen(qtbot: QtBot, ready: MainWindow, key: str, scale: int) -> None:
    preferences().change(text_size=scale)
    ready.shell.show_page(key)
    ready.resize(1024, 600)
    qtbot.wait(1)
    least = ready.minimumSizeHint()
    assert least.width() <= 1024
    assert least.height() <= 600
    assert ready.width() == 1024
    bounds = ready.rect()
    for bar in (ready.shell.top, ready.shell.rail, ready.shell.status):
        for widget in controls(bar):
            shown = widget.rect().translated(widget.mapTo(ready, widget.rect().topLeft()))
            assert bounds.contains(shown), widget.accessibleName()


@pytest.mark.parametrize("command", places.DIALOGS)
def test_a_dialog_fits_a_small_screen(ready: MainWindow, command: str) -> None:
    preferences().change(text_size=200)
    ready.activateWindow()
    dialog = places.open_dialog(ready, command)
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert least.width() <= 1024
    assert least.height() <= 600
    dialog.close()
