"""Every place of the window that an audit visits: pages in each of their states, dialogs, lists that pop up."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from debateprep.domain.terms import Side
from debateprep.gui.background import Job
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.briefs import BriefsPage
from debateprep.gui.pages.briefs_cards import ArgumentCard
from debateprep.gui.pages.map import MapPage
from debateprep.gui.pages.read import ReadPage

DIALOGS = {"new_topic": "topic", "preferences": "preferences", "help": "help", "shortcuts": "shortcuts"}
DIALOGS |= {"about": "about", "export": "export"}
PATIENCE_MS = 30_000


def until(true: Callable[[], bool]) -> None:
    """Let the window work until something is so; fail when it never is."""
    clock = QElapsedTimer()
    clock.start()
    while not true():
        assert clock.elapsed() < PATIENCE_MS
        # A turn without a pause would keep the interpreter from the threads that are waited for.
        QTest.qWait(2)


def settle(window: MainWindow) -> None:
    """Let the window work until nothing is under way."""
    QTest.qWait(20)
    until(lambda: not window.findChildren(Job))
    QApplication.processEvents()


def read_page(window: MainWindow) -> ReadPage:
    """Show the Read page with its suggestions, and return it."""
    window.shell.show_page("read")
    page = window.shell.page("read")
    assert isinstance(page, ReadPage)
    until(lambda: bool(page.snapshot.rows))
    if page.snapshot.text is None:
        page.show_source(page.snapshot.rows[0].id)
    until(lambda: bool(page.positions.suggestions))
    return page


def briefs_page(window: MainWindow) -> BriefsPage:
    """Show the Briefs page with its board, and return it."""
    window.shell.show_page("briefs")
    page = window.shell.page("briefs")
    assert isinstance(page, BriefsPage)
    until(lambda: page.desk.board is not None and any(page.columns[Side.PRO].body.rows))
    return page


def map_page(window: MainWindow) -> MapPage:
    """Show the Map page with its map, and return it."""
    window.shell.show_page("map")
    page = window.shell.page("map")
    assert isinstance(page, MapPage)
    until(lambda: page.desk.seen is not None)
    return page


def _start(window: MainWindow) -> QWidget:
    window.shell.show_page("start")
    return window


def _read(window: MainWindow) -> QWidget:
    read_page(window)
    return window


def _read_suggestions(window: MainWindow) -> QWidget:
    panel = read_page(window).positions
    panel._why_all.click()
    panel.ensureWidgetVisible(panel.keep_all)
    return window


def _read_selection(window: MainWindow) -> QWidget:
    view = read_page(window).view
    view.setTextCursor(view.document().find("Nobody pays to sit in a park"))
    until(lambda: bool(view.selection()))
    return window


def _read_tag(window: MainWindow) -> QWidget:
    _read_selection(window)
    read_page(window).center.tools.begin_card()
    return window


def _read_cite(window: MainWindow) -> QWidget:
    read_page(window).header.edit_cite()
    return window


def _read_lack(window: MainWindow) -> QWidget:
    page = read_page(window)
    bare = next(row.id for row in page.snapshot.rows if row.paragraphs is None)
    page.show_source(bare)
    until(lambda: page.snapshot.source is not None and page.snapshot.source.id == bare)
    return window


def _briefs(window: MainWindow) -> QWidget:
    briefs_page(window)
    return window


def _briefs_answer(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    board = page.desk.board
    assert board is not None
    number, view = next((number, each) for number, each in board.arguments.items() if each.answers)
    page.panel_action.setChecked(True)
    page.desk.select(number, view.answers[0])
    return window


def _briefs_answers(window: MainWindow) -> QWidget:
    for column in briefs_page(window).columns.values():
        column.tabs.setCurrentIndex(1)
    return window


def _briefs_notes(window: MainWindow) -> QWidget:
    for column in briefs_page(window).columns.values():
        column.tabs.setCurrentIndex(2)
    return window


def _briefs_shelf(window: MainWindow) -> QWidget:
    briefs_page(window).shelf_action.setChecked(True)
    return window


def _briefs_alone(window: MainWindow) -> QWidget:
    briefs_page(window).show_alone(Side.CON)
    return window


def _briefs_draft(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    page.columns[Side.PRO].new_contention()
    return window


def _map(window: MainWindow) -> QWidget:
    map_page(window)
    return window


def _map_folded(window: MainWindow) -> QWidget:
    page = map_page(window)
    page.view.choose("argument:1")
    page.fold_all()
    return window


def _map_branch(window: MainWindow) -> QWidget:
    page = map_page(window)
    page.view.choose("argument:1")
    page.show_branch()
    return window


def _map_answer(window: MainWindow) -> QWidget:
    page = map_page(window)
    page.view.choose("argument:1")
    page.write_answer()
    return window


def _search(window: MainWindow) -> QWidget:
    window.activateWindow()
    box = window.shell.top.search
    box.setFocus()
    until(box.hasFocus)
    QTest.keyClicks(box, "bus")
    until(lambda: box.is_open)
    return window


def _search_nothing(window: MainWindow) -> QWidget:
    window.activateWindow()
    box = window.shell.top.search
    box.setFocus()
    until(box.hasFocus)
    QTest.keyClicks(box, "qqqq")
    until(lambda: box.is_open)
    return window


def _notice(window: MainWindow) -> QWidget:
    window.shell.notices.fail(window.tr("There is nothing to undo."))
    window.shell.notices.fail(window.tr("There is nothing to redo."))
    return window


def _progress(window: MainWindow) -> QWidget:
    window.shell.status.show_progress(1, 3, "let-the-bus-be-free.txt")
    return window


PAGES: dict[str, Callable[[MainWindow], QWidget]] = {
    "start": _start,
    "read": _read,
    "read, suggestions": _read_suggestions,
    "read, words selected": _read_selection,
    "read, tag line": _read_tag,
    "read, cite": _read_cite,
    "read, no text": _read_lack,
    "briefs": _briefs,
    "briefs, an answer": _briefs_answer,
    "briefs, answers": _briefs_answers,
    "briefs, notes": _briefs_notes,
    "briefs, shelf": _briefs_shelf,
    "briefs, one side": _briefs_alone,
    "briefs, writing": _briefs_draft,
    "map": _map,
    "map, folded": _map_folded,
    "map, one branch": _map_branch,
    "map, an answer": _map_answer,
    "search": _search,
    "search, nothing": _search_nothing,
    "notices": _notice,
    "progress": _progress,
}


def show_page(window: MainWindow, name: str) -> QWidget:
    """Bring the window to one of PAGES, and wait until all of it is there."""
    root = PAGES[name](window)
    settle(window)
    return root


def open_dialog(window: MainWindow, command: str) -> QWidget:
    """Open one of DIALOGS, and wait until all of it is there."""
    window.shell.commands[command].trigger()
    dialog = window.shell.dialogs._open[DIALOGS[command]]
    until(dialog.isVisible)
    dialog.activateWindow()
    until(dialog.isActiveWindow)
    settle(window)
    until(lambda: not dialog.findChildren(Job))
    return dialog


def menus(window: MainWindow) -> dict[str, QMenu]:
    """Return every menu by where it opens: the bar's, the buttons', and those that a right click asks for."""
    found = {f"bar {menu.title()}": menu for menu in window.menuBar().findChildren(QMenu)}
    found["topics"] = window.shell.topics
    read = read_page(window)
    found["selection"] = read.center.tools.bar.findChildren(QMenu)[0]
    found["keep all"] = read.positions.findChildren(QMenu)[0]
    for name, ask in {
        "paragraph": lambda: read.view.block_asked.emit(2, QPoint(50, 50)),
        "paragraph of selected words": lambda: (
            read.view.setTextCursor(read.view.document().find("Nobody pays")),
            read.view.block_asked.emit(3, QPoint(50, 50)),
        ),
        "source": read.header._on_more,
    }.items():
        found[name] = popped(read, ask)
    briefs = briefs_page(window)
    column = briefs.columns[Side.PRO]
    card = next(row for row in column.body.rows if isinstance(row, ArgumentCard))
    column.body.row_focused(card)
    found["argument"] = popped(column, lambda: column.show_menu(card, QPoint(50, 50), briefs._commands))
    page = map_page(window)
    found["node of the map"] = popped(page, lambda: page.view.menu_wanted.emit(QPoint(50, 50)))
    briefs_page(window)
    _briefs_answer(window)
    for at, menu in enumerate(briefs.panel.findChildren(QMenu)):
        found[f"rebuttal {at}"] = menu
    return found


def popped(root: QWidget, ask: Callable[[], object]) -> QMenu:
    """Return the menu that something opens, closed again."""
    before = set(root.findChildren(QMenu))
    ask()
    new = [menu for menu in root.findChildren(QMenu) if menu not in before and not isinstance(menu.parent(), QMenu)]
    assert new
    menu = new[-1]
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    menu.hide()
    return menu


def entries(menu: QMenu) -> list[QAction]:
    """Return every entry of a menu and of the menus in it, lines left out."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += entries(inner)
        if not action.isSeparator():
            found.append(action)
    return found
