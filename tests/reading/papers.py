"""Small builders of Word, PDF, EPUB and RTF files, good ones and bad ones; every word in them is our own."""

import io
import zipfile
from collections.abc import Iterable, Sequence

P1 = "The council should build a tram to the harbour, because the buses are full every morning of the week."
P2 = "Critics say that trams are dear, but a full bus that nobody can board costs the city £40 more in the end."
P3 = "That is why the vote in spring matters – to everyone who “waited” in the rain for a bus that did not stop."
BODY = (P1, P2, P3)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELS = f"""<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"
Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>"""
_DOCUMENT_RELS = f"""<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/comments" Target="comments.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/header" Target="header1.xml"/>
<Relationship Id="rId4" Type="{_OFFICE}/footer" Target="footer1.xml"/>
<Relationship Id="rId5" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>"""
STYLES = {
    "Title": ("Title", ""),
    "Heading1": ("heading 1", ""),
    "Heading2": ("heading 2", ""),
    "Caption": ("caption", ""),
}
VERBATIM = {
    "Heading1": ("heading 1", "Pocket"),
    "Heading2": ("heading 2", "Hat"),
    "Heading3": ("heading 3", "Block"),
    "Heading4": ("heading 4", "Tag"),
}


def packed(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return buffer.getvalue()


def run(words: str, properties: str = "") -> str:
    mark = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{mark}<w:t xml:space="preserve">{words}</w:t></w:r>'


def para(words: str, style: str = "") -> str:
    """Return a paragraph; words that begin with "<" are runs already."""
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{mark}{words if words.startswith('<') else run(words)}</w:p>"


def _part(tag: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} xmlns:w="{_W}">{inside}</w:{tag}>'


def _style(number: str, name: str, alias: str) -> str:
    aliases = f'<w:aliases w:val="{alias}"/>' if alias else ""
    return f'<w:style w:type="paragraph" w:styleId="{number}"><w:name w:val="{name}"/>{aliases}</w:style>'


def docx(
    paragraphs: Iterable[str],
    *,
    core: str = "",
    styles: dict[str, tuple[str, str]] = STYLES,
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """Return a Word document with a header, a footer, a comment and a footnote beside the given paragraphs."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": _part("document", f"<w:body>{''.join(paragraphs)}</w:body>"),
        "word/_rels/document.xml.rels": _DOCUMENT_RELS,
        "word/styles.xml": _part("styles", "".join(_style(key, *names) for key, names in styles.items())),
        "word/header1.xml": _part("hdr", para("The Daily Sample, running header")),
        "word/footer1.xml": _part("ftr", para("Running footer, page 1")),
        "word/comments.xml": _part("comments", f'<w:comment w:id="0">{para("A comment by an editor")}</w:comment>'),
        "word/footnotes.xml": _part("footnotes", f'<w:footnote w:id="2">{para("A footnote below")}</w:footnote>'),
    }
    if core:
        parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            f"{core}</cp:coreProperties>"
        )
    return packed(parts | (more or {}))


OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A tram for the harbour</dc:title><dc:creator>Jane Doe</dc:creator>
<dc:date>2024-05-12</dc:date><dc:publisher>Sample Press</dc:publisher><dc:language>en-GB</dc:language></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="aside" href="text/aside.xhtml" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx"><itemref idref="nav"/><itemref idref="two"/><itemref idref="one"/>
<itemref idref="aside" linear="no"/></spine></package>"""
CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""


def page(*blocks: str, doctype: str = "<!DOCTYPE html>") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title><style>p {}</style></head>'
        f"<body>{''.join(blocks)}</body></html>"
    )


def epub(pages: dict[str, str] | None = None, more: dict[str, str | bytes] | None = None) -> bytes:
    """Return a book whose second page comes first in the spine."""
    texts = {
        "OEBPS/text/two b.xhtml": page("<h1>The first chapter</h1>", f"<p>{P1}</p>", "<p/>", f"<div>{P2}</div>"),
        "OEBPS/text/one.xhtml": page("<h1>The second chapter</h1>", f"<p>{P3}</p>"),
    }
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/content.opf": OPF,
        "OEBPS/nav.xhtml": page('<nav epub:type="toc"><ol><li>Contents of the book</li></ol></nav>'),
        "OEBPS/toc.ncx": "<ncx/>",
        "OEBPS/text/aside.xhtml": page("<p>A page beside the text that is not in its line of reading.</p>"),
    }
    return packed(parts | (texts if pages is None else pages) | (more or {}))


def rtf(*paragraphs: str, head: str = "") -> bytes:
    """Return an RTF document; letters outside ASCII are escaped, backslashes and braces are control signs."""
    inside = "\\par\n".join(paragraphs)
    escaped = "".join(sign if ord(sign) < 128 else _escape(sign) for sign in inside)
    fonts = "{\\fonttbl{\\f0\\fswiss\\fcharset0 Sans;}}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}{head}\\uc1\\pard\\f0\\fs24 {escaped}\\par}}".encode("ascii")


def _escape(sign: str) -> str:
    units = sign.encode("utf-16-le")
    numbers = (int.from_bytes(units[place : place + 2], "little", signed=True) for place in range(0, len(units), 2))
    return "".join(f"\\u{number}?" for number in numbers)


Placed = tuple[float, float, str] | tuple[float, float, str, float] | tuple[float, float, str, float, str]


def pdf(
    pages: Sequence[Sequence[Placed]], *, info: dict[str, str] | None = None, locked: str = "", picture: bool = False
) -> bytes:
    """Return a PDF of rows at places: x, y, words, and if they differ size and font."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    lock = StandardEncryption(locked, canPrint=0) if locked else None
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1, encrypt=lock)
    for name, value in (info or {}).items():
        getattr(canvas, f"set{name}")(value)
    for rows in pages:
        for row in rows:
            canvas.setFont(row[4] if len(row) > 4 else "Times-Roman", row[3] if len(row) > 3 else 11)
            canvas.drawString(*row[:3])
        if picture:
            from PIL import Image
            from reportlab.lib.utils import ImageReader

            canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 50, 50, 500, 700)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def wrapped(words: str, width: float, size: float = 11) -> list[str]:
    """Return words broken into rows of a width in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    rows = [""]
    for word in words.split():
        longer = f"{rows[-1]} {word}".strip()
        if stringWidth(longer, "Times-Roman", size) > width and rows[-1]:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def placed(lines: list[str], x: float, y: float = 700) -> list[Placed]:
    """Return the lines under each other."""
    return [(x, y - 14 * place, line) for place, line in enumerate(lines)]
