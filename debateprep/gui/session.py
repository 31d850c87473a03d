"""One session of the window: its shell, the services, the library and the pages, one after another."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from debateprep import settings
from debateprep.gui import single
from debateprep.gui.crash import CrashHandler
from debateprep.gui.garbage import Garbage
from debateprep.gui.settings import preferences
from debateprep.gui.shell import PAGES, START, Shell
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.gui.main_window import MainWindow
    from debateprep.gui.usecases import UseCases
    from debateprep.storage.library import Library

USE_CASES = "debateprep.gui.usecases"


class Session(QObject):
    """Fills a window, opens its library, brings the pages in one after another, and ends what it began."""

    def __init__(self, library: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._path = library
        self._waiting = list(PAGES)
        self._next: str = ""
        # First of all, so that a fault in what follows is reported and not lost.
        self._crash = CrashHandler(window)
        self._crash.install()
        self._garbage = Garbage(self)
        self.workspace = Workspace()
        job = self.workspace.background.read(self, self._load)
        preferences()
        self.window = window
        self.shell = Shell(self.workspace, window)
        self._doorbell = single.Doorbell(library, self)
        self._doorbell.rung.connect(self._on_rung)
        self.workspace.broke.connect(self._crash.handle)
        self.shell.library_wanted.connect(self._on_library_wanted)
        job.done.connect(self._on_loaded)
        job.failed.connect(self._on_failed)
        job.broke.connect(self._crash.handle)

    def _load(self) -> tuple[UseCases, Library, bool]:
        # In a worker: the imports and the first opening take longer than a frame.
        cases = importlib.import_module(USE_CASES).UseCases()
        library, fresh = cases.open(self._path)
        return cases, library, fresh

    @Slot(object)
    def _on_loaded(self, loaded: tuple[UseCases, Library, bool]) -> None:
        cases, library, _ = loaded
        preferences().put(settings.with_recent(preferences().values, self._path.resolve()))
        self.shell.use(cases)
        topic = self.window.state.get("topic")
        if isinstance(topic, int) and topic > 0:
            self.shell.continuing = True
            self.workspace.show_topic(topic)
        self.workspace.open(library)
        QTimer.singleShot(0, self._add_page)

    @Slot()
    def _add_page(self) -> None:
        # One page a turn of the event loop, so that the window answers between them.
        seen = self.window.state.get("page", START)
        if not self._waiting:
            return
        spec = self._waiting.pop(0)
        module, _, name = spec.where.partition(":")
        page: Any = getattr(importlib.import_module(module), name)(self.workspace, self.window)
        self.shell.add_page(spec, page)
        if spec.key == seen and self.shell.page_key == START:
            self.shell.show_page(spec.key)
        QTimer.singleShot(0, self._add_page)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.shell.notices.fail(sentence)
        self.shell.status.saved.setText(self.tr("No library is open"))

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
        self._doorbell.close()
        self.workspace.close()
        self._crash.uninstall()
        self._garbage.end()
        if self._next:
            _restart(self._next)


def _restart(library: str) -> None:
    os.environ.pop("DEBATEPREP_LIBRARY", None)
    with contextlib.suppress(OSError):
        os.execv(sys.executable, [sys.executable, "-m", "debateprep", "--library", library])  # noqa: S606
