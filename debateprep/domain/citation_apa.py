"""APA, 7th edition: the entry of the reference list."""

from debateprep.domain import citation_dates, citation_line, citation_names
from debateprep.domain.citation_line import Line, Runs, italic, ordinal, roman, sentence
from debateprep.domain.citation_reference import Reference

_WHOLE = frozenset({"book", "report", "thesis", "webpage", "motion_picture", "broadcast", "speech", "document"})
_YEAR_ONLY = frozenset({"article-journal", "book", "chapter", "paper-conference", "entry-encyclopedia", "thesis"})
_LAW = frozenset({"legal_case", "legislation", "bill"})
_IN = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})


def entry(reference: Reference, letter: str = "") -> Runs:
    """Return the entry of a cleaned reference; titles keep their capitals (see `citation_line.sentence`)."""
    line = Line()
    if reference.kind in _LAW:
        _law(line, reference)
    else:
        head = _head(reference)
        if head:
            line.add(head).end()
            line.add(f"({citation_dates.lettered(_date(reference), letter)}).")
            _add_title(line, reference)
        else:
            _add_title(line, reference)
            line.add(f"({citation_dates.lettered(_date(reference), letter)}).")
        _source(line, reference)
    _link(line, reference)
    return line.runs()


def _head(reference: Reference) -> str:
    if reference.authors:
        return citation_names.apa(reference.authors)
    if reference.editors and reference.kind not in _IN:
        return f"{citation_names.apa(reference.editors)} ({_editors(reference)})"
    return ""


def _editors(reference: Reference) -> str:
    return "Eds." if len(reference.editors) > 1 else "Ed."


def _date(reference: Reference) -> str:
    if reference.kind in _YEAR_ONLY:
        return citation_dates.year_words(reference.issued, none="n.d.")
    return citation_dates.year_first(reference.issued) or "n.d."


def _add_title(line: Line, reference: Reference) -> None:
    title = sentence(citation_line.bare(reference.title), reference.language)
    whole = reference.kind in _WHOLE and not (reference.container and reference.kind == "document")
    line.add(italic(title) if whole else roman(title))
    line.add(_in_brackets(reference)).end()


def _in_brackets(reference: Reference) -> str:
    kind, edition = reference.kind, ordinal(reference.edition)
    if kind == "thesis":
        return f"[{', '.join(part for part in (reference.genre or 'Thesis', reference.publisher) if part)}]"
    if kind in ("motion_picture", "broadcast", "speech", "interview"):
        usual = {"motion_picture": "Video", "broadcast": "Broadcast", "speech": "Speech", "interview": "Interview"}
        return f"[{reference.genre or usual[kind]}]"
    if kind == "report":
        return _bracketed(citation_line.numbered(f"{reference.genre or 'Report'} No.", reference.number))
    if kind == "book":
        volume = citation_line.numbered("Vol.", reference.volume)
        return _bracketed(", ".join(part for part in (f"{edition} ed." if edition else "", volume) if part))
    return ""


def _bracketed(words: str) -> str:
    return f"({words})" if words else ""


def _source(line: Line, reference: Reference) -> None:
    kind = reference.kind
    if kind in _IN:
        _in_book(line, reference)
    elif kind == "speech":
        line.commas(reference.event, reference.place).end()
    elif kind == "webpage":
        line.add(_unless_author(reference, reference.container or reference.publisher)).end()
    elif kind in ("motion_picture", "broadcast"):
        line.add(reference.container or _unless_author(reference, reference.publisher)).end()
    elif kind != "thesis" and reference.container:
        _periodical(line, reference)
    elif kind != "thesis":
        line.add(_unless_author(reference, reference.publisher)).end()


def _unless_author(reference: Reference, publisher: str) -> str:
    own = {author.literal.casefold() for author in reference.authors}
    return "" if publisher.casefold() in own else publisher


def _periodical(line: Line, reference: Reference) -> None:
    volume = italic(reference.volume)
    issue = roman(f"({reference.issue})" if reference.issue else "")
    pages = citation_line.pages_range(reference.pages, "–")
    line.commas(italic(reference.container), (*volume, *issue), pages).end()


def _in_book(line: Line, reference: Reference) -> None:
    editors = f"{citation_names.apa_running(reference.editors)} ({_editors(reference)})" if reference.editors else ""
    if not reference.container and not editors:
        line.add(reference.publisher).end()
        return
    line.add("In")
    line.commas(editors, italic(reference.container))
    edition = ordinal(reference.edition)
    pages = citation_line.pages_range(reference.pages, "–")
    several = "–" in pages or "," in pages
    inside = [
        f"{edition} ed." if edition else "",
        citation_line.numbered("Vol.", reference.volume),
        f"{'pp.' if several else 'p.'} {pages}" if pages else "",
    ]
    line.add(_bracketed(", ".join(part for part in inside if part))).end()
    line.add(reference.publisher).end()


def _law(line: Line, reference: Reference) -> None:
    reporter = " ".join(part for part in (reference.volume, reference.container, reference.pages) if part)
    line.commas(citation_line.bare(reference.title), reporter or reference.number)
    year = citation_dates.year_words(reference.issued, none="n.d.")
    court = reference.authority if reference.kind == "legal_case" else ""
    line.add(f"({' '.join(part for part in (court, year) if part)})").end()


def _link(line: Line, reference: Reference) -> None:
    if reference.issued is None and reference.accessed is not None and reference.url and not reference.doi:
        line.add(f"Retrieved {citation_dates.month_first(reference.accessed)}, from {reference.url}")
    else:
        line.add(reference.link)
