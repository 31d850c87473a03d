"""Citations in a library: works cited, what a cite lacks, references in and out."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from debateprep.domain import citation_reference
from debateprep.domain.article import Name, PartialDate
from debateprep.domain.citation_dates import CiteDate
from debateprep.domain.citation_line import text_of
from debateprep.domain.citation_styles import CiteChoice, CiteStyle
from debateprep.domain.model import Card, Item, Section, Source, Topic
from debateprep.domain.pages import RebuttalDeck
from debateprep.domain.terms import ItemKind, Part, Side
from debateprep.exchange import ExchangeError
from debateprep.publishing import PageOptions, export_pdf
from debateprep.services import citations, export, formats, topics
from debateprep.services.errors import ServiceError
from debateprep.settings import Settings
from debateprep.storage.library import Library

BIB = """
@article{a, author = {Example, Ada}, title = {On fares}, journal = {The Sample Review}, year = 2024, doi = {10.1/a}}
@article{b, author = {Example, Ada}, title = {On Fares!}, year = 2024, doi = {10.1/b}}
@online{c, author = {Mock, Cleo}, title = {Blog}, url = {https://www.mock.example/post/}, date = {~2020}}
@online{d, title = {Blog again}, url = {http://mock.example/post}}
@misc{e, title = {Broken
@book{f, title = {Book}, year = {forthcoming}, volume = {2}}
"""


def all_sources(library: Library) -> list[Source]:
    with library.read() as reader:
        return reader.all(Source)


def test_references_come_in_as_starters_in_one_step(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "mine.bib"
    path.write_text(BIB, encoding="utf-8")
    made = citations.import_file(empty, path)
    titles = [source.title for source in all_sources(empty)]
    assert titles == ["On fares", "On Fares!", "Blog", "Book"]
    assert len(made.added) == 4
    report = " ".join(made.report)
    assert "“Blog again” stands in the file twice: the same address." in report
    assert "is broken and was left out" in report
    book = citation_reference.of_source(all_sources(empty)[3])
    assert (book.volume, book.issued) == ("2", CiteDate(literal="forthcoming"))
    empty.undo()
    assert all_sources(empty) == []
    empty.redo()
    assert len(all_sources(empty)) == 4


def test_what_is_there_is_told_by_doi_address_and_work(empty: Library, tmp_path: Path) -> None:
    with empty.edit("sources") as edit:
        edit.add(Source(title="Other title", details=(("DOI", "10.1/A"),)))
        edit.add(Source(title="Post", url="mock.example"))
        edit.add(Source(title="POST", url="https://mock.example/post?"))
        edit.add(Source(title="on fares", authors=(Name("Example", "A."),), issued=PartialDate(2024, 2)))
    path = tmp_path / "mine.bib"
    path.write_text(BIB, encoding="utf-8")
    made = citations.import_file(empty, path)
    assert dict(made.known) == {"On fares": 1, "Blog": 3, "Blog again": 3, "On Fares!": 4}
    assert len(made.added) == 1
    again = citations.import_file(empty, path)
    assert again.added == ()
    assert again.report[0] == "No reference was new."
    assert again.changes.step == ""


def test_two_dois_are_two_works(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "mine.bib"
    path.write_text(BIB, encoding="utf-8")
    assert len(citations.import_file(empty, path).added) == 4


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_what_is_written_comes_in_again_as_it_was(empty: Library, tmp_path: Path, ending: str) -> None:
    first = tmp_path / "mine.bib"
    first.write_text(BIB, encoding="utf-8")
    citations.import_file(empty, first)
    path = tmp_path / f"out.{ending}"
    assert citations.export_file(empty, path).count == 4
    with Library(tmp_path / "other.db") as other:
        citations.import_file(other, path)
        came = all_sources(other)
    meant = all_sources(empty)
    assert [citation_reference.of_source(each) for each in came] == [
        citation_reference.of_source(each) for each in meant
    ]


def test_an_ending_that_tells_nothing_is_refused(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="end it with"):
        citations.export_file(library, tmp_path / "out.txt")


def test_a_brief_without_sources_writes_no_file(empty: Library, tmp_path: Path) -> None:
    topics.add(empty, Topic(resolution="Resolved: Nothing is cited."))
    with pytest.raises(ServiceError):
        citations.export_file(empty, tmp_path / "out.bib", topic_id=1, side=Side.PRO)
    assert not (tmp_path / "out.bib").exists()


def test_works_cited_are_the_sources_that_the_brief_uses(library: Library, practice: Topic) -> None:
    before = citations.works_cited(library, practice.id, Side.PRO)
    assert before
    with library.edit("cards") as edit:
        unused = edit.add(Source(title="Unused"))
        alone = edit.add(Source(title="A zebra stands alone", authors=(Name("Zz", "Ada"),)))
        edit.add(Card(tag="t", quote="q", source_id=unused.id, topic_id=practice.id))
        card = edit.add(Card(tag="t", quote="q", source_id=alone.id, topic_id=practice.id))
        brief = topics.main_brief(edit, practice.id, Side.PRO)
        section = edit.first(Section, brief_id=brief.id, part=Part.CASE.value)
        assert section is not None
        edit.add(Item(section_id=section.id, kind=ItemKind.CARD, card_id=card.id, rank=99))
    after = citations.works_cited(library, practice.id, Side.PRO)
    assert [each.source_id for each in after] == [*(each.source_id for each in before), alone.id]
    assert after[-1].text == "Zz, Ada. “A Zebra Stands Alone.”"
    assert alone.id not in {each.source_id for each in citations.works_cited(library, practice.id, Side.CON)}
    assert alone.id in {each.source_id for each in citations.works_cited(library, practice.id)}


def test_fields_change_in_one_step_and_come_back(library: Library) -> None:
    before = all_sources(library)[0]
    citations.change(library, before.id, {"volume": "3", "editors": (Name("Mock", "Cleo"),)})
    after = citation_reference.of_source(all_sources(library)[0])
    assert (after.volume, after.editors, after.title) == ("3", (Name("Mock", "Cleo"),), before.title)
    library.undo()
    assert all_sources(library)[0] == before


def test_chips_follow_the_format(library: Library) -> None:
    bare = replace(all_sources(library)[0], authors=(), publication="")
    with library.read() as reader:
        asked = {key: {chip.field for chip in citations.missing(reader, bare, key)} for key in formats.shipped()}
        assert citations.missing(reader, bare, "unheard-of") == ()
    assert {key for key, found in asked.items() if found} == {
        "public-forum",
        "lincoln-douglas",
        "policy",
        "karl-popper",
    }
    assert asked["policy"] >= {"authors", "publication"}, "named as the fields of a source are"


def test_a_format_of_ones_own_can_ask_for_written_cites(library: Library) -> None:
    bare = replace(all_sources(library)[0], authors=())
    formats.put(library, replace(formats.shipped()["class"], written_cites=True))
    with library.read() as reader:
        assert "authors" in {chip.field for chip in citations.missing(reader, bare, "class")}


def test_a_template_that_makes_no_sense_gives_way_to_the_default() -> None:
    assert citations.debate_cite(Settings(cite_full="{nonsense", initials="AB")).initials == "AB"
    assert citations.debate_cite(Settings(cite_full="{title}")).full == "{title}"


def test_printed_works_cited_follow_the_style_and_are_plain_without_one(library: Library, practice: Topic) -> None:
    with library.edit("volume") as edit:
        for source in edit.all(Source):
            edit.put(replace(source, publication="The Sample Review"))
    plain = export.resolve(library, practice.id, export.Layout.BRIEF, Side.PRO)
    styled = export.resolve(library, practice.id, export.Layout.BRIEF, Side.PRO, cites=CiteChoice(CiteStyle.APA))
    assert not isinstance(plain, RebuttalDeck)
    assert not isinstance(styled, RebuttalDeck)
    assert all(not work.runs for work in plain.works)
    assert [work.reference for work in styled.works] == [text_of(work.runs) for work in styled.works]
    assert all(re.search(r"\(n\.d\.(?:-[ab])?\)|\(\d{4}", work.reference) for work in styled.works)
    assert any(run.italic and run.text == "The Sample Review" for work in styled.works for run in work.runs)
    assert export_pdf(styled, PageOptions()) != export_pdf(plain, PageOptions())
