"""The sections of a brief, to be printed or left out."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

PORTION = 50
"""How many boxes are made in one turn."""


class _Title(QLabel):
    """The words beside a box, which tick it too."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.click()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its release comes here too."""
        event.accept()


class SectionBoxes(QWidget):
    """A box for each section. `changed` carries the names of those to print, empty for all; all go when none is left.

    `replaced` tells that there are other boxes now.
    """

    changed = Signal(object)
    replaced = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sections: tuple[tuple[str, str], ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._boxes: list[QCheckBox] = []
        self._rows: dict[QCheckBox, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._none = QLabel(self.tr("This brief has no sections yet."), self)
        self._none.setWordWrap(True)
        self._column.addWidget(self._none)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)

    def boxes(self) -> list[QCheckBox]:
        """Return the boxes in their order, as far as there are boxes yet."""
        return list(self._boxes)

    def choose(self, names: tuple[str, ...]) -> None:
        """Show the sections of these names as chosen, all for none, without a signal."""
        self._chosen = names
        for box, (name, _) in zip(self._boxes, self._sections, strict=False):
            blocked = QSignalBlocker(box)
            box.setChecked(not names or name in names)
            del blocked

    def show_sections(self, sections: tuple[tuple[str, str], ...]) -> None:
        """Offer these sections, each its name and its words; chosen ones that are gone are chosen no more."""
        if sections != self._sections:
            for box in self._boxes:
                row = self._rows.pop(box)
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._sections, self._boxes = sections, []
            self._none.setVisible(not sections)
            self._go_on()
        known = tuple(name for name, _ in sections if name in self._chosen)
        if sections and known != self._chosen:
            self.choose(known)
            self.changed.emit(known)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the boxes that nobody could see until now."""
        super().showEvent(event)
        self._soon.start()

    @Slot()
    def _on_soon(self) -> None:
        if self.isVisible() and len(self._boxes) < len(self._sections):
            self._go_on()

    def _go_on(self) -> None:
        """Make the next boxes, and more in the next turn: a large topic has a thousand."""
        here = len(self._boxes)
        self._boxes += [self._box(*each) for each in self._sections[here : here + PORTION]]
        self.choose(self._chosen)
        self.replaced.emit()
        self._soon.start()

    def _box(self, name: str, words: str) -> QCheckBox:
        row = QWidget(self)
        box = QCheckBox(row)
        box.setAccessibleName(words)
        box.toggled.connect(partial(self._on_toggled, name))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        # A box's own words do not wrap, and titles are long.
        line.addWidget(_Title(words, box), 1)
        self._column.addWidget(row)
        self._rows[box] = row
        return box

    def _on_toggled(self, name: str, on: bool) -> None:
        every = [each for each, _ in self._sections]
        kept = set(self._chosen or every) | {name} if on else set(self._chosen or every) - {name}
        names = tuple(each for each in every if each in kept)
        if len(names) in (0, len(every)):
            names = ()
        self.choose(names)
        self.changed.emit(names)
