"""One session of the window: its shell, the page in view, the library, and the other pages, one after another."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from debateprep import settings
from debateprep.gui import recall
from debateprep.gui.after_paint import AfterPaint
from debateprep.gui.crash import CrashHandler
from debateprep.gui.garbage import Garbage
from debateprep.gui.settings import preferences
from debateprep.gui.shell import PAGES, START, Shell
from debateprep.gui.usecases import UseCases
from debateprep.gui.workspace import NotOpened, Workspace

if TYPE_CHECKING:
    from debateprep.gui.main_window import MainWindow
    from debateprep.gui.single import Doorbell
    from debateprep.storage.library import Library

SINGLE = "debateprep.gui.single"
READ = "read"
NEXT_TURN = 1
"""Milliseconds that leave a step to the next turn of the event loop: Qt takes two timers of 0 in one turn."""


class Session(QObject):
    """Fills a window, opens its library, brings the pages in one after another, and ends what it began.

    A window that ended on the Read page shows again what it showed then, before its library is open.
    """

    def __init__(self, library: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._path = library
        self._next: str = ""
        self._opening = False
        self._recalled: recall.Recall | None = None
        self._doorbell: Doorbell | None = None
        # First of all, so that a fault in what follows is reported and not lost.
        self._crash = CrashHandler(window)
        self._crash.install()
        self._garbage = Garbage(self)
        self.workspace = Workspace()
        self.workspace.broke.connect(self._crash.handle)
        preferences()
        self.window = window
        self.shell = Shell(self.workspace, window, window.state)
        window.fill(self.shell)
        self.shell.library_wanted.connect(self._on_library_wanted)
        seen = window.state.get("page", START)
        self._waiting = sorted(PAGES, key=lambda spec: spec.key != seen)
        if not self._show_again(seen):
            self._open()

    def _show_again(self, key: object) -> bool:
        """Show what the last session showed of the library, where that is known to be what it still holds."""
        found = recall.load(self._path) if key == READ else None
        topic = self.window.state.get("topic")
        if found is None or found.snapshot.topic_id != topic:
            return False
        self._recalled = found
        self.workspace.changed.connect(self._on_changed)
        self._go_on_with(topic)
        self.shell.recall(found.overview)
        page: Any = self._add_page()
        page.recall(found.snapshot)
        # Importing the library's modules would hold the painting up.
        AfterPaint(page.view.viewport(), self._open)
        return True

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._recalled = None

    @Slot()
    def _open(self) -> None:
        if self._opening:
            return
        self._opening = True
        job = self.workspace.background.read(self, self._load)
        job.done.connect(self._on_loaded)
        job.failed.connect(self.workspace.failed)
        job.ended.connect(self.shell.show_saved)
        job.broke.connect(self._crash.handle)

    def _load(self) -> Library:
        # In a worker: the imports and the first opening take longer than a frame.
        try:
            library, _ = UseCases().open(self._path)
        except BaseException as error:
            self.workspace.arrive(error)
            raise
        self.workspace.arrive(library)
        return library

    @Slot(object)
    def _on_loaded(self, library: Library) -> None:
        preferences().put(settings.with_recent(preferences().values, self._path.resolve()))
        topic = self.window.state.get("topic")
        if isinstance(topic, int) and topic > 0 and not self.shell.continuing:
            self._go_on_with(topic)
        self.workspace.open(library)
        QTimer.singleShot(NEXT_TURN, self._answer_the_door)

    def _go_on_with(self, topic: int) -> None:
        self.shell.continuing = True
        self.workspace.show_topic(topic)

    @Slot()
    def _answer_the_door(self) -> None:
        # The network library behind the doorbell takes a frame's time to load.
        self._doorbell = importlib.import_module(SINGLE).Doorbell(self._path, self)
        self._doorbell.rung.connect(self._on_rung)
        QTimer.singleShot(NEXT_TURN, self._add_pages)

    @Slot()
    def _add_pages(self) -> None:
        # One page a turn of the event loop, and its import one before, so that the window answers between them.
        if self._waiting:
            module = self._waiting[0].where.partition(":")[0]
            if module in sys.modules:
                self._add_page()
            else:
                importlib.import_module(module)
            QTimer.singleShot(NEXT_TURN, self._add_pages)
        else:
            self._garbage.spare()

    def _add_page(self) -> QWidget:
        spec = self._waiting.pop(0)
        module, _, name = spec.where.partition(":")
        page: QWidget = getattr(importlib.import_module(module), name)(self.workspace, self.window)
        self.shell.add_page(spec, page)
        if spec.key == self.window.state.get("page", START) and self.shell.page_key == START:
            self.shell.show_page(spec.key)
        return page

    @Slot()
    def _on_rung(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot(str)
    def _on_library_wanted(self, path: str) -> None:
        # Another library is another start: nothing of the old one can stay behind in a page.
        preferences().change(library=path)
        self._next = path
        self.window.close()

    def end(self) -> None:
        """Save what is under way, release the library, and start anew where another one was wanted."""
        if self._doorbell is not None:
            self._doorbell.close()
        if not self._opening and self.workspace.waiting:
            self._open()
        elif not self._opening:
            self.workspace.arrive(NotOpened("The window was closed before its library was open."))
        seen = self._seen()
        self.workspace.close()
        if seen is not None:
            recall.keep(self._path, seen)
        self._crash.uninstall()
        self._garbage.end()
        if self._next:
            _restart(self._next)

    def _seen(self) -> recall.Recall | None:
        """Return what is shown, None where that is not the Read page, or not what the library holds."""
        if self.shell.page_key != READ or not self.workspace.is_open or self.workspace.waiting:
            return None
        page: Any = self.shell.page(READ)
        overview, snapshot = self.shell.overview, page.seen()
        if overview is None or snapshot is None:
            # The window was closed before the library was read, and so before anything in it was changed.
            return self._recalled
        return recall.Recall(overview, snapshot)


def _restart(library: str) -> None:
    os.environ.pop("DEBATEPREP_LIBRARY", None)
    with contextlib.suppress(OSError):
        os.execv(sys.executable, [sys.executable, "-m", "debateprep", "--library", library])  # noqa: S606
