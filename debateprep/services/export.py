"""From a topic to a PDF file, whole or absent."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from debateprep.domain.pages import BriefPages, ClashPages, RebuttalDeck
from debateprep.domain.terms import Side
from debateprep.progress import Progress
from debateprep.publishing import PageOptions, export_pdf, missing_glyphs
from debateprep.safe_files import write_whole
from debateprep.services import briefs
from debateprep.services.errors import ServiceError
from debateprep.services.pages import PageMaker
from debateprep.storage.library import Library

Pages = BriefPages | RebuttalDeck | ClashPages


class Layout(StrEnum):
    """What can be printed of a topic."""

    BRIEF = "brief"
    CARDS = "cards"
    CLASH = "clash"

    @property
    def label(self) -> str:
        """Return the name shown to people."""
        return {"brief": "Brief", "cards": "Rebuttal cards", "clash": "Clash sheet"}[self.value]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, and the characters that no font had (printed as ⟨U+XXXX⟩)."""

    path: Path
    size: int
    missing: tuple[str, ...] = ()


_MAKE: dict[Layout, Callable[[PageMaker, Side | None], Pages]] = {
    Layout.BRIEF: lambda maker, side: maker.brief(side or Side.PRO),
    Layout.CARDS: lambda maker, side: maker.rebuttal_deck(side),
    Layout.CLASH: lambda maker, _side: maker.clash(),
}


def resolve(library: Library, topic_id: int, layout: Layout, side: Side | None = None) -> Pages:
    """Return what the pages say; raise ServiceError when there is nothing to print."""
    with library.read() as reader:
        maker = PageMaker(briefs.dossier(reader, topic_id))
    pages = _MAKE[layout](maker, side)
    empty = not pages.cards if isinstance(pages, RebuttalDeck) else False
    if empty:
        raise ServiceError("There are no answers to print on rebuttal cards yet; write one with `debateprep answer`.")
    return pages


def to_file(
    library: Library,
    topic_id: int,
    layout: Layout,
    path: Path,
    *,
    side: Side | None = None,
    options: PageOptions | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write a layout of a topic as PDF; an old file at `path` is replaced only by a whole new one."""
    pages = resolve(library, topic_id, layout, side)
    data = export_pdf(pages, options or PageOptions(), progress)
    write_whole(path, data)
    return Exported(path, len(data), missing_glyphs(pages))
