"""The marks over an article: what is kept, suggested, cut and searched, painted behind its words."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextLine

from debateprep.domain.article import Span
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from debateprep.gui.pages.read_text import ArticleMap
from debateprep.gui.theme import Theme


class MarkOf(Enum):
    """What a mark stands for."""

    POSITION = "position"
    SUGGESTION = "suggestion"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked span; `id` is a position's or card's id, or a suggestion's number; `side` is for positions."""

    what: MarkOf
    id: int
    span: Span
    side: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A mark's stretch within one document block, in UTF-16 units."""

    mark: Marked
    start: int
    end: int


def card_spans(card: Card) -> list[Span]:
    """Return where a card's highlight lies in its source; a card without highlight is shown whole."""
    if card.span is None:
        return []
    lit = [mark for mark in card.marks if mark.kind is MarkKind.HIGHLIGHT]
    begin = card.span.start
    return [Span(begin + mark.start, begin + mark.end) for mark in lit] or [card.span]


class Marks:
    """All marks of the article in view, found by block and by place."""

    def __init__(self, article: ArticleMap, marks: list[Marked]) -> None:
        order = {MarkOf.SUGGESTION: 0, MarkOf.POSITION: 1, MarkOf.CARD: 2}
        self._marks = sorted(marks, key=lambda mark: (order[mark.what], mark.span.start - mark.span.end))
        self._rows: dict[int, list[Stroke]] = {}
        for mark in self._marks:
            for piece in article.pieces(mark.span):
                self._rows.setdefault(piece.row, []).append(Stroke(mark, piece.start, piece.end))

    def in_row(self, row: int) -> list[Stroke]:
        """Return the strokes of a document block, in the order of painting."""
        return self._rows.get(row, [])

    def at(self, offset: int) -> Marked | None:
        """Return the kept position at a source offset, or else the suggestion; the shortest where several are."""
        here = [mark for mark in self._marks if mark.span.start <= offset < mark.span.end]
        for what in (MarkOf.POSITION, MarkOf.SUGGESTION):
            found = [mark for mark in here if mark.what is what]
            if found:
                return min(found, key=lambda mark: mark.span.end - mark.span.start)
        return None


def paint_block(
    painter: QPainter, block: QTextBlock, origin: QPointF, strokes: list[Stroke], theme: Theme, chosen: Marked | None
) -> None:
    """Paint a block's marks behind its words; `origin` is where the block's layout begins."""
    for stroke in strokes:
        back = _back(stroke.mark, theme)
        if back is not None:
            for rect, _ in _rects(block, stroke):
                painter.fillRect(rect.translated(origin), back)
    for stroke in strokes:
        if stroke.mark.what is MarkOf.CARD:
            continue
        kept = stroke.mark.what is MarkOf.POSITION
        thick = 3.0 if chosen is not None and stroke.mark == chosen else (2.0 if kept else 1.0)
        ink = theme.side(stroke.mark.side) if kept else theme.colour("mute")
        for rect, baseline in _rects(block, stroke):
            low = baseline + (rect.bottom() - baseline) * 0.62
            painter.fillRect(QRectF(rect.left(), low, rect.width(), thick).translated(origin), ink)


def paint_flash(
    painter: QPainter, block: QTextBlock, origin: QPointF, stroke: Stroke, theme: Theme, strength: float
) -> None:
    """Paint a stroke that draws the eye, its strength from 1 (begins) to 0 (gone)."""
    ink = QColor(theme.colour("accent"))
    ink.setAlphaF(0.45 * strength)
    for rect, _ in _rects(block, stroke):
        painter.fillRect(rect.translated(origin), ink)


def _back(mark: Marked, theme: Theme) -> QColor | None:
    if mark.what is MarkOf.CARD:
        return theme.colour("highlight")
    if mark.what is MarkOf.POSITION:
        return theme.side(mark.side, soft=True)
    return None


def _rects(block: QTextBlock, stroke: Stroke) -> list[tuple[QRectF, float]]:
    layout = block.layout()
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(stroke.start, line.textStart())
        end = min(stroke.end, line.textStart() + line.textLength())
        if start >= end:
            continue
        left, right = sorted((_x(line, start), _x(line, end)))
        # A blank at the line's end is not marked.
        right = max(left, min(right, line.x() + line.naturalTextWidth()))
        baseline = line.y() + line.ascent()
        top = baseline - line.ascent() * 0.92
        found.append((QRectF(left, top, right - left, baseline + line.descent() * 0.9 - top), baseline))
    return found


def _x(line: QTextLine, offset: int) -> float:
    # The binding gives the place with the cursor's offset, whatever its stub says.
    found: object = line.cursorToX(offset)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
