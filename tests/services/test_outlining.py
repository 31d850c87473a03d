"""Outlines are edited as in the best outliners, over references that stay true."""

from dataclasses import replace
from pathlib import Path

import pytest

from debateprep.domain.model import Answer, Argument, Brief, Card, Item, Section, Support, Topic
from debateprep.domain.outline import Node
from debateprep.domain.pages import ArgumentEntry
from debateprep.domain.sketch import OutlineError, Place, Row, item, section
from debateprep.domain.terms import ItemKind, Part, SectionKind, Side, SupportKind
from debateprep.services import answers, arguments, branches, briefs, outlining, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.services.pages import PageMaker
from debateprep.storage.library import Library
from tests.services.invariants import broken


class Bench:
    """A topic with a Pro contention of two arguments, and short ways to look at it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.topic = topics.add(library, Topic(resolution="Resolved: tea.")).new(Topic)
        with library.read() as reader:
            self.pro, self.con = (topics.main_brief(reader, self.topic, side).id for side in (Side.PRO, Side.CON))
        self.top = Place(self.pro, Part.CASE)
        self.first = outlining.insert_section(library, self.top, "Tea is good").new(Section)
        self.warms, self.wakes = (self.argument(claim) for claim in ("It warms", "It wakes"))

    def argument(self, claim: str, home: int = 0) -> int:
        draft = Argument(topic_id=self.topic, side=Side.PRO, claim=claim)
        return arguments.add(self.library, draft, section_id=home or self.first).new(Argument)

    def item_of(self, argument: int) -> Row:
        with self.library.read() as reader:
            return item(next(each.id for each in reader.all(Item) if each.argument_id == argument))

    def shape(self, brief: int = 0, part: Part = Part.CASE) -> list[object]:
        with self.library.read() as reader:
            claims = {each.id: each.claim for each in reader.all(Argument)}
            outline = briefs.outline_of(reader, brief or self.pro)

        def shown(node: Node) -> object:
            entries = [claims.get(i.argument_id or 0) or i.text or i.kind.value for i in node.items]
            return (node.section.title, *entries, *(shown(child) for child in node.children))

        return [shown(node) for node in outline[part]]


@pytest.fixture
def bench(empty: Library) -> Bench:
    return Bench(empty)


def test_rows_are_added_after_others_and_moved_among_them(bench: Bench) -> None:
    library = bench.library
    outlining.insert_after(library, bench.item_of(bench.warms), "It soothes")
    outlining.insert_after(library, section(bench.first), "Tea is cheap")
    outlining.insert_after(library, bench.item_of(bench.wakes), "say it slowly", kind=ItemKind.NOTE)
    assert bench.shape() == [("Tea is good", "It warms", "It soothes", "It wakes", "say it slowly"), ("Tea is cheap",)]
    outlining.shift(library, [bench.item_of(bench.warms)], 1)
    with library.read() as reader:
        second = briefs.find_section(reader, bench.topic, Side.PRO, "C2").id
    outlining.move(
        library, [bench.item_of(bench.wakes), bench.item_of(bench.warms)], Place(bench.pro, Part.CASE, second)
    )
    assert bench.shape() == [("Tea is good", "It soothes", "say it slowly"), ("Tea is cheap", "It warms", "It wakes")]
    outlining.indent(library, [section(second)])
    assert bench.shape() == [("Tea is good", "It soothes", "say it slowly", ("Tea is cheap", "It warms", "It wakes"))]
    with library.read() as reader:
        assert reader.get(Section, second).kind is SectionKind.SUBPOINT
        assert briefs.dossier(reader, bench.topic).numbers[bench.wakes] == "C1.3"
    before = library.content_hash()
    with pytest.raises(OutlineError):
        outlining.outdent(library, [section(bench.first)])
    assert library.content_hash() == before
    outlining.outdent(library, [section(second)])
    outlining.move(library, [section(second)], Place(bench.pro, Part.ANSWERS))
    assert bench.shape(part=Part.ANSWERS) == [("Tea is cheap", "It warms", "It wakes")]
    assert broken(library) == []
    for _ in range(3):
        library.undo()
    assert library.content_hash() != before


def test_several_rows_are_one_step(bench: Bench) -> None:
    rows = [bench.item_of(bench.warms), bench.item_of(bench.wakes)]
    before = bench.library.content_hash()
    outlining.remove(bench.library, rows)
    assert bench.shape() == [("Tea is good",)]
    bench.library.undo()
    assert bench.library.content_hash() == before
    with pytest.raises(ServiceError, match="Choose what"):
        outlining.remove(bench.library, [])


def test_a_branch_crosses_whole_and_what_it_lets_go_of_is_told(bench: Bench) -> None:
    library = bench.library
    answers.write(library, bench.warms, "So does coffee")
    arguments.support(library, bench.warms, text="Heat is heat.")
    changes = outlining.move(library, [section(bench.first)], Place(bench.con, Part.CASE))
    assert changes.notes == (
        "2 arguments let go of 1 answer, for answers hold between opposite sides only.",
        "An answer written for nothing else is in the trash.",
    )
    assert bench.shape(bench.con) == [("Tea is good", "It warms", "It wakes")]
    with library.read() as reader:
        assert {each.id for each in reader.all(Argument, side="con")} == {bench.warms, bench.wakes}
        assert [each.text for each in reader.all(Support, argument_id=bench.warms)] == ["Heat is heat."]
    assert broken(library) == []


def test_rows_go_to_another_topic(bench: Bench) -> None:
    other = topics.add(bench.library, Topic(resolution="Resolved: milk.")).new(Topic)
    with bench.library.read() as reader:
        brief = topics.main_brief(reader, other, Side.PRO).id
    outlining.move(bench.library, [section(bench.first)], Place(brief, Part.CASE))
    with bench.library.read() as reader:
        assert reader.get(Argument, bench.warms).topic_id == other
    assert broken(bench.library) == []


def test_splitting_and_merging(bench: Bench) -> None:
    library = bench.library
    outlining.split_section(library, bench.first, "Tea is lively", at=bench.item_of(bench.wakes))
    assert bench.shape() == [("Tea is good", "It warms"), ("Tea is lively", "It wakes")]
    outlining.split_text(library, bench.item_of(bench.warms), 2)
    assert bench.shape()[0] == ("Tea is good", "It", "warms")
    with pytest.raises(ServiceError, match="between words"):
        outlining.split_text(library, bench.item_of(bench.wakes), 0)
    with library.read() as reader:
        rows = [section(each.id) for each in reader.all(Section)]
    outlining.merge(library, rows, title="Tea")
    assert bench.shape() == [("Tea", "It", "warms", "It wakes")]
    outlining.rename(library, bench.item_of(bench.wakes), "It wakes us")
    assert bench.shape() == [("Tea", "It", "warms", "It wakes us")]


def test_merging_arguments_takes_answers_over_and_makes_no_circle(bench: Bench) -> None:
    library = bench.library
    reply = answers.write(library, bench.warms, "So does coffee").new(Argument)
    answers.write(library, bench.wakes, "Not at night")
    outlining.merge(library, [bench.item_of(bench.warms), bench.item_of(bench.wakes)])
    with library.read() as reader:
        assert {each.target_id for each in answers.of_topic(reader, bench.topic)} == {bench.warms}
        assert len(answers.of_topic(reader, bench.topic)) == 2
    library.undo()
    answers.add(library, Answer(answering_id=bench.wakes, target_id=reply))
    with pytest.raises(ServiceError, match="circle"):
        outlining.merge(library, [bench.item_of(bench.warms), bench.item_of(bench.wakes)])
    assert broken(library) == []


def test_a_reference_in_two_briefs_is_edited_once_unless_frozen(bench: Bench) -> None:
    library = bench.library
    extra = briefs.add(library, bench.topic, Side.PRO, "Second speaker").new(Brief)
    copied = branches.copy(library, [section(bench.first)])
    assert copied.text == "Tea is good\n    It warms\n    It wakes"
    pasted = branches.paste(library, copied.data, Place(extra, Part.CASE))
    assert bench.shape(extra) == bench.shape()
    with library.read() as reader:
        twin = next(e for e in reader.all(Item, argument_id=bench.warms) if ("item", e.id) in pasted.created)
    arguments.change(library, bench.warms, claim="It warms us")
    assert bench.shape(extra) == bench.shape() == [("Tea is good", "It warms us", "It wakes")]
    outlining.freeze(library, [bench.item_of(bench.warms).id])
    arguments.change(library, bench.warms, claim="It heats us")
    with library.read() as reader:
        dossier = briefs.dossier(reader, bench.topic)
    (contention,) = PageMaker(dossier).brief(Side.PRO).case
    shown = contention.entries[0]
    assert isinstance(shown, ArgumentEntry)
    assert shown.claim == "It warms us"
    assert dossier.others[extra][Part.CASE][0].items[0].id == twin.id
    outlining.thaw(library, [bench.item_of(bench.warms).id])
    with library.read() as reader:
        (contention,) = PageMaker(briefs.dossier(reader, bench.topic)).brief(Side.PRO).case
    assert isinstance(contention.entries[0], ArgumentEntry)
    assert contention.entries[0].claim == "It heats us"
    note = briefs.add_note(library, bench.first, "n").new(Item)
    with pytest.raises(ServiceError, match="Only an argument or a card"):
        outlining.freeze(library, [note])


def test_cutting_and_pasting_to_the_other_side_copies(bench: Bench) -> None:
    library = bench.library
    found, _ = branches.cut(library, [section(bench.first)])
    assert bench.shape() == []
    branches.paste(library, found.data, Place(bench.con, Part.CASE))
    assert bench.shape(bench.con) == [("Tea is good", "It warms", "It wakes")]
    with library.read() as reader:
        assert reader.get(Argument, bench.warms).side is Side.PRO
    assert broken(library) == []


def test_pasting_into_another_library_brings_the_words(bench: Bench, tmp_path: Path) -> None:
    arguments.change(bench.library, bench.warms, warrant="It is hot.")
    copied = branches.copy(bench.library, [section(bench.first)])
    with Library(tmp_path / "other.db") as other:
        there = Bench(other)
        branches.paste(other, copied.data, there.top)
        assert there.shape()[1] == ("Tea is good", "It warms", "It wakes")
        with other.read() as reader:
            assert [each.warrant for each in reader.all(Argument) if each.warrant] == ["It is hot."]


def test_text_of_another_program_is_pasted(bench: Bench) -> None:
    branches.paste_text(bench.library, "Tea is cheap\n  A bag is a cent\n  Water is free", bench.top)
    assert bench.shape()[1] == ("Tea is cheap", "A bag is a cent", "Water is free")
    branches.paste_text(bench.library, "One claim", Place(bench.pro, Part.CASE, bench.first))
    assert bench.shape()[0] == ("Tea is good", "It warms", "It wakes", "One claim")
    branches.paste_text(bench.library, "Remember\n  Smile", Place(bench.pro, Part.NOTES))
    assert bench.shape(part=Part.NOTES) == [("Remember", "Smile")]
    with pytest.raises(ServiceError, match="no words"):
        branches.paste_text(bench.library, " \n", bench.top)


def test_a_duplicate_has_arguments_of_its_own(bench: Bench) -> None:
    answers.write(bench.library, bench.warms, "So does coffee")
    branches.duplicate(bench.library, [section(bench.first)])
    assert bench.shape() == [("Tea is good", "It warms", "It wakes")] * 2
    with bench.library.read() as reader:
        assert answers.coverage(reader, bench.topic)[0].sentence == "Pro arguments with a Con answer: 1 of 4"
        assert [s.rank for s in reader.all(Section)] == [0, 1]


def test_a_deleted_branch_comes_back_after_any_later_work(bench: Bench) -> None:
    library = bench.library
    outer = outlining.insert_section(library, bench.top, "Why tea").new(Section)
    outlining.move(library, [section(bench.first)], Place(bench.pro, Part.CASE, outer))
    answers.write(library, bench.warms, "So does coffee")
    outlining.remove(library, [section(bench.first)])
    outlining.move(library, [section(outer)], Place(bench.pro, Part.ANSWERS))
    arguments.remove(library, bench.wakes)
    trash.put(library, Section, outer)
    changes = trash.restore(library, Section, bench.first)
    assert bench.shape(part=Part.ANSWERS) == [("Why tea", ("Tea is good", "It warms", "It wakes"))]
    assert broken(library) == []
    assert changes.notes == ()


def test_an_answer_that_would_make_a_circle_by_now_stays_in_the_trash(bench: Bench) -> None:
    library = bench.library
    made = answers.write(library, bench.warms, "So does coffee")
    reply, link = made.new(Argument), made.new(Answer)
    answers.remove(library, link)
    answers.add(library, Answer(answering_id=bench.warms, target_id=reply))
    before = library.content_hash()
    with pytest.raises(ServiceError, match="circle"):
        trash.restore(library, Answer, link)
    assert library.content_hash() == before
    library.undo()
    arguments.remove(library, reply)
    library.undo()
    trash.restore(library, Answer, link)
    with pytest.raises(ServiceError, match="not in the trash"):
        trash.restore(library, Answer, link)
    assert broken(library) == []


def test_restoring_an_argument_leaves_behind_what_no_longer_fits(bench: Bench) -> None:
    library = bench.library
    reply = answers.write(library, bench.warms, "So does coffee").new(Argument)
    arguments.remove(library, bench.warms)
    with library.edit("Turn round") as edit:
        edit.put(replace(edit.get(Argument, reply), side=Side.PRO))
    changes = trash.restore(library, Argument, bench.warms)
    assert "stays in the trash" in changes.notes[0]
    assert broken(library) == []


def test_cards_and_answers_are_carried_as_references(bench: Bench) -> None:
    library = bench.library
    with library.edit("Card") as edit:
        card = edit.add(Card(tag="Tea keeps", quote="It keeps."))
        edit.add(Support(argument_id=bench.warms, kind=SupportKind.QUOTED, card_id=card.id))
    briefs.add_card(library, bench.first, card.id)
    copied = branches.copy(library, [section(bench.first)])
    branches.paste(library, copied.data, Place(bench.con, Part.CASE))
    with library.read() as reader:
        assert len(reader.all(Item, card_id=card.id)) == 2
        assert len(reader.all(Card)) == 1
    with pytest.raises(ServiceError, match="main brief"):
        briefs.remove(library, bench.pro)
    extra = briefs.add(library, bench.topic, Side.PRO, "Second").new(Brief)
    briefs.make_main(library, extra)
    briefs.rename(library, bench.pro, "Old one")
    briefs.remove(library, bench.pro)
    trash.restore(library, Brief, bench.pro)
    with library.read() as reader:
        assert [each.main for each in reader.all(Brief, side="pro")] == [False, True]


def test_an_overview_and_a_plan_text_take_time_and_a_note_does_not(bench: Bench) -> None:
    def words() -> int:
        with bench.library.read() as reader:
            return PageMaker(briefs.dossier(reader, bench.topic)).case_words(Side.PRO)

    bare = words()
    for kind, more in ((SectionKind.OVERVIEW, 4), (SectionKind.PLAN, 4), (SectionKind.NOTE, 1)):
        made = outlining.insert_section(bench.library, bench.top, "Title", kind=kind).new(Section)
        briefs.add_note(bench.library, made, "three more words")
        assert words() - bare == more
        bare = words()


def test_sections_and_notes_are_added_after_and_inside_what_stands_there(bench: Bench) -> None:
    library = bench.library
    second = outlining.insert_section_after(library, bench.first, "Tea is cheap").new(Section)
    outlining.insert_section_after(library, bench.first, "Tea is old")
    inside = outlining.insert_section_in(library, bench.first, "In winter").new(Section)
    outlining.insert_note_after(library, bench.item_of(bench.warms).id, "say it slowly")
    assert bench.shape() == [
        ("Tea is good", "It warms", "say it slowly", "It wakes", ("In winter",)),
        ("Tea is old",),
        ("Tea is cheap",),
    ]
    with library.read() as reader:
        assert reader.get(Section, second).kind is SectionKind.CONTENTION
        assert reader.get(Section, inside).kind is SectionKind.SUBPOINT


def test_what_is_discarded_together_goes_as_it_goes_one_by_one(bench: Bench) -> None:
    library = bench.library
    second = outlining.insert_section_after(library, bench.first, "Tea is cheap").new(Section)
    kept = bench.argument("It costs little", second)
    answer = answers.write(library, kept, "Not in cafés").new(Answer)
    before = library.content_hash()
    outlining.discard(library, [bench.item_of(bench.warms), section(second)], [answer])
    assert bench.shape() == [("Tea is good", "It wakes")]
    with library.read() as reader:
        claims = {each.claim for each in reader.all(Argument)}
        assert reader.all(Answer) == []
    assert claims == {"It wakes", "It costs little", "Not in cafés"}, "what stood in the section stays in the library"
    library.undo()
    assert library.content_hash() == before
    assert broken(library) == []


def test_an_argument_of_another_topic_answers_as_a_copy(bench: Bench) -> None:
    library = bench.library
    other = topics.add(library, Topic(resolution="Resolved: coffee.")).new(Topic)
    theirs = arguments.add(library, Argument(topic_id=other, side=Side.PRO, claim="Heat harms")).new(Argument)
    link = answers.from_elsewhere(library, bench.warms, theirs).new(Answer)
    with library.read() as reader:
        answer = reader.get(Answer, link)
        copy = reader.get(Argument, answer.answering_id)
    assert (copy.topic_id, copy.side, copy.claim) == (bench.topic, Side.CON, "Heat harms")
    assert copy.id != theirs
