"""The journey of evidence by keys alone: open an article, cut three cards, mark and cite them, use and print them."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from debateprep.domain.model import Card
from debateprep.domain.terms import Side
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.cards.page import CardsPage
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.widgets.chips import Chip
from tests.gui.journeys import ByKeys, board_of, briefs_page, dialog_of, name_file, read_page
from tests.gui.person import CTRL, SHIFT, Person
from tests.waiting import becomes

TAGS = ("Small shops gain from calm streets", "A slow street is a meeting place", "Trees need room, and so do people")
ESSAY = """Give the street back

By Adela Marsh

Small shops gain when a street is calm, because people stop and look. Nobody stops beside a queue of engines.

A slow street is also a place to meet. Neighbours talk where they can hear each other, and children play in sight.

Trees need room, and so do people. A lane that is taken from cars can hold both, and the air is better for it.
"""
MARKS = (Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11)


@dataclass(frozen=True)
class Printed:
    """What the journey left: the cards as they are stored, and the pages in colour and with the ink-saver."""

    cards: tuple[Card, ...]
    colour: Path
    saver: Path


def cards_page(window: MainWindow) -> CardsPage:
    """Return the Cards page."""
    page = window.shell.page("cards")
    assert isinstance(page, CardsPage)
    return page


def evidence_by_keys(person: Person, folder: Path) -> Printed:
    """Make the whole journey, and press no button of the mouse."""
    essay = folder / "essay.txt"
    essay.write_text(ESSAY, encoding="utf-8")
    with person.at(folder / "home" / "library.db") as window:
        way = ByKeys(person, window)
        way.new_topic()
        person.until(lambda: "peace of mind" in window.shell.top.topic.text(), "the new topic")
        person.settle(window)
        way.bring(essay)
        cut_three(person, window)
        mark_all(person, window)
        fill_chips(person, window)
        use_all(person, window)
        colour, saver = folder / "colour.pdf", folder / "saver.pdf"
        way.export(colour)
        save_ink(person, window, saver)
        with window.shell.workspace.library.read() as reader:
            cards = tuple(each for each in reader.all(Card) if each.tag in TAGS)
    return Printed(cards, colour, saver)


def cut_three(person: Person, window: MainWindow) -> None:
    """Select a paragraph at a time from its beginning, and cut a card of it."""
    page = read_page(window)
    person.until(lambda: page.snapshot.text is not None and not page.snapshot.cards, "the article", 60)
    person.settle(window)
    rows = [row for row in page.view.article.rows if row.number]
    for number, tag in enumerate(TAGS):
        person.tab_to(lambda found: found is page.view, "the article")
        person.key(Qt.Key.Key_Home, CTRL)
        wanted = page.view.article.rows.index(rows[number])
        for _ in range(30):
            if page.view.textCursor().blockNumber() == wanted:
                break
            person.key(Qt.Key.Key_Down)
        person.key(Qt.Key.Key_Home)
        for _ in rows[number].text.split():
            person.key(Qt.Key.Key_Right, CTRL | SHIFT)
        person.key(Qt.Key.Key_Return, CTRL)
        person.until(page.center.tools.tag.line.hasFocus, "the cursor in the tag")
        person.type(tag)
        person.key(Qt.Key.Key_Return)
        person.until(becomes(lambda: len(page.snapshot.cards), number + 1), "the card")
        person.settle(window)


def _choose(person: Person, page: CardsPage, row: int) -> None:
    person.tab_to(lambda found: found is page.cards.list, "the list of cards")
    person.key(Qt.Key.Key_Home)
    for _ in range(row):
        person.key(Qt.Key.Key_Down)
    person.until(lambda: page.card is not None and page.card.id == page._shown.lines[row].id, "the card")


def mark_all(person: Person, window: MainWindow) -> None:
    """Mark the words of each card: four underlined, the next two boxed, the next three highlighted."""
    person.key(Qt.Key.Key_3, CTRL)
    page = cards_page(window)
    person.until(lambda: len(page._shown.lines) == len(TAGS), "the cards")
    person.settle(window)
    for row in range(len(TAGS)):
        _choose(person, page, row)
        person.key(Qt.Key.Key_Return)
        person.until(page.view.hasFocus, "the caret in the words")
        person.key(Qt.Key.Key_Home, CTRL)
        for key, words in zip(MARKS, (4, 2, 3), strict=True):
            for _ in range(words):
                person.key(Qt.Key.Key_Right, CTRL | SHIFT)
            person.key(key)
            person.key(Qt.Key.Key_Right)
        person.settle(window)
    assert all("verbatim" in line.verdict for line in page._shown.lines)


def _is_filled(page: CardsPage, field: str) -> bool:
    return field not in {each.objectName() for each in page.head.chips()}


def fill_chips(person: Person, window: MainWindow) -> None:
    """Fill what the cite lacks, from its chips, until there is none."""
    page = cards_page(window)
    said = {
        "authors": "Adela Marsh",
        "qualifications": "street planner in training",
        "issued": "7 March 2024",
        "container": "Practice Pages",
        "publication": "Practice Pages",
        "url": "https://example.org/street",
        "accessed": "9 March 2024",
        "title": "Give the street back",
    }
    for _ in range(8):
        if not page.head.chips():
            break
        chip = person.tab_to(lambda found: isinstance(found, Chip) and found in page.head.chips(), "a chip")
        field = chip.objectName()
        person.key(Qt.Key.Key_Return)
        person.until(page.head.form.fields[field].hasFocus, "the field of the chip")
        person.type(said[field])
        person.key(Qt.Key.Key_Return)
        person.until(partial(_is_filled, page, field), field)
        person.settle(window)
    assert not page.head.chips()


def _is_used(page: CardsPage, row: int) -> bool:
    return bool(page._shown.lines[row].used)


def use_all(person: Person, window: MainWindow) -> None:
    """Make an argument of the first card, and let the others support it."""
    page = cards_page(window)
    for row in range(len(TAGS)):
        _choose(person, page, row)
        person.settle(window)
        person.key(Qt.Key.Key_A, CTRL | SHIFT)
        person.until(lambda: QApplication.activePopupWidget() is not None, "the menu")
        # The first entry makes a Pro argument; the third opens the Pro arguments that there are.
        person.key(Qt.Key.Key_Down)
        if row:
            person.key(Qt.Key.Key_Down)
            person.key(Qt.Key.Key_Down)
            person.key(Qt.Key.Key_Right)
        person.key(Qt.Key.Key_Return)
        person.until(partial(_is_used, page, row), "its place in the brief")
        person.settle(window)
    person.key(Qt.Key.Key_2, CTRL)
    briefs = briefs_page(window)
    person.until(lambda: briefs.desk.board and board_of(briefs).sides[Side.PRO].arguments, "the brief")
    person.settle(window)


def save_ink(person: Person, window: MainWindow, target: Path) -> None:
    """Choose the ink-saver and save the pages, by keys."""
    person.key(Qt.Key.Key_P, CTRL)
    dialog = dialog_of(person, ExportDialog)
    assert isinstance(dialog, ExportDialog)
    person.until(dialog.save_button.isEnabled, "the pages")
    person.tab_to(lambda found: found is dialog.form.ink_saver, "the ink-saver")
    person.key(Qt.Key.Key_Space)
    person.until(lambda: dialog.choice().page.ink_saver and dialog.save_button.isEnabled(), "the pages")
    person.key(Qt.Key.Key_S, CTRL)
    name_file(person, target, by_keys=True)
    person.until(lambda: "Saved" in dialog.message.text(), "the word that it is saved")
    person.key(Qt.Key.Key_Escape)
    person.until(lambda: QApplication.activeWindow() is window, "the window")
    person.settle(window)
