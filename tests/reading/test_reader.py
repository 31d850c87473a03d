"""The whole way through the sandbox."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debateprep import sandbox
from debateprep.domain.article import Article, Name, PartialDate, paragraph_at
from debateprep.domain.terms import BlockKind
from debateprep.domain.words import count
from debateprep.errors import DebatePrepError
from debateprep.reading import ReadingError, child, read_file, read_text, reader
from debateprep.safe_files import FileError
from tests.reading import pages
from tests.reading.test_plain import P1, P2, joined

PIECES = st.sampled_from(
    [
        "A tram",
        "By Jane Doe",
        P1,
        P2,
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "# ",
        "> ",
        "---\n",
        "```",
        "- x",
        "Photo: x",
        "* * *",
        "Ad",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8))).map("".join))


def inside(words: str, form: str) -> Article:
    payload = b'{"name": "", "form": "%s"}\n' % form.encode() + words.encode()
    return reader.rebuild(child.read(payload))


@given(
    TEXTS.filter(lambda words: not any("\ud800" <= sign <= "\udfff" for sign in words)),
    st.sampled_from(["text", "markdown"]),
)
@settings(max_examples=300)
def test_any_text_is_kept_and_its_blocks_hold_together(words: str, form: str) -> None:
    with suppress(ReadingError):
        check(inside(words, form), words)


def check(article: Article, words: str) -> None:
    assert article.text == words.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(article.text)
        assert article.text[block.start : block.end].strip() == article.text[block.start : block.end]
        last = block.end
    assert len(article.paragraphs) >= 1
    numbers = [
        paragraph_at(article.blocks, block.start) for block in article.blocks if block.kind is BlockKind.PARAGRAPH
    ]
    assert numbers == list(range(1, len(article.paragraphs) + 1))


@given(TEXTS, st.booleans())
@settings(max_examples=25)
def test_pasted_text_is_read_or_refused_in_a_sentence(words: str, markdown: bool) -> None:
    with suppress(ReadingError):
        assert read_text(words, markdown=markdown).text.encode()


def test_half_a_surrogate_pair_becomes_a_replacement_sign() -> None:
    assert read_text("Trams \ud83d are good.").text == "Trams \ufffd are good."
    assert read_text("Trams 🙂 are good.").text == "Trams 🙂 are good."


def test_every_letter_of_a_text_has_a_block_but_blanks(tmp_path: Path) -> None:
    article = read_text(joined("A tram", "By Jane Doe", P1, "Advertisement", P2))
    covered = "".join(article.text[block.start : block.end] for block in article.blocks)
    assert covered == article.text.replace("\n\n", "")


def test_the_real_article(real_article: Path) -> None:
    article = read_file(real_article)
    kinds = [block.kind for block in article.blocks]
    assert article.text == real_article.read_text(encoding="utf-8")
    assert len(article.paragraphs) == 16
    assert kinds[0] is BlockKind.HEADLINE
    assert kinds[1:3] == [BlockKind.CAPTION, BlockKind.CAPTION]
    assert kinds[3:19] == [BlockKind.PARAGRAPH] * 16
    assert kinds[19:] == [BlockKind.AUTHOR_NOTE]
    assert count(article.title) == 7
    assert len(article.authors) == 1
    assert article.authors[0].full.split() == article.text[article.blocks[-1].start :].split()[:2]
    assert article.qualifications in article.text[article.blocks[-1].start :]
    assert dict(article.found) == {"title": "first line", "authors": "author note", "qualifications": "author note"}
    assert article.issued is None
    assert article.publication == ""
    assert article.warnings == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_real_article_in_other_encodings(encoding: str, real_article: Path, tmp_path: Path) -> None:
    words = real_article.read_text(encoding="utf-8")
    path = tmp_path / "article.txt"
    path.write_bytes(words.replace("\n", "\r\n").encode(encoding))
    article = read_file(path)
    assert article.text == words
    assert len(article.paragraphs) == 16


def test_a_page_comes_through_the_sandbox(tmp_path: Path) -> None:
    path = tmp_path / "news.html"
    path.write_text(pages.NEWS, encoding="utf-8")
    article = read_file(path)
    assert article.authors == (Name(family="Doe", given="Jane"),)
    assert article.issued == PartialDate(2024, 5, 12)
    assert len(article.paragraphs) == 4


def test_a_hostile_page_ends_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 100_000 + "<p>x", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"“deep\.html”"):
        read_file(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "holds only blank space"),
        (b"\xff\xfe", "is empty"),
        (b"\xef\xbb\xbf\n", "holds only blank space"),
        (b"* * *\n\n---", "holds no words"),
        (b"words \0 and a zero", "is not text"),
        (b"x " * 2_600_000, "is longer than 5,000,000 letters"),
    ],
)
def test_what_cannot_be_an_article_is_said(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "essay.txt"
    path.write_bytes(data)
    with pytest.raises(DebatePrepError, match=words) as caught:
        read_file(path)
    assert "“essay.txt”" in str(caught.value)


def test_a_folder_and_a_missing_file_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(FileError, match="There is no file"):
        read_file(tmp_path / "absent.txt")


@pytest.mark.parametrize("words", ["", "   ", "\n", "***", "\0"])
def test_pasting_nothing_is_said(words: str) -> None:
    with pytest.raises(ReadingError, match=r"asted"):
        read_text(words)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (sandbox.SandboxTimeout, "took too long"),
        (sandbox.SandboxMemory, "too much memory"),
        (sandbox.SandboxCrash, "could not be read"),
    ],
)
def test_a_sandbox_that_gives_up_is_a_sentence(
    error: type[sandbox.SandboxError], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object, **__: object) -> None:
        raise error("inside")

    monkeypatch.setattr(sandbox, "run", run)
    with pytest.raises(ReadingError, match=f"The pasted text .*{words}.*; copy"):
        read_text("words")


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {"text": "ab", "blocks": [["paragraph", 0, 3]]},
        {"text": "ab", "blocks": [["paragraph", 1, 2], ["paragraph", 0, 1]]},
        {"text": "ab", "blocks": [["paragraph", 0, 2], ["paragraph", 1, 2]]},
        {"text": "ab", "blocks": [["no kind", 0, 2]]},
        {"text": "ab", "blocks": [["paragraph", -1, 2]]},
        {"text": "ab", "authors": [{"rank": "x"}]},
        {"text": "ab", "surprise": 1},
    ],
)
def test_an_answer_that_contradicts_itself_is_refused(answer: Any) -> None:
    with pytest.raises(ReadingError, match="does not hold together"):
        reader.rebuild(answer)


@pytest.mark.skipif(sys.platform == "win32", reason="measured through POSIX resource usage")
def test_a_long_text_is_read_in_time_linear_in_its_length(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join([P1, "Who pays for it", P2] * 4_000), encoding="utf-8")
    assert len(read_file(path).paragraphs) == 8_000
