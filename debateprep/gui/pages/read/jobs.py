"""What the Read page asks of the library, each a plain function for the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from debateprep.domain.article import Span
from debateprep.domain.changes import Changes
from debateprep.domain.terms import BlockKind, Side
from debateprep.gui.later import later
from debateprep.gui.pages.read.state import ReadState, Snapshot

if TYPE_CHECKING:
    from debateprep.services import cards, links, positions, sources
    from debateprep.services.positions import Suggested
    from debateprep.storage.library import Library
else:
    cards, links, positions, sources = (
        later(f"debateprep.services.{name}") for name in ("cards", "links", "positions", "sources")
    )


def load(state: ReadState, topic_id: int, wanted: int, library: Library) -> tuple[Snapshot, list[Suggested] | None]:
    """Return what the page shows of a source, with the suggestions where they are known already."""
    snapshot = state.load(library, topic_id, wanted)
    return snapshot, state.known_suggestions(snapshot)


def suggest(state: ReadState, snapshot: Snapshot, library: Library) -> list[Suggested]:
    """Return the suggestions of the source in view."""
    return state.suggestions(library, snapshot)


def keep(source: int, numbers: list[int], topic: int | None, side: Side, library: Library) -> Changes:
    """Keep suggestions by their numbers."""
    return positions.keep(library, source, numbers, topic_id=topic, side=side)


def dismiss(source: int, numbers: list[int], library: Library) -> Changes:
    """Dismiss suggestions by their numbers."""
    return positions.dismiss(library, source, numbers)


def change_position(number: int, fields: dict[str, Any], library: Library) -> Changes:
    """Change what the user may say of a position."""
    return positions.change(library, number, **fields)


def link_positions(number: int, under: int, library: Library) -> Changes:
    """Put a position under another, or under none (0)."""
    return links.link(library, number, under) if under else links.unlink(library, number)


def remove_position(number: int, library: Library) -> Changes:
    """Move a position to the trash."""
    return positions.remove(library, number)


def cut_position(number: int, library: Library) -> Changes:
    """Cut a card from a position's words."""
    return cards.cut_position(library, number)


def cut(source: int, span: Span, tag: str, topic: int | None, library: Library) -> Changes:
    """Cut a card from words of the source."""
    return cards.cut(library, source, span, tag, topic_id=topic)


def mark(source: int, span: Span, topic: int | None, side: Side, library: Library) -> Changes:
    """Keep words of the source as a position."""
    return positions.mark(library, source, span, topic_id=topic, side=side)


def change_source(source: int, fields: dict[str, object], library: Library) -> Changes:
    """Change what is known about a source."""
    return sources.change(library, source, **fields)


def remove_source(source: int, library: Library) -> Changes:
    """Move a source to the trash."""
    return sources.remove(library, source)


def correct_block(source: int, index: int, kind: BlockKind | None, struck: bool | None, library: Library) -> Changes:
    """Correct what a block is, or whether it counts."""
    return sources.correct_block(library, source, index, kind=kind, struck=struck)
