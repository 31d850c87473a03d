"""Types into the running program without end, and tells each letter: `python -m tests.gui.typist LIBRARY PLACE`.

Its parent kills it in the middle. Each line it prints is how many letters were typed, after they were.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from debateprep.domain.terms import Side
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.briefs.cards import ArgumentCard
from debateprep.gui.pages.briefs.page import BriefsPage
from tests.gui import journeys
from tests.gui.person import SHIFT, Person

BETWEEN_MS = 40
WORDS = " ".join(f"word{number}" for number in range(10_000))


def contention(person: Person, window: MainWindow) -> None:
    """Begin a contention, of which there is nothing yet."""
    page = _briefs(person, window)
    person.tab_to(page.columns[Side.PRO].body.isAncestorOf, "the Pro column")
    person.key(Qt.Key.Key_N, SHIFT)


def claim(person: Person, window: MainWindow) -> None:
    """Begin to edit a claim in place."""
    page = _briefs(person, window)
    person.tab_to(page.columns[Side.CON].body.isAncestorOf, "the Con column")
    person.key(Qt.Key.Key_N)


def warrant(person: Person, window: MainWindow) -> None:
    """Begin to write why an answer is so."""
    page = _briefs(person, window)
    person.click(page.panel.because)
    person.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def statement(person: Person, window: MainWindow) -> None:
    """Begin to put a kept position into one's own words."""
    person.press(window.shell.rail, "Read")
    page = journeys.read_page(window)
    person.until(lambda: page.positions.cards, "kept positions")
    person.settle(window)
    page.positions.cards[0].setFocus()
    person.key(Qt.Key.Key_F2)


def _briefs(person: Person, window: MainWindow) -> BriefsPage:
    page = journeys.briefs_page(window)
    person.until(lambda: page.desk.board is not None, "the briefs")
    person.settle(window)
    card = next(row for row in page.columns[Side.PRO].body.rows if isinstance(row, ArgumentCard))
    person.click(card)
    person.settle(window)
    return page


PLACES: dict[str, Callable[[Person, MainWindow], None]] = {
    each.__name__: each for each in (contention, claim, warrant, statement)
}


def main(library: Path, place: str) -> None:
    """Go to the place, and type."""
    QApplication([])
    person = Person()
    with person.at(library) as window:
        person.press(window.shell.rail, "Briefs")
        PLACES[place](person, window)
        for number, letter in enumerate(WORDS, 1):
            began = time.monotonic()
            person.type(letter)
            print(number, flush=True)
            person.turn("typing", max(1, BETWEEN_MS - round((time.monotonic() - began) * 1000)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
