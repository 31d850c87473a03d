"""Where a card's words stand in the shown document, whole or with only the marked ones left."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from debateprep.domain import marks as rules
from debateprep.domain.article import Span
from debateprep.domain.marks import Marks
from debateprep.domain.model import Mark
from debateprep.domain.terms import MarkKind
from debateprep.gui.pages.read.text import shown
from debateprep.gui.widgets.utf16 import Utf16

GAP = " … "
"""What stands where words are hidden."""
_KEPT = (MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.HIGHLIGHT)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the words that is shown whole, and where it begins in the document."""

    start: int
    end: int
    begins: int


def left_over(quote: str, marks: Marks) -> tuple[Span, ...]:
    """Return what stays in sight when unmarked words are hidden; all of them where nothing is marked."""
    lit = tuple(mark for mark in marks if mark.kind in _KEPT)
    gaps = tuple(mark for mark in marks if mark.kind is MarkKind.OMIT)
    kept = rules.read_spans(len(quote), _as_one(lit) + gaps) if lit else ()
    return kept or _whole(quote)


def _whole(quote: str) -> tuple[Span, ...]:
    return (Span(0, len(quote)),) if quote else ()


def _as_one(marks: Marks) -> Marks:
    # Whatever its kind, a marked word stays; as one kind they are read together.
    return tuple(Mark(MarkKind.UNDERLINE, mark.start, mark.end) for mark in marks)


def lines(quote: str) -> str:
    """Return a quotation as the document holds it: one character for each, line ends as line feeds."""
    ended = quote.replace("\r\n", " \n").replace("\r", "\n").replace("\u2029", "\n")
    return "\n".join(shown(line) for line in ended.split("\n"))


class CardMap:
    """A quotation in the document: code points of the words to document positions (UTF-16) and back."""

    def __init__(self, quote: str, kept: tuple[Span, ...] | None = None) -> None:
        self.quote = quote
        self.whole = kept is None
        self.kept = kept if kept is not None else _whole(quote)
        text = lines(quote)
        self._units = Utf16(text)
        self.pieces: list[Piece] = []
        parts: list[str] = []
        begins = 0
        for number, span in enumerate(self.kept):
            parts.append(GAP if number else "")
            begins += len(parts[-1])
            words = span.of(text) if self.whole else span.of(text).replace("\n", " ")
            self.pieces.append(Piece(span.start, span.end, begins))
            parts.append(words)
            begins += self._units.to_qt(span.end) - self._units.to_qt(span.start)
        self.text = "".join(parts)
        self._starts = [piece.start for piece in self.pieces]
        self._begins = [piece.begins for piece in self.pieces]

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the document ranges of what is shown of a range of the words."""
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self.pieces)):
            piece = self.pieces[at]
            if piece.start >= end:
                return
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                yield self._position(piece, first), self._position(piece, last)

    def to_document(self, offset: int) -> int:
        """Return the document position of an offset; one of hidden words becomes what is shown after them."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return self.pieces[0].begins if self.pieces else 0
        piece = self.pieces[at]
        if offset > piece.end and at + 1 < len(self.pieces):
            return self.pieces[at + 1].begins
        return self._position(piece, min(offset, piece.end))

    def to_words(self, position: int) -> int:
        """Return the offset of a document position; one within a gap counts as the end of what is before it."""
        at = bisect_right(self._begins, position) - 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        inside = self._units.to_python(self._units.to_qt(piece.start) + position - piece.begins)
        return min(inside, piece.end)

    def _position(self, piece: Piece, offset: int) -> int:
        return piece.begins + self._units.to_qt(offset) - self._units.to_qt(piece.start)
