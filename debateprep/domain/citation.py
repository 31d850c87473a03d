"""Cites as debaters write them, and references for the works cited; what is missing is said, never guessed."""

from debateprep.domain import citation_names
from debateprep.domain.article import Name
from debateprep.domain.citation_dates import NO_DATE
from debateprep.domain.model import Source
from debateprep.domain.pages import Cite, WorkCited


def short_names(authors: tuple[Name, ...]) -> str:
    """Return the authors as they are said aloud: "Clark", "Okafor and Lindqvist", "Okafor et al."."""
    names = [author.short for author in authors if author.short]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " and ".join(names)


def missing(source: Source) -> tuple[str, ...]:
    """Return what a full cite lacks, in words."""
    gaps = [
        ("no author", bool(source.authors)),
        ("no title", bool(source.title)),
        ("no publication", bool(source.publication)),
        (NO_DATE, source.issued is not None),
    ]
    return tuple(words for words, there in gaps if not there)


def short_cite(source: Source, paragraph: int | None = None) -> Cite:
    """Return the cite read aloud: the name, the year or "no date", and the place."""
    head = short_names(source.authors) or source.publication or f"“{source.title}”"
    rest = str(source.issued.year) if source.issued else "no date"
    place = f"¶{paragraph}" if paragraph else (f"p. {source.pages}" if source.pages else "")
    return Cite(head, rest, place, incomplete=bool(missing(source)))


def _listed(authors: tuple[Name, ...]) -> str:
    names = [author.full if index else citation_names.turned(author) for index, author in enumerate(authors)]
    return ", and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _sentence(words: str) -> str:
    return words if words[-1:] in ".?!" else f"{words}."


def reference(source: Source) -> WorkCited:
    """Return the full reference with the author's qualifications, and what it lacks."""
    parts = []
    if source.authors:
        parts.append(_sentence(_listed(source.authors)))
    if source.title:
        parts.append(f"“{_sentence(source.title)}”")
    published = [source.publication, source.publisher, source.issued.words if source.issued else ""]
    where = ", ".join(part for part in published if part)
    if where:
        parts.append(_sentence(where))
    if source.pages:
        parts.append(f"P. {source.pages}.")
    if source.url:
        parts.append(_sentence(source.url))
    if source.qualifications:
        parts.append(_sentence(f"Author: {source.qualifications}"))
    return WorkCited(" ".join(parts), missing(source))
