"""What can be done with a card: each an edit of the library off the GUI thread, and one step of its history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from debateprep.domain.article import Span
from debateprep.domain.changes import Changes
from debateprep.domain.model import Card, Source, SourceText
from debateprep.domain.terms import MarkKind, Side
from debateprep.gui.background import Job
from debateprep.gui.later import later
from debateprep.gui.workspace import Workspace

if TYPE_CHECKING:
    import html

    from debateprep.domain import integrity as rules
    from debateprep.domain.citation_styles import CiteStyle, DebateCite
    from debateprep.services import arguments, briefs, cards, citations, marking, sources
    from debateprep.storage.library import Library
else:
    html = later("html")
    rules = later("debateprep.domain.integrity")
    arguments, briefs, cards = (later(f"debateprep.services.{name}") for name in ("arguments", "briefs", "cards"))
    citations, marking, sources = (later(f"debateprep.services.{name}") for name in ("citations", "marking", "sources"))


class CardsDesk(QObject):
    """Edits cards for a page. `made` carries the id of a card that was added."""

    made = Signal(int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def edit(self, work: Callable[[Library], Any], done: Callable[[Any], None] | None = None) -> Job:
        """Run an edit; its failure is told in a notice."""
        return self._workspace.edit(self, work, done)

    # Marks

    def toggle(self, card: int, span: Span, kind: MarkKind, value: str, layer: int) -> Job:
        """Mark words, or take the kind away where they all bear it."""
        return self.edit(lambda library: marking.toggle(library, card, span, kind, value, layer=layer))

    def paint(self, card: int, span: Span, kind: MarkKind, value: str, layer: int) -> Job:
        """Mark words, as the brush does."""
        return self.edit(lambda library: marking.paint(library, card, span, kind, value, layer=layer))

    def erase(self, card: int, span: Span, layer: int) -> Job:
        """Take every mark away from words."""
        return self.edit(lambda library: marking.erase(library, card, span, layer=layer))

    def take_suggestion(self, card: int, layer: int) -> Job:
        """Underline what the tag suggests."""
        return self.edit(lambda library: marking.underline_suggested(library, card, layer=layer))

    # Layers and tags

    def add_layer(self, card: int, name: str, copied: int | None) -> Job:
        """Add a layer, empty or a copy, and show it."""
        return self.edit(lambda library: marking.add_layer(library, card, name, copied=copied))

    def show_layer(self, card: int, layer: int) -> Job:
        """Show another layer."""
        return self.edit(lambda library: marking.show_layer(library, card, layer))

    def rename_layer(self, card: int, layer: int, name: str) -> Job:
        """Rename a layer."""
        return self.edit(lambda library: marking.rename_layer(library, card, layer, name))

    def remove_layer(self, card: int, layer: int) -> Job:
        """Delete a layer with its marks."""
        return self.edit(lambda library: marking.remove_layer(library, card, layer))

    def add_tag(self, card: int, tag: str) -> Job:
        """Give a card one more tag."""
        return self.edit(lambda library: marking.add_tag(library, card, tag))

    def choose_tag(self, card: int, index: int) -> Job:
        """Show another of a card's tags."""
        return self.edit(lambda library: marking.choose_tag(library, card, index))

    def remove_tag(self, card: int, index: int) -> Job:
        """Take one of a card's other tags away."""
        return self.edit(lambda library: marking.remove_tag(library, card, index))

    def change(self, card: int, merge: str = "", **words: str) -> Job:
        """Change a card's tag or cite."""
        return self.edit(lambda library: cards.change(library, card, merge=merge, **words))

    def change_source(self, source: int, fields: dict[str, object]) -> Job:
        """Change what is known about a card's source."""
        return self.edit(lambda library: sources.change(library, source, **fields))

    # Cards and briefs

    def paste(self, tag: str, cite: str, quote: str) -> Job:
        """Keep a card from elsewhere."""
        topic = self._workspace.topic_id or None
        return self.edit(lambda library: cards.paste(library, tag, cite, quote, topic_id=topic), self._on_made)

    def _on_made(self, changes: Changes) -> None:
        self.made.emit(changes.new(Card))

    def remove(self, card: int) -> Job:
        """Move a card to the trash."""
        return self.edit(lambda library: cards.remove(library, card))

    def support(self, card: int, argument: int) -> Job:
        """Let an argument rest on a card."""

        def told(_changes: Changes) -> None:
            self._workspace.notice.emit(self.tr("The argument rests on this card now."))

        return self.edit(lambda library: arguments.support(library, argument, card_id=card), told)

    def make_argument(self, card: int, side: Side) -> Job:
        """Make an argument of a card, at the end of its side's case."""
        topic, first = self._workspace.topic_id, self.tr("Case")

        def told(_changes: Changes) -> None:
            self._workspace.notice.emit(self.tr("The card's tag is an argument of the brief now."))

        return self.edit(lambda library: briefs.argue_from_card(library, card, topic, side, first), told)

    def attach(self, card: int, source: int) -> Job:
        """Anchor a card from elsewhere in a source that has its words."""

        def told(_changes: Changes) -> None:
            self._workspace.notice.emit(self.tr("The card is anchored in its source now."))

        return self.edit(lambda library: cards.attach(library, card, source), told)

    # Questions

    def find_homes(self, card: Card, done: Callable[[list[tuple[int, str]]], None]) -> Job:
        """Find the sources in which a card's words stand once, as pairs of id and title."""
        return self._workspace.read(self, lambda library: _homes(library, card), done)

    def cite(self, source: Source, style: CiteStyle, debate: DebateCite) -> tuple[str, str]:
        """Return a source's entry in a style, as plain text and as HTML."""
        found = citations.cited(source, style, debate)
        return found.text, html_of(found)


def _homes(library: Library, card: Card) -> list[tuple[int, str]]:
    with library.read() as reader:
        titles = {each.id: each.title for each in reader.all(Source)}
        texts = reader.all(SourceText)
    return [
        (text.source_id, titles.get(text.source_id, ""))
        for text in texts
        if text.source_id in titles and len(rules.find(card.quote, text.text)) == 1
    ]


def html_of(found: citations.Cited) -> str:
    """Return an entry with its italics, for other programs."""
    return "".join(f"<i>{html.escape(run.text)}</i>" if run.italic else html.escape(run.text) for run in found.runs)
