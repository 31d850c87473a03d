"""Where a source's words stand in the shown document: offsets both ways, block by block."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from debateprep.domain.article import Block, Span, numbered
from debateprep.domain.model import Source
from debateprep.domain.terms import BlockKind
from debateprep.gui.widgets.utf16 import Utf16

# What would end a block or stand for an object in Qt's document; each is shown as one space, so offsets stay.
_CONTROLS = re.compile("[\x00-\x1f\x85\u2028\u2029\ufdd0\ufdd1\ufffc]")
_HALVES = re.compile("[\ud800-\udfff]")


def shown(text: str) -> str:
    """Return text as the document holds it: as long as before, in code points and in UTF-16 units."""
    return _HALVES.sub("\ufffd", _CONTROLS.sub(" ", text))


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block in the document: its index in the source, its number if it has one, and where it begins there."""

    index: int
    block: Block
    number: int | None
    text: str
    begins: int
    units: Utf16

    @property
    def ends(self) -> int:
        """Return the document position after the block's last word."""
        return self.begins + self.units.length


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch within one shown block, in UTF-16 units from the block's beginning."""

    row: int
    start: int
    end: int


class ArticleMap:
    """A source's blocks as they stand in the document, one document block each."""

    def __init__(self, text: str, blocks: tuple[Block, ...], hidden: frozenset[int] = frozenset()) -> None:
        self.text = text
        self.blocks = blocks
        self.hidden = hidden
        numbers = {block: number for number, block in numbered(blocks)}
        self.rows: list[ShownBlock] = []
        begins = 0
        for index, block in enumerate(blocks):
            if index in hidden:
                continue
            words = shown(text[block.start : block.end])
            row = ShownBlock(index, block, numbers.get(block), words, begins, Utf16(words))
            self.rows.append(row)
            begins = row.ends + 1
        self._starts = [row.block.start for row in self.rows]
        self._begins = [row.begins for row in self.rows]

    def pieces(self, span: Span) -> Iterator[Piece]:
        """Yield what is shown of a span, block by block."""
        row = max(0, bisect_right(self._starts, span.start) - 1)
        for at in range(row, len(self.rows)):
            here = self.rows[at]
            if here.block.start >= span.end:
                return
            start = max(span.start, here.block.start) - here.block.start
            end = min(span.end, here.block.end) - here.block.start
            if start < end:
                yield Piece(at, here.units.to_qt(start), here.units.to_qt(end))

    def to_document(self, offset: int) -> int:
        """Return the document position of a source offset; one between blocks becomes the next block's beginning."""
        if not self.rows:
            return 0
        row = self.rows[max(0, bisect_right(self._starts, offset) - 1)]
        inside = min(max(0, offset - row.block.start), row.block.end - row.block.start)
        return row.begins + row.units.to_qt(inside)

    def to_source(self, position: int) -> int:
        """Return the source offset of a document position."""
        if not self.rows:
            return 0
        row = self.rows[self.row_at(position)]
        return row.block.start + row.units.to_python(min(position - row.begins, row.units.length))

    def row_at(self, position: int) -> int:
        """Return which shown block holds a document position."""
        return max(0, bisect_right(self._begins, position) - 1)

    def span(self, start: int, end: int) -> Span | None:
        """Return the source span of a selection without the blanks at its ends, or None where no word is in it."""
        first, last = self.to_source(start), self.to_source(end)
        words = self.text[first:last]
        stripped = words.strip()
        if not stripped:
            return None
        begin = first + len(words) - len(words.lstrip())
        return Span(begin, begin + len(stripped))


def title_blocks(source: Source, text: str, blocks: tuple[Block, ...]) -> frozenset[int]:
    """Return the headline blocks that say the title again, which stands above the article already."""
    wanted = " ".join(source.title.split()).casefold()
    return frozenset(
        index
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.HEADLINE and " ".join(text[block.start : block.end].split()).casefold() == wanted
    )
