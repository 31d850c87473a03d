"""Coverage of a large topic, and how long the window does not answer: python -m tests.benchmarks.bench_coverage.

The window shows a topic of 2,000 arguments and 3,000 answers; `wall` is what a user feels, `own` is the processor time
that the window itself used of it.
"""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from debateprep.domain.terms import Side
from debateprep.gui.pages.coverage import CoveragePage
from debateprep.storage.library import Library
from tests.benchmarks.bench_map import ARGUMENTS, TARGET_MS, large_topic
from tests.gui.person import NO_KEYS, Person
from tests.gui.watchdog import LATE_MS

KEYS = (
    *[Qt.Key.Key_Down] * 20,
    *[Qt.Key.Key_Right] * 20,
    *(Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageUp),
)


def _wheel(person: Person, page: CoveragePage, turn: QPoint) -> None:
    place = QPointF(400, 300)
    phase, inverted = Qt.ScrollPhase.NoScrollPhase, False
    event = QWheelEvent(place, place, QPoint(), turn, Qt.MouseButton.NoButton, NO_KEYS, phase, inverted)
    with person.watchdog.watching("the wheel"):
        QApplication.sendEvent(page.table.viewport(), event)
    person.turn("scrolling")


def use(person: Person, folder: Path) -> None:
    """Open the table, scroll both ways, walk, show holes only, turn it, write an answer, and undo it."""
    library = folder / "home" / "library.db"
    with Library(library) as opened:
        topic = large_topic(opened)
    with person.at(library) as window:
        # The start has a benchmark of its own.
        person.watchdog.forget()
        person.press(window.shell.rail, "Coverage")
        person.settle(window)
        page = window.shell.page("coverage")
        assert isinstance(page, CoveragePage)
        with person.watchdog.watching("opening the topic"):
            window.shell.open_topic(topic)
        person.until(lambda: page.shown.whole >= ARGUMENTS, "the table", 60)
        person.settle(window)
        grid = page.shown.grid
        print(f"{len(grid.rows):,} rows, {len(grid.columns):,} columns, {page.shown.findings:,} findings")
        for turn in (*[QPoint(0, -240)] * 40, *[QPoint(-240, 0)] * 40):
            _wheel(person, page, turn)
        page.table.setFocus()
        for key in KEYS:
            person.key(key)
        for key, done in (
            (Qt.Key.Key_H, lambda: all(each.open for each in page.shown.grid.rows)),
            (Qt.Key.Key_T, lambda: page.shown.grid.side is Side.CON),
            (Qt.Key.Key_H, lambda: len(page.shown.grid.rows) > ARGUMENTS // 3),
        ):
            person.key(key)
            person.until(done, "the table", 60)
            person.settle(window)
        for key in (Qt.Key.Key_N, Qt.Key.Key_A):
            person.key(key)
        person.type("Nobody counts on it")
        person.key(Qt.Key.Key_Return)
        person.settle(window)
        person.press(window.shell.top, window.shell.top.undo.accessibleName())
        person.settle(window)


def main() -> int:
    """Measure, print, and return 1 where a target was missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        os.environ["DEBATEPREP_HOME"] = home
        person = Person()
        person.watchdog.start()
        use(person, Path(home))
        person.watchdog.stop()
    worst = person.watchdog.worst
    over = sum(stall.milliseconds > TARGET_MS for stall in person.watchdog.stalls)
    print(f"longest stall {worst.milliseconds:.0f} ms ({worst.own:.0f} own), {over} over {TARGET_MS} ms")
    for stall in person.watchdog.stalls[:12]:
        if stall.milliseconds >= LATE_MS:
            print(f"  {stall}")
    app.quit()
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
