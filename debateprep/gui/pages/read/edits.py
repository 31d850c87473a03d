"""The editors of a position's card: its statement and who says it, each where it stands."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_PAUSE_MS = 700


class StatementEdit(QPlainTextEdit):
    """The statement while it is edited: Enter or leaving keeps it, Escape does not; Tab goes on.

    `typed` carries what stands here while it is written, so that a crash takes little of it.
    """

    typed = Signal(str)
    done = Signal(str)
    abandoned = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._over = False
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Statement"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectAll()
        self.document().contentsChanged.connect(self._fit)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_typed)
        self._fit()

    def _words(self) -> str:
        return " ".join(self.toPlainText().split())

    def _on_typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _on_pause(self) -> None:
        if not self._over and self._words():
            self.typed.emit(self._words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Enter or Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end(keep=True)

    def _end(self, *, keep: bool) -> None:
        if self._over:
            return
        self._over = True
        self._pause.stop()
        words = self._words()
        if keep and words:
            self.done.emit(words)
        else:
            self.abandoned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the words at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(2, int(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 12)


class SpeakerEdit(QLineEdit):
    """Who says a position; empty for the author. Enter or leaving keeps it, Escape does not."""

    done = Signal(str)
    abandoned = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(self.tr("Speaker"))
        self.setPlaceholderText(self.tr("the author"))
        self._over = False
        self.editingFinished.connect(self._keep)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the speaker as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._over = True
            self.abandoned.emit()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        if not self._over:
            self._over = True
            self.done.emit(" ".join(self.text().split()))
