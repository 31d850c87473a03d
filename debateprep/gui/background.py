"""Work off the GUI thread: one writer thread, a small pool of readers, results back by queued signals."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from debateprep.errors import DebatePrepError

T = TypeVar("T")
_TURN_SECONDS = 0.0005


class Job(QObject):
    """One piece of work; its signals arrive in the thread that made it.

    `failed` carries a DebatePrepError's sentence; any other exception is a bug and goes to `broke`.
    """

    done = Signal(object)
    failed = Signal(str)
    broke = Signal(object)
    ended = Signal()
    _arrived = Signal(object, object)

    def __init__(self, parent: QObject, work: Callable[[], Any]) -> None:
        super().__init__(parent)
        self._work = work
        self._wanted = True
        self._arrived.connect(self._on_arrived)

    def forget(self) -> None:
        """Let the work end without telling anyone, as something newer took its place."""
        self._wanted = False

    def start(self, pool: ThreadPoolExecutor) -> "Future[None]":
        """Hand the work to a pool."""
        return pool.submit(self._run)

    def _run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # noqa: BLE001 - carried over to the GUI thread, sorted there
            self._tell(None, error)
        else:
            self._tell(result, None)

    def _tell(self, result: object, error: BaseException | None) -> None:
        # The receiver may be gone when the window closed meanwhile; then nobody waits for the answer.
        try:
            self._arrived.emit(result, error)
        except RuntimeError:
            return

    @Slot(object, object)
    def _on_arrived(self, result: object, error: BaseException | None) -> None:
        if self._wanted:
            if error is None:
                self.done.emit(result)
            elif isinstance(error, DebatePrepError):
                self.failed.emit(str(error))
            else:
                self.broke.emit(error)
        self.ended.emit()
        self.deleteLater()


class Background:
    """The threads of one window: edits go one after another, reads beside each other."""

    def __init__(self) -> None:
        # A paint makes hundreds of calls into Qt, and after each the GUI thread asks for the interpreter again. With
        # the usual 5 ms a turn, one computing reader would hold it up for a second.
        sys.setswitchinterval(_TURN_SECONDS)
        self._writer = ThreadPoolExecutor(1, "debateprep-writer")
        self._readers = ThreadPoolExecutor(3, "debateprep-reader")

    def edit(self, parent: QObject, work: Callable[[], Any]) -> Job:
        """Run an edit after all edits before it."""
        return self._start(parent, work, self._writer)

    def read(self, parent: QObject, work: Callable[[], Any]) -> Job:
        """Run something that only reads."""
        return self._start(parent, work, self._readers)

    @staticmethod
    def _start(parent: QObject, work: Callable[[], Any], pool: ThreadPoolExecutor) -> Job:
        job = Job(parent, work)
        job.start(pool)
        return job

    def close(self) -> None:
        """Wait for what runs, and take no more."""
        self._writer.shutdown(wait=True)
        self._readers.shutdown(wait=True)
