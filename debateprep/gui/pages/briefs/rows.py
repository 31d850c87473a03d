"""The rows of a brief's column: painted, walked by arrows, edited where they stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QByteArray, QMimeData, QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from debateprep.gui.models.shelf import MIME
from debateprep.gui.pages.briefs.desk import Once
from debateprep.gui.pages.briefs.field import Field, caret_to_end
from debateprep.gui.pages.briefs.paint import Flow, LinkButton, Pill, Type, Words, flow, ring
from debateprep.gui.theme import look
from debateprep.gui.widgets.utf16 import to_python

Save = Callable[[str, str, str], None]
"""Keep a field's words: field, text, merge key."""


class Host(Protocol):
    """What a row asks of the column it stands in."""

    def row_key(self, row: Row, event: QKeyEvent) -> bool:
        """Do what a key means; False leaves it to others."""

    def row_focused(self, row: Row) -> None:
        """Learn that a row has the focus."""

    def row_menu(self, row: Row, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row."""

    def row_edited(self, row: Row, *, on: bool) -> None:
        """Learn that editing in a row ended; `on` is True by Enter."""

    def row_pill(self, row: Row, key: str) -> None:
        """Do what a pill offers."""

    def row_clicked(self, row: Row, modifiers: Qt.KeyboardModifier) -> None:
        """Choose a row by itself, or with others."""

    def row_drag(self, row: Row) -> list[tuple[str, int]]:
        """Return the keys of all rows that are dragged with one."""


@dataclass
class Block:
    """A text of a row; one with a `name` can be edited."""

    words: Words
    name: str = ""
    gap: float = 2
    rect: QRectF = field(default_factory=QRectF)


def payload(**what: object) -> QMimeData:
    """Return what is dragged, for this program alone."""
    data = QMimeData()
    data.setData(MIME, QByteArray(json.dumps(what).encode()))
    return data


def payload_of(data: QMimeData) -> dict[str, object]:
    """Return what was dragged; empty for anything of another program."""
    if not data.hasFormat(MIME):
        return {}
    found = json.loads(bytes(data.data(MIME).data()))
    return found if isinstance(found, dict) else {}


class Row(QWidget):
    """One row: `key` is what it shows, `section` and `index` where that stands."""

    resized = Signal()

    def __init__(self, key: tuple[str, int], host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.host = host
        self.section = 0
        self.index = 0
        self.item = 0
        self.indent = 0
        self.gap = 8
        self.picked = False
        self.by_mouse = False
        look().changed.connect(self.update)

    def height_for(self, _width: int) -> int:
        """Return the height at a width."""
        return 0

    def stops(self) -> list[QWidget]:
        """Return what of the row takes the focus when it is walked to, from left to right."""
        return [self]

    @property
    def is_in_use(self) -> bool:
        """Tell whether it is written in, pressed or dragged, and so stays a widget wherever it stands."""
        return False

    def set_picked(self, *, on: bool) -> None:
        """Show that the row is chosen together with others."""
        if on is not self.picked:
            self.picked = on
            self.setAccessibleDescription(self.tr("chosen") if on else "")
            self.update()


class TextRow(Row):
    """Words that only say something: a notice, an empty state."""

    def __init__(self, key: tuple[str, int], host: Host, parent: QWidget) -> None:
        super().__init__(key, host, parent)
        self._words = Words("", "line", "mute")

    def show_text(self, text: str) -> None:
        """Show words."""
        if text != self._words.text:
            self._words = Words(text, "line", "mute")
            self.setAccessibleName(text)
            self.update()

    def height_for(self, width: int) -> int:
        """Return the height of the words."""
        return round(self._words.height(width)) + 4

    def stops(self) -> list[QWidget]:
        """Take no focus."""
        return []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        self._words.draw(QPainter(self), 0, 0, self.width())


class LinkRow(Row):
    """Commands in words, where what they make will stand."""

    def __init__(self, key: tuple[str, int], host: Host, parent: QWidget) -> None:
        super().__init__(key, host, parent)
        self._flow = Flow(self)
        self._links: dict[str, LinkButton] = {}

    def show_links(self, links: list[tuple[str, str, str]]) -> None:
        """Show (key, words, accessible name) each as a link that works like a pill."""
        wanted: dict[str, LinkButton] = {}
        for key, words, name in links:
            button = self._links.get(key)
            if button is None:
                button = LinkButton(words, name, wraps=True)
                button.setProperty("key", key)
                button.clicked.connect(self._on_clicked)
            button.setText(words)
            button.setAccessibleName(name)
            wanted[key] = button
        if wanted != self._links:
            self._links = wanted
            self._flow.put(list(wanted.values()))

    @Slot()
    def _on_clicked(self) -> None:
        self.host.row_pill(self, str(self.sender().property("key")))

    def height_for(self, width: int) -> int:
        """Return the height of the links."""
        self._flow.setGeometry(0, 0, width, self._flow.minimumHeight())
        self._flow.arrange()
        return self._flow.minimumHeight()

    def stops(self) -> list[QWidget]:
        """Each link takes the focus."""
        return list(self._links.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk on with the arrows, which a link leaves to its row."""
        if not self.host.row_key(self, event):
            super().keyPressEvent(event)


class WordRow(Row):
    """A painted row of words and pills, any named words of which can be edited in place."""

    left, top, right, bottom = 0.0, 2.0, 0.0, 2.0

    def __init__(self, key: tuple[str, int], host: Host, parent: QWidget, save: Save) -> None:
        super().__init__(key, host, parent)
        self._save = save
        self.blocks: list[Block] = []
        self.pills: list[Pill] = []
        self._editor: Field | None = None
        self._editing = ""
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)

    # Measures

    def height_for(self, width: int) -> int:
        """Place the words and pills for a width and return the height."""
        inner = width - self.left - self.right
        y = self.top
        for number, block in enumerate(self.blocks):
            y += block.gap if number else 0
            editor = self._editor if block.name and block.name == self._editing else None
            if editor is not None:
                editor.setFixedWidth(round(inner) + 8)
                height = float(editor.minimumHeight())
                editor.move(round(self.left) - 4, round(y))
            else:
                height = block.words.height(inner)
            block.rect = QRectF(self.left, y, inner, height)
            y += height
        if self.pills:
            rects = flow([pill.size() for pill in self.pills], self.left, y + 5, inner)
            for pill, rect in zip(self.pills, rects, strict=True):
                pill.rect = rect
            y = max(rect.bottom() for rect in rects)
        return round(y + self.bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words again."""
        super().resizeEvent(event)
        self.height_for(self.width())

    # Drawing

    def paint_frame(self, painter: QPainter) -> None:
        """Draw what lies behind the words."""
        if self.picked:
            painter.setBrush(look().theme.colour("field"))
            ring(painter, QRectF(self.rect()), look().theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), look().theme.colour("accent"), width=1.5)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, words and pills."""
        painter = QPainter(self)
        self.paint_frame(painter)
        for block in self.blocks:
            if not block.name or block.name != self._editing:
                block.words.draw(painter, block.rect.left(), block.rect.top(), block.rect.width())
        for pill in self.pills:
            pill.draw(painter)

    # Editing

    def stored(self, name: str) -> str:
        """Return the words that the library holds for a field."""
        return next((block.words.text for block in self.blocks if block.name == name), "")

    @property
    def is_edited(self) -> bool:
        """Tell whether the user writes in this row."""
        return self._editor is not None

    @property
    def is_in_use(self) -> bool:
        """Tell whether it is written in, pressed or dragged."""
        return self.is_edited or self._dragged or self._pressed is not None

    def typed_at(self) -> int:
        """Return where the cursor is in the words that are edited, in code points from the first; 0 without one."""
        if self._editor is None:
            return 0
        raw = self._editor.document().toRawText()
        return to_python(raw, self._editor.textCursor().position()) - (len(raw) - len(raw.lstrip()))

    def label_of(self, name: str) -> str:
        """Return the accessible name of a field's editor."""
        return name

    def edit(self, name: str = "") -> None:
        """Edit a field, the first unless one is named."""
        name = name or next((block.name for block in self.blocks if block.name), "")
        if not name or (self._editor is not None and self._editing == name):
            return
        self.end_edit()
        block = next((each for each in self.blocks if each.name == name), None)
        if block is None:
            return
        self._editing = name
        editor = Field(self.label_of(name), self, kind=block.words.kind, required=name in ("claim", "title", "text"))
        editor.reset(self.stored(name))
        editor.committed.connect(self._on_committed)
        editor.left.connect(self._on_left)
        editor.blurred.connect(self.end_edit)
        editor.height_changed.connect(self.resized)
        self._editor = editor
        editor.show()
        self.resized.emit()
        self.update()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        caret_to_end(editor)

    @Slot(str, str)
    def _on_committed(self, text: str, merge: str) -> None:
        self._save(self._editing, text, merge)

    @Slot(bool)
    def _on_left(self, on: bool) -> None:
        self.end_edit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.host.row_edited(self, on=on)

    @Slot()
    def end_edit(self) -> None:
        """End editing; what was typed is saved."""
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.flush()
            text = editor.words()
            for block in self.blocks:
                # What was typed stays in view until the library's word comes.
                if block.name == self._editing and text and text != block.words.text:
                    block.words = Words(text, block.words.kind, block.words.role, block.words.lines)
            self._editing = ""
            with QSignalBlocker(editor):
                editor.hide()
            editor.deleteLater()
            self.resized.emit()
            self.update()

    # Mouse, keys and focus

    def choose(self) -> None:
        """Do what being chosen means; nothing here."""

    def drag_payload(self) -> QMimeData | None:
        """Return what a drag of this row carries, or None when it stays."""
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Follow a pill, or get ready to be dragged."""
        pill = self._pill_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and pill is not None:
            self.host.row_pill(self, pill.key)
            return
        if event.button() is Qt.MouseButton.LeftButton:
            together = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
            if together or not self.picked:
                self.host.row_clicked(self, event.modifiers())
            self._pressed = event.position()
        else:
            self._pressed = None
        self.choose()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag; show a hand over a pill."""
        over = self._pill_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        data, grip = self.drag_payload(), self._pressed
        self._pressed = None
        if data is not None:
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.grab(QRect(0, 0, self.width(), min(self.height(), 90))))
            drag.setHotSpot(grip.toPoint())
            self._dragged = True
            drag.exec(Qt.DropAction.MoveAction)
            self._dragged = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be no longer ready to be dragged; a plain click on one of several rows chooses it alone."""
        if self._pressed is not None and self.picked and not event.modifiers():
            self.host.row_clicked(self, event.modifiers())
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the words under the mouse, or the first."""
        if self._pill_at(event.position()) is None:
            hit = (block.name for block in self.blocks if block.name and block.rect.contains(event.position()))
            self.edit(next(hit, ""))

    def _pill_at(self, point: QPointF) -> Pill | None:
        return next((pill for pill in self.pills if pill.rect.contains(point)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask the column what a key means."""
        if not self.host.row_key(self, event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done."""
        self.host.row_menu(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the current row."""
        super().focusInEvent(event)
        self.by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        self.host.row_focused(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()


class DraftRow(Row):
    """A place to write something new, where it will stand; nothing is kept before the first word.

    `entered` tells that Enter was pressed, `closed` that the user is done, True when that was by Enter.
    """

    closed = Signal(bool)
    entered = Signal()

    def __init__(self, name: str, placeholder: str, kind: str, host: Host, parent: QWidget, once: Once) -> None:
        super().__init__(("draft", 0), host, parent)
        self.once = once
        self.field = Field(name, self, kind=kind, placeholder=placeholder, required=True)
        self.field.committed.connect(once.commit)
        self.field.left.connect(self._on_left)
        self.field.blurred.connect(self._on_blurred)
        self.field.height_changed.connect(self.resized)
        self._open = True

    def height_for(self, width: int) -> int:
        """Return the height of the words with the frame."""
        self.field.setFixedWidth(width - 24)
        self.field.move(12, 8)
        return self.field.minimumHeight() + 16

    def stops(self) -> list[QWidget]:
        """Take the focus in the field."""
        return [self.field]

    def renew(self, name: str, placeholder: str, kind: str, once: Once) -> None:
        """Go on with the next thing in the same row, so that not a key is lost."""
        self.field.committed.disconnect(self.once.commit)
        self.once = once
        self.field.committed.connect(once.commit)
        self.field.begin_again(name, placeholder, kind)
        self.resized.emit()

    @Slot(bool)
    def _on_left(self, on: bool) -> None:
        if on:
            self.entered.emit()
        else:
            self.close_draft(entered=False)

    @Slot()
    def _on_blurred(self) -> None:
        self.close_draft(entered=False)

    def close_draft(self, *, entered: bool) -> None:
        """Tell once that the user is done."""
        if self._open:
            self._open = False
            self.closed.emit(entered)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed frame of what is not there yet."""
        painter = QPainter(self)
        painter.setBrush(look().theme.colour("panel"))
        ring(painter, QRectF(self.rect()), look().theme.colour("gap"), dashed=True)


def number_width(number: str) -> float:
    """Return the room that a contention's number takes before its title."""
    return QFontMetricsF(Type.font("title")).horizontalAdvance(number) + 8 if number else 0.0
