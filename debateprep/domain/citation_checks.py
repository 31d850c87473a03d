"""What a written cite must say by the NSDA's rules, as far as the source provides it."""

from dataclasses import dataclass

from debateprep.domain import citation_line
from debateprep.domain.article import Name
from debateprep.domain.citation_dates import NO_DATE
from debateprep.domain.citation_reference import Reference, cleaned

_IN_PRINT = frozenset({"book", "chapter", "thesis", "paper-conference", "entry-encyclopedia"})
_PAGED = frozenset({*_IN_PRINT, "article-journal", "article-magazine", "article-newspaper"})
_SPOKEN = frozenset({"speech", "interview", "personal_communication"})


@dataclass(frozen=True, slots=True)
class Chip:
    """One field of a written cite: whether it is there, the words of the chip, and why it is asked for.

    `field` names the field of a Reference that the chip opens.
    """

    field: str
    words: str
    present: bool
    why: str = ""


def chips(reference: Reference) -> tuple[Chip, ...]:
    """Return the fields that a written cite needs, those that are missing first."""
    of = cleaned(reference)
    found = [
        _author(of.authors),
        _chip("qualifications", of.qualifications, "no qualifications · add", "why the author is worth quoting"),
        _chip("issued", of.issued, NO_DATE, "evidence grows old"),
        _chip("title", of.title, "no title · add", "the article's own title"),
    ]
    if of.kind not in _SPOKEN and of.kind not in ("book", "thesis", "report", "legislation", "bill", "legal_case"):
        found.append(_chip("container", of.container, "no publication · add", "where it was published"))
    elif of.kind in ("book", "thesis", "report"):
        found.append(_chip("publisher", of.publisher or of.container, "no publisher · add", "who published it"))
    if of.has_url or not (of.pages or of.kind in _IN_PRINT or of.kind in _SPOKEN):
        found.append(_chip("url", of.link, "no address · add", "where others find it online"))
    if of.has_url:
        found.append(_chip("accessed", of.accessed, "no access date · add", "pages change: when you read it"))
    if of.kind in _PAGED and not of.has_url:
        found.append(_chip("pages", of.pages, "no page numbers · add", "where in print it stands"))
    return tuple(sorted(found, key=lambda chip: chip.present))


def _chip(field: str, value: object, words: str, why: str) -> Chip:
    return Chip(field, "" if value else words, bool(value), why)


def _author(authors: tuple[Name, ...]) -> Chip:
    why = "the full name of the author"
    if not authors:
        return Chip("authors", "no author · add", present=False, why=why)
    short = [name for name in authors if not name.literal and not _whole(name)]
    if short:
        return Chip("authors", f"{short[0].short}: full first name? · add", present=False, why=why)
    return Chip("authors", "", present=True, why=why)


def _whole(name: Name) -> bool:
    # One word may be all the name there is; initials alone are not all.
    words = name.given.replace(".", " ").split()
    return not name.given or any(len(word) > 1 for word in words)


def hints(reference: Reference, style: str) -> tuple[str, ...]:
    """Return what a style cannot put right by itself, in sentences for the user."""
    of = cleaned(reference)
    english = not of.language or of.language.casefold().startswith("en")
    if style == "apa" and english and citation_line.shouts_headline(of.title):
        return (
            "APA prints titles in sentence case; the capitals are left, because only you know which words are names.",
        )
    return ()
