"""Every topic, those out of the way too: open, word anew, copy, archive, take back, throw away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from debateprep.domain.changes import Changes
from debateprep.domain.model import Topic
from debateprep.gui.dialogs.following import FollowingDialog
from debateprep.gui.later import later
from debateprep.gui.models.lines import Line
from debateprep.gui.widgets.line_list import LineList
from debateprep.gui.widgets.parts import Words, WrapLayout
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import formats, topic_copies, topics
    from debateprep.storage.library import Library
else:
    formats, topic_copies, topics = (
        later(f"debateprep.services.{name}") for name in ("formats", "topic_copies", "topics")
    )

Named = tuple[Topic, str]


class TopicsDialog(FollowingDialog):
    """The list follows what is done meanwhile; a line's key is its Topic."""

    def __init__(
        self,
        workspace: Workspace,
        change: Callable[[Topic], None],
        begin: Callable[[], None],
        parent: QWidget | None,
    ) -> None:
        super().__init__(workspace, parent)
        self._change = change
        self.setWindowTitle(self.tr("Topics"))
        self.resize(620, 480)
        self.list = LineList(self.tr("Topics"), ground="panel")
        self.open_ = self._button(self.tr("&Open"), self._on_open, primary=True)
        self.edit = self._button(self.tr("&Edit…"), self._on_edit)
        self.copy = self._button(self.tr("&Duplicate"), self._on_copy)
        self.outline = self._button(self.tr("Duplicate the out&line only"), self._on_outline)
        self.archive = self._button(self.tr("&Archive"), self._on_archive)
        self.trash = self._button(self.tr("Move to &trash"), self._on_trash)
        self.new = self._button(self.tr("&New topic…"), begin)
        ways = QWidget()
        line = WrapLayout(ways)
        for each in (self.open_, self.edit, self.copy, self.outline, self.archive, self.trash, self.new):
            line.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        hint = self.tr("An archived topic is kept whole, out of the way. A copy shares its evidence with the first.")
        whole.addWidget(Words(hint, "mute", 9.0))
        whole.addWidget(self.list, 1)
        whole.addWidget(ways)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.entered_line.connect(self._on_open)
        self.list.removed_line.connect(self._on_trash)
        self._tell()
        self.follow(_load)

    def _button(self, words: str, slot: Callable[[], object], *, primary: bool = False) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if primary:
            button.setProperty("look", "primary")
        button.clicked.connect(lambda: slot())
        return button

    def show_found(self, found: list[Named]) -> None:
        """Show what was read."""
        lines: list[Line] = []
        for archived, name in ((False, self.tr("Topics")), (True, self.tr("Archived"))):
            some = [each for each in found if each[0].archived is archived]
            if some:
                lines.append(Line(name, heading=True))
            lines += [Line(topic.short, self._detail(topic, words), key=topic) for topic, words in some]
        self.list.show_lines(tuple(lines))
        if not self.list.currentIndex().isValid():
            there = [at for at, each in enumerate(lines) if getattr(each.key, "id", 0) == self._workspace.topic_id]
            self.list.pick(there[0] if there else 1)
        self._tell()

    def _detail(self, topic: Topic, words: str) -> str:
        since = self.tr("evidence since {year}").format(year=topic.evidence_since) if topic.evidence_since else ""
        sample = self.tr("sample") if topic.sample else ""
        resolution = topic.resolution if topic.name else ""
        return " · ".join(part for part in (term(words), since, sample, resolution) if part)

    @property
    def topic(self) -> Topic | None:
        """Return the chosen topic."""
        line = self.list.current()
        return line.key if line is not None and isinstance(line.key, Topic) else None

    @Slot()
    def _tell(self) -> None:
        topic = self.topic
        for each in (self.open_, self.edit, self.copy, self.outline, self.archive, self.trash):
            each.setEnabled(topic is not None)
        away = topic is not None and topic.archived
        self.archive.setText(self.tr("T&ake back") if away else self.tr("&Archive"))

    # Doing

    def _do(self, work: Callable[[Library, Topic], Changes]) -> None:
        topic = self.topic
        if topic is not None:
            self._workspace.edit(self._owner, lambda library: work(library, topic))

    @Slot()
    def _on_open(self) -> None:
        topic = self.topic
        if topic is not None:
            self._workspace.show_topic(topic.id)
            self.close()

    @Slot()
    def _on_edit(self) -> None:
        if self.topic is not None:
            self._change(self.topic)

    @Slot()
    def _on_copy(self) -> None:
        self._do(lambda library, topic: topic_copies.duplicate(library, topic.id))

    @Slot()
    def _on_outline(self) -> None:
        self._do(lambda library, topic: topic_copies.duplicate(library, topic.id, arguments_too=False))

    @Slot()
    def _on_archive(self) -> None:
        self._do(lambda library, topic: topics.archive(library, topic.id, archived=not topic.archived))

    @Slot()
    def _on_trash(self) -> None:
        self._do(lambda library, topic: topics.remove(library, topic.id))


def _load(library: Library) -> list[Named]:
    with library.read() as reader:
        return [(topic, formats.of(reader, topic.format).name) for topic in reader.all(Topic)]
