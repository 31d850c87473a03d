"""What can go wrong with a library, each in a plain sentence."""

from debateprep.errors import DebatePrepError


class LibraryError(DebatePrepError):
    """The root of every error of the storage room."""


class NotFound(LibraryError):
    """Say that a thing is not in the library (any more)."""


class LibraryBusy(LibraryError):
    """Say that another program holds the library for writing."""


class LibraryNewer(LibraryError):
    """Say that a newer DebatePrep wrote the library."""


class LibraryDamaged(LibraryError):
    """Say that the library's file cannot be trusted."""


class NothingTo(LibraryError):
    """Say that there is no step to undo or redo."""
