"""Debate cites by a template that people can edit: words, {fields}, [parts that go when a field is empty], *italics*.

A backslash takes the next sign as it is. Nothing in a template or in a field is ever carried out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from debateprep.domain import citation_dates, citation_line, citation_names
from debateprep.domain.citation_dates import CiteDate
from debateprep.domain.citation_line import CiteRun, Runs
from debateprep.domain.citation_reference import Reference
from debateprep.errors import DebatePrepError

FIELDS = {
    "names": "family names as they are said: Example and Sample",
    "authors": "full names in reading order",
    "authors-turned": "full names, the family name of the first before",
    "qualifications": "who the authors are",
    "yy": "the year's last two digits, or “no date”",
    "year": "the year, or “no date”",
    "date": "the date: 7 March 2024",
    "date-us": "the date in figures: 3-7-2024",
    "dated": "the date, or “no date”",
    "title": "the title",
    "publication": "the newspaper, journal, site or book it is in",
    "publisher": "the publisher",
    "volume": "the volume",
    "issue": "the issue",
    "pages": "page numbers",
    "page": "page numbers with their p. or pp.",
    "event": "the event of a speech",
    "place": "the place",
    "link": "the DOI as an address, or the address",
    "url": "the address",
    "doi": "the DOI",
    "accessed": "when it was read: 8 March 2024",
    "accessed-us": "when it was read, in figures: 3-8-2024",
    "initials": "who cut the card",
}
"""The fields of a template, each with what it stands for."""

# An author's note goes on about the past and the address; the cite is read aloud and takes its first sentence.
_LATER = re.compile(
    r"(?<=[.!?])\s+(?=(?:He|She|They|His|Her|Their|Prior|Before|Previously|Formerly|Follow|Email|Contact)\b)"
)

TAG = "{names} {yy}"
"""The default of the tag line's cite."""
FULL = (
    "{authors}[, {qualifications}], {dated}[, “{title},”][, *{publication}*][, {publisher}][, {event}][, {page}]"
    "[, {link}][, accessed {accessed}][ //{initials}]"
)
"""The default of the full cite."""

LONGEST = 600
_DEEPEST = 4
_NO_DATE = "no date"


class TemplateError(DebatePrepError):
    """Say what a template has that cannot be understood."""


@dataclass(frozen=True, slots=True)
class _Words:
    text: str


@dataclass(frozen=True, slots=True)
class _Field:
    name: str


@dataclass(frozen=True, slots=True)
class _Italics:
    pass


@dataclass(frozen=True, slots=True)
class _Part:
    nodes: tuple["_Node", ...]


_Node = _Words | _Field | _Italics | _Part


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was understood; make one with `parse`."""

    text: str
    nodes: tuple[_Node, ...]

    def fill(self, reference: Reference, initials: str = "") -> Runs:
        """Return the cite of a cleaned reference."""
        out = _Out()
        _write(self.nodes, values(reference, initials), out)
        return out.runs()


def parse(text: str) -> Template:
    """Read a template; raise TemplateError with one sentence when it makes no sense."""
    if len(text) > LONGEST:
        raise TemplateError(f"The template is longer than {LONGEST} letters; shorten it.")
    if not text.isprintable():
        raise TemplateError("The template has line breaks or other invisible signs; write it on one line.")
    nodes, rest = _nodes(text, 0, 0)
    if rest < len(text):
        raise TemplateError("The template closes a part with ] that no [ opens; write \\] for the sign itself.")
    if not any(_fields(nodes)):
        raise TemplateError("The template has no field; write for example {authors}.")
    return Template(text, nodes)


def _nodes(text: str, at: int, depth: int) -> tuple[tuple[_Node, ...], int]:
    """Return the nodes from `at` to the end of the part, and where that is."""
    if depth > _DEEPEST:
        raise TemplateError(f"The template's parts lie more than {_DEEPEST} deep in each other; make it simpler.")
    nodes: list[_Node] = []
    words = ""
    while at < len(text) and text[at] != "]":
        sign = text[at]
        if sign == "\\" and at + 1 < len(text):
            words, at = words + text[at + 1], at + 2
            continue
        if sign not in "{}[*":
            words, at = words + sign, at + 1
            continue
        if words:
            nodes.append(_Words(words))
            words = ""
        node, at = _special(text, at, depth)
        nodes.append(node)
    return tuple([*nodes, _Words(words)] if words else nodes), at


def _special(text: str, at: int, depth: int) -> tuple[_Node, int]:
    if text[at] == "*":
        return _Italics(), at + 1
    if text[at] == "}":
        raise TemplateError("The template has a } that no { opens; write \\} for the sign itself.")
    if text[at] == "{":
        end = text.find("}", at)
        if end < 0:
            raise TemplateError("The template opens a field with { and never closes it; put } after the field's name.")
        name = text[at + 1 : end].strip().casefold()
        if name not in FIELDS:
            raise TemplateError(f"There is no field {{{name[:30]}}}; the fields are {', '.join(FIELDS)}.")
        return _Field(name), end + 1
    nodes, end = _nodes(text, at + 1, depth + 1)
    if end >= len(text):
        raise TemplateError("The template opens a part with [ and never closes it; put ] where the part ends.")
    if not any(_fields(nodes)):
        raise TemplateError("A part in [ ] has no field, so it could never go; put a field into it or write \\[.")
    return _Part(nodes), end + 1


def _fields(nodes: tuple[_Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, _Field):
            yield node.name
        elif isinstance(node, _Part):
            yield from _fields(node.nodes)


def values(reference: Reference, initials: str = "") -> dict[str, str]:
    """Return the value of each field for a cleaned reference, "" where it is unknown."""
    issued = reference.issued
    title = citation_line.bare(reference.title)
    same = reference.publisher.casefold() == reference.container.casefold()
    year = citation_dates.year_words(issued, none=_NO_DATE)
    exact = issued is not None and not issued.literal and issued.year > 0 and issued.end is None and not issued.circa
    pages = citation_line.pages_range(reference.pages, "–")
    people = reference.authors or reference.editors
    editors = "" if reference.authors or not people else ", eds." if len(people) > 1 else ", ed."
    return {
        "names": _said(reference, title),
        "authors": citation_names.listed(people) + editors,
        "authors-turned": citation_names.chicago(people) + editors,
        "qualifications": _LATER.split(reference.qualifications, 1)[0].rstrip(" .,;:"),
        "yy": f"{issued.year % 100:02d}" if exact and issued is not None else year,
        "year": year,
        "date": citation_dates.day_first(issued),
        "date-us": _figures(issued),
        "dated": citation_dates.day_first(issued) or _NO_DATE,
        "title": title,
        "publication": reference.container,
        "publisher": "" if same else reference.publisher,
        "volume": reference.volume,
        "issue": reference.issue,
        "pages": pages,
        "page": f"{'pp.' if any(sign in pages for sign in '–,') else 'p.'} {pages}" if pages else "",
        "event": reference.event,
        "place": reference.place,
        "link": reference.link,
        "url": reference.url,
        "doi": reference.doi,
        "accessed": citation_dates.day_first(reference.accessed),
        "accessed-us": _figures(reference.accessed),
        "initials": citation_names.plain(initials),
    }


def _said(reference: Reference, title: str) -> str:
    names = citation_names.said(reference.authors or reference.editors)
    if names or not title:
        return names or reference.container
    if reference.kind in ("legal_case", "legislation", "bill"):
        return title
    within = reference.kind in ("chapter", "paper-conference", "entry-encyclopedia", "broadcast", "motion_picture")
    return f"“{title}”" if within or not reference.container else reference.container


def _figures(date: CiteDate | None) -> str:
    if date is None or date.literal or date.season or date.circa or date.end is not None or date.year <= 0:
        return citation_dates.day_first(date)
    return "-".join(str(part) for part in (date.month, date.day, date.year) if part)


def _write(nodes: tuple[_Node, ...], found: Mapping[str, str], out: "_Out") -> None:
    for node in nodes:
        if isinstance(node, _Words):
            out.words(node.text)
        elif isinstance(node, _Field):
            out.value(found[node.name])
        elif isinstance(node, _Italics):
            out.italic = not out.italic
        elif all(found[each.name] for each in node.nodes if isinstance(each, _Field)):
            _write(node.nodes, found, out)


class _Out:
    """What was written so far; marks and spaces that dropped parts leave behind are not doubled."""

    def __init__(self) -> None:
        self._pieces: list[CiteRun] = []
        self._text = ""
        self.italic = False

    def value(self, text: str) -> None:
        """Write a field's value; within quotation marks its own become single ones."""
        within = self._text.count("“") > self._text.count("”")
        self._put(citation_line.single_quotes(text) if within else text)

    def words(self, text: str) -> None:
        """Write the template's own words."""
        before = self._text.rstrip("”’ ")[-1:]
        if not self._text:
            text = text.lstrip(" ,;:.")
        elif text.lstrip()[:1] in (",", ".", ";", ":") and text.lstrip():
            mark = text.lstrip()[0]
            if before in "?!…" or before == mark or (before and before in ",;:"):
                text = text.lstrip()[1:]
            else:
                self._strip_space()
                text = text.lstrip()
        if self._text.endswith(" "):
            text = text.lstrip(" ")
        self._put(text)

    def _put(self, text: str) -> None:
        if text:
            self._pieces.append(CiteRun(text, self.italic))
            self._text += text

    def _strip_space(self) -> None:
        while self._pieces and self._text.endswith(" "):
            last = self._pieces.pop()
            kept = last.text.rstrip(" ")
            self._text = self._text[: len(self._text) - len(last.text)] + kept
            if kept:
                self._pieces.append(CiteRun(kept, last.italic))

    def runs(self) -> Runs:
        """Return the cite, without marks left over at its end."""
        return citation_line.trimmed(self._pieces)
