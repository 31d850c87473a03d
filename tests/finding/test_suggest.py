"""What a suggestion says: exact words, roles, speakers, turns, reasons; and that no text breaks it."""

import math
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debateprep.domain.article import Article, Block, Suggestion, Unit
from debateprep.domain.terms import BlockKind, Role
from debateprep.finding import FindingError, suggest, suggest_in
from debateprep.finding.cues import Phrases, read_cues
from debateprep.finding.sentences import sentence_spans


def one(text: str) -> tuple[Suggestion, ...]:
    return suggest_in(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def saying(text: str, words: str) -> Suggestion:
    return next(each for each in one(text) if words in each.span.of(text))


def test_sentences_are_split_where_they_end() -> None:
    text = "He works in Washington D.C. That is far. It opens at 9 a.m. Eastern time. “Go.” It is so!"
    assert [span.of(text) for span in sentence_spans(text, 0, len(text))] == [
        "He works in Washington D.C.",
        "That is far.",
        "It opens at 9 a.m. Eastern time.",
        "“Go.”",
        "It is so!",
    ]


def test_a_long_paragraph_without_stops_is_one_sentence() -> None:
    text = "word " * 2000
    assert len(sentence_spans(text, 0, len(text))) == 1


def test_repeated_sentences_keep_their_own_places() -> None:
    text = "We must act. We must act. We must act."
    assert [(span.start, span.end) for span in sentence_spans(text, 0, len(text))] == [(0, 12), (13, 25), (26, 38)]


def test_reasons_name_the_cue_and_the_words() -> None:
    found = saying("Therefore the town must open its library on Sundays.", "library")
    shown = [str(reason) for reason in found.reasons]
    assert "modal verb: must" in shown
    assert "conclusion cue: Therefore" in shown
    assert found.role is Role.PROPOSAL
    assert found.speaker == ""


def test_numbers_make_evidence() -> None:
    found = saying("The harbour handled 412 ships and 96 barges during the past winter.", "harbour")
    assert "number: 412" in [str(reason) for reason in found.reasons]
    assert found.role is Role.EVIDENCE


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harbour officials have openly declared that the pier is closing down.", "Harbour officials"),
        ("According to the harbour board, the pier costs too much to mend.", "the harbour board"),
        ("Critics argue that the pier is an eyesore and a danger to boats.", "Critics"),
        ("Speculation is mounting that the pier will be sold before winter.", "Speculation"),
        ("Raising Northern fears that the pier is unsafe, the storm took two of its planks.", ""),
        ("Mirabel’s headline proposals include a new pier and a longer quay.", "Mirabel"),
        ("“The pier is finished and must be pulled down,” said the mayor.", "the mayor"),
        ("The evidence suggests that the pier is sound and should be kept.", ""),
        ("We believe that the pier should be kept open for the children.", ""),
        ("Critics are wrong to say that the pier is a danger to boats.", ""),
        ("The harbour leader complained only that the pier had been closed too late.", "The harbour leader"),
        ("One class wrote that the pier is longer now than it used to be.", "One class"),
        ("A pier is no failure because few people claimed a place on it this month.", ""),
        ("Most of those who never came to the pier were never asked to come.", ""),
        ("They paid their bills at a counter and left the pier for good.", ""),
        ("A survey by the harbour board found that the pier is used by many.", "A survey by the harbour board"),
        ("The board's own report shows that the piles of the pier are sound.", "The board's own report"),
    ],
)
def test_speakers(text: str, speaker: str) -> None:
    assert saying(text, text).speaker == speaker


def test_a_named_source_makes_evidence() -> None:
    found = saying("A survey by the harbour board found that the pier is used by many.", "survey")
    assert found.role is Role.EVIDENCE
    assert "evidence from a named source" in {reason.label for reason in found.reasons}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A pier that nobody may enter serves its owner before its town.", "general statement: A pier"),
        (
            "The letter was not defending beauty but uniformity.",
            "sets one thing against another: not defending beauty but uniformity",
        ),
        (
            "A wall does not stop a flood; it chooses who receives it.",
            "sets one thing against another: not stop a flood; it chooses",
        ),
        ("What the town needs is a place to sit by the water.", "puts the weight on one thing: What … is"),
        (
            "It is the porter who keeps the gate open for everyone.",
            "puts the weight on one thing: It is the porter who",
        ),
        ("The town should give its pier back to the children.", "says who should act: The town should"),
        ("The pier is a promise to everyone who lives inland.", "says what something is: is a"),
    ],
)
def test_the_make_of_a_statement_is_told_in_words(text: str, label: str) -> None:
    assert label.casefold() in {str(reason).casefold() for reason in saying(text, text).reasons}


@pytest.mark.parametrize(
    "text",
    [
        "The roof must be mended by somebody before the winter comes.",
        "The figures assume that the hall must open on every day.",
        "The crates are kept in a cellar at the end of the yard.",
    ],
)
def test_no_demand_and_no_definition_where_there_is_none(text: str) -> None:
    labels = {reason.label for reason in saying(text, text).reasons}
    assert not labels & {"says who should act", "says what something is"}


@pytest.mark.parametrize(
    ("text", "supports", "claim", "why"),
    [
        (
            "The town must keep the pier. For example, boats from the island still land there in rough weather.",
            "For example, boats",
            "The town must keep the pier.",
            "“For example” ties it to what stands before it",
        ),
        (
            "Boats from the island land there in rough weather. That is why the town must keep the pier.",
            "Boats from the island",
            "That is why the town must keep the pier.",
            "“That is why” draws that from it",
        ),
        (
            "The museum should stay free, because a collection that belongs to all must not be sold back to them.",
            "a collection",
            "The museum should stay free",
            "“because” gives it as the reason",
        ),
        (
            "The pier must stay open to all. According to the harbour board, 412 boats landed at the pier in April.",
            "According to",
            "The pier must stay open to all.",
            "both speak of “pier” in ¶1",
        ),
    ],
)
def test_reasons_stand_under_their_claims(text: str, supports: str, claim: str, why: str) -> None:
    found = next(each for each in one(text) if each.span.of(text).startswith(supports) and each.under)
    assert found.under is not None
    assert found.under.of(text) == claim
    assert found.under_why == why


def test_an_opposing_view_points_at_the_answer_and_stands_under_nothing() -> None:
    text = (
        "Critics argue that the pier is ugly and old. They add that it costs too much. But a pier is not an ornament."
    )
    views = [each for each in one(text) if each.role is Role.OPPOSING]
    assert {each.speaker for each in views} == {"Critics"}
    assert {each.but.of(text) for each in views if each.but} == {"But a pier is not an ornament."}
    assert all(each.under is None for each in views)


def test_what_happened_is_no_part_of_a_view() -> None:
    text = "Critics argue that the pier is ugly. It was built in a single winter by the town. It is not a palace."
    assert saying(text, "single winter").role is not Role.OPPOSING


def test_they_go_on_with_the_speaker_before() -> None:
    text = "Critics argue that the pier is ugly and old. They add that it costs too much to mend."
    assert saying(text, "They add").speaker == "Critics"


@pytest.mark.parametrize(
    ("text", "conceded", "turn"),
    [
        (
            "While the pier may be old and ugly, the town should keep it for its children.",
            "the pier may be old and ugly",
            "the town should keep it for its children.",
        ),
        (
            "Of course the pier is old and rather ugly. But the town should keep it for its children.",
            "Of course the pier is old and rather ugly.",
            "But the town should keep it for its children.",
        ),
        (
            "While the crack itself may be old – a thing that can happen – the pier does deserve a new wall.",
            "the crack itself may be old",
            "the pier does deserve a new wall.",
        ),
        (
            "The closing of the pier is bad news, but it could be a blessing for the beach.",
            "The closing of the pier is bad news",
            "it could be a blessing for the beach.",
        ),
    ],
)
def test_concessions_point_at_the_authors_turn(text: str, conceded: str, turn: str) -> None:
    found = next(each for each in one(text) if each.but)
    assert found.span.of(text) == conceded
    assert found.role is Role.CONCESSION
    assert found.but is not None
    assert found.but.of(text) == turn


def test_a_clause_is_offered_without_what_hangs_around_it() -> None:
    text = "The old crane stood there in 1950 and in 1960; the town must never sell such a landmark."
    found = one(text)[0]
    assert found.unit is Unit.CLAUSE
    assert found.span.of(text) == "the town must never sell such a landmark."


def test_a_sentence_and_its_clause_do_not_stand_side_by_side() -> None:
    text = "The town must keep the pier, because it is the only place where children can be left alone."
    first, *rest = one(text)
    assert first.unit is Unit.SENTENCE
    assert all(each.score <= first.score - 2 for each in rest if each.span.overlaps(first.span))


def test_furniture_questions_and_fragments_are_not_offered() -> None:
    text = (
        "We must all act now, today.\n\nWho said that it was so?\n\nNot so.\n\nThe pier should be kept for all of us."
    )
    kinds = (BlockKind.CAPTION, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    places = [(part, text.index(part)) for part in text.split("\n\n")]
    blocks = tuple(Block(kind, at, at + len(part)) for kind, (part, at) in zip(kinds, places, strict=True))
    article = Article(text, blocks)
    assert [article.quote(each.span) for each in suggest(article)] == ["The pier should be kept for all of us."]
    struck = article.with_block(3, struck=True)
    assert suggest(struck) == ()


def test_limit_takes_the_best() -> None:
    text = "The pier is grey on some mornings. The town must keep the pier. Boats lie in the little harbour."
    article = Article(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    assert suggest(article, limit=1) == suggest(article)[:1]
    assert suggest(article, limit=0) == ()


def test_phrases_prefer_the_longest() -> None:
    phrases = Phrases.of(["is no", "is no longer", "no"])
    assert list(phrases.all(["this", "is", "no", "longer", "no"])) == [(1, 4), (4, 5)]


@pytest.mark.parametrize("content", ["not toml [", "[features]\n", "cue = [{label = 'x'}]"])
def test_a_broken_cue_file_is_told_in_one_sentence(tmp_path: Path, content: str) -> None:
    path = tmp_path / "cues.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(FindingError, match="install it again"):
        read_cues(path)


PIECES = st.sampled_from(
    [
        "We must act",
        "but",
        "yet",
        "While",
        "of course",
        "said",
        "the Mayor",
        "“",
        "”",
        '"',
        "(",
        ")",
        ", ",
        ". ",
        "; ",
        " – ",
        "—",
        ": ",
        "? ",
        "! ",
        "... ",
        "… ",
        "1,000",
        "U.S.",
        "D.C. That",
        "a.m. ",
        "may",
        "is",
        "so",
        "according to",
        "'s",
        "’s proposals include",
        "😀",
        "שלום",
        "مرحبا",
        "\u200f",
        "\n",
        "\t",
        "\r",
        "\x00",
        "∯",
        "ȸ",
        "&ᓴ&",
        "[1]",
        "1. ",
        "a) ",
        "•",
        "İ",
        "ß",
        "\u2028",
        " ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)


@given(TEXTS, TEXTS)
@settings(max_examples=150)
def test_any_text(first: str, second: str) -> None:
    text = f"{first}|{second}|caption"
    edges = [(0, len(first)), (len(first) + 1, len(first) + 1 + len(second)), (len(text) - 7, len(text))]
    kinds = (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.CAPTION)
    blocks = tuple(Block(kind, *edge) for kind, edge in zip(kinds, edges, strict=True))
    found = suggest_in(text, blocks, title=first)
    assert found == suggest_in(text, blocks, title=first)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    for each in found:
        start, end = edges[each.paragraph - 1]
        assert start <= each.span.start < each.span.end <= end
        quote = each.span.of(text)
        assert quote == quote.strip()
        assert each.reasons
        assert math.isfinite(each.score)
        assert each.score == pytest.approx(sum(reason.weight for reason in each.reasons), abs=1e-3)
        assert each.under is None or (start <= each.under.start and each.under.end <= end and each.under_why)
        assert each.under is None or not each.under.overlaps(each.span)
        assert each.under is None or each.under in {other.span for other in found}
        # The author may turn at the beginning of the next paragraph, but never in a caption.
        assert each.but is None or any(a <= each.but.start and each.but.end <= b for a, b in edges[:2])


@given(TEXTS)
@settings(max_examples=150)
def test_sentences_hold_every_character_once(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    kept = {place for span in spans for place in range(span.start, span.end)}
    assert all(text[place].isspace() for place in set(range(len(text))) - kept)


def seconds(text: str) -> float:
    began = time.process_time()
    one(text)
    return time.process_time() - began


@pytest.mark.parametrize(
    "unit", ["We must act, but they say no; it is so. ", "word, but ", "“(— ", "1. a) ... ", "A.B.", "' \" "]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    seconds(unit * 10)
    small, large = (max(0.02, min(seconds(unit * count) for _ in range(2))) for count in (500, 2000))
    assert large / small < 10
