"""E-books: the spine's pages in order, without contents, cover and notes on rights; what the package file knows."""

import posixpath
import re
from typing import Any
from urllib.parse import unquote

from debateprep.domain.terms import BlockKind
from debateprep.reading.blocks import arrange
from debateprep.reading.draft import Chunk, Draft, lay
from debateprep.reading.errors import ReadingError
from debateprep.reading.markup import Run, local, page_tree, runs, xml_tree
from debateprep.reading.page import is_note_mark
from debateprep.reading.properties import WHERE, Properties, announce, complete, sensible_authors, sensible_title
from debateprep.safe_files import Archive

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
# Fonts may be scrambled in any book; only scrambled pages cannot be read.
_FONT_LOCKS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_LEFT_OUT = frozenset("cover toc landmarks titlepage copyright-page colophon loi lot index page-list".split())
_CONTENTS = re.compile(r"(?:^|[/_.-])(?:nav|toc|contents|cover|copyright|titlepage)(?:[_.-]|$)", re.IGNORECASE)
_NOTE = frozenset("footnote endnote rearnote footnotes endnotes noteref pagebreak".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = "figcaption"


def read(data: bytes, name: str) -> Draft:
    """Return the draft of a book; raise ReadingError when it is locked or has no pages with words."""
    archive = Archive(data, name)
    named = f"“{name}”"
    if _CONTAINER not in archive.names:
        raise ReadingError(f"{named} is damaged or no e-book; download or copy it again.")
    _check_locks(archive, named)
    place = _package_place(xml_tree(archive.read(_CONTAINER), named))
    if place not in archive.names:
        raise ReadingError(f"{named} is damaged inside; download or copy it again.")
    package = xml_tree(archive.read(place), named)
    chunks = [
        chunk for entry in _spine(package, place, archive) for chunk in _page(page_tree(archive.read(entry), named))
    ]
    properties = _properties(package)
    draft = Draft("")
    draft.learn("title", sensible_title(properties.title), WHERE)
    draft.learn("authors", sensible_authors(properties.authors), WHERE)
    lay(draft, chunks)
    announce(draft, chunks, properties)
    _chapters(draft, chunks)
    arrange(draft, chunks)
    complete(draft, properties)
    return draft


def _chapters(draft: Draft, chunks: list[Chunk]) -> None:
    """Let the headings of a book whose title is known be its chapters'."""
    if draft.title:
        for chunk in chunks:
            if chunk.heading and chunk.kind is None:
                chunk.kind = BlockKind.SUBHEADING


def _check_locks(archive: Archive, named: str) -> None:
    if _LOCKS not in archive.names:
        return
    for element in xml_tree(archive.read(_LOCKS), named).iter():
        if local(element) == "encryptionmethod" and element.get("Algorithm") not in _FONT_LOCKS:
            raise ReadingError(
                f"{named} is locked by its seller (DRM) and cannot be read; paste the words you may quote."
            )


def _package_place(container: Any) -> str:
    return next((element.get("full-path") or "" for element in container.iter() if local(element) == "rootfile"), "")


def _spine(package: Any, place: str, archive: Archive) -> list[str]:
    """Return the entries of the pages to read, in order."""
    folder = posixpath.dirname(place)
    listed = {}
    for element in package.iter():
        if local(element) == "item" and element.get("media-type") in _PAGES and element.get("href"):
            entry = posixpath.normpath(posixpath.join(folder, unquote(element.get("href").partition("#")[0])))
            if "nav" not in (element.get("properties") or "").split() and entry in archive.names:
                listed[element.get("id")] = entry
    guided = {
        posixpath.normpath(posixpath.join(folder, unquote((element.get("href") or "").partition("#")[0])))
        for element in package.iter()
        if local(element) == "reference" and (element.get("type") or "").lower() in _LEFT_OUT
    }
    order = [
        listed[element.get("idref")]
        for element in package.iter()
        if local(element) == "itemref" and element.get("linear") != "no" and element.get("idref") in listed
    ]
    kept = [entry for entry in dict.fromkeys(order) if entry not in guided and not _CONTENTS.search(entry)]
    # A book that is one page may well be called "cover"; something is read rather than nothing.
    return kept or list(dict.fromkeys(order))


def _types(element: Any) -> frozenset[str]:
    said = element.get("{http://www.idpf.org/2007/ops}type") or element.get("role") or ""
    return frozenset(part.removeprefix("doc-") for part in said.lower().split())


def _page(root: Any) -> list[Chunk]:
    body = next((element for element in root.iter() if local(element) == "body"), None)
    if body is None or _types(body) & _LEFT_OUT:
        return []
    doomed = [element for element in body.iter() if _types(element) & (_NOTE | _LEFT_OUT) or _is_unseen(element)]
    for element in doomed:
        _take_out(element)
    return [_chunk(run) for run in runs(body)]


def _is_unseen(element: Any) -> bool:
    hidden = element.get("hidden") is not None or _HIDING.search(element.get("style") or "") is not None
    return hidden or is_note_mark(element)


def _take_out(element: Any) -> None:
    """Remove an element but keep the words that follow it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _chunk(run: Run) -> Chunk:
    kind = BlockKind.CAPTION if run.tag == _CAPTION or "caption" in run.classes else None
    return Chunk(0, 0, run.words, kind, 1, run.heading)


def _properties(package: Any) -> Properties:
    metadata = next((element for element in package.iter() if local(element) == "metadata"), None)
    said: dict[str, list[str]] = {}
    for element in metadata.iter() if metadata is not None else ():
        said.setdefault(local(element), []).append((element.text or "").strip())
    links = [words for words in said.get("source", []) + said.get("identifier", []) if words.startswith("http")]
    return Properties(
        title=next(iter(said.get("title", [])), ""),
        authors=said.get("creator", []),
        issued=next((words for words in said.get("date", []) if words), ""),
        publication=next(iter(said.get("publisher", [])), ""),
        url=next(iter(links), ""),
        language=next(iter(said.get("language", [])), ""),
    )
