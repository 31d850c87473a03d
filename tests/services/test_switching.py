"""An argument crosses to the other side whole, and everything that cannot hold there goes to the trash in one step."""

from dataclasses import dataclass

import pytest

from debateprep.domain.model import Answer, Argument, Item, Section, Support, Topic
from debateprep.domain.terms import Part, SectionKind, Side
from debateprep.services import answers, arguments, briefs, switching, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library


@dataclass
class Topics:
    """A topic with a contention on each side and two Pro arguments."""

    library: Library
    topic: int
    pro: int
    con: int
    one: int
    two: int


@pytest.fixture
def made(empty: Library) -> Topics:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    pro = briefs.add_section(empty, topic, Side.PRO, "Tea is good").new(Section)
    con = briefs.add_section(empty, topic, Side.CON, "Tea is bad").new(Section)
    one, two = (
        arguments.add(empty, Argument(topic_id=topic, side=Side.PRO, claim=claim), section_id=pro).new(Argument)
        for claim in ("It stains", "It wakes")
    )
    arguments.support(empty, one, text="Cups show it.")
    return Topics(empty, topic, pro, con, one, two)


def claims(library: Library, section: int) -> list[str]:
    """Return the claims of the arguments in a section, in order."""
    with library.read() as reader:
        items = sorted(reader.all(Item, section_id=section), key=lambda item: item.rank)
        return [reader.get(Argument, item.argument_id or 0).claim for item in items]


def test_an_argument_goes_to_the_end_of_the_other_case_with_its_supports(made: Topics) -> None:
    arguments.add(made.library, Argument(topic_id=made.topic, side=Side.CON, claim="It is bitter"), section_id=made.con)
    before = made.library.content_hash()
    changes = switching.switch_side(made.library, made.one)
    assert changes.step == "Switch side"
    assert changes.trashed == ()
    with made.library.read() as reader:
        assert reader.get(Argument, made.one).side is Side.CON
        assert [each.text for each in reader.all(Support, argument_id=made.one)] == ["Cups show it."]
        assert briefs.dossier(reader, made.topic).numbers[made.one] == "C1.2"
    assert claims(made.library, made.pro) == ["It wakes"]
    assert claims(made.library, made.con) == ["It is bitter", "It stains"]
    made.library.undo()
    assert made.library.content_hash() == before


def test_it_goes_to_a_place_that_is_named(made: Topics) -> None:
    switching.switch_side(made.library, made.two, section_id=made.con)
    switching.switch_side(made.library, made.one, section_id=made.con, index=0)
    assert claims(made.library, made.con) == ["It stains", "It wakes"]
    with pytest.raises(ServiceError, match="not in the Pro brief"):
        switching.switch_side(made.library, made.one, section_id=made.con)


def test_a_contention_is_made_where_the_other_side_has_none(empty: Library) -> None:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    briefs.add_section(empty, topic, Side.CON, "In short", kind=SectionKind.OVERVIEW)
    one = arguments.add(empty, Argument(topic_id=topic, side=Side.PRO, claim="It stains")).new(Argument)
    home = switching.switch_side(empty, one).new(Section)
    assert claims(empty, home) == ["It stains"]
    with empty.read() as reader:
        section = reader.get(Section, home)
        assert (section.kind, section.part, section.title) == (SectionKind.CONTENTION, Part.CASE, "It stains")


def test_answers_go_to_the_trash_and_with_them_what_was_written_for_nothing_else(made: Topics) -> None:
    library = made.library
    reply = answers.write(library, made.one, "Cups can be washed").new(Argument)
    answers.write(library, reply, "Nobody washes them")
    both = arguments.add(library, Argument(topic_id=made.topic, side=Side.CON, claim="Water"), section_id=made.con)
    for target in (made.one, made.two):
        answers.add(library, Answer(answering_id=both.new(Argument), target_id=target))
    before = library.content_hash()
    changes = switching.switch_side(library, made.one)
    assert changes.trashed[0][0] == "answer"
    with library.read() as reader:
        assert {each.claim for each in reader.all(Argument)} == {"It stains", "It wakes", "Water"}
        assert [each.target_id for each in reader.all(Answer)] == [made.two]
    library.undo()
    assert library.content_hash() == before


def test_what_comes_out_of_the_trash_links_no_two_arguments_of_a_side(made: Topics) -> None:
    library = made.library
    done = answers.write(library, made.one, "Cups can be washed")
    reply, link = done.new(Argument), done.new(Answer)
    switching.switch_side(library, made.one)
    with pytest.raises(ServiceError, match="Only a Pro argument can answer"):
        trash.restore(library, Answer, link)
    trash.restore(library, Argument, reply)
    with library.read() as reader:
        assert reader.get(Argument, reply).claim == "Cups can be washed"
        assert reader.all(Answer) == []
    switching.switch_side(library, made.one)
    trash.restore(library, Answer, link)
    with library.read() as reader:
        assert [each.id for each in reader.all(Answer)] == [link]
