"""The journeys of people in a real window: `pytest -m driven`. What is pressed has a name that is read out, too."""

import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from debateprep.domain.model import Answer, Argument, Position, Topic
from debateprep.domain.terms import PositionStatus, Side
from debateprep.gui.actions import step_words
from debateprep.gui.models.board_reading import read as read_board
from debateprep.services import topics
from debateprep.storage.library import Library
from tests.conftest import SHARED
from tests.driven.drive import Desk
from tests.gui import journeys
from tests.pdf_words import words_of
from tests.waiting import becomes, leaves

pytestmark = [pytest.mark.driven, pytest.mark.timeout(600)]
ARTICLE = SHARED / "articles" / "how-the-war-in-ukraine-should-end.txt"
TOPIC = Topic(resolution=journeys.RESOLUTION).short
MIDDLE = (720, 500)
KEEP = {Side.PRO: "Keep as Pro", Side.CON: "Keep as Con", Side.NEITHER: "Keep as Neither"}
KEYS = {Side.PRO: "p", Side.CON: "c", Side.NEITHER: "n"}


def library_in(home: Path) -> Path:
    """Return the library's file under a home; the program has made it."""
    (found,) = home.rglob("library.db")
    return found


def stored(home: Path, ask: Callable[[Library], object]) -> object:
    """Ask the library of a home while the program has it open."""
    with Library(library_in(home), write=False) as library:
        return ask(library)


def count(home: Path, kind: type, **equal: object) -> int:
    def ask(library: Library) -> int:
        with library.read() as reader:
            return len(reader.all(kind, **equal))

    return int(str(stored(home, ask)))


def newest(home: Path) -> int:
    def ask(library: Library) -> int:
        return topics.listed(library)[-1].id

    return int(str(stored(home, ask)))


def kept(home: Path) -> int:
    return count(home, Position, topic_id=newest(home), status=PositionStatus.KEPT.value)


def arguments(home: Path) -> int:
    return count(home, Argument, topic_id=newest(home))


def name_file(desk: Desk, file: Path, button: str) -> None:
    """Type a name into the dialog that asks for a file, and accept it; by Enter when no button is named."""
    desk.until(lambda: desk.focus()["role"] == "text", "the cursor in the file's name")
    desk.key("ctrl+a")
    desk.type(str(file))
    if button:
        desk.press(button, "push button")
    else:
        desk.key("Return")


def test_first_run_to_a_saved_pro_brief_in_five_clicks(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "pro brief.pdf"
    desk.open(tmp_path / "home")
    desk.press("Practice: cities should make buses free", part=True)
    desk.until(lambda: desk.find_part("Pro argument C1.1"), "the briefs")
    desk.press("Print / Export", "push button")
    desk.press("Save PDF…", "push button")
    name_file(desk, target, "Save")
    desk.until(target.is_file, "the file")
    desk.until(lambda: desk.find_part("Saved “"), "the word that it is saved")
    assert "They say" in words_of(target)
    desk.key("Escape")
    desk.close()


class ByMouse:
    """The steps of the whole journey, by mouse; keys for words only."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self.desk = desk
        self.home = home

    def new_topic(self) -> None:
        """Make a topic from the start page."""
        self.desk.press("New topic", "push button", part=True)
        self.desk.until(lambda: self.desk.find("Make topic"), "the dialog")
        self.desk.type(journeys.RESOLUTION)
        self.desk.press("Make topic")

    def bring(self, article: Path) -> None:
        """Drop an article on the middle of the window."""
        self.desk.drop([article], *MIDDLE)

    def keep(self, side: Side) -> None:
        """Keep the first suggestion."""
        self.desk.press(KEEP[side])

    def to_briefs(self) -> None:
        """Put the briefs in view."""
        self.desk.press("Briefs", "check box")

    def begin_contention(self, side: Side) -> None:
        """Open a place to write a contention in."""
        self.desk.press(f"Add a {side.label} contention")

    def begin_argument(self, side: Side) -> None:
        """Open a place to write an argument in."""
        self.desk.press(f"Add an argument to C1 {journeys.CASES[side][0]}")

    def begin_answer(self, claim: str, side: Side) -> None:
        """Choose an argument, and press the words that write its answer."""
        self.desk.press(f"{side.label} argument C1.1: {claim}", part=True)
        self.desk.press("Write an answer", "push button")

    def export(self, target: Path) -> None:
        """Save the Pro brief."""
        self.desk.press("Print / Export", "push button")
        self.desk.press("Save PDF…", "push button")
        name_file(self.desk, target, "Save")
        self.desk.until(lambda: self.desk.find_part("Saved “"), "the word that it is saved")
        self.desk.press("Close (Esc)")

    def walk(self, *, back: bool) -> None:
        """Undo or redo a step."""
        self.desk.press("Undo " if back else "Redo ", "push button", part=True)


class ByKeys(ByMouse):
    """The same by keys alone; Tab goes where the focus should be."""

    def tab_to(self, wanted: str, back: bool = False) -> None:
        """Press Tab until what has the focus is named so."""
        for _ in range(80):
            if re.search(wanted, self.desk.focus()["name"]):
                return
            self.desk.key("shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab never came to {wanted}")

    def new_topic(self) -> None:
        """Make a topic by its key."""
        self.desk.key("ctrl+n")
        self.desk.until(lambda: self.desk.find("Make topic"), "the dialog")
        self.desk.type(journeys.RESOLUTION)
        self.desk.key("Return")

    def bring(self, article: Path) -> None:
        """Open an article by its name."""
        self.desk.key("ctrl+o")
        name_file(self.desk, article, "")

    def keep(self, side: Side) -> None:
        """Go to a suggestion, and press its key."""
        self.tab_to("^Suggested: ")
        self.desk.key(KEYS[side])

    def to_briefs(self) -> None:
        """Put the briefs in view."""
        self.desk.key("ctrl+2")

    def begin_contention(self, side: Side) -> None:
        """Press the key of a new contention in the side's column."""
        self._in_column(side)
        self.desk.key("shift+n")

    def begin_argument(self, side: Side) -> None:
        """Press the key of a new argument in the side's column."""
        self._in_column(side)
        self.desk.key("n")

    def begin_answer(self, claim: str, side: Side) -> None:
        """Walk to an argument, and press the key of an answer."""
        self._in_column(side)
        self.desk.key("Home")
        for _ in range(20):
            if claim in self.desk.focus()["name"]:
                break
            self.desk.key("Down")
        self.desk.key("a")

    def export(self, target: Path) -> None:
        """Save the Pro brief by keys."""
        self.desk.key("ctrl+p")
        self.desk.until(lambda: self.desk.can_press("Save PDF…"), "the pages")
        self.desk.key("ctrl+s")
        name_file(self.desk, target, "")
        self.desk.until(lambda: self.desk.find_part("Saved “"), "the word that it is saved")
        self.desk.key("Escape")

    def walk(self, *, back: bool) -> None:
        """Undo or redo a step by its key."""
        self.desk.key("ctrl+z" if back else "ctrl+shift+z")

    def _in_column(self, side: Side) -> None:
        title = journeys.CASES[side][0]
        self.tab_to(f"^Add an argument to C1 {title}|^Add a {side.label} contention|^{side.label} (arg|Con)")


@pytest.mark.parametrize("way", [ByMouse, ByKeys])
def test_an_article_becomes_two_briefs_and_all_is_undone_and_redone_after_a_restart(
    desk: Desk, tmp_path: Path, way: type[ByMouse]
) -> None:
    home, target = tmp_path / "home", tmp_path / "pro.pdf"
    article = ARTICLE if ARTICLE.is_file() else journeys.article_in(tmp_path)
    desk.open(home)
    untouched = stored(home, Library.content_hash)
    does = way(desk, home)
    does.new_topic()
    desk.until(lambda: desk.find_part(f"Topic: {TOPIC}"), "the new topic")
    does.bring(article)
    desk.until(lambda: desk.find_part("Suggested: "), "suggestions", 60)
    for number, side in enumerate(journeys.KEPT, 1):
        does.keep(side)
        desk.until(becomes(lambda: kept(home), number), f"position {number}")
        time.sleep(0.3)
    desk.shot(tmp_path / "kept.png")
    does.to_briefs()
    build(desk, does, home)
    desk.shot(tmp_path / "built.png")
    does.export(target)
    made = stored(home, Library.content_hash)
    steps = walk_all(desk, does, home, back=True)
    desk.shot(tmp_path / "undone.png")
    assert steps == 1 + 1 + 5 + 6 + 2
    assert stored(home, Library.content_hash) == untouched
    desk.close()
    desk.open(home)
    assert walk_all(desk, does, home, back=False) == steps
    desk.until(lambda: desk.find_part(f"Topic: {TOPIC}"), "the topic")
    desk.shot(tmp_path / "redone.png")
    assert stored(home, Library.content_hash) == made
    desk.close()
    for claim in journeys.CASES[Side.PRO][1]:
        assert claim in words_of(target)


def build(desk: Desk, does: ByMouse, home: Path) -> None:
    """Write a contention with two arguments for each side, and answer the first of each."""
    number = 0
    for side, (title, claims) in journeys.CASES.items():
        does.begin_contention(side)
        write(desk, "contention", title)
        desk.key("Escape")
        desk.until(partial(desk.find, f"Add an argument to C1 {title}"), "the contention")
        for claim in claims:
            number += 1
            does.begin_argument(side)
            write(desk, "argument", claim)
            desk.key("Escape")
            desk.until(becomes(lambda: arguments(home), number), "the argument")
            desk.until(partial(desk.find_part, claim), "the argument's card")
    for answers, (side, (_title, claims)) in enumerate(journeys.CASES.items(), 1):
        does.begin_answer(claims[0], side)
        write(desk, "We say", journeys.ANSWERS[side.other])
        desk.until(becomes(lambda: answered(home), answers), "the answer")


def answered(home: Path) -> int:
    def ask(library: Library) -> int:
        return len(read_board(library, newest(home), 180).answers)

    assert count(home, Answer)
    return int(str(stored(home, ask)))


def write(desk: Desk, field: str, words: str) -> None:
    """Type words where the cursor is to be, and press Enter."""
    desk.until(lambda: desk.focus()["role"] == "text" and field in desk.focus()["name"], f"a place to write: {field}")
    desk.type(words)
    desk.key("Return")


def walk_all(desk: Desk, does: ByMouse, home: Path, *, back: bool) -> int:
    """Undo or redo until nothing is left, and return how many steps that were."""

    def left() -> tuple[str, str]:
        found = stored(home, Library.next_steps)
        assert isinstance(found, tuple)
        return found

    steps = 0
    while left()[0 if back else 1]:
        before = stored(home, Library.content_hash)
        does.walk(back=back)
        desk.until(leaves(lambda: stored(home, Library.content_hash), before), "the step")
        # The window follows a moment later, and names the next step.
        name = step_words("Undo" if back else "Redo", left()[0 if back else 1])
        desk.until(partial(desk.find, name, "push button"), name)
        steps += 1
        assert steps < 100
    return steps


def test_kill_9_while_typing_loses_at_most_the_last_second(desk: Desk, tmp_path: Path) -> None:
    home = tmp_path / "home"
    desk.open(home)
    desk.press("Practice: cities should make buses free", part=True)
    desk.press("Pro argument C1.1", part=True)
    desk.key("shift+n")
    desk.until(lambda: "contention" in desk.focus()["name"], "a place to write")
    words = " ".join(f"word{number}" for number in range(200))
    hand = desk.typing(words, 40)
    time.sleep(4)
    seen = desk.focus()["text"]
    time.sleep(1)
    desk.kill()
    hand.terminate()
    hand.wait()
    assert len(seen) > 30
    assert words.startswith(seen)
    desk.open(home)
    desk.press("Practice: cities should make buses free", part=True)
    desk.until(lambda: desk.find_part("word0 word1"), "what was typed")
    assert desk.find_part(seen.rstrip())
    desk.shot(tmp_path / "after.png")
    desk.close()


def test_wrong_files_get_one_sentence_each(desk: Desk, tmp_path: Path) -> None:
    home = tmp_path / "home"
    desk.open(home)
    before = stored(home, Library.content_hash)
    with journeys.wrong_files(tmp_path) as files:
        for what, file in files.items():
            desk.drop([file], *MIDDLE)
            desk.until(lambda: desk.find("Close notice"), what, 60)
            told = [each["name"] for each in desk.find_part(".", "label")]
            said = [words for words in told if file.name in words or "folder" in words]
            print(what, said)
            assert len(said) == 1, what
            desk.press("Close notice")
            desk.until(lambda: not desk.find("Close notice"), "the notice to go")
    assert stored(home, Library.content_hash) == before
    desk.shot(tmp_path / "after.png")
    desk.close()
