"""From runs of styled text to lines of a given width; pure, and each text is broken once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from debateprep.publishing.text import Metrics, clean, shapes

_LONGEST_KEPT_WORD = 40
_MOST_KEPT_WORDS = 60_000
_SLACK = 0.001
# Where a word that does not fit may be parted: after a hyphen, dash or slash, and between ideographs.
_SOFT = re.compile("[-‐–—/](?=[^\\W_])|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


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
    """Words of one style and face on a line; `width` leaves out the space at the line's end."""

    text: str
    width: float
    style: Style
    face: str


class Line(NamedTuple):
    """One line: its segments in order, and its width in points without the space at its end."""

    segments: tuple[Segment, ...]
    width: float
    decorated: bool

    @property
    def text(self) -> str:
        """Return what the line says, with the space that ends it where a line was broken."""
        return "".join(segment.text for segment in self.segments)


class _Widths(dict[str, int]):
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


class _Piece:
    """A stretch of one style and face without a line break, as words parted by single spaces."""

    __slots__ = ("face", "glue", "scale", "space", "style", "widths", "words")

    def __init__(self, text: str, style: Style, face: str, table: _Widths) -> None:
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


class Breaker:
    """Break runs into lines; keeps the widths it has measured, so one breaker serves a whole document."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._tables: dict[str, _Widths] = {}

    def lines(self, runs: Iterable[Run], width: float) -> tuple[Line, ...]:
        """Return the runs as lines no wider than `width` points; a word too wide is parted."""
        done: list[Line] = []
        for paragraph in self._paragraphs(runs):
            if paragraph:
                _fill(paragraph, max(width, 1.0), self._tables, done)
            elif done and done[-1].segments:
                done.append(Line((), 0.0, decorated=False))
        while done and not done[-1].segments:
            done.pop()
        return tuple(done)

    def width(self, text: str, style: Style) -> float:
        """Return how wide the text is on one line, in points."""
        return sum(
            sum(piece.widths) + piece.space * (len(piece.words) - 1)
            for pieces in self._paragraphs([(text, style)])
            for piece in pieces
        )

    def _table(self, face: str) -> _Widths:
        table = self._tables.get(face)
        if table is None:
            table = self._tables[face] = _Widths(self._metrics.advances(face))
        return table

    def _paragraphs(self, runs: Iterable[Run]) -> Iterator[list[_Piece]]:
        pieces: list[_Piece] = []
        for text, style in runs:
            printed = clean(text)
            for face, part in shapes(printed, face_of(style), self._metrics):
                for number, stretch in enumerate(part.split("\n")):
                    if number:
                        yield pieces
                        pieces = []
                    if stretch:
                        pieces.append(_Piece(stretch, style, face, self._space_safe(face)))
        yield pieces

    def _space_safe(self, face: str) -> _Widths:
        table = self._table(face)
        if " " not in table:
            table[" "] = table.advances.get(" ", 260)
        return table


class _Filler:
    """The line being filled."""

    __slots__ = ("done", "segments", "x")

    def __init__(self, done: list[Line]) -> None:
        self.done = done
        self.segments: list[Segment] = []
        self.x = 0.0

    def add(self, piece: _Piece, text: str, width: float) -> None:
        if text:
            self.segments.append(Segment(text, width, piece.style, piece.face))

    def end(self, space: float) -> None:
        segments = self.segments
        width = self.x
        if segments and segments[-1].text.endswith(" "):
            last = segments[-1]
            segments[-1] = Segment(last.text, max(0.0, last.width - space), last.style, last.face)
            width -= space
        decorated = any(segment.style.decorated for segment in segments)
        self.done.append(Line(tuple(segments), width, decorated))
        self.segments = []
        self.x = 0.0


def _chain(pieces: list[_Piece]) -> None:
    """Note at each piece how much follows its last word without a space."""
    lead = 0.0
    for piece in reversed(pieces):
        piece.glue = lead
        first = piece.widths[0]
        lead = first + lead if len(piece.words) == 1 else first


def _fill(pieces: list[_Piece], limit: float, tables: dict[str, _Widths], done: list[Line]) -> None:
    _chain(pieces)
    filler = _Filler(done)
    glued = False
    space = 0.0
    for piece in pieces:
        _place(piece, limit, glued, space, tables[piece.face], filler)
        glued = piece.words[-1] != ""
        space = piece.space
    filler.end(space)


def _place(piece: _Piece, limit: float, glued: bool, before: float, table: _Widths, filler: _Filler) -> None:
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
        cut = _soft_cut(words[index], limit - x, piece, table)
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
            words[index] = words[index][cut:]
            widths[index] = width - part_width
            glued = False
        else:
            filler.add(piece, head + " " if index > first else "", x - start_x)
            filler.x = x
        filler.end(space if index > first else before)
        x = start_x = 0.0
        first = index
        # A part of a word may start the next line by itself.
        glued = False
    filler.add(piece, " ".join(words[first:]), x - start_x)
    filler.x = x


def _reach(word: str, room: float, piece: _Piece, table: _Widths) -> int:
    advances, scale, track = table.advances, piece.scale, piece.style.track
    used = 0.0
    for count, char in enumerate(word):
        used += advances[char] * scale + track
        if used > room:
            return count
    return len(word)


def _soft_cut(word: str, room: float, piece: _Piece, table: _Widths) -> int:
    """Return after how many characters the word may be parted so that the first part fits, or 0."""
    if _SOFT.search(word, 0, 400) is None:
        return 0
    reach = _reach(word, room, piece, table)
    best = 0
    for match in _SOFT.finditer(word, 0, min(reach + 1, len(word))):
        if match.end() <= reach and 0 < match.end() < len(word):
            best = match.end()
    return best


def _hard_cut(word: str, room: float, piece: _Piece, table: _Widths, at_least: int) -> int:
    reach = max(_reach(word, room, piece, table), at_least)
    return reach if reach < len(word) else max(at_least, len(word) - 1)
