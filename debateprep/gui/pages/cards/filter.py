"""Filters of cards that are kept: under names in the library, and each topic's last by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from debateprep.domain.model import SavedFilter
from debateprep.gui import kept_filters
from debateprep.services import selections

if TYPE_CHECKING:
    from debateprep.gui.pages.cards.list import CardsPane
    from debateprep.gui.widgets.ask import AskLine
    from debateprep.gui.workspace import Workspace

PAGE = "cards"


class CardFilters(QObject):
    """Keeps what a topic's cards are filtered by: under names in the library, and what was chosen last by itself."""

    def __init__(self, workspace: Workspace, pane: CardsPane, ask: AskLine, bring: Callable[[], object]) -> None:
        super().__init__(pane)
        self._workspace, self._pane, self._ask, self._bring = workspace, pane, ask, bring
        self._topic = 0
        kept = pane.kept
        kept.used.connect(self._on_used)
        kept.keep_asked.connect(self.ask_to_keep)
        kept.rename_asked.connect(self._on_rename)
        kept.forget_asked.connect(self._on_forget)

    def recall(self) -> None:
        """Remember what the topic before was filtered by, and filter by what the one in view had last."""
        self.remember()
        self._topic = self._workspace.topic_id if self._workspace.is_open else 0
        path = self._workspace.library.path if self._topic else None
        self._pane.begin(kept_filters.recall(path, self._topic, PAGE) if path is not None else ())

    def remember(self) -> None:
        """Remember what the topic in view is filtered by."""
        if self._workspace.is_open and self._topic:
            kept_filters.keep(self._workspace.library.path, self._topic, PAGE, self._pane.terms)

    def _on_used(self, saved: SavedFilter) -> None:
        self._pane.begin(saved.terms)

    @Slot()
    def ask_to_keep(self) -> None:
        """Ask for a name, and keep what the list is filtered by under it."""
        terms, topic = self._pane.terms, self._workspace.topic_id

        def keep(name: str) -> None:
            self._workspace.edit(self, lambda library: selections.save_of_cards(library, name, terms, topic_id=topic))

        self._bring()
        self._ask.ask(self.tr("Keep this filter as:"), "", keep, self._pane.more)

    def _on_rename(self, saved: SavedFilter) -> None:
        def rename(name: str) -> None:
            self._workspace.edit(self, lambda library: selections.rename(library, saved.id, name))

        self._bring()
        self._ask.ask(self.tr("Call this filter:"), saved.name, rename, self._pane.more)

    def _on_forget(self, number: int) -> None:
        self._workspace.edit(self, lambda library: selections.forget(library, number))
