"""The start page: go on, try a sample, begin a topic, bring in an article, open another library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from debateprep.gui.theme import look, sans

if TYPE_CHECKING:
    from debateprep.domain.model import Topic

SAMPLES = (
    ("free-buses", "Practice: cities should make buses free", "Two short essays, both briefs: try everything here"),
    ("victory-plan", "The West should back Ukraine’s Victory Plan", "A whole brief for each side from one article"),
)
OWN_TOPICS = 4


class StartPage(QScrollArea):
    """Knows no library: it is given plain values, and says what is wanted."""

    title = "Start"
    icon = "start"
    topic_wanted = Signal(int)
    sample_wanted = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()
    paste_wanted = Signal()
    library_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(self.tr("Start page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._headings: list[QLabel] = []
        inside = QWidget()
        inside.setMaximumWidth(1100)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(48, 34, 48, 30)
        self._column.setSpacing(10)
        self._build()
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside)
        self.setWidget(outer)
        self.recolour()

    def _build(self) -> None:
        self._name = QLabel(self.tr("Both sides of a debate, ready to print"))
        self._column.addWidget(self._name)
        self._note(self.tr("An article in, two briefs that answer each other, pages out. All on this computer."))
        self._topics_heading = self._heading(self.tr("CONTINUE"))
        self._topics = QVBoxLayout()
        self._topics.setSpacing(6)
        self._column.addLayout(self._topics)
        self._heading(self.tr("TRY A SAMPLE"))
        for key, name, words in SAMPLES:
            card = self._card(self.tr(name), self.tr(words), key, self._on_sample)
            self._column.addWidget(card)
            if self.focusProxy() is None:
                self.setFocusProxy(card)
        self._heading(self.tr("YOUR OWN"))
        self._new = self._card(self.tr("New topic…"), self.tr("Begin with the resolution"), None, self.new_wanted)
        self._column.addWidget(self._new)
        drop = QFrame()
        drop.setObjectName("dropHere")
        inner = QHBoxLayout(drop)
        inner.setContentsMargins(14, 10, 14, 10)
        self._drop = QLabel(self.tr("Drop an article anywhere on this window"))
        self._drop.setWordWrap(True)
        self._drop.setProperty("look", "quiet")
        inner.addWidget(self._drop, 1)
        for words, signal in ((self.tr("Paste it"), self.paste_wanted), (self.tr("Open a file…"), self.import_wanted)):
            button = QPushButton(words)
            button.setProperty("look", "link")
            button.clicked.connect(signal)
            inner.addWidget(button)
        self._column.addWidget(drop)
        self._recent_heading = self._heading(self.tr("RECENT LIBRARIES"))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._column.addLayout(self._recent)
        self._column.addStretch(1)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("look", "quiet")
        self._headings.append(label)
        self._column.addSpacing(10)
        self._column.addWidget(label)
        return label

    def _note(self, words: str) -> None:
        label = QLabel(words)
        label.setProperty("look", "quiet")
        label.setWordWrap(True)
        self._column.addWidget(label)

    def _card(self, name: str, words: str, data: object, wanted: object) -> QPushButton:
        button = StartCard(name, words)
        button.setProperty("data", data)
        button.clicked.connect(wanted)
        return button

    @Slot()
    def _on_sample(self) -> None:
        self.sample_wanted.emit(str(self.sender().property("data")))

    @Slot()
    def _on_topic(self) -> None:
        self.topic_wanted.emit(int(self.sender().property("data")))

    @Slot()
    def _on_library(self) -> None:
        self.library_wanted.emit(str(self.sender().property("data")))

    def show_topics(self, topics: Sequence[Topic], current: int, recent: Sequence[str], library: str) -> None:
        """Show the topic to continue first, then the newest others of one's own, and the other libraries."""
        own = [topic for topic in reversed(topics) if not topic.sample or topic.id == current]
        own.sort(key=lambda topic: topic.id != current)
        _clear(self._topics)
        for topic in own[:OWN_TOPICS]:
            words = topic.resolution if topic.resolution != topic.short else ""
            self._topics.addWidget(self._card(topic.short, words, topic.id, self._on_topic))
        self._topics_heading.setVisible(bool(own))
        others = [each for each in recent if each != library]
        _clear(self._recent)
        for each in others:
            path = Path(each)
            button = QPushButton(f"{path.parent.name} / {path.name}")
            button.setProperty("look", "link")
            button.setProperty("data", each)
            button.setToolTip(each)
            button.setAccessibleName(self.tr("Open library {}").format(each))
            button.clicked.connect(self._on_library)
            self._recent.addWidget(button)
        self._recent_heading.setVisible(bool(others))

    def recolour(self) -> None:
        """Follow theme and text size."""
        scale = look().scale
        for card in self.findChildren(StartCard):
            card.recolour()
        self._name.setFont(sans(18 * scale, bold=True))
        self._name.setWordWrap(True)
        for label in self._headings:
            label.setFont(sans(8.5 * scale, bold=True))


class StartCard(QPushButton):
    """A way to begin: its name in bold, what it brings below, and an arrow where it leads on."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setAccessibleName(f"{name}. {words}" if words else name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name, self._words, self._arrow = QLabel(name), QLabel(words), QLabel("→")
        self._words.setProperty("look", "quiet")
        self._arrow.setProperty("look", "quiet")
        if not words:
            # Shown while it has no parent it would be a window of its own, and take the focus.
            self._words.hide()
        for label in (self._name, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for label in (self._name, self._words, self._arrow):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._name)
        lines.addWidget(self._words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 13, 18, 13)
        self._row.setSpacing(12)
        self._row.addLayout(lines, 1)
        self._row.addWidget(self._arrow)
        self.recolour()

    def recolour(self) -> None:
        """Follow the text size."""
        scale = look().scale
        self._name.setFont(sans(11.5 * scale, bold=True))
        self._words.setFont(sans(9.5 * scale))
        self._arrow.setFont(sans(12 * scale))

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        return self._row.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size of the words."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the words."""
        return self._row.minimumSize()


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
