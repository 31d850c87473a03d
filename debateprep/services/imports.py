"""Many articles at once: files and folders in, a report for each file out; one that is refused stops no other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from debateprep.errors import DebatePrepError
from debateprep.progress import Cancelled, Progress
from debateprep.reading.formats import ENDINGS, ending_of
from debateprep.services import sources
from debateprep.services.sources import Imported
from debateprep.storage.library import Library

_DEEPEST = 30
_MOST = 10_000


class Fate(StrEnum):
    """What became of one file."""

    ADDED = "added"
    ATTACHED = "attached to a source that waited for it"
    KNOWN = "already there"
    REFUSED = "refused"
    PASSED_OVER = "passed over"
    NOT_READ = "not read"


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file's fate, with a sentence for the user where something is to be said."""

    path: Path
    fate: Fate
    sentence: str = ""
    imported: Imported | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The fates of all files in order."""

    files: tuple[FileReport, ...]

    def of(self, *fates: Fate) -> tuple[FileReport, ...]:
        """Return the files of some fates."""
        return tuple(each for each in self.files if each.fate in fates)

    @property
    def stopped(self) -> bool:
        """Tell whether the user stopped the work before its end."""
        return bool(self.of(Fate.NOT_READ))

    @property
    def imported(self) -> tuple[Imported, ...]:
        """Return what came in, or was there already."""
        return tuple(each.imported for each in self.files if each.imported is not None)


def gather(paths: Sequence[Path]) -> Iterator[Path | FileReport]:
    """Yield the files to read, those in folders by name, and a report for each file in a folder that is passed over.

    A file that is named itself is always yielded: its content decides. In folders, hidden files are left out in
    silence; links and names that no article bears are reported, and nothing outside the folder is reached.
    """
    for path in paths:
        if path.is_dir():
            inside = list(_inside(path))
            yield from inside
            if not any(isinstance(each, Path) or each.fate is Fate.REFUSED for each in inside):
                yield FileReport(path, Fate.REFUSED, f"No file in the folder “{path.name}” could be an article.")
        else:
            yield path


def _inside(folder: Path) -> Iterator[Path | FileReport]:
    waiting = [(folder, 0)]
    count = 0
    while waiting:
        place, depth = waiting.pop()
        try:
            entries = sorted(place.iterdir(), key=lambda entry: entry.name.casefold())
        except OSError:
            yield FileReport(place, Fate.REFUSED, f"The folder “{place.name}” could not be opened; check its rights.")
            continue
        folders = []
        for entry in entries:
            if entry.name.startswith((".", "~$")):
                continue
            count += 1
            if count > _MOST:
                sentence = f"“{folder.name}” holds more than {_MOST:,} files; choose the folders in it one by one."
                yield FileReport(folder, Fate.REFUSED, sentence)
                return
            if entry.is_dir() and not entry.is_symlink():
                folders.append((entry, depth + 1))
            else:
                yield _looked_at(entry)
        # The last is taken first: folders are read in the order of their names.
        waiting += [(entry, level) for entry, level in reversed(folders) if level <= _DEEPEST]


def _looked_at(entry: Path) -> Path | FileReport:
    if entry.is_symlink():
        return FileReport(entry, Fate.PASSED_OVER, f"“{entry.name}” is a link; choose the file it leads to itself.")
    if ending_of(entry.name) not in ENDINGS:
        sentence = f"“{entry.name}” is no article by its name; if it is one, choose it itself."
        return FileReport(entry, Fate.PASSED_OVER, sentence)
    return entry


def in_turn(paths: Sequence[Path], progress: Progress | None = None) -> Iterator[Path | FileReport]:
    """Yield each file when its turn has come, as `gather` does; once `progress` is cancelled, reports of the rest."""
    found = list(gather(paths))
    total = sum(isinstance(each, Path) for each in found)
    begun, stopped = 0, False
    for each in found:
        if isinstance(each, FileReport):
            yield each
            continue
        try:
            if progress is not None and not stopped:
                progress.step(begun, total, each.name)
        except Cancelled:
            stopped = True
        begun += 1
        yield FileReport(each, Fate.NOT_READ) if stopped else each


def name_patterns() -> str:
    """Return the names that articles bear, as a file dialog takes them ("*.docx *.epub …")."""
    return " ".join(f"*.{ending}" for ending in sorted(ENDINGS))


def import_many(library: Library, paths: Sequence[Path], progress: Progress | None = None) -> Report:
    """Bring in files and whole folders, each file as one step of history, and return what became of each.

    When `progress` is cancelled, what came in stays, and the rest is reported as not read.
    """
    walk = in_turn(paths, progress)
    return Report(tuple(_one(library, each) if isinstance(each, Path) else each for each in walk))


def _one(library: Library, path: Path) -> FileReport:
    try:
        (made,) = sources.import_files(library, [path])
    except DebatePrepError as error:
        return FileReport(path, Fate.REFUSED, str(error))
    fate = Fate.KNOWN if made.known else Fate.ATTACHED if made.recognised else Fate.ADDED
    return FileReport(path, fate, " ".join(made.report), made)
