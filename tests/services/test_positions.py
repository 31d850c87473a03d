"""Positions: the ranking of a text is made once, whatever is decided about it."""

from collections.abc import Iterator

import pytest

from debateprep.domain.terms import Side
from debateprep.services import positions, sources
from debateprep.storage.library import Library

ESSAY = "\n\n".join(
    (
        "Towns should plant trees",
        "Every town should plant more trees, because shade keeps streets cool. Trees cost little and last long.",
        "Critics say that roots break pavements. But a town must choose the right tree, and then the roots stay down.",
    )
)


@pytest.fixture
def ranked() -> Iterator[None]:
    positions._ranked.cache_clear()
    yield
    positions._ranked.cache_clear()


@pytest.mark.usefixtures("ranked")
def test_keeping_ranks_no_text_anew(library: Library) -> None:
    source = sources.import_text(library, ESSAY).source_id
    offered = positions.suggestions(library, source)
    for number in (1, 2):
        positions.keep(library, source, [number], side=Side.PRO)
    after = positions.suggestions(library, source)
    assert positions._ranked.cache_info().misses == 1
    assert [each.quote for each in after] == [each.quote for each in offered]
    assert [each.decided is not None for each in after[:2]] == [True, True]


@pytest.mark.usefixtures("ranked")
def test_a_struck_paragraph_ranks_anew(library: Library) -> None:
    source = sources.import_text(library, ESSAY).source_id
    first = positions.suggestions(library, source)[0]
    with library.read() as reader:
        blocks = positions.text_of(reader, source).blocks
    struck = next(index for index, block in enumerate(blocks) if block.start <= first.suggestion.span.start < block.end)
    sources.correct_block(library, source, struck, struck=True)
    assert first.quote not in [each.quote for each in positions.suggestions(library, source)]
