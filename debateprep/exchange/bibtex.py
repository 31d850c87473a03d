"""BibTeX and BibLaTeX in and out: bibtexparser finds the entries, names and values are read here."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from debateprep.domain import citation_dates, citation_names
from debateprep.domain.article import MONTHS, Name
from debateprep.domain.citation_dates import CiteDate
from debateprep.domain.citation_reference import DATES, Reference, bare_doi
from debateprep.exchange import latex
from debateprep.exchange.errors import ExchangeError
from debateprep.exchange.parsed import Parsed, checked_count, keys, shown

_KINDS = {
    "article": "article-journal", "periodical": "article-journal", "suppperiodical": "article-journal",
    "book": "book", "mvbook": "book", "booklet": "book", "collection": "book", "mvcollection": "book",
    "proceedings": "book", "reference": "book", "manual": "report", "inbook": "chapter", "bookinbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "inreference": "entry-encyclopedia", "techreport": "report", "report": "report", "thesis": "thesis",
    "phdthesis": "thesis", "mastersthesis": "thesis", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "misc": "document", "unpublished": "document", "video": "motion_picture", "movie": "motion_picture",
    "jurisdiction": "legal_case", "legal": "legislation", "legislation": "legislation", "letter":
    "personal_communication",
}  # fmt: skip
_SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_WRITTEN = {
    "article": "article", "article-newspaper": "article", "article-magazine": "article", "article-journal": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "webpage": "online",
    "entry-encyclopedia": "inreference", "report": "techreport", "thesis": "thesis", "post-weblog": "online",
    "legal_case": "jurisdiction", "legislation": "legislation", "motion_picture": "video",
}  # fmt: skip
# Of several names for one field the first that an entry has counts; what we write is the first name.
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "container": ("journal", "journaltitle", "booktitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "place": ("address", "location"),
    "volume": ("volume",),
    "issue": ("issue",),
    "number": ("number", "eid"),
    "edition": ("edition",),
    "pages": ("pages",),
    "url": ("url",),
    "doi": ("doi",),
    "isbn": ("isbn",),
    "issn": ("issn",),
    "series": ("series",),
    "note": ("note", "annote"),
    "abstract": ("abstract",),
    "keywords": ("keywords",),
    "language": ("language", "langid"),
    "section": ("section",),
    "event": ("eventtitle",),
    "genre": ("type",),
    "medium": ("medium",),
    "authority": ("authority",),
    "archive": ("archive",),
    "short_title": ("shorttitle",),
    "qualifications": ("qualifications",),
}
_NAMES = {"authors": "author", "editors": "editor", "translators": "translator", "interviewers": "interviewer"}
_ADDRESSES = frozenset({"url", "doi"})
_TYPE, _KIND = "bibtex:entrytype", "csltype"
_MONTHS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_ENTRY = re.compile(r"@\s*\w+\s*[{(]")
_URL = re.compile(r"\s*(?:\\url\s*)?\{?\s*(https?://[^\s{}]+)\s*\}?\s*")


# In


def read(text: str) -> Parsed:
    """Read a BibTeX file; an entry that is broken is told and left out. Raise ExchangeError when there is none."""
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    checked_count(len(_ENTRY.findall(text)))
    macros: dict[str, str] = {}
    entries: list[Entry] = []
    problems: list[str] = []
    for block in Splitter(text).split().blocks:
        line = (block.start_line or 0) + 1
        inner: Any = block
        while isinstance(inner, (DuplicateBlockKeyBlock, DuplicateFieldKeyBlock)):
            if isinstance(inner, DuplicateFieldKeyBlock):
                problems.append(f"The entry at line {line} says a field twice; the first was taken.")
            inner = inner.ignore_error_block
        if isinstance(inner, String):
            macros[inner.key.casefold()] = _value(inner.value, macros)
        elif isinstance(inner, Entry):
            entries.append(inner)
        elif isinstance(inner, ParsingFailedBlock):
            problems.append(f"The entry at line {line} is broken and was left out: {shown(inner.raw or '')}")
    fields = [_fields(entry, macros) for entry in entries]
    by_key = {entry.key.casefold(): found for entry, found in zip(entries, fields, strict=True)}
    found = [
        _reference(entry.entry_type.casefold(), _with_parent(each, by_key))
        for entry, each in zip(entries, fields, strict=True)
    ]
    if not found:
        raise ExchangeError(problems[0] if problems else "The file holds no BibTeX entry; export it again as BibTeX.")
    return Parsed(tuple(found), tuple(problems))


def _fields(entry: Any, macros: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in entry.fields:
        found.setdefault(field.key.casefold(), _value(str(field.value), macros))
    return found


def _value(raw: str, macros: Mapping[str, str]) -> str:
    """Return a value without its outer braces or quotation marks; pieces joined by # become one."""
    out = []
    for piece in _split(raw, "#"):
        word = piece.strip()
        if len(word) >= 2 and (word[0], word[-1]) in (("{", "}"), ('"', '"')):
            out.append(word[1:-1])
        else:
            out.append(macros.get(word.casefold(), word))
    return "".join(out)


def _split(text: str, mark: str) -> list[str]:
    """Split at a mark that stands outside braces and quotation marks."""
    pieces, depth, quoted, last = [], 0, False, 0
    for at, sign in enumerate(text):
        if text[at - 1 : at] == "\\":
            continue
        depth += (sign == "{") - (sign == "}")
        quoted ^= sign == '"' and not depth and mark == "#"
        if sign == mark and not depth and not quoted:
            pieces.append(text[last:at])
            last = at + 1
    return [*pieces, text[last:]]


def _with_parent(fields: dict[str, str], by_key: Mapping[str, dict[str, str]]) -> dict[str, str]:
    parent = by_key.get(fields.get("crossref", "").strip().casefold())
    if parent is None:
        return fields
    inherited = {("booktitle" if name == "title" else name): value for name, value in parent.items()}
    return inherited | fields


def _reference(entry_type: str, fields: dict[str, str]) -> Reference:
    left = {name: value for name, value in fields.items() if value.strip()}
    left.pop("crossref", None)
    kind = _kind(entry_type, left)
    found: dict[str, Any] = {"kind": kind, **_dates(left)}
    if kind.startswith("article") and "issue" not in left and "number" in left:
        left["issue"] = left.pop("number")
    howpublished = _URL.fullmatch(left.get("howpublished", ""))
    if howpublished and "url" not in left:
        left["url"] = howpublished[1]
        del left["howpublished"]
    for field, names in _FIELDS.items():
        name = next((each for each in names if each in left), "")
        if name:
            found[field] = latex.decode(left.pop(name), address=field in _ADDRESSES)
    for field, name in _NAMES.items():
        if name in left:
            found[field] = citation_names.cleaned(list(_read_names(left.pop(name))))
    found["doi"] = bare_doi(found.get("doi", ""))
    other = [(f"bibtex:{name}", latex.decode(value)) for name, value in left.items()]
    if entry_type not in _KINDS and kind == "document":
        other.append((_TYPE, entry_type))
    return Reference(**found, other=tuple(other))


def _kind(entry_type: str, left: dict[str, str]) -> str:
    named = left.get(_KIND, "").strip()
    if re.fullmatch(r"[a-z][a-z_-]*", named):
        del left[_KIND]
        return named
    subtype = left.get("entrysubtype", "").strip().casefold()
    if entry_type == "article" and subtype in _SUBTYPES:
        del left["entrysubtype"]
        return _SUBTYPES[subtype]
    if entry_type in ("phdthesis", "mastersthesis"):
        left.setdefault("type", "Doctoral dissertation" if entry_type == "phdthesis" else "Master’s thesis")
    return _KINDS.get(entry_type, "document")


def _dates(left: dict[str, str]) -> dict[str, CiteDate | None]:
    found = {"accessed": citation_dates.read(latex.decode(left.pop("urldate", "")))}
    date, year, month = (latex.decode(left.pop(name, "")) for name in ("date", "year", "month"))
    if date:
        return found | {"issued": citation_dates.read(date)}
    day = re.search(r"\d{1,2}", month)
    number = _MONTHS.get(re.sub(r"[^a-z]", "", month.casefold())[:3]) or (int(day.group()) if day else None)
    issued = citation_dates.read(year)
    if issued is not None and issued.year and number:
        named = re.search(r"[A-Za-z]", month)
        parts = [issued.year, number, int(day.group()) if day and named else None]
        issued = citation_dates.of_csl({"date-parts": [parts], "circa": issued.circa}) or issued
    return found | {"issued": issued}


def _read_names(value: str) -> Iterator[Name]:
    for words in _split_names(value):
        parts = [part.strip() for part in _split(words, ",")]
        if len(parts) == 1:
            yield _in_order(parts[0])
            continue
        family, given = latex.decode(parts[0]), latex.decode(parts[-1])
        yield Name(family, given, "", latex.decode(", ".join(parts[1:-1])))


def _split_names(value: str) -> Iterator[str]:
    pieces, depth = [""], 0
    for word in re.split(r"(\s+)", value):
        if word.casefold() == "and" and not depth:
            pieces.append("")
            continue
        bare = word.replace("\\{", "").replace("\\}", "")
        depth = max(0, depth + bare.count("{") - bare.count("}"))
        pieces[-1] += word
    for piece in pieces:
        if piece.strip() and piece.strip().casefold() != "others":
            yield piece.strip()


def _in_order(words: str) -> Name:
    """Read "Given von Family", or a body in braces."""
    parts = [part for part in _split(" ".join(words.split()), " ") if part]
    if len(parts) == 1:
        body = parts[0].startswith("{") and parts[0].endswith("}")
        return Name(literal=latex.decode(words)) if body else Name(latex.decode(words))
    small = (index for index, part in enumerate(parts[:-1]) if index and part[:1].islower())
    at = next(small, len(parts) - 1)
    return Name(latex.decode(" ".join(parts[at:])), latex.decode(" ".join(parts[:at])))


# Out


def write(references: Sequence[Reference]) -> str:
    """Return references as BibTeX in UTF-8, with BibLaTeX's date fields beside year and month."""
    return "\n".join(_entry(key, each) for key, each in zip(keys(references), references, strict=True))


def _entry(key: str, reference: Reference) -> str:
    other = {name.removeprefix("bibtex:"): value for name, value in reference.other if name.startswith("bibtex:")}
    kind = reference.kind
    entry_type = _WRITTEN.get(kind, "misc")
    if kind == "document" and re.fullmatch(r"[a-z]+", other.get("entrytype", "")):
        entry_type = other.pop("entrytype")
    lines = [(name, value) for name, value in _values(reference, entry_type) if value]
    taken = {name for name, _ in lines}
    lines += [
        (name, latex.encode(value))
        for name, value in other.items()
        if name not in taken and re.fullmatch(r"[a-z][a-z0-9_:+-]*", name)
    ]
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in lines)
    return f"@{entry_type}{{{key},\n{body}}}\n"


def _values(reference: Reference, entry_type: str) -> Iterator[tuple[str, str]]:
    for field, name in _NAMES.items():
        yield name, " and ".join(_written(each) for each in getattr(reference, field))
    for field, names in _FIELDS.items():
        text = citation_names.plain(getattr(reference, field))
        value = latex.encode(text, address=field in _ADDRESSES)
        if field == "title" and text[1:] != text[1:].lower():
            value = f"{{{value}}}" if value else ""  # So that no style takes its capitals.
        yield _field_name(field, names[0], entry_type), value
    for field in DATES:
        date = getattr(reference, field)
        if date is not None:
            yield from _written_date(field, date)
    kind = reference.kind
    if kind in _SUBTYPES.values():
        yield "entrysubtype", kind.removeprefix("article-")
    elif _KINDS.get(entry_type, "document") != kind:
        yield _KIND, kind


def _field_name(field: str, usual: str, entry_type: str) -> str:
    if entry_type == "article":
        return {"issue": "number", "number": "eid"}.get(field, usual)
    names = {"container": "booktitle", "publisher": {"techreport": "institution", "thesis": "school"}.get(entry_type)}
    return names.get(field) or usual


def _written_date(field: str, date: CiteDate) -> Iterator[tuple[str, str]]:
    words = latex.encode(citation_names.plain(citation_dates.to_words(date)))
    if field == "accessed":
        yield "urldate", words
        return
    yield "date", words
    if date.start is not None:
        yield "year", str(date.year)
        yield "month", MONTHS[date.month - 1][:3].casefold() if date.month else ""


def _written(name: Name) -> str:
    if name.literal:
        return f"{{{latex.encode(citation_names.plain(name.literal))}}}"
    family, given, suffix = (_protected(part) for part in (name.family, name.given, name.suffix))
    return ", ".join([family, *([suffix] if suffix else []), given])


def _protected(part: str) -> str:
    """Return a part of a name; one that reads as more than a part stands in braces."""
    value = latex.encode(citation_names.plain(part))
    plain = "," not in value and not re.search(r"(?:^|\s)and(?:\s|$)", value, re.IGNORECASE)
    return value if plain else f"{{{value}}}"
