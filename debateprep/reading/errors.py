"""The room's one root of errors."""

from debateprep.errors import DebatePrepError


class ReadingError(DebatePrepError):
    """Say why no article could be read and what to do."""
