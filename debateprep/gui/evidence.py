"""The commands of evidence: checking briefs, works cited, references from other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

if TYPE_CHECKING:
    from debateprep.gui.dialogs.opener import Dialogs
    from debateprep.gui.reviewing import Reviewer
    from debateprep.gui.workspace import Workspace


class EvidenceCommands:
    """Mixed into the window; each method is the command of its name."""

    workspace: Workspace
    dialogs: Dialogs
    reviewer: Reviewer

    @Slot()
    def _do_look_over(self) -> None:
        self.reviewer.ask()

    @Slot()
    def _do_check_brief(self) -> None:
        if self.workspace.is_open:
            self.dialogs.report(self.workspace)

    @Slot()
    def _do_works_cited(self) -> None:
        if self.workspace.is_open:
            self.dialogs.works(self.workspace)

    @Slot()
    def _do_import_references(self) -> None:
        if self.workspace.is_open:
            self.dialogs.works(self.workspace).ask_references()
