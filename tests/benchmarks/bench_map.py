"""The map of a large topic: its layout, and how long the window does not answer: python -m tests.benchmarks.bench_map.

The layout's processor time is told beside that of sorting the same boxes, so that machines can be compared.
"""

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from debateprep.domain.tidy import Box, place
from debateprep.gui.pages.map.page import MapPage
from debateprep.storage.library import Library
from tests.benchmarks.large import ARGUMENTS, large_topic
from tests.benchmarks.watched import application, over, tell, watched
from tests.gui.person import CTRL, Person

NODES = 3000
LAYOUT_TARGET = 0.1

SHAPES: dict[str, Callable[[random.Random, int], int]] = {
    "as a topic": lambda chance, at: chance.randrange(max(0, at - 150), at),
    "at random": lambda chance, at: chance.randrange(at),
    "one chain": lambda _chance, at: at - 1,
    "one family": lambda _chance, _at: 0,
    "by twos": lambda _chance, at: (at - 1) // 2,
}


def layouts() -> bool:
    """Print the time of the layout for trees of every shape; tell whether all kept the target."""
    kept = True
    for name, parent in SHAPES.items():
        chance = random.Random(1)
        boxes = [Box(200, 60)]
        boxes += [
            Box(chance.choice((184, 224, 292)), chance.choice((50, 68, 93)), parent(chance, at))
            for at in range(1, NODES)
        ]
        took = min(_cpu(partial(place, boxes)) for _ in range(5))
        reference = min(_cpu(partial(sorted, boxes)) for _ in range(5))
        kept = kept and took <= LAYOUT_TARGET
        print(f"layout of {NODES:,} nodes {name:12} {took * 1000:6.1f} ms CPU, {took / reference:6.1f} x sorting them")
    return kept


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def use(person: Person, folder: Path) -> None:
    """Open the map, scroll, zoom far out, walk, fold and unfold, write an answer, and undo it."""
    library = folder / "home" / "library.db"
    with Library(library) as opened:
        topic = large_topic(opened)
    with person.at(library) as window:
        # The start has a benchmark of its own.
        person.watchdog.forget()
        # The map is what is measured, not the briefs, where a topic opens otherwise.
        person.press(window.shell.rail, "Map")
        person.settle(window)
        page = window.shell.page("map")
        assert isinstance(page, MapPage)
        with person.watchdog.watching("opening the topic"):
            window.shell.open_topic(topic)
        person.until(lambda: page.desk.seen is not None and len(page.desk.seen.whole.nodes) > ARGUMENTS, "the map", 60)
        person.settle(window)
        seen = page.desk.seen
        assert seen is not None
        print(f"{len(seen.drawing.cards):,} nodes, {len(seen.drawing.edges):,} lines")
        for _ in range(60):
            person.wheel(page.view.viewport(), QPoint(0, -120))
        for turn in (*[-120] * 14, *[120] * 14):
            person.wheel(page.view.viewport(), QPoint(0, turn), CTRL)
        page.view.setFocus()
        for key in (Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 20, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_End):
            person.key(key)
        for key in (
            Qt.Key.Key_Home,
            Qt.Key.Key_Minus,
            Qt.Key.Key_Plus,
            Qt.Key.Key_BracketLeft,
            Qt.Key.Key_BracketRight,
        ):
            person.key(key)
            person.settle(window)
        page.view.choose("argument:1")
        for step in ("a", "Nobody counts on it"):
            person.type(step)
        person.key(Qt.Key.Key_Return)
        person.settle(window)
        person.press(window.shell.top, window.shell.top.undo.accessibleName())
        person.settle(window)


def main() -> int:
    """Measure, print, and return 1 where a target was missed."""
    app = application()
    kept = layouts()
    _, stalls = watched(use)
    tell(stalls)
    app.quit()
    return int(over(stalls) > 0 or not kept)


if __name__ == "__main__":
    sys.exit(main())
