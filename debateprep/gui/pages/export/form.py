"""The options of the Print / Export dialog: those that the layout has, in plain words, the rarer ones folded."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.model import Brief
from debateprep.domain.terms import Side
from debateprep.gui.pages.export import choice as export_choice
from debateprep.gui.pages.export import fields as export_fields
from debateprep.gui.pages.export import words as export_words
from debateprep.gui.pages.export.choice import Choice
from debateprep.gui.pages.export.fields import Fold, add_row, check, form_layout, refill, show_data
from debateprep.gui.pages.export.presets import PresetRow
from debateprep.gui.pages.export.sections import SectionBoxes
from debateprep.gui.pages.export.shelf import Ware, choices_of, formats_of, paper_on, papers_of, sides_of
from debateprep.gui.pages.export.tiles import LayoutPicker
from debateprep.gui.pages.export.words import millimetres, paper_name, points
from debateprep.publishing import CardText, Cells, Duplex, Level, PageOptions, Paper, Sides, pack_hint
from debateprep.publishing.map_pdf import Fit

_NAMED = 12
"""How many characters that no font has are named one by one."""
_USUAL = PageOptions()


class ExportForm(QWidget):
    """Layout and options; shows those that the layout has. `changed` follows every change by the user.

    `regrouped` tells that controls came or went, so that the way of Tab is to be laid anew.
    """

    changed = Signal()
    regrouped = Signal()

    def __init__(self, choice: Choice, start: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice, self._start = choice, start
        self._files: dict[Side, tuple[Brief, ...]] = {}
        self.layouts = LayoutPicker(self)
        self._combos: dict[str, QComboBox] = {}
        self._flags: dict[str, QCheckBox] = {}
        self._make_lists()
        self._make_boxes()
        foot = self.tr("printed at the foot of each page")
        self.name = export_fields.line(self.tr("Name"), foot, self, self._on_changed)
        self.school = export_fields.line(self.tr("School"), foot, self, self._on_changed)
        self.presets = PresetRow(self)
        self.sections = SectionBoxes(self)
        self.missing = QLabel()
        self.missing.setWordWrap(True)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.missing.hide()
        self._lay_out()
        self.show_choice(choice)
        self.layouts.chosen.connect(self._on_layout)
        self.presets.chosen.connect(self._on_preset)
        self.presets.saved.connect(self._on_preset_saved)
        self.sections.changed.connect(self._on_sections)
        self.sections.replaced.connect(self.regrouped)

    def choice(self) -> Choice:
        """Return what is chosen."""
        return self._choice

    def show_choice(self, choice: Choice) -> None:
        """Show a choice, without a signal."""
        self._choice = choice
        page = choice.page
        blocked = [QSignalBlocker(each) for each in (*self._flags.values(), self.name, self.school)]
        self.layouts.choose(choice.layout)
        self._fill_for(choice.layout)
        show_data(self.type_size, page.type_size, points(page.type_size))
        show_data(self.smallest, page.smallest, points(page.smallest))
        show_data(self.margin, page.margin, millimetres(page.margin))
        for name in ("text", "cells", "duplex", "level"):
            show_data(self._combos[name], getattr(page, name).value)
        show_data(self.first_speaker, page.first_speaker, page.first_speaker)
        show_data(self.works_style, choice.style.value if choice.style else "")
        show_data(self.fit, choice.fit.value)
        for name, box in self._flags.items():
            box.setChecked(choice.dated if name == "printed_on" else bool(getattr(page, name)))
        self.name.setText(page.header_name)
        self.school.setText(page.school)
        self.sections.choose(page.sections)
        del blocked
        self._show_rows()

    def stops(self) -> list[QWidget]:
        """Return the controls in the order that Tab goes through them."""
        rows = [*self.layouts.stops(), *(self._combos[name] for name in self._row_names), *self._top_flags()]
        rows += [self.save_as, *self.presets.stops()]
        for fold, inside in self._folds.items():
            rows += [fold.head, *inside]
            if fold is self._section_fold:
                rows += self.sections.boxes()
        return rows

    def folds(self) -> list[Fold]:
        """Return the parts that open and close."""
        return list(self._folds)

    def options(self) -> dict[str, QWidget]:
        """Return the control of each option by its name."""
        lines = {"header_name": self.name, "school": self.school, "sections": self.sections}
        return {**self._combos, **self._flags, **lines}

    def show_briefs(self, files: Mapping[Side, tuple[Brief, ...]]) -> None:
        """Offer a topic's briefs, the main one of each side first."""
        if files != self._files:
            self._files = dict(files)
            self._fill_briefs()
            self._show_rows()

    def brief_title(self) -> str:
        """Return the title of the further brief that is chosen, "" for the main one."""
        return self.brief.currentText() if self.brief.currentData() else ""

    def show_missing(self, characters: tuple[str, ...]) -> None:
        """Name the characters that no font has, before anything is written."""
        named = ", ".join(f"{each} (U+{ord(each):04X})" for each in characters[:_NAMED])
        if len(characters) > _NAMED:
            named = self.tr("{} and {} more").format(named, len(characters) - _NAMED)
        words = self.tr("Our fonts lack these characters; they print as their numbers, ⟨U+…⟩: {}").format(named)
        words = " ".join(part for part in (words, pack_hint(characters)) if part)
        self.missing.setText(words if characters else "")
        self.missing.setVisible(bool(characters))

    # Making

    def _combo(self, option: str, name: str, items: Any = ()) -> QComboBox:
        box = export_fields.combo(name, self, self._on_changed, items)
        self._combos[option] = box
        return box

    def _make_lists(self) -> None:
        for option, (label, items) in (export_words.rows() | export_words.folded_rows()).items():
            self._combo(option, label.replace("&", ""), items)
        self._row_names = tuple(export_words.rows())
        self.save_as = self._combo("save_as", self.tr("Save as"))
        named = self._combos
        self.brief = named["brief"]
        self.side, self.paper, self.text, self.level = named["side"], named["paper"], named["text"], named["level"]
        self.cards, self.duplex, self.fit = named["cells"], named["duplex"], named["fit"]
        self.type_size, self.smallest, self.margin = named["type_size"], named["smallest"], named["margin"]
        self.first_speaker, self.works_style = named["first_speaker"], named["style"]

    def _make_boxes(self) -> None:
        for option, (name, tip) in export_words.boxes().items():
            self._flags[option] = check(name, tip, self, self._on_changed)
        self.contents, self.answers = self._flags["contents"], self._flags["answers"]
        self.works_cited, self.ink_saver = self._flags["works_cited"], self._flags["ink_saver"]
        self.dated = self._flags["printed_on"]

    def _top_flags(self) -> list[QCheckBox]:
        return [self._flags[name] for name in ("contents", "answers", "works_cited", "key", "ruler", "ink_saver")]

    def _lay_out(self) -> None:
        self._form = form_layout()
        checks = QWidget(self)
        column = QVBoxLayout(checks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for box in self._top_flags():
            column.addWidget(box)
        for option, (label, _) in export_words.rows().items():
            add_row(self._form, label, self._combos[option], self)
        self._checks = checks
        self._form.addRow(QLabel("", self), checks)
        add_row(self._form, self.tr("Save &as"), self.save_as, self)
        add_row(self._form, self.tr("P&reset"), self.presets.list, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 4, 20, 12)
        whole.setSpacing(12)
        whole.addWidget(self.layouts)
        whole.addWidget(self.missing)
        whole.addLayout(self._form)
        folded = QVBoxLayout()
        folded.setSpacing(2)
        for fold in self._make_folds():
            folded.addWidget(fold)
        whole.addLayout(folded)
        whole.addStretch(1)

    def _make_folds(self) -> list[Fold]:
        self._section_fold = Fold(self.tr("Sections"), self)
        self._section_fold.inside.addWidget(self.sections)
        type_fold = Fold(self.tr("Reading and ink"), self)
        add_row(type_fold.form, export_words.folded_rows()["smallest"][0], self.smallest, self)
        page_fold = Fold(self.tr("Pages and margins"), self)
        add_row(page_fold.form, export_words.folded_rows()["margin"][0], self.margin, self)
        name_fold = Fold(self.tr("Name and date"), self)
        add_row(name_fold.form, self.tr("&Name"), self.name, self)
        add_row(name_fold.form, self.tr("Sc&hool"), self.school, self)
        preset_fold = Fold(self.tr("Presets of your own"), self)
        preset_fold.inside.addWidget(self.presets)
        boxes = {
            type_fold: ("large", "dyslexia", "justified", "hyphens", "black"),
            page_fold: ("cover", "page_each", "two_up"),
            name_fold: ("printed_on",),
        }
        for fold, names in boxes.items():
            for name in names:
                fold.inside.addWidget(self._flags[name])
        self._folds: dict[Fold, list[QWidget]] = {
            self._section_fold: [],
            type_fold: [self.smallest, *(self._flags[name] for name in boxes[type_fold])],
            page_fold: [self.margin, *(self._flags[name] for name in boxes[page_fold])],
            name_fold: [self.name, self.school, self.dated],
            preset_fold: self.presets.inner_stops(),
        }
        self._fold_options = {
            self._section_fold: ("sections",),
            type_fold: ("smallest", *boxes[type_fold]),
            page_fold: ("margin", *boxes[page_fold]),
            name_fold: ("header_name", "school", "printed_on"),
        }
        self._fold_rows = {
            "smallest": (type_fold, self.smallest),
            "margin": (page_fold, self.margin),
            "header_name": (name_fold, self.name),
            "school": (name_fold, self.school),
        }
        return list(self._folds)

    # What is shown

    def _fill_for(self, ware: Ware) -> None:
        """Fill the lists whose items depend on the layout."""
        sides = [(f"{side.sign} {side.label}", side.value) for side in (Side.PRO, Side.CON)]
        if sides_of(ware) is Sides.ANY:
            sides.append((self.tr("Both sides"), "both"))
        side = self._choice.printed_side
        refill(self.side, sides, side.value if side else "both")
        papers = [(paper_name(paper), paper.value) for paper in papers_of(ware)]
        refill(self.paper, papers, paper_on(ware, self._choice.page.paper).value)
        kinds = [(words, ending) for ending, (words, _) in formats_of(ware).items()]
        refill(self.save_as, kinds, self._choice.saved_as)
        self.presets.show_for(ware)
        self._fill_briefs()

    def _fill_briefs(self) -> None:
        side = self._choice.printed_side
        found = self._files.get(side, ()) if side is not None else ()
        titles = [(each.title or self.tr("Main brief"), 0 if each.main else each.id) for each in found]
        refill(self.brief, titles, self._choice.brief)

    def _show_rows(self) -> None:
        """Show the options that the layout has; the others keep their value for when it comes back."""
        ware, page = self._choice.layout, self._choice.page
        choices = choices_of(ware)
        for name in self._row_names:
            if name == "side":
                shown = sides_of(ware) is not Sides.NONE
            elif name == "brief":
                shown = sides_of(ware) is Sides.ONE and self.brief.count() > 1
            else:
                shown = name in choices
            self._form.setRowVisible(self._combos[name], shown)
        lists_works = "style" in choices and (page.works_cited or "works_cited" not in choices)
        self._form.setRowVisible(self.works_style, lists_works)
        on_index = "cells" in choices and page.cells in (Cells.INDEX_3X5, Cells.INDEX_4X6)
        self._form.setRowVisible(self.paper, not on_index)
        for name, box in self._flags.items():
            box.setVisible(name in choices)
        self._form.setRowVisible(self._checks, any(not box.isHidden() for box in self._top_flags()))
        for name, (fold, field) in self._fold_rows.items():
            fold.form.setRowVisible(field, name in choices)
        for fold, names in self._fold_options.items():
            fold.setVisible(not choices.isdisjoint(names))
            fold.tell(sum(self._is_chosen(name) for name in names if name in choices))
        self._form.setRowVisible(self.presets.list, self.presets.is_useful())
        list(self._folds)[-1].setVisible(self.presets.is_useful())

    def _is_chosen(self, option: str) -> bool:
        if option == "printed_on":
            return self._choice.dated
        return bool(getattr(self._choice.page, option) != getattr(_USUAL, option))

    # Changes

    def _on_layout(self, ware: Ware) -> None:
        if ware is self._choice.layout:
            return
        self.show_choice(replace(self._choice, layout=ware))
        self.regrouped.emit()
        self.changed.emit()

    def _on_preset(self, name: str) -> None:
        new = self.presets.applied(self._choice, self._start, name)
        if new != self._choice:
            self.show_choice(new)
            self.presets.show_chosen(name)
            self.changed.emit()

    def _on_preset_saved(self, name: str) -> None:
        self.presets.keep(export_choice.preset_of(self._choice, name))

    def _on_sections(self, names: tuple[str, ...]) -> None:
        self._take(replace(self._choice, page=replace(self._choice.page, sections=names)))

    def _on_changed(self, *_what: Any) -> None:
        old = self._choice.of_side({"pro": Side.PRO, "con": Side.CON}.get(self.side.currentData()))
        if old.printed_side == self._choice.printed_side:
            old = old.of_brief(self.brief.currentData() or 0)
        ticked: dict[str, Any] = {name: box.isChecked() for name, box in self._flags.items() if name != "printed_on"}
        # A layout without the choice leaves what was chosen for the others.
        paper, usual = self.paper.currentData(), paper_on(old.layout, old.page.paper).value
        page = replace(
            old.page,
            paper=Paper(paper) if paper != usual else old.page.paper,
            text=CardText(self.text.currentData()),
            cells=Cells(self.cards.currentData()),
            duplex=Duplex(self.duplex.currentData()),
            level=Level(self.level.currentData()),
            first_speaker=self.first_speaker.currentData(),
            type_size=self.type_size.currentData(),
            smallest=self.smallest.currentData(),
            margin=self.margin.currentData(),
            header_name=self.name.text(),
            school=self.school.text(),
            **ticked,
        )
        style = self.works_style.currentData()
        kind = self.save_as.currentData()
        self._take(
            replace(
                old,
                page=page,
                dated=self.dated.isChecked(),
                style=CiteStyle(style) if style else None,
                fit=Fit(self.fit.currentData()),
                ending=kind if kind != old.saved_as else old.ending,
            )
        )

    def _take(self, new: Choice) -> None:
        if new != self._choice:
            side, self._choice = self._choice.printed_side, new
            if side != new.printed_side:
                self._fill_briefs()
            self.sections.choose(new.page.sections)
            self.presets.show_chosen("")
            self._show_rows()
            self.changed.emit()
