"""Starts the window of a library: its frame first, and the session in it after the first paint."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from debateprep import paths
from debateprep.gui import remembered
from debateprep.gui.main_window import MainWindow

if TYPE_CHECKING:
    from debateprep.gui.session import Session

SESSION = "debateprep.gui.session"
SINGLE = "debateprep.gui.single"


def start(library: Path, *, safe: bool) -> int:
    """Show the window of a library, and return the exit code when it is closed."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([sys.argv[0] if sys.argv else "debateprep"])
    app.setApplicationName("DebatePrep")
    app.setApplicationDisplayName("DebatePrep")
    QApplication.setDesktopFileName("debateprep")
    if _may_be_open(library) and importlib.import_module(SINGLE).raise_other(library):
        return 0
    if safe:
        remembered.forget()
    starter = Starter(library)
    starter.window.show()
    code = app.exec()
    starter.end()
    return code


class Starter(QObject):
    """Brings one window up, and takes it down."""

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library = library
        self.session: Session | None = None
        self.window = MainWindow(remembered.load())
        self.window.painted.connect(self._on_painted)

    @Slot()
    def _on_painted(self) -> None:
        # One more turn of the event loop, so that the frame is on the screen.
        QTimer.singleShot(0, self._begin)

    @Slot()
    def _begin(self) -> None:
        if self.window.isHidden():
            return
        self.session = importlib.import_module(SESSION).Session(self._library, self.window)

    def end(self) -> None:
        """Save what is under way, and release the library."""
        if self.session is not None:
            self.session.end()


def _may_be_open(library: Path) -> bool:
    # Asking takes the network library, which takes a frame's time to load; where no door is, nobody answers.
    return os.name == "nt" or Path(QDir.tempPath(), paths.doorbell(library)).exists()
