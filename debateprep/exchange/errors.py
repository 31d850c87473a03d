"""What can go wrong with files of other tools."""

from debateprep.errors import DebatePrepError


class ExchangeError(DebatePrepError):
    """Say why a file of another tool could not be read or written."""
