"""What can be done with selected words: a bar under them, and the tag line of a card that is being cut."""

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from debateprep.domain.article import Span
from debateprep.domain.terms import MarkKind, Side
from debateprep.gui.pages.read.article import ArticleView
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.parts import CardFrame, FlatButton, Words
from debateprep.gui.words import term


class SelectionBar(QFrame):
    """The dark bar: cut a card, or mark a position for a side."""

    cut_asked = Signal()
    marked = Signal(str)
    mark_asked = Signal(str)
    """A MarkKind's value, for words of a card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Selected words"))
        self.cut = FlatButton(self.tr("Cut card  Ctrl ↵"), "tool")
        self.cut.setAccessibleName(self.tr("Cut card"))
        self.cut.clicked.connect(self.cut_asked)
        self.mark = FlatButton(self.tr("Mark position"), "tool")
        menu = QMenu(self.mark)
        keys = {Side.PRO: "Alt+1", Side.CON: "Alt+2", Side.NEITHER: "Alt+3"}
        for side, key in keys.items():
            action = menu.addAction(f"{side.sign} {term(side.label)}\t{key}")
            action.setData(side.value)
        menu.triggered.connect(self._on_marked)
        self.mark.setMenu(menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 3, 4, 3)
        line.setSpacing(2)
        line.addWidget(self.cut)
        self._marking: list[FlatButton] = []
        self._marks, self._room = False, 100_000
        for kind, words, key in (
            (MarkKind.UNDERLINE, self.tr("Underline"), "F9"),
            (MarkKind.EMPHASIS, self.tr("Emphasise"), "F10"),
            (MarkKind.HIGHLIGHT, self.tr("Highlight"), "F11"),
        ):
            button = FlatButton(f"{words}  {key}", "tool")
            button.setAccessibleName(words)
            button.setObjectName(kind.value)
            button.clicked.connect(self._on_mark_asked)
            button.hide()
            line.addWidget(button)
            self._marking.append(button)
        line.addWidget(self.mark)
        self.hide()

    def show_marking(self, *, on: bool) -> None:
        """Offer to mark the words, as they are those of a card."""
        self._marks = on
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Leave out what has its keys anyway where the bar would be wider than the room."""
        self._room = room
        for button in self._marking:
            button.setVisible(self._marks)
        self.adjustSize()
        if self._marks and self.width() > room:
            for button in self._marking:
                button.hide()
            self.adjustSize()

    def _on_mark_asked(self) -> None:
        button = self.sender()
        if button is not None:
            self.mark_asked.emit(button.objectName())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().theme.colour("tool"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.end()

    def _on_marked(self, action: QAction) -> None:
        self.marked.emit(action.data())


class TagLine(CardFrame):
    """The line for the tag of a card that is being cut; `done` carries the tag, `abandoned` that none is wanted."""

    done = Signal(str)
    abandoned = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self._dress()
        look().changed.connect(self._dress)
        self.line.setAccessibleName(self.tr("Tag of the card"))
        self.line.setPlaceholderText(self.tr("Tag: what these words show, in a line"))
        self.line.returnPressed.connect(self._on_enter)
        hint = Words(self.tr("Enter cuts the card · Esc leaves it"), "mute", 8.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 9, 10, 8)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(hint)
        self.hide()

    def _dress(self) -> None:
        self.line.setFont(sans(10.5 * look().scale))

    def begin(self) -> None:
        """Wait for a tag."""
        self.line.clear()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the words uncut."""
        if event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
            return
        super().keyPressEvent(event)

    def _on_enter(self) -> None:
        tag = " ".join(self.line.text().split())
        if tag:
            self.done.emit(tag)


class SelectionTools(QObject):
    """Keep the bar or the tag line beside the selected words.

    `cut` carries a span and a tag; `marked` carries a span and a side.
    """

    cut = Signal(object, str)
    marked = Signal(object, str)

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._span: Span | None = None
        self.bar = SelectionBar(view)
        self.tag = TagLine(view)
        self.bar.cut_asked.connect(self.begin_card)
        self.bar.marked.connect(self.mark)
        self.tag.done.connect(self._on_tag)
        self.tag.abandoned.connect(self._on_abandoned)
        view.selected.connect(self._on_selected)
        view.moved.connect(self._place)

    def begin_card(self) -> None:
        """Ask for the tag of a card of the selected words."""
        span = self._view.selection()
        if span is not None:
            self._span = span
            self.bar.hide()
            self.tag.begin()
            self._place()

    def mark(self, side: str) -> None:
        """Mark the selected words as a position."""
        span = self._view.selection()
        if span is not None:
            self._view.drop_selection()
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.marked.emit(span, side)

    def _on_selected(self, span: Span | None) -> None:
        if not self.tag.isHidden():
            if span != self._span:
                self.tag.hide()
            else:
                return
        self.bar.setVisible(span is not None)
        if span is not None:
            self.bar.raise_()
            self._place()

    def _on_tag(self, tag: str) -> None:
        span, self._span = self._span, None
        self.tag.hide()
        self._view.drop_selection()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if span is not None:
            self.cut.emit(span, tag)

    def _on_abandoned(self) -> None:
        self._span = None
        self.tag.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_selected(self._view.selection())

    def _place(self) -> None:
        for panel in (self.bar, self.tag):
            if not panel.isHidden():
                self._put(panel)

    def _put(self, panel: QWidget) -> None:
        ground = self._view.viewport().geometry()
        place = self._view.selection_rect().translated(ground.topLeft())
        if panel is self.tag:
            panel.setFixedWidth(min(ground.width(), int(460 * look().scale)))
            panel.adjustSize()
        else:
            self.bar.fit(ground.width())
        top = place.bottom() + 6
        if top + panel.height() > ground.bottom():
            top = place.top() - panel.height() - 6
        top = max(ground.top(), min(top, ground.bottom() - panel.height()))
        left = max(ground.left(), min(place.left(), ground.right() - panel.width()))
        panel.move(QPoint(left, top))
