"""Measure what the rules offer against op-eds whose claims were marked by reading."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from debateprep import assets
from debateprep.domain.article import Article, Block, Span, Suggestion
from debateprep.domain.model import Anchor
from debateprep.domain.terms import BlockKind, Role
from debateprep.domain.words import find_anchor
from debateprep.finding import suggest
from debateprep.finding.cues import CueLists

HERE = Path(__file__).parent
DEVELOPMENT = tuple(sorted((HERE / "opeds").glob("*.txt")))
SECOND = tuple(sorted((HERE / "second").glob("*.txt")))
HELD_OUT = tuple(sorted((HERE / "heldout").glob("*.txt")))


@dataclass(frozen=True)
class Gold:
    """An article with the spans of its thesis and of all that its author argues."""

    name: str
    article: Article
    thesis: tuple[Span, ...]
    argued: tuple[Span, ...]


@dataclass(frozen=True)
class Fared:
    name: str
    thesis_rank: int | None
    precision: float
    wrong: tuple[str, ...]


def simple_article(text: str, title_lines: int = 1) -> Article:
    """Read lines as blocks: the first ones headlines, the others paragraphs."""
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    blocks = tuple(
        Block(BlockKind.HEADLINE if index < title_lines else BlockKind.PARAGRAPH, start, end)
        for index, (start, end) in enumerate(lines)
    )
    return Article(text, blocks, title=text[slice(*lines[0])])


def body_of_real(text: str) -> Article:
    """Read the article as lines: a headline, two lines of caption, the body, the author note."""
    article = simple_article(text, title_lines=3)
    last = len(article.blocks) - 1
    article = article.with_block(last, kind=BlockKind.AUTHOR_NOTE)
    return article.with_block(1, kind=BlockKind.CAPTION).with_block(2, kind=BlockKind.CAPTION)


def gold_spans(text: str, quotes: Iterable[str]) -> tuple[Span, ...]:
    found = []
    for quote in quotes:
        assert text.count(quote) == 1, quote
        found.append(Span(text.index(quote), text.index(quote) + len(quote)))
    return tuple(found)


def gold_of(path: Path) -> Gold:
    """Read an op-ed and the gold that stands beside it."""
    text = path.read_text("utf-8")
    data = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    thesis = gold_spans(text, data["thesis"])
    return Gold(path.stem, simple_article(text), thesis, (*thesis, *gold_spans(text, data["claims"])))


def gold_of_real(path: Path) -> Gold:
    """Take the shipped sample's anchored positions, evidence aside, as gold of the article that it is made from."""
    article = body_of_real(path.read_text("utf-8"))
    sample = json.loads(assets.path("samples/victory-plan.json").read_text("utf-8"))
    argued, thesis = [], []
    for position in sample["positions"]:
        if position["role"] == Role.EVIDENCE:
            continue
        wanted = Anchor(position["words"], position["sha256"])
        span = find_anchor(article.text, article.blocks, wanted, position["paragraph"])
        assert span is not None, position
        argued.append(span)
        if "can and must" in span.of(article.text):
            thesis.append(span)
    return Gold("real article", article, tuple(thesis), tuple(argued))


def says(suggestion: Suggestion, gold: Iterable[Span]) -> bool:
    """One lies in the other, and the gold covers at least half of what is offered: a near miss is a miss."""
    span = suggestion.span
    return any(
        (each.contains(span) or span.contains(each))
        and min(span.end, each.end) - max(span.start, each.start) >= 0.5 * (span.end - span.start)
        for each in gold
    )


def fare(gold: Gold, lists: CueLists | None = None) -> Fared:
    """Tell where the thesis stands and which of the first ten are not argued by the author."""
    found = suggest(gold.article, lists=lists)
    rank = next((place for place, each in enumerate(found, 1) if says(each, gold.thesis)), None)
    first = found[:10]
    wrong = tuple(gold.article.quote(each.span) for each in first if not says(each, gold.argued))
    return Fared(gold.name, rank, 1 - len(wrong) / len(first), wrong)
