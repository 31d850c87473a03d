"""Citations: a source in any style, what its cite lacks, the works cited of a topic, references in and out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from debateprep.domain import citation_checks, citation_dates, citation_list, citation_reference, citation_styles
from debateprep.domain.changes import Changes
from debateprep.domain.citation_checks import Chip
from debateprep.domain.citation_line import Runs, text_of
from debateprep.domain.citation_reference import Reference
from debateprep.domain.citation_styles import CiteStyle, DebateCite
from debateprep.domain.citation_template import TemplateError
from debateprep.domain.model import ImportBatch, Position, Source, Topic
from debateprep.domain.terms import Side
from debateprep.exchange import Format, Parsed, format_of, read_file, write
from debateprep.safe_files import write_whole
from debateprep.services import briefs, formats
from debateprep.services.errors import ServiceError
from debateprep.services.pages import PageMaker
from debateprep.settings import Settings
from debateprep.storage.edit import Reader
from debateprep.storage.library import Library

_UNTITLED = "Untitled source"
_FIELDS = {"container": "publication"}
"""Fields of a Source that have another name in a reference, by that name."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A source in a style: its entry with italics and as plain text, and what it is within a text.

    `hints` are sentences on what the style leaves to people; `note` is the full note, where a style has notes.
    """

    source_id: int
    style: CiteStyle
    runs: Runs
    in_text: str
    hints: tuple[str, ...] = ()
    note: Runs = ()

    @property
    def text(self) -> str:
        """Return the entry as plain text."""
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class ImportedReferences:
    """What became of a file of references: new sources without text, those that were there, and a report.

    `known` pairs the title in the file with the source that it is.
    """

    added: tuple[int, ...]
    known: tuple[tuple[str, int], ...]
    report: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class WrittenReferences:
    """A file of references that was written."""

    path: Path
    format: Format
    count: int


def debate_cite(settings: Settings) -> DebateCite:
    """Return how the user writes debate cites; a template that makes no sense gives way to the default."""
    chosen = DebateCite(settings.cite_tag, settings.cite_full, settings.initials)
    try:
        chosen.templates()
    except TemplateError:
        return DebateCite(initials=settings.initials)
    return chosen


def cited(source: Source, style: CiteStyle, debate: DebateCite | None = None, locator: str = "") -> Cited:
    """Return a source in a style; also for one that is being edited and not stored yet. Raise TemplateError."""
    reference = citation_reference.of_source(source)
    return Cited(
        source.id,
        style,
        citation_styles.entry(reference, style, debate),
        citation_styles.in_text(reference, style, locator, debate),
        citation_checks.hints(reference, style.value),
        citation_styles.notes(reference, locator)[0] if style is CiteStyle.CHICAGO_NOTES else (),
    )


def missing(reader: Reader, source: Source, format_key: str) -> tuple[Chip, ...]:
    """Return what a source's cite lacks, by the names of a Source; nothing where the format asks for no cites."""
    if not formats.of(reader, format_key).written_cites:
        return ()
    chips = citation_checks.chips(citation_reference.of_source(source))
    return tuple(replace(chip, field=_FIELDS.get(chip.field, chip.field)) for chip in chips if not chip.present)


def change(library: Library, number: int, fields: Mapping[str, object], *, merge: str = "") -> Changes:
    """Change fields of a source's reference ("volume", "editors" …); raise KeyError for a field there is not."""
    with library.edit("Edit source", merge=merge) as edit:
        edit.put(citation_reference.changed(edit.get(Source, number), fields))
    return edit.changes


def sources_of(reader: Reader, topic_id: int, side: Side | None = None) -> list[Source]:
    """Return the sources that a side's brief really uses, or that the topic's two briefs use."""
    return PageMaker(briefs.dossier(reader, topic_id)).sources(side)


def works_cited(
    library: Library,
    topic_id: int,
    side: Side | None = None,
    style: CiteStyle = CiteStyle.MLA,
    debate: DebateCite | None = None,
) -> list[Cited]:
    """Return the sorted works cited of a side's brief, or of both."""
    with library.read() as reader:
        found = sources_of(reader, topic_id, side)
    by_reference = {citation_reference.of_source(source): source for source in found}
    return [
        replace(cited(by_reference[each.reference], style, debate), runs=each.runs, in_text=each.in_text)
        for each in citation_list.works_cited(by_reference, style, debate)
    ]


# References in


def import_file(library: Library, path: Path) -> ImportedReferences:
    """Bring in a file of references as sources without text, in one step; what is there already is reported.

    Raise ExchangeError or FileError when the file cannot be read.
    """
    parsed = read_file(path)
    with library.read() as reader:
        known = _Known(reader.all(Source))
    new, there, report = _sorted_out(parsed, known)
    report += parsed.problems
    if not new:
        return ImportedReferences((), tuple(there), ("No reference was new.", *report), Changes(""))
    digest = sha256(repr(parsed.references).encode("utf-8", "surrogatepass")).hexdigest()
    with library.edit(f"Import {path.name}") as edit:
        edit.import_batch(ImportBatch(file_name=path.name, sha256=digest, format="references", report=tuple(report)))
        added = edit.import_all(
            [replace(_starter(citation_reference.cleaned(each)), file_name=path.name) for each in new]
        )
    count = f"{len(added)} reference{'' if len(added) == 1 else 's'}"
    said = f"Brought in {count} as sources without text; import the articles to attach their words."
    return ImportedReferences(tuple(each.id for each in added), tuple(there), (said, *report), edit.changes)


def _starter(reference: Reference) -> Source:
    made = citation_reference.into_source(reference)
    return replace(made, title=made.title or made.publication or made.url or _UNTITLED)


def _sorted_out(parsed: Parsed, known: "_Known") -> tuple[list[Reference], list[tuple[str, int]], list[str]]:
    """Return the new references, those that are sources already, and a sentence for each that is not new."""
    new: list[Reference] = []
    there: list[tuple[str, int]] = []
    report: list[str] = []
    for reference in parsed.references:
        title = reference.title or reference.link or _UNTITLED
        number, why = known.find(reference)
        if number is None:
            known.note(reference, 0)
            new.append(reference)
        elif number:
            there.append((title, number))
            report.append(f"“{title}” is in the library already, as source {number}: the same {why}.")
        else:
            report.append(f"“{title}” stands in the file twice: the same {why}.")
    return new, there, report


class _Known:
    """The references that there are, found again by DOI, address, or title with author and year."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._numbers: dict[tuple[str, ...], int] = {}
        self._dois: dict[tuple[str, ...], str] = {}
        for source in sources:
            self.note(citation_reference.of_source(source), source.id)

    def note(self, reference: Reference, number: int) -> None:
        """Remember a reference; 0 stands for one that is about to be added."""
        for mark in _marks(reference):
            self._numbers.setdefault(mark, number)
            self._dois.setdefault(mark, reference.doi.casefold())

    def find(self, reference: Reference) -> tuple[int | None, str]:
        """Return the source that a reference is, or None, and by what it was told."""
        for mark in _marks(reference):
            other = self._dois.get(mark, "")
            # Two DOIs are two works, whatever else is the same.
            if mark in self._numbers and not (other and reference.doi and other != reference.doi.casefold()):
                return self._numbers[mark], mark[0]
        return None, ""


def _marks(reference: Reference) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    of = citation_reference.cleaned(reference)
    if of.doi:
        found.append(("DOI", of.doi.casefold()))
    address = _address(of.url)
    if address:
        found.append(("address", address))
    people = of.authors or of.editors
    title = "".join(letter for letter in of.title.casefold() if letter.isalnum())
    first = people[0].short.casefold() if people else ""
    if title and first and of.issued is not None and of.issued.year:
        found.append(("title, author and year", title, first, str(of.issued.year)))
    elif title:
        # With less to go by, all that is said must be the same.
        when = citation_dates.to_words(of.issued) if of.issued else ""
        found.append(("title and all else", title, first, when, of.container.casefold(), of.link.casefold()))
    return found


def _address(url: str) -> str:
    """Return an address without what does not tell pages apart; a site's front page tells nothing."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or parts.query):
        return ""
    return f"{parts.netloc.casefold().removeprefix('www.')}{path}?{parts.query}"


# References out


def export_file(
    library: Library,
    path: Path,
    *,
    topic_id: int | None = None,
    side: Side | None = None,
    numbers: Sequence[int] | None = None,
) -> WrittenReferences:
    """Write references to a file whose ending tells the format: of given sources, of a topic's, or of a brief's.

    Without any of them all sources are written. Of a topic without a side also those go with it whose positions
    are kept there. Raise ServiceError when there is nothing to write.
    """
    form = format_of(path)
    with library.read() as reader:
        found = _chosen(reader, topic_id, side, numbers)
    if not found:
        raise ServiceError("There is no source to write yet; bring one in or cite one in the brief first.")
    write_whole(path, write([citation_reference.of_source(source) for source in found], form))
    return WrittenReferences(path, form, len(found))


def _chosen(reader: Reader, topic_id: int | None, side: Side | None, numbers: Sequence[int] | None) -> list[Source]:
    if numbers is not None:
        return [reader.get(Source, number) for number in numbers]
    if topic_id is None:
        return reader.all(Source)
    found = sources_of(reader, reader.get(Topic, topic_id).id, side)
    if side is None:
        kept = {position.source_id for position in reader.all(Position, topic_id=topic_id)}
        found += reader.all(Source, id=kept - {source.id for source in found})
    return found
