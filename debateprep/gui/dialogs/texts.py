"""Pages of text that ship with the program: set in the window's type, loading nothing from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from debateprep.gui.theme import look, sans

BODY = 10.5
HEADINGS = {1: 16.0, 2: 11.5, 3: 10.5}
LEADING = 128
"""Percent of a line that the next one begins below it."""


class OwnBrowser(QTextBrowser):
    """Shows Markdown that ships with the program; it opens no file and no address by itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._sought: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(22)

    def show_markdown(self, text: str) -> None:
        """Show text without any HTML in it."""
        self._shown = text
        self.document().setDefaultFont(sans(BODY * look().scale))
        self.document().setMarkdown(
            text,
            QTextDocument.MarkdownFeature.MarkdownNoHTML | QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
        )
        self._set_type()
        self._mark()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark_words(self, sought: Sequence[str]) -> None:
        """Mark every place of some words."""
        self._sought = tuple(sought)
        self._mark()

    def go_to_heading(self, number: int) -> None:
        """Bring the heading of that number, 0 first, to the top."""
        heads = [block for block in _blocks(self.document()) if block.blockFormat().headingLevel()]
        if 0 <= number < len(heads):
            cursor = QTextCursor(heads[number])
            self.setTextCursor(cursor)
            top = self.document().documentLayout().blockBoundingRect(heads[number]).top()
            self.verticalScrollBar().setValue(round(top) - 8 if number else 0)

    def _mark(self) -> None:
        theme, found = look().theme, []
        for word in self._sought:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(QBrush(theme.colour("highlight")))
                mark.format.setForeground(QBrush(theme.colour("highlight_ink")))
                found.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(found)

    def _set_type(self) -> None:
        for block in _blocks(self.document()):
            cursor = QTextCursor(block)
            form = QTextBlockFormat()
            level = block.blockFormat().headingLevel()
            if level:
                self._set_heading(cursor, level)
                form.setTopMargin((4 if level == 1 else 14) * look().scale)
                form.setBottomMargin(6 * look().scale)
            else:
                form.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                form.setBottomMargin((0 if cursor.currentTable() else 7) * look().scale)
            cursor.mergeBlockFormat(form)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _set_table(frame)

    @staticmethod
    def _set_heading(cursor: QTextCursor, level: int) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setFontPointSize(HEADINGS.get(level, BODY) * look().scale)
        form.setFontWeight(QFont.Weight.Bold)
        # Merged, Markdown's own step in size would go before the size in points.
        cursor.setCharFormat(form)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt's own signature
        """Load nothing."""
        return None

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._shown:
            place = self.verticalScrollBar().value()
            self.show_markdown(self._shown)
            self.verticalScrollBar().setValue(place)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set_table(table: QTextTable) -> None:
    form = table.format()
    form.setCellPadding(5 * look().scale)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderBrush(QBrush(look().theme.colour("line")))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
