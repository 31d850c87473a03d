"""The main window's frame: on the screen first, and so free of all that its shell brings after that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from debateprep.gui import remembered
from debateprep.gui.remembered import BARS, GROUND

if TYPE_CHECKING:
    from debateprep.gui.shell import Shell


class MainWindow(QMainWindow):
    """The window of one library; `shell` is everything in it, and comes after the first paint."""

    painted = Signal()
    """The first paint is done; what is heavy may be imported now."""

    def __init__(self, state: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.state = state or {}
        self._shell: Shell | None = None
        self._painted = False
        self.setWindowTitle("DebatePrep")
        self.setMinimumSize(640, 400)
        self.resize(1280, 800)
        remembered.place(self, self.state.get("geometry"))

    @property
    def shell(self) -> Shell:
        """Return what fills the window; raise LookupError before it is there."""
        if self._shell is None:
            raise LookupError("the window is still empty")
        return self._shell

    def fill(self, shell: Shell) -> None:
        """Take the shell in."""
        self._shell = shell
        self.setAcceptDrops(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the bars and the page to come, and tell of the first paint."""
        super().paintEvent(event)
        if self._shell is None:
            self._paint_ground()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._tell_painted)

    @Slot()
    def _tell_painted(self) -> None:
        # A slot of the window's own, which Qt forgets with the window.
        self.painted.emit()

    def _paint_ground(self) -> None:
        paper, panel, line = (_colour(self._kept("ground", role), GROUND[role]) for role in GROUND)
        menu, top, rail, status = (_pixels(self._kept("bars", bar), BARS[bar]) for bar in BARS)
        width, height = self.width(), self.height()
        above, below = menu + top, height - status
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, width, height), paper)
        for bar in (QRect(0, menu, width, top), QRect(0, above, rail, height), QRect(0, below, width, status)):
            painter.fillRect(bar, panel)
        for edge in (QRect(0, above - 1, width, 1), QRect(rail - 1, above, 1, below - above)):
            painter.fillRect(edge, line)
        painter.end()

    def _kept(self, kind: str, name: str) -> object:
        kept = self.state.get(kind)
        return kept.get(name) if isinstance(kept, dict) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and text from elsewhere."""
        self.shell.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        self.shell.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what is being typed, and remember the window."""
        if self._shell is not None:
            self._shell.end()
        super().closeEvent(event)


def _colour(kept: object, fallback: str) -> QColor:
    found = QColor(kept) if isinstance(kept, str) else QColor()
    return found if found.isValid() else QColor(fallback)


def _pixels(kept: object, fallback: int) -> int:
    return kept if isinstance(kept, int) and 0 <= kept < 400 else fallback
