"""Words to read: read-only, with a caret for keyboards, in a column that is as wide as reads well."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from debateprep.gui.theme import look, serif
from debateprep.gui.widgets.parts import veil_selection

POINTS = 12.5
COLUMN = 640
MARGIN = 24


def reading_font() -> QFont:
    """Return the face and size of words that are read at length."""
    return serif(POINTS * look().scale)


class ReadingView(QTextEdit):
    """Shows words that are read and marked, never written; places in its methods are the document's.

    The column has `gutter` pixels (before zoom) at its left, and room above and below. What derives from it fills a
    document from `blank_document()`, gives it to `show_document()`, and does so again in `lay_again()`.
    """

    def __init__(
        self, name: str, parent: QWidget | None, *, gutter: int = MARGIN, above: int = 0, below: int = 0
    ) -> None:
        super().__init__(parent)
        self._gutter, self._above, self._below = gutter, above, below
        self._shown: QTextDocument | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        look().changed.connect(self._on_look_changed)
        self._dress()

    # The document

    def blank_document(self) -> QTextDocument:
        """Return a document to fill: while detached, it is laid out only as far as it is looked at."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        return document

    def show_document(self, document: QTextDocument) -> None:
        """Show a document in place of the one before."""
        old, self._shown = self._shown, document
        self.setDocument(document)
        if old is not None:
            old.deleteLater()

    def lay_again(self) -> None:
        """Lay the words out in the look as it is now, at the place where the reader is."""
        raise NotImplementedError

    # Selection

    def select_places(self, start: int, end: int) -> None:
        """Select from one place to another, the caret at the second; the same twice puts the caret there."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def drop_selection(self) -> None:
        """Select nothing, the caret staying."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    # Look

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column as wide as reads well."""
        self._set_margins()
        super().resizeEvent(event)

    @Slot()
    def _on_look_changed(self) -> None:
        self._dress()
        self.lay_again()

    def _dress(self) -> None:
        self.setFont(reading_font())
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, look().theme.colour("paper"))
        veil_selection(colours)
        self.setPalette(colours)
        self._set_margins()

    def _set_margins(self) -> None:
        scale = look().scale
        gutter = int(self._gutter * scale)
        spare = max(0, self.width() - gutter - int(COLUMN * scale) - MARGIN)
        left, right = gutter + spare // 3, max(MARGIN, spare - spare // 3)
        now = self.viewportMargins()
        if (now.left(), now.right()) != (left, right):
            self.setViewportMargins(left, self._above, right, self._below)
