"""Citations: the golden table, and what holds for any names, dates and fields."""

# ruff: noqa: E501

import re
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep.domain import (
    citation_checks,
    citation_dates,
    citation_list,
    citation_names,
    citation_reference,
    citation_styles,
)
from debateprep.domain import citation_line as lines
from debateprep.domain import citation_template as template
from debateprep.domain.article import Name, PartialDate
from debateprep.domain.citation_dates import NO_DATE, CiteDate
from debateprep.domain.citation_reference import DATES, KINDS, NAMES, TEXTS, Reference
from debateprep.domain.citation_styles import CiteStyle, DebateCite
from debateprep.domain.model import Source

from . import goldens

CASES = [(golden, word) for golden in goldens.read() for word in goldens.WORDS]


@pytest.mark.parametrize(("golden", "word"), CASES, ids=lambda each: getattr(each, "title", each))
def test_golden(golden: goldens.Golden, word: str) -> None:
    assert goldens.made(golden.reference, word) == golden.entries[word]


def test_the_table_is_whole() -> None:
    assert len(CASES) >= 60


# Any source

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
WORD = st.sampled_from(
    "Ada Example rides late? bus 7 fares rise! S.A. Inc. O'Mock Ünder 例文 “so” (again) to-day".split()
)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)


def dates(text: st.SearchStrategy[str]) -> st.SearchStrategy[CiteDate | None]:
    number = st.integers(-20, 40)
    parts = st.lists(st.integers(-3000, 12000) | number | text, max_size=4)
    exact = st.builds(
        lambda parts, season, circa: citation_dates.of_csl({"date-parts": parts, "season": season, "circa": circa}),
        st.lists(parts, max_size=2),
        number | text,
        st.booleans(),
    )
    partial = st.builds(PartialDate, st.integers(-9999, 99999), number, number).map(citation_dates.of_partial)
    return st.none() | exact | partial | text.map(citation_dates.read)


def references(text: st.SearchStrategy[str]) -> st.SearchStrategy[Reference]:
    maybe = st.just("") | text
    names = st.lists(st.builds(Name, maybe, maybe, maybe, maybe), max_size=3).map(tuple)
    return st.builds(
        lambda kind, *found: Reference(kind=kind, **{name: value for some in found for name, value in some.items()}),
        st.sampled_from([*KINDS, "song", ""]),
        st.dictionaries(st.sampled_from(["qualifications", *TEXTS]), text, max_size=12),
        st.dictionaries(st.sampled_from(sorted(NAMES)), names),
        st.dictionaries(st.sampled_from(sorted(DATES)), dates(text)),
    )


@given(references(ANY), st.sampled_from(CiteStyle), ANY)
def test_nothing_known_of_a_source_makes_a_style_fail(reference: Reference, style: CiteStyle, place: str) -> None:
    runs = citation_styles.entry(reference, style)
    assert lines.text_of(runs).strip()
    assert all(run.text for run in runs)
    assert citation_styles.in_text(reference, style, place)
    assert citation_styles.tag_line(reference)
    assert all(lines.text_of(note).strip(" .") for note in citation_styles.notes(reference, place))
    citation_checks.chips(reference)
    citation_checks.hints(reference, style)


DOUBLED = re.compile(
    r"[.,;:]\s*[,;:](?<!\.,)(?<!\.:)(?<!\.;)|,\s*\.|\.\.|[?!]\.|\s[,.;:](?!\s\.)|\s\s|\(\s|\s\)|\(\)|“”|,”,|\.”\."
)


@given(references(WORDS), st.sampled_from(CiteStyle))
def test_no_mark_is_doubled(reference: Reference, style: CiteStyle) -> None:
    of = replace(reference, url=reference.url and "https://made.example/up", doi=reference.doi and "10.0/1")
    text = lines.text_of(citation_styles.entry(of, style)).replace(", . . . ", ", ")
    assert not DOUBLED.search(text), text
    for note in citation_styles.notes(of, "34"):
        assert not DOUBLED.search(lines.text_of(note)), lines.text_of(note)


@given(references(ANY))
def test_a_reference_goes_into_a_source_and_comes_back(reference: Reference) -> None:
    source = citation_reference.into_source(reference)
    again = citation_reference.of_source(source)
    assert again == reference
    assert citation_reference.into_source(again, source) == source


def test_a_date_corrected_by_hand_counts() -> None:
    circa = Reference(title="Old", issued=CiteDate(1850, circa=True))
    source = citation_reference.into_source(circa)
    assert citation_reference.of_source(source).issued == CiteDate(1850, circa=True)
    assert citation_reference.of_source(replace(source, issued=PartialDate(1851))).issued == CiteDate(1851)
    assert citation_reference.of_source(replace(source, issued=None)).issued is None


def test_one_detail_changes_and_all_else_stays() -> None:
    source = Source(id=3, uid="u", title="T", note="mine", details=(("csl:odd", "1"), ("volume", "2")))
    changed = citation_reference.changed(source, {"volume": "4", "title": "U"})
    assert (changed.id, changed.uid, changed.title, changed.note) == (3, "u", "U", "mine")
    assert dict(changed.details) == {"volume": "4", "csl:odd": "1"}
    with pytest.raises(KeyError):
        citation_reference.changed(source, {"nonsense": ""})


# Names and dates


@pytest.mark.parametrize(
    ("count", "mla", "apa_end", "chicago_end"),
    [
        (2, "Ab, C, and C Bb", "Ab, C., & Bb, C.", "Ab, C, and C Bb"),
        (3, "Ab, C, et al.", "Ab, C., Bb, C., & Cb, C.", "Ab, C, C Bb, and C Cb"),
        (11, "Ab, C, et al.", "Jb, C., & Kb, C.", "C Fb, C Gb, et al."),
        (21, "Ab, C, et al.", "Sb, C., . . . Ub, C.", "C Fb, C Gb, et al."),
    ],
)
def test_how_many_names_each_style_gives(count: int, mla: str, apa_end: str, chicago_end: str) -> None:
    names = [Name(f"{chr(65 + number)}b", "C") for number in range(count)]
    assert citation_names.mla(names) == mla
    assert citation_names.apa(names).endswith(apa_end)
    assert citation_names.chicago(names).endswith(chicago_end)


@pytest.mark.parametrize(
    ("given", "short"),
    [("Ada Bell", "A. B."), ("Jean-Paul", "J.-P."), ("A.B.", "A. B."), ("Alexander von", "A. von"), ("فلان", "فلان")],
)
def test_initials(given: str, short: str) -> None:
    assert citation_names.initials(given) == short


@pytest.mark.parametrize(
    ("written", "apa", "mla"),
    [
        ("2024-03-07", "2024, March 7", "7 Mar. 2024"),
        ("2024/03", "2024, March", "Mar. 2024"),
        ("2024-22", "2024, Summer", "Summer 2024"),
        ("~1850", "ca. 1850", "ca. 1850"),
        ("2019/2021", "2019–2021", "2019–2021"),
        ("2024-03-07/2024-03-09", "2024, March 7–2024, March 9", "7 Mar. 2024–9 Mar. 2024"),
        ("2024-13-40", "2024-13-40", "2024-13-40"),
        ("2023-02-30", "2023-02-30", "2023-02-30"),
        ("-0044", "44 BCE", "44 BCE"),
        ("forthcoming", "forthcoming", "forthcoming"),
    ],
)
def test_dates(written: str, apa: str, mla: str) -> None:
    date = citation_dates.read(written)
    assert citation_dates.year_first(date) == apa
    assert citation_dates.day_first(date, citation_dates.MLA_MONTHS) == mla


@given(references(ANY))
def test_dates_come_back_from_csl_and_from_words(reference: Reference) -> None:
    date = reference.issued
    if date is not None:
        assert citation_dates.of_csl(citation_dates.to_csl(date)) == date
        assert citation_dates.read(citation_dates.to_words(date)) == date


# Titles


@pytest.mark.parametrize(
    ("title", "headline", "sentence"),
    [
        ("why buses are late", "Why Buses Are Late", "Why buses are late"),
        ("iPhones and the NATO of buses: a talk", "iPhones and the NATO of Buses: A Talk", None),
        ("what to hope for", "What to Hope For", "What to hope for"),
        ("well-being of riders", "Well-Being of Riders", "Well-being of riders"),
    ],
)
def test_capitals_are_raised_and_never_taken(title: str, headline: str, sentence: str | None) -> None:
    assert lines.headline(title) == headline
    if sentence is not None:
        assert lines.sentence(title) == sentence
    assert lines.headline(title, "de") == title


@given(ANY)
def test_titles_only_gain_capitals(title: str) -> None:
    for changed in (lines.headline(title), lines.sentence(title)):
        assert changed.casefold() == title.casefold()
        assert all(
            new == old or old.islower() for new, old in zip(changed, title, strict=False) if len(changed) == len(title)
        )


def test_apa_says_when_a_title_wants_a_look() -> None:
    shouting = Reference(title="Why The Buses Of Sampleton Never Come")
    assert citation_checks.hints(shouting, "apa")
    assert not citation_checks.hints(shouting, "mla")
    assert not citation_checks.hints(Reference(title="Why the buses of Sampleton never come"), "apa")


# Templates


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{author", "never closes"),
        ("author}", "no { opens"),
        ("[{title}", "never closes"),
        ("{title}]", "no [ opens"),
        ("{nonsense}", "no field {nonsense}"),
        ("words only", "has no field"),
        ("{title}[, and so]", "could never go"),
        ("[[[[[[{title}]]]]]]", "deep"),
        ("{title}" * 200, "longer than"),
        ("{title}\n", "one line"),
    ],
)
def test_a_bad_template_gets_one_sentence(text: str, said: str) -> None:
    with pytest.raises(template.TemplateError, match=re.escape(said)) as caught:
        template.parse(text)
    assert str(caught.value).count("\n") == 0


@pytest.mark.parametrize(
    ("text", "cite"),
    [
        ("{title}[, {publisher}][, {url}]", "T, https://a.example"),
        ("[{publisher}, ]{title}", "T"),
        ("{title} ([{publisher}])", "T ()"),
        ("{title}[ ({publisher})]", "T"),
        ("\\[{title}\\] \\*", "[T] *"),
        ("*{title}*, {yy}", "*T*, no date"),
        ("{TITLE} ", "T"),
    ],
)
def test_templates(text: str, cite: str) -> None:
    runs = template.parse(text).fill(Reference(title="T", url="https://a.example"))
    assert goldens.marked(runs) == cite


def fill(text: str, reference: Reference) -> None:
    """Fill a template, unless it is refused."""
    try:
        parsed = template.parse(text)
    except template.TemplateError:
        return
    parsed.fill(reference)


@given(ANY, references(ANY))
def test_any_template_is_understood_or_refused(text: str, reference: Reference) -> None:
    fill(text, reference)


@given(st.text("{}[]*\\, aT", max_size=30).map(lambda text: text.replace("T", "{title}")), references(WORDS))
def test_templates_made_of_signs_are_understood_or_refused(text: str, reference: Reference) -> None:
    fill(text, reference)


def test_an_empty_template_is_the_default() -> None:
    assert DebateCite("", "").templates()[1].text == template.FULL


# What a written cite must say


def test_chips_name_what_is_missing() -> None:
    found = citation_checks.chips(Reference(kind="webpage", title="T", authors=(Name("Example", "A."),), url="u"))
    missing = {chip.field: chip.words for chip in found if not chip.present}
    assert missing == {
        "authors": "Example: full first name? · add",
        "qualifications": "no qualifications · add",
        "issued": NO_DATE,
        "container": "no publication · add",
        "accessed": "no access date · add",
    }
    assert {chip.field for chip in found} <= {field.name for field in fields(Reference)}


def test_a_printed_book_is_not_asked_for_an_address() -> None:
    asked = {chip.field for chip in citation_checks.chips(Reference(kind="book", title="T"))}
    assert asked >= {"publisher", "pages"}
    assert not asked & {"url", "accessed", "container"}


def test_works_cited_are_sorted_by_letters_and_each_stands_once() -> None:
    titles = ["The zebra", "Éclair", "“apple”", "Éclair"]
    found = citation_list.works_cited([Reference(title=title) for title in titles], CiteStyle.MLA)
    assert [work.reference.title for work in found] == ["“apple”", "Éclair", "The zebra"]


ADA, BEN = Name("Example", "Ada"), Name("Sample", "Ben")


def paper(title: str, when: str, *authors: Name) -> Reference:
    return Reference(
        kind="article-newspaper",
        title=title,
        authors=authors or (ADA,),
        container="The Review",
        issued=citation_dates.read(when) if when else None,
    )


SHELF = (
    paper("The second thought: a reply", "2024-05-02"),
    paper("A first thought", "2024-03-07"),
    paper("Undated", ""),
    paper("Not dated", ""),
    paper("Both of us", "2024", ADA, BEN),
    paper("The year alone", "2024"),
    paper("Before", "2019"),
    paper("By Ben", "2024", BEN),
)


@pytest.mark.parametrize(
    ("style", "entries", "in_text"),
    [
        (
            CiteStyle.APA,
            (
                "Example, A. (n.d.-a). Not dated.|Example, A. (n.d.-b). Undated.|Example, A. (2019). Before.|"
                "Example, A. (2024a). The year alone.|Example, A. (2024b, March 7). A first thought.|"
                "Example, A. (2024c, May 2). The second thought: A reply.|Example, A., & Sample, B. (2024). Both of us.|"
                "Sample, B. (2024). By Ben."
            ),
            (
                "(Example, n.d.-a)|(Example, n.d.-b)|(Example, 2019)|(Example, 2024a)|(Example, 2024b)|(Example, 2024c)|"
                "(Example & Sample, 2024)|(Sample, 2024)"
            ),
        ),
        (
            CiteStyle.CHICAGO_DATE,
            (
                "Example, Ada. 2019. “Before.”|Example, Ada. 2024a. “A First Thought.”|"
                "Example, Ada. 2024b. “The Second Thought: A Reply.”|Example, Ada. 2024c. “The Year Alone.”|"
                "Example, Ada. n.d.-a. “Not Dated.”|Example, Ada. n.d.-b. “Undated.”|"
                "Example, Ada, and Ben Sample. 2024. “Both of Us.”|Sample, Ben. 2024. “By Ben.”"
            ),
            (
                "(Example 2019)|(Example 2024a)|(Example 2024b)|(Example 2024c)|(Example n.d.-a)|(Example n.d.-b)|"
                "(Example and Sample 2024)|(Sample 2024)"
            ),
        ),
        (
            CiteStyle.MLA,
            (
                "Example, Ada. “Before.”|---. “A First Thought.”|---. “Not Dated.”|---. “The Second Thought: A Reply.”|"
                "---. “Undated.”|---. “The Year Alone.”|Example, Ada, and Ben Sample. “Both of Us.”|Sample, Ben. “By Ben.”"
            ),
            (
                "(Example, “Before”)|(Example, “A First Thought”)|(Example, “Not Dated”)|(Example, “The Second Thought”)|"
                "(Example, “Undated”)|(Example, “The Year Alone”)|(Example and Sample)|(Sample)"
            ),
        ),
        (
            CiteStyle.CHICAGO_NOTES,
            (
                "Example, Ada. “Before.”|Example, Ada. “A First Thought.”|Example, Ada. “Not Dated.”|"
                "Example, Ada. “The Second Thought: A Reply.”|Example, Ada. “Undated.”|Example, Ada. “The Year Alone.”|"
                "Example, Ada, and Ben Sample. “Both of Us.”|Sample, Ben. “By Ben.”"
            ),
            (
                "Example, “Before.”|Example, “A First Thought.”|Example, “Not Dated.”|Example, “The Second Thought.”|"
                "Example, “Undated.”|Example, “The Year Alone.”|Example and Sample, “Both of Us.”|Sample, “By Ben.”"
            ),
        ),
    ],
)
def test_works_of_one_author_are_told_apart(style: CiteStyle, entries: str, in_text: str) -> None:
    works = citation_list.works_cited(SHELF, style)
    begun = [lines.text_of(work.runs).split(" The Review")[0] for work in works]
    assert begun == entries.split("|")
    assert [work.in_text for work in works] == in_text.split("|")


def test_a_group_of_more_works_than_letters_goes_on() -> None:
    works = citation_list.works_cited([paper(f"T{number:02}", "2024") for number in range(28)], CiteStyle.APA)
    assert [work.in_text for work in works[24:]] == [f"(Example, 2024{letter})" for letter in ("y", "z", "aa", "ab")]


def test_works_without_an_author_need_no_letters() -> None:
    papers = [replace(paper(title, "2024"), authors=()) for title in ("One", "Two")]
    works = citation_list.works_cited(papers, CiteStyle.APA)
    assert [work.in_text for work in works] == ["(“One”, 2024)", "(“Two”, 2024)"]


@given(st.lists(references(ANY), max_size=5), st.sampled_from(CiteStyle))
def test_any_list_is_made_and_holds_each_source_once(found: list[Reference], style: CiteStyle) -> None:
    works = citation_list.works_cited(found, style)
    assert {work.reference for work in works} == set(found)
    assert len(works) == len(set(found))
    assert all(lines.text_of(work.runs).strip() and work.in_text for work in works)
