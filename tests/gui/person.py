"""Someone at the window: keys to what has the focus, clicks on what is in view, files dropped; and patience.

Needs no pytest, so that the benchmarks make the same journeys as the tests.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from debateprep.gui.background import Job
from debateprep.gui.main_window import MainWindow
from debateprep.gui.shell import PAGES
from debateprep.gui.starter import Starter
from tests.gui.watchdog import Watchdog

PATIENCE = 20.0
TURN_MS = 5
NO_KEYS = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


class Person:
    """Uses one window after another; `clicks` counts."""

    def __init__(self) -> None:
        self.clicks = 0
        self.watchdog = Watchdog()

    # Waiting

    def turn(self, during: str, milliseconds: int = TURN_MS) -> None:
        """Let the event loop run for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        with self.watchdog.watching(during):
            loop.exec()

    def until(self, true: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Wait until something is so; raise TimeoutError when it never is."""
        end = time.monotonic() + patience
        while not true():
            if time.monotonic() > end:
                raise TimeoutError(what)
            if QApplication.activeWindow() is None:
                _hand_on()
            self.turn(what)

    # Keys

    def focus(self) -> QWidget:
        """Return what takes the keys, as soon as something does: a window that closed hands them on a turn later."""
        self.until(_taker, "something that takes keys")
        found = _taker()
        assert found is not None
        return found

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key."""
        target = self.focus()
        with self.watchdog.watching(f"the key {key.name.removeprefix('Key_')} in {type(target).__name__}"):
            QTest.keyClick(target, key, modifiers)
        self.turn(f"what follows {key.name}")

    def type(self, words: str) -> None:
        """Type words, each key to what has the focus then."""
        for letter in words:
            target = self.focus()
            with self.watchdog.watching(f"typing into {type(target).__name__}"):
                QTest.keyClicks(target, letter)
        self.turn("what follows typing")

    def tab_to(self, there: Callable[[QWidget], object], what: str, limit: int = 120) -> QWidget:
        """Press Tab until the focus is where it should be."""
        for _ in range(limit):
            found = QApplication.focusWidget()
            if found is not None and there(found):
                return found
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {what}")

    # The mouse

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a thing that is in view and takes clicks."""
        _scroll_to(widget)
        assert widget.isVisible(), f"{widget} is not in view"
        assert widget.isEnabled(), f"{widget} is not enabled"
        self.clicks += 1
        with self.watchdog.watching(f"a click on {widget.accessibleName() or type(widget).__name__}"):
            QTest.mouseClick(widget, LEFT, NO_KEYS, place if place is not None else widget.rect().center())
        self.turn("what follows a click")

    def button(self, root: QWidget, name: str) -> QAbstractButton:
        """Return the button in view with a name, or with these words."""
        shown = [each for each in root.findChildren(QAbstractButton) if each.isVisible()]
        for each in shown:
            if name in (each.accessibleName(), each.text().replace("&", "")):
                return each
        raise AssertionError(f"no button {name}: {[each.accessibleName() or each.text() for each in shown]}")

    def press(self, root: QWidget, name: str) -> None:
        """Click the button with a name."""
        self.click(self.button(root, name))

    def wheel(self, over: QWidget, turn: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Turn the wheel over the middle of a widget; 120 is a notch away from the user."""
        place = QPointF(over.rect().center())
        at = QPointF(over.mapToGlobal(place))
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, at, QPoint(), turn, none, keys, phase, False)  # noqa: FBT003 - Qt's own order
        with self.watchdog.watching("the wheel"):
            QApplication.sendEvent(over, event)
        self.turn("scrolling")

    def drop(self, window: QWidget, paths: Sequence[Path], at: QPoint | None = None) -> None:
        """Drop files on a place of the window, its middle unless one is given, as the platform brings them in."""
        place = at if at is not None else window.rect().center()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        target = window.childAt(place) or window
        inside = target.mapFrom(window, place)
        copy = Qt.DropAction.CopyAction
        with self.watchdog.watching("a drop"):
            # The application asks the parents of the target itself, and remembers which of them takes the drop.
            enter = QDragEnterEvent(inside, copy, data, LEFT, NO_KEYS)
            QApplication.sendEvent(target, enter)
            assert enter.isAccepted(), "nothing takes the drop"
            move = QDragMoveEvent(inside, copy, data, LEFT, NO_KEYS)
            move.accept()
            QApplication.sendEvent(target, move)
            drop = QDropEvent(QPointF(inside), copy, data, LEFT, NO_KEYS, QEvent.Type.Drop)
            QApplication.sendEvent(target, drop)
        self.turn("what follows a drop")

    # Starting and ending

    @contextmanager
    def at(self, library: Path, size: tuple[int, int] = (1440, 900)) -> Iterator[MainWindow]:
        """Start the program on a library, and end it as closing the window does."""
        starter = Starter(library)
        window = starter.window
        window.resize(*size)
        window.show()
        self.until(lambda: starter.session is not None, "the shell")
        self.until(
            lambda: window.shell.overview is not None and len(window.shell.stack.pages) == len(PAGES), "the start"
        )
        self.settle(window)
        window.activateWindow()
        self.until(window.isActiveWindow, "the window's turn")
        try:
            yield window
            self.settle(window)
        finally:
            window.close()
            self.until(lambda: not window.findChildren(Job), "the last readers")
            starter.end()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self, window: MainWindow) -> None:
        """Wait until nothing is under way: no edit, no reader, no posted refresh."""
        self.turn("settling", 20)
        self.until(lambda: not window.findChildren(Job) and not window.shell.workspace_is_busy(), "settling")
        self.turn("settling", 20)
        self.until(lambda: not window.findChildren(Job) and not window.shell.workspace_is_busy(), "settling")


def _taker() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()


def _hand_on() -> None:
    """Give the keys to the window in front once another was closed, which is a window manager's work."""
    front = [each for each in QApplication.topLevelWidgets() if each.isWindow() and each.isVisible()]
    modal = QApplication.activeModalWidget()
    for each in [modal] if modal is not None else front:
        each.activateWindow()


def _scroll_to(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
