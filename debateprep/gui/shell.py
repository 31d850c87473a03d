"""What fills the main window: the bars around the pages, the pages' place, and the commands of no page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from debateprep.gui import importing, shell_state
from debateprep.gui.actions import CommandGroup, Commands, native, plain, step_words
from debateprep.gui.bars import Rail, StatusLine, TopBar
from debateprep.gui.clashing import ClashCommands
from debateprep.gui.dialogs.opener import Dialogs
from debateprep.gui.editors import UndoKeys, redo_own, undo_own
from debateprep.gui.evidence import EvidenceCommands
from debateprep.gui.finder import Finder
from debateprep.gui.menus import Menus
from debateprep.gui.notices import NoticeBar
from debateprep.gui.overviews import Overviews
from debateprep.gui.page_stack import PageStack
from debateprep.gui.pages import PAGES, START, PageSpec
from debateprep.gui.pages.start import StartPage
from debateprep.gui.remembered import BARS
from debateprep.gui.reviewing import Reviewer
from debateprep.gui.scroll_bars import dress
from debateprep.gui.second_thoughts import SecondThoughts
from debateprep.gui.settings import preferences
from debateprep.gui.shell_style import sheet
from debateprep.gui.theme import look
from debateprep.gui.topics import Topics, first_choice
from debateprep.gui.usecases import UseCases
from debateprep.gui.view import ViewCommands
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.domain.model import Topic
    from debateprep.gui.usecases import Overview

__all__ = ["PAGES", "START", "PageSpec", "Shell"]


class Shell(CommandGroup):
    """The inside of the window of one workspace. Give it the pages with `add_page`, in any order.

    `state` is what the last window left (`shell_state`).
    """

    library_wanted = Signal(str)
    """The path of another library to open instead."""

    def __init__(self, workspace: Workspace, window: QMainWindow, state: Mapping[str, Any] | None = None) -> None:
        super().__init__(window)
        # Read before anything is built, so that all is built in the type that was chosen.
        preferences()
        self.workspace = workspace
        self.window = window
        self.state = state or {}
        self.cases = UseCases()
        self.dialogs = Dialogs(window)
        self.overviews = Overviews(workspace, self.cases, self)
        self.reviewer = Reviewer(workspace, self.cases, self.dialogs, window)
        self.topics = QMenu(window)
        self._topics = Topics(workspace, self.cases, self.dialogs, self.overviews, self.topics, self)
        self.continuing = False
        self._began = False
        groups: tuple[CommandGroup, ...] = (
            self,
            ViewCommands(window),
            EvidenceCommands(workspace, self.dialogs, self.reviewer, self),
            ClashCommands(workspace, self.dialogs, self._topics, lambda: self.stack.page_in_view, window),
        )
        self.commands = Commands(window, {key: slot for each in groups for key, slot in each.slots().items()})
        self._build()
        self.importer = importing.Importer(workspace, self.cases, self.reviewer, self.status, window)
        self._connect()
        self._keys = UndoKeys(self)
        self._thoughts = SecondThoughts(workspace, self.notices, partial(self._walk, back=True, own=False), self)
        self._finder = Finder(workspace, self.cases, self.commands, self.top.search)
        workspace.brought.connect(self.importer.take)
        self._show_overview()
        self._on_look()

    # Building

    def _build(self) -> None:
        self.menus = Menus(self.window.menuBar(), self.commands, self.window)
        self.topics.setAccessibleName(self.tr("Topics"))
        self.top = TopBar(self.commands, self.topics)
        self.rail = Rail()
        self.notices = NoticeBar()
        self.status = StatusLine()
        self.start = StartPage()
        splitters = self.state.get("splitters")
        self.stack = PageStack(self.window, self.start, self.rail, self.menus, self.commands, splitters)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
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
        self.overviews.came.connect(self._on_overview)
        space.failed.connect(self.notices.fail)
        space.notice.connect(self.notices.tell)
        space.busy.connect(self._on_busy)
        space.source_wanted.connect(self._on_source_wanted)
        space.argument_wanted.connect(self._on_argument_wanted)
        space.card_wanted.connect(self._on_card_wanted)
        space.topic_wanted.connect(self.open_topic)
        space.page_wanted.connect(self.stack.show_page)
        space.export_wanted.connect(self._do_export)
        space.files_wanted.connect(self._do_import)
        self.stack.turned.connect(self._show_counts)
        look().changed.connect(self._on_look)
        preferences().changed.connect(self._on_preferences)
        preferences().failed.connect(self.notices.fail)
        self.status.cancelled.connect(self._on_cancelled)
        start = self.start
        start.topic_wanted.connect(self.open_topic)
        start.sample_wanted.connect(self._topics.open_sample)
        start.new_wanted.connect(self._do_new_topic)
        start.import_wanted.connect(self._do_import)
        start.paste_wanted.connect(self._do_paste)
        start.library_wanted.connect(self.library_wanted)

    # Pages

    def add_page(self, spec: PageSpec, page: QWidget) -> None:
        """Take a page in."""
        self.stack.add(spec, page)

    def page(self, key: str) -> QWidget:
        """Return a page by its key; raise KeyError while it is not there."""
        return self.stack.pages[key]

    @property
    def page_key(self) -> str:
        """Return the key of the page in view."""
        return self.stack.page_key

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Put a page in view; one that is not there yet leaves the start page."""
        self.stack.show_page(key)

    def all_commands(self) -> list[tuple[str, list[QAction]]]:
        """Return every command under its menu's or page's name, for the shortcut sheet: Help's come last."""
        *menus, last = self.menus.groups()
        return [*menus, *self.stack.groups(), last]

    # What the library says

    @property
    def overview(self) -> Overview | None:
        """Return the newest overview of the library, None before it was read."""
        return self.overviews.now

    def recall(self, overview: Overview) -> None:
        """Show what was seen last, until the library is open."""
        self.overviews.now = overview
        self._show_overview()

    @Slot()
    def _on_overview(self) -> None:
        overview = self.overviews.now
        # The topic in view may have gone to the trash, or come back by undo.
        if overview is not None and self.overviews.topic is None:
            self.workspace.show_topic(first_choice(overview.shown or overview.topics))
        self._show_overview()
        if not self._began:
            self._began = True
            self._topics.go_on()

    def _show_overview(self) -> None:
        seen = self.overviews.now
        undo, redo = (seen.undo, seen.redo) if seen else ("", "")
        for key, verb, step in (("undo", self.tr("Undo"), undo), ("redo", self.tr("Redo"), redo)):
            action = self.commands[key]
            action.setText(step_words(verb, step))
            keys = native(action.shortcut())
            action.setToolTip(f"{plain(action.text())} ({keys})")
        topics = seen.shown if seen else ()
        topic = self.overviews.topic
        self.top.show_topic(topic.short if topic else "", self._topic_words(topic))
        current = self.workspace.topic_id if self.continuing else 0
        self.start.show_topics(topics, current, preferences().values.recent, self._library_name())
        self._topics.fill(topics, self.commands)
        self._show_counts()
        for key in ("export", "edit_topic", "remove_topic", "add_template", "check_brief", "works_cited"):
            self.commands[key].setEnabled(topic is not None)
        self.show_saved()
        name = f"{topic.short} – DebatePrep" if topic else "DebatePrep"
        self.window.setWindowTitle(name)

    def _topic_words(self, topic: Topic | None) -> str:
        if topic is None:
            return ""
        return self._topics.words(topic.format) + (self.tr(" · sample") if topic.sample else "")

    def _library_name(self) -> str:
        return str(self.workspace.library.path) if self.workspace.is_open else ""

    @Slot()
    def _show_counts(self) -> None:
        seen = self.overviews.now if self.overviews.topic is not None else None
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

    @Slot(int)
    def open_topic(self, number: int) -> None:
        """Put a topic in view; from the start page, on its briefs."""
        self.continuing = True
        self.workspace.show_topic(number)
        if self.page_key == START:
            self.show_page("briefs" if "briefs" in self.stack.pages else "read")

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
        cases, seen = self.cases, self.overviews.now
        if seen is None:
            return
        if not (seen.undo if back else seen.redo) and not self.workspace_is_busy():
            self.notices.tell(self.tr("There is nothing to undo.") if back else self.tr("There is nothing to redo."))
            return
        self.workspace.edit(self, cases.undo if back else cases.redo, self._topics.follow, history=True)

    def workspace_is_busy(self) -> bool:
        """Tell whether an edit is still being saved, so that the names of the steps may be old."""
        return bool(self.workspace.waiting) or self.overviews.is_reading

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
        self.importer.ask()

    @Slot()
    def _do_paste(self) -> None:
        self.importer.paste()

    @Slot()
    def _on_cancelled(self) -> None:
        self.importer.cancel()

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
        self.stack.turn(1)

    @Slot()
    def _do_previous_page(self) -> None:
        self.stack.turn(-1)

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

    def welcome(self, event: QDragEnterEvent) -> None:
        """Take files, and text from elsewhere."""
        importing.welcome(event)

    def drop(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        self.importer.drop(event)

    def end(self) -> None:
        """Commit what is being typed, remember the window, and close its dialogs."""
        focused = QApplication.focusWidget()
        if focused is not None and self.window.isAncestorOf(focused):
            focused.clearFocus()
        self.remember()
        self.dialogs.close_all()

    def remember(self) -> None:
        """Keep what the next start takes up."""
        shell_state.remember(self.window, self.state, self.stack, self.workspace.topic_id, self._bars())

    def _bars(self) -> dict[str, int]:
        """Return the sizes of the bars, nothing while they are not seen."""
        if not self.top.isVisible():
            return {}
        above = self.top.mapTo(self.window, self.top.rect().topLeft()).y()
        sizes = (above, self.top.height(), self.rail.width(), self.status.height())
        return dict(zip(BARS, sizes, strict=True))
