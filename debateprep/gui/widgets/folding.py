"""Panes beside each other that fold where there is no room: all, the main one with another, or one alone."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from debateprep.gui.theme import look
from debateprep.gui.widgets.parts import FlatButton

LEAST_MAIN = 300
"""The least width of the main pane, in pixels."""


class Pane(NamedTuple):
    """A pane, its name on the button that brings it, and its width at normal text size; the main one takes the rest."""

    name: str
    widget: QWidget
    width: int = 0


class FoldingPanes(QWidget):
    """Panes from left to right; folded, buttons above choose what is shown."""

    def __init__(
        self, panes: list[Pane], *, main: QWidget, beside: QWidget, rooms: tuple[int, ...], parent: QWidget
    ) -> None:
        """Take the panes and `rooms`: the least widths, at normal text size, that hold two of them, three and so on.

        Where some are folded away the main one stays, with `beside` unless another is wanted.
        """
        super().__init__(parent)
        self._all = panes
        self._main, self._beside, self._rooms = main, beside, rooms
        self._most = len(panes)
        self._front = main
        self._panes = Panes(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._tabs = QWidget()
        line = QHBoxLayout(self._tabs)
        line.setContentsMargins(8, 4, 8, 4)
        self._buttons = [self._button(pane) for pane in panes]
        for at, (pane, button) in enumerate(zip(panes, self._buttons, strict=True)):
            self._panes.addWidget(pane.widget)
            self._panes.setStretchFactor(at, int(pane.widget is main))
            line.addWidget(button)
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
        if self._most < len(self._all):
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def _button(self, pane: Pane) -> FlatButton:
        button = FlatButton(pane.name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.bring(pane.widget))
        return button

    def _on_look_changed(self) -> None:
        outer = [int(pane.width * look().scale) for pane in self._all]
        main = max(LEAST_MAIN, self.width() - sum(outer))
        self._panes.setSizes(
            [main if pane.widget is self._main else width for pane, width in zip(self._all, outer, strict=True)]
        )
        self._fold()

    def _fold(self) -> None:
        most = 1 + sum(self.width() >= room * look().scale for room in self._rooms)
        if most != self._most:
            self._most = most
            self._show()

    def _show(self) -> None:
        folded = self._most < len(self._all)
        self._tabs.setVisible(folded)
        shown = self._shown()
        for button, pane in zip(self._buttons, self._all, strict=True):
            pane.widget.setVisible(pane.widget in shown)
            button.setVisible(pane.widget is not self._main or self._most == 1)
            button.setChecked(pane.widget in shown)

    def _shown(self) -> list[QWidget]:
        if self._most == len(self._all):
            return [pane.widget for pane in self._all]
        if self._most == 1:
            return [self._front]
        return [self._main, self._beside if self._front is self._main else self._front]


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
