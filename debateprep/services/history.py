"""History and care of a library: undo, redo, backups, restoring, checking."""

from pathlib import Path

from debateprep.domain.changes import Changes, How, Step, StepDetail
from debateprep.services import trash
from debateprep.services.errors import ServiceError
from debateprep.storage import backup
from debateprep.storage.backup import Backup
from debateprep.storage.library import Library
from debateprep.storage.lock import WriterLock


def undo(library: Library, steps: int = 1) -> list[Changes]:
    """Take back so many steps, and return them, the latest first; raise NothingTo when there is none at all."""
    return _walk(library, steps, undoing=True)


def redo(library: Library, steps: int = 1) -> list[Changes]:
    """Do so many undone steps again, in order; raise NothingTo when there is none at all."""
    return _walk(library, steps, undoing=False)


def _walk(library: Library, steps: int, *, undoing: bool) -> list[Changes]:
    go = library.undo if undoing else library.redo
    done = [go()]
    for _ in range(steps - 1):
        if not any(step.undone is not undoing for step in library.history(limit=-1)):
            break
        done.append(go())
    return done


def steps(library: Library, limit: int = 50) -> list[Step]:
    """Return the newest steps, newest first."""
    return library.history(limit)


def detail(library: Library, step_id: int) -> StepDetail:
    """Return a step with the things it touched; raise NotFound when it was forgotten."""
    return library.step_detail(step_id)


def go_to(library: Library, step_id: int) -> list[Changes]:
    """Go to the point just after a step, or before all that are listed (0); return the steps undone or redone.

    Nothing is lost by going back: until something else is done, every step can be gone forward to again.
    """
    known = library.history(limit=-1)
    if step_id and step_id not in {step.id for step in known}:
        raise ServiceError("That step is no longer in the history.")
    back = sum(1 for step in known if step.id > step_id and not step.undone)
    forth = sum(1 for step in known if step.id <= step_id and step.undone)
    return [*(library.undo() for _ in range(back)), *(library.redo() for _ in range(forth))]


def restore_deleted(library: Library, step_id: int) -> Changes:
    """Bring back what a step moved to the trash, whatever was done since; later work stays as it is.

    Raise ServiceError when the step threw nothing away, or when that is no longer in the trash.
    """
    found = library.step_detail(step_id)
    gone = [each for each in found.touched if each.how is How.TRASHED]
    if not gone or found.step.undone:
        raise ServiceError(f"The step “{found.step.name}” has nothing in the trash.")
    chosen: set[tuple[str, int]] = {(each.kind, each.id) for each in gone}
    with library.read() as reader:
        there = {(each.kind, each.id) for each in reader.trashed()}
    for each in gone:
        if (each.kind, each.id) in chosen & there:
            return trash.restore(library, trash.kind(each.kind), each.id)
    raise ServiceError(f"What “{found.step.name}” threw away has been brought back, or is gone for good.")


def backups(library: Path) -> list[Backup]:
    """Return a library's backups, newest first."""
    return backup.listed(library)


def back_up(library: Library, target: Path | None = None) -> Path:
    """Make a verified backup now, in the backups folder or in a new file, and return its path.

    Raise ServiceError when the file is there already.
    """
    if target is None:
        return library.back_up().path
    if target.exists():
        raise ServiceError(f"There is a file {target} already; choose another name for the backup.")
    backup.copy(library.path, target)
    return target


def restore(library: Path, chosen: Path | None = None) -> tuple[Path, Path | None]:
    """Put a backup (the newest unless one is chosen) in the library's place.

    Return the backup used and where what was there is kept. Raise ServiceError when there is no backup, and
    LibraryBusy while the library is open.
    """
    if chosen is None:
        newest = next(iter(backup.listed(library)), None)
        if newest is None:
            raise ServiceError(f"There is no backup of {library} yet.")
        chosen = newest.path
    backup.verify(chosen)
    library.parent.mkdir(parents=True, exist_ok=True)
    lock = WriterLock(library)
    try:
        return chosen, backup.restore(library, chosen)
    finally:
        lock.release()
