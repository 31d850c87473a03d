"""Links between the positions of a source: which reason stands under which claim; offered by rules, set by the user."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from debateprep.domain.article import Suggestion
from debateprep.domain.changes import Changes
from debateprep.domain.model import Position, PositionLink
from debateprep.domain.terms import PositionStatus
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library


@dataclass(frozen=True, slots=True)
class LinkOffer:
    """The number of the suggestion that another stands under, and why in plain words."""

    under: int
    why: str


def offers(found: Sequence[Suggestion]) -> dict[int, LinkOffer]:
    """Return which suggestion stands under which, by their numbers in the ranking (from 1)."""
    numbers = {each.span: number for number, each in enumerate(found, 1)}
    return {
        number: LinkOffer(numbers[each.under], each.under_why)
        for number, each in enumerate(found, 1)
        if each.under is not None and each.under in numbers
    }


def of_source(library: Library, source_id: int) -> dict[int, int]:
    """Return the links of a source's kept positions: the id of each that supports, and of the one it stands under."""
    with library.read() as reader:
        kept = _kept(reader, source_id)
        found = _links(reader, kept)
    return {number: link.under_id for number, link in found.items() if link.under_id in kept}


def link(library: Library, position_id: int, under_id: int) -> Changes:
    """Put a position under another of the same source, in place of where it stood.

    Raise ServiceError for itself, for another source's, and for one that stands under it already.
    """
    with library.edit("Link positions") as edit:
        _set(edit, edit.get(Position, position_id), edit.get(Position, under_id))
    return edit.changes


def unlink(library: Library, position_id: int) -> Changes:
    """Let a position stand under none."""
    with library.edit("Unlink position") as edit:
        edit.get(Position, position_id)
        for each in edit.all(PositionLink, position_id=position_id):
            edit.trash(PositionLink, each.id)
    return edit.changes


def tie(edit: Edit, source_id: int, found: Iterable[Suggestion], offered: Iterable[Suggestion]) -> None:
    """Link the suggestions `found` that were just kept, within an edit, where both ends are kept.

    A link that stands already is left, and so is a position kept earlier that the user set free: only ends among
    `found` are tied.
    """
    kept = {each.span: each for each in _kept(edit, source_id).values() if each.span is not None}
    linked = _links(edit, {each.id: each for each in kept.values()})
    fresh = {each.span for each in found}
    for each in offered:
        if each.under is None or each.span not in kept or each.under not in kept:
            continue
        if kept[each.span].id not in linked and fresh.intersection((each.span, each.under)):
            _set(edit, kept[each.span], kept[each.under])


def _kept(reader: Reader, source_id: int) -> dict[int, Position]:
    return {each.id: each for each in reader.all(Position, source_id=source_id, status=PositionStatus.KEPT.value)}


def _links(reader: Reader, positions: Mapping[int, Position]) -> dict[int, PositionLink]:
    return {each.position_id: each for each in reader.all(PositionLink, position_id=set(positions))}


def _set(edit: Edit, position: Position, under: Position) -> None:
    if position.source_id != under.source_id:
        raise ServiceError("Both positions must come from the same source; link them through an argument instead.")
    above = {each.position_id: each for each in edit.all(PositionLink)}
    place: int | None = under.id
    while place is not None:
        if place == position.id:
            raise ServiceError("A position cannot stand under itself, nor under one that rests on it; choose another.")
        place = above[place].under_id if place in above else None
    old = above.get(position.id)
    if old is not None and old.under_id == under.id:
        return
    if old is not None:
        edit.trash(PositionLink, old.id)
    edit.add(PositionLink(position_id=position.id, under_id=under.id))
