"""Suggested answers: the samples' true answers are among the first five when their links are hidden."""

import random
from dataclasses import replace
from typing import Any

import pytest

from debateprep.domain import suggesting
from debateprep.domain.model import Answer, Argument, Card, Position, Source, Topic
from debateprep.domain.terms import Aim, Role, Side
from debateprep.services import answers, arguments, suggestions, topics
from debateprep.storage.library import Library

FIRST = 5


class _Hidden(Exception):
    """Leave an edit without storing it."""


def first_offers(library: Library, hidden: Answer) -> list[tuple[str, int]]:
    """Return what is offered first for an answer's target while that answer is not there."""
    found = []
    try:
        with library.edit("Hide") as edit:
            edit.trash(Answer, hidden.id)
            found = suggestions.offers(edit, hidden.target_id, limit=FIRST)
            raise _Hidden
    except _Hidden:
        return [(each.kind, each.id) for each in found]


def test_the_true_answer_is_among_the_first_five(library: Library) -> None:
    with library.read() as reader:
        every = [link for topic in reader.all(Topic) for link in answers.of_topic(reader, topic.id)]
        rivals = len(reader.all(Argument))
    before = library.content_hash()
    missed = [each for each in every if ("argument", each.answering_id) not in first_offers(library, each)]
    assert library.content_hash() == before
    answered = {each.target_id for each in every}
    wholly = answered - {each.target_id for each in missed}
    share = 1 - len(missed) / len(every)
    print(f"\ntrue answer in the first {FIRST}: {len(every) - len(missed)} of {len(every)} answers ({share:.0%}), "
          f"{len(wholly)} of {len(answered)} answered arguments ({len(wholly) / len(answered):.0%}); "
          f"{rivals} arguments in the library")  # fmt: skip
    assert share >= 0.8
    assert len(wholly) / len(answered) >= 0.8


def test_the_measure_can_fail(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    with library.read() as reader:
        every = answers.of_topic(reader, reader.all(Topic)[0].id)
    chance, offer = random.Random(5), suggesting._offer

    def drawn(*given: Any) -> object:
        made = offer(*given)
        return made and replace(made, score=chance.random())

    monkeypatch.setattr(suggesting, "_offer", drawn)
    hits = sum(("argument", each.answering_id) in first_offers(library, each) for each in every)
    assert hits < len(every) * 0.8


@pytest.fixture
def tea(empty: Library) -> tuple[Library, int]:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    pro = Argument(topic_id=topic, side=Side.PRO, claim="Kettles boil cheaply in every kitchen")
    return empty, arguments.add(empty, pro).new(Argument)


def position(library: Library, topic_id: int | None, words: str, side: Side, role: Role = Role.CLAIM) -> int:
    with library.edit("Position") as edit:
        source = edit.first(Source) or edit.add(Source(title="On kettles", concludes=Side.PRO))
        new = Position(source_id=source.id, topic_id=topic_id, statement=words, side=side, role=role)
        return edit.add(new).id


def test_what_the_author_concedes_comes_first_and_shared_words_are_shown(tea: tuple[Library, int]) -> None:
    library, target = tea
    close = position(library, 1, "Kettles never boil cheaply in a cold kitchen", Side.CON)
    granted = position(library, 1, "Some kettles boil dear in a kitchen", Side.CON, Role.CONCESSION)
    with library.read() as reader:
        first, second = suggestions.offers(reader, target)
    assert (first.id, first.conceded) == (granted, True)
    assert (second.id, second.conceded) == (close, False)
    assert {word.casefold() for word in second.shared} == {"kettles", "boil", "cheaply", "kitchen"}


def test_what_may_not_or_need_not_answer_is_not_offered(tea: tuple[Library, int]) -> None:
    library, target = tea
    with library.edit("Card") as edit:
        card = edit.add(Card(tag="Kettles boil slowly in a kitchen", quote="They boil slowly.", topic_id=1)).id
        own = edit.add(Card(tag="Kettles boil in a kitchen", quote="They boil.", topic_id=1)).id
    arguments.support(library, target, card_id=own)
    there = answers.write(library, target, "Kettles do not boil cheaply").new(Argument)
    answered = arguments.add(library, Argument(topic_id=1, side=Side.CON, claim="Kitchen kettles boil dry")).new(
        Argument
    )
    answers.drop(library, target, answered)
    other = topics.add(library, Topic(resolution="Resolved: kettles.")).new(Topic)
    older = arguments.add(library, Argument(topic_id=other, side=Side.PRO, claim="Kettles boil over")).new(Argument)
    with library.read() as reader:
        found = {(each.kind, each.id): each for each in suggestions.offers(reader, target)}
        support = {(each.kind, each.id) for each in suggestions.offers(reader, target, Aim.SUPPORT)}
    assert ("argument", there) not in found
    assert ("argument", answered) not in found
    assert ("card", own) not in found
    assert found["card", card].shared
    assert found["argument", older].elsewhere
    assert support == {("card", card)}
    answers.from_card(library, target, card)
    with library.read() as reader:
        assert ("card", card) not in {(each.kind, each.id) for each in suggestions.offers(reader, target)}


def test_a_claim_of_common_words_finds_nothing_and_does_not_fail(empty: Library) -> None:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    for claim in ("It is so.", '"; DROP TABLE argument --', "🚌", "NEAR(a b) OR *"):
        made = arguments.add(empty, Argument(topic_id=topic, side=Side.PRO, claim=claim)).new(Argument)
        with empty.read() as reader:
            assert suggestions.offers(reader, made) == []
