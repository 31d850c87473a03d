"""Rows in reading order put together to paragraphs, whole across columns and pages."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from debateprep.domain.terms import BlockKind
from debateprep.reading.draft import Chunk
from debateprep.reading.hyphens import Joiner
from debateprep.reading.layout import ends_sentence, is_bullet
from debateprep.reading.rows import Row

# In sizes of the letters: an indentation, a gap more than the leading, a step of sizes.
_INDENT = 0.7
_GAP = 0.35
_STEP = 0.08
_NOTE = re.compile(r"(?:\[?\d{1,3}[\].)]?|[*†‡§¶]{1,3}|[a-z]\))\s*\S")


@dataclass(slots=True)
class _Piece:
    """Rows of one paragraph, or of the part of it that stands in one column."""

    rows: list[Row] = field(default_factory=list)

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def last(self) -> Row:
        return self.rows[-1]

    @property
    def size(self) -> float:
        return self.first.size


def paragraphs(rows: list[Row]) -> tuple[list[Chunk], list[str]]:
    """Return the chunks of a document, headings and pages noted, and the divided words whose hyphen was kept."""
    if not rows:
        return [], []
    body = _body_size(rows)
    leading = _leading(rows, body)
    pieces: list[_Piece] = []
    for row in rows:
        if pieces and _goes_on(pieces[-1].last, row, leading):
            pieces[-1].rows.append(row)
        else:
            pieces.append(_Piece([row]))
    pieces = _across(pieces, body)
    joiner = Joiner([row.text for row in rows])
    top = max((piece.size for piece in pieces if piece.first.page == rows[0].page), default=body)
    return [_chunk(piece, body, top, joiner) for piece in pieces], joiner.doubtful


def _body_size(rows: list[Row]) -> float:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0]


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= _STEP * max(one, other)


def _leading(rows: list[Row], body: float) -> float:
    """Return the usual distance from one row of the text to the next."""
    steps = [
        one.y0 - other.y0
        for one, other in pairwise(rows)
        if _same_column(one, other) and _near(one.size, body) and 0 < one.y0 - other.y0 < 4 * body
    ]
    return float(median(steps)) if steps else 1.2 * body


def _same_column(one: Row, other: Row) -> bool:
    return one.page == other.page and one.column == other.column


def _goes_on(last: Row, row: Row, leading: float) -> bool:
    """Tell whether a row goes on with the paragraph of the row above it in its column."""
    if not _same_column(last, row) or not _near(last.size, row.size) or last.bold != row.bold:
        return False
    # Smaller and larger print has its own leading.
    usual = max(leading, 1.1 * row.size) if _near(row.size, leading / 1.2) else max(leading, 1.35 * row.size)
    far = last.y0 - row.y0 > usual + _GAP * row.size
    unfinished = not ends_sentence(last.text)
    if unfinished and row.text[0].islower() and not far:
        return True
    if far or is_bullet(row.text):
        return False
    indented = row.x0 - max(last.x0, last.left) > _INDENT * row.size and row.x0 - last.x0 < 8 * row.size
    centred = abs((row.x0 + row.x1) - (last.x0 + last.x1)) < row.size
    # Rows of a centred heading are set in too, but a heading ends no sentence.
    if indented and (not unfinished or (not centred and last.text[-1] in ":;")):
        return False
    return unfinished or not _broke_early(last, row)


def _broke_early(last: Row, row: Row) -> bool:
    """Tell whether the next word would still have fitted at the end of a row."""
    letter = (row.x1 - row.x0) / max(len(row.text), 1)
    return last.x1 + letter * (len(row.text.split(" ", 1)[0]) + 1) < last.right - 0.06 * (last.right - last.left)


def _across(pieces: list[_Piece], body: float) -> list[_Piece]:
    """Join the parts of paragraphs that columns, pages, and what stands between them have cut."""
    found: list[_Piece] = []
    open_piece: _Piece | None = None
    for piece in pieces:
        if not _near(piece.size, body) or _is_heading(piece, body):
            if _near(piece.size, body) or piece.size > body:
                open_piece = None
            found.append(piece)
            continue
        if open_piece is not None and _continues(open_piece, piece):
            open_piece.rows += piece.rows
        else:
            found.append(piece)
            open_piece = piece
    return found


def _continues(piece: _Piece, following: _Piece) -> bool:
    last, row = piece.last, following.first
    if last.bold != row.bold or is_bullet(row.text):
        return False
    unfinished = not ends_sentence(last.text)
    if _same_column(last, row):
        # A picture or a note in the middle of a paragraph.
        return unfinished and row.text[0].islower()
    if unfinished:
        return row.text[0].islower() or last.text[-1] in "-‐,;" or _full(last)
    indented = row.x0 - row.left > _INDENT * row.size
    return not indented and _full(last) and not _broke_early(last, row) and len(following.rows) > 1


def _full(row: Row) -> bool:
    return row.x1 > row.right - 0.1 * (row.right - row.left)


def _is_heading(piece: _Piece, body: float) -> bool:
    words = sum(len(row.text.split()) for row in piece.rows)
    if piece.size > (1 + 1.5 * _STEP) * body:
        return words <= 30
    return piece.first.bold and words <= 14 and not ends_sentence(piece.last.text)


def _chunk(piece: _Piece, body: float, top: float, joiner: Joiner) -> Chunk:
    words = joiner.join([row.text for row in piece.rows])
    heading = _is_heading(piece, body)
    kind = None
    if heading and piece.size == top and piece.size > 1.25 * body and piece.first.page == 1:
        kind = BlockKind.HEADLINE
    elif piece.size < (1 - _STEP) * body and _NOTE.match(words):
        kind = BlockKind.OTHER
    return Chunk(0, 0, words, kind, 1, heading, piece.first.page)
