"""What all parts of the Briefs page share: the board in view, what is selected, and every edit they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from debateprep.domain import reading_time
from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument, Support
from debateprep.domain.terms import Part, SectionKind, Side, SupportKind
from debateprep.gui.background import Job
from debateprep.gui.latest import Latest
from debateprep.gui.models import board_reading
from debateprep.gui.models.board import Board
from debateprep.gui.pages.briefs.clash_edits import ClashEdits, Group
from debateprep.gui.workspace import Workspace
from debateprep.services import answers, arguments, briefs, positions, switching, topics
from debateprep.storage.errors import NotFound

if TYPE_CHECKING:
    from debateprep.storage.library import Library

Made = Callable[[int], None]


class Desk(ClashEdits):
    """The page's memory and its hands.

    `shown` tells that `board` is new, `selected` that the argument or answer in view is another one,
    `answering` that an answer to an argument is to be written, `wanted` that an argument should get the focus
    once it is there, `crossed` that the board shows an argument on its new side, with what of it went to the trash.
    """

    shown = Signal()
    selected = Signal()
    answering = Signal(int)
    crossed = Signal(int, int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(workspace, parent)
        self.argument = 0
        self.answer = 0
        self.group_of: Group | None = None
        self._linked = (0, 0)
        self.words_a_minute = reading_time.DEFAULT_WORDS_A_MINUTE
        self._busy = 0
        self._crossing = (0, 0)
        self._stale = True
        self._awake = False
        self._reading = Latest(workspace, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh_now)
        workspace.changed.connect(self._on_changed)
        workspace.topic_changed.connect(self._on_topic)
        workspace.busy.connect(self._on_busy)

    # Reading

    def refresh(self) -> None:
        """Read the topic again as soon as no edit is under way; several wishes are one."""
        self._stale = True
        self._soon.start()

    def wake(self, *, on: bool) -> None:
        """Begin to read, and what changed meanwhile first; or rest, while nobody sees the board."""
        self._awake = on
        if on and self._stale:
            self._soon.start()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.refresh()

    @Slot(int)
    def _on_topic(self, _number: int) -> None:
        self.argument = self.answer = 0
        self.board = None
        self.refresh()

    @Slot(int)
    def _on_busy(self, waiting: int) -> None:
        self._busy = waiting
        if not waiting and self._stale:
            self._soon.start()

    @Slot()
    def _refresh_now(self) -> None:
        # What is read while an edit runs is old when it comes, and would put old words under the cursor.
        if self._busy or not self._awake or not self._stale or not self.workspace.is_open:
            return
        self._stale = False
        self._reading.drop()
        topic, rate = self.workspace.topic_id, self.words_a_minute
        chosen = self.workspace.briefs
        if not topic:
            self._take(None)
            return
        self._reading.read(lambda library: _board(library, topic, rate, chosen), self._arrived)

    def _arrived(self, found: Board | None) -> None:
        if self._busy or self._stale:
            self._stale = True
            self._soon.start()
            return
        self._take(found)

    def _take(self, found: Board | None) -> None:
        self.board = found
        if found is not None and self.argument not in found.arguments:
            self.argument = self.answer = 0
        if found is not None and self.answer and not self._fits(found):
            self.answer = next(iter(found.arguments[self.argument].answers), 0)
        self.shown.emit()
        linked, self._linked = self._linked, (0, 0)
        if found is not None and linked[1] in found.answers:
            self.select(*linked)
        crossing, self._crossing = self._crossing, (0, 0)
        if found is not None and crossing[0] in found.arguments:
            self.crossed.emit(*crossing)

    def _fits(self, found: Board) -> bool:
        return self.answer in found.arguments[self.argument].answers

    def show_brief(self, side: Side, number: int) -> None:
        """Show one of a side's briefs, 0 for its main one; the topic goes on showing it in this session."""
        self.workspace.show_brief(side, number)
        self.refresh()

    # Selection

    def select(self, argument: int, answer: int | None = None) -> None:
        """Put an argument in view with one of its answers: the first unless another is given, 0 for none."""
        if self.board is None or argument not in self.board.arguments:
            return
        if answer is None:
            same = argument == self.argument
            answer = self.answer if same else next(iter(self.board.arguments[argument].answers), 0)
        if (argument, answer) != (self.argument, self.answer):
            self.argument, self.answer = argument, answer
            self.selected.emit()

    def write_to(self, argument: int, group: Group | None = None) -> None:
        """Begin an answer to an argument, or to several together: the panel shows it with the cursor in it."""
        if self.board is not None and argument in self.board.arguments:
            self.argument, self.answer, self.group_of = argument, 0, group
            self.selected.emit()
            self.answering.emit(argument)

    def write_to_group(self, group: Group) -> None:
        """Begin one answer that meets several arguments together."""
        self.write_to(group.targets[0], group)

    def show_link(self, target: int, answer: int) -> None:
        """Put an answer in view once it is on the board."""
        self._linked = (target, answer)

    # Edits

    def _making(self, thing: type, made: Made | None) -> Callable[[Changes], None]:
        def tell(changes: Changes) -> None:
            if made is not None:
                made(changes.new(thing))

        return tell

    def set_words(self, argument: int, field: str, text: str, merge: str = "") -> None:
        """Change an argument's claim, name, warrant or impact."""
        self.edit(lambda library: arguments.change(library, argument, **{field: text}, merge=merge))

    def set_title(self, section: int, text: str, merge: str = "") -> None:
        """Rename a section."""
        self.edit(lambda library: briefs.rename_section(library, section, text, merge=merge))

    def set_stance(self, side: Side, text: str, merge: str = "") -> None:
        """Change what a side stands for."""
        topic, field = self.workspace.topic_id, f"{side.value}_stance"
        self.edit(lambda library: topics.change(library, topic, merge=merge, **{field: text}))

    def set_note(self, item: int, text: str, merge: str = "") -> None:
        """Change a note."""
        self.edit(lambda library: briefs.change_note(library, item, text, merge=merge))

    def set_we_say(self, answer: int, text: str, merge: str = "") -> None:
        """Change what an answer says: on the link where its claim stands elsewhere too, else the claim itself."""
        if self.board is None:
            return
        link = self.board.answers.get(answer)
        if link is None:
            # It was made a moment ago and is not on the board yet.
            self.edit(lambda library: _reword(library, answer, text, merge))
        elif link.wording or link.shared:
            own = "" if text == self.board.arguments[link.answering].claim else text
            self.edit(lambda library: answers.change(library, answer, wording=own, merge=merge))
        else:
            self.set_words(link.answering, "claim", text, merge)

    def set_support(
        self, support: int, *, kind: SupportKind | None = None, text: str | None = None, merge: str = ""
    ) -> None:
        """Change the kind or the words of a support."""
        self.edit(lambda library: arguments.change_support(library, support, kind=kind, text=text, merge=merge))

    def add_answer(self, target: int, text: str, merge: str, made: Made) -> Job:
        """Answer an argument with a new one of the other side, or several together."""
        group, self.group_of = self.group_of, None
        if group is not None and target in group.targets:
            return self.group(group, text, merge, made)
        return self.edit(lambda library: answers.write(library, target, text, merge=merge), self._making(Answer, made))

    def add_words(self, argument: int, kind: SupportKind, text: str, merge: str, made: Made) -> Job:
        """Rest an argument on our reasoning, or on evidence still wanted."""
        return self.edit(
            lambda library: arguments.support(library, argument, kind=kind, text=text, merge=merge),
            self._making(Support, made),
        )

    def add_support(self, argument: int, kind: str, number: int) -> None:
        """Rest an argument on a "position" or a "card"."""
        given = {f"{kind}_id": number}
        self.edit(lambda library: arguments.support(library, argument, **given))  # type: ignore[arg-type]

    def make_argument(self, side: Side, section: int, kind: str, number: int, index: int | None = None) -> None:
        """Make an argument of a "position" or a "card" at a place of a section."""
        topic = self.workspace.topic_id

        def work(library: Library) -> Changes:
            if kind == "position":
                return arguments.from_position(library, number, side, section_id=section, index=index)
            return arguments.from_card(library, number, topic, side, section_id=section, index=index)

        self.edit(work, self._making(Argument, self._want_argument))

    def _want_argument(self, number: int) -> None:
        self.want("argument", number)

    def switch_side(self, argument: int, section: int | None = None, index: int | None = None) -> None:
        """Move an argument to the other side, at the end of its case unless a place is given."""

        def crossed(changes: Changes) -> None:
            # A copy may have gone instead; what else is to be said of it the notice says.
            came = changes.new(Argument) if ("argument" in dict(changes.created)) else argument
            self._crossing = (came, len(changes.trashed) + len(changes.notes))

        self.edit(lambda library: switching.switch_side(library, argument, section_id=section, index=index), crossed)

    def set_position_side(self, position: int, side: Side) -> None:
        """Say which side a kept position helps."""
        self.edit(lambda library: positions.change(library, position, side=side))

    def move_item(self, item: int, section: int, index: int) -> None:
        """Put an entry at a place of a section of the same side."""
        self.edit(lambda library: briefs.move_item(library, item, index, section_id=section))

    def move_section(self, section: int, index: int) -> None:
        """Put a section at a place among its siblings."""
        self.edit(lambda library: briefs.move_section(library, section, index))

    def move_answer(self, answer: int, index: int) -> None:
        """Put an answer at a place among the answers to its target."""
        self.edit(lambda library: answers.move(library, answer, index))

    # To the trash

    def remove_argument(self, argument: int) -> None:
        """Move an argument to the trash."""
        self._remove(lambda library: arguments.remove(library, argument), self.tr("The argument is in the trash."))

    def remove_answer(self, answer: int) -> None:
        """Move an answer to the trash; its argument stays where it stands."""
        self._remove(lambda library: answers.remove(library, answer), self.tr("The answer is in the trash."))

    def remove_section(self, section: int) -> None:
        """Move a section to the trash; the arguments in it stay in the library."""
        self._remove(lambda library: briefs.remove_section(library, section), self.tr("The section is in the trash."))

    def remove_item(self, item: int) -> None:
        """Take an entry out of its section."""
        self._remove(lambda library: briefs.remove_item(library, item), self.tr("Taken out of the brief."))

    def remove_support(self, support: int) -> None:
        """Move a support to the trash."""
        self._remove(
            lambda library: arguments.remove_support(library, support), self.tr("The support is in the trash.")
        )

    def _remove(self, work: Callable[[Library], Changes], said: str) -> None:
        told = self.tr("{said} Undo brings it back.").format(said=said)
        self.edit(work, lambda _changes: self.workspace.notice.emit(told))

    # Shortcuts over the board

    def section_of(self, argument: int, part: Part = Part.CASE) -> tuple[int, int, int]:
        """Return (section id, index, item id) of an argument's first place in a part; zeros where it has none."""
        if self.board is not None:
            for side in self.board.sides.values():
                for section in side.parts[part]:
                    for index, item in enumerate(section.items):
                        if item.argument == argument:
                            return section.id, index, item.id
        return 0, 0, 0

    def numbered(self, side: Side) -> list[int]:
        """Return the ids of a side's contentions, in order."""
        if self.board is None:
            return []
        sections = self.board.sides[side].parts[Part.CASE]
        return [each.id for each in sections if each.kind is SectionKind.CONTENTION]


def _board(library: Library, topic: int, rate: int, chosen: Mapping[Side, int]) -> Board | None:
    # Undo may have taken the topic away a moment ago; then the window puts another in view.
    try:
        return board_reading.read(library, topic, rate, chosen)
    except NotFound:
        return None


def _reword(library: Library, answer: int, text: str, merge: str) -> Changes:
    with library.read() as reader:
        number = reader.get(Answer, answer).answering_id
    return arguments.change(library, number, claim=text, merge=merge)


class Once(QObject):
    """Words that are typed before their thing exists: the first make it, what follows changes it.

    `create(text, merge, made)` makes the thing and `change(id, text, merge)` changes it; `born` tells its id.
    """

    born = Signal(int)

    def __init__(
        self,
        parent: QObject,
        create: Callable[[str, str, Made], Job],
        change: Callable[[int, str, str], None],
    ) -> None:
        super().__init__(parent)
        self.id = 0
        self._create = create
        self._change = change
        self._making = False
        self._later: tuple[str, str] | None = None

    def commit(self, text: str, merge: str) -> None:
        """Keep the words."""
        if self.id:
            self._change(self.id, text, merge)
        elif self._making:
            self._later = (text, merge)
        else:
            self._making = True
            self._create(text, merge, self._made).ended.connect(self._ended)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was kept yet."""
        return not self.id and not self._making

    def _made(self, number: int) -> None:
        self.id = number
        self.born.emit(number)
        if self._later is not None:
            self._change(number, *self._later)

    @Slot()
    def _ended(self) -> None:
        self._making = False
