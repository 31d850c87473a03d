"""Coverage of a large topic, and how long the window does not answer: python -m tests.benchmarks.bench_coverage."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from debateprep.domain.terms import Side
from debateprep.gui.pages.coverage.page import CoveragePage
from debateprep.storage.library import Library
from tests.benchmarks.large import ARGUMENTS, large_topic
from tests.benchmarks.watched import application, over, tell, watched
from tests.gui.person import Person

KEYS = (
    *[Qt.Key.Key_Down] * 20,
    *[Qt.Key.Key_Right] * 20,
    *(Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageUp),
)


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
            person.wheel(page.table.viewport(), turn)
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
    app = application()
    _, stalls = watched(use)
    tell(stalls)
    app.quit()
    return int(over(stalls) > 0)


if __name__ == "__main__":
    sys.exit(main())
