"""Outline editing: rows of briefs put in, moved, split, merged and frozen; one call is one step, however many rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from debateprep.domain import frozen
from debateprep.domain.changes import Changes
from debateprep.domain.model import Answer, Argument, Brief, Card, Frozen, Item, Section
from debateprep.domain.sketch import LAST, OutlineError, Place, Row, Sketch, item, section
from debateprep.domain.terms import ItemKind, Part, SectionKind, Side
from debateprep.services import arguments, rehoming, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader, those
from debateprep.storage.library import Library


def sketch(reader: Reader, brief_ids: Iterable[int]) -> Sketch:
    """Return the outlines of briefs, to be moved about."""
    chosen = set(brief_ids)
    return Sketch(reader.all(Section, brief_id=chosen), reader.all(Item, section_id=those(Section, brief_id=chosen)))


def brief_of(reader: Reader, row: Row) -> int:
    """Return the brief in which a row stands; raise NotFound when the row is gone."""
    number = row.id if row.is_section else reader.get(Item, row.id).section_id
    return reader.get(Section, number).brief_id


def sketch_of(reader: Reader, rows: Iterable[Row], *more: int) -> Sketch:
    """Return the outlines of the briefs in which rows stand, and of further briefs."""
    return sketch(reader, {*more, *(brief_of(reader, row) for row in rows)})


def store(edit: Edit, made: Sketch) -> None:
    """Write what was moved about."""
    for value in made.changed():
        edit.put(value)


# Putting in


def insert_section(
    library: Library,
    place: Place,
    title: str,
    *,
    kind: SectionKind | None = None,
    merge: str = "",
) -> Changes:
    """Add a section at a place; without a kind, what fits there: a contention, a sub-point, a block, a note."""
    with library.edit("Add section", merge=merge) as edit:
        put_section(edit, place, title, kind or fitting(place))
    return edit.changes


def put_section(edit: Edit, place: Place, title: str, kind: SectionKind) -> Section:
    """Add a section at a place within an edit; raise ServiceError without a title."""
    if not title.strip():
        raise ServiceError(f"A {kind.value} needs a title.")
    edit.get(Brief, place.brief_id)
    if place.parent_id is not None:
        above = edit.get(Section, place.parent_id)
        place = replace(place, brief_id=above.brief_id, part=above.part)
    made = sketch(edit, [place.brief_id])
    new = edit.add(
        Section(brief_id=place.brief_id, parent_id=place.parent_id, part=place.part, kind=kind, title=title.strip())
    )
    made.add(new, place.index)
    store(edit, made)
    return new


def fitting(place: Place) -> SectionKind:
    """Return the kind of section that a place asks for."""
    if place.parent_id is not None:
        return SectionKind.SUBPOINT if place.part is Part.CASE else SectionKind.CUSTOM
    return {Part.CASE: SectionKind.CONTENTION, Part.ANSWERS: SectionKind.BLOCK}.get(place.part, SectionKind.NOTE)


def insert_section_after(library: Library, number: int, title: str, *, merge: str = "") -> Changes:
    """Add a section after another with all that stands in it; at the top of a case it is a contention."""
    with library.edit("Add section", merge=merge) as edit:
        place = sketch_of(edit, [section(number)]).place_of(section(number))
        put_section(edit, replace(place, index=place.index + 1), title, fitting(place))
    return edit.changes


def insert_section_in(library: Library, number: int, title: str, *, merge: str = "") -> Changes:
    """Add a section at the end of what stands in another: a sub-point of a contention."""
    with library.edit("Add section", merge=merge) as edit:
        above = edit.get(Section, number)
        place = Place(above.brief_id, above.part, above.id)
        put_section(edit, place, title, fitting(place))
    return edit.changes


def insert_note_after(library: Library, number: int, text: str, *, merge: str = "") -> Changes:
    """Add a note right after an item."""
    return insert_after(library, item(number), text, kind=ItemKind.NOTE, merge=merge)


def insert_after(library: Library, row: Row, text: str, *, kind: ItemKind | None = None, merge: str = "") -> Changes:
    """Add a row right after another: a section of its kind, or an argument or note beside an item.

    Without a kind an item is followed by one like it, a card or an answer by a note.
    """
    if not text.strip():
        raise ServiceError("A new row needs words.")
    with library.edit("Add row", merge=merge) as edit:
        made = sketch_of(edit, [row])
        place = made.place_of(row)
        after = replace(place, index=place.index + 1)
        if row.is_section:
            put_section(edit, after, text, made.section(row.id).kind)
        else:
            chosen = kind or (made.item(row.id).kind if made.item(row.id).kind is ItemKind.ARGUMENT else ItemKind.NOTE)
            put_item(edit, after, chosen, text)
    return edit.changes


def put_item(edit: Edit, place: Place, kind: ItemKind, text: str) -> Item:
    """Add an argument with that claim, or a note, to a section within an edit."""
    if place.parent_id is None:
        raise ServiceError("Only a section can stand at the top; put this into a section.")
    home = edit.get(Section, place.parent_id)
    new = Item(section_id=home.id, kind=kind, text=text)
    if kind is ItemKind.ARGUMENT:
        brief = edit.get(Brief, home.brief_id)
        argument = arguments.make(edit, Argument(topic_id=brief.topic_id, side=brief.side, claim=text.strip()))
        new = Item(section_id=home.id, kind=kind, argument_id=argument.id)
    elif kind is not ItemKind.NOTE:
        raise ServiceError(f"A new row is an argument or a note; put a {kind.value} in by its name.")
    made = sketch(edit, [home.brief_id])
    stored = edit.add(new)
    made.add(stored, place.index)
    store(edit, made)
    return stored


# Moving


def move(library: Library, rows: Sequence[Row], place: Place, *, merge: str = "") -> Changes:
    """Move rows with all they hold to a place, also in another brief, on the other side or in another topic.

    `rehoming.settle` says what becomes of arguments that come to another side or topic; `Changes.notes` tells the user.
    """
    with library.edit(_named("Move", rows), merge=merge) as edit:
        target = edit.get(Brief, place.brief_id)
        made = sketch_of(edit, rows, target.id)
        moved = made.move(rows, place)
        store(edit, made)
        rehoming.settle(edit, made, moved, target)
    return edit.changes


def _named(verb: str, rows: Sequence[Row]) -> str:
    if not rows:
        raise ServiceError("Choose what this is done with first.")
    return f"{verb} {'row' if len(rows) == 1 else 'rows'}"


def indent(library: Library, rows: Sequence[Row], *, merge: str = "") -> Changes:
    """Put rows one step deeper; raise OutlineError when there is nothing to put them under."""
    with library.edit(_named("Indent", rows), merge=merge) as edit:
        made = sketch_of(edit, rows)
        made.indent(rows)
        store(edit, made)
    return edit.changes


def outdent(library: Library, rows: Sequence[Row], *, merge: str = "") -> Changes:
    """Put rows one step higher; raise OutlineError when they stand at the top."""
    with library.edit(_named("Outdent", rows), merge=merge) as edit:
        made = sketch_of(edit, rows)
        made.outdent(rows)
        store(edit, made)
    return edit.changes


def shift(library: Library, rows: Sequence[Row], by: int, *, merge: str = "") -> Changes:
    """Move rows that stand side by side up (-1) or down (1) among their neighbours."""
    with library.edit(_named("Move", rows), merge=merge) as edit:
        made = sketch_of(edit, rows)
        chosen = made.topmost(rows)
        first = made.place_of(chosen[0])
        if len({(row.kind, replace(made.place_of(row), index=0)) for row in chosen}) > 1:
            raise OutlineError("Choose rows that stand side by side.")
        made.move(chosen, replace(first, index=max(0, first.index + by)))
        store(edit, made)
    return edit.changes


# Splitting and merging


def split_section(library: Library, section_id: int, title: str, *, at: Row | None = None) -> Changes:
    """Split a section: from the row `at` on, what stands in it goes into a new section after it."""
    with library.edit("Split section") as edit:
        made = sketch_of(edit, [section(section_id)])
        old = made.section(section_id)
        place = made.place_of(section(section_id))
        rest = _from(made, section_id, at)
        new = put_section(edit, replace(place, index=place.index + 1), title, old.kind)
        made = sketch_of(edit, [section(section_id)])
        if rest:
            made.move(rest, Place(new.brief_id, new.part, new.id))
        store(edit, made)
    return edit.changes


def _from(made: Sketch, section_id: int, at: Row | None) -> list[Row]:
    inside = [Row("item", each) for each in made.entries(section_id)]
    inside += [section(each) for each in made.children(section_id)]
    if at is None:
        return []
    if at not in inside:
        raise OutlineError("That row does not stand in the section that is split.")
    return inside[inside.index(at) :]


def split_text(library: Library, row: Row, offset: int) -> Changes:
    """Split a row's words at an offset (in code points): the rest becomes a row like it, right after.

    What stands in a section stays in its first half. Raise ServiceError where a half would be empty.
    """
    with library.edit("Split row") as edit:
        made = sketch_of(edit, [row])
        place = made.place_of(row)
        after = replace(place, index=place.index + 1)
        words = words_of(edit, row)
        first, rest = words[:offset].rstrip(), words[offset:].lstrip()
        if not first or not rest:
            raise ServiceError("Put the cursor between words to split them.")
        _reword(edit, made, row, first)
        if row.is_section:
            put_section(edit, after, rest, made.section(row.id).kind)
        else:
            put_item(edit, after, made.item(row.id).kind, rest)
    return edit.changes


def words_of(reader: Reader, row: Row) -> str:
    """Return a row's own words: a title, a note, or an argument's claim; raise ServiceError where it has none."""
    if row.is_section:
        return reader.get(Section, row.id).title
    entry = reader.get(Item, row.id)
    if entry.kind is ItemKind.ARGUMENT and entry.argument_id is not None:
        return reader.get(Argument, entry.argument_id).claim
    if entry.kind is not ItemKind.NOTE:
        raise ServiceError(f"The words of a {entry.kind.value} cannot be split or renamed here.")
    return entry.text


def _reword(edit: Edit, made: Sketch, row: Row, words: str) -> None:
    if row.is_section:
        edit.put(replace(made.section(row.id), title=words))
        return
    entry = made.item(row.id)
    if entry.kind is ItemKind.ARGUMENT and entry.argument_id is not None:
        edit.put(replace(edit.get(Argument, entry.argument_id), claim=words))
    else:
        edit.put(replace(entry, text=words))


def rename(library: Library, row: Row, words: str, *, merge: str = "") -> Changes:
    """Change a row's words in place: a title, a note, or an argument's claim wherever it stands."""
    if not words.strip():
        raise ServiceError("A row needs words.")
    with library.edit("Rename row", merge=merge) as edit:
        made = sketch_of(edit, [row])
        words_of(edit, row)
        _reword(edit, made, row, words)
    return edit.changes


def merge(library: Library, rows: Sequence[Row], *, title: str = "") -> Changes:
    """Make one row of several of the same kind, in their order: sections, notes, or arguments of one side.

    Sections and arguments keep the first one's words unless a title is given; notes are joined.
    """
    with library.edit(_named("Merge", rows)) as edit:
        made = sketch_of(edit, rows)
        first, *others = made.topmost(rows)
        if not others:
            raise ServiceError("Choose two rows or more to merge them.")
        if all(row.is_section for row in (first, *others)):
            _merge_sections(edit, made, first, others)
        else:
            _merge_items(edit, made, first, others)
        if title.strip():
            _reword(edit, sketch_of(edit, [first]), first, title.strip())
    return edit.changes


def _merge_sections(edit: Edit, made: Sketch, first: Row, others: Sequence[Row]) -> None:
    home = made.section(first.id)
    for row in others:
        if made.section(row.id).brief_id != home.brief_id:
            raise OutlineError("Only sections of one brief can be merged; move them together first.")
        inside = [Row("item", each) for each in made.entries(row.id)]
        inside += [section(each) for each in made.children(row.id)]
        if inside:
            made.move(inside, Place(home.brief_id, home.part, home.id))
    store(edit, made)
    for row in others:
        trash.move(edit, Section, row.id)


def _merge_items(edit: Edit, made: Sketch, first: Row, others: Sequence[Row]) -> None:
    if any(row.is_section for row in (first, *others)):
        raise OutlineError("Sections and rows in them cannot be merged with each other.")
    entries = [made.item(row.id) for row in (first, *others)]
    kinds = {entry.kind for entry in entries}
    if kinds == {ItemKind.NOTE}:
        edit.put(replace(entries[0], text="\n\n".join(entry.text for entry in entries)))
        for entry in entries[1:]:
            trash.move(edit, Item, entry.id)
    elif kinds == {ItemKind.ARGUMENT}:
        numbers = list(dict.fromkeys(entry.argument_id for entry in entries if entry.argument_id is not None))
        rehoming.merge_arguments(edit, numbers[0], numbers[1:])
    else:
        raise OutlineError("Only notes, or only arguments, can be merged.")


# Taking out, freezing


def remove(library: Library, rows: Sequence[Row]) -> Changes:
    """Move rows with all that stands in them to the trash; what they refer to stays."""
    with library.edit(_named("Remove", rows)) as edit:
        take_out(edit, rows)
    return edit.changes


def discard(library: Library, rows: Sequence[Row], answer_ids: Sequence[int] = ()) -> Changes:
    """Move rows to the trash as they are thrown away one by one: of an argument's row the argument itself.

    What stands in a section that goes stays in the library. Answers given by id go too; their arguments stay.
    """
    with library.edit("Move to trash") as edit:
        made = sketch_of(edit, rows)
        for row in made.topmost(rows):
            entry = None if row.is_section else made.item(row.id)
            if entry is not None and entry.kind is ItemKind.ARGUMENT and entry.argument_id is not None:
                if edit.first(Argument, id=entry.argument_id) is not None:
                    trash.move(edit, Argument, entry.argument_id)
            else:
                trash.move(edit, Section if row.is_section else Item, row.id)
        for number in answer_ids:
            if edit.first(Answer, id=number) is not None:
                trash.move(edit, Answer, number)
    return edit.changes


def take_out(edit: Edit, rows: Sequence[Row]) -> None:
    """Move rows to the trash within an edit."""
    for row in sketch_of(edit, rows).topmost(rows):
        trash.move(edit, Section if row.is_section else Item, row.id)


def freeze(library: Library, item_ids: Sequence[int]) -> Changes:
    """Let references show what they refer to as it is now, whatever is written later."""
    with library.edit("Freeze copy") as edit:
        for number in item_ids:
            edit.put(replace(edit.get(Item, number), frozen=_frozen(edit, edit.get(Item, number))))
    return edit.changes


def _frozen(edit: Edit, entry: Item) -> Frozen:
    if entry.argument_id is not None:
        return frozen.of_argument(edit.get(Argument, entry.argument_id))
    if entry.card_id is not None:
        return frozen.of_card(edit.get(Card, entry.card_id))
    raise ServiceError("Only an argument or a card in a brief can be frozen.")


def thaw(library: Library, item_ids: Sequence[int]) -> Changes:
    """Let references show what they refer to as it is written, again."""
    with library.edit("Thaw copy") as edit:
        for number in item_ids:
            edit.put(replace(edit.get(Item, number), frozen=None))
    return edit.changes


def place_at(reader: Reader, topic_id: int, side: Side, part: Part = Part.CASE, index: int = LAST) -> Place:
    """Return the place at the top of a part of a side's main brief."""
    return Place(topics.main_brief(reader, topic_id, side).id, part, None, index)
