"""What is heard in rounds becomes arguments of the other side; questions and lines stand ready on any argument."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from debateprep.domain.article import PartialDate
from debateprep.domain.model import Answer, Argument, Heard, Line, Question, Round, Topic
from debateprep.domain.terms import LineKind, Outcome, QuestionKind, Side
from debateprep.services import answers, arguments, briefs, clash, rounds, search, speaking, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.storage.library import Library
from tests.services.invariants import broken


@pytest.fixture
def round_(empty: Library) -> int:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    new = Round(topic_id=topic, name="Round 1", side=Side.PRO, opponent="Hill School", held=PartialDate(2026, 3, 7))
    return rounds.add(empty, new).new(Round)


def test_what_was_heard_is_an_argument_of_the_other_side_and_shows_in_coverage(empty: Library, round_: int) -> None:
    made = rounds.hear(empty, round_, claim="Tea stains", answer="Milk stains too", outcome=Outcome.WORKED)
    assert len(made.created) == 4
    argument = made.new(Argument)
    rounds.hear(empty, round_, argument_id=argument, said="We said it washes out", outcome=Outcome.FAILED)
    with empty.read() as reader:
        shown = clash.matrix(reader, 1).columns[0]
        assert (shown.argument.side, shown.heard, shown.worked, shown.open) == (Side.CON, 2, 1, False)
        assert len(reader.all(Answer)) == 1
        assert [each.name for each in rounds.listed(reader, 1)] == ["Round 1"]
        second = rounds.heard_in(reader, 1)[1]
    rounds.judge(empty, second.id, Outcome.WORKED, notes="judge nodded")
    answering = arguments.add(empty, Argument(topic_id=1, side=Side.PRO, claim="Soap exists")).new(Argument)
    rounds.hear(empty, round_, argument_id=argument, answering_id=answering)
    with empty.read() as reader:
        assert clash.matrix(reader, 1).columns[0].worked == 2
        assert len(reader.all(Answer)) == 2
    rounds.remove(empty, round_)
    with empty.read() as reader:
        assert clash.matrix(reader, 1).columns[0].heard == 0
        assert len(reader.all(Argument)) == 3
    trash.restore(empty, Round, round_)
    with empty.read() as reader:
        assert len(reader.all(Heard)) == 3
    assert broken(empty) == []


def test_a_round_is_noted_with_what_was_heard_in_it_as_one_step(empty: Library) -> None:
    topic = topics.add(empty, Topic(resolution="Resolved: tea.")).new(Topic)
    made = rounds.hear(empty, Round(topic_id=topic, name="Final", side=Side.CON), claim="Tea cools")
    with empty.read() as reader:
        assert reader.get(Argument, made.new(Argument)).side is Side.PRO
        assert reader.get(Heard, made.new(Heard)).round_id == made.new(Round)
    with pytest.raises(ServiceError, match="needs a name"):
        rounds.hear(empty, Round(topic_id=topic, name="", side=Side.CON), claim="Tea stains")
    rounds.forget(empty, made.new(Heard))
    with empty.read() as reader:
        assert rounds.heard_in(reader, topic) == []
        assert reader.get(Argument, made.new(Argument)).claim == "Tea cools"
    empty.undo()
    empty.undo()
    with empty.read() as reader:
        assert rounds.listed(reader, topic) == []
        assert reader.all(Argument) == []


def test_a_round_is_kept_as_it_is_given(empty: Library, round_: int) -> None:
    with empty.read() as reader:
        debated = reader.get(Round, round_)
    rounds.put(empty, replace(debated, opponent="", held=None))
    with empty.read() as reader:
        assert reader.get(Round, round_) == replace(debated, opponent="", held=None)
    with pytest.raises(ServiceError, match="needs a name"):
        rounds.put(empty, replace(debated, name=" "))


@pytest.mark.parametrize(("words", "date"), [("2026", (2026,)), ("2026-03", (2026, 3)), (" 2026-03-07 ", (2026, 3, 7))])
def test_a_day_is_read_as_far_as_it_is_known(words: str, date: tuple[int, ...]) -> None:
    assert PartialDate.of(words) == PartialDate(*date)


@pytest.mark.parametrize("words", ["", "soon", "2026-13", "2026-02-30", "2026-03-07-01", "0"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.of(words)


def test_what_cannot_be_recorded_is_said(empty: Library, round_: int) -> None:
    rounds.change(empty, round_, name="Final", judge="Ms Ode", held=PartialDate(2026))
    other = topics.add(empty, Topic(resolution="Resolved: milk.")).new(Topic)
    stranger = arguments.add(empty, Argument(topic_id=other, side=Side.CON, claim="x")).new(Argument)
    ours = arguments.add(empty, Argument(topic_id=1, side=Side.CON, claim="y")).new(Argument)
    before = empty.content_hash()
    refused: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: rounds.hear(empty, round_, argument_id=stranger), "another topic"),
        (lambda: rounds.hear(empty, round_), "needs a claim"),
        (lambda: rounds.hear(empty, round_, claim="Tea stains", answering_id=ours), "Only a Pro"),
        (lambda: rounds.add(empty, Round(topic_id=1, name=" ")), "needs a name"),
        (lambda: rounds.change(empty, round_, name=""), "needs a name"),
    )
    for go, words in refused:
        with pytest.raises(ServiceError, match=words):
            go()
    assert empty.content_hash() == before
    neither = rounds.add(empty, Round(topic_id=1, name="Watched")).new(Round)
    with pytest.raises(ServiceError, match="which side was ours"):
        rounds.hear(empty, neither, claim="Tea stains")


def found(library: Library, words: str) -> list[int]:
    return [hit.id for hit in search.find(library, words) if hit.kind == "argument"]


def test_questions_and_lines_stand_on_an_argument(empty: Library, round_: int) -> None:
    argument = arguments.add(empty, Argument(topic_id=1, side=Side.PRO, claim="Tea warms")).new(Argument)
    point = QuestionKind.POINT
    first = speaking.ask(empty, argument, "How warm?", expect="Very", follow_up="And then?", kind=point).new(Question)
    second = speaking.ask(empty, argument, "Who says so?").new(Question)
    speaking.change_question(empty, first, ask="How warm, exactly?", expect="")
    speaking.move_question(empty, second, 0)
    size = speaking.say(empty, argument, "Every house has a kettle.", kind=LineKind.MAGNITUDE).new(Line)
    soon = speaking.say(empty, argument, "It warms in minutes.").new(Line)
    speaking.change_line(empty, soon, kind=LineKind.TIMEFRAME)
    speaking.move_line(empty, soon, 0)
    with empty.read() as reader:
        dossier = briefs.dossier(reader, 1)
        assert [each.ask for each in dossier.questions[argument]] == ["Who says so?", "How warm, exactly?"]
        assert [each.kind for each in dossier.lines[argument]] == [LineKind.TIMEFRAME, LineKind.MAGNITUDE]
        assert all(each.kind.weighs for each in dossier.lines[argument])
    refused: tuple[Callable[[], object], ...] = (
        lambda: speaking.ask(empty, argument, " "),
        lambda: speaking.say(empty, argument, ""),
        lambda: speaking.change_line(empty, size, text=" "),
        lambda: speaking.change_question(empty, first, ask=""),
    )
    for go in refused:
        with pytest.raises(ServiceError, match="needs words"):
            go()
    assert found(empty, "exactly kettle") == [argument]
    speaking.remove_line(empty, size)
    speaking.remove_question(empty, first)
    assert found(empty, "exactly kettle") == []
    empty.undo()
    empty.undo()
    assert found(empty, "exactly kettle") == [argument]
    assert empty.faults() == []
    empty.redo()
    empty.redo()
    arguments.remove(empty, argument)
    trash.restore(empty, Argument, argument)
    with empty.read() as reader:
        assert len(briefs.dossier(reader, 1).questions[argument]) == 1
    answers.write(empty, argument, "It does not")
    assert broken(empty) == []
