"""What every walk asks of a library can be broken, and each break is named."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from debateprep.domain.model import Answer, Argument, Brief, Item, Section, Thing, Topic
from debateprep.domain.terms import ItemKind, Part, Side
from debateprep.storage.edit import Edit
from debateprep.storage.library import Library
from tests.services.invariants import broken

# The numbers that `sound` gives.
OURS, THEIRS, STRANGER = 1, 2, 3
PRO_BRIEF, CON_BRIEF = 1, 2
TOP, INNER = 1, 2
SHOWN, ANSWERING = 1, 2


@pytest.fixture
def sound(empty: Library) -> Library:
    """Make a topic of two arguments, one of which answers the other and stands in a section; and another topic."""
    with empty.edit("fill") as edit:
        one, other = (edit.add(Topic(resolution=f"Resolved: {words}.")).id for words in ("tea", "milk"))
        edit.add(Argument(topic_id=one, side=Side.PRO, claim="It warms"))
        edit.add(Argument(topic_id=one, side=Side.CON, claim="It cools"))
        edit.add(Argument(topic_id=other, side=Side.CON, claim="It spoils"))
        edit.add(Answer(answering_id=THEIRS, target_id=OURS))
        for side in (Side.PRO, Side.CON):
            edit.add(Brief(topic_id=one, side=side))
        edit.add(Section(brief_id=PRO_BRIEF, title="Tea is good"))
        edit.add(Section(brief_id=PRO_BRIEF, parent_id=TOP, title="In winter"))
        edit.add(Item(section_id=INNER, kind=ItemKind.ARGUMENT, argument_id=OURS))
        edit.add(Item(section_id=TOP, kind=ItemKind.ANSWER, answer_id=1))
    assert broken(empty) == []
    return empty


def trash(edit: Edit, *gone: tuple[type[Thing], int]) -> None:
    for thing, number in gone:
        edit.trash(thing, number)


def move_to_con(edit: Edit) -> None:
    edit.trash(Item, SHOWN)
    edit.put(replace(edit.get(Section, INNER), brief_id=CON_BRIEF))


def change_answer(edit: Edit, answering: int, target: int) -> None:
    edit.put(replace(edit.get(Answer, 1), answering_id=answering, target_id=target))


BREAKS: dict[str, tuple[Callable[[Edit], object], set[str]]] = {
    "the answering argument is gone": (lambda edit: edit.trash(Argument, THEIRS), {"answer 1 has no end"}),
    "an answer of another topic": (
        lambda edit: change_answer(edit, STRANGER, OURS),
        {"answer 1 is not between opposite sides of one topic"},
    ),
    "an answer of one's own side": (
        lambda edit: edit.put(replace(edit.get(Argument, THEIRS), side=Side.PRO)),
        {"answer 1 is not between opposite sides of one topic"},
    ),
    "an answer twice": (
        lambda edit: edit.add(Answer(answering_id=THEIRS, target_id=OURS)),
        {"an answer is there twice"},
    ),
    "answers in a circle": (
        lambda edit: edit.add(Answer(answering_id=OURS, target_id=THEIRS)),
        {"answers go round in a circle"},
    ),
    "a section without a brief": (
        lambda edit: trash(edit, (Item, SHOWN), (Item, ANSWERING), (Brief, PRO_BRIEF)),
        {"section 1 is in no brief", "section 2 is in no brief"},
    ),
    "a section in itself": (
        lambda edit: edit.put(replace(edit.get(Section, TOP), parent_id=INNER)),
        {"section 1 stands in itself", "section 2 stands in itself"},
    ),
    "a section in one that is gone": (
        lambda edit: trash(edit, (Item, ANSWERING), (Section, TOP)),
        {"section 2 stands in nothing"},
    ),
    "a section of another brief": (
        move_to_con,
        {"section 2 is not where its parent is"},
    ),
    "a section of another part": (
        lambda edit: edit.put(replace(edit.get(Section, INNER), part=Part.NOTES)),
        {"section 2 is not where its parent is"},
    ),
    "an item in a section that is gone": (lambda edit: edit.trash(Section, INNER), {"item 1 stands in nothing"}),
    "an item of an argument that is gone": (
        lambda edit: trash(edit, (Answer, 1), (Item, ANSWERING), (Argument, OURS)),
        {"item 1 refers to nothing"},
    ),
    "an item of the other side's argument": (
        lambda edit: edit.put(replace(edit.get(Item, SHOWN), argument_id=THEIRS)),
        {"item 1 shows an argument of another side or topic"},
    ),
    "an item of an answer that is gone": (lambda edit: edit.trash(Answer, 1), {"item 2 refers to no answer"}),
}


@pytest.mark.parametrize("name", BREAKS)
def test_each_break_is_named(sound: Library, name: str) -> None:
    act, said = BREAKS[name]
    with sound.edit(name) as edit:
        act(edit)
    assert set(broken(sound)) == said
