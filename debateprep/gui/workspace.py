"""What the window works on: the open library, the topic in view, and the one signal by which all views refresh."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from debateprep.domain.changes import Changes
from debateprep.domain.terms import Side
from debateprep.errors import DebatePrepError
from debateprep.gui.background import Background, Job

if TYPE_CHECKING:
    from debateprep.storage.library import Library

T = TypeVar("T")


class NotOpened(DebatePrepError):
    """Say that the window was closed before its library was open."""


class Workspace(QObject):
    """The library of a window. Pages read and edit it only through `read` and `edit`, never on the GUI thread.

    Both may be called before the library is open, and are done as soon as it is (`arrive`).
    `changed` carries the Changes of every edit, undo and redo; pages refresh from it and from `topic_changed`.
    `failed` carries one plain sentence for a notice; `broke` carries an unexpected exception.
    `busy` tells how many edits are not saved yet: the status line says Saved when it is 0.
    """

    opened = Signal()
    changed = Signal(object)
    edited = Signal(object)
    """The Changes of an edit, after `changed`; walks through the history make none."""
    topic_changed = Signal(int)
    failed = Signal(str)
    broke = Signal(object)
    busy = Signal(int)
    # Requests that one page makes and the window carries out.
    source_wanted = Signal(int, int)
    """A source id and a code-point offset to show in Read (-1: the top)."""
    argument_wanted = Signal(int)
    card_wanted = Signal(int)
    topic_wanted = Signal(int)
    """A topic is to be opened: from the start page, on its briefs."""
    page_wanted = Signal(str)
    """A page is to be shown, by its key."""
    heard_wanted = Signal()
    """An argument heard in a round is to be recorded."""
    round_wanted = Signal(object)
    """A Round, or a Heard, is to be edited."""
    labels_wanted = Signal()
    """The labels are to be shown and edited."""
    export_wanted = Signal()
    files_wanted = Signal()
    """Files are to be chosen and brought in."""
    brought = Signal(object)
    """The QMimeData of what was dropped on a page: files, or an article's words."""
    notice = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background()
        self._arrival: Future[Library] = Future()
        self._opened = False
        self._closed = False
        self._topic = 0
        self._briefs: dict[int, dict[Side, int]] = {}
        self._waiting = 0

    @property
    def library(self) -> Library:
        """Return the open library; raise RuntimeError before there is one."""
        if not self._opened:
            raise RuntimeError("no library is open yet")
        return self._arrival.result()

    @property
    def is_open(self) -> bool:
        """Tell whether a library is open."""
        return self._opened

    @property
    def is_refused(self) -> bool:
        """Tell whether the library could not be opened."""
        return self._arrival.done() and self._arrival.exception() is not None

    @property
    def waiting(self) -> int:
        """Return how many edits are not saved yet."""
        return self._waiting

    @property
    def topic_id(self) -> int:
        """Return the topic in view, 0 for none."""
        return self._topic

    @property
    def briefs(self) -> dict[Side, int]:
        """Return which of a side's briefs was chosen to be in view, by side: 0 or nothing for the main one."""
        return dict(self._briefs.get(self._topic, {}))

    def show_brief(self, side: Side, number: int) -> None:
        """Put one of a side's briefs in view, 0 for its main one; the topic keeps to it in this session."""
        self._briefs.setdefault(self._topic, {})[side] = number

    def arrive(self, library: Library | BaseException) -> None:
        """Let what waits for the library go on, or fail with the reason why it could not be opened; in any thread."""
        if isinstance(library, BaseException):
            self._arrival.set_exception(library)
        else:
            self._arrival.set_result(library)

    def open(self, library: Library) -> None:
        """Take a library that was just opened, and tell of it; one that comes after `close` finds nobody."""
        if self._closed:
            return
        if not self._arrival.done():
            self.arrive(library)
        self._opened = True
        self.opened.emit()

    def show_topic(self, topic_id: int) -> None:
        """Put another topic in view."""
        if topic_id != self._topic:
            self._topic = topic_id
            self.topic_changed.emit(topic_id)

    def read(self, owner: QObject, work: Callable[[Library], T], done: Callable[[T], None]) -> Job:
        """Read off the GUI thread; `done` gets the answer in it while `owner` lives."""
        job = self.background.read(owner, lambda: work(self._arrival.result()))
        self._connect(job, done)
        return job

    def edit(
        self,
        owner: QObject,
        work: Callable[[Library], Any],
        done: Callable[[Any], None] | None = None,
        *,
        history: bool = False,
    ) -> Job:
        """Edit off the GUI thread, after all edits before; `changed` is emitted before `done` is called.

        `history` tells that steps are walked and none is made.

        `work` returns the step's Changes, or something with a `changes`, or a list of either.
        """
        self._count(1)
        job = self.background.edit(owner, lambda: work(self._arrival.result()))
        job.done.connect(self._announce_walk if history else self._announce)
        self._connect(job, done)
        job.ended.connect(self._on_edit_ended)
        return job

    def close(self) -> None:
        """Wait for what is being saved, and release the library; a library on its way must have been asked for."""
        self.background.close()
        self._opened, self._closed = False, True
        if self._arrival.done() and self._arrival.exception() is None:
            self._arrival.result().close()

    def _connect(self, job: Job, done: Callable[[Any], None] | None) -> None:
        if done is not None:
            job.done.connect(done)
        job.failed.connect(self.failed)
        job.broke.connect(self.broke)

    def _announce(self, result: object) -> None:
        for changes in self._changes_in(result):
            self.changed.emit(changes)
            self.edited.emit(changes)

    def _announce_walk(self, result: object) -> None:
        for changes in self._changes_in(result):
            self.changed.emit(changes)

    def _changes_in(self, result: object) -> Iterator[Changes]:
        # Once the library is released nobody can read anew.
        for each in [] if self._closed else result if isinstance(result, list) else [result]:
            changes = each if isinstance(each, Changes) else getattr(each, "changes", None)
            if isinstance(changes, Changes) and changes:
                yield changes

    def _count(self, more: int) -> None:
        self._waiting += more
        self.busy.emit(self._waiting)

    def _on_edit_ended(self) -> None:
        self._count(-1)
