"""Labels, status, strength, and the filters that are kept: how a topic's arguments are sorted and chosen."""

from collections.abc import Container, Sequence
from dataclasses import replace

from debateprep.domain import filters
from debateprep.domain.changes import Changes
from debateprep.domain.filters import Filter
from debateprep.domain.labels import LabelColour, by_name, fresh_colour
from debateprep.domain.model import Argument, Label, LabelLink, SavedFilter, Thing
from debateprep.domain.terms import ArgumentStatus
from debateprep.services import trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library


def rate(
    library: Library,
    argument_ids: Sequence[int],
    *,
    status: ArgumentStatus | None = None,
    strength: int | None = None,
) -> Changes:
    """Set how far arguments are, and how strong (1 to 5, 0 for unrated); one step for all of them."""
    if strength is not None and strength not in range(filters.STRONGEST + 1):
        raise ServiceError(f"Strength goes from 1 to {filters.STRONGEST}, or 0 for none.")
    with library.edit("Rate arguments") as edit:
        for number in argument_ids:
            old = edit.get(Argument, number)
            rated = old.strength if strength is None else strength
            edit.put(replace(old, status=status or old.status, strength=rated))
    return edit.changes


def labels(reader: Reader) -> list[Label]:
    """Return every label, by name."""
    return list(by_name(reader.all(Label)))


def labels_on(reader: Reader, kind: str, own: Container[int]) -> dict[int, tuple[Label, ...]]:
    """Return the labels of things of a kind, by their ids, each thing's by name; what has none is left out."""
    known = {label.id: label for label in reader.all(Label)}
    found: dict[int, set[Label]] = {}
    for link in reader.all(LabelLink, kind=kind):
        if link.target_id in own and link.label_id in known:
            found.setdefault(link.target_id, set()).add(known[link.label_id])
    return {number: by_name(some) for number, some in found.items()}


def make_label(library: Library, name: str, *, colour: str = "") -> Changes:
    """Add a label that nothing has yet; raise ServiceError when there is one of that name."""
    with library.edit("New label") as edit:
        other = find_label(edit, name)
        if other is not None:
            raise ServiceError(f"There is a label “{other.name}” already.")
        _make(edit, name, colour)
    return edit.changes


def _make(edit: Edit, name: str, colour: str) -> Label:
    chosen = _colour(colour) if colour else fresh_colour(edit.all(Label))
    return edit.add(Label(name=_named(name), colour=chosen.value))


def _colour(name: str) -> LabelColour:
    try:
        return LabelColour(name)
    except ValueError:
        raise ServiceError(f"A label cannot be “{name}”; its colour is one of {', '.join(LabelColour)}.") from None


def add_label(library: Library, name: str, things: Sequence[tuple[str, int]], *, colour: str = "") -> Changes:
    """Put a label on things, named by kind and id; where there is none of that name, one is made.

    Without a colour a new one has the colour that the fewest labels have.
    """
    with library.edit("Label") as edit:
        label = find_label(edit, name) or _make(edit, name, colour)
        for kind, number in things:
            edit.get(trash.kind(kind), number)
            if edit.first(LabelLink, label_id=label.id, kind=kind, target_id=number) is None:
                edit.add(LabelLink(label_id=label.id, kind=kind, target_id=number))
    return edit.changes


def remove_label(library: Library, name: str, things: Sequence[tuple[str, int]]) -> Changes:
    """Take a label off things; it stays for others."""
    with library.edit("Take label off") as edit:
        label = _known(edit, name)
        for kind, number in things:
            for link in edit.all(LabelLink, label_id=label.id, kind=kind, target_id=number):
                edit.trash(LabelLink, link.id)
    return edit.changes


def change_label(library: Library, name: str, *, new_name: str | None = None, colour: str | None = None) -> Changes:
    """Rename a label everywhere, filters that ask for it too, or give it another colour.

    Raise ServiceError when the new name is another's, or there is no such colour.
    """
    with library.edit("Edit label") as edit:
        label = _known(edit, name)
        if new_name is not None:
            other = find_label(edit, new_name)
            if other is not None and other.id != label.id:
                raise ServiceError(f"There is a label “{other.name}” already.")
        named = label.name if new_name is None else _named(new_name)
        edit.put(replace(label, name=named, colour=label.colour if colour is None else _colour(colour).value))
        if named != label.name:
            _rename_in_filters(edit, label.name, named)
    return edit.changes


def _rename_in_filters(edit: Edit, old: str, new: str) -> None:
    for each in edit.all(SavedFilter):
        renamed = tuple(("labels", new) if pair == ("labels", old) else pair for pair in each.terms)
        if renamed != each.terms:
            edit.put(replace(each, terms=renamed))


def delete_label(library: Library, name: str) -> Changes:
    """Move a label to the trash, off everything that has it; `Changes.notes` tells of how much."""
    with library.edit("Move label to trash") as edit:
        label = _known(edit, name)
        many = len(labelled(edit, label.name))
        trash.move(edit, Label, label.id)
        on = "nothing had it" if not many else "it was on 1 thing" if many == 1 else f"it was on {many} things"
        edit.notes.append(f"The label “{label.name}” is in the trash; {on}.")
    return edit.changes


def _named(name: str) -> str:
    if not name.strip():
        raise ServiceError("A label needs a name.")
    return " ".join(name.split())


def find_label(reader: Reader, name: str) -> Label | None:
    """Return the label of that name, however it is written in large and small letters, or None."""
    wanted = " ".join(name.split()).casefold()
    return next((each for each in reader.all(Label) if each.name.casefold() == wanted), None)


def _known(edit: Edit, name: str) -> Label:
    label = find_label(edit, name)
    if label is None:
        raise ServiceError(f"There is no label “{name}”.")
    return label


def labelled(reader: Reader, name: str) -> list[tuple[type[Thing], int]]:
    """Return the live things that have a label; what lies in the trash keeps its labels, and is not among them."""
    label = find_label(reader, name)
    numbers: dict[str, set[int]] = {}
    for link in reader.all(LabelLink, label_id=label.id) if label else ():
        numbers.setdefault(link.kind, set()).add(link.target_id)
    return [
        (trash.kind(kind), each.id) for kind, some in numbers.items() for each in reader.all(trash.kind(kind), id=some)
    ]


# Saved filters


OF_CARDS = ("of", "cards")
"""The pair of words by which a kept filter says that it chooses cards, not arguments."""


def saved(reader: Reader, topic_id: int, *, of_cards: bool = False) -> list[SavedFilter]:
    """Return the filters kept for a topic and for all, by name: those that choose arguments, or those of cards."""
    found = reader.all(SavedFilter, topic_id=topic_id) + reader.all(SavedFilter, topic_id=None)
    return sorted((each for each in found if _of_cards(each) is of_cards), key=lambda each: each.name.casefold())


def _of_cards(kept: SavedFilter) -> bool:
    return OF_CARDS in kept.terms


def find(reader: Reader, topic_id: int, name: str) -> Filter:
    """Return a kept filter by its name; raise ServiceError when there is none."""
    for each in saved(reader, topic_id):
        if each.name.casefold() == name.strip().casefold():
            return filters.of_terms(each.terms)
    raise ServiceError(f"There is no saved filter “{name}” here.")


def save(library: Library, name: str, wanted: Filter, *, topic_id: int | None = None) -> Changes:
    """Keep a filter under a name, in place of the one that had it."""
    return _save(library, SavedFilter(name=name.strip(), topic_id=topic_id, terms=filters.terms(wanted)))


def save_of_cards(library: Library, name: str, terms: Sequence[tuple[str, str]], *, topic_id: int) -> Changes:
    """Keep what a topic's cards are filtered by under a name, in place of the one that had it."""
    said = (OF_CARDS, *terms) if terms else ()
    return _save(library, SavedFilter(name=name.strip(), topic_id=topic_id, terms=said))


def _save(library: Library, kept: SavedFilter) -> Changes:
    if not kept.name:
        raise ServiceError("A saved filter needs a name.")
    if not kept.terms:
        raise ServiceError("This filter asks for nothing; choose what it should show first.")
    with library.edit("Save filter") as edit:
        there = _namesakes(edit, kept, kept.name)
        if there:
            edit.put(replace(there[0], terms=kept.terms))
        else:
            edit.add(kept)
    return edit.changes


def _namesakes(reader: Reader, kept: SavedFilter, name: str) -> list[SavedFilter]:
    """Return the other filters of its kind and topic that have a name."""
    return [
        each
        for each in reader.all(SavedFilter, topic_id=kept.topic_id)
        if each.id != kept.id and _of_cards(each) is _of_cards(kept) and each.name.casefold() == name.casefold()
    ]


def rename(library: Library, number: int, name: str) -> Changes:
    """Give a kept filter another name; raise ServiceError when another one has it."""
    if not name.strip():
        raise ServiceError("A saved filter needs a name.")
    with library.edit("Rename filter") as edit:
        old = edit.get(SavedFilter, number)
        if _namesakes(edit, old, name.strip()):
            raise ServiceError(f"There is a saved filter “{name.strip()}” already.")
        edit.put(replace(old, name=name.strip()))
    return edit.changes


def forget(library: Library, number: int) -> Changes:
    """Move a kept filter to the trash."""
    return trash.put(library, SavedFilter, number)
