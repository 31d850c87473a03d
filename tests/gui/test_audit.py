"""Audits over the window with every page, each dialog and menu, in every theme: names, Tab, contrast, sizes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from debateprep.gui.main_window import MainWindow
from debateprep.gui.settings import preferences
from debateprep.gui.theme import NAMES, load, palette

LINKS = 30
PAGES = ("start", "read", "briefs", "map")
DIALOGS = {"new_topic": "topic", "preferences": "preferences", "help": "help", "shortcuts": "shortcuts"}
DIALOGS |= {"about": "about", "export": "export"}
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
PAIRS = [
    ("ink", "paper"),
    ("ink", "panel"),
    ("ink", "field"),
    ("ink", "selected"),
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
    ("gap", "paper"),
    ("gap", "panel"),
    ("tool_ink", "tool"),
    ("danger", "paper"),
    ("danger", "panel"),
]


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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


def pressed(widget: QWidget) -> QWidget | None:
    """Press Tab; in a page of text, until it has gone through the links."""
    for _ in range(LINKS if isinstance(widget, QTextBrowser) else 1):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not widget:
            break
    return QApplication.focusWidget()


def walk(root: QWidget, limit: int = 400) -> list[QWidget]:
    """Press Tab until the focus is back where it was; fail when it stays in one place or never comes back."""
    first = root.focusWidget()
    assert first is not None
    seen = [first]
    for _ in range(limit):
        before = QApplication.focusWidget()
        now = pressed(before)
        assert now is not None, f"Tab lost the focus after {before}"
        assert now is not before, f"Tab is trapped in {type(before).__name__} {before.accessibleName()}"
        if now is first:
            return seen
        assert now not in seen, f"Tab goes round without {first}: {now}"
        seen.append(now)
    raise AssertionError("Tab never came back")


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return window


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("key", PAGES)
def test_a_page_has_no_nameless_control(qtbot: QtBot, ready: MainWindow, key: str, theme: str) -> None:
    preferences().change(theme=theme)
    ready.shell.show_page(key)
    qtbot.wait(1)
    assert nameless(ready) == []


def open_dialog(qtbot: QtBot, window: MainWindow, command: str) -> QDialog:
    window.shell.commands[command].trigger()
    dialog = window.shell.dialogs._open[DIALOGS[command]]
    qtbot.waitUntil(dialog.isVisible)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("command", DIALOGS)
def test_a_dialog_has_no_nameless_control(qtbot: QtBot, ready: MainWindow, command: str, theme: str) -> None:
    preferences().change(theme=theme)
    dialog = open_dialog(qtbot, ready, command)
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    dialog.close()


def test_every_menu_entry_has_words(ready: MainWindow) -> None:
    for key in PAGES:
        ready.shell.show_page(key)
        for menu in ready.findChildren(QMenu):
            for action in menu.actions():
                assert action.isSeparator() or action.text().strip()


@pytest.mark.parametrize("key", PAGES)
def test_tab_goes_round_a_page_and_comes_back(qtbot: QtBot, ready: MainWindow, key: str) -> None:
    ready.activateWindow()
    ready.shell.show_page(key)
    ready.shell.top.topic.setFocus()
    qtbot.waitUntil(ready.shell.top.topic.hasFocus)
    seen = walk(ready)
    assert ready.shell.top.search in seen
    assert any(ready.shell.page(key).isAncestorOf(widget) for widget in seen) if key != "start" else len(seen) > 6


@pytest.mark.parametrize("command", DIALOGS)
def test_tab_goes_round_a_dialog_and_comes_back(qtbot: QtBot, ready: MainWindow, command: str) -> None:
    dialog = open_dialog(qtbot, ready, command)
    first = dialog.nextInFocusChain()
    while not (first.focusPolicy() & Qt.FocusPolicy.TabFocus and first.isVisible() and first.isEnabled()):
        first = first.nextInFocusChain()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    if command not in ("shortcuts", "about"):
        walk(dialog)
    dialog.close()


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


@pytest.mark.parametrize("command", DIALOGS)
def test_a_dialog_fits_a_small_screen(qtbot: QtBot, ready: MainWindow, command: str) -> None:
    preferences().change(text_size=200)
    dialog = open_dialog(qtbot, ready, command)
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert least.width() <= 1024
    assert least.height() <= 600
    dialog.close()
