"""The commands of the clash as a whole: the round log, history and trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from debateprep.domain.model import Argument, Heard, Round
from debateprep.gui.actions import CommandGroup
from debateprep.gui.labelling import Thing, offer_labels
from debateprep.gui.later import later

if TYPE_CHECKING:
    from collections.abc import Callable

    from debateprep.gui.dialogs import heard as heard_forms
    from debateprep.gui.dialogs.heard import Recorded, RoundChoice
    from debateprep.gui.dialogs.opener import Dialogs
    from debateprep.gui.topics import Topics
    from debateprep.gui.workspace import Workspace
    from debateprep.services import rounds
    from debateprep.storage.library import Library
else:
    rounds = later("debateprep.services.rounds")
    heard_forms = later("debateprep.gui.dialogs.heard")


class ClashCommands(CommandGroup):
    """The group of these commands; pages ask for some of them through the workspace.

    `in_view` gives the page in view.
    """

    def __init__(
        self,
        workspace: Workspace,
        dialogs: Dialogs,
        topics: Topics,
        in_view: Callable[[], QWidget],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._dialogs, self._topics = workspace, dialogs, topics
        self._in_view, self._window = in_view, parent
        workspace.labels_wanted.connect(self._do_labels)
        workspace.heard_wanted.connect(self._do_hear)
        workspace.round_wanted.connect(self._on_round_wanted)

    @Slot()
    def _do_hear(self) -> None:
        self._with_choice(self._ask_heard)

    def _ask_heard(self, choice: RoundChoice) -> None:
        self._dialogs.heard(choice, self._on_heard)

    @Slot(object)
    def _on_round_wanted(self, wanted: Round | Heard) -> None:
        if isinstance(wanted, Round):
            self._dialogs.round(wanted, self._on_round_changed)
        else:
            self._with_choice(lambda choice: self._dialogs.heard_again(choice, wanted, self._on_heard_again))

    def _with_choice(self, show: Callable[[RoundChoice], None]) -> None:
        topic = self._workspace.topic_id
        if self._workspace.is_open and topic:
            self._workspace.read(self, lambda library: _choice(library, topic), show)

    def _on_heard(self, recorded: Recorded) -> None:
        self._workspace.edit(self, lambda library: _record(library, recorded))

    def _on_heard_again(self, heard: Heard) -> None:
        self._workspace.edit(
            self,
            lambda library: rounds.judge(library, heard.id, heard.outcome, said=heard.said, notes=heard.notes),
        )

    def _on_round_changed(self, debated: Round) -> None:
        self._workspace.edit(self, lambda library: rounds.put(library, debated))

    @Slot()
    def _do_manage_topics(self) -> None:
        if self._workspace.is_open:
            self._dialogs.topics(self._workspace, self._topics.ask_to_change_one, self._topics.ask)

    @Slot()
    def _do_formats(self) -> None:
        if self._workspace.is_open:
            self._dialogs.formats(self._workspace, self._topics.format_key)

    @Slot()
    def _do_add_template(self) -> None:
        if self._workspace.is_open and self._workspace.topic_id:
            self._dialogs.template(self._workspace)

    @Slot()
    def _do_labels(self) -> None:
        if self._workspace.is_open:
            self._dialogs.labels(self._workspace)

    @Slot()
    def _do_label_this(self) -> None:
        page = self._in_view()
        ask: Callable[[], Thing | None] | None = getattr(page, "labelled", None)
        thing = ask() if ask is not None and self._workspace.is_open else None
        if thing is None:
            words = self.tr("Choose an argument, a card or a kept position first; then it can be labelled.")
            self._workspace.notice.emit(words)
            return
        focus = QApplication.focusWidget()
        near = focus if focus is not None and page.isAncestorOf(focus) else page
        offer_labels(self._workspace, thing, self._window, near.mapToGlobal(near.rect().center()))

    @Slot()
    def _do_history(self) -> None:
        if self._workspace.is_open:
            self._dialogs.history(self._workspace)


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
