"""A whole clash built in the window: six contentions, eight answers, two frontlines and an answer to several at once.

An action is a click, a press of a key, or a line of words with the key that ends it. Claims are our own reasoning.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from debateprep.domain.model import Topic
from debateprep.domain.terms import Side
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.briefs.cards import ArgumentCard
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.usecases import Added
from tests.gui.journeys import ByKeys as KeyWay
from tests.gui.journeys import Way as MouseWay
from tests.gui.journeys import board_of, briefs_page, walk_all
from tests.gui.person import CTRL, NO_KEYS, SHIFT, Person

CASE = (
    ("Streets belong to people", ("Cars take most of the street", "Children play where cars stop")),
    ("Air gets cleaner", ("Fewer engines run at the kerb", "Lungs need no proof of purchase")),
    ("Shops do well", ("Walkers stop where drivers pass",)),
    ("Noise goes down", ("Nights become quiet",)),
    ("Help comes faster", ("An empty lane lets the ambulance by",)),
    ("It costs little", ("Paint is cheaper than asphalt",)),
)
CLAIMS = [claim for _, claims in CASE for claim in claims]
ANSWERS = [f"Not so: reason {number}" for number in range(1, 9)]
FRONTLINES = ("The street still narrows for cars", "Play moves nowhere else")
TOGETHER = "Both count only the gains"


@dataclass(frozen=True)
class Built:
    """How many actions it took, and what the library held before, after, once undone, and once redone."""

    actions: int
    untouched: str
    made: str
    undone: str
    redone: str
    undo_steps: int
    redo_steps: int


class Builder:
    """Builds by mouse; words are typed."""

    way: type[MouseWay] = MouseWay

    def __init__(self, person: Person, page: BriefsPage) -> None:
        self.person = person
        self.page = page
        self.actions = 0

    # One action each

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key."""
        self.actions += 1
        self.person.key(key, modifiers)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a thing."""
        self.actions += 1
        self.person.click(widget, place)

    def line(self, words: str, key: Qt.Key = Qt.Key.Key_Return, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Write a line of words, and end it with a key."""
        self.actions += 1
        self.person.until(lambda: isinstance(QApplication.focusWidget(), Field), "a place to write")
        self.person.type(words)
        self.person.key(key, modifiers)

    # What is there

    def settle(self) -> None:
        """Wait until the window has nothing to do."""
        window = self.page.window()
        assert isinstance(window, MainWindow)
        self.person.settle(window)

    def until(self, answers: int) -> None:
        """Wait until so many answers are there."""
        self.person.until(lambda: len(board_of(self.page).answers) == answers, f"{answers} answers")

    def card(self, claim: str) -> ArgumentCard:
        """Return the card of a claim, once it is there."""

        def found() -> list[ArgumentCard]:
            rows = [row for row in self.page.columns[Side.PRO].body.rows if isinstance(row, ArgumentCard)]
            return [row for row in rows if board_of(self.page).arguments[row.argument].claim == claim]

        self.person.until(found, claim)
        return found()[0]

    # The parts

    def build(self) -> None:
        """Build everything."""
        self.begin()
        for number, (title, claims) in enumerate(CASE):
            self.line(title)
            for claim in claims:
                self.line(claim)
            # In an empty row, Enter goes one level up, and Escape ends.
            self.key(Qt.Key.Key_Return if number + 1 < len(CASE) else Qt.Key.Key_Escape)
        self.card(CLAIMS[-1])
        self.settle()
        self.answer_all()
        self.until(8)
        self.settle()
        self.reply_twice()
        self.until(10)
        self.settle()
        self.answer_together()
        self.until(12)

    def begin(self) -> None:
        """Open the first row."""
        self.click(self.person.button(self.page.columns[Side.PRO], "Add a Pro contention"))

    def answer_all(self) -> None:
        """Answer each argument from its dashed mark."""
        for number, (claim, words) in enumerate(zip(CLAIMS, ANSWERS, strict=True), 1):
            self._press(claim, "answer")
            self.line(words)
            self.until(number)

    def reply_twice(self) -> None:
        """Write frontlines from their dashed marks."""
        for number, (claim, words) in enumerate(zip(CLAIMS, FRONTLINES, strict=False), 9):
            self._press(claim, "write frontline")
            self.line(words)
            self.until(number)

    def _press(self, claim: str, key: str) -> None:
        card = self.card(claim)
        self.person.until(lambda: any(pill.key == key for pill in card.pills), key)
        pill = next(each for each in card.pills if each.key == key)
        self.click(card, pill.rect.center().toPoint())

    def answer_together(self) -> None:
        """Choose two arguments, and answer both from the menu bar."""
        first, second = self.card(CLAIMS[-2]), self.card(CLAIMS[-1])
        self.click(first)
        self.actions += 1
        QTest.mouseClick(second, Qt.MouseButton.LeftButton, CTRL)
        self.actions += 2  # the menu, and its entry
        self._entry("Answer these together").trigger()
        self.line(TOGETHER)

    def _entry(self, words: str) -> QAction:
        window = self.page.window()
        assert isinstance(window, MainWindow)
        menus = [action.menu() for action in window.menuBar().actions() if action.isVisible()]
        entries = [entry for menu in menus if isinstance(menu, QMenu) for entry in menu.actions()]
        return next(entry for entry in entries if entry.text() == words)


class KeyBuilder(Builder):
    """Builds with nothing but keys."""

    way = KeyWay

    def begin(self) -> None:
        """Walk to the Pro column, and open the first row."""
        body = self.page.columns[Side.PRO].body
        while not body.isAncestorOf(self.person.focus()):
            self.key(Qt.Key.Key_Tab)
            assert self.actions < 30, "Tab never came to the Pro column"
        self.key(Qt.Key.Key_Return)

    def answer_all(self) -> None:
        """Answer the first argument by its key, and each next one by Ctrl+Enter."""
        self.key(Qt.Key.Key_Home)
        self.key(Qt.Key.Key_Down)
        self.key(Qt.Key.Key_A)
        for number, words in enumerate(ANSWERS, 1):
            self.line(words, modifiers=CTRL)
            self.until(number)
            self.settle()

    def reply_twice(self) -> None:
        """Write frontlines by their key, and go back to the brief by Escape."""
        self.key(Qt.Key.Key_Home)
        for number, words in enumerate(FRONTLINES, 9):
            self.key(Qt.Key.Key_Down)
            self.key(Qt.Key.Key_R)
            self.line(words)
            self.until(number)
            self.settle()
            self.key(Qt.Key.Key_Escape)

    def answer_together(self) -> None:
        """Choose two arguments with Shift, and answer both by the key."""
        self.key(Qt.Key.Key_Up)
        self.key(Qt.Key.Key_Down, SHIFT)
        self.key(Qt.Key.Key_G)
        self.line(TOGETHER)


def build_a_clash(person: Person, folder: Path, builder_of: type[Builder]) -> Built:
    """Build it on a new topic, then undo and redo all of it."""
    with person.at(folder / "home" / "library.db") as window:
        space, cases = window.shell.workspace, window.shell.cases
        made: list[Added] = []
        assert cases is not None
        topic = Topic(resolution="Resolved: Cities should close streets to cars.", name="Open streets")
        space.edit(window, lambda library: cases.new_topic(library, topic), made.append)
        person.until(lambda: made, "the topic")
        window.shell.open_topic(made[0].topic_id)
        space.library.begin_history()
        window.shell.show_page("briefs")
        page = briefs_page(window)
        person.until(lambda: page.desk.board is not None and page.desk.board.topic.name == "Open streets", "the board")
        person.settle(window)
        untouched = space.library.content_hash()
        builder = builder_of(person, page)
        builder.build()
        person.settle(window)
        check(page)
        whole = space.library.content_hash()
        way = builder.way(person, window)
        back = walk_all(person, way, back=True)
        undone = space.library.content_hash()
        forth = walk_all(person, way, back=False)
        assert space.library.faults() == []
        return Built(builder.actions, untouched, whole, undone, space.library.content_hash(), back, forth)


def check(page: BriefsPage) -> None:
    """Fail unless all of it stands in the brief."""
    board = board_of(page)
    assert board.sides[Side.PRO].contentions == len(CASE)
    assert board.sides[Side.PRO].arguments == len(CLAIMS)
    pro = [each for each in board.arguments.values() if each.side is Side.PRO]
    answered = {board.we_say(board.answers[number]) for each in pro for number in each.answers}
    assert answered == {*ANSWERS, TOGETHER}
    grouped = [each for each in board.answers.values() if each.grouped_as]
    assert len(grouped) == 2
    assert len({each.answering for each in grouped}) == 1
    assert {each.claim for each in pro} == {*CLAIMS, *FRONTLINES}
