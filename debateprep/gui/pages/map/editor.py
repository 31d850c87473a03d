"""Words of the map that are edited where they stand, and an answer that is written where it will stand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from debateprep.domain.argument_map import MapNode, NodeKind
from debateprep.gui.pages.briefs.desk import Once
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.paint import Says
from debateprep.gui.pages.map.desk import MapDesk
from debateprep.gui.pages.map.view import MapView
from debateprep.gui.theme import look
from debateprep.gui.words import term
from debateprep.publishing.map_layout import GAPS, WIDTHS

LEAST_WIDTH = 230
_SHEET = "QFrame#mapEditor {{ background: {panel}; border: 1px solid {line}; border-radius: 8px; }}"


class MapEditor(QObject):
    """One field at a time over the map; it stays with its card while the map moves under it.

    `written` carries the argument of an answer that was written, `ended` tells that the field is gone.
    """

    written = Signal(int)
    ended = Signal()

    def __init__(self, desk: MapDesk, view: MapView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._key = ""
        self._target = ""
        self._argument = 0
        self._once: Once | None = None
        self._frame: QFrame | None = None
        self._field: Field | None = None
        view.moved.connect(self.follow)
        look().changed.connect(self.follow)

    @property
    def is_open(self) -> bool:
        """Tell whether something is edited."""
        return self._frame is not None

    @property
    def field(self) -> Field | None:
        """Return the field, while there is one."""
        return self._field

    def edit(self, node: MapNode) -> None:
        """Edit what a node says."""
        self.close()
        name = self.tr("Title") if node.kind is NodeKind.SECTION else self.tr("Claim")
        self._open(name, "", node.text)
        self._key = node.key
        self.follow()
        self._show()

    def write_answer(self, target: MapNode) -> None:
        """Write an answer to an argument."""
        self.close()
        side = term(target.side.other.label)
        caption = f"{target.side.other.sign} " + self.tr("{side} answers").format(side=side)
        self._open(self.tr("{side} answer").format(side=side), caption, "")
        self._target = target.key
        number = target.id
        self._once = Once(
            self,
            lambda text, merge, made: self._desk.answer(number, text, merge, made),
            self._desk.set_claim,
        )
        self._once.born.connect(self._on_born)
        self.follow()
        self._show()

    def _open(self, name: str, caption: str, text: str) -> None:
        frame = QFrame(self._view.viewport())
        frame.setObjectName("mapEditor")
        frame.setStyleSheet(_SHEET.format_map(look().theme.colours))
        frame.setCursor(Qt.CursorShape.ArrowCursor)
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 5, 8, 6)
        column.setSpacing(2)
        if caption:
            column.addWidget(Says(caption, "caps", "mute", frame))
        field = Field(name, frame, kind="claim", required=True)
        field.setPlaceholderText(self.tr("What do they say to it?") if caption else "")
        field.reset(text)
        field.committed.connect(self._on_committed)
        field.left.connect(self._on_left)
        field.blurred.connect(self._on_blurred)
        field.height_changed.connect(self.follow)
        column.addWidget(field)
        self._frame, self._field = frame, field

    def _show(self) -> None:
        if self._frame is not None and self._field is not None:
            self._view.show_rect(self._frame.geometry())
            self._frame.show()
            self._frame.raise_()
            self._field.edit_all()

    @Slot()
    def follow(self) -> None:
        """Stand where the words are, or where the answer will be."""
        frame, field = self._frame, self._field
        if frame is None or field is None:
            return
        if self._argument and (written := self._desk.node_of(self._argument)) is not None:
            self._key, self._target, self._argument = written.key, "", 0
        self._view.edited = self._key
        place = self._over(self._key) if self._key else self._beside(self._target)
        if place is None:
            return
        wide = max(LEAST_WIDTH * max(1.0, look().scale), place.width() + 16)
        frame.setFixedWidth(round(wide))
        frame.setStyleSheet(_SHEET.format_map(look().theme.colours))
        field.setFixedWidth(round(wide) - 18)
        above = sum(each.sizeHint().height() + 2 for each in frame.findChildren(Says))
        frame.setFixedHeight(above + field.height() + 13)
        frame.move(round(place.left() - 9), round(place.top() - 6))

    def _over(self, key: str) -> QRectF | None:
        card = self._view.card(key)
        if card is None:
            return None
        words = card.words.moved(card.x, card.y)
        return self._view.place(words.x, words.y, words.width, words.height)

    def _beside(self, key: str) -> QRectF | None:
        """Return where the next answer to a node will stand: right of it, below those it has."""
        card, seen = self._view.card(key), self._desk.seen
        if card is None or seen is None:
            return None
        below = [self._view.card(child.key) for child in seen.part.children.get(key, [])]
        feet = [child.y + child.height for child in below if child is not None]
        top = max(feet) + GAPS.between if feet else card.y
        return self._view.place(card.x + card.width + GAPS.across, top, WIDTHS[NodeKind.ARGUMENT], 40)

    # What the field says

    @Slot(str, str)
    def _on_committed(self, text: str, merge: str) -> None:
        if self._once is not None:
            self._once.commit(text, merge)
        elif (node := self._desk.node(self._key)) is not None:
            self._desk.set_text(node, text, merge)

    @Slot(int)
    def _on_born(self, argument: int) -> None:
        # The field may be gone, or another answer begun, when what it kept is there.
        if self.sender() is self._once:
            self._argument = argument
        self.written.emit(argument)

    @Slot(bool)
    def _on_left(self, _kept: bool) -> None:
        self.close()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_blurred(self) -> None:
        self.close()

    @Slot()
    def close(self) -> None:
        """Save what was typed, and take the field away."""
        frame, field, self._frame = self._frame, self._field, None
        if frame is None or field is None:
            return
        field.flush()
        self._field, self._once, self._key, self._target, self._argument = None, None, "", "", 0
        self._view.edited = ""
        frame.hide()
        frame.deleteLater()
        self._view.viewport().update()
        self.ended.emit()
