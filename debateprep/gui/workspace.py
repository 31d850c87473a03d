"""What the window works on: the open library, the topic in view, and the one signal by which all views refresh."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from debateprep.domain.changes import Changes
from debateprep.gui.background import Background, Job

if TYPE_CHECKING:
    from debateprep.storage.library import Library

T = TypeVar("T")


class Workspace(QObject):
    """The library of a window. Pages read and edit it only through `read` and `edit`, never on the GUI thread.

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
    export_wanted = Signal()
    notice = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background()
        self._library: Library | None = None
        self._topic = 0
        self._waiting = 0

    @property
    def library(self) -> Library:
        """Return the open library; raise RuntimeError before there is one."""
        if self._library is None:
            raise RuntimeError("no library is open yet")
        return self._library

    @property
    def is_open(self) -> bool:
        """Tell whether a library is open."""
        return self._library is not None

    @property
    def topic_id(self) -> int:
        """Return the topic in view, 0 for none."""
        return self._topic

    def open(self, library: Library) -> None:
        """Take a library that was just opened."""
        self._library = library
        self.opened.emit()

    def show_topic(self, topic_id: int) -> None:
        """Put another topic in view."""
        if topic_id != self._topic:
            self._topic = topic_id
            self.topic_changed.emit(topic_id)

    def read(self, owner: QObject, work: Callable[[Library], T], done: Callable[[T], None]) -> Job:
        """Read off the GUI thread; `done` gets the answer in it while `owner` lives."""
        library = self.library
        job = self.background.read(owner, lambda: work(library))
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
        library = self.library
        self._count(1)
        job = self.background.edit(owner, lambda: work(library))
        job.done.connect(self._announce_walk if history else self._announce)
        self._connect(job, done)
        job.ended.connect(self._on_edit_ended)
        return job

    def close(self) -> None:
        """Wait for what is being saved, and release the library."""
        self.background.close()
        if self._library is not None:
            self._library.close()
            self._library = None

    def _connect(self, job: Job, done: Callable[[Any], None] | None) -> None:
        if done is not None:
            job.done.connect(done)
        job.failed.connect(self.failed)
        job.broke.connect(self.broke)

    def _announce(self, result: object) -> None:
        for changes in _changes_in(result):
            self.changed.emit(changes)
            self.edited.emit(changes)

    def _announce_walk(self, result: object) -> None:
        for changes in _changes_in(result):
            self.changed.emit(changes)

    def _count(self, more: int) -> None:
        self._waiting += more
        self.busy.emit(self._waiting)

    def _on_edit_ended(self) -> None:
        self._count(-1)


def _changes_in(result: object) -> Iterator[Changes]:
    for each in result if isinstance(result, list) else [result]:
        changes = each if isinstance(each, Changes) else getattr(each, "changes", None)
        if isinstance(changes, Changes) and changes:
            yield changes
