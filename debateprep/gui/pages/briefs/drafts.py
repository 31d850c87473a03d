"""Writing an outline row by row: Enter goes on to the next row, Tab and Shift+Tab choose how deep it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from debateprep.domain.model import Argument, Item, Section
from debateprep.domain.terms import Part, Side
from debateprep.gui.models.board import SectionView
from debateprep.gui.pages.briefs.desk import Desk, Made, Once
from debateprep.gui.pages.briefs.plan import (
    ARGUES,
    ARGUMENT,
    CONTENTION,
    DRAFT,
    MARGIN,
    NOTE,
    SUBPOINT,
    Plan,
    Writing,
)
from debateprep.gui.pages.briefs.rows import DraftRow, Host
from debateprep.gui.words import term
from debateprep.services import arguments, briefs, outlining

if TYPE_CHECKING:
    from debateprep.domain.changes import Changes
    from debateprep.gui.background import Job
    from debateprep.storage.library import Library

_THINGS: dict[str, type] = {CONTENTION: Section, SUBPOINT: Section, ARGUMENT: Argument, NOTE: Item}


@dataclass
class Ref:
    """A section by its id, which a worker fills in when the section is made there; 0 before, and for none at all."""

    id: int = 0
    awaited: bool = False


@dataclass(frozen=True)
class Spot:
    """Where a draft stands: in `home` at `index`, a contention after the whole of it, a note after an `item`."""

    kind: str
    home: Ref = field(default_factory=Ref)
    index: int = 0
    item: int = 0


class Drafts(QObject):
    """The one empty row of a column that is written in, and what becomes of its words.

    `closed` tells that the user is done, True by Enter; `moved` that the row stands elsewhere now.
    """

    closed = Signal(bool)
    moved = Signal()

    def __init__(self, desk: Desk, side: Side, host: Host, body: QWidget) -> None:
        super().__init__(body)
        self._desk = desk
        self._side = side
        self._host = host
        self._body = body
        self.row: DraftRow | None = None
        self.spot = Spot(ARGUMENT)
        self._shown = Spot(ARGUMENT)
        self._made = Ref()
        self._settled = False
        self._at = 0
        self.last: tuple[str, Once] | None = None
        """What was made before in the same row: its kind and its words."""

    # Beginning and ending

    def begin(self, spot: Spot) -> DraftRow:
        """Return a new empty row for a place."""
        self.end()
        name, hint, kind = self._told(spot.kind)
        self.spot = self._shown = spot
        self._settled = False
        self.last = None
        self.row = DraftRow(name, hint, kind, self._host, self._body, self._once(spot))
        self.row.section = spot.home.id
        self.row.indent = self._indent(spot)
        self.row.field.tabbed = self._on_tab
        self.row.closed.connect(self._on_closed)
        self.row.entered.connect(self._on_entered)
        return self.row

    def end(self) -> None:
        """Let the row go; what was typed is kept."""
        row, self.row = self.row, None
        if row is not None:
            row.field.flush()
            row.once.setParent(self._body)
            row.hide()
            row.deleteLater()

    def _told(self, kind: str) -> tuple[str, str, str]:
        side = term(self._side.label)
        if kind == CONTENTION:
            return (
                self.tr("New {side} contention: its title").format(side=side),
                self.tr("Write the contention in a few words"),
                "title",
            )
        if kind == SUBPOINT:
            name = self.tr("New {side} sub-point: its title").format(side=side)
            return name, self.tr("Write the sub-point in a few words"), "title"
        if kind == NOTE:
            return self.tr("New {side} note").format(side=side), self.tr("Write a note"), "body"
        name = self.tr("New {side} argument: its claim").format(side=side)
        return name, self.tr("Write the claim in a sentence"), "claim"

    def _indent(self, spot: Spot) -> int:
        section = self._section(spot.home.id)
        if spot.kind == CONTENTION:
            return 0
        return MARGIN * ((section.depth if section else 0) + 1)

    # Keeping the words

    def _once(self, spot: Spot) -> Once:
        made = self._made = Ref(awaited=True)
        topic, side = self._desk.workspace.topic_id, self._side

        def create(text: str, merge: str, told: Made) -> Job:
            def work(library: Library) -> Changes:
                changes = _make(library, topic, side, spot, text, merge)
                # The next row may be on its way already; edits come one after another, so it finds the id here.
                made.id = changes.new(_THINGS[spot.kind])
                return changes

            return self._desk.edit(work, lambda changes: told(changes.new(_THINGS[spot.kind])))

        return Once(self._body, create, self._changer(spot.kind))

    def _changer(self, kind: str) -> Callable[[int, str, str], None]:
        if kind in (CONTENTION, SUBPOINT):
            return self._desk.set_title
        if kind == NOTE:
            return self._desk.set_note
        return lambda number, text, merge: self._desk.set_words(number, "claim", text, merge)

    # Where it is shown

    def writing(self) -> Writing | None:
        """Return what a plan has to know of the row, None while none is open."""
        if self.row is None:
            return None
        spot = self._shown if self._waits() else self.spot
        made, row = self.row.once.id, self.row
        return Writing(spot.kind, spot.home.id, spot.index, spot.item, made, row.section, row.indent)

    def hold(self, plan: Plan) -> Plan:
        """Return a plan with the row in sight while its place is on its way; let it go when its place went."""
        writing = self.writing()
        if writing is None:
            return plan
        if DRAFT in plan:
            self._settled = not self._waits()
            self._at = plan.places[DRAFT]
        elif self._settled and not self._waits():
            self.end()
        else:
            return plan.with_draft(self._at, writing)
        return plan

    def _waits(self) -> bool:
        home = self.spot.home
        return home.awaited and self._section(home.id) is None

    # Going on

    @Slot()
    def _on_entered(self) -> None:
        if self.row is None:
            return
        if self.row.once.is_empty:
            self._climb()
            return
        spot = self.spot
        if spot.kind in (CONTENTION, SUBPOINT):
            self._go_on(Spot(ARGUMENT, self._made))
        elif spot.kind == ARGUMENT:
            self._go_on(replace(spot, index=spot.index + 1))
        else:
            self.row.close_draft(entered=True)

    def _climb(self) -> None:
        """Go one level up from an empty row, and out from the topmost."""
        above = self._above()
        if above is not None:
            self._go_on(above)
        elif self.row is not None:
            self.row.close_draft(entered=False)

    def _go_on(self, spot: Spot) -> None:
        row = self.row
        if row is None:
            return
        row.once.setParent(self._body)
        if not row.once.is_empty:
            self.last = (self.spot.kind, row.once)
        self._shown = self._shown if self._waits() else self.spot
        self.spot, self._settled = spot, False
        name, hint, kind = self._told(spot.kind)
        row.renew(name, hint, kind, self._once(spot))
        row.section = spot.home.id
        row.indent = self._indent(spot)
        self.moved.emit()

    def _on_tab(self, step: int) -> bool:
        """Put an empty row deeper (1) or higher (-1); False where it is as deep or high as it goes."""
        if self.row is None or not self.row.once.is_empty or self.row.field.words():
            return False
        wanted = self._above() if step < 0 else self._below()
        if wanted is not None:
            self._go_on(wanted)
        return wanted is not None

    def _above(self) -> Spot | None:
        if self.spot.kind not in (ARGUMENT, SUBPOINT):
            return None
        home = self.spot.home
        section = self._section(home.id)
        while section is not None and section.parent:
            section = self._section(section.parent)
        if section is not None and section.kind not in ARGUES:
            return None
        return Spot(CONTENTION, home if section is None else Ref(section.id))

    def _below(self) -> Spot | None:
        if self.spot.kind != CONTENTION:
            return None
        home = self.spot.home
        if not home.id and not home.awaited:
            tops = [each for each in self._sections() if not each.depth]
            home = Ref(tops[-1].id) if tops else home
        section = self._section(home.id)
        if section is None and not home.awaited:
            return None
        return Spot(ARGUMENT, home, len(section.items) if section else 10**6)

    @Slot(bool)
    def _on_closed(self, on: bool) -> None:
        self.closed.emit(on)

    # The board

    def _sections(self) -> tuple[SectionView, ...]:
        board = self._desk.board
        return () if board is None else board.sides[self._side].parts[Part.CASE]

    def _section(self, number: int) -> SectionView | None:
        board = self._desk.board
        if board is None or not number:
            return None
        every = (each for sections in board.sides[self._side].parts.values() for each in sections)
        return next((each for each in every if each.id == number), None)


def _make(library: Library, topic: int, side: Side, spot: Spot, text: str, merge: str) -> Changes:
    """Make what a draft's words say, in a worker."""
    home = spot.home.id
    if spot.kind == CONTENTION and not home:
        return briefs.add_section(library, topic, side, text, merge=merge)
    if spot.kind == CONTENTION:
        return outlining.insert_section_after(library, home, text, merge=merge)
    if spot.kind == SUBPOINT:
        return outlining.insert_section_in(library, home, text, merge=merge)
    if spot.kind == NOTE and spot.item:
        return outlining.insert_note_after(library, spot.item, text, merge=merge)
    if spot.kind == NOTE:
        return (
            briefs.add_note(library, home, text) if home else briefs.write_note(library, topic, side, text, merge=merge)
        )
    draft = Argument(topic_id=topic, side=side, claim=text)
    return arguments.add(library, draft, section_id=home, index=spot.index, merge=merge)


def focus_is_elsewhere(body: QWidget) -> bool:
    """Tell whether the user went on to something outside a column."""
    focused = QApplication.focusWidget()
    return focused is not None and focused is not body and not body.isAncestorOf(focused)
