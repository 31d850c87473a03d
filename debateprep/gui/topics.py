"""Topics as the shell shows them: the switcher, new and changed ones, and which one to show first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from debateprep.gui.usecases import FormatChoice

if TYPE_CHECKING:
    from debateprep.domain.changes import Changes
    from debateprep.domain.model import Topic
    from debateprep.gui.actions import Commands
    from debateprep.gui.dialogs.opener import Dialogs
    from debateprep.gui.overviews import Overviews
    from debateprep.gui.usecases import Added, UseCases
    from debateprep.gui.workspace import Workspace

PRACTICE = "free-buses"


def first_choice(topics: tuple[Topic, ...]) -> int:
    """Return the number of the topic to show when none was, 0 where there is none."""
    # One's own newest topic, else the practice topic, whose sources have their texts.
    own = [topic.id for topic in topics if not topic.sample]
    practice = [topic.id for topic in topics if topic.sample == PRACTICE]
    return (own or [0])[-1] or (practice or [topic.id for topic in topics] or [0])[0]


class Topics(QObject):
    """The topics of a window: the switcher's menu, samples and new topics."""

    def __init__(
        self,
        workspace: Workspace,
        cases: UseCases,
        dialogs: Dialogs,
        overviews: Overviews,
        menu: QMenu,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._cases, self._dialogs = workspace, cases, dialogs
        self._overviews, self._menu = overviews, menu
        self._waiting: list[str] = []
        self._touched: frozenset[int] = frozenset()
        menu.triggered.connect(self._on_chosen)

    @property
    def format_key(self) -> str:
        """Return the key of the format of the topic in view, "" for none."""
        topic = self._current()
        return topic.format if topic is not None else ""

    def words(self, key: str) -> str:
        """Return a debate format in words."""
        seen = self._overviews.now
        return seen.format_words(key) if seen is not None else ""

    def follow(self, changes: Changes) -> None:
        """Go to the topic that an undone or redone step brought back or changed, once it is read anew."""
        self._touched = changes.ids.get("topic", frozenset())

    def fill(self, topics: tuple[Topic, ...], commands: Commands) -> None:
        """Put the topics into the switcher, and the commands that make, change and list them below."""
        touched, self._touched = self._touched, frozenset()
        there = [topic.id for topic in topics if topic.id in touched]
        if there:
            self._workspace.show_topic(there[-1])
        menu, current = self._menu, self._workspace.topic_id
        menu.clear()
        for topic in topics:
            action = menu.addAction(topic.short.replace("&", "&&"))
            action.setData(topic.id)
            action.setCheckable(True)
            action.setChecked(topic.id == current)
        if topics:
            menu.addSeparator()
        for key in ("new_topic", "edit_topic", "manage_topics", "remove_topic"):
            menu.addAction(commands[key])
        menu.addSeparator()
        menu.addAction(commands["start"])

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        if isinstance(action.data(), int):
            self._workspace.topic_wanted.emit(action.data())

    @Slot(str)
    def open_sample(self, key: str) -> None:
        """Open a sample's topic, added anew when it is not there."""
        cases, seen = self._cases, self._overviews.now
        if seen is None or not self._workspace.is_open:
            # The click came before the library was open: it is done as soon as it is known which topics there are.
            self._waiting.append(key)
            return
        topic = next((each for each in seen.topics if each.sample == key), None)
        if topic is not None:
            self._workspace.topic_wanted.emit(topic.id)
            return
        self._workspace.edit(self, lambda library: cases.add_sample(library, key), self._on_added)

    def _on_added(self, done: Added) -> None:
        self._workspace.topic_wanted.emit(done.topic_id)

    def ask(self) -> None:
        """Ask for a new topic."""
        self._dialogs.new_topic(self._formats(), self._make)

    def _formats(self) -> tuple[FormatChoice, ...]:
        seen = self._overviews.now
        return seen.formats if seen is not None else ()

    def ask_to_change(self) -> None:
        """Let the topic in view be worded anew."""
        topic = self._current()
        if topic is not None:
            self.ask_to_change_one(topic)

    def ask_to_change_one(self, topic: Topic) -> None:
        """Let a topic be worded anew."""
        known = self._formats()
        if not any(each.key == topic.format for each in known):
            known = (*known, FormatChoice(topic.format, self.words(topic.format)))
        self._dialogs.edit_topic(topic, known, self._change)

    def _change(self, topic: Topic, _template: str) -> None:
        cases, seen = self._cases, self._overviews.now
        if seen is not None and topic not in seen.topics:
            self._workspace.edit(self, lambda library: cases.change_topic(library, topic))

    def remove(self) -> None:
        """Move the topic in view to the trash."""
        topic, cases = self._current(), self._cases
        if topic is not None:
            self._workspace.edit(self, lambda library: cases.remove_topic(library, topic.id))

    def _current(self) -> Topic | None:
        return self._overviews.topic if self._workspace.is_open else None

    def _make(self, topic: Topic, template: str) -> None:
        cases, space = self._cases, self._workspace
        space.edit(self, lambda library: cases.new_topic(library, topic, template), self._on_added)

    def go_on(self) -> None:
        """Do what was asked for before the library was open."""
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            self.open_sample(each)
