"""A list of works cited: its order, the letters of one author's works of a year, and the dash for an author again."""

import string
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from debateprep.domain import citation_dates, citation_line, citation_names, citation_reference, citation_styles
from debateprep.domain.article import Name
from debateprep.domain.citation_line import Runs
from debateprep.domain.citation_reference import Reference
from debateprep.domain.citation_styles import CiteStyle, DebateCite

_LETTERED = frozenset({CiteStyle.APA, CiteStyle.CHICAGO_DATE})
_DASH = (Name(literal="---"),)


@dataclass(frozen=True, slots=True)
class Work:
    """One entry of a list: the source, its entry, and how the text cites it beside the others of the list."""

    reference: Reference
    runs: Runs
    in_text: str


def works_cited(
    references: Iterable[Reference], style: CiteStyle, debate: DebateCite | None = None, locator: str = ""
) -> list[Work]:
    """Return the entries in the order of a list of works cited, each source once.

    APA and author-date tell an author's works of one year apart by letters (2024a, 2024b), MLA by their titles; in
    MLA's list three hyphens stand for the same author again. Chicago asks authors not to set its long dash.
    """
    found = {each: citation_reference.cleaned(each) for each in dict.fromkeys(references)}
    ordered = sorted(found, key=lambda each: _key(found[each], style, debate))
    letters = _letters([found[each] for each in ordered]) if style in _LETTERED else {}
    several = _several([found[each] for each in ordered]) if style is CiteStyle.MLA else frozenset()
    works: list[Work] = []
    for place, each in enumerate(ordered):
        of, letter = found[each], letters.get(found[each], "")
        before = found[ordered[place - 1]] if place else None
        runs = citation_styles.entry(each, style, debate, letter)
        if style is CiteStyle.MLA and before is not None and _is_again(of, before):
            runs = citation_styles.entry(replace(of, authors=_DASH), style)
        titled = of.authors in several
        works.append(Work(each, runs, citation_styles.in_text(each, style, locator, debate, letter, titled=titled)))
    return works


def _key(of: Reference, style: CiteStyle, debate: DebateCite | None) -> tuple[str, tuple[int, ...], str]:
    people = of.authors or of.editors
    if style is CiteStyle.DEBATE or not people:
        return sort_key(citation_line.text_of(citation_styles.entry(of, style, debate))), (), ""
    when = _when(of, style) if style in _LETTERED else ()
    return sort_key(citation_names.chicago(people)), when, sort_key(of.title)


def _when(of: Reference, style: CiteStyle) -> tuple[int, ...]:
    """Return a date's place: APA sets undated works first and bare years before days, Chicago undated ones last."""
    start = of.issued.start if of.issued is not None else None
    if style is CiteStyle.APA:
        return (start.year, start.month or 0, start.day or 0) if start is not None else (-10_000,)
    return (start.year,) if start is not None else (10_000,)


def _letters(ordered: list[Reference]) -> dict[Reference, str]:
    """Return the letters of works whose authors and year are those of another work, in the list's order."""
    groups: dict[tuple[tuple[Name, ...], str], list[Reference]] = defaultdict(list)
    for of in ordered:
        people = of.authors or of.editors
        if people:
            groups[people, citation_dates.year_words(of.issued)].append(of)
    return {of: _letter(place) for group in groups.values() if len(group) > 1 for place, of in enumerate(group)}


def _letter(place: int) -> str:
    alphabet = string.ascii_lowercase
    return (_letter(place // 26 - 1) if place >= 26 else "") + alphabet[place % 26]


def _several(ordered: list[Reference]) -> frozenset[tuple[Name, ...]]:
    seen: dict[tuple[Name, ...], int] = defaultdict(int)
    for of in ordered:
        seen[of.authors] += 1
    return frozenset(authors for authors, count in seen.items() if authors and count > 1)


def _is_again(of: Reference, before: Reference) -> bool:
    """Tell whether both entries begin with the same authors."""
    if not of.authors or of.authors != before.authors:
        return False
    named = citation_names.mla(of.authors)
    return all(
        citation_line.text_of(citation_styles.entry(each, CiteStyle.MLA)).startswith(named) for each in (of, before)
    )


def sort_key(text: str) -> str:
    """Return what lists sort by: the letters, without accents, quotation marks and a leading article."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if letter.isalnum() or letter.isspace()).strip()
    first, _, rest = plain.partition(" ")
    return rest if first in ("a", "an", "the") and rest else plain
