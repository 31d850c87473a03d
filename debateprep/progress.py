"""A token by which long work reports how far it is and learns that it should stop. Knows no window."""

from collections.abc import Callable

from debateprep.errors import DebatePrepError


class Cancelled(DebatePrepError):
    """Say that the user stopped the work; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was changed.")


class Progress:
    """Carry progress out of long work and a wish to stop into it; safe to share between two threads.

    `report(done, total, what)` is called from the working thread.
    """

    def __init__(self, report: Callable[[int, int, str], None] | None = None) -> None:
        self._report = report
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report `done` of `total` units; raise Cancelled when the user asked to stop."""
        if self._cancelled:
            raise Cancelled
        if self._report is not None:
            self._report(done, total, what)
