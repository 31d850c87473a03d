"""A line to write in, dressed as those of the dialogs, for pages."""

from PySide6.QtWidgets import QLineEdit, QWidget

from debateprep.gui.shell_style import field_sheet
from debateprep.gui.theme import look


class LineField(QLineEdit):
    """A line to write in that follows the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look().changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setStyleSheet(field_sheet(look().theme))
