"""Three panes beside each other that fold where there is no room: the middle one, and one or none beside it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from debateprep.gui.theme import look
from debateprep.gui.widgets.parts import FlatButton

FIRST = 100
"""The stretch of what gets its room before the rest."""


class FoldingPanes(QWidget):
    """A left, a middle and a right pane with their names; folded, buttons above choose what is shown."""

    def __init__(
        self,
        panes: list[tuple[str, QWidget]],
        beside: QWidget,
        *,
        sides: tuple[int, int],
        narrow: int,
        snug: int,
        parent: QWidget,
    ) -> None:
        """Take the panes from left to right; `sides` are the outer widths.

        Below `snug` the middle one stays with `beside` unless the other is wanted, below `narrow` one alone.
        """
        super().__init__(parent)
        self._left, self._middle, self._right = (pane for _, pane in panes)
        self._beside = beside
        self._sides, self._narrow, self._snug = sides, narrow, snug
        self._most = 3
        self._front = self._middle
        self._panes = Panes(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._tabs = QWidget()
        line = QHBoxLayout(self._tabs)
        line.setContentsMargins(8, 4, 8, 4)
        self._buttons: list[tuple[FlatButton, QWidget]] = []
        for at, (name, pane) in enumerate(panes):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(at, int(pane is self._middle))
            button = FlatButton(name)
            button.setCheckable(True)
            button.clicked.connect(self._on_tab)
            line.addWidget(button)
            self._buttons.append((button, pane))
        line.addStretch()
        self._tabs.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._tabs)
        whole.addWidget(self._panes, 1)
        look().changed.connect(self._on_look_changed)
        self._on_look_changed()

    def bring(self, pane: QWidget) -> None:
        """Show a pane where it is folded away."""
        self._front = pane
        if self._most < 3:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def _on_look_changed(self) -> None:
        left, right = (int(each * look().scale) for each in self._sides)
        self._panes.setSizes([left, max(300, self.width() - left - right), right])
        self._fold()

    def _fold(self) -> None:
        scale = look().scale
        most = 1 if self.width() < self._narrow * scale else 2 if self.width() < self._snug * scale else 3
        if most != self._most:
            self._most = most
            self._show()

    def _show(self) -> None:
        self._tabs.setVisible(self._most < 3)
        beside = self._beside if self._front is self._middle else self._front
        all_three = (self._left, self._middle, self._right)
        shown = {1: (self._front,), 2: (self._middle, beside)}.get(self._most, all_three)
        for button, pane in self._buttons:
            pane.setVisible(pane in shown)
            button.setVisible(pane is not self._middle or self._most == 1)
            button.setChecked(pane in shown)

    def _on_tab(self) -> None:
        for button, pane in self._buttons:
            if button is self.sender():
                self.bring(pane)


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


class Panes(QSplitter):
    """Panes with a hairline between them."""

    def createHandle(self) -> QSplitterHandle:
        """Return the hairline."""
        return _Hairline(self.orientation(), self)


class _Hairline(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().theme.colour("line"))
        painter.end()
