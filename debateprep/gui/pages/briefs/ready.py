"""What is ready to be said of the argument in view: questions to put, lines that extend it or weigh its impact."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain.model import Line, Question
from debateprep.domain.terms import LineKind, QuestionKind
from debateprep.gui.models.board import ArgumentView
from debateprep.gui.pages.briefs.boxes import Box
from debateprep.gui.pages.briefs.desk import Desk, Once
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.paint import LinkButton
from debateprep.gui.words import term


class Spoken(QWidget):
    """One question or line: its kind with a menu, and its words to edit; new ones are kept with their first word."""

    def __init__(self, what: str, kind: QuestionKind | LineKind, once: Once, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.once = once
        self._desk = desk
        self._what = what
        self._index = 0
        self.kind = LinkButton(term(kind.value), "", bold=True)
        self.kind.set_role("mute")
        self.kind.setMenu(self._menu())
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.kind)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(1)
        self._column.addLayout(head)
        hint = self.tr("Ask in one sentence") if what == "question" else self.tr("Say it in one sentence")
        self.words = self._field(self.tr("Question") if what == "question" else self.tr("Line"), hint, required=True)
        self.words.committed.connect(once.commit)
        self.more: dict[str, Field] = {}
        if what == "question":
            for name, label, told in (
                ("expect", self.tr("Expected answer"), self.tr("They will say…")),
                ("follow_up", self.tr("Follow-up"), self.tr("Then ask…")),
            ):
                self.more[name] = self._field(label, told)
                self.more[name].committed.connect(partial(self._on_more, name))
        self._name(kind.value)

    def _field(self, name: str, hint: str, *, required: bool = False) -> Field:
        field = Field(name, self, kind="body" if required else "line", placeholder=hint, required=required)
        field.left.connect(partial(self._on_left, field))
        self._column.addWidget(field)
        return field

    def _on_left(self, field: Field, on: bool) -> None:
        # Enter goes on to the next part; Escape stays with the words that stood there.
        parts = [self.words, *self.more.values()]
        here = parts.index(field)
        if on and here + 1 < len(parts):
            parts[here + 1].setFocus(Qt.FocusReason.OtherFocusReason)
        elif on:
            field.focusNextChild()

    def _name(self, kind: str) -> None:
        self.kind.setText(term(kind) + " ▾")
        self.kind.setAccessibleName(self.tr("Kind and place: {kind}").format(kind=term(kind)))
        self.kind.updateGeometry()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        if self._what == "question":
            for kind in QuestionKind:
                menu.addAction(term(kind.value)).setData(kind.value)
            menu.addSeparator()
        for key, words in (("up", self.tr("Move up")), ("down", self.tr("Move down")), ("remove", self.tr("Remove"))):
            menu.addAction(words).setData(key)
        menu.triggered.connect(self._on_menu)
        return menu

    def show_question(self, question: Question, index: int) -> None:
        """Show a stored question."""
        self._index = index
        self._name(question.kind.value)
        self.words.show_text(question.ask)
        self.more["expect"].show_text(question.expect)
        self.more["follow_up"].show_text(question.follow_up)

    def show_line(self, line: Line, index: int) -> None:
        """Show a stored line."""
        self._index = index
        self._name(line.kind.value)
        self.words.show_text(line.text)

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        return [self.kind, self.words, *self.more.values()]

    def _on_more(self, name: str, text: str, merge: str) -> None:
        if self.once.id:
            self._desk.set_question(self.once.id, name, text, merge)
        else:
            self.once.born.connect(lambda number: self._desk.set_question(number, name, text, merge))

    @Slot(QAction)
    def _on_menu(self, action: QAction) -> None:
        number, what = self.once.id, str(action.data())
        if not number:
            return
        if what == "remove":
            self._desk.remove_spoken(self._what, number)
        elif what in ("up", "down"):
            self._desk.move_spoken(self._what, number, self._index + (1 if what == "down" else -1))
        else:
            self._desk.set_question_kind(number, QuestionKind(what))


class ReadyBoxes(QWidget):
    """The questions and the lines of one argument, each with a place to add one."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._argument = 0
        self._rows: dict[tuple[str, int], Spoken] = {}
        self._drafts: list[tuple[str, Spoken]] = []
        self._questions = Box(self.tr("Questions"), self)
        self._lines = Box(self.tr("Extend and weigh"), self)
        self.add_question = LinkButton("", "")
        self.add_question.clicked.connect(self.begin_question)
        self.add_line = LinkButton(self.tr("+ Line ▾"), self.tr("Add a line that extends or weighs it"))
        menu = QMenu(self)
        for kind in LineKind:
            menu.addAction(term(kind.value)).setData(kind.value)
        menu.triggered.connect(self._on_line)
        self.add_line.setMenu(menu)
        for box, button in ((self._questions, self.add_question), (self._lines, self.add_line)):
            box.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._questions)
        column.addWidget(self._lines)

    def show_ready(self, view: ArgumentView, question: str, questions: str) -> None:
        """Show what is ready for an argument, in the format's words for questions; what is written in stays."""
        title = term(questions)
        self._questions.set_title(title[:1].upper() + title[1:], "mute")
        self.add_question.setText(self.tr("+ Question"))
        self.add_question.setAccessibleName(self.tr("Add a {question}").format(question=term(question)))
        if view.id != self._argument:
            self._argument = view.id
            for spoken in [*self._rows.values(), *(draft for _, draft in self._drafts)]:
                _drop(spoken)
            self._rows, self._drafts = {}, []
        for what, draft in list(self._drafts):
            if draft.once.id:
                self._rows[what, draft.once.id] = draft
                self._drafts.remove((what, draft))
        wanted: list[tuple[tuple[str, int], Question | Line]] = []
        wanted += [(("question", each.id), each) for each in view.questions]
        wanted += [(("line", each.id), each) for each in view.lines]
        there = dict(wanted)
        for key in [key for key in self._rows if key not in there]:
            _drop(self._rows.pop(key))
        for index, each in enumerate(view.questions):
            self._place(self._row("question", each), self._questions, index).show_question(each, index)
        for index, line in enumerate(view.lines):
            self._place(self._row("line", line), self._lines, index).show_line(line, index)

    def _row(self, what: str, value: Question | Line) -> Spoken:
        found = self._rows.get((what, value.id))
        if found is None:
            found = self._spoken(what, value.kind)
            found.once.id = value.id
            self._rows[what, value.id] = found
        return found

    @staticmethod
    def _place(spoken: Spoken, box: Box, index: int) -> Spoken:
        # The heading of the box stands before its rows.
        if box.column.indexOf(spoken) != index + 1:
            box.column.removeWidget(spoken)
            box.column.insertWidget(index + 1, spoken)
        spoken.show()
        return spoken

    def _spoken(self, what: str, kind: QuestionKind | LineKind) -> Spoken:
        argument, desk = self._argument, self._desk
        if isinstance(kind, LineKind):
            once = Once(self, lambda text, merge, made: desk.say(argument, kind, text, merge, made), desk.set_line)
        else:
            once = Once(
                self,
                lambda text, merge, made: desk.ask(argument, text, merge, made),
                lambda number, text, merge: desk.set_question(number, "ask", text, merge),
            )
        return Spoken(what, kind, once, desk, self._questions if what == "question" else self._lines)

    def stops(self) -> list[QWidget]:
        """Return what takes the focus, in order."""
        every = [(what, row) for (what, _number), row in self._rows.items()] + self._drafts
        asked = [stop for what, row in every if what == "question" for stop in row.stops()]
        said = [stop for what, row in every if what == "line" for stop in row.stops()]
        return [*asked, self.add_question, *said, self.add_line]

    # Beginning

    @Slot()
    def begin_question(self) -> None:
        """Begin a question."""
        self._begin("question", QuestionKind.CROSSFIRE, self._questions)

    @Slot(QAction)
    def _on_line(self, action: QAction) -> None:
        self.begin_line(LineKind(action.data()))

    def begin_line(self, kind: LineKind) -> None:
        """Begin a line of a kind."""
        self._begin("line", kind, self._lines)

    def _begin(self, what: str, kind: QuestionKind | LineKind, box: Box) -> None:
        spoken = self._spoken(what, kind)
        self._drafts.append((what, spoken))
        box.column.insertWidget(box.column.count() - 1, spoken)
        spoken.show()
        spoken.words.setFocus(Qt.FocusReason.OtherFocusReason)


def _drop(spoken: Spoken) -> None:
    spoken.hide()
    spoken.deleteLater()
