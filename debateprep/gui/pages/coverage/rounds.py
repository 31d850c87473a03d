"""The round log beside the table: rounds with what was heard in them, edited and deleted where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from debateprep.domain.model import Heard, Round
from debateprep.domain.terms import Outcome
from debateprep.gui.later import later
from debateprep.gui.models.lines import Line
from debateprep.gui.widgets.line_list import LineList
from debateprep.gui.widgets.parts import FlatButton, Words, WrapLayout
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import rounds
else:
    rounds = later("debateprep.services.rounds")


class RoundsPane(QWidget):
    """The list; a line's key is the Round or the Heard that it shows."""

    record_asked = Signal()
    edit_asked = Signal(object)
    argument_asked = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.none = Words(
            self.tr("No rounds yet. After a round, record what was heard: it becomes an argument of the other side."),
            "mute",
            9.0,
        )
        self.list = LineList(self.tr("Rounds"))
        self.list.entered_line.connect(self._on_entered)
        self.list.removed_line.connect(self.remove)
        self.list.menu_wanted.connect(self.show_menu)
        self.record = FlatButton(self.tr("Record an argument heard…"), "link")
        self.record.setToolTip(self.tr("Round, opponent, argument, our answer, did it work (Ctrl+Shift+R)"))
        self.record.clicked.connect(self.record_asked)
        self.edit = FlatButton(self.tr("Edit…"))
        self.edit.clicked.connect(self._on_edit)
        self.trash = FlatButton(self.tr("Move to trash"), "plain")
        self.trash.clicked.connect(self._on_trash)
        self._ways = QWidget()
        line = WrapLayout(self._ways)
        line.addWidget(self.edit)
        line.addWidget(self.trash)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(self._ways)
        column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show the rounds."""
        self.list.show_lines(lines)
        self.none.setVisible(not lines)
        self.list.setVisible(bool(lines))
        self._tell()

    def _tell(self) -> None:
        line = self.list.current()
        self._ways.setVisible(line is not None and line.key is not None)

    def _on_entered(self, line: Line) -> None:
        if isinstance(line.key, Heard):
            self.argument_asked.emit(line.key.argument_id)
        else:
            self.edit_asked.emit(line.key)

    def _on_edit(self) -> None:
        line = self.list.current()
        if line is not None:
            self.edit_asked.emit(line.key)

    def _on_trash(self) -> None:
        line = self.list.current()
        if line is not None:
            self.remove(line)

    def remove(self, line: Line) -> None:
        """Move a round, or what was heard, to the trash; the arguments stay."""
        key = line.key
        if isinstance(key, Round):
            self._workspace.edit(self, lambda library: rounds.remove(library, key.id))
        elif isinstance(key, Heard):
            self._workspace.edit(self, lambda library: rounds.forget(library, key.id))

    def show_menu(self, line: Line, at: QPoint) -> None:
        """Offer what can be done with a line; for what was heard, how our answer went."""
        key = line.key
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Round"))
        if isinstance(key, Heard):
            for outcome in Outcome:
                action = menu.addAction(self.tr("Our answer: {how}").format(how=term(outcome.value)))
                action.setCheckable(True)
                action.setChecked(key.outcome is outcome)
                action.triggered.connect(lambda _on=False, outcome=outcome: self._judge(key.id, outcome))
            menu.addSeparator()
            menu.addAction(self.tr("Open the argument in Briefs")).triggered.connect(
                lambda: self.argument_asked.emit(key.argument_id)
            )
        menu.addAction(self.tr("Edit…")).triggered.connect(lambda: self.edit_asked.emit(key))
        menu.addAction(self.tr("Move to trash")).triggered.connect(lambda: self.remove(line))
        menu.popup(at)

    def _judge(self, number: int, outcome: Outcome) -> None:
        self._workspace.edit(self, lambda library: rounds.judge(library, number, outcome))
