"""Topics are archived, copied, and begun from templates."""

from dataclasses import replace

import pytest

from debateprep.domain.model import Argument, Section, Topic
from debateprep.domain.terms import Part, SectionKind, Side
from debateprep.services import answers, briefs, clash, selections, topic_copies, topics
from debateprep.services.errors import ServiceError
from debateprep.services.pages import PageMaker
from debateprep.storage.library import Library
from tests.services.invariants import broken


def test_an_archived_topic_is_out_of_the_way(empty: Library) -> None:
    old = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    new = topics.add(empty, Topic(resolution="Resolved: milk.")).new(Topic)
    topics.archive(empty, new)
    with empty.read() as reader:
        assert topics.find(reader).id == old
        assert topics.find(reader, "milk").archived
    assert [each.id for each in topics.listed(empty, archived=False)] == [old]
    assert [each.id for each in topics.listed(empty, archived=True)] == [new]
    topics.archive(empty, new, archived=False)
    assert len(topics.listed(empty, archived=False)) == 2
    topics.set_evidence_since(empty, old, 2015)
    with pytest.raises(ServiceError, match="four figures"):
        topics.set_evidence_since(empty, old, -3)


def test_a_topics_words_are_kept_as_given_and_the_rest_stays(empty: Library) -> None:
    number = topics.add(empty, Topic(resolution="Resolved: tea.", notes="Mine")).new(Topic)
    topics.archive(empty, number)
    given = Topic(id=number, resolution="Resolved: milk.", pro_stance="For it", evidence_since=2020)
    topics.put(empty, given)
    with empty.read() as reader:
        found = reader.get(Topic, number)
    assert (found.resolution, found.pro_stance, found.evidence_since) == ("Resolved: milk.", "For it", 2020)
    assert (found.notes, found.archived) == ("Mine", True)
    for wrong in (replace(given, resolution=" "), replace(given, evidence_since=-1)):
        with pytest.raises(ServiceError):
            topics.put(empty, wrong)


def test_a_copy_says_the_same_and_is_its_own(library: Library, practice: Topic) -> None:
    with library.read() as reader:
        crux = reader.all(Argument, topic_id=practice.id)[0].id
    selections.add_label(library, "crux", [("argument", crux)])
    before = library.content_hash()
    copy = topic_copies.duplicate(library, practice.id, "Second try").new(Topic)
    with library.read() as reader:
        first, second = (briefs.dossier(reader, number) for number in (practice.id, copy))
        assert second.topic.name == "Second try"
        assert second.topic.sample == ""
        assert [each.sentence for each in clash.matrix(reader, copy).counts] == [
            each.sentence for each in clash.matrix(reader, practice.id).counts
        ]
        assert sorted(map(str, first.labels.values())) == sorted(map(str, second.labels.values()))
    assert list(first.numbers.values()) == list(second.numbers.values())
    assert not first.arguments.keys() & second.arguments.keys()
    for side in (Side.PRO, Side.CON):
        one, two = PageMaker(first).brief(side), PageMaker(second).brief(side)
        assert (one.case, one.answers, one.notes, one.works) == (two.case, two.answers, two.notes, two.works)
    assert broken(library) == []
    outline = topic_copies.duplicate(library, practice.id, arguments_too=False).new(Topic)
    with library.read() as reader:
        bare = briefs.dossier(reader, outline)
    assert bare.arguments == {}
    assert bare.topic.name.endswith("(copy)")
    assert len(bare.outlines[Side.PRO][Part.CASE]) == len(first.outlines[Side.PRO][Part.CASE])
    library.undo()
    library.undo()
    assert library.content_hash() == before


def test_a_topic_begins_with_its_formats_outline(empty: Library) -> None:
    topic = topic_copies.add(empty, Topic(resolution="Resolved: x.", format="policy"), "case").new(Topic)
    with empty.read() as reader:
        dossier = briefs.dossier(reader, topic)
    pro = [node.section for node in dossier.outlines[Side.PRO][Part.CASE]]
    con = [node.section for node in dossier.outlines[Side.CON][Part.CASE]]
    assert [each.title for each in pro] == ["Plan", "Inherency", "Harms", "Solvency"]
    assert pro[0].kind is SectionKind.PLAN
    assert "Disadvantage" in [each.title for each in con]
    (offer,) = topic_copies.offered(empty, topic)
    assert (offer.pro, offer.con) == (5, 4)
    before = empty.content_hash()
    again = topic_copies.apply(empty, topic, "case")
    assert empty.content_hash() == before
    assert not again, "nothing is there twice"
    briefs.remove_section(empty, pro[1].id)
    told = topic_copies.apply(empty, topic, "case").notes
    assert told == ("1 section was added; 8 of that title were there already.",)
    empty.undo()
    empty.undo()
    assert empty.content_hash() == before
    with pytest.raises(ServiceError, match="no template “blitz”; there are case"):
        topic_copies.apply(empty, topic, "blitz")
    with empty.read() as reader:
        assert [each.rank for each in reader.all(Section, part="answers")] == [0, 0]
        assert answers.coverage(reader, topic)[0].total == 0
