"""Measures how long the window does not answer.

A timer beats every few milliseconds in the GUI thread. Two beats that lie far apart mean that the event loop did not
turn between them, whatever it was that held it: a slow slot, a paint, or the wait for the interpreter while a worker
computes. Test code runs in the same thread, so time counts only inside `watching()`, which a `Person` opens while it
delivers one key, click or drop, and while the event loop runs; what a test does between these is its own affair.

Wall time is what a user feels, and what the target names. On a busy machine it also holds the turns of other
programs, so the processor time that the GUI thread itself used is told beside it.

A second thread looks at the beats. Once one is late it notes what the GUI thread is at, which names the stall. It
reads that from faulthandler's words: whoever holds a frame of another thread keeps what is local there alive, and a
painter that dies late, in the wrong thread, takes the program with it.
"""

import faulthandler
import re
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer

BEAT_MS = 4
LATE_MS = 60
LOOK_SECONDS = 0.01
LINE = re.compile(r'File ".*/debateprep/(?:.*/)?([^/"]+)", line (\d+) in (\S+)')


@dataclass
class Stall:
    """A time without a turn of the event loop: wall and own processor milliseconds, and what was run."""

    milliseconds: float
    own: float
    during: str
    seen: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        at = "; ".join(f"{place} ({count})" for place, count in self.seen.most_common(3))
        return f"{self.milliseconds:.0f} ms ({self.own:.0f} own) during {self.during}{': ' + at if at else ''}"


class Watchdog:
    """Keeps the stalls of a journey, longest first in `stalls`; start it in the GUI thread, and stop it there."""

    def __init__(self) -> None:
        self._beaten = self._own = 0.0
        self._depth = 0
        self._during = ""
        self._main = threading.get_ident()
        self._seen: Counter[str] = Counter()
        self._ended = threading.Event()
        self._found: list[Stall] = []
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._looker = threading.Thread(target=self._look, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to measure."""
        self._timer.start()
        self._looker.start()

    def stop(self) -> None:
        """End."""
        self._ended.set()
        self._looker.join()
        self._timer.stop()

    @property
    def stalls(self) -> list[Stall]:
        """Return what was late, longest first, and the longest time of all even if it was not."""
        return sorted(self._found, key=lambda stall: -stall.milliseconds)

    @property
    def worst(self) -> Stall:
        """Return the longest time without a turn."""
        return (self.stalls or [Stall(0, 0, "nothing")])[0]

    def forget(self) -> None:
        """Begin anew: what was late until now is another measure's affair."""
        self._found.clear()

    @contextmanager
    def watching(self, during: str) -> Iterator[None]:
        """Count the time inside, under a name."""
        self._depth += 1
        if self._depth == 1:
            self._mark()
            self._during = during
        try:
            yield
        finally:
            if self._depth == 1:
                self._count()
            self._depth -= 1

    def _mark(self) -> None:
        self._beaten, self._own = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        if self._depth:
            self._count()

    def _count(self) -> None:
        took = (time.perf_counter() - self._beaten) * 1000
        own = (time.thread_time() - self._own) * 1000
        seen, self._seen = self._seen, Counter()
        if took >= LATE_MS or not self._found or took > self._found[0].milliseconds:
            stall = Stall(took, own, self._during, seen)
            self._found = [stall, *(each for each in self._found if each.milliseconds >= LATE_MS)]
            self._found.sort(key=lambda each: -each.milliseconds)
        self._mark()

    def _look(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            if self._depth and (time.perf_counter() - self._beaten) * 1000 >= LATE_MS:
                self._seen[self._place()] += 1

    def _place(self) -> str:
        """Return where the GUI thread is: its innermost own function, and the outermost that led there."""
        with tempfile.TemporaryFile("w+") as file:
            faulthandler.dump_traceback(file, all_threads=True)
            file.seek(0)
            threads = file.read().split("\n\n")
        mine = next((each for each in threads if f"0x{self._main:016x}" in each.partition("\n")[0]), "")
        own = [f"{file}:{line} {name}" for file, line, name in LINE.findall(mine)]
        return " < ".join(dict.fromkeys((own[0], own[-1]))) if own else "Qt"
