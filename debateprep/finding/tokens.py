"""A stretch of text as the rules see it: its words, folded, with their places."""

from bisect import bisect_left
from dataclasses import dataclass

from debateprep.domain.article import Span
from debateprep.domain.words import Word, words

_OPENING_QUOTES = "“«"
_CLOSING_QUOTES = "”»"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a span of `text`; `folded` and `words` run in parallel."""

    text: str
    span: Span
    words: tuple[Word, ...]
    folded: tuple[str, ...]

    @classmethod
    def of(cls, text: str, span: Span) -> "Tokens":
        """Read the words of a span."""
        here = tuple(words(text, span.start, span.end))
        return cls(text, span, here, tuple(word.folded for word in here))

    def within(self, span: Span) -> "Tokens":
        """Return the part of these words that a smaller span holds."""
        first = bisect_left(self.words, span.start, key=lambda word: word.start)
        last = bisect_left(self.words, span.end, key=lambda word: word.start)
        return Tokens(self.text, span, self.words[first:last], self.folded[first:last])

    def between(self, first: int, last: int) -> str:
        """Return the text from word `first` up to the end of word `last - 1`."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def gap(self, index: int) -> str:
        """Return what stands between word `index - 1` and word `index`; before the first word, nothing."""
        if not 0 < index < len(self.words):
            return ""
        return self.text[self.words[index - 1].end : self.words[index].start]

    @property
    def quote(self) -> str:
        """Return the words as they stand."""
        return self.span.of(self.text)


def quoted_spans(text: str, span: Span) -> list[Span]:
    """Return the stretches inside double quotation marks, without the marks; an unclosed one runs to the end."""
    found: list[Span] = []
    opened = -1
    for place in range(span.start, span.end):
        mark = text[place]
        if opened < 0 and (mark in _OPENING_QUOTES or mark == '"'):
            opened = place + 1
        elif opened >= 0 and (mark in _CLOSING_QUOTES or mark == '"'):
            if opened < place:
                found.append(Span(opened, place))
            opened = -1
    if 0 <= opened < span.end:
        found.append(Span(opened, span.end))
    return found
