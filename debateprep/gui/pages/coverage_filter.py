"""What the coverage table shows: whose arguments as rows, holes only, words, a label, a status, and kept filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from debateprep.domain import filters
from debateprep.domain.filters import EVERYTHING, Filter, FilterError
from debateprep.domain.model import SavedFilter
from debateprep.domain.terms import ArgumentStatus, Side
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.line_field import LineField
from debateprep.gui.widgets.names import add_clear_button
from debateprep.gui.widgets.parts import FlatButton, WrapLayout
from debateprep.gui.words import term


class FilterBar(QWidget):
    """The choice; `changed` tells of another one, the others ask for kept filters to be changed."""

    changed = Signal()
    keep_asked = Signal()
    forget_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = Side.PRO
        self.wanted = EVERYTHING
        self._labels: tuple[str, ...] = ()
        self._saved: tuple[SavedFilter, ...] = ()
        self.sides = {side: self._toggle(f"{side.sign} {term(side.label)}") for side in (Side.PRO, Side.CON)}
        for side, button in self.sides.items():
            button.setToolTip(self.tr("Show this side's arguments as rows (T turns the table)"))
            button.setAccessibleName(self.tr("{side} arguments as rows").format(side=term(side.label)))
            button.clicked.connect(lambda _on, side=side: self.show_side(side))
        self.holes = self._toggle(self.tr("Holes only"))
        self.holes.setToolTip(self.tr("Show only arguments that nothing answers yet (H)"))
        self.holes.clicked.connect(self._on_holes)
        self.words = LineField()
        self.words.setAccessibleName(self.tr("Filter arguments by words"))
        self.words.setPlaceholderText(self.tr("Filter: words"))
        add_clear_button(self.words)
        self.words.textChanged.connect(self._on_words)
        self.label = self._menu_button(self._fill_labels)
        self.status = self._menu_button(self._fill_statuses)
        self.saved = self._menu_button(self._fill_saved)
        self.all = FlatButton(self.tr("Show all"), "plain")
        self.all.clicked.connect(lambda: self._use(EVERYTHING))
        line = WrapLayout(self)
        every = (*self.sides.values(), self.holes, self.words, self.label, self.status, self.saved, self.all)
        for widget in every:
            line.addWidget(widget)
        look().changed.connect(self._dress)
        self._dress()
        self._tell()

    def _toggle(self, words: str) -> FlatButton:
        button = FlatButton(words)
        button.setCheckable(True)
        return button

    def _menu_button(self, fill: Callable[[], None]) -> FlatButton:
        button = FlatButton("")
        menu = QMenu(button)
        # Filled when it opens: an entry may not go while it is what was chosen.
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return button

    def _dress(self) -> None:
        self.words.setFont(sans(9.0 * look().scale))
        self.words.setFixedWidth(round(150 * look().scale))

    # What there is to choose of

    def show_choice(self, labels: tuple[str, ...], saved: tuple[SavedFilter, ...]) -> None:
        """Offer these labels and kept filters."""
        self._labels, self._saved = labels, saved
        self._tell()

    def _tell(self) -> None:
        wanted = self.wanted
        for side, button in self.sides.items():
            button.setChecked(side is self.side)
        self.holes.setChecked(wanted.open is True)
        if self.words.text().split() != wanted.text.split():
            self.words.setText(wanted.text)
        anything = self.tr("any")
        label = ", ".join(sorted(wanted.labels)) or anything
        status = ", ".join(term(each.value) for each in ArgumentStatus if each in wanted.statuses) or anything
        self._name(self.label, self.tr("Label: {name}").format(name=label))
        self._name(self.status, self.tr("Status: {name}").format(name=status))
        self._name(self.saved, self.tr("Saved filters"))
        self.all.setVisible(wanted != EVERYTHING)

    @staticmethod
    def _name(button: FlatButton, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)
        button.menu().setAccessibleName(words)
        button.updateGeometry()

    def _fill_labels(self) -> None:
        menu = self.label.menu()
        menu.clear()
        self._entry(menu, self.tr("Any label"), replace(self.wanted, labels=frozenset()), on=not self.wanted.labels)
        for name in self._labels:
            chosen = replace(self.wanted, labels=frozenset({name}))
            self._entry(menu, name.replace("&", "&&"), chosen, on=name in self.wanted.labels)

    def _fill_statuses(self) -> None:
        menu = self.status.menu()
        menu.clear()
        none = replace(self.wanted, statuses=frozenset())
        self._entry(menu, self.tr("Any status"), none, on=not self.wanted.statuses)
        for each in ArgumentStatus:
            chosen = replace(self.wanted, statuses=frozenset({each}))
            self._entry(menu, term(each.value), chosen, on=each in self.wanted.statuses)

    def _entry(self, menu: QMenu, words: str, chosen: Filter, *, on: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self._use(chosen))

    def _fill_saved(self) -> None:
        menu = self.saved.menu()
        menu.clear()
        for each in self._saved:
            action = menu.addAction(each.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, each=each: self._use_saved(each))
        if self._saved:
            menu.addSeparator()
        keep = menu.addAction(self.tr("Keep this filter…"))
        keep.setEnabled(bool(self.wanted))
        keep.triggered.connect(self.keep_asked)
        if self._saved:
            gone = menu.addMenu(self.tr("Forget"))
            gone.setAccessibleName(self.tr("Forget"))
            for each in self._saved:
                action = gone.addAction(each.name.replace("&", "&&"))
                action.triggered.connect(lambda _on=False, number=each.id: self.forget_asked.emit(number))

    # Choosing

    def show_side(self, side: Side) -> None:
        """Show a side's arguments as rows."""
        if side is not self.side:
            self.side = side
            self.changed.emit()
        self._tell()

    def turn(self) -> None:
        """Let rows and columns change places."""
        self.show_side(self.side.other)

    def show_holes(self) -> None:
        """Show holes only, or everything again."""
        self._use(replace(self.wanted, open=None if self.wanted.open else True))

    def as_kept(self) -> Filter:
        """Return the choice with its side, as it is kept."""
        return replace(self.wanted, side=self.side)

    def begin(self) -> None:
        """Ask for nothing, as another topic came into view; nobody is told."""
        self.wanted = EVERYTHING
        self._tell()

    def _on_holes(self) -> None:
        self.show_holes()

    def _on_words(self, words: str) -> None:
        if words.split() != self.wanted.text.split():
            self._use(replace(self.wanted, text=" ".join(words.split())))

    def _use_saved(self, saved: SavedFilter) -> None:
        try:
            wanted = filters.of_terms(saved.terms)
        except FilterError:
            # Kept by a version that knew more; it shows everything rather than half of what it asks for.
            wanted = EVERYTHING
        if wanted.side in (Side.PRO, Side.CON):
            self.side = wanted.side
        self._use(replace(wanted, side=None))

    def _use(self, wanted: Filter) -> None:
        self.wanted = wanted
        self._tell()
        self.changed.emit()
