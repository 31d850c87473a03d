"""Into the trash and out of it: what goes with a thing, and what comes back with it."""

from debateprep.domain.changes import Changes, Trashed
from debateprep.domain.model import (
    Answer,
    Argument,
    Brief,
    Card,
    Heard,
    Item,
    Label,
    LabelLink,
    Line,
    OwnFormat,
    Position,
    PositionLink,
    Question,
    Round,
    SavedFilter,
    Section,
    Source,
    SourceText,
    Support,
    Thing,
    Topic,
)
from debateprep.services import restoring
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library

# What goes to the trash with a thing: the things that mean nothing without it. Evidence never goes with a brief.
_GOES_WITH: dict[type[Thing], tuple[tuple[type[Thing], str], ...]] = {
    Topic: (
        (Brief, "topic_id"),
        (Argument, "topic_id"),
        (Position, "topic_id"),
        (Round, "topic_id"),
        (SavedFilter, "topic_id"),
    ),
    Source: ((SourceText, "source_id"), (Position, "source_id")),
    Position: ((Support, "position_id"), (PositionLink, "position_id"), (PositionLink, "under_id")),
    Card: ((Support, "card_id"), (Item, "card_id")),
    Argument: (
        (Support, "argument_id"),
        (Answer, "answering_id"),
        (Answer, "target_id"),
        (Item, "argument_id"),
        (Question, "argument_id"),
        (Line, "argument_id"),
        (Heard, "argument_id"),
    ),
    Round: ((Heard, "round_id"),),
    Answer: ((Item, "answer_id"),),
    Brief: ((Section, "brief_id"),),
    Section: ((Section, "parent_id"), (Item, "section_id")),
    Label: ((LabelLink, "label_id"),),
}

_KINDS: dict[str, type[Thing]] = {
    thing.__name__.casefold(): thing
    for thing in (
        *(Topic, Source, Position, Card, Argument, Support, Answer, Brief, Section, Item),
        *(Question, Line, Round, Heard, SavedFilter, OwnFormat, Label),
    )
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
    """Take a thing out of the trash with all that went with it, whatever was done since.

    What it stands in comes back too when it went later. An answer that would no longer be right, and a place in a
    brief that changed sides, stay in the trash; `Changes.notes` says so. Raise ServiceError when the thing is not in
    the trash, or is such an answer or place itself.
    """
    with library.edit(f"Restore {thing.__name__.casefold()}") as edit:
        edit.get(thing, number, trashed=True)
        at = edit.deleted_at(thing, number)
        if at is None:
            raise ServiceError(f"The {thing.__name__.casefold()} {number} is not in the trash.")
        restoring.bring_back(edit, thing, number, at)
    return edit.changes


def content(library: Library) -> list[Trashed]:
    """Return what lies in the trash, newest first."""
    with library.read() as reader:
        return reader.trashed()
