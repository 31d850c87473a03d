"""A card's words with their marks, and a brush for the mouse."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)
from PySide6.QtWidgets import QWidget

from debateprep.domain import marks as rules
from debateprep.domain.article import Span
from debateprep.domain.marks import Marks
from debateprep.gui.pages.cards.map import CardMap, left_over
from debateprep.gui.pages.cards.paint import BACK, BOX, formed
from debateprep.gui.theme import look
from debateprep.gui.widgets.lines import stretch_rects
from debateprep.gui.widgets.reading_view import POINTS, ReadingView

_LINE_PERCENT = 138.0


class QuotationView(ReadingView):
    """Show a card's words; offsets in its methods and signals count code points of them.

    `brushed` carries the span that the mouse chose while the brush is in the hand; `moved` that the caret or the
    selection is elsewhere; `left_brush` that Escape put the brush away.
    """

    brushed = Signal(object)
    moved = Signal()
    left_brush = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Words of the card"), parent, above=4, below=8)
        self.map = CardMap("")
        self.marks: Marks = ()
        self._condensed = self._shrinks = self._brush = False
        self._offered: tuple[tuple[int, int], ...] = ()
        self._offer: tuple[Span, ...] = ()
        self.selectionChanged.connect(self.moved)
        self.cursorPositionChanged.connect(self.moved)

    # What is shown

    def show_card(self, quote: str, marks: Marks) -> None:
        """Show words with marks; the same words keep the caret, the selection and the place."""
        if quote != self.map.quote:
            self._offer = ()
            self.marks = marks
            self._lay(quote)
            return
        self.show_marks(marks)

    def show_marks(self, marks: Marks) -> None:
        """Show these marks; only the paragraphs in which they differ are formed anew."""
        before, self.marks = self.marks, marks
        if before == marks:
            return
        if self._condensed and left_over(self.map.quote, marks) != self.map.kept:
            self.lay_again()
            return
        changed = set(before) ^ set(marks)
        start, end = min(each.start for each in changed), max(each.end for each in changed)
        # "Shrink unmarked" concerns the very words that changed too.
        self._form(start, end)

    def show_options(self, *, condensed: bool, shrinks: bool) -> None:
        """Hide what is not marked, or show it small."""
        if (condensed, shrinks) == (self._condensed, self._shrinks):
            return
        self._condensed, self._shrinks = condensed, shrinks
        self.lay_again()

    def offer(self, spans: tuple[Span, ...]) -> None:
        """Show what is suggested to underline, dashed, until it is taken or dropped."""
        self._offer = spans
        self._offered = tuple(each for span in spans for each in self.map.stretches(span.start, span.end))
        self.viewport().update()

    @property
    def offered(self) -> tuple[Span, ...]:
        """Return what is suggested now."""
        return self._offer

    def set_brush(self, *, on: bool) -> None:
        """Take the brush in the hand, or put it away."""
        self._brush = on
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.IBeamCursor)

    # Selection

    def selection(self) -> Span | None:
        """Return the selected words without blanks at the ends, or None."""
        cursor = self.textCursor()
        start, end = (self.map.to_words(place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        while start < end and self.map.quote[start].isspace():
            start += 1
        while end > start and self.map.quote[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    def caret(self) -> int:
        """Return where the caret is."""
        return self.map.to_words(self.textCursor().position())

    def word(self) -> Span | None:
        """Return the word with the caret, or after it."""
        return rules.snap(self.map.quote, self.caret(), self.caret())

    def select(self, span: Span) -> None:
        """Select a span."""
        self.select_places(self.map.to_document(span.start), self.map.to_document(span.end))

    def put_caret(self, offset: int) -> None:
        """Put the caret somewhere, with nothing selected."""
        self.select_places(self.map.to_document(offset), self.map.to_document(offset))

    # The document

    def lay_again(self) -> None:
        """Lay the same words anew, the selection staying."""
        cursor = self.textCursor()
        anchor, caret = self.map.to_words(cursor.anchor()), self.map.to_words(cursor.position())
        self._lay(self.map.quote)
        self.select_places(self.map.to_document(anchor), self.map.to_document(caret))

    def _lay(self, quote: str) -> None:
        kept = left_over(quote, self.marks) if self._condensed else None
        self.map = CardMap(quote, kept)
        document = self.blank_document()
        cursor = QTextCursor(document)
        form = QTextBlockFormat()
        form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(form)
        cursor.insertText(self.map.text)
        self._form(0, len(quote), document)
        self.show_document(document)
        self.offer(self._offer)

    def _form(self, start: int, end: int, document: QTextDocument | None = None) -> None:
        document = document or self.document()
        block = document.findBlock(self.map.to_document(start))
        last = self.map.to_document(end)
        while block.isValid() and block.position() <= last:
            ranges = self._ranges(block)
            if ranges or block.layout().formats():
                block.layout().setFormats(ranges)
                document.markContentsDirty(block.position(), block.length())
            block = block.next()
        self.viewport().update()

    def _ranges(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """Return the formats of a block, each over exactly the units of its marked words."""
        begins, ends = block.position(), block.position() + block.length() - 1
        first, last = self.map.to_words(begins), self.map.to_words(ends)
        near = tuple(mark for mark in self.marks if mark.start < last and mark.end > first)
        theme, points = look().theme, POINTS * look().scale
        found = []
        for start, end, state in rules.stretches(len(self.map.quote), near) if near or self._shrinks else ():
            if end <= first or start >= last or not (state or self._shrinks):
                continue
            form = formed(state, theme, points, shrinks=self._shrinks)
            for left, right in self.map.stretches(max(start, first), min(end, last)):
                each = QTextLayout.FormatRange()
                each.start = max(left, begins) - begins
                each.length = min(right, ends) - begins - each.start
                each.format = form
                if each.length > 0:
                    found.append(each)
        return found

    # Painting and events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint highlight behind the words, boxes around them, and what is offered under them."""
        painter = QPainter(self.viewport())
        layout = self.document().documentLayout()
        shift = -self.verticalScrollBar().value()
        block = self.cursorForPosition(event.rect().topLeft()).block()
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, shift)
            if rect.top() > event.rect().bottom():
                break
            self._paint_block(painter, block, rect.topLeft())
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _paint_block(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        theme = look().theme
        boxed: list[tuple[int, int]] = []
        for each in block.layout().formats():
            start, end = each.start, each.start + each.length
            role = each.format.property(BACK)
            if role:
                for rect, _ in stretch_rects(block, start, end):
                    painter.fillRect(rect.translated(origin), theme.colour(str(role)))
            if each.format.property(BOX):
                joins = bool(boxed) and boxed[-1][1] == start
                boxed = [*boxed[:-1], (boxed[-1][0], end)] if joins else [*boxed, (start, end)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("ink"), 1.2))
        for start, end in boxed:
            for rect, _ in stretch_rects(block, start, end):
                painter.drawRect(rect.translated(origin).adjusted(-1.5, -0.5, 1.5, 1.5))
        self._paint_offer(painter, block, origin)

    def _paint_offer(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        begins, ends = block.position(), block.position() + block.length() - 1
        pen = QPen(look().theme.colour("accent"), 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        for start, end in self._offered:
            if start < ends and end > begins:
                for rect, baseline in stretch_rects(block, max(start, begins) - begins, min(end, ends) - begins):
                    low = origin.y() + baseline + 4
                    painter.drawLine(QPointF(origin.x() + rect.left(), low), QPointF(origin.x() + rect.right(), low))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paint what was chosen, while the brush is in the hand."""
        super().mouseReleaseEvent(event)
        if self._brush and event.button() == Qt.MouseButton.LeftButton:
            cursor = self.textCursor()
            places = [self.map.to_words(each) for each in (cursor.selectionStart(), cursor.selectionEnd())]
            span = rules.snap(self.map.quote, *places) if cursor.hasSelection() else None
            if span is not None:
                self.put_caret(self.map.to_words(cursor.position()))
                self.brushed.emit(span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the brush away."""
        if event.key() == Qt.Key.Key_Escape and self._brush:
            self.left_brush.emit()
            return
        super().keyPressEvent(event)
