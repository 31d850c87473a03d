"""The briefs of a large topic, and how long the window does not answer: python -m tests.benchmarks.bench_outline."""

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from debateprep.domain.model import Position, Source, Topic
from debateprep.domain.terms import Part, Side
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.pages.briefs.rows import payload
from debateprep.gui.pages.briefs.side import PARTS
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.services import topics
from debateprep.storage.library import Library
from tests.benchmarks.large import ARGUMENTS, WORDS, large_topic
from tests.benchmarks.watched import application, over, tell, watched
from tests.gui.person import CTRL, NO_KEYS, SHIFT, Person
from tests.gui.watchdog import Stall

POSITIONS = 1000
ALT = Qt.KeyboardModifier.AltModifier
WALK = (*[Qt.Key.Key_Down] * 25, Qt.Key.Key_End, *[Qt.Key.Key_Up] * 10, *[Qt.Key.Key_PageUp] * 5, Qt.Key.Key_Home)


class Journey:
    """One user on the Briefs page; the longest stall of each step is kept under its name."""

    def __init__(self, person: Person, window: MainWindow) -> None:
        self.person = person
        self.window = window
        page = window.shell.page("briefs")
        assert isinstance(page, BriefsPage)
        self.page = page
        self.found: list[tuple[str, list[Stall]]] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure a step, with all that follows from it."""
        self.person.watchdog.forget()
        yield
        self.person.settle(self.window)
        self.found.append((name, self.person.watchdog.stalls[:3]))

    def keys(self, *keys: Qt.Key, with_: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press keys, one after another."""
        for key in keys:
            self.person.key(key, with_)

    def open(self, topic: int) -> None:
        """Open the topic, and every part of it on both sides."""
        with self.step("open the topic"):
            with self.person.watchdog.watching("opening the topic"):
                self.window.shell.open_topic(topic)
            self.person.until(lambda: self.is_there, "the briefs", 60)
        for side, column in self.page.columns.items():
            for place in (1, 2, 0):
                name = f"{side.label}: the tab {PARTS[place].value}"
                with self.step(name), self.person.watchdog.watching("the tab"):
                    column.tabs.setCurrentIndex(place)

    @property
    def is_there(self) -> bool:
        """Tell whether the large topic is on the page."""
        board = self.page.desk.board
        return board is not None and len(board.arguments) >= ARGUMENTS

    def wheel(self, side: Side, turn: int) -> None:
        """Turn the wheel over a column."""
        self.person.wheel(self.scroll(side).viewport(), QPoint(0, turn))

    def scroll(self, side: Side) -> QScrollArea:
        """Return what a column scrolls in."""
        port = self.page.columns[side].body.parentWidget()
        found = port.parentWidget() if port is not None else None
        assert isinstance(found, QScrollArea)
        return found

    def look_about(self, side: Side, part: Part) -> None:
        """Scroll, jump and walk through a part of a side's brief."""
        column = self.page.columns[side]
        name = f"{side.label} {part.value}"
        with self.step(f"{name}: show"), self.person.watchdog.watching("the tab"):
            column.tabs.setCurrentIndex(PARTS.index(part))
        with self.step(f"{name}: the wheel"):
            for turn in (*[-120] * 40, *[-1200] * 10, *[120] * 20):
                self.wheel(side, turn)
        bar = self.scroll(side).verticalScrollBar()
        with self.step(f"{name}: the scroll bar"):
            for tenth in (5, 9, 2, 7, 0):
                with self.person.watchdog.watching("the scroll bar"):
                    bar.setValue(bar.maximum() * tenth // 10)
                self.person.turn("scrolling")
        with self.step(f"{name}: walk"):
            column.body.focus_current()
            self.keys(*WALK)
        with self.step(f"{name}: choose a range, and all"):
            self.keys(*[Qt.Key.Key_Down] * 3)
            self.keys(*[Qt.Key.Key_Down] * 8, with_=SHIFT)
            self.keys(Qt.Key.Key_A, with_=CTRL)
            self.keys(Qt.Key.Key_Escape, Qt.Key.Key_Home)

    def change(self, side: Side) -> None:
        """Fold, move a branch and one row, write, answer, and take it back step by step and forth again."""
        column = self.page.columns[side]
        column.tabs.setCurrentIndex(0)
        self.person.settle(self.window)
        column.body.focus_current()
        self.keys(Qt.Key.Key_Home)
        for name, key, modifier in (
            ("fold a branch", Qt.Key.Key_Period, CTRL),
            ("unfold it", Qt.Key.Key_Period, CTRL),
            ("move a branch down", Qt.Key.Key_Down, ALT),
            ("move it up", Qt.Key.Key_Up, ALT),
        ):
            with self.step(name):
                self.keys(key, with_=modifier)
        self.keys(Qt.Key.Key_Down, Qt.Key.Key_Down)
        with self.step("move an argument down"):
            self.keys(Qt.Key.Key_Down, with_=ALT)
        with self.step("write an argument"):
            self.keys(Qt.Key.Key_N)
            self.person.type("Nobody counts on it")
            self.keys(Qt.Key.Key_Return)
            self.person.settle(self.window)
            self.keys(Qt.Key.Key_Escape)
        with self.step("write an answer"):
            self.keys(Qt.Key.Key_A)
            self.person.type("Everybody does")
            self.keys(Qt.Key.Key_Return)
        column.body.focus_current()
        with self.step("to the trash"):
            self.keys(Qt.Key.Key_Delete)
        for what in ("undo", "redo", "undo"):
            with self.step(what):
                for _ in range(3):
                    button = getattr(self.window.shell.top, what)
                    self.person.press(self.window.shell.top, button.accessibleName())
                    self.person.settle(self.window)

    def drag(self, side: Side) -> None:
        """Drag an argument over the column, from its top to its end."""
        body = self.page.columns[side].body
        held = next(row for row in body.plan.rows if row.item)
        what = payload(kind="item", id=held.item, side=side.value, argument=held.argument, rows=[held.key])
        move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        with self.step("drag an argument over all"):
            for tenth in range(10):
                place = QPoint(60, body.height() * tenth // 10)
                for event in (QDragEnterEvent, QDragMoveEvent):
                    with self.person.watchdog.watching("a drag"):
                        QApplication.sendEvent(body, event(place, move, what, left, NO_KEYS))
                self.person.turn("dragging")
            with self.person.watchdog.watching("a drag"):
                QApplication.sendEvent(body, QDragLeaveEvent())

    def answers(self) -> None:
        """Look at the argument that most answers meet, and at each of them in the panel."""
        board = self.page.desk.board
        assert board is not None
        most = max(board.arguments.values(), key=lambda each: (bool(each.number), len(each.answers)))
        with self.step("show an argument"), self.person.watchdog.watching("showing an argument"):
            self.page.show_argument(most.id)
        with self.step(f"its {len(most.answers)} answers"):
            for place in range(self.page.panel.tabs.count()):
                with self.person.watchdog.watching("an answer"):
                    self.page.panel.tabs.setCurrentIndex(place)
                self.person.turn("showing an answer")

    def around(self) -> None:
        """Open what stands around the briefs: the drawer, one side alone, search, Print / Export."""
        with self.step("the drawer"):
            self.keys(Qt.Key.Key_F4)
        with self.step("walk in the drawer"):
            self.keys(*[Qt.Key.Key_Down] * 10, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home)
        with self.step("filter the drawer"):
            self.page.shelf.filter.setFocus()
            self.person.type("people")
        with self.step("the drawer away"):
            self.keys(Qt.Key.Key_F4)
        for name, alone in (("Pro alone", Side.PRO), ("both sides", None)):
            with self.step(name), self.person.watchdog.watching(name):
                self.page.show_alone(alone)
        for name, width in (("the window narrower", 1200), ("the window wider", 1440)):
            with self.step(name), self.person.watchdog.watching("the window"):
                self.window.resize(width, 900)
        with self.step("a search"):
            self.keys(Qt.Key.Key_K, with_=CTRL)
            self.person.type("people would rather")
            self.person.turn("searching", 500)
        self.keys(Qt.Key.Key_Escape)
        with self.step("Print / Export"):
            self.person.press(self.window.shell.top, "Print / Export…")
            dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog))
            self.person.until(dialog.save_button.isEnabled, "the pages", 120)
        with self.step("Print / Export away"), self.person.watchdog.watching("closing"):
            dialog.reject()


def fill_shelf(library: Library, topic: int) -> None:
    """Keep many positions of one source."""
    chance = random.Random(7)
    with library.edit("Fill") as edit:
        source = edit.add(Source(title="A city on foot"))
        for at in range(POSITIONS):
            words = " ".join(chance.choices(WORDS, k=chance.randint(6, 40)))
            edit.add(Position(source_id=source.id, topic_id=topic, statement=words, paragraph=at // 4 + 1))


def use(person: Person, folder: Path) -> list[tuple[str, list[Stall]]]:
    """Go through the whole journey and return the longest stalls of each step."""
    library = folder / "home" / "library.db"
    with Library(library) as opened:
        topic = large_topic(opened)
        fill_shelf(opened, topic)
        small = topics.add(opened, Topic(resolution="Resolved: Parks should close at night.")).new(Topic)
    with person.at(library) as window:
        # The start has a benchmark of its own.
        window.shell.open_topic(small)
        person.press(window.shell.rail, "Briefs")
        person.settle(window)
        journey = Journey(person, window)
        journey.open(topic)
        for side in journey.page.columns:
            for part in (Part.CASE, Part.ANSWERS):
                journey.look_about(side, part)
        journey.answers()
        journey.change(Side.PRO)
        journey.drag(Side.PRO)
        journey.around()
    return journey.found


def main() -> int:
    """Measure, print, and return 1 where a target was missed."""
    app = application()
    found, _ = watched(use)
    print(f"{'step':40} {'wall':>6} {'own':>6} ms")
    for name, stalls in found:
        worst = stalls[0] if stalls else Stall(0, 0, "")
        print(f"{name:40} {worst.milliseconds:6.0f} {worst.own:6.0f}")
    every = sorted((each for _name, stalls in found for each in stalls), key=lambda each: -each.milliseconds)
    tell(every)
    app.quit()
    return int(over(every) > 0)


if __name__ == "__main__":
    sys.exit(main())
