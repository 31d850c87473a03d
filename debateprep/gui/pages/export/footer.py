"""The foot of the Print / Export dialog: what came of it, how far it is, and the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget


class ExportFooter(QWidget):
    """Message, progress with its Cancel, the count of pages, and the buttons that print and save."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.hide()
        self.show_folder = QPushButton(self.tr("Show in &folder"))
        self.show_folder.setProperty("look", "link")
        self.show_folder.hide()
        self.class_set = QPushButton(self.tr("Save a &whole class set…"))
        self.class_set.setProperty("look", "link")
        self.class_set.setAutoDefault(False)
        self.class_set.setToolTip(
            self.tr("Into a folder: handouts on three levels for both sides, their keys, and the strips.")
        )
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.hide()
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.print_button = QPushButton(self.tr("&Print…"))
        self.save_button = QPushButton(self.tr("Save P&DF…"))
        self.save_button.setProperty("look", "primary")
        self.save_button.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 20, 14)
        column.setSpacing(8)
        column.addWidget(self.message)
        column.addWidget(self.show_folder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.class_set, 0, Qt.AlignmentFlag.AlignLeft)
        working, buttons = QHBoxLayout(), QHBoxLayout()
        self._last_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        working.addWidget(self.progress, 1)
        working.addWidget(self.stop)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        self._last_row.addWidget(self.count, 1)
        self._last_row.addLayout(buttons)
        for row in (working, buttons, self._last_row):
            row.setSpacing(8)
        column.addLayout(working)
        column.addLayout(self._last_row)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order that Tab goes through them."""
        return [self.show_folder, self.class_set, self.stop, self.print_button, self.save_button]

    def fit(self, width: int) -> None:
        """Put count and buttons into one row where `width` has room for both, else into two."""
        words = self.count.fontMetrics().horizontalAdvance(self.count.text())
        needed = 56 + words + self.print_button.sizeHint().width() + self.save_button.sizeHint().width()
        way = QBoxLayout.Direction.LeftToRight if needed <= width else QBoxLayout.Direction.TopToBottom
        self._last_row.setDirection(way)
