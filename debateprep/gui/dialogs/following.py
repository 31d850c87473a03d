"""A dialog that shows what is read from the library, and follows what is done while it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from debateprep.gui.latest import Latest
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.storage.library import Library


class FollowingDialog(QDialog):
    """Give it what to read with `follow`, once it is built; `show_found` gets each answer, in the GUI thread."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        # What is read outlives a dialog that is closed meanwhile, and then tells nobody.
        self._owner: QWidget = parent or self
        self._reading = Latest(workspace, self._owner)
        self._load: Callable[[Library], Any] | None = None

    def follow(self, load: Callable[[Library], Any]) -> None:
        """Read now, and again after every edit until the dialog ends."""
        self._load = load
        self._workspace.changed.connect(self._read)
        self.finished.connect(self._on_end)
        self._read()

    def show_found(self, found: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    @Slot()
    def _read(self) -> None:
        if self._load is not None:
            self._reading.read(self._load, self.show_found)

    @Slot()
    def _on_end(self) -> None:
        self._load = None
        self._workspace.changed.disconnect(self._read)
        self._reading.drop()
