"""A column with a head that takes the room it wants before the rest, up to a share of the height."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

FIRST = 100
"""The stretch of what gets its room before the rest."""


class Headed(QWidget):
    """A column with a head: as high as it wants, up to a share of the column's height, then it scrolls."""

    def __init__(self, parts: list[QWidget], share: float) -> None:
        super().__init__()
        self._share = share
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for part in parts:
            inner.addWidget(part)
        self._body.installEventFilter(self)
        self.head = QScrollArea()
        self.head.setWidget(self._body)
        self.head.setWidgetResizable(True)
        self.head.setFrameShape(QFrame.Shape.NoFrame)
        self.head.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head.setMinimumHeight(1)
        self.column = QVBoxLayout(self)
        # It is first to get room, and no more than its limit.
        self.column.addWidget(self.head, FIRST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height anew when the head wants another one."""
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width = self.width() - self.column.contentsMargins().left() - self.column.contentsMargins().right()
        wanted = self._body.heightForWidth(width)
        wanted = wanted if wanted >= 0 else self._body.sizeHint().height()
        limit = max(1, round(self.height() * self._share))
        # Left to itself, a bar that makes the words wrap and wrapped words that need the bar would go on for ever.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if wanted > limit else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.head.setVerticalScrollBarPolicy(bar)
        self.head.setMaximumHeight(min(wanted, limit))
