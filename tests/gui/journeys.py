"""What people come to do, from the first start to the pages: by mouse and keys, or by keys alone.

Each journey takes a Person and a folder of its own. Claims are DebatePrep's own practice reasoning.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from debateprep import assets
from debateprep.domain.terms import Side
from debateprep.gui.main_window import MainWindow
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.cards import ArgumentCard, SectionHeading
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.pages.read.suggestion import SuggestionCard
from tests.gui.person import CTRL, SHIFT, Person
from tests.waiting import becomes, leaves

RESOLUTION = "Resolved: Cities should plan for peace of mind on the road."
KEPT = (Side.PRO, Side.CON, Side.PRO, Side.CON, Side.NEITHER)
KEYS = {Side.PRO: Qt.Key.Key_P, Side.CON: Qt.Key.Key_C, Side.NEITHER: Qt.Key.Key_N}
CASES = {
    Side.PRO: ("Calm streets are safer", ("Slow traffic stops in time", "Children can walk alone")),
    Side.CON: ("Trips take longer", ("Deliveries wait", "Buses lose their timetable")),
}
ANSWERS = {Side.PRO: "Nobody has to wait for long", Side.CON: "Lights do as much"}


def article_in(folder: Path) -> Path:
    """Write an article that no library knows: a shipped essay with one more paragraph."""
    essay = sorted(assets.path("samples").glob("*.txt"))[0]
    file = folder / "article.txt"
    words = essay.read_text(encoding="utf-8")
    file.write_text(f"{words}\n\nAll of this should be tried before it is judged.\n", encoding="utf-8")
    return file


# Parts of the window


def read_page(window: MainWindow) -> ReadPage:
    """Return the Read page."""
    page = window.shell.page("read")
    assert isinstance(page, ReadPage)
    return page


def briefs_page(window: MainWindow) -> BriefsPage:
    """Return the Briefs page."""
    page = window.shell.page("briefs")
    assert isinstance(page, BriefsPage)
    return page


def dialog_of(person: Person, kind: type[QDialog]) -> QDialog:
    """Wait for a dialog and return it."""
    person.until(lambda: isinstance(QApplication.activeWindow(), kind), f"{kind.__name__}")
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


def board_of(page: BriefsPage) -> Board:
    """Return what the page shows."""
    assert page.desk.board is not None
    return page.desk.board


def card_saying(page: BriefsPage, side: Side, claim: str) -> ArgumentCard:
    """Return the card of an argument of the case."""
    found = [row for row in page.columns[side].body.rows if isinstance(row, ArgumentCard)]
    return next(row for row in found if board_of(page).arguments[row.argument].claim == claim)


# (a)


def first_run_to_pdf(person: Person, folder: Path) -> Path:
    """Start for the first time, open the practice topic, and save its Pro brief."""
    target = folder / "pro brief.pdf"
    with person.at(folder / "home" / "library.db") as window:
        clicks = person.clicks
        card = next(each for each in _cards(window.shell.start) if "Practice" in each.accessibleName())
        person.click(card)
        person.until(lambda: window.shell.page_key == "briefs" and briefs_page(window).desk.board, "the practice topic")
        person.settle(window)
        person.press(window, "Print / Export")
        dialog = dialog_of(person, ExportDialog)
        assert isinstance(dialog, ExportDialog)
        person.until(dialog.save_button.isEnabled, "the pages")
        person.click(dialog.save_button)
        name_file(person, target, by_keys=False)
        person.until(target.is_file, "the file")
        person.until(lambda: "Saved" in dialog.message.text(), "the word that it is saved")
        person.clicks -= clicks
        person.key(Qt.Key.Key_Escape)
        person.until(lambda: QApplication.activeWindow() is window, "the window")
    return target


def _cards(root: QWidget) -> Iterator[QWidget]:
    return (each for each in root.findChildren(QWidget) if each.property("look") == "card" and each.isVisible())


def name_file(person: Person, target: Path, *, by_keys: bool) -> None:
    """Type a file's name into the system's dialog, and accept it."""
    files = dialog_of(person, QFileDialog)
    line = files.findChild(QLineEdit)
    assert line is not None
    person.until(line.hasFocus, "the cursor in the file's name")
    person.key(Qt.Key.Key_A, CTRL)
    person.type(str(target))
    if by_keys:
        person.key(Qt.Key.Key_Return)
        return
    wanted = {"&Save", "&Open", "Save", "Open"}
    person.click(next(each for each in _buttons(files) if each.property("text") in wanted))


def _buttons(root: QWidget) -> Iterator[QWidget]:
    return (each for each in root.findChildren(QWidget) if each.inherits("QPushButton") and each.isVisible())


# (b) and (c)


@dataclass
class Whole:
    """What a whole journey left: the library's hashes before, after, and after undo and redo of everything."""

    untouched: str
    made: str
    undone: str
    redone: str
    steps: int
    pages: Path


class Way:
    """How the steps of the whole journey are done; this one by mouse, with keys for words only."""

    by_keys = False

    def __init__(self, person: Person, window: MainWindow) -> None:
        self.person = person
        self.window = window

    def new_topic(self) -> None:
        """Make a topic from the start page."""
        person = self.person
        person.click(next(each for each in _cards(self.window.shell.start) if "New topic" in each.accessibleName()))
        dialog = dialog_of(person, QDialog)
        person.type(RESOLUTION)
        person.press(dialog, "Make topic")

    def bring(self, article: Path) -> None:
        """Drop an article."""
        self.person.drop(self.window, [article])

    def keep(self, side: Side) -> None:
        """Keep the first suggestion."""
        self.person.click(read_page(self.window).positions.suggestions[0].keep[side])

    def go_to_briefs(self) -> None:
        """Put the briefs in view."""
        self.person.press(self.window.shell.rail, "Briefs")

    def begin_contention(self, page: BriefsPage, side: Side) -> None:
        """Open a place to write a contention in."""
        self.person.press(page.columns[side], f"Add a {side.label} contention")

    def begin_argument(self, page: BriefsPage, side: Side) -> None:
        """Open a place to write an argument in."""
        title = CASES[side][0]
        self.person.press(page.columns[side], f"Add an argument to C1 {title}")

    def from_position(self, page: BriefsPage, side: Side) -> None:
        """Make an argument of the first position on the shelf that serves a side."""
        person, shelf = self.person, page.shelf
        heading = next(row for row in page.columns[side].body.rows if isinstance(row, SectionHeading))
        person.click(heading)
        if shelf.isHidden():
            person.press(page, "Positions and cards")
        index = shelf.model.index(shelf_row(page, side))
        person.click(shelf.list.viewport(), shelf.list.visualRect(index).center())
        person.press(shelf, f"Make a {side.label} argument of the chosen one")

    def begin_answer(self, page: BriefsPage, card: ArgumentCard) -> None:
        """Open an answer to an argument."""
        pill = next(each for each in card.pills if each.key == "answer")
        self.person.click(card, pill.rect.center().toPoint())

    def export(self, target: Path) -> None:
        """Save the Pro brief."""
        person = self.person
        person.press(self.window, "Print / Export")
        dialog = dialog_of(person, ExportDialog)
        assert isinstance(dialog, ExportDialog)
        person.until(dialog.save_button.isEnabled, "the pages")
        person.click(dialog.save_button)
        name_file(person, target, by_keys=False)
        person.until(lambda: "Saved" in dialog.message.text(), "the word that it is saved")
        person.press(dialog, "Close (Esc)")
        person.until(lambda: QApplication.activeWindow() is self.window, "the window")

    def walk(self, *, back: bool) -> None:
        """Undo or redo one step."""
        self.person.click(self.window.shell.top.undo if back else self.window.shell.top.redo)


class ByKeys(Way):
    """The same with nothing but keys to what has the focus."""

    by_keys = True

    def new_topic(self) -> None:
        """Make a topic by its key."""
        self.person.key(Qt.Key.Key_N, CTRL)
        dialog_of(self.person, QDialog)
        self.person.type(RESOLUTION)
        self.person.key(Qt.Key.Key_Return)

    def bring(self, article: Path) -> None:
        """Open an article by its name."""
        self.person.key(Qt.Key.Key_O, CTRL)
        name_file(self.person, article, by_keys=True)

    def keep(self, side: Side) -> None:
        """Go to a suggestion, and press its key."""
        self.person.tab_to(lambda found: isinstance(found, SuggestionCard), "a suggestion")
        self.person.key(KEYS[side])

    def go_to_briefs(self) -> None:
        """Put the briefs in view."""
        self.person.key(Qt.Key.Key_2, CTRL)

    def begin_contention(self, page: BriefsPage, side: Side) -> None:
        """Press the key of a new contention in the side's column."""
        self._in_column(page, side)
        self.person.key(Qt.Key.Key_N, SHIFT)

    def begin_argument(self, page: BriefsPage, side: Side) -> None:
        """Press the key of a new argument in the side's column."""
        self._in_column(page, side)
        self.person.key(Qt.Key.Key_N)

    def from_position(self, page: BriefsPage, side: Side) -> None:
        """Go to the shelf by its key, and put a position into the column that was left."""
        self._in_column(page, side)
        self.person.key(Qt.Key.Key_F4)
        if page.shelf.isHidden():
            self.person.key(Qt.Key.Key_F4)
        self.person.until(page.shelf.list.hasFocus, "the shelf")
        self.person.key(Qt.Key.Key_Home)
        for _ in range(shelf_row(page, side)):
            self.person.key(Qt.Key.Key_Down)
        self.person.key(Qt.Key.Key_Return)

    def begin_answer(self, page: BriefsPage, card: ArgumentCard) -> None:
        """Walk to the argument, and press the key of an answer."""
        side = board_of(page).arguments[card.argument].side
        self._in_column(page, side)
        self.person.key(Qt.Key.Key_Home)
        for _ in range(30):
            if QApplication.focusWidget() is card:
                break
            self.person.key(Qt.Key.Key_Down)
        self.person.key(Qt.Key.Key_A)

    def export(self, target: Path) -> None:
        """Save the Pro brief by keys."""
        person = self.person
        person.key(Qt.Key.Key_P, CTRL)
        dialog = dialog_of(person, ExportDialog)
        assert isinstance(dialog, ExportDialog)
        person.until(dialog.save_button.isEnabled, "the pages")
        person.key(Qt.Key.Key_S, CTRL)
        name_file(person, target, by_keys=True)
        person.until(lambda: "Saved" in dialog.message.text(), "the word that it is saved")
        person.key(Qt.Key.Key_Escape)
        person.until(lambda: QApplication.activeWindow() is self.window, "the window")

    def walk(self, *, back: bool) -> None:
        """Undo or redo one step by its key."""
        self.person.key(Qt.Key.Key_Z, CTRL if back else CTRL | SHIFT)

    def _in_column(self, page: BriefsPage, side: Side) -> None:
        body = page.columns[side].body
        self.person.tab_to(body.isAncestorOf, f"the {side.label} column")


def shelf_row(page: BriefsPage, side: Side) -> int:
    """Return the place of the first position on the shelf that serves a side."""
    model = page.shelf.model
    entries = [model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    return next(row for row, entry in enumerate(entries) if entry.kind == "position" and entry.side is side)


def whole_journey(person: Person, folder: Path, article: Path, way_of: type[Way] = Way) -> Whole:
    """Bring an article, keep five positions, build and answer both sides, print, undo all, restart, redo all."""
    home = folder / "home" / "library.db"
    target = folder / "pro.pdf"
    with person.at(home) as window:
        untouched = window.shell.workspace.library.content_hash()
        way = way_of(person, window)
        way.new_topic()
        person.until(lambda: "peace of mind" in window.shell.top.topic.text(), "the new topic")
        person.settle(window)
        keep_five(person, way, article)
        build_both(person, way)
        answer_two(person, way)
        way.export(target)
        made = window.shell.workspace.library.content_hash()
        steps = walk_all(person, way, back=True)
        undone = window.shell.workspace.library.content_hash()
        assert not any("There is no" in each for each in window.shell.notices.told), list(window.shell.notices.told)
    with person.at(home) as window:
        assert walk_all(person, way_of(person, window), back=False) == steps
        redone = window.shell.workspace.library.content_hash()
        assert "peace of mind" in window.shell.top.topic.text(), "redo leads to what it made"
        assert window.shell.workspace.library.faults() == []
    return Whole(untouched, made, undone, redone, steps, target)


def keep_five(person: Person, way: Way, article: Path) -> None:
    """Bring the article in and keep what its author says."""
    page = read_page(way.window)
    way.bring(article)
    person.until(lambda: page.snapshot.text is not None and not page.snapshot.kept, "the article", 60)
    person.until(lambda: page.positions.suggestions, "suggestions")
    person.settle(way.window)
    for number, side in enumerate(KEPT, 1):
        way.keep(side)
        person.until(becomes(lambda: len(page.snapshot.kept), number), f"position {number}")
        person.settle(way.window)


def build_both(person: Person, way: Way) -> None:
    """Write a contention with two arguments for each side, and make a third of a position."""
    way.go_to_briefs()
    page = briefs_page(way.window)
    person.until(lambda: page.desk.board is not None and page.isVisible(), "the briefs")
    person.settle(way.window)
    for side in CASES:
        _build(person, way, page, side)


def _build(person: Person, way: Way, page: BriefsPage, side: Side) -> None:
    title, claims = CASES[side]
    way.begin_contention(page, side)
    _write_one(person, title)
    person.until(lambda: board_of(page).sides[side].contentions == 1, "the contention")
    person.settle(way.window)
    for number, claim in enumerate(claims, 1):
        way.begin_argument(page, side)
        _write_one(person, claim)
        person.until(becomes(lambda: board_of(page).sides[side].arguments, number), "the argument")
        person.settle(way.window)
    way.from_position(page, side)
    person.until(lambda: board_of(page).sides[side].arguments == 3, "an argument of a position")
    person.settle(way.window)


def answer_two(person: Person, way: Way) -> None:
    """Answer the first argument of each side."""
    page = briefs_page(way.window)
    for number, (side, (_title, claims)) in enumerate(CASES.items(), 1):
        way.begin_answer(page, card_saying(page, side, claims[0]))
        person.until(page.panel.we.hasFocus, "the cursor in the answer")
        _write(person, ANSWERS[side.other])
        person.until(becomes(lambda: len(board_of(page).answers), number), "the answer")
        person.settle(way.window)


def _write(person: Person, words: str) -> None:
    person.until(lambda: isinstance(QApplication.focusWidget(), Field), "a place to write")
    person.type(words)
    person.key(Qt.Key.Key_Return)


def _write_one(person: Person, words: str) -> None:
    """Write one row of an outline, and leave the next one that stands ready."""
    _write(person, words)
    person.key(Qt.Key.Key_Escape)


def walk_all(person: Person, way: Way, *, back: bool) -> int:
    """Undo or redo until there is nothing left, and return how many steps that were."""
    window = way.window

    def left() -> str:
        assert window.shell.overview is not None
        return window.shell.overview.undo if back else window.shell.overview.redo

    steps = 0
    while left():
        way.walk(back=back)
        person.settle(window)
        steps += 1
        assert steps < 200, "no end of steps"
    return steps


# (e)


@contextmanager
def wrong_files(folder: Path) -> Iterator[dict[str, Path]]:
    """Give files that are no articles, and one that cannot be opened at all."""
    made: dict[str, Path] = {}

    def put(what: str, name: str, data: bytes) -> None:
        made[what] = folder / name
        made[what].write_bytes(data)

    put("an empty file", "empty.txt", b"")
    put("a picture", "holiday.jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40)
    put("a program", "notes.txt", b"\x7fELF\x02\x01\x01" + bytes(9) + bytes(range(256)) * 40)
    put("a Word file", "essay.docx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + bytes(200))
    made["an empty folder"] = folder / "drafts"
    made["an empty folder"].mkdir()
    made["a missing file"] = folder / "gone.txt"
    huge = folder / "huge.txt"
    with huge.open("wb") as file:
        line = b"A line of words that goes on and on, and says nothing at all.\n" * 1000
        for _ in range(100_000_000 // len(line)):
            file.write(line)
    made["100 MB"] = huge
    loop = folder / "loop.txt"
    loop.symlink_to(loop)
    made["a link to itself"] = loop
    locked = folder / "locked.txt"
    locked.write_text("Nobody may read this.\n", encoding="utf-8")
    locked.chmod(0)
    # Root reads what it likes, so for root this would be a good file.
    try:
        locked.open("rb").close()
    except PermissionError:
        made["a locked file"] = locked
    yield made
    huge.unlink()


def drop_wrong_files(person: Person, folder: Path, page: str) -> dict[str, list[str]]:
    """Drop wrong files one after another on a page, and return what was said of each."""
    said: dict[str, list[str]] = {}
    with person.at(folder / "home" / "library.db") as window, wrong_files(folder) as files:
        go: Callable[[], None] = lambda: window.shell.commands["start"].trigger()  # noqa: E731
        if page != "start":
            go = lambda: person.press(window.shell.rail, page)  # noqa: E731
        go()
        person.settle(window)
        before = window.shell.workspace.library.content_hash()
        for what, path in files.items():
            told = len(window.shell.notices.told)
            person.drop(window, [path])
            person.until(leaves(lambda: len(window.shell.notices.told), told), what, 60)
            person.settle(window)
            said[what] = list(window.shell.notices.told)[told:]
            assert window.shell.notices.text == said[what][0], what
            person.press(window, "Close notice")
            assert not window.shell.notices.text
        assert window.shell.workspace.library.content_hash() == before
        assert window.shell.workspace.library.faults() == []
    return said
