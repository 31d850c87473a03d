"""The bar below the map: its commands as buttons, as many as there is room for; the page's menu has them all."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QToolButton, QWidget

from debateprep.gui.shell_style import switches_sheet
from debateprep.gui.theme import look

SHOWN = ("out", "normal", "in", "fit", "fold", "unfold", "alone", "answer", "brief", "export")
FIRST_OUT = ("unfold", "fold", "brief", "normal", "answer", "alone", "fit", "export", "in", "out")
"""Which buttons go first where there is no room for all."""
_USABLE = "QToolButton {{ color: {ink}; }} QToolButton:disabled {{ color: {mute}; }}"


class MapBar(QFrame):
    """The page's commands as buttons, by their keys."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("switches")
        self._actions = actions
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        # What does not fit is left out, so that the bar never makes the window wider.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumWidth(1)
        for key, words in (("out", "−"), ("in", "+"), ("fit", self.tr("Fit"))):
            actions[key].setIconText(words)
        for key in SHOWN:
            button = QToolButton(self)
            button.setDefaultAction(actions[key])
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(actions[key].text())
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        look().changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setStyleSheet(switches_sheet(look().theme) + _USABLE.format_map(look().theme.colours))
        self.fit()

    def show_zoom(self, zoom: float) -> None:
        """Show the map's zoom."""
        self._actions["normal"].setIconText(self.tr("{} %").format(round(zoom * 100)))
        self.fit()

    def show_alone(self, *, on: bool) -> None:
        """Offer the way out of a branch that is alone, else the way in, on the same button."""
        switch, wanted = self.buttons["alone"], self._actions["whole" if on else "alone"]
        if switch.defaultAction() is not wanted:
            # A button with two actions would offer a menu.
            switch.removeAction(switch.defaultAction())
            switch.setDefaultAction(wanted)
            switch.setAccessibleName(wanted.text())
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave buttons out that have no room."""
        widths = {key: button.sizeHint().width() + 2 for key, button in self.buttons.items()}
        for key in FIRST_OUT:
            if sum(widths.values()) <= self.width() - 18:
                break
            widths.pop(key)
        for key, button in self.buttons.items():
            button.setVisible(key in widths)
