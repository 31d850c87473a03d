"""What the window's bars show of the library, read anew after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from debateprep.gui.latest import Latest

if TYPE_CHECKING:
    from debateprep.domain.model import Topic
    from debateprep.gui.usecases import Overview, UseCases
    from debateprep.gui.workspace import Workspace


class Overviews(QObject):
    """Keeps the newest overview; `came` tells of each."""

    came = Signal()

    def __init__(self, workspace: Workspace, cases: UseCases, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._cases = workspace, cases
        self._reading = Latest(workspace, self)
        self.now: Overview | None = None
        """None before the library was read."""
        workspace.opened.connect(self._refresh)
        workspace.changed.connect(self._refresh)
        workspace.topic_changed.connect(self._refresh)
        self._refresh()

    @property
    def is_reading(self) -> bool:
        """Tell whether a newer one is on its way."""
        return self._reading.is_reading

    @property
    def topic(self) -> Topic | None:
        """Return the topic in view."""
        topics = self.now.topics if self.now is not None else ()
        return next((topic for topic in topics if topic.id == self._workspace.topic_id), None)

    @Slot()
    def _refresh(self) -> None:
        if not self._workspace.is_open:
            return
        cases, topic = self._cases, self._workspace.topic_id
        self._reading.read(lambda library: cases.overview(library, topic), self._on_read)

    def _on_read(self, overview: Overview) -> None:
        self.now = overview
        self.came.emit()
