"""A format's outline templates, put into a topic that is there already: what is missing is added, nothing goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from debateprep.domain.formats import SectionPlan
from debateprep.domain.terms import Side
from debateprep.gui.dialogs.following import FollowingDialog
from debateprep.gui.later import later
from debateprep.gui.models.lines import Line
from debateprep.gui.widgets.line_list import LineList
from debateprep.gui.widgets.parts import Words
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import topic_copies
    from debateprep.services.topic_copies import Offered, Stand
    from debateprep.storage.library import Library
else:
    topic_copies = later("debateprep.services.topic_copies")


@dataclass(frozen=True, slots=True)
class Missing:
    """A template, with where each side's sections stand already."""

    offered: Offered
    there: dict[Side, frozenset[Stand]]


class TemplateDialog(FollowingDialog):
    """Shows each template's sections side by side with what is there; Add puts in those that are not."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(workspace, parent)
        self._topic = workspace.topic_id
        self._found: list[Missing] = []
        self.setWindowTitle(self.tr("Add an outline template"))
        self.resize(560, 460)
        self._build()
        workspace.topic_changed.connect(self.close)
        self._tell()
        self.follow(partial(_load, self._topic))

    def _build(self) -> None:
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Template"))
        label = QLabel(self.tr("&Template"))
        label.setBuddy(self.choice)
        self.hint = Words("", "mute", 9.0)
        self.list = LineList(self.tr("Sections of the template"), ground="panel")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("C&lose"))
        self.add = self.buttons.addButton(self.tr("&Add to both briefs"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.add.setProperty("look", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.choice)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.choice.currentIndexChanged.connect(self._tell)
        self.buttons.rejected.connect(self.close)
        self.add.clicked.connect(self._on_add)

    def show_found(self, found: list[Missing]) -> None:
        """Show what was read."""
        before = self.choice.currentData()
        self._found = found
        self.choice.clear()
        for each in found:
            self.choice.addItem(term(each.offered.template.name), each.offered.template.key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(before)))
        self._tell()

    @property
    def chosen(self) -> Missing | None:
        """Return the template in view."""
        at = self.choice.currentIndex()
        return self._found[at] if 0 <= at < len(self._found) else None

    @Slot()
    def _tell(self) -> None:
        chosen = self.chosen
        lines: list[Line] = []
        if chosen is not None:
            for side in (Side.PRO, Side.CON):
                lines.append(Line(f"{side.sign} {term(side.label)}", heading=True))
                lines += self._lines(chosen, chosen.offered.template.sections, side)
        self.list.show_lines(tuple(lines))
        missing = sum(1 for each in lines if not each.heading and not each.quiet)
        self.add.setEnabled(missing > 0)
        self.choice.setEnabled(bool(self._found))
        if chosen is None:
            self.hint.setText(self.tr("The format of this topic has no template."))
        elif missing:
            self.hint.setText(self.tr("What is there already stays as it is; Undo takes the new sections away."))
        else:
            self.hint.setText(self.tr("Every section of this template is there already."))

    def _lines(
        self, chosen: Missing, plans: Sequence[SectionPlan], side: Side, above: tuple[SectionPlan, ...] = ()
    ) -> list[Line]:
        lines: list[Line] = []
        for plan in plans:
            if plan.side in (side, Side.NEITHER):
                stand = ((*above, plan)[0].part, above[-1].title.casefold() if above else "", plan.title.casefold())
                there = stand in chosen.there[side]
                said = self.tr("there already") if there else term(plan.prompt)
                lines.append(Line(f"{'    ' * len(above)}{term(plan.title)}", said, side, quiet=there))
                lines += self._lines(chosen, plan.sections, side, (*above, plan))
        return lines

    @Slot()
    def _on_add(self) -> None:
        chosen, topic = self.chosen, self._topic
        if chosen is not None:
            key = chosen.offered.template.key
            self._workspace.edit(self._owner, lambda library: topic_copies.apply(library, topic, key))


def _load(topic_id: int, library: Library) -> list[Missing]:
    there = topic_copies.standing(library, topic_id)
    return [Missing(each, there) for each in topic_copies.offered(library, topic_id)]
