"""Every page, dialog, list that pops up and menu, in many states: names, Tab both ways, words that stand out.

Contrast is measured on the screen's own words in the three themes (see `inks`), those of controls that cannot be used
now among them: WCAG lets these off, our themes do not need it.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.settings import preferences
from debateprep.gui.theme import NAMES
from tests.gui import places
from tests.gui.inks import faint
from tests.gui.test_audit import nameless
from tests.waiting import becomes

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")

LINKS = 30
MOST = 500
DIALOGS = [*places.DIALOGS, *places.DIALOG_STATES]


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def in_every_theme(window: MainWindow, root: QWidget) -> list[str]:
    """Return what stands out too little in any of the themes."""
    found = []
    for theme in NAMES:
        preferences().change(theme=theme)
        places.settle(window)
        assert root.isVisible(), f"it closed when the theme became {theme}"
        found += [f"{theme}: {each}" for each in faint(root)]
    return found


def tab(*, back: bool) -> QWidget:
    """Press Tab, or Shift+Tab, and return what has the focus then; a page of text is gone through link by link."""
    before = QApplication.focusWidget()
    assert before is not None
    for _ in range(LINKS if isinstance(before, QTextBrowser) else 1):
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        QTest.keyClick(before, key, Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier)
        if QApplication.focusWidget() is not before:
            break
    now = QApplication.focusWidget()
    assert now is not None, f"Tab lost the focus after {before}"
    return now


def ring(root: QWidget, *, back: bool) -> list[QWidget]:
    """Return the round that Tab makes from where the focus is, which what closes on the way is not part of."""
    now = QApplication.focusWidget()
    assert now is not None
    assert root.isAncestorOf(now)
    seen = [now]
    deeper: set[QWidget] = set()
    for _ in range(MOST):
        before, now = now, tab(back=back)
        if now is before and now in deeper:
            raise AssertionError(f"Tab is trapped in {type(before).__name__} {before.accessibleName()}")
        if now is before and isinstance(now, Field) and now.tabbed is not None:
            # In a new row of an outline, Tab sets its depth first, and leaves from where it goes no further.
            deeper.add(now)
            continue
        alone = len([each for each in root.findChildren(QWidget) if _takes_tab(each)]) <= 1
        assert now is not before or alone, f"Tab is trapped in {type(before).__name__} {before.accessibleName()}"
        if now in seen:
            return seen[seen.index(now) :]
        seen.append(now)
    raise AssertionError("Tab never came back")


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def tab_goes_round(root: QWidget, landmark: QWidget | None = None) -> None:
    """Fail where Tab stays, is lost, or passes the landmark by, forwards or backwards."""
    there = set(ring(root, back=False))
    again = set(ring(root, back=True))
    assert landmark is None or landmark in there & again
    assert {_name(each) for each in there} == {_name(each) for each in again}


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return f"{type(widget).__name__} {interface.text(QAccessible.Text.Name) if interface else ''}"


@pytest.mark.parametrize("name", places.PAGES)
def test_a_page_is_named_stands_out_and_lets_tab_through(ready: MainWindow, name: str) -> None:
    root = places.show_page(ready, name)
    assert nameless(root) == []
    assert in_every_theme(ready, root) == []
    if QApplication.focusWidget() is None:
        ready.activateWindow()
        ready.shell.top.topic.setFocus()
        places.until(ready.shell.top.topic.hasFocus)
    tab_goes_round(root, ready.shell.top.topic)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_named_stands_out_and_lets_tab_through(ready: MainWindow, name: str) -> None:
    dialog = places.show_dialog(ready, name)
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    assert in_every_theme(ready, dialog) == []
    tab_goes_round(dialog)
    dialog.close()


@pytest.mark.parametrize("name", ["new_topic", "edit_topic", "preferences", "export", "export, cards"])
def test_a_list_that_pops_up_is_named_and_stands_out(ready: MainWindow, name: str) -> None:
    dialog = places.show_dialog(ready, name)
    boxes = [each for each in dialog.findChildren(QComboBox) if each.isVisible()]
    assert boxes
    for theme in NAMES:
        preferences().change(theme=theme)
        places.settle(ready)
        for box in boxes:
            box.showPopup()
            view = box.view()
            places.until(view.isVisible)
            # Qt shows the arrows of a list that scrolls until it knows that this one need not.
            QApplication.processEvents()
            # Held on to, or Python would take what is in it for gone with it.
            popup = view.window()
            assert nameless(popup) == []
            assert view.accessibleName() == box.accessibleName()
            assert [f"{theme}: {each}" for each in faint(popup)] == []
            assert view.screen().availableGeometry().contains(popup.geometry())
            before = box.currentIndex()
            QTest.keyClick(view, Qt.Key.Key_Escape)
            places.until(becomes(view.isVisible, wanted=False))
            assert box.currentIndex() == before
    dialog.close()


def test_the_words_of_a_menu_stand_out(ready: MainWindow) -> None:
    menus = places.menus(ready)
    assert len(menus) > 15
    for theme in NAMES:
        preferences().change(theme=theme)
        places.settle(ready)
        for name, menu in menus.items():
            menu.adjustSize()
            assert places.entries(menu), name
            assert [each.text() for each in places.entries(menu) if not each.text().strip()] == []
            assert [f"{theme}, {name}: {each}" for each in faint(menu)] == []
            first = next(each for each in menu.actions() if not each.isSeparator() and each.isEnabled())
            menu.setActiveAction(first)
            assert [f"{theme}, {name}, chosen: {each}" for each in faint(menu)] == []


def test_the_bar_and_its_menus_have_names(ready: MainWindow) -> None:
    ready.shell.show_page("briefs")
    bar = ready.menuBar()
    names = [menu.accessibleName() for action in bar.actions() if isinstance(menu := action.menu(), QMenu)]
    assert [bar.accessibleName(), *names] == ["Menus", "File", "Edit", "View", "Go", "Briefs", "Help"]


def test_the_audit_sees_faint_words_and_traps(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    for colour, words in (("#767676", "just enough"), ("#777777", "too faint"), ("#ffffff", "not to be seen")):
        label = QLabel(words)
        label.setStyleSheet(f"color: {colour}; background: white")
        column.addWidget(label)
    root.show()
    assert [each.split("'")[1] for each in faint(root)] == ["too faint", "not to be seen"]
    trap = _Trap(root)
    column.addWidget(trap)
    column.addWidget(_Trap(root))
    root.activateWindow()
    trap.setFocus()
    qtbot.waitUntil(trap.hasFocus)
    with pytest.raises(AssertionError, match="trapped"):
        ring(root, back=False)


class _Trap(QWidget):
    """Takes the focus and never gives it back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusNextPrevChild(self, _on: bool) -> bool:  # noqa: N802 - Qt's own signature
        return True
