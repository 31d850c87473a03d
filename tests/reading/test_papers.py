"""A row a format and trap: the text is exact, its paragraphs whole, nothing else is in it; or one clear sentence."""

# ruff: noqa: E501

import io
import stat
import zipfile
from typing import NamedTuple

import pytest

from debateprep.domain.article import Article, Name, PartialDate
from debateprep.domain.terms import BlockKind
from debateprep.errors import DebatePrepError
from debateprep.reading import child, reader
from debateprep.reading.hyphens import Joiner
from tests.reading.papers import (
    BODY,
    CONTAINER,
    OPF,
    P1,
    P2,
    P3,
    STYLES,
    VERBATIM,
    Placed,
    docx,
    epub,
    packed,
    page,
    para,
    pdf,
    placed,
    rtf,
    run,
    wrapped,
)

TITLE = "A tram for the harbour"
CORE = "<dc:title>Notes</dc:title><dc:creator>Ann Lee; jlee</dc:creator><dcterms:created>2024-05-12T08:00:00Z</dcterms:created>"
SECRETS = ("Daily Sample", "Running", "running", "comment", "footnote", "Contents", "secret", "gone", "beside", "Skip")


def read(data: bytes, name: str) -> Article:
    header = b'{"name": "%s", "form": "file"}\n' % name.encode()
    return reader.rebuild(child.read(header + data))


def column(
    words: tuple[str, ...],
    x: float,
    y: float,
    *,
    width: float = 240,
    indent: float = 0,
    gap: float = 0,
    size: float = 11,
) -> list[Placed]:
    """Return the rows of paragraphs in a column, told apart by indentation, a gap, or both."""
    rows: list[Placed] = []
    for paragraph in words:
        lines = wrapped(paragraph, width - indent, size)
        for number, line in enumerate(lines):
            rows.append((x + (indent if number == 0 else 0), y, line, size))
            y -= 1.25 * size
        y -= gap
    return rows


def heads(rows: list[Placed], number: int) -> list[Placed]:
    return [(50, 810, f"The Daily Sample   {number}", 8), *rows, (280, 30, f"Running foot, page {number}", 8)]


def across(left: list[Placed], right: list[Placed]) -> list[Placed]:
    """Return two columns drawn row by row."""
    longest = max(len(left), len(right))
    return [row for place in range(longest) for side in (left, right) for row in side[place : place + 1]]


LONG = tuple(" ".join(BODY[place:] + BODY[:place]) for place in range(3))
HEADLINE: list[Placed] = [(50, 770, TITLE, 20, "Times-Bold"), (50, 745, "By Jane Doe")]
LEFT, RIGHT = column(LONG[:2], 50, 700, indent=12), column(LONG[1:], 310, 700, indent=12)
WIDE, NARROW = wrapped(" ".join(LONG), 490), wrapped(" ".join(LONG), 240)
INFO = f"{{\\info{{\\title {TITLE}}}{{\\author Ann Lee}}{{\\creatim\\yr2024\\mo5\\dy3}}}}"


class Row(NamedTuple):
    """What is read, and what must come of it."""

    data: bytes
    name: str
    paragraphs: tuple[str, ...]
    title: str = ""
    author: str = ""
    issued: str = ""
    where: str = ""
    pages: tuple[int, ...] = ()


INSERTED = (
    run("Critics say")
    + f'<w:ins w:id="1" w:author="x">{run(" that trams")}</w:ins><w:del w:id="2"><w:r><w:delText> gone</w:delText></w:r></w:del>'
    + f'<w:moveFrom w:id="3">{run(" gone too")}</w:moveFrom><w:moveTo w:id="4">{run(" are dear")}</w:moveTo>'
    + run(" secret", "<w:vanish/>")
    + run(".", '<w:vanish w:val="0"/>')
    + '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>'
    + run(" They are not.")
    + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
)
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
TABLE = f"<w:tbl><w:tr>{CELL.format(P1)}{CELL.format(P2)}</w:tr></w:tbl>"
PICTURE = "<w:r><w:drawing><w:t>secret words of a picture</w:t></w:drawing></w:r>"

GOOD = {
    "docx": Row(
        docx([para(TITLE, "Title"), para("By Jane Doe"), *map(para, BODY)], core=CORE),
        "a.docx",
        BODY,
        TITLE,
        "Jane Doe",
        "2024-05-12",
        "title of the document",
    ),
    "docx, tracked changes, notes and comments": Row(
        docx([para(P1), para(INSERTED), para(P3)]), "a.docx", (P1, "Critics say that trams are dear. They are not.", P3)
    ),
    "docx, a table": Row(docx([para(TITLE, "Heading1"), TABLE, para(P3)]), "a.docx", BODY, TITLE, where="heading"),
    "docx, a picture": Row(docx([para(P1), para(PICTURE + run(P2))]), "a.docx", (P1, P2)),
    "docx, soft hyphens and line breaks": Row(
        docx([para(P1), para("<w:r><w:t>The coun\u00adcil</w:t><w:softHyphen/><w:br/><w:t>waits.</w:t></w:r>")]),
        "a.docx",
        (P1, "The council waits."),
    ),
    "docx, properties confirmed by the words": Row(
        docx([para(TITLE), *map(para, BODY)], core=CORE.replace("Notes", TITLE)),
        "a.docx",
        BODY,
        TITLE,
        "Ann Lee",
        "2024-05-12",
        "file's properties",
    ),
    "docx, a debater's template but an article": Row(
        docx([para(TITLE), *map(para, BODY)], styles=VERBATIM), "a.docx", BODY, TITLE
    ),
    "docx under another name": Row(docx(map(para, BODY)), "a.pdf", BODY),
    "epub": Row(epub(), "a.epub", BODY, TITLE, "Jane Doe", "2024-05-12", "file's properties"),
    "epub with a document type and entities": Row(
        epub(
            {
                "OEBPS/text/one.xhtml": page(
                    f"<p>{P1}</p><p>Trams &mdash; not buses &hearts;&nbsp;now &amp; here.</p>",
                    doctype='<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd" [<!ENTITY a "secret">]>',
                )
            }
        ),
        "a.epub",
        (P1, "Trams — not buses ♥ now & here."),
        TITLE,
    ),
    "epub with notes and a broken page": Row(
        epub(
            {
                "OEBPS/text/one.xhtml": page(
                    f'<p>{P1}<a epub:type="noteref">1</a></p><aside epub:type="footnote"><p>A footnote</p></aside><p>{P2}<b></p>'
                )
            }
        ),
        "a.epub",
        (P1, P2),
        TITLE,
    ),
    "rtf": Row(
        rtf(
            TITLE,
            "By Jane Doe",
            *BODY,
            head=INFO,
        ),
        "a.rtf",
        BODY,
        TITLE,
        "Jane Doe",
        "2024-05-03",
        "file's properties",
    ),
    "rtf, hidden, deleted, notes, heads": Row(
        rtf(
            P1,
            'Trams 🙂 are {\\v secret }good{\\deleted  gone}.{\\super\\chftn{\\footnote A footnote}} \\v secret \\v0 Na\\\'efve {\\field{\\*\\fldinst HYPERLINK "http://x.example"}{\\fldrslt buses}} \\{go\\}.',
            head="{\\header Running head}{\\footer Running foot}{\\stylesheet{\\s1 secret;}}{\\*\\unknown secret}",
        ),
        "a.rtf",
        (P1, "Trams 🙂 are good. Naïve buses {go}."),
    ),
    "rtf without a codepage": Row(
        b"{\\rtf1\\ansi " + P1.encode() + b"\\par caf\xe9s are full.\\par}", "a.rtf", (P1, "cafés are full.")
    ),
    "rtf with a codepage that nobody knows": Row(rtf(*BODY).replace(b"cpg1252", b"cpg4242"), "a.rtf", BODY),
    "pdf, one column, indented": Row(
        pdf(
            [[*HEADLINE, *column(LONG, 50, 700, width=490, indent=14), (280, 30, "Page 1 of 1", 8)]],
            info={"Title": TITLE, "Author": "Ann Lee"},
        ),
        "a.pdf",
        LONG,
        TITLE,
        "Jane Doe",
        where="file's properties",
        pages=(1, 1, 1),
    ),
    "pdf, one column, gaps": Row(
        pdf([[*HEADLINE, *column(LONG, 50, 700, width=490, gap=9)]]), "a.pdf", LONG, TITLE, "Jane Doe"
    ),
    "pdf, two columns, one after the other": Row(pdf([HEADLINE + LEFT + RIGHT]), "a.pdf", LONG[:2] + LONG[1:], TITLE),
    "pdf, two columns, row by row": Row(pdf([HEADLINE + across(LEFT, RIGHT)]), "a.pdf", LONG[:2] + LONG[1:], TITLE),
    "pdf, a paragraph across columns": Row(
        pdf([across(placed(NARROW[:12], 50), placed(NARROW[12:], 310))]), "a.pdf", (" ".join(LONG),), pages=(1,)
    ),
    "pdf, a paragraph across pages with running heads": Row(
        pdf(
            [
                heads([*HEADLINE, *column(LONG[:1], 50, 700, width=490, indent=14), *placed(WIDE[:5], 50, 550)], 1),
                heads(placed(WIDE[5:], 50, 780), 2),
            ]
        ),
        "a.pdf",
        (LONG[0], " ".join(LONG)),
        TITLE,
        pages=(1, 1),
    ),
    "pdf, numbers of pages alone": Row(
        pdf([[*column((LONG[number],), 50, 780, width=490), (290, 30, str(number + 7), 9)] for number in range(3)]),
        "a.pdf",
        LONG,
        pages=(1, 2, 3),
    ),
    "pdf, a footnote between the parts": Row(
        pdf(
            [
                [*placed(WIDE[:4], 50, 500), (50, 60, "1 Skip this footnote about trams.", 8)],
                placed(WIDE[4:], 50, 780),
            ]
        ),
        "a.pdf",
        (" ".join(LONG),),
    ),
}


@pytest.mark.parametrize("row", GOOD.values(), ids=GOOD.keys())
def test_what_is_read(row: Row) -> None:
    article = read(row.data, row.name)
    assert article.paragraphs == row.paragraphs
    body = " ".join(article.paragraphs)
    assert not [word for word in SECRETS if word in body]
    if row.title:
        assert article.title == row.title
    if row.author:
        assert [author.full for author in article.authors] == [row.author]
    if row.issued:
        assert article.issued is not None
        assert article.issued.iso == row.issued
    if row.where:
        assert dict(article.found)["title"] == row.where
    if row.pages:
        assert tuple(block.page for block in article.blocks if block.counts) == row.pages


def test_everything_in_a_word_file_beside_its_body_is_absent() -> None:
    article = read(GOOD["docx"].data, "a.docx")
    assert article.text == "\n\n".join((TITLE, "By Jane Doe", *BODY))
    assert [block.kind for block in article.blocks[:2]] == [BlockKind.HEADLINE, BlockKind.BYLINE]


def test_a_date_of_the_file_is_told_apart_from_a_date_of_the_article() -> None:
    article = read(GOOD["docx"].data, "a.docx")
    assert dict(article.found)["issued"] == "day the file was made"
    assert article.warnings == ("The date is the day the file was made; check it against the article.",)
    printed = read(
        docx([para(TITLE, "Title"), para("By Jane Doe | 3 May 2021"), *map(para, BODY)], core=CORE), "a.docx"
    )
    assert printed.issued == PartialDate(2021, 5, 3)
    assert printed.warnings == ()


def test_a_book_says_where_it_comes_from() -> None:
    article = read(epub(), "a.epub")
    assert article.publication == "Sample Press"
    assert article.language == "en-GB"
    assert [
        article.text[block.start : block.end] for block in article.blocks if block.kind is BlockKind.SUBHEADING
    ] == [
        "The first chapter",
        "The second chapter",
    ]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["The recon-", "struction of the harbour, a reconstruction long planned."], "The reconstruction of"),
        (["A long-", "term plan is a long plan, and every term counts."], "A long-term plan"),
        (["The well-", "known plan is well-known in the town."], "The well-known plan"),
        (["The govern-", "ment waits, and it will not wait long."], "The government waits"),
        (["The Anglo-", "Irish plan waits, and it will not wait long."], "The Anglo-Irish plan"),
        (["The plan - ", "an old one - waits, and it will not wait long."], "The plan - an old one"),
        (["It was hard-", "won and nobody will take it from the town."], "It was hard-won and"),
    ],
)
def test_hyphens_at_the_ends_of_lines(lines: list[str], words: str) -> None:
    article = read(pdf([placed([P1, *lines], 50)]), "a.pdf")
    assert words in article.text
    if "hard-won" in words:
        assert article.warnings[-1] == (
            "A hyphen at a line's end may be the printer's or the word's and was kept: “hard-won”."
        )


def test_a_soft_hyphen_is_no_letter() -> None:
    assert Joiner([]).join(["The coun\u00ad", "cil\u00ad waits"]) == "The council waits"


def test_what_programs_write_as_title_and_author_is_no_title() -> None:
    info = {"Title": "Microsoft Word - draft3.docx", "Author": "Administrator"}
    article = read(pdf([column(LONG, 50, 700, width=490, gap=9)], info=info), "a.pdf")
    assert article.title == ""
    assert article.authors == ()


def bomb(entry: str, parts: dict[str, str | bytes]) -> bytes:
    return packed({**parts, entry: b"<w>" + b" " * 120_000_000})


def linked(target: str) -> bytes:
    buffer = io.BytesIO(docx(map(para, BODY)))
    with zipfile.ZipFile(buffer, "a") as archive:
        entry = zipfile.ZipInfo("word/link.xml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, target)
    return buffer.getvalue()


def flagged(data: bytes) -> bytes:
    """Return an archive whose entries say that they are encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0")


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "ha ha ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&d;</w:t>'
    "</w:r></w:p></w:body></w:document>"
)
OUTSIDE = LAUGHS.replace('<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">', '<!ENTITY d SYSTEM "file:///etc/passwd">')
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BAD = {
    "docx, debate file": (docx([para("Trams", "Heading1"), para("Trams are dear", "Heading4"), para(P1)], styles=VERBATIM), "a.docx", "is a debate file with cards"),
    "docx, a bomb": (bomb("word/document.xml", {"[Content_Types].xml": "x"}), "a.docx", "unpacks to more than 100 MB"),
    "docx, a bomb beside": (bomb("word/media/a.bin", {"word/document.xml": "<x/>"}), "a.docx", "unpacks to more than 100 MB"),
    "docx, entities": (docx([], more={"word/document.xml": LAUGHS}), "a.docx", "declares entities"),
    "docx, entities in UTF-16": (docx([], more={"word/document.xml": LAUGHS.replace('"1.0"', '"1.0" encoding="utf-16"', 1).encode("utf-16")}), "a.docx", "declares entities"),
    "docx, an entity outside": (docx([], more={"word/styles.xml": OUTSIDE}), "a.docx", "declares entities"),
    "docx, a climbing path": (docx(map(para, BODY), more={"../../evil.xml": "x"}), "a.docx", "points to places outside"),
    "docx, an absolute path": (docx(map(para, BODY), more={"/etc/evil": "x"}), "a.docx", "points to places outside"),
    "docx, a drive": (docx(map(para, BODY), more={"C:/evil.xml": "x"}), "a.docx", "points to places outside"),
    "docx, a link": (linked("/etc/passwd"), "a.docx", "points to places outside"),
    "docx, encrypted entries": (flagged(docx(map(para, BODY))), "a.docx", "locked with a password"),
    "docx, locked": (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "locked with a password"),
    "docx, truncated": (docx(map(para, BODY))[:-400], "a.docx", "damaged or cut off"),
    "docx, empty": (docx([]), "a.docx", "holds only blank space"),
    "docx, no document": (packed({"word/styles.xml": "<x/>"}), "a.docx", "damaged or no Word document"),
    "docx, broken XML": (docx([], more={"word/document.xml": "<w:document"}), "a.docx", "damaged inside"),
    "doc": (OLE, "a.doc", "is an old Word document, and those cannot be read"),
    "epub, locked": (epub(more={"META-INF/encryption.xml": '<encryption><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></encryption>'}), "a.epub", "locked by its seller"),
    "epub, a bomb": (epub(more={"OEBPS/text/one.xhtml": b" " * 120_000_000}), "a.epub", "unpacks to more than 100 MB"),
    "epub, truncated": (epub()[:-300], "a.epub", "damaged or cut off"),
    "epub, no package": (packed({"META-INF/container.xml": CONTAINER}), "a.epub", "damaged inside"),
    "epub, a package elsewhere": (epub(more={"META-INF/container.xml": CONTAINER.replace("OEBPS/", "../../")}), "a.epub", "damaged inside"),
    "epub, entities": (epub(more={"OEBPS/content.opf": OPF.replace("<package", '<!DOCTYPE x [<!ENTITY a "b">]><package')}), "a.epub", "declares entities"),
    "epub, no words": (epub({"OEBPS/text/one.xhtml": page("<p/>")}), "a.epub", "holds only blank space"),
    "rtf, no words": (rtf(""), "a.rtf", "holds only blank space"),
    "rtf, deep": (b"{\\rtf1" + b"{" * 100_000 + b"x", "a.rtf", "nested too deeply"),
    "pdf, a scan": (pdf([[], []], picture=True), "a.pdf", "has no text layer"),
    "pdf, a scan with a stamp": (pdf([[(50, 20, "Scanned by the library")]], picture=True), "a.pdf", "has no text layer"),
    "pdf, nothing on it": (pdf([[]]), "a.pdf", "has no text layer"),
    "pdf, locked": (pdf([column(LONG, 50, 700)], locked="hush"), "a.pdf", "locked with a password"),
    "pdf, truncated": (pdf([column(LONG, 50, 700)])[:600], "a.pdf", "damaged or cut off"),
    "pdf, broken packing": (pdf([column(LONG, 50, 700)]).replace(b"stream\nGa", b"stream\nzz\x00v", 1), "a.pdf", "damaged or cut off"),
    "docx, no body": (docx([], more={"word/document.xml": "<w:x xmlns:w='urn:x'/>"}), "a.docx", "damaged inside"),
    "pdf, a head alone": (b"%PDF-1.7\n", "a.pdf", "damaged or cut off"),
    "zip called docx": (packed({"a.txt": "x"}), "a.docx", "is a packed archive, not an article"),
    "noise called pdf": (bytes(range(256)) * 8, "a.pdf", "damaged or not what its name says"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "what"), BAD.values(), ids=BAD.keys())
def test_what_is_refused_in_one_sentence(data: bytes, name: str, what: str) -> None:
    with pytest.raises(DebatePrepError, match=what) as caught:
        read(data, name)
    sentence = str(caught.value)
    assert f"“{name}”" in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


def test_an_authors_name_may_be_turned_round() -> None:
    turned = CORE.replace("Ann Lee; jlee", "Doe, Jane")
    assert read(docx(map(para, BODY), core=turned), "a.docx").authors == (Name(family="Doe", given="Jane"),)
    assert set(STYLES) == {"Title", "Heading1", "Heading2", "Caption"}
