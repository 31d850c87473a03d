"""How far an argument is, how strong, and its labels: entries for the menu of an argument, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from debateprep.domain.changes import Changes
from debateprep.domain.filters import STRONGEST
from debateprep.domain.model import Argument, LabelLink
from debateprep.domain.terms import ArgumentStatus
from debateprep.gui.later import later
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import selections
    from debateprep.storage.library import Library
else:
    selections = later("debateprep.services.selections")


@dataclass(frozen=True, slots=True)
class _Rated:
    """An argument's status and strength, and every label with whether the argument has it."""

    status: ArgumentStatus
    strength: int
    labels: tuple[tuple[str, bool], ...]


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
        self._labels = menu.addMenu(self.tr("Labels"))
        self._labels.setAccessibleName(self.tr("Labels"))
        self._labels.addAction(self.tr("New label…")).triggered.connect(self._ask)
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

    def _tick(self, rated: _Rated) -> None:
        self._statuses[rated.status].setChecked(True)
        self._strengths[rated.strength].setChecked(True)
        before = self._labels.actions()[0]
        for name, there in rated.labels:
            action = QAction(name.replace("&", "&&"), self._labels)
            action.setCheckable(True)
            action.setChecked(there)
            action.triggered.connect(partial(self._label, name, not there))
            self._labels.insertAction(before, action)

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

    def _label(self, name: str, on: bool, _ticked: bool = False) -> None:
        things = [("argument", self._argument)]
        if on:
            self._edit(lambda library: selections.add_label(library, name, things))
        else:
            self._edit(lambda library: selections.remove_label(library, name, things))

    def _ask(self) -> None:
        asked = QInputDialog(self._window)
        asked.setWindowTitle(self.tr("New label"))
        asked.setLabelText(self.tr("Label"))
        argument, space, window = self._argument, self._workspace, self._window

        def put(name: str) -> None:
            if name.strip():
                space.edit(window, lambda library: selections.add_label(library, name, [("argument", argument)]))

        asked.textValueSelected.connect(put)
        asked.finished.connect(asked.deleteLater)
        asked.open()


def _read(argument: int, library: Library) -> _Rated:
    with library.read() as reader:
        found = reader.get(Argument, argument)
        own = {each.label_id for each in reader.all(LabelLink, kind="argument", target_id=argument)}
        labels = tuple((each.name, each.id in own) for each in selections.labels(reader))
    return _Rated(found.status, found.strength, labels)
