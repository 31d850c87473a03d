"""What is noted of a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from debateprep.domain.article import PartialDate
from debateprep.domain.model import Round
from debateprep.domain.terms import Side
from debateprep.gui.forms.round import Ui_RoundDialog
from debateprep.gui.words import term


class RoundDialog(QDialog):
    """Shows a round to be changed; its name must be there, and a day that is given must be one."""

    def __init__(self, debated: Round, changed: Callable[[Round], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._round, self._changed = debated, changed
        self.ui = Ui_RoundDialog()
        self.ui.setupUi(self)
        self._ok = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Keep changes"))
        self._ok.setProperty("look", "primary")
        self.ui.side.addItem(self.tr("not noted"), Side.NEITHER.value)
        for side in (Side.PRO, Side.CON):
            self.ui.side.addItem(f"{side.sign} {term(side.label)}", side.value)
        self.ui.side.setCurrentIndex(self.ui.side.findData(debated.side.value))
        for field, words in self._fields(debated):
            field.setText(words)
        self.ui.name.textChanged.connect(self._on_changed)
        self.ui.held.textChanged.connect(self._on_changed)
        self.accepted.connect(self._on_accepted)
        self._on_changed()

    def _fields(self, debated: Round) -> list[tuple[QLineEdit, str]]:
        fields, day = self.ui, debated.held.iso if debated.held else ""
        return [
            (fields.name, debated.name),
            (fields.opponent, debated.opponent),
            (fields.tournament, debated.tournament),
            (fields.judge, debated.judge),
            (fields.held, day),
            (fields.notes, debated.notes),
        ]

    def _day(self) -> PartialDate | None:
        words = self.ui.held.text().strip()
        return PartialDate.of(words) if words else None

    @Slot()
    def _on_changed(self) -> None:
        self._ok.setEnabled(bool(self.ui.name.text().strip()) and self._day_is_one())

    def _day_is_one(self) -> bool:
        try:
            self._day()
        except ValueError:
            return False
        return True

    @Slot()
    def _on_accepted(self) -> None:
        fields = self.ui
        self._changed(
            replace(
                self._round,
                name=fields.name.text().strip(),
                side=Side(str(fields.side.currentData())),
                opponent=fields.opponent.text().strip(),
                tournament=fields.tournament.text().strip(),
                judge=fields.judge.text().strip(),
                held=self._day(),
                notes=fields.notes.text().strip(),
            )
        )
