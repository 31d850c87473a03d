"""Values of the clash are stored and read back as they were, and mean the same in another library."""

from dataclasses import fields, replace
from pathlib import Path

from debateprep.domain.article import PartialDate
from debateprep.domain.model import (
    Answer,
    Argument,
    Brief,
    Frozen,
    Heard,
    Item,
    Line,
    Mark,
    OwnFormat,
    Question,
    Round,
    SavedFilter,
    Section,
    Thing,
    Topic,
)
from debateprep.domain.terms import (
    ArgumentStatus,
    ItemKind,
    LineKind,
    MarkKind,
    Outcome,
    QuestionKind,
    SectionKind,
    Side,
)
from debateprep.storage.edit import Edit, those
from debateprep.storage.library import Library


def store(edit: Edit) -> list[Thing]:
    topic = edit.add(Topic(resolution="R", archived=True, evidence_since=2015))
    one = Argument(topic_id=topic.id, side=Side.PRO, claim="a", status=ArgumentStatus.READY, strength=5)
    pro = edit.add(one)
    con = edit.add(replace(one, side=Side.CON, status=ArgumentStatus.IDEA, strength=0))
    brief = edit.add(Brief(topic_id=topic.id, side=Side.PRO, main=False))
    home = edit.add(Section(brief_id=brief.id, kind=SectionKind.PLAN, title="“Plan” ½ 🚌"))
    kept = Frozen(claim="c", name="n", warrant="w", impact="i", tag="t", cite="x", marks=(Mark(MarkKind.OMIT, 1, 2),))
    where = edit.add(Round(topic_id=topic.id, name="R1", side=Side.CON, held=PartialDate(2026, 3), judge="J"))
    return [
        topic,
        pro,
        con,
        edit.add(Answer(answering_id=con.id, target_id=pro.id, grouped_as="Cost")),
        home,
        edit.add(Item(section_id=home.id, kind=ItemKind.ARGUMENT, argument_id=pro.id, frozen=kept)),
        edit.add(Item(section_id=home.id, kind=ItemKind.ARGUMENT, argument_id=pro.id, frozen=Frozen())),
        edit.add(Item(section_id=home.id, kind=ItemKind.NOTE, text="n")),
        edit.add(Question(argument_id=pro.id, kind=QuestionKind.POINT, ask="?", expect="!", follow_up="…", rank=2)),
        edit.add(Line(argument_id=pro.id, kind=LineKind.REVERSIBILITY, text="l", rank=1)),
        where,
        edit.add(Heard(round_id=where.id, argument_id=con.id, answering_id=pro.id, said="s", outcome=Outcome.PARTLY)),
        edit.add(SavedFilter(name="f", topic_id=topic.id, terms=(("open", "yes"), ("labels", "a, b")))),
        edit.add(OwnFormat(key="k", text='name = "K"\n')),
    ]


def test_every_value_is_read_back_as_it_was(tmp_path: Path) -> None:
    with Library(tmp_path / "one.db") as library:
        with library.edit("Store") as edit:
            stored = store(edit)
        with library.read() as reader:
            for value in stored:
                assert reader.get(type(value), value.id) == value
                defaults = [f for f in fields(value) if getattr(value, f.name) == f.default]
                assert len(defaults) < len(fields(value))
        before = library.content_hash()
        library.undo()
        library.redo()
        assert library.content_hash() == before
        assert library.faults() == []


def test_things_are_asked_for_by_what_they_belong_to(tmp_path: Path) -> None:
    with Library(tmp_path / "one.db") as library:
        with library.edit("Store") as edit:
            store(edit)
            store(edit)
        with library.read() as reader:
            second = reader.all(Topic)[1].id
            own = those(Brief, topic_id=second)
            (home,) = reader.all(Section, brief_id=own)
            assert len(reader.all(Item, section_id=those(Section, brief_id=own))) == 3
            assert {each.section_id for each in reader.all(Item, section_id=those(Section, brief_id=own))} == {home.id}
        with library.edit("Trash") as edit:
            edit.trash(Brief, home.brief_id)
        with library.read() as reader:
            assert reader.all(Section, brief_id=own) == []
