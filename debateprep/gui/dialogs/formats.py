"""Debate formats as data: words, speeches and times, criteria, checks; and back to what ships."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from debateprep.domain.changes import Changes
from debateprep.domain.formats import Criterion, Format, Speech
from debateprep.domain.formats import Words as FormatWords
from debateprep.domain.reading_time import clock
from debateprep.domain.terms import Check, Side, SpeechKind
from debateprep.gui.dialogs.following import FollowingDialog
from debateprep.gui.dialogs.formats_round import RoundPage, seconds_of
from debateprep.gui.later import later
from debateprep.gui.models.cells import CellsModel
from debateprep.gui.widgets.cells import CellsEdit
from debateprep.gui.widgets.parts import Words, WrapLayout
from debateprep.gui.widgets.switched import Switched
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services import formats
    from debateprep.storage.library import Library
else:
    formats = later("debateprep.services.formats")

YES, NO = "yes", "no"
Found = tuple[list[Format], frozenset[str], frozenset[str]]
"""Every format, the keys of the user's own, and the keys of those that ship."""


class FormatsDialog(FollowingDialog):
    """Shows one format at a time; what is changed is kept in the library, and shipped formats come back when asked."""

    def __init__(self, workspace: Workspace, key: str, parent: QWidget | None) -> None:
        super().__init__(workspace, parent)
        self._key = key
        self._known: dict[str, Format] = {}
        self._own: frozenset[str] = frozenset()
        self._shipped: frozenset[str] = frozenset()
        self._dirty = False
        self._wants_new = False
        self.setWindowTitle(self.tr("Debate formats"))
        self.resize(700, 540)
        self._build()
        for each in (self.words, self.speeches, self.criteria):
            each.model.edited.connect(self._on_edited)
        self.round.edited.connect(self._on_edited)
        self.name.textEdited.connect(self._on_edited)
        for box in self.checks.values():
            box.clicked.connect(self._on_edited)
        self.choice.activated.connect(self._on_chosen)
        self.finished.connect(self._on_finished)
        self._tell()
        self.follow(_load)

    # Building

    def _build(self) -> None:
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Format"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name"))
        head = QHBoxLayout()
        for words, field in ((self.tr("&Format"), self.choice), (self.tr("&Name"), self.name)):
            label = QLabel(words)
            label.setBuddy(field)
            head.addWidget(label)
            head.addWidget(field, 1)
        named = ((each.value, f"{each.sign} {term(each.label)}") for each in (Side.PRO, Side.CON))
        sides = (*named, (Side.NEITHER.value, self.tr("both")))
        kinds = tuple((each.value, term(each.value)) for each in SpeechKind)
        case = ((YES, self.tr("the case")), (NO, "–"))
        self.words = CellsEdit(
            self.tr("Words"),
            CellsModel((self.tr("What"), self.tr("Said")), fixed=(0,), fits={1: bool}),
            1,
        )
        columns = (self.tr("Speech"), self.tr("Side"), self.tr("Kind"), self.tr("Time"), self.tr("Reads"))
        speeches = CellsModel(columns, choices={1: sides, 2: kinds, 4: case}, fits={0: bool, 3: _is_time})
        blank = (self.tr("New speech"), Side.PRO.value, SpeechKind.CONSTRUCTIVE.value, "4:00", NO)
        self.speeches = CellsEdit(self.tr("Speeches"), speeches, 0, blank)
        criteria = CellsModel((self.tr("Criterion"), self.tr("What is meant")), fits={0: bool})
        self.criteria = CellsEdit(self.tr("Criteria"), criteria, 1, (self.tr("New criterion"), ""))
        self.round = RoundPage()
        self.checks = {each: QCheckBox(_capital(term(each.value))) for each in Check}
        self.pages = Switched()
        self.pages.add(self.tr("Words"), self.words)
        self.pages.add(self.tr("Speeches and times"), self.speeches)
        self.pages.add(self.tr("The round"), _scrolled(self.round))
        self.pages.add(self.tr("Criteria"), self.criteria)
        self.pages.add(self.tr("Checks"), self._checks())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(self._ways())
        self.note = Words("", "mute", 9.0)
        whole.addWidget(self.note)
        whole.addWidget(self.pages, 1)
        whole.addLayout(self._buttons())

    def _checks(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Words(self.tr("What Coverage looks for on topics of this format:"), "mute", 9.0))
        for box in self.checks.values():
            column.addWidget(box)
        column.addStretch()
        return _scrolled(page)

    def _ways(self) -> QWidget:
        held = QWidget()
        line = WrapLayout(held)
        self.new = QPushButton(self.tr("Ne&w format"))
        self.copy = QPushButton(self.tr("&Duplicate"))
        self.trash = QPushButton(self.tr("Move to &trash"))
        self.trash.setToolTip(self.tr("A format that ships stays; one of your own can go"))
        for button, slot in ((self.new, self._on_new), (self.copy, self._on_copy), (self.trash, self._on_trash)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            line.addWidget(button)
        return held

    def _buttons(self) -> QHBoxLayout:
        self.reset = QPushButton(self.tr("&Back to what ships"))
        self.keep = QPushButton(self.tr("&Keep changes"))
        self.keep.setProperty("look", "primary")
        close = QPushButton(self.tr("C&lose"))
        line = QHBoxLayout()
        line.addWidget(self.reset)
        line.addStretch()
        line.addWidget(self.keep)
        line.addWidget(close)
        for button, slot in ((self.reset, self._on_reset), (self.keep, self._on_keep), (close, self.close)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        return line

    # Reading and showing

    @Slot()
    def _on_finished(self) -> None:
        # As everywhere, what was done stays; undo takes it back.
        self._keep_what_is_there()

    def show_found(self, found: Found) -> None:
        """Show what was read."""
        listed, self._own, self._shipped = found
        new = [each.key for each in listed if self._known and each.key not in self._known]
        made = self._wants_new and bool(new)
        if made:
            self._wants_new, self._key = False, new[0]
        before = self._known.get(self._key)
        self._known = {each.key: each for each in listed}
        self._key = self._key if self._key in self._known else listed[0].key
        self.choice.clear()
        for each in listed:
            yours = self.tr("{name} (yours)").format(name=term(each.name))
            self.choice.addItem(yours if each.key in self._own else term(each.name), each.key)
        self.choice.setCurrentIndex(self.choice.findData(self._key))
        # What is being edited stays until it is kept, or another format is chosen.
        if not self._dirty or before != self._known[self._key]:
            self._show_format()
        self._tell()
        if made:
            self.name.setFocus()
            self.name.selectAll()

    def _show_format(self) -> None:
        form, self._dirty = self._known[self._key], False
        self.name.setText(form.name)
        self.note.setText(term(form.note))
        self.words.model.set_rows([(_said(each), str(getattr(form.words, each))) for each in _WORDS])
        self.speeches.model.set_rows(
            [
                (each.name, each.side.value, each.kind.value, clock(each.seconds), YES if each.case else NO)
                for each in form.speeches
            ]
        )
        self.criteria.model.set_rows([(each.name, each.means) for each in form.criteria])
        self.round.show_format(form)
        for check, box in self.checks.items():
            box.setChecked(check in form.checks)

    @property
    def made(self) -> Format:
        """Return the format as it stands in the dialog."""
        said = dict(zip(_WORDS, (row[1] for row in self.words.model.rows), strict=True))
        return replace(
            self.round.applied(self._known[self._key]),
            name=" ".join(self.name.text().split()),
            words=FormatWords(**said),
            speeches=tuple(
                Speech(name, Side(side), SpeechKind(kind), seconds_of(time), case == YES)
                for name, side, kind, time, case in self.speeches.model.rows
            ),
            criteria=tuple(Criterion(name, means) for name, means in self.criteria.model.rows),
            checks=frozenset(check for check, box in self.checks.items() if box.isChecked()),
        )

    @Slot()
    def _tell(self) -> None:
        self.keep.setEnabled(self._dirty and bool(self.name.text().strip()))
        self.reset.setEnabled(self._key in self._own and self._key in self._shipped)
        self.trash.setEnabled(self._key in self._own and self._key not in self._shipped)

    @Slot()
    def _on_edited(self) -> None:
        self._dirty = True
        self._tell()

    # Doing

    @Slot()
    def _on_chosen(self) -> None:
        self._keep_what_is_there()
        self._key = str(self.choice.currentData())
        self._show_format()
        self._tell()

    def _keep_what_is_there(self) -> None:
        if self._dirty and self.name.text().strip():
            self._on_keep()

    @Slot()
    def _on_keep(self) -> None:
        if self._key in self._known:
            made = self.made
            self._dirty = False
            self._workspace.edit(self._owner, lambda library: formats.put(library, made))

    @Slot()
    def _on_new(self) -> None:
        known = {each.name.casefold() for each in self._known.values()}
        base = self.tr("New format")
        names = [base, *(f"{base} {number}" for number in range(2, len(known) + 3))]
        self._make(partial(_make, next(each for each in names if each.casefold() not in known)))

    @Slot()
    def _on_copy(self) -> None:
        self._keep_what_is_there()
        self._make(partial(_copy, self._key))

    def _make(self, work: Callable[[Library], Changes]) -> None:
        self._keep_what_is_there()
        self._wants_new = True
        self._workspace.edit(self._owner, work)

    @Slot()
    def _on_trash(self) -> None:
        key, self._dirty = self._key, False
        self._workspace.edit(self._owner, lambda library: formats.remove(library, key))

    @Slot()
    def _on_reset(self) -> None:
        key, self._dirty = self._key, False
        self._workspace.edit(self._owner, lambda library: formats.reset(library, key))


def _make(name: str, library: Library) -> Changes:
    return formats.make(library, name)


def _copy(key: str, library: Library) -> Changes:
    return formats.copy(library, key)


def _scrolled(page: QWidget) -> QScrollArea:
    """Return a page that can be reached on a small screen, as large as the text may be."""
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area


_WORDS = tuple(each.name for each in fields(FormatWords))


def _load(library: Library) -> Found:
    with library.read() as reader:
        listed = formats.listed(reader)
        own = frozenset(each.key for each in listed if formats.is_own(reader, each.key))
        return listed, own, frozenset(formats.shipped())


def _said(field: str) -> str:
    return _capital(term(field.replace("_", " ")))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _is_time(words: str) -> bool:
    try:
        return seconds_of(words) > 0
    except ValueError:
        return False
