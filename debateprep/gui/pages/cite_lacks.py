"""What the cite of a source lacks in the debate format of the topic, as chips that open its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from debateprep.gui.later import later
from debateprep.gui.widgets.chips import Chip
from debateprep.gui.widgets.parts import WrapLayout
from debateprep.gui.words import term

if TYPE_CHECKING:
    from debateprep.domain.model import Source
    from debateprep.services import citations
    from debateprep.storage.edit import Reader
else:
    citations = later("debateprep.services.citations")


@dataclass(frozen=True, slots=True)
class Lack:
    """A field of a source that a written cite asks for: its name, the words of the chip, and why it is asked for."""

    field: str
    words: str
    why: str


def lacks(reader: Reader, source: Source, format_key: str) -> tuple[Lack, ...]:
    """Return what a debate format asks for and a source's cite has not; for workers."""
    return tuple(Lack(chip.field, chip.words, chip.why) for chip in citations.missing(reader, source, format_key))


class LackChips(QWidget):
    """A chip for each thing that lacks; `wanted` carries the field whose chip was pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Lack, ...] = ()
        self._line = WrapLayout(self)
        self.hide()

    def show_lacks(self, lacks: tuple[Lack, ...]) -> None:
        """Show what lacks, in order; without any, nothing."""
        if lacks == self._shown:
            return
        self._shown = lacks
        while item := self._line.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for lack in lacks:
            chip = Chip(term(lack.words), dashed=True, pressable=True, parent=self)
            chip.setObjectName(lack.field)
            chip.setToolTip(term(lack.why))
            chip.clicked.connect(self._on_chip)
            self._line.addWidget(chip)
            chip.show()
        self.setVisible(bool(lacks))
        self.updateGeometry()

    def chips(self) -> list[Chip]:
        """Return the chips in order."""
        return [chip for chip in self.findChildren(Chip) if not chip.isHidden()]

    def _on_chip(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.wanted.emit(chip.objectName())
