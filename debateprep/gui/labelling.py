"""Labels on whatever is in view: a menu to choose them, and a line that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from debateprep.domain.changes import Changes
from debateprep.domain.labels import colour_of, names
from debateprep.domain.model import Label
from debateprep.gui.later import later
from debateprep.gui.latest import Latest
from debateprep.gui.widgets.label_marks import LabelChip, mark_icon
from debateprep.gui.widgets.parts import FlatButton, WrapLayout
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import selections
    from debateprep.storage.library import Library
else:
    selections = later("debateprep.services.selections")

Thing = tuple[str, int]
"""A thing by its kind ("argument", "card", "position") and id."""


LABELS = frozenset({"label", "labellink"})
"""The kinds of which an edit changes what labels are seen."""


class LabelMenu(QObject):
    """Fills a menu with every label, ticked where all of the things have it; what is chosen is stored at once.

    It lives as long as the menu; the edits belong to the window, for the menu may be gone when they are done.
    """

    def __init__(self, menu: QMenu, workspace: Workspace, things: Sequence[Thing], window: QWidget) -> None:
        super().__init__(menu)
        self._menu, self._workspace, self._things, self._window = menu, workspace, tuple(things), window
        self._new = menu.addAction(self.tr("New label…"))
        self._new.triggered.connect(self._ask)
        menu.addAction(self.tr("Edit labels…")).triggered.connect(workspace.labels_wanted)
        workspace.read(menu, partial(_read, self._things), self._fill)

    def _fill(self, found: Sequence[tuple[Label, bool]]) -> None:
        for label, there in found:
            action = QAction(mark_icon(colour_of(label)), label.name.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(there)
            action.triggered.connect(partial(self._put, label.name, not there))
            self._menu.insertAction(self._new, action)
        if found:
            self._menu.insertSeparator(self._new)

    def _put(self, name: str, on: bool, _ticked: bool = False) -> None:
        things = self._things
        if on:
            self._workspace.edit(self._window, lambda library: selections.add_label(library, name, things))
        else:
            self._workspace.edit(self._window, lambda library: selections.remove_label(library, name, things))

    def _ask(self) -> None:
        asked = QInputDialog(self._window)
        asked.setWindowTitle(self.tr("New label"))
        asked.setLabelText(self.tr("Label"))
        things, space, window = self._things, self._workspace, self._window

        def put(name: str) -> None:
            if name.strip():
                space.edit(window, lambda library: selections.add_label(library, name, things))

        asked.textValueSelected.connect(put)
        asked.finished.connect(asked.deleteLater)
        asked.open()


def _read(things: Sequence[Thing], library: Library) -> list[tuple[Label, bool]]:
    with library.read() as reader:
        on = [set(selections.labels_on(reader, kind, {number}).get(number, ())) for kind, number in things]
        return [(label, all(label in some for some in on)) for label in selections.labels(reader)]


def offer_labels(workspace: Workspace, thing: Thing, window: QWidget, at: QPoint) -> QMenu:
    """Show the labels of a thing in a menu of their own."""
    menu = QMenu(window)
    menu.setAccessibleName(window.tr("Labels"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    LabelMenu(menu, workspace, [thing], window)
    menu.popup(at)
    return menu


class LabelLine(QWidget):
    """The labels of one thing in chips, and a button to change them; it follows the library by itself."""

    shown = Signal()

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._kind, self._number = workspace, kind, 0
        self._reading = Latest(workspace, self)
        self.labels: tuple[Label, ...] = ()
        self._line = WrapLayout(self)
        self.button = FlatButton(self.tr("+ label"), "plain")
        self.button.setToolTip(self.tr("Choose labels (Ctrl+Alt+B)"))
        self.button.clicked.connect(self.offer)
        self._line.addWidget(self.button)
        workspace.changed.connect(self._on_changed)
        self._name()

    def show_thing(self, number: int) -> None:
        """Show the labels of another thing, 0 for none."""
        if number != self._number:
            self._number = number
            self._show(())
            self._read()
        self.setVisible(bool(number))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & LABELS:
            self._read()

    def _read(self) -> None:
        self._reading.drop()
        if self._number and self._workspace.is_open:
            self._reading.read(partial(_of, self._kind, self._number), self._show)

    def _show(self, labels: tuple[Label, ...]) -> None:
        if labels != self.labels:
            self.labels = labels
            while self._line.count() > 1:
                item = self._line.takeAt(0)
                chip = item.widget() if item is not None else None
                if chip is not None:
                    chip.hide()
                    chip.deleteLater()
            button = self._line.takeAt(0)
            for label in labels:
                chip = LabelChip(label, parent=self)
                self._line.addWidget(chip)
                chip.show()
            if button is not None:
                self._line.addItem(button)
            self._line.invalidate()
            self.updateGeometry()
            self._name()
        self.shown.emit()

    def _name(self) -> None:
        said = names(self.labels)
        self.button.setAccessibleName(self.tr("Labels: {names}").format(names=said) if said else self.tr("Add a label"))

    @Slot()
    def offer(self) -> None:
        """Show the labels in a menu."""
        if self._number:
            at = self.button.mapToGlobal(QPoint(0, self.button.height()))
            offer_labels(self._workspace, (self._kind, self._number), self.window(), at)


def _of(kind: str, number: int, library: Library) -> tuple[Label, ...]:
    with library.read() as reader:
        return selections.labels_on(reader, kind, {number}).get(number, ())
