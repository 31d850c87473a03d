import pytest

from debateprep.reading import html
from debateprep.reading.draft import Draft
from debateprep.reading.errors import ReadingError
from tests.reading import pages
from tests.reading.test_plain import kinds


def words_of(draft: Draft, kind: str) -> list[str]:
    return [draft.text[start:end] for found, start, end in draft.blocks if found == kind]


def test_a_news_page_gives_its_article_alone() -> None:
    draft = html.read(pages.NEWS, "news.html")
    assert [words.split()[0] for words in words_of(draft, "paragraph")] == ["Trees", "A", "Critics", "So"]
    assert "£40" in draft.text
    assert "which is why mayors “must” act." in draft.text
    for noise in ("ugly", "cookies", "Sport", "buses", "rights reserved", "script"):
        assert noise not in draft.text


def test_what_is_left_of_the_page_is_told_apart() -> None:
    draft = html.read(pages.NEWS, "news.html")
    assert words_of(draft, "headline") == ["Cities should plant more trees"]
    assert words_of(draft, "subheading") == ["Who pays for it"]
    assert words_of(draft, "author note") == ["Jane Doe is a lecturer in planning at the University of Sampleton."]
    assert all("shoes" in words for words in words_of(draft, "advert"))
    assert "shoes" not in " ".join(words_of(draft, "paragraph"))
    assert "has paid for itself" not in "".join(words_of(draft, "paragraph")).replace("has paid for itself by now", "")


def test_what_the_page_says_of_itself() -> None:
    draft = html.read(pages.NEWS, "news.html")
    assert draft.title == "Cities should plant more trees"
    assert draft.authors == [{"family": "Doe", "given": "Jane"}]
    assert draft.publication == "The Daily Sample"
    assert draft.issued == [2024, 5, 12]
    assert draft.url == "https://daily.example/trees"
    assert draft.language == "en-GB"
    assert draft.qualifications == "lecturer in planning at the University of Sampleton"
    assert dict(draft.found)["issued"] == "page metadata"


def test_blocks_are_joined_by_blank_lines() -> None:
    draft = html.read(pages.NEWS, "news.html")
    assert "\n\n".join(draft.text[start:end] for _, start, end in draft.blocks) == draft.text


def test_old_tables_with_line_breaks() -> None:
    draft = html.read(pages.TABLES, "old.html")
    assert [words.split()[:2] for words in words_of(draft, "paragraph")] == [
        ["The", "buses"],
        ["A", "tram"],
        ["The", "council"],
    ]
    assert draft.title == "Why the harbour needs a tram"
    assert draft.issued == []


def test_a_page_of_one_paragraph() -> None:
    draft = html.read(pages.ONE, "one.html")
    assert kinds(draft).count("P") == 1
    assert words_of(draft, "paragraph")[0].startswith("A single paragraph")


@pytest.mark.parametrize(
    "source", [pages.CONSENT, "<html></html>", "<p>", "<html><body><img src=x></body></html>", "<"]
)
def test_a_page_without_an_article_is_said(source: str) -> None:
    with pytest.raises(ReadingError, match=r"No article was found in “page\.html”"):
        html.read(source, "page.html")


def test_an_unsafe_page_gives_its_words_and_nothing_else() -> None:
    draft = html.read(pages.UNSAFE, "unsafe.html")
    assert len(words_of(draft, "paragraph")) == 2
    for leak in ("root:", "stolen", "framed", "hahaha"):
        assert leak not in draft.text


def text_or_sentence(source: str) -> str:
    try:
        return html.read(source, "deep.html").text
    except ReadingError as error:
        return str(error)


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "blockquote", "span"])
def test_deep_nesting_ends_in_a_draft_or_a_sentence(tag: str) -> None:
    body = "The words of the page are found below a hundred thousand tags or they are not. " * 4
    source = f"<html><body><p>{body}</p>" + f"<{tag}>" * 100_000 + body + "</body></html>"
    found = text_or_sentence(source)
    assert "The words of the page" in found or "No article was found" in found


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "cp1252"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso-8859-2"),
        (b"<html>", ""),
    ],
)
def test_the_encoding_a_page_names(head: bytes, encoding: str) -> None:
    assert html.declared_encoding(head) == encoding
