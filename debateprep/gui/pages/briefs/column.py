"""A column of which only the rows near the eye are widgets; the others are planned, and their heights guessed.

A column of 3,000 rows costs what one of 60 does. Rows become widgets as they come near, and their guessed heights give
way to measured ones; what is under the eye stays where it is meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from debateprep.domain.terms import Part, Side
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.drops import Placed
from debateprep.gui.pages.briefs.guess import Guess
from debateprep.gui.pages.briefs.picks import Key
from debateprep.gui.pages.briefs.plan import MARGIN, Plan, Planned
from debateprep.gui.pages.briefs.rows import Row
from debateprep.gui.pages.briefs.stack import BOTTOM, TOP, Stack
from debateprep.gui.theme import look

NEAR, FAR = 0.75, 2.0
"""How far from the view rows become widgets, and how far they stay so, in heights of the view."""
WHOLE = 40
"""A column of no more rows than these has them all as widgets."""
TURNS = 6
"""How often the place of a view is looked for while guessed heights give way to measured ones."""


class Column(QWidget):
    """The ground on which rows stand."""

    def __init__(self, desk: Desk, side: Side, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._desk = desk
        self._scroll = scroll
        self.side = side
        self.part = Part.CASE
        self.wide = False
        self.plan = Plan()
        self._board: Board | None = None
        """What the plan was made of: the desk may have another one, which is shown in a moment."""
        self._by_key: dict[Key, Row] = {}
        self._current: Key = ("", 0)
        self._held: Key = ("", 0)
        self._stack = Stack()
        self._heights: dict[Key, int] = {}
        self.whole = WHOLE
        self._at_work = self._again = False
        look().changed.connect(self.forget_heights)
        # The links in the rows take the new size of type after this column has heard of it.
        look().changed.connect(self.arrange, Qt.ConnectionType.QueuedConnection)
        scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        scroll.verticalScrollBar().rangeChanged.connect(self._on_scrolled)

    # What a kind of column says of its rows

    def make_row(self, planned: Planned) -> Row:
        """Return a widget for a row."""
        raise NotImplementedError

    def fits(self, row: Row, planned: Planned) -> bool:
        """Tell whether a widget can show what is planned."""
        raise NotImplementedError

    def fill_row(self, row: Row, planned: Planned) -> None:
        """Let a widget show what is planned."""
        raise NotImplementedError

    def kept(self) -> tuple[Key, ...]:
        """Return the rows that are widgets however far away they are."""
        return (self._held, self._current)

    # What stands

    @property
    def rows(self) -> list[Row]:
        """Return the rows that are widgets now, as they stand."""
        return [self._by_key[key] for key in sorted(self._by_key, key=self.plan.places.__getitem__)]

    def placed(self) -> list[Placed]:
        """Return every row, widget or not, with the place it takes."""
        return [Placed(row, QRectF(self._area(place))) for place, row in enumerate(self.plan.rows)]

    def row_at(self, key: Key) -> Row | None:
        """Return the row of a key, made now if it was far away; None where the plan has none."""
        if key in self.plan and key not in self._by_key:
            held, self._held = self._held, key
            self._stand()
            self._held = held
        return self._by_key.get(key)

    def row_of_widget(self, widget: QWidget | None) -> Row | None:
        """Return the row that a widget is, or is in."""
        while widget is not None and widget is not self:
            if isinstance(widget, Row):
                return widget
            widget = widget.parentWidget()
        return None

    def reveal(self, widget: QWidget) -> None:
        """Scroll a row, or what is in one, into sight."""
        row = self.row_of_widget(widget)
        held, self._held = self._held, row.key if row is not None else self._held
        self._scroll.ensureWidgetVisible(widget, 0, 20)
        self._held = held

    # Another plan

    def set_plan(self, plan: Plan, board: Board | None, *, from_top: bool = False) -> None:
        """Let other rows stand; those that stay keep their widget, focus and place under the eye."""
        eye = [] if from_top else list(self._eye())
        focused = self.row_of_widget(QApplication.focusWidget())
        self._choose_current(plan)
        self.plan, self._board = plan, board
        self._stack = self._stacked()
        gone = []
        for key, row in list(self._by_key.items()):
            planned = plan.row(key)
            if planned is None or not self.fits(row, planned):
                gone.append(self._by_key.pop(key))
            else:
                self.fill_row(row, planned)
        self._stand(eye, anew=True, value=0 if from_top else None)
        if focused in gone:
            # Before it goes: what is hidden gives its focus to whatever comes next in the window.
            self.focus_current()
        for row in gone:
            _end(row)

    def _choose_current(self, plan: Plan) -> None:
        """Go to the row beside the current one where that is gone, else to the first."""
        if self._current not in plan:
            gone = self.plan.places.keys() - plan.places.keys()
            beside = self.plan.beside(self._current, gone) if self._current in self.plan else None
            first = plan.stop(0, 1)
            self._current = beside.key if beside else plan.rows[first].key if first >= 0 else ("", 0)

    def focus_current(self) -> bool:
        """Give the focus to the current row; tell whether there is one."""
        row = self.row_at(self._current)
        stops = row.stops() if row is not None else []
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(stops)

    def _stacked(self) -> Stack:
        """Return where the rows stand by the heights known; what was guessed once need not be guessed again."""
        plan, board = self.plan, self._board
        guess = Guess(board, wide=self.wide) if board is not None and plan.rows else None
        heights, known, width = self._heights, [], self.width()
        for row in plan.rows:
            height = heights.get(row.key)
            if height is None and guess is not None:
                height = heights[row.key] = guess.height(row, _inner(width, row.indent))
            known.append(height or 0)
        return Stack([row.gap for row in plan.rows], known)

    # Placing

    @Slot()
    def arrange(self) -> None:
        """Measure the rows again, and place them."""
        self._stand(anew=True)

    @Slot()
    def forget_heights(self) -> None:
        """Measure all anew, as width or type are others."""
        eye = list(self._eye())
        self._heights.clear()
        self._stack = self._stacked()
        self._stand(eye, anew=True)

    @Slot()
    def _on_scrolled(self) -> None:
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.forget_heights()

    def _area(self, place: int) -> QRect:
        row = self.plan.rows[place]
        width = _inner(self.width(), row.indent)
        return QRect(MARGIN + row.indent, self._stack.top(place), width, self._stack.height(place))

    def _eye(self) -> Iterator[tuple[Key, int]]:
        """Yield what should stay under the eye, and where in the view it is: what is in use, then what is seen."""
        if not self.plan.rows:
            return
        top = self._scroll.verticalScrollBar().value()
        seen = self._stack.between(top, top + self._scroll.viewport().height())
        focused = self.row_of_widget(QApplication.focusWidget())
        for key in (self._held, focused.key if focused is not None else self._current, self._current):
            place = self.plan.places.get(key, -1)
            if place in seen:
                yield key, self._stack.top(place) - top
        for place in seen:
            yield self.plan.rows[place].key, self._stack.top(place) - top
        for place in range(seen.start - 1, -1, -1):
            # Where all that was in view goes, what stood above it comes.
            yield self.plan.rows[place].key, 0

    def _stand(
        self, eye: Iterable[tuple[Key, int]] | None = None, *, anew: bool = False, value: int | None = None
    ) -> None:
        """Let the rows near the view be widgets and take their places; `anew` measures those that are already."""
        if self._at_work:
            # A bar that came or went made the column narrower or wider.
            self._again |= anew
            return
        self._at_work = True
        try:
            found = self._eye() if eye is None else eye
            key, seen = next(((key, seen) for key, seen in found if key in self.plan), (("", 0), 0))
            for _ in range(TURNS):
                self._look(key, seen, value)
                fresh = self._make()
                if anew or self._again:
                    fresh = set(self._by_key)
                anew = self._again = False
                if not self._measure(fresh):
                    break
            self._look(key, seen, value)
            self._let_go()
            self._put_rows()
        finally:
            self._at_work = self._again = False

    def _look(self, key: Key, seen: int, value: int | None) -> None:
        """Make room for all rows, and scroll so that a row is where it was seen."""
        width, height = self.width(), self._stack.total if self.plan.rows else TOP + BOTTOM
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
            self.resize(width, max(height, self._scroll.viewport().height()))
        place = self.plan.places.get(key)
        if place is not None:
            value = self._stack.top(place) - seen
        if value is not None:
            self._scroll.verticalScrollBar().setValue(value)

    def _within(self, views: float) -> range:
        if len(self.plan.rows) <= self.whole:
            return range(len(self.plan.rows))
        top, height = self._scroll.verticalScrollBar().value(), self._scroll.viewport().height()
        return self._stack.between(round(top - views * height), round(top + (1 + views) * height))

    def _make(self) -> set[Key]:
        """Make what is near and has no widget; return the keys of what was made."""
        wanted = [self.plan.rows[place] for place in self._within(NEAR)]
        wanted += [planned for key in self.kept() if (planned := self.plan.row(key)) is not None]
        made: set[Key] = set()
        for planned in wanted:
            if planned.key not in self._by_key:
                row = self._by_key[planned.key] = self.make_row(planned)
                row.setGeometry(self._area(self.plan.places[planned.key]))
                row.resized.connect(self.arrange)
                self.fill_row(row, planned)
                row.show()
                made.add(planned.key)
        return made

    def _measure(self, keys: set[Key]) -> bool:
        """Measure rows; tell whether any is another height than was thought."""
        other = False
        for key in keys:
            place = self.plan.places[key]
            height = self._by_key[key].height_for(_inner(self.width(), self.plan.rows[place].indent))
            self._heights[key] = height
            other |= self._stack.set_height(place, height)
        return other or self._again

    def _let_go(self) -> None:
        """Let rows that are far away be planned only, but for those that are in use."""
        near, kept = self._within(FAR), self.kept()
        focus = self.row_of_widget(QApplication.focusWidget())
        for key, row in list(self._by_key.items()):
            used = key in kept or row is focus or row.is_in_use
            if not used and self.plan.places[key] not in near:
                _end(self._by_key.pop(key))

    def _put_rows(self) -> None:
        for key, row in self._by_key.items():
            area = self._area(self.plan.places[key])
            if row.geometry() != area:
                row.setGeometry(area)


def _inner(width: int, indent: int) -> int:
    return max(60, width - 2 * MARGIN - indent)


def _end(row: Row) -> None:
    row.hide()
    row.deleteLater()
