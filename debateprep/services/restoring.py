"""Bringing things back from the trash so that the library is right afterwards, whatever was done in between."""

from collections.abc import Container
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
    reasons = _wrong_answers(edit, [each for other, each in back if other is Answer])
    gone = {each for _, each in reasons}
    for other, each in back:
        if other is Item and (reason := _wrong_item(edit, each, gone)):
            reasons[other, each] = reason
    if (thing, number) in reasons:
        raise ServiceError(f"This cannot come back as it was: {reasons[thing, number]}")
    for (other, each), reason in reasons.items():
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


def _wrong_answers(edit: Edit, numbers: list[int]) -> dict[Found, str]:
    """Return why restored answers do not fit what the library says by now; each is judged beside those that do."""
    back = set(numbers)
    live = [each for each in edit.all(Answer) if each.id not in back] if back else []
    found: dict[Found, str] = {}
    for number in numbers:
        answer = edit.get(Answer, number)
        answering, target = edit.get(Argument, answer.answering_id), edit.get(Argument, answer.target_id)
        reason = clash.objection(live, answering, target)
        if reason:
            found[Answer, number] = reason
        else:
            live.append(answer)
    return found


def _wrong_item(edit: Edit, number: int, gone: Container[int]) -> str:
    """Return why a restored row does not fit the brief it stands in by now, or ""."""
    item = edit.get(Item, number)
    if item.answer_id is not None and item.answer_id in gone:
        return "its answer stays there."
    brief = edit.get(Brief, edit.get(Section, item.section_id).brief_id)
    argument = edit.get(Argument, item.argument_id) if item.argument_id is not None else None
    if argument is not None and (argument.topic_id, argument.side) != (brief.topic_id, brief.side):
        return "its argument has gone to another side or topic."
    return ""
