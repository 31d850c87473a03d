"""From a topic to its pages: a preview of them, and a PDF file that is whole or absent."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from debateprep.domain import context, reading_time
from debateprep.domain.citation_styles import CiteChoice
from debateprep.domain.dossier import Dossier
from debateprep.domain.model import SourceText
from debateprep.domain.pages import ANSWER_PREFIX, RebuttalDeck, TopicPages
from debateprep.domain.terms import Side
from debateprep.progress import Progress
from debateprep.publishing import (
    SHELF,
    Format,
    Kind,
    Level,
    Needs,
    PageOptions,
    Sides,
    export_pdf,
    first_page,
    missing_glyphs,
    write_text,
)
from debateprep.publishing import Pages as Pages
from debateprep.safe_files import cut, write_whole
from debateprep.services import briefs, formats
from debateprep.services.errors import ServiceError
from debateprep.services.integrity import sentences_near
from debateprep.services.pages import PageMaker
from debateprep.storage.edit import Reader
from debateprep.storage.library import Library

Layout = Kind
"""What can be printed of a topic."""


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
_MOST_BYTES = 190
"""Of a topic and a brief together, in the 255 bytes of a file's name: a letter takes up to four."""

_MAKE: dict[Needs, Callable[[PageMaker, Side | None], Pages]] = {
    Needs.BRIEF: lambda maker, side: maker.brief(side or Side.PRO),
    Needs.DECK: lambda maker, side: maker.rebuttal_deck(side),
    Needs.CLASH: lambda maker, _side: maker.clash(),
    Needs.TOPIC: lambda maker, _side: maker.topic_pages(),
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
    brief: int = 0,
) -> Pages:
    """Return what the pages say; raise ServiceError when there is nothing to print.

    `brief` is a further brief of the side to print in place of the main one; one that is gone is passed over.
    `cites` chooses the style of the works cited; without it they are printed in our own short form.
    """
    with library.read() as reader:
        dossier = briefs.dossier(reader, topic_id).showing({side: brief} if side is not None else {})
        chosen = formats.of(reader, dossier.topic.format)
        around = _around(reader, dossier) if layout is Layout.EVIDENCE else None
    maker = PageMaker(dossier, words_a_minute, cites, around, answer_prefix=answer_prefix, format=chosen)
    pages = _MAKE[SHELF[layout].needs](maker, side)
    deck = pages if isinstance(pages, RebuttalDeck) else pages.deck if isinstance(pages, TopicPages) else None
    if layout in (Layout.CARDS, Layout.STRIPS) and deck is not None and not deck.cards:
        raise ServiceError(
            f"There are no answers to print on {_OF_ANSWERS[layout]} yet; answer an argument of the other side first."
        )
    return pages


_OF_ANSWERS = {Layout.CARDS: "rebuttal cards", Layout.STRIPS: "strips"}


def _around(reader: Reader, dossier: Dossier) -> dict[int, tuple[str, str]]:
    """Return what the sources say just before and just after each card's words, by the card's id."""
    anchored = [card for card in dossier.cards.values() if card.span is not None]
    texts = {text.source_id: text for text in reader.all(SourceText, source_id={card.source_id for card in anchored})}
    found: dict[int, tuple[str, str]] = {}
    for card in anchored:
        text = texts.get(card.source_id or 0)
        if text is not None and card.span is not None:
            near = context.check(text.text, card.span, sentences_near(text, card.span))
            parts = [
                [span.of(text.text).strip() for span in spans if span is not None]
                for spans in ((near.before, near.lead), (near.tail, near.after))
            ]
            found[card.id] = (" ".join(parts[0]), " ".join(parts[1]))
    return found


def preview(
    pages: Pages,
    options: PageOptions | None = None,
    progress: Progress | None = None,
    *,
    layout: Layout | None = None,
    side: Side | None = None,
    drawn: Callable[[bytes], None] | None = None,
) -> Preview:
    """Return pages as they would be written; raise Cancelled when the user stopped it.

    `drawn` gets the PDF file as soon as there is one, before the words are written out.
    """
    chosen = options or PageOptions()
    data = export_pdf(pages, chosen, progress, kind=layout, side=side)
    if drawn is not None:
        drawn(data)
    text = write_text(pages, chosen, Format.TEXT, kind=layout, side=side).decode("utf-8")
    return Preview(data, text, pages.topic or pages.resolution, missing_glyphs(pages))


def thumbnail(pages: Pages, layout: Layout, side: Side | None = None, options: PageOptions | None = None) -> bytes:
    """Return the first page of a layout as a PDF file, to be shown as its picture."""
    return first_page(pages, options or PageOptions(), kind=layout, side=side)


def file_name(
    topic: str,
    layout: Layout,
    side: Side | None = None,
    options: PageOptions | None = None,
    ending: str = "pdf",
    *,
    brief: str = "",
) -> str:
    """Return a name for the file that every system accepts: "Cities should make buses free – Pro brief.pdf".

    `brief` is the title of a further brief, which stands before what is printed of it.
    """
    kind = layout.label
    sides = SHELF[layout].sides
    of = (side or Side.PRO) if sides is Sides.ONE else side if sides is Sides.ANY else None
    if of is not None:
        kind = f"{of.label} {kind[:1].lower()}{kind[1:]}"
    if options is not None and layout is Layout.CLASS:
        kind += f" {options.level.value}"
    if options is not None and options.key and layout in (Layout.CLASS, Layout.STRIPS):
        kind += " key"
    title = _fit_for_names(brief, _MOST_BYTES // 2)
    subject = _fit_for_names(_OPENING.sub("", topic, count=1), _MOST_BYTES - len(title.encode()))
    return f"{' – '.join(name for name in (subject, title, kind) if name)}.{ending}"


def _fit_for_names(words: str, most: int) -> str:
    return cut(" ".join(_UNFIT_FOR_NAMES.sub(" ", words).split())[:_LONGEST_NAME], most).strip(" .")


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
    to: Format | None = None,
    brief: int = 0,
) -> Exported:
    """Write a layout of a topic as PDF, or in another format; an old file is replaced only by a whole new one.

    `brief` is as in `resolve`.
    """
    pages = resolve(
        library,
        topic_id,
        layout,
        side,
        words_a_minute=words_a_minute,
        cites=cites,
        answer_prefix=answer_prefix,
        brief=brief,
    )
    chosen = options or PageOptions()
    if to is None:
        data = export_pdf(pages, chosen, progress, kind=layout, side=side)
    else:
        data = write_text(pages, chosen, to, kind=layout, side=side)
    write_whole(path, data)
    return Exported(path, len(data), missing_glyphs(pages) if to is None else ())


def class_set(
    library: Library,
    topic_id: int,
    folder: Path,
    *,
    options: PageOptions | None = None,
    progress: Progress | None = None,
) -> list[Exported]:
    """Write all that a class needs into a folder: handouts on three levels for both sides, their keys, the strips."""
    chosen = options or PageOptions()
    wanted: list[tuple[Layout, Side | None, PageOptions]] = [
        (Layout.CLASS, side, replace(chosen, level=level, key=key))
        for side in (Side.PRO, Side.CON)
        for level in Level
        for key in (False, True)
    ]
    pages = resolve(library, topic_id, Layout.CLASS)
    if isinstance(pages, TopicPages) and pages.deck.cards:
        wanted += [(Layout.STRIPS, None, replace(chosen, key=key)) for key in (False, True)]
    return _write_all(pages, wanted, folder, progress)


def sample_set(library: Library, topic_id: int, folder: Path, progress: Progress | None = None) -> list[Exported]:
    """Write every layout of a topic into a folder, one-sided ones for both sides, as samples to look at."""
    found: list[Exported] = []
    for layout in Layout:
        sides = (Side.PRO, Side.CON) if SHELF[layout].sides is Sides.ONE else (None,)
        for side in sides:
            pages = resolve(library, topic_id, layout, side)
            found += _write_all(pages, [(layout, side, PageOptions())], folder, progress)
    return found


def _write_all(
    pages: Pages,
    wanted: list[tuple[Layout, Side | None, PageOptions]],
    folder: Path,
    progress: Progress | None,
) -> list[Exported]:
    found: list[Exported] = []
    missing = missing_glyphs(pages)
    for number, (layout, side, options) in enumerate(wanted):
        if progress is not None:
            progress.step(number, len(wanted), layout.label)
        path = folder / file_name(pages.topic or pages.resolution, layout, side, options)
        data = export_pdf(pages, options, kind=layout, side=side)
        write_whole(path, data)
        found.append(Exported(path, len(data), missing))
    return found
