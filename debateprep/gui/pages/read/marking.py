"""Marking a card where its words stand in the article, with the keys of the Cards page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from debateprep.domain import marks as rules
from debateprep.domain.article import Span
from debateprep.domain.marks import Marks
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from debateprep.gui.pages.cards.desk import CardsDesk
from debateprep.gui.pages.cards.tools import MARKING, action_for
from debateprep.gui.pages.read.article import ArticleView
from debateprep.gui.pages.read.marks import Marked, card_marks
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace


class ArticleMarker(QObject):
    """Marks the cards of the article in view.

    `painted` asks the page to show the marks anew, at once; `stored` to read what is stored.
    """

    painted = Signal()
    stored = Signal()

    def __init__(self, page: QWidget, view: ArticleView, workspace: Workspace) -> None:
        super().__init__(page)
        self._view = view
        self._workspace = workspace
        self._desk = CardsDesk(workspace, self)
        self._cards: tuple[Card, ...] = ()
        self._ahead: dict[int, Marks] = {}
        self._saving = 0
        self._colour = rules.COLOURS[0]
        words: dict[MarkKind | None, str] = {
            MarkKind.UNDERLINE: self.tr("Underline words of a card"),
            MarkKind.EMPHASIS: self.tr("Emphasise words of a card"),
            MarkKind.HIGHLIGHT: self.tr("Highlight words of a card"),
            MarkKind.SHRINK: self.tr("Shrink words of a card"),
            MarkKind.OMIT: self.tr("Omit words of a card"),
            None: self.tr("Clear the marks of words"),
        }
        for kind, _, keys in MARKING:
            action = action_for(page, words[kind], keys)
            action.setData(kind.value if kind else "")
            action.triggered.connect(self._on_action)
        action_for(page, self.tr("Next colour"), ("Ctrl+Shift+H",)).triggered.connect(self._on_next_colour)
        action_for(page, self.tr("Open the card at the caret"), ("Ctrl+G",)).triggered.connect(self._on_open)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Take what is stored; what is still being saved stays shown as it was painted."""
        self._cards = cards
        if not self._saving:
            self._ahead = {}

    def marks(self) -> list[Marked]:
        """Return the marks of every card, where they lie in the article."""
        return [each for card in self._cards for each in card_marks(card, self._of(card))]

    def card_at(self, span: Span | None) -> Card | None:
        """Return the newest card with all of a span, or else with some of it."""
        if span is None:
            return None
        here = [card for card in self._cards if card.span is not None and card.span.overlaps(span)]
        whole = [card for card in here if card.span is not None and card.span.contains(span)]
        return max(whole or here, key=lambda card: card.id, default=None)

    def mark(self, value: str) -> None:
        """Mark the selected words, or the word at the caret, on the card that has them; "" clears."""
        span = self._view.selection() or self._word()
        card = self.card_at(span)
        if card is None or card.span is None or span is None:
            said = self.tr("Marks belong to cards: select words and press Ctrl+Enter to cut one first.")
            self._workspace.notice.emit(said)
            return
        begin = card.span.start
        inside = Span(max(0, span.start - begin), min(len(card.quote), span.end - begin))
        self._mark(card, inside, MarkKind(value) if value else None)

    def _mark(self, card: Card, span: Span, kind: MarkKind | None) -> None:
        before, length, layer = self._of(card), len(card.quote), card.shown_layer
        if kind is None:
            self._ahead[card.id] = rules.remove(before, length, span.start, span.end)
            job = self._desk.erase(card.id, span, layer)
        else:
            value = self._colour if kind is MarkKind.HIGHLIGHT else ""
            self._ahead[card.id] = rules.toggle(before, length, span.start, span.end, kind, value)
            job = self._desk.toggle(card.id, span, kind, value, layer)
        self._saving += 1
        job.ended.connect(self._on_saved)
        self.painted.emit()

    def _on_saved(self) -> None:
        self._saving -= 1
        if not self._saving:
            # What could not be saved is taken back by what is stored.
            self.stored.emit()

    def _of(self, card: Card) -> Marks:
        return self._ahead.get(card.id, card.marks)

    def _word(self) -> Span | None:
        if not self._view.article.rows:
            return None
        caret = self._view.article.to_source(self._view.textCursor().position())
        return rules.snap(self._view.article.text, caret, caret)

    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.mark(str(action.data() or ""))

    def _on_next_colour(self) -> None:
        at = rules.COLOURS.index(self._colour)
        self._colour = rules.COLOURS[(at + 1) % len(rules.COLOURS)]
        self._workspace.notice.emit(self.tr("Highlighting in {colour} now.").format(colour=term(self._colour)))

    def _on_open(self) -> None:
        card = self.card_at(self._view.selection() or self._word())
        if card is None:
            self._workspace.notice.emit(self.tr("No card was cut from these words."))
            return
        self._workspace.card_wanted.emit(card.id)
