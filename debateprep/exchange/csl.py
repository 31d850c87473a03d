"""CSL-JSON in and out; it is also how references cross from the sandbox."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from debateprep.domain import citation_dates, citation_names
from debateprep.domain.article import Name
from debateprep.domain.citation_reference import DATES, NAMES, TEXTS, Reference, bare_doi
from debateprep.exchange.errors import ExchangeError
from debateprep.exchange.parsed import Parsed, checked_count, keys

_ALIASES = {"event": "event-title", "shortTitle": "title-short"}
_OURS = "debateprep"
_OTHER = "csl:"


def read(text: str) -> Parsed:
    """Read a CSL-JSON file: a list of items, one item, or a list under "items"; raise ExchangeError for no such."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(
            "The file is not CSL-JSON, or it is cut off; export it from the other tool again."
        ) from error
    if isinstance(data, Mapping):
        data = data["items"] if isinstance(data.get("items"), list) else [data]
    if not isinstance(data, list):
        raise ExchangeError("The file is JSON, but no list of references; export it as CSL-JSON.")
    checked_count(len(data))
    found, problems = [], []
    for number, item in enumerate(data, 1):
        if isinstance(item, Mapping) and any(name in item for name in ("title", "author", "type", "URL", "DOI")):
            found.append(of_item(item))
        else:
            problems.append(f"Entry {number} is no reference and was left out.")
    return Parsed(tuple(found), tuple(problems))


def write(references: Sequence[Reference]) -> str:
    """Return references as CSL-JSON."""
    items = [{"id": key} | to_item(each) for key, each in zip(keys(references), references, strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def of_item(item: Mapping[str, Any]) -> Reference:
    """Return the reference of one item; what no field is for is kept, as JSON."""
    by_name = {variable: field for field, variable in (TEXTS | NAMES | DATES).items()}
    found: dict[str, Any] = {"kind": _text(item.get("type")) or "document"}
    other: list[tuple[str, str]] = []
    for variable, value in item.items():
        field = by_name.get(_ALIASES.get(variable, variable), "")
        if field in NAMES:
            found[field] = _names(value)
        elif field in DATES:
            found[field] = citation_dates.of_csl(value)
        elif field and not found.get(field):
            found[field] = _text(value)
        elif variable == "custom" and isinstance(value, Mapping) and isinstance(value.get(_OURS), Mapping):
            found["qualifications"] = _text(value[_OURS].get("qualifications"))
            other += [(str(name), _text(kept)) for name, kept in value[_OURS].items() if ":" in str(name)]
        elif not field and variable not in ("id", "type"):
            other.append((f"{_OTHER}{variable}", json.dumps(value, ensure_ascii=False)))
    found["doi"] = bare_doi(found.get("doi", ""))
    return Reference(**found, other=tuple(other))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return ""


def _names(value: object) -> tuple[Name, ...]:
    found = []
    for each in value if isinstance(value, list) else ():
        if isinstance(each, str):
            found.append(Name(literal=each.strip()))
        elif isinstance(each, Mapping):
            parts = {name: _text(each.get(name)) for name in ("family", "given", "literal", "suffix")}
            family = f"{_text(each.get('non-dropping-particle'))} {parts['family']}".strip()
            given = f"{parts['given']} {_text(each.get('dropping-particle'))}".strip()
            found.append(Name(family, given, parts["literal"], parts["suffix"]))
    return citation_names.cleaned(found)


def to_item(reference: Reference) -> dict[str, Any]:
    """Return a reference as one item; our own fields stand under "custom", where CSL has room for them."""
    item: dict[str, Any] = {"type": reference.kind}
    item |= {variable: getattr(reference, field) for field, variable in TEXTS.items() if getattr(reference, field)}
    for field, variable in NAMES.items():
        names = [_name(name) for name in getattr(reference, field)]
        item |= {variable: names} if names else {}
    for field, variable in DATES.items():
        date = getattr(reference, field)
        item |= {variable: citation_dates.to_csl(date)} if date is not None else {}
    ours = {"qualifications": reference.qualifications} if reference.qualifications else {}
    for name, value in reference.other:
        if name.startswith(_OTHER):
            item.setdefault(name.removeprefix(_OTHER), _loaded(value))
        else:
            ours[name] = value
    return item | ({"custom": {_OURS: ours}} if ours else {})


def _loaded(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def _name(name: Name) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix, "literal": name.literal}
    return {part: words for part, words in parts.items() if words}
