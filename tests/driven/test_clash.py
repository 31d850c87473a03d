"""A whole clash built in a real window, by mouse and by keys alone, in under sixty actions: `pytest -m driven`.

An action is a click, a turn of the wheel, a press of a key, or a line of words with the key that ends it.
"""

from pathlib import Path

import pytest

from debateprep.domain.terms import Side
from debateprep.gui.models.board import Board
from debateprep.gui.models.board_reading import read as read_board
from debateprep.storage.library import Library
from tests.driven.drive import Control, Desk
from tests.driven.test_driven import ByKeys, ByMouse, answered, newest, stored, walk_all
from tests.gui.journey_outline import ANSWERS, CASE, CLAIMS, FRONTLINES, TOGETHER

pytestmark = [pytest.mark.driven, pytest.mark.timeout(600)]
MOST = 60
NOTCHES = 30


class Hand:
    """Builds by mouse, counting what it does; words are typed."""

    way: type[ByMouse] = ByMouse

    def __init__(self, desk: Desk, home: Path) -> None:
        self.desk = desk
        self.home = home
        self.actions = 0

    def line(self, words: str, key: str = "Return") -> None:
        """Write a line where the cursor is, and end it with a key."""
        self.actions += 1
        self.desk.until(lambda: self.desk.focus()["role"] == "text", "a place to write")
        self.desk.type(words)
        self.desk.key(key)

    def press(self, name: str, role: str | None = None, *, part: bool = False) -> None:
        """Click a control."""
        self.actions += 1
        self.desk.press(name, role, part=part)

    def key(self, *keys: str) -> None:
        """Press keys, one after another."""
        self.actions += len(keys)
        self.desk.key(*keys)

    def until(self, answers: int) -> None:
        """Wait until so many answers are stored."""
        self.desk.until(lambda: answered(self.home) == answers, f"{answers} answers")

    def build(self) -> None:
        """Build everything."""
        self.begin()
        for number, (title, claims) in enumerate(CASE):
            self.line(title)
            for claim in claims:
                self.line(claim)
            # In an empty row, Enter goes one level up, and Escape ends.
            self.key("Return" if number + 1 < len(CASE) else "Escape")
        self.desk.until(lambda: self.desk.find_part(CLAIMS[-1]), "the last argument")
        self.answer_all()
        self.reply_twice()
        self.answer_together()
        self.until(len(ANSWERS) + len(FRONTLINES) + 2)

    def begin(self) -> None:
        """Open the first row."""
        self.press("Add a Pro contention")

    def card(self, claim: str) -> Control:
        """Return where the card of an argument is in view."""
        found: list[Control] = []

        def there() -> bool:
            found[:] = [each for each in self.desk.find_part(claim) if each["name"].startswith("Pro argument")]
            return bool(found)

        self.desk.until(there, claim)
        return found[0]

    def click(self, claim: str, held: str = "") -> None:
        """Click the first line of an argument's card."""
        self.actions += 1
        x, y, width, _ = self.card(claim)["rect"]
        self.desk.click(x + width // 2, y + 16, held)

    def wheel(self, button: int) -> None:
        """Turn the wheel over the Pro column as far as it goes."""
        self.actions += 1
        x, y, width, height = self.desk.find("Pro brief")[0]["rect"]
        self.desk.click(x + width // 2, y + height // 2, button=button, times=NOTCHES)

    def answer_all(self) -> None:
        """Answer the first argument from its dashed mark, and each next one by Ctrl+Enter."""
        self.wheel(4)
        x, y, _, height = self.card(CLAIMS[0])["rect"]
        self.actions += 1
        self.desk.click(x + 60, y + height - 20)
        for number, words in enumerate(ANSWERS, 1):
            self.line(words, "ctrl+Return")
            self.until(number)

    def reply_twice(self) -> None:
        """Choose an argument, its answer, and the words that write a frontline."""
        self.wheel(4)
        for number, (claim, words) in enumerate(zip(CLAIMS, FRONTLINES, strict=False), len(ANSWERS) + 1):
            self.click(claim)
            self.press("Answer 1", "page tab")
            self.press("Write a frontline", "push button")
            self.line(words)
            self.until(number)

    def answer_together(self) -> None:
        """Choose two arguments, and answer both from the menu."""
        self.wheel(5)
        self.click(CLAIMS[-2])
        self.click(CLAIMS[-1], "ctrl")
        self.press("Briefs", "menu item")
        self.press("Answer these together", "menu item")
        self.line(TOGETHER)


class Keyboard(Hand):
    """Builds with nothing but keys."""

    way = ByKeys

    def begin(self) -> None:
        """Walk to the Pro column, and open the first row."""
        while self.desk.focus()["name"] != "Add a Pro contention":
            self.key("Tab")
            assert self.actions < 30, "Tab never came to the Pro column"
        self.key("Return")

    def answer_all(self) -> None:
        """Answer the first argument by its key, and each next one by Ctrl+Enter."""
        self.key("Home", "Down")
        self.desk.until(lambda: CLAIMS[0] in self.desk.focus()["name"], "the first argument")
        self.key("a")
        for number, words in enumerate(ANSWERS, 1):
            self.line(words, "ctrl+Return")
            self.until(number)

    def reply_twice(self) -> None:
        """Write frontlines by their key, and go back to the brief by Escape."""
        self._on_card("")
        self.key("Home")
        for number, (claim, words) in enumerate(zip(CLAIMS, FRONTLINES, strict=False), len(ANSWERS) + 1):
            self.key("Down")
            self._on_card(claim)
            self.key("r")
            self.line(words)
            self.until(number)
            self.key("Escape")
            self._on_card(claim)

    def answer_together(self) -> None:
        """Choose two arguments with Shift, and answer both by the key."""
        self.key("Up", "shift+Down", "g")
        self.line(TOGETHER)

    def _on_card(self, claim: str) -> None:
        def there() -> bool:
            name = self.desk.focus()["name"]
            return name.startswith("Pro argument") and claim in name

        self.desk.until(there, f"the focus on an argument: {claim}")


@pytest.mark.parametrize("hand", [Hand, Keyboard], ids=["mouse", "keys"])
def test_six_contentions_are_built_and_answered_in_under_sixty_actions(
    desk: Desk, tmp_path: Path, hand: type[Hand]
) -> None:
    home = tmp_path / "home"
    desk.open(home)
    does = hand.way(desk, home)
    untouched = stored(home, Library.content_hash)
    does.new_topic()
    desk.until(lambda: desk.find("Add a Pro contention"), "the empty brief")
    builds = hand(desk, home)
    builds.build()
    desk.shot(tmp_path / "built.png")
    print(f"\n{hand.__name__}: {builds.actions} actions")
    assert builds.actions < MOST
    check(home)
    made = stored(home, Library.content_hash)
    steps = walk_all(desk, does, home, back=True)
    assert stored(home, Library.content_hash) == untouched
    assert walk_all(desk, does, home, back=False) == steps
    assert stored(home, Library.content_hash) == made
    desk.close()


def check(home: Path) -> None:
    """Fail unless all of it stands in the brief."""
    board = stored(home, lambda library: read_board(library, newest(home), 180))
    assert isinstance(board, Board)
    assert board.sides[Side.PRO].contentions == len(CASE)
    assert board.sides[Side.PRO].arguments == len(CLAIMS)
    pro = [each for each in board.arguments.values() if each.side is Side.PRO]
    answered_by = {board.we_say(board.answers[number]) for each in pro for number in each.answers}
    assert answered_by == {*ANSWERS, TOGETHER}
    assert {each.claim for each in pro} == {*CLAIMS, *FRONTLINES}
