"""Offers to take back at once what took something away, or changed much."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from debateprep.domain.changes import Changes
from debateprep.gui.notices import NoticeBar
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

MANY = 3
"""From so many positions decided in one step the notice offers Undo."""


LINKS = {"positionlink", "labellink"}
"""What only ties things together: nobody looks for it in the trash."""


class SecondThoughts(QObject):
    """Puts an Undo button beside the notice of a weighty edit, for as long as that is the step Undo takes back."""

    def __init__(self, workspace: Workspace, notices: NoticeBar, undo: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._notices = notices
        workspace.changed.connect(self._on_changed)
        workspace.edited.connect(self._on_edited)
        notices.undo_asked.connect(undo)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._notices.withdraw()

    @Slot(object)
    def _on_edited(self, changes: Changes) -> None:
        said = self._said(changes)
        if said:
            self._notices.offer(said)

    def _said(self, changes: Changes) -> str:
        things = [kind for kind, _ in changes.trashed if kind not in LINKS]
        if things:
            return self.tr("The {thing} is in the trash.").format(thing=term(things[0]))
        if changes.kinds == {"position"} and len(changes.ids["position"]) >= MANY:
            return self.tr("Done: {step}.").format(step=term(changes.step))
        return ""
