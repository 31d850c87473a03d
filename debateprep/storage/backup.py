"""Backups: verified copies through SQLite's online backup, thinned with age, and restored whole."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from debateprep import paths
from debateprep.storage.engine import APPLICATION_ID, connect
from debateprep.storage.errors import LibraryDamaged, LibraryError

_NAME = re.compile(r"^(?P<stem>.+)-(?P<at>\d{8}T\d{12}Z)-(?P<why>[a-z-]+)\.db$")
_STAMP = "%Y%m%dT%H%M%S%fZ"

_KEEP: tuple[tuple[str, int], ...] = (("%Y%m%d%H", 24), ("%Y%m%d", 7), ("%G-%V", 4), ("%Y%m", 12))
"""What stays: the newest of each of so many hours, days, weeks and months."""

_ASKED_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file: when (UTC) and why it was made ("edit", "migration", "restore", "asked")."""

    path: Path
    at: datetime
    why: str


def listed(library: Path) -> list[Backup]:
    """Return a library's backups, newest first."""
    found = []
    for path in paths.backups(library).glob("*.db"):
        match = _NAME.match(path.name)
        if match is not None:
            at = datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, at, match["why"]))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def thinned(backups: Iterable[Backup]) -> list[Backup]:
    """Return the backups that may go, given newest first: 24 hourly, 7 daily, 4 weekly and 12 monthly stay.

    One that was asked for, or made before a migration or a restoring, stays a week whatever else there is.
    """
    every = list(backups)
    kept = {each.path for each in every if each.why != "edit" and every[0].at - each.at < _ASKED_FOR}
    for unit, most in _KEEP:
        newest: dict[str, Path] = {}
        for backup in every:
            newest.setdefault(backup.at.strftime(unit), backup.path)
        kept.update(list(newest.values())[:most])
    return [backup for backup in every if backup.path not in kept]


def verify(path: Path) -> None:
    """Check that a file is a whole library; raise LibraryDamaged when it is not."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            sound = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    except sqlite3.DatabaseError as error:
        raise LibraryDamaged(f"The file {path} is not a whole DebatePrep library; choose another.") from error
    if not ours or not sound:
        raise LibraryDamaged(f"The file {path} is not a whole DebatePrep library; choose another.")


def copy(library: Path, target: Path) -> None:
    """Copy an open or closed library to `target` whole or not at all, as one file without a log beside it."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(connect(library, read_only=True)) as source, closing(sqlite3.connect(part)) as copied:
            source.backup(copied)
            copied.execute("PRAGMA journal_mode=DELETE")
        verify(part)
        with part.open("rb+") as handle:
            os.fsync(handle.fileno())
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"The backup {target} could not be written ({error}); free some space or choose another place."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def make(library: Path, why: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Backup:
    """Make a verified backup in the backups folder, remove what has grown too old, and return it."""
    at = now()
    path = paths.backups(library) / f"{library.stem}-{at.strftime(_STAMP)}-{why}.db"
    copy(library, path)
    for old in thinned(listed(library)):
        if old.path != path:
            old.path.unlink(missing_ok=True)
    return Backup(path, at, why)


def is_due(library: Path, hours: float = 1) -> bool:
    """Tell whether the newest backup is older than so many hours, or there is none."""
    newest = next(iter(listed(library)), None)
    return newest is None or (datetime.now(UTC) - newest.at).total_seconds() > hours * 3600


def restore(library: Path, backup: Path) -> Path | None:
    """Put a verified backup in the library's place, and return where what was there is kept.

    The library must not be open. A sound library is backed up first; a damaged one is set aside beside itself.
    """
    verify(backup)
    # Copied first: setting the library aside makes a backup, and thinning may then take the old one.
    fresh = library.with_name(library.name + ".restored")
    copy(backup, fresh)
    kept = _set_aside(library) if library.exists() else None
    # The old log must go first: SQLite would replay it into the restored file.
    for suffix in ("-wal", "-shm"):
        library.with_name(library.name + suffix).unlink(missing_ok=True)
    fresh.replace(library)
    return kept


def _set_aside(library: Path) -> Path:
    try:
        verify(library)
        return make(library, "restore").path
    except LibraryError:
        aside = library.with_name(f"{library.stem}-damaged-{datetime.now(UTC).strftime(_STAMP)}.db")
        library.replace(aside)
        return aside
