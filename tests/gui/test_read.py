"""Journeys through the Read page: keep, dismiss, edit, mark, cut, strike, attach, and undo of each."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from debateprep.domain.article import Block, Name, PartialDate, Span
from debateprep.domain.model import Card, Position, Source, SourceText
from debateprep.domain.terms import BlockKind, PositionStatus, Role, Side
from debateprep.gui.main_window import MainWindow
from debateprep.gui.models.sources import SourceLine, SourcesModel
from debateprep.gui.pages.read.cards import PositionCard
from debateprep.gui.pages.read.cite import names_words, read_date, read_names
from debateprep.gui.pages.read.edits import SpeakerEdit
from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.pages.read.text import ArticleMap
from debateprep.gui.workspace import Workspace
from debateprep.services import history, sources
from tests.gui.showing import read_page
from tests.waiting import becomes

TITLE = "Let the bus be free"
EMOJI = (
    "Buses 🚌🚌 for all\n\nThe 🚌 is 𝒜 good. Cities should 🚌 run more of them because people ride.\n\nOne line more.\n"
)

# The platform without a screen says so where a menu pops up.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[ReadPage]:
    with read_page(qtbot, workspace) as shown:
        yield shown


@pytest.fixture
def housed(qtbot: QtBot, window: MainWindow) -> ReadPage:
    """Give the page inside its window, which brings articles in."""
    window.shell.show_page("read")
    page = window.shell.page("read")
    assert isinstance(page, ReadPage)
    qtbot.waitUntil(lambda: bool(page.positions.suggestions))
    return page


def stored(page: ReadPage, kind: type, **equal: Any) -> list[Any]:
    with page._workspace.library.read() as reader:
        return reader.all(kind, **equal)


def undo(qtbot: QtBot, page: ReadPage) -> None:
    with qtbot.waitSignal(page._workspace.changed):
        page._workspace.edit(page, history.undo)


def changing(qtbot: QtBot, page: ReadPage, act: Callable[[], object]) -> None:
    """Act, and wait until the edit is stored and what is shown was read anew."""
    with qtbot.waitSignal(page._workspace.changed):
        act()
    settle(qtbot, page)


def settle(qtbot: QtBot, page: ReadPage) -> None:
    """Wait until the page shows what the library holds."""

    def same() -> bool:
        with page._workspace.library.read() as reader:
            kept = reader.all(Position, source_id=page._source, status=PositionStatus.KEPT.value)
            cards = reader.all(Card, source_id=page._source)
            text = reader.first(SourceText, source_id=page._source)
        shown = page.snapshot
        ours = {each for each in kept if each.topic_id in (page._workspace.topic_id, None)}
        return set(shown.kept) == ours and list(shown.cards) == cards and shown.text == text

    qtbot.waitUntil(same)


def choose_words(page: ReadPage, words: str) -> None:
    """Select words as Qt itself finds them, so that our own offsets are what is tested."""
    found = page.view.document().find(words)
    assert found.hasSelection()
    page.view.setFocus()
    page.view.setTextCursor(found)


def paste(qtbot: QtBot, page: ReadPage, text: str) -> None:
    page._workspace.edit(
        page, lambda library: sources.import_text(library, text), lambda done: page.show_source(done.source_id)
    )
    qtbot.waitUntil(lambda: page.snapshot.text is not None and page.snapshot.text.text == text)


def test_shows_the_practice_essay_with_what_is_kept_and_suggested(page: ReadPage) -> None:
    assert page.snapshot.source is not None
    assert page.snapshot.source.title == TITLE
    kept = stored(page, Position, source_id=page.snapshot.source.id, status="kept")
    assert [card.position.id for card in page.positions.cards] == [each.id for each in page.snapshot.kept]
    assert {each.id for each in page.snapshot.kept} == {each.id for each in kept}
    assert len(page.positions.suggestions) == 6
    assert page.sources.model.data(page.sources.model.index(0)) == TITLE
    quotes = [each.quote for each in page.positions.shown()]
    text = page.snapshot.text
    assert text is not None
    assert all(quote in text.text for quote in quotes)


def test_keep_five_by_mouse_and_keyboard_and_undo_each(qtbot: QtBot, page: ReadPage) -> None:
    before = len(page.snapshot.kept)
    wanted = (Side.PRO, Side.CON, Side.NEITHER)
    quotes = []
    for side in wanted:
        card = page.positions.suggestions[0]
        quotes.append((card.offered.quote, side))
        page.positions.ensureWidgetVisible(card)
        changing(qtbot, page, partial(qtbot.mouseClick, card.keep[side], Qt.MouseButton.LeftButton))
    for key, side in ((Qt.Key.Key_P, Side.PRO), (Qt.Key.Key_C, Side.CON)):
        card = page.positions.suggestions[0]
        card.setFocus()
        quotes.append((card.offered.quote, side))
        changing(qtbot, page, partial(qtbot.keyClick, card, key))
        # The next suggestion has the focus, so that one key follows the other.
        qtbot.waitUntil(lambda: page.positions.suggestions[0].hasFocus())
    assert len(page.snapshot.kept) == before + 5
    found = {(each.statement, each.side) for each in page.snapshot.kept}
    assert {(" ".join(quote.split()), side) for quote, side in quotes} <= {(" ".join(s.split()), d) for s, d in found}
    for left in range(4, -1, -1):
        undo(qtbot, page)
        qtbot.waitUntil(becomes(lambda: len(page.snapshot.kept), before + left))


def test_dismissed_is_not_offered_again_until_undone(qtbot: QtBot, page: ReadPage) -> None:
    card = page.positions.suggestions[0]
    number = card.offered.number
    card.setFocus()
    changing(qtbot, page, lambda: qtbot.keyClick(card, Qt.Key.Key_Delete))
    qtbot.waitUntil(lambda: number not in [each.number for each in page.positions.shown()])
    undo(qtbot, page)
    qtbot.waitUntil(lambda: number in [each.number for each in page.positions.shown()])


def test_show_more_why_and_keep_all_shown(qtbot: QtBot, page: ReadPage) -> None:
    card = page.positions.suggestions[0]
    reasons = card.offered.suggestion.reasons
    assert card._reasons.isHidden()
    qtbot.mouseClick(card.why, Qt.MouseButton.LeftButton)
    assert all(str(reason) in card._reasons.text() for reason in reasons)
    qtbot.mouseClick(page.positions.more, Qt.MouseButton.LeftButton)
    shown = len(page.positions.suggestions)
    assert shown > 6
    before = len(page.snapshot.kept)
    menu = page.positions.keep_all.menu()
    changing(qtbot, page, lambda: menu.actions()[1].trigger())
    assert len(page.snapshot.kept) == before + shown
    undo(qtbot, page)
    qtbot.waitUntil(lambda: len(page.snapshot.kept) == before)


def test_edit_a_statement_in_place(qtbot: QtBot, page: ReadPage) -> None:
    card = page.positions.cards[0]
    number, old = card.position.id, card.position.statement
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_F2)
    editor = card.editor
    assert editor is not None
    qtbot.keyClicks(editor, "never kept")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert card.editor is None
    card.edit_statement()
    qtbot.keyClicks(card.editor, "Buses first")
    changing(qtbot, page, lambda: qtbot.keyClick(card.editor, Qt.Key.Key_Return))
    assert position(page, number).statement == "Buses first"
    undo(qtbot, page)
    qtbot.waitUntil(lambda: position(page, number).statement == old)


def test_leaving_the_statement_keeps_it(qtbot: QtBot, page: ReadPage) -> None:
    card = page.positions.cards[0]
    card.edit_statement()
    qtbot.keyClicks(card.editor, "Kept by leaving")
    changing(qtbot, page, lambda: qtbot.keyClick(card.editor, Qt.Key.Key_Tab))
    assert position(page, card.position.id).statement == "Kept by leaving"


def test_side_role_and_speaker(qtbot: QtBot, page: ReadPage) -> None:
    number = page.positions.cards[0].position.id
    qtbot.mouseClick(card_of(page, number).side_pill, Qt.MouseButton.LeftButton)
    changing(qtbot, page, lambda: choose(page, "○ Con"))
    assert position(page, number).side is Side.CON
    qtbot.mouseClick(card_of(page, number).role_pill, Qt.MouseButton.LeftButton)
    changing(qtbot, page, lambda: choose(page, "concession"))
    assert position(page, number).role is Role.CONCESSION
    card_of(page, number).edit_speaker()
    line = card_of(page, number).editor
    assert isinstance(line, SpeakerEdit)
    qtbot.keyClicks(line, "the mayor")
    changing(qtbot, page, lambda: qtbot.keyClick(line, Qt.Key.Key_Return))
    assert position(page, number).speaker == "the mayor"
    for _ in range(3):
        undo(qtbot, page)
    qtbot.waitUntil(lambda: position(page, number).side is Side.PRO)
    assert position(page, number).speaker == ""


def test_throw_a_position_away(qtbot: QtBot, page: ReadPage) -> None:
    card = page.positions.cards[1]
    card.setFocus()
    changing(qtbot, page, lambda: qtbot.keyClick(card, Qt.Key.Key_Delete))
    assert card.position.id not in [each.id for each in page.snapshot.kept]
    undo(qtbot, page)
    qtbot.waitUntil(lambda: card.position.id in [each.id for each in page.snapshot.kept])


def test_position_and_words_lead_to_each_other(qtbot: QtBot, page: ReadPage) -> None:
    card = page.positions.cards[-1]
    span = card.position.span
    assert span is not None
    page.positions.ensureWidgetVisible(card)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    assert card.chosen
    assert page.view.article.to_source(page.view.textCursor().position()) == span.start
    assert page.view.viewport().rect().contains(page.view.cursorRect().center())
    other = page.positions.cards[0]
    assert other.position.span is not None
    cursor = page.view.textCursor()
    cursor.setPosition(page.view.article.to_document(other.position.span.start) + 3)
    page.view.setTextCursor(cursor)
    page.view.ensureCursorVisible()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=page.view.cursorRect().center())
    assert other.chosen
    assert other.hasFocus()


def test_mark_by_hand_after_wide_characters(qtbot: QtBot, page: ReadPage) -> None:
    paste(qtbot, page, EMOJI)
    words = "Cities should 🚌 run more"
    choose_words(page, words)
    assert page.center.tools.bar.isVisible()
    changing(qtbot, page, lambda: qtbot.keyClick(page.view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier))
    (made,) = page.snapshot.kept
    assert made.span is not None
    assert made.span.of(EMOJI) == words
    assert made.side is Side.PRO
    assert not page.center.tools.bar.isVisible()
    undo(qtbot, page)
    qtbot.waitUntil(lambda: not page.snapshot.kept)


def test_cut_a_card_from_selected_words(qtbot: QtBot, page: ReadPage) -> None:
    paste(qtbot, page, EMOJI)
    words = "🚌 is 𝒜 good"
    tools = page.center.tools
    choose_words(page, words)
    qtbot.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tools.tag.line.hasFocus()
    qtbot.keyClick(tools.tag.line, Qt.Key.Key_Escape)
    assert not tools.tag.isVisible()
    assert page.view.selection() is not None
    qtbot.keyClick(page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(tools.tag.line, "Buses are good")
    changing(qtbot, page, lambda: qtbot.keyClick(tools.tag.line, Qt.Key.Key_Return))
    (card,) = page.snapshot.cards
    assert (card.tag, card.quote) == ("Buses are good", words)
    assert page.view.hasFocus()
    undo(qtbot, page)
    qtbot.waitUntil(lambda: not page.snapshot.cards)


def test_strike_a_paragraph_and_numbers_follow(qtbot: QtBot, page: ReadPage) -> None:
    before = {each.id: each.paragraph for each in page.snapshot.kept}
    row = next(row for row in page.view.article.rows if row.number == 1)
    cursor = page.view.textCursor()
    cursor.setPosition(row.begins + 2)
    page.view.setTextCursor(cursor)
    page.view.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    changing(qtbot, page, lambda: qtbot.keyClick(page.view, Qt.Key.Key_X, keys))
    now = {each.id: each.paragraph for each in page.snapshot.kept}
    assert None not in before.values()
    assert now == {
        number: paragraph - 1 if paragraph and paragraph > 1 else None for number, paragraph in before.items()
    }
    struck = next(each for each in page.view.article.rows if each.index == row.index)
    assert struck.number is None
    probe = QTextCursor(page.view.document())
    probe.setPosition(struck.begins + 2)
    assert probe.charFormat().fontStrikeOut()
    undo(qtbot, page)
    qtbot.waitUntil(lambda: {each.id: each.paragraph for each in page.snapshot.kept} == before)
    probe.setPosition(struck.begins + 2)
    assert not probe.charFormat().fontStrikeOut()


def test_say_what_a_block_is(qtbot: QtBot, page: ReadPage) -> None:
    row = next(row for row in page.view.article.rows if row.number == 2)
    page._on_block_asked(row.index, QPoint(10, 10))
    changing(qtbot, page, lambda: choose(page, "This is a caption"))
    assert page.view.article.blocks[row.index].kind is BlockKind.CAPTION
    undo(qtbot, page)
    qtbot.waitUntil(lambda: page.view.article.blocks[row.index].kind is BlockKind.PARAGRAPH)


def test_the_article_attaches_to_the_starter(
    qtbot: QtBot, window: MainWindow, housed: ReadPage, victory_topic: int, real_article: Path
) -> None:
    page = housed
    page._workspace.show_topic(victory_topic)
    qtbot.waitUntil(lambda: page.snapshot.topic_id == victory_topic)
    without = page.snapshot
    assert without.text is None
    assert page.center.lack.isVisible()
    assert all(each.span is None for each in without.kept)
    drop(page, [real_article])
    qtbot.waitUntil(lambda: page.snapshot.text is not None, timeout=20_000)
    assert "Recognised" in window.shell.notices.text
    text = page.snapshot.text
    assert text is not None
    assert all(each.span is not None for each in page.snapshot.kept)
    card = page.positions.cards[5]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(20, 15))
    assert card.position.span is not None
    assert page.view.article.to_source(page.view.textCursor().position()) == card.position.span.start
    undo(qtbot, page)
    qtbot.waitUntil(lambda: page.snapshot.text is None)
    assert page.center.lack.isVisible()


def test_wrong_files_dropped_on_the_page_give_a_sentence_each(
    qtbot: QtBot, window: MainWindow, housed: ReadPage, tmp_path: Path
) -> None:
    wrong = {"empty.txt": b"", "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(64), "old.pdf": b"%PDF-1.7\n\x00\x01"}
    paths = []
    for name, data in wrong.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(data)
    paths.append(tmp_path / "gone.txt")
    before, told = housed.snapshot, window.shell.notices.told
    for count, path in enumerate(paths, 1):
        drop(housed, [path])
        qtbot.waitUntil(becomes(lambda: len(told), count), timeout=20_000)
    assert all(sentence.endswith((".", "”")) and "\n" not in sentence for sentence in told)
    assert housed.snapshot == before


def test_the_same_text_is_known(qtbot: QtBot, window: MainWindow, housed: ReadPage, tmp_path: Path) -> None:
    assert housed.snapshot.text is not None
    text, count = housed.snapshot.text.text, len(housed.snapshot.rows)
    again = tmp_path / "again.txt"
    again.write_text(text, encoding="utf-8")
    drop(housed, [again])
    qtbot.waitUntil(lambda: "already" in window.shell.notices.text, timeout=20_000)
    assert len(stored(housed, Source)) == count


def lacking(page: ReadPage) -> set[str]:
    return {chip.objectName() for chip in page.header.chips()}


def test_a_missing_date_is_added_in_place(qtbot: QtBot, page: ReadPage) -> None:
    chip = next(chip for chip in page.header.chips() if chip.objectName() == "issued")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    line = page.header.form.fields["issued"]
    assert line.hasFocus()
    qtbot.keyClicks(line, "soon")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.header.form.isVisible()
    line.clear()
    qtbot.keyClicks(line, "7 March 2024")
    number = page._source
    with qtbot.waitSignal(page._workspace.changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "issued" not in lacking(page))
    (source,) = stored(page, Source, id=number)
    assert source.issued == PartialDate(2024, 3, 7)
    undo(qtbot, page)
    qtbot.waitUntil(lambda: "issued" in lacking(page))


def test_keyboard_leaves_the_article_and_every_editor(qtbot: QtBot, page: ReadPage) -> None:
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Tab)
    assert not page.view.hasFocus()
    seen = set()
    for _ in range(200):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert page.view in seen
    assert page.sources.list in seen
    assert page.positions.suggestions[0].keep[Side.PRO] in seen
    assert all(widget.accessibleName() for widget in seen)


def test_words_are_selected_by_key(qtbot: QtBot, page: ReadPage) -> None:
    row = next(row for row in page.view.article.rows if row.number == 1)
    cursor = page.view.textCursor()
    cursor.setPosition(row.begins)
    page.view.setTextCursor(cursor)
    page.view.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(3):
        qtbot.keyClick(page.view, Qt.Key.Key_Right, keys)
    span, text = page.view.selection(), page.snapshot.text
    assert span is not None
    assert text is not None
    assert span.start == row.block.start
    assert len(span.of(text.text).split()) == 3
    assert page.center.tools.bar.isVisible()


def test_side_panes_fold_where_there_is_no_room(qtbot: QtBot, page: ReadPage) -> None:
    page.resize(700, 500)
    qtbot.waitUntil(lambda: not page.sources.isVisible())
    assert page.center.isVisible()
    assert not page.positions.isVisible()
    page._panes._buttons[2].click()
    assert page.positions.isVisible()
    page.positions.position_picked.emit(page.snapshot.kept[0].id)
    assert page.center.isVisible()
    page.resize(1365, 800)
    qtbot.waitUntil(page.sources.isVisible)


def test_source_wanted_shows_the_place(qtbot: QtBot, page: ReadPage) -> None:
    other = page.snapshot.rows[1].id
    page._workspace.source_wanted.emit(other, 900)
    qtbot.waitUntil(lambda: page.snapshot.source is not None and page.snapshot.source.id == other)
    assert page.view.article.to_source(page.view.textCursor().position()) == 900


def test_the_sources_model_keeps_qts_rules(qapp: QApplication) -> None:
    model = SourcesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_lines((SourceLine(1, "One", "9 ¶"), SourceLine(2, "Two", "8 ¶", here=False)))
    model.set_lines((SourceLine(1, "One again", "9 ¶"), SourceLine(2, "Two", "8 ¶", here=False)))
    assert model.data(model.index(0)) == "One again"
    model.set_lines(())
    assert model.rowCount() == 0


@given(
    st.lists(st.text(st.sampled_from("ab 🚌𝒜é\n\u2029"), min_size=1, max_size=12), min_size=1, max_size=5), st.data()
)
def test_places_map_both_ways(parts: list[str], data: st.DataObject) -> None:
    text, blocks = "", []
    for part in parts:
        text += "\n\n"
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(part)))
        text += part
    article = ArticleMap(text, tuple(blocks))
    block = data.draw(st.sampled_from(blocks))
    offset = data.draw(st.integers(block.start, block.end))
    assert article.to_source(article.to_document(offset)) == offset
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = "".join(
        article.rows[piece.row].text.encode("utf-16-le")[piece.start * 2 : piece.end * 2].decode("utf-16-le")
        for piece in article.pieces(Span(start, end))
    )
    expected = "".join(text[max(start, each.start) : min(end, each.end)] for each in blocks if each.start < end)
    assert shown == expected.replace("\n", " ").replace("\u2029", " ")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2024", PartialDate(2024)),
        ("2024-03", PartialDate(2024, 3)),
        ("2024-03-07", PartialDate(2024, 3, 7)),
        ("7 March 2024", PartialDate(2024, 3, 7)),
        ("March 7, 2024", PartialDate(2024, 3, 7)),
        ("Mar 2024", PartialDate(2024, 3)),
        ("", None),
    ],
)
def test_dates_as_people_write_them(words: str, date: PartialDate | None) -> None:
    assert read_date(words) == date


@pytest.mark.parametrize("words", ["soon", "2024-13", "31 February 2024", "7/3/24", "Mittwoch 2024"])
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_date(words)


def test_names_as_people_write_them() -> None:
    before = (Name(family="van der Berg", given="Anna"), Name(literal="World Bank"))
    assert read_names(names_words(before), before) == before
    assert read_names('Jane Q. Doe; Roe, Richard; "The Bank"') == (
        Name(family="Doe", given="Jane Q."),
        Name(family="Roe", given="Richard"),
        Name(literal="The Bank"),
    )


def position(page: ReadPage, number: int) -> Position:
    return next(each for each in page.snapshot.kept if each.id == number)


def card_of(page: ReadPage, number: int) -> PositionCard:
    return next(card for card in page.positions.cards if card.position.id == number)


def choose(page: ReadPage, words: str) -> None:
    """Choose an entry of the menu that is open, as a click on it does."""
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text().split("\t")[0] == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def drop(page: ReadPage, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
