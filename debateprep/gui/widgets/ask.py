"""A line that asks for a name where it is needed: Enter gives it, Escape leaves everything as it was."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.parts import CardFrame, FlatButton, Words


class AskLine(CardFrame):
    """Asks one question at a time; while it asks none it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: Callable[[str], object] | None = None
        self._back: QWidget | None = None
        self._question = Words("", "mute", 8.5, wrap=False)
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._on_enter)
        self.give = FlatButton(self.tr("OK"), "primary")
        self.give.clicked.connect(self._on_enter)
        self.leave = FlatButton(self.tr("Cancel"))
        self.leave.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.addWidget(self._question)
        row.addWidget(self.line, 1)
        row.addWidget(self.leave)
        row.addWidget(self.give)
        self._question.setBuddy(self.line)
        look().changed.connect(self._dress)
        self._dress()
        self.hide()

    def ask(self, question: str, words: str, done: Callable[[str], object], back: QWidget) -> None:
        """Ask with words to begin from; `done` gets the answer unless it is empty, `back` the focus afterwards."""
        self._done, self._back = done, back
        self._question.setText(question)
        self.line.setAccessibleName(question)
        self.line.setText(words)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def cancel(self) -> None:
        """Ask no more, as what was asked about is out of sight."""
        self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape answers nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            return
        super().keyPressEvent(event)

    def _on_enter(self) -> None:
        words, done = " ".join(self.line.text().split()), self._done
        self._end()
        if words and done is not None:
            done(words)

    def _end(self) -> None:
        had, self._done = self.isAncestorOf(self.focusWidget() or self), None
        self.hide()
        if self._back is not None and had:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.line.setFont(sans(9.5 * look().scale))
