"""Who wrote it and when, as far as the words say so: names, bylines, author notes, printed dates."""

import re
from dataclasses import dataclass, field
from datetime import date

_HONORIFICS = frozenset("dr professor prof sir dame lord lady mr mrs ms miss rev reverend gen general col capt".split())
_PARTICLES = frozenset(
    "de da do dos del della di du la le van von der den het ten ter al el bin ibn abu y af av".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv mp phd md obe mbe cbe qc kc".split())
_ROLE_WORDS = (
    "fellow professor author editor writer columnist director correspondent minister mp senator teacher student "
    "lecturer researcher analyst founder cofounder co-founder chair chairman chairwoman president chief executive "
    "journalist economist historian lawyer scientist adviser advisor ambassador reporter commentator novelist poet "
    "philosopher physician doctor engineer scholar expert specialist secretary commissioner member head officer "
    "veteran consultant activist campaigner broadcaster strategist manager partner candidate graduate academic "
    "critic barrister judge governor mayor congressman congresswoman representative contributor blogger staff coach"
).split()
_ROLES = frozenset(_ROLE_WORDS)
_STAFF = re.compile(
    r"(?:the\s+)?(?:[\w’'.]+\s+){0,3}(?:staff|board|editors?|newsroom|agencies|reporters?|correspondents?|team|desk)",
    re.I,
)
# A capital inside its first word tells an organisation's name from the first words of a sentence.
_BODY = re.compile(r"[^\W\d_]*[a-z][A-Z][^\W\d_]*(?:\s+[^\W\d_]+){0,3}")
_BY = re.compile(
    r"(?:(?:words|story|text|written|report|analysis|opinion|comment)\s+)?by:?\s+(?P<rest>\S.*)", re.IGNORECASE
)
_LABELLED = re.compile(r"(?:authors?|writers?)\s*:\s*(?P<rest>\S.*)", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:[,;|·•(]|\s[-–—]\s|\s(?:in|for|at|from)\s)\s*")
_AND = re.compile(r"\s*,?\s+(?:and|&)\s+", re.IGNORECASE)
_VERBS = frozenset(
    "is was are serves served works worked writes teaches taught has holds leads heads edits runs covers".split()
)
_NOTE_MARK = re.compile(r"^[*_•●–—\s]+|[*_\s]+$")
_ABOUT = re.compile(r"^(?:about the (?:author|writer)s?\s*:?\s*)", re.IGNORECASE)
_THE_AUTHOR = re.compile(r"^the (?:author|writer) (?=(?:is|was|works|teaches|writes|serves)\b)", re.IGNORECASE)
_CONTACT = re.compile(
    r"\s*(?:follow|contact|email|e-mail|twitter|x:|@\w+|(?:his|her|their) (?:e-?mail|twitter)).*$", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
        "november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>[12]\d{3})-(?P<m>\d{2})(?:-(?P<day>\d{2}))?(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>[12]\d{{3}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[12]\d{{3}})\b",
        rf"\b{_MONTH},?\s+(?P<year>[12]\d{{3}})\b",
        r"\b(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>[12]\d{3})\b",
    )
)
_DATE_NOISE = re.compile(
    r"(?:first\s+|last\s+|originally\s+)?(?:published|updated|modified|posted|date)|\b(?:on|at|am|pm|gmt|bst|utc|est|edt|cet|pst|pdt)\b"
    r"|\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:am|pm)?|\b\d{1,2}\s*(?:am|pm)\b|\b\d+\s+min(?:ute)?s?\s+read\b|T\d\d:\d\d\S*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Byline:
    """What a byline says: names, a role in words, a date as year, month, day."""

    authors: list[dict[str, str]]
    role: str = ""
    issued: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Note:
    """What an author note says."""

    authors: list[dict[str, str]]
    qualifications: str
    marked: bool


def find_date(words: str) -> tuple[list[int], str]:
    """Return the first printed date as year, month, day (as far as it is certain) and the words without it."""
    for pattern in _DATES:
        match = pattern.search(words)
        if match:
            parts = _date_parts(match.groupdict())
            if parts:
                return parts, words[: match.start()] + " " + words[match.end() :]
    return [], words


def _date_parts(found: dict[str, str | None]) -> list[int]:
    year = int(found.get("year") or 0)
    one, two = int(found.get("one") or 0), int(found.get("two") or 0)
    if one:
        # 3/4 is March or April by country; only a number above 12 settles it.
        if one <= 12 and two <= 12 and one != two:
            return [year]
        month, day = (two, one) if one > 12 or one == two else (one, two)
    else:
        month = int(found.get("m") or 0) or _MONTHS.get((found.get("month") or "").casefold(), 0)
        day = int(found.get("day") or 0)
    try:
        date(year, month, day or 1)
    except ValueError:
        return []
    return [year, month, day] if day else [year, month]


def date_line(words: str) -> list[int]:
    """Return the date of a line that holds nothing but a date, or an empty list."""
    if len(words) > 100:
        return []
    parts, rest = find_date(words)
    if not parts:
        return []
    rest = _DATE_NOISE.sub(" ", rest)
    left = [word for word in re.findall(r"\w+", rest) if word.casefold() not in _DAYS]
    return [] if left else parts


def person(words: str) -> dict[str, str] | None:
    """Return the person that the words name and nothing else, or None."""
    tokens = words.replace("’", "'").split()
    if len(tokens) > 1 and tokens[0].casefold() == "the" and tokens[1].rstrip(".").casefold() in _HONORIFICS:
        tokens.pop(0)
    while tokens and tokens[0].rstrip(".").casefold() in _HONORIFICS:
        tokens.pop(0)
    while tokens and tokens[-1].strip(".,").casefold() in _SUFFIXES:
        tokens.pop()
    if not 2 <= len(tokens) <= 6 or not all(_name_token(token) for token in tokens):
        return None
    if tokens[-1].casefold() in _PARTICLES or tokens[0].islower() or tokens[0].casefold() == "the":
        return None
    if all(token.isupper() for token in tokens if len(token) > 2):
        tokens = [token.title() if len(token) > 2 else token for token in tokens]
    first = next(
        (place for place, token in enumerate(tokens) if place and token.casefold() in _PARTICLES), len(tokens) - 1
    )
    return {"family": " ".join(tokens[first:]), "given": " ".join(tokens[:first])}


def _name_token(token: str) -> bool:
    folded = token.strip(".").casefold()
    if folded in _PARTICLES:
        return True
    if folded in _ROLES or folded in _DAYS or (folded in _MONTHS and folded not in ("may", "april", "june", "august")):
        return False
    return token[0].isupper() and re.fullmatch(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?", token) is not None


def byline(words: str) -> Byline | None:
    """Return what a byline says ("By Jane Doe, lecturer | 3 May 2024"), or None for any other line."""
    match = _BY.fullmatch(words) or _LABELLED.fullmatch(words)
    if len(words) > 200:
        return None
    issued, rest = find_date(match["rest"] if match else words)
    if match is None:
        bare = person(_DATE_NOISE.sub(" ", rest).strip(" ,;|·•-–—"))
        return Byline([bare], "", issued) if bare and issued else None
    rest = rest.strip(" ,;|·•-–—")
    names, role = _several(rest) or _one(rest)
    role = _DATE_NOISE.sub(" ", role).strip(" ,;|·•-–—()")
    return Byline(names, role, issued) if names else None


def _several(rest: str) -> tuple[list[dict[str, str]], str] | None:
    parts = _AND.split(rest, maxsplit=1)
    if len(parts) != 2:
        return None
    left = [person(part) for part in parts[0].split(",")]
    cut = _CUT.search(parts[1])
    last = person(parts[1][: cut.start()] if cut else parts[1])
    names = [name for name in (*left, last) if name]
    return (names, parts[1][cut.end() :] if cut else "") if len(names) == len(left) + 1 else None


def _one(rest: str) -> tuple[list[dict[str, str]], str]:
    cut = _CUT.search(rest)
    head, role = (rest[: cut.start()], rest[cut.end() :]) if cut else (rest, "")
    if _STAFF.fullmatch(head.strip()) and len(rest.split()) <= 8 and not rest.endswith("."):
        return [{"literal": head.strip()}], role
    name = person(head)
    if name is None and _BODY.fullmatch(head) and len(rest.split()) <= 8 and not rest.endswith("."):
        name = {"literal": head}
    if name is None:
        return [], ""
    return [name], "" if cut and cut.group().strip() in ("in", "from") else role


def author_note(words: str) -> Note | None:
    """Return what a note about the author says ("Jane Doe is a lecturer at …"), or None for any other block."""
    plain = _NOTE_MARK.sub("", words)
    about = _ABOUT.sub("", plain)
    if len(plain.split()) > 100:
        return None
    marked = plain != words.strip() or about != plain
    anonymous = _THE_AUTHOR.match(about)
    if anonymous:
        rest = about[anonymous.end() :]
        return Note([], _qualified(rest), marked=True) if _has_role(rest) else None
    people = [found for found in map(_introduced, _SENTENCE.split(about)) if found]
    first = _introduced(about)
    if first is None or not _has_role(first[1]):
        return None
    if len(people) > 1:
        return Note([name for name, _ in people], _CONTACT.sub("", about).rstrip(" ."), marked)
    return Note([first[0]], _qualified(first[1]), marked)


def _introduced(sentence: str) -> tuple[dict[str, str], str] | None:
    """Return the person a sentence begins with and the words from its verb on."""
    tokens = sentence.split(" ")
    for place in range(2, min(8, len(tokens))):
        if tokens[place] in _VERBS:
            name = person(" ".join(tokens[:place]).rstrip(","))
            return (name, " ".join(tokens[place:])) if name else None
    return None


def _has_role(words: str) -> bool:
    first = _SENTENCE.split(words)[0].casefold()
    return any(token.strip(",.;:()") in _ROLES for token in first.split()) or first.startswith(("teaches", "writes"))


def _qualified(words: str) -> str:
    kept = _CONTACT.sub("", words).strip()
    return re.sub(r"^is\s+(?:(?:an?|the)\s+)?", "", kept).rstrip(" .")
