"""What a debate format says of the round beside its speeches: preparation, what may be brought in, cites, a note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from debateprep.domain.formats import LONGEST_SPEECH, Format
from debateprep.domain.reading_time import clock
from debateprep.domain.terms import Brings
from debateprep.gui.words import term


def seconds_of(words: str) -> int:
    """Return the seconds of "4:00" or of whole minutes; raise ValueError for anything else."""
    minutes, _, rest = words.strip().partition(":")
    found = int(minutes) * 60 + (int(rest) if rest else 0)
    if not 0 <= found <= LONGEST_SPEECH or (rest and not 0 <= int(rest) < 60):
        raise ValueError(words)
    return found


class RoundPage(QWidget):
    """Fields of a Format that stand once; `edited` tells that something is different now."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = self._time(self.tr("Preparation before the round"))
        self.during = self._time(self.tr("Preparation in the round, a side"))
        self.brings = QComboBox()
        for each in Brings:
            said = term(each.value)
            self.brings.addItem(said[:1].upper() + said[1:], each.value)
        self.brings.setAccessibleName(self.tr("What may be brought in"))
        self.more = self._line(self.tr("More about that"))
        self.cites = QCheckBox(self.tr("Cites are written out in full, as on cards that are handed over"))
        self.note = self._line(self.tr("Note"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 4, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Preparation &before"), self.before)
        form.addRow(self.tr("Preparation &in the round"), self.during)
        form.addRow(self.tr("May be b&rought in"), self.brings)
        form.addRow(self.tr("&More about that"), self.more)
        form.addRow("", self.cites)
        form.addRow(self.tr("N&ote"), self.note)
        self.brings.activated.connect(self.edited)
        self.cites.clicked.connect(self.edited)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.textEdited.connect(self.edited)
        return line

    def _time(self, name: str) -> QLineEdit:
        line = self._line(name)
        line.setPlaceholderText(self.tr("none"))
        line.setToolTip(self.tr("Minutes, or minutes and seconds as 2:30"))
        line.editingFinished.connect(lambda: self._settle(line))
        return line

    @staticmethod
    def _settle(line: QLineEdit) -> None:
        """Write a time as the others are, or what stood there before where it is none."""
        line.setProperty("seconds", _time_of(line))
        _show_time(line)

    def show_format(self, form: Format) -> None:
        """Show a format's fields."""
        for line, time in ((self.before, form.preparation_before), (self.during, form.preparation_during)):
            line.setProperty("seconds", time)
            _show_time(line)
        self.brings.setCurrentIndex(self.brings.findData(form.brings.value))
        self.more.setText(form.brings_note)
        self.cites.setChecked(form.written_cites)
        self.note.setText(form.note)
        for line in (self.more, self.note):
            line.setCursorPosition(0)

    def applied(self, form: Format) -> Format:
        """Return a format with the fields as they stand here; a time that is none keeps what it was."""
        return replace(
            form,
            preparation_before=_time_of(self.before),
            preparation_during=_time_of(self.during),
            brings=Brings(str(self.brings.currentData())),
            brings_note=" ".join(self.more.text().split()),
            written_cites=self.cites.isChecked(),
            note=" ".join(self.note.text().split()),
        )


def _time_of(line: QLineEdit) -> int:
    try:
        return seconds_of(line.text() or "0")
    except ValueError:
        return int(line.property("seconds") or 0)


def _show_time(line: QLineEdit) -> None:
    seconds = int(line.property("seconds") or 0)
    line.setText(clock(seconds) if seconds else "")
