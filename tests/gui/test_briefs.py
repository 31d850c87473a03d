"""The Briefs page: both sides built by mouse and by keys, answered, arranged, thrown away and brought back."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Argument, Topic
from debateprep.domain.terms import Part, ResponseType, Side, SupportKind
from debateprep.gui.models.board import Board, ShelfEntry
from debateprep.gui.models.shelf import ShelfModel
from debateprep.gui.pages.briefs.cards import ArgumentCard
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.pages.briefs.rows import LinkRow, Row, payload
from debateprep.gui.theme import look
from debateprep.gui.workspace import Workspace
from debateprep.services import arguments, briefs, history, selections, topics
from debateprep.storage.library import Library
from tests.gui.showing import alone


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[BriefsPage]:
    """Give the page with the practice topic in view."""
    with alone(qtbot, BriefsPage(workspace), 830) as page:
        qtbot.waitUntil(lambda: page.desk.board is not None)
        yield page


@pytest.fixture
def empty(qtbot: QtBot, page: BriefsPage) -> BriefsPage:
    """Give the page on a new topic without a word in it."""
    made = topics.add(page.workspace.library, Topic(resolution="Resolved: Homework should end.", name="Homework"))
    page.workspace.show_topic(made.new(Topic))
    settle(qtbot, page, lambda board: board.topic.name == "Homework")
    return page


Focus = TypeVar("Focus", bound=QWidget)


def settle(qtbot: QtBot, page: BriefsPage, wanted: Callable[[Board], bool]) -> Board:
    qtbot.waitUntil(lambda: page.desk.board is not None and wanted(page.desk.board), timeout=5000)
    assert page.desk.board is not None
    return page.desk.board


def focused(kind: type[Focus]) -> Focus | None:
    found = QApplication.focusWidget()
    return found if isinstance(found, kind) else None


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, modifier)


def write(qtbot: QtBot, words: str, *, enter: bool = True) -> None:
    field = focused(Field)
    assert field is not None, QApplication.focusWidget()
    qtbot.keyClicks(field, words)
    if enter:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def link(page: BriefsPage, side: Side, words: str, nth: int = -1) -> QAbstractButton:
    found = [
        stop
        for row in page.columns[side].body.rows
        if isinstance(row, LinkRow)
        for stop in row.stops()
        if isinstance(stop, QAbstractButton) and words in stop.text()
    ]
    return found[nth]


def claims(board: Board, side: Side) -> list[list[str]]:
    sections = board.sides[side].parts[Part.CASE]
    return [[board.arguments[item.argument].claim for item in each.items if item.argument] for each in sections]


def cards(page: BriefsPage, side: Side) -> list[ArgumentCard]:
    return [row for row in page.columns[side].body.rows if isinstance(row, ArgumentCard)]


def pill(qtbot: QtBot, card: ArgumentCard, key: str) -> None:
    found = next(each for each in card.pills if each.key == key)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=found.rect.center().toPoint())


def drop(page: BriefsPage, side: Side, data: QMimeData, point: QPoint) -> bool:
    body = page.columns[side].body
    where = QPointF(point)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, Qt.DropAction.MoveAction, data, left, none)
    QApplication.sendEvent(body, enter)
    if enter.isAccepted():
        QApplication.sendEvent(body, QDropEvent(where, Qt.DropAction.MoveAction, data, left, none, QEvent.Type.Drop))
    return enter.isAccepted()


def build(qtbot: QtBot, page: BriefsPage, side: Side, title: str, first: list[str]) -> None:
    """Build a contention with arguments through the services, for journeys that begin later."""
    library, topic = page.workspace.library, page.workspace.topic_id
    made = briefs.add_section(library, topic, side, title)
    (section,) = made.ids["section"]
    for claim in first:
        arguments.add(library, Argument(topic_id=topic, side=side, claim=claim), section_id=section)
    page.refresh()
    settle(qtbot, page, lambda board: claims(board, side)[-1:] == [first])


def test_both_sides_are_built_by_mouse(qtbot: QtBot, empty: BriefsPage) -> None:
    page = empty

    def begin(side: Side) -> None:
        qtbot.mouseClick(link(page, side, "+ Contention"), Qt.MouseButton.LeftButton)
        write(qtbot, f"{side.label} one")
        settle(qtbot, page, lambda board: board.sides[side].contentions == 1)

    def argue(side: Side, claim: str) -> None:
        qtbot.mouseClick(link(page, side, "+ Argument"), Qt.MouseButton.LeftButton)
        write(qtbot, claim)
        settle(qtbot, page, lambda board: claim in claims(board, side)[0])

    for side in (Side.PRO, Side.CON):
        begin(side)
        for claim in ("First claim", "Second claim"):
            argue(side, claim)
    board = page.desk.board
    assert board is not None
    assert claims(board, Side.PRO) == claims(board, Side.CON) == [["First claim", "Second claim"]]
    assert [board.arguments[card.argument].number for card in cards(page, Side.CON)] == ["C1.1", "C1.2"]


def test_a_side_is_built_and_answered_by_keys_only(qtbot: QtBot, empty: BriefsPage) -> None:
    page = empty
    page.columns[Side.PRO].tabs.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is link(page, Side.PRO, "+ Contention")
    press(qtbot, Qt.Key.Key_Return)
    for words in ("Rest helps learning", "Sleep comes first", "Play teaches"):
        write(qtbot, words)
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["Sleep comes first", "Play teaches"]])
    assert focused(Field) is not None, "Enter goes on to the next row"
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ArgumentCard))
    press(qtbot, Qt.Key.Key_A)
    write(qtbot, "Practice needs time")
    board = settle(qtbot, page, lambda board: len(board.answers) == 1)
    (answer,) = board.answers.values()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.panel.because)
    assert board.arguments[answer.answering].side is Side.CON
    assert board.arguments[answer.target].claim == "Play teaches"
    assert [each.answered for each in board.coverage] == [1, 0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_what_is_typed_while_an_answer_is_being_saved_goes_to_its_reasons(
    qtbot: QtBot, page: BriefsPage, key: Qt.Key
) -> None:
    board = page.desk.board
    assert board is not None
    target = next(each for each in board.arguments.values() if each.side is Side.PRO and not each.answers)
    page.desk.write_to(target.id)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.panel.we)
    qtbot.keyClicks(page.panel.we, "Few would come")
    press(qtbot, key)
    qtbot.keyClicks(page.panel.we, "Sunday is quiet")
    assert page.panel.we.words() == "Few would come"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.panel.because)
    qtbot.keyClicks(page.panel.because, " already")
    assert page.panel.because.words() == "Sunday is quiet already"
    press(qtbot, Qt.Key.Key_Return)
    settle(
        qtbot, page, lambda board: any(each.warrant == "Sunday is quiet already" for each in board.arguments.values())
    )


def test_an_answer_that_cannot_be_saved_keeps_all_that_was_typed(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    target = next(each for each in board.arguments.values() if each.side is Side.PRO and not each.answers)
    page.desk.write_to(target.id)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.panel.we)
    qtbot.keyClicks(page.panel.we, "Few")
    page.panel.we.left.emit(True)  # noqa: FBT003 - a signal
    qtbot.keyClicks(page.panel.we, " would come")
    page.workspace.failed.emit("The disk is full.")
    assert page.panel.we.words() == "Few would come"


def test_a_reply_is_written_from_the_hole_in_the_panel(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    target = next(each for each in board.arguments.values() if each.number and each.answers and not each.frontlines)
    page.show_argument(target.id)
    assert "No frontline yet" in page.panel.reply._none.text()
    before = len(board.answers)
    qtbot.mouseClick(page.panel.reply.write, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page.panel.we
    write(qtbot, "We thought of that", enter=False)
    board = settle(qtbot, page, lambda board: len(board.answers) == before + 1)
    assert QApplication.focusWidget() is page.panel.we, "the cursor stays while the pause saves"
    write(qtbot, " already")
    settle(
        qtbot, page, lambda board: any(each.claim == "We thought of that already" for each in board.arguments.values())
    )
    board = settle(qtbot, page, lambda board: board.arguments[target.id].frontlines == 1)
    assert len(board.answers) == before + 1
    names = [step.name for step in history.steps(page.workspace.library, 3)]
    assert names[0] == "Write answer", "what is typed in one focus is one step"


def test_coverage_writes_one_and_counts_it(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    hole = page.panel.coverage.holes[0]
    before = board.coverage[0].answered
    qtbot.mouseClick(hole.write, Qt.MouseButton.LeftButton)
    write(qtbot, "Not for everyone")
    board = settle(qtbot, page, lambda board: board.coverage[0].answered == before + 1)
    assert page.panel.coverage.bars[0].accessibleName() == board.coverage[0].sentence


def test_words_are_edited_in_place_and_escape_takes_them_back(qtbot: QtBot, page: BriefsPage) -> None:
    card = cards(page, Side.PRO)[0]
    number, old = card.argument, card.stored("claim")
    card.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, " Indeed.")
    settle(qtbot, page, lambda board: board.arguments[number].claim == old + " Indeed.")
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, " No", enter=False)
    settle(qtbot, page, lambda board: board.arguments[number].claim.endswith(" No"))
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, page, lambda board: board.arguments[number].claim == old + " Indeed.")
    assert QApplication.focusWidget() is card


def test_name_title_warrant_and_impact_are_edited(qtbot: QtBot, page: BriefsPage) -> None:
    card = cards(page, Side.PRO)[0]
    number = card.argument
    card.setFocus()
    press(qtbot, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    field = focused(Field)
    assert field is not None
    field.selectAll()
    write(qtbot, "Trips")
    settle(qtbot, page, lambda board: board.arguments[number].name == "Trips")
    page.panel.tabs.setCurrentIndex(0)
    for part, words in ((page.panel.because, "new warrant"), (page.panel.therefore, "new impact")):
        part.setFocus()
        part.selectAll()
        write(qtbot, words)
    written = ("new warrant", "new impact")
    settle(qtbot, page, lambda board: (board.arguments[number].warrant, board.arguments[number].impact) == written)
    heading = next(row for row in page.columns[Side.PRO].body.rows if row.key[0] == "section" and row.section > 1)
    heading.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, "!")
    settle(qtbot, page, lambda board: any(each.title.endswith("!") for each in board.sides[Side.PRO].parts[Part.CASE]))


def test_we_say_is_worded_on_the_link_where_the_claim_stands_in_the_case(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    answer = next(each for each in board.answers.values() if not each.shared and not each.wording)
    page.desk.select(answer.target, answer.id)
    page.panel.we.setFocus()
    page.panel.we.selectAll()
    write(qtbot, "Said anew")
    board = settle(qtbot, page, lambda board: board.we_say(board.answers[answer.id]) == "Said anew")
    assert board.arguments[answer.answering].claim == "Said anew"
    page.desk.set_response(answer.id, ResponseType.OUTWEIGH)
    settle(qtbot, page, lambda board: board.answers[answer.id].response is ResponseType.OUTWEIGH)
    assert page.panel.response.text().startswith("outweigh")


def stands(case: list[list[str]], board: Board) -> bool:
    return claims(board, Side.PRO) == case


def test_arguments_move_by_keys_within_and_between_contentions(qtbot: QtBot, empty: BriefsPage) -> None:
    page = empty
    build(qtbot, page, Side.PRO, "One", ["a", "b"])
    build(qtbot, page, Side.PRO, "Two", ["c"])
    cards(page, Side.PRO)[0].setFocus()
    for wanted in ([["b", "a"], ["c"]], [["b"], ["a", "c"]], [["b"], ["c", "a"]]):
        press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        board = settle(qtbot, page, partial(stands, wanted))
    focus = focused(ArgumentCard)
    assert isinstance(focus, ArgumentCard)
    assert board.arguments[focus.argument].claim == "a", "the focus stays on what moved"


def test_dragging_moves_arguments_sections_and_nothing_of_the_other_side(qtbot: QtBot, empty: BriefsPage) -> None:
    page = empty
    build(qtbot, page, Side.PRO, "One", ["a", "b"])
    build(qtbot, page, Side.PRO, "Two", ["c"])
    first, _second, third = cards(page, Side.PRO)
    what = payload(kind="item", id=first.item, side="pro")
    assert drop(page, Side.PRO, what, third.geometry().bottomLeft() - QPoint(0, 3))
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["b"], ["c", "a"]])
    assert not drop(page, Side.CON, what, QPoint(20, 20))
    board = page.desk.board
    assert board is not None
    last = board.sides[Side.PRO].parts[Part.CASE][1].id
    assert drop(page, Side.PRO, payload(kind="section", id=last, side="pro"), QPoint(20, 6))
    settle(qtbot, page, lambda board: claims(board, Side.PRO) == [["c", "a"], ["b"]])


def test_positions_and_cards_become_arguments_and_supports(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    position = next(each for each in board.shelf if each.kind == "position")
    card = next(each for each in board.shelf if each.kind == "card")
    top = cards(page, Side.PRO)[0]
    section, before = top.section, board.sides[Side.PRO].arguments
    assert drop(page, Side.PRO, payload(kind="position", id=position.id), top.geometry().topLeft() + QPoint(20, 2))
    board = settle(qtbot, page, lambda board: board.sides[Side.PRO].arguments == before + 1)
    view = next(each for each in board.sides[Side.PRO].parts[Part.CASE] if each.id == section)
    made = board.arguments[view.items[0].argument]
    assert made.claim == position.text
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "argument", 0) == made.id)
    assert [each.kind for each in made.supports] in ([SupportKind.PARAPHRASE], [SupportKind.REPORTED])
    top = next(each for each in cards(page, Side.PRO) if each.argument == made.id)
    assert drop(page, Side.PRO, payload(kind="card", id=card.id), top.geometry().center())
    board = settle(qtbot, page, lambda board: len(board.arguments[made.id].supports) == 2)
    assert board.arguments[made.id].supports[1].kind is SupportKind.QUOTED


def test_the_drawer_works_by_keys(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    cards(page, Side.PRO)[0].setFocus()
    before = board.sides[Side.PRO].arguments
    press(qtbot, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.shelf.list)
    page.shelf.list.setCurrentIndex(page.shelf.model.index(3))
    entry = page.shelf.chosen()
    assert entry is not None
    press(qtbot, Qt.Key.Key_Return)
    board = settle(qtbot, page, lambda board: board.sides[Side.PRO].arguments == before + 1)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ArgumentCard))
    assert board.arguments[page.desk.argument].claim == entry.text
    page.shelf.list.setFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page, lambda board: len(board.arguments[page.desk.argument].supports) == 2)


def test_reasoning_is_kept_with_its_first_words(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    number = cards(page, Side.CON)[0].argument
    page.desk.select(number, 0)
    before = len(board.arguments[number].supports)
    page.panel.supports.begin(SupportKind.REASONING)
    write(qtbot, "It follows", enter=False)
    settle(qtbot, page, lambda board: len(board.arguments[number].supports) == before + 1)
    write(qtbot, " from the rest", enter=False)
    settle(qtbot, page, lambda board: board.arguments[number].supports[-1].text == "It follows from the rest")
    assert len(history.steps(page.workspace.library, 9)) >= 1
    assert history.steps(page.workspace.library, 2)[0].name == "Add support"


def test_trash_offers_undo_and_undo_brings_it_back(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    card = cards(page, Side.PRO)[1]
    number, answered = card.argument, board.coverage
    card.setFocus()
    with qtbot.waitSignal(page.workspace.notice) as told:
        press(qtbot, Qt.Key.Key_Delete)
    assert "Undo" in told.args[0]
    settle(qtbot, page, lambda board: number not in board.arguments)
    page.workspace.edit(page, lambda library: history.undo(library))
    board = settle(qtbot, page, lambda board: number in board.arguments)
    assert board.coverage == answered


def test_pills_go_where_they_say(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    open_one = next(card for card in cards(page, Side.PRO) if not board.arguments[card.argument].answers)
    page.columns[Side.PRO].body.reveal(open_one)
    pill(qtbot, open_one, "answer")
    assert QApplication.focusWidget() is page.panel.we
    assert page.desk.argument == open_one.argument
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is open_one, "an answer given up leads back"
    met = next(card for card in cards(page, Side.PRO) if board.arguments[card.argument].frontlines)
    pill(qtbot, met, "frontline")
    assert board.arguments[page.desk.argument].side is Side.CON
    assert page.panel._who.text().startswith("Pro answers Con")


def test_arrows_walk_and_tab_leaves(qtbot: QtBot, page: BriefsPage) -> None:
    body = page.columns[Side.PRO].body
    first = cards(page, Side.PRO)[0]
    first.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is cards(page, Side.PRO)[1]
    press(qtbot, Qt.Key.Key_Right)
    now = QApplication.focusWidget()
    assert now is not None
    assert page.columns[Side.CON].isAncestorOf(now)
    press(qtbot, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is cards(page, Side.PRO)[1]
    press(qtbot, Qt.Key.Key_Tab)
    now = QApplication.focusWidget()
    assert now is not None
    assert not body.isAncestorOf(now), "one Tab leaves a column however long it is"


def test_the_other_tabs_hold_answers_and_notes(qtbot: QtBot, page: BriefsPage) -> None:
    column = page.columns[Side.PRO]
    board = page.desk.board
    assert board is not None
    assert str(board.sides[Side.PRO].answer_count) in column.tabs.tabText(1)
    column.tabs.setCurrentIndex(1)
    shown = {card.answer for card in cards(page, Side.PRO) if card.answer}
    assert shown == {each.id for each in board.answers.values() if board.arguments[each.answering].side is Side.PRO}
    column.tabs.setCurrentIndex(2)
    qtbot.mouseClick(link(page, Side.PRO, "+ Note"), Qt.MouseButton.LeftButton)
    write(qtbot, "Ask the driver")
    settle(
        qtbot,
        page,
        lambda board: any(
            item.text == "Ask the driver" for each in board.sides[Side.PRO].parts[Part.NOTES] for item in each.items
        ),
    )


def test_answers_change_places_by_keys(qtbot: QtBot, page: BriefsPage, victory_topic: int) -> None:
    page.workspace.show_topic(victory_topic)
    board = settle(qtbot, page, lambda board: board.topic.id == victory_topic)
    column = page.columns[Side.CON]
    column.tabs.setCurrentIndex(1)
    target = next(each for each in board.arguments.values() if each.side is Side.PRO and len(each.answers) == 2)
    first, second = target.answers
    row = column.body.row_of("answer", first)
    assert row is not None
    row.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, page, lambda board: board.arguments[target.id].answers == (second, first))
    assert QApplication.focusWidget() is row


def test_undo_takes_back_typing_first_and_steps_after(qtbot: QtBot, page: BriefsPage) -> None:
    card = cards(page, Side.PRO)[0]
    card.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    field = focused(Field)
    assert field is not None
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undo.ignore()
    QApplication.sendEvent(field, undo)
    assert not undo.isAccepted(), "nothing is typed, so the window's Undo takes the key"
    qtbot.keyClicks(field, "x")
    QApplication.sendEvent(field, undo)
    assert undo.isAccepted(), "what is typed is taken back first"


def test_an_argument_of_another_topic_is_shown_when_its_topic_is_there(
    qtbot: QtBot, page: BriefsPage, victory_topic: int
) -> None:
    with page.workspace.library.read() as reader:
        wanted = reader.all(Argument, topic_id=victory_topic, side=Side.CON.value)[0]
    page.workspace.show_topic(victory_topic)
    page.workspace.argument_wanted.emit(wanted.id)
    qtbot.waitUntil(lambda: page.desk.argument == wanted.id)


def test_a_topic_may_change_while_something_is_being_written(
    qtbot: QtBot, page: BriefsPage, victory_topic: int
) -> None:
    qtbot.mouseClick(link(page, Side.PRO, "+ Argument", 0), Qt.MouseButton.LeftButton)
    page.workspace.show_topic(victory_topic)
    board = settle(qtbot, page, lambda board: board.topic.id == victory_topic)
    assert page.columns[Side.PRO].body.draft is None
    assert len(cards(page, Side.PRO)) == board.sides[Side.PRO].arguments


def test_one_side_alone_writes_out_what_they_say(qtbot: QtBot, page: BriefsPage) -> None:
    page.show_alone(Side.CON)
    assert page.columns[Side.PRO].isHidden()
    board = page.desk.board
    assert board is not None
    card = next(each for each in cards(page, Side.CON) if board.arguments[each.argument].answers)
    said = board.we_say(board.answers[board.arguments[card.argument].answers[0]])
    assert any(block.words.text == f"They say: {said}" for block in card.blocks)
    page.show_alone(None)
    assert not page.columns[Side.PRO].isHidden()


def test_refresh_keeps_selection_focus_and_widgets(qtbot: QtBot, page: BriefsPage) -> None:
    card = cards(page, Side.CON)[2]
    card.setFocus()
    chosen = (page.desk.argument, page.desk.answer)
    other = cards(page, Side.PRO)[0].argument
    page.desk.set_words(other, "claim", "Changed elsewhere")
    settle(qtbot, page, lambda board: board.arguments[other].claim == "Changed elsewhere")
    assert QApplication.focusWidget() is card
    assert (page.desk.argument, page.desk.answer) == chosen


def test_edits_are_there_after_opening_again(qtbot: QtBot, empty: BriefsPage) -> None:
    page = empty
    qtbot.mouseClick(link(page, Side.CON, "+ Contention"), Qt.MouseButton.LeftButton)
    write(qtbot, "Kept", enter=False)
    page.columns[Side.PRO].tabs.setFocus()
    settle(qtbot, page, lambda board: board.sides[Side.CON].contentions == 1)
    with Library(page.workspace.library.path, write=False) as again, again.read() as reader:
        found = briefs.dossier(reader, page.workspace.topic_id)
    assert [node.section.title for node in found.outlines[Side.CON][Part.CASE]] == ["Kept"]


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, page: BriefsPage) -> None:
    page.desk.select(cards(page, Side.PRO)[0].argument)
    page.shelf_action.setChecked(True)
    for tab in range(3):
        page.columns[Side.PRO].tabs.setCurrentIndex(tab)
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isHidden() and widget.isVisible():
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget
    board = page.desk.board
    assert board is not None
    page.columns[Side.PRO].tabs.setCurrentIndex(0)
    card = cards(page, Side.PRO)[0]
    assert card.accessibleName().startswith("Pro argument C1.1: ")
    assert all(action.text() for action in page.commands())


def test_the_shelf_model(qtbot: QtBot, page: BriefsPage, qtmodeltester: ModelTester) -> None:
    board = page.desk.board
    assert board is not None
    model = ShelfModel()
    model.show_entries(board.shelf)
    qtmodeltester.check(model)
    whole = model.rowCount()
    model.filter("fare")
    assert 0 < model.rowCount() < whole
    entry = model.index(0).data(Qt.ItemDataRole.UserRole)
    assert isinstance(entry, ShelfEntry)
    assert model.mimeData([model.index(0)]).hasFormat(model.mimeTypes()[0])


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("size", "scale"), [((1365, 830), 1.0), ((950, 530), 1.0), ((950, 530), 2.0)])
def test_it_fits_and_draws_in_every_theme(
    qtbot: QtBot, page: BriefsPage, theme: str, size: tuple[int, int], scale: float
) -> None:
    page.desk.select(cards(page, Side.PRO)[0].argument)
    look().choose(theme, scale)
    page.resize(*size)
    assert (page.width(), page.height()) == size, "nothing forces the page to be larger"
    for shown in (page.panel_action, page.shelf_action):
        shown.setChecked(True)
        QApplication.processEvents()
        assert page.width() == size[0]
        picture = page.grab().toImage()
        paper = look().theme.colour("paper").rgb()
        other = sum(picture.pixel(x, y) != paper for x in range(0, size[0], 9) for y in range(0, size[1], 9))
        assert other > 100, "something is drawn"
        assert all(row.width() <= column.body.width() for column in page.columns.values() for row in column.body.rows)
    look().choose("light")


def test_two_hundred_arguments_are_shown_in_good_time(qtbot: QtBot, empty: BriefsPage) -> None:
    page = empty
    library, topic = page.workspace.library, page.workspace.topic_id
    with library.edit("Many") as edit:
        for side in (Side.PRO, Side.CON):
            for part in range(10):
                section = briefs.make_section(edit, topic, side, f"Reason {part}")
                for number in range(10):
                    draft = Argument(topic_id=topic, side=side, claim=f"Claim {part} {number} in a few more words")
                    arguments.make(edit, draft, section_id=section.id)
    page.refresh()
    board = settle(qtbot, page, lambda board: len(board.arguments) == 200)
    kept: list[Row] = list(page.columns[Side.PRO].body.rows)
    page.columns[Side.PRO].body.show_board(board)
    assert page.columns[Side.PRO].body.rows == kept, "showing the same again makes no widget anew"


def test_a_card_shows_the_labels_of_its_argument(qtbot: QtBot, page: BriefsPage) -> None:
    card = cards(page, Side.PRO)[0]
    bare = card.height()
    page.desk.edit(lambda library: selections.add_label(library, "who decides", [("argument", card.argument)]))
    settle(qtbot, page, lambda board: "who decides" in str(board.arguments[card.argument].labels))
    (shown,) = [each for each in cards(page, Side.PRO) if each.argument == card.argument]
    assert "who decides" in shown.accessibleName().partition("Labels: ")[2]
    assert shown.height() >= bare
    page.desk.edit(lambda library: selections.remove_label(library, "who decides", [("argument", card.argument)]))
    settle(qtbot, page, lambda board: "who decides" not in str(board.arguments[card.argument].labels))
