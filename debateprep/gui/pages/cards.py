"""The Cards page: the topic's evidence at the left, one card to mark in the middle, its check at the right."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from debateprep.domain import marks as rules
from debateprep.domain import reading_time
from debateprep.domain.article import Span
from debateprep.domain.changes import Changes
from debateprep.domain.marks import Marks
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from debateprep.gui.background import Job
from debateprep.gui.pages import cards_jobs
from debateprep.gui.pages.briefs_field import Field
from debateprep.gui.pages.cards_check import CheckPane
from debateprep.gui.pages.cards_jobs import Shown
from debateprep.gui.pages.cards_list import CardsPane
from debateprep.gui.pages.cards_text import QuotationView
from debateprep.gui.pages.read_center import Panes
from debateprep.gui.widgets.parts import FlatButton, Words, WrapLayout
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

_NO_COLOUR = ""


class CardsPage(QWidget):
    """Mark cards, and see whether they can be trusted."""

    title = "Cards"
    icon = "cards"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._card: Card | None = None
        self._wanted = 0
        self._rate = reading_time.DEFAULT_WORDS_A_MINUTE
        self._stale = True
        self._saving = 0
        self._job: Job | None = None
        self._kind = MarkKind.UNDERLINE
        self._colour = rules.COLOURS[0]
        self.cards = CardsPane()
        self.view = QuotationView()
        self.check = CheckPane()
        self.tag = Field(self.tr("Tag"), kind="head", placeholder=self.tr("Tag: what these words show"), required=True)
        self.cite = Words("", "mute", 9.5)
        self.bar = QWidget()
        self.marking: dict[MarkKind | None, QAction] = {}
        self._make_actions()
        self._lay_out()
        self.cards.chosen.connect(self.show_card)
        self.tag.committed.connect(self._on_tag)
        self.view.brushed.connect(self._on_brushed)
        self.view.left_brush.connect(self._leave_brush)
        workspace.opened.connect(self.refresh)
        workspace.changed.connect(self._on_changed)
        workspace.topic_changed.connect(self._on_topic_changed)
        self.refresh()

    def _make_actions(self) -> None:
        kinds: tuple[tuple[MarkKind | None, str, tuple[str, ...]], ...] = (
            (MarkKind.UNDERLINE, self.tr("Underline"), ("F9", "Ctrl+U")),
            (MarkKind.EMPHASIS, self.tr("Emphasis"), ("F10", "Ctrl+B")),
            (MarkKind.HIGHLIGHT, self.tr("Highlight"), ("F11", "Ctrl+H")),
            (MarkKind.SHRINK, self.tr("Shrink"), ("Ctrl+M",)),
            (MarkKind.OMIT, self.tr("Omit"), ("Ctrl+D",)),
            (None, self.tr("Clear"), ("F12", "Ctrl+Space")),
        )
        for kind, words, keys in kinds:
            action = self._action(words, keys)
            action.setData(kind)
            action.triggered.connect(self._on_marking)
            self.marking[kind] = action
        self.brush = self._action(self.tr("Paintbrush"), ("Ctrl+Shift+B",), checkable=True)
        self.brush.toggled.connect(self._on_brush)
        self.condense = self._action(self.tr("Condense"), ("Ctrl+J",), checkable=True)
        self.smaller = self._action(self.tr("Shrink unmarked"), ("Ctrl+Shift+J",), checkable=True)
        for each in (self.condense, self.smaller):
            each.toggled.connect(self._on_options)
        self.suggest = self._action(self.tr("Suggest underlining"), ("Ctrl+Shift+U",))
        self.suggest.triggered.connect(self._on_suggest)
        self.take = self._action(self.tr("Take suggestion"), ("Ctrl+Shift+T",))
        self.take.triggered.connect(self._on_take)
        self.drop = self._action(self.tr("Drop suggestion"), ("Ctrl+Shift+D",))
        self.drop.triggered.connect(self._on_drop)
        self._show_offer(())
        self._action(self.tr("Edit tag"), ("F7",)).triggered.connect(self.tag.edit_all)

    def _action(self, words: str, keys: tuple[str, ...], *, checkable: bool = False) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(checkable)
        self.addAction(action)
        return action

    def _lay_out(self) -> None:
        line = WrapLayout(self.bar, 4)
        for action in (
            *self.marking.values(),
            self.brush,
            self.condense,
            self.smaller,
            self.suggest,
            self.take,
            self.drop,
        ):
            button = FlatButton(action.text())
            keys = ", ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in action.shortcuts())
            button.setToolTip(f"{action.text()} ({keys})")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCheckable(action.isCheckable())
            button.clicked.connect(action.trigger)
            action.toggled.connect(button.setChecked)
            button.setVisible(action.isVisible())
            action.visibleChanged.connect(partial(_follow, button, action))
            line.addWidget(button)
            if action is self.marking[MarkKind.HIGHLIGHT]:
                self.colours = FlatButton(term(self._colour))
                self.colours.setAccessibleName(self.tr("Colour of highlight"))
                self.colours.setMenu(self._colour_menu())
                line.addWidget(self.colours)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 14, 16, 0)
        column.setSpacing(6)
        for widget in (self.tag, self.cite, self.bar):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        panes = Panes(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        for at, pane in enumerate((self.cards, middle, self.check)):
            panes.addWidget(pane)
            panes.setStretchFactor(at, int(pane is middle))
        panes.setSizes([250, 760, 320])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)
        self._middle = middle
        middle.setEnabled(False)

    def _colour_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for colour in rules.COLOURS:
            action = menu.addAction(term(colour))
            action.setData(colour)
            action.setCheckable(True)
            action.setChecked(colour == self._colour)
            group.addAction(action)
        menu.triggered.connect(self._on_colour)
        return menu

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
        if self._job is not None:
            self._job.forget()
        work = partial(cards_jobs.load, self._workspace.topic_id, self._wanted, self._rate)
        self._job = self._workspace.read(self, work, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def show_card(self, number: int) -> None:
        """Show a card of the topic."""
        self.tag.flush()
        self._wanted = number
        self.refresh()

    def _show(self, shown: Shown) -> None:
        if self._saving:
            # Strokes are under way that this moment has not seen; the last of them reads again.
            return
        card = shown.trust.card if shown.trust is not None else None
        other = card is None or self._card is None or card.id != self._card.id
        self._card = card
        self._wanted = card.id if card is not None else 0
        self._middle.setEnabled(card is not None)
        self.cards.show_lines(shown.lines, self._wanted)
        tag, quote, marks = (card.tag, card.quote, card.marks) if card is not None else ("", "", ())
        if other:
            self._show_offer(())
            self.tag.reset(tag)
        else:
            self.tag.show_text(tag)
        self.cite.setText(shown.cite)
        self.view.show_card(quote, rules.normalise(marks, len(quote)))
        self.check.show_check(shown, self._rate)

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & {"card", "source", "sourcetext", "position", "argument", "support", "topic"}:
            self.refresh()

    def _on_topic_changed(self, _topic: int) -> None:
        self.tag.flush()
        self._wanted = 0
        self.refresh()

    def _on_options(self) -> None:
        self.view.show_options(condensed=self.condense.isChecked(), shrinks=self.smaller.isChecked())

    # Marking

    def _on_marking(self) -> None:
        action = self.sender()
        data = action.data() if isinstance(action, QAction) else None
        # Qt hands an enum of strings back as a plain one.
        kind = MarkKind(data) if data else None
        if kind is not None:
            self._kind = kind
        span = self.view.selection()
        if span is None and not self.brush.isChecked():
            span = self.view.word()
        if span is not None:
            self._mark(span, kind)

    def _mark(self, span: Span, kind: MarkKind | None, *, brushed: bool = False) -> None:
        if self._card is None:
            return
        number, layer, length = self._card.id, self._card.shown_layer, len(self._card.quote)
        value = self._colour if kind is MarkKind.HIGHLIGHT else _NO_COLOUR
        before = self.view.marks
        if kind is None:
            after = rules.remove(before, length, span.start, span.end)
            work = partial(cards_jobs.erase, number, span, layer)
        elif brushed:
            after = rules.paint(before, length, span.start, span.end, kind, value)
            work = partial(cards_jobs.paint, number, span, kind, value, layer)
        else:
            after = rules.toggle(before, length, span.start, span.end, kind, value)
            work = partial(cards_jobs.toggle, number, span, kind, value, layer)
        self._save(after, work)

    def _save(self, after: Marks, work: "partial[Changes]") -> None:
        # Painted before it is stored; when that fails, what is stored is read again and shown.
        self.view.show_marks(after)
        self._saving += 1
        self._workspace.edit(self, work).ended.connect(self._on_saved)

    def _on_saved(self) -> None:
        self._saving -= 1
        self.refresh()

    def _on_suggest(self) -> None:
        if self._card is not None:
            self._workspace.read(self, partial(cards_jobs.suggested, self._card.id), self._on_suggested)

    def _on_suggested(self, found: tuple[int, tuple[Span, ...]]) -> None:
        number, spans = found
        if self._card is None or self._card.id != number:
            return
        self._show_offer(spans)
        if not spans:
            said = self.tr("No clause of this card shares a word with its tag, so there is nothing to suggest.")
            self._workspace.notice.emit(said)

    def _show_offer(self, spans: tuple[Span, ...]) -> None:
        self.view.offer(spans)
        self.suggest.setVisible(not spans)
        for each in (self.take, self.drop):
            each.setVisible(bool(spans))

    def _on_take(self) -> None:
        self._show_offer(())
        if self._card is not None:
            self._workspace.edit(self, partial(cards_jobs.take, self._card.id, self._card.shown_layer))

    def _on_drop(self) -> None:
        self._show_offer(())

    def _on_colour(self, action: QAction) -> None:
        self._colour = action.data()
        self.colours.setText(term(self._colour))
        self.colours.updateGeometry()

    def _on_brush(self, on: bool) -> None:
        self.view.set_brush(on=on)

    def _on_brushed(self, span: Span) -> None:
        self._mark(span, self._kind, brushed=True)

    def _leave_brush(self) -> None:
        self.brush.setChecked(False)

    def _on_tag(self, tag: str, merge: str) -> None:
        if self._card is not None:
            self._workspace.edit(self, partial(cards_jobs.change, self._card.id, tag, merge))


def _follow(button: FlatButton, action: QAction) -> None:
    button.setVisible(action.isVisible())
