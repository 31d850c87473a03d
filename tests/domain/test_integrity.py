"""The verdict on a card's words: right for every kind of tampering, over any text."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from debateprep.domain import integrity
from debateprep.domain.article import Span
from debateprep.domain.folding import fold
from debateprep.domain.integrity import RunKind
from debateprep.domain.marks import snap
from debateprep.domain.terms import Verdict
from tests.domain.hard import PIECE

TEXT = st.lists(PIECE, min_size=1, max_size=30).map("".join)
WORD = st.sampled_from(
    "tea warms hearts while rain keeps falling over harbour towns 12,000 ships wait café don’t ракета שלום".split()
)
WORDS = st.lists(WORD, min_size=6, max_size=40)


def checked(quote: str, source: str, start: int, end: int) -> integrity.Check:
    return integrity.check(quote, source, Span(start, end))


@given(TEXT)
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold(text)
    last = 0
    for place in range(len(folded.text)):
        span = folded.span(place, place + 1)
        assert last <= span.start < span.end <= len(text)
        last = span.start
    if folded.text:
        assert fold(folded.span(0, len(folded.text)).of(text)).text == folded.text
    for token in folded.tokens():
        assert fold(text[token.start : token.end]).text == token.text
    assert fold(folded.text).text == folded.text


@given(TEXT, st.integers(0, 80), st.integers(1, 60))
def test_words_cut_at_their_span_are_verbatim(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    assume(fold(quote).text)
    found = checked(quote, text, start, min(len(text), start + length))
    assert found.verdict is Verdict.VERBATIM
    assert not found.moved
    assert found.place is not None
    assert found.place.of(text) == quote


@given(TEXT, st.integers(0, 80), st.integers(1, 60))
def test_line_ends_blanks_and_kinds_of_quotation_marks_are_ignored(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    assume(fold(quote).text)
    for old, new in (("\n", "\r\n"), (" ", "\u00a0\n"), ("“", '"'), ("’", "'"), ("…", "..."), (" ", " \u00ad ")):
        assume("\r" not in quote)
        assert checked(quote.replace(old, new), text, start, min(len(text), start + length)).verdict is Verdict.VERBATIM


def tampered(kind: str, words: list[str], index: int) -> list[str]:
    changed = list(words)
    if kind == "dropped":
        del changed[index]
    elif kind == "swapped":
        changed[index] = "kettle"
    elif kind == "added":
        changed.insert(index, "kettle")
    elif kind == "digit":
        changed[index] = "12,001"
    elif kind == "punctuation":
        changed[index] += ";"
    elif kind == "case":
        changed[index] = changed[index].swapcase()
    return changed


@pytest.mark.parametrize("kind", ["dropped", "swapped", "added", "digit", "punctuation", "case"])
@given(words=WORDS, before=WORDS, after=WORDS, index=st.integers(0, 99))
def test_each_tampering_is_a_change_and_the_difference_shows_it(
    kind: str, words: list[str], before: list[str], after: list[str], index: int
) -> None:
    # What stands at the middle cannot stand elsewhere: a word of its own on both sides.
    words = ["Alpha", *words, "Omega"]
    index = 1 + index % (len(words) - 2)
    assume(kind != "case" or words[index].swapcase() != words[index])
    lead, true = " ".join(before) + " ", " ".join(words)
    source = lead + true + " " + " ".join(after)
    quote = " ".join(tampered(kind, words, index))
    found = checked(quote, source, len(lead), len(lead) + len(true))
    assert found.verdict is Verdict.CHANGED
    assert not found.moved
    assert_whole(found, source, quote)
    kinds = {run.kind for run in found.changes}
    if kind == "dropped":
        assert kinds & {RunKind.MISSING, RunKind.REPLACED}
        assert len(fold(quote).tokens()) < len(fold(true).tokens())
    if kind in ("added", "punctuation"):
        assert kinds & {RunKind.ADDED, RunKind.REPLACED}
    if kind == "swapped":
        assert any("kettle" in quote[run.quote_start : run.quote_end] for run in found.changes)


def assert_whole(found: integrity.Check, source: str, quote: str) -> None:
    assert found.place is not None
    theirs = [source[run.source_start : run.source_end] for run in found.runs]
    ours = [quote[run.quote_start : run.quote_end] for run in found.runs]
    assert re.sub(r"\s", "", "".join(theirs)) == re.sub(r"\s", "", found.place.of(source))
    assert re.sub(r"\s", "", "".join(ours)) == re.sub(r"\s", "", quote)
    for run, one, two in zip(found.runs, theirs, ours, strict=True):
        assert (fold(one).text == fold(two).text) == (run.kind is RunKind.EQUAL)
        assert bool(one) == (run.kind is not RunKind.ADDED)
        assert bool(two) == (run.kind is not RunKind.MISSING)


@given(before=WORDS, words=WORDS, after=WORDS, shift=st.integers(1, 30))
def test_moved_words_are_found_where_they_stand(
    before: list[str], words: list[str], after: list[str], shift: int
) -> None:
    quote = " ".join(["Alpha", *words, "Omega"])
    source = " ".join([*before, quote, *after])
    start = source.index(quote)
    wrong = max(0, start - shift)
    found = checked(quote, source, wrong, wrong + len(quote))
    assert found.verdict is Verdict.VERBATIM
    assert found.moved
    assert found.place == Span(start, start + len(quote))
    beyond = checked(quote, source, len(source) + 5, len(source) + 9)
    assert (beyond.verdict, beyond.moved, beyond.place) == (Verdict.VERBATIM, True, Span(start, start + len(quote)))


@given(before=WORDS, words=WORDS, after=WORDS)
def test_changed_and_moved_words_are_shown_beside_the_nearest(
    before: list[str], words: list[str], after: list[str]
) -> None:
    true = " ".join(["Alpha", "beta", "gamma", *words, "Omega"])
    source = " ".join([*before, true, *after])
    quote = true.replace("beta ", "", 1)
    found = integrity.check(quote, source, None)
    assert found.verdict is Verdict.CHANGED
    assert_whole(found, source, quote)
    assert found.place is not None
    assert found.place.overlaps(Span(source.index("Alpha"), source.index("Omega") + 5))


def test_without_a_source_nothing_is_claimed() -> None:
    assert integrity.check("words", None).verdict is Verdict.NO_SOURCE
    assert integrity.check("zebra", "nothing alike here", None).sentence.endswith("nowhere in the source.")
    assert integrity.check(" ", "a", None).verdict is Verdict.CHANGED


def test_a_piece_of_a_word_is_not_found_elsewhere() -> None:
    assert integrity.check("can", "They cannot.", None).verdict is Verdict.CHANGED
    assert integrity.find("one", "one, none, one") == (Span(0, 3), Span(11, 14))


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("The wall […] moves the flood.", True),
        ("The wall … moves the flood.", True),
        ("The [new] wall by the river moves the flood.", True),
        ("The wall moves the flood.", False),
    ],
)
def test_a_change_that_the_card_shows_is_said_to_be_marked(quote: str, marked: bool) -> None:
    source = "The wall by the river moves the flood."
    found = checked(quote, source, 0, len(source))
    assert found.verdict is Verdict.CHANGED
    assert all(run.marked for run in found.changes) is marked
    assert ("marked on the card" in found.sentence) is marked


@given(TEXT, st.integers(0, 60), st.integers(0, 60))
def test_a_selection_snapped_to_words_is_quoted_verbatim(text: str, start: int, end: int) -> None:
    span = snap(text, start, end)
    assume(span is not None)
    assert span is not None
    assume(fold(span.of(text)).text)
    assert integrity.check(span.of(text), text, span).verdict is Verdict.VERBATIM
