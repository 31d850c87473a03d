"""The article in view: its words, the numbers in the margin, its marks, and what the reader selects."""

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from debateprep.domain.article import Span
from debateprep.domain.terms import BlockKind
from debateprep.gui.pages.read.marks import Marked, MarkOf, Marks, paint_block, paint_flash
from debateprep.gui.pages.read.text import ArticleMap, ShownBlock
from debateprep.gui.theme import look, sans, serif
from debateprep.gui.widgets.reading_view import POINTS, ReadingView, reading_font
from debateprep.gui.words import term

_GUTTER = 58
_FLASH_MS = 900


class ArticleView(ReadingView):
    """Show an article; all offsets in its signals count code points.

    `selected` carries the selected span or None; `pressed` carries the mark that was clicked or entered;
    `block_asked` carries a source block's index and where to show its menu.
    """

    selected = Signal(object)
    pressed = Signal(object)
    block_asked = Signal(int, QPoint)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Article"), parent, gutter=_GUTTER)
        self.article = ArticleMap("", ())
        self._marks = Marks(self.article, [])
        self._chosen: Marked | None = None
        self._flash: Marks | None = None
        self._strength = 0.0
        self._margin = _Margin(self)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setDuration(_FLASH_MS)
        self._animation.valueChanged.connect(self._on_flash)
        self.selectionChanged.connect(self._on_selection_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown

    def show_article(self, article: ArticleMap) -> None:
        """Show a text from its beginning; one that only had blocks corrected keeps its place and selection."""
        old = self.article
        self.article = article
        same = old.text == article.text and [row.index for row in old.rows] == [row.index for row in article.rows]
        if same and [row.text for row in old.rows] == [row.text for row in article.rows]:
            self._correct(old)
        else:
            self._fill()
        self._margin.update()

    def show_marks(self, marks: list[Marked]) -> None:
        """Show these marks in place of those before."""
        self._marks = Marks(self.article, marks)
        self.viewport().update()

    def choose(self, mark: Marked | None) -> None:
        """Show one mark stronger."""
        self._chosen = mark
        self.viewport().update()

    def go_to(self, span: Span) -> None:
        """Scroll to a span, put the caret at its beginning, and flash its words."""
        place = self.article.to_document(span.start)
        self.select_places(place, place)
        top = self.cursorRect().top() + self.verticalScrollBar().value()
        if not 0 <= self.cursorRect().top() < self.viewport().height() * 3 // 4:
            self.verticalScrollBar().setValue(top - self.viewport().height() // 3)
        self._flash = Marks(self.article, [Marked(MarkOf.POSITION, 0, span)])
        self._animation.stop()
        self._animation.start()

    def selection(self) -> Span | None:
        """Return the selected words' span, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self.article.span(cursor.selectionStart(), cursor.selectionEnd())

    def select(self, span: Span) -> None:
        """Select a span."""
        self.select_places(self.article.to_document(span.start), self.article.to_document(span.end))

    def caret_block(self) -> int | None:
        """Return the index of the source block with the caret, or None where no text is shown."""
        if not self.article.rows:
            return None
        return self.article.rows[self.article.row_at(self.textCursor().position())].index

    def selection_rect(self) -> QRect:
        """Return where the selection stands in the viewport, from its first line to its last."""
        cursor = self.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        return self.cursorRect(first).united(self.cursorRect(last))

    def _fill(self) -> None:
        document = self.blank_document()
        cursor = QTextCursor(document)
        formats: dict[tuple[BlockKind, bool], QTextCharFormat] = {}
        cursor.beginEditBlock()
        for number, row in enumerate(self.article.rows):
            key = (row.block.kind, row.block.struck)
            form = formats.get(key) or formats.setdefault(key, _char_format(row))
            if number == 0:
                cursor.setBlockFormat(_block_format(row))
                cursor.setBlockCharFormat(form)
            elif number == 1:
                cursor.insertBlock(_block_format(row), form)
            else:
                cursor.insertBlock(cursor.blockFormat(), form)
            cursor.insertText(row.text, form)
        cursor.endEditBlock()
        self.show_document(document)
        document.documentLayout().update.connect(self._margin.update)

    def _correct(self, old: ArticleMap) -> None:
        for number, (before, after) in enumerate(zip(old.rows, self.article.rows, strict=True)):
            if before.block == after.block:
                continue
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            cursor.setBlockFormat(_block_format(after))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_char_format(after))

    def visible_blocks(self) -> list[tuple[QTextBlock, QRectF]]:
        """Return the blocks in sight with their places in the viewport."""
        layout = self.document().documentLayout()
        offset = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        found = []
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(0, -offset)
            if rect.top() > self.viewport().height():
                break
            found.append((block, rect))
            block = block.next()
        return found

    # Painting and events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks behind the words."""
        theme = look().theme
        painter = QPainter(self.viewport())
        for block, rect in self.visible_blocks():
            origin = rect.topLeft()
            strokes = self._marks.in_row(block.blockNumber())
            paint_block(painter, block, origin, strokes, theme, self._chosen)
            if self._flash is not None:
                for stroke in self._flash.in_row(block.blockNumber()):
                    paint_flash(painter, block, origin, stroke, theme, self._strength)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin beside the column."""
        super().resizeEvent(event)
        rect = self.contentsRect()
        self._margin.setGeometry(rect.left(), rect.top(), self.viewportMargins().left(), rect.height())
        self.moved.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which mark was clicked, or that a selection is complete."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selected.emit(self.selection())
            return
        layout = self.document().documentLayout()
        point = event.position() + QPointF(0, self.verticalScrollBar().value())
        place = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        if place >= 0:
            self._press(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the position under the caret."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and not self.textCursor().hasSelection():
            self._press(self.textCursor().position())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the paragraph under the pointer or the caret."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.cursorRect().bottomLeft() if by_key else self.viewport().mapFromGlobal(event.globalPos())
        self.ask_block(place)

    def ask_block(self, place: QPoint) -> None:
        """Ask for the menu of the block at a place of the viewport."""
        if self.article.rows:
            row = self.article.row_at(self.cursorForPosition(place).position())
            self.block_asked.emit(self.article.rows[row].index, self.viewport().mapToGlobal(place))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the margin with the rest."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_margin"):
            self._margin.update()

    def _press(self, place: int) -> None:
        mark = self._marks.at(self.article.to_source(place))
        if mark is not None:
            self.pressed.emit(mark)

    def _on_selection_changed(self) -> None:
        # While the button is down the words are still being chosen.
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self.selected.emit(self.selection())

    def _on_scrolled(self) -> None:
        self._margin.update()
        self.moved.emit()

    def _on_flash(self, strength: float) -> None:
        self._strength = strength
        if strength <= 0:
            self._flash = None
        self.viewport().update()

    def lay_again(self) -> None:
        """Fill the document anew, with the same block on top."""
        row = self.article.row_at(self.cursorForPosition(QPoint(0, 0)).position()) if self.article.rows else 0
        self._fill()
        if self.article.rows:
            top = self.document().documentLayout().blockBoundingRect(self.document().findBlockByNumber(row)).top()
            self.verticalScrollBar().setValue(int(top))

    def fill_margin(self, margin: QWidget) -> None:
        """Paint paragraph numbers, and what a block is that has none, into the margin."""
        painter = QPainter(margin)
        painter.setPen(look().theme.colour("mute"))
        numbers, names = sans(8.5 * look().scale), sans(7.0 * look().scale)
        for block, rect in self.visible_blocks():
            if block.blockNumber() >= len(self.article.rows):
                break
            row = self.article.rows[block.blockNumber()]
            layout = block.layout()
            if not layout.lineCount():
                continue
            line = layout.lineAt(0)
            painter.setFont(numbers if row.number else names)
            baseline = rect.top() + line.y() + line.ascent()
            ascent = painter.fontMetrics().ascent()
            place = QRectF(0, baseline - ascent, margin.width() - 10, painter.fontMetrics().height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, self._label(row))
        painter.end()

    def _label(self, row: ShownBlock) -> str:
        if row.number:
            return f"¶{row.number}"
        if row.block.struck:
            return self.tr("struck")
        return kind_words(row.block.kind)


def kind_words(kind: BlockKind) -> str:
    """Return the short name of a block's kind, for the margin."""
    short = {
        BlockKind.AUTHOR_NOTE: "note",
        BlockKind.PULL_QUOTE: "quote",
        BlockKind.SUBHEADING: "heading",
        BlockKind.HEADLINE: "title",
    }
    return term(short.get(kind, kind.value))


class _Margin(QWidget):
    """The numbers beside the article; a click asks for the menu of the paragraph."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Strike out, or say what this is"))

    def sizeHint(self) -> QSize:
        """Return the gutter's width."""
        return QSize(self._view.viewportMargins().left(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the numbers."""
        self._view.fill_margin(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the menu of the paragraph beside the pointer."""
        self._view.ask_block(QPoint(0, int(event.position().y())))


def _block_format(row: ShownBlock) -> QTextBlockFormat:
    form = QTextBlockFormat()
    scale = look().scale
    form.setLineHeight(115.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setTopMargin(0 if row.begins == 0 else 4 * scale)
    form.setBottomMargin(9 * scale)
    return form


def _char_format(row: ShownBlock) -> QTextCharFormat:
    form = QTextCharFormat()
    theme = look().theme
    scale = look().scale
    kind = row.block.kind
    body = kind is BlockKind.PARAGRAPH
    heading = kind in (BlockKind.SUBHEADING, BlockKind.HEADLINE)
    font = reading_font() if body else serif((POINTS if heading else 10.0) * scale, bold=heading, italic=not heading)
    form.setFont(font)
    form.setForeground(theme.colour("ink" if (body or heading) and not row.block.struck else "mute"))
    form.setFontStrikeOut(row.block.struck)
    return form
