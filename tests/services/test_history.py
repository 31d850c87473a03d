"""The history panel: steps with what they touched, any point to go to, and deleted branches brought back."""

import pytest

from debateprep.domain.changes import How
from debateprep.domain.model import Argument, Section, Topic
from debateprep.domain.sketch import section
from debateprep.domain.terms import Side
from debateprep.services import answers, arguments, briefs, history, outlining, topics
from debateprep.services.errors import ServiceError
from debateprep.storage.errors import NotFound
from debateprep.storage.library import Library
from tests.services.invariants import broken


@pytest.fixture
def worked(empty: Library) -> tuple[Library, int, int]:
    """Make a topic with a section of two arguments, one of them answered."""
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    home = briefs.add_section(empty, topic, Side.PRO, "Tea is good").new(Section)
    for claim in ("It warms", "It wakes"):
        made = arguments.add(empty, Argument(topic_id=topic, side=Side.PRO, claim=claim), section_id=home)
    answers.write(empty, made.new(Argument), "It does not")
    return empty, topic, home


def test_steps_say_what_they_touched(worked: tuple[Library, int, int]) -> None:
    library, _, home = worked
    outlining.remove(library, [section(home)])
    steps = history.steps(library)
    assert [step.name for step in steps][:2] == ["Remove row", "Write answer"]
    gone = history.detail(library, steps[0].id).touched
    assert [(each.kind, each.how) for each in gone] == [
        ("section", How.TRASHED),
        ("item", How.TRASHED),
        ("item", How.TRASHED),
    ]
    assert gone[0].title == "Tea is good"
    made = history.detail(library, steps[1].id).touched
    assert {each.how for each in made} == {How.MADE}
    assert "It does not" in [each.title for each in made]
    library.undo()
    assert history.detail(library, steps[0].id).step.undone
    with pytest.raises(NotFound, match="no step 99"):
        history.detail(library, 99)


def test_any_point_can_be_gone_to_and_back(worked: tuple[Library, int, int]) -> None:
    library, topic, home = worked
    hashes = {}
    for number in range(5):
        briefs.rename_section(library, home, f"Title {number}")
        hashes[history.steps(library)[0].id] = library.content_hash()
    ids = sorted(hashes)
    for goal in (ids[1], ids[4], ids[0], ids[3]):
        history.go_to(library, goal)
        assert library.content_hash() == hashes[goal]
    assert history.go_to(library, ids[3]) == []
    assert len(history.go_to(library, 0)) == len(history.steps(library)) - 1
    with library.read() as reader:
        assert reader.all(Topic) == []
    history.go_to(library, ids[4])
    assert library.content_hash() == hashes[ids[4]]
    with pytest.raises(ServiceError, match="no longer in the history"):
        history.go_to(library, 999)
    assert topic


def test_what_a_step_threw_away_comes_back_after_later_work(worked: tuple[Library, int, int]) -> None:
    library, topic, home = worked
    outlining.remove(library, [section(home)])
    thrown = history.steps(library)[0].id
    other = briefs.add_section(library, topic, Side.PRO, "Tea is cheap").new(Section)
    arguments.add(library, Argument(topic_id=topic, side=Side.PRO, claim="A bag is a cent"), section_id=other)
    history.restore_deleted(library, thrown)
    with library.read() as reader:
        dossier = briefs.dossier(reader, topic)
        assert len(dossier.numbers) == 3
    with pytest.raises(ServiceError, match="has been brought back"):
        history.restore_deleted(library, thrown)
    with pytest.raises(ServiceError, match="nothing in the trash"):
        history.restore_deleted(library, history.steps(library)[1].id)
    assert broken(library) == []
