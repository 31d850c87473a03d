"""What can go wrong when pages are made."""

from debateprep.errors import DebatePrepError


class PublishingError(DebatePrepError):
    """Say why the pages could not be made and what to do."""
