"""Topics copied, and begun from a format's template."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from debateprep.domain.changes import Changes
from debateprep.domain.formats import SectionPlan, Template
from debateprep.domain.model import (
    Argument,
    Brief,
    Item,
    SavedFilter,
    Section,
    Topic,
)
from debateprep.domain.sketch import Place
from debateprep.domain.terms import ItemKind, Part, Side
from debateprep.services import answers, arguments, branches, formats, outlining, topics
from debateprep.services.errors import ServiceError
from debateprep.storage.edit import Edit, Reader
from debateprep.storage.library import Library


def duplicate(library: Library, topic_id: int, name: str = "", *, arguments_too: bool = True) -> Changes:
    """Copy a topic with its briefs, arguments and answers, or with its outline and notes alone.

    Evidence is shared with the first topic, not copied; rounds stay with the topic they were debated on.
    """
    with library.edit("Duplicate topic") as edit:
        old = edit.get(Topic, topic_id)
        named = name.strip() or f"{old.short} (copy)"
        new = edit.add(replace(old, id=0, uid="", name=named, sample="", archived=False))
        copier = _Copier(edit, old, new)
        if arguments_too:
            copier.arguments()
        copier.briefs()
        for each in edit.all(SavedFilter, topic_id=old.id):
            edit.add(replace(each, id=0, uid="", topic_id=new.id))
    return edit.changes


class _Copier:
    """Copy what belongs to a topic into another, within an edit."""

    def __init__(self, edit: Edit, old: Topic, new: Topic) -> None:
        self._edit = edit
        self._old = old
        self._new = new
        self._arguments: dict[int, int] = {}
        self._answers: dict[int, int] = {}

    def arguments(self) -> None:
        """Copy arguments with what hangs on them, and the answers between them."""
        for each in self._edit.all(Argument, topic_id=self._old.id):
            made = arguments.copy(self._edit, each, topic_id=self._new.id)
            self._arguments[each.id] = made.id
        for answer in answers.of_topic(self._edit, self._old.id):
            one, two = self._arguments[answer.answering_id], self._arguments[answer.target_id]
            copied = self._edit.add(replace(answer, id=0, uid="", answering_id=one, target_id=two))
            self._answers[answer.id] = copied.id

    def briefs(self) -> None:
        """Copy the briefs with their outlines."""
        for brief in self._edit.all(Brief, topic_id=self._old.id):
            new = self._edit.add(replace(brief, id=0, uid="", topic_id=self._new.id))
            made = outlining.sketch(self._edit, [brief.id])
            for part in Part:
                tops = self._edit.all(Section, brief_id=brief.id, part=part.value, parent_id=None)
                for rank, top in enumerate(tops):
                    branches.copy_branch(self._edit, made, top.id, Place(new.id, part, None, rank), self._item)

    def _item(self, item: Item) -> Item | None:
        if item.kind is ItemKind.ARGUMENT:
            number = self._arguments.get(item.argument_id or 0)
            return None if number is None else replace(item, argument_id=number)
        if item.kind is ItemKind.ANSWER:
            number = self._answers.get(item.answer_id or 0)
            return None if number is None else replace(item, answer_id=number)
        return item


# Templates


@dataclass(frozen=True, slots=True)
class Offered:
    """A template that a topic may begin with, and how many sections it brings to each side."""

    template: Template
    pro: int
    con: int


def offered(library: Library, topic_id: int) -> list[Offered]:
    """Return the templates of a topic's format."""
    with library.read() as reader:
        found = formats.of_topic(reader, topic_id).templates
    return [Offered(each, _count(each.sections, Side.PRO), _count(each.sections, Side.CON)) for each in found]


Stand = tuple[Part, str, str]
"""Where a section stands: its part, the title of the one it stands in ("" at the top), and its own, both folded."""


def standing(library: Library, topic_id: int) -> dict[Side, frozenset[Stand]]:
    """Return where the sections of each side's main brief stand; a template's section that stands so is left out."""
    with library.read() as reader:
        return {side: _stands(reader, topics.main_brief(reader, topic_id, side).id) for side in (Side.PRO, Side.CON)}


def _stands(reader: Reader, brief_id: int) -> frozenset[Stand]:
    sections = {each.id: each for each in reader.all(Section, brief_id=brief_id)}
    above = {each.id: sections.get(each.parent_id or 0) for each in sections.values()}
    return frozenset(
        (each.part, outer.title.casefold() if (outer := above[each.id]) else "", each.title.casefold())
        for each in sections.values()
    )


def _count(plans: Sequence[SectionPlan], side: Side) -> int:
    return sum(1 + _count(plan.sections, side) for plan in plans if plan.side in (side, Side.NEITHER))


def add(library: Library, topic: Topic, template: str = "") -> Changes:
    """Make a topic with its main briefs, and with a template of its format; raise ServiceError for an unknown one."""
    with library.edit("New topic") as edit:
        made = topics.make(edit, topic)
        if template:
            _put(edit, made, template)
    return edit.changes


def apply(library: Library, topic_id: int, template: str) -> Changes:
    """Add the sections of a template to both main briefs, after what is there; titles that are there are left out."""
    with library.edit("Add template") as edit:
        brought, there = _put(edit, edit.get(Topic, topic_id), template)
        if there:
            new = "1 section was" if brought == 1 else f"{brought} sections were"
            edit.notes.append(f"{new} added; {there} of that title {'was' if there == 1 else 'were'} there already.")
    return edit.changes


def _put(edit: Edit, topic: Topic, key: str) -> tuple[int, int]:
    """Add a template's sections, and return how many were added, and how many were there already."""
    form = formats.of(edit, topic.format)
    chosen = form.template(key)
    if chosen is None:
        there = ", ".join(each.key for each in form.templates) or "none"
        raise ServiceError(f"{form.name} has no template “{key}”; there are {there}.")
    brought, kept = 0, 0
    for side in (Side.PRO, Side.CON):
        brief = topics.main_brief(edit, topic.id, side)
        known = len(edit.all(Section, brief_id=brief.id))
        whole = _plant(edit, brief.id, chosen.sections, side)
        new = len(edit.all(Section, brief_id=brief.id)) - known
        brought, kept = brought + new, kept + whole - new
    return brought, kept


def _plant(edit: Edit, brief_id: int, plans: Sequence[SectionPlan], side: Side, parent: Section | None = None) -> int:
    many = 0
    for plan in plans:
        if plan.side not in (side, Side.NEITHER):
            continue
        part = parent.part if parent else plan.part
        above = parent.id if parent else None
        beside = edit.all(Section, brief_id=brief_id, part=part.value, parent_id=above)
        same = next((each for each in beside if each.title.casefold() == plan.title.casefold()), None)
        made = same or edit.add(
            Section(
                brief_id=brief_id,
                parent_id=above,
                part=part,
                kind=plan.kind,
                title=plan.title,
                rank=max((each.rank for each in beside), default=-1) + 1,
            )
        )
        many += 1 + _plant(edit, brief_id, plan.sections, side, made)
    return many
