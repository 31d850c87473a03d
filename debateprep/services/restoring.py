"""Bringing things back from the trash so that the library is right afterwards, whatever was done in between."""

from dataclasses import replace

from debateprep.domain import clash
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
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit

# What a thing cannot be shown without: it comes back as well, alone, when it is in the trash.
_NEEDS: dict[type[Thing], tuple[tuple[type[Thing], str], ...]] = {
    SourceText: ((Source, "source_id"),),
    Position: ((Source, "source_id"),),
    PositionLink: ((Position, "position_id"), (Position, "under_id")),
    Argument: ((Topic, "topic_id"),),
    Support: ((Argument, "argument_id"), (Card, "card_id"), (Position, "position_id")),
    Answer: ((Argument, "answering_id"), (Argument, "target_id")),
    Brief: ((Topic, "topic_id"),),
    Section: ((Brief, "brief_id"), (Section, "parent_id")),
    Item: ((Section, "section_id"), (Argument, "argument_id"), (Answer, "answer_id"), (Card, "card_id")),
    Question: ((Argument, "argument_id"),),
    Line: ((Argument, "argument_id"),),
    Round: ((Topic, "topic_id"),),
    Heard: ((Round, "round_id"), (Argument, "argument_id")),
    SavedFilter: ((Topic, "topic_id"),),
    LabelLink: ((Label, "label_id"),),
}

Found = tuple[type[Thing], int]


def bring_back(edit: Edit, thing: type[Thing], number: int, at: str) -> None:
    """Restore all that the same step threw away as a thing, and what that cannot be without, within an edit."""
    back: list[Found] = []
    # It went with this thing, or this went with it.
    for other, each in dict.fromkeys([(thing, number), *edit.trashed_with(at)]):
        _restore(edit, other, each, back)
    for other, each in back:
        if other is Section:
            _settle_section(edit, each)
        elif other is Brief:
            _settle_brief(edit, each)
    reasons = {found: reason for found in back if (reason := _wrong(edit, *found))}
    if (thing, number) in reasons:
        raise ServiceError(f"This cannot come back as it was: {reasons[thing, number]}")
    for (other, each), reason in reasons.items():
        # Set aside by an earlier one of them, it may have gone already.
        if edit.deleted_at(other, each) is None:
            edit.trash(other, each)
        edit.notes.append(f"One {other.__name__.casefold()} stays in the trash: {reason}")


def _restore(edit: Edit, thing: type[Thing], number: int, back: list[Found]) -> None:
    if edit.deleted_at(thing, number) is None:
        return
    edit.restore(thing, number)
    back.append((thing, number))
    value = edit.get(thing, number)
    for needed, column in _NEEDS.get(thing, ()):
        other = getattr(value, column)
        if other is not None:
            _restore(edit, needed, other, back)


def _settle_section(edit: Edit, number: int) -> None:
    """Let a section follow what it stands in, which may have gone to another brief meanwhile."""
    here = edit.get(Section, number)
    if here.parent_id is not None:
        above = edit.get(Section, here.parent_id)
        here = edit.put(replace(here, brief_id=above.brief_id, part=above.part))
    for child in edit.all(Section, parent_id=number):
        if (child.brief_id, child.part) != (here.brief_id, here.part):
            edit.put(replace(child, brief_id=here.brief_id, part=here.part))
            _settle_section(edit, child.id)


def _settle_brief(edit: Edit, number: int) -> None:
    brief = edit.get(Brief, number)
    mains = edit.all(Brief, topic_id=brief.topic_id, side=brief.side.value, main=1)
    if brief.main and len(mains) > 1:
        edit.put(replace(brief, main=False))


def _wrong(edit: Edit, thing: type[Thing], number: int) -> str:
    """Return why a restored thing does not fit what the library says by now, or ""."""
    if thing is Answer:
        answer = edit.get(Answer, number)
        answering, target = edit.get(Argument, answer.answering_id), edit.get(Argument, answer.target_id)
        others = [each for each in edit.all(Answer) if each.id != number]
        reason = clash.objection(others, answering, target)
        if reason:
            # Judged one by one: the next must not be measured against this.
            edit.trash(Answer, number)
        return reason
    if thing is Item:
        item = edit.get(Item, number)
        brief = edit.get(Brief, edit.get(Section, item.section_id).brief_id)
        argument = edit.get(Argument, item.argument_id) if item.argument_id is not None else None
        if argument is not None and (argument.topic_id, argument.side) != (brief.topic_id, brief.side):
            return "its argument has gone to another side or topic."
    return ""
