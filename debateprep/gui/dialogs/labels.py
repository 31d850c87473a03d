"""Every label: make one, word it anew, give it a colour, throw it away; and what has it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from debateprep.domain.labels import LabelColour, colour_of
from debateprep.domain.model import Argument, Card, Label, Position, Source, Thing
from debateprep.domain.terms import Side
from debateprep.gui.dialogs.following import FollowingDialog
from debateprep.gui.later import later
from debateprep.gui.models.lines import Line
from debateprep.gui.theme import look
from debateprep.gui.widgets.label_marks import mark_icon
from debateprep.gui.widgets.line_list import LineList
from debateprep.gui.widgets.parts import Words, WrapLayout
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import selections
    from debateprep.storage.library import Library
else:
    selections = later("debateprep.services.selections")

SHOWN = 300
"""How many things of a label are listed."""


@dataclass(frozen=True, slots=True)
class Has:
    """A thing that has a label, with the place where it is shown."""

    kind: str
    id: int
    words: str
    side: Side
    source: int = 0
    offset: int = -1


@dataclass(frozen=True, slots=True)
class Listed:
    """A label with what has it."""

    label: Label
    things: tuple[Has, ...]


class LabelsDialog(FollowingDialog):
    """The list follows what is done meanwhile; what is written is kept when the field is left."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(workspace, parent)
        self._wanted = ""
        self._listed: tuple[Listed, ...] | None = None
        self.setWindowTitle(self.tr("Labels"))
        self.resize(680, 460)
        self._build()
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.removed_line.connect(self._on_trash)
        self.things.entered_line.connect(self._on_thing)
        self.name.editingFinished.connect(self._on_name)
        self.finished.connect(self._on_finished)
        look().changed.connect(self._dress)
        self._dress()
        self._tell()
        self.follow(_load)

    # Building

    def _build(self) -> None:
        self.list = LineList(self.tr("Labels"), ground="panel")
        self.none = Words("", "mute", 9.0)
        self.new = self._button(self.tr("&New label"), self._on_new)
        self.trash = self._button(self.tr("Move to &trash"), self._on_trash)
        ways = QWidget()
        line = WrapLayout(ways)
        line.addWidget(self.new)
        line.addWidget(self.trash)
        left = QVBoxLayout()
        left.addWidget(self.none)
        left.addWidget(self.list, 1)
        left.addWidget(ways)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        name = QLabel(self.tr("N&ame"))
        name.setBuddy(self.name)
        named = QHBoxLayout()
        named.addWidget(name)
        named.addWidget(self.name, 1)
        self.things = LineList(self.tr("What has this label"), ground="panel")
        self.count = Words("", "mute", 9.0)
        right = QVBoxLayout()
        right.addLayout(named)
        swatches = self._swatches()
        right.addWidget(swatches)
        self._about = (name, self.name, swatches, self.count, self.things)
        right.addWidget(self.count)
        right.addWidget(self.things, 1)
        self._close = self._button(self.tr("C&lose"), self.close)
        right.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(16)
        whole.addLayout(left, 2)
        whole.addLayout(right, 3)

    def _swatches(self) -> QWidget:
        self.colours: dict[LabelColour, QToolButton] = {}
        group = QButtonGroup(self)
        held = QWidget()
        line = WrapLayout(held, gap=4)
        for colour in LabelColour:
            button = QToolButton()
            button.setCheckable(True)
            button.setProperty("look", "swatch")
            words = self.tr("{colour}, {shape}").format(colour=term(colour.value), shape=term(colour.shape))
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(partial(self._on_colour, colour))
            group.addButton(button)
            line.addWidget(button)
            self.colours[colour] = button
        return held

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    @Slot()
    def _dress(self) -> None:
        size = round(18 * look().scale)
        for colour, button in self.colours.items():
            button.setIcon(mark_icon(colour))
            button.setIconSize(QSize(size, size))

    # Reading and showing

    @Slot()
    def _on_finished(self) -> None:
        self._on_name()

    def show_found(self, listed: tuple[Listed, ...]) -> None:
        """Show what was read."""
        first, self._listed = self._listed is None, listed
        lines = tuple(
            Line(each.label.name, self._many(each), key=each.label.id, mark=colour_of(each.label)) for each in listed
        )
        self.list.show_lines(lines)
        wanted = next((at for at, each in enumerate(listed) if each.label.name == self._wanted), -1)
        if wanted >= 0:
            self._wanted = ""
            self.list.pick(wanted)
            self.name.setFocus()
            self.name.selectAll()
        elif not self.list.currentIndex().isValid():
            self.list.pick(0)
        self._tell()
        if first and listed:
            self.list.setFocus()

    def _many(self, listed: Listed) -> str:
        many = len(listed.things)
        if not many:
            return self.tr("on nothing yet")
        return self.tr("on 1 thing") if many == 1 else self.tr("on {n} things").format(n=many)

    @property
    def current(self) -> Listed | None:
        """Return the chosen label with what has it."""
        line = self.list.current()
        return next((each for each in self._listed or () if line is not None and each.label.id == line.key), None)

    @Slot()
    def _tell(self) -> None:
        here = self.current
        for widget in (self.name, self.trash, *self.colours.values()):
            widget.setEnabled(here is not None)
        for widget in self._about:
            widget.setVisible(here is not None)
        self.list.setVisible(bool(self._listed))
        self.none.setVisible(self._listed == ())
        self.none.setText(self.tr("No labels yet. Make one here, or with Ctrl+Alt+B on an argument, card or position."))
        label = here.label if here else Label(name="")
        if not self.name.hasFocus() or self.name.property("label") != label.id:
            self.name.setText(label.name)
        self.name.setProperty("label", label.id)
        if here is not None:
            self.colours[colour_of(label)].setChecked(True)
        self.count.setText(self._counted(here))
        things = here.things[:SHOWN] if here else ()
        self.things.show_lines(tuple(Line(each.words, self._kind(each), each.side, key=each) for each in things))

    def _counted(self, here: Listed | None) -> str:
        if here is None:
            return ""
        if not here.things:
            return self.tr("Nothing has it yet. Ctrl+Alt+B labels the argument, card or position in view.")
        return self.tr("It is on these; Enter opens one:")

    def _kind(self, thing: Has) -> str:
        return term(thing.kind)

    # Doing

    @Slot()
    def _on_new(self) -> None:
        known = {each.label.name.casefold() for each in self._listed or ()}
        base = self.tr("New label")
        name = next(each for n in range(1, len(known) + 3) if (each := _numbered(base, n)).casefold() not in known)
        self._wanted = name
        self._do(lambda library: selections.make_label(library, name))

    @Slot()
    def _on_name(self) -> None:
        number = self.name.property("label")
        before = next((each.label.name for each in self._listed or () if each.label.id == number), "")
        name = " ".join(self.name.text().split())
        if before and name and name != before:
            self._do(lambda library: selections.change_label(library, before, new_name=name))
        elif before and not name:
            self.name.setText(before)

    def _on_colour(self, colour: LabelColour, _on: bool = True) -> None:
        here = self.current
        if here is not None and colour_of(here.label) is not colour:
            name = here.label.name
            self._do(lambda library: selections.change_label(library, name, colour=colour.value))

    @Slot()
    def _on_trash(self) -> None:
        here = self.current
        if here is not None:
            name = here.label.name
            self._do(lambda library: selections.delete_label(library, name))

    def _do(self, work: object) -> None:
        self._workspace.edit(self._owner, work)  # type: ignore[arg-type]

    @Slot(object)
    def _on_thing(self, line: Line) -> None:
        thing = line.key
        if not isinstance(thing, Has):
            return
        if thing.kind == "argument":
            self._workspace.argument_wanted.emit(thing.id)
        elif thing.kind == "card":
            self._workspace.card_wanted.emit(thing.id)
        else:
            self._workspace.source_wanted.emit(thing.source, thing.offset)
        self.close()


def _numbered(base: str, number: int) -> str:
    return base if number == 1 else f"{base} {number}"


def _load(library: Library) -> tuple[Listed, ...]:
    with library.read() as reader:
        listed = []
        for label in selections.labels(reader):
            found = selections.labelled(reader, label.name)
            things = (_has(reader.get(thing, number)) for thing, number in found)
            listed.append(Listed(label, tuple(things)))
        return tuple(listed)


def _has(thing: Thing) -> Has:
    kind = type(thing).__name__.casefold()
    if isinstance(thing, Argument):
        return Has(kind, thing.id, thing.short, thing.side)
    if isinstance(thing, Card):
        return Has(kind, thing.id, " ".join((thing.tag or thing.quote).split()), Side.NEITHER)
    if isinstance(thing, Position):
        start = thing.span.start if thing.span else -1
        return Has(kind, thing.id, thing.statement, thing.side, thing.source_id, start)
    title = thing.title if isinstance(thing, Source) else kind
    return Has(kind, thing.id, title, Side.NEITHER, thing.id)
