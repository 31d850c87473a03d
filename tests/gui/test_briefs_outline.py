"""Outline editing on the Briefs page: rows chosen, moved, cut and pasted together, folded, split, merged, frozen."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from debateprep.domain import clipping
from debateprep.domain.model import Argument, Brief, Topic
from debateprep.domain.terms import Aim, LineKind, Part, Side
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.cards import ArgumentCard, NoteRow, SectionHeading
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.outline import cross_menu
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.pages.briefs.rows import payload
from debateprep.gui.workspace import Workspace
from debateprep.services import arguments, briefs, history, topics
from tests.gui.places import entries
from tests.gui.showing import alone
from tests.gui.test_briefs import cards, claims, drop, focused, press, settle, write

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
# The platform without a screen says so where a menu pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[BriefsPage]:
    """Give the page on a topic of two Pro contentions and one of Con."""
    made = topics.add(workspace.library, Topic(resolution="Resolved: Homework should end.", name="Homework"))
    workspace.show_topic(made.new(Topic))
    with alone(qtbot, BriefsPage(workspace), 830) as page:
        settle(qtbot, page, lambda board: board.topic.name == "Homework")
        library, topic = workspace.library, workspace.topic_id
        for side, title, names in ((Side.PRO, "One", "ab"), (Side.PRO, "Two", "c"), (Side.CON, "Three", "d")):
            (section,) = briefs.add_section(library, topic, side, title).ids["section"]
            for claim in names:
                arguments.add(library, Argument(topic_id=topic, side=side, claim=claim), section_id=section)
        page.refresh()
        settle(qtbot, page, lambda board: claims(board, Side.CON) == [["d"]])
        yield page


def steps(page: BriefsPage) -> list[str]:
    return [step.name for step in history.steps(page.workspace.library, 100)]


def undo(page: BriefsPage) -> None:
    page.workspace.edit(page, lambda library: history.undo(library))


def titles(board: Board, side: Side = Side.PRO) -> list[tuple[str, int]]:
    return [(each.title, each.depth) for each in board.sides[side].parts[Part.CASE]]


def heading(page: BriefsPage, title: str, side: Side = Side.PRO) -> SectionHeading:
    rows = page.columns[side].body.rows
    return next(row for row in rows if isinstance(row, SectionHeading) and row.view and row.view.title == title)


def do(page: BriefsPage, words: str) -> None:
    next(action for action in page.commands() if action.text() == words).trigger()


def test_shift_with_the_arrows_chooses_rows_and_one_step_moves_them(qtbot: QtBot, page: BriefsPage) -> None:
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    assert [row.picked for row in cards(page, Side.PRO)] == [True, True, False]
    assert cards(page, Side.PRO)[0].accessibleDescription() == "chosen"
    count = len(steps(page))
    press(qtbot, Qt.Key.Key_X, CTRL)
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [[], ["c"]])
    assert QApplication.clipboard().text() == "a\nb"
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_V, CTRL)
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [[], ["c", "a", "b"]])
    assert len(steps(page)) == count + 2
    undo(page)
    undo(page)
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["a", "b"], ["c"]])


def test_clicks_with_ctrl_and_shift_choose_rows(qtbot: QtBot, page: BriefsPage) -> None:
    first, second, third = cards(page, Side.PRO)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(first, left)
    qtbot.mouseClick(third, left, CTRL)
    assert [row.picked for row in (first, second, third)] == [True, False, True]
    qtbot.mouseClick(second, left)
    assert not any(row.picked for row in (first, second, third))
    qtbot.mouseClick(third, left, SHIFT)
    assert [row.picked for row in (first, second, third)] == [False, True, True]
    press(qtbot, Qt.Key.Key_Escape)
    assert not any(row.picked for row in (first, second, third))


def test_several_rows_go_to_the_trash_as_one_step(qtbot: QtBot, page: BriefsPage) -> None:
    first, second, _third = cards(page, Side.PRO)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton, CTRL)
    press(qtbot, Qt.Key.Key_Delete)
    board = settle(qtbot, page, lambda board: claims(board, Side.PRO) == [[], ["c"]])
    assert sorted(each.claim for each in board.arguments.values()) == ["c", "d"]
    assert steps(page)[0] == "Move to trash"
    undo(page)
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["a", "b"], ["c"]])


def test_a_section_is_indented_and_brought_back(qtbot: QtBot, page: BriefsPage) -> None:
    heading(page, "Two").setFocus()
    press(qtbot, Qt.Key.Key_BracketRight, CTRL)
    board = settle(qtbot, page, lambda board: titles(board) == [("One", 0), ("Two", 1)])
    assert [each.number for each in board.sides[Side.PRO].parts[Part.CASE]] == ["C1", "C1a"]
    press(qtbot, Qt.Key.Key_BracketLeft, CTRL)
    settle(qtbot, page, lambda board: titles(board) == [("One", 0), ("Two", 0)])


def test_sections_dragged_together_go_over_as_one_step(qtbot: QtBot, page: BriefsPage) -> None:
    body = page.columns[Side.PRO].body
    body.pick_every()
    rows = body.row_drag(heading(page, "One"))
    data = payload(kind="section", id=heading(page, "One").section, side="pro", rows=rows)
    assert drop(page, Side.CON, data, heading(page, "Three", Side.CON).geometry().topLeft())
    settle(qtbot, page, lambda board: claims(board, Side.CON) == [["a", "b"], ["c"], ["d"]])
    undo(page)
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["a", "b"], ["c"]])


def test_several_rows_move_up_and_down_together(qtbot: QtBot, page: BriefsPage) -> None:
    heading(page, "One").setFocus()
    first = cards(page, Side.PRO)[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    do(page, "Duplicate")
    settle(qtbot, page, lambda board: claims(board, Side.PRO)[0] == ["a", "a", "b"])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is cards(page, Side.PRO)[1], timeout=3000)
    rows = cards(page, Side.PRO)
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton, SHIFT)
    press(qtbot, Qt.Key.Key_Down, ALT)
    settle(qtbot, page, lambda board: claims(board, Side.PRO)[0] == ["b", "a", "a"])


def test_folding_hides_what_a_section_holds(qtbot: QtBot, page: BriefsPage) -> None:
    row = heading(page, "One")
    row.setFocus()
    press(qtbot, Qt.Key.Key_Left)
    assert len(cards(page, Side.PRO)) == 1
    assert "folded: 2 rows inside" in heading(page, "One").accessibleName()
    press(qtbot, Qt.Key.Key_Right)
    assert len(cards(page, Side.PRO)) == 3
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row._sign().center().toPoint())
    assert len(cards(page, Side.PRO)) == 1
    press(qtbot, Qt.Key.Key_Period, CTRL)
    assert len(cards(page, Side.PRO)) == 3


def test_enter_adds_after_and_tab_sets_the_depth(qtbot: QtBot, page: BriefsPage) -> None:
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "after a")
    settle(qtbot, page, lambda board: claims(board, Side.PRO)[0] == ["a", "after a", "b"])
    press(qtbot, Qt.Key.Key_Backtab, SHIFT)
    write(qtbot, "Between")
    write(qtbot, "in between")
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["a", "after a", "b"], ["in between"], ["c"]])
    press(qtbot, Qt.Key.Key_Return)
    assert focused(Field) is not None, "Enter on an empty row goes one level up"
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "deeper")
    board = settle(qtbot, page, lambda board: claims(board, Side.PRO)[1] == ["in between", "deeper"])
    assert titles(board) == [("One", 0), ("Between", 0), ("Two", 0)]
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ArgumentCard))


def test_tab_is_no_trap_in_a_new_row(qtbot: QtBot, page: BriefsPage) -> None:
    page.columns[Side.PRO].new_contention()
    body = page.columns[Side.PRO].body
    for _ in range(3):
        if focused(Field) is None:
            break
        press(qtbot, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert not isinstance(now, Field)
    assert body.draft is None


def test_notes_are_split_at_the_cursor_and_merged_again(qtbot: QtBot, page: BriefsPage) -> None:
    page.workspace.edit(
        page, lambda library: briefs.write_note(library, page.workspace.topic_id, Side.PRO, "First half. Rest 😀 half.")
    )
    column = page.columns[Side.PRO]
    column.tabs.setCurrentIndex(2)

    def texts(board: Board) -> list[str]:
        return [item.text for each in board.sides[Side.PRO].parts[Part.NOTES] for item in each.items]

    settle(qtbot, page, lambda board: len(texts(board)) == 1)
    row = next(row for row in column.body.rows if isinstance(row, NoteRow))
    row.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    field = focused(Field)
    assert field is not None
    cursor = field.textCursor()
    cursor.setPosition(len("First half. Rest ") + 2)
    field.setTextCursor(cursor)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    settle(qtbot, page, lambda board: texts(board) == ["First half. Rest 😀", "half."])
    rows = [row for row in column.body.rows if isinstance(row, NoteRow)]
    rows[1].setFocus()
    press(qtbot, Qt.Key.Key_J, CTRL)
    settle(qtbot, page, lambda board: texts(board) == ["First half. Rest 😀\n\nhalf."])


def test_a_reference_tells_where_else_it_stands_and_can_be_frozen(qtbot: QtBot, page: BriefsPage) -> None:
    library = page.workspace.library
    card = cards(page, Side.PRO)[0]
    number = card.argument
    there = heading(page, "Two").section
    page.workspace.edit(page, lambda _library: briefs.add_argument(library, there, number))
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["a", "b"], ["c", "a"]])
    qtbot.waitUntil(lambda: "also in C2" in cards(page, Side.PRO)[0].accessibleName())
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: "frozen copy" in cards(page, Side.PRO)[0].accessibleName())
    page.desk.set_words(number, "claim", "a anew")
    qtbot.waitUntil(lambda: "was changed since" in cards(page, Side.PRO)[0].accessibleName())
    assert cards(page, Side.PRO)[0].blocks[0].words.text == "a"
    assert cards(page, Side.PRO)[-1].blocks[0].words.text == "a anew"
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_F2)
    assert focused(Field) is None, "a frozen copy keeps its words"
    press(qtbot, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: cards(page, Side.PRO)[0].blocks[0].words.text == "a anew")


def test_an_argument_dropped_on_one_of_the_other_side_answers_it(qtbot: QtBot, page: BriefsPage) -> None:
    ours, theirs = cards(page, Side.CON)[0], cards(page, Side.PRO)[0]
    data = payload(kind="item", id=ours.item, side="con", argument=ours.argument, rows=[("item", ours.item)])
    assert drop(page, Side.PRO, data, theirs.geometry().center())
    board = settle(qtbot, page, lambda board: len(board.answers) == 1)
    (answer,) = board.answers.values()
    assert (answer.answering, answer.target) == (ours.argument, theirs.argument)
    qtbot.waitUntil(lambda: page.desk.answer == answer.id)
    page.desk.set_tier(answer.id, 2)
    qtbot.waitUntil(lambda: "tier 2" in page.panel.response.text())


def test_several_arguments_are_answered_together_and_one_answer_is_applied_to_another(
    qtbot: QtBot, page: BriefsPage
) -> None:
    first, second, third = cards(page, Side.PRO)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton, SHIFT)
    press(qtbot, Qt.Key.Key_G)
    assert "C1.1, C1.2 together" in page.panel._who.text()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.panel._who.text() == "Pro C1.1", "what is given up answers nothing together"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton, SHIFT)
    press(qtbot, Qt.Key.Key_G)
    write(qtbot, "Both fail")
    board = settle(qtbot, page, lambda board: len(board.answers) == 2)
    assert {each.grouped_as for each in board.answers.values()} == {"C1.1, C1.2"}
    assert len({each.answering for each in board.answers.values()}) == 1
    qtbot.waitUntil(lambda: "C1.1, C1.2 together" in page.panel._who.text())
    menu = cross_menu(page.desk, page.columns[Side.PRO])
    assert isinstance(menu, QMenu)
    assert [action.data() for action in menu.actions()] == [third.argument]
    menu.actions()[0].trigger()
    board = settle(qtbot, page, lambda board: len(board.answers) == 3)
    applied = next(each for each in board.answers.values() if each.target == third.argument)
    assert applied.grouped_as == ""
    assert "also answers C1.1, C1.2" in applied.also


def test_rows_chosen_go_to_a_further_brief_by_the_menu(qtbot: QtBot, page: BriefsPage) -> None:
    library = page.workspace.library
    made = briefs.add(library, page.workspace.topic_id, Side.PRO, "Short case").new(Brief)
    page.refresh()
    settle(qtbot, page, lambda board: [each.title for each in board.others] == ["Short case"])
    column, row = page.columns[Side.PRO], heading(page, "Two")
    row.setFocus()
    column.show_menu(row, QPoint(5, 5), [])
    menu = column.findChildren(QMenu)[-1]
    (entry,) = [action for action in entries(menu) if action.text() == "Short case"]
    entry.trigger()
    board = settle(qtbot, page, lambda board: titles(board) == [("One", 0)])
    assert [title for _id, title in board.others[0].sections] == ["Two"]
    assert board.others[0].id == made
    menu.close()


def test_what_is_pasted_from_another_program_becomes_rows(qtbot: QtBot, page: BriefsPage) -> None:
    QApplication.clipboard().setText("Fairness\n    Some have help at home\n    Some have none\nHealth\n    Sleep")
    heading(page, "One").setFocus()
    press(qtbot, Qt.Key.Key_V, CTRL)
    board = settle(qtbot, page, lambda board: len(titles(board)) == 4)
    assert titles(board) == [("One", 0), ("Fairness", 0), ("Health", 0), ("Two", 0)]
    heading(page, "Fairness").setFocus()
    press(qtbot, Qt.Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: QApplication.clipboard().mimeData().hasFormat(clipping.MIME))
    assert QApplication.clipboard().text().splitlines()[0] == "Fairness"


def _until_offered(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true, timeout=8000)


def test_questions_lines_and_offers_stand_under_an_argument(qtbot: QtBot, page: BriefsPage) -> None:
    target, ours = cards(page, Side.PRO)[0].argument, cards(page, Side.CON)[0].argument
    page.desk.set_words(target, "claim", "Homework harms the sleep of children")
    page.desk.set_words(ours, "claim", "Sleep depends on screens and not on homework")
    settle(qtbot, page, lambda board: board.arguments[ours].claim.startswith("Sleep"))
    page.desk.select(target, 0)
    _until_offered(qtbot, lambda: bool(page.panel.offers.rows))
    offer = next(row for row in page.panel.offers.rows if row._aim is Aim.ANSWER)
    assert "sleep" in offer.shares.text().casefold()
    qtbot.mouseClick(page.panel.ready.add_question, Qt.MouseButton.LeftButton)
    write(qtbot, "How long do they sleep?")
    board = settle(qtbot, page, lambda board: len(board.arguments[target].questions) == 1)
    write(qtbot, "Too little")
    board = settle(qtbot, page, lambda board: board.arguments[target].questions[0].expect == "Too little")
    page.panel.ready.begin_line(LineKind.MAGNITUDE)
    write(qtbot, "Every child in the land")
    board = settle(qtbot, page, lambda board: len(board.arguments[target].lines) == 1)
    assert board.arguments[target].lines[0].kind is LineKind.MAGNITUDE
    _until_offered(qtbot, lambda: bool(page.panel.offers.rows) and page.panel.offers.rows[0].isVisible())
    qtbot.mouseClick(page.panel.offers.rows[0].take, Qt.MouseButton.LeftButton)
    settle(qtbot, page, lambda board: [each.answering for each in board.answers.values()] == [ours])


def test_an_argument_that_went_before_offers_were_looked_for_is_no_failure(qtbot: QtBot, page: BriefsPage) -> None:
    failed: list[str] = []
    page.workspace.failed.connect(failed.append)
    board, offers = page.desk.board, page.panel.offers
    assert board is not None
    with qtbot.waitSignal(offers._soon.timeout):
        offers.show_offers(replace(board.arguments[cards(page, Side.PRO)[0].argument], id=10**6))
    qtbot.waitUntil(lambda: not offers.reading.is_reading)
    assert failed == []
    assert offers.rows == []


def test_headings_count_in_the_words_and_times_of_the_format(qtbot: QtBot, page: BriefsPage) -> None:
    name = page.columns[Side.PRO].heading.accessibleName()
    assert "2 contentions · 3 arguments" in name
    assert " of 4:00" in name


def test_a_group_is_taken_apart_and_a_frontline_written_by_its_key(qtbot: QtBot, page: BriefsPage) -> None:
    first, second, _third = cards(page, Side.PRO)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton, CTRL)
    press(qtbot, Qt.Key.Key_G)
    write(qtbot, "Both fail")
    board = settle(qtbot, page, lambda board: len(board.answers) == 2)
    qtbot.waitUntil(lambda: page.desk.answer in board.answers)
    page.panel.response.ungroup.trigger()
    settle(qtbot, page, lambda board: not any(each.grouped_as for each in board.answers.values()))
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_R)
    write(qtbot, "Neither does")
    board = settle(qtbot, page, lambda board: len(board.answers) == 3)
    assert board.arguments[first.argument].frontlines == 1
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is cards(page, Side.PRO)[0], "Escape leads back to the brief"


def test_ctrl_enter_answers_one_after_another(qtbot: QtBot, page: BriefsPage) -> None:
    cards(page, Side.PRO)[0].setFocus()
    press(qtbot, Qt.Key.Key_A)
    for words in ("Not a", "Not b", "Not c"):
        field = focused(Field)
        assert field is not None
        qtbot.keyClicks(field, words)
        press(qtbot, Qt.Key.Key_Return, CTRL)
    board = settle(qtbot, page, lambda board: len(board.answers) == 3)
    pairs = {board.arguments[each.target].claim: board.we_say(each) for each in board.answers.values()}
    assert pairs == {"a": "Not a", "b": "Not b", "c": "Not c"}
    assert isinstance(QApplication.focusWidget(), ArgumentCard)
