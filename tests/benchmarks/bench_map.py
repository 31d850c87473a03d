"""The map of a large topic: its layout, and how long the window does not answer: python -m tests.benchmarks.bench_map.

The layout's processor time is told beside that of sorting the same boxes, so that machines can be compared. The window
shows a topic of 2,000 arguments and 3,000 answers; `wall` is what a user feels, `own` is the processor time that the
window itself used of it.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from debateprep.domain.model import Answer, Argument, Brief, Item, Section, Topic
from debateprep.domain.terms import ItemKind, ResponseType, Side
from debateprep.domain.tidy import Box, place
from debateprep.gui.pages.map import MapPage
from debateprep.services import topics
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library
from tests.gui.person import CTRL, NO_KEYS, Person
from tests.gui.watchdog import LATE_MS

NODES = 3000
LAYOUT_TARGET = 0.1
TARGET_MS = 100
ARGUMENTS, ANSWERS = 2000, 3000
IN_CASE = 600
WORDS = "people would rather walk than wait for what they cannot count on and a city that plans for it saves".split()

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
        took = min(_cpu(lambda boxes=boxes: place(boxes)) for _ in range(5))  # type: ignore[misc]
        reference = min(_cpu(lambda boxes=boxes: sorted(boxes)) for _ in range(5))  # type: ignore[misc]
        kept = kept and took <= LAYOUT_TARGET
        print(f"layout of {NODES:,} nodes {name:12} {took * 1000:6.1f} ms CPU, {took / reference:6.1f} x sorting them")
    return kept


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def large_topic(library: Library) -> int:
    """Make a topic of 2,000 arguments and 3,000 answers, and return its number."""
    chance = random.Random(5)
    topic = topics.add(library, Topic(resolution="Resolved: Cities should plan for walking.")).new(Topic)
    with library.edit("Fill") as edit:
        sides = [Side.PRO if at % 2 else Side.CON for at in range(ARGUMENTS)]
        made = [
            edit.add(
                Argument(topic_id=topic, side=side, claim=" ".join(chance.choices(WORDS, k=chance.randint(5, 30))))
            )
            for side in sides
        ]
        _cases(edit, topic, made[:IN_CASE])
        _answers(edit, chance, made)
    return topic


def _cases(edit: Edit, topic: int, made: list[Argument]) -> None:
    for side in (Side.PRO, Side.CON):
        brief = edit.first(Brief, topic_id=topic, side=side.value)
        assert brief is not None
        own = [each for each in made if each.side is side]
        for rank in range(0, len(own), 10):
            section = edit.add(Section(brief_id=brief.id, title=f"Contention {rank // 10 + 1}", rank=rank))
            for at, argument in enumerate(own[rank : rank + 10]):
                edit.add(Item(section_id=section.id, kind=ItemKind.ARGUMENT, argument_id=argument.id, rank=at))


def _answers(edit: Edit, chance: random.Random, made: list[Argument]) -> None:
    pairs: set[tuple[int, int]] = set()
    for at in range(IN_CASE, ARGUMENTS):
        pairs.add((at, at - 1 - 2 * chance.randrange(min(300, at // 2))))
    while len(pairs) < ANSWERS:
        at = chance.randrange(IN_CASE, ARGUMENTS)
        pairs.add((at, at - 1 - 2 * chance.randrange(at // 2)))
    kinds = list(ResponseType)
    for one, other in sorted(pairs):
        edit.add(Answer(answering_id=made[one].id, target_id=made[other].id, response=chance.choice(kinds)))


def _wheel(person: Person, page: MapPage, turn: int, *, zoom: bool = False) -> None:
    place_ = QPointF(400, 300)
    phase, inverted = Qt.ScrollPhase.NoScrollPhase, False
    keys = CTRL if zoom else NO_KEYS
    event = QWheelEvent(place_, place_, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, keys, phase, inverted)
    with person.watchdog.watching("a zoom" if zoom else "the wheel"):
        QApplication.sendEvent(page.view.viewport(), event)
    person.turn("zooming" if zoom else "scrolling")


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
            _wheel(person, page, -120)
        for turn in (*[-120] * 14, *[120] * 14):
            _wheel(person, page, turn, zoom=True)
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
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    kept = layouts()
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
    return int(over > 0 or not kept)


if __name__ == "__main__":
    sys.exit(main())
