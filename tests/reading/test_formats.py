import io
import zipfile

import pytest

from debateprep.reading.errors import ReadingError
from debateprep.reading.formats import choose


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"words", "a.txt", "text"),
        (b"words", "README", "text"),
        (b"# words", "a.md", "markdown"),
        (b"# words", "A.MARKDOWN", "markdown"),
        (b"<!DOCTYPE html><p>x", "a.txt", "html"),
        (b"\xef\xbb\xbf <html>", "a", "html"),
        ("<html><p>x".encode("utf-16"), "a.htm", "html"),
        (b"<p>words</p>", "a.html", "html"),
        (b"<p>words</p>", "a.txt", "text"),
        (b"BMW sells cars.", "a.txt", "text"),
        (b"MZ is a pair of letters.", "a.txt", "text"),
    ],
)
def test_the_content_and_the_name_decide(data: bytes, name: str, kind: str) -> None:
    assert choose(data, name).kind == kind
    assert choose(data, name).warnings == ()


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html", "a.rtf"])
def test_plain_text_under_another_name_is_read_with_a_warning(name: str) -> None:
    form = choose(b"Plain words, nothing else.", name)
    assert form.kind == "text"
    assert len(form.warnings) == 1


@pytest.mark.parametrize(
    ("data", "name", "kind", "warned"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a.pdf", "pdf", False),
        (b"%PDF-1.7\n%\xe2\xe3", "a.txt", "pdf", True),
        (b"junk before it\n%PDF-1.7\n\0\xe2\xe3", "a.pdf", "pdf", False),
        (zipped("[Content_Types].xml", "word/document.xml"), "a.docx", "docx", False),
        (zipped("[Content_Types].xml", "word/document.xml"), "a.docm", "docx", False),
        (zipped("[Content_Types].xml", "word/document.xml"), "a.txt", "docx", True),
        (zipped("[Content_Types].xml", "word/document.xml"), "a", "docx", False),
        (zipped("mimetype", "OEBPS/a.xhtml"), "a.epub", "epub", False),
        (zipped("META-INF/container.xml"), "a.zip", "epub", True),
        (b"{\\rtf1 words}", "a.rtf", "rtf", False),
        (b"{\\rtf1 words}", "a.doc", "rtf", True),
    ],
)
def test_papers_are_known_by_their_content(data: bytes, name: str, kind: str, warned: bool) -> None:
    form = choose(data, name)
    assert form.kind == kind
    assert bool(form.warnings) is warned


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "a.doc", "is an old Word document"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a.mht", "is a web archive"),
    ],
)
def test_papers_of_other_programs_are_said_kindly(data: bytes, name: str, what: str) -> None:
    with pytest.raises(ReadingError) as caught:
        choose(data, name)
    assert what in str(caught.value)
    assert "save the article as Word" in str(caught.value)
    assert "paste its words" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
        (b"\xff\xd8\xff\xe0\0", "a picture"),
        (b"GIF89a\0\0\0\1\2", "a picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a picture"),
        (zipped("a.txt"), "a packed archive"),
        (zipped("xl/workbook.xml"), "a spreadsheet"),
        (b"\x7fELF\2\1\1", "a program"),
        (b"\0\0\0\x18ftypmp42\0", "a film"),
        (b"SQLite format 3\0\0", "a database"),
    ],
)
def test_what_is_no_article_is_named(data: bytes, what: str) -> None:
    with pytest.raises(ReadingError, match=f"“essay.txt” is {what}, not an article"):
        choose(data, "essay.txt")
