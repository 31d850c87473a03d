"""The commands of evidence: looking articles over, checking briefs, works cited, references from other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from debateprep.gui.actions import CommandGroup

if TYPE_CHECKING:
    from debateprep.gui.dialogs.opener import Dialogs
    from debateprep.gui.reviewing import Reviewer
    from debateprep.gui.workspace import Workspace


class EvidenceCommands(CommandGroup):
    """The group of these commands."""

    def __init__(self, workspace: Workspace, dialogs: Dialogs, reviewer: Reviewer, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._dialogs, self._reviewer = workspace, dialogs, reviewer

    @Slot()
    def _do_look_over(self) -> None:
        self._reviewer.ask()

    @Slot()
    def _do_check_brief(self) -> None:
        if self._workspace.is_open:
            self._dialogs.report(self._workspace)

    @Slot()
    def _do_works_cited(self) -> None:
        if self._workspace.is_open:
            self._dialogs.works(self._workspace)

    @Slot()
    def _do_import_references(self) -> None:
        if self._workspace.is_open:
            self._dialogs.works(self._workspace).ask_references()
