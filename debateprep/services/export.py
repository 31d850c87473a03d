"""From a topic to its pages: a preview of them, and a PDF file that is whole or absent."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from debateprep.domain import reading_time
from debateprep.domain.citation_styles import CiteChoice
from debateprep.domain.pages import ANSWER_PREFIX, BriefPages, ClashPages, RebuttalDeck
from debateprep.domain.terms import Side
from debateprep.progress import Progress
from debateprep.publishing import PageOptions, export_pdf, missing_glyphs, plain_text
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


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages made but not written: the PDF file's bytes, the same in plain text, and the characters no font has.

    `topic` is the topic's name in full.
    """

    data: bytes
    text: str
    topic: str
    missing: tuple[str, ...] = ()


_UNFIT_FOR_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_OPENING = re.compile(r"\s*resolved\s*[:,]\s*", re.IGNORECASE)
_LONGEST_NAME = 80

_MAKE: dict[Layout, Callable[[PageMaker, Side | None], Pages]] = {
    Layout.BRIEF: lambda maker, side: maker.brief(side or Side.PRO),
    Layout.CARDS: lambda maker, side: maker.rebuttal_deck(side),
    Layout.CLASH: lambda maker, _side: maker.clash(),
}


def resolve(
    library: Library,
    topic_id: int,
    layout: Layout,
    side: Side | None = None,
    *,
    words_a_minute: int = reading_time.DEFAULT_WORDS_A_MINUTE,
    cites: CiteChoice | None = None,
    answer_prefix: str = ANSWER_PREFIX,
) -> Pages:
    """Return what the pages say; raise ServiceError when there is nothing to print.

    `cites` chooses the style of the works cited; without it they are printed in our own short form.
    """
    with library.read() as reader:
        maker = PageMaker(briefs.dossier(reader, topic_id), words_a_minute, cites, answer_prefix=answer_prefix)
    pages = _MAKE[layout](maker, side)
    empty = not pages.cards if isinstance(pages, RebuttalDeck) else False
    if empty:
        raise ServiceError(
            "There are no answers to print on rebuttal cards yet; answer an argument of the other side first."
        )
    return pages


def preview(pages: Pages, options: PageOptions | None = None, progress: Progress | None = None) -> Preview:
    """Return pages as they would be written; raise Cancelled when the user stopped it."""
    chosen = options or PageOptions()
    data = export_pdf(pages, chosen, progress)
    return Preview(data, plain_text(pages, chosen), pages.topic or pages.resolution, missing_glyphs(pages))


def file_name(topic: str, layout: Layout, side: Side | None = None) -> str:
    """Return a name for the PDF file that every system accepts: "Cities should make buses free – Pro brief.pdf"."""
    kind = layout.label
    if layout is Layout.BRIEF:
        kind = f"{(side or Side.PRO).label} brief"
    elif layout is Layout.CARDS and side is not None:
        kind = f"{side.label} rebuttal cards"
    subject = " ".join(_UNFIT_FOR_NAMES.sub(" ", _OPENING.sub("", topic, count=1)).split())
    subject = subject[:_LONGEST_NAME].strip(" .")
    return f"{subject} – {kind}.pdf" if subject else f"{kind}.pdf"


def to_file(
    library: Library,
    topic_id: int,
    layout: Layout,
    path: Path,
    *,
    side: Side | None = None,
    options: PageOptions | None = None,
    progress: Progress | None = None,
    words_a_minute: int = reading_time.DEFAULT_WORDS_A_MINUTE,
    cites: CiteChoice | None = None,
    answer_prefix: str = ANSWER_PREFIX,
) -> Exported:
    """Write a layout of a topic as PDF; an old file at `path` is replaced only by a whole new one."""
    pages = resolve(
        library, topic_id, layout, side, words_a_minute=words_a_minute, cites=cites, answer_prefix=answer_prefix
    )
    data = export_pdf(pages, options or PageOptions(), progress)
    write_whole(path, data)
    return Exported(path, len(data), missing_glyphs(pages))
