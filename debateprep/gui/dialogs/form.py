"""A dialog that a page opens by itself, dressed as those that the window opens."""

from PySide6.QtWidgets import QDialog

from debateprep.gui.scroll_bars import dress
from debateprep.gui.shell_style import dress_form
from debateprep.gui.theme import look


class FormDialog(QDialog):
    """A dialog that follows the theme."""

    def follow_theme(self) -> None:
        """Dress all that is in it now, and again with every change of the theme."""
        look().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        dress(self)
        dress_form(self)
