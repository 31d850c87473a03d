"""Chicago's notes, 17th edition: the full note at the first mention, and the short form of every later one."""

from debateprep.domain import citation_dates, citation_line, citation_names
from debateprep.domain.citation_line import Line, Runs, headline, italic, ordinal, quoted, roman
from debateprep.domain.citation_reference import Reference

_WHOLE = frozenset({"book", "report", "motion_picture", "broadcast", "document"})
_HOUSED = frozenset({"book", "report", "document", "chapter", "paper-conference", "entry-encyclopedia"})
_IN = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})
_LAW = frozenset({"legal_case", "legislation", "bill"})
_NAMED = 3
_LONG_TITLE = 4


def full(reference: Reference, locator: str = "") -> Runs:
    """Return the note of a cleaned reference at its first mention, with the place cited."""
    line = Line()
    if reference.kind in _LAW:
        return _law(line, reference, locator)
    line.commas(_people(reference), _title(reference))
    _where(line, reference)
    pages = locator or (reference.pages if reference.kind in (*_IN, "article-magazine", "article-journal") else "")
    place = citation_line.pages_range(pages, "–")
    if place:
        line.end(":" if reference.kind == "article-journal" else ",").add(place)
    return _closed(line, reference)


def short(reference: Reference, locator: str = "") -> Runs:
    """Return the note of every later mention: family names, a short title, the place."""
    line = Line()
    named = citation_names.said(reference.authors or reference.editors, all_of=_NAMED)
    title = reference.short_title or _shortened(citation_line.bare(reference.title))
    shown = headline(title, reference.language)
    what = italic(shown) if _stands_alone(reference) or reference.kind == "legal_case" else quoted(shown)
    if reference.kind in ("legislation", "bill"):
        what = roman(title)
    place = citation_line.pages_range(locator, "–")
    line.commas(named, what or roman("" if named else reference.container), place)
    return line.end().runs()


def _shortened(title: str) -> str:
    """Return a title up to its colon where it is long; the words of it that matter only people can choose."""
    head = title.partition(":")[0].strip()
    return head if head and len(title.split()) > _LONG_TITLE else title


def _stands_alone(reference: Reference) -> bool:
    return reference.kind in _WHOLE and not reference.container


def _people(reference: Reference) -> str:
    names = reference.authors or (() if reference.kind in _IN else reference.editors)
    shown = citation_names.in_order(names[0]) + " et al." if len(names) > _NAMED else citation_names.listed(names)
    if names and not reference.authors:
        shown += ", eds." if len(names) > 1 else ", ed."
    return shown


def _title(reference: Reference) -> Runs:
    title = headline(citation_line.bare(reference.title), reference.language)
    return italic(title) if _stands_alone(reference) else quoted(title)


def _where(line: Line, of: Reference) -> None:
    container = italic(citation_line.journal(of.container, of.language))
    if of.kind in _IN:
        if container:
            line.end(",").add("in").add(container)
        _hands(line, of, editors=bool(of.editors))
        _in_brackets(line, _house(of))
    elif of.kind == "article-journal":
        _journal(line, of, container)
    elif of.kind == "thesis":
        _in_brackets(line, [_small(of.genre) or "thesis", of.publisher, citation_dates.year_words(of.issued)])
    elif of.kind == "speech":
        when = citation_dates.month_first(of.issued)
        _in_brackets(line, [_small(of.genre) or "speech", of.event, of.place, when])
    elif of.kind in _HOUSED and not of.container:
        _hands(line, of, editors=bool(of.editors and of.authors))
        _in_brackets(line, _house(of))
    else:
        _published(line, of, container)


def _small(genre: str) -> str:
    """Return a kind of work as it stands inside a note: "doctoral dissertation", but "PhD diss."."""
    first = genre.split(" ", 1)[0]
    return genre[:1].lower() + genre[1:] if first == first.capitalize() else genre


def _hands(line: Line, of: Reference, *, editors: bool) -> None:
    """Add whoever else had a hand in a book, and which of its printings it is."""
    parts = [
        f"ed. {citation_names.listed(of.editors)}" if editors else "",
        f"trans. {citation_names.listed(of.translators)}" if of.translators else "",
        f"{ordinal(of.edition)} ed." if of.edition else "",
        citation_line.numbered("vol.", of.volume),
        citation_line.numbered("no.", of.number),
    ]
    for part in parts:
        if part:
            line.end(",").add(part)


def _house(of: Reference) -> list[str]:
    house = ": ".join(part for part in (of.place, of.publisher) if part)
    precise = of.kind == "report" and citation_dates.is_precise(of.issued)
    undated = "" if of.has_url and of.accessed is not None else "n.d."
    when = citation_dates.month_first(of.issued) if precise else citation_dates.year_words(of.issued, none=undated)
    return [house, when]


def _in_brackets(line: Line, parts: list[str]) -> None:
    inside = ", ".join(part for part in parts if part)
    line.add(f"({inside})" if inside else "")


def _journal(line: Line, of: Reference, container: Runs) -> None:
    if container:
        line.end(",").add(container).add(of.volume)
    if of.issue:
        line.end(",").add(citation_line.numbered("no.", of.issue))
    _in_brackets(line, [citation_dates.month_first(of.issued)])


def _published(line: Line, of: Reference, container: Runs) -> None:
    """Add where and when a piece came out; a site's name stands upright."""
    asked = f"interview by {citation_names.listed(of.interviewers)}" if of.interviewers else ""
    upright = of.kind in ("webpage", "motion_picture", "broadcast")
    place = roman(of.container) if upright else container
    if of.kind == "post-weblog" and place:
        place = (*place, *roman(" (blog)"))
    genre = {"motion_picture": "video", "broadcast": "broadcast"}.get(of.kind, "")
    when = citation_dates.month_first(of.issued)
    for part in (asked, place or roman(of.publisher), when, _small(of.genre) or genre if genre else ""):
        if part:
            line.end(",").add(part)


def _law(line: Line, of: Reference, locator: str) -> Runs:
    title = citation_line.bare(of.title)
    reporter = " ".join(part for part in (of.volume, of.container, of.pages) if part)
    line.commas(italic(title) if of.kind == "legal_case" else title, reporter or of.number, locator)
    court = of.authority if of.kind == "legal_case" else ""
    line.add(f"({' '.join(part for part in (court, citation_dates.year_words(of.issued, none='n.d.')) if part)})")
    return _closed(line, of)


def _closed(line: Line, of: Reference) -> Runs:
    if of.issued is None and of.accessed is not None and of.has_url:
        line.end(",").add(f"accessed {citation_dates.month_first(of.accessed)}")
    if of.link:
        line.end(",").add(of.link)
    return line.end().runs()
