"""Chicago, 17th edition: the bibliography entry, and the same by author and date."""

from debateprep.domain import citation_dates, citation_line, citation_names
from debateprep.domain.citation_line import Line, Runs, headline, italic, ordinal, quoted, roman
from debateprep.domain.citation_reference import Reference

_WHOLE = frozenset({"book", "report", "motion_picture", "broadcast", "document"})
_PAPERS = frozenset({"article-newspaper", "article-magazine"})
_IN = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})
_LAW = frozenset({"legal_case", "legislation", "bill"})
_YEAR_ONLY = frozenset({"book", "report", "thesis", "document", *_IN})


def bibliography(reference: Reference) -> Runs:
    """Return the bibliography entry of a cleaned reference; the date stands with the place of publication."""
    return _Entry(reference, dated_head=False).runs()


def author_date(reference: Reference, letter: str = "") -> Runs:
    """Return the reference-list entry of a cleaned reference; the year, with its letter, follows the author."""
    return _Entry(reference, dated_head=True, letter=letter).runs()


class _Entry:
    """Writes one entry; `dated_head` tells the two systems apart."""

    def __init__(self, reference: Reference, *, dated_head: bool, letter: str = "") -> None:
        self._of = reference
        self._dated = dated_head
        self._letter = letter
        self._line = Line()

    def runs(self) -> Runs:
        """Return the entry."""
        if self._of.kind in _LAW:
            self._law()
        else:
            self._opening()
            self._body()
        self._link()
        return self._line.runs()

    # Who, when, what

    def _opening(self) -> None:
        of, line = self._of, self._line
        head = self._head()
        title = self._title()
        if head:
            line.add(head).end()
        else:
            line.add(title).end()
        if self._dated:
            year = citation_dates.year_words(of.issued, none="n.d.")
            line.add(citation_dates.lettered(year, self._letter)).end()
        if head:
            line.add(title).end()

    def _head(self) -> str | Runs:
        of = self._of
        if of.authors:
            return citation_names.chicago(of.authors)
        if of.editors and of.kind not in _IN:
            return f"{citation_names.chicago(of.editors)}, {'eds.' if len(of.editors) > 1 else 'ed.'}"
        # The name of a newspaper or magazine stands in for the author of an unsigned piece.
        return italic(self._container) if of.kind in _PAPERS else ""

    @property
    def _container(self) -> str:
        return citation_line.journal(self._of.container, self._of.language)

    def _title(self) -> Runs:
        title = headline(citation_line.bare(self._of.title), self._of.language)
        whole = self._of.kind in _WHOLE and not self._of.container
        return italic(title) if whole else quoted(title)

    # Where

    def _body(self) -> None:
        kind = self._of.kind
        if kind in _IN:
            self._in_book()
        elif kind == "article-journal":
            self._journal()
        elif kind == "thesis":
            self._line.commas(self._of.genre or "Thesis", self._of.publisher, self._date()).end()
        elif kind == "speech":
            self._line.commas(self._of.genre or "Speech", self._of.event, self._of.place, self._date()).end()
        elif kind in ("motion_picture", "broadcast"):
            self._line.commas(self._of.container or self._of.publisher, self._date()).end()
            self._line.add(self._of.genre or ("Video" if kind == "motion_picture" else "Broadcast")).end()
        elif kind in ("book", "report", "document") and not self._of.container:
            self._book()
        else:
            self._periodical()

    def _periodical(self) -> None:
        of, line = self._of, self._line
        if of.kind == "interview" and of.interviewers:
            line.add(f"Interview by {citation_names.listed(of.interviewers)}").end()
        if of.kind == "webpage":
            # A site's name is no title: it stands upright, and the date in a sentence of its own.
            line.add(of.container or of.publisher).end()
            line.add(self._date()).end()
            return
        named = not of.authors and not of.editors and of.kind in _PAPERS
        container = () if named else italic(self._container)
        if of.kind == "post-weblog" and container:
            container = (*container, *roman(" (blog)"))
        place = of.publisher if not of.container else ""
        pages = of.pages if of.kind == "article-magazine" else ""
        line.commas(container, place, self._date(), citation_line.pages_range(pages, "–")).end()

    def _journal(self) -> None:
        of, line = self._of, self._line
        pages = citation_line.pages_range(of.pages, "–")
        line.add(italic(self._container)).add(of.volume)
        if self._dated:
            line.add(f"({of.issue})" if of.issue else "")
        else:
            if of.issue:
                line.end(",").add(citation_line.numbered("no.", of.issue))
            when = citation_dates.month_first(of.issued)
            line.add(f"({when})" if when else "")
        if pages:
            line.end(":" if of.volume or of.issue or not self._dated else ",").add(pages)
        line.end()

    def _book(self) -> None:
        of, line = self._of, self._line
        edition = ordinal(of.edition)
        line.add(f"{edition} ed." if edition else "").end()
        line.add(f"Edited by {citation_names.listed(of.editors)}" if of.editors and of.authors else "").end()
        line.add(f"Translated by {citation_names.listed(of.translators)}" if of.translators else "").end()
        line.add(citation_line.numbered("Vol.", of.volume)).end()
        genre = of.genre or ("Report" if of.kind == "report" else "")
        line.add(citation_line.numbered(f"{genre} no." if genre else "No.", of.number)).end()
        self._published()

    def _in_book(self) -> None:
        of, line = self._of, self._line
        editors = f"edited by {citation_names.listed(of.editors)}" if of.editors else ""
        if self._container:
            line.add("In")
            edition = ordinal(of.edition)
            line.commas(italic(self._container), f"{edition} ed." if edition else "")
        if editors:
            line.end(",").add(editors)
        if of.volume:
            line.end(",").add(citation_line.numbered("vol.", of.volume))
        if of.pages and self._container:
            line.end(",").add(citation_line.pages_range(of.pages, "–"))
        line.end()
        self._published()

    def _published(self) -> None:
        of, line = self._of, self._line
        house = ": ".join(part for part in (of.place, of.publisher) if part)
        line.commas(house, self._date()).end()

    def _date(self) -> str:
        of = self._of
        if of.issued is None:
            undated = not self._dated and not (of.has_url and of.accessed is not None)
            return "n.d." if undated and of.kind in _YEAR_ONLY else ""
        if of.kind in _YEAR_ONLY and not (of.kind == "report" and citation_dates.is_precise(of.issued)):
            return "" if self._dated else citation_dates.year_words(of.issued)
        if self._dated and not citation_dates.is_precise(of.issued):
            return ""
        return citation_dates.month_first(of.issued)

    # Law and links

    def _law(self) -> None:
        of, line = self._of, self._line
        title = citation_line.bare(of.title)
        reporter = " ".join(part for part in (of.volume, of.container, of.pages) if part)
        line.commas(italic(title) if of.kind == "legal_case" else title, reporter or of.number)
        year = citation_dates.year_words(of.issued, none="n.d.")
        court = of.authority if of.kind == "legal_case" else ""
        line.add(f"({' '.join(part for part in (court, year) if part)})").end()

    def _link(self) -> None:
        of, line = self._of, self._line
        if of.issued is None and of.accessed is not None and of.has_url:
            line.add(f"Accessed {citation_dates.month_first(of.accessed)}").end()
        line.add(of.link).end()
