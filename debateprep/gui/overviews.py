"""What the window's bars show of the library, read anew after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from debateprep.domain.model import Topic
    from debateprep.gui.background import Job
    from debateprep.gui.usecases import Overview, UseCases
    from debateprep.gui.workspace import Workspace


class Overviews(QObject):
    """Keeps the newest overview; `came` tells of each."""

    came = Signal()

    def __init__(self, workspace: Workspace, cases: UseCases, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._cases = workspace, cases
        self._looking: Job | None = None
        self.now: Overview | None = None
        """None before the library was read."""
        workspace.opened.connect(self._refresh)
        workspace.changed.connect(self._refresh)
        workspace.topic_changed.connect(self._refresh)
        self._refresh()

    @property
    def is_reading(self) -> bool:
        """Tell whether a newer one is on its way."""
        return self._looking is not None

    @property
    def topic(self) -> Topic | None:
        """Return the topic in view."""
        topics = self.now.topics if self.now is not None else ()
        return next((topic for topic in topics if topic.id == self._workspace.topic_id), None)

    @Slot()
    def _refresh(self) -> None:
        if not self._workspace.is_open:
            return
        if self._looking is not None:
            self._looking.forget()
        cases, topic = self._cases, self._workspace.topic_id
        self._looking = self._workspace.read(self, lambda library: cases.overview(library, topic), self._on_read)
        self._looking.ended.connect(self._on_ended)

    @Slot()
    def _on_ended(self) -> None:
        if self.sender() is self._looking:
            self._looking = None

    def _on_read(self, overview: Overview) -> None:
        self.now = overview
        self.came.emit()
