"""Articles into the library: chosen, dropped or pasted, with progress, cancel, and one sentence for each failure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from debateprep.progress import Progress

if TYPE_CHECKING:
    from debateprep.gui.shell import Shell
    from debateprep.gui.usecases import Brought

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

    _went_on = Signal(int, int, str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._progress: Progress | None = None
        self._so_far = (0, 0, "")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show)
        self._went_on.connect(self._on_went_on)
        self._chooser: QFileDialog | None = None

    def ask(self) -> None:
        """Let the user choose files."""
        cases = self._shell.cases
        if cases is None:
            self._say_wait()
            return
        chooser = QFileDialog(self._shell.window, self.tr("Import articles"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = self.tr("Articles") + f" ({cases.name_patterns()})"
        chooser.setNameFilters([kinds, self.tr("All files (*)")])
        chooser.filesSelected.connect(self._on_chosen)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot(list)
    def _on_chosen(self, names: list[str]) -> None:
        self.bring([Path(name) for name in names])

    def drop(self, event: QDropEvent) -> None:
        """Bring in what was dropped on the window."""
        data = event.mimeData()
        if welcome(event):
            paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
            if paths:
                self.bring(paths)
            else:
                self.bring_text(data.text())

    def paste(self) -> None:
        """Bring in the files or the text that the clipboard holds."""
        data = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data else []
        text = data.text() if data and data.hasText() else ""
        if paths:
            self.bring(paths)
        elif text.strip():
            self.bring_text(text)
        else:
            self._shell.notices.tell(self.tr("The clipboard holds no text; copy an article first."))

    def bring(self, paths: Sequence[Path]) -> None:
        """Bring in files."""
        cases = self._shell.cases
        if cases is None or not self._shell.workspace.is_open:
            self._say_wait()
            return
        progress = Progress(self._went_on.emit)
        self._progress = progress
        self._so_far = (0, len(paths), paths[0].name if paths else "")
        self._patience.start()
        job = self._shell.workspace.edit(self, lambda library: cases.bring_in(library, paths, progress), self._on_done)
        job.ended.connect(self._on_ended)

    def bring_text(self, text: str) -> None:
        """Bring in text."""
        cases = self._shell.cases
        if cases is not None and self._shell.workspace.is_open:
            self._shell.workspace.edit(self, lambda library: cases.paste(library, text), self._on_done)

    def _say_wait(self) -> None:
        self._shell.notices.tell(self.tr("Your library is still being opened; try again in a moment."))

    def cancel(self) -> None:
        """Stop before the next file."""
        if self._progress is not None:
            self._progress.cancel()

    @Slot(int, int, str)
    def _on_went_on(self, done: int, total: int, what: str) -> None:
        self._so_far = (done, total, what)
        if not self._patience.isActive() and self._progress is not None:
            self._show()

    @Slot()
    def _show(self) -> None:
        done, total, what = self._so_far
        self._shell.status.show_progress(done, total, self.tr("Importing {}").format(what))

    @Slot()
    def _on_ended(self) -> None:
        self._patience.stop()
        self._progress = None
        self._shell.status.end_work()

    def _on_done(self, done: list[Brought]) -> None:
        shell = self._shell
        for each in done:
            if each.failed:
                shell.notices.fail(each.sentence)
        shell.reviewer.show([each for each in done if each.review is not None])
        fine = [each for each in done if each.source_id]
        if len(fine) == 1:
            shell.notices.tell(fine[0].sentence)
        elif fine:
            shell.notices.tell(self.tr("Imported {} articles.").format(len(fine)))
        if fine:
            shell.workspace.source_wanted.emit(fine[-1].source_id, -1)
