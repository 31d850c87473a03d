"""The Read page: articles at the left, the words in the middle, what the author says at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from debateprep.domain.article import Span, numbered
from debateprep.domain.changes import Changes
from debateprep.domain.model import Position
from debateprep.domain.terms import BlockKind, Side
from debateprep.gui.labelling import LABELS, Thing, offer_labels
from debateprep.gui.latest import Latest
from debateprep.gui.pages.read import jobs as read_jobs
from debateprep.gui.pages.read.article import ArticleView
from debateprep.gui.pages.read.center import Center
from debateprep.gui.pages.read.header import ArticleHeader
from debateprep.gui.pages.read.marking import ArticleMarker
from debateprep.gui.pages.read.marks import Marked, MarkOf
from debateprep.gui.pages.read.positions import PositionsPane
from debateprep.gui.pages.read.sources import SourcesPane
from debateprep.gui.pages.read.state import ReadState, Snapshot
from debateprep.gui.widgets.folding import FoldingPanes, Pane
from debateprep.gui.words import term
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    from debateprep.services.positions import Suggested

_BLOCK_KINDS = (
    BlockKind.PARAGRAPH,
    BlockKind.SUBHEADING,
    BlockKind.CAPTION,
    BlockKind.PULL_QUOTE,
    BlockKind.BYLINE,
    BlockKind.AUTHOR_NOTE,
    BlockKind.ADVERT,
)


class ReadPage(QWidget):
    """Read a source, keep positions, cut cards."""

    title = "Read"
    icon = "read"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state = ReadState()
        self._snapshot = Snapshot()
        self._source = 0
        self._last: dict[int, int] = {}
        self._go_to = -1
        self._stale = True
        self._read: tuple[Snapshot, list[Suggested] | None] = (self._snapshot, None)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_positions)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._rank)
        self._reading, self._ranking = Latest(workspace, self), Latest(workspace, self)
        self.setAcceptDrops(True)
        self.sources = SourcesPane()
        self.center = Center()
        self.positions = PositionsPane()
        self.marker = ArticleMarker(self, self.center.view, workspace)
        self._lay_out()
        self._connect()
        self._make_actions()
        self.refresh()

    @property
    def view(self) -> ArticleView:
        """Return the article."""
        return self.center.view

    @property
    def header(self) -> ArticleHeader:
        """Return what stands above the article."""
        return self.center.header

    @property
    def snapshot(self) -> Snapshot:
        """Return what is shown now."""
        return self._snapshot

    def _lay_out(self) -> None:
        panes = [
            Pane(self.tr("Sources"), self.sources, 250),
            Pane(self.tr("Article"), self.center),
            Pane(self.tr("Positions"), self.positions, 360),
        ]
        self._panes = FoldingPanes(panes, main=self.center, beside=self.positions, rooms=(760, 1080), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panes)

    def _connect(self) -> None:
        self.sources.chosen.connect(self.show_source)
        self.sources.open_asked.connect(self._workspace.files_wanted)
        self.center.open_asked.connect(self._workspace.files_wanted)
        self.header.changed.connect(self._on_cite_changed)
        self.header.removed.connect(self._on_source_removed)
        self.header.title_is_text.connect(self._on_title_is_text)
        self.view.pressed.connect(self._on_mark_pressed)
        self.view.block_asked.connect(self._on_block_asked)
        self.center.tools.cut.connect(self._on_cut)
        self.center.tools.marked.connect(self._on_marked)
        panel = self.positions
        panel.position_picked.connect(self._on_position_picked)
        panel.position_changed.connect(self._on_position_changed)
        panel.position_removed.connect(self._on_position_removed)
        panel.position_linked.connect(self._on_position_linked)
        panel.labels_asked.connect(self._on_labels_asked)
        panel.card_asked.connect(self._on_card_asked)
        panel.suggestion_picked.connect(self._on_suggestion_picked)
        panel.kept.connect(self._on_kept)
        panel.dismissed.connect(self._on_dismissed)
        panel.shown_changed.connect(self._show_marks)
        panel.cut.picked.connect(self._on_card_picked)
        panel.cut.opened.connect(self._workspace.card_wanted)
        self.marker.painted.connect(self._show_marks)
        self.marker.stored.connect(self.refresh)
        self.center.tools.bar.mark_asked.connect(self.marker.mark)
        self.view.selected.connect(self._on_selected)
        space = self._workspace
        space.opened.connect(self.refresh)
        space.changed.connect(self._on_changed)
        space.topic_changed.connect(self._on_topic_changed)
        space.source_wanted.connect(self.show_source)

    def _make_actions(self) -> None:
        wanted = (
            (self.tr("Cut card from the selected words"), QKeySequence("Ctrl+Return"), self.center.tools.begin_card),
            (self.tr("Mark the selected words as Pro"), QKeySequence("Alt+1"), self._mark_pro),
            (self.tr("Mark the selected words as Con"), QKeySequence("Alt+2"), self._mark_con),
            (self.tr("Mark the selected words as neither"), QKeySequence("Alt+3"), self._mark_neither),
            (self.tr("Strike out the paragraph, or take it back in"), QKeySequence("Ctrl+Shift+X"), self.strike),
            (self.tr("Edit cite"), QKeySequence("F8"), self.header.edit_cite),
        )
        for words, keys, act in wanted:
            action = QAction(words, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    # Showing

    def refresh(self) -> None:
        """Read what is shown anew, now or when the page comes into sight; selection and place stay."""
        self._stale = not self.isVisible()
        if self._stale or not self._workspace.is_open:
            return
        self._later.stop()
        self._ranking.drop()
        load = partial(read_jobs.load, self._state, self._workspace.topic_id, self._source)
        self._reading.read(load, self._show)

    def recall(self, snapshot: Snapshot) -> None:
        """Show what was seen last, until the library is open."""
        self._show((snapshot, None))
        self._show_positions(first=True)

    def seen(self) -> Snapshot | None:
        """Return what is shown, None where it is not up to date or there is no source."""
        reading = self._stale or self._reading.is_reading
        return None if reading or self._snapshot.source is None else self._snapshot

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def show_source(self, source_id: int, offset: int = -1) -> None:
        """Show a source, and the words at a code point offset unless it is -1."""
        self._source = source_id
        self._go_to = offset
        self._last[self._workspace.topic_id] = source_id
        self._panes.bring(self.center)
        self.refresh()

    def _show(self, read: tuple[Snapshot, list[Suggested] | None]) -> None:
        snapshot = read[0]
        same = snapshot.source is not None and self._snapshot.source == snapshot.source
        self._source = snapshot.source.id if snapshot.source is not None else 0
        self.sources.show_rows(snapshot.rows, self._source)
        self.center.show_source(snapshot.source, snapshot.text, snapshot.lacks)
        self._read = read
        if same:
            self._show_positions()
        else:
            # The article is painted first; to lay out its cards in the same turn would hold the window up.
            self._soon.start()

    def _show_positions(self, *, first: bool = False) -> None:
        snapshot, offers = self._read
        self._soon.stop()
        self._snapshot = snapshot
        self.marker.show_cards(snapshot.cards)
        self.positions.show_kept(snapshot, first=first)
        if offers is not None:
            self._show_offers(offers)
        else:
            self._show_marks()
            # Ranking computes all the while, and would slow the painting of what is there already.
            self._later.start()
        if self._go_to >= 0 and snapshot.text is not None:
            start = min(self._go_to, len(snapshot.text.text) - 1)
            self._go_to = -1
            self.view.go_to(_words_at(snapshot, start))

    def _rank(self) -> None:
        if not self._workspace.is_open:
            return
        work = partial(read_jobs.suggest, self._state, self._snapshot)
        self._ranking.read(work, self._show_offers)

    def _show_offers(self, offers: list[Suggested]) -> None:
        self.positions.show_suggestions(offers, self._state.hints(self._snapshot))

    def _show_marks(self) -> None:
        marks = [
            Marked(MarkOf.POSITION, each.id, each.span, each.side.value) for each in self._snapshot.kept if each.span
        ]
        shown = self.positions.shown() if self._snapshot.text is not None else []
        marks += [Marked(MarkOf.SUGGESTION, each.number, each.suggestion.span) for each in shown]
        self.view.show_marks(marks + self.marker.marks())

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & {"source", "sourcetext"}:
            self._state.forget_texts()
        if changes.kinds & {"source", "sourcetext", "position", "positionlink", "card", "topic", "ownformat", *LABELS}:
            self.refresh()

    def _on_topic_changed(self, topic_id: int) -> None:
        self._source = self._last.get(topic_id, 0)
        self.refresh()

    # Bringing articles in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and words."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            self.sources.drop.hot = True
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop welcoming."""
        self.sources.drop.hot = False
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        self.sources.drop.hot = False
        event.acceptProposedAction()
        self._workspace.brought.emit(event.mimeData())

    # Positions

    def _on_kept(self, numbers: list[int], side: str) -> None:
        topic = self._workspace.topic_id or None
        work = partial(read_jobs.keep, self._source, numbers, topic, Side(side))
        self._workspace.edit(self, work)

    def _on_dismissed(self, numbers: list[int]) -> None:
        self._workspace.edit(self, partial(read_jobs.dismiss, self._source, numbers))

    def _on_position_changed(self, position_id: int, fields: dict[str, Any]) -> None:
        self._workspace.edit(self, partial(read_jobs.change_position, position_id, fields))

    def _on_position_linked(self, position_id: int, under: int) -> None:
        self._workspace.edit(self, partial(read_jobs.link_positions, position_id, under))

    def _on_position_removed(self, position_id: int) -> None:
        self._workspace.edit(self, partial(read_jobs.remove_position, position_id))

    def labelled(self) -> Thing | None:
        """Return the kept position in view, for its labels."""
        card = self.positions.current
        return None if card is None else ("position", card.position.id)

    def _on_labels_asked(self, position_id: int, at: QPoint) -> None:
        offer_labels(self._workspace, ("position", position_id), self, at)

    def _on_card_asked(self, position_id: int) -> None:
        self._workspace.edit(self, partial(read_jobs.cut_position, position_id))

    def _on_position_picked(self, position_id: int) -> None:
        self.positions.choose(position_id, reveal=False)
        position = next((each for each in self._snapshot.kept if each.id == position_id), None)
        if position is not None and position.span is not None and self._snapshot.text is not None:
            self.view.choose(Marked(MarkOf.POSITION, position.id, position.span, position.side.value))
            self._panes.bring(self.center)
            self.view.go_to(position.span)

    def _on_suggestion_picked(self, number: int) -> None:
        offered = next((each for each in self.positions.shown() if each.number == number), None)
        if offered is not None:
            self._panes.bring(self.center)
            self.view.go_to(offered.suggestion.span)

    def _on_mark_pressed(self, mark: Marked) -> None:
        self._panes.bring(self.positions)
        if mark.what is MarkOf.POSITION:
            self.view.choose(mark)
            self.positions.choose(mark.id, reveal=True)
        elif mark.what is MarkOf.CARD:
            self.positions.reveal_card(mark.id)
        else:
            self.positions.reveal_suggestion(mark.id)

    def _on_card_picked(self, card_id: int) -> None:
        self.positions.cut.reveal(card_id)
        card = next((each for each in self._snapshot.cards if each.id == card_id), None)
        if card is not None and card.span is not None:
            self._panes.bring(self.center)
            self.view.go_to(card.span)

    # Selected words

    def _on_selected(self, span: Span | None) -> None:
        self.center.tools.bar.show_marking(on=self.marker.card_at(span) is not None)

    def _on_cut(self, span: Span, tag: str) -> None:
        topic = self._workspace.topic_id or None
        self._workspace.edit(self, partial(read_jobs.cut, self._source, span, tag, topic), self._on_card_cut)

    def _on_card_cut(self, _changes: Changes) -> None:
        self._workspace.notice.emit(self.tr("Card cut. F9, F10 and F11 mark its words, here or on the Cards page."))

    def _on_marked(self, span: Span, side: str) -> None:
        topic = self._workspace.topic_id or None
        self._workspace.edit(self, partial(read_jobs.mark, self._source, span, topic, Side(side)), self._on_mark_made)

    def _on_mark_made(self, changes: Changes) -> None:
        self.positions.choose(changes.new(Position), reveal=False)

    def _mark_pro(self) -> None:
        self.center.tools.mark(Side.PRO.value)

    def _mark_con(self) -> None:
        self.center.tools.mark(Side.CON.value)

    def _mark_neither(self) -> None:
        self.center.tools.mark(Side.NEITHER.value)

    # The source and its blocks

    def _on_cite_changed(self, fields: dict[str, object]) -> None:
        self._workspace.edit(self, partial(read_jobs.change_source, self._source, fields))

    def _on_source_removed(self) -> None:
        self._workspace.edit(self, partial(read_jobs.remove_source, self._source))

    def _on_title_is_text(self) -> None:
        for index in self.view.article.hidden:
            self._correct(index, kind=BlockKind.PARAGRAPH)

    def strike(self) -> None:
        """Strike out the paragraph with the caret, or take it back in."""
        index = self.view.caret_block()
        if index is not None:
            self._correct(index, struck=not self.view.article.blocks[index].struck)

    def _on_block_asked(self, index: int, place: QPoint) -> None:
        block = self.view.article.blocks[index]
        number = next((number for number, each in numbered(self.view.article.blocks) if each == block), None)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.view.selection() is not None:
            menu.addAction(self.tr("Cut card\tCtrl+Return")).triggered.connect(self.center.tools.begin_card)
            menu.addSeparator()
        named = f"¶{number}" if number else self.tr("this")
        words = self.tr("Take it back in") if block.struck else self.tr("Strike out {what}").format(what=named)
        strike = menu.addAction(f"{words}\tCtrl+Shift+X")
        strike.setData((index, None, not block.struck))
        menu.addSeparator()
        for kind in _BLOCK_KINDS:
            action = menu.addAction(self.tr("This is a {kind}").format(kind=kind_name(kind)))
            action.setCheckable(True)
            action.setChecked(kind is block.kind)
            action.setEnabled(kind is not block.kind)
            action.setData((index, kind, None))
        menu.triggered.connect(self._on_block_action)
        menu.popup(place)

    def _on_block_action(self, action: QAction) -> None:
        if action.data() is not None:
            index, kind, struck = action.data()
            self._correct(index, kind=BlockKind(kind) if kind else None, struck=struck)

    def _correct(self, index: int, *, kind: BlockKind | None = None, struck: bool | None = None) -> None:
        self._workspace.edit(self, partial(read_jobs.correct_block, self._source, index, kind, struck))


def kind_name(kind: BlockKind) -> str:
    """Return a block kind's name in a sentence."""
    return term({BlockKind.SUBHEADING: "heading", BlockKind.PULL_QUOTE: "pulled quote"}.get(kind, kind.value))


def _words_at(snapshot: Snapshot, offset: int) -> Span:
    text = snapshot.text
    if text is None:
        return Span(offset, offset + 1)
    block = next((each for each in text.blocks if each.start <= offset < each.end), None)
    return Span(offset, min(block.end, offset + 120) if block is not None else offset + 1)
