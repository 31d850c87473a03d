"""The marks over an article: what is kept, suggested, cut and searched, painted behind its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from debateprep.domain.article import Span
from debateprep.domain.model import Card, Mark
from debateprep.domain.terms import MarkKind
from debateprep.gui.pages.cards.paint import highlight_role
from debateprep.gui.pages.read.text import ArticleMap
from debateprep.gui.theme import Theme
from debateprep.gui.widgets.lines import stretch_rects


class MarkOf(Enum):
    """What a mark stands for."""

    POSITION = "position"
    SUGGESTION = "suggestion"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked span; `id` is a position's or card's id, or a suggestion's number; `side` is for positions.

    `kind` and `value` are those of a card's mark.
    """

    what: MarkOf
    id: int
    span: Span
    side: str = ""
    kind: MarkKind = MarkKind.HIGHLIGHT
    value: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A mark's stretch within one document block, in UTF-16 units."""

    mark: Marked
    start: int
    end: int


def card_marks(card: Card, marks: Iterable[Mark]) -> list[Marked]:
    """Return a card's marks where they lie in its source; a card without any is shown whole."""
    if card.span is None:
        return []
    begin, most = card.span.start, card.span.end
    found = [
        Marked(MarkOf.CARD, card.id, Span(begin + each.start, min(most, begin + each.end)), "", each.kind, each.value)
        for each in marks
    ]
    return found or [Marked(MarkOf.CARD, card.id, card.span)]


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
        """Return the kept position at a source offset, or else suggestion or card; the shortest where several are."""
        here = [mark for mark in self._marks if mark.span.start <= offset < mark.span.end]
        for what in (MarkOf.POSITION, MarkOf.SUGGESTION, MarkOf.CARD):
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
            for rect, _ in stretch_rects(block, stroke.start, stroke.end):
                painter.fillRect(rect.translated(origin), back)
    for stroke in strokes:
        if stroke.mark.what is MarkOf.CARD:
            _paint_card_mark(painter, block, origin, stroke, theme)
            continue
        kept = stroke.mark.what is MarkOf.POSITION
        thick = 3.0 if chosen is not None and stroke.mark == chosen else (2.0 if kept else 1.0)
        ink = theme.side(stroke.mark.side) if kept else theme.colour("mute")
        for rect, baseline in stretch_rects(block, stroke.start, stroke.end):
            low = baseline + (rect.bottom() - baseline) * 0.62
            painter.fillRect(QRectF(rect.left(), low, rect.width(), thick).translated(origin), ink)


def paint_flash(
    painter: QPainter, block: QTextBlock, origin: QPointF, stroke: Stroke, theme: Theme, strength: float
) -> None:
    """Paint a stroke that draws the eye, its strength from 1 (begins) to 0 (gone)."""
    ink = QColor(theme.colour("accent"))
    ink.setAlphaF(0.45 * strength)
    for rect, _ in stretch_rects(block, stroke.start, stroke.end):
        painter.fillRect(rect.translated(origin), ink)


def _paint_card_mark(painter: QPainter, block: QTextBlock, origin: QPointF, stroke: Stroke, theme: Theme) -> None:
    kind = stroke.mark.kind
    if kind not in (MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.OMIT):
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("mute" if kind is MarkKind.OMIT else "ink"), 1.2))
    for rect, baseline in stretch_rects(block, stroke.start, stroke.end):
        here = rect.translated(origin)
        if kind is MarkKind.EMPHASIS:
            painter.drawRect(here.adjusted(-1.5, -0.5, 1.5, 1.5))
            continue
        low = origin.y() + (baseline + 2 if kind is MarkKind.UNDERLINE else (rect.top() + rect.bottom()) / 2 + 2)
        painter.drawLine(QPointF(here.left(), low), QPointF(here.right(), low))


def _back(mark: Marked, theme: Theme) -> QColor | None:
    if mark.what is MarkOf.CARD:
        return theme.colour(highlight_role(mark.value)) if mark.kind is MarkKind.HIGHLIGHT else None
    if mark.what is MarkOf.POSITION:
        return theme.side(mark.side, soft=True)
    return None
