"""A person at a window, watched: how long the window does not answer.

`wall` is what a user feels, `own` is the processor time that the window itself used of it.
"""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from tests.gui.person import Person
from tests.gui.watchdog import LATE_MS, Stall

T = TypeVar("T")

TARGET_MS = 100
_TOLD = 12


def watched(use: Callable[[Person, Path], T]) -> tuple[T, list[Stall]]:
    """Let somebody use windows in a home of their own; return what came of it, and the stalls, longest first."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["DEBATEPREP_HOME"] = home
        person = Person()
        person.watchdog.start()
        found = use(person, Path(home))
        person.watchdog.stop()
    return found, person.watchdog.stalls


def over(stalls: Sequence[Stall]) -> int:
    """Return how many stalls miss the target."""
    return sum(stall.milliseconds > TARGET_MS for stall in stalls)


def tell(stalls: Sequence[Stall]) -> None:
    """Print the longest stall, how many miss the target, and the late ones by name."""
    worst = stalls[0] if stalls else Stall(0, 0, "nothing")
    print(f"longest stall {worst.milliseconds:.0f} ms ({worst.own:.0f} own), {over(stalls)} over {TARGET_MS} ms")
    for stall in stalls[:_TOLD]:
        if stall.milliseconds >= LATE_MS:
            print(f"  {stall}")


def application() -> QApplication:
    """Return the application, offscreen unless QT_QPA_PLATFORM says otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication([])
