"""Paragraphs of scripts that join letters, stack marks or run from right to left.

They are broken in the order of reading; then each line is put in the order of the eye.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from debateprep.publishing import scripts
from debateprep.publishing.lines import SOFT, Line, Run, Segment, Style, face_of
from debateprep.publishing.text import JOINERS, Glyph, Metrics, shapes

_SLACK = 0.001


class _Span(NamedTuple):
    """A stretch of one style, face and direction; `level` is odd where it runs leftwards."""

    start: int
    end: int
    style: Style
    face: str
    level: int
    shaped: bool


def levels_of(text: str) -> tuple[list[int], int]:
    """Return the embedding level of each character by the Unicode bidirectional algorithm, and the paragraph's."""
    if not scripts.runs_leftwards(text):
        return [0] * len(text), 0
    from bidi import algorithm

    plain = "".join(char for char in text if char not in JOINERS)
    base = algorithm.get_base_level(plain)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(plain, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    found = iter([char["level"] for char in storage["chars"]])
    levels: list[int] = []
    for char in text:
        levels.append((levels[-1] if levels else base) if char in JOINERS else next(found, base))
    return levels, base


def fill(runs: Sequence[Run], limit: float, metrics: Metrics, done: list[Line], align: str) -> None:
    """Break one paragraph into lines no wider than `limit` and add them; it is aligned by its own direction."""
    paragraph = _Paragraph(runs, metrics)
    start = 0
    while start < len(paragraph.text):
        end = paragraph.break_after(start, limit + _SLACK)
        done.append(paragraph.line(start, end, limit, align))
        start = end


class _Paragraph:
    """A paragraph taken apart: what each character is, and how far each cluster moves the line on."""

    def __init__(self, runs: Sequence[Run], metrics: Metrics) -> None:
        self.metrics = metrics
        pieces = [(face, part, style) for text, style in runs for face, part in shapes(text, face_of(style), metrics)]
        self.text = "".join(part for _, part, _ in pieces)
        levels, self.base = levels_of(self.text)
        self.spans = list(self._spans(pieces, levels))
        self.starts = [span.start for span in self.spans]
        self.ends: list[float] = []
        self.is_start = bytearray(len(self.text))
        self._measure()
        self.soft = {match.end() for match in SOFT.finditer(self.text)}

    def _spans(self, pieces: Sequence[tuple[str, str, Style]], levels: Sequence[int]) -> Iterator[_Span]:
        place = 0
        for face, part, style in pieces:
            numbered = range(place, place + len(part))
            for (level, shaped), places in groupby(
                numbered, key=lambda at: (levels[at], levels[at] % 2 == 1 or scripts.needs_shaping(self.text[at]))
            ):
                inside = list(places)
                yield _Span(inside[0], inside[-1] + 1, style, face, level, shaped)
            place += len(part)

    def _measure(self) -> None:
        x = 0.0
        steps = [0.0] * len(self.text)
        for span in self.spans:
            scale, track = span.style.size / 1000, span.style.track
            if not span.shaped:
                advances = self.metrics.advances(span.face)
                for at in range(span.start, span.end):
                    steps[at] = advances.get(self.text[at], 0) * scale + track
                    self.is_start[at] = 1
                continue
            for start, end in self._words(span):
                for glyph in self._shaped(span, start, end):
                    steps[start + glyph.cluster] += glyph.advance * scale
                    self.is_start[start + glyph.cluster] = 1
        for step in steps:
            x += step
            self.ends.append(x)

    def _words(self, span: _Span) -> Iterator[tuple[int, int]]:
        start = span.start
        while start < span.end:
            space = self.text.find(" ", start, span.end)
            end = span.end if space < 0 else space + 1
            yield start, end
            start = end

    def _shaped(self, span: _Span, start: int, end: int) -> tuple[Glyph, ...]:
        return self.metrics.shape(span.face, self.text[start:end], rtl=span.level % 2 == 1)

    def break_after(self, start: int, limit: float) -> int:
        """Return where the line that begins at `start` ends: after a space, a hyphen, or a cluster when it must."""
        text = self.text
        reach = bisect_right(self.ends, (self.ends[start - 1] if start else 0.0) + limit, start)
        if reach >= len(text):
            return len(text)
        while reach < len(text) and text[reach] == " ":
            # Spaces hang over the edge.
            reach += 1
            if reach < len(text) and text[reach] != " ":
                return reach
        space = text.rfind(" ", start, reach) + 1
        soft = max((at for at in range(max(start, reach - 200) + 1, reach + 1) if at in self.soft), default=0)
        best = max(space, soft)
        if best > start:
            return best
        while reach > start + 1 and not self.is_start[min(reach, len(text) - 1)]:
            reach -= 1
        reach = max(reach, start + 1)
        while reach < len(text) and not self.is_start[reach]:
            reach += 1
        return reach

    def line(self, start: int, end: int, limit: float, align: str) -> Line:
        """Return the words between two places as a line, each stretch where the eye looks for it."""
        shown = end
        while shown > start and self.text[shown - 1] == " ":
            shown -= 1
        first = bisect_right(self.starts, start) - 1
        inside = [
            span._replace(start=max(span.start, start), end=min(span.end, shown))
            for span in self.spans[first:]
            if span.start < shown
        ]
        seen = _seen(inside)
        segments = [self._segment(span) for span in seen]
        order = tuple(sorted(range(len(seen)), key=lambda number: seen[number].start))
        width = sum(segment.width for segment in segments)
        if shown < end and end < len(self.text):
            last = self.spans[bisect_right(self.starts, shown) - 1]
            segments.append(Segment(" ", 0.0, last.style, face_of(last.style)))
            order = (*order, len(seen))
        turned = self.base % 2 == 1
        indent = {"centre": (limit - width) / 2, "right": limit - width}.get(align, limit - width if turned else 0.0)
        decorated = any(segment.style.decorated for segment in segments)
        read = () if order == tuple(range(len(segments))) else order
        return Line(tuple(segments), width, decorated, max(0.0, indent), order=read)

    def _segment(self, span: _Span) -> Segment:
        text = self.text[span.start : span.end]
        if not span.shaped:
            width = self.ends[span.end - 1] - (self.ends[span.start - 1] if span.start else 0.0)
            return Segment(text, width, span.style, span.face)
        glyphs = self._shaped(span, span.start, span.end)
        width = sum(glyph.advance for glyph in glyphs) * span.style.size / 1000
        return Segment(text, width, span.style, span.face, glyphs)


def _seen(spans: Sequence[_Span]) -> list[_Span]:
    """Return the stretches from left to right: those of a level and above are turned, the deepest first."""
    order = list(spans)
    levels = {span.level for span in spans}
    for level in range(max(levels, default=0), 0, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and order[end].level >= level:
                end += 1
            order[place:end] = order[place:end][::-1]
            place = max(end, place + 1)
    return order
