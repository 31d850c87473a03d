"""Trees of untrusted XML and XHTML: parsed without entities or fetching, walked without recursion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Any

from debateprep.reading.errors import ReadingError
from debateprep.reading.layout import shown

_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]{0,1000}(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_XML_OWN = (b"amp;", b"lt;", b"gt;", b"quot;", b"apos;")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = _HEADINGS | frozenset(
    "body div p li ul ol dl dt dd table thead tbody tfoot tr td th blockquote section article header footer main aside "
    "figure figcaption caption pre hr nav address center title".split()
)
_SILENT = frozenset("script style head template noscript object iframe svg math nav".split())
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one block, the block's tag, and the class names of it and of what it stands in."""

    words: str
    tag: str
    classes: frozenset[str]

    @property
    def heading(self) -> bool:
        """Tell whether it is a heading by its tag."""
        return self.tag in _HEADINGS


def xml_tree(data: bytes, named: str) -> Any:
    """Return the root of an XML document; raise ReadingError when it is none or declares entities."""
    from lxml import etree

    try:
        root = etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        raise ReadingError(f"{named} is damaged inside; download or copy it again.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadingError(f"{named} declares entities inside, as no sound file does; it was not opened.")
    return root


def page_tree(data: bytes, named: str) -> Any:
    """Return the root of an XHTML page, mended where it is broken; its document type is left unread."""
    from lxml import etree

    plain = _ENTITY.sub(_spelled, _DOCTYPE.sub(b"", data, count=1))
    try:
        root = etree.fromstring(plain, _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise ReadingError(f"{named} is damaged inside; download or copy it again.") from error
    if root is None:
        raise ReadingError(f"{named} is damaged inside; download or copy it again.")
    return root


def _parser(*, recover: bool) -> Any:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def _spelled(match: re.Match[bytes]) -> bytes:
    """Return the letters of a named entity as numbers, which need no document type to be known."""
    if match[1] in _XML_OWN:
        return match[0]
    signs = html5.get(match[1].decode("ascii"), "")
    return "".join(f"&#{ord(sign)};" for sign in signs).encode() or match[0]


def local(element: Any) -> str:
    """Return an element's tag without its namespace, in lower case; "" for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def runs(root: Any) -> Iterator[Run]:
    """Yield the runs of words between the borders of blocks, in order; two line breaks in a row are a border too."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    inside: list[tuple[str, frozenset[str]]] = []
    silent = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = local(element)
        if event == "end":
            silent -= tag in _SILENT
        if tag in _BLOCKS and not silent:
            yield from _flushed(parts, inside)
            parts = []
            if event == "end":
                inside.pop()
            else:
                names = frozenset((element.get("class") or "").lower().split())
                inside.append((tag, (inside[-1][1] if inside else frozenset()) | names))
        if event == "start":
            silent += tag in _SILENT
            if not silent:
                parts += ["\0" if tag == "br" else "", element.text or ""]
        elif element is not root and not silent:
            parts.append(element.tail or "")
    yield from _flushed(parts, inside)


def _flushed(parts: list[str], inside: list[tuple[str, frozenset[str]]]) -> Iterator[Run]:
    tag = next((tag for tag, _ in reversed(inside) if tag in _HEADINGS), inside[-1][0] if inside else "")
    classes = inside[-1][1] if inside else frozenset()
    for part in re.split(r"\0\s*\0[\0\s]*", "".join(parts)):
        words = shown(part.replace("\0", " ").replace(SOFT_HYPHEN, ""))
        if words:
            yield Run(words, tag, classes)
