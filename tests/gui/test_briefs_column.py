"""A column of which only the rows near the eye are widgets shows what a column of all rows would."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from debateprep.domain.terms import Part, Side
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.body import Body
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.drafts import Ref, Spot
from debateprep.gui.pages.briefs.drops import place_at
from debateprep.gui.pages.briefs.picks import Key
from debateprep.gui.pages.briefs.plan import ARGUES
from debateprep.gui.pages.briefs.rows import Row
from debateprep.gui.pages.briefs.side import SideColumn
from debateprep.gui.theme import look
from debateprep.gui.workspace import Workspace
from tests.gui.boards import Boards

WALK = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End)
DEEDS = ("scroll", "wheel", "walk", "walk", "reach", "fold", "part", "board", "wide", "size", "look", "write")
DROPPED: tuple[dict[str, object], ...] = (
    {"kind": "item"},
    {"kind": "card"},
    {"kind": "item", "side": "con", "argument": 1},
)
SEEDS = [*range(3), *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(3, 60))]
STEPS = 25
SHIFT, NO_KEYS = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


Seen = tuple[Key, int, int, int, int, str]
"""A row in view: its key, place, size and words."""


class Pair:
    """Two columns of one desk and one size: one as it is, and one in which every row is a widget."""

    def __init__(self, qtbot: QtBot, chance: Random) -> None:
        self.chance = chance
        self.boards = Boards(chance)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.desk = Desk(Workspace(self.window), self.window)
        self.lazy, self.plain = (SideColumn(self.desk, Side.PRO, self.window) for _ in range(2))
        self.lazy.body.whole, self.plain.body.whole = 0, 10**6
        row = QHBoxLayout(self.window)
        for column in (self.lazy, self.plain):
            row.addWidget(column)
            column.setFixedWidth(380)
            self.desk.selected.connect(column.body.show_chosen)
        self.window.resize(800, 560)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.show(self.boards.board(60, 20))

    @property
    def body(self) -> Body:
        return self.lazy.body

    def show(self, board: Board) -> None:
        self.desk.board = board
        if self.desk.argument not in board.arguments:
            self.desk.argument = self.desk.answer = 0
        for column in (self.lazy, self.plain):
            column.refresh()
        self.settle()

    def settle(self) -> None:
        for _ in range(2):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    # What someone does

    def step(self) -> str:
        """Do one thing by chance, and tell what."""
        name = self.chance.choice(
            ("scroll", "wheel", "walk", "walk", "reach", "fold", "part", "board", "wide", "size", "look", "write")
        )
        getattr(self, f"_{name}")()
        self.settle()
        return name

    def _scroll(self) -> None:
        bar = self.lazy._scroll.verticalScrollBar()
        bar.setValue(self.chance.randint(0, bar.maximum()))

    def _wheel(self) -> None:
        bar = self.lazy._scroll.verticalScrollBar()
        bar.setValue(bar.value() + self.chance.choice((-600, -120, 120, 120, 600)))

    def _has_focus(self) -> bool:
        here = QApplication.focusWidget()
        return here is not None and self.body.isAncestorOf(here)

    def _walk(self) -> None:
        if not self._has_focus():
            self.body.focus_current()
        for _ in range(self.chance.randint(1, 6)):
            self._key(self.chance.choice(WALK))

    def _reach(self) -> None:
        self._walk()
        for _ in range(self.chance.randint(1, 4)):
            self._key(self.chance.choice((Qt.Key.Key_Up, Qt.Key.Key_Down)), SHIFT)

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.body.isAncestorOf(focus):
            QTest.keyClick(focus, key, modifiers)

    def _fold(self) -> None:
        sections = [row.section for row in self.body.plan.rows if row.heading is not None]
        if sections:
            number = self.chance.choice(sections)
            for column in (self.lazy, self.plain):
                column.body.fold(number, on=number not in column.body.folded)

    def _part(self) -> None:
        place = self.chance.randint(0, 2)
        for column in (self.lazy, self.plain):
            column.tabs.setCurrentIndex(place)

    def _board(self) -> None:
        self.show(self.boards.board(60, 20))

    def _wide(self) -> None:
        on = not self.body.wide
        for column in (self.lazy, self.plain):
            column.set_wide(on=on)

    def _size(self) -> None:
        width = self.chance.choice((300, 380, 520))
        for column in (self.lazy, self.plain):
            column.setFixedWidth(width)
        self.window.resize(2 * width + 40, self.chance.choice((420, 560, 800)))

    def _look(self) -> None:
        look().choose(self.chance.choice(("light", "dark")), self.chance.choice((0.8, 1.0, 1.5)))

    def _write(self) -> None:
        sections = [
            row.section for row in self.body.plan.rows if row.heading is not None and row.heading.kind in ARGUES
        ]
        if sections and self.body.part is Part.CASE:
            section = self.chance.choice(sections)
            self.body.begin(Spot("argument", Ref(section), self.chance.randint(0, 4)))
            self.plain.body.fold(section, on=False)
            self.settle()
            assert self._has_focus()
            assert self.body.draft is not None
            assert self.body.draft.visibleRegion().boundingRect().height() > 20, "it is in view"
            self._key(Qt.Key.Key_Escape)

    # What must be so

    def seen(self, column: SideColumn, top: int) -> list[Seen]:
        """Return what a column shows from a point on: keys, places from that point, words."""
        height = column._scroll.viewport().height()
        return [
            (row.key, row.x(), row.y() - top, row.width(), row.height(), _told(row))
            for row in column.body.rows
            if row.y() < top + height and row.y() + row.height() > top
        ]

    def check(self) -> None:
        top = self.lazy._scroll.verticalScrollBar().value()
        found = self.seen(self.lazy, top)
        if self.body.plan.rows:
            view = range(top, top + self.lazy._scroll.viewport().height())
            assert found or not any(4 <= y < self.body.height() - 30 - 12 for y in view)
        if found:
            # Far above, heights are guessed in one and measured in the other, so that points differ, not places.
            first = next(row for row in self.plain.body.rows if row.key == found[0][0])
            assert found == self.seen(self.plain, first.y() - found[0][2])
            self._check_drops(top, first.y() - found[0][2])
        for row in self.body.rows:
            self._check_row(row)
        rows = self.body.rows
        assert all(row.picked is (row.key in self.body.picks) for row in rows)
        for above, below in pairwise(rows):
            assert above.geometry().bottom() < below.y(), (above.key, below.key)
        assert {row.key for row in self.plain.body.rows} == set(self.plain.body.plan.places)
        assert len(rows) < 80

    def _check_drops(self, top: int, plain_top: int) -> None:
        """Compare where things would go that are dropped on what is in view."""
        for _ in range(3):
            x, y = self.chance.randint(20, 250), self.chance.randint(0, self.lazy._scroll.viewport().height())
            for what in DROPPED:
                here, there = (
                    place_at(column.body.placed(), QPointF(x, y + begins), what, Side.PRO, column.body.part)
                    for column, begins in ((self.lazy, top), (self.plain, plain_top))
                )
                assert (here is None) is (there is None)
                if here is not None and there is not None:
                    assert (here.section, here.index, here.onto) == (there.section, there.index, there.onto)

    def _check_row(self, row: Row) -> None:
        """Compare a row with one made now: its words, and its height."""
        planned = self.body.plan.row(row.key)
        assert planned is not None
        fresh = self.body.make_row(planned)
        self.body.fill_row(fresh, planned)
        assert _told(fresh) == _told(row)
        assert fresh.height_for(row.width()) == row.height(), row.key
        fresh.hide()
        fresh.deleteLater()


def _told(row: Row) -> str:
    words = [row.accessibleName(), *(stop.accessibleName() for stop in row.stops())]
    return " | ".join(words)


@pytest.fixture(params=SEEDS)
def pair(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Pair]:
    made = Pair(qtbot, Random(request.param))
    yield made
    made.window.close()


def test_what_is_in_view_is_what_a_column_of_all_rows_shows(pair: Pair) -> None:
    pair.check()
    done: list[str] = []
    for _ in range(STEPS):
        focus = QApplication.focusWidget()
        inside = focus is not None and pair.body.isAncestorOf(focus)
        done.append(pair.step())
        pair.check()
        now = QApplication.focusWidget()
        if inside and pair.body.plan.stop(0, 1) >= 0:
            assert now is not None, done
            assert pair.body.row_of_widget(now) is pair.body.current(), done


def test_the_rows_in_view_stay_while_those_above_change(pair: Pair) -> None:
    body, bar = pair.body, pair.lazy._scroll.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    pair.settle()
    seen = pair.seen(pair.lazy, bar.value())
    sections = [row.section for row in body.plan.rows if row.heading is not None]
    places = {key: place for (kind, key), place in body.plan.places.items() if kind == "section"}
    if sections and places[sections[0]] < min(body.plan.places[key] for key, *_rest in seen):
        body.fold(sections[0], on=True)
        pair.settle()
        now = {key: (y, words) for key, _x, y, _w, _h, words in pair.seen(pair.lazy, bar.value())}
        there = [each for each in seen if each[0] in body.plan]
        assert there or ("section", sections[0]) in now, "where all went, the fold is in view"
        # Where nothing is left to scroll, what is seen must move.
        if 0 < bar.value() < bar.maximum():
            assert all(now[key] == (y, words) for key, _x, y, _w, _h, words in there)


def test_what_is_far_away_is_found_focused_and_chosen(pair: Pair) -> None:
    pair.lazy.tabs.setCurrentIndex(1)
    pair.settle()
    body = pair.body
    answers = [row for row in body.plan.rows if row.key[0] == "answer"]
    for planned in (answers[-1], answers[0], answers[len(answers) // 2]) if answers else ():
        body.want("answer", planned.answer)
        row = body.row_of_widget(QApplication.focusWidget())
        assert row is not None
        assert row.key == planned.key
        assert row is body.current() is body.row_of("answer", planned.answer)
        assert row.visibleRegion().boundingRect().height() == min(row.height(), pair.lazy._scroll.viewport().height())
        assert row.focusPolicy() is Qt.FocusPolicy.StrongFocus
    stops = [stop for row in body.rows for stop in row.stops() if stop.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert {body.row_of_widget(stop) for stop in stops} <= {body.current()}, "Tab stops at one row alone"
    body.pick_every()
    assert [row.key for row in body.picked()] == body.plan.pickable


def test_the_scroll_bar_is_about_right_before_anything_is_measured(pair: Pair) -> None:
    for wide in (False, True):
        for part in (0, 1):
            for column in (pair.lazy, pair.plain):
                column.set_wide(on=wide)
                column.tabs.setCurrentIndex(part)
            pair.settle()
            guessed, real = pair.body.height(), pair.plain.body.height()
            assert real * 0.85 < guessed < real * 1.15, (wide, part)


def test_a_card_that_is_chosen_before_a_new_board_is_shown_shows_the_old_one(pair: Pair) -> None:
    old = pair.desk.board
    assert old is not None
    pair.desk.board = replace(old, arguments={}, answers={})
    for column in (pair.lazy, pair.plain):
        column.body.show_chosen()
        column.body.end_draft()
    pair.desk.board = old
    pair.check()
