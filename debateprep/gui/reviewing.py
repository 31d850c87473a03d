"""Articles that are looked over before they are added: when asked, or when the reader is unsure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from debateprep.gui.widgets.files import ask_for_some

if TYPE_CHECKING:
    from debateprep.gui.dialogs.opener import Dialogs
    from debateprep.gui.usecases import Brought, UseCases
    from debateprep.gui.workspace import Workspace
    from debateprep.services.reviews import Review


class Reviewer(QObject):
    """Shows one review after another, and adds what comes out of each."""

    def __init__(self, workspace: Workspace, cases: UseCases, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._cases, self._dialogs, self._window = workspace, cases, dialogs, window
        self._waiting: list[Review] = []
        self._open = False

    def ask(self) -> None:
        """Let the user choose files to look over."""
        kind = self.tr("Articles") + f" ({self._cases.name_patterns()})"
        ask_for_some(self._window, self.tr("Look articles over"), kind, self.look_over)

    def look_over(self, paths: list[Path]) -> None:
        """Read files, and show each before it is added."""
        cases = self._cases
        self._workspace.read(self, lambda library: cases.review(library, paths), self.show)

    def show(self, found: list[Brought]) -> None:
        """Show what is to be looked over; what cannot be is told."""
        for each in found:
            if each.review is not None:
                self._waiting.append(each.review)
            elif each.failed:
                self._workspace.failed.emit(each.sentence)
        self._next()

    def _next(self) -> None:
        if self._open or not self._waiting:
            return
        self._open = True
        dialog = self._dialogs.review(self._waiting.pop(0), self._add)
        dialog.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self) -> None:
        self._open = False
        self._next()

    def _add(self, review: Review) -> None:
        cases = self._cases
        self._workspace.edit(self, lambda library: cases.add(library, review), self._on_added)

    def _on_added(self, done: Brought) -> None:
        self._workspace.notice.emit(done.sentence)
        self._workspace.source_wanted.emit(done.source_id, -1)
