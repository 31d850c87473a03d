"""Split a paragraph into sentences with exact offsets: the one module that knows the splitter."""

import re
import warnings
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Protocol, cast

from debateprep.domain.article import Span, trimmed

# The splitter's time grows with the square of what it is given, so that long paragraphs go to it in pieces.
_PIECE = 1200
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_BLANK = re.compile(r"\s+")
# "D.C. That": an abbreviation that ends a sentence when a word follows that would otherwise not be capitalised.
_ABBREVIATION_THEN_SENTENCE = re.compile(
    r"\b(?:[A-Z]\.){2,4}[\"”’]?\s+(?=(?:The|This|That|These|Those|It|We|They|He|She|But|And|Yet|So|In|If|There|What|When"
    r"|Why|How|No|Nor|Not|Its|Their|Our|Such|All|Some|Even|Every)\s)"
)
_CLOCK_THEN_NAME = re.compile(r"\b[ap]\.m\.\s+$")
_CLOCK_ZONE = re.compile(r"(?:Eastern|Central|Mountain|Pacific|Greenwich|British|[A-Z]{2,4}\b)")
_STOPS_NOTHING = re.compile(r"[\W_]*")


# Prose in which every stop ends a sentence: no quotation marks, brackets, initials, or points inside words.
_PLAIN = re.compile(r"(?:[^\W\d_]|[\d ,;:'’–—-])+(?:[.?!] (?=[A-Z][^.])(?:[^\W\d_]|[\d ,;:'’–—-])+)*[.?!]?\s*")
_PLAIN_END = re.compile(r"(\w+)[.?!] ")


class _Piece(Protocol):
    start: int
    end: int


class _Splitter(Protocol):
    def segment(self, text: str) -> list[_Piece]: ...


@cache
def _splitter() -> _Splitter:
    # pysbd's sources hold escapes that newer Pythons warn of while compiling; the warning is no concern of ours.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        import pysbd

    return cast("_Splitter", pysbd.Segmenter(language="en", clean=False, char_span=True))


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of the paragraph `text[start:end]` in order, without the blanks around them.

    Every character that is not blank lies in exactly one span. The time is linear in the length.
    """
    cuts = sorted({start, end, *_boundaries(text, start, end)})
    pieces = (trimmed(text, first, last) for first, last in pairwise(cuts))
    return _join_fragments(text, [span for span in pieces if span])


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where sentences begin inside the paragraph."""
    for first, last, safe in _pieces(text, start, end):
        piece = text[first:last]
        plain = _plain_boundaries(piece)
        if plain is not None:
            yield from (first + place for place in plain)
            if safe:
                yield last
            continue
        for found in _splitter().segment(piece):
            if found.start and not _split_clock(piece, found.start):
                yield first + found.start
        for match in _ABBREVIATION_THEN_SENTENCE.finditer(piece):
            yield first + match.end()
        if safe:
            yield last


@cache
def _abbreviations() -> frozenset[str]:
    _splitter()
    from pysbd.lang.common.standard import Standard

    return frozenset(Standard.Abbreviation.ABBREVIATIONS)


def _plain_boundaries(piece: str) -> list[int] | None:
    """Return where sentences begin in prose without any trap, as the splitter would, at a fraction of its cost."""
    if not _PLAIN.fullmatch(piece):
        return None
    found = []
    for match in _PLAIN_END.finditer(piece):
        word = match.group(1)
        if len(word) < 3 or word.isdigit() or word.casefold() in _abbreviations() or not word[-1].islower():
            return None
        found.append(match.end())
    return found


def _split_clock(piece: str, cut: int) -> bool:
    before = _CLOCK_THEN_NAME.search(piece, max(0, cut - 12), cut)
    return bool(before and _CLOCK_ZONE.match(piece, cut))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield stretches short enough for the splitter, and whether each ends where a sentence does."""
    while end - start > _PIECE:
        limit = start + _PIECE
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, limit)]
        blanks = [] if ends else [match.end() for match in _BLANK.finditer(text, start, limit)]
        cut = (ends or blanks or [limit])[-1]
        yield start, cut, bool(ends)
        start = cut
    yield start, end, False


def _join_fragments(text: str, spans: list[Span]) -> list[Span]:
    """Give stretches without any letter or digit to the sentence before them."""
    joined: list[Span] = []
    for span in spans:
        if joined and _STOPS_NOTHING.fullmatch(text, span.start, span.end):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
