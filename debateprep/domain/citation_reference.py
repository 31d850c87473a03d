"""A source as CSL knows it, whole: what a cite may need, out of a Source and back into it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from debateprep.domain import citation_dates, citation_names
from debateprep.domain.article import Name
from debateprep.domain.citation_dates import CiteDate
from debateprep.domain.model import Source

KINDS = {
    "article-newspaper": "Newspaper article",
    "article-magazine": "Magazine article",
    "article-journal": "Journal article",
    "article": "Article",
    "webpage": "Web page",
    "post-weblog": "Blog post",
    "book": "Book",
    "chapter": "Book chapter",
    "paper-conference": "Conference paper",
    "entry-encyclopedia": "Encyclopedia entry",
    "report": "Report",
    "thesis": "Thesis",
    "speech": "Speech",
    "interview": "Interview",
    "motion_picture": "Video",
    "broadcast": "Broadcast",
    "legislation": "Law",
    "bill": "Bill",
    "legal_case": "Court case",
    "personal_communication": "Letter or message",
    "document": "Document",
}
"""CSL's types that the styles tell apart, with the words shown; any other type is formatted as a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Everything a cite may need; `other` keeps what no field is for, as ("csl:…", "bibtex:…" or "ris:…", value)."""

    kind: str = "article"
    title: str = ""
    authors: tuple[Name, ...] = ()
    qualifications: str = ""
    container: str = ""
    issued: CiteDate | None = None
    url: str = ""
    accessed: CiteDate | None = None
    publisher: str = ""
    pages: str = ""
    language: str = ""
    note: str = ""
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    interviewers: tuple[Name, ...] = ()
    place: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""
    edition: str = ""
    section: str = ""
    series: str = ""
    event: str = ""
    genre: str = ""
    medium: str = ""
    authority: str = ""
    archive: str = ""
    short_title: str = ""
    abstract: str = ""
    keywords: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""
    other: tuple[tuple[str, str], ...] = ()

    @property
    def has_url(self) -> bool:
        """Tell whether it can be found online."""
        return bool(self.url or self.doi)

    @property
    def link(self) -> str:
        """Return the DOI as an address, or the address."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


TEXTS = {
    "title": "title",
    "container": "container-title",
    "url": "URL",
    "publisher": "publisher",
    "pages": "page",
    "language": "language",
    "note": "note",
    "place": "publisher-place",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "edition": "edition",
    "section": "section",
    "series": "collection-title",
    "event": "event-title",
    "genre": "genre",
    "medium": "medium",
    "authority": "authority",
    "archive": "archive",
    "short_title": "title-short",
    "abstract": "abstract",
    "keywords": "keyword",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
}
"""The fields that are plain text, with CSL's names."""
NAMES = {"authors": "author", "editors": "editor", "translators": "translator", "interviewers": "interviewer"}
"""The fields that are names, with CSL's names."""
DATES = {"issued": "issued", "accessed": "accessed"}
"""The fields that are dates, with CSL's names."""

_OWN = ("title", "url", "publisher", "pages", "language", "note", "qualifications")
_DOI_HEADS = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "doi:")


def bare_doi(words: str) -> str:
    """Return a DOI without the address or "doi:" before it."""
    words = words.strip()
    for head in _DOI_HEADS:
        if words.casefold().startswith(head):
            return words[len(head) :].strip()
    return words


def cleaned(reference: Reference) -> Reference:
    """Return a reference as cites print it: on one line, without blank space around its fields and empty names."""
    found: dict[str, Any] = {"qualifications": citation_names.plain(reference.qualifications)}
    for field in TEXTS:
        found[field] = citation_names.plain(getattr(reference, field))
    for field in NAMES:
        found[field] = citation_names.cleaned(getattr(reference, field))
    for field in DATES:
        date = getattr(reference, field)
        if date is not None and date.literal:
            words = citation_names.plain(date.literal)
            found[field] = replace(date, literal=words) if words else None
    found["doi"] = bare_doi(found["doi"])
    return replace(reference, **found)


def of_source(source: Source) -> Reference:
    """Return what is known about a source, whole; a detail that cannot be read is kept in `other`."""
    found: dict[str, Any] = {name: getattr(source, name) for name in _OWN}
    found |= {"kind": source.kind, "authors": source.authors, "container": source.publication}
    by_name = {variable: field for field, variable in (TEXTS | NAMES | DATES).items()}
    dates: dict[str, CiteDate | None] = {}
    other = []
    for variable, value in source.details:
        field = by_name.get(variable, "")
        if field in DATES:
            dates[field] = citation_dates.of_csl(_json(value))
        elif field in NAMES:
            found[field] = tuple(Name(*parts) for parts in _json(value) or ())
        elif field:
            found[field] = value
        else:
            other.append((variable, value))
    for field in DATES:
        plain, rich = getattr(source, field), dates.get(field)
        # A date corrected by hand since counts; the richer one stays only while it says the same.
        found[field] = rich if rich is not None and rich.start == plain else citation_dates.of_partial(plain)
    return Reference(**found, other=tuple(other))


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def into_source(reference: Reference, source: Source | None = None) -> Source:
    """Return a source that says what the reference says; what else `source` holds stays."""
    details: list[tuple[str, str]] = []
    for field, variable in TEXTS.items():
        if field not in _OWN and field != "container" and getattr(reference, field):
            details.append((variable, getattr(reference, field)))
    for field, variable in NAMES.items():
        names = getattr(reference, field)
        if field != "authors" and names:
            details.append((variable, _packed([[n.family, n.given, n.literal, n.suffix] for n in names])))
    for field, variable in DATES.items():
        date = getattr(reference, field)
        if date is not None and citation_dates.of_partial(date.start) != date:
            details.append((variable, _packed(citation_dates.to_csl(date))))
    return replace(
        source or Source(),
        **{name: getattr(reference, name) for name in _OWN},
        kind=reference.kind,
        authors=reference.authors,
        publication=reference.container,
        issued=reference.issued.start if reference.issued else None,
        accessed=reference.accessed.start if reference.accessed else None,
        details=(*details, *reference.other),
    )


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def changed(source: Source, changes: Mapping[str, object]) -> Source:
    """Return a source with fields of its reference changed; raise KeyError for a field that there is not."""
    known = {field.name for field in fields(Reference)}
    for name in changes:
        if name not in known:
            raise KeyError(name)
    return into_source(replace(of_source(source), **changes), source)  # type: ignore[arg-type]
