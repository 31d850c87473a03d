"""An article is looked over and corrected before it is added; nothing is added until then."""

from pathlib import Path

import pytest

from debateprep.domain.article import Name, PartialDate
from debateprep.domain.model import Source, SourceText, Topic
from debateprep.domain.terms import BlockKind
from debateprep.services import reviews
from debateprep.services.errors import ServiceError
from debateprep.services.imports import Fate
from debateprep.storage.library import Library
from tests.reading import pages
from tests.reading.papers import BODY, docx, para, pdf, placed, wrapped

CORE = "<dc:title>A tram</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2024-05-12</dcterms:created>"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "tram.docx"
    path.parent.mkdir()
    path.write_bytes(docx([para("A tram"), *map(para, BODY)], core=CORE))
    return path


def only(library: Library, path: Path) -> reviews.Review:
    (found,) = reviews.review(library, [path]).reviews
    return found


def test_a_review_adds_nothing(empty: Library, paper: Path) -> None:
    before = empty.content_hash()
    review = only(empty, paper)
    assert review.known is None
    assert review.starter == ""
    assert empty.content_hash() == before
    assert empty.history() == []


def test_each_field_says_where_it_was_found(empty: Library, paper: Path, tmp_path: Path) -> None:
    review = only(empty, paper)
    assert review.where("title") == "from the file's properties"
    assert review.where("authors") == "from the file's properties"
    assert review.where("issued") == "from the day the file was made"
    assert review.where("url") == ""
    page = tmp_path / "news.html"
    page.write_text(pages.NEWS, encoding="utf-8")
    assert only(empty, page).where("title") == "from the page's head"
    pasted = reviews.review_text(empty, "\n\n".join(("A tram", "By Jane Doe", *BODY)))
    assert [pasted.where(name) for name in ("title", "authors")] == ["from the first line", "from the byline"]


def test_what_is_corrected_is_what_is_added(empty: Library, paper: Path) -> None:
    review = only(empty, paper).corrected(
        title="Trams", authors=(Name(family="Doe", given="Jane"),), issued=PartialDate(2021)
    )
    assert review.where("title") == "from you"
    index = next(place for place, block in enumerate(review.article.blocks) if block.counts)
    review = review.with_block(index, struck=True).with_block(index + 1, kind=BlockKind.ADVERT)
    made = reviews.add(empty, review)
    assert made.paragraphs == 1
    with empty.read() as reader:
        source = reader.get(Source, made.source_id)
        text = reader.first(SourceText, source_id=made.source_id)
    assert text is not None
    assert (source.title, source.authors[0].full, source.issued) == ("Trams", "Jane Doe", PartialDate(2021))
    assert [(block.kind, block.struck) for block in text.blocks[index : index + 3]] == [
        (BlockKind.PARAGRAPH, True),
        (BlockKind.ADVERT, False),
        (BlockKind.PARAGRAPH, False),
    ]
    assert text.text == review.article.text
    assert len(empty.history()) == 1


def test_pages_go_all_the_way_into_the_library(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "tram.pdf"
    path.write_bytes(pdf([placed(wrapped(" ".join(BODY), 480), 50), placed(wrapped(BODY[0] * 2, 480), 50)]))
    made = reviews.add(empty, only(empty, path))
    with empty.read() as reader:
        text = reader.first(SourceText, source_id=made.source_id)
    assert text is not None
    assert {block.page for block in text.blocks} == {1, 2}


def test_a_text_that_is_there_is_known(empty: Library, paper: Path) -> None:
    made = reviews.add(empty, only(empty, paper))
    review = only(empty, paper)
    assert review.known == made.source_id
    assert reviews.add(empty, review).known


def test_a_starters_own_text_is_recognised(library: Library, victory: Topic, real_article: Path) -> None:
    assert only(library, real_article).starter
    assert victory.id


def test_what_cannot_be_reviewed_is_reported(empty: Library, paper: Path) -> None:
    (paper.parent / "broken.pdf").write_bytes(b"%PDF-1.4\n")
    (paper.parent / "sums.xlsx").write_bytes(b"x")
    found = reviews.review(empty, [paper.parent])
    assert [each.file_name for each in found.reviews] == ["tram.docx"]
    assert [each.fate for each in found.others] == [Fate.REFUSED, Fate.PASSED_OVER]


def test_what_makes_no_sense_is_refused(empty: Library, paper: Path) -> None:
    review = only(empty, paper)
    with pytest.raises(ServiceError, match="no block 99"):
        review.with_block(98, struck=True)
    with pytest.raises(ServiceError, match="no “text”"):
        review.corrected(text="other words")
    for index in range(len(review.article.blocks)):
        review = review.with_block(index, struck=True)
    with pytest.raises(ServiceError, match="Every paragraph is struck out"):
        reviews.add(empty, review)
