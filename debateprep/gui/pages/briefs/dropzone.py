"""The ground under the rows of a column: it takes what is dragged, and shows where it would go."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QScrollArea

from debateprep.domain.terms import Side
from debateprep.gui.pages.briefs.column import Column
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.drops import Drop, carry_out, place_at
from debateprep.gui.pages.briefs.rows import payload_of
from debateprep.gui.theme import look


class DropZone(Column):
    """Takes rows, answers and what lies on the shelf."""

    def __init__(self, desk: Desk, side: Side, scroll: QScrollArea) -> None:
        super().__init__(desk, side, scroll)
        self._drop: Drop | None = None
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what belongs here, and what lies on the shelf."""
        self._on_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would stand."""
        self._on_drag(event)
        visible = self.visibleRegion().boundingRect()
        y = event.position().y()
        step = -24 if y < visible.top() + 30 else 24 if y > visible.bottom() - 30 else 0
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + step)

    def _on_drag(self, event: QDragMoveEvent) -> None:
        self._drop = self._place(event.position(), payload_of(event.mimeData()))
        event.setAccepted(self._drop is not None)
        self.update()

    def _place(self, point: QPointF, what: dict[str, object]) -> Drop | None:
        return place_at(self.placed(), point, what, self.side, self.part)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the sign away."""
        super().dragLeaveEvent(event)
        self._drop = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it there."""
        what = payload_of(event.mimeData())
        place = self._place(event.position(), what)
        self._drop = None
        self.update()
        if place is not None:
            event.acceptProposedAction()
            carry_out(self._desk, self.side, what, place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw where a drop would go."""
        if self._drop is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look().theme.colour("accent"), 3))
            mark = self._drop.mark
            if self._drop.onto:
                painter.drawRoundedRect(mark.adjusted(-3, -3, 3, 3), 9, 9)
            else:
                painter.drawLine(mark.topLeft(), mark.topRight())
