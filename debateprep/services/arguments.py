"""Arguments: one side's claims, what they rest on, and where they stand in a brief."""

import textwrap
from dataclasses import replace

from debateprep.domain import outline
from debateprep.domain.changes import Changes
from debateprep.domain.model import (
    Argument,
    Brief,
    Card,
    Item,
    LabelLink,
    Line,
    Position,
    Question,
    Section,
    Support,
)
from debateprep.domain.terms import ItemKind, Side, SupportKind
from debateprep.services import positions, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library


def add(
    library: Library,
    argument: Argument,
    *,
    section_id: int | None = None,
    index: int | None = None,
    merge: str = "",
) -> Changes:
    """Add an argument, at a place of a section when one is given (the end without an index)."""
    with library.edit("Add argument", merge=merge) as edit:
        make(edit, argument, section_id=section_id, index=index)
    return edit.changes


def make(edit: Edit, argument: Argument, *, section_id: int | None = None, index: int | None = None) -> Argument:
    """Add an argument within an edit and return it; raise ServiceError without a claim or a side."""
    if not argument.claim.strip():
        raise ServiceError("An argument needs a claim.")
    if argument.side is Side.NEITHER:
        raise ServiceError("An argument stands on the Pro or the Con side.")
    made = edit.add(argument)
    if section_id is not None:
        place(edit, made, section_id, index)
    return made


def place(edit: Edit, argument: Argument, section_id: int, index: int | None = None) -> Item:
    """Put a reference to an argument in a section of a brief of its own side, at the end without an index."""
    section = edit.get(Section, section_id)
    brief = edit.get(Brief, section.brief_id)
    if (brief.topic_id, brief.side) != (argument.topic_id, argument.side):
        raise ServiceError(f"That section is not in the {argument.side.label} brief of this topic.")
    there = edit.all(Item, section_id=section_id)
    rank = len(there)
    item = edit.add(Item(section_id=section_id, kind=ItemKind.ARGUMENT, argument_id=argument.id, rank=rank))
    if index is not None and index < rank:
        for each in outline.placed([*there, item], item, index):
            edit.put(each)
    return item


def copy(edit: Edit, argument: Argument, *, topic_id: int | None = None, side: Side | None = None) -> Argument:
    """Copy an argument within an edit, with what it rests on, its questions, lines and labels, but without answers."""
    home, where = topic_id or argument.topic_id, side or argument.side
    made = edit.add(replace(argument, id=0, uid="", topic_id=home, side=where))
    for support_ in edit.all(Support, argument_id=argument.id):
        edit.add(replace(support_, id=0, uid="", argument_id=made.id))
    for question in edit.all(Question, argument_id=argument.id):
        edit.add(replace(question, id=0, uid="", argument_id=made.id))
    for line in edit.all(Line, argument_id=argument.id):
        edit.add(replace(line, id=0, uid="", argument_id=made.id))
    for link in edit.all(LabelLink, kind="argument", target_id=argument.id):
        edit.add(replace(link, id=0, uid="", target_id=made.id))
    return made


def from_position(
    library: Library, position_id: int, side: Side, *, section_id: int | None = None, index: int | None = None
) -> Changes:
    """Make an argument of a kept position: its statement is the claim, and it is its own support.

    The support is quoted when the statement is the source's words, else a paraphrase, or reported when the
    author gives it from another.
    """
    with library.edit("Add argument from position") as edit:
        position = edit.get(Position, position_id)
        if position.topic_id is None:
            raise ServiceError("This position belongs to no topic yet; give it one first.")
        make_of_position(edit, position, position.topic_id, side, section_id=section_id, index=index)
    return edit.changes


def make_of_position(
    edit: Edit,
    position: Position,
    topic_id: int,
    side: Side,
    *,
    section_id: int | None = None,
    index: int | None = None,
) -> Argument:
    """Make an argument of a position within an edit, as `from_position` does."""
    draft = Argument(topic_id=topic_id, side=side, claim=position.statement)
    made = make(edit, draft, section_id=section_id, index=index)
    edit.add(Support(argument_id=made.id, kind=kind_for(edit, position), position_id=position.id))
    return made


def from_card(
    library: Library,
    card_id: int,
    topic_id: int,
    side: Side,
    *,
    section_id: int | None = None,
    index: int | None = None,
) -> Changes:
    """Make an argument that a card supports: its tag is the claim, or the first words it quotes."""
    with library.edit("Add argument from card") as edit:
        make_of_card(edit, card_id, topic_id, side, section_id=section_id, index=index)
    return edit.changes


def make_of_card(
    edit: Edit, card_id: int, topic_id: int, side: Side, *, section_id: int | None = None, index: int | None = None
) -> Argument:
    """Make an argument that a card supports, within an edit, and return it."""
    card = edit.get(Card, card_id)
    claim = card.tag.strip() or textwrap.shorten(card.quote, 120, placeholder="…")
    draft = Argument(topic_id=topic_id, side=side, claim=claim)
    made = make(edit, draft, section_id=section_id, index=index)
    edit.add(Support(argument_id=made.id, kind=SupportKind.QUOTED, card_id=card.id))
    return made


def kind_for(reader: Reader, position: Position) -> SupportKind:
    """Return the kind of support a position gives until the user says otherwise.

    What the author gives from another is reported; a statement in the source's very words is quoted; what the
    user worded is a paraphrase.
    """
    if position.speaker:
        return SupportKind.REPORTED
    quote = positions.quotes(reader, [position]).get(position.id, "")
    same = bool(quote) and quote.split() == position.statement.split()
    return SupportKind.QUOTED if same else SupportKind.PARAPHRASE


def change(
    library: Library,
    number: int,
    *,
    claim: str | None = None,
    name: str | None = None,
    warrant: str | None = None,
    impact: str | None = None,
    notes: str | None = None,
    merge: str = "",
) -> Changes:
    """Change an argument's words; edits with the same `merge` key become one step."""
    given = {"claim": claim, "name": name, "warrant": warrant, "impact": impact, "notes": notes}
    fields = {field: value for field, value in given.items() if value is not None}
    if fields.get("claim") == "":
        raise ServiceError("An argument needs a claim.")
    with library.edit("Edit argument", merge=merge) as edit:
        edit.put(replace(edit.get(Argument, number), **fields))  # type: ignore[arg-type]
    return edit.changes


def support(
    library: Library,
    argument_id: int,
    *,
    position_id: int | None = None,
    card_id: int | None = None,
    text: str = "",
    kind: SupportKind | None = None,
    merge: str = "",
) -> Changes:
    """Rest an argument on a position, a card, our reasoning, or evidence still wanted.

    Without a kind, a card is quoted, a position paraphrased or reported, and words alone are our reasoning.
    """
    with library.edit("Add support", merge=merge) as edit:
        edit.get(Argument, argument_id)
        chosen = kind or _kind(edit, position_id, card_id)
        _check(edit, chosen, position_id, card_id, text)
        rank = len(edit.all(Support, argument_id=argument_id))
        edit.add(
            Support(
                argument_id=argument_id,
                kind=chosen,
                card_id=card_id,
                position_id=position_id,
                text=text,
                rank=rank,
            )
        )
    return edit.changes


def _kind(edit: Edit, position_id: int | None, card_id: int | None) -> SupportKind:
    if card_id is not None:
        return SupportKind.QUOTED
    return kind_for(edit, edit.get(Position, position_id)) if position_id is not None else SupportKind.REASONING


def _check(edit: Edit, kind: SupportKind, position_id: int | None, card_id: int | None, text: str) -> None:
    if position_id is not None and card_id is not None:
        raise ServiceError("A support rests on one card or one position.")
    if card_id is not None:
        edit.get(Card, card_id)
    if kind.takes_cite and position_id is None and card_id is None:
        raise ServiceError(f"Only words of a source can be {kind.value}; name a position or a card.")
    if not kind.takes_cite and not text.strip():
        raise ServiceError("Say the reasoning, or the question that evidence is wanted for.")
    if kind is SupportKind.QUOTED and position_id is not None and edit.get(Position, position_id).span is None:
        raise ServiceError("This position is not anchored in a text, so it cannot be quoted; paraphrase it.")


def change_support(
    library: Library,
    number: int,
    *,
    kind: SupportKind | None = None,
    text: str | None = None,
    merge: str = "",
) -> Changes:
    """Change the kind or the words of a support; edits with the same `merge` key become one step."""
    with library.edit("Edit support", merge=merge) as edit:
        old = edit.get(Support, number)
        new = replace(old, kind=kind or old.kind, text=old.text if text is None else text)
        _check(edit, new.kind, new.position_id, new.card_id, new.text)
        edit.put(new)
    return edit.changes


def remove_support(library: Library, number: int) -> Changes:
    """Move a support to the trash; the card or position stays."""
    return trash.put(library, Support, number)


def remove(library: Library, number: int) -> Changes:
    """Move an argument to the trash with its answers, supports and places in briefs."""
    return trash.put(library, Argument, number)
