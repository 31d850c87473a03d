"""Saved web pages: the article's words out of the page, without its comments, menus and adverts. Nothing is fetched."""

import re
from collections.abc import Iterator
from typing import Any

from debateprep.domain.terms import BlockKind
from debateprep.reading.blocks import arrange
from debateprep.reading.draft import Chunk, Draft
from debateprep.reading.errors import ReadingError
from debateprep.reading.layout import shown
from debateprep.reading.markup import SOFT_HYPHEN
from debateprep.reading.page import Hints, Page, key_of, parse
from debateprep.reading.people import find_date, person

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})")
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|privacy (?:policy|settings)|personal data|our partners|subscribe to (?:read|continue)|"
    r"sign in to|log in to|enable javascript|ad ?blocker|verify you are|are you a robot)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:staff|editors?|editorial|board|team|newsroom|desk|agencies|correspondents?)\b", re.IGNORECASE
)
_BORDERS = frozenset("body main div p head quote list item table row cell code".split())
_WHERE = "page metadata"


def declared_encoding(data: bytes) -> str:
    """Return the encoding a page names for itself, or an empty string; browsers read Latin-1 as Windows-1252."""
    match = _CHARSET.search(data[:4096]) or _XML.search(data[:400])
    name = match[1].decode("ascii").lower() if match else ""
    return "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252") else name


def read(source: str, name: str) -> Draft:
    """Return the draft of a page; its text is the found blocks joined by blank lines.

    Raise ReadingError when the page holds no article.
    """
    page = parse(source)
    document = _extract(page) if page is not None else None
    pieces = _pieces(document.body, page.hints) if page is not None and document is not None else []
    if page is None or document is None or not _is_article(pieces):
        raise ReadingError(
            f"No article was found in “{name}”; it may hold only a cookie or sign-in notice. Open the page in a "
            "browser, copy the article's words, and paste them."
        )
    draft = Draft("", language=page.language or "en")
    _learn(draft, document, page)
    _compose(draft, pieces, page.hints)
    return draft


def _extract(page: Page) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        page.tree,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        include_formatting=False,
        with_metadata=True,
        # The date is read from what the page says; an extensive search would guess one from anywhere.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _pieces(body: Any, hints: Hints) -> list[tuple[str, BlockKind | None, bool]]:
    """Return words, kind where the page tells it, and whether it is a heading, in reading order."""
    return [(words, hints.kind(words), heading) for words, heading in _runs(body)]


def _runs(body: Any) -> Iterator[tuple[str, bool]]:
    """Yield each run of words between the borders of blocks, and whether it stands in a heading.

    Two line breaks in a row, the old pages' paragraphs, are a border too.
    """
    from lxml.etree import iterwalk

    parts: list[str] = []
    heading = False
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BORDERS:
            yield from _flushed(parts, heading=heading)
            parts = []
            heading = element.tag == "head" and event == "start"
        if event == "start":
            parts += ["\0" if element.tag == "lb" else "", element.text or ""]
        elif element is not body:
            parts.append(element.tail or "")
    yield from _flushed(parts, heading=heading)


def _flushed(parts: list[str], *, heading: bool) -> Iterator[tuple[str, bool]]:
    for part in re.split(r"\0\s*\0[\0\s]*", "".join(parts)):
        words = shown(part.replace("\0", " ").replace(SOFT_HYPHEN, ""))
        if words:
            yield words, heading


def _is_article(pieces: list[tuple[str, BlockKind | None, bool]]) -> bool:
    body = [words for words, kind, heading in pieces if kind is None and not heading]
    said = [words for words in body if not (len(words) < 600 and _CONSENT.search(words))]
    # A page about cookies has other paragraphs too; a notice about cookies has nothing else.
    return sum(len(words.split()) for words in said) >= 12 and any(len(words.split()) >= 8 for words in said)


def _learn(draft: Draft, document: Any, page: Page) -> None:
    draft.learn("title", shown(document.title or ""), _WHERE)
    names = [shown(name) for name in (document.author or "").split(";") if name.strip()]
    draft.learn("authors", [_author(name, document.sitename or "") for name in names], _WHERE)
    draft.learn("publication", shown(document.sitename or ""), _WHERE)
    if document.url and document.url.startswith(("https://", "http://")):
        draft.learn("url", document.url, _WHERE)
    issued = find_date(document.date or "")[0]
    if issued and page.says_date(issued):
        draft.learn("issued", issued, _WHERE)


def _author(name: str, site: str) -> dict[str, str]:
    found = None if name.casefold() == site.casefold() or _STAFF.search(name) else person(name)
    return found or {"literal": name}


def _compose(draft: Draft, pieces: list[tuple[str, BlockKind | None, bool]], hints: Hints) -> None:
    """Join the pieces to the draft's text: the title first, the author's note, where the page has one, last."""
    seen = {key_of(words) for words, _, _ in pieces}
    title = key_of(draft.title)
    if draft.title and title not in {key_of(words) for words, _, _ in pieces[:4]}:
        pieces = [(draft.title, BlockKind.HEADLINE, True), *pieces]
    extra = [(words, BlockKind.AUTHOR_NOTE, False) for words in hints.notes if key_of(words) not in seen]
    chunks: list[Chunk] = []
    place = 0
    headline = False
    for words, kind, heading in [*pieces, *extra]:
        if title and key_of(words) == title and not headline:
            kind, headline = BlockKind.HEADLINE, True
        chunks.append(Chunk(place, place + len(words), words, kind, 1, heading))
        place += len(words) + 2
    draft.text = "\n\n".join(chunk.shown for chunk in chunks)
    arrange(draft, chunks)
