"""Work off the GUI thread: one writer thread, a small pool of readers, results back by queued signals."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from debateprep.errors import DebatePrepError

T = TypeVar("T")
_TURN_SECONDS = 0.0005


class Courier(QObject):
    """Carries calls from any thread to the GUI thread. It outlives every receiver, which a thread cannot know to.

    A thread that emitted a receiver's own signal would use it after the window, closing, had deleted it.
    """

    _sent = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sent.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def send(self, receiver: QObject, call: Callable[..., object], *words: object) -> None:
        """Have something called in the GUI thread, unless its receiver is gone by then."""
        self._sent.emit((receiver, call, words))

    @Slot(object)
    def _deliver(self, letter: tuple[QObject, Callable[..., object], tuple[object, ...]]) -> None:
        receiver, call, words = letter
        if shiboken6.isValid(receiver):
            call(*words)


@cache
def courier() -> Courier:
    """Return the one courier; the first call must come from the GUI thread."""
    return Courier()


class Job(QObject):
    """One piece of work; its signals arrive in the thread that made it.

    `failed` carries a DebatePrepError's sentence; any other exception is a bug and goes to `broke`.
    """

    done = Signal(object)
    failed = Signal(str)
    broke = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject, work: Callable[[], Any]) -> None:
        super().__init__(parent)
        self._work = work
        self._wanted = True
        self._over = False
        self._courier = courier()

    @property
    def is_over(self) -> bool:
        """Tell whether its answer was delivered, or was not wanted when it came."""
        return self._over

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
            self._courier.send(self, self._on_arrived, None, error)
        else:
            self._courier.send(self, self._on_arrived, result, None)

    def _on_arrived(self, result: object, error: BaseException | None) -> None:
        if self._wanted:
            if error is None:
                self.done.emit(result)
            elif isinstance(error, DebatePrepError):
                self.failed.emit(str(error))
            else:
                self.broke.emit(error)
        self._over = True
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
