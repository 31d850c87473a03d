"""Suggested underlining: the clauses of a quotation that carry the tag's words, to take or drop as a whole."""

import re
from dataclasses import dataclass

from debateprep.domain.article import Span
from debateprep.domain.stems import content
from debateprep.domain.words import words

_CUT = re.compile(
    r"[.!?;:]+[”\"’')\]]*\s+|\s+[–—-]\s+|—|,\s+(?=(?:and|but|or|yet|so|because|while|whereas|although|though|which|who|when"
    r"|since|for|as)\b)|\s+(?=(?:because|while|whereas|although|though|unless)\b)|\n+",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:and|but|or|yet|so)\b[\s,]+", re.IGNORECASE)
_TIDY = ",;:–—-"
_NEAR = 3
_SHORT = 4
_FEW = 7


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    stems: frozenset[str]
    words: int


def suggest(tag: str, quote: str) -> tuple[Span, ...]:
    """Return what to underline, in order and apart from each other; nothing when no clause shares a tag's word.

    Whole clauses only, so that they read aloud; the fewest that together have the tag's words that the quotation
    has. Clauses that lie side by side, or only a few words apart, become one.
    """
    wanted = set(content([word.folded for word in words(tag)]))
    pieces = _pieces(quote)
    chosen: list[_Piece] = []
    left = wanted & set().union(*(piece.stems for piece in pieces)) if pieces else set()
    while left:
        best = max(pieces, key=lambda piece: (len(piece.stems & left), len(piece.stems & wanted), -piece.words))
        # A clause that adds one word only is not worth reading beside one that has most of them.
        if chosen and len(best.stems & left) < 2 and 2 * len(left) <= len(wanted):
            break
        chosen.append(best)
        left -= best.stems
    # A few words that end or begin the clause chosen cost nothing to read.
    beside = [
        piece
        for place, piece in enumerate(pieces)
        if piece not in chosen and piece.words <= _FEW and piece.stems & left
        if any(each in chosen for each in pieces[max(0, place - 1) : place + 2])
    ]
    chosen += beside
    return _joined(quote, sorted((piece.span for piece in chosen), key=lambda span: span.start))


def _pieces(quote: str) -> list[_Piece]:
    edges = [0, *(edge for match in _CUT.finditer(quote) for edge in match.span()), len(quote)]
    found: list[_Piece] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        span = _trimmed(quote, start, end)
        if span is None:
            continue
        here = [word.folded for word in words(quote, span.start, span.end)]
        # A few words after a comma cannot be read by themselves; they stay with the clause before.
        if len(here) < _SHORT and found and "," in quote[found[-1].span.end : span.start]:
            before = found.pop()
            stems = before.stems | frozenset(content(here))
            found.append(_Piece(Span(before.span.start, span.end), stems, before.words + len(here)))
        elif here:
            found.append(_Piece(span, frozenset(content(here)), len(here)))
    return found


def _trimmed(quote: str, start: int, end: int) -> Span | None:
    while start < end and (quote[start].isspace() or quote[start] in _TIDY):
        start += 1
    while end > start and (quote[end - 1].isspace() or quote[end - 1] in f"{_TIDY}."):
        end -= 1
    leading = _LEADING.match(quote, start, end)
    start = leading.end() if leading else start
    return Span(start, end) if start < end else None


def _joined(quote: str, spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and len(words(quote, joined[-1].end, span.start)) <= _NEAR:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
