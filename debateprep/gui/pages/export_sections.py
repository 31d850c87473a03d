"""The sections of a brief, to be printed or left out."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget


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
                self._column.removeWidget(box)
                box.hide()
                box.deleteLater()
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
        box = QCheckBox(words.replace("&", "&&"), self)
        box.setAccessibleName(words)
        box.setToolTip(words)
        # A long title must not make the whole form wider.
        box.setMinimumWidth(40)
        box.toggled.connect(self._on_toggled)
        self._column.addWidget(box)
        return box

    def _on_toggled(self) -> None:
        names = tuple(name for box, (name, _) in zip(self._boxes, self._sections, strict=True) if box.isChecked())
        if len(names) in (0, len(self._sections)):
            names = ()
        self.choose(names)
        self.changed.emit(names)
