"""What fills the main window: the bars around the pages, the pages' place, and the commands of no page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui import importing, shell_state
from debateprep.gui.actions import COMMANDS, MENUS, Commands, native, plain, step_words, words
from debateprep.gui.bars import Rail, StatusLine, TopBar
from debateprep.gui.clashing import ClashCommands
from debateprep.gui.dialogs.opener import Dialogs
from debateprep.gui.editors import UndoKeys, redo_own, undo_own
from debateprep.gui.evidence import EvidenceCommands
from debateprep.gui.finder import Finder
from debateprep.gui.notices import NoticeBar
from debateprep.gui.pages import PAGES, START, PageSpec
from debateprep.gui.pages.start import StartPage
from debateprep.gui.scroll_bars import dress
from debateprep.gui.second_thoughts import SecondThoughts
from debateprep.gui.settings import preferences, set_splitters
from debateprep.gui.shell_style import sheet
from debateprep.gui.theme import look
from debateprep.gui.topics import Topics, first_choice
from debateprep.gui.usecases import UseCases
from debateprep.gui.view import ViewCommands
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.domain.model import Topic
    from debateprep.gui.background import Job
    from debateprep.gui.main_window import MainWindow
    from debateprep.gui.usecases import Overview

__all__ = ["PAGES", "START", "PageSpec", "Shell"]


class Shell(ViewCommands, EvidenceCommands, ClashCommands, QObject):
    """The inside of the window of one workspace. Give it the pages with `add_page`, in any order."""

    library_wanted = Signal(str)
    """The path of another library to open instead."""

    def __init__(self, workspace: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        # Read before anything is built, so that all is built in the type that was chosen.
        preferences()
        self.workspace = workspace
        self.window = window
        self.cases = UseCases()
        self.overview: Overview | None = None
        self._began = False
        self._pages: dict[str, QWidget] = {}
        self._looking: Job | None = None
        self.continuing = False
        self.dialogs = Dialogs(window)
        self.commands = Commands(window, {each.key: getattr(self, f"_do_{each.key}") for each in COMMANDS})
        self._build()
        self._topics = Topics(self)
        self._connect()
        self._keys = UndoKeys(self)
        self._thoughts = SecondThoughts(self.workspace, self.notices, partial(self._walk, back=True, own=False), self)
        self._finder = Finder(self, self.top.search)
        self._importer = importing.Importer(self)
        workspace.brought.connect(self._importer.take)
        window.fill(self)
        self._show_overview()
        self._on_look()
        self._refresh()

    # Building

    def _build(self) -> None:
        self._menus: dict[str, QMenu] = {}
        for name in MENUS:
            self._menus[name] = self.window.menuBar().addMenu(words(name))
            self._menus[name].setAccessibleName(plain(words(name)))
        self.window.menuBar().setAccessibleName(self.tr("Menus"))
        self.commands.fill(self._menus)
        self._page_menu = QMenu(self.window)
        self._page_menu_action = self.window.menuBar().insertMenu(self._menus["&Help"].menuAction(), self._page_menu)
        self._page_menu_action.setVisible(False)
        self.topics = QMenu(self.window)
        self.topics.setAccessibleName(self.tr("Topics"))
        self.top = TopBar(self.commands, self.topics)
        self.rail = Rail()
        self.notices = NoticeBar()
        self.status = StatusLine()
        self.start = StartPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._stack, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.notices)
        column.addWidget(self.status)
        self.window.setCentralWidget(whole)

    def _connect(self) -> None:
        space = self.workspace
        space.opened.connect(self._on_opened)
        space.changed.connect(self._on_changed)
        space.topic_changed.connect(self._on_topic_changed)
        space.failed.connect(self.notices.fail)
        space.notice.connect(self.notices.tell)
        space.busy.connect(self._on_busy)
        space.source_wanted.connect(self._on_source_wanted)
        space.argument_wanted.connect(self._on_argument_wanted)
        space.card_wanted.connect(self._on_card_wanted)
        space.export_wanted.connect(self._do_export)
        space.files_wanted.connect(self._do_import)
        self.listen_to_rounds()
        look().changed.connect(self._on_look)
        preferences().changed.connect(self._on_preferences)
        preferences().failed.connect(self.notices.fail)
        self.rail.chosen.connect(self.show_page)
        self.status.cancelled.connect(self._on_cancelled)
        start = self.start
        start.topic_wanted.connect(self.open_topic)
        start.sample_wanted.connect(self._topics.open_sample)
        start.new_wanted.connect(self._do_new_topic)
        start.import_wanted.connect(self._do_import)
        start.paste_wanted.connect(self._do_paste)
        start.library_wanted.connect(self.library_wanted)

    # Services, pages, state

    def recall(self, overview: Overview) -> None:
        """Show what was seen last, until the library is open."""
        self.overview = overview
        self._show_overview()

    def add_page(self, spec: PageSpec, page: QWidget) -> None:
        """Take a page in, with its button in the rail and its command in the Go menu."""
        self._pages = _in_order({**self._pages, spec.key: page})
        self._stack.addWidget(page)
        keys = QKeySequence(f"Ctrl+{PAGES.index(spec) + 1}")
        title = self.tr(spec.title)
        place = list(self._pages).index(spec.key)
        self.rail.add(spec.key, title, spec.icon, native(keys), place)
        action = QAction(title, self.window)
        action.setObjectName(f"go_{spec.key}")
        action.setShortcut(keys)
        action.setData(spec.key)
        action.triggered.connect(self._on_go)
        self.window.addAction(action)
        go = self._menus["&Go"]
        after = next((each for each in list(self._pages)[place + 1 :]), "")
        go.insertAction(self.window.findChild(QAction, f"go_{after}") or self.commands["switch_topic"], action)
        _tell_speed(page, preferences().values.words_a_minute)
        dress(page)
        set_splitters(spec.key, page.findChildren(QSplitter), self.window.state.get("splitters"))

    def page(self, key: str) -> QWidget:
        """Return a page by its key; raise KeyError while it is not there."""
        return self._pages[key]

    @property
    def pages(self) -> Mapping[str, QWidget]:
        """Return the pages that are there, by their keys, in the rail's order."""
        return self._pages

    @property
    def page_key(self) -> str:
        """Return the key of the page in view."""
        current = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is current), START)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Put a page in view; one that is not there yet leaves the start page."""
        page = self._pages.get(key, self.start)
        self._stack.setCurrentWidget(page)
        self.rail.show_page(self.page_key)
        actions = [] if page is self.start else _commands_of(page)
        self.commands.yield_to(actions)
        # `clear` would take the page's own actions along with their wrappers.
        for each in self._page_menu.actions():
            self._page_menu.removeAction(each)
        self._page_menu.addActions(actions)
        self._page_menu.setTitle(page.property("menu") or _title(page))
        self._page_menu.setAccessibleName(plain(self._page_menu.title()))
        self._page_menu_action.setVisible(bool(actions))
        page.setFocus()
        self._show_counts()

    def all_commands(self) -> list[tuple[str, list[QAction]]]:
        """Return every command under its menu's or page's name, for the shortcut sheet."""
        found = []
        for name in MENUS:
            menu = self._menus[name]
            found.append((plain(words(name)), [each for each in menu.actions() if not each.isSeparator()]))
        for page in self._pages.values():
            actions = _commands_of(page)
            if actions:
                found.insert(-1, (_title(page), actions))
        return found

    # What the workspace says

    @Slot()
    def _on_opened(self) -> None:
        self._refresh()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self._refresh()

    @Slot(int)
    def _on_topic_changed(self, _topic: int) -> None:
        self._refresh()

    def _refresh(self) -> None:
        if not self.workspace.is_open:
            return
        if self._looking is not None:
            self._looking.forget()
        cases, topic = self.cases, self.workspace.topic_id
        self._looking = self.workspace.read(self, lambda library: cases.overview(library, topic), self._on_overview)
        self._looking.ended.connect(self._on_looked)

    @Slot()
    def _on_looked(self) -> None:
        if self.sender() is self._looking:
            self._looking = None

    def _on_overview(self, overview: Overview) -> None:
        self.overview = overview
        # The topic in view may have gone to the trash, or come back by undo.
        if not any(topic.id == self.workspace.topic_id for topic in overview.topics):
            self.workspace.show_topic(first_choice(overview.shown or overview.topics))
        self._show_overview()
        if not self._began:
            self._began = True
            self._topics.go_on()

    def _show_overview(self) -> None:
        seen = self.overview
        undo, redo = (seen.undo, seen.redo) if seen else ("", "")
        for key, verb, step in (("undo", self.tr("Undo"), undo), ("redo", self.tr("Redo"), redo)):
            action = self.commands[key]
            action.setText(step_words(verb, step))
            keys = native(action.shortcut())
            action.setToolTip(f"{plain(action.text())} ({keys})")
        topics = seen.shown if seen else ()
        topic = self._topic()
        self.top.show_topic(topic.short if topic else "", self._topic_words(topic))
        current = self.workspace.topic_id if self.continuing else 0
        self.start.show_topics(topics, current, preferences().values.recent, self._library_name())
        self._topics.fill(topics)
        self._show_counts()
        for key in ("export", "edit_topic", "remove_topic", "check_brief", "works_cited"):
            self.commands[key].setEnabled(topic is not None)
        self.show_saved()
        name = f"{topic.short} – DebatePrep" if topic else "DebatePrep"
        self.window.setWindowTitle(name)

    def _topic(self) -> Topic | None:
        topics = self.overview.topics if self.overview else ()
        return next((topic for topic in topics if topic.id == self.workspace.topic_id), None)

    def _topic_words(self, topic: Topic | None) -> str:
        if topic is None:
            return ""
        return self._topics.words(topic.format) + (self.tr(" · sample") if topic.sample else "")

    def _library_name(self) -> str:
        return str(self.workspace.library.path) if self.workspace.is_open else ""

    def _show_counts(self) -> None:
        seen = self.overview if self._topic() is not None else None
        self.status.show_counts(self.page_key, seen)

    @Slot()
    def show_saved(self) -> None:
        """Say whether everything is saved."""
        self._on_busy(self.workspace.waiting)

    @Slot(int)
    def _on_busy(self, waiting: int) -> None:
        if self.workspace.is_refused:
            self.status.saved.setText(self.tr("No library is open"))
        elif not self.workspace.is_open:
            self.status.saved.setText(self.tr("Opening your library…"))
        else:
            self.status.saved.setText(self.tr("Saving…") if waiting else self.tr("Saved"))

    # Going places

    @Slot(int, int)
    def _on_source_wanted(self, _source: int, _offset: int) -> None:
        self.show_page("read")

    @Slot(int)
    def _on_argument_wanted(self, _argument: int) -> None:
        self.show_page("briefs")

    @Slot(int)
    def _on_card_wanted(self, _card: int) -> None:
        self.show_page("cards")

    @Slot()
    def _on_go(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_page(str(action.data()))

    @Slot(int)
    def open_topic(self, number: int) -> None:
        """Put a topic in view; from the start page, on its briefs."""
        self.continuing = True
        self.workspace.show_topic(number)
        if self.page_key == START:
            self.show_page("briefs" if "briefs" in self._pages else "read")

    # Commands, one method a key of the table

    @Slot()
    def _do_undo(self) -> None:
        self._walk(back=True)

    @Slot()
    def _do_redo(self) -> None:
        self._walk(back=False)

    def _walk(self, *, back: bool, own: bool = True) -> None:
        if own and (undo_own() if back else redo_own()):
            return
        cases, seen = self.cases, self.overview
        if seen is None:
            return
        if not (seen.undo if back else seen.redo) and not self.workspace_is_busy():
            self.notices.tell(self.tr("There is nothing to undo.") if back else self.tr("There is nothing to redo."))
            return
        self.workspace.edit(self, cases.undo if back else cases.redo, self._topics.follow, history=True)

    def workspace_is_busy(self) -> bool:
        """Tell whether an edit is still being saved, so that the names of the steps may be old."""
        return self.status.saved.text() == self.tr("Saving…") or self._looking is not None

    @Slot()
    def _do_new_topic(self) -> None:
        self._topics.ask()

    @Slot()
    def _do_edit_topic(self) -> None:
        self._topics.ask_to_change()

    @Slot()
    def _do_remove_topic(self) -> None:
        self._topics.remove()

    @Slot()
    def _do_import(self) -> None:
        self._importer.ask()

    @Slot()
    def _do_paste(self) -> None:
        self._importer.paste()

    @Slot()
    def _on_cancelled(self) -> None:
        self._importer.cancel()

    @Slot()
    def _do_export(self) -> None:
        self.dialogs.export(self.workspace)

    @Slot()
    def _do_open_library(self) -> None:
        self.dialogs.choose_library(self.library_wanted.emit)

    @Slot()
    def _do_back_up(self) -> None:
        self.workspace.edit(self, self.cases.back_up, self._on_backed_up)

    def _on_backed_up(self, where: object) -> None:
        self.notices.tell(self.tr("Every change is saved by itself. A backup was made now: {}").format(where))

    @Slot()
    def _do_preferences(self) -> None:
        self.dialogs.preferences(self._library_name(), self.library_wanted.emit)

    @Slot()
    def _do_quit(self) -> None:
        self.window.close()

    @Slot()
    def _do_search(self) -> None:
        self.top.search.setFocus()
        self.top.search.selectAll()

    @Slot()
    def _do_start(self) -> None:
        self.show_page(START)

    @Slot()
    def _do_switch_topic(self) -> None:
        self.top.topic.showMenu()

    @Slot()
    def _do_next_page(self) -> None:
        self._turn(1)

    @Slot()
    def _do_previous_page(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        keys = [START, *self._pages]
        self.show_page(keys[(keys.index(self.page_key) + step) % len(keys)])

    @Slot()
    def _do_help(self) -> None:
        self.dialogs.help(self.page_key)

    @Slot()
    def _do_shortcuts(self) -> None:
        self.dialogs.shortcuts(self.all_commands())

    @Slot()
    def _do_about(self) -> None:
        self.dialogs.about()

    # Qt's own

    @Slot()
    def _on_look(self) -> None:
        # The frame was there before the type was chosen, and Qt tells it nothing of that.
        self.window.setFont(QApplication.font())
        style = sheet(look().theme)
        for each in (self.top, self.rail, self.notices, self.status, self.start):
            each.setStyleSheet(style)
            each.recolour()
        dress(self.window)
        self._on_preferences()

    @Slot()
    def _on_preferences(self) -> None:
        speed = preferences().values.words_a_minute
        self.status.speed.setText(self.tr("Reading at {} words a minute").format(speed))
        self.commands[f"theme_{preferences().values.theme}"].setChecked(True)
        for page in self._pages.values():
            _tell_speed(page, speed)

    def welcome(self, event: QDragEnterEvent) -> None:
        """Take files, and text from elsewhere."""
        importing.welcome(event)

    def drop(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        self._importer.drop(event)

    def end(self) -> None:
        """Commit what is being typed, remember the window, and close its dialogs."""
        focused = QApplication.focusWidget()
        if focused is not None and self.window.isAncestorOf(focused):
            focused.clearFocus()
        shell_state.remember(self)
        self.dialogs.close_all()


def _in_order(pages: dict[str, QWidget]) -> dict[str, QWidget]:
    return {spec.key: pages[spec.key] for spec in PAGES if spec.key in pages}


def _tell_speed(page: QWidget, rate: int) -> None:
    tell = getattr(page, "set_words_a_minute", None)
    if tell is not None:
        tell(rate)


def _title(page: QWidget) -> str:
    return str(getattr(page, "title", ""))


def _commands_of(page: QWidget) -> list[QAction]:
    own = getattr(page, "commands", page.actions)
    return [each for each in own() if each.text() and not each.isSeparator()]
