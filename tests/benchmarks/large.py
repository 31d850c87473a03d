"""A topic as large as any team's: 2,000 arguments and 3,000 answers, the same at every run."""

import random

from debateprep.domain.model import Answer, Argument, Brief, Item, Section, Topic
from debateprep.domain.terms import ItemKind, ResponseType, Side
from debateprep.services import topics
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library

ARGUMENTS, ANSWERS = 2000, 3000
IN_CASE = 600
WORDS = "people would rather walk than wait for what they cannot count on and a city that plans for it saves".split()


def large_topic(library: Library) -> int:
    """Make a topic of 2,000 arguments and 3,000 answers, and return its number."""
    chance = random.Random(5)
    topic = topics.add(library, Topic(resolution="Resolved: Cities should plan for walking.")).new(Topic)
    with library.edit("Fill") as edit:
        sides = [Side.PRO if at % 2 else Side.CON for at in range(ARGUMENTS)]
        made = [
            edit.add(
                Argument(topic_id=topic, side=side, claim=" ".join(chance.choices(WORDS, k=chance.randint(5, 30))))
            )
            for side in sides
        ]
        _cases(edit, topic, made[:IN_CASE])
        _answers(edit, chance, made)
    return topic


def _cases(edit: Edit, topic: int, made: list[Argument]) -> None:
    for side in (Side.PRO, Side.CON):
        brief = edit.first(Brief, topic_id=topic, side=side.value)
        assert brief is not None
        own = [each for each in made if each.side is side]
        for rank in range(0, len(own), 10):
            section = edit.add(Section(brief_id=brief.id, title=f"Contention {rank // 10 + 1}", rank=rank))
            for at, argument in enumerate(own[rank : rank + 10]):
                edit.add(Item(section_id=section.id, kind=ItemKind.ARGUMENT, argument_id=argument.id, rank=at))


def _answers(edit: Edit, chance: random.Random, made: list[Argument]) -> None:
    pairs: set[tuple[int, int]] = set()
    for at in range(IN_CASE, ARGUMENTS):
        pairs.add((at, at - 1 - 2 * chance.randrange(min(300, at // 2))))
    while len(pairs) < ANSWERS:
        at = chance.randrange(IN_CASE, ARGUMENTS)
        pairs.add((at, at - 1 - 2 * chance.randrange(at // 2)))
    kinds = list(ResponseType)
    for one, other in sorted(pairs):
        edit.add(Answer(answering_id=made[one].id, target_id=made[other].id, response=chance.choice(kinds)))
