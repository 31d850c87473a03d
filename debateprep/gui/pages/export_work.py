"""What the Print / Export dialog has done for it off the GUI thread: previews, files, prints."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from debateprep.domain.terms import Side
from debateprep.gui.background import Job, courier
from debateprep.gui.pages.export_choice import Choice
from debateprep.gui.workspace import Workspace
from debateprep.progress import Progress
from debateprep.services import export
from debateprep.services.export import Exported, Layout, Pages, Preview

Said = dict[tuple[Layout, Side | None], Pages]


@dataclass(slots=True)
class _Task:
    """Work under way: how to stop it."""

    job: Job
    progress: Progress


class ExportWork(QObject):
    """Makes previews, the newest wish only, and writes or prints one thing at a time.

    Every failure comes as one sentence. `started` and `ended` tell when any work does, `stepped` how far it is.
    What the topic says is read once for each layout and side, until `forget`.
    """

    previewed = Signal(object)
    preview_failed = Signal(str)
    saved = Signal(object)
    printed = Signal(int)
    failed = Signal(str)
    started = Signal()
    ended = Signal()
    stepped = Signal(int, int, str)

    def __init__(self, workspace: Workspace, topic_id: int, words_a_minute: int, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._topic = topic_id
        self._rate = words_a_minute
        self._said: Said = {}
        self._preview: _Task | None = None
        self._task: _Task | None = None
        self._next: Choice | None = None
        self._courier = courier()

    def forget(self) -> None:
        """Read the topic again for the next preview, as it was edited."""
        self._said = {}

    def preview(self, choice: Choice) -> None:
        """Make the pages of a choice; what was wanted before is given up."""
        self._next = choice
        if self._preview is None:
            self._begin_preview()
        else:
            self._preview.job.forget()
            self._preview.progress.cancel()

    def save(self, choice: Choice, path: Path) -> None:
        """Write the PDF file of a choice, whole or not at all; `saved` carries an Exported."""
        progress = self._progress()
        work = partial(
            export.to_file,
            self._workspace.library,
            self._topic,
            choice.layout,
            path,
            side=choice.printed_side,
            options=choice.options(),
            progress=progress,
            words_a_minute=self._rate,
        )
        self._begin(work, progress, self._on_saved)

    def print_out(self, work: Callable[[Progress], int]) -> None:
        """Run a print; `printed` carries the number of pages."""
        progress = self._progress()
        self._begin(partial(work, progress), progress, self._on_printed)

    def is_working(self) -> bool:
        """Tell whether anything is under way."""
        return self._task is not None or self._preview is not None

    def is_busy(self) -> bool:
        """Tell whether a file is being written or pages are printed."""
        return self._task is not None

    def cancel(self) -> None:
        """Stop what is under way."""
        for task in (self._task, self._preview):
            if task is not None:
                task.progress.cancel()
        self._next = None

    def close(self) -> None:
        """Stop, and tell nothing any more."""
        for task in (self._task, self._preview):
            if task is not None:
                task.job.forget()
        self.cancel()

    def _progress(self) -> Progress:
        return Progress(self._step)

    def _step(self, done: int, total: int, what: str) -> None:
        # Called in the working thread.
        self._courier.send(self, self._pass_on, done, total, what)

    def _pass_on(self, done: int, total: int, what: str) -> None:
        self.stepped.emit(done, total, what)

    def _begin_preview(self) -> None:
        choice, self._next = self._next, None
        if choice is None:
            return
        progress = self._progress()
        work = partial(_make, self._workspace, self._topic, choice, self._rate, self._said, progress)
        job = self._workspace.background.read(self, work)
        job.done.connect(self.previewed)
        job.failed.connect(self.preview_failed)
        job.broke.connect(self._workspace.broke)
        job.ended.connect(self._on_preview_ended)
        self._preview = _Task(job, progress)
        self.started.emit()

    def _on_preview_ended(self) -> None:
        self._preview = None
        if self._next is not None:
            self._begin_preview()
        else:
            self.ended.emit()

    def _begin(self, work: Callable[[], object], progress: Progress, done: Callable[[object], None]) -> None:
        job = self._workspace.background.read(self, work)
        job.done.connect(done)
        job.failed.connect(self.failed)
        job.broke.connect(self._workspace.broke)
        job.ended.connect(self._on_ended)
        self._task = _Task(job, progress)
        self.started.emit()

    def _on_saved(self, done: object) -> None:
        assert isinstance(done, Exported)
        self.saved.emit(done)

    def _on_printed(self, pages: object) -> None:
        assert isinstance(pages, int)
        self.printed.emit(pages)

    def _on_ended(self) -> None:
        self._task = None
        self.ended.emit()


def _make(
    workspace: Workspace, topic_id: int, choice: Choice, words_a_minute: int, said: Said, progress: Progress
) -> Preview:
    key = (choice.layout, choice.printed_side)
    pages = said.get(key)
    if pages is None:
        pages = export.resolve(workspace.library, topic_id, *key, words_a_minute=words_a_minute)
        said[key] = pages
    return export.preview(pages, choice.options(), progress)
