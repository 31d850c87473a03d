"""MLA, 9th edition: the works-cited entry, built of author, title and container."""

from collections.abc import Sequence
from dataclasses import replace

from debateprep.domain import citation_dates, citation_line, citation_names
from debateprep.domain.citation_line import Line, Runs, headline, italic, ordinal, quoted, roman
from debateprep.domain.citation_reference import Reference

_WHOLE = frozenset({"book", "report", "thesis", "document"})
_LAW = frozenset({"legislation", "bill", "legal_case"})
_PERIODICALS = frozenset({"article-newspaper", "article-magazine", "article-journal"})
_CASED: tuple[str, ...] = ("edited by", "translated by", "interview by", "vol.", "no.", "p.", "pp.", "circa")
_CASED += tuple(season.casefold() for season in citation_dates.SEASONS)


def entry(reference: Reference) -> Runs:
    """Return the entry of a cleaned reference; an access date stands only where the source has no date."""
    line = Line()
    line.add(_head(reference)).end()
    line.add(_title(reference)).end()
    if reference.kind == "interview" and reference.interviewers:
        line.add(f"Interview by {citation_names.mla_running(reference.interviewers)}").end()
    if reference.kind == "thesis":
        line.add(_date(reference)).end()
        line.commas(reference.publisher, reference.genre or "Thesis").end()
        line.commas(_link(reference)).end()
    else:
        line.commas(*_capital(_container(reference))).end()
    if reference.kind == "speech":
        line.add(reference.genre or "Speech").end()
    if reference.has_url and reference.issued is None and reference.accessed is not None:
        line.add(f"Accessed {citation_dates.day_first(reference.accessed, citation_dates.MLA_MONTHS)}").end()
    return line.runs()


def _head(reference: Reference) -> str:
    if reference.kind in _LAW and not reference.authors:
        return reference.authority
    authors = reference.authors
    own = [author.literal.casefold() for author in authors]
    if len(own) == 1 and own[0] and own[0] == reference.publisher.casefold() and not reference.container:
        return ""  # A body that publishes its own work is named once, as the publisher.
    if not authors and reference.editors and not reference.container:
        return f"{citation_names.mla(reference.editors)}, editor{'s' if len(reference.editors) > 1 else ''}"
    return citation_names.mla(authors)


def _title(reference: Reference) -> Runs:
    title = headline(citation_line.bare(reference.title), reference.language)
    alone = reference.kind in ("motion_picture", "broadcast") and not reference.container
    if alone or reference.kind in _LAW or (reference.kind in _WHOLE and not reference.container):
        return italic(title)
    return quoted(title)


def _container(reference: Reference) -> list[str | Runs]:
    parts: list[str | Runs] = [italic(citation_line.journal(reference.container, reference.language))]
    if reference.editors and (reference.authors or reference.container):
        parts.append(f"edited by {citation_names.mla_running(reference.editors)}")
    if reference.translators:
        parts.append(f"translated by {citation_names.mla_running(reference.translators)}")
    edition = ordinal(reference.edition)
    parts.append(f"{edition} ed." if edition else "")
    parts.append(citation_line.numbered("vol.", reference.volume))
    issue = reference.issue or ("" if reference.kind in _PERIODICALS else reference.number)
    parts.append(citation_line.numbered("no.", issue))
    if reference.kind not in _PERIODICALS and reference.publisher.casefold() != reference.container.casefold():
        parts.append(reference.publisher)
    parts.append(reference.event)
    parts.append(_date(reference))
    parts.append(_pages(reference.pages))
    parts.append(reference.place if reference.kind == "speech" else "")
    parts.append(_link(reference))
    return parts


def _date(reference: Reference) -> str:
    words = citation_dates.day_first(reference.issued, citation_dates.MLA_MONTHS, circa="circa")
    season = reference.issued.season if reference.issued else None
    name = citation_dates.SEASONS[season - 1] if season else ""
    return words.replace(name, name.casefold(), 1) if name else words


def _pages(pages: str) -> str:
    if not pages:
        return ""
    shown = citation_line.pages_range(pages, "-")
    parts = shown.split("-")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() for part in parts):
        first, last = parts
        # Of large numbers only the last two digits are said again, as long as the rest is the same.
        if len(first) == len(last) > 2 and first[:-2] == last[:-2]:
            shown = f"{first}-{last[-2:]}"
    several = "-" in shown or "," in shown
    return f"{'pp.' if several else 'p.'} {shown}"


def _link(reference: Reference) -> str:
    if reference.doi:
        return reference.link
    return reference.url.removeprefix("https://").removeprefix("http://")


def _capital(parts: Sequence[str | Runs]) -> list[str | Runs]:
    """Begin the sentence with a capital where its first word is the style's own."""
    found = [roman(part) if isinstance(part, str) else part for part in parts if part]
    if found and found[0] and found[0][0].text.startswith(_CASED):
        first = found[0][0]
        found[0] = (replace(first, text=first.text[:1].upper() + first.text[1:]), *found[0][1:])
    return list(found)
