"""Answers: links by which one side's arguments meet the other's, to any depth, never in a circle."""

from collections.abc import Sequence
from dataclasses import replace

from debateprep.domain import clash
from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument, Position
from debateprep.domain.pages import Coverage
from debateprep.domain.terms import ResponseType, Side
from debateprep.services import arguments, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader, those
from debateprep.storage.library import Library


def of_topic(reader: Reader, topic_id: int) -> list[Answer]:
    """Return every live answer between arguments of a topic."""
    own = those(Argument, topic_id=topic_id)
    return reader.all(Answer, target_id=own, answering_id=own)


def write(
    library: Library,
    target_id: int,
    claim: str,
    *,
    response: ResponseType = ResponseType.NOT_TRUE,
    tier: int = 1,
    wording: str = "",
    warrant: str = "",
    impact: str = "",
    name: str = "",
    merge: str = "",
) -> Changes:
    """Answer an argument with a new one of the other side, in one step."""
    with library.edit("Write answer", merge=merge) as edit:
        target = edit.get(Argument, target_id)
        draft = Argument(
            topic_id=target.topic_id,
            side=target.side.other,
            claim=claim,
            warrant=warrant,
            impact=impact,
            name=name,
        )
        made = arguments.make(edit, draft)
        answer = Answer(answering_id=made.id, target_id=target_id, response=response, tier=tier, wording=wording)
        link(edit, answer)
    return edit.changes


def from_card(
    library: Library, target_id: int, card_id: int, *, response: ResponseType = ResponseType.NOT_TRUE, tier: int = 1
) -> Changes:
    """Answer an argument with a card: its tag is the new argument's claim, and it is what that rests on."""
    with library.edit("Answer with card") as edit:
        target = edit.get(Argument, target_id)
        made = arguments.make_of_card(edit, card_id, target.topic_id, target.side.other)
        link(edit, Answer(answering_id=made.id, target_id=target_id, response=response, tier=tier))
    return edit.changes


def from_position(
    library: Library,
    target_id: int,
    position_id: int,
    *,
    response: ResponseType = ResponseType.NOT_TRUE,
    tier: int = 1,
) -> Changes:
    """Answer an argument with a kept position: its statement is the new argument's claim, and its support."""
    with library.edit("Answer with position") as edit:
        target = edit.get(Argument, target_id)
        position = edit.get(Position, position_id)
        made = arguments.make_of_position(edit, position, target.topic_id, target.side.other)
        link(edit, Answer(answering_id=made.id, target_id=target_id, response=response, tier=tier))
    return edit.changes


def drop(library: Library, dropped_id: int, target_id: int) -> Changes:
    """Let an argument that was dropped on one of the other side answer it, as "not true" until the user says how."""
    return add(library, Answer(answering_id=dropped_id, target_id=target_id))


def from_elsewhere(library: Library, target_id: int, argument_id: int) -> Changes:
    """Answer an argument with a copy of one that was written for another topic or the other side."""
    with library.edit("Answer with argument") as edit:
        target = edit.get(Argument, target_id)
        old = edit.get(Argument, argument_id)
        made = arguments.copy(edit, old, topic_id=target.topic_id, side=target.side.other)
        link(edit, Answer(answering_id=made.id, target_id=target_id))
    return edit.changes


def group(
    library: Library,
    target_ids: Sequence[int],
    *,
    name: str,
    claim: str = "",
    answering_id: int | None = None,
    response: ResponseType = ResponseType.NOT_TRUE,
    merge: str = "",
) -> Changes:
    """Answer several arguments together with one, new (`claim`) or there already; links that exist join the group.

    Each link keeps its own type and wording. Raise ServiceError with fewer than two targets.
    """
    targets = list(dict.fromkeys(target_ids))
    if len(targets) < 2 or not name.strip():
        raise ServiceError("A group needs a name, and two arguments or more to answer together.")
    with library.edit("Group answers", merge=merge) as edit:
        first = edit.get(Argument, targets[0])
        if answering_id is None:
            draft = Argument(topic_id=first.topic_id, side=first.side.other, claim=claim)
            answering_id = arguments.make(edit, draft).id
        for target in targets:
            there = edit.first(Answer, answering_id=answering_id, target_id=target)
            linked = there or link(edit, Answer(answering_id=answering_id, target_id=target, response=response))
            edit.put(replace(linked, grouped_as=name.strip()))
    return edit.changes


def ungroup(library: Library, number: int) -> Changes:
    """Let the answers of a group stand by themselves again; all of them stay."""
    with library.edit("Ungroup answers") as edit:
        one = edit.get(Answer, number)
        if not one.grouped_as:
            raise ServiceError("This answer is in no group.")
        for each in edit.all(Answer, answering_id=one.answering_id, grouped_as=one.grouped_as):
            edit.put(replace(each, grouped_as=""))
    return edit.changes


def cross_apply(
    library: Library, number: int, target_id: int, *, response: ResponseType | None = None, wording: str = ""
) -> Changes:
    """Apply an answer to a further argument: its own type there, else the same, and its own wording."""
    with library.edit("Cross-apply answer") as edit:
        old = edit.get(Answer, number)
        new = Answer(
            answering_id=old.answering_id,
            target_id=target_id,
            response=response or old.response,
            tier=old.tier,
            wording=wording,
        )
        link(edit, new)
    return edit.changes


def add(library: Library, answer: Answer) -> Changes:
    """Let an existing argument answer another; raise ServiceError with the reason when it may not."""
    with library.edit("Add answer") as edit:
        link(edit, answer)
    return edit.changes


def link(edit: Edit, answer: Answer) -> Answer:
    """Store an answer within an edit, last of its tier, after checking that it may be."""
    answering = edit.get(Argument, answer.answering_id)
    target = edit.get(Argument, answer.target_id)
    there = of_topic(edit, target.topic_id)
    reason = clash.objection(there, answering, target)
    if reason:
        raise ServiceError(reason)
    return edit.add(replace(answer, rank=len(clash.answers_to(there, target.id))))


def change(
    library: Library,
    number: int,
    *,
    response: ResponseType | None = None,
    tier: int | None = None,
    wording: str | None = None,
    merge: str = "",
) -> Changes:
    """Change how an answer meets its target, its tier, or its wording for this target."""
    with library.edit("Edit answer", merge=merge) as edit:
        old = edit.get(Answer, number)
        edit.put(
            replace(
                old,
                response=response or old.response,
                tier=tier or old.tier,
                wording=old.wording if wording is None else wording,
            )
        )
    return edit.changes


def move(library: Library, number: int, index: int) -> Changes:
    """Move an answer to another place among the answers to its target, 0 first; it takes that place's tier."""
    with library.edit("Move answer") as edit:
        moved = edit.get(Answer, number)
        others = [each for each in clash.answers_to(edit.all(Answer), moved.target_id) if each.id != number]
        place = max(0, min(index, len(others)))
        tiers = [each.tier for each in others]
        before, after = tiers[:place][-1:], tiers[place:][:1]
        tier = min([max([moved.tier, *before]), *after])
        for rank, each in enumerate([*others[:place], replace(moved, tier=tier), *others[place:]]):
            edit.put(replace(each, rank=rank))
    return edit.changes


def remove(library: Library, number: int) -> Changes:
    """Move an answer to the trash; both arguments stay."""
    return trash.put(library, Answer, number)


def coverage(reader: Reader, topic_id: int) -> tuple[Coverage, Coverage]:
    """Return how far each side's arguments are answered, Pro first."""
    own = reader.all(Argument, topic_id=topic_id)
    links = of_topic(reader, topic_id)
    return clash.coverage(own, links, Side.PRO), clash.coverage(own, links, Side.CON)


def open_arguments(reader: Reader, topic_id: int, side: Side) -> list[Argument]:
    """Return a side's arguments that nothing answers yet."""
    answered = {answer.target_id for answer in of_topic(reader, topic_id)}
    return [each for each in reader.all(Argument, topic_id=topic_id, side=side.value) if each.id not in answered]
