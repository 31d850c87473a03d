"""The door of the room: pages in, a PDF file out."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from debateprep.domain.pages import BriefPages, ClashPages, RebuttalDeck
from debateprep.progress import Progress
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.brief import BriefLayout
from debateprep.publishing.cards import DeckLayout
from debateprep.publishing.clash import ClashLayout
from debateprep.publishing.fonts import ALL_FACES, FontMetrics
from debateprep.publishing.layout import Layout, all_pages
from debateprep.publishing.options import PageOptions
from debateprep.publishing.pdf import About, draw
from debateprep.publishing.structure import Tree
from debateprep.publishing.surface import Surface
from debateprep.publishing.text import encodable, missing, one_line

Pages = BriefPages | RebuttalDeck | ClashPages


def lay_out(pages: Pages, options: PageOptions) -> list[Surface]:
    """Return the pages as they will be drawn."""
    return all_pages(_layout(pages, options, Tree()))


def export_pdf(pages: Pages, options: PageOptions, progress: Progress | None = None) -> bytes:
    """Return the PDF file of the pages; the same pages and options give the same bytes.

    Raise Cancelled when the user stopped it, AssetsMissing when the installation lacks its fonts.
    """
    if progress is not None:
        progress.step(0, 1, "Making pages")
    return draw(_layout(pages, options, Tree()), _about(pages, options), progress)


def missing_glyphs(pages: Pages) -> tuple[str, ...]:
    """Return the characters that no bundled font has, sorted; each prints as ⟨U+XXXX⟩."""
    return missing(_texts(pages), ALL_FACES, FontMetrics())


def _layout(pages: Pages, options: PageOptions, tree: Tree) -> Layout:
    breaker = Breaker(FontMetrics())
    if isinstance(pages, BriefPages):
        return BriefLayout(pages, options, breaker, tree)
    if isinstance(pages, RebuttalDeck):
        return DeckLayout(pages, options, breaker, tree)
    return ClashLayout(pages, options, breaker, tree)


def _about(pages: Pages, options: PageOptions) -> About:
    topic = _plain(pages.topic or pages.resolution) or "DebatePrep"
    if isinstance(pages, BriefPages):
        kind = _plain(pages.title) or f"{pages.side.label} brief"
        words = ["debate", "brief", pages.side.label]
    elif isinstance(pages, RebuttalDeck):
        kind, words = "Rebuttal cards", ["debate", "rebuttal cards"]
    else:
        kind, words = "Clash sheet", ["debate", "clash sheet", "Pro", "Con"]
    return About(
        title=f"{topic}: {kind}",
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
