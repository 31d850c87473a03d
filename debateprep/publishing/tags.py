"""The structure tree of a PDF file: one object an element, the way back from marks to elements, and the XMP packet."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from debateprep.publishing.structure import Element, Tree

_TICK_EACH = 64

Links = dict[Element, list[tuple[int, int]]]
Owner = Element | list[Element]
"""What a key of the parent tree leads to: a link's element, or the elements of a page's marks in order."""


class _Node:
    """A structure element, written only when its turn in the file comes: reportlab writes any object as its string."""

    __slots__ = ("_element", "_links", "_pages")

    def __init__(self, element: Element, links: Links, pages: Sequence[int]) -> None:
        self._element = element
        self._links = links
        self._pages = pages

    def __str__(self) -> str:
        element = self._element
        parent = element.parent.number if element.parent is not None else 0
        parts = [f"<</Type/StructElem/S/{element.role}/P {parent} 0 R"]
        if element.places:
            parts.append(f"/Pg {self._pages[element.places[0][0]]} 0 R")
        kids = list(self._kids())
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        if element.scope:
            parts.append(f"/A<</O/Table/Scope/{element.scope}>>")
        if element.box is not None:
            parts.append(f"/A<</O/Layout/BBox[{' '.join(f'{edge:.2f}' for edge in element.box)}]>>")
        if element.language:
            parts.append(f"/Lang({element.language})")
        if element.alt:
            parts.append(f"/Alt<{text_string(element.alt)}>")
        return "".join(parts) + ">>"

    def _kids(self) -> Iterator[str]:
        element, pages = self._element, self._pages
        own = element.places[0][0] if element.places else -1
        for page, mark in element.places or ():
            yield str(mark) if page == own else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>"
        for kid in element.kids or ():
            if kid.number:
                yield f"{kid.number} 0 R"
        for page, annotation in self._links.get(element, ()):
            yield f"<</Type/OBJR/Obj {annotation} 0 R/Pg {pages[page]} 0 R>>"


class _ParentTree:
    """The way back: from a page's marks, and from a link, to the elements they belong to."""

    def __init__(self, owners: Sequence[Owner]) -> None:
        self._owners = owners

    def __str__(self) -> str:
        parts: list[str] = []
        for key, owner in enumerate(self._owners):
            if isinstance(owner, list):
                parts.append(f"{key}[{' '.join(f'{element.number} 0 R' for element in owner)}]")
            else:
                parts.append(f"{key} {owner.number} 0 R")
        return f"<</Nums[{' '.join(parts)}]>>"


def text_string(text: str) -> str:
    """Return text as the hexadecimal digits of a PDF text string."""
    return "FEFF" + text.encode("utf-16-be", "replace").hex().upper()


def number_of(document: Any, reference: Any) -> int:
    """Return the number of an object that the document holds."""
    return int(document.idToObjectNumberAndVersion[reference.name][0])


def write_tree(
    document: Any,
    tree: Tree,
    pages: Sequence[int],
    owners: Sequence[Owner],
    links: Links,
    tick: Callable[[], None],
) -> None:
    """Add the structure tree to a document of reportlab's; an element with nothing drawn is left out.

    `pages` are the pages' object numbers by key, `owners` the parent tree's values in the order of its keys, `links`
    the annotations (page's key, object number) of Link elements. `tick` is called now and then, and may raise.
    """
    holder = Element("Root")
    names = iter(range(1, 1 << 40))

    def register(element: Element) -> None:
        if not element.places and (not element.kids or not element.is_drawn()):
            return
        node = _Node(element, links, pages)
        element.number = number_of(document, document.Reference(node, f"S{next(names)}"))
        if element.number % _TICK_EACH == 0:
            tick()
        for kid in element.kids or ():
            register(kid)

    tree.root.parent = holder
    ways_back = document.Reference(_ParentTree(owners), "ParentTree")
    register(tree.root)
    top = f"/K {tree.root.number} 0 R" if tree.root.number else ""
    back = number_of(document, ways_back)
    root = f"<</Type/StructTreeRoot{top}/ParentTree {back} 0 R/ParentTreeNextKey {len(owners)}>>"
    document.Catalog.StructTreeRoot = document.Reference(root, "StructTreeRoot")
    holder.number = number_of(document, document.Catalog.StructTreeRoot)
    document.Catalog.MarkInfo = "<</Marked true>>"


def xmp(title: str, author: str, subject: str, keywords: str, language: str, printed_on: date | None) -> bytes:
    """Return the XMP packet with what the file says about itself."""
    day = f"{printed_on:%Y-%m-%d}T12:00:00Z" if printed_on else "2000-01-01T00:00:00Z"
    lines = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>",
    ]
    if author:
        lines.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>")
    if subject:
        about = f'<rdf:li xml:lang="x-default">{escape(subject)}</rdf:li>'
        lines.append(f"<dc:description><rdf:Alt>{about}</rdf:Alt></dc:description>")
    lines += [
        "<pdfuaid:part>1</pdfuaid:part>",
        f"<pdf:Keywords>{escape(keywords)}</pdf:Keywords>",
        f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:CreatorTool>DebatePrep</xmp:CreatorTool>",
        "</rdf:Description></rdf:RDF></x:xmpmeta>",
        '<?xpacket end="r"?>',
    ]
    return "\n".join(lines).encode("utf-8", "replace")
