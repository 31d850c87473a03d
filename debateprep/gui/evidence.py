"""The commands of evidence: checking briefs, works cited, references from other programs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot

from debateprep.gui.reviewing import Reviewer

if TYPE_CHECKING:
    from debateprep.gui.dialogs.opener import Dialogs
    from debateprep.gui.shell import Shell
    from debateprep.gui.workspace import Workspace


class EvidenceCommands:
    """Mixed into the window; each method is the command of its name."""

    workspace: Workspace
    dialogs: Dialogs

    @cached_property
    def reviewer(self) -> Reviewer:
        """Return who shows articles before they are added, made when first wanted."""
        return Reviewer(cast("Shell", self))

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
