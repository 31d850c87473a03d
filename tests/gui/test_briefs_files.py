"""Further briefs in the window: seen, chosen, made, written in, named, made the main one, thrown away, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Brief
from debateprep.domain.terms import Part, Side
from debateprep.gui.main_window import MainWindow
from debateprep.gui.models.board import SectionView
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.services import briefs
from tests.gui import places

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> BriefsPage:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    return places.briefs_page(window)


def case(page: BriefsPage, side: Side = Side.PRO) -> tuple[SectionView, ...]:
    return page.desk.board.sides[side].parts[Part.CASE] if page.desk.board is not None else ()


def titles(page: BriefsPage, side: Side = Side.PRO) -> list[str]:
    return [each.title for each in case(page, side)]


def choose(page: BriefsPage, words: str, side: Side = Side.PRO) -> None:
    menu = page.columns[side].files.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()


def answer(page: BriefsPage, words: str) -> None:
    asked = page.window().findChildren(QInputDialog)[-1]
    asked.setTextValue(words)
    asked.accept()


def test_a_further_brief_is_seen_and_written_in(qtbot: QtBot, page: BriefsPage) -> None:
    main, library = titles(page), page.workspace.library
    chooser = page.columns[Side.PRO].files
    assert chooser.isVisible()
    assert chooser.text() == "Pro brief"
    choose(page, "Short case")
    qtbot.waitUntil(lambda: chooser.text() == "Short case")
    assert titles(page) == ["In one minute", "Free buses hold a town together"]
    assert titles(page, Side.CON) != titles(page), "the other side shows its own"
    board = page.desk.board
    assert board is not None
    numbers = [board.arguments[item.argument].place for item in case(page)[1].items]
    assert numbers[0] == "Pro C1.1", "the main brief gives the numbers"
    page.window().activateWindow()
    page.columns[Side.PRO].new_contention()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Field))
    field = QApplication.focusWidget()
    assert isinstance(field, Field)
    QTest.keyClicks(field, "A third thing")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "A third thing" in titles(page))
    choose(page, "Pro brief (main")
    qtbot.waitUntil(lambda: titles(page) == main)
    with library.read() as reader:
        assert {each.title for each in reader.all(Brief, side="pro", main=0)} >= {"Short case"}


def test_briefs_are_made_named_made_main_and_thrown_away(qtbot: QtBot, page: BriefsPage) -> None:
    chooser, main = page.columns[Side.CON].files, titles(page, Side.CON)
    chooser.ask_new()
    answer(page, "For the final")
    qtbot.waitUntil(lambda: chooser.text() == "For the final")
    assert titles(page, Side.CON) == []
    page.columns[Side.CON].new_contention()
    qtbot.waitUntil(lambda: titles(page, Side.CON) == ["New contention"])
    page.columns[Side.CON].new_note()
    qtbot.waitUntil(lambda: bool(page.desk.board and page.desk.board.sides[Side.CON].parts[Part.NOTES]))
    chooser.ask_name()
    answer(page, "Final")
    qtbot.waitUntil(lambda: chooser.text() == "Final")
    choose(page, "Make this the main brief", Side.CON)
    qtbot.waitUntil(lambda: chooser.is_main)
    choose(page, "Con brief", Side.CON)
    qtbot.waitUntil(lambda: titles(page, Side.CON) == main)
    assert not chooser.is_main
    choose(page, "Move this brief to the trash", Side.CON)
    qtbot.waitUntil(lambda: titles(page, Side.CON) == ["New contention"])
    page.workspace.edit(page, lambda library: library.undo())
    qtbot.waitUntil(lambda: page.desk.board is not None and len(page.desk.board.files[Side.CON]) == 3)


def test_an_argument_that_stands_in_the_main_brief_alone_is_shown_there(qtbot: QtBot, page: BriefsPage) -> None:
    board = page.desk.board
    assert board is not None
    wanted = next(item.argument for each in case(page) if each.number == "C2" for item in each.items if item.argument)
    choose(page, "Short case")
    qtbot.waitUntil(lambda: not page.columns[Side.PRO].files.is_main)
    page.show_argument(wanted)
    qtbot.waitUntil(lambda: page.columns[Side.PRO].files.is_main)
    qtbot.waitUntil(lambda: "The fare box is the wrong purse" in titles(page))


def test_undoing_the_brief_in_view_shows_the_main_one(qtbot: QtBot, page: BriefsPage) -> None:
    chooser, main = page.columns[Side.PRO].files, titles(page)
    topic = page.workspace.topic_id
    number = briefs.add(page.workspace.library, topic, Side.PRO, "Gone soon").new(Brief)
    page.desk.show_brief(Side.PRO, number)
    qtbot.waitUntil(lambda: chooser.text() == "Gone soon")
    page.workspace.edit(page, lambda library: library.undo())
    qtbot.waitUntil(lambda: chooser.is_main and titles(page) == main)


def test_the_briefs_are_offered_by_key(qtbot: QtBot, page: BriefsPage) -> None:
    next(each for each in page.commands() if each.text() == "Choose the brief shown").trigger()
    menu = QApplication.activePopupWidget()
    assert menu is page.columns[Side.PRO].files.menu()
    assert "Short case" in [each.text() for each in page.columns[Side.PRO].files.menu().actions()]
    menu.close()
