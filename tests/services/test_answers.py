"""Answers come from cards and positions, stand in groups, are applied elsewhere, and are sorted and checked."""

import pytest

from debateprep.domain.filters import Filter
from debateprep.domain.model import Answer, Argument, Card, Label, Position, SavedFilter, Support, Topic
from debateprep.domain.terms import ArgumentStatus, Check, ResponseType, Side, SupportKind
from debateprep.services import answers, arguments, briefs, clash, selections, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library
from tests.services.invariants import broken


@pytest.fixture
def three(empty: Library) -> list[int]:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.", format="public-forum")).new(Topic)
    drafts = [Argument(topic_id=topic, side=Side.PRO, claim=claim) for claim in ("It warms", "It wakes", "It is cheap")]
    return [arguments.add(empty, draft).new(Argument) for draft in drafts]


def test_a_card_or_a_position_answers(library: Library, practice: Topic) -> None:
    with library.read() as reader:
        target = next(
            a for a in answers.open_arguments(reader, practice.id, Side.PRO) if a.name == "Shared like the park"
        )
        card = reader.all(Card, topic_id=practice.id)[0]
        position = reader.all(Position, topic_id=practice.id)[0]
    made = answers.from_card(library, target.id, card.id, response=ResponseType.NON_UNIQUE)
    from_position = answers.from_position(library, target.id, position.id, tier=2)
    with library.read() as reader:
        argument = reader.get(Argument, made.new(Argument))
        assert (argument.side, argument.claim) == (Side.CON, card.tag)
        assert [s.card_id for s in reader.all(Support, argument_id=argument.id)] == [card.id]
        assert reader.get(Answer, made.new(Answer)).response is ResponseType.NON_UNIQUE
        support = reader.first(Support, argument_id=from_position.new(Argument))
        assert support is not None
        assert support.position_id == position.id
        assert support.kind is not SupportKind.REASONING
    library.undo()
    library.undo()
    assert broken(library) == []


def test_one_answer_for_several_with_its_own_words_for_each(empty: Library, three: list[int]) -> None:
    made = answers.group(empty, three[:2], name="Comfort", claim="Coffee does that too")
    one, two = (number for kind, number in made.created if kind == "answer")
    answers.change(empty, two, response=ResponseType.MITIGATE, wording="Coffee wakes better")
    answers.group(empty, three, name="All of it", answering_id=made.new(Argument))
    with empty.read() as reader:
        links = reader.all(Answer)
        assert [(a.target_id, a.grouped_as) for a in links] == [(number, "All of it") for number in three]
        assert [a.wording for a in links] == ["", "Coffee wakes better", ""]
        assert links[1].response is ResponseType.MITIGATE
    answers.ungroup(empty, one)
    with empty.read() as reader:
        assert {a.grouped_as for a in reader.all(Answer)} == {""}
    with pytest.raises(ServiceError, match="in no group"):
        answers.ungroup(empty, one)
    with pytest.raises(ServiceError, match="two arguments"):
        answers.group(empty, three[:1], name="x", claim="y")
    with pytest.raises(ServiceError, match="needs a claim"):
        answers.group(empty, three, name="x")
    assert broken(empty) == []


def test_an_answer_is_applied_to_a_further_argument(empty: Library, three: list[int]) -> None:
    first = answers.write(empty, three[0], "Coffee does that too", response=ResponseType.NON_UNIQUE)
    applied = answers.cross_apply(empty, first.new(Answer), three[1], wording="Coffee wakes too")
    with empty.read() as reader:
        new = reader.get(Answer, applied.new(Answer))
    assert (new.answering_id, new.response, new.wording) == (
        first.new(Argument),
        ResponseType.NON_UNIQUE,
        "Coffee wakes too",
    )
    with pytest.raises(ServiceError, match="already there"):
        answers.cross_apply(empty, first.new(Answer), three[1])
    with pytest.raises(ServiceError, match="Only a Con"):
        answers.drop(empty, three[0], three[1])
    answers.drop(empty, three[2], first.new(Argument))
    with pytest.raises(ServiceError, match="circle"):
        answers.cross_apply(empty, first.new(Answer), three[2])


def test_faults_follow_the_format_and_the_year(library: Library, practice: Topic) -> None:
    with library.read() as reader:
        found = clash.faults(reader, practice.id)
        assert Check.OPEN in {each.check for each in found}
        assert clash.faults(reader, practice.id, wanted=[Check.OVER_TIME]) == []
        slow = clash.faults(reader, practice.id, wanted=[Check.OVER_TIME], words_a_minute=60)
    assert "over the speech's 4:00" in slow[0].reason
    topics.change(library, practice.id, format="british-parliamentary")
    with library.read() as reader:
        assert Check.CITE not in {each.check for each in clash.faults(reader, practice.id)}


def test_labels_status_and_strength_choose(empty: Library, three: list[int]) -> None:
    selections.rate(empty, three[:2], status=ArgumentStatus.READY, strength=4)
    selections.add_label(empty, " key  point ", [("argument", number) for number in three[1:]])
    selections.add_label(empty, "Key Point", [("argument", three[1])])
    with empty.read() as reader:
        assert len(reader.all(Label)) == 1
        assert len(selections.labelled(reader, "key point")) == 2
        shown = clash.matrix(reader, 1, Filter(labels=frozenset({"key point"}), strength=4))
    assert [each.argument.id for each in shown.rows] == [three[1]]
    assert shown.counts[0].total == 3
    arguments.remove(empty, three[2])
    with empty.read() as reader:
        assert selections.labelled(reader, "key point") == [(Argument, three[1])]
    empty.undo()
    selections.save(empty, "Best", Filter(strength=4, open=True), topic_id=1)
    selections.save(empty, "best", Filter(strength=3), topic_id=1)
    selections.save(empty, "All ready", Filter(statuses=frozenset({ArgumentStatus.READY})))
    with empty.read() as reader:
        assert [each.name for each in selections.saved(reader, 1)] == ["All ready", "Best"]
        assert selections.find(reader, 1, "BEST") == Filter(strength=3)
        number = reader.all(SavedFilter, topic_id=1)[0].id
        with pytest.raises(ServiceError, match="no saved filter"):
            selections.find(reader, 1, "worst")
    selections.forget(empty, number)
    selections.change_label(empty, "key point", new_name="Crux", colour="amber")
    selections.add_label(empty, "other", [])
    with pytest.raises(ServiceError, match="already"):
        selections.change_label(empty, "other", new_name="crux")
    selections.remove_label(empty, "crux", [("argument", three[1])])
    selections.delete_label(empty, "crux")
    with empty.read() as reader:
        assert selections.labelled(reader, "crux") == []
        assert [each.name for each in selections.labels(reader)] == ["other"]
        label = reader.trashed()[0]
    trash.restore(empty, trash.kind(label.kind), label.id)
    with pytest.raises(ServiceError):
        selections.rate(empty, three, strength=9)
    with pytest.raises(ServiceError):
        selections.save(empty, "x", Filter())


def test_a_card_in_both_briefs_is_found_wherever_it_stands(library: Library, practice: Topic) -> None:
    with library.read() as reader:
        dossier = briefs.dossier(reader, practice.id)
        used = next(s.card_id for some in dossier.supports.values() for s in some
                    if s.card_id and dossier.arguments[s.argument_id].side is Side.PRO)  # fmt: skip
        con = briefs.find_section(reader, practice.id, Side.CON, "C1").id
        before = {each.cards for each in clash.faults(reader, practice.id, wanted=[Check.BOTH_SIDES])}
    briefs.add_card(library, con, used)
    with library.read() as reader:
        found = clash.faults(reader, practice.id, wanted=[Check.BOTH_SIDES])
    assert {each.cards for each in found} - before == {(used,)}
    (new,) = [each for each in found if each.cards == (used,)]
    assert "for Con in “Free travel shrinks the service”" in new.reason


def test_labels_have_colours_and_their_names_follow_into_filters(empty: Library, three: list[int]) -> None:
    selections.add_label(empty, "crux", [("argument", three[0])])
    selections.make_label(empty, "second")
    with empty.read() as reader:
        assert [each.colour for each in selections.labels(reader)] == ["blue", "teal"], "each the least used colour"
    with pytest.raises(ServiceError, match="There is a label “crux” already"):
        selections.make_label(empty, " Crux ")
    with pytest.raises(ServiceError, match="one of blue, teal"):
        selections.change_label(empty, "crux", colour="mauve")
    selections.save(empty, "Cruxes", Filter(labels=frozenset({"crux"})), topic_id=1)
    before = empty.content_hash()
    selections.change_label(empty, "crux", new_name="key")
    with empty.read() as reader:
        assert selections.find(reader, 1, "Cruxes") == Filter(labels=frozenset({"key"}))
        assert [each.name for each in selections.labels_on(reader, "argument", {three[0]})[three[0]]] == ["key"]
    gone = selections.delete_label(empty, "key")
    assert gone.notes == ("The label “key” is in the trash; it was on 1 thing.",)
    empty.undo()
    empty.undo()
    assert empty.content_hash() == before


def test_filters_of_cards_and_of_arguments_do_not_meet(empty: Library, three: list[int]) -> None:
    selections.save(empty, "Mine", Filter(open=True), topic_id=1)
    selections.save_of_cards(empty, "mine", [("used", "no")], topic_id=1)
    with empty.read() as reader:
        (arguments_,), (cards,) = selections.saved(reader, 1), selections.saved(reader, 1, of_cards=True)
        assert selections.find(reader, 1, "Mine") == Filter(open=True)
    assert cards.terms == (selections.OF_CARDS, ("used", "no"))
    selections.save_of_cards(empty, "Other", [("used", "yes")], topic_id=1)
    with pytest.raises(ServiceError, match="There is a saved filter “Other” already"):
        selections.rename(empty, cards.id, "Other")
    selections.rename(empty, arguments_.id, "Other")
    with pytest.raises(ServiceError, match="asks for nothing"):
        selections.save_of_cards(empty, "Empty", [], topic_id=1)
