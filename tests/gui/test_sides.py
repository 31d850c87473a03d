"""Sides are changed on the Briefs page by key, mouse and menu: of arguments, of positions, and what they stand for."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Argument, Topic
from debateprep.domain.terms import Part, Side
from debateprep.gui.models.board import Board, SectionView
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.pages.briefs.rows import payload
from debateprep.gui.workspace import Workspace
from debateprep.services import briefs, history, topics
from tests.gui.showing import alone
from tests.gui.test_briefs import build, cards, claims, drop, focused, press, settle, write

# The platform without a screen says so where a menu opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[BriefsPage]:
    """Give the page on a new topic with two Pro arguments and a Con one."""
    with alone(qtbot, BriefsPage(workspace), 830) as page:
        made = topics.add(workspace.library, Topic(resolution="Resolved: Homework should end.", name="Homework"))
        workspace.show_topic(made.new(Topic))
        settle(qtbot, page, lambda board: board.topic.name == "Homework")
        build(qtbot, page, Side.PRO, "One", ["a", "b"])
        build(qtbot, page, Side.CON, "Two", ["c"])
        yield page


def menu_of(root: QWidget) -> list[QAction]:
    """Return the entries of the menu in view, and of the menus in it."""
    menu = next(each for each in root.findChildren(QMenu) if each.isVisible())
    inner = [action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu)]
    return [*menu.actions(), *(action for each in inner if isinstance(each, QMenu) for action in each.actions())]


def names(board: Board) -> tuple[list[list[str]], list[list[str]]]:
    return claims(board, Side.PRO), claims(board, Side.CON)


def test_a_key_takes_an_argument_over_and_one_undo_brings_it_back(qtbot: QtBot, page: BriefsPage) -> None:
    told: list[str] = []
    page.workspace.notice.connect(told.append)
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_S)
    board = settle(qtbot, page, lambda board: names(board) == ([["b"]], [["c", "a"]]))
    moved = board.sides[Side.CON].parts[Part.CASE][0].items[1].argument
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "argument", 0) == moved)
    assert told == ["It stands in the brief as Con C1.2 now."]
    press(qtbot, Qt.Key.Key_S)
    settle(qtbot, page, lambda board: names(board) == ([["b", "a"]], [["c"]]))
    library = page.workspace.library
    assert [step.name for step in history.steps(library)[:2]] == ["Switch side"] * 2
    history.undo(library, 2)
    page.refresh()
    settle(qtbot, page, lambda board: names(board) == ([["a", "b"]], [["c"]]))


def test_an_argument_is_dragged_across(qtbot: QtBot, page: BriefsPage) -> None:
    first, target = cards(page, Side.PRO)[0], cards(page, Side.CON)[0]
    data = first.drag_payload()
    assert data is not None
    assert drop(page, Side.CON, data, target.geometry().topLeft() + QPoint(20, 2))
    settle(qtbot, page, lambda board: names(board) == ([["b"]], [["a", "c"]]))


def test_a_section_goes_over_with_all_it_holds(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    moved = board.sides[Side.PRO].parts[Part.CASE][-1]
    for kind in ("item", "section"):
        assert not drop(page, Side.CON, payload(kind=kind, id=1, side="pro"), QPoint(30, 60)), "nothing is dragged"
    data = payload(kind="section", id=moved.id, side="pro", rows=[("section", moved.id)])
    assert drop(page, Side.CON, data, QPoint(30, 6))
    qtbot.waitUntil(lambda: moved.title in [each.title for each in _case(page, Side.CON)])
    assert moved.title not in [each.title for each in _case(page, Side.PRO)]
    page.workspace.edit(page, lambda library: history.undo(library))
    qtbot.waitUntil(lambda: moved.title in [each.title for each in _case(page, Side.PRO)])


def _case(page: BriefsPage, side: Side) -> tuple[SectionView, ...]:
    return page.desk.board.sides[side].parts[Part.CASE] if page.desk.board is not None else ()


def test_the_menu_names_the_contention_to_go_to(qtbot: QtBot, page: BriefsPage) -> None:
    library, topic = page.workspace.library, page.workspace.topic_id
    briefs.add_section(library, topic, Side.CON, "Three")
    page.refresh()
    settle(qtbot, page, lambda board: len(claims(board, Side.CON)) == 2)
    card = cards(page, Side.PRO)[1]
    column = page.columns[Side.PRO]
    column.body.row_focused(card)
    column.show_menu(card, QPoint(50, 50), page.commands())
    next(action for action in menu_of(column) if action.text() == "C2 Three").trigger()
    settle(qtbot, page, lambda board: names(board) == ([["a"]], [["c"], ["b"]]))


def test_an_answer_stays_against_what_it_answers(qtbot: QtBot, page: BriefsPage) -> None:
    told: list[str] = []
    page.workspace.notice.connect(told.append)
    page.desk.add_answer(cards(page, Side.PRO)[0].argument, "No", "", lambda _made: None)
    page.columns[Side.CON].tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(cards(page, Side.CON)))
    cards(page, Side.CON)[0].setFocus()
    press(qtbot, Qt.Key.Key_S)
    assert "stays on its own" in told[-1]
    with page.workspace.library.read() as reader:
        sides = [each.side for each in reader.all(Argument, topic_id=page.workspace.topic_id)]
    assert [sides.count(side) for side in (Side.PRO, Side.CON)] == [2, 2]


def test_an_argument_goes_out_of_a_view_of_one_side(qtbot: QtBot, page: BriefsPage) -> None:
    page.show_alone(Side.PRO)
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_S)
    settle(qtbot, page, lambda board: names(board) == ([["b"]], [["c", "a"]]))
    assert page.alone() is Side.PRO


def test_the_side_of_a_position_is_set_by_key_and_by_menu(qtbot: QtBot, page: BriefsPage, workspace: Workspace) -> None:
    with workspace.library.read() as reader:
        practice = reader.first(Topic, sample="free-buses")
    assert practice is not None
    workspace.show_topic(practice.id)
    settle(qtbot, page, lambda board: bool(board.shelf))
    page.shelf_action.setChecked(True)
    shelf = page.shelf
    shelf.list.setFocus()
    shelf.list.setCurrentIndex(shelf.model.index(0))
    entry = shelf.chosen()
    assert entry is not None
    assert (entry.kind, entry.side) == ("position", Side.PRO)

    def side() -> Side:
        assert page.desk.board is not None
        return next(each.side for each in page.desk.board.shelf if (each.kind, each.id) == ("position", entry.id))

    press(qtbot, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: side() is Side.CON)
    chosen = shelf.chosen()
    assert chosen is not None
    assert chosen.id == entry.id, "the chosen one stays chosen"
    shelf.show_menu(QPoint(5, 5))
    assert [each.text() for each in menu_of(shelf) if each.isChecked()] == ["Helps ○ Con\tC"]
    next(each for each in menu_of(shelf) if each.text() == "Helps neither side\tN").trigger()
    qtbot.waitUntil(lambda: side() is Side.NEITHER)
    assert [step.name for step in history.steps(workspace.library)[:2]] == ["Edit position"] * 2


def test_what_a_side_stands_for_is_written_in_its_heading(qtbot: QtBot, page: BriefsPage) -> None:
    heading = page.columns[Side.CON].heading
    heading.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Keep it")
    settle(qtbot, page, lambda board: board.topic.con_stance == "Keep it")
    assert QApplication.focusWidget() is heading
    assert heading.accessibleName().startswith("Con. Keep it. ")
    heading.edit()
    write(qtbot, "Never", enter=False)
    press(qtbot, Qt.Key.Key_Escape)
    assert focused(Field) is None
    settle(qtbot, page, lambda board: board.topic.con_stance == "Keep it")
    assert page.workspace.library.next_steps()[0] == "Edit topic"


def test_the_heading_takes_a_click_and_the_command(qtbot: QtBot, page: BriefsPage) -> None:
    heading = page.columns[Side.PRO].heading
    qtbot.mouseClick(heading, Qt.MouseButton.LeftButton, pos=heading._room().center().toPoint())
    field = focused(Field)
    assert field is not None
    assert field.accessibleName() == "What Pro stands for"
    write(qtbot, "End it")
    settle(qtbot, page, lambda board: board.topic.pro_stance == "End it")
    page.columns[Side.CON].tabs.setFocus()
    next(each for each in page.commands() if each.text() == "Change what the side stands for").trigger()
    field = focused(Field)
    assert field is not None
    assert field.accessibleName() == "What Con stands for"
