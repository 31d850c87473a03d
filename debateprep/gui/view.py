"""The commands that change how the window looks: text size, theme, and the whole screen."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMainWindow

from debateprep.gui.actions import CommandGroup
from debateprep.gui.settings import preferences
from debateprep.settings import LIMITS

STEP = 10


class ViewCommands(CommandGroup):
    """The group of these commands."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def _do_zoom_in(self) -> None:
        _zoom(STEP)

    @Slot()
    def _do_zoom_out(self) -> None:
        _zoom(-STEP)

    @Slot()
    def _do_zoom_normal(self) -> None:
        _zoom(0)

    @Slot()
    def _do_theme_system(self) -> None:
        preferences().change(theme="system")

    @Slot()
    def _do_theme_light(self) -> None:
        preferences().change(theme="light")

    @Slot()
    def _do_theme_dark(self) -> None:
        preferences().change(theme="dark")

    @Slot()
    def _do_theme_contrast(self) -> None:
        preferences().change(theme="contrast")

    @Slot()
    def _do_full_screen(self) -> None:
        state = self._window.windowState()
        self._window.setWindowState(state ^ state.WindowFullScreen)


def _zoom(step: int) -> None:
    low, high = LIMITS["text_size"]
    size = preferences().values.text_size + step if step else 100
    preferences().change(text_size=max(low, min(high, size)))
