"""The commands that change how the window looks: text size and theme."""

from PySide6.QtCore import Slot

from debateprep.gui.settings import preferences
from debateprep.settings import LIMITS

STEP = 10


class ViewCommands:
    """Mixed into the window; each method is the command of its name."""

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


def _zoom(step: int) -> None:
    low, high = LIMITS["text_size"]
    size = preferences().values.text_size + step if step else 100
    preferences().change(text_size=max(low, min(high, size)))
