"""The words of a card are its source's words: over any text and any marks, after storing, undoing and reopening."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from debateprep.domain.article import Article, Block, Span
from debateprep.domain.changes import Changes
from debateprep.domain.folding import fold
from debateprep.domain.model import Card, Mark, SourceText
from debateprep.domain.terms import BlockKind, MarkKind, Verdict
from debateprep.services import cards, integrity, marking, positions, sources
from debateprep.storage.library import Library
from tests.domain.hard import PIECE

TEXT = st.lists(PIECE, max_size=40).map(lambda pieces: "Words " + "".join(pieces))
PLACES = st.tuples(st.integers(0, 90), st.integers(1, 60))
MARKS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40), st.sampled_from(MarkKind)), max_size=6)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf") / "library.db"


def made_of(changes: Changes, library: Library) -> Card:
    with library.read() as reader:
        return reader.all(Card)[-1]


def stored(library: Library, number: int) -> tuple[Card, str]:
    """Return a card and its source's text as they stand in the file."""
    with library.read() as reader:
        card = reader.get(Card, number)
        assert card.source_id is not None
        text = reader.first(SourceText, source_id=card.source_id)
        assert text is not None
        return card, text.text


def imported(library: Library, text: str) -> int:
    article = Article(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),), title="Any text")
    return sources.import_article(library, article, "any.txt").source_id


@given(TEXT, PLACES, MARKS)
@settings(max_examples=25, deadline=None)
def test_the_stored_quote_is_the_text_at_its_place(
    shelf: Path, text: str, place: tuple[int, int], painted: list[tuple[int, int, MarkKind]]
) -> None:
    start = place[0] % len(text)
    end = min(start + place[1], len(text))
    assume(fold(text[start:end]).text)
    with Library(shelf) as library:
        source = imported(library, text)
        card = made_of(cards.cut(library, source, Span(start, end), "A tag"), library)
        for first, length, kind in painted:
            if first < len(card.quote):
                span = Span(first, min(first + length, len(card.quote)))
                marking.paint(library, card.id, span, kind, value="yellow" if kind is MarkKind.HIGHLIGHT else "")
        before, whole = stored(library, card.id)
        assert whole == text
        if painted:
            library.undo()
            library.redo()
    with Library(shelf, write=False) as library:
        after, whole = stored(library, card.id)
        assert after == before
        assert after.span is not None
        assert after.quote == after.span.of(whole) == text[start:end]
        for layer in after.layers:
            assert all(0 <= mark.start < mark.end <= len(after.quote) for mark in layer.marks)
        assert integrity.verdicts(library, [card.id])[card.id].verdict is Verdict.VERBATIM


SOURCE = "The tram is quick. The bus, they say, is cheap – but “cheap” is not quick. 12,000 people wait."
QUOTE = "The bus, they say, is cheap – but “cheap” is not quick."


@pytest.fixture
def cut(empty: Library) -> Card:
    start = SOURCE.index(QUOTE)
    source = imported(empty, SOURCE)
    return made_of(cards.cut(empty, source, Span(start, start + len(QUOTE)), "A tag"), empty)


@pytest.mark.parametrize(
    ("tampered", "verdict"),
    [
        (QUOTE, Verdict.VERBATIM),
        (QUOTE.replace("“", '"').replace("”", '"'), Verdict.VERBATIM),
        (QUOTE.replace(" they", "\u00a0\n they"), Verdict.VERBATIM),
        (QUOTE.replace("not ", ""), Verdict.CHANGED),
        (QUOTE.replace("cheap – but", "cheap"), Verdict.CHANGED),
        (QUOTE.replace("quick", "slow"), Verdict.CHANGED),
        (QUOTE.replace("The bus", "the bus"), Verdict.CHANGED),
        (QUOTE.replace("cheap”", "cheap” always"), Verdict.CHANGED),
        (QUOTE + " 12,001 people wait.", Verdict.CHANGED),
        (QUOTE.replace(",", ""), Verdict.CHANGED),
        (QUOTE + " 12,000 people wait.", Verdict.VERBATIM),
    ],
)
def test_words_that_were_tampered_with_in_the_file_are_noticed(
    empty: Library, cut: Card, tampered: str, verdict: Verdict
) -> None:
    # No service changes a card's words: this is what another program would do to the file.
    with empty.edit("tamper") as edit:
        edit.put(replace(cut, quote=tampered))
    assert integrity.verdicts(empty, [cut.id])[cut.id].verdict is verdict


def test_a_text_that_was_tampered_with_is_noticed_and_one_that_is_gone_too(empty: Library, cut: Card) -> None:
    assert cut.source_id is not None
    with empty.edit("tamper") as edit:
        edit.put(replace(positions.text_of(edit, cut.source_id), text=SOURCE.replace("cheap –", "free –")))
    assert integrity.verdicts(empty, [cut.id])[cut.id].verdict is Verdict.CHANGED
    empty.undo()
    assert integrity.verdicts(empty, [cut.id])[cut.id].verdict is Verdict.VERBATIM


def test_marks_beyond_the_words_are_refused(empty: Library, cut: Card) -> None:
    from debateprep.services.errors import ServiceError

    with pytest.raises(ServiceError, match="outside"):
        cards.set_marks(empty, cut.id, (Mark(MarkKind.UNDERLINE, 0, len(QUOTE) + 1),))
