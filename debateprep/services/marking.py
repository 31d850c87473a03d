"""Marking cards: paint, erase and keep several layers over words that never change; each action is one step."""

from collections.abc import Callable
from dataclasses import replace

from debateprep.domain import layers, marks, underlining
from debateprep.domain.article import Span
from debateprep.domain.changes import Changes
from debateprep.domain.marks import Marks
from debateprep.domain.model import Card
from debateprep.domain.terms import MarkKind
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library


def paint(
    library: Library,
    number: int,
    span: Span,
    kind: MarkKind,
    value: str = "",
    *,
    layer: int | None = None,
    merge: str = "",
) -> Changes:
    """Mark a range of a card's words; strokes with the same `merge` key become one step.

    Without a layer, here and below, the one that is shown is marked.
    """
    return _mark(library, number, kind.value.capitalize(), layer, merge, _painter(span, kind, value))


def toggle(
    library: Library,
    number: int,
    span: Span,
    kind: MarkKind,
    value: str = "",
    *,
    layer: int | None = None,
    merge: str = "",
) -> Changes:
    """Mark a range, or take the kind away where the whole range bears it already."""

    def change(found: Marks, length: int) -> Marks:
        return marks.toggle(found, length, span.start, span.end, kind, value)

    return _mark(library, number, kind.value.capitalize(), layer, merge, change, span)


def erase(
    library: Library,
    number: int,
    span: Span,
    kind: MarkKind | None = None,
    *,
    layer: int | None = None,
    merge: str = "",
) -> Changes:
    """Take marks of a kind, or all, away from a range."""

    def change(found: Marks, length: int) -> Marks:
        return marks.remove(found, length, span.start, span.end, kind)

    return _mark(library, number, f"Remove {kind.value}" if kind else "Clear marks", layer, merge, change)


def clear(library: Library, number: int, *, layer: int | None = None) -> Changes:
    """Take every mark of a layer away."""
    return _mark(library, number, "Clear marks", layer, "", lambda _found, _length: ())


def put(
    library: Library, number: int, found: Marks, *, step: str = "Mark card", layer: int | None = None, merge: str = ""
) -> Changes:
    """Store the marks of a layer as the window has painted them, tidied and clipped to the card's words."""
    return _mark(library, number, step, layer, merge, lambda _found, _length: found)


def suggested(card: Card) -> tuple[Span, ...]:
    """Return what the tag's words suggest to underline."""
    return underlining.suggest(card.tag, card.quote)


def underline_suggested(library: Library, number: int, *, layer: int | None = None) -> Changes:
    """Underline what the tag's words suggest, as one step; raise ServiceError when they suggest nothing."""
    with library.read() as reader:
        spans = suggested(reader.get(Card, number))
    if not spans:
        raise ServiceError("No clause of this card shares a word with its tag, so there is nothing to suggest.")

    def change(found: Marks, length: int) -> Marks:
        for span in spans:
            found = marks.paint(found, length, span.start, span.end, MarkKind.UNDERLINE)
        return found

    return _mark(library, number, "Underline as suggested", layer, "", change)


def _painter(span: Span, kind: MarkKind, value: str) -> Callable[[Marks, int], Marks]:
    return lambda found, length: marks.paint(found, length, span.start, span.end, kind, value)


def _mark(
    library: Library,
    number: int,
    step: str,
    layer: int | None,
    merge: str,
    change: Callable[[Marks, int], Marks],
    within: Span | None = None,
) -> Changes:
    with library.edit(step, merge=merge) as edit:
        card = edit.get(Card, number)
        if within is not None and within.start >= len(card.quote):
            raise ServiceError("There are no words at that place of the card.")
        index = _layer(card, layer)
        edit.put(layers.marked(card, index, change(layers.of(card)[index].marks, len(card.quote))))
    return edit.changes


def _layer(card: Card, wanted: int | None) -> int:
    index = card.shown_layer if wanted is None else wanted
    if not 0 <= index < len(layers.of(card)):
        raise ServiceError(f"This card has no layer {index + 1}; it has {len(layers.of(card))}.")
    return index


# Layers


def add_layer(library: Library, number: int, name: str, *, copied: int | None = None) -> Changes:
    """Add a layer, empty or as a copy of another, and show it."""
    step = "Add layer" if copied is None else "Copy layer"
    return _layered(
        library, number, step, lambda card: layers.added(card, name, None if copied is None else _layer(card, copied))
    )


def rename_layer(library: Library, number: int, layer: int, name: str, *, merge: str = "") -> Changes:
    """Rename a layer; raise ServiceError without a name."""
    if not name.strip():
        raise ServiceError("A layer needs a name.")
    return _layered(
        library, number, "Rename layer", lambda card: layers.renamed(card, _layer(card, layer), name), merge
    )


def remove_layer(library: Library, number: int, layer: int) -> Changes:
    """Delete a layer with its marks; a card keeps at least an empty one."""
    return _layered(library, number, "Delete layer", lambda card: layers.removed(card, _layer(card, layer)))


def show_layer(library: Library, number: int, layer: int) -> Changes:
    """Choose the layer that is shown and printed."""
    return _layered(library, number, "Show layer", lambda card: layers.shown(card, _layer(card, layer)))


def _layered(library: Library, number: int, step: str, change: Callable[[Card], Card], merge: str = "") -> Changes:
    with library.edit(step, merge=merge) as edit:
        edit.put(change(edit.get(Card, number)))
    return edit.changes


# Tags


def add_tag(library: Library, number: int, tag: str) -> Changes:
    """Give a card one more tag; one it has already is not added again."""
    if not tag.strip():
        raise ServiceError("A tag needs words.")
    with library.edit("Add tag") as edit:
        card = edit.get(Card, number)
        if not card.tag.strip():
            edit.put(replace(card, tag=tag))
        elif tag not in card.tags:
            edit.put(replace(card, other_tags=(*card.other_tags, tag)))
    return edit.changes


def choose_tag(library: Library, number: int, index: int) -> Changes:
    """Show another of a card's tags (1 is the first of the others); the one shown before stays among them."""
    with library.edit("Choose tag") as edit:
        card = edit.get(Card, number)
        others = list(card.other_tags)
        _check_tag(card, index)
        others[index - 1], shown = card.tag, others[index - 1]
        edit.put(replace(card, tag=shown, other_tags=tuple(others)))
    return edit.changes


def remove_tag(library: Library, number: int, index: int) -> Changes:
    """Take one of the other tags away (1 is the first)."""
    with library.edit("Remove tag") as edit:
        card = edit.get(Card, number)
        _check_tag(card, index)
        edit.put(replace(card, other_tags=card.other_tags[: index - 1] + card.other_tags[index:]))
    return edit.changes


def _check_tag(card: Card, index: int) -> None:
    if not 1 <= index <= len(card.other_tags):
        raise ServiceError(f"This card has no other tag {index}; it has {len(card.other_tags)}.")
