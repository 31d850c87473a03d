"""Briefs and answers are built, refused, counted, numbered and printed as the model says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import clash
from debateprep.domain.article import Span
from debateprep.domain.model import Answer, Argument, Card, Item, Position, Section, Topic
from debateprep.domain.pages import ArgumentEntry
from debateprep.domain.terms import Part, ResponseType, Side, SupportKind
from debateprep.services import answers, arguments, briefs, positions, sources, topics, trash
from debateprep.services.errors import ServiceError
from debateprep.services.pages import PageMaker
from debateprep.storage.library import Library


def maker(library: Library, topic: Topic) -> PageMaker:
    with library.read() as reader:
        return PageMaker(briefs.dossier(reader, topic.id))


def built(library: Library) -> tuple[int, int, int]:
    """Make a topic with a contention and two Pro arguments; return the topic and the arguments."""
    topic = topics.add(library, Topic(resolution="Resolved: tea.")).new(Topic)
    section = briefs.add_section(library, topic, Side.PRO, "Tea is good").new(Section)
    one, two = (
        arguments.add(library, Argument(topic_id=topic, side=Side.PRO, claim=claim), section_id=section).new(Argument)
        for claim in ("It warms", "It wakes")
    )
    return topic, one, two


def test_answers_and_answers_to_answers_show_on_both_sides(empty: Library) -> None:
    topic_id, one, two = built(empty)
    warm = answers.write(empty, one, "So does coffee", response=ResponseType.NOT_TRUE, warrant="It is hot.").new(
        Argument
    )
    answers.write(empty, warm, "Coffee cools faster", response=ResponseType.MITIGATE)
    with empty.read() as reader:
        topic = topics.find(reader, str(topic_id))
        pro, con = answers.coverage(reader, topic_id)
        assert pro.sentence == "Pro arguments with a Con answer: 1 of 3"
        assert con.sentence == "Con arguments with a Pro answer: 1 of 1"
        assert {each.id for each in answers.open_arguments(reader, topic_id, Side.PRO)} >= {two}
    pages = maker(empty, topic)
    (contention,) = pages.brief(Side.PRO).case
    first, second = contention.entries
    assert isinstance(first, ArgumentEntry)
    assert isinstance(second, ArgumentEntry)
    assert [first.number, second.number] == ["C1.1", "C1.2"]
    assert first.answers[0].we_say == "So does coffee"
    assert first.answers[0].replies == ((ResponseType.MITIGATE, "Coffee cools faster"),)
    (card,) = pages.rebuttal_deck(Side.CON).cards
    assert (card.they_say, card.we_say, card.because) == ("It warms", "So does coffee", "It is hot.")
    assert [block.title for block in pages.brief(Side.CON).answers] == ["AT: It warms"]


def test_links_that_may_not_be(empty: Library) -> None:
    topic_id, one, two = built(empty)
    reply = answers.write(empty, one, "No").new(Argument)
    for answering, target, reason in (
        (one, one, "answer itself"),
        (two, one, "Only a Con argument"),
        (reply, one, "already there"),
        (one, reply, "circle"),
    ):
        before = empty.content_hash()
        with pytest.raises(ServiceError, match=reason):
            answers.add(empty, Answer(answering_id=answering, target_id=target))
        assert empty.content_hash() == before
    other = topics.add(empty, Topic(resolution="Resolved: milk.")).new(Topic)
    stranger = arguments.add(empty, Argument(topic_id=other, side=Side.CON, claim="No")).new(Argument)
    with pytest.raises(ServiceError, match="same topic"):
        answers.add(empty, Answer(answering_id=stranger, target_id=one))
    assert topic_id


def test_supports_are_of_one_honest_kind(empty: Library) -> None:
    _, one, _ = built(empty)
    arguments.support(empty, one, text="Heat is heat.")
    arguments.support(empty, one, text="How warm? A kitchen scale.", kind=SupportKind.WANTED)
    with pytest.raises(ServiceError, match="Only words of a source"):
        arguments.support(empty, one, text="They said so.", kind=SupportKind.QUOTED)
    with pytest.raises(ServiceError, match="Say the reasoning"):
        arguments.support(empty, one)
    with empty.read() as reader:
        kinds = [each.kind for each in briefs.dossier(reader, 1).supports[one]]
    assert kinds == [SupportKind.REASONING, SupportKind.WANTED]


def test_quoted_words_stay_the_sources_when_the_statement_is_reworded(empty: Library) -> None:
    topic_id, *_ = built(empty)
    found = sources.import_text(
        empty, "Tea\n\nTea should be kept in every house. It warms, and it never fails to wake us."
    )
    with empty.read() as reader:
        text = positions.text_of(reader, found.source_id).text
    quote = "Tea should be kept in every house."
    start = text.index(quote)
    span = Span(start, start + len(quote))
    kept = positions.mark(empty, found.source_id, span, topic_id=topic_id).new(Position)
    made = arguments.from_position(empty, kept, Side.PRO).new(Argument)
    positions.change(empty, kept, statement="Every house needs tea")
    reworded = arguments.from_position(empty, kept, Side.PRO).new(Argument)
    with empty.read() as reader:
        pages = PageMaker(briefs.dossier(reader, topic_id))
        quoted = pages.entry(reader.get(Argument, made)).evidence[0]
        paraphrased = pages.entry(reader.get(Argument, reworded)).evidence[0]
    assert (quoted.kind, quoted.text) == (SupportKind.QUOTED, quote)
    assert (paraphrased.kind, paraphrased.text) == (SupportKind.PARAPHRASE, "Every house needs tea")


def test_moving_sections_and_items_renumbers(empty: Library) -> None:
    topic_id, one, two = built(empty)
    second = briefs.add_section(empty, topic_id, Side.PRO, "Tea is cheap").new(Section)
    with empty.read() as reader:
        item = next(each for each in reader.all(Item) if each.argument_id == one)
        assert briefs.find_section(reader, topic_id, Side.PRO, "c2").id == second
    briefs.move_item(empty, item.id, 0, section_id=second)
    with empty.read() as reader:
        assert briefs.dossier(reader, topic_id).numbers == {two: "C1.1", one: "C2.1"}
    briefs.move_section(empty, second, 0)
    with empty.read() as reader:
        assert briefs.dossier(reader, topic_id).numbers == {one: "C1.1", two: "C2.1"}


def test_throwing_a_brief_section_away_keeps_its_arguments(empty: Library) -> None:
    topic_id, one, _ = built(empty)
    before = empty.content_hash()
    with empty.read() as reader:
        section = briefs.find_section(reader, topic_id, Side.PRO, "1")
    briefs.remove_section(empty, section.id)
    with empty.read() as reader:
        assert reader.get(Argument, one).claim == "It warms"
        assert briefs.dossier(reader, topic_id).numbers == {}
    trash.restore(empty, Section, section.id)
    assert empty.content_hash() == before


def test_throwing_an_argument_away_takes_its_links_and_brings_them_back(empty: Library) -> None:
    topic_id, one, _ = built(empty)
    answers.write(empty, one, "No")
    before = empty.content_hash()
    arguments.remove(empty, one)
    with empty.read() as reader:
        assert answers.of_topic(reader, topic_id) == []
    trash.restore(empty, Argument, one)
    assert empty.content_hash() == before


def test_the_samples_pages_are_whole(library: Library, practice: Topic, victory: Topic) -> None:
    buses, plan = maker(library, practice), maker(library, victory)
    for pages in (buses.brief(Side.PRO), buses.brief(Side.CON), plan.brief(Side.PRO), plan.brief(Side.CON)):
        assert len([section for section in pages.case if section.number]) >= 2
        assert pages.case_seconds > 60
        assert pages.works
        assert any("no date" in words for work in pages.works for words in work.missing)
    assert "one source, which argues Pro" in plan.brief(Side.CON).notice
    assert buses.brief(Side.PRO).notice == ""
    assert len(plan.rebuttal_deck().cards) >= 12
    assert plan.clash().pro
    assert plan.clash().con


def test_a_cite_stands_only_beside_what_a_source_says(library: Library, victory: Topic, practice: Topic) -> None:
    for topic in (victory, practice):
        for card in maker(library, topic).rebuttal_deck().cards:
            for evidence in card.evidence:
                assert (evidence.cite is not None) == evidence.kind.takes_cite


def test_every_quotation_is_its_sources_words(library: Library, practice: Topic) -> None:
    with library.read() as reader:
        dossier = briefs.dossier(reader, practice.id)
        cards = [card for card in reader.all(Card) if card.source_id in dossier.sources]
    assert len(cards) >= 8
    for card in cards:
        assert card.span is not None
        assert all(0 <= mark.start < mark.end <= len(card.quote) for mark in card.marks)


def test_the_parts_of_a_brief_are_apart(empty: Library) -> None:
    topic_id, *_ = built(empty)
    notes = briefs.add_section(empty, topic_id, Side.PRO, "Remember", part=Part.NOTES).new(Section)
    briefs.add_note(empty, notes, "Smile.")
    with empty.read() as reader:
        topic = topics.find(reader)
    pages = maker(empty, topic).brief(Side.PRO)
    assert [section.title for section in pages.case] == ["Tea is good"]
    assert [section.title for section in pages.notes] == ["Remember"]


@given(
    sides=st.lists(st.sampled_from((Side.PRO, Side.CON)), min_size=2, max_size=12),
    wishes=st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40),
)
def test_no_circle_can_be_made_and_coverage_counts(sides: list[Side], wishes: list[tuple[int, int]]) -> None:
    pool = [Argument(id=n + 1, topic_id=1, side=side, claim=str(n)) for n, side in enumerate(sides)]
    made: list[Answer] = []
    for one, two in wishes:
        answering, target = pool[one % len(pool)], pool[two % len(pool)]
        if not clash.objection(made, answering, target):
            made.append(Answer(id=len(made) + 1, answering_id=answering.id, target_id=target.id))
    targets: dict[int, set[int]] = {each.id: set() for each in pool}
    for answer in made:
        targets[answer.answering_id].add(answer.target_id)
    # A plain check: with no circle, taking away what answers nothing again and again leaves nothing.
    while True:
        ends = {number for number, goals in targets.items() if not goals & targets.keys()}
        if not ends:
            break
        targets = {number: goals for number, goals in targets.items() if number not in ends}
    assert not targets
    for side in (Side.PRO, Side.CON):
        own = [each for each in pool if each.side is side]
        plain = sum(1 for each in own if any(answer.target_id == each.id for answer in made))
        found = clash.coverage(pool, made, side)
        assert (found.answered, found.total) == (plain, len(own))
