"""Record an argument heard in a round: the round, the argument, our answer, and whether that worked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from debateprep.domain.model import Argument, Heard, Round
from debateprep.domain.terms import Outcome, Side
from debateprep.gui.forms.heard import Ui_HeardDialog
from debateprep.gui.words import term

NEW = 0


@dataclass(frozen=True, slots=True)
class RoundChoice:
    """What there is to choose of: the topic's rounds, newest first, and its arguments in reading order."""

    topic_id: int
    rounds: tuple[Round, ...]
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded. `where` is a round's id or a new one; of the words and the ids each stands for the other."""

    where: int | Round
    claim: str = ""
    argument_id: int | None = None
    answer: str = ""
    answering_id: int | None = None
    said: str = ""
    outcome: Outcome = Outcome.UNKNOWN
    notes: str = ""


class HeardDialog(QDialog):
    """Asks for what was heard; a round that is not noted yet is noted with it."""

    def __init__(
        self,
        choice: RoundChoice,
        made: Callable[[Recorded], object],
        parent: QWidget | None,
        argument_id: int = 0,
    ) -> None:
        super().__init__(parent)
        self._choice, self._made, self._first = choice, made, argument_id
        self.ui = Ui_HeardDialog()
        self.ui.setupUi(self)
        self._ok = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Record"))
        self._ok.setProperty("look", "primary")
        for each in choice.rounds:
            against = self.tr("{name}, against {other}").format(name=each.name, other=each.opponent)
            self.ui.round.addItem(against if each.opponent else each.name, each.id)
        self.ui.round.addItem(self.tr("A new round"), NEW)
        for side in (Side.PRO, Side.CON):
            self.ui.side.addItem(f"{side.sign} {term(side.label)}", side.value)
        for outcome in Outcome:
            self.ui.outcome.addItem(term(outcome.value), outcome.value)
        self.ui.name.setText(self.tr("Round {n}").format(n=len(choice.rounds) + 1))
        if choice.rounds:
            self.ui.side.setCurrentIndex(self.ui.side.findData(choice.rounds[0].side.value))
        self._on_round()
        self._list()
        self._start()
        self.ui.round.currentIndexChanged.connect(self._on_round)
        self.ui.side.currentIndexChanged.connect(self._list)
        for field in (self.ui.name, self.ui.argument.lineEdit(), self.ui.answer.lineEdit()):
            if field is not None:
                field.textChanged.connect(self._on_changed)
        self.accepted.connect(self._on_accepted)
        self._on_changed()
        self.ui.argument.setFocus()

    @property
    def side(self) -> Side:
        """Return the side that was ours."""
        return Side(str(self.ui.side.currentData()))

    def _start(self) -> None:
        first = next((each for each in self._choice.arguments if each.id == self._first), None)
        if first is None:
            return
        if first.side is self.side:
            self.ui.round.setCurrentIndex(self.ui.round.findData(NEW))
            self.ui.side.setCurrentIndex(self.ui.side.findData(first.side.other.value))
            self._on_round()
            self._list()
        self.ui.argument.setCurrentIndex(self.ui.argument.findData(first.id))

    @Slot()
    def _on_round(self) -> None:
        debated = next((each for each in self._choice.rounds if each.id == self.ui.round.currentData()), None)
        fields = self.ui
        for field in (fields.name, fields.side, fields.opponent):
            fields.form.setRowVisible(field, debated is None)
        # A round whose side was not noted is asked for it by what it takes an argument from.
        if debated is not None and debated.side is not Side.NEITHER:
            fields.side.setCurrentIndex(fields.side.findData(debated.side.value))
        self._on_changed()

    @Slot()
    def _list(self) -> None:
        for box, side in ((self.ui.argument, self.side.other), (self.ui.answer, self.side)):
            typed = box.currentText() if box.currentIndex() < 0 else ""
            box.clear()
            for each in self._choice.arguments:
                if each.side is side:
                    box.addItem(each.short, each.id)
            box.setCurrentIndex(-1)
            box.setEditText(typed)
        self._hint(self.ui.argument, self.tr("in a few words, or choose one"))
        self._hint(self.ui.answer, self.tr("optional; in a few words, or choose one"))

    @staticmethod
    def _hint(box: QComboBox, words: str) -> None:
        line = box.lineEdit()
        if line is not None:
            line.setPlaceholderText(words)

    @Slot()
    def _on_changed(self) -> None:
        new = self.ui.round.currentData() == NEW
        named = bool(self.ui.name.text().strip()) or not new
        self._ok.setEnabled(named and bool(self.ui.argument.currentText().strip()))
        words, number = _chosen(self.ui.answer)
        self.ui.keep.setEnabled(bool(words) and number is None)

    @Slot()
    def _on_accepted(self) -> None:
        fields = self.ui
        claim, argument = _chosen(fields.argument)
        words, answering = _chosen(fields.answer)
        keep = fields.keep.isChecked()
        self._made(
            Recorded(
                self._where(),
                claim,
                argument,
                words if keep else "",
                answering,
                "" if keep else words,
                Outcome(str(fields.outcome.currentData())),
                fields.notes.text().strip(),
            )
        )

    def _where(self) -> int | Round:
        number = int(self.ui.round.currentData())
        if number != NEW:
            return number
        name, opponent = self.ui.name.text().strip(), self.ui.opponent.text().strip()
        return Round(topic_id=self._choice.topic_id, name=name, side=self.side, opponent=opponent)


class HeardAgainDialog(HeardDialog):
    """Changes what was recorded of an argument heard: our words, how they went, and notes."""

    def __init__(
        self, choice: RoundChoice, heard: Heard, changed: Callable[[Heard], object], parent: QWidget | None
    ) -> None:
        super().__init__(choice, lambda _recorded: None, parent)
        self.setWindowTitle(self.tr("Edit what was heard"))
        self._ok.setText(self.tr("Keep changes"))
        self._heard, self._changed = heard, changed
        fields = self.ui
        fields.round.setCurrentIndex(fields.round.findData(heard.round_id))
        argument = next((each for each in choice.arguments if each.id == heard.argument_id), None)
        if argument is not None:
            fields.side.setCurrentIndex(fields.side.findData(argument.side.other.value))
            self._list()
        fields.argument.setCurrentIndex(fields.argument.findData(heard.argument_id))
        fields.answer.setCurrentIndex(fields.answer.findData(heard.answering_id) if heard.answering_id else -1)
        if heard.answering_id is None:
            fields.answer.setEditText(heard.said)
        fields.outcome.setCurrentIndex(fields.outcome.findData(heard.outcome.value))
        fields.notes.setText(heard.notes)
        for field in (fields.round, fields.argument):
            field.setEnabled(False)
        fields.answer.setEnabled(heard.answering_id is None)
        for row in (fields.name, fields.side, fields.opponent, fields.keep):
            fields.form.setRowVisible(row, False)  # noqa: FBT003 - Qt's own
        fields.outcome.setFocus()

    @Slot()
    def _on_accepted(self) -> None:
        fields, heard = self.ui, self._heard
        said = heard.said if heard.answering_id else fields.answer.currentText().strip()
        outcome = Outcome(str(fields.outcome.currentData()))
        self._changed(replace(heard, said=said, outcome=outcome, notes=fields.notes.text().strip()))


def _chosen(box: QComboBox) -> tuple[str, int | None]:
    """Return the words of a box, or the id of what was chosen in it with no words."""
    words = " ".join(box.currentText().split())
    at = box.currentIndex()
    if at >= 0 and " ".join(box.itemText(at).split()) == words:
        return "", int(box.itemData(at))
    return words, None
