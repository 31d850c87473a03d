"""Evidence from the article to the page in a real window, by keys alone: `pytest -m driven`."""

import time
from pathlib import Path

import pytest

from debateprep.domain.model import Card, Source
from debateprep.domain.terms import MarkKind, Verdict
from debateprep.services import integrity
from debateprep.storage.library import Library
from tests.driven.drive import Desk
from tests.driven.test_driven import ByKeys, arguments, newest, stored
from tests.gui.journey_cards import ESSAY, TAGS
from tests.pdf_marks import signs_of, stretch
from tests.waiting import becomes

pytestmark = [pytest.mark.driven, pytest.mark.timeout(600)]


def own_cards(home: Path) -> list[Card]:
    """Return the topic's cards."""
    topic = newest(home)

    def ask(library: Library) -> list[Card]:
        with library.read() as reader:
            return reader.all(Card, topic_id=topic)

    found = stored(home, ask)
    assert isinstance(found, list)
    return found


def cut_three(desk: Desk, does: ByKeys, home: Path) -> None:
    """Select each paragraph from its beginning, and cut a card of it."""
    lines = [line for line in ESSAY.split("\n\n")[2:] if line.strip()]
    for number, (tag, words) in enumerate(zip(TAGS, lines, strict=True)):
        does.tab_to("^Article: ")
        desk.key("ctrl+Home")
        # Each paragraph of the essay is two lines long in this window; Home keeps to the line.
        desk.key(*["Down"] * (1 + 2 * number), "Home")
        for _ in words.split():
            desk.key("ctrl+shift+Right")
        desk.key("ctrl+Return")
        desk.until(lambda: desk.focus()["name"] == "Tag of the card", "the cursor in the tag")
        desk.type(tag)
        desk.key("Return")
        desk.until(becomes(lambda: len(own_cards(home)), number + 1), "the card")


def to_card(desk: Desk, does: ByKeys, row: int) -> None:
    """Choose a card of the list by its place, with its words in sight."""
    does.tab_to("^Cards of the topic")
    desk.key("Home", *["Down"] * row)
    # What is shown of it is read from the library, and no name on the screen tells when that is over.
    time.sleep(0.6)


def mark_all(desk: Desk, does: ByKeys, home: Path) -> None:
    """Underline, box and highlight the first words of each card."""
    desk.key("ctrl+3")
    desk.until(lambda: desk.find_part(TAGS[0]), "the cards")
    for row in range(len(TAGS)):
        to_card(desk, does, row)
        desk.key("Return")
        desk.until(lambda: desk.focus()["name"] == "Words of the card", "the caret in the words")
        desk.key("ctrl+Home")
        for key, words in (("F9", 3), ("F10", 2), ("F11", 2)):
            desk.key(*["ctrl+shift+Right"] * words, key, "Right")
        desk.until(becomes(lambda: sum(len(each.marks) for each in own_cards(home)), 3 * (row + 1)), "the marks")


def fill_date(desk: Desk, does: ByKeys, home: Path) -> None:
    """Fill the missing date from its chip."""
    does.tab_to("^no date")
    desk.key("Return")
    desk.until(lambda: desk.focus()["name"] == "Date", "the field of the chip")
    desk.type("7 March 2024")
    desk.key("Return")

    def dated(library: Library) -> bool:
        with library.read() as reader:
            return any(each.issued is not None for each in reader.all(Source, title="Give the street back"))

    desk.until(lambda: stored(home, dated), "the date")


def test_three_cards_are_cut_marked_cited_used_and_printed_by_keys(desk: Desk, tmp_path: Path) -> None:
    home, target = tmp_path / "home", tmp_path / "pro.pdf"
    essay = tmp_path / "essay.txt"
    essay.write_text(ESSAY, encoding="utf-8")
    desk.open(home)
    does = ByKeys(desk, home)
    does.new_topic()
    desk.until(lambda: desk.find_part("Topic: Cities should"), "the new topic")
    does.bring(essay)
    desk.until(lambda: desk.find_part("Suggested: "), "the article", 60)
    cut_three(desk, does, home)
    desk.shot(tmp_path / "cut.png")
    mark_all(desk, does, home)
    desk.shot(tmp_path / "marked.png")
    fill_date(desk, does, home)
    numbers = [card.id for card in own_cards(home)]
    checks = stored(home, lambda library: integrity.verdicts(library, numbers))
    assert isinstance(checks, dict)
    assert {each.verdict for each in checks.values()} == {Verdict.VERBATIM}
    for row in range(len(TAGS)):
        to_card(desk, does, row)
        desk.key("ctrl+shift+a", "Down", "Return")
        desk.until(becomes(lambda: arguments(home), row + 1), "its argument")
    does.to_briefs()
    does.export(target)
    desk.close()
    signs = signs_of(target)
    for card in own_cards(home):
        place = 0
        for sign in stretch(signs, card.quote):
            while card.quote[place].isspace():
                place += 1
            kinds = {mark.kind for mark in card.marks if mark.start <= place < mark.end}
            assert sign.filled is (MarkKind.HIGHLIGHT in kinds), sign
            assert sign.boxed is (MarkKind.EMPHASIS in kinds), sign
            assert sign.under is bool(kinds & {MarkKind.UNDERLINE, MarkKind.EMPHASIS}), sign
            place += 1
