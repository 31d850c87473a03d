"""Notices: one line below the page, which does not jump for it, that says what happened and is never in the way."""

from collections import deque

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from debateprep.gui.icons import icon

SHOWN_MS = 9000
KEPT = 200


class NoticeBar(QFrame):
    """A bar that shows the latest notice; news goes by itself, a failure stays until it is closed.

    News of an edit that can be taken back carries Undo, whose button says `undo_asked`.
    Several failures in a row are told one after another, each in its own words; closing one shows the next.
    """

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = QLabel()
        self._more.setProperty("look", "quiet")
        self.undo = QPushButton(self.tr("&Undo"))
        self.undo.setProperty("look", "link")
        self.undo.clicked.connect(self._on_undo)
        self.undo.hide()
        self._close = QToolButton()
        self._close.setProperty("look", "flat")
        self._close.setAccessibleName(self.tr("Close notice"))
        self._close.setToolTip(self.tr("Close notice"))
        self._close.clicked.connect(self.close_one)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        row.addWidget(self._more)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_one)
        self._waiting: deque[str] = deque()
        self.told: deque[str] = deque(maxlen=KEPT)
        self.hide()

    @property
    def text(self) -> str:
        """Return the words in view, "" when no notice is."""
        return self._words.text() if not self.isHidden() else ""

    @Slot(str)
    def tell(self, words: str) -> None:
        """Show news, which goes away by itself."""
        self.told.append(words)
        if self.isHidden() or self._timer.isActive():
            self._show(words, failure=False)
            self._timer.start(SHOWN_MS)

    def offer(self, words: str) -> None:
        """Show news of an edit with a button that takes it back."""
        self.tell(words)
        self.undo.setVisible(self.text != "" and not self._is_failure())

    def withdraw(self) -> None:
        """Take the button away, because another step is the last one now; the words go with it."""
        if not self.undo.isHidden():
            self.undo.hide()
            if self._timer.isActive():
                self.close_one()

    @Slot()
    def _on_undo(self) -> None:
        self.close_one()
        self.undo_asked.emit()

    @Slot(str)
    def fail(self, words: str) -> None:
        """Show a failure, which stays until it is closed."""
        self.told.append(words)
        if self.isHidden() or self._timer.isActive():
            self._timer.stop()
            self._show(words, failure=True)
        elif words != self._words.text() and words not in self._waiting:
            self._waiting.append(words)
        self._count()

    @Slot()
    def close_one(self) -> None:
        """Close the notice in view and show the next failure, if one waits."""
        self._timer.stop()
        self.undo.hide()
        if self._waiting:
            self._show(self._waiting.popleft(), failure=True)
        else:
            self.hide()
        self._count()

    def recolour(self) -> None:
        """Draw the icon in the present theme."""
        self._close.setIcon(icon("close"))

    def _is_failure(self) -> bool:
        return str(self.property("kind")) == "failure"

    def _show(self, words: str, *, failure: bool) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self.undo.setAccessibleName(self.tr("Undo: {words}").format(words=words))
        if failure:
            self.undo.hide()
        self.setProperty("kind", "failure" if failure else "news")
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _count(self) -> None:
        waiting = len(self._waiting)
        self._more.setText(self.tr("%n more", "", waiting) if waiting else "")

    def enterEvent(self, event: QEnterEvent) -> None:
        """Keep the notice while it is being read."""
        if self._timer.isActive():
            self._timer.start(SHOWN_MS)
        super().enterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
