"""More rows for the table of formats and traps: text and web pages whole, and what hides in papers."""

# ruff: noqa: E501

import io

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from debateprep.domain.terms import BlockKind
from tests.reading.papers import BODY, P1, P2, P3, Placed, docx, epub, page, para, pdf, rtf, run, wrapped
from tests.reading.test_papers import HEADLINE, LONG, SECRETS, TITLE, Row, across, column, read

SAYS = "A voice says that trams are fine for all."


def web(*blocks: str, head: str = "") -> bytes:
    title = f"<title>{TITLE} | The Daily Sample</title>"
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{title}{head}</head><body><nav>Skip to Sport</nav><article><h1>{TITLE}</h1>{"".join(blocks)}</article><footer>Running foot</footer></body></html>'.encode()


def text(*blocks: str) -> bytes:
    return "\n\n".join(blocks).encode()


B1, B2, B3 = (f"<p>{words}</p>" for words in BODY)
META = '<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-05-12T08:00:00Z">'
BOX = f"<w:r><w:pict><w:txbxContent>{para('secret words of a box')}</w:txbxContent></w:pict></w:r>"
NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{}</w:p>'
TRACKED_ROW = (
    '<w:tbl><w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
)
JOINED = f'<w:p><w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr>{run("Half of ")}</w:p>{para("a sentence stands here.")}'
FIELD = '<w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://secret"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>the plan</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r>'
HYPHENS = "<w:r><w:t>An Anglo</w:t><w:noBreakHyphen/><w:t>Irish plan waits.</w:t></w:r>"
W = (
    "A first page says that trams are quick and that no bus can be as quick as they are in the rush of a morning.",
    "The second one says that money is there and that the council only has to take it from the road and give it.",
    "A third holds that the harbour has waited long enough and that another year of waiting would be one too many.",
    "The fourth tells of riders who gave up and bought a car, and of the jams that those cars have made since then.",
    "Fifth comes the air of the street, which children breathe on the way to school, and which trams leave as it is.",
    "The sixth and last asks for a vote in spring, so that the work can begin before the next winter comes to us all.",
)
SIX = tuple(f"{W[number]} {W[(number + 2) % 6]}" for number in range(6))


def drawn(*steps: tuple[float, float, str, float]) -> bytes:
    """Return a PDF of one page of rows, with a stamp across it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    for x, y, words, size in steps:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(x, y, words)
    canvas.rotate(45)
    canvas.setFont("Times-Roman", 40)
    canvas.drawString(300, 100, "secret DRAFT")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def noted(mark: str, note: str) -> list[tuple[float, float, str, float]]:
    """Return a paragraph whose first sentence ends in a raised mark, another paragraph, and a note below."""
    rows: list[tuple[float, float, str, float]] = []
    y = 700.0
    for words in (P1, P2, P3):
        lines = wrapped(words, 300)
        for number, line in enumerate(lines):
            rows.append((50 if number else 64, y, line, 11))
            y -= 14
        if words == P1:
            from reportlab.pdfbase.pdfmetrics import stringWidth

            end = (64 if len(lines) == 1 else 50) + stringWidth(lines[-1], "Times-Roman", 11)
            rows.append((end, y + 14 + 4.5, mark, 6.5))
    return [*rows, (50, 60, note, 8)]


def newspaper() -> list[list[Placed]]:
    pages: list[list[Placed]] = []
    for number in range(3):
        heads: list[Placed] = [(50, 810, "Running OPINION", 8), (480, 810, f"12 May 2024 | {number + 4}", 8)]
        left, right = (
            column((SIX[2 * number],), 50, 770, width=230),
            column((SIX[2 * number + 1],), 310, 770, width=230),
        )
        pages.append([*heads, *left, *right])
    return pages


PRINTED: list[Placed] = [
    (50, 820, "5/12/24, 8:00 AM", 7),
    (250, 820, f"{TITLE} - The Daily Sample", 7),
    *HEADLINE,
    *column(LONG, 50, 700, width=490, indent=14),
    (50, 20, "https://daily.example/trams", 7),
    (520, 20, "1/1", 7),
]
THREE = [column((LONG[number],), 50 + 170 * number, 700, width=150, indent=10) for number in range(3)]

GOOD = {
    "txt": Row(text(TITLE, "By Jane Doe", "12 May 2024", *BODY), "a.txt", BODY, TITLE, "Jane Doe", "2024-05-12", "first line"),
    "txt, Windows letters and lines": Row("\r\n\r\n".join((TITLE, *BODY)).encode("cp1252"), "a.txt", BODY, TITLE),
    "txt, UTF-16": Row("\n\n".join((TITLE, *BODY)).encode("utf-16"), "a.txt", BODY, TITLE),
    "txt under a Word name": Row(text(TITLE, *BODY), "a.docx", BODY, TITLE),
    "txt with adverts, captions, notices": Row(
        text(TITLE, P1, "Advertisement", P2, "Subscribe to continue reading", "Photo: Skip the tram", P3, "Tags: trams, Skip"), "a.txt", BODY, TITLE
    ),
    "md": Row(text(f"# {TITLE}", "*By Jane Doe*", P1, "<!-- secret -->", P2, "| Skip | this |", P3), "a.md", BODY, TITLE, "Jane Doe", where="heading"),
    "md with front matter": Row(
        text(f"---\ntitle: {TITLE}\nauthor: Jane Doe\ndate: 2024-05-12\n---", P1, f"> {P2}", f"- {P3}"), "a.md", (P1, f"> {P2}", f"- {P3}"), TITLE, "Jane Doe", "2024-05-12", "front matter"
    ),
    "html": Row(web(B1, B2, B3, head=META), "a.html", BODY, TITLE, "Jane Doe", "2024-05-12", "page metadata"),
    "html, comments, adverts, what is hidden": Row(
        web(
            B1, '<div class="ad"><p>Skip this and buy a car for half of its price today</p></div>', B2,
            "<p hidden>secret words that the page does not show</p>", '<p style="display:none">secret words that nobody sees</p>', B3,
            '<div id="comments"><p>A reader in a comment says that the writer is wrong about all of it.</p></div>',
        ),
        "a.html", BODY, TITLE,
    ),
    "html, links to notes": Row(web(B1.replace("</p>", '<sup><a href="#1">1</a></sup></p>'), B2.replace("</p>", '<sup id="r"><a href="#2">[2]</a></sup></p>'), B3), "a.html", BODY, TITLE),
    "html, a power is no link": Row(web(B1, "<p>A hall of 90 m<sup>2</sup> is enough for the trams of a whole town.</p>", B3), "a.html", (P1, "A hall of 90 m2 is enough for the trams of a whole town.", P3), TITLE),
    "html, soft hyphens, breaks and marks inside": Row(web(B1, "<p>The <b>coun&shy;cil</b><i> should</i> build<span>\n a</span> tram<!-- secret --> to the har<wbr>bour&nbsp;soon, as all of us say.</p>", B3), "a.html", (P1, "The council should build a tram to the harbour soon, as all of us say.", P3), TITLE),
    "html, a list and a quotation": Row(web(B1, f"<ul><li>{P2}</li></ul><blockquote><p>{SAYS}</p></blockquote>", B3), "a.html", (P1, P2, SAYS, P3), TITLE),
    "html, Windows letters": Row(web(B1, B2, B3).replace(b"utf-8", b"iso-8859-1").decode().encode("cp1252"), "a.html", BODY, TITLE),
    "html under a Word name": Row(web(B1, B2, B3), "a.doc", BODY, TITLE),
    "docx, a box beside the text": Row(docx([para(P1), para(BOX + run(P2)), para(P3)]), "a.docx", BODY),
    "docx, a list": Row(docx([para(P1), NUMBERED.format(run(P2)), para(P3)]), "a.docx", BODY),
    "docx, a row and an end of a paragraph deleted": Row(docx([para(P1), TRACKED_ROW, JOINED, para(P3)]), "a.docx", (P1, "Half of a sentence stands here.", P3)),
    "docx, a link made of a field": Row(docx([para(P1), para(FIELD), para(HYPHENS)]), "a.docx", (P1, "See the plan.", "An Anglo\u2011Irish plan waits.")),
    "epub, a list, a table, what is hidden": Row(
        epub({"OEBPS/text/one.xhtml": page(B1, f"<ul><li>{P2}</li></ul>", "<p hidden='hidden'>secret</p><p style='display: none'>secret</p>", B3.replace("</p>", "<sup><a href='#f'>1</a></sup></p>"))}), "a.epub", BODY, TITLE
    ),
    "rtf, raw bytes of a picture": Row(rtf(P1, "{\\pict\\bin12 }}{{\\\\}}{{}}}" + P2, P3), "a.rtf", BODY),
    "rtf, a list": Row(rtf(P1, "{\\listtext\\bullet\\tab}" + P2, "{\\pntext 2.\\tab}" + P3), "a.rtf", BODY),
    "rtf, signs by name": Row(rtf(P1, "It\\rquote s \\ldblquote here\\rdblquote\\emdash now\\~or\\endash never."), "a.rtf", (P1, "It’s “here”—now\xa0or–never.")),
    "rtf, Cyrillic letters": Row(b"{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2, \\'fd\\'f2\\'ee \\'f1\\'eb\\'ee\\'e2\\'ee.\\par " + BODY[0].encode() + b"\\par}", "a.rtf", ("Привет, это слово.", P1)),
    "pdf, three columns": Row(pdf([HEADLINE + across(across(THREE[0], THREE[1]), THREE[2])]), "a.pdf", LONG, TITLE, "Jane Doe"),
    "pdf, a first row as far from the middle as the last one": Row(
        pdf([[(50, 700, P1, 9), (62, 686, P2[:-8] + ",", 9), (50, 672, "as all of them say in town.", 9)]]), "a.pdf", (P1, P2[:-8] + ", as all of them say in town.")
    ),
    "pdf, a newspaper of three pages": Row(pdf(newspaper()), "a.pdf", SIX, pages=(1, 1, 2, 2, 3, 3)),
    "pdf, printed by a browser": Row(pdf([PRINTED]), "a.pdf", LONG, TITLE, "Jane Doe"),
    "pdf, a stamp across the page": Row(drawn(*((50.0, 700.0 - 14 * place, line, 11.0) for place, line in enumerate(wrapped(P1, 400)))), "a.pdf", (P1,)),
    "pdf, a raised mark of a note": Row(drawn(*noted("3", "3 Skip this footnote about trams.")), "a.pdf", BODY),
}  # fmt: skip


@pytest.mark.parametrize("row", GOOD.values(), ids=GOOD.keys())
def test_what_is_read(row: Row) -> None:
    article = read(row.data, row.name)
    assert article.paragraphs == row.paragraphs
    assert not [word for word in SECRETS if word in " ".join(article.paragraphs)]
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


def test_a_box_that_is_left_out_is_told() -> None:
    article = read(GOOD["docx, a box beside the text"].data, "a.docx")
    assert article.warnings == ("A text box was left out; paste the words if they belong to the article.",)


def test_a_raised_number_that_no_note_answers_to_stays() -> None:
    article = read(drawn(*noted("3", "4 A footnote of another page.")), "a.pdf")
    assert f"{P1}3" in article.text


def test_the_address_that_a_browser_printed_is_the_articles() -> None:
    article = read(pdf([PRINTED]), "a.pdf")
    assert article.url == "https://daily.example/trams"
    assert dict(article.found)["url"] == "address printed on the page"
    assert "8:00" not in article.text
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        *[BlockKind.PARAGRAPH] * 3,
    ]


def test_the_stamp_is_on_the_page_that_the_test_reads() -> None:
    assert "DRAFT" in PdfReader(io.BytesIO(GOOD["pdf, a stamp across the page"].data)).pages[0].extract_text()
