"""Mark layers over a card's words: pure operations on half-open code point offsets, never a change of a word.

A tidy tuple of marks is sorted, has no empty mark, and no two marks of one kind that overlap or that touch with the
same value. Every operation takes any marks and any offsets, and gives a tidy tuple.
"""

import heapq
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from debateprep.domain.article import Span
from debateprep.domain.model import Mark
from debateprep.domain.terms import MarkKind

Marks = tuple[Mark, ...]
State = tuple[tuple[MarkKind, str], ...]
"""The kinds over a stretch of words, each with its value, in a fixed order."""

COLOURS = ("yellow", "green", "blue", "pink", "orange", "purple", "grey")
"""The colours of highlight, the usual one first."""

READ = (MarkKind.UNDERLINE, MarkKind.EMPHASIS)
"""What is read of a card without highlight."""

_JOINERS = "\u200c\u200d"
_INNER = "'’-‑.,"


# Tidying


def normalise(marks: Iterable[Mark], length: int) -> Marks:
    """Return tidy marks over `length` code points; where two of one kind overlap, the later one decides."""
    kinds: dict[MarkKind, list[Mark]] = {}
    for mark in marks:
        start, end = max(0, mark.start), min(length, mark.end)
        if start < end:
            kinds.setdefault(mark.kind, []).append(Mark(mark.kind, start, end, mark.value))
    return _sorted(mark for many in kinds.values() for mark in _flat(many))


def _sorted(marks: Iterable[Mark]) -> Marks:
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind, mark.value)))


def _flat(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks of one kind without overlaps, those laid last on top."""
    opening = sorted(range(len(marks)), key=lambda number: marks[number].start)
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    flat: list[Mark] = []
    lying: list[int] = []
    following = 0
    for here, after in pairwise(edges):
        while following < len(opening) and marks[opening[following]].start <= here:
            heapq.heappush(lying, -opening[following])
            following += 1
        while lying and marks[-lying[0]].end <= here:
            heapq.heappop(lying)
        if lying:
            top = marks[-lying[0]]
            if flat and flat[-1].end == here and flat[-1].value == top.value:
                flat[-1] = Mark(top.kind, flat[-1].start, after, top.value)
            else:
                flat.append(Mark(top.kind, here, after, top.value))
    return flat


# Changing


def paint(marks: Marks, length: int, start: int, end: int, kind: MarkKind, value: str = "") -> Marks:
    """Return the marks with one more laid on top."""
    return normalise((*marks, Mark(kind, start, end, value)), length)


def remove(marks: Marks, length: int, start: int, end: int, kind: MarkKind | None = None) -> Marks:
    """Return the marks without those of a kind (or of all kinds) in a range; what lies outside it stays."""
    left = []
    for mark in normalise(marks, length):
        if kind not in (None, mark.kind) or start >= end or mark.end <= start or mark.start >= end:
            left.append(mark)
            continue
        left.append(Mark(mark.kind, mark.start, min(mark.end, start), mark.value))
        left.append(Mark(mark.kind, max(mark.start, end), mark.end, mark.value))
    return normalise(left, length)


def clear(marks: Marks, length: int, start: int, end: int) -> Marks:
    """Return the marks without any in a range."""
    return remove(marks, length, start, end)


def covers(marks: Marks, start: int, end: int, kind: MarkKind, value: str = "") -> bool:
    """Tell whether every character of a range that is not empty bears the kind with that very value."""
    place = start
    for mark in _flat([mark for mark in marks if mark.kind is kind and mark.start < mark.end]):
        if mark.value == value and mark.start <= place < mark.end:
            place = mark.end
    return start < end <= place


def toggle(marks: Marks, length: int, start: int, end: int, kind: MarkKind, value: str = "") -> Marks:
    """Return the marks with a range marked, or without the kind there when the whole range bore it already."""
    start, end = max(0, start), min(length, end)
    if covers(marks, start, end, kind, value):
        return remove(marks, length, start, end, kind)
    return paint(marks, length, start, end, kind, value)


def clip(marks: Marks, start: int, end: int) -> Marks:
    """Return the marks within a window of the words, with offsets counted from its start."""
    moved = (Mark(each.kind, each.start - start, each.end - start, each.value) for each in marks)
    return normalise(moved, max(0, end - start))


# Reading


def stretches(length: int, marks: Iterable[Mark]) -> Iterator[tuple[int, int, State]]:
    """Yield the stretches under the same marks, in order and without gaps, with kind and value of each mark."""
    tidy = normalise(marks, length)
    edges = sorted({0, length, *(edge for mark in tidy for edge in (mark.start, mark.end))})
    following, lying = 0, list[Mark]()
    for here, after in pairwise(edges):
        lying = [mark for mark in lying if mark.end > here]
        while following < len(tidy) and tidy[following].start <= here:
            lying.append(tidy[following])
            following += 1
        yield here, after, tuple(sorted((mark.kind, mark.value) for mark in lying))


def covered(length: int, marks: Iterable[Mark], *kinds: MarkKind) -> tuple[Span, ...]:
    """Return the ranges that bear any of the kinds, joined and in order."""
    chosen = [Mark(MarkKind.UNDERLINE, mark.start, mark.end) for mark in marks if mark.kind in kinds]
    return tuple(Span(mark.start, mark.end) for mark in normalise(chosen, length))


def read_spans(length: int, marks: Iterable[Mark]) -> tuple[Span, ...]:
    """Return what is read of a card: the highlighted words, else the underlined and emphasised, else all.

    Omitted words are never read.
    """
    marks = tuple(marks)
    chosen = covered(length, marks, MarkKind.HIGHLIGHT) or covered(length, marks, *READ)
    if not chosen and length:
        chosen = (Span(0, length),)
    left: Marks = tuple(Mark(MarkKind.HIGHLIGHT, span.start, span.end) for span in chosen)
    for gap in covered(length, marks, MarkKind.OMIT):
        left = remove(left, length, gap.start, gap.end)
    return tuple(Span(mark.start, mark.end) for mark in left)


def read_text(text: str, marks: Iterable[Mark]) -> str:
    """Return the words that are read as one line; stretches that do not touch are set apart by a blank."""
    return " ".join(" ".join(span.of(text) for span in read_spans(len(text), marks)).split())


# Words


def _joined(text: str, place: int) -> bool:
    """Tell whether `place` lies inside a word, or inside what is shown as one character."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before == "\r" and after == "\n":
        return True
    if unicodedata.category(after)[0] == "M" or after in _JOINERS or before in _JOINERS:
        return True
    if _of_word(before) and _of_word(after):
        return True
    if after in _INNER:
        return _bridges(text, place)
    return before in _INNER and _bridges(text, place - 1)


def _of_word(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LNM" or category in ("Sc", "Sk", "So", "Cf", "Pc")


def _bridges(text: str, place: int) -> bool:
    """Tell whether an apostrophe or hyphen joins letters, or a point or comma digits."""
    if not 0 < place < len(text) - 1:
        return False
    before, after = text[place - 1], text[place + 1]
    if text[place] in ".,":
        return before.isdigit() and after.isdigit()
    return _of_word(before) and _of_word(after)


def snap(text: str, start: int, end: int) -> Span | None:
    """Return a selection grown to whole words, without blanks at its ends; None when it holds nothing else.

    A selection without extent gives the word it stands in or before.
    """
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if start == end:
        end += end < len(text) and not text[end].isspace()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    while _joined(text, start):
        start -= 1
    while _joined(text, end):
        end += 1
    return Span(start, end)
