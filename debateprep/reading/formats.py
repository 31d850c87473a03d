"""Which format a file is: its first bytes decide, its name helps where they are plain text."""

import re
from dataclasses import dataclass

from debateprep.reading.errors import ReadingError

READ_HERE = {"pdf": "PDF", "docx": "Word document", "epub": "e-book", "rtf": "RTF document"}
ENDINGS = frozenset("txt text md markdown mdown mkd html htm xhtml shtml pdf docx docm dotx epub rtf".split())
"""The endings of names under which articles are looked for in folders."""

_LATER = "cannot be read; save the article as Word (.docx), PDF or text in the program it opens in, or paste its words"
_PAPERS = {
    "doc": "an old Word document",
    "odt": "an OpenDocument text",
    "mht": "a web archive",
    "pages": "a Pages document",
}
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ALIASES = {"docm": "docx", "dotx": "docx", "dot": "doc", "mhtml": "mht", "webarchive": "mht"}
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"BM", "a picture"),
    (b"\x1f\x8b", "a packed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a packed archive"),
    (b"Rar!\x1a", "a packed archive"),
    (b"\xfd7zXZ\0", "a packed archive"),
    (b"BZh", "a packed archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"bplist00", "mht"),
)
# Too short to be sure of: real text may begin with these letters.
_NEEDS_BINARY = (b"BM", b"MZ", b"ID3", b"BZh", b"GIF8", b"OggS", b"fLaC")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?(?:p|div|br|h[1-6]|body|html|article|table|td|span|a)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """What a file is to be read as, with a warning where its name says otherwise."""

    kind: str
    warnings: tuple[str, ...] = ()


def choose(data: bytes, name: str) -> Form:
    """Return the format ("text", "markdown", "html" or one of READ_HERE); raise ReadingError for any other."""
    ending = ending_of(name)
    found = _magic(data)
    if found in READ_HERE:
        return Form(found, _misnamed(name, found, ending))
    if found == "doc" and _LOCKED in data:
        raise ReadingError(f"“{name}” is locked with a password; save a copy without one and choose that.")
    if found in _PAPERS:
        raise ReadingError(_comes_later(name, found, ending))
    if found:
        raise ReadingError(f"“{name}” is {found}, not an article; choose a file with text in it.")
    narrow = data[:4096].replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _HTML.match(narrow):
        return Form("html")
    if ending in ("html", "htm", "xhtml", "shtml"):
        if _TAG.search(data[:200_000].replace(b"\0", b"")):
            return Form("html")
        return Form("text", (f"“{name}” is not a web page inside; it was read as plain text.",))
    if ending in _PAPERS or ending in READ_HERE:
        if _looks_binary(data):
            raise ReadingError(f"“{name}” is damaged or not what its name says; download or copy it again.")
        return Form("text", (f"“{name}” is plain text inside, whatever its name says; it was read as text.",))
    return Form("markdown" if ending in ("md", "markdown", "mdown", "mkd") else "text")


def _misnamed(name: str, found: str, ending: str) -> tuple[str, ...]:
    fits = ending in (found, "") or not ending.isalnum()
    return () if fits else (f"“{name}” is a {READ_HERE[found]} inside, whatever its name says; it was read as one.",)


def ending_of(name: str) -> str:
    """Return the ending of a file's name in lower case, one for each format; "" for none."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return _ALIASES.get(ending, ending)


def _looks_binary(data: bytes) -> bool:
    sample = data[:4096]
    return b"\0" in sample or sum(byte < 9 or 13 < byte < 32 for byte in sample) > len(sample) // 20


def _magic(data: bytes) -> str:
    for mark, what in _MAGIC:
        if data.startswith(mark) and (mark not in _NEEDS_BINARY or _looks_binary(data)):
            return what
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture" if data[8:12] == b"WEBP" else "a sound or film file"
    if data[4:8] == b"ftyp":
        return "a picture" if data[8:11] in (b"hei", b"avi", b"mif") else "a film"
    if data[:13].lower() == b"mime-version:" or b"\nMIME-Version: 1.0" in data[:600]:
        return "mht"
    return "pdf" if b"%PDF-" in data[:1024] and _looks_binary(data) else ""


def _zipped(data: bytes) -> str:
    head = data[:4096] + data[-65_536:]
    for mark, what in (
        (b"mimetypeapplication/epub+zip", "epub"),
        (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"META-INF/container.xml", "epub"),
        (b"word/", "docx"),
        (b"Index/Document.iwa", "pages"),
        (b"xl/", "a spreadsheet"),
        (b"ppt/", "a slide show"),
    ):
        if mark in head:
            return what
    return "a packed archive"


def _comes_later(name: str, kind: str, ending: str) -> str:
    what = _PAPERS[kind]
    if ending == kind or kind == "mht":
        return f"“{name}” is {what}, and those {_LATER}."
    return f"“{name}” is really {what} inside, and those {_LATER}."
