"""Briefs: one side's outline, built and rearranged."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from debateprep.domain import outline
from debateprep.domain.changes import Changes
from debateprep.domain.dossier import Dossier, Outline, by_side
from debateprep.domain.model import (
    Argument,
    Brief,
    Card,
    Heard,
    Item,
    Line,
    Position,
    Question,
    Round,
    Section,
    Source,
    Support,
    Topic,
)
from debateprep.domain.terms import ItemKind, Part, SectionKind, Side, SupportKind
from debateprep.services import answers, arguments, positions, selections, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader, those
from debateprep.storage.library import Library

S = TypeVar("S", Support, Question, Line, Heard)


def dossier(reader: Reader, topic_id: int) -> Dossier:
    """Read a topic whole."""
    own = those(Argument, topic_id=topic_id)
    arguments_ = {each.id: each for each in reader.all(Argument, topic_id=topic_id)}
    supports = _by_argument(reader.all(Support, argument_id=own))
    files = {each.id: each for each in reader.all(Brief, topic_id=topic_id)}
    trees = _outlines(reader, topic_id, files)
    main = {brief.side: brief.id for brief in reversed(files.values()) if brief.main}
    outlines = {side: trees[main[side]] if side in main else _bare() for side in (Side.PRO, Side.CON)}
    numbers: dict[int, str] = {}
    for parts in outlines.values():
        numbers |= outline.argument_numbers(parts[Part.CASE])
    return Dossier(
        reader.get(Topic, topic_id),
        arguments_,
        answers.of_topic(reader, topic_id),
        supports,
        {each.id: each for each in reader.all(Position)},
        {each.id: each for each in reader.all(Card)},
        {each.id: each for each in reader.all(Source)},
        _quotes(reader, supports),
        outlines,
        numbers,
        files,
        {number: parts for number, parts in trees.items() if number not in main.values()},
        _by_argument(reader.all(Question, argument_id=own)),
        _by_argument(reader.all(Line, argument_id=own)),
        {each.id: each for each in reader.all(Round, topic_id=topic_id)},
        _by_argument(reader.all(Heard, argument_id=own)),
        selections.labels_on(reader, "argument", arguments_),
    )


def _by_argument(found: Iterable[S]) -> dict[int, list[S]]:
    sorted_out: dict[int, list[S]] = {}
    for each in found:
        sorted_out.setdefault(each.argument_id, []).append(each)
    return sorted_out


def _quotes(reader: Reader, supports: dict[int, list[Support]]) -> dict[int, str]:
    quoted = {each.position_id for some in supports.values() for each in some if each.kind is SupportKind.QUOTED} - {
        None
    }
    return positions.quotes(reader, reader.all(Position, id=quoted))


def _bare() -> Outline:
    return dict.fromkeys(Part, ())


def _outlines(reader: Reader, topic_id: int, files: Iterable[int]) -> dict[int, Outline]:
    own = those(Brief, topic_id=topic_id)
    sections: dict[int, list[Section]] = {number: [] for number in files}
    for section in reader.all(Section, brief_id=own):
        sections[section.brief_id].append(section)
    items: dict[int, list[Item]] = {}
    for item in reader.all(Item, section_id=those(Section, brief_id=own)):
        items.setdefault(item.section_id, []).append(item)
    return {
        number: {
            part: outline.tree(there, [item for each in there for item in items.get(each.id, ())], part)
            for part in Part
        }
        for number, there in sections.items()
    }


def outline_of(reader: Reader, brief_id: int) -> Outline:
    """Return the outline of one brief."""
    sections = reader.all(Section, brief_id=brief_id)
    items = reader.all(Item, section_id=those(Section, brief_id=brief_id))
    return {part: outline.tree(sections, items, part) for part in Part}


def files(reader: Reader, topic_id: int) -> dict[Side, tuple[Brief, ...]]:
    """Return each side's briefs of a topic, its main one first."""
    return by_side(reader.all(Brief, topic_id=topic_id))


def add(library: Library, topic_id: int, side: Side, title: str) -> Changes:
    """Add a further brief to a side; the main one goes on giving the numbers."""
    if not title.strip():
        raise ServiceError("A brief needs a title.")
    if side is Side.NEITHER:
        raise ServiceError("A brief stands on the Pro or the Con side.")
    with library.edit("Add brief") as edit:
        edit.get(Topic, topic_id)
        edit.add(Brief(topic_id=topic_id, side=side, title=title.strip(), main=False))
    return edit.changes


def rename(library: Library, number: int, title: str) -> Changes:
    """Change a brief's title."""
    if not title.strip():
        raise ServiceError("A brief needs a title.")
    with library.edit("Rename brief") as edit:
        edit.put(replace(edit.get(Brief, number), title=title.strip()))
    return edit.changes


def make_main(library: Library, number: int) -> Changes:
    """Let a brief be its side's main one, whose case gives the numbers."""
    with library.edit("Choose main brief") as edit:
        chosen = edit.get(Brief, number)
        for each in edit.all(Brief, topic_id=chosen.topic_id, side=chosen.side.value):
            edit.put(replace(each, main=each.id == number))
    return edit.changes


def remove(library: Library, number: int) -> Changes:
    """Move a brief to the trash; its arguments and cards stay. Raise ServiceError for a side's main one."""
    with library.read() as reader:
        if reader.get(Brief, number).main:
            raise ServiceError("This is the side's main brief; make another one the main brief first.")
    return trash.put(library, Brief, number)


def add_section(
    library: Library,
    topic_id: int,
    side: Side,
    title: str,
    *,
    kind: SectionKind = SectionKind.CONTENTION,
    part: Part = Part.CASE,
    parent_id: int | None = None,
    merge: str = "",
) -> Changes:
    """Add a section at the end of a part of a side's main brief, or of its parent."""
    with library.edit(f"Add {kind.value}", merge=merge) as edit:
        make_section(edit, topic_id, side, title, kind=kind, part=part, parent_id=parent_id)
    return edit.changes


def make_section(
    edit: Edit,
    topic_id: int,
    side: Side,
    title: str,
    *,
    kind: SectionKind = SectionKind.CONTENTION,
    part: Part = Part.CASE,
    parent_id: int | None = None,
) -> Section:
    """Add a section within an edit and return it."""
    if not title.strip():
        raise ServiceError(f"A {kind.value} needs a title.")
    brief = topics.main_brief(edit, topic_id, side)
    if parent_id is not None:
        part = edit.get(Section, parent_id).part
    siblings = edit.all(Section, brief_id=brief.id, part=part.value, parent_id=parent_id)
    return edit.add(
        Section(
            brief_id=brief.id,
            parent_id=parent_id,
            part=part,
            kind=kind,
            title=title,
            rank=len(siblings),
        )
    )


def argue_from_card(library: Library, card_id: int, topic_id: int, side: Side, first: str = "Case") -> Changes:
    """Make an argument of a card at the end of a side's case; a case without a section gets one called `first`."""
    with library.edit("Add argument from card") as edit:
        tops = outline_of(edit, topics.main_brief(edit, topic_id, side).id)[Part.CASE]
        section = tops[-1].section if tops else make_section(edit, topic_id, side, first)
        arguments.make_of_card(edit, card_id, topic_id, side, section_id=section.id)
    return edit.changes


def rename_section(library: Library, number: int, title: str, *, merge: str = "") -> Changes:
    """Change a section's title; raise ServiceError when it would be empty."""
    if not title.strip():
        raise ServiceError("A section needs a title.")
    with library.edit("Rename section", merge=merge) as edit:
        edit.put(replace(edit.get(Section, number), title=title))
    return edit.changes


def find_section(reader: Reader, topic_id: int, side: Side, wanted: str) -> Section:
    """Return a section of the case by its number ("C2" or "2") or words of its title; ServiceError otherwise."""
    case = outline_of(reader, topics.main_brief(reader, topic_id, side).id)[Part.CASE]
    numbers = outline.section_numbers(case)
    sections = [node.section for top in case for node in top.walk()]
    code = wanted.casefold() if wanted.casefold().startswith("c") else f"c{wanted.casefold()}"
    fitting = [each for each in sections if numbers.get(each.id, "").casefold() == code]
    fitting = fitting or [each for each in sections if wanted.casefold() in each.title.casefold()]
    if len(fitting) != 1:
        what = "There is no contention" if not fitting else "Several contentions are called"
        raise ServiceError(f"{what} “{wanted}” in the {side.label} brief; `debateprep brief` shows them.")
    return fitting[0]


def add_note(library: Library, section_id: int, text: str) -> Changes:
    """Add a note at the end of a section."""
    return _add_item(library, "Add note", Item(section_id=section_id, kind=ItemKind.NOTE, text=text))


def add_argument(library: Library, section_id: int, argument_id: int) -> Changes:
    """Put a reference to an argument at the end of a section of its side's brief."""
    with library.edit("Place argument") as edit:
        arguments.place(edit, edit.get(Argument, argument_id), section_id)
    return edit.changes


def write_note(library: Library, topic_id: int, side: Side, text: str, *, merge: str = "") -> Changes:
    """Add a note to the notes of a side's main brief, whose first section is made when there is none."""
    if not text.strip():
        raise ServiceError("A note needs words.")
    with library.edit("Add note", merge=merge) as edit:
        brief = topics.main_brief(edit, topic_id, side)
        home = edit.first(Section, brief_id=brief.id, part=Part.NOTES.value) or make_section(
            edit, topic_id, side, "Notes", kind=SectionKind.CUSTOM, part=Part.NOTES
        )
        rank = len(edit.all(Item, section_id=home.id))
        edit.add(Item(section_id=home.id, kind=ItemKind.NOTE, text=text, rank=rank))
    return edit.changes


def change_note(library: Library, number: int, text: str, *, merge: str = "") -> Changes:
    """Change the words of a note; edits with the same `merge` key become one step."""
    if not text.strip():
        raise ServiceError("A note needs words.")
    with library.edit("Edit note", merge=merge) as edit:
        edit.put(replace(edit.get(Item, number), text=text))
    return edit.changes


def add_card(library: Library, section_id: int, card_id: int) -> Changes:
    """Put a reference to a card at the end of a section."""
    return _add_item(library, "Add card", Item(section_id=section_id, kind=ItemKind.CARD, card_id=card_id))


def _add_item(library: Library, step: str, item: Item) -> Changes:
    if item.kind is ItemKind.NOTE and not item.text.strip():
        raise ServiceError("A note needs words.")
    with library.edit(step) as edit:
        edit.get(Section, item.section_id)
        if item.card_id is not None:
            edit.get(Card, item.card_id)
        edit.add(replace(item, rank=len(edit.all(Item, section_id=item.section_id))))
    return edit.changes


def move_section(library: Library, number: int, index: int) -> Changes:
    """Move a section to another place among its siblings, 0 first."""
    with library.edit("Move section") as edit:
        moved = edit.get(Section, number)
        siblings = edit.all(Section, brief_id=moved.brief_id, part=moved.part.value, parent_id=moved.parent_id)
        for each in outline.placed(siblings, moved, index):
            edit.put(each)
    return edit.changes


def move_item(library: Library, number: int, index: int, *, section_id: int | None = None) -> Changes:
    """Move an item within its section, or into another of the same brief, 0 first."""
    with library.edit("Move item") as edit:
        old = edit.get(Item, number)
        home = edit.get(Section, section_id or old.section_id)
        if home.brief_id != edit.get(Section, old.section_id).brief_id:
            raise ServiceError("An item can only be moved within its own brief.")
        moved = replace(old, section_id=home.id)
        for each in outline.placed(edit.all(Item, section_id=home.id), moved, index):
            edit.put(each)
    return edit.changes


def remove_section(library: Library, number: int) -> Changes:
    """Move a section to the trash with what stands in it; arguments and cards themselves stay."""
    return trash.put(library, Section, number)


def remove_item(library: Library, number: int) -> Changes:
    """Take an item out of its section; what it refers to stays."""
    return trash.put(library, Item, number)
