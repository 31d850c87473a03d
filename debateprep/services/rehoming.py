"""Arguments on the move: to another side, another topic, or into one another; what holds them stays true."""

from collections.abc import Sequence
from dataclasses import replace

from debateprep.domain import clash
from debateprep.domain.model import Answer, Argument, Brief, Heard, Item, Line, Question, Support
from debateprep.domain.sketch import Row, Sketch
from debateprep.services import answers, arguments, trash
from debateprep.services.crossing import Crossing, was_heard
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader


def settle(edit: Edit, made: Sketch, rows: Sequence[Row], target: Brief) -> None:
    """Make what moved rows refer to belong to the brief they came to, within an edit; the rows are stored already.

    To the other side of its topic an argument crosses as `Crossing` says; to another topic it goes along when nothing
    ties it, else a copy of it goes. What was heard in a round stays where it was said, and a copy goes.
    """
    entries = [made.item(number) for row in rows for number in _items(made, row)]
    if any(each.answer_id is not None and not on_side(edit, each.answer_id, target) for each in entries):
        raise ServiceError("An answer stays in the briefs of its own side and topic.")
    crossing = Crossing(edit, {each.id for each in entries})
    homes: dict[int, int] = {}
    for entry in entries:
        if entry.argument_id is None:
            continue
        if entry.argument_id not in homes:
            homes[entry.argument_id] = _adopt(edit, edit.get(Argument, entry.argument_id), target, crossing).id
        if homes[entry.argument_id] != entry.argument_id:
            edit.put(replace(edit.get(Item, entry.id), argument_id=homes[entry.argument_id]))
    crossing.tell()


def _items(made: Sketch, row: Row) -> list[int]:
    if not row.is_section:
        return [row.id]
    return [number for each in made.walk(row.id) for number in made.entries(each.id)]


def on_side(reader: Reader, answer_id: int, brief: Brief) -> bool:
    """Tell whether an answer belongs to a brief's side and topic."""
    argument = reader.get(Argument, reader.get(Answer, answer_id).answering_id)
    return (argument.topic_id, argument.side) == (brief.topic_id, brief.side)


def adopt(edit: Edit, argument: Argument, target: Brief) -> Argument:
    """Return the argument as the target brief may hold it, as `settle` says, within an edit."""
    crossing = Crossing(edit, set())
    came = _adopt(edit, argument, target, crossing)
    crossing.tell()
    return came


def _adopt(edit: Edit, argument: Argument, target: Brief, crossing: Crossing) -> Argument:
    if (argument.topic_id, argument.side) == (target.topic_id, target.side):
        return argument
    heard = was_heard(edit, argument.id)
    if argument.topic_id == target.topic_id and not heard:
        return crossing.take(argument, target.side)
    tied = edit.all(Answer, answering_id=argument.id) + edit.all(Answer, target_id=argument.id)
    elsewhere = [each for each in edit.all(Item, argument_id=argument.id) if each.id not in crossing.moved]
    if not tied and not elsewhere and not heard:
        return edit.put(replace(argument, topic_id=target.topic_id, side=target.side))
    made = arguments.copy(edit, argument, topic_id=target.topic_id, side=target.side)
    why = "it was heard in a round" if heard else "it has answers there" if tied else "it stands there elsewhere"
    edit.notes.append(f"“{argument.short}” stays on the {argument.side.label} side, as {why}; a copy went.")
    return made


def merge_arguments(edit: Edit, kept: int, others: Sequence[int]) -> None:
    """Let one argument take over the places, supports and answers of others, which go to the trash."""
    first = edit.get(Argument, kept)
    for number in others:
        other = edit.get(Argument, number)
        if (other.topic_id, other.side) != (first.topic_id, first.side):
            raise ServiceError("Only arguments of one side can be merged.")
        _take_links(edit, first, other)
        _take_belongings(edit, kept, number)
        trash.move(edit, Argument, number)


def _take_links(edit: Edit, first: Argument, other: Argument) -> None:
    for each in edit.all(Answer, answering_id=other.id):
        _relink(edit, replace(each, answering_id=first.id))
    for each in edit.all(Answer, target_id=other.id):
        _relink(edit, replace(each, target_id=first.id))


def _relink(edit: Edit, answer: Answer) -> None:
    answering, target = edit.get(Argument, answer.answering_id), edit.get(Argument, answer.target_id)
    there = [each for each in answers.of_topic(edit, target.topic_id) if each.id != answer.id]
    if any((each.answering_id, each.target_id) == (answering.id, target.id) for each in there):
        return  # Said already; it goes to the trash with the argument that gave it.
    reason = clash.objection(there, answering, target)
    if reason:
        raise ServiceError(reason)
    edit.put(answer)


def _take_belongings(edit: Edit, kept: int, other: int) -> None:
    known = {(each.kind, each.card_id, each.position_id, each.text) for each in edit.all(Support, argument_id=kept)}
    for each in edit.all(Support, argument_id=other):
        if (each.kind, each.card_id, each.position_id, each.text) not in known:
            edit.put(replace(each, argument_id=kept))
    for question in edit.all(Question, argument_id=other):
        edit.put(replace(question, argument_id=kept))
    for line in edit.all(Line, argument_id=other):
        edit.put(replace(line, argument_id=kept))
    for heard in edit.all(Heard, argument_id=other):
        edit.put(replace(heard, argument_id=kept))
    for heard in edit.all(Heard, answering_id=other):
        edit.put(replace(heard, answering_id=kept))
    sections = {each.section_id for each in edit.all(Item, argument_id=kept)}
    for item in edit.all(Item, argument_id=other):
        if item.section_id not in sections:
            edit.put(replace(item, argument_id=kept))
            sections.add(item.section_id)
