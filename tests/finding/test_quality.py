"""How well the rules find what op-eds argue: thesis among the first three, precision of the first ten."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import pytest

from debateprep.domain.article import Article, Block, Span, Suggestion
from debateprep.domain.terms import BlockKind
from debateprep.finding import suggest

OPEDS = Path(__file__).parent / "opeds"


@dataclass(frozen=True)
class Fared:
    name: str
    thesis_rank: int | None
    precision: float
    wrong: tuple[str, ...]


def simple_article(text: str, title_lines: int = 1) -> Article:
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    blocks = tuple(
        Block(BlockKind.HEADLINE if index < title_lines else BlockKind.PARAGRAPH, start, end)
        for index, (start, end) in enumerate(lines)
    )
    return Article(text, blocks, title=text[slice(*lines[0])])


def gold_spans(text: str, quotes: list[str]) -> list[Span]:
    for quote in quotes:
        assert text.count(quote) == 1, quote
    return [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]


def says(suggestion: Suggestion, gold: list[Span]) -> bool:
    """One lies in the other, and they share more than half of the longer: a near miss is a miss."""
    span = suggestion.span
    return any(
        (each.contains(span) or span.contains(each))
        and min(span.end, each.end) - max(span.start, each.start) >= 0.5 * (span.end - span.start)
        for each in gold
    )


def fare(path: Path) -> Fared:
    text = path.read_text("utf-8")
    gold = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    thesis = gold_spans(text, gold["thesis"])
    argued = [*thesis, *gold_spans(text, gold["claims"])]
    article = simple_article(text)
    found = suggest(article, limit=10)
    rank = next((place for place, each in enumerate(suggest(article), 1) if says(each, thesis)), None)
    wrong = tuple(article.quote(each.span) for each in found if not says(each, argued))
    return Fared(path.stem, rank, 1 - len(wrong) / len(found), wrong)


@pytest.fixture(scope="module")
def fared() -> list[Fared]:
    results = [fare(path) for path in sorted(OPEDS.glob("*.txt"))]
    for each in results:
        print(f"\n{each.name:20} thesis at {each.thesis_rank}   precision@10 {each.precision:.2f}", end="")
        for quote in each.wrong:
            print(f"\n     not argued: {quote[:90]}", end="")
    print()
    return results


def test_the_six_opeds_are_there(fared: list[Fared]) -> None:
    assert len(fared) == 6


def test_the_thesis_is_among_the_first_three(fared: list[Fared]) -> None:
    first_three = [each for each in fared if each.thesis_rank is not None and each.thesis_rank <= 3]
    assert len(first_three) >= 5


def test_most_of_the_first_ten_are_argued_by_the_author(fared: list[Fared]) -> None:
    assert mean(each.precision for each in fared) >= 0.75
    assert min(each.precision for each in fared) >= 0.6


def test_the_other_side_told_at_length_stays_below_the_answers() -> None:
    text = (OPEDS / "5-free-museums.txt").read_text("utf-8")
    article = simple_article(text)
    for each in suggest(article, limit=10):
        assert not article.quote(each.span).startswith(
            ("Those who favour", "They ", "Supporters", "A fee, on this view")
        )


def body_of_real(text: str) -> Article:
    """Read the article as lines: a headline, two lines of caption, the body, the author note."""
    article = simple_article(text, title_lines=3)
    last = len(article.blocks) - 1
    article = article.with_block(last, kind=BlockKind.AUTHOR_NOTE)
    return article.with_block(1, kind=BlockKind.CAPTION).with_block(2, kind=BlockKind.CAPTION)


def test_the_real_article(real_article: Path) -> None:
    article = body_of_real(real_article.read_text("utf-8"))
    assert len(article.paragraphs) == 16
    found = suggest(article)
    thesis = next(place for place, each in enumerate(found, 1) if "can and must" in article.quote(each.span))
    assert thesis <= 3
    early = [each.paragraph for each in found[:3]]
    assert {10, 13} <= set(early)
    assert all(not each.speaker and each.but is None for each in found[:10])
