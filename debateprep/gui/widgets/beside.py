"""A main pane with one beside it; where there is no room for both, buttons above choose which is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from debateprep.gui.theme import look
from debateprep.gui.widgets.folding import Panes
from debateprep.gui.widgets.parts import FlatButton

Named = tuple[str, QWidget]


class Beside(QWidget):
    """Two panes; `width` is that of the one beside, `narrow` the least width for both, at normal text size."""

    def __init__(self, main: Named, side: Named, *, width: int, narrow: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._narrow = width, narrow
        self._front = 0
        self._folded = False
        self._panes = Panes(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._tabs = QWidget()
        line = QHBoxLayout(self._tabs)
        line.setContentsMargins(8, 4, 8, 4)
        self._buttons: list[FlatButton] = []
        self._both = (main[1], side[1])
        for at, (name, pane) in enumerate((main, side)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(at, int(at == 0))
            button = FlatButton(name)
            button.setCheckable(True)
            button.clicked.connect(lambda _on, at=at: self.bring(at))
            line.addWidget(button)
            self._buttons.append(button)
        line.addStretch()
        self._tabs.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._tabs)
        whole.addWidget(self._panes, 1)
        look().changed.connect(self._on_look)
        self._on_look()

    @property
    def is_folded(self) -> bool:
        """Tell whether one pane is shown at a time."""
        return self._folded

    def bring(self, place: int) -> None:
        """Show the main pane (0) or the one beside (1) where they do not stand together."""
        self._front = place
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def _on_look(self) -> None:
        side = round(self._width * look().scale)
        self._panes.setSizes([max(300, self.width() - side), side])
        self._fold()

    def _fold(self) -> None:
        self._folded = self.width() < self._narrow * look().scale
        self._show()

    def _show(self) -> None:
        self._tabs.setVisible(self._folded)
        for at, (button, pane) in enumerate(zip(self._buttons, self._both, strict=True)):
            pane.setVisible(not self._folded or at == self._front)
            button.setChecked(at == self._front)
