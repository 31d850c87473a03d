"""A web page as a tree, made safe to walk, and what its marks say about its blocks."""

import re
from dataclasses import dataclass, field
from typing import Any

from debateprep.domain.terms import BlockKind
from debateprep.reading.layout import shown

# Deeper than any page a person wrote; libraries that walk by recursion break far below a hostile one.
_DEEPEST = 150
_MOST = 200_000
_DROPPED = "style noscript iframe object embed applet template svg math form select textarea button dialog".split()
_MARKS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    (
        BlockKind.ADVERT,
        re.compile(
            r"(?:^|[\s_-])(?:ad|ads|advert|advertisement|advertising|sponsor(?:ed)?|promo|promotion|newsletter(?:[\w-]*)|signup|subscribe|related(?:[\w-]*)|recirc|outbrain|taboola)(?:$|[\s_-])",
            re.I,
        ),
    ),
    (BlockKind.PULL_QUOTE, re.compile(r"pull-?_?quote|(?:^|[\s_-])callout(?:$|[\s_-])", re.I)),
    (
        BlockKind.CAPTION,
        re.compile(
            r"(?:^|[\s_-])(?:caption|credit|photo-?credit|image-?credit|wp-caption-text)(?:$|[\s_-])|figcaption", re.I
        ),
    ),
    (
        BlockKind.AUTHOR_NOTE,
        re.compile(
            r"(?:author|writer|contributor)[\w-]*(?:bio|note|info|description|about)|about-?(?:the-?)?author|(?:^|[\s_-])bio(?:$|[\s_-])",
            re.I,
        ),
    ),
    (BlockKind.BYLINE, re.compile(r"(?:^|[\s_-])byline(?:$|[\s_-])", re.I)),
)
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[a-z]|[*†‡§]{1,3})[\])]?(?:\s*,\s*\[?\d{1,4}\]?)*")
_INNER = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "td",
    "blockquote",
    "figcaption",
    "div",
    "span",
    "aside",
    "section",
    "cite",
    "small",
)


def key_of(words: str) -> str:
    """Return the words as they are compared between the page and what was extracted from it."""
    return re.sub(r"\W+", "", words).casefold()


@dataclass(slots=True)
class Hints:
    """What the page's own marks say of its words; `notes` are the texts about the author."""

    kinds: dict[str, BlockKind] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def kind(self, words: str) -> BlockKind | None:
        """Return the kind that the page gives to these words, if any."""
        return self.kinds.get(key_of(words))


@dataclass(slots=True)
class Page:
    """A parsed page."""

    tree: Any
    hints: Hints
    language: str
    source: str

    def says_date(self, parts: list[int]) -> bool:
        """Tell whether the page's source holds the date's year."""
        return str(parts[0]) in self.source


def parse(source: str) -> Page | None:
    """Return the page, cut down to what is safe to walk, or None when there is no page in it."""
    from lxml import etree
    from lxml.html import HTMLParser

    # No entity is expanded, nothing loaded: an HTML parser knows no DTD, and the tree comes from these bytes alone.
    parser = HTMLParser(encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if root is None:
        return None
    _prune(root)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    language = language.strip().replace("_", "-")
    known = language if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w{2,8})*", language) else ""
    return Page(root, _hints(root), known, source)


def _prune(root: Any) -> None:
    """Drop what is never an article's words, what lies too deep, and what comes after far too many elements."""
    dropped: list[Any] = []
    level: list[Any] = [root]
    count = depth = 0
    while level and depth < _DEEPEST:
        children = [child for element in level for child in element]
        level = [child for child in children if count < _MOST and not _is_dropped(child)]
        dropped += [child for child in children if count >= _MOST or _is_dropped(child)]
        count += len(children)
        depth += 1
    for element in [*dropped, *level]:
        _remove(element)


def _is_dropped(element: Any) -> bool:
    if element.get("hidden") is not None or is_note_mark(element):
        return True
    if element.tag == "script":
        # Pages put their title, author and date there as data.
        return (element.get("type") or "").lower() != "application/ld+json"
    return element.tag in _DROPPED


def is_note_mark(element: Any) -> bool:
    """Tell whether an element is nothing but a raised link to a note: its number is no word of the text."""
    if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] != "sup":
        return False
    links = [child for child in element.iter() if child is not element and isinstance(child.tag, str)]
    words = "".join(element.itertext()).strip()
    return any(link.tag.rpartition("}")[2] == "a" for link in links) and _NOTE_MARK.fullmatch(words) is not None


def _remove(element: Any) -> None:
    """Take an element out but leave the words behind it in their place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _hints(root: Any) -> Hints:
    hints = Hints()
    for element in root.iter(
        "figcaption", "aside", "p", "div", "section", "span", "cite", "small", "footer", "blockquote", "address"
    ):
        kind = _marked(element)
        if kind is not None:
            _note(hints, element, kind)
    return hints


def _marked(element: Any) -> BlockKind | None:
    if element.tag == "figcaption":
        return BlockKind.CAPTION
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".strip()
    if not names:
        return None
    return next((kind for kind, pattern in _MARKS if pattern.search(names)), None)


def _note(hints: Hints, element: Any, kind: BlockKind) -> None:
    """Note the kind for the element's words as a whole and for each part of it that could be extracted alone."""
    whole = shown("".join(element.itertext())[:5000])
    # A wrapper of the whole page may carry such a name too ("has-ads"); an article's length gives it away.
    if not whole or len(whole.split()) > 150:
        return
    for part in (element, *element.iter(*_INNER)):
        key = key_of(shown("".join(part.itertext())))
        if len(key) > 2:
            hints.kinds.setdefault(key, kind)
    known = any(key_of(whole) in key_of(note) for note in hints.notes)
    if kind is BlockKind.AUTHOR_NOTE and len(whole.split()) >= 4 and not known:
        hints.notes.append(whole)
