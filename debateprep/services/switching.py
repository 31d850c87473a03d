"""An argument that turns out to help the other side: it crosses over with what it rests on."""

from debateprep.domain.changes import Changes
from debateprep.domain.model import Argument, Brief, Item, Section
from debateprep.domain.sketch import LAST, Place, item
from debateprep.domain.terms import Part, SectionKind
from debateprep.services import arguments, briefs, outlining, rehoming, topics
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library


def switch_side(library: Library, number: int, *, section_id: int | None = None, index: int | None = None) -> Changes:
    """Move an argument to the other side's brief, as when its row is moved there (`rehoming.settle`).

    Without a section it goes to the end of the other case's last contention, which is made where there is none. Raise
    ServiceError for a section of another brief.
    """
    with library.edit("Switch side") as edit:
        old = edit.get(Argument, number)
        home = edit.get(Section, section_id) if section_id is not None else _last_contention(edit, old)
        target = edit.get(Brief, home.brief_id)
        if (target.topic_id, target.side) != (old.topic_id, old.side.other):
            raise ServiceError(f"That section is not in the {old.side.other.label} brief of this topic.")
        places = edit.all(Item, argument_id=number)
        if places:
            made = outlining.sketch_of(edit, [item(places[0].id)], target.id)
            at = Place(target.id, home.part, home.id, LAST if index is None else index)
            moved = made.move([item(places[0].id)], at)
            outlining.store(edit, made)
            rehoming.settle(edit, made, moved, target)
        else:
            came = rehoming.adopt(edit, old, target)
            arguments.place(edit, came, home.id, index)
    return edit.changes


def _last_contention(edit: Edit, argument: Argument) -> Section:
    side = argument.side.other
    brief = topics.main_brief(edit, argument.topic_id, side)
    found = [
        each
        for each in edit.all(Section, brief_id=brief.id, part=Part.CASE.value)
        if each.kind is SectionKind.CONTENTION
    ]
    if found:
        return max(found, key=lambda each: (each.rank, each.id))
    return briefs.make_section(edit, argument.topic_id, side, argument.short)
