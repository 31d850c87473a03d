"""Across the sides there is one road: by command or by moving its row, an argument fares as a plain model says."""

import random
from dataclasses import dataclass, field

import pytest

from debateprep.domain.model import Answer, Argument, Brief, Heard, Item, Round, Section, Topic
from debateprep.domain.sketch import Place, item
from debateprep.domain.terms import ItemKind, Part, Side
from debateprep.services import answers, arguments, outlining, rounds, switching, topics
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library
from tests.services.invariants import broken

Name = tuple[str, Side]


@dataclass
class Model:
    """A topic in plain sets and lists: who is there, who answers whom, what stands where, what was heard."""

    arguments: set[Name] = field(default_factory=set)
    links: set[tuple[Name, Name]] = field(default_factory=set)
    sections: dict[int, list[Name]] = field(default_factory=dict)
    heard: set[Name] = field(default_factory=set)

    def cross(self, one: Name, section: int, index: int) -> None:
        """Take an argument to a section of the other side, the slow way."""
        came = (one[0], one[1].other)
        self.arguments.add(came)
        if one in self.heard:
            home = next((each for each in self.sections.values() if one in each), None)
            if home is not None:
                home.remove(one)
        else:
            answering = [a for a, target in self.links if target == one]
            self.links = {link for link in self.links if one not in link}
            self.arguments.remove(one)
            for home in self.sections.values():
                home[:] = [there for there in home if there != one]
            for each in answering:
                self._drop_if_unused(each)
        self.sections[section].insert(index, came)

    def _drop_if_unused(self, one: Name) -> None:
        stands = any(one in each for each in self.sections.values())
        if stands or one in self.heard or any(a == one for a, _ in self.links):
            return
        answering = [a for a, target in self.links if target == one]
        self.arguments.remove(one)
        self.links = {link for link in self.links if one not in link}
        for each in answering:
            self._drop_if_unused(each)


def build(library: Library, chance: random.Random) -> tuple[int, dict[Side, list[int]]]:
    """Make a topic with arguments of both sides, in none, one or two sections, answered and heard by chance."""
    topic = topics.add(library, Topic(resolution="Resolved: tea.")).new(Topic)
    homes: dict[Side, list[int]] = {}
    made = []
    for side in (Side.PRO, Side.CON):
        with library.read() as reader:
            brief = topics.main_brief(reader, topic, side).id
        places = [outlining.insert_section(library, Place(brief, Part.CASE), f"S{n}").new(Section) for n in range(2)]
        homes[side] = places
        for number in range(3):
            draft = Argument(topic_id=topic, side=side, claim=f"{side.value} {number}")
            made.append(arguments.add(library, draft).new(Argument))
            with library.edit("Place") as edit:
                for home in chance.sample(places, chance.choice((0, 1, 1, 2))):
                    arguments.place(edit, edit.get(Argument, made[-1]), home)
    for _ in range(8):
        one, two = chance.sample(made, 2)
        try:
            answers.add(library, Answer(answering_id=one, target_id=two))
        except ServiceError:
            continue
    if chance.random() < 0.5:
        held = rounds.add(library, Round(topic_id=topic, name="R", side=Side.PRO)).new(Round)
        con = [number for number in made if number > made[2]]
        rounds.hear(library, held, argument_id=chance.choice(con))
    return topic, homes


def seen(library: Library, topic: int) -> Model:
    """Return what the library says of a topic."""
    with library.read() as reader:
        names = {each.id: (each.claim, each.side) for each in reader.all(Argument, topic_id=topic)}
        briefs = {each.id for each in reader.all(Brief, topic_id=topic)}
        links = {
            (names[each.answering_id], names[each.target_id])
            for each in reader.all(Answer)
            if each.answering_id in names
        }
        sections: dict[int, list[Name]] = {
            each.id: [] for each in reader.all(Section) if each.brief_id in briefs and each.part is Part.CASE
        }
        for each in sorted(reader.all(Item), key=lambda one: (one.rank, one.id)):
            if each.section_id in sections and each.kind is ItemKind.ARGUMENT:
                sections[each.section_id].append(names[each.argument_id or 0])
        heard = {names[each.argument_id] for each in reader.all(Heard) if each.argument_id in names}
    assert len(set(names.values())) == len(names)
    return Model(set(names.values()), links, sections, heard)


@pytest.mark.parametrize("seed", range(12))
def test_both_ways_across_fare_as_the_model_says(empty: Library, seed: int) -> None:
    chance = random.Random(seed)
    topic, homes = build(empty, chance)
    with empty.read() as reader:
        every = reader.all(Argument, topic_id=topic)
    before = empty.content_hash()
    for argument in every:
        home = chance.choice(homes[argument.side.other])
        expected = seen(empty, topic)
        index = chance.randint(0, len(expected.sections[home]))
        links = len(expected.links)
        expected.cross((argument.claim, argument.side), home, index)
        changes = switching.switch_side(empty, argument.id, section_id=home, index=index)
        assert seen(empty, topic) == expected
        assert broken(empty) == []
        assert bool(changes.notes) or links == len(expected.links), "what goes is told"
        empty.undo()
        assert empty.content_hash() == before
        with empty.read() as reader:
            place = reader.first(Item, argument_id=argument.id)
            brief = reader.get(Section, home).brief_id
        if place is not None:
            moved = outlining.move(empty, [item(place.id)], Place(brief, Part.CASE, home, index))
            assert seen(empty, topic) == expected
            assert moved.notes == changes.notes
            empty.undo()
            assert empty.content_hash() == before


def test_what_was_heard_in_a_round_stays_and_a_copy_goes(empty: Library) -> None:
    topic, homes = build(empty, random.Random(0))
    held = rounds.add(empty, Round(topic_id=topic, name="R", side=Side.PRO)).new(Round)
    heard = rounds.hear(empty, held, claim="Tea stains").new(Argument)
    changes = switching.switch_side(empty, heard, section_id=homes[Side.PRO][0])
    assert changes.notes == ("“Tea stains” stays on the Con side, as it was heard in a round; a copy went.",)
    assert {("Tea stains", Side.PRO), ("Tea stains", Side.CON)} <= seen(empty, topic).arguments
