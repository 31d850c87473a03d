"""Tells what an edit let go of or did otherwise than asked, and offers to take back what is weighty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from debateprep.domain.changes import Changes
from debateprep.gui.notices import NoticeBar
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

MANY = 3
"""From so many positions decided in one step the notice offers Undo."""


SENTENCES = 3
"""So many notes of one step are told; of more, how many more there are."""

LINKS = {"positionlink", "labellink"}
"""What only ties things together: nobody looks for it in the trash."""


class SecondThoughts(QObject):
    """Puts a notice with Undo up for a weighty edit, for as long as that is the step Undo takes back.

    What an edit has to say of itself (`Changes.notes`) is told here, for every page alike.
    """

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
        if changes.notes:
            told = [term(note) for note in changes.notes[:SENTENCES]]
            more = len(changes.notes) - SENTENCES
            return " ".join([*told, self.tr("And %n more like it.", "", more)] if more > 0 else told)
        things = [kind for kind, _ in changes.trashed if kind not in LINKS]
        answers = things[1:].count("answer") if things[:1] == ["argument"] else 0
        if answers:
            one = self.tr("The argument is in the trash, and one answer with it.")
            many = self.tr("The argument is in the trash, and %n answers with it.", "", answers)
            return one if answers == 1 else many
        if things:
            return self.tr("The {thing} is in the trash.").format(thing=term(things[0]))
        if changes.kinds == {"position"} and len(changes.ids["position"]) >= MANY:
            return self.tr("Done: {step}.").format(step=term(changes.step))
        return ""
