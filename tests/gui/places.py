"""Every place of the window that an audit visits: pages in each of their states, dialogs, lists that pop up."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from debateprep.domain.filters import Filter
from debateprep.domain.model import Topic
from debateprep.domain.terms import ArgumentStatus, LineKind, Side
from debateprep.gui.background import Job
from debateprep.gui.crash import CrashHandler
from debateprep.gui.dialogs.formats import FormatsDialog
from debateprep.gui.dialogs.heard import HeardDialog
from debateprep.gui.dialogs.help import HelpDialog
from debateprep.gui.dialogs.history import HistoryDialog
from debateprep.gui.dialogs.map_export import MapExportDialog
from debateprep.gui.dialogs.paste_card import PasteCardDialog
from debateprep.gui.dialogs.shortcuts import ShortcutsDialog
from debateprep.gui.main_window import MainWindow
from debateprep.gui.models.lines import Line
from debateprep.gui.pages.briefs.cards import ArgumentCard, SectionHeading
from debateprep.gui.pages.briefs.page import BriefsPage
from debateprep.gui.pages.cards.page import CardsPage
from debateprep.gui.pages.coverage.page import CoveragePage
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.pages.export.shelf import Drawn, Ware, group_of
from debateprep.gui.pages.map.page import MapPage
from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.settings import preferences
from debateprep.gui.usecases import Added, Brought
from debateprep.gui.widgets.line_list import LineList
from debateprep.gui.words import term
from debateprep.services import reviews, selections
from debateprep.services.export import Layout

DIALOGS = {"new_topic": "topic", "preferences": "preferences", "help": "help", "shortcuts": "shortcuts"}
DIALOGS |= {"about": "about", "export": "export", "edit_topic": "edit topic"}
DIALOGS |= {"check_brief": "report", "works_cited": "works"}
DIALOGS |= {
    "hear": "heard",
    "history": "history",
    "manage_topics": "topics",
    "formats": "formats",
    "labels": "labels",
    "add_template": "template",
}
PATIENCE_MS = 30_000
SMALL = (1024, 600)
RESOLUTION = "Resolved: Homework should end."
ELSEWHERE = "/somewhere/else/library.db"
TYPED = (RESOLUTION, "Homework", ELSEWHERE, "else / library.db")
"""What a user, and not the program, says in some of the places."""


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


def _briefs_chosen(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    body = page.columns[Side.PRO].body
    sections = [row.section for row in body.rows if isinstance(row, SectionHeading)]
    body.fold(sections[-1], on=True)
    body.pick_every()
    return window


def _briefs_frozen(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    card = next(row for row in page.columns[Side.PRO].body.rows if isinstance(row, ArgumentCard))
    page.desk.freeze([card.item])
    settle(window)
    page.desk.set_words(card.argument, "claim", "Said otherwise since")
    return window


def _briefs_ready(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    page.panel_action.setChecked(True)
    page.desk.select(_number(page, answered=True), 0)
    settle(window)
    page.panel.ready.begin_question()
    page.panel.ready.begin_line(LineKind.MAGNITUDE)
    page.panel.ensureWidgetVisible(page.panel.ready)
    return window


def _read_statement(window: MainWindow) -> QWidget:
    read_page(window).positions.cards[0].edit_statement()
    return window


def _read_speaker(window: MainWindow) -> QWidget:
    read_page(window).positions.cards[0].edit_speaker()
    return window


def _read_folded(window: MainWindow) -> QWidget:
    window.resize(*SMALL)
    read_page(window)
    return window


def _briefs_argument(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    page.panel_action.setChecked(True)
    page.desk.select(_number(page, answered=True), 0)
    return window


def _briefs_hole(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    page.panel_action.setChecked(True)
    page.desk.select(_number(page, answered=False))
    return window


def _briefs_new_answer(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    page.desk.write_to(_number(page, answered=False))
    return window


def _number(page: BriefsPage, *, answered: bool) -> int:
    board = page.desk.board
    assert board is not None
    return next(number for number, each in board.arguments.items() if bool(each.answers) is answered)


def _briefs_further(window: MainWindow) -> QWidget:
    page = briefs_page(window)
    board = page.desk.board
    assert board is not None
    for side, files in board.files.items():
        page.desk.show_brief(side, files[-1].id)
    settle(window)
    return window


def _briefs_stance(window: MainWindow) -> QWidget:
    briefs_page(window).columns[Side.CON].heading.edit()
    return window


def _briefs_folded(window: MainWindow) -> QWidget:
    window.resize(*SMALL)
    briefs_page(window).panel_action.setChecked(True)
    return window


def _new_topic(window: MainWindow) -> None:
    space, cases = window.shell.workspace, window.shell.cases
    made: list[Added] = []
    assert cases is not None
    topic = Topic(resolution=RESOLUTION, name="Homework")
    space.edit(window, lambda library: cases.new_topic(library, topic), made.append)
    until(lambda: bool(made))
    space.show_topic(made[0].topic_id)
    until(lambda: "Homework" in window.shell.top.topic.text())


def _read_empty(window: MainWindow) -> QWidget:
    _new_topic(window)
    window.shell.show_page("read")
    return window


def _briefs_empty(window: MainWindow) -> QWidget:
    _new_topic(window)
    window.shell.show_page("briefs")
    return window


def _no_topic(window: MainWindow) -> QWidget:
    space, cases = window.shell.workspace, window.shell.cases
    assert cases is not None
    assert window.shell.overview is not None
    for topic in window.shell.overview.topics:
        space.edit(window, partial(cases.remove_topic, topic_id=topic.id))
    window.shell.show_page("briefs")
    until(lambda: space.topic_id == 0)
    window.shell.notices.close_one()
    return window


def _start_again(window: MainWindow) -> QWidget:
    window.shell.open_topic(window.shell.workspace.topic_id)
    preferences().change(recent=(ELSEWHERE,))
    window.shell._show_overview()
    window.shell.show_page("start")
    return window


def _notice_undo(window: MainWindow) -> QWidget:
    briefs_page(window)
    window.shell.notices.offer(window.tr("The {thing} is in the trash.").format(thing=term("argument")))
    return window


def cards_page(window: MainWindow) -> CardsPage:
    """Show the Cards page with its first card, and return it."""
    window.shell.show_page("cards")
    page = window.shell.page("cards")
    assert isinstance(page, CardsPage)
    until(lambda: bool(page.view.map.quote))
    return page


def _cards(window: MainWindow) -> QWidget:
    cards_page(window)
    return window


def _cards_cite(window: MainWindow) -> QWidget:
    cards_page(window).head.edit_cite()
    return window


def _cards_layer(window: MainWindow) -> QWidget:
    cards_page(window).tools.new_layer.trigger()
    return window


def _cards_suggestion(window: MainWindow) -> QWidget:
    page = cards_page(window)
    page.tools.suggest.trigger()
    until(lambda: bool(page.view.offered))
    return window


def _cards_changed(window: MainWindow) -> QWidget:
    page = cards_page(window)
    card = page.card
    assert card is not None
    with window.shell.workspace.library.edit("Tamper") as edit:
        words = card.quote.replace("small", "heavy").replace("nothing", "little")
        edit.put(replace(card, quote=words))
    page.refresh()
    until(lambda: any("changed" in line for line in page.check.said()))
    return window


def _cards_elsewhere(window: MainWindow) -> QWidget:
    page = cards_page(window)
    # Words that are the user's own, as the audit of what is translated takes them.
    tag = "Riders search their pockets while the engine idles"
    page.desk.paste(tag, "", "Nobody pays to sit in a park, to borrow a book or to walk under a street lamp.")
    until(lambda: page.head.tag.words() == tag)
    return window


def _cards_none(window: MainWindow) -> QWidget:
    page = cards_page(window)
    page.cards.filter.setText("no card has these words")
    return window


def _cards_filtered(window: MainWindow) -> QWidget:
    page = cards_page(window)
    page.cards.begin((("labels", "money"), ("sound", "yes"), ("used", "yes")))
    return window


def _read_cards(window: MainWindow) -> QWidget:
    page = read_page(window)
    page.positions.reveal_card(page.snapshot.cards[0].id)
    return window


def _read_card_words(window: MainWindow) -> QWidget:
    view = read_page(window).view
    view.setTextCursor(view.document().find("small tax"))
    until(lambda: bool(view.selection()))
    return window


def coverage_page(window: MainWindow) -> CoveragePage:
    """Show the Coverage page with its table, and return it."""
    window.shell.show_page("coverage")
    page = window.shell.page("coverage")
    assert isinstance(page, CoveragePage)
    until(lambda: page.shown.topic_id == window.shell.workspace.topic_id)
    return page


def _coverage(window: MainWindow) -> QWidget:
    coverage_page(window)
    return window


def _coverage_answer(window: MainWindow) -> QWidget:
    page = coverage_page(window)
    page.next_hole()
    page.write_answer()
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


def _coverage_rounds(window: MainWindow) -> QWidget:
    coverage_page(window).show_rounds()
    return window


def _coverage_holes(window: MainWindow) -> QWidget:
    coverage_page(window).filter.show_holes()
    return window


def _coverage_filtered(window: MainWindow) -> QWidget:
    page = coverage_page(window)
    settle(window)
    labels = frozenset({"money", "who rides"})
    statuses = frozenset({ArgumentStatus.READY})
    page.filter._use(Filter(labels=labels, statuses=statuses, strength=2, evidence=True, heard=False))
    return window


def _coverage_empty(window: MainWindow) -> QWidget:
    _new_topic(window)
    coverage_page(window)
    return window


def _map_edit(window: MainWindow) -> QWidget:
    page = map_page(window)
    page.view.choose("argument:1")
    page.edit()
    return window


def _map_empty(window: MainWindow) -> QWidget:
    _new_topic(window)
    window.shell.show_page("map")
    return window


def _map_no_topic(window: MainWindow) -> QWidget:
    _no_topic(window)
    window.shell.show_page("map")
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
    "briefs, rows chosen": _briefs_chosen,
    "briefs, a frozen copy": _briefs_frozen,
    "briefs, questions and lines": _briefs_ready,
    "read, statement": _read_statement,
    "read, speaker": _read_speaker,
    "read, folded": _read_folded,
    "read, empty": _read_empty,
    "briefs, an argument": _briefs_argument,
    "briefs, a hole": _briefs_hole,
    "briefs, a new answer": _briefs_new_answer,
    "briefs, stance": _briefs_stance,
    "briefs, further ones": _briefs_further,
    "briefs, folded": _briefs_folded,
    "briefs, empty": _briefs_empty,
    "briefs, no topic": _no_topic,
    "start, again": _start_again,
    "notice with Undo": _notice_undo,
    "read, cards cut": _read_cards,
    "read, words of a card": _read_card_words,
    "cards": _cards,
    "cards, cite": _cards_cite,
    "cards, new layer": _cards_layer,
    "cards, suggestion": _cards_suggestion,
    "cards, changed": _cards_changed,
    "cards, from elsewhere": _cards_elsewhere,
    "cards, none found": _cards_none,
    "cards, filtered": _cards_filtered,
    "coverage": _coverage,
    "coverage, an answer": _coverage_answer,
    "coverage, rounds": _coverage_rounds,
    "coverage, holes": _coverage_holes,
    "coverage, filtered": _coverage_filtered,
    "coverage, empty": _coverage_empty,
    "map": _map,
    "map, folded": _map_folded,
    "map, one branch": _map_branch,
    "map, an answer": _map_answer,
    "map, editing": _map_edit,
    "map, empty": _map_empty,
    "map, no topic": _map_no_topic,
    "search": _search,
    "search, nothing": _search_nothing,
    "notices": _notice,
    "progress": _progress,
}


def _review(window: MainWindow) -> QDialog:
    # Words of the library, so that the audit of what is translated takes them for the user's own.
    text = "Let the bus be free\n\nNobody pays to sit in a park.\n\nRiders search their pockets while the engine idles."
    shell = window.shell
    found = reviews.review_text(shell.workspace.library, text, "Let the bus be free")
    shell.reviewer.show([Brought("", review=found)])
    return shell.dialogs._open["review"]


def _paste_card(window: MainWindow) -> QDialog:
    page = cards_page(window)
    page.paste_card()
    until(lambda: bool(window.findChildren(PasteCardDialog)))
    return window.findChildren(PasteCardDialog)[-1]


def _map_export(window: MainWindow) -> QDialog:
    page = map_page(window)
    settle(window)
    page.export()
    dialog = window.findChildren(MapExportDialog)[-1]
    until(dialog._save.isEnabled)
    return dialog


OPENERS: dict[str, Callable[[MainWindow], QDialog]] = {
    "look_over": _review,
    "paste_card": _paste_card,
    "map_export": _map_export,
}
"""Dialogs that no command of the shell opens by itself."""
DIALOGS |= dict.fromkeys(OPENERS, "")


def show_page(window: MainWindow, name: str) -> QWidget:
    """Bring the window to one of PAGES, and wait until all of it is there."""
    root = PAGES[name](window)
    settle(window)
    return root


def open_dialog(window: MainWindow, command: str) -> QWidget:
    """Open one of DIALOGS, and wait until all of it is there."""
    if command in OPENERS:
        dialog = OPENERS[command](window)
    else:
        window.shell.commands[command].trigger()
        until(lambda: DIALOGS[command] in window.shell.dialogs._open)
        dialog = window.shell.dialogs._open[DIALOGS[command]]
    until(dialog.isVisible)
    dialog.activateWindow()
    until(dialog.isActiveWindow)
    settle(window)
    until(lambda: not dialog.findChildren(Job))
    return dialog


def _export_words(window: MainWindow) -> QWidget:
    dialog = open_dialog(window, "export")
    assert isinstance(dialog, ExportDialog)
    dialog.pane.words.click()
    return dialog


def _export_layout(layout: Ware) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        dialog = open_dialog(window, "export")
        assert isinstance(dialog, ExportDialog)
        dialog.form.layouts.groups[group_of(layout)].click()
        dialog.form.layouts.tile(layout).click()
        until(lambda: dialog.is_settled() and not dialog.work.is_picturing())
        return dialog

    return show


def _export_unfolded(window: MainWindow) -> QWidget:
    dialog = open_dialog(window, "export")
    assert isinstance(dialog, ExportDialog)
    for fold in dialog.form.folds():
        fold.head.setChecked(True)
    return dialog


def _export_lacking(window: MainWindow) -> QWidget:
    dialog = open_dialog(window, "export")
    assert isinstance(dialog, ExportDialog)
    dialog.form.show_missing(("\U0001f68c", "\u0f00"))
    return dialog


def _heard_anew(window: MainWindow) -> QWidget:
    dialog = open_dialog(window, "hear")
    assert isinstance(dialog, HeardDialog)
    dialog.ui.round.setCurrentIndex(dialog.ui.round.count() - 1)
    return dialog


def _round(window: MainWindow) -> QWidget:
    page = coverage_page(window)
    line = page.side.rounds.list.lines.line(0)
    assert line is not None
    page.side.rounds.edit_asked.emit(line.key)
    dialog = window.shell.dialogs._open["round"]
    until(dialog.isVisible)
    dialog.activateWindow()
    until(dialog.isActiveWindow)
    return dialog


def _trash(window: MainWindow) -> QWidget:
    page = coverage_page(window)
    line = page.side.rounds.list.lines.line(0)
    assert line is not None
    page.side.rounds.remove(line)
    settle(window)
    dialog = open_dialog(window, "history")
    assert isinstance(dialog, HistoryDialog)
    dialog.pages.bring(1)
    return dialog


def _sought(command: str, words: str) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        dialog = open_dialog(window, command)
        assert isinstance(dialog, HelpDialog | ShortcutsDialog)
        dialog.field.setText(words)
        return dialog

    return show


def _crash(window: MainWindow) -> QWidget:
    handler = CrashHandler(window)
    handler.handle(ZeroDivisionError("a fault for the audit"))
    box = handler._box
    assert box is not None
    until(box.isVisible)
    box.activateWindow()
    return box


def _map_picture(window: MainWindow) -> QWidget:
    dialog = open_dialog(window, "map_export")
    assert isinstance(dialog, MapExportDialog)
    dialog.ui.format.setCurrentIndex(2)
    return dialog


def _format_page(place: int) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        dialog = open_dialog(window, "formats")
        assert isinstance(dialog, FormatsDialog)
        dialog.pages.bring(place)
        return dialog

    return show


def _labels_none(window: MainWindow) -> QWidget:
    space = window.shell.workspace
    with space.library.read() as reader:
        names = [each.name for each in selections.labels(reader)]
    for name in names:
        space.edit(window, partial(selections.delete_label, name=name))
    settle(window)
    window.shell.notices.close_one()
    return open_dialog(window, "labels")


DIALOG_STATES: dict[str, Callable[[MainWindow], QWidget]] = {
    "map, as picture": _map_picture,
    "export, as text": _export_words,
    "export, all choices": _export_unfolded,
    "export, cards": _export_layout(Layout.CARDS),
    "export, clash": _export_layout(Layout.CLASH),
    "export, class": _export_layout(Layout.CLASS),
    "export, flow": _export_layout(Layout.FLOW),
    "export, map": _export_layout(Drawn.MAP),
    "export, letters lacking": _export_lacking,
    "hear, a new round": _heard_anew,
    "round": _round,
    "history, trash": _trash,
    "labels, none": _labels_none,
    "formats, speeches": _format_page(1),
    "formats, the round": _format_page(2),
    "formats, checks": _format_page(4),
    "help, found": _sought("help", "frontline"),
    "help, nothing found": _sought("help", "qqqq"),
    "shortcuts, found": _sought("shortcuts", "answer"),
    "shortcuts, nothing found": _sought("shortcuts", "qqqq"),
    "crash": _crash,
}
"""Dialogs in more states than the one that they open in."""


def show_dialog(window: MainWindow, name: str) -> QWidget:
    """Open one of DIALOGS or of DIALOG_STATES, and wait until all of it is there."""
    dialog = open_dialog(window, name) if name in DIALOGS else DIALOG_STATES[name](window)
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

    def ask_of_selected() -> None:
        read.view.setTextCursor(read.view.document().find("Nobody pays"))
        read.view.block_asked.emit(3, QPoint(50, 50))

    for name, ask in {
        "paragraph": lambda: read.view.block_asked.emit(2, QPoint(50, 50)),
        "paragraph of selected words": ask_of_selected,
        "source": read.header._on_more,
    }.items():
        found[name] = popped(read, ask)
    kept = read.positions.cards[0]
    found["position"] = popped(kept, lambda: _ask_menu(kept))
    found["its side"] = popped(kept, kept.side_pill.click)
    found["its role"] = popped(kept, kept.role_pill.click)
    cards = cards_page(window)
    cards.cards.more.menu().aboutToShow.emit()
    found["cards filter"] = cards.cards.more.menu()
    found["colours"] = cards.tools.colours.menu()
    for name, ask in {
        "layers": cards.tools.show_layers,
        "tags": cards.head.show_tags,
        "styles": cards.head.show_styles,
        "put in a brief": cards.show_arguments,
    }.items():
        found[name] = popped(cards, ask)
    coverage = coverage_page(window)
    coverage.table.pick(1, 1)
    found["briefs of a side"] = briefs_page(window).columns[Side.PRO].files.menu()
    found["briefs of a side"].aboutToShow.emit()
    coverage_page(window)
    found["cell"] = popped(coverage, lambda: coverage.show_menu(coverage.table.currentIndex(), QPoint(5, 5)))
    for name, button in (
        ("filter", coverage.filter.more),
        ("saved filters", coverage.filter.saved),
    ):
        button.menu().aboutToShow.emit()
        found[name] = button.menu()
    found["labels"] = popped(window, window.shell.commands["label_this"].trigger)
    pane = coverage.side.checks
    found["finding"] = popped(pane, lambda: pane.show_menu(_chosen(pane.list), QPoint(5, 5)))
    rounds = coverage.side.rounds
    found["heard"] = popped(rounds, lambda: rounds.show_menu(_chosen(rounds.list), QPoint(5, 5)))
    briefs = briefs_page(window)
    briefs.shelf_action.setChecked(True)
    briefs.shelf.list.setCurrentIndex(briefs.shelf.model.index(0))
    found["drawer"] = popped(briefs.shelf, lambda: briefs.shelf.show_menu(QPoint(5, 5)))
    briefs.shelf_action.setChecked(False)
    column = briefs.columns[Side.PRO]
    head = next(row for row in column.body.rows if isinstance(row, SectionHeading))
    column.body.row_focused(head)
    found["section"] = popped(column, lambda: column.show_menu(head, QPoint(50, 50), briefs._commands))
    card = next(row for row in column.body.rows if isinstance(row, ArgumentCard))
    column.body.row_focused(card)
    found["argument"] = popped(column, lambda: column.show_menu(card, QPoint(50, 50), briefs._commands))
    column.tabs.setCurrentIndex(1)
    met = next(row for row in column.body.rows if isinstance(row, ArgumentCard))
    column.body.row_focused(met)
    found["answer"] = popped(column, lambda: column.show_menu(met, QPoint(50, 50), briefs._commands))
    column.tabs.setCurrentIndex(0)
    page = map_page(window)
    page.view.choose("argument:1")
    found["node of the map"] = popped(page, lambda: page.view.menu_wanted.emit(QPoint(50, 50)))
    briefs_page(window)
    _briefs_answer(window)
    for at, menu in enumerate(briefs.panel.findChildren(QMenu)):
        found[f"rebuttal {at}"] = menu
    return found


def _chosen(view: LineList) -> Line:
    """Return the last line of a list."""
    line = view.lines.line(view.lines.rowCount() - 1)
    assert line is not None
    return line


def _ask_menu(widget: QWidget) -> None:
    place = widget.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


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
