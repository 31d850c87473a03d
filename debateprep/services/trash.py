"""Into the trash and out of it: what goes with a thing, and what comes back with it."""

from debateprep.domain.changes import Changes, Trashed
from debateprep.domain.model import (
    Answer,
    Argument,
    Brief,
    Card,
    Item,
    Label,
    LabelLink,
    Position,
    PositionLink,
    Section,
    Source,
    SourceText,
    Support,
    Thing,
    Topic,
)
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library

# What goes to the trash with a thing: the things that mean nothing without it. Evidence never goes with a brief.
_GOES_WITH: dict[type[Thing], tuple[tuple[type[Thing], str], ...]] = {
    Topic: ((Brief, "topic_id"), (Argument, "topic_id"), (Position, "topic_id")),
    Source: ((SourceText, "source_id"), (Position, "source_id")),
    Position: ((Support, "position_id"), (PositionLink, "position_id"), (PositionLink, "under_id")),
    Card: ((Support, "card_id"), (Item, "card_id")),
    Argument: (
        (Support, "argument_id"),
        (Answer, "answering_id"),
        (Answer, "target_id"),
        (Item, "argument_id"),
    ),
    Answer: ((Item, "answer_id"),),
    Brief: ((Section, "brief_id"),),
    Section: ((Section, "parent_id"), (Item, "section_id")),
    Label: ((LabelLink, "label_id"),),
}

_KINDS: dict[str, type[Thing]] = {
    thing.__name__.casefold(): thing
    for thing in (Topic, Source, Position, Card, Argument, Support, Answer, Brief, Section, Item, Label)
}


def kind(name: str) -> type[Thing]:
    """Return the type by its name in lower case; raise ServiceError for another word."""
    try:
        return _KINDS[name]
    except KeyError:
        raise ServiceError(f"There is no kind of thing called “{name}”; there are {', '.join(_KINDS)}.") from None


def move(edit: Edit, thing: type[Thing], number: int) -> None:
    """Move a thing to the trash within an edit, with all that means nothing without it."""
    edit.trash(thing, number)
    for other, column in _GOES_WITH.get(thing, ()):
        for each in edit.all(other, **{column: number}):
            # A thing reached by two ways has gone already.
            if edit.deleted_at(other, each.id) is None:
                move(edit, other, each.id)


def put(library: Library, thing: type[Thing], number: int) -> Changes:
    """Move a thing to the trash; one step."""
    with library.edit(f"Move {thing.__name__.casefold()} to trash") as edit:
        move(edit, thing, number)
    return edit.changes


def restore(library: Library, thing: type[Thing], number: int) -> Changes:
    """Take a thing out of the trash with all that went with it; raise ServiceError when it is not there."""
    with library.edit(f"Restore {thing.__name__.casefold()}") as edit:
        edit.get(thing, number, trashed=True)
        at = edit.deleted_at(thing, number)
        if at is None:
            raise ServiceError(f"The {thing.__name__.casefold()} {number} is not in the trash.")
        _bring_back(edit, thing, number, at)
    return edit.changes


def _bring_back(edit: Edit, thing: type[Thing], number: int, at: str) -> None:
    if thing is Answer and not _holds(edit, number):
        raise ServiceError("Both arguments are on the same side now, so neither can answer the other.")
    # All that the same step threw away comes back: it went with this thing, or this went with it.
    for other, each in edit.trashed_with(at):
        if other is not Answer or _holds(edit, each):
            edit.restore(other, each)
    if edit.deleted_at(thing, number) is not None:
        edit.restore(thing, number)


def _holds(edit: Edit, number: int) -> bool:
    """Tell whether an answer still stands between opposite sides; an argument may have switched meanwhile."""
    link = edit.get(Answer, number, trashed=True)
    ends = [edit.get(Argument, each, trashed=True) for each in (link.answering_id, link.target_id)]
    return ends[0].side is ends[1].side.other


def content(library: Library) -> list[Trashed]:
    """Return what lies in the trash, newest first."""
    with library.read() as reader:
        return reader.trashed()
