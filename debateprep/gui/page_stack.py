"""The pages' place in the window: one in view, each with its button in the rail, its way there, and its commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from debateprep.gui.actions import native
from debateprep.gui.pages import PAGES, START, PageSpec
from debateprep.gui.scroll_bars import dress
from debateprep.gui.settings import preferences, set_splitters

if TYPE_CHECKING:
    from debateprep.gui.actions import Commands
    from debateprep.gui.bars import Rail
    from debateprep.gui.menus import Menus


class PageStack(QStackedWidget):
    """The start page, and the pages that were added, in the rail's order whichever came first.

    `splitters` are the panes' sizes as they were left, by page.
    """

    turned = Signal()
    """Another page is in view."""

    def __init__(
        self,
        window: QMainWindow,
        start: QWidget,
        rail: Rail,
        menus: Menus,
        commands: Commands,
        splitters: Mapping[str, object] | None,
    ) -> None:
        super().__init__()
        self._window = window
        self._start, self._rail, self._menus, self._commands = start, rail, menus, commands
        self._splitters = splitters
        self._pages: dict[str, QWidget] = {}
        self.addWidget(start)
        rail.chosen.connect(self.show_page)
        preferences().changed.connect(self._on_preferences)

    def add(self, spec: PageSpec, page: QWidget) -> None:
        """Take a page in, with its button in the rail and its command in the Go menu."""
        there = {**self._pages, spec.key: page}
        self._pages = {each.key: there[each.key] for each in PAGES if each.key in there}
        self.addWidget(page)
        keys = QKeySequence(f"Ctrl+{PAGES.index(spec) + 1}")
        title = self.tr(spec.title)
        place = list(self._pages).index(spec.key)
        self._rail.add(spec.key, title, spec.icon, native(keys), place)
        action = QAction(title, self._window)
        action.setObjectName(f"go_{spec.key}")
        action.setShortcut(keys)
        action.setData(spec.key)
        action.triggered.connect(self._on_go)
        self._window.addAction(action)
        after = next((each for each in list(self._pages)[place + 1 :]), "")
        self._menus.add_going(action, self._window.findChild(QAction, f"go_{after}"))
        _tell_speed(page, preferences().values.words_a_minute)
        dress(page)
        set_splitters(spec.key, page.findChildren(QSplitter), self._splitters)

    @property
    def pages(self) -> Mapping[str, QWidget]:
        """Return the pages that are there, by their keys, in the rail's order."""
        return self._pages

    @property
    def page_in_view(self) -> QWidget:
        """Return the page in view, the start page before there is another."""
        return self.currentWidget() or self._start

    @property
    def page_key(self) -> str:
        """Return the key of the page in view."""
        current = self.currentWidget()
        return next((key for key, page in self._pages.items() if page is current), START)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Put a page in view; one that is not there yet leaves the start page."""
        page = self._pages.get(key, self._start)
        self.setCurrentWidget(page)
        self._rail.show_page(self.page_key)
        actions = [] if page is self._start else _commands_of(page)
        self._commands.yield_to(actions)
        self._menus.show_page(page.property("menu") or _title(page), actions)
        page.setFocus()
        self.turned.emit()

    def turn(self, step: int) -> None:
        """Put the page in view that stands so many places on, round and round."""
        keys = [START, *self._pages]
        self.show_page(keys[(keys.index(self.page_key) + step) % len(keys)])

    def groups(self) -> list[tuple[str, list[QAction]]]:
        """Return every page's own commands under its title; a page without any is left out."""
        found = [(_title(page), _commands_of(page)) for page in self._pages.values()]
        return [(title, actions) for title, actions in found if actions]

    @Slot()
    def _on_go(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_page(str(action.data()))

    @Slot()
    def _on_preferences(self) -> None:
        for page in self._pages.values():
            _tell_speed(page, preferences().values.words_a_minute)


def _tell_speed(page: QWidget, rate: int) -> None:
    tell = getattr(page, "set_words_a_minute", None)
    if tell is not None:
        tell(rate)


def _title(page: QWidget) -> str:
    return str(getattr(page, "title", ""))


def _commands_of(page: QWidget) -> list[QAction]:
    own = getattr(page, "commands", page.actions)
    return [each for each in own() if each.text() and not each.isSeparator()]
