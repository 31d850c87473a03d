"""The commands of the clash as a whole: the round log, history and trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from debateprep.domain.model import Argument, Heard, Round
from debateprep.gui.labelling import Thing, offer_labels
from debateprep.gui.later import later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from debateprep.gui.dialogs import heard as heard_forms
    from debateprep.gui.dialogs.heard import Recorded, RoundChoice
    from debateprep.gui.dialogs.opener import Dialogs
    from debateprep.gui.main_window import MainWindow
    from debateprep.gui.topics import Topics
    from debateprep.gui.workspace import Workspace
    from debateprep.services import rounds
    from debateprep.storage.library import Library
else:
    rounds = later("debateprep.services.rounds")
    heard_forms = later("debateprep.gui.dialogs.heard")


class ClashCommands:
    """Mixed into the window's shell; each `_do_` method is the command of its name."""

    workspace: Workspace
    dialogs: Dialogs
    window: MainWindow
    _topics: Topics

    @property
    def pages(self) -> Mapping[str, QWidget]:
        """Return the pages that are there, by their keys."""
        raise NotImplementedError

    @property
    def page_key(self) -> str:
        """Return the key of the page in view."""
        raise NotImplementedError

    def listen_to_pages(self) -> None:
        """Follow pages that ask for the round log or the labels."""
        self.workspace.labels_wanted.connect(self._do_labels)
        self.workspace.heard_wanted.connect(self._do_hear)
        self.workspace.round_wanted.connect(self._on_round_wanted)

    @Slot()
    def _do_hear(self) -> None:
        self._with_choice(self._ask_heard)

    def _ask_heard(self, choice: RoundChoice) -> None:
        self.dialogs.heard(choice, self._on_heard)

    @Slot(object)
    def _on_round_wanted(self, wanted: Round | Heard) -> None:
        if isinstance(wanted, Round):
            self.dialogs.round(wanted, self._on_round_changed)
        else:
            self._with_choice(lambda choice: self.dialogs.heard_again(choice, wanted, self._on_heard_again))

    def _with_choice(self, show: Callable[[RoundChoice], None]) -> None:
        topic = self.workspace.topic_id
        if self.workspace.is_open and topic:
            self.workspace.read(self._owner, lambda library: _choice(library, topic), show)

    @property
    def _owner(self) -> QObject:
        return self.window

    def _on_heard(self, recorded: Recorded) -> None:
        self.workspace.edit(self._owner, lambda library: _record(library, recorded))

    def _on_heard_again(self, heard: Heard) -> None:
        self.workspace.edit(
            self._owner,
            lambda library: rounds.judge(library, heard.id, heard.outcome, said=heard.said, notes=heard.notes),
        )

    def _on_round_changed(self, debated: Round) -> None:
        self.workspace.edit(self._owner, lambda library: rounds.put(library, debated))

    @Slot()
    def _do_manage_topics(self) -> None:
        if self.workspace.is_open:
            self.dialogs.topics(self.workspace, self._topics.ask_to_change_one, self._topics.ask)

    @Slot()
    def _do_formats(self) -> None:
        if self.workspace.is_open:
            self.dialogs.formats(self.workspace, self._topics.format_key)

    @Slot()
    def _do_add_template(self) -> None:
        if self.workspace.is_open and self.workspace.topic_id:
            self.dialogs.template(self.workspace)

    @Slot()
    def _do_labels(self) -> None:
        if self.workspace.is_open:
            self.dialogs.labels(self.workspace)

    @Slot()
    def _do_label_this(self) -> None:
        page = self.pages.get(self.page_key)
        ask: Callable[[], Thing | None] | None = getattr(page, "labelled", None)
        thing = ask() if ask is not None and self.workspace.is_open else None
        if page is None or thing is None:
            words = self.window.tr("Choose an argument, a card or a kept position first; then it can be labelled.")
            self.workspace.notice.emit(words)
            return
        focus = QApplication.focusWidget()
        near = focus if focus is not None and page.isAncestorOf(focus) else page
        offer_labels(self.workspace, thing, self.window, near.mapToGlobal(near.rect().center()))

    @Slot()
    def _do_history(self) -> None:
        if self.workspace.is_open:
            self.dialogs.history(self.workspace)


def _choice(library: Library, topic_id: int) -> RoundChoice:
    with library.read() as reader:
        listed = rounds.listed(reader, topic_id)
        arguments = reader.all(Argument, topic_id=topic_id)
    return heard_forms.RoundChoice(topic_id, tuple(listed), tuple(arguments))


def _record(library: Library, recorded: Recorded) -> object:
    return rounds.hear(
        library,
        recorded.where,
        claim=recorded.claim,
        argument_id=recorded.argument_id,
        answering_id=recorded.answering_id,
        answer=recorded.answer,
        said=recorded.said,
        outcome=recorded.outcome,
        notes=recorded.notes,
    )
