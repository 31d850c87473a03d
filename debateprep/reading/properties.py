"""What a file says of itself beside its words: titles, authors and dates, taken only where they can be right."""

import re
from dataclasses import dataclass, field

from debateprep.domain.terms import BlockKind
from debateprep.reading.draft import Chunk, Draft
from debateprep.reading.layout import shown
from debateprep.reading.page import key_of
from debateprep.reading.people import find_date, person

WHERE = "file's properties"
MADE = "day the file was made"

_HEAD = 8
_BAD_TITLE = re.compile(
    r"(?:microsoft word\b.*|untitled.*|document\s?\d*|layout \d+|slide \d+|(?:no )?title|presentation\s?\d*|"
    r"powerpoint.*|\S+\.(?:docx?|pdf|rtf|odt|indd|qxd|tex|dvi|html?|epub|txt|pages)|[\d\W_]+|print|article|normal\.dotm?)",
    re.IGNORECASE,
)
_TYPISTS = frozenset(
    "microsoft office windows user users admin administrator owner guest unknown anonymous author python-docx "
    "reportlab acer asus dell hp lenovo adobe acrobat indesign calibre unspecified converter scanner".split()
)
_SPLIT = re.compile(r"\s*(?:;|\||\s+(?:and|&)\s+|\r|\n)\s*")
_PDF_DATE = re.compile(r"D?:?\s*(\d{4})(\d{2})?(\d{2})?")


FILE_DAY = "The date is the day the file was made; check it against the article."
"""What is said of a date that only the file tells; no reason to look the whole article over."""


@dataclass(slots=True)
class Properties:
    """Titles, names and dates as the file gives them; `issued` is when the work came out, `made` when the file did."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    issued: str = ""
    made: str = ""
    publication: str = ""
    url: str = ""
    language: str = ""


def announce(draft: Draft, chunks: list[Chunk], properties: Properties) -> None:
    """Mark the headline that the properties confirm; call it before the blocks are told apart."""
    title = sensible_title(properties.title)
    for chunk in chunks[:_HEAD]:
        if title and chunk.kind in (None, BlockKind.HEADLINE) and key_of(chunk.shown) == key_of(title):
            chunk.kind = BlockKind.HEADLINE
            draft.learn("title", chunk.shown, WHERE)
            return


def complete(draft: Draft, properties: Properties) -> None:
    """Fill what the words left open with what the properties say; the words come first."""
    draft.learn("title", sensible_title(properties.title), WHERE)
    draft.learn("authors", sensible_authors(properties.authors), WHERE)
    draft.learn("issued", sensible_date(properties.issued), WHERE)
    draft.learn("publication", shown(properties.publication)[:200], WHERE)
    if properties.url.startswith(("https://", "http://")):
        draft.learn("url", properties.url.strip(), WHERE)
    made = sensible_date(properties.made)
    if made and not draft.issued:
        draft.learn("issued", made, MADE)
        draft.warnings.append(FILE_DAY)
    language = properties.language.strip().replace("_", "-")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w{2,8})*", language):
        draft.language = language


def sensible_title(title: str) -> str:
    """Return a title on one line, or "" for what programs write there by themselves."""
    words = shown(title)
    return words if 3 < len(words) <= 300 and not _BAD_TITLE.fullmatch(words) else ""


def sensible_authors(names: list[str]) -> list[dict[str, str]]:
    """Return the people and bodies among the names; accounts and programs are left out."""
    found: list[dict[str, str]] = []
    for whole in names:
        for name in _SPLIT.split(whole):
            found += _people(shown(name))
    return found


def _people(name: str) -> list[dict[str, str]]:
    if not name or len(name) > 120 or _TYPISTS & set(name.casefold().split()):
        return []
    alone = person(name)
    if alone:
        return [alone]
    parts = [part.strip() for part in name.split(",") if part.strip()]
    several = [each for each in map(person, parts) if each]
    if len(parts) > 1 and len(several) == len(parts):
        return several
    # "Family, Given" is how catalogues write one person.
    turned = person(f"{parts[1]} {parts[0]}") if len(parts) == 2 else None
    if turned:
        return [{"family": parts[0], "given": parts[1]}]
    # One word in small letters is an account; several words are a body.
    return [{"literal": name}] if len(name.split()) > 1 and not re.search(r"[@/\\]", name) else []


def sensible_date(words: str) -> list[int]:
    """Return year, month, day as far as they are given, or [] for no date or one that cannot be."""
    packed = _PDF_DATE.match(words.strip())
    if packed and packed[2] and "-" not in words[:6]:
        words = "-".join(part for part in packed.groups() if part)
    parts = find_date(words)[0]
    if not parts and re.fullmatch(r"\s*[12]\d{3}\s*", words):
        parts = [int(words)]
    return parts if parts and 1450 <= parts[0] <= 2100 else []
