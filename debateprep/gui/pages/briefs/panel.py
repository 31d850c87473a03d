"""The rebuttal card of what is selected, every part of it editable in place, and how far each side is answered."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from debateprep.gui.labelling import LabelLine
from debateprep.gui.models.board import AnswerView, ArgumentView, Board
from debateprep.gui.pages.briefs.boxes import Box, CoverageBox, SupportList
from debateprep.gui.pages.briefs.desk import Desk, Once
from debateprep.gui.pages.briefs.exchange import AnswerTabs, ResponseButton
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.held import HeldKeys
from debateprep.gui.pages.briefs.offers import OffersBox
from debateprep.gui.pages.briefs.paint import LinkButton, Says
from debateprep.gui.pages.briefs.ready import ReadyBoxes
from debateprep.gui.pages.briefs.replies import ReplyBox
from debateprep.gui.words import term

Key = tuple[str, int, str]


class RebuttalPanel(QScrollArea):
    """They say, We say, Because, Therefore, If they reply.

    `shelf_wanted` asks for the positions and cards, `left` tells that the user is done here.
    """

    shelf_wanted = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bound: dict[Field, Key] = {}
        self._once: Once | None = None
        self._target = 0
        self._next: Field | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Rebuttal card"))
        self._build()
        desk.shown.connect(self.refresh)
        desk.selected.connect(self._on_selected)
        desk.answering.connect(self._on_answering)
        desk.workspace.failed.connect(self._on_failed)
        self.refresh()

    # Building

    def _build(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        self._title = Says(self.tr("REBUTTAL CARD"), "caps", "mute")
        self._who = Says("", "small", "mute")
        self._who.setWordWrap(True)
        self._who.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title)
        head.addWidget(self._who, 1)
        column.addLayout(head)
        self.tabs = AnswerTabs(inside)
        self.tabs.currentChanged.connect(self._on_tab)
        column.addWidget(self.tabs)
        self.labels = LabelLine(self._desk.workspace, "argument", inside)
        column.addWidget(self.labels)
        self._hint = Says(self.tr("Choose an argument to see what meets it."), "line", "mute")
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)
        self._build_boxes(inside)
        for box in self._boxes:
            column.addWidget(box)
        self.ready = ReadyBoxes(self._desk, inside)
        self.offers = OffersBox(self._desk, inside)
        column.addWidget(self.offers)
        column.addWidget(self.ready)
        column.addSpacing(10)
        self.coverage = CoverageBox(self._desk, inside)
        column.addWidget(self.coverage)
        column.addStretch(1)
        self.setWidget(inside)

    def _build_boxes(self, inside: QWidget) -> None:
        self._they = Box(self.tr("They say"), inside)
        self.they = self._field(self._they, self.tr("They say"), "claim", required=True)
        self._named = Box(self.tr("Short name"), inside)
        self.name_field = self._field(self._named, self.tr("Short name"), hint=self.tr("A few words for block titles"))
        self._we = Box(self.tr("We say"), inside)
        self.response = ResponseButton(self._desk)
        self._we.head.insertWidget(1, self.response)
        self.write = LinkButton("", self.tr("Write an answer"), wraps=True)
        self.write.clicked.connect(self._on_write)
        self.we = self._field(self._we, self.tr("We say"), hint=self.tr("Say the answer in a sentence"), required=True)
        self.we.onward = self._answer_next
        self.we.tabbed = self._on_we_tab
        self._held = HeldKeys(self.we)
        self.we.setToolTip(self.tr("Ctrl+Enter keeps it and goes to the next argument without an answer"))
        self._we.column.addWidget(self.write)
        self._because = Box(self.tr("Because"), inside)
        self.because = self._field(self._because, self.tr("Because"), hint=self.tr("Why this is so"))
        self.supports = SupportList(self._desk, inside)
        self.supports.shelf_wanted.connect(self.shelf_wanted)
        self._because.column.addWidget(self.supports)
        self._therefore = Box(self.tr("Therefore"), inside)
        self.therefore = self._field(self._therefore, self.tr("Therefore"), hint=self.tr("Why it matters"))
        self.reply = ReplyBox(self._desk, inside)
        self._boxes = (self._they, self._named, self._we, self._because, self._therefore, self.reply)

    def _field(self, box: Box, name: str, kind: str = "body", *, hint: str = "", required: bool = False) -> Field:
        field = Field(name, box, kind=kind, placeholder=hint, required=required)
        field.committed.connect(partial(self._on_committed, field))
        field.left.connect(partial(self._on_left, field))
        box.column.addWidget(field)
        return field

    # Showing

    @Slot()
    def refresh(self) -> None:
        """Show the selection as the board has it; a field that is being written in keeps its words."""
        board = self._desk.board
        view = board.arguments.get(self._desk.argument) if board else None
        if self._once is not None and (view is None or self._target != self._desk.argument):
            self._drop_draft()
        answer = board.answers.get(self._desk.answer) if board and self._once is None else None
        self._hint.setVisible(view is None)
        self.tabs.setVisible(view is not None)
        for box in self._boxes:
            box.setVisible(view is not None)
        self.coverage.refresh()
        if board is None or view is None:
            self.labels.hide()
            self._who.setText("")
            self.ready.hide()
            self.offers.rest()
            return
        self._show_tabs(view)
        if answer is not None:
            self._show_answer(board, view, answer)
        elif self._once is not None:
            self._show_draft(view)
        else:
            self._show_argument(view)
        at_argument = answer is None and self._once is None
        self.ready.setVisible(at_argument)
        self.labels.show_thing(view.id if at_argument else 0)
        if at_argument:
            words = board.sides[view.side].words
            self.ready.show_ready(view, words.question, words.questions)
            self.offers.show_offers(view)
        else:
            self.offers.rest()
        self._order_stops()
        if self._next is not None and self._next.isVisible():
            # What waited for it is given before the focus goes there, which ends the waiting.
            field, self._next = self._next, None
            self._held.give(field)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_stops(self) -> None:
        stops = [
            *(self.tabs, self.labels.button, self.they, self.name_field),
            *(self.response, self.we, self.write, self.because),
            *self.supports.stops(),
            self.therefore,
            *self.reply.stops(),
            *self.offers.stops(),
            *self.ready.stops(),
            *(hole.write for hole in self.coverage.holes),
        ]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_tabs(self, view: ArgumentView) -> None:
        current = view.answers.index(self._desk.answer) + 1 if self._desk.answer in view.answers else 0
        room = self.viewport().width() - 26
        self.tabs.show_answers(len(view.answers), current, room, beginning=self._once is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the tabs as there is room."""
        super().resizeEvent(event)
        board = self._desk.board
        view = board.arguments.get(self._desk.argument) if board is not None else None
        if view is not None:
            self._show_tabs(view)

    def _show_argument(self, view: ArgumentView) -> None:
        self._title.setText(self.tr("ARGUMENT"))
        self._who.setText(view.place)
        self._they.set_title(self.tr("Claim"), view.side.value)
        self._bind(self.they, ("argument", view.id, "claim"), view.claim)
        self._bind(self.name_field, ("argument", view.id, "name"), view.name)
        self._show_case(view)
        self.reply.hide()
        other = term(view.side.other.label)
        self._we.set_title(self.tr("{side} says").format(side=other), view.side.other.value)
        self._we.set_dashed(on=not view.answers)
        self.response.hide()
        self.we.hide()
        self.write.show()
        hole = self.tr("○ no {side} answer yet. Write one").format(side=other)
        self.write.setText(self.tr("+ Answer") if view.answers else hole)
        self.write.updateGeometry()

    def _show_case(self, view: ArgumentView) -> None:
        self._bind(self.because, ("argument", view.id, "warrant"), view.warrant)
        self._bind(self.therefore, ("argument", view.id, "impact"), view.impact)
        self.supports.show_supports(view)

    def _show_meeting(self, view: ArgumentView) -> None:
        self._title.setText(self.tr("REBUTTAL CARD"))
        told = self.tr("{side} answers {place}").format(side=term(view.side.other.label), place=self._targets(view))
        self._who.setText(told)
        self._they.set_title(self.tr("They say"), view.side.value)
        self._bind(self.they, ("argument", view.id, "claim"), view.claim)
        self._named.hide()
        self._we.set_dashed(on=False)
        self.write.hide()
        self.we.show()

    def _targets(self, view: ArgumentView) -> str:
        """Return what the answer in view meets: one argument, or a group by its name."""
        board = self._desk.board
        answer = board.answers.get(self._desk.answer) if board is not None else None
        group_of = self._desk.group_of if self._once is not None else None
        draft = group_of.name if group_of is not None else ""
        group = draft or (answer.grouped_as if answer is not None else "")
        if not group:
            return view.place
        return self.tr("{side} {group} together").format(side=term(view.side.label), group=group)

    def _show_answer(self, board: Board, view: ArgumentView, answer: AnswerView) -> None:
        own = board.arguments[answer.answering]
        self._show_meeting(view)
        self._we.set_title(self.tr("We say ·"), own.side.value)
        self.response.show()
        self.response.show_answer(answer, own.side)
        self._bind(self.we, ("answer", answer.id, ""), board.we_say(answer))
        self._show_case(own)
        self.reply.show_replies(board, own)

    def _show_draft(self, view: ArgumentView) -> None:
        self._show_meeting(view)
        self._we.set_title(self.tr("We say"), view.side.other.value)
        self.response.hide()
        for box in (self._because, self._therefore, self.reply):
            box.hide()

    # Fields

    def _bind(self, field: Field, key: Key, text: str) -> None:
        if self._bound.get(field) == key:
            field.show_text(text)
        else:
            field.flush()
            self._bound[field] = key
            field.reset(text)

    def _on_committed(self, field: Field, text: str, merge: str) -> None:
        kind, number, name = self._bound.get(field, ("", 0, ""))
        if kind == "argument":
            self._desk.set_words(number, name, text, merge)
        elif kind == "answer":
            self._desk.set_we_say(number, text, merge)
        elif kind == "draft" and self._once is not None:
            self._once.commit(text, merge)

    # A new answer

    @Slot(int)
    def _on_answering(self, target: int) -> None:
        self._drop_draft()
        self._next = None
        self._target = target
        self._once = Once(
            self,
            lambda text, merge, made: self._desk.add_answer(target, text, merge, made),
            self._desk.set_we_say,
        )
        self._once.born.connect(self._on_born)
        self.we.flush()
        self._bound[self.we] = ("draft", target, "")
        self.we.reset("")
        self.refresh()
        self.we.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.we, 0, 60)

    @Slot(int)
    def _on_born(self, number: int) -> None:
        # The same field goes on as the answer's own, so that the cursor stays where it is.
        once, self._once = self._once, None
        if once is not None and self._bound.get(self.we) == ("draft", self._target, ""):
            self._bound[self.we] = ("answer", number, "")
            if self._desk.argument == self._target:
                self._desk.answer = number
            once.deleteLater()

    def _drop_draft(self) -> None:
        if self._once is not None:
            if self._once.is_empty and self.we.words():
                self.we.flush()
            if self._once is not None and self._once.is_empty:
                self._once = None
                self._bound.pop(self.we, None)
            elif self._once is not None:
                # Its words are on the way: what is born is shown when it is chosen.
                self._once.born.disconnect(self._on_born)
                self._once = None
                self._bound.pop(self.we, None)

    # What the user does

    @Slot()
    def _on_selected(self) -> None:
        if self._once is not None and (self._desk.argument != self._target or self._desk.answer):
            self._drop_draft()
        self.refresh()

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        board = self._desk.board
        if board is None or self._desk.argument not in board.arguments:
            return
        answers = board.arguments[self._desk.argument].answers
        if index <= len(answers):
            self._drop_draft()
            self._desk.select(self._desk.argument, answers[index - 1] if index else 0)
            self.refresh()

    @Slot()
    def _on_write(self) -> None:
        self._desk.write_to(self._desk.argument)

    def _on_left(self, field: Field, on: bool) -> None:
        # Enter goes on to the next part; Escape stays with the words that stood there, or gives a new answer up.
        if on and field is self.we and not self.because.isVisible():
            self._go_on()
        elif on:
            field.focusNextChild()
        elif field is self.we and self._once is not None and self._once.is_empty:
            self._drop_draft()
            self.refresh()
            self._desk.want("argument", self._target)
        else:
            self.left.emit()

    def _go_on(self) -> None:
        """Go on to the reasons of a new answer as soon as they are there; an empty one has none."""
        if self.we.words():
            self._next = self.because
            self._held.hold()

    def _on_we_tab(self, step: int) -> bool:
        """Let Tab go where Enter goes, as what stands below a new answer is about to change."""
        if step < 0 or self._once is None or not self.we.words():
            return False
        self.we.flush()
        self._go_on()
        return True

    @Slot()
    def _on_failed(self) -> None:
        if self._next is not None:
            self._next = None
            self._held.give(self.we)

    def _answer_next(self) -> None:
        """Go on to the next argument of the same side that nothing answers yet, or back when there is none."""
        board = self._desk.board
        number = self._desk.argument
        if board is None or number not in board.arguments or (self._once is not None and self._once.is_empty):
            return
        side = board.arguments[number].side
        order = [each for each in board.arguments.values() if each.side is side and each.number]
        here = next((index for index, each in enumerate(order) if each.id == number), -1)
        found = next((each.id for each in order[here + 1 :] if not each.answers), 0)
        if found:
            self._desk.write_to(found)
        else:
            self.left.emit()
