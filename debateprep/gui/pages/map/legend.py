"""What the signs and lines of the map mean, drawn as the map draws them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from debateprep.gui.map_paint import MapPainter
from debateprep.gui.pages.briefs.paint import Flow, Says
from debateprep.gui.theme import look
from debateprep.gui.words import term
from debateprep.publishing.map_layout import LEGEND, sample

GAP = 7


class _Entry(Says):
    """One sign with its words."""

    def __init__(self, kind: str, words: str, parent: QWidget) -> None:
        self._items, self._wide = sample(kind)
        super().__init__(words, "small", "mute", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def _room(self) -> int:
        return round(self._wide * look().scale) + GAP

    def sizeHint(self) -> QSize:
        """Return the size of sign and words."""
        words = super().sizeHint()
        return QSize(words.width() + 14, max(words.height(), round(18 * look().scale)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign before the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, self.height() / 2)
        painter.scale(look().scale, look().scale)
        MapPainter(look().theme.colour).draw(painter, self._items)

    def dress(self) -> None:
        """Leave the room that the sign takes at this size."""
        self.setContentsMargins(self._room(), 0, 0, 0)


class Legend(Flow):
    """The legend of the map, in lines as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Legend"))
        self._entries = [_Entry(kind, term(words), self) for kind, words in LEGEND]
        self.put(list[QWidget](self._entries))
        look().changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        for entry in self._entries:
            entry.dress()
        self.arrange()
