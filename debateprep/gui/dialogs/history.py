"""History and trash: go back to any point, and bring back what was thrown away, whatever was done since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from debateprep.domain.changes import How, Step, Trashed
from debateprep.gui.later import later
from debateprep.gui.latest import Latest
from debateprep.gui.models.lines import Line
from debateprep.gui.widgets.line_list import LineList
from debateprep.gui.widgets.parts import Words
from debateprep.gui.widgets.switched import Switched
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import history, trash
    from debateprep.storage.library import Library
else:
    history, trash = (later(f"debateprep.services.{name}") for name in ("history", "trash"))

STEPS = 500
# What is meant when several things went at one moment: the first of these among them.
KINDS: tuple[str, ...] = (
    "topic",
    "source",
    "brief",
    "section",
    "argument",
    "position",
    "card",
    "round",
    "answer",
    "label",
)
KINDS += ("savedfilter", "ownformat", "question", "line", "heard", "support", "item", "positionlink")
HIDDEN = {"labellink", "sourcetext"}
"""What only hangs on something else."""
NAMES = {
    "topic": "Topics",
    "source": "Sources",
    "brief": "Briefs",
    "section": "Sections",
    "argument": "Arguments",
    "position": "Positions",
    "card": "Cards",
    "round": "Rounds",
    "answer": "Answers",
    "label": "Labels",
    "savedfilter": "Saved filters",
    "ownformat": "Formats of your own",
    "question": "Questions",
    "line": "Lines",
    "heard": "What was heard",
    "support": "Supports",
    "item": "Places in briefs",
    "positionlink": "Links between positions",
}


class HistoryDialog(QDialog):
    """The named steps, and the trash by kind; both follow what is done meanwhile."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        # What is read outlives a dialog that is closed meanwhile, and then tells nobody.
        self._owner: QWidget = parent or self
        self._reading, self._telling = Latest(workspace, self._owner), Latest(workspace, self._owner)
        self.setWindowTitle(self.tr("History and trash"))
        self.resize(620, 520)
        self.steps = LineList(self.tr("Steps"), ground="panel")
        self.trash = LineList(self.tr("Trash"), ground="panel")
        self.detail = Words("", "mute", 8.5)
        self.go = self._button(self.tr("&Go to this point"), self._on_go, primary=True)
        self.undelete = self._button(self.tr("&Bring back what it threw away"), self._on_undelete)
        # Until the step in view is known to have thrown something away.
        self.undelete.setEnabled(False)
        self.restore = self._button(self.tr("&Restore"), self._on_restore, primary=True)
        self.pages = Switched()
        hint = self.tr("Nothing is lost by going back: until you do something else, you can go forward again.")
        self.pages.add(self.tr("Steps"), self._page(hint, self.steps, (self.undelete, self.go), self.detail))
        kept = self.tr("What you delete is kept for 30 days. What went with it comes back with it; later work stays.")
        self.pages.add(self.tr("Trash"), self._page(kept, self.trash, (self.restore,)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.addWidget(self.pages)
        self.steps.selectionModel().currentChanged.connect(self._on_step)
        self.trash.selectionModel().currentChanged.connect(self._tell)
        self.steps.entered_line.connect(self._on_go)
        self.trash.entered_line.connect(self._on_restore)
        self.finished.connect(self._on_finished)
        workspace.changed.connect(self._read)
        self._tell()
        self._read()

    def _button(self, words: str, slot: object, *, primary: bool = False) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if primary:
            button.setProperty("look", "primary")
        button.clicked.connect(slot)
        return button

    def _page(self, hint: str, lines: LineList, buttons: Iterable[QPushButton], *more: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(Words(hint, "mute", 9.0))
        column.addWidget(lines, 1)
        for each in more:
            column.addWidget(each)
        row = QHBoxLayout()
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        column.addLayout(row)
        return page

    # Reading

    @Slot()
    def _on_finished(self) -> None:
        self._reading.drop()
        self._telling.drop()

    @Slot()
    def _read(self) -> None:
        self._reading.read(_load, self._show)

    def _show(self, found: tuple[list[Step], list[Trashed]]) -> None:
        steps, gone = found
        self.steps.show_lines(_step_lines(steps))
        self.trash.show_lines(_trash_lines(gone))
        if not self.steps.currentIndex().isValid():
            self.steps.pick(1 + sum(each.undone for each in steps))
        if not self.trash.currentIndex().isValid():
            self.trash.pick(1)
        self._tell()

    @Slot()
    def _on_step(self) -> None:
        line = self.steps.current()
        self.detail.setText("")
        self._tell()
        self.undelete.setEnabled(False)
        if line is None or not isinstance(line.key, Step):
            return
        self._telling.read(partial(_told, line.key.id), self._show_touched)

    def _show_touched(self, told: tuple[str, bool]) -> None:
        words, threw = told
        self.detail.setText(words)
        self.undelete.setEnabled(threw)

    @Slot()
    def _tell(self) -> None:
        line = self.steps.current()
        self.go.setEnabled(line is not None and line.key is not None)
        chosen = self.trash.current()
        self.restore.setEnabled(chosen is not None and isinstance(chosen.key, Trashed))

    # Doing

    @Slot()
    def _on_go(self) -> None:
        line = self.steps.current()
        if line is not None and line.key is not None:
            number = line.key.id if isinstance(line.key, Step) else 0
            self._workspace.edit(self._owner, lambda library: history.go_to(library, number), history=True)

    @Slot()
    def _on_undelete(self) -> None:
        line = self.steps.current()
        if line is not None and isinstance(line.key, Step):
            number = line.key.id
            self._workspace.edit(self._owner, lambda library: history.restore_deleted(library, number))

    @Slot()
    def _on_restore(self) -> None:
        line = self.trash.current()
        if line is not None and isinstance(line.key, Trashed):
            kind, number = line.key.kind, line.key.id
            self._workspace.edit(self._owner, lambda library: trash.restore(library, trash.kind(kind), number))


def _load(library: Library) -> tuple[list[Step], list[Trashed]]:
    return history.steps(library, STEPS), trash.content(library)


def _told(number: int, library: Library) -> tuple[str, bool]:
    found = history.detail(library, number)
    shown = [each for each in found.touched if each.kind not in HIDDEN][:3]
    said = [f"{term(each.how.value)}: {_short(each.title) or term(each.kind)}" for each in shown]
    more = len(found.touched) - len(shown)
    if more > 0:
        said.append(_tr("and {n} more").format(n=more))
    threw = not found.step.undone and any(each.how is How.TRASHED for each in found.touched)
    return " · ".join(said), threw


def _step_lines(steps: list[Step]) -> tuple[Line, ...]:
    """Return the steps newest first, with where one is between those undone and those that count."""
    lines: list[Line] = []
    undone = [each for each in steps if each.undone]
    lines += [
        Line(term(each.name), _tr("undone · {when}").format(when=_when(each.at)), quiet=True, key=each)
        for each in undone
    ]
    lines.append(Line(_tr("You are here"), heading=True))
    lines += [Line(term(each.name), _when(each.at), key=each) for each in steps if not each.undone]
    if steps and len(steps) < STEPS:
        lines.append(Line(_tr("Before all of these"), quiet=True, key=0))
    return tuple(lines) if steps else (Line(_tr("Nothing has been done yet"), heading=True),)


def _trash_lines(gone: list[Trashed]) -> tuple[Line, ...]:
    """Return what lies in the trash by kind: a line for all that went at one moment."""
    moments: dict[str, list[Trashed]] = {}
    for each in gone:
        if each.kind not in HIDDEN and each.kind in KINDS:
            moments.setdefault(each.deleted_at, []).append(each)
    by_kind: dict[str, list[Line]] = {}
    for at, some in moments.items():
        first = min(some, key=lambda each: (KINDS.index(each.kind), each.id))
        more = len(some) - 1
        words = _tr("with {n} more · {when}") if more else "{when}"
        line = Line(_short(first.title) or term(first.kind), words.format(n=more, when=_when(at)), key=first)
        by_kind.setdefault(first.kind, []).append(line)
    lines: list[Line] = []
    for kind in KINDS:
        if kind in by_kind:
            lines += [Line(_tr(NAMES[kind]), heading=True), *by_kind[kind]]
    return tuple(lines) or (Line(_tr("The trash is empty"), heading=True),)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 120 else f"{words[:119].rstrip()}…"


def _when(at: str) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(datetime.fromisoformat(at).timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistoryDialog", text)
