"""How far an argument is, how strong, and its labels: entries for the menu of an argument, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from debateprep.domain.changes import Changes
from debateprep.domain.filters import STRONGEST
from debateprep.domain.model import Argument
from debateprep.domain.terms import ArgumentStatus
from debateprep.gui.labelling import LabelMenu
from debateprep.gui.later import later
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import selections
    from debateprep.storage.library import Library
else:
    selections = later("debateprep.services.selections")


class Rating(QObject):
    """Adds Status, Strength and Labels to a menu, and lives as long as it; what holds now is ticked once it is read."""

    def __init__(self, menu: QMenu, workspace: Workspace, argument: int, window: QWidget) -> None:
        super().__init__(menu)
        self._workspace, self._argument, self._window = workspace, argument, window
        self._statuses = self._choice(
            menu, self.tr("Status"), [(term(each.value), each) for each in ArgumentStatus], self._set_status
        )
        strengths = [(self.tr("not rated"), 0), *((f"{n}/{STRONGEST}", n) for n in range(1, STRONGEST + 1))]
        self._strengths = self._choice(menu, self.tr("Strength"), strengths, self._set_strength)
        labels = menu.addMenu(self.tr("Labels"))
        labels.setAccessibleName(self.tr("Labels"))
        LabelMenu(labels, workspace, [("argument", argument)], window)
        workspace.read(menu, partial(_read, argument), self._tick)

    def _choice(
        self, menu: QMenu, name: str, entries: Sequence[tuple[str, object]], act: Callable[[object], None]
    ) -> dict[object, QAction]:
        inner = menu.addMenu(name)
        inner.setAccessibleName(name)
        group = QActionGroup(inner)
        found = {}
        for words, value in entries:
            action = inner.addAction(words)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._on_choice, act, value))
            found[value] = action
        return found

    @staticmethod
    def _on_choice(act: Callable[[object], None], value: object, _on: bool = False) -> None:
        act(value)

    def _tick(self, rated: Argument) -> None:
        self._statuses[rated.status].setChecked(True)
        self._strengths[rated.strength].setChecked(True)

    # Doing; the menu may be gone when it is done.

    def _edit(self, work: Callable[[Library], Changes]) -> None:
        self._workspace.edit(self._window, work)

    def _set_status(self, status: object) -> None:
        if isinstance(status, ArgumentStatus):
            argument = self._argument
            self._edit(lambda library: selections.rate(library, [argument], status=status))

    def _set_strength(self, strength: object) -> None:
        if isinstance(strength, int):
            argument = self._argument
            self._edit(lambda library: selections.rate(library, [argument], strength=strength))


def _read(argument: int, library: Library) -> Argument:
    with library.read() as reader:
        return reader.get(Argument, argument)
