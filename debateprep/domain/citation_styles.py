"""The styles side by side: an entry of any source in any of them, the cite within a text, and notes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from debateprep.domain import (
    citation_apa,
    citation_chicago,
    citation_dates,
    citation_line,
    citation_mla,
    citation_names,
    citation_notes,
    citation_reference,
    citation_template,
)
from debateprep.domain.citation_line import CiteRun, Runs
from debateprep.domain.citation_reference import Reference
from debateprep.domain.citation_template import Template


class CiteStyle(StrEnum):
    """How sources are cited."""

    MLA = "mla"
    APA = "apa"
    CHICAGO_NOTES = "chicago-notes"
    CHICAGO_DATE = "chicago-author-date"
    DEBATE = "debate"

    @property
    def label(self) -> str:
        """Return the style's name in full."""
        return {
            "mla": "MLA 9",
            "apa": "APA 7",
            "chicago-notes": "Chicago 17, notes and bibliography",
            "chicago-author-date": "Chicago 17, author-date",
            "debate": "Debate cite",
        }[self.value]

    @property
    def heading(self) -> str:
        """Return what the style calls its list."""
        return {"mla": "Works cited", "chicago-notes": "Bibliography", "debate": "Works cited"}.get(
            self.value, "References"
        )


_WRITE: dict[CiteStyle, Callable[[Reference], Runs]] = {
    CiteStyle.MLA: citation_mla.entry,
    CiteStyle.CHICAGO_NOTES: citation_chicago.bibliography,
}
_WRITE_LETTERED: dict[CiteStyle, Callable[[Reference, str], Runs]] = {
    CiteStyle.APA: citation_apa.entry,
    CiteStyle.CHICAGO_DATE: citation_chicago.author_date,
}
_UNTITLED = "Untitled source"


@dataclass(frozen=True, slots=True)
class DebateCite:
    """How the user writes debate cites: the two templates, and the initials of who cuts."""

    tag: str = citation_template.TAG
    full: str = citation_template.FULL
    initials: str = ""

    def templates(self) -> tuple[Template, Template]:
        """Return both templates understood, empty ones replaced by the defaults; raise TemplateError."""
        tag = citation_template.parse(self.tag or citation_template.TAG)
        return tag, citation_template.parse(self.full or citation_template.FULL)


@dataclass(frozen=True, slots=True)
class CiteChoice:
    """A style, with the templates of debate cites where it is that one."""

    style: CiteStyle = CiteStyle.MLA
    debate: DebateCite | None = None


def entry(reference: Reference, style: CiteStyle, debate: DebateCite | None = None, letter: str = "") -> Runs:
    """Return a source's entry in a style; never empty and never failing, whatever the fields hold.

    `letter` tells it apart from other works of the same author and year, where a style asks for that.
    """
    clean = citation_reference.cleaned(reference)
    if style is CiteStyle.DEBATE:
        chosen = debate or DebateCite()
        runs = chosen.templates()[1].fill(clean, chosen.initials)
    elif style in _WRITE:
        runs = _WRITE[style](clean)
    else:
        runs = _WRITE_LETTERED[style](clean, letter)
    has_words = any(letter.isalnum() for letter in citation_line.text_of(runs))
    return runs if has_words else (CiteRun(_UNTITLED),)


def tag_line(reference: Reference, debate: DebateCite | None = None) -> str:
    """Return the cite that stands before a card: "Example 24"."""
    chosen = debate or DebateCite()
    runs = chosen.templates()[0].fill(citation_reference.cleaned(reference), chosen.initials)
    return citation_line.text_of(runs) or _UNTITLED


def notes(reference: Reference, locator: str = "") -> tuple[Runs, Runs]:
    """Return Chicago's note at the first mention and at every later one; neither is ever empty."""
    of, place = citation_reference.cleaned(reference), citation_names.plain(locator)
    made = citation_notes.full(of, place), citation_notes.short(of, place)
    first, later = (runs if citation_line.text_of(runs).strip(" .") else (CiteRun(_UNTITLED),) for runs in made)
    return first, later


def in_text(
    reference: Reference,
    style: CiteStyle,
    locator: str = "",
    debate: DebateCite | None = None,
    letter: str = "",
    *,
    titled: bool = False,
) -> str:
    """Return the cite within a text: "(Example 34)", "(Example & Sample, 2024, p. 34)"; notes have the short form.

    `letter` and `titled` tell it apart from other works of the same author.
    """
    of, place = citation_reference.cleaned(reference), citation_names.plain(locator)
    if style is CiteStyle.DEBATE:
        return tag_line(reference, debate)
    if style is CiteStyle.CHICAGO_NOTES:
        return citation_line.text_of(notes(reference, locator)[1])
    title = citation_line.bare(of.title)
    year = citation_dates.lettered(citation_dates.year_words(of.issued, none="n.d."), letter)
    short = f"“{title}”" if title else of.container or _UNTITLED
    if style is CiteStyle.MLA:
        named = citation_names.said(of.authors)
        which = f"{named}, {_called(of)}" if named and titled and title else named or short
        return f"({' '.join(filter(None, (which, place)))})"
    if style is CiteStyle.APA:
        named = citation_names.said(of.authors, "&") or short
        several = any(sign in place for sign in "-–,")
        at = f"{'pp.' if several else 'p.'} {place}" if place[:1].isdigit() else place
        return f"({', '.join(filter(None, (named, year, at)))})"
    named = citation_names.said(of.authors, all_of=3) or short
    return f"({', '.join(filter(None, (f'{named} {year}', place)))})"


def _called(of: Reference) -> str:
    """Return a title as MLA calls a work in a text, up to its colon."""
    title = of.short_title or citation_line.bare(of.title).partition(":")[0]
    return f"“{citation_line.headline(title, of.language)}”"
