"""The door of the room: pages in, a PDF file out."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from debateprep.domain.pages import BriefPages
from debateprep.domain.terms import Side
from debateprep.progress import Progress
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.fonts import ALL_FACES, FontMetrics
from debateprep.publishing.layout import FirstPage, Layout, all_pages
from debateprep.publishing.options import PageOptions
from debateprep.publishing.pdf import About, draw
from debateprep.publishing.registry import SHELF, Kind, Pages, usual_kind
from debateprep.publishing.scripts import pack_faces
from debateprep.publishing.structure import Tree
from debateprep.publishing.surface import Surface
from debateprep.publishing.text import encodable, missing, one_line
from debateprep.publishing.twoup import TwoUp


def lay_out(pages: Pages, options: PageOptions, kind: Kind | None = None, side: Side | None = None) -> list[Surface]:
    """Return the pages as they will be drawn."""
    return all_pages(layout_of(pages, options, kind, side))


def export_pdf(
    pages: Pages,
    options: PageOptions,
    progress: Progress | None = None,
    *,
    kind: Kind | None = None,
    side: Side | None = None,
) -> bytes:
    """Return the PDF file of the pages; the same pages and options give the same bytes.

    Raise Cancelled when the user stopped it, AssetsMissing when the installation lacks its fonts.
    """
    if progress is not None:
        progress.step(0, 1, "Making pages")
    return draw(layout_of(pages, options, kind, side), about(pages, options, kind, side), progress)


def first_page(pages: Pages, options: PageOptions, *, kind: Kind | None = None, side: Side | None = None) -> bytes:
    """Return the first page alone as a PDF file, for thumbnails and quick previews; the others are never made."""
    quick = replace(options, contents=False, two_up=False)
    return draw(FirstPage(layout_of(pages, quick, kind, side)), about(pages, options, kind, side))


def missing_glyphs(pages: Pages) -> tuple[str, ...]:
    """Return the characters that no font has, sorted; each prints as ⟨U+XXXX⟩."""
    return missing(_texts(pages), (*ALL_FACES, *pack_faces()), FontMetrics())


def layout_of(
    pages: Pages,
    options: PageOptions,
    kind: Kind | None = None,
    side: Side | None = None,
    *,
    keeps_words: bool = False,
) -> Layout:
    """Return the layout of pages, ready to be laid out once; without a kind the usual one for such pages."""
    entry = SHELF[kind or usual_kind(pages)]
    if "two_up" not in entry.choices and options.two_up:
        options = replace(options, two_up=False)
    layout = entry.make(pages, side, options, Breaker(FontMetrics()), Tree(keeps_words=keeps_words))
    return TwoUp(layout) if options.two_up else layout


def about(pages: Pages, options: PageOptions, kind: Kind | None = None, side: Side | None = None) -> About:
    """Return what the file says about itself."""
    topic = _plain(pages.topic or pages.resolution) or "DebatePrep"
    chosen = kind or usual_kind(pages)
    of = side or getattr(pages, "side", None)
    name = f"{of.label} {SHELF[chosen].label[:1].lower()}{SHELF[chosen].label[1:]}" if of else SHELF[chosen].label
    if chosen is Kind.BRIEF and isinstance(pages, BriefPages):
        name = _plain(pages.title) or name
    if chosen in (Kind.CLASS, Kind.STRIPS) and options.key:
        name += ", key"
    words = ["debate", SHELF[chosen].label.lower(), *([of.label] if of else ["Pro", "Con"])]
    return About(
        title=f"{topic}: {name}",
        author=", ".join(_plain(part) for part in (options.header_name, options.school) if part.strip()),
        subject=_plain(pages.resolution),
        keywords=", ".join(words),
        printed_on=options.printed_on,
    )


def _plain(text: str) -> str:
    return encodable(one_line(text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
