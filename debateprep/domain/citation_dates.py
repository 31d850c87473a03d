"""Dates of cites: to the year, month, day or season, about a year, ranges, or in words only; none of them fails."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from debateprep.domain.article import MONTHS, PartialDate

SEASONS = ("Spring", "Summer", "Autumn", "Winter")
NO_DATE = "no date: check what has changed since"
MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class CiteDate:
    """A date as CSL knows it; `season` is 1 (spring) to 4 (winter), `literal` stands alone, in the source's words."""

    year: int = 0
    month: int | None = None
    day: int | None = None
    season: int | None = None
    circa: bool = False
    end: PartialDate | None = None
    literal: str = ""

    @property
    def start(self) -> PartialDate | None:
        """Return its first day as far as it is known, or None for a date in words or outside the years 1 to 9999."""
        if self.literal or not 1 <= self.year <= _LAST_YEAR:
            return None
        return PartialDate(self.year, self.month, self.day)


def of_partial(date: PartialDate | None) -> CiteDate | None:
    """Return a date known to the year, month or day as a cite's; what no calendar has is left out."""
    return None if date is None else _exact((date.year, date.month, date.day))


def _exact(parts: Sequence[Any]) -> CiteDate | None:
    numbers = [_whole(part) for part in parts[:3]]
    year = numbers[0] if numbers else None
    if not year or abs(year) > _LAST_YEAR:
        return None
    month = numbers[1] if len(numbers) > 1 else None
    if month is None or not 1 <= month <= len(MONTHS):
        return CiteDate(year)
    day = numbers[2] if len(numbers) > 2 else None
    longest = monthrange(year, month)[1] if year > 0 else 31
    return CiteDate(year, month, day if day is not None and 1 <= day <= longest else None)


def _whole(value: object) -> int | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return int(value) if abs(value) <= _LAST_YEAR else None
    text = str(value).strip() if value is not None else ""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else None


def of_csl(value: object) -> CiteDate | None:
    """Return the date of a CSL-JSON value, or None when it says none."""
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else []
    begun = _exact(first) if isinstance(first, list) else None
    if begun is None:
        words = value.get("literal") or value.get("raw") or ""
        return read(str(words)[:200])
    last = _exact(parts[1]) if isinstance(parts, list) and len(parts) > 1 and isinstance(parts[1], list) else None
    season = _season(value.get("season"))
    return CiteDate(
        begun.year,
        begun.month,
        begun.day,
        season if begun.month is None else None,
        _truth(value.get("circa")),
        last.start if last is not None else None,
    )


def _truth(value: object) -> bool:
    return bool(value) and str(value).casefold() not in ("false", "0")


def _season(value: object) -> int | None:
    word = str(value).strip().capitalize()
    if word in (*SEASONS, "Fall"):
        return 3 if word == "Fall" else SEASONS.index(word) + 1
    number = _whole(value)
    return number if number is not None and 1 <= number <= len(SEASONS) else None


def to_csl(date: CiteDate) -> dict[str, Any]:
    """Return a date as CSL-JSON's value."""
    if date.literal:
        return {"literal": date.literal}
    pairs = [_parts(date.year, date.month, date.day)]
    if date.end is not None:
        pairs.append(_parts(date.end.year, date.end.month, date.end.day))
    found: dict[str, Any] = {"date-parts": pairs}
    if date.season:
        found["season"] = date.season
    if date.circa:
        found["circa"] = True
    return found


def _parts(year: int, month: int | None, day: int | None) -> list[int]:
    return [part for part in (year, month, day if month else None) if part is not None]


def read(words: str) -> CiteDate | None:
    """Return the date in the form files use (2024-03-07, 2024/03, ~1850, 2019/2021 is a range); else its words."""
    words = " ".join(words.split())
    circa = words[:1] in ("~", "≈") or words.casefold().startswith(("ca.", "circa ", "c. "))
    bare = words.lstrip("~≈") if words[:1] in ("~", "≈") else words.partition(" ")[2] if circa else words
    first, slash, last = bare.partition("/")
    if slash and len(last) >= 4 and _iso(first) and _iso(last):
        begun, ended = _iso(first), _iso(last)
    else:
        begun, ended = _iso(bare.strip("/").replace("/", "-")), None
    if begun is None:
        return CiteDate(literal=words) if words else None
    return CiteDate(begun.year, begun.month, begun.day, begun.season, circa, ended.start if ended else None)


def _iso(text: str) -> CiteDate | None:
    before = text.strip().startswith("-")
    parts = text.strip().removeprefix("-").split("-")
    if not 1 <= len(parts) <= 3 or len(parts[0]) not in (3, 4) or any(_whole(part) is None for part in parts):
        return None
    numbers = [int(part) for part in parts]
    numbers[0] *= -1 if before else 1
    if len(numbers) == 2 and 21 <= numbers[1] <= 24:
        return CiteDate(numbers[0], season=numbers[1] - 20) if numbers[0] else None
    found = _exact(numbers)
    return found if found is not None and len(_parts(found.year, found.month, found.day)) == len(numbers) else None


def to_words(date: CiteDate) -> str:
    """Return a date in the form that `read` reads."""
    if date.literal:
        return date.literal
    text = f"{'-' if date.year < 0 else ''}{abs(date.year):04d}"
    if date.season:
        text += f"-{20 + date.season}"
    text += "".join(f"-{part:02d}" for part in (date.month, date.day if date.month else None) if part)
    return ("~" if date.circa else "") + text + (f"/{date.end.iso}" if date.end else "")


# In words

Writer = Callable[[str, str, str], str]


def year_words(date: CiteDate | None, *, none: str = "") -> str:
    """Return the year or years, or `none`: "2024", "ca. 1850", "2019–2021", "44 BCE"."""
    if date is None:
        return none
    if date.literal:
        return date.literal
    years = _year(date.year)
    if date.end is not None and date.end.year != date.year:
        years = f"{years}–{_year(date.end.year)}"
    return f"ca. {years}" if date.circa else years


def lettered(words: str, letter: str) -> str:
    """Return a date's words with the letter behind its year: "2024a", "2024a, March 7", "n.d.-a"."""
    year, comma, rest = words.partition(",")
    mark = f"{'' if year[-1:].isdigit() else '-'}{letter}" if letter else ""
    return f"{year}{mark}{comma}{rest}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{-year} BCE"


def day_first(date: CiteDate | None, months: Sequence[str] = MONTHS, *, circa: str = "ca.") -> str:
    """Return "7 March 2024", "March 2024", "Spring 2024", "2024"; "" for none."""
    return _in_order(date, months, circa, lambda year, month, day: " ".join(filter(None, (day, month, year))))


def month_first(date: CiteDate | None) -> str:
    """Return "March 7, 2024", "March 2024", "Spring 2024", "2024"; "" for none."""

    def write(year: str, month: str, day: str) -> str:
        return f"{month} {day}, {year}" if day else " ".join(filter(None, (month, year)))

    return _in_order(date, MONTHS, "ca.", write)


def year_first(date: CiteDate | None) -> str:
    """Return APA's order: "2024, March 7", "2024, Spring", "2024"; "" for none."""

    def write(year: str, month: str, day: str) -> str:
        return ", ".join(filter(None, (year, " ".join(filter(None, (month, day))))))

    return _in_order(date, MONTHS, "ca.", write)


def _in_order(date: CiteDate | None, months: Sequence[str], circa: str, write: Writer) -> str:
    if date is None:
        return ""
    if date.literal:
        return date.literal
    season = SEASONS[date.season - 1] if date.season else ""
    first = write(_year(date.year), months[date.month - 1] if date.month else season, str(date.day or ""))
    words = f"{circa} {first}" if date.circa else first
    if date.end is None:
        return words
    last = write(_year(date.end.year), months[date.end.month - 1] if date.end.month else "", str(date.end.day or ""))
    return f"{words}–{last}"


def is_precise(date: CiteDate | None) -> bool:
    """Tell whether more than the year is known."""
    return date is not None and not date.literal and bool(date.month or date.season)
