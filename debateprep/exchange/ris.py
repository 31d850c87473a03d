"""RIS in and out: rispy reads the records, of lines first brought into the form that the format asks for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from debateprep.domain import citation_dates, citation_names
from debateprep.domain.article import Name
from debateprep.domain.citation_dates import CiteDate
from debateprep.domain.citation_reference import Reference, bare_doi
from debateprep.exchange.errors import ExchangeError
from debateprep.exchange.parsed import Parsed, checked_count

_KINDS = {
    "NEWS": "article-newspaper", "MGZN": "article-magazine", "JOUR": "article-journal", "EJOUR": "article-journal",
    "JFULL": "article-journal", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter",
    "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference", "ENCYC": "entry-encyclopedia",
    "RPRT": "report", "GOVDOC": "report", "THES": "thesis", "ELEC": "webpage", "ICOMM": "webpage",
    "BLOG": "post-weblog", "VIDEO": "motion_picture", "MPCT": "motion_picture", "MULTI": "motion_picture",
    "STAT": "legislation", "LEGAL": "legislation", "BILL": "bill", "CASE": "legal_case",
    "PCOMM": "personal_communication", "GEN": "document",
}  # fmt: skip
_WRITTEN = {
    "article-newspaper": "NEWS", "article-magazine": "MGZN", "article-journal": "JOUR", "article": "GEN",
    "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER", "entry-encyclopedia": "ENCYC", "report": "RPRT",
    "thesis": "THES", "webpage": "ELEC", "post-weblog": "BLOG", "motion_picture": "VIDEO", "legislation": "STAT",
    "bill": "BILL", "legal_case": "CASE", "personal_communication": "PCOMM",
}  # fmt: skip
# Of several tags for one field the first that a record has counts; what we write is the first.
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("TI", "T1"),
    "container": ("T2", "JO", "JF", "JA", "BT"),
    "publisher": ("PB",),
    "place": ("CY",),
    "volume": ("VL",),
    "issue": ("IS",),
    "number": ("M1",),
    "edition": ("ET",),
    "section": ("SE",),
    "series": ("T3",),
    "genre": ("M3",),
    "archive": ("DB",),
    "short_title": ("ST",),
    "language": ("LA",),
    "note": ("N1",),
    "abstract": ("AB", "N2"),
    "url": ("UR",),
    "doi": ("DO",),
}
_NAMES = {"authors": ("AU", "A1"), "editors": ("A2", "ED"), "translators": ("A4",)}
_SERIAL = frozenset({"article", "article-newspaper", "article-magazine", "article-journal", "webpage", "post-weblog"})
_LINE = re.compile(r"([A-Z][A-Z0-9]) {0,2}-(?: |$)(.*)")
_OURS, _OWN_TEXTS = "U1", ("qualifications", "event", "medium", "authority", "isbn", "issn")
_LABEL = re.compile(r"debateprep ([a-z]+): (.*)")


class _AnyTag(dict[str, str]):
    """A mapping of every tag to itself, so that rispy keeps those that it does not know."""

    def __missing__(self, tag: str) -> str:
        return tag


class _AnyList:
    """A list of tags that holds them all: every tag may come more than once."""

    def __contains__(self, tag: object) -> bool:
        return True


# In


def read(text: str) -> Parsed:
    """Read a RIS file; raise ExchangeError when it holds no record."""
    import rispy

    problems: list[str] = []
    lines = list(_in_form(text, problems))
    checked_count(sum(1 for line in lines if line.startswith("TY  - ")))
    records: list[Mapping[str, Any]] = rispy.loads(
        "\n".join(lines), mapping=_AnyTag(), list_tags=_AnyList(), delimiter_tags_mapping={}
    )
    if not records:
        raise ExchangeError("The file holds no RIS record (none begins with “TY  - ”); export it again as RIS.")
    return Parsed(tuple(_reference(record) for record in records), tuple(problems))


def _in_form(text: str, problems: list[str]) -> Iterator[str]:
    """Yield a tag's line whole, with its two spaces, and an end for every record."""
    here, inside = "", False
    for raw in text.split("\n"):
        match = _LINE.fullmatch(raw.strip("\r\ufeff "))
        if match is None:
            here += f" {raw.strip()}" if here and raw.strip() else ""
            continue
        if here:
            yield here
        tag, value = match[1], match[2].strip()
        if tag == "TY":
            if inside:
                problems.append("A record has no end (ER); it was ended where the next begins.")
                yield "ER  - "
            inside = True
        elif not inside:
            here = ""
            continue
        here = f"{tag}  - {value}"
        inside = tag != "ER"
    if here:
        yield here
    if inside:
        problems.append("The last record has no end (ER); the file may be cut off.")
        yield "ER  - "


def _reference(record: Mapping[str, Any]) -> Reference:
    # rispy gives the type of a record as it is, and every other tag as a list.
    left = {tag: [str(value) for value in values if str(value)] for tag, values in record.items() if tag != "TY"}
    left = {tag: values for tag, values in left.items() if values}
    given = str(record.get("TY", "")).strip().upper()
    ours = _ours(left)
    kind = ours.pop("kind", _KINDS.get(given, "document"))
    other = [] if given in _KINDS or kind != "document" else [("ris:TY", given)]
    found: dict[str, Any] = {"kind": kind, "issued": _issued(left, ours), "accessed": _date(left, "Y2")}
    for field, tags in _FIELDS.items():
        tag = next((each for each in tags if each in left), "")
        if tag:
            found[field] = left[tag].pop(0)
    for field, tags in _NAMES.items():
        words = [each for tag in tags for each in left.pop(tag, [])]
        found[field] = citation_names.cleaned([_name(each) for each in words])
    found["interviewers"] = citation_names.cleaned([_name(each) for each in ours.pop("interviewers", "").split("; ")])
    found["keywords"] = ", ".join(left.pop("KW", []))
    found["pages"] = "-".join(left[tag].pop(0) for tag in ("SP", "EP") if tag in left)
    if "SN" in left:
        found["issn" if kind in _SERIAL else "isbn"] = left["SN"].pop(0)
    found |= {name: value for name, value in ours.items() if name in _OWN_TEXTS}
    found["doi"] = bare_doi(found.get("doi", ""))
    other += [(f"ris:{tag}", value) for tag, values in left.items() if tag != "ER" for value in values]
    return Reference(**found, other=tuple(other))


def _ours(left: dict[str, list[str]]) -> dict[str, str]:
    """Take out the lines that we write for what RIS has no tag for."""
    found, kept = {}, []
    for value in left.pop(_OURS, []):
        match = _LABEL.fullmatch(value)
        if match:
            found[match[1]] = match[2]
        else:
            kept.append(value)
    if kept:
        left[_OURS] = kept
    return found


def _issued(left: dict[str, list[str]], ours: dict[str, str]) -> CiteDate | None:
    found = [_date(left, tag) for tag in ("DA", "PY", "Y1")]
    if "issued" in ours:
        return citation_dates.read(ours.pop("issued"))
    return next((date for date in found if date is not None), None)


def _date(left: dict[str, list[str]], tag: str) -> CiteDate | None:
    """Return a date in RIS's form, year/month/day/words."""
    words = (left.pop(tag, None) or [""])[0]
    match = re.fullmatch(r"(\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?", words)
    if match is None:
        return citation_dates.read(words)
    return citation_dates.of_csl({"date-parts": [[part or None for part in match.groups()[:3]]], "season": match[4]})


def _name(words: str) -> Name:
    if words[:1] == '"' and words[-1:] == '"' and len(words) > 2:
        return Name(literal=words[1:-1])
    family, comma, rest = words.partition(",")
    if not comma:
        return Name(literal=words.strip())
    given, _, suffix = rest.partition(",")
    return Name(family.strip(), given.strip(), "", suffix.strip())


# Out


def write(references: Sequence[Reference]) -> str:
    """Return references as RIS in UTF-8; what RIS has no tag for stands in U1, under our name."""
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _lines(each)) for each in references)


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    other = [(name.removeprefix("ris:"), value) for name, value in reference.other if name.startswith("ris:")]
    kind = reference.kind
    given = _WRITTEN.get(kind, "GEN")
    named = dict(other).get("TY", "") if kind == "document" else ""
    yield "TY", named if re.fullmatch(r"[A-Z]{2,8}", named) else given
    for tag, value in _known(reference):
        words = citation_names.plain(value)
        if words:
            yield tag, words
    if _KINDS.get(given) != kind:
        yield _OURS, f"debateprep kind: {kind}"
    for tag, value in other:
        if tag not in ("TY", "ER") and re.fullmatch(r"[A-Z][A-Z0-9]", tag):
            yield tag, citation_names.plain(value)
    yield "ER", ""


def _known(reference: Reference) -> Iterator[tuple[str, str]]:
    for field, tags in _NAMES.items():
        yield from ((tags[0], _written(name)) for name in getattr(reference, field))
    for field, tags in _FIELDS.items():
        yield tags[0], getattr(reference, field)
    yield "KW", reference.keywords
    pages = re.fullmatch(r"(\w+)-(\w+)", citation_names.plain(reference.pages))
    yield from zip(("SP", "EP"), pages.groups(), strict=True) if pages else (("SP", reference.pages),)
    number = "issn" if reference.kind in _SERIAL else "isbn"
    yield "SN", getattr(reference, number)
    for field in _OWN_TEXTS:
        if field != number and getattr(reference, field):
            yield _OURS, f"debateprep {field}: {citation_names.plain(getattr(reference, field))}"
    if reference.interviewers:
        yield _OURS, f"debateprep interviewers: {'; '.join(_written(name) for name in reference.interviewers)}"
    yield from _dates(reference)


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.issued is not None:
        start = reference.issued.start
        if start is not None:
            yield "PY", f"{start.year:04d}"
            yield "DA", f"{start.iso.replace('-', '/')}/"
        if start is None or citation_dates.of_partial(start) != reference.issued:
            yield _OURS, f"debateprep issued: {citation_dates.to_words(reference.issued)}"
    if reference.accessed is not None:
        yield "Y2", citation_dates.to_words(reference.accessed)


def _written(name: Name) -> str:
    if name.literal:
        return f'"{name.literal}"' if "," in name.literal else name.literal
    return f"{name.family}, {name.given}" + (f", {name.suffix}" if name.suffix else "")
