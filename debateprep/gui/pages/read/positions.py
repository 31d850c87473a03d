"""The positions at the right: what the author says as far as it is kept, and what is suggested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from debateprep.domain.model import Position
from debateprep.domain.terms import Side, Verdict
from debateprep.gui.pages.read.cards import PositionCard, dragged
from debateprep.gui.pages.read.cut import CutCards
from debateprep.gui.pages.read.state import Hint, Snapshot
from debateprep.gui.pages.read.suggestion import SuggestionCard
from debateprep.gui.pages.read.words import side_words
from debateprep.gui.widgets.parts import FlatButton, Words, heading

if TYPE_CHECKING:
    from debateprep.services.positions import Suggested

_FIRST = 6
_MORE = 10
_KEPT_SHOWN = 60
_IN_VIEW = 6
"""As many cards as a usual window shows at once."""


class PositionsPane(QScrollArea):
    """Show kept positions and suggestions as cards; its signals ask the page for actions."""

    position_picked = Signal(int)
    position_changed = Signal(int, object)
    position_removed = Signal(int)
    position_linked = Signal(int, int)
    """A position and the one to stand under, 0 for none."""
    labels_asked = Signal(int, QPoint)
    """A position whose labels are to be chosen, and where the menu goes."""
    card_asked = Signal(int)
    suggestion_picked = Signal(int)
    kept = Signal(list, str)
    dismissed = Signal(list)
    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Positions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._offers: list[Suggested] = []
        self._hints: Mapping[int, Hint] = {}
        self._positions: tuple[Position, ...] = ()
        self._source = 0
        self._limit = _FIRST
        self._kept_limit = _KEPT_SHOWN
        self._why = False
        self._chosen = 0
        self._snapshot = Snapshot()
        self.cards: list[PositionCard] = []
        self.suggestions: list[SuggestionCard] = []
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        self._kept_count = Words("", "mute", 8.5, wrap=False)
        column.addLayout(_line(heading(self.tr("POSITIONS · WHAT THE AUTHOR SAYS"), wrap=True), self._kept_count))
        self._none_kept = Words(
            self.tr("Nothing is kept yet. Keep a suggestion, or select words to mark."), "mute", 9.0
        )
        column.addWidget(self._none_kept)
        self._kept_column = QVBoxLayout()
        self._kept_column.setSpacing(8)
        column.addLayout(self._kept_column)
        self._more_kept = FlatButton(self.tr("Show more"), "link")
        self._more_kept.clicked.connect(self._on_more_kept)
        column.addWidget(self._more_kept, 0, Qt.AlignmentFlag.AlignLeft)
        self.cut = CutCards()
        column.addWidget(self.cut)
        self._suggested = QWidget()
        self._build_suggested(QVBoxLayout(self._suggested))
        column.addWidget(self._suggested)
        column.addStretch()
        self.setWidget(inner)

    def _build_suggested(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._count = Words("", "mute", 8.5, wrap=False)
        self._why_all = FlatButton(self.tr("why?"), "plain")
        self._why_all.setAccessibleName(self.tr("Show why each is suggested"))
        self._why_all.setToolTip(self.tr("Show why each is suggested"))
        self._why_all.clicked.connect(self._on_why)
        column.addLayout(_line(heading(self.tr("SUGGESTED")), self._count, self._why_all))
        self._none = Words("", "mute", 9.0)
        column.addWidget(self._none)
        self._offer_column = QVBoxLayout()
        self._offer_column.setSpacing(8)
        column.addLayout(self._offer_column)
        self.more = FlatButton(self.tr("Show more"), "link")
        self.more.clicked.connect(self._on_more)
        self.keep_all = FlatButton(self.tr("Keep all shown as"))
        menu = QMenu(self.keep_all)
        for side in Side:
            menu.addAction(side_words(side)).setData(side.value)
        menu.addSeparator()
        menu.addAction(self.tr("Dismiss all shown")).setData("")
        menu.triggered.connect(self._on_all)
        self.keep_all.setMenu(menu)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch()
        foot.addWidget(self.keep_all)
        column.addLayout(foot)

    # What is shown

    @property
    def current(self) -> PositionCard | None:
        """Return the kept position that has the focus, or else the one that was chosen."""
        at = self._focused(self.cards)
        return self.cards[at] if at >= 0 else next((each for each in self.cards if each.chosen), None)

    def show_kept(self, snapshot: Snapshot, *, first: bool = False) -> None:
        """Show the kept positions of a snapshot; at `first` only those that are in view, as the rest takes longer."""
        source = snapshot.source.id if snapshot.source is not None else 0
        if source != self._source:
            self._source, self._limit, self._kept_limit = source, _FIRST, _KEPT_SHOWN
            self._offers = []
        self._snapshot = snapshot
        self._positions = snapshot.kept
        at = self._focused(self.cards)
        known = {card.position.id: card for card in self.cards}
        self.cards = []
        for index, position in enumerate(self._positions[: _IN_VIEW if first else self._kept_limit]):
            card = known.pop(position.id, None)
            made = snapshot.verdicts_of(position.id)
            if card is not None and card.editor is not None:
                card.follow(position)
            elif card is None or card.position != position or card.cards != made:
                if card is not None:
                    self._drop(card)
                card = self._card(position, made)
            card.stand(snapshot)
            card.chosen = position.id == self._chosen
            self._kept_column.insertWidget(index, card)
            self.cards.append(card)
        for card in known.values():
            self._drop(card)
        self._refocus(self.cards, at)
        self._kept_count.setText(self.tr("{n} kept").format(n=len(self._positions)))
        self._none_kept.setVisible(not self._positions)
        self._more_kept.setVisible(len(self._positions) > self._kept_limit)
        if not first:
            self.cut.show_cards(snapshot)
        self._suggested.setVisible(snapshot.text is not None and not first)

    def show_suggestions(self, offers: list[Suggested], hints: Mapping[int, Hint]) -> None:
        """Show what is on offer, best first, with what else is known about each by its number."""
        self._offers, self._hints = offers, hints
        at = self._focused(self.suggestions)
        known = {card.offered.number: card for card in self.suggestions}
        self.suggestions = []
        for index, offered in enumerate(offers[: self._limit]):
            card = known.pop(offered.number, None)
            if card is None or card.offered != offered or card.hint != hints.get(offered.number, Hint()):
                if card is not None:
                    self._drop(card)
                card = self._suggestion(offered)
            self._offer_column.insertWidget(index, card)
            self.suggestions.append(card)
        for card in known.values():
            self._drop(card)
        self._refocus(self.suggestions, at)
        shown = len(self.suggestions)
        self._count.setText(self.tr("{n} of {all} shown").format(n=shown, all=len(offers)))
        self._none.setText(self.tr("No suggestions are left. Select words in the article to mark a position by hand."))
        self._none.setVisible(not offers)
        self.more.setVisible(shown < len(offers))
        for widget in (self.keep_all, self._why_all, self._count):
            widget.setVisible(bool(offers))
        self.shown_changed.emit()

    def choose(self, position_id: int, *, reveal: bool) -> None:
        """Ring one position's card; `reveal` scrolls to it."""
        self._chosen = position_id
        for card in self.cards:
            card.chosen = card.position.id == position_id
            if card.chosen and reveal:
                self.ensureWidgetVisible(card, 0, 20)
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_card(self, card_id: int) -> None:
        """Scroll to a card that was cut."""
        row = self.cut.reveal(card_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row, 0, 20)

    def reveal_suggestion(self, number: int) -> None:
        """Scroll to a suggestion's card, showing more until it is there."""
        place = next((at for at, each in enumerate(self._offers) if each.number == number), -1)
        if place < 0:
            return
        if place >= self._limit:
            self._limit = place + 1
            self.show_suggestions(self._offers, self._hints)
        card = self.suggestions[place]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(card, 0, 20)

    def shown(self) -> list[Suggested]:
        """Return the suggestions whose cards are shown."""
        return [card.offered for card in self.suggestions]

    def _card(self, position: Position, made: tuple[Verdict, ...]) -> PositionCard:
        text = self._snapshot.text
        card = PositionCard(position, text.text if text is not None else "", made)
        card.picked.connect(self.position_picked)
        card.changed.connect(self.position_changed)
        card.cut_asked.connect(self.card_asked)
        card.removed.connect(self.position_removed)
        card.linked.connect(self.position_linked)
        card.labels_asked.connect(self.labels_asked)
        return card

    def _suggestion(self, offered: Suggested) -> SuggestionCard:
        card = SuggestionCard(offered, self._hints.get(offered.number, Hint()), why=self._why)
        card.picked.connect(self.suggestion_picked)
        card.kept.connect(self._on_kept)
        card.dismissed.connect(self._on_dismissed)
        return card

    @staticmethod
    def _drop(card: QWidget) -> None:
        card.hide()
        card.deleteLater()

    @staticmethod
    def _focused(cards: list[PositionCard] | list[SuggestionCard]) -> int:
        focus = QApplication.focusWidget()
        if focus is None:
            return -1
        return next((at for at, card in enumerate(cards) if card is focus or card.isAncestorOf(focus)), -1)

    @staticmethod
    def _refocus(cards: list[PositionCard] | list[SuggestionCard], at: int) -> None:
        # Where a card went, its place in the list keeps the keyboard.
        if at < 0 or not cards:
            return
        card = cards[min(at, len(cards) - 1)]
        focus = QApplication.focusWidget()
        if focus is None or not (card is focus or card.isAncestorOf(focus)):
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a position that is to stand under none."""
        if dragged(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let what was dropped beside the others stand under none."""
        number = dragged(event.mimeData())
        if number:
            event.acceptProposedAction()
            self.position_linked.emit(number, 0)

    # Asking

    def _on_kept(self, number: int, side: str) -> None:
        self.kept.emit([number], side)

    def _on_dismissed(self, number: int) -> None:
        self.dismissed.emit([number])

    def _on_all(self, action: QAction) -> None:
        numbers = [card.offered.number for card in self.suggestions]
        if action.data():
            self.kept.emit(numbers, action.data())
        else:
            self.dismissed.emit(numbers)

    def _on_why(self) -> None:
        self._why = not self._why
        for card in self.suggestions:
            card.show_why(why=self._why)

    def _on_more(self) -> None:
        self._limit += _MORE
        before = len(self.suggestions)
        self.show_suggestions(self._offers, self._hints)
        if before < len(self.suggestions):
            self.suggestions[before].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more_kept(self) -> None:
        self._kept_limit += _KEPT_SHOWN
        self.show_kept(self._snapshot)


def _line(first: QWidget, *others: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    line.addWidget(first, 1)
    for widget in others:
        line.addWidget(widget)
    return line
