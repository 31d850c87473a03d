"""The rebuttal panel's box "If they reply": the frontline of the answer in view, line by line."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from debateprep.gui.models.board import AnswerView, ArgumentView, Board
from debateprep.gui.pages.briefs.boxes import Box
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.paint import LinkButton, Says
from debateprep.gui.words import term


class ReplyLine(QWidget):
    """One reply in the exchange: who says it (a press goes there), its words, and a hole where nothing meets it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answer = self._target = self._open = 0
        self._go = LinkButton("", "")
        self._go.clicked.connect(self._on_go)
        self.write = LinkButton(self.tr("○ no answer yet. Write one"), self.tr("Answer this reply"))
        self.write.clicked.connect(self._on_write)
        self.field = Field(self.tr("Reply"), self, required=True)
        self.field.committed.connect(self._on_committed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._go)
        column.addWidget(self.field)
        column.addWidget(self.write)

    def show_reply(self, board: Board, answer: AnswerView, words: str) -> None:
        """Show an answer in the exchange."""
        side = board.arguments[answer.answering].side
        self._answer, self._target = answer.id, answer.target
        self._go.setText(words.format(side=term(side.label)) + " · " + term(answer.response.value))
        self._go.setAccessibleName(self.tr("Show this reply's rebuttal card"))
        self._go.set_role(side.value)
        self.field.show_text(board.we_say(answer))
        self.field.setAccessibleName(words.format(side=term(side.label)))
        self.set_open(0)

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        return [self._go, self.field, self.write]

    def set_open(self, argument: int) -> None:
        """Show that nothing meets the reply's argument yet; 0 where something does."""
        self._open = argument
        self.write.setVisible(bool(argument))

    @Slot()
    def _on_go(self) -> None:
        self._desk.select(self._target, self._answer)

    @Slot()
    def _on_write(self) -> None:
        self._desk.write_to(self._open)

    @Slot(str, str)
    def _on_committed(self, text: str, merge: str) -> None:
        self._desk.set_we_say(self._answer, text, merge)


class ReplyBox(Box):
    """What is said against our answer and what we then say, with "Write one" while nothing is."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(self.tr("If they reply"), parent)
        self._desk = desk
        self._lines: dict[int, ReplyLine] = {}
        self._none = Says(self.tr("No frontline yet."), "body", "mute")
        self.write = LinkButton(self.tr("Write one"), self.tr("Write a frontline"), bold=True)
        self.write.clicked.connect(self._on_write)
        self._rows = QVBoxLayout()
        self.column.addLayout(self._rows)
        row = QHBoxLayout()
        row.setSpacing(0)
        # Added empty, as the row above: PySide keeps what stands in a layout that is added when it is full.
        self.column.addLayout(row)
        row.addWidget(self._none)
        row.addWidget(self.write)
        row.addStretch(1)

    def show_replies(self, board: Board, own: ArgumentView) -> None:
        """Show the replies to an answer's argument, each with what meets it; lines in view keep what is written."""
        wanted: dict[int, ReplyLine] = {}
        for number in own.answers:
            reply = board.answers[number]
            wanted[number] = self._line(board, reply, self.tr("{side} replies"))
            defences = board.arguments[reply.answering].answers
            for defence in defences:
                wanted[defence] = self._line(board, board.answers[defence], self.tr("{side} then says"))
            wanted[number].set_open(0 if defences else reply.answering)
        for number, line in self._lines.items():
            if number not in wanted:
                line.hide()
                line.deleteLater()
        self._lines = wanted
        for line in wanted.values():
            self._rows.removeWidget(line)
            self._rows.addWidget(line)
            line.show()
        self.set_dashed(on=not own.answers)
        self._none.setVisible(not own.answers)
        self.write.setText(self.tr("+ Reply") if own.answers else self.tr("Write one"))
        self.write.updateGeometry()

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        return [*(stop for line in self._lines.values() for stop in line.stops()), self.write]

    def _line(self, board: Board, answer: AnswerView, words: str) -> ReplyLine:
        line = self._lines.get(answer.id) or ReplyLine(self._desk, self)
        line.show_reply(board, answer, words)
        return line

    @Slot()
    def _on_write(self) -> None:
        board = self._desk.board
        if board is not None and self._desk.answer in board.answers:
            self._desk.write_to(board.answers[self._desk.answer].answering)
