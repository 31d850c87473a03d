"""The options of the Print / Export dialog."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from debateprep.domain.terms import Side
from debateprep.gui.pages.export_choice import SHEETS, TYPE_SIZES, Choice
from debateprep.gui.pages.export_tiles import SHOWN, LayoutPicker
from debateprep.publishing import Paper
from debateprep.services.export import Layout

_NAMED = 12
"""How many characters that no font has are named one by one."""


class ExportForm(QWidget):
    """Layout and options; shows those that the layout has. `changed` follows every change by the user."""

    changed = Signal()

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.layouts = LayoutPicker(self)
        self.side = self._combo(self.tr("Side"))
        self.paper = self._combo(self.tr("Paper"))
        self.cards = self._combo(self.tr("Cards a sheet"))
        self.type_size = self._combo(self.tr("Type size"))
        self.name = self._line(self.tr("Name"), self.tr("printed at the foot of each page"))
        self.school = self._line(self.tr("School"), self.tr("printed at the foot of each page"))
        self.contents = self._check(
            self.tr("Contents and bookmarks"), self.tr("A page of contents where there are three pages or more.")
        )
        self.answers = self._check(
            self.tr("Answers under each argument"),
            self.tr("What the other side says to each argument, and what we say."),
        )
        self.works_cited = self._check(self.tr("Works cited"), self.tr("Full references at the end."))
        self.ink_saver = self._check(
            self.tr("Ink-saver (no shading)"), self.tr("Highlights become thick underlines; panels lose their shade.")
        )
        self.dated = self._check(self.tr("Today’s date"), self.tr("The day of printing, at the foot of each page."))
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.missing.hide()
        self._fill()
        self._lay_out()
        self.show_choice(choice)
        self.layouts.chosen.connect(self._on_layout)

    def choice(self) -> Choice:
        """Return what is chosen."""
        return self._choice

    def show_choice(self, choice: Choice) -> None:
        """Show a choice, without a signal."""
        self._choice = choice
        blocked = [QSignalBlocker(each) for each in self._controls()]
        self.layouts.choose(choice.layout)
        self._fill_sides()
        self.paper.setCurrentIndex(self.paper.findData(choice.paper.value))
        self.cards.setCurrentIndex(self.cards.findData(choice.cards))
        self.type_size.setCurrentIndex(self.type_size.findData(choice.type_size))
        for box, on in self._flags().items():
            box.setChecked(bool(getattr(choice, on)))
        self.name.setText(choice.name)
        self.school.setText(choice.school)
        del blocked
        self._show_rows()

    def stops(self) -> list[QWidget]:
        """Return the controls in the order that Tab goes through them."""
        tiles = [self.layouts.tile(layout) for layout in SHOWN]
        return [*tiles, self.side, self.paper, self.cards, self.type_size, *self._flags(), self.name, self.school]

    def show_missing(self, characters: tuple[str, ...]) -> None:
        """Name the characters that no font has, before anything is written."""
        named = ", ".join(f"{each} (U+{ord(each):04X})" for each in characters[:_NAMED])
        if len(characters) > _NAMED:
            named = self.tr("{} and {} more").format(named, len(characters) - _NAMED)
        words = self.tr("Our fonts lack these characters; they print as their numbers, ⟨U+…⟩: {}").format(named)
        self.missing.setText(words if characters else "")
        self.missing.setVisible(bool(characters))

    # Making

    def _combo(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        # The wheel scrolls the options; it must not change one on its way.
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.activated.connect(self._on_changed)
        return box

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setAccessibleDescription(hint)
        line.setPlaceholderText(hint)
        line.setToolTip(hint)
        line.setMaxLength(200)
        line.textEdited.connect(self._on_changed)
        return line

    def _check(self, name: str, tip: str) -> QCheckBox:
        box = QCheckBox(name, self)
        box.setToolTip(tip)
        box.setAccessibleDescription(tip)
        box.toggled.connect(self._on_changed)
        return box

    def _fill(self) -> None:
        for paper, words in ((Paper.LETTER, self.tr("Letter")), (Paper.A4, self.tr("A4"))):
            self.paper.addItem(words, paper.value)
        for count in SHEETS:
            self.cards.addItem(str(count), count)
        for size in TYPE_SIZES:
            self.type_size.addItem(self.tr("{} pt").format(f"{size:g}"), size)

    def _fill_sides(self) -> None:
        blocked = QSignalBlocker(self.side)
        self.side.clear()
        sides = [(Side.PRO, self.tr("Pro")), (Side.CON, self.tr("Con"))]
        for side, words in sides:
            self.side.addItem(f"{side.sign} {words}", side.value)
        if self._choice.layout is Layout.CARDS:
            self.side.addItem(self.tr("Both sides"), "both")
        shown = self._choice.printed_side
        self.side.setCurrentIndex(max(0, self.side.findData(shown.value if shown else "both")))
        del blocked

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        checks = QWidget(self)
        column = QVBoxLayout(checks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for box in self._flags():
            column.addWidget(box)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("&Side"), self.side),
            (self.tr("Pap&er"), self.paper),
            (self.tr("&Cards a sheet"), self.cards),
            (self.tr("&Type size"), self.type_size),
            ("", checks),
            (self.tr("&Name"), self.name),
            (self.tr("Sc&hool"), self.school),
        ]
        for words, field in rows:
            label = QLabel(words, self)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            if words:
                label.setBuddy(field)
            form.addRow(label, field)
        self._form = form
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 4, 20, 12)
        whole.setSpacing(14)
        whole.addWidget(self.layouts)
        whole.addLayout(form)
        whole.addWidget(self.missing)
        whole.addStretch(1)

    def _flags(self) -> dict[QCheckBox, str]:
        return {
            self.contents: "contents",
            self.answers: "answers",
            self.works_cited: "works_cited",
            self.ink_saver: "ink_saver",
            self.dated: "dated",
        }

    def _controls(self) -> list[QWidget]:
        return [self.side, self.paper, self.cards, self.type_size, self.name, self.school, *self._flags()]

    def _show_rows(self) -> None:
        """Show the options that the layout has; the others keep their value for when it comes back."""
        layout = self._choice.layout
        brief, cards = layout is Layout.BRIEF, layout is Layout.CARDS
        self._form.setRowVisible(self.side, layout is not Layout.CLASH)
        self._form.setRowVisible(self.cards, cards)
        self._form.setRowVisible(self.type_size, not cards)
        self._form.setRowVisible(self.name, not cards)
        self._form.setRowVisible(self.school, not cards)
        self.contents.setVisible(brief)
        self.answers.setVisible(brief)
        self.works_cited.setVisible(not cards)

    # Changes

    def _on_layout(self, layout: Layout) -> None:
        if layout is self._choice.layout:
            return
        self._choice = replace(self._choice, layout=layout)
        self._fill_sides()
        self._show_rows()
        self.changed.emit()

    def _on_changed(self, *_what: Any) -> None:
        old, side = self._choice, self.side.currentData()
        shown = old.printed_side.value if old.printed_side else "both"
        sides = {"pro": Side.PRO, "con": Side.CON, "both": None}
        new = replace(
            old,
            # A layout without the choice leaves what was chosen for the others.
            side=sides[side] if old.layout is not Layout.CLASH and side != shown else old.side,
            paper=Paper(self.paper.currentData()),
            cards=self.cards.currentData(),
            type_size=self.type_size.currentData(),
            name=self.name.text(),
            school=self.school.text(),
            contents=self.contents.isChecked(),
            answers=self.answers.isChecked(),
            works_cited=self.works_cited.isChecked(),
            ink_saver=self.ink_saver.isChecked(),
            dated=self.dated.isChecked(),
        )
        if new != old:
            self._choice = new
            self.changed.emit()
