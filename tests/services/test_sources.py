"""Articles come in once, starters are recognised, corrections carry through."""

from pathlib import Path

import pytest

from debateprep import assets
from debateprep.domain.article import Name, numbered
from debateprep.domain.model import Position, Source, SourceText, Topic
from debateprep.domain.terms import BlockKind, PositionStatus, Side
from debateprep.services import cards, positions, sources, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.errors import NotFound
from debateprep.storage.library import Library

ESSAY = assets.path("samples/let-the-bus-be-free.txt")


def test_an_essay_is_imported_once(empty: Library) -> None:
    (first,) = sources.import_files(empty, [ESSAY])
    assert not first.known
    assert first.paragraphs >= 9
    (again,) = sources.import_files(empty, [ESSAY])
    assert again.known
    assert again.source_id == first.source_id
    assert not again.changes
    assert [step.name for step in empty.history()] == ["Import let-the-bus-be-free.txt"]


def test_the_article_is_recognised_and_every_position_anchored(
    library: Library, victory: Topic, real_article: Path
) -> None:
    before = library.content_hash()
    (found,) = sources.import_files(library, [real_article])
    assert found.recognised
    assert found.missing == ()
    with library.read() as reader:
        kept = reader.all(Position, topic_id=victory.id)
        text = reader.first(SourceText, source_id=found.source_id)
        assert text is not None
        assert found.anchored == len(kept) >= 30
        places = dict(numbered(text.blocks))
        assert len(places) == 16
        for position in kept:
            assert position.span is not None
            assert position.paragraph is not None
            block = places[position.paragraph]
            assert block.start <= position.span.start < position.span.end <= block.end
    library.undo()
    assert library.content_hash() == before


def test_the_article_without_its_sample(empty: Library, real_article: Path) -> None:
    (found,) = sources.import_files(empty, [real_article])
    assert not found.recognised
    assert found.paragraphs == 16
    with empty.read() as reader:
        source = reader.get(Source, found.source_id)
        text = positions.text_of(reader, found.source_id)
    assert len(source.title.split()) == 7
    assert source.authors == (Name("Clark", "Robert"),)
    offered = positions.suggestions(empty, found.source_id)
    for each in offered:
        assert each.suggestion.span.of(text.text) == each.quote
    assert any(each.suggestion.paragraph == 16 for each in offered[:3])


def test_another_article_is_not_taken_for_a_starter(library: Library) -> None:
    found = sources.import_text(
        library, "A headline\n\nBuses are good.\n\nTrains are better, and we should build them."
    )
    assert not found.recognised
    assert not found.known


def test_correcting_a_block_renumbers_what_comes_after(library: Library) -> None:
    (found,) = sources.import_files(library, [ESSAY])
    with library.read() as reader:
        text = positions.text_of(reader, found.source_id)
        last = reader.all(Position, source_id=found.source_id)[-1]
    index = next(i for i, block in enumerate(text.blocks) if block.counts)
    sources.correct_block(library, found.source_id, index, kind=BlockKind.CAPTION)
    with library.read() as reader:
        moved = reader.get(Position, last.id)
        assert last.paragraph is not None
        assert moved.paragraph == last.paragraph - 1
        assert moved.span == last.span
        assert positions.text_of(reader, found.source_id).text == text.text
    sources.correct_block(library, found.source_id, index, kind=BlockKind.PARAGRAPH, struck=True)
    assert all(each.suggestion.paragraph >= 1 for each in positions.suggestions(library, found.source_id))
    with pytest.raises(ServiceError, match="there is no block"):
        sources.correct_block(library, found.source_id, 999, struck=True)


def test_keeping_and_dismissing_by_number(empty: Library) -> None:
    (found,) = sources.import_files(empty, [ESSAY])
    offered = positions.suggestions(empty, found.source_id)
    positions.keep(empty, found.source_id, [1, 3], side=Side.PRO)
    positions.dismiss(empty, found.source_id, [2])
    decided = positions.suggestions(empty, found.source_id)
    assert [each.quote for each in decided] == [each.quote for each in offered]
    status = [each.decided.status if each.decided else None for each in decided[:4]]
    assert status == [PositionStatus.KEPT, PositionStatus.DISMISSED, PositionStatus.KEPT, None]
    positions.keep(empty, found.source_id, [2], side=Side.CON)
    assert len(positions.kept(empty, source_id=found.source_id)) == 3
    with pytest.raises(ServiceError, match="no suggestion 999"):
        positions.keep(empty, found.source_id, [1, 999])
    with pytest.raises(ServiceError, match="has no text yet"):
        positions.suggestions(empty, _starter(empty))


def _starter(library: Library) -> int:
    with library.edit("starter") as edit:
        return edit.add(Source(title="Starter")).id


def test_throwing_a_source_away_keeps_the_cards_cut_from_it(library: Library, practice: Topic) -> None:
    with library.read() as reader:
        source = reader.all(Source, sample="free-buses")[0]
        cut = sources.cards_from(reader, source.id)
    assert cut
    before = library.content_hash()
    sources.remove(library, source.id)
    with library.read() as reader:
        with pytest.raises(NotFound, match="in the trash"):
            reader.get(Source, source.id)
        assert sources.cards_from(reader, source.id) == cut
    trash.restore(library, Source, source.id)
    assert library.content_hash() == before


def test_a_pasted_card_has_its_own_cite(library: Library) -> None:
    changes = cards.paste(library, "Tag", "Okafor 24", "The words.")
    found = next(card for card in cards.listed(library) if card.id == changes.created[0][1])
    assert (found.cite, found.quote, found.span) == ("Okafor 24", "The words.", None)
    with pytest.raises(ServiceError, match="needs the words"):
        cards.paste(library, "Tag", "Okafor 24", "  ")
