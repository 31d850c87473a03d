"""Branches of a brief as wholes: copied, cut, pasted, duplicated."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from debateprep.domain import clipping
from debateprep.domain.changes import Changes
from debateprep.domain.clipping import Branch, Clipping, Entry
from debateprep.domain.model import Answer, Argument, Brief, Card, Item, Section
from debateprep.domain.sketch import OutlineError, Place, Row, Sketch, section
from debateprep.domain.terms import ItemKind, Part, SectionKind
from debateprep.services import arguments, outlining, rehoming
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library


def copy(library: Library, rows: Sequence[Row]) -> Clipping:
    """Return rows with all they hold as a clipping; its `data` and `text` go to the clipboard."""
    with library.read() as reader:
        return _clip(reader, rows)


def cut(library: Library, rows: Sequence[Row]) -> tuple[Clipping, Changes]:
    """Move rows to the trash and return them as a clipping; what they refer to stays."""
    with library.edit("Cut") as edit:
        found = _clip(edit, rows)
        outlining.take_out(edit, rows)
    return found, edit.changes


def _clip(reader: Reader, rows: Sequence[Row]) -> Clipping:
    made = outlining.sketch_of(reader, rows)
    chosen = made.topmost(rows)
    if not chosen:
        return Clipping()
    first = chosen[0]
    part = made.section(first.id if first.is_section else made.item(first.id).section_id).part
    return Clipping(
        tuple(_branch(reader, made, row.id) for row in chosen if row.is_section),
        tuple(_entry(reader, made.item(row.id)) for row in chosen if not row.is_section),
        part,
    )


def _branch(reader: Reader, made: Sketch, number: int) -> Branch:
    here = made.section(number)
    return Branch(
        here.kind,
        here.title,
        tuple(_entry(reader, made.item(each)) for each in made.entries(number)),
        tuple(_branch(reader, made, each) for each in made.children(number)),
    )


def _entry(reader: Reader, item: Item) -> Entry:
    if item.kind is ItemKind.ARGUMENT and item.argument_id is not None:
        argument = reader.get(Argument, item.argument_id)
        return Entry(item.kind, argument.claim, argument.uid, argument.name, argument.warrant, argument.impact)
    if item.kind is ItemKind.CARD and item.card_id is not None:
        card = reader.get(Card, item.card_id)
        return Entry(item.kind, card.tag or card.quote, card.uid)
    if item.kind is ItemKind.ANSWER and item.answer_id is not None:
        answer = reader.get(Answer, item.answer_id)
        words = answer.wording or reader.get(Argument, answer.answering_id).claim
        return Entry(item.kind, words, answer.uid)
    return Entry(item.kind, item.text)


def paste(library: Library, data: str, place: Place) -> Changes:
    """Put a clipping at a place: as references where its arguments may stand there, else as copies of them.

    `data` is a clipping's. What is not in this library comes in by its words. Raise OutlineError for other data.
    """
    found = clipping.read(data)
    with library.edit("Paste") as edit:
        _Paster(edit, place).put(found)
    return edit.changes


def paste_text(library: Library, text: str, place: Place) -> Changes:
    """Put the lines of another program at a place: those with lines below them as sections, the others as rows."""
    with library.edit("Paste text") as edit:
        home = edit.get(Section, place.parent_id) if place.parent_id is not None else None
        notes = place.part is Part.NOTES or (home is not None and home.kind in _OF_NOTES)
        found = clipping.from_text(text, ItemKind.NOTE if notes else ItemKind.ARGUMENT)
        if not found:
            raise ServiceError("There are no words to paste.")
        _Paster(edit, place).put(found)
    return edit.changes


_OF_NOTES = frozenset({SectionKind.NOTE, SectionKind.OVERVIEW, SectionKind.PLAN})


class _Paster:
    """Put clippings into a brief within an edit."""

    def __init__(self, edit: Edit, place: Place) -> None:
        self._edit = edit
        self._place = place
        self._brief = edit.get(Brief, place.brief_id)

    def put(self, found: Clipping) -> None:
        """Put everything at the place, in its order; raise OutlineError when rows have no section to stand in."""
        place = self._place
        if place.parent_id is not None:
            home = self._edit.get(Section, place.parent_id)
            if home.brief_id != self._brief.id:
                raise OutlineError("That section is not in this brief.")
            place = replace(place, part=home.part)
        if found.entries and place.parent_id is None:
            if found.branches or len(found.entries) > 1 or found.entries[0].kind is not ItemKind.ARGUMENT:
                raise OutlineError("Only a section can stand at the top; paste this into a section.")
            # One line pasted at the top is a heading.
            found = Clipping((Branch(outlining.fitting(place), found.entries[0].text),))
        sections = [self._section(branch, place) for branch in found.branches]
        entries = [self._item(entry, place.parent_id) for entry in found.entries if place.parent_id is not None]
        made = outlining.sketch(self._edit, [self._brief.id])
        made.move([section(each.id) for each in sections], place)
        if entries:
            made.move([Row("item", each.id) for each in entries], place)
        outlining.store(self._edit, made)

    def _section(self, branch: Branch, place: Place) -> Section:
        new = self._edit.add(
            Section(
                brief_id=self._brief.id,
                parent_id=place.parent_id,
                part=place.part,
                kind=branch.kind,
                title=branch.title.strip() or "…",
                rank=place.index,
            )
        )
        for rank, entry in enumerate(branch.entries):
            self._item(entry, new.id, rank)
        for rank, each in enumerate(branch.branches):
            self._section(each, Place(self._brief.id, place.part, new.id, rank))
        return new

    def _item(self, entry: Entry, section_id: int | None, rank: int = 0) -> Item:
        assert section_id is not None
        made = self._known(entry) or self._anew(entry)
        return self._edit.add(replace(made, section_id=section_id, rank=rank))

    def _known(self, entry: Entry) -> Item | None:
        if not entry.uid:
            return None
        if entry.kind is ItemKind.ARGUMENT:
            argument = self._edit.first(Argument, uid=entry.uid)
            if argument is not None:
                if (argument.topic_id, argument.side) != (self._brief.topic_id, self._brief.side):
                    where = {"topic_id": self._brief.topic_id, "side": self._brief.side}
                    argument = arguments.copy(self._edit, argument, **where)  # type: ignore[arg-type]
                return Item(section_id=0, kind=entry.kind, argument_id=argument.id)
        if entry.kind is ItemKind.CARD:
            card = self._edit.first(Card, uid=entry.uid)
            return None if card is None else Item(section_id=0, kind=entry.kind, card_id=card.id)
        answer = self._edit.first(Answer, uid=entry.uid) if entry.kind is ItemKind.ANSWER else None
        if answer is not None and rehoming.on_side(self._edit, answer.id, self._brief):
            return Item(section_id=0, kind=entry.kind, answer_id=answer.id)
        return None

    def _anew(self, entry: Entry) -> Item:
        if entry.kind is not ItemKind.ARGUMENT or not entry.text.strip():
            return Item(section_id=0, kind=ItemKind.NOTE, text=entry.text)
        draft = Argument(
            topic_id=self._brief.topic_id,
            side=self._brief.side,
            claim=entry.text.strip(),
            name=entry.name,
            warrant=entry.warrant,
            impact=entry.impact,
        )
        return Item(section_id=0, kind=entry.kind, argument_id=arguments.make(self._edit, draft).id)


def duplicate(library: Library, rows: Sequence[Row]) -> Changes:
    """Put a copy right after each row, with arguments of its own that nothing answers yet; cards stay references."""
    with library.edit("Duplicate") as edit:
        made = outlining.sketch_of(edit, rows)
        for row in made.topmost(rows):
            place = made.place_of(row)
            after = replace(place, index=place.index + 1)
            if row.is_section:
                new = copy_branch(edit, made, row.id, after, _own_argument(edit))
                twin = section(new.id)
            else:
                entry = _own_argument(edit)(made.item(row.id))
                twin = Row("item", edit.add(replace(entry, id=0, uid="")).id)
            fresh = outlining.sketch_of(edit, [row])
            fresh.move([twin], after)
            outlining.store(edit, fresh)
            made = outlining.sketch_of(edit, rows)
    return edit.changes


def _own_argument(edit: Edit) -> Callable[[Item], Item]:
    def own(item: Item) -> Item:
        if item.kind is not ItemKind.ARGUMENT or item.argument_id is None:
            return item
        return replace(item, argument_id=arguments.copy(edit, edit.get(Argument, item.argument_id)).id)

    return own


def copy_branch(edit: Edit, made: Sketch, number: int, place: Place, item: Callable[[Item], Item | None]) -> Section:
    """Copy a section with all it holds within an edit; `item` gives what each row becomes, None to leave it out."""
    old = made.section(number)
    new = edit.add(
        replace(
            old,
            id=0,
            uid="",
            brief_id=place.brief_id,
            part=place.part,
            parent_id=place.parent_id,
            rank=place.index,
        )
    )
    for each in made.entries(number):
        entry = item(made.item(each))
        if entry is not None:
            edit.add(replace(entry, id=0, uid="", section_id=new.id))
    for rank, child in enumerate(made.children(number)):
        copy_branch(edit, made, child, Place(place.brief_id, place.part, new.id, rank), item)
    return new
