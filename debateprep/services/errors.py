"""What a use case refuses, each in a plain sentence."""

from debateprep.errors import DebatePrepError


class ServiceError(DebatePrepError):
    """The root of every refusal of the services."""
