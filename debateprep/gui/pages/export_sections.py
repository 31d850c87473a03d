"""The sections of a brief, to be printed or left out."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget


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

    def boxes(self) -> list[QWidget]:
        """Return the boxes in their order."""
        return list(self._boxes)

    def choose(self, names: tuple[str, ...]) -> None:
        """Show the sections of these names as chosen, all for none, without a signal."""
        self._chosen = names
        for box, (name, _) in zip(self._boxes, self._sections, strict=True):
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
            self._sections = sections
            self._boxes = [self._box(words) for _, words in sections]
            self._none.setVisible(not sections)
            self.choose(self._chosen)
            self.replaced.emit()
        known = tuple(name for name, _ in sections if name in self._chosen)
        if sections and known != self._chosen:
            self.choose(known)
            self.changed.emit(known)

    def _box(self, words: str) -> QCheckBox:
        row = QWidget(self)
        box = QCheckBox(row)
        box.setAccessibleName(words)
        box.toggled.connect(self._on_toggled)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        # A box's own words do not wrap, and titles are long.
        line.addWidget(_Title(words, box), 1)
        self._column.addWidget(row)
        self._rows[box] = row
        return box

    def _on_toggled(self) -> None:
        names = tuple(name for box, (name, _) in zip(self._boxes, self._sections, strict=True) if box.isChecked())
        if len(names) in (0, len(self._sections)):
            names = ()
        self.choose(names)
        self.changed.emit(names)
