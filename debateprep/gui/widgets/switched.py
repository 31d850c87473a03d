"""Some pages in one place, with a line of buttons above that choose which is shown."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from debateprep.gui.widgets.parts import FlatButton


class Switched(QWidget):
    """Pages by their places, one at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget()
        self._buttons: list[FlatButton] = []
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        self._line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._line)
        column.addWidget(self._stack, 1)

    def add(self, name: str, page: QWidget) -> None:
        """Take a page in under a name."""
        place = self._stack.addWidget(page)
        button = FlatButton(name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.bring(place))
        self._line.insertWidget(place, button)
        self._buttons.append(button)
        self.bring(self._stack.currentIndex())

    def rename(self, place: int, name: str) -> None:
        """Give a page another name."""
        button = self._buttons[place]
        button.setText(name)
        button.setAccessibleName(name)
        button.updateGeometry()

    def bring(self, place: int) -> None:
        """Show a page."""
        self._stack.setCurrentIndex(place)
        for at, button in enumerate(self._buttons):
            button.setChecked(at == place)

    @property
    def place(self) -> int:
        """Return which page is shown."""
        return self._stack.currentIndex()
