"""`backup`, `restore` and `check`: the care of a library."""

import argparse
from pathlib import Path

from debateprep.commands.opening import library_path, reading, writing
from debateprep.commands.shell import CommandError, Outcome, counted, done
from debateprep.commands.table import table
from debateprep.services import history


def backup(parser: argparse.ArgumentParser) -> None:
    """Declare `backup`."""
    parser.set_defaults(run=_backup)
    parser.add_argument("file", nargs="?", metavar="FILE", help="a file of your own; else into the backups folder")
    parser.add_argument("--list", action="store_true", help="list the backups, newest first")


def _backup(args: argparse.Namespace) -> Outcome:
    if args.list:
        return _listed(args)
    with reading(args) as library:
        path = history.back_up(library, Path(args.file).expanduser() if args.file else None)
    return done(f"Backed up to {path}.", path=str(path))


def _listed(args: argparse.Namespace) -> Outcome:
    if args.file:
        raise CommandError("`debateprep backup --list` takes no file.")
    library = library_path(args)
    found = history.backups(library)
    data = [{"number": n, "path": str(b.path), "at": b.at.isoformat(), "why": b.why} for n, b in enumerate(found, 1)]
    if not found:
        return Outcome({"backups": data}, [f"There is no backup of {library} yet; `debateprep backup` makes one."])
    rows = [(n, b.at.strftime("%Y-%m-%d %H:%M:%S"), b.why, b.path.name) for n, b in enumerate(found, 1)]
    lines = table(("No.", "When (UTC)", "Why", "File"), rows, long=(3,))
    return Outcome({"backups": data}, [*lines, "", f"In {found[0].path.parent}", "Go back: debateprep restore NO"])


def restore(parser: argparse.ArgumentParser) -> None:
    """Declare `restore`."""
    parser.set_defaults(run=_restore)
    words = "its number in `backup --list`, or a file; else the newest"
    parser.add_argument("backup", nargs="?", metavar="BACKUP", help=words)


def _restore(args: argparse.Namespace) -> Outcome:
    library = library_path(args)
    used, kept = history.restore(library, _chosen(library, args.backup))
    lines = [f"Restored {library} from {used.name}."]
    if kept is not None:
        lines.append(f"What was there before is kept in {kept}.")
    data = {"library": str(library), "backup": str(used), "kept": str(kept) if kept else None}
    return Outcome(data, lines, chatter=True)


def _chosen(library: Path, wanted: str | None) -> Path | None:
    if wanted is None:
        return None
    if wanted.isascii() and wanted.isdigit() and not Path(wanted).exists():
        found = history.backups(library)
        if not 1 <= int(wanted) <= len(found):
            raise CommandError(f"There are {counted(len(found), 'backup')}; `debateprep backup --list` shows them.")
        return found[int(wanted) - 1].path
    path = Path(wanted).expanduser()
    if not path.is_file():
        raise CommandError(f"There is no backup file {path}; `debateprep backup --list` shows them.")
    return path


def check(parser: argparse.ArgumentParser) -> None:
    """Declare `check`."""
    parser.set_defaults(run=_check)
    parser.add_argument("--rebuild-index", action="store_true", help="make the search index anew first")


def _check(args: argparse.Namespace) -> Outcome:
    # Open for writing: SQLite compares a search index with its rows by a kind of INSERT.
    with writing(args) as library:
        if args.rebuild_index:
            library.rebuild_index()
        faults, digest = library.faults(), library.content_hash()
    data = {"library": str(library.path), "sound": not faults, "faults": faults, "content_hash": digest}
    if not faults:
        return Outcome(data, [f"The library {library.path} is sound.", f"Content hash: {digest}"])
    advice = (
        f"The library {library.path} has {counted(len(faults), 'fault')}; `debateprep restore` goes back to a backup."
    )
    if all(fault.startswith("search index") for fault in faults):
        advice = "Only the search index is wrong; `debateprep check --rebuild-index` makes it anew."
    return Outcome(data, faults, [advice], code=1)
