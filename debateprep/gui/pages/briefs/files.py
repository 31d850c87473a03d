"""Which of a side's briefs is shown: a button that names it, with a menu to choose, make and name briefs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from debateprep.domain.changes import Changes
from debateprep.domain.model import Brief
from debateprep.domain.sketch import Place
from debateprep.domain.terms import Part, Side
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.widgets.parts import FlatButton
from debateprep.gui.words import term
from debateprep.services import briefs, outlining

if TYPE_CHECKING:
    from debateprep.storage.library import Library

LONGEST = 24
"""So many letters of a brief's title stand on the button."""


class BriefChooser(FlatButton):
    """The button; it says nothing where there is no room and only the main brief to show."""

    def __init__(self, desk: Desk, side: Side, parent: QWidget) -> None:
        super().__init__("", "plain", parent)
        self._desk, self._side = desk, side
        self._files: tuple[Brief, ...] = ()
        self._shown = 0
        self._cramped = False
        menu = QMenu(self)
        # Filled when it opens: an entry may not go while it is what was chosen.
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._name()

    @property
    def is_main(self) -> bool:
        """Tell whether the main brief is shown, or none."""
        return not self._files or self._files[0].id == self._shown

    def show_board(self, board: Board | None) -> None:
        """Show which brief a board shows."""
        self._files = tuple(board.files.get(self._side, ())) if board is not None else ()
        self._shown = board.sides[self._side].brief if board is not None else 0
        self._name()

    def set_cramped(self, *, on: bool) -> None:
        """Tell whether there is little room; then one brief alone needs no button."""
        self._cramped = on
        self.setVisible(bool(self._files) and (len(self._files) > 1 or not on))

    def _called(self, brief: Brief) -> str:
        return brief.title or self.tr("Main brief")

    def _name(self) -> None:
        shown = next((each for each in self._files if each.id == self._shown), None)
        whole = self._called(shown) if shown is not None else self.tr("Main brief")
        self.setText(whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1].rstrip()}…")
        side = term(self._side.label)
        self.setAccessibleName(self.tr("{side} brief shown: {title}").format(side=side, title=whole))
        self.setToolTip(self.tr("Choose, make or name the briefs of this side"))
        self.menu().setAccessibleName(self.accessibleName())
        self.updateGeometry()
        self.set_cramped(on=self._cramped)

    @Slot()
    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for each in self._files:
            words = self._called(each).replace("&", "&&")
            said = self.tr("{title} (main: gives the numbers)").format(title=words) if each.title else words
            action = menu.addAction(said if each.main else words)
            action.setCheckable(True)
            action.setChecked(each.id == self._shown)
            action.triggered.connect(partial(self._show, each.id))
        menu.addSeparator()
        menu.addAction(self.tr("New brief…")).triggered.connect(self.ask_new)
        menu.addAction(self.tr("Rename this brief…")).triggered.connect(self.ask_name)
        if not self.is_main:
            menu.addAction(self.tr("Make this the main brief")).triggered.connect(self.make_main)
            menu.addAction(self.tr("Move this brief to the trash")).triggered.connect(self.remove)

    def _show(self, number: int, _on: bool = True) -> None:
        self._desk.show_brief(self._side, number)

    def offer(self) -> None:
        """Show the menu, also where there is no room for the button."""
        place = QPoint(0, self.height()) if self.isVisible() else QPoint(0, 0)
        self.menu().popup(self.mapToGlobal(place))

    # Doing

    def _ask(self, title: str, words: str, done: Callable[[str], None]) -> None:
        asked = QInputDialog(self.window())
        asked.setWindowTitle(title)
        asked.setLabelText(self.tr("Title"))
        asked.setTextValue(words)
        asked.textValueSelected.connect(done)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    @Slot()
    def ask_new(self) -> None:
        """Ask for the title of a further brief, and show it."""
        topic, side = self._desk.workspace.topic_id, self._side

        def made(changes: Changes) -> None:
            self._desk.show_brief(side, changes.new(Brief))

        def put(title: str) -> None:
            self._desk.edit(lambda library: briefs.add(library, topic, side, title), made)

        self._ask(self.tr("New {side} brief").format(side=term(side.label)), "", put)

    @Slot()
    def ask_name(self) -> None:
        """Ask for another title of the brief that is shown."""
        number = self._shown
        before = next((each.title for each in self._files if each.id == number), "")

        def put(title: str) -> None:
            self._desk.edit(lambda library: briefs.rename(library, number, title))

        self._ask(self.tr("Rename brief"), before, put)

    @Slot()
    def make_main(self) -> None:
        """Let the brief that is shown give the numbers."""
        number = self._shown
        self._desk.edit(lambda library: briefs.make_main(library, number))

    @Slot()
    def remove(self) -> None:
        """Move the brief that is shown to the trash, and show the main one."""
        number = self._shown
        self._desk.show_brief(self._side, 0)
        self._desk.edit(lambda library: briefs.remove(library, number))

    def begin(self, part: Part) -> None:
        """Begin an empty part of the brief that is shown with a section, to be named."""
        place = Place(self._shown, part)
        title = self.tr("New contention") if part is Part.CASE else self.tr("Notes")

        def work(library: Library) -> Changes:
            return outlining.insert_section(library, place, title)

        def made(changes: Changes) -> None:
            self._desk.want("section", dict(changes.created)["section"])

        self._desk.edit(work, made)
