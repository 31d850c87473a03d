"""Evidence from the article to the page by keys alone: marks lie under exactly their words, in every kind of print."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from debateprep import paths
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from tests import pdfium
from tests.gui import journey_cards
from tests.gui.person import Person
from tests.pdf_marks import Sign, signs_of, stretch
from tests.pdf_words import words_of

# The platform without a screen says so where a menu or a dialog pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support")
ORDER = (MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.HIGHLIGHT)
MUST_DIFFER = 12
"""How many of 255 steps of grey a highlight is darker than the paper at least."""


@pytest.fixture
def person(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Person]:
    made = Person()
    made.watchdog.start()
    yield made
    made.watchdog.stop()
    print(f"\n{request.node.name}: worst stall {made.watchdog.worst}")
    assert list(paths.reports().glob("*")) == []


def wanted(card: Card) -> list[set[MarkKind]]:
    """Return the marks of each sign of a card's words, blanks left out."""
    return [
        {mark.kind for mark in card.marks if mark.start <= place < mark.end}
        for place, letter in enumerate(card.quote)
        if not letter.isspace()
    ]


def check(card: Card, signs: list[Sign], *, saver: bool) -> None:
    for sign, kinds in zip(stretch(signs, card.quote), wanted(card), strict=True):
        lit = MarkKind.HIGHLIGHT in kinds
        assert sign.boxed is (MarkKind.EMPHASIS in kinds), sign
        assert sign.under is bool(kinds & {MarkKind.UNDERLINE, MarkKind.EMPHASIS} or (lit and saver)), sign
        assert sign.filled is (lit and not saver), sign
        assert sign.thick is (lit and saver), sign


def test_three_cards_are_cut_marked_cited_used_and_printed_by_keys_alone(person: Person, tmp_path: Path) -> None:
    folder = tmp_path
    made = journey_cards.evidence_by_keys(person, folder)
    assert person.clicks == 0
    assert len(made.cards) == 3
    for card in made.cards:
        kinds = [mark.kind for mark in card.marks]
        assert sorted(kinds) == sorted((MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.HIGHLIGHT))
        lengths = {mark.kind: len(card.quote[mark.start : mark.end].split()) for mark in card.marks}
        # Ctrl+Right stops at a comma too, which is no word.
        assert all(
            length in (most, most - 1) for most, length in zip((4, 2, 3), (lengths[k] for k in ORDER), strict=True)
        )
    for file, saver in ((made.colour, False), (made.saver, True)):
        assert "Marsh 2024" in words_of(file).replace("°", "") or "Marsh, 2024" in words_of(file).replace("°", "")
        signs = signs_of(file)
        for card in made.cards:
            check(card, signs, saver=saver)
    in_grey(made)


def in_grey(made: journey_cards.Printed) -> None:
    """See that a highlight is there in black and white too: its ground is darker than the paper beside it."""
    scale = 4
    with pdfium.opened(made.colour) as document:
        page = document[0]
        high = page.get_height()
        picture = page.render(scale=scale, grayscale=True).to_pil()
        page.close()
    signs = [sign for card in made.cards for sign in stretch(signs_of(made.colour), card.quote)]
    for sign in signs:
        x, y = sign.x * scale, (high - sign.y) * scale
        around = picture.crop((int(x - 12), int(y - 14), int(x + 12), int(y + 14)))
        ground = max(around.tobytes())
        if not sign.filled and not sign.boxed:
            assert ground == 255
    lit = [sign for sign in signs if sign.filled]
    assert lit
    for sign in lit:
        x, y = sign.x * scale, (high - sign.y) * scale
        middle = picture.crop((int(x - 2), int(y - 20), int(x + 2), int(y + 20)))
        assert any(MUST_DIFFER <= 255 - value <= 128 for value in middle.tobytes()), sign
