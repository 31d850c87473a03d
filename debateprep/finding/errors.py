"""The errors of finding positions."""

from debateprep.errors import DebatePrepError


class FindingError(DebatePrepError):
    """Say why positions could not be looked for."""
