"""The Cards page: the topic's evidence at the left, one card to mark in the middle, its check at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from debateprep.domain import marks as rules
from debateprep.domain import reading_time
from debateprep.domain.article import Span
from debateprep.domain.changes import Changes
from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind, Side
from debateprep.gui.dialogs.paste_card import PasteCardDialog
from debateprep.gui.labelling import LABELS, LabelLine, Thing
from debateprep.gui.latest import Latest
from debateprep.gui.pages.cards import state as cards_state
from debateprep.gui.pages.cards.check import CheckPane
from debateprep.gui.pages.cards.desk import CardsDesk
from debateprep.gui.pages.cards.filter import CardFilters
from debateprep.gui.pages.cards.head import CardHead
from debateprep.gui.pages.cards.list import CardsPane
from debateprep.gui.pages.cards.state import Shown
from debateprep.gui.pages.cards.text import QuotationView
from debateprep.gui.pages.cards.tools import MarkTools, action_for
from debateprep.gui.settings import preferences
from debateprep.gui.widgets.ask import AskLine
from debateprep.gui.widgets.clip import put_on_clipboard
from debateprep.gui.widgets.folding import FoldingPanes, Pane
from debateprep.gui.widgets.headed import Headed
from debateprep.gui.widgets.parts import FlatButton, WrapLayout
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace
from debateprep.services import marking
from debateprep.services.citations import debate_cite
from debateprep.storage.library import Library

_SHOWN = LABELS | {"card", "source", "sourcetext", "position", "argument", "support", "topic", "section", "item"}
_SHOWN |= {"ownformat", "savedfilter"}


class CardsPage(QWidget):
    """Mark cards, and see whether they can be trusted."""

    title = "Cards"
    icon = "cards"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown = Shown()
        self._wanted = 0
        self._rate = reading_time.DEFAULT_WORDS_A_MINUTE
        self._stale = True
        self._saving = 0
        self._reading = Latest(workspace, self)
        self.desk = CardsDesk(workspace, self)
        self.cards = CardsPane()
        self.ask = AskLine()
        self.head = CardHead(self.ask)
        self.labels = LabelLine(workspace, "card")
        self.tools = MarkTools(self, self.ask)
        self.view = QuotationView()
        self.check = CheckPane()
        self._make_actions()
        self._lay_out()
        self.filters = CardFilters(workspace, self.cards, self.ask, lambda: self._panes.bring(self._middle))
        self._connect()
        self.filters.recall()
        self.refresh()

    @property
    def card(self) -> Card | None:
        """Return the card in view."""
        return self._shown.trust.card if self._shown.trust is not None else None

    def labelled(self) -> Thing | None:
        """Return the card in view, for its labels."""
        return None if self.card is None else ("card", self.card.id)

    # Building

    def _make_actions(self) -> None:
        for words, keys, act in (
            (self.tr("Edit tag"), ("F7",), self.head.tag.edit_all),
            (self.tr("Add a tag"), ("Shift+F7",), self.head.ask_tag),
            (self.tr("Edit cite"), ("F8",), self.head.edit_cite),
            (self.tr("Copy cite"), ("Ctrl+Shift+C",), self.head.show_styles),
            (self.tr("Put in a brief"), ("Ctrl+Shift+A",), self.show_arguments),
            (self.tr("Show its words in Read"), ("Ctrl+G",), self.show_words),
            (self.tr("Find its source"), (), self.find_source),
            (self.tr("Add a card from elsewhere"), ("Ctrl+Shift+V",), self.paste_card),
            (self.tr("Move card to trash"), ("Ctrl+Del",), self.remove),
        ):
            action_for(self, words, keys).triggered.connect(act)

    def _lay_out(self) -> None:
        self._middle = Headed([self.head, self.labels, self.tools, self.ask], 0.7)
        self._middle.head.setAccessibleName(self.tr("Tag, cite and tools"))
        column = self._middle.column
        column.setContentsMargins(24, 14, 16, 10)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addWidget(self._ways())
        panes = [
            Pane(self.tr("Cards"), self.cards, 280),
            Pane(self.tr("Card"), self._middle),
            Pane(self.tr("Check"), self.check, 320),
        ]
        self._panes = FoldingPanes(panes, main=self._middle, beside=self.cards, rooms=(700, 1080), parent=self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        self._middle.setEnabled(False)

    def _ways(self) -> QWidget:
        held = QWidget()
        line = WrapLayout(held)
        self.put = FlatButton(self.tr("Put in a brief…"))
        self.put.setToolTip(self.tr("As support for an argument, or as a new one (Ctrl+Shift+A)"))
        self.put.clicked.connect(self.show_arguments)
        self.words = FlatButton(self.tr("Its words in Read"))
        self.words.setToolTip(self.tr("Show where they stand in the article (Ctrl+G)"))
        self.words.clicked.connect(self.show_words)
        trash = FlatButton(self.tr("Move to trash"), "plain")
        trash.setToolTip(self.tr("Move card to trash (Ctrl+Del)"))
        trash.clicked.connect(self.remove)
        for button in (self.put, self.words, trash):
            line.addWidget(button)
        return held

    def _connect(self) -> None:
        self.cards.chosen.connect(self.show_card)
        self.cards.entered.connect(self._on_entered)
        self.cards.add_asked.connect(self.paste_card)
        self.desk.made.connect(self.show_card)
        head, tools, desk = self.head, self.tools, self.desk
        head.tagged.connect(lambda tag, merge: self._on_card(lambda card: desk.change(card.id, merge, tag=tag)))
        head.cited.connect(lambda cite, merge: self._on_card(lambda card: desk.change(card.id, merge, cite=cite)))
        head.fields_changed.connect(self._on_fields)
        head.tag_added.connect(lambda tag: self._on_card(lambda card: desk.add_tag(card.id, tag)))
        head.tag_chosen.connect(lambda at: self._on_card(lambda card: desk.choose_tag(card.id, at)))
        head.tag_removed.connect(lambda at: self._on_card(lambda card: desk.remove_tag(card.id, at)))
        head.copied.connect(self._on_copied)
        tools.marked.connect(self._on_marked)
        tools.brushed.connect(self._on_brush)
        tools.options.connect(self._on_options)
        tools.suggested.connect(self._on_suggest)
        tools.taken.connect(self._on_take)
        tools.dropped.connect(partial(self._show_offer, ()))
        tools.layer_shown.connect(lambda at: self._on_card(lambda card: desk.show_layer(card.id, at)))
        tools.layer_added.connect(self._on_layer_added)
        tools.layer_renamed.connect(lambda at, name: self._on_card(lambda card: desk.rename_layer(card.id, at, name)))
        tools.layer_removed.connect(lambda at: self._on_card(lambda card: desk.remove_layer(card.id, at)))
        self.view.brushed.connect(self._on_brushed)
        self.view.left_brush.connect(tools.put_brush_away)
        self.check.attach_asked.connect(self.find_source)
        self.check.argument_asked.connect(self._workspace.argument_wanted)
        space = self._workspace
        space.opened.connect(self._on_opened)
        space.changed.connect(self._on_changed)
        space.topic_changed.connect(self._on_topic_changed)
        space.card_wanted.connect(self._on_card_wanted)

    def _on_card(self, work: Callable[[Card], object]) -> None:
        card = self.card
        if card is not None:
            work(card)

    # Showing

    def set_words_a_minute(self, rate: int) -> None:
        """Count reading time at another rate."""
        self._rate = rate
        self.refresh()

    def refresh(self) -> None:
        """Read what is shown anew, now or when the page comes into sight."""
        self._stale = not self.isVisible()
        if self._stale or not self._workspace.is_open or self._saving:
            return
        work = partial(cards_state.load, self._workspace.topic_id, self._wanted, self._rate)
        self._reading.read(work, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def show_card(self, number: int) -> None:
        """Show a card of the topic."""
        self.head.flush()
        self._wanted = number
        self.refresh()

    def _on_card_wanted(self, number: int) -> None:
        self.cards.begin(())
        self._panes.bring(self._middle)
        self.show_card(number)

    def _on_entered(self) -> None:
        self._panes.bring(self._middle)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: Shown) -> None:
        if self._saving:
            # Strokes are under way that this moment has not seen; the last of them reads again.
            return
        before = self.card
        self._shown = shown
        card = self.card
        self._wanted = card.id if card is not None else 0
        self._middle.setEnabled(card is not None)
        self.cards.show_choice(shown.labels, shown.filters)
        self.cards.show_lines(shown.lines, self._wanted)
        if card is None or before is None or card.id != before.id:
            self._show_offer(())
            self.ask.cancel()
        self.labels.show_thing(card.id if card is not None else 0)
        self.head.show_card(card, shown.source, shown.cite, shown.lacks)
        self.tools.show_card(card)
        quote, marks = (card.quote, card.marks) if card is not None else ("", ())
        self.view.show_card(quote, rules.normalise(marks, len(quote)))
        self.check.show_check(shown, self._rate)
        self.words.setVisible(card is not None and card.span is not None and shown.source is not None)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & _SHOWN:
            self.refresh()

    def _on_topic_changed(self, _topic: int) -> None:
        self.head.flush()
        self._wanted = 0
        self.filters.recall()
        self.refresh()

    def _on_opened(self) -> None:
        self.filters.recall()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember what the topic's cards are filtered by."""
        super().hideEvent(event)
        self.filters.remember()

    def _on_options(self) -> None:
        self.view.show_options(condensed=self.tools.condense.isChecked(), shrinks=self.tools.smaller.isChecked())

    # Marking

    def _on_marked(self, value: str) -> None:
        span = self.view.selection()
        if span is None and not self.tools.brush.isChecked():
            span = self.view.word()
        if span is not None:
            self._mark(span, MarkKind(value) if value else None)

    def _mark(self, span: Span, kind: MarkKind | None, *, brushed: bool = False) -> None:
        card = self.card
        if card is None:
            return
        layer, length, before = card.shown_layer, len(card.quote), self.view.marks
        value = self.tools.colour if kind is MarkKind.HIGHLIGHT else ""
        # Painted before it is stored; when that fails, what is stored is read again and shown.
        if kind is None:
            self.view.show_marks(rules.remove(before, length, span.start, span.end))
            job = self.desk.erase(card.id, span, layer)
        elif brushed:
            self.view.show_marks(rules.paint(before, length, span.start, span.end, kind, value))
            job = self.desk.paint(card.id, span, kind, value, layer)
        else:
            self.view.show_marks(rules.toggle(before, length, span.start, span.end, kind, value))
            job = self.desk.toggle(card.id, span, kind, value, layer)
        self._saving += 1
        job.ended.connect(self._on_saved)

    def _on_saved(self) -> None:
        self._saving -= 1
        self.refresh()

    def _on_brush(self, on: bool) -> None:
        self.view.set_brush(on=on)

    def _on_brushed(self, span: Span) -> None:
        self._mark(span, self.tools.kind, brushed=True)

    def _on_layer_added(self, name: str, copied: int) -> None:
        self._on_card(lambda card: self.desk.add_layer(card.id, name, copied if copied >= 0 else None))

    # Suggested underlining

    def _on_suggest(self) -> None:
        card = self.card
        if card is not None:
            self._workspace.read(self, partial(_suggested, card), self._on_suggested)

    def _on_suggested(self, found: tuple[Card, tuple[Span, ...]]) -> None:
        asked, spans = found
        if self.card is None or self.card.id != asked.id:
            return
        self._show_offer(spans)
        if not spans:
            said = self.tr("No clause of this card shares a word with its tag, so there is nothing to suggest.")
            self._workspace.notice.emit(said)

    def _show_offer(self, spans: tuple[Span, ...]) -> None:
        self.view.offer(spans)
        self.tools.show_offer(offered=bool(spans))

    def _on_take(self) -> None:
        self._show_offer(())
        self._on_card(lambda card: self.desk.take_suggestion(card.id, card.shown_layer))

    # Cite, source, briefs

    def _on_fields(self, fields: dict[str, object]) -> None:
        if self._shown.source is not None:
            self.desk.change_source(self._shown.source.id, fields)

    def _on_copied(self, style: str) -> None:
        source, card = self._shown.source, self.card
        if source is not None and style:
            put_on_clipboard(*self.desk.cite(source, CiteStyle(style), debate_cite(preferences().values)))
        elif card is not None:
            put_on_clipboard(card.cite)
        self._workspace.notice.emit(self.tr("The cite is on the clipboard."))

    def show_words(self) -> None:
        """Show the card's words where they stand in the article."""
        card, source = self.card, self._shown.source
        if card is not None and card.span is not None and source is not None:
            self._workspace.source_wanted.emit(source.id, card.span.start)
        elif card is not None:
            said = self.tr("This card has no source text; bring the article in, then find its source.")
            self._workspace.notice.emit(said)

    def find_source(self) -> None:
        """Anchor a card from elsewhere in the source that has its words; ask where several have."""
        card = self.card
        if card is not None and card.span is None:
            self.desk.find_homes(card, partial(self._on_homes, card))

    def _on_homes(self, card: Card, homes: list[tuple[int, str]]) -> None:
        if len(homes) == 1:
            self.desk.attach(card.id, homes[0][0])
            return
        if not homes:
            said = self.tr("No source in the library has these very words; bring the article in and try again.")
            self._workspace.notice.emit(said)
            return
        menu = self._menu()
        for number, title in homes:
            menu.addAction(title.replace("&", "&&")).setData((card.id, number))
        menu.triggered.connect(self._on_home)
        menu.popup(self.check.mapToGlobal(QPoint(12, 60)))

    def _on_home(self, action: QAction) -> None:
        card, source = action.data()
        self.desk.attach(card, source)

    def paste_card(self) -> None:
        """Ask for a card from elsewhere, its words and its cite together."""
        dialog = PasteCardDialog(self.desk.paste, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_arguments(self) -> None:
        """Offer to put the card under an argument of either brief, or to make one of it."""
        if self.card is None:
            return
        menu = self._menu()
        for side in (Side.PRO, Side.CON):
            label = f"{side.sign} {term(side.label)}"
            menu.addAction(self.tr("New {side} argument").format(side=label)).setData(("new", side.value))
        menu.addSeparator()
        for side in (Side.PRO, Side.CON):
            own = [each for each in self._shown.arguments if each.side is side]
            if own:
                under = menu.addMenu(self.tr("Support for a {side} argument").format(side=f"{side.sign} {side.label}"))
                for each in own:
                    under.addAction(each.words.replace("&", "&&")).setData(("support", each.id))
        menu.triggered.connect(self._on_argument)
        menu.popup(self.put.mapToGlobal(QPoint(0, self.put.height())))

    def _on_argument(self, action: QAction) -> None:
        card = self.card
        if card is None or not action.data():
            return
        what, value = action.data()
        if what == "new":
            self.desk.make_argument(card.id, Side(value))
        else:
            self.desk.support(card.id, int(value))

    def remove(self) -> None:
        """Move the card to the trash, and show its neighbour."""
        card = self.card
        if card is None:
            return
        ids = [line.id for line in self._shown.lines]
        at = ids.index(card.id) if card.id in ids else 0
        left = ids[:at] + ids[at + 1 :]
        self._wanted = left[min(at, len(left) - 1)] if left else 0
        self.desk.remove(card.id)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def _suggested(card: Card, _library: Library) -> tuple[Card, tuple[Span, ...]]:
    return card, marking.suggested(card)
