"""Three panes beside each other that fold where there is no room: the middle one, and one or none beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from debateprep.gui.pages.read_center import Panes
from debateprep.gui.theme import look
from debateprep.gui.widgets.parts import FlatButton


class FoldingPanes(QWidget):
    """A left, a middle and a right pane with their names; folded, buttons above choose what is shown."""

    def __init__(
        self, panes: list[tuple[str, QWidget]], sides: tuple[int, int], narrow: int, snug: int, parent: QWidget
    ) -> None:
        """Take the panes from left to right; `sides` are the outer widths, below `snug` two are shown, `narrow` one."""
        super().__init__(parent)
        self._left, self._middle, self._right = (pane for _, pane in panes)
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
        beside = self._right if self._front is self._right else self._left
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
