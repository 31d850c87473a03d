"""The pure rules: words and anchors, cites, reading time, the outline's order and numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import citation, outline, reading_time, underlining, words
from debateprep.domain.article import Block, Name, PartialDate, Span, numbered, paragraph_at
from debateprep.domain.citation_dates import NO_DATE
from debateprep.domain.model import Item, Mark, Section, Source, Topic
from debateprep.domain.terms import BlockKind, ItemKind, MarkKind, Part, SectionKind

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(ANY)
def test_words_stand_where_they_say(text: str) -> None:
    found = words.words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert words.count(text) == len(found)


def test_what_counts_as_one_word() -> None:
    assert [word.text for word in words.words("It’s up-to-date: 12,000 at 3.5 o'clock, naïve?")] == [
        "It’s",
        "up-to-date",
        "12,000",
        "at",
        "3.5",
        "o'clock",
        "naïve",
    ]


@given(before=ANY, after=ANY)
def test_an_anchor_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    said = "Tea warms the quarrelsome heart"
    text = f"{before}\n{said.upper()}\n{after}"
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    span = words.find_anchor(text, blocks, words.anchor(said))
    assert span is not None
    assert span.of(text).casefold() == said.casefold()


def test_an_anchor_is_not_found_outside_the_body_or_changed() -> None:
    said = "tea warms the heart"
    caption = (Block(BlockKind.CAPTION, 0, len(said)),)
    assert words.find_anchor(said, caption, words.anchor(said)) is None
    body = (Block(BlockKind.PARAGRAPH, 0, len(said)),)
    assert words.find_anchor(said.replace("warms", "warmed"), body, words.anchor(said)) is None
    with pytest.raises(ValueError, match="at least one word"):
        words.anchor(" … ")


def test_paragraphs_are_numbered_over_what_counts() -> None:
    blocks = (
        Block(BlockKind.HEADLINE, 0, 5),
        Block(BlockKind.PARAGRAPH, 6, 10),
        Block(BlockKind.PARAGRAPH, 11, 15, struck=True),
        Block(BlockKind.PARAGRAPH, 16, 20),
    )
    assert [number for number, _ in numbered(blocks)] == [1, 2]
    assert [paragraph_at(blocks, at) for at in (0, 6, 12, 19, 99)] == [None, 1, None, 2, None]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("source", "cite", "reference"),
    [
        (
            Source(title="On tea", authors=(Name("Okafor", "Ada"),)),
            "Okafor, no date°, ¶4",
            "Okafor, Ada. “On tea.”",
        ),
        (
            Source(
                title="On tea",
                authors=(Name("Okafor", "Ada"), Name("Lind", "Per")),
                publication="The Cup",
                issued=PartialDate(2024, 3, 7),
                url="https://cup.example/tea",
            ),
            "Okafor and Lind, 2024, ¶4",
            "Okafor, Ada, and Per Lind. “On tea.” The Cup, 7 March 2024. https://cup.example/tea.",
        ),
        (
            Source(
                title="Why tea?",
                authors=(Name(literal="Tea Board"), Name("B", "A"), Name("D", "C")),
                publication="Leaf",
                issued=PartialDate(2024, 3),
            ),
            "Tea Board et al., 2024, ¶4",
            "Tea Board, A B, and C D. “Why tea?” Leaf, March 2024.",
        ),
        (
            Source(title="Notice", publication="The Cup", issued=PartialDate(2020)),
            "The Cup, 2020°, ¶4",
            "“Notice.” The Cup, 2020.",
        ),
        (Source(title="Bare"), "“Bare”, no date°, ¶4", "“Bare.”"),
    ],
)
def test_cites_say_what_is_known_and_no_more(source: Source, cite: str, reference: str) -> None:
    assert citation.short_cite(source, 4).text == cite
    assert citation.reference(source).reference == reference
    if source.issued is None:
        assert NO_DATE in citation.reference(source).missing


def test_reading_counts_only_what_is_read() -> None:
    quote = "one two three four five"
    underline, highlight = Mark(MarkKind.UNDERLINE, 0, 13), Mark(MarkKind.HIGHLIGHT, 4, 7)
    omit = Mark(MarkKind.OMIT, 0, 3)
    assert reading_time.count(reading_time.spoken(quote, ())) == 5
    assert reading_time.count(reading_time.spoken(quote, (underline,))) == 3
    assert reading_time.count(reading_time.spoken(quote, (underline, highlight))) == 1
    assert reading_time.count(reading_time.spoken(quote, (omit,))) == 4
    assert reading_time.clock(130) == "2:10"


def section(number: int, rank: int, parent: int | None = None, kind: SectionKind = SectionKind.CONTENTION) -> Section:
    return Section(id=number, brief_id=1, parent_id=parent, rank=rank, kind=kind, title=str(number))


def test_numbers_follow_the_outline() -> None:
    sections = [
        section(1, 2),
        section(2, 1),
        section(3, 0, kind=SectionKind.OVERVIEW),
        section(4, 0, parent=1, kind=SectionKind.SUBPOINT),
    ]
    items = [
        Item(id=1, section_id=1, kind=ItemKind.ARGUMENT, argument_id=11, rank=0),
        Item(id=2, section_id=4, kind=ItemKind.ARGUMENT, argument_id=12, rank=0),
        Item(id=3, section_id=3, kind=ItemKind.ARGUMENT, argument_id=13, rank=0),
        Item(id=4, section_id=2, kind=ItemKind.ARGUMENT, argument_id=11, rank=0),
    ]
    case = outline.tree(sections, items, Part.CASE)
    assert [node.section.id for top in case for node in top.walk()] == [3, 2, 1, 4]
    assert outline.section_numbers(case) == {2: "C1", 1: "C2", 4: "C2a"}
    assert outline.argument_numbers(case) == {11: "C1.1", 12: "C2.2"}
    assert outline.tree(sections, items, Part.NOTES) == ()


@given(count=st.integers(1, 8), which=st.integers(0, 7), place=st.integers(-3, 12))
def test_placing_keeps_the_others_in_order(count: int, which: int, place: int) -> None:
    siblings = [section(n + 1, n) for n in range(count)]
    moved = siblings[which % count]
    changed = {each.id: each for each in outline.placed(siblings, moved, place)}
    after = sorted((changed.get(each.id, each) for each in siblings), key=lambda each: each.rank)
    assert [each.rank for each in after] == list(range(count))
    assert [each.id for each in after if each.id != moved.id] == [each.id for each in siblings if each.id != moved.id]
    assert after.index(changed[moved.id]) == max(0, min(place, count - 1))


@pytest.mark.parametrize(
    ("tag", "quote", "underlined"),
    [
        (
            "People stop valuing it because of neglect, not because of the price",
            "What people stop valuing is what is late or rare, and this comes of neglect, not of the price.",
            ["What people stop valuing is what is late or rare, and this comes of neglect, not of the price"],
        ),
        (
            "Fewer people stay at home because they cannot pay",
            "It is that fewer people stay at home because they cannot pay. That is all.",
            ["It is that fewer people stay at home because they cannot pay"],
        ),
        ("Zebras", "Nothing of the kind is said.", []),
    ],
)
def test_what_a_tag_suggests_to_underline(tag: str, quote: str, underlined: list[str]) -> None:
    assert [span.of(quote) for span in underlining.suggest(tag, quote)] == underlined


@pytest.mark.parametrize(
    ("resolution", "name", "short"),
    [
        ("Resolved: Cities should make buses free.", "", "Cities should make buses free."),
        ("RESOLVED,  that schools open later", "", "Schools open later"),
        ("Resolved: Cities should make buses free.", "Free buses", "Free buses"),
        ("This house would ban homework", "", "This house would ban homework"),
        ("Resolved:", "", "Resolved:"),
        ("Unresolved: the pier", "", "Unresolved: the pier"),
    ],
)
def test_a_topic_without_a_name_is_known_by_its_resolution(resolution: str, name: str, short: str) -> None:
    assert Topic(resolution=resolution, name=name).short == short
