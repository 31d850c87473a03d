"""The Coverage page: who answers whom, holes filled where they stand, filters, checks that lead to their places."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from debateprep.domain import coverage as rules
from debateprep.domain.filters import Filter
from debateprep.domain.model import Argument, Card, SavedFilter, Support
from debateprep.domain.terms import ArgumentStatus, ResponseType, Side
from debateprep.gui import kept_filters
from debateprep.gui.main_window import MainWindow
from debateprep.gui.models.coverage import named
from debateprep.gui.pages.coverage.checks import places_of
from debateprep.gui.pages.coverage.filter import picked_of, read_filter, with_picked
from debateprep.gui.pages.coverage.page import CoveragePage
from debateprep.gui.workspace import Workspace
from debateprep.services import briefs, clash, history, selections
from tests.gui.showing import alone

# The platform without a screen says so where a menu opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")
READ_OUT = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[CoveragePage]:
    with alone(qtbot, CoveragePage(workspace)) as page:
        qtbot.waitUntil(lambda: page.shown.topic_id > 0)
        page.table.setFocus()
        yield page
        qtbot.waitUntil(lambda: not workspace.waiting)


def hole(page: CoveragePage, side: Side) -> Argument:
    grid = page.shown.grid
    lines = grid.rows if grid.side is side else grid.columns
    return next(each.argument for each in lines if each.open)


def test_the_table_is_the_matrix_of_the_topic(page: CoveragePage) -> None:
    space = page._workspace
    with space.library.read() as reader:
        dossier = briefs.dossier(reader, space.topic_id)
    matrix, model = rules.matrix(dossier), page.table.model_
    assert (model.rowCount(), model.columnCount()) == (1 + len(matrix.rows), 1 + len(matrix.columns))
    met = 0
    for at, row in enumerate(matrix.rows, 1):
        said = model.index(at, 0).data()
        assert said.startswith("no Con answer") is row.open
        for beside, column in enumerate(matrix.columns, 1):
            cell = matrix.cell(row.argument.id, column.argument.id)
            words = model.index(at, beside).data()
            met += bool(words)
            both = [answer for answer in (cell.to_pro, cell.to_con) if answer is not None]
            assert [line[2:] for line in words.splitlines()] == [each.response.value for each in both]
    assert met
    assert [bar.accessibleName() for bar in page.bars] == [
        f"{each.side.label} arguments with a {each.side.other.label} answer: {each.answered} of {each.total}"
        for each in matrix.counts
    ]


def test_every_cell_is_read_out_with_its_arguments(page: CoveragePage) -> None:
    model = page.table.model_
    for row in range(1, model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(READ_OUT).strip()
    meeting = next(
        (row, column)
        for row in range(1, model.rowCount())
        for column in range(1, model.columnCount())
        if model.meetings(row, column)
    )
    told, found = model.index(*meeting).data(READ_OUT), model.meetings(*meeting)[0]
    assert found.target.short in told
    assert found.answer.response.value in told


@pytest.mark.parametrize("side", [Side.PRO, Side.CON])
def test_enter_on_a_hole_writes_the_missing_answer(qtbot: QtBot, page: CoveragePage, side: Side) -> None:
    target, space = hole(page, side), page._workspace
    before = page.shown.counts
    assert page.table.pick_argument(target.id)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.ask.line.hasFocus)
    QTest.keyClicks(page.ask.line, "Nobody has shown that")
    with qtbot.waitSignal(space.changed):
        QTest.keyClick(page.ask.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sum(each.answered for each in page.shown.counts) > sum(each.answered for each in before))
    place = page.table.currentIndex()
    assert (place.row(), place.column()) == page.shown.grid.places[target.id]
    assert place.data() == f"1 {side.other.label} answer"
    with space.library.read() as reader:
        made = next(each for each in reader.all(Argument) if each.claim == "Nobody has shown that")
    assert made.side is side.other
    with qtbot.waitSignal(space.changed):
        space.edit(page, history.undo)
    qtbot.waitUntil(lambda: page.shown.counts == before)


def test_escape_writes_nothing_and_gives_the_focus_back(qtbot: QtBot, page: CoveragePage) -> None:
    page.table.pick_argument(hole(page, Side.PRO).id)
    QTest.keyClick(page.table, Qt.Key.Key_A)
    qtbot.waitUntil(page.ask.line.hasFocus)
    QTest.keyClicks(page.ask.line, "Half a thoug")
    QTest.keyClick(page.ask.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.table.hasFocus)
    assert not page._workspace.waiting


def test_the_keyboard_walks_from_hole_to_hole(page: CoveragePage) -> None:
    grid = page.shown.grid
    holes = [grid.places[each.argument.id] for each in (*grid.rows, *grid.columns) if each.open]
    seen = []
    for _ in range(len(holes) + 1):
        QTest.keyClick(page.table, Qt.Key.Key_N)
        seen.append((page.table.currentIndex().row(), page.table.currentIndex().column()))
    assert seen == [*holes, holes[0]]


def pick(page: CoveragePage, group: str, words: str) -> None:
    """Choose an entry of the Filter menu."""
    page.filter.more.menu().aboutToShow.emit()
    inner = next(each.menu() for each in page.filter.more.menu().actions() if each.text() == group)
    assert isinstance(inner, QMenu)
    next(each for each in inner.actions() if each.text() == words).trigger()


def test_holes_only_labels_and_status_choose_rows(qtbot: QtBot, page: CoveragePage) -> None:
    whole = page.shown.grid.rows
    QTest.keyClick(page.table, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: len(page.shown.grid.rows) < len(whole))
    assert page.filter.holes.isChecked()
    assert [each.argument.id for each in page.shown.grid.rows] == [each.argument.id for each in whole if each.open]
    QTest.keyClick(page.table, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: page.shown.grid.rows == whole)
    pick(page, "Status", "draft")
    drafts = [each.argument.id for each in whole if each.argument.status is ArgumentStatus.DRAFT]
    qtbot.waitUntil(lambda: [each.argument.id for each in page.shown.grid.rows] == drafts)
    page.filter.all.click()
    qtbot.waitUntil(lambda: page.shown.grid.rows == whole)
    page.filter.words.setText("no argument has these words")
    qtbot.waitUntil(lambda: not page.shown.grid.rows)
    assert not page.table.isVisible()


def test_columns_are_those_that_meet_the_rows_shown(qtbot: QtBot, page: CoveragePage) -> None:
    page.filter.show_holes()
    qtbot.waitUntil(lambda: all(each.open for each in page.shown.grid.rows))
    grid = page.shown.grid
    met = {c for c, column in enumerate(grid.columns) for row in grid.rows if grid.cell(row, column).sign}
    assert met == set(range(len(grid.columns)))


def test_the_table_turns(qtbot: QtBot, page: CoveragePage) -> None:
    rows, columns = page.shown.grid.rows, page.shown.grid.columns
    QTest.keyClick(page.table, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: page.shown.grid.side is Side.CON)
    assert (page.shown.grid.rows, page.shown.grid.columns) == (columns, rows)


def test_a_filter_is_kept_used_and_forgotten(qtbot: QtBot, page: CoveragePage) -> None:
    space = page._workspace
    page.filter.turn()
    page.filter.show_holes()
    qtbot.waitUntil(lambda: page.shown.grid.side is Side.CON and all(each.open for each in page.shown.grid.rows))
    page.keep_filter()
    QTest.keyClicks(page.ask.line, "Open on Con")
    with qtbot.waitSignal(space.changed):
        QTest.keyClick(page.ask.line, Qt.Key.Key_Return)
    with space.library.read() as reader:
        assert selections.find(reader, space.topic_id, "Open on Con") == Filter(side=Side.CON, open=True)
    page.filter.all.click()
    page.filter.turn()
    qtbot.waitUntil(lambda: any(each.name == "Open on Con" for each in page.shown.saved))
    menu = page.filter.saved.menu()
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text() == "Open on Con").trigger()
    qtbot.waitUntil(lambda: page.shown.grid.side is Side.CON and all(each.open for each in page.shown.grid.rows))
    saved = next(each for each in page.shown.saved if each.name == "Open on Con")
    with qtbot.waitSignal(space.changed):
        page.filter.kept.forget_asked.emit(saved.id)
    with space.library.read() as reader:
        assert reader.first(SavedFilter, id=saved.id) is None


def test_further_conditions_are_chosen_seen_and_taken_back(qtbot: QtBot, page: CoveragePage) -> None:
    whole = page.shown.grid.rows
    pick(page, "Label", "money")
    pick(page, "Label", "who rides")
    pick(page, "Strength", "2 or more")
    pick(page, "Evidence", "with evidence")
    pick(page, "Rounds", "never heard")
    wanted = page.filter.wanted
    assert wanted.labels == {"money", "who rides"}
    assert (wanted.strength, wanted.evidence, wanted.heard) == (2, True, False)
    chips = page.filter.more.chips.chips()
    assert [each.text() for each in chips] == [
        "Label: money  ✕",
        "Label: who rides  ✕",
        "Evidence: with evidence  ✕",
        "Strength: 2 or more  ✕",
        "Rounds: never heard  ✕",
    ]
    for _ in chips:
        first = page.filter.more.chips.chips()[0]
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert not page.filter.wanted
    qtbot.waitUntil(lambda: page.shown.grid.rows == whole)


@pytest.mark.parametrize("wanted", [
    Filter(),
    Filter(labels=frozenset({"a", "b"}), strength=5, open=True, text="x"),
    Filter(statuses=frozenset({ArgumentStatus.DRAFT}), evidence=False, heard=True),
    Filter(verified=False, heard=False),
])  # fmt: skip
def test_what_is_picked_says_the_whole_filter(wanted: Filter) -> None:
    bare = Filter(text=wanted.text, open=wanted.open)
    assert with_picked(bare, picked_of(wanted)) == wanted
    assert with_picked(wanted, picked_of(wanted)) == wanted


def test_arguments_with_unverified_words_are_found(qtbot: QtBot, page: CoveragePage) -> None:
    pick(page, "Evidence", "with unverified words")
    qtbot.waitUntil(lambda: not page.shown.grid.rows)
    library = page._workspace.library
    with library.edit("Tamper") as edit:
        support = next(each for each in edit.all(Support) if each.card_id)
        card = edit.get(Card, support.card_id or 0)
        edit.put(replace(card, quote=f"{card.quote} indeed"))
        side = edit.get(Argument, support.argument_id).side
    page.filter.show_side(side)
    page.refresh()
    qtbot.waitUntil(lambda: support.argument_id in [each.argument.id for each in page.shown.grid.rows])


def test_a_topic_keeps_its_filter(qtbot: QtBot, page: CoveragePage, victory_topic: int) -> None:
    space, first = page._workspace, page._workspace.topic_id
    page.filter.turn()
    pick(page, "Status", "draft")
    space.show_topic(victory_topic)
    qtbot.waitUntil(lambda: page.shown.topic_id == victory_topic)
    assert not page.filter.wanted
    space.show_topic(first)
    qtbot.waitUntil(lambda: page.shown.topic_id == first)
    assert page.filter.wanted == Filter(statuses=frozenset({ArgumentStatus.DRAFT}))
    assert page.filter.side is Side.CON
    page.hide()
    assert read_filter(kept_filters.recall(space.library.path, first, "coverage")) == page.filter.as_kept()
    page.filter.all.click()
    page.filter.turn()
    page.show()
    page.hide()
    assert kept_filters.recall(space.library.path, first, "coverage") == ()


def test_a_kept_filter_is_renamed(qtbot: QtBot, page: CoveragePage) -> None:
    saved = next(each for each in page.shown.saved if each.name == "Still open")
    page.filter.kept.rename_asked.emit(saved)
    assert page.ask.line.text() == "Still open"
    page.ask.line.setText("Holes")
    with qtbot.waitSignal(page._workspace.changed):
        QTest.keyClick(page.ask.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Holes" in [each.name for each in page.shown.saved])


def test_a_filter_from_a_newer_version_shows_everything(page: CoveragePage) -> None:
    page.filter._use_saved(SavedFilter(name="odd", terms=(("colour", "green"),)))
    assert not page.filter.wanted


def test_two_arguments_that_do_not_meet_are_linked_from_the_menu(qtbot: QtBot, page: CoveragePage) -> None:
    model, space = page.table.model_, page._workspace
    page.table.pick_argument(hole(page, Side.PRO).id)
    row = page.table.currentIndex().row()
    column = next(at for at in range(1, model.columnCount()) if not model.meetings(row, at))
    page.table.pick(row, column)
    page.show_menu(model.index(row, column), QPoint(10, 10))
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    menu = page.findChildren(QMenu, options=direct)[-1]
    kinds = next(each for action in menu.actions() if isinstance(each := action.menu(), QMenu))
    with qtbot.waitSignal(space.changed):
        next(each for each in kinds.actions() if each.text() == ResponseType.OUTWEIGH.value).trigger()
    qtbot.waitUntil(lambda: bool(model.meetings(row, column)))
    assert model.index(row, column).data() == f"{Side.CON.sign} outweigh"
    menu.close()


def test_checks_stand_beside_it_and_lead_to_their_places(qtbot: QtBot, page: CoveragePage) -> None:
    space, pane = page._workspace, page.side.checks
    with space.library.read() as reader:
        found = clash.faults(reader, space.topic_id)
    lines = [pane.list.lines.line(row) for row in range(pane.list.lines.rowCount())]
    assert [each.words for each in lines if each and not each.heading] == [each.reason for each in found]
    QTest.keyClick(page.table, Qt.Key.Key_F6)
    qtbot.waitUntil(pane.list.hasFocus)
    for kind, signal in (("argument", space.argument_wanted), ("card", space.card_wanted)):
        firsts = [(row, goes[0]) for row, each in enumerate(lines) if each and (goes := places_of(each))]
        row, first = next(there for there in firsts if there[1].kind == kind)
        pane.list.pick(row)
        with qtbot.waitSignal(signal) as told:
            QTest.keyClick(pane.list, Qt.Key.Key_Return)
        assert told.args == [first.id]


def test_enter_on_an_answer_opens_it_on_briefs(qtbot: QtBot, page: CoveragePage) -> None:
    model = page.table.model_
    row, column = next(
        (row, column)
        for row in range(1, model.rowCount())
        for column in range(1, model.columnCount())
        if model.meetings(row, column)
    )
    page.table.pick(row, column)
    with qtbot.waitSignal(page._workspace.argument_wanted) as told:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [model.meetings(row, column)[0].target.id]


def test_headers_stay_and_name_the_arguments(page: CoveragePage) -> None:
    model, grid = page.table.model_, page.shown.grid
    names = [model.headerData(at, Qt.Orientation.Vertical) for at in range(1, model.rowCount())]
    assert names == [named(each) for each in grid.rows]
    across = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(1, model.columnCount())]
    assert across == [named(each) for each in grid.columns]


def test_an_argument_is_rated_and_labelled_from_its_menu(qtbot: QtBot, page: CoveragePage) -> None:
    space, target = page._workspace, page.shown.grid.rows[0].argument
    page.table.pick_argument(target.id)
    page.show_menu(page.table.currentIndex(), QPoint(10, 10))
    menu = page.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    inner = {action.text(): each for action in menu.actions() if isinstance(each := action.menu(), QMenu)}
    qtbot.waitUntil(lambda: any(each.isChecked() for each in inner["Status"].actions()))
    assert [each.text() for each in inner["Status"].actions() if each.isChecked()] == [target.status.value]
    # The labels come from a reader of their own, before "New label…" and "Edit labels…".
    qtbot.waitUntil(lambda: len(inner["Labels"].actions()) > 2)
    entries = (("Status", "idea"), ("Strength", "4/5"), ("Labels", inner["Labels"].actions()[0].text()))
    for name, words in entries:
        with qtbot.waitSignal(space.changed):
            next(each for each in inner[name].actions() if each.text() == words).trigger()
    menu.close()
    with space.library.read() as reader:
        rated = reader.get(Argument, target.id)
    assert (rated.status, rated.strength) == (ArgumentStatus.IDEA, 4)
    place = page.shown.grid.places[target.id]
    qtbot.waitUntil(lambda: "idea · strength 4/5" in page.table.model_.index(*place).data(READ_OUT))


def test_a_page_keeps_its_commands_when_it_is_shown_again(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    for key in ("coverage", "cards", "coverage", "coverage", "cards"):
        window.shell.show_page(key)
    for key in ("coverage", "cards"):
        page = window.shell.page(key)
        assert page.actions()
        window.shell.show_page(key)
        assert window.shell.menus.page.actions() == [each for each in page.actions() if each.text()]
        assert window.shell.menus.page_action.isVisible()
