"""Styled runs into lines: one breaker a document, as it keeps the widths it has measured."""

from collections.abc import Iterable, Iterator

from debateprep.publishing import turning
from debateprep.publishing.lines import Hyphens, Line, Piece, Run, Style, Widths, face_of, fill
from debateprep.publishing.scripts import needs_shaping
from debateprep.publishing.text import Metrics, clean, shapes


class Breaker:
    """Break runs into lines; keeps the widths it has measured, so one breaker serves a whole document."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._tables: dict[str, Widths] = {}

    def lines(
        self, runs: Iterable[Run], width: float, *, align: str = "left", hyphens: Hyphens | None = None
    ) -> tuple[Line, ...]:
        """Return the runs as lines no wider than `width` points; a word too wide is parted.

        `align` is "left", "right", "centre" or "justify". A paragraph that begins with a script written from right to
        left stands at the right.
        """
        runs = [(clean(text), style) for text, style in runs]
        room = max(width, 1.0)
        if any(needs_shaping(text) for text, _ in runs):
            return self._shaped(runs, room, align, hyphens)
        done: list[Line] = []
        for paragraph in self._paragraphs(runs):
            if paragraph:
                fill(paragraph, room, self._tables, done, align, hyphens)
            elif done and done[-1].segments:
                done.append(Line((), 0.0, decorated=False))
        while done and not done[-1].segments:
            done.pop()
        return tuple(done)

    def width(self, text: str, style: Style) -> float:
        """Return how wide the text is on one line, in points."""
        printed = clean(text)
        if needs_shaping(printed):
            return max((line.width for line in self.lines([(printed, style)], 1e6)), default=0.0)
        return sum(
            sum(piece.widths) + piece.space * (len(piece.words) - 1)
            for pieces in self._paragraphs([(printed, style)])
            for piece in pieces
        )

    def _shaped(self, runs: list[Run], room: float, align: str, hyphens: Hyphens | None) -> tuple[Line, ...]:
        """Break paragraph by paragraph, those that need it with their signs shaped and put in order."""
        done: list[Line] = []
        for paragraph in _parted(runs):
            if any(needs_shaping(text) for text, _ in paragraph):
                turning.fill(paragraph, room, self._metrics, done, align)
            else:
                done += self.lines(paragraph, room, align=align, hyphens=hyphens)
        return tuple(done)

    def _table(self, face: str) -> Widths:
        table = self._tables.get(face)
        if table is None:
            table = self._tables[face] = Widths(self._metrics.advances(face))
        return table

    def _paragraphs(self, runs: Iterable[Run]) -> Iterator[list[Piece]]:
        pieces: list[Piece] = []
        for text, style in runs:
            for face, part in shapes(text, face_of(style), self._metrics):
                for number, stretch in enumerate(part.split("\n")):
                    if number:
                        yield pieces
                        pieces = []
                    if stretch:
                        pieces.append(Piece(stretch, style, face, self._space_safe(face)))
        yield pieces

    def _space_safe(self, face: str) -> Widths:
        table = self._table(face)
        if " " not in table:
            table[" "] = table.advances.get(" ", 260)
        return table


def _parted(runs: list[Run]) -> Iterator[list[Run]]:
    """Return the runs of each paragraph; empty paragraphs are left out."""
    paragraph: list[Run] = []
    for text, style in runs:
        for number, part in enumerate(text.split("\n")):
            if number and paragraph:
                yield paragraph
                paragraph = []
            if part:
                paragraph.append((part, style))
    if paragraph:
        yield paragraph
