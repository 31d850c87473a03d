"""A text as it is compared word for word, with the way back to its own offsets.

What folding takes away, and nothing else, is what the check of a quotation ignores:

- the kind of line end, and any run of blanks, tabs, line ends and no-break spaces: each is one blank, none at the ends;
- the kind of quotation mark and apostrophe (“ ” „ « » " are one, ‘ ’ ‚ ' are one);
- three points for the one character …;
- characters that cannot be seen: soft hyphen, zero-width space, word joiner, byte order mark;
- whether an accent is part of its letter or a character of its own (NFC).

Every letter, its case, every digit, dash, hyphen and other punctuation mark counts.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from debateprep.domain.article import Span

_DOUBLE, _SINGLE = "“”„‟«»＂", "‘’‚‛ʼ"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
_SPECIAL = re.compile(
    rf"(?P<blank>[\s{_UNSEEN}]*\s[\s{_UNSEEN}]*)|(?P<unseen>[{_UNSEEN}]+)|(?P<double>[{_DOUBLE}])|(?P<single>[{_SINGLE}])"
    r"|(?P<points>\.\.\.)"
)
_PLAIN = {"blank": " ", "unseen": "", "double": '"', "single": "'", "points": "…"}
_TOKEN = re.compile(r"\w[\w\u0300-\u036f]*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one punctuation mark of a folded text, with its place in the text as it was."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `steps` and `origins` are places in it from which on one character is one, and their origins.

    A piece of which `whole` is true stands for one character of the original as a whole, or for a run.
    """

    text: str
    length: int
    steps: tuple[int, ...]
    origins: tuple[int, ...]
    ends: tuple[int, ...]

    def origin(self, place: int) -> int:
        """Return where the character at `place` of the folded text begins in the original."""
        if place >= len(self.text):
            return self.ends[-1] if self.ends else self.length
        piece = bisect_right(self.steps, place) - 1
        return min(self.origins[piece] + place - self.steps[piece], self.ends[piece])

    def origin_end(self, place: int) -> int:
        """Return where the character before `place` of the folded text ends in the original."""
        if place <= 0:
            return self.origins[0] if self.origins else 0
        piece = bisect_right(self.steps, place - 1) - 1
        inside = place - self.steps[piece]
        return self.ends[piece] if place == self._stop(piece) else self.origins[piece] + inside

    def folded_at(self, place: int) -> int:
        """Return where the original's character at `place`, or the next that is kept, stands in the folded text."""
        piece = bisect_right(self.origins, place) - 1
        if piece < 0:
            return 0
        inside = place - self.origins[piece]
        width = self._stop(piece) - self.steps[piece]
        if self.ends[piece] - self.origins[piece] == width:
            return self.steps[piece] + min(inside, width)
        return self.steps[piece] + (width if inside else 0)

    def _stop(self, piece: int) -> int:
        return self.steps[piece + 1] if piece + 1 < len(self.steps) else len(self.text)

    def span(self, start: int, end: int) -> Span:
        """Return the original's range for a range of the folded text that is not empty."""
        return Span(self.origin(start), self.origin_end(end))

    def tokens(self) -> list[Token]:
        """Return the words and punctuation marks, with their places in the original."""
        return [
            Token(match.group(), self.origin(match.start()), self.origin_end(match.end()))
            for match in _TOKEN.finditer(self.text)
        ]


def fold(text: str) -> Folded:
    """Return a text as it is compared."""
    maker = _Maker()
    place = 0
    for match in _SPECIAL.finditer(text):
        maker.plain(text, place, match.start())
        maker.put(_PLAIN[match.lastgroup or ""], match.start(), match.end())
        place = match.end()
    maker.plain(text, place, len(text))
    return maker.made(len(text))


class _Maker:
    """Put a folded text together piece by piece."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._steps: list[int] = []
        self._origins: list[int] = []
        self._ends: list[int] = []

    def put(self, part: str, start: int, end: int) -> None:
        """Let `part` stand for the original's range."""
        if not part or (part == " " and not self._length):
            return
        self._parts.append(part)
        self._steps.append(self._length)
        self._origins.append(start)
        self._ends.append(end)
        self._length += len(part)

    def plain(self, text: str, start: int, end: int) -> None:
        """Take a stretch over as it is, but for accents that stand apart from their letters."""
        part = text[start:end]
        if unicodedata.is_normalized("NFC", part):
            self.put(part, start, end)
            return
        place = start
        while place < end:
            after = place + 1
            while after < end and unicodedata.category(text[after])[0] == "M":
                after += 1
            self.put(unicodedata.normalize("NFC", text[place:after]), place, after)
            place = after

    def made(self, length: int) -> Folded:
        """Return the folded text, without a blank at its end."""
        if self._parts and self._parts[-1] == " ":
            for many in (self._parts, self._steps, self._origins, self._ends):
                many.pop()
        return Folded("".join(self._parts), length, tuple(self._steps), tuple(self._origins), tuple(self._ends))
