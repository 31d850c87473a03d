"""An argument that turns out to help the other side: it crosses over with what it rests on."""

from dataclasses import replace

from debateprep.domain import outline
from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument, Item, Section
from debateprep.domain.terms import Part, SectionKind
from debateprep.services import arguments, briefs, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library


def switch_side(library: Library, number: int, *, section_id: int | None = None, index: int | None = None) -> Changes:
    """Move an argument to the other side's brief: its supports go with it, its answers to the trash.

    Answers hold between opposite sides only, so each link of the argument goes, and with it an answer that was
    written for nothing else. Without a section it goes to the end of the other case's last contention, which is made
    where there is none. Raise ServiceError for a section of another brief.
    """
    with library.edit("Switch side") as edit:
        old = edit.get(Argument, number)
        if section_id is not None:
            _check(edit, section_id, old)
        _unlink(edit, number)
        edit.put(replace(old, side=old.side.other))
        _settle(edit, replace(old, side=old.side.other), section_id, index)
    return edit.changes


def _check(edit: Edit, section_id: int, argument: Argument) -> None:
    other = argument.side.other
    if edit.get(Section, section_id).brief_id != topics.main_brief(edit, argument.topic_id, other).id:
        raise ServiceError(f"That section is not in the {other.label} brief of this topic.")


def _unlink(edit: Edit, number: int) -> None:
    for link in edit.all(Answer, answering_id=number):
        trash.move(edit, Answer, link.id)
    for link in edit.all(Answer, target_id=number):
        trash.move(edit, Answer, link.id)
        _discard_unused(edit, link.answering_id)


def _discard_unused(edit: Edit, number: int) -> None:
    # An answer that stands in no section and answers nothing else would be nowhere to be seen.
    if edit.first(Item, argument_id=number) is None and edit.first(Answer, answering_id=number) is None:
        replies = [each.answering_id for each in edit.all(Answer, target_id=number)]
        trash.move(edit, Argument, number)
        for reply in replies:
            _discard_unused(edit, reply)


def _settle(edit: Edit, argument: Argument, section_id: int | None, index: int | None) -> None:
    home = edit.get(Section, section_id) if section_id is not None else _last_contention(edit, argument)
    places = edit.all(Item, argument_id=argument.id)
    if not places:
        arguments.place(edit, argument, home.id, index)
        return
    there = edit.all(Item, section_id=home.id)
    moved = replace(places[0], section_id=home.id, rank=len(there))
    for each in outline.placed([*there, moved], moved, len(there) if index is None else index):
        edit.put(each)
    for each in places[1:]:
        trash.move(edit, Item, each.id)


def _last_contention(edit: Edit, argument: Argument) -> Section:
    brief = topics.main_brief(edit, argument.topic_id, argument.side)
    found = [
        each
        for each in edit.all(Section, brief_id=brief.id, part=Part.CASE.value)
        if each.kind is SectionKind.CONTENTION
    ]
    if found:
        return max(found, key=lambda each: (each.rank, each.id))
    return briefs.make_section(edit, argument.topic_id, argument.side, argument.short)
