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
        step = changes.step.split()
        if step[0] == "Move" and step[-2:] == ["to", "trash"]:
            return self.tr("The {thing} is in the trash.").format(thing=term(" ".join(step[1:-2])))
        count = len(changes.ids.get("position", ()))
        if changes.kinds == {"position"} and count >= MANY:
            kept = self.tr("{n} positions are kept.") if step[0] == "Keep" else self.tr("{n} positions are dismissed.")
            return kept.format(n=count)
        return ""
