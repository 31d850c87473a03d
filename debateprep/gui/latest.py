"""The newest reading of one place in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from debateprep.gui.background import Job
    from debateprep.gui.workspace import Workspace
    from debateprep.storage.library import Library

T = TypeVar("T")


class Latest:
    """Reads for one place; each reading takes the place of the one before, which then tells nobody.

    The readings live with `owner`: where a dialog may close before its answer comes, that is the window above it.
    """

    def __init__(self, workspace: Workspace, owner: QObject) -> None:
        self._workspace, self._owner = workspace, owner
        self._job: Job | None = None

    @property
    def is_reading(self) -> bool:
        """Tell whether an answer is on its way."""
        return self._job is not None and not self._job.is_over

    def read(self, work: Callable[[Library], T], done: Callable[[T], None]) -> None:
        """Read off the GUI thread; `done` gets the answer in it unless something newer is read or it is dropped."""
        self.drop()
        self._job = self._workspace.read(self._owner, work, done)

    def drop(self) -> None:
        """Want the answer no more."""
        if self._job is not None:
            self._job.forget()
            self._job = None
