"""A text that is edited where it stands: saved as it is typed, by Enter or on leaving; Escape takes it back."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QTextEdit, QWidget

from debateprep.gui.pages.briefs.paint import Type
from debateprep.gui.theme import look

PAUSE_MS = 700
"""How long after the first unsaved key the words are saved: who types without a pause loses no more than that."""


class Field(QTextEdit):
    """A plain text of a few lines, as high as its words.

    `committed` carries the words and a merge key, the same for all of one focus, so that one focus is one step.
    `left` tells that the user is done: True by Enter, False by Escape; `blurred` that they went elsewhere.
    A `required` field never saves nothing.
    """

    committed = Signal(str, str)
    left = Signal(bool)
    blurred = Signal()
    height_changed = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        kind: str = "body",
        placeholder: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._required = required
        self._stored = ""
        self._first = ""
        self._merge = ""
        self.tabbed: Callable[[int], bool] | None = None
        """Asked first what Tab (1) and Shift+Tab (-1) do; False leaves them to the walk."""
        self.onward: Callable[[], None] | None = None
        """Called by Ctrl+Enter, once what was typed is kept."""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look().changed.connect(self._dress)
        self._dress()

    # Words

    def words(self) -> str:
        """Return the words as they stand, without the space around them."""
        # toPlainText would turn no-break spaces into plain ones.
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n").strip()

    @property
    def is_dirty(self) -> bool:
        """Tell whether there are words that are not saved yet."""
        return self.words() != self._stored.strip()

    def show_text(self, text: str) -> None:
        """Show what the library holds, unless the user is in the middle of other words."""
        if text == self._stored:
            return
        typing = self.hasFocus() and self.is_dirty
        self._stored = text
        if not typing and self.words() != text.strip():
            self._set(text)

    def reset(self, text: str) -> None:
        """Show another thing's words, whatever stood here."""
        self._timer.stop()
        self._stored = self._first = text
        self._set(text)

    def begin_again(self, name: str, placeholder: str, kind: str) -> None:
        """Go on with another thing while the focus stays: what is typed from here on is a step of its own."""
        self._kind = kind
        self._merge = uuid.uuid4().hex
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.reset("")
        self._dress()

    def _set(self, text: str) -> None:
        place = self.textCursor().position()
        with QSignalBlocker(self):
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self._fit()

    @Slot()
    def flush(self) -> None:
        """Save what was typed."""
        self._timer.stop()
        text = self.words()
        if self.is_dirty and (text or not self._required):
            self._stored = text
            self.committed.emit(text, self._merge)

    @Slot()
    def _on_typed(self) -> None:
        if self.hasFocus() and not self.isReadOnly() and not self._timer.isActive():
            self._timer.start()

    def edit_all(self) -> None:
        """Take the focus with all words selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    # Keys and focus

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when there is nothing typed to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.tabbed is not None:
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if step and plain and self.tabbed(step):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, take back on Escape; Shift+Enter begins a new line."""
        if event.key() == Qt.Key.Key_Escape:
            self._revert()
            self.left.emit(False)  # noqa: FBT003 - a signal
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self.flush()
            self.left.emit(True)  # noqa: FBT003 - a signal
        elif self.onward is not None and _is_onward(event):
            self.flush()
            self.onward()
        else:
            super().keyPressEvent(event)

    def _revert(self) -> None:
        self._timer.stop()
        self._set(self._first)
        # A pause may have saved the words already; then what stood here before is saved again, in the same step.
        self.flush()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin one step of edits."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._first = self._stored
            self._merge = uuid.uuid4().hex
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save, unless a menu of the field itself opened."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()
            if self._required and not self.words():
                self._set(self._stored)
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.blurred.emit()
        self.viewport().update()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save before going out of sight."""
        self.flush()
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls around the field."""
        event.ignore()

    # Look

    @Slot()
    def _dress(self) -> None:
        self.setFont(Type.font(self._kind))
        self.document().setDefaultFont(self.font())
        self.setPalette(clear_base(QApplication.palette()))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        height = max(self.fontMetrics().lineSpacing() + 4, round(self.document().size().height() + 0.49))
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            self.height_changed.emit()

    def sizeHint(self) -> QSize:
        """Return the height of the words at this width."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Let the field become narrow."""
        return QSize(60, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and a ring while they are edited."""
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look().theme.colour("accent"), 1.5))
            painter.setBrush(look().theme.colour("panel"))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.end()
        super().paintEvent(event)


def _is_onward(event: QKeyEvent) -> bool:
    with_ctrl = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
    return with_ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def caret_to_end(field: QTextEdit) -> None:
    """Put the cursor after the last word."""
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    field.setTextCursor(cursor)


def clear_base(palette: QPalette) -> QPalette:
    """Return a palette that lets what lies below a field shine through."""
    found = QPalette(palette)
    base = found.color(QPalette.ColorRole.Base)
    base.setAlpha(0)
    found.setColor(QPalette.ColorRole.Base, base)
    return found
