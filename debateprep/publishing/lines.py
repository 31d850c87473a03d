"""From runs of styled text to lines of a given width; pure, and each text is broken once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from debateprep.publishing.text import Glyph

_LONGEST_KEPT_WORD = 40
_MOST_KEPT_WORDS = 60_000
_SLACK = 0.001
_SHORTEST_PARTED = 6
# A justified line whose spaces would grow by more of the type size is left ragged.
_WIDEST_GAP = 0.6
# Where a word that does not fit may be parted: after a dash or slash, and between ideographs.
SOFT = re.compile("[–—/](?=[^\\W_])|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
# A word parted after its own hyphen would be copied without it: only one that is wider than a line is.
HYPHEN = re.compile("[-‐](?=[^\\W_])")


@dataclass(frozen=True, slots=True)
class Style:
    """How a run looks; `underline` is the line's thickness in points, `track` the letter spacing."""

    serif: bool = False
    bold: bool = False
    italic: bool = False
    size: float = 11.0
    colour: str = "#22211e"
    underline: float = 0.0
    highlight: str = ""
    box: str = ""
    track: float = 0.0

    @property
    def decorated(self) -> bool:
        """Tell whether something is drawn with the words."""
        return bool(self.underline or self.highlight or self.box)


@lru_cache(maxsize=512)
def face_of(style: Style) -> str:
    """Return the name of the face that the style asks for."""
    shape = ("Bold" if style.bold else "") + ("Italic" if style.italic else "")
    return f"Noto{'Serif' if style.serif else 'Sans'}-{shape or 'Regular'}"


Run = tuple[str, Style]


class Segment(NamedTuple):
    """Words of one style and face on a line; `width` leaves out the space at the line's end.

    `text` is in the order of reading. `glyphs` are there only where a script needs shaping, from left to right.
    """

    text: str
    width: float
    style: Style
    face: str
    glyphs: tuple[Glyph, ...] = ()


class Line(NamedTuple):
    """One line: its segments from left to right, and its width in points without the space at its end.

    `indent` is how far from the left edge it begins, `gap` what each of its spaces is widened by. `order` has the
    segments' numbers in the order of reading, where that is not from left to right.
    """

    segments: tuple[Segment, ...]
    width: float
    decorated: bool
    indent: float = 0.0
    gap: float = 0.0
    order: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Return what the line says, with the space that ends it where a line was broken."""
        order = self.order or range(len(self.segments))
        return "".join(self.segments[number].text for number in order)


class Hyphens(Protocol):
    """Where words may be parted, and the sign that then prints."""

    def places(self, word: str) -> tuple[int, ...]:
        """Return after how many characters the word may be parted."""

    def sign(self, face: str) -> tuple[Glyph, ...]:
        """Return the hyphen of a face, which stands for nothing in the text."""


class Widths(dict[str, int]):
    """The widths of words in one face, in thousandths of the type size; what is asked twice is kept."""

    def __init__(self, advances: Mapping[str, int]) -> None:
        super().__init__()
        self.advances = advances

    def __missing__(self, word: str) -> int:
        width = sum(map(self.advances.__getitem__, word))
        if len(word) <= _LONGEST_KEPT_WORD:
            if len(self) >= _MOST_KEPT_WORDS:
                self.clear()
            self[word] = width
        return width


class Piece:
    """A stretch of one style and face without a line break, as words parted by single spaces."""

    __slots__ = ("face", "glue", "scale", "space", "style", "widths", "words")

    def __init__(self, text: str, style: Style, face: str, table: Widths) -> None:
        self.style = style
        self.face = face
        self.scale = style.size / 1000
        self.words = text.split(" ")
        scale = self.scale
        if style.track:
            self.widths = [table[word] * scale + style.track * len(word) for word in self.words]
        else:
            self.widths = [table[word] * scale for word in self.words]
        self.space = table[" "] * scale + style.track
        self.glue = 0.0


class _Filler:
    """The line being filled."""

    __slots__ = ("align", "done", "limit", "segments", "x")

    def __init__(self, done: list[Line], limit: float, align: str) -> None:
        self.done = done
        self.limit = limit
        self.align = align
        self.segments: list[Segment] = []
        self.x = 0.0

    def add(self, piece: Piece, text: str, width: float) -> None:
        if text:
            self.segments.append(Segment(text, width, piece.style, piece.face))

    def end(self, space: float, *, broken: bool = False) -> None:
        segments = self.segments
        width = self.x
        if segments and segments[-1].text.endswith(" "):
            last = segments[-1]
            segments[-1] = Segment(last.text, max(0.0, last.width - space), last.style, last.face)
            width -= space
        decorated = any(segment.style.decorated for segment in segments)
        line = Line(tuple(segments), width, decorated)
        self.done.append(line if self.align == "left" else aligned(line, self.limit, self.align, broken=broken))
        self.segments = []
        self.x = 0.0


def aligned(line: Line, limit: float, align: str, *, broken: bool) -> Line:
    """Return a line moved or, where it was broken and is to be justified, with wider spaces."""
    room = limit - line.width
    if align == "right":
        return line._replace(indent=max(0.0, room))
    if align == "centre":
        return line._replace(indent=max(0.0, room / 2))
    counts = [_spaces(segment.text) for segment in line.segments]
    if counts and line.segments[-1].text.endswith(" "):
        counts[-1] -= 1
    spaces = sum(counts)
    if not broken or not spaces or room <= 0:
        return line
    gap = room / spaces
    if gap > max(segment.style.size for segment in line.segments) * _WIDEST_GAP:
        return line
    segments = tuple(
        segment._replace(width=segment.width + gap * count) if count else segment
        for segment, count in zip(line.segments, counts, strict=True)
    )
    return line._replace(segments=segments, width=limit, gap=gap)


def _spaces(text: str) -> int:
    return text.count(" ") + text.count("\u00a0")


def _chain(pieces: list[Piece]) -> None:
    """Note at each piece how much follows its last word without a space."""
    lead = 0.0
    for piece in reversed(pieces):
        piece.glue = lead
        first = piece.widths[0]
        lead = first + lead if len(piece.words) == 1 else first


def fill(
    pieces: list[Piece], limit: float, tables: dict[str, Widths], done: list[Line], align: str, hyphens: Hyphens | None
) -> None:
    """Break one paragraph and add its lines; words that do not fit may be parted by hyphens where they are given."""
    _chain(pieces)
    filler = _Filler(done, limit, align)
    glued = False
    space = 0.0
    for piece in pieces:
        _place(piece, limit, glued, space, tables[piece.face], filler, hyphens)
        glued = piece.words[-1] != ""
        space = piece.space
    filler.end(space)


def _place(
    piece: Piece,
    limit: float,
    glued: bool,
    before: float,
    table: Widths,
    filler: _Filler,
    hyphens: Hyphens | None,
) -> None:
    words, widths, space = piece.words, piece.widths, piece.space
    last = len(words) - 1
    limit += _SLACK
    x = filler.x
    start_x = x
    first = index = 0
    while index <= last:
        width = widths[index]
        if x + width + (piece.glue if index == last else 0.0) <= limit or not words[index]:
            x += width + (space if index < last else 0.0)
            index += 1
            continue
        may_break = index > first or not glued
        empty = x <= 0.0
        cut = _soft_cut(words[index], limit - x, piece, table, alone=empty)
        hyphen = 0.0
        if not cut and hyphens is not None:
            cut, hyphen = _hyphen_cut(words[index], limit - x, piece, table, hyphens)
        if not cut and (empty or not may_break or (index == first == 0 and not filler.segments)):
            if x + width <= limit:
                # Only what follows without a space is too wide: it will be parted where it stands.
                x += width + (space if index < last else 0.0)
                index += 1
                continue
            cut = _hard_cut(words[index], limit - x, piece, table, at_least=1 if empty else 0)
        head = " ".join(words[first:index])
        if cut:
            part = words[index][:cut]
            part_width = table[part] * piece.scale + piece.style.track * cut
            filler.add(piece, (head + " " if index > first else "") + part, x + part_width - start_x)
            filler.x = x + part_width
            if hyphen and hyphens is not None:
                filler.segments.append(Segment("\u00ad", hyphen, piece.style, piece.face, hyphens.sign(piece.face)))
                filler.x += hyphen
            words[index] = words[index][cut:]
            widths[index] = width - part_width
            glued = False
        else:
            filler.add(piece, head + " " if index > first else "", x - start_x)
            filler.x = x
        filler.end(space if index > first else before, broken=True)
        x = start_x = 0.0
        first = index
        # A part of a word may start the next line by itself.
        glued = False
    filler.add(piece, " ".join(words[first:]), x - start_x)
    filler.x = x


def _reach(word: str, room: float, piece: Piece, table: Widths) -> int:
    advances, scale, track = table.advances, piece.scale, piece.style.track
    used = 0.0
    for count, char in enumerate(word):
        used += advances[char] * scale + track
        if used > room:
            return count
    return len(word)


def _soft_cut(word: str, room: float, piece: Piece, table: Widths, *, alone: bool) -> int:
    """Return after how many characters the word may be parted so that the first part fits, or 0."""
    for pattern in (SOFT, HYPHEN) if alone else (SOFT,):
        if pattern.search(word, 0, 400) is None:
            continue
        reach = _reach(word, room, piece, table)
        best = 0
        for match in pattern.finditer(word, 0, min(reach + 1, len(word))):
            if match.end() <= reach and 0 < match.end() < len(word):
                best = match.end()
        if best:
            return best
    return 0


def _hyphen_cut(word: str, room: float, piece: Piece, table: Widths, hyphens: Hyphens) -> tuple[int, float]:
    """Return after how many characters the word may be parted by a hyphen, and the hyphen's width; 0 for none."""
    if len(word) < _SHORTEST_PARTED:
        return 0, 0.0
    width = table.advances.get("-", 0) * piece.scale + piece.style.track
    reach = _reach(word, room - width, piece, table)
    best = max((place for place in hyphens.places(word) if place <= reach), default=0)
    return best, width if best else 0.0


def _hard_cut(word: str, room: float, piece: Piece, table: Widths, at_least: int) -> int:
    reach = max(_reach(word, room, piece, table), at_least)
    return reach if reach < len(word) else max(at_least, len(word) - 1)
