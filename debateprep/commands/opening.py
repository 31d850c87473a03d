"""Open the library that a command was told to use, and find in it what the user names."""

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from debateprep import paths
from debateprep.commands.shell import CommandError, number_of
from debateprep.domain.model import Brief, Topic
from debateprep.domain.terms import Side
from debateprep.progress import Progress
from debateprep.services import topics
from debateprep.storage.library import Library

SILENT_SECONDS = 0.5


def library_path(args: argparse.Namespace) -> Path:
    """Return the file of the library that was asked for."""
    return Path(args.library).expanduser() if args.library else paths.default_library()


@contextmanager
def reading(args: argparse.Namespace) -> Iterator[Library]:
    """Open the library for reading; raise CommandError telling a newcomer how to begin when there is none."""
    with Library(_existing(args), write=False) as library:
        yield library


def _existing(args: argparse.Namespace) -> Path:
    path = library_path(args)
    if not path.exists():
        raise CommandError(
            f"There is no library at {path} yet; `debateprep import FILE` or `debateprep topics samples` makes it, "
            "and `debateprep quickstart` makes one to try."
        )
    return path


@contextmanager
def writing(args: argparse.Namespace, *, make: bool = False) -> Iterator[Library]:
    """Open the library for writing; when there is none, `make` it or raise CommandError as `reading` does."""
    with Library(library_path(args) if make else _existing(args)) as library:
        yield library


def topic_of(library: Library, wanted: str) -> Topic:
    """Return the topic that was named, or the newest."""
    with library.read() as reader:
        return topics.find(reader, wanted)


def brief_of(library: Library, topic_id: int, args: argparse.Namespace) -> tuple[Side | None, int]:
    """Return the side and number of the brief that `--brief` names, `--side` and 0 (the main one) where none is.

    Raise CommandError for one that is not on the topic, or not of the side that was given.
    """
    side = Side(args.side) if args.side else None
    if not args.brief:
        return side, 0
    with library.read() as reader:
        found = reader.get(Brief, number_of(args.brief, "brief"))
    if found.topic_id != topic_id:
        raise CommandError(f"The brief {args.brief} is on another topic; `debateprep brief briefs` lists this one's.")
    if side is not None and found.side is not side:
        raise CommandError(f"The brief {args.brief} is {found.side.label}'s; leave --side out.")
    return found.side, found.id


@contextmanager
def progress(args: argparse.Namespace) -> Iterator[Progress]:
    """Give a progress that shows itself on a terminal once the work has taken a moment."""
    if args.quiet or not sys.stderr.isatty():
        yield Progress()
        return
    ticker = _Ticker()
    try:
        yield Progress(ticker.report)
    finally:
        ticker.clear()


class _Ticker:
    """One line on stderr that is written over."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._shown = 0

    def report(self, done: int, total: int, what: str) -> None:
        """Show how far the work is, once it is no longer quick."""
        if time.monotonic() - self._began < SILENT_SECONDS:
            return
        line = f"{what or 'Working'} {done}/{total}"[:78]
        sys.stderr.write(f"\r{line.ljust(self._shown)}")
        sys.stderr.flush()
        self._shown = len(line)

    def clear(self) -> None:
        """Leave the line empty for what follows."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * self._shown}\r")
            sys.stderr.flush()
