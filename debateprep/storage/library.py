"""A library: open it, read it, edit it one named step at a time, and walk its history."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, exists, select
from sqlalchemy.exc import DBAPIError

from debateprep.domain.changes import Changes, Step, StepDetail
from debateprep.storage import backup, check, edit, journal, migrations, search, tables
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.engine import open_engine, writing
from debateprep.storage.errors import LibraryDamaged, LibraryError, NotFound, NothingTo
from debateprep.storage.lock import WriterLock

KEPT_DAYS = 30
"""How long the trash and the history are kept at least."""


class Library:
    """One library file. Open for writing it holds the writer's lock until `close`; any thread may use it.

    Raises LibraryBusy, LibraryNewer or LibraryDamaged on opening, each naming the file and what to do.
    """

    def __init__(self, path: Path, *, write: bool = True) -> None:
        self.path = path.expanduser()
        self.writable = write
        self._gate = threading.Lock()
        if write:
            self._make_folder()
        version = migrations.version_of(self.path)
        if version == migrations.NEW and not write:
            raise NotFound(f"There is no library at {self.path} yet; `debateprep quickstart` makes one.")
        if not write and version <= len(migrations.MIGRATIONS):
            # Values of this version cannot be read from an older schema: it is brought up before it is read.
            Library(self.path).close()
            version = migrations.version_of(self.path)
        self._lock = WriterLock(self.path) if write else None
        try:
            self._engine = open_engine(self.path, read_only=not write)
            if write:
                migrations.bring_up(self._engine, self.path, version)
                self._look_after()
            elif version > len(migrations.MIGRATIONS) + 1:
                migrations.bring_up(self._engine, self.path, version)
        except BaseException:
            self.close()
            raise

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"The folder {self.path.parent} cannot be made; choose a library elsewhere with --library."
            ) from error

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the library; harmless when done twice."""
        if self._lock is not None:
            self._lock.release()

    # Reading and editing

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[Connection]:
        try:
            with (writing(self._engine) if write else self._engine).begin() as connection:
                yield connection
        except DBAPIError as error:
            raise _plain(error, self.path) from error

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a reader of one moment of the library."""
        with self._transaction() as connection:
            yield Reader(connection)

    @contextmanager
    def edit(self, step: str, *, merge: str = "") -> Iterator[Edit]:
        """Give the unit of work of one named step; all of it is stored when the block ends, or nothing.

        `edit.changes` tells afterwards what changed. Steps with the same non-empty `merge` key become one.
        """
        if not self.writable:
            raise LibraryError(f"The library {self.path} is open for reading only.")
        with self._gate, self._transaction(write=True) as connection:
            edit = Edit(connection)
            yield edit
            edit.changes = edit.close(
                step,
                lambda images: journal.record(connection, step, edit.at, images, edit.batch_id, merge),
            )

    # History

    def undo(self) -> Changes:
        """Take back the last step; raise NothingTo when there is none."""
        return self._replay(undo=True)

    def redo(self) -> Changes:
        """Do the last undone step again; raise NothingTo when there is none."""
        return self._replay(undo=False)

    def _replay(self, *, undo: bool) -> Changes:
        with self._gate, self._transaction(write=True) as connection:
            step = journal.next_to_undo(connection) if undo else journal.next_to_redo(connection)
            if step is None:
                raise NothingTo(f"There is nothing to {'undo' if undo else 'redo'}.")
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            edit = Edit(connection)
            if step.batch_id is not None and not undo:
                edit.stamp_batch(step.batch_id, None)
            for image in journal.images_of(connection, step.id, backwards=undo):
                state = image.before if undo else image.after
                edit.write(tables.metadata.tables[image.table], image.row_id, state)
            if step.batch_id is not None and undo:
                edit.stamp_batch(step.batch_id, edit.at)
            changes = edit.close(step.name, lambda _images: None)
            journal.mark(connection, step.id, undone=undo)
            return changes

    def history(self, limit: int = 100) -> list[Step]:
        """Return the newest steps, newest first."""
        with self._transaction() as connection:
            return journal.steps(connection, limit)

    def step_detail(self, step_id: int) -> StepDetail:
        """Return a step with what it touched; raise NotFound when it was forgotten."""
        with self._transaction() as connection:
            step = journal.step(connection, step_id)
            if step is None:
                raise NotFound(f"There is no step {step_id} in the history.")
            images = journal.images_of(connection, step_id)
            return StepDetail(step, tuple(edit.touched(images, undone=step.undone)))

    def next_steps(self) -> tuple[str, str]:
        """Return the names of the steps that undo and redo would take, each "" where there is none."""
        with self._transaction() as connection:
            back, forth = journal.next_to_undo(connection), journal.next_to_redo(connection)
            return (back.name if back else "", forth.name if forth else "")

    def begin_history(self) -> None:
        """Forget every step, so that what is there now is where undo ends."""
        with self._gate, self._transaction(write=True) as connection:
            journal.forget(connection)

    # Care

    def faults(self) -> list[str]:
        """Return every fault of file, references and search index; none means sound."""
        # FTS5 is asked by an INSERT, so SQLite wants the writer's lock.
        with self._transaction(write=self.writable) as connection:
            return check.faults(connection)

    def content_hash(self) -> str:
        """Return the hash of what the library says, whatever its history."""
        with self._transaction() as connection:
            return check.content_hash(connection)

    def rebuild_index(self) -> None:
        """Make the search index anew."""
        with self._gate, self._transaction(write=True) as connection:
            search.rebuild(connection)

    def back_up(self, why: str = "asked") -> backup.Backup:
        """Make a verified backup now."""
        return backup.make(self.path, why)

    def purge(self, days: int = KEPT_DAYS) -> int:
        """Empty the trash of what has lain in it for more than so many days; return how many rows went."""
        limit = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="microseconds")
        gone = 0
        with self._gate, self._transaction(write=True) as connection:
            journal.forget_before(connection, limit)
            for table in reversed(tables.USER_TABLES):
                gone += self._purge_table(connection, table.name, limit)
        return gone

    @staticmethod
    def _purge_table(connection: Connection, name: str, limit: str) -> int:
        table = tables.metadata.tables[name]
        if "deleted_at" not in table.c:
            old = select(tables.card.c.id).where(tables.card.c.deleted_at < limit)
            connection.execute(table.delete().where(table.c.id.in_(old)))
            return 0
        doomed = table.delete().where(table.c.deleted_at < limit)
        # What a row that stays still points to stays too.
        for other in tables.USER_TABLES:
            for column in other.c:
                if other is not table and any(key.column.table is table for key in column.foreign_keys):
                    doomed = doomed.where(~exists().where(column == table.c.id))
        return connection.execute(doomed).rowcount

    def _look_after(self) -> None:
        if self._lock is not None and self._lock.unclean:
            with self._transaction() as connection:
                (answer,) = connection.exec_driver_sql("PRAGMA quick_check").first() or ("nothing",)
            if answer != "ok":
                raise LibraryDamaged(
                    f"The library {self.path} is damaged; run `debateprep restore` to go back to the last backup."
                )
        if backup.is_due(self.path):
            backup.make(self.path, "edit")
            self.purge()


def _plain(error: DBAPIError, path: Path) -> LibraryError:
    original = error.orig
    words = str(original)
    if "full" in words:
        return LibraryError(f"The disk is full, so nothing was saved in {path}; free some space and try again.")
    if "readonly" in words or "unable to open" in words:
        return LibraryError(f"The library {path} cannot be written here; copy it to a folder of your own.")
    if "locked" in words or "busy" in words:
        return LibraryError(f"The library {path} is busy in another program; try again in a moment.")
    if isinstance(original, sqlite3.DatabaseError) and not isinstance(
        original, (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.OperationalError)
    ):
        return LibraryDamaged(f"The library {path} is damaged; run `debateprep restore` to go back to a backup.")
    raise error
