"""Cards: evidence cut from a source, or pasted with its cite; marks are layers over words that never change."""

from dataclasses import replace

from debateprep.domain import folding, integrity, pasting
from debateprep.domain.article import Span, paragraph_at
from debateprep.domain.changes import Changes
from debateprep.domain.marks import normalise
from debateprep.domain.model import Card, Mark, MarkLayer, Position
from debateprep.services import positions, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library


def cut(library: Library, source_id: int, span: Span, tag: str, *, topic_id: int | None = None) -> Changes:
    """Cut a card from a source's words at `span`; raise ServiceError outside its text."""
    with library.edit("Cut card") as edit:
        make(edit, source_id, span, tag, topic_id=topic_id)
    return edit.changes


def cut_position(library: Library, position_id: int, tag: str = "") -> Changes:
    """Cut a card from a kept position's words; its statement is the tag unless another is given."""
    with library.edit("Cut card") as edit:
        position = edit.get(Position, position_id)
        if position.span is None:
            raise ServiceError("This position is not anchored in a text yet; bring the article in first.")
        make(
            edit,
            position.source_id,
            position.span,
            tag or position.statement,
            topic_id=position.topic_id,
            position_id=position.id,
        )
    return edit.changes


def make(
    edit: Edit,
    source_id: int,
    span: Span,
    tag: str,
    *,
    topic_id: int | None = None,
    position_id: int | None = None,
    layers: tuple[MarkLayer, ...] = (MarkLayer(),),
) -> Card:
    """Cut a card within an edit and return it."""
    text = positions.text_of(edit, source_id)
    quote = span.of(text.text)
    if span.end > len(text.text) or not quote.strip():
        raise ServiceError("There are no words at that place of the source.")
    return edit.add(
        Card(
            tag=tag,
            quote=quote,
            source_id=source_id,
            topic_id=topic_id,
            position_id=position_id,
            paragraph=paragraph_at(text.blocks, span.start),
            span=span,
            layers=layers,
        )
    )


def paste(library: Library, tag: str, cite: str, quote: str, *, topic_id: int | None = None) -> Changes:
    """Keep a card from elsewhere, with its cite as given; it has no source text to be checked against."""
    if not quote.strip():
        raise ServiceError("A card needs the words it quotes.")
    with library.edit("Add card") as edit:
        edit.add(Card(tag=tag, cite=cite, quote=quote, topic_id=topic_id))
    return edit.changes


def paste_box(library: Library, text: str, *, topic_id: int | None = None, tag: str = "") -> Changes:
    """Keep a card pasted in one box, split by `pasting.split`; it has no source text to be checked against.

    `tag` is taken instead of the one found. Raise ServiceError when there are no words to quote.
    """
    found = pasting.split(text)
    return paste(
        library, tag or found.said(found.tag), found.said(found.cite), found.said(found.quote), topic_id=topic_id
    )


def attach(library: Library, number: int, source_id: int) -> Changes:
    """Anchor a card from elsewhere in a source of the library that has its words.

    The words become the source's own where they differ in blanks or kinds of quotation marks only, and the marks
    stay on the same words. Raise ServiceError when they do not stand there, or stand there more than once.
    """
    with library.edit("Attach card to source") as edit:
        card = edit.get(Card, number)
        text = positions.text_of(edit, source_id)
        places = integrity.find(card.quote, text.text)
        if len(places) != 1:
            where = "do not stand" if not places else f"stand {len(places)} times"
            raise ServiceError(f"The words of this card {where} in that source, so it was left as it is.")
        (place,) = places
        edit.put(
            replace(
                card,
                source_id=source_id,
                span=place,
                quote=place.of(text.text),
                paragraph=paragraph_at(text.blocks, place.start),
                layers=_carried(card, place.of(text.text)),
            )
        )
    return edit.changes


def _carried(card: Card, quote: str) -> tuple[MarkLayer, ...]:
    """Return a card's layers over the same words as the source spells them."""
    if quote == card.quote:
        return card.layers
    old, new = folding.fold(card.quote), folding.fold(quote)

    def moved(mark: Mark) -> Mark:
        first, last = old.folded_at(mark.start), old.folded_at(mark.end)
        return replace(mark, start=new.origin(first), end=new.origin_end(last))

    return tuple(
        replace(layer, marks=normalise((moved(mark) for mark in layer.marks), len(quote))) for layer in card.layers
    )


def change(
    library: Library, number: int, *, tag: str | None = None, cite: str | None = None, merge: str = ""
) -> Changes:
    """Change a card's tag or cite, never its words; edits with the same `merge` key become one step."""
    fields = {name: value for name, value in (("tag", tag), ("cite", cite)) if value is not None}
    with library.edit("Edit card", merge=merge) as edit:
        edit.put(replace(edit.get(Card, number), **fields))  # type: ignore[arg-type]
    return edit.changes


def set_marks(library: Library, number: int, marks: tuple[Mark, ...], layer: int = 0) -> Changes:
    """Set the marks of one layer; raise ServiceError when one lies outside the card's words."""
    with library.edit("Mark card") as edit:
        card = edit.get(Card, number)
        if any(not 0 <= mark.start < mark.end <= len(card.quote) for mark in marks):
            raise ServiceError("A mark lies outside the card's words.")
        layers = list(card.layers or (MarkLayer(),))
        layers[layer] = replace(layers[layer], marks=normalise(marks, len(card.quote)))
        edit.put(replace(card, layers=tuple(layers)))
    return edit.changes


def listed(library: Library, *, topic_id: int | None = None) -> list[Card]:
    """Return the cards of a topic, or all."""
    with library.read() as reader:
        return reader.all(Card, **({"topic_id": topic_id} if topic_id else {}))


def remove(library: Library, number: int) -> Changes:
    """Move a card to the trash with the supports that rest on it."""
    return trash.put(library, Card, number)
