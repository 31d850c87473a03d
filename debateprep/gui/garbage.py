"""Collects Python's garbage between Qt's events, in the GUI thread only.

Python collects wherever an object is made: in a worker thread, or half-way through a call into Qt. A window or a
signal caught in a cycle is then destroyed under Qt's feet, and the program crashes.

What the start made (classes, functions, the window) lives as long as the program: it is never looked at, or the first
look and every full one would hold the window up for it. The few dead cycles among it stay until the end.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 1000
"""Milliseconds between two looks."""


class Garbage(QObject):
    """Take garbage collection over from Python while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)

    @Slot()
    def look(self) -> None:
        """Collect the generations that have grown past Python's own thresholds."""
        for generation, (count, threshold) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > threshold > 0:
                gc.collect(generation)
                return

    def spare(self) -> None:
        """Leave all that stands by now out of every look to come."""
        gc.freeze()

    def end(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
