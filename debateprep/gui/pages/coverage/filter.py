"""What the coverage table shows: whose arguments as rows, holes only, words, further conditions, and kept filters."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from debateprep.domain import filters
from debateprep.domain.filters import EVERYTHING, STRONGEST, Filter, FilterError
from debateprep.domain.labels import colour_of
from debateprep.domain.model import Label, SavedFilter
from debateprep.domain.terms import ArgumentStatus, Side
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.choice_menu import Choice, ChoiceMenu, Group
from debateprep.gui.widgets.label_marks import mark_icon
from debateprep.gui.widgets.line_field import LineField
from debateprep.gui.widgets.names import add_clear_button
from debateprep.gui.widgets.parts import FlatButton, WrapLayout
from debateprep.gui.widgets.saved_filters import SavedFilters
from debateprep.gui.words import term

YES, NO, UNVERIFIED = "yes", "no", "unverified"


def _tr(text: str) -> str:
    return QCoreApplication.translate("FilterBar", text)


def groups_of(labels: tuple[Label, ...]) -> tuple[Group, ...]:
    """Return what there is to ask of an argument, in groups."""
    return (
        Group(
            "labels",
            _tr("Label"),
            tuple(Choice(each.name, each.name, mark_icon(colour_of(each))) for each in labels),
            many=True,
        ),
        Group(
            "evidence",
            _tr("Evidence"),
            (
                Choice(YES, _tr("with evidence")),
                Choice(NO, _tr("without evidence")),
                Choice(UNVERIFIED, _tr("with unverified words")),
            ),
        ),
        Group("statuses", _tr("Status"), tuple(Choice(each, term(each.value)) for each in ArgumentStatus), many=True),
        Group(
            "strength",
            _tr("Strength"),
            (
                *(Choice(n, _tr("{n} or more").format(n=n)) for n in range(1, STRONGEST)),
                Choice(STRONGEST, str(STRONGEST)),
            ),
        ),
        Group("heard", _tr("Rounds"), (Choice(YES, _tr("heard in a round")), Choice(NO, _tr("never heard")))),
    )


def picked_of(wanted: Filter) -> dict[str, tuple[Hashable, ...]]:
    """Return what of the groups a filter asks for."""
    evidence = {True: YES, False: NO}.get(wanted.evidence) if wanted.evidence is not None else None
    if wanted.verified is False:
        evidence = UNVERIFIED
    heard = None if wanted.heard is None else YES if wanted.heard else NO
    return {
        "labels": tuple(sorted(wanted.labels)),
        "evidence": (evidence,) if evidence else (),
        "statuses": tuple(each for each in ArgumentStatus if each in wanted.statuses),
        "strength": (wanted.strength,) if wanted.strength else (),
        "heard": (heard,) if heard else (),
    }


def with_picked(wanted: Filter, picked: dict[str, tuple[Hashable, ...]]) -> Filter:
    """Return a filter that asks for what is picked, and for what it asks beside that."""
    evidence = next(iter(picked.get("evidence", ())), None)
    heard = next(iter(picked.get("heard", ())), None)
    strength = next(iter(picked.get("strength", ())), 0)
    return replace(
        wanted,
        labels=frozenset(str(each) for each in picked.get("labels", ())),
        statuses=frozenset(each for each in picked.get("statuses", ()) if isinstance(each, ArgumentStatus)),
        strength=strength if isinstance(strength, int) else 0,
        evidence={YES: True, NO: False}.get(str(evidence)),
        verified=False if evidence == UNVERIFIED else None,
        heard={YES: True, NO: False}.get(str(heard)),
    )


def read_filter(terms: tuple[tuple[str, str], ...]) -> Filter:
    """Return a filter that was kept; one of a version that knew more asks for nothing rather than for half of it."""
    try:
        return filters.of_terms(terms)
    except FilterError:
        return EVERYTHING


class FilterBar(QWidget):
    """The choice; `changed` tells of another one, `kept` asks for kept filters to be changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = Side.PRO
        self.wanted = EVERYTHING
        self._labels: tuple[Label, ...] = ()
        self.kept = SavedFilters(self)
        self.kept.used.connect(self._use_saved)
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
        self.more = ChoiceMenu(self.tr("Filter"))
        self.more.changed.connect(self._on_picked)
        self.saved = self._menu_button(self._fill_saved)
        self.all = FlatButton(self.tr("Show all"), "plain")
        self.all.clicked.connect(lambda: self._use(EVERYTHING))
        held = QWidget()
        line = WrapLayout(held)
        every = (*self.sides.values(), self.holes, self.words, self.more, self.saved, self.all)
        for widget in every:
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(held)
        column.addWidget(self.more.chips)
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

    def show_choice(self, labels: tuple[Label, ...], saved: tuple[SavedFilter, ...]) -> None:
        """Offer these labels and kept filters."""
        self._labels, self.kept.listed = labels, saved
        self._tell()

    def _tell(self) -> None:
        wanted = self.wanted
        for side, button in self.sides.items():
            button.setChecked(side is self.side)
        self.holes.setChecked(wanted.open is True)
        if self.words.text().split() != wanted.text.split():
            self.words.setText(wanted.text)
        self.more.offer(groups_of(self._labels), picked_of(wanted))
        self._name(self.saved, self.tr("Saved filters"))
        self.all.setVisible(wanted != EVERYTHING)

    @staticmethod
    def _name(button: FlatButton, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)
        button.menu().setAccessibleName(words)
        button.updateGeometry()

    def _fill_saved(self) -> None:
        menu = self.saved.menu()
        menu.clear()
        self.kept.fill(menu, can_keep=bool(self.wanted))

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

    def begin(self, kept: Filter = EVERYTHING) -> None:
        """Ask for what was asked for last, as another topic came into view; nobody is told."""
        self.side = kept.side if kept.side in (Side.PRO, Side.CON) else self.side
        self.wanted = replace(kept, side=None)
        self._tell()

    def _on_picked(self) -> None:
        self._use(with_picked(self.wanted, self.more.picked))

    def _on_holes(self) -> None:
        self.show_holes()

    def _on_words(self, words: str) -> None:
        if words.split() != self.wanted.text.split():
            self._use(replace(self.wanted, text=" ".join(words.split())))

    def _use_saved(self, saved: SavedFilter) -> None:
        wanted = read_filter(saved.terms)
        if wanted.side in (Side.PRO, Side.CON):
            self.side = wanted.side
        self._use(replace(wanted, side=None))

    def _use(self, wanted: Filter) -> None:
        self.wanted = wanted
        self._tell()
        self.changed.emit()
