"""How well the rules find what op-eds argue: thesis among the first three, precision of the first ten.

`pytest tests/finding/test_quality.py -s` prints the table; `python -m tests.finding.ablation` prints what each rule
does to it. The held-out set is only counted, never looked into.
"""

from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import pytest

from debateprep.domain.article import Suggestion
from debateprep.domain.terms import BlockKind, Role
from debateprep.domain.words import words
from debateprep.finding import suggest
from tests.finding.measuring import (
    DEVELOPMENT,
    HELD_OUT,
    SECOND,
    Fared,
    body_of_real,
    fare,
    gold_of,
    gold_of_real,
    simple_article,
)


def fare_all(paths: Sequence[Path], *, open_book: bool = True) -> list[Fared]:
    results = [fare(gold_of(path)) for path in paths]
    for each in results:
        print(f"\n{each.name:20} thesis at {each.thesis_rank}   precision@10 {each.precision:.2f}", end="")
        for quote in each.wrong if open_book else ():
            print(f"\n     not argued: {quote[:90]}", end="")
    print(f"\n{'mean':20} {'':12} precision@10 {mean(each.precision for each in results):.3f}")
    return results


@pytest.fixture(scope="module")
def fared() -> list[Fared]:
    return fare_all(DEVELOPMENT)


def in_first_three(fared: Sequence[Fared]) -> int:
    return sum(each.thesis_rank is not None and each.thesis_rank <= 3 for each in fared)


def test_the_thesis_is_among_the_first_three(fared: list[Fared]) -> None:
    assert len(fared) == 6
    assert in_first_three(fared) >= 5


def test_most_of_the_first_ten_are_argued_by_the_author(fared: list[Fared]) -> None:
    assert mean(each.precision for each in fared) >= 0.85
    assert min(each.precision for each in fared) >= 0.7


def test_the_second_set() -> None:
    fared = fare_all(SECOND)
    assert len(fared) == 4
    assert in_first_three(fared) >= 3
    assert mean(each.precision for each in fared) >= 0.8


def test_the_held_out_set() -> None:
    fared = fare_all(HELD_OUT, open_book=False)
    assert len(fared) == 3
    assert in_first_three(fared) >= 2
    assert mean(each.precision for each in fared) >= 0.7


@pytest.mark.parametrize("path", [*DEVELOPMENT, *SECOND, *HELD_OUT], ids=lambda path: path.stem)
def test_no_furniture_in_the_first_fifteen(path: Path) -> None:
    text = path.read_text("utf-8")
    caption = "People who must act now stand at the gate - Photo by an agency"
    advert = "You should subscribe today: we believe that it is the right choice, and you must not miss it."
    note = "The author believes that we must all read her next book, which shows why she is right."
    furnished = simple_article(f"{text.rstrip()}\n{caption}\n{advert}\n{note}")
    last = len(furnished.blocks) - 1
    for back, kind in enumerate((BlockKind.AUTHOR_NOTE, BlockKind.ADVERT, BlockKind.CAPTION)):
        furnished = furnished.with_block(last - back, kind=kind)
    body = [block for block in furnished.blocks if block.kind is BlockKind.PARAGRAPH]
    for each in suggest(furnished)[:15]:
        assert any(block.start <= each.span.start and each.span.end <= block.end for block in body)


def opposing(path: Path) -> list[tuple[str, Suggestion]]:
    article = simple_article(path.read_text("utf-8"))
    return [(article.quote(each.span), each) for each in suggest(article) if each.role is Role.OPPOSING]


def test_the_other_side_told_at_length_stays_below_the_answers() -> None:
    article = simple_article(DEVELOPMENT[4].read_text("utf-8"))
    for each in suggest(article, limit=10):
        assert not article.quote(each.span).startswith(
            ("Those who favour", "They ", "Supporters", "A fee, on this view")
        )
        assert each.role is not Role.OPPOSING


@pytest.mark.parametrize(
    ("path", "view", "answer"),
    [
        (DEVELOPMENT[0], "Some councillors believe", "That gets the matter backwards."),
        (DEVELOPMENT[1], "Opponents argue", "Yet it confuses exposure with instruction."),
        (DEVELOPMENT[1], "They add that a ban", "Yet it confuses exposure with instruction."),
        (DEVELOPMENT[3], "It is often said", "Still, taste follows"),
        (DEVELOPMENT[3], "The board insists", "Tyres are not clover"),
        (DEVELOPMENT[4], "Supporters also claim", "But it fails at every step."),
        (DEVELOPMENT[5], '"Meadows are not a modern', "Perhaps they are not"),
        (SECOND[0], "Defenders of homework", "So he should"),
        (SECOND[1], "It will be said", "That is nearly true"),
    ],
)
def test_views_told_to_be_answered_point_at_the_answer(path: Path, view: str, answer: str) -> None:
    found = next(each for quote, each in opposing(path) if quote.startswith(view))
    assert found.but is not None
    assert found.but.of(path.read_text("utf-8")).startswith(answer)
    assert "opposing view, answered by the author" in {reason.label for reason in found.reasons}


def test_what_the_author_argues_is_seldom_taken_for_an_opposing_view() -> None:
    taken = [
        quote
        for path in (*DEVELOPMENT, *SECOND)
        for quote, each in opposing(path)
        if any(span.overlaps(each.span) for span in gold_of(path).argued)
    ]
    assert taken == []


def test_the_real_article(real_article: Path) -> None:
    article = body_of_real(real_article.read_text("utf-8"))
    assert len(article.paragraphs) == 16
    found = suggest(article)
    thesis = next(place for place, each in enumerate(found, 1) if "can and must" in article.quote(each.span))
    assert thesis == 1
    early = [each.paragraph for each in found[:3]]
    assert {10, 13} <= set(early)
    assert all(not each.speaker and each.role is not Role.OPPOSING for each in found[:10])
    assert fare(gold_of_real(real_article)).precision >= 0.8


def test_clauses_fit_what_a_reader_kept(real_article: Path) -> None:
    gold = gold_of_real(real_article)
    found = suggest(gold.article)

    def fit(start: int, end: int) -> float:
        over = (
            (min(end, each.span.end) - max(start, each.span.start))
            / (max(end, each.span.end) - min(start, each.span.start))
            for each in found
        )
        return max(over)

    fits = [fit(span.start, span.end) for span in gold.argued]
    print(f"\nspan overlap {mean(fits):.2f}, {sum(each >= 0.7 for each in fits)} of {len(fits)} at 0.7 or more")
    assert mean(fits) >= 0.75
    # Whoever keeps a clause keeps few words: offers are not whole paragraphs.
    assert max(len(words(gold.article.quote(each.span))) for each in found) <= 60
