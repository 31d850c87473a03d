"""Something to do once a widget has been painted, so that what is slow does not come between a person and the words."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_MS = 1000
"""A widget that nobody sees is never painted: then it is done after this time."""


class AfterPaint(QObject):
    """Calls a slot once, in the turn of the event loop after the widget's next paint."""

    def __init__(self, widget: QWidget, slot: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._slot: Callable[[], None] | None = slot
        widget.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._timer.timeout.connect(self._act)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look out for the paint."""
        if watched is self._widget and event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        slot, self._slot = self._slot, None
        self.deleteLater()
        if slot is not None:
            slot()
