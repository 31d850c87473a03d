"""The commands that change how the window looks: text size, theme, and the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from debateprep.gui.settings import preferences
from debateprep.settings import LIMITS

if TYPE_CHECKING:
    from debateprep.gui.main_window import MainWindow

STEP = 10


class ViewCommands:
    """Mixed into the window's shell; each method is the command of its name."""

    window: MainWindow

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
        state = self.window.windowState()
        self.window.setWindowState(state ^ state.WindowFullScreen)


def _zoom(step: int) -> None:
    low, high = LIMITS["text_size"]
    size = preferences().values.text_size + step if step else 100
    preferences().change(text_size=max(low, min(high, size)))
