"""The Coverage page: who answers whom, what is still open, what the checks find, and what was heard in rounds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from debateprep.domain import filters, reading_time
from debateprep.domain.changes import Changes
from debateprep.domain.coverage import Standing
from debateprep.domain.filters import EVERYTHING
from debateprep.domain.model import Answer, SavedFilter
from debateprep.domain.terms import ResponseType, Side
from debateprep.gui import kept_filters
from debateprep.gui.labelling import Thing
from debateprep.gui.later import later
from debateprep.gui.latest import Latest
from debateprep.gui.models.coverage import Meeting
from debateprep.gui.pages.briefs.paint import CoverageBar
from debateprep.gui.pages.coverage import state as coverage_state
from debateprep.gui.pages.coverage.checks import Goes
from debateprep.gui.pages.coverage.filter import FilterBar, read_filter
from debateprep.gui.pages.coverage.grid import CoverageTable
from debateprep.gui.pages.coverage.side import SidePane
from debateprep.gui.pages.coverage.state import Shown
from debateprep.gui.rating import Rating
from debateprep.gui.theme import look
from debateprep.gui.widgets.ask import AskLine
from debateprep.gui.widgets.folding import FoldingPanes, Pane
from debateprep.gui.widgets.parts import Words, heading
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import answers, selections
else:
    answers, selections = (later(f"debateprep.services.{name}") for name in ("answers", "selections"))

_SHOWN = {"argument", "answer", "support", "topic", "section", "item", "brief", "round", "heard"} | {
    *("card", "source", "position", "label", "labellink", "savedfilter", "ownformat")
}

ROOMY = 480
"""Lower than this, times the text size, the page leaves out its heading and its hint."""


class CoveragePage(QWidget):
    """Who answers whom on the topic in view."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Coverage")
        self.icon = "coverage"
        self.setAccessibleName(self.title)
        self._workspace = workspace
        self._rate = reading_time.DEFAULT_WORDS_A_MINUTE
        self._stale = True
        self._reading = Latest(workspace, self)
        self._wanted = 0
        self._topic = 0
        self.shown = Shown()
        self.filter = FilterBar()
        self.table = CoverageTable()
        self.ask = AskLine()
        self.side = SidePane(workspace)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._recall()
        look().changed.connect(self._fit)
        self.refresh()

    # Building

    def _make_actions(self) -> None:
        for words, keys, act in (
            (self.tr("Write the missing answer"), "A", self.write_answer),
            (self.tr("Open in Briefs"), "Ctrl+G", self.open_argument),
            (self.tr("Next hole"), "N", self.next_hole),
            (self.tr("Holes only"), "H", self.filter.show_holes),
            (self.tr("Turn the table"), "T", self.filter.turn),
            (self.tr("Keep this filter…"), "Ctrl+Shift+S", self.keep_filter),
            (self.tr("Checks"), "F6", self.show_checks),
            (self.tr("Rounds"), "F7", self.show_rounds),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    def _lay_out(self) -> None:
        self.bars = [CoverageBar(self), CoverageBar(self)]
        totals = QHBoxLayout()
        totals.setSpacing(28)
        for bar in self.bars:
            totals.addWidget(bar, 1)
        self._none = Words("", "mute", 10.0)
        self._hint = Words(
            self.tr("Enter on a dashed cell writes the missing answer; on any other it opens what stands there."),
            "mute",
            8.5,
        )
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(18, 14, 14, 8)
        column.setSpacing(8)
        self._head = heading(self.tr("COVERAGE"))
        column.addWidget(self._head)
        column.addLayout(totals)
        column.addWidget(self.filter)
        column.addWidget(self.ask)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addWidget(self._hint)
        column.addStretch()
        self._column = column
        panes = [Pane(self.tr("Table"), self._main), Pane(self.tr("Checks and rounds"), self.side, 340)]
        self._panes = FoldingPanes(panes, main=self._main, beside=self.side, rooms=(980,), parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)

    def _connect(self) -> None:
        self.filter.changed.connect(self.refresh)
        self.filter.kept.keep_asked.connect(self.keep_filter)
        self.filter.kept.rename_asked.connect(self.rename_filter)
        self.filter.kept.forget_asked.connect(self._on_forget)
        self.table.entered_cell.connect(self._on_entered)
        self.table.menu_wanted.connect(self.show_menu)
        self.side.checks.wanted.connect(self._go)
        self.side.rounds.argument_asked.connect(self._workspace.argument_wanted)
        self.side.rounds.record_asked.connect(self._workspace.heard_wanted)
        self.side.rounds.edit_asked.connect(self._workspace.round_wanted)
        space = self._workspace
        space.opened.connect(self._on_opened)
        space.changed.connect(self._on_changed)
        space.topic_changed.connect(self._on_topic_changed)

    # Showing

    def set_words_a_minute(self, rate: int) -> None:
        """Count the time of a case at another rate."""
        self._rate = rate
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read what is shown anew, now or when the page comes into sight."""
        self._stale = not self.isVisible()
        if self._stale or not self._workspace.is_open:
            return
        work = partial(coverage_state.load, self._workspace.topic_id, self.filter.side, self.filter.wanted, self._rate)
        self._reading.read(work, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Give the focus of the page to its table."""
        if self.table.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        before = self.table.currentIndex()
        place = (before.row(), before.column())
        self.table.model_.set_grid(shown.grid)
        self.filter.show_choice(shown.labels, shown.saved)
        for bar, count in zip(self.bars, shown.counts, strict=False):
            bar.show_coverage(count)
        for bar in self.bars:
            bar.setVisible(bool(shown.counts))
        self.side.show_state(shown)
        rows, whole = len(shown.grid.rows), shown.whole
        self.table.setVisible(rows > 0)
        # The room of the table is left free while there is none.
        self._column.setStretch(self._column.count() - 1, 0 if rows else 1)
        self._fit()
        self._none.setVisible(not rows)
        self._none.setText(self._nothing(whole))
        if self._wanted and self.table.pick_argument(self._wanted):
            self._wanted = 0
        elif rows and not self.table.currentIndex().isValid():
            self.table.pick(min(max(place[0], 1), rows), min(max(place[1], 0), len(shown.grid.columns)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the table where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.height() >= ROOMY * look().scale
        self._head.setVisible(roomy)
        self._hint.setVisible(roomy and bool(self.shown.grid.rows))

    def _nothing(self, whole: int) -> str:
        if not self.shown.topic_id:
            return self.tr("No topic in view. Choose one above, or make a new one.")
        if not whole:
            return self.tr("No arguments yet. Write some on the Briefs page; here you see who answers whom.")
        if self.filter.wanted.open:
            return self.tr("No hole: every argument that fits is answered.")
        side = term(self.filter.side.label)
        return self.tr("No {side} argument is like this. Show all, or turn the table.").format(side=side)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN:
            self.refresh()

    def _on_topic_changed(self, _topic: int) -> None:
        self.ask.cancel()
        self._remember()
        self._recall()
        self.refresh()

    @Slot()
    def _on_opened(self) -> None:
        self._recall()
        self.refresh()

    def _recall(self) -> None:
        """Filter by what the topic in view was filtered by last."""
        self._topic = self._workspace.topic_id
        if self._workspace.is_open and self._topic:
            self.filter.begin(read_filter(kept_filters.recall(self._workspace.library.path, self._topic, self.icon)))
        else:
            self.filter.begin()

    def _remember(self) -> None:
        if self._workspace.is_open and self._topic:
            wanted = self.filter.as_kept() if self.filter.wanted or self.filter.side is not Side.PRO else EVERYTHING
            kept_filters.keep(self._workspace.library.path, self._topic, self.icon, filters.terms(wanted))

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember what the topic is filtered by."""
        super().hideEvent(event)
        self._remember()

    # What the current cell is about

    def labelled(self) -> Thing | None:
        """Return the argument of the current cell, for its labels."""
        row, column = self._here()
        here = row or column
        return None if here is None else ("argument", here.argument.id)

    def _here(self) -> tuple[Standing | None, Standing | None]:
        """Return the arguments of the current row and column, None for the first of each."""
        index, grid = self.table.currentIndex(), self.shown.grid
        row = grid.rows[index.row() - 1] if 1 <= index.row() <= len(grid.rows) else None
        column = grid.columns[index.column() - 1] if 1 <= index.column() <= len(grid.columns) else None
        return row, column

    @Slot()
    def write_answer(self) -> None:
        """Ask for the answer to the argument of the current cell: the row's, or in the first row the column's."""
        row, column = self._here()
        target = row or column
        if target is not None:
            self.write_to(target)

    def write_to(self, target: Standing) -> None:
        """Ask for an answer to an argument, and store it as one of the other side."""
        side, number = term(target.argument.side.other.label), target.argument.id
        question = self.tr("{side} answers “{target}”:").format(side=side, target=_short(target.argument.short))

        def write(claim: str) -> None:
            self._wanted = number
            self._workspace.edit(self, lambda library: answers.write(library, number, claim))

        self._panes.bring(self._main)
        self.ask.ask(question, "", write, self.table)

    @Slot()
    def open_argument(self) -> None:
        """Show the argument of the current cell on Briefs."""
        row, column = self._here()
        found, standing = self._meetings(), row or column
        if found:
            self._workspace.argument_wanted.emit(found[0].target.id)
        elif standing is not None:
            self._workspace.argument_wanted.emit(standing.argument.id)

    @Slot()
    def next_hole(self) -> None:
        """Go to the next argument that nothing answers."""
        if self.table.next_hole():
            self._panes.bring(self._main)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._workspace.notice.emit(self.tr("There is no hole here: everything shown is answered."))

    def _on_entered(self, index: QModelIndex) -> None:
        self.table.pick(index.row(), index.column())
        standing = self.table.model_.standing(index.row(), index.column())
        if standing is not None and standing.open:
            self.write_to(standing)
        elif standing is not None or self.table.model_.meetings(index.row(), index.column()):
            self.open_argument()
        elif all(self._here()):
            place = self.table.visualRect(index).center()
            self.show_menu(index, self.table.viewport().mapToGlobal(place))

    def show_menu(self, _index: QModelIndex, at: QPoint) -> None:
        """Offer what can be done with the arguments of the current cell."""
        here = [each for each in self._here() if each is not None]
        if not here:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Arguments"))
        if len(here) == 2:
            self._offer_links(menu, here[0], here[1])
        for each in here:
            name = _short(each.argument.short).replace("&", "&&")
            write = menu.addAction(self.tr("Write an answer to “{name}”").format(name=name))
            write.triggered.connect(partial(self.write_to, each))
        menu.addSeparator()
        for each in here:
            name = _short(each.argument.short).replace("&", "&&")
            go = menu.addAction(self.tr("Open “{name}” in Briefs").format(name=name))
            go.triggered.connect(partial(self._workspace.argument_wanted.emit, each.argument.id))
        if len(here) == 1:
            menu.addSeparator()
            Rating(menu, self._workspace, here[0].argument.id, self)
        menu.popup(at)

    def _offer_links(self, menu: QMenu, first: Standing, second: Standing) -> None:
        if self._meetings():
            return
        for one, two in ((second, first), (first, second)):
            words = self.tr("“{one}” answers “{two}”").format(
                one=_short(one.argument.short), two=_short(two.argument.short)
            )
            kinds = menu.addMenu(words.replace("&", "&&"))
            kinds.setAccessibleName(words)
            for response in ResponseType:
                action = kinds.addAction(term(response.value))
                action.triggered.connect(partial(self._link, one.argument.id, two.argument.id, response))
        menu.addSeparator()

    def _meetings(self) -> tuple[Meeting, ...]:
        index = self.table.currentIndex()
        return self.table.model_.meetings(index.row(), index.column())

    def _link(self, answering: int, target: int, response: ResponseType, _on: bool = False) -> None:
        link = Answer(answering_id=answering, target_id=target, response=response)
        self._workspace.edit(self, lambda library: answers.add(library, link))

    # Filters, checks and rounds

    @Slot()
    def keep_filter(self) -> None:
        """Ask for a name, and keep what the table shows under it."""
        wanted, topic = self.filter.as_kept(), self._workspace.topic_id
        if not topic:
            return

        def keep(name: str) -> None:
            self._workspace.edit(self, lambda library: selections.save(library, name, wanted, topic_id=topic))

        self._panes.bring(self._main)
        self.ask.ask(self.tr("Keep this filter as:"), "", keep, self.table)

    @Slot(object)
    def rename_filter(self, saved: SavedFilter) -> None:
        """Ask for another name of a kept filter."""

        def rename(name: str) -> None:
            self._workspace.edit(self, lambda library: selections.rename(library, saved.id, name))

        self._panes.bring(self._main)
        self.ask.ask(self.tr("Call this filter:"), saved.name, rename, self.table)

    def _on_forget(self, number: int) -> None:
        self._workspace.edit(self, lambda library: selections.forget(library, number))

    @Slot()
    def show_checks(self) -> None:
        """Go to the checks."""
        self._panes.bring(self.side)
        self.side.show_checks()

    @Slot()
    def show_rounds(self) -> None:
        """Go to the round log."""
        self._panes.bring(self.side)
        self.side.show_rounds()

    def _go(self, place: Goes) -> None:
        if place.kind == "argument":
            self._workspace.argument_wanted.emit(place.id)
        elif place.kind == "card":
            self._workspace.card_wanted.emit(place.id)
        else:
            self._workspace.source_wanted.emit(place.id, -1)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 48 else f"{words[:47].rstrip()}…"
