"""The bars around the pages: the top bar, the rail and the status line. They show values and emit wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.actions import Commands
from debateprep.gui.icons import icon
from debateprep.gui.search_box import SearchBox
from debateprep.gui.theme import look, sans

if TYPE_CHECKING:
    from debateprep.gui.usecases import Overview


class TopBar(QFrame):
    """The topic switcher, undo and redo, search, Import and Print / Export.

    Where there is little room, the format goes first, then the words of the buttons.
    """

    def __init__(self, commands: Commands, topics: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAccessibleName(self.tr("Tools"))
        self._name = ""
        self._format = ""
        self.topic = QToolButton()
        self.topic.setProperty("look", "flat")
        self.topic.setMenu(topics)
        self.topic.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.topic.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.topic.setToolTip(self.tr("Switch to another topic, or make one (Ctrl+T)"))
        self.format = QLabel()
        self.format.setProperty("look", "quiet")
        self.undo = self._tool(commands["undo"])
        self.redo = self._tool(commands["redo"])
        self.search = SearchBox()
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bring = self._button(commands["import"], self.tr("Import…"))
        self.export = self._button(commands["export"], self.tr("Print / Export…"))
        self.export.setProperty("look", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 7, 12, 7)
        row.setSpacing(8)
        row.addWidget(self.topic)
        row.addWidget(self.format)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(self.bring)
        row.addWidget(self.export)
        self.setMinimumWidth(1)

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._follow)
        return button

    def _button(self, action: QAction, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words.rstrip("…"))
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    @Slot()
    def _follow(self) -> None:
        # Undo and Redo follow their actions by themselves; their names are read out with the step's.
        for button in (self.undo, self.redo):
            button.setAccessibleName(button.defaultAction().text().replace("&", ""))

    def show_topic(self, name: str, words: str) -> None:
        """Show the topic in view, and its format."""
        self._name, self._format = name, words
        self._fit()

    def recolour(self) -> None:
        """Draw the icons in the present theme and size, and measure again."""
        scale = look().scale
        side = QSize(round(18 * scale), round(18 * scale))
        self.undo.defaultAction().setIcon(icon("undo"))
        self.redo.defaultAction().setIcon(icon("redo"))
        for button in (self.undo, self.redo, self.bring, self.export):
            button.setIconSize(side)
        self.topic.setFont(sans(11 * scale, bold=True))
        self.search.setMaximumWidth(round(380 * scale))
        self._follow()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scale, width = look().scale, self.width()
        roomy = width >= 900 * scale
        self.format.setVisible(bool(self._format) and width >= 1100 * scale)
        self.format.setText(self._format)
        for button, name, words, role in (
            (self.bring, "import", self.tr("Import…"), "ink"),
            (self.export, "print", self.tr("Print / Export…"), "accent_ink"),
        ):
            button.setText(words if roomy else "")
            button.setIcon(icon(name, role) if not roomy else QIcon())
        self.search.setMinimumWidth(round((200 if roomy else 90) * scale))
        room = max(90, round(width * 0.34) if roomy else width - round(330 * scale) - 120)
        metrics = QFontMetrics(self.topic.font())
        name = self._name or self.tr("No topic yet")
        self.topic.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) + " ▾")
        self.topic.setAccessibleName(self.tr("Topic: {}").format(name))

    def minimumSizeHint(self) -> QSize:
        """Return a width that never forces the window wider than a small screen."""
        return QSize(1, super().minimumSizeHint().height())


class Rail(QFrame):
    """The pages as a column of buttons at the left; where it is too low for both, words without icons."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Pages"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, tuple[QToolButton, str]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(4)
        self._column.addStretch(1)

    def add(self, key: str, title: str, name: str, shortcut: str, place: int) -> None:
        """Add a page's button, below so many of the others."""
        button = QToolButton()
        button.setProperty("look", "rail")
        button.setObjectName(f"rail_{key}")
        button.setCheckable(True)
        button.setText(title)
        button.setAccessibleName(title)
        button.setToolTip(f"{title} ({shortcut})")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._on_clicked)
        self._group.addButton(button)
        self._column.insertWidget(place, button)
        self._buttons[key] = (button, name)
        self.recolour()

    def show_page(self, key: str) -> None:
        """Mark the page in view."""
        self._group.setExclusive(False)
        for each, (button, _) in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)
        self.recolour()

    @Slot()
    def _on_clicked(self) -> None:
        for key, (button, _) in self._buttons.items():
            if button is self.sender():
                self.chosen.emit(key)

    def recolour(self) -> None:
        """Draw the icons in the present theme and size."""
        scale = look().scale
        for button, name in self._buttons.values():
            button.setIcon(icon(name, "ink" if button.isChecked() else "mute"))
            button.setIconSize(QSize(round(20 * scale), round(20 * scale)))
            button.setFont(sans(8.5 * scale))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the icons out where the words of all pages would not fit with them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for style in (Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonTextOnly):
            for button, _ in self._buttons.values():
                button.setToolButtonStyle(style)
            if self._column.minimumSize().height() <= self.height():
                break
        margins = self._column.contentsMargins()
        words = max((button.sizeHint().width() for button, _ in self._buttons.values()), default=0)
        width = max(76, round(72 * look().scale), words + margins.left() + margins.right())
        if width != self.width():
            self.setFixedWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Return a height that never forces the window higher than a small screen."""
        return QSize(super().minimumSizeHint().width(), 1)


class StatusLine(QFrame):
    """Saved or not, counts, the progress of long work, and the reading speed."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAccessibleName(self.tr("Status"))
        self.saved = QLabel()
        self.counts = QLabel()
        self.speed = QLabel()
        self.work = QLabel()
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(160)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("look", "link")
        self.cancel.setToolTip(self.tr("Stop this; what is done stays"))
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 14, 3)
        row.setSpacing(18)
        row.addWidget(self.saved)
        row.addWidget(self.counts)
        row.addStretch(1)
        row.addWidget(self.work)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        row.addWidget(self.speed)
        for label in (self.counts, self.speed, self.work):
            label.setMinimumWidth(1)
        self.end_work()

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Show how far long work is."""
        self.work.setText(what)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        for each in (self.work, self.bar, self.cancel):
            each.show()

    def show_counts(self, page: str, seen: Overview | None) -> None:
        """Show how much the topic holds of what a page works on."""
        counts: tuple[str, ...] = ()
        if seen is not None and page == "read":
            counts = (
                self.tr("%n source(s)", "", seen.sources),
                self.tr("%n kept position(s)", "", seen.positions),
                self.tr("%n card(s)", "", seen.cards),
            )
        elif seen is not None and page == "cards":
            counts = (self.tr("%n card(s)", "", seen.cards), self.tr("%n argument(s)", "", seen.arguments))
        elif seen is not None and page != "start":
            counts = (self.tr("%n argument(s)", "", seen.arguments), self.tr("%n answer(s)", "", seen.answers))
        self.counts.setText(" · ".join(_plural(each) for each in counts))

    def end_work(self) -> None:
        """Take the progress away."""
        for each in (self.work, self.bar, self.cancel):
            each.hide()

    def recolour(self) -> None:
        """Follow the text size."""
        for each in (self.saved, self.counts, self.speed, self.work):
            each.setFont(sans(9 * look().scale))


def _plural(text: str) -> str:
    # English needs no catalogue for its plurals; translations bring their own forms.
    number = text.split(" ", 1)[0]
    return text.replace("(s)", "" if number == "1" else "s")
