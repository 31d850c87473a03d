"""Articles into the library: chosen, dropped or pasted, with progress, cancel, and one sentence for each failure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from debateprep.gui.background import courier
from debateprep.gui.widgets.files import ask_for_some
from debateprep.progress import Progress

if TYPE_CHECKING:
    from debateprep.gui.bars import StatusLine
    from debateprep.gui.reviewing import Reviewer
    from debateprep.gui.usecases import Brought, UseCases
    from debateprep.gui.workspace import Workspace

PATIENCE_MS = 300


def welcome(event: QDragEnterEvent | QDropEvent) -> bool:
    """Accept a drag of files or text from outside the window, and tell whether it was."""
    data = event.mimeData()
    ours = event.source() is not None
    if not ours and (any(url.isLocalFile() for url in data.urls()) or (data.hasText() and not data.hasUrls())):
        event.acceptProposedAction()
        return True
    return False


class Importer(QObject):
    """Brings articles in for a window."""

    def __init__(
        self, workspace: Workspace, cases: UseCases, reviewer: Reviewer, status: StatusLine, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace, self._cases, self._reviewer = workspace, cases, reviewer
        self._status, self._window = status, window
        self._progress: Progress | None = None
        self._so_far = (0, 0, "")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show)

    def ask(self) -> None:
        """Let the user choose files."""
        kind = self.tr("Articles") + f" ({self._cases.name_patterns()})"
        ask_for_some(self._window, self.tr("Import articles"), kind, self.bring)

    def drop(self, event: QDropEvent) -> None:
        """Bring in what was dropped on the window."""
        if welcome(event):
            self.take(event.mimeData())

    def paste(self) -> None:
        """Bring in the files or the text that the clipboard holds."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData | None) -> None:
        """Bring in the files, or else the words, that were dropped or pasted; an empty clipboard has no data at all."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data else []
        if paths:
            self.bring(paths)
        elif data and data.hasUrls():
            said = self.tr("DebatePrep fetches nothing from the network; save the page as a file and drop that here.")
            self._workspace.failed.emit(said)
        elif data and data.hasText() and data.text().strip():
            self.bring_text(data.text())
        else:
            said = self.tr("There are no words to paste; copy an article's words, or its file, and try again.")
            self._workspace.failed.emit(said)

    def bring(self, paths: Sequence[Path]) -> None:
        """Bring in files and folders."""
        cases = self._cases
        progress = Progress(partial(courier().send, self, self._on_went_on))
        self._progress = progress
        self._so_far = (0, len(paths), paths[0].name if paths else "")
        self._patience.start()
        job = self._workspace.edit(self, lambda library: cases.bring_in(library, paths, progress), self._on_done)
        job.ended.connect(self._on_ended)

    def bring_text(self, text: str) -> None:
        """Bring in text."""
        cases = self._cases
        self._workspace.edit(self, lambda library: cases.paste(library, text), self._on_done)

    def cancel(self) -> None:
        """Stop before the next file."""
        if self._progress is not None:
            self._progress.cancel()

    def _on_went_on(self, done: int, total: int, what: str) -> None:
        self._so_far = (done, total, what)
        if not self._patience.isActive() and self._progress is not None:
            self._show()

    @Slot()
    def _show(self) -> None:
        done, total, what = self._so_far
        self._status.show_progress(done, total, self.tr("Importing {}").format(what))

    @Slot()
    def _on_ended(self) -> None:
        self._patience.stop()
        self._progress = None
        self._status.end_work()

    def _on_done(self, done: list[Brought]) -> None:
        for each in done:
            if each.failed:
                self._workspace.failed.emit(each.sentence)
        self._reviewer.show([each for each in done if each.review is not None])
        fine = [each for each in done if each.source_id]
        if len(fine) == 1:
            self._workspace.notice.emit(fine[0].sentence)
        elif fine:
            self._workspace.notice.emit(self.tr("Imported {} articles.").format(len(fine)))
        if fine:
            self._workspace.source_wanted.emit(fine[-1].source_id, -1)
