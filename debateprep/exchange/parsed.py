"""What a file of references held, and the bounds of what is read."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from debateprep.domain.citation_reference import Reference
from debateprep.exchange.errors import ExchangeError

MOST = 5000
"""How many references one file may hold."""
_LONGEST_SAID = 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """The references of a file in its order, and a sentence for each thing that could not be read."""

    references: tuple[Reference, ...]
    problems: tuple[str, ...] = ()


def checked_count(number: int) -> None:
    """Raise ExchangeError when a file holds more references than are read at once."""
    if number > MOST:
        raise ExchangeError(f"The file holds more than {MOST:,} references; split it into smaller files.")


def shown(words: str) -> str:
    """Return words of a file short enough for a sentence about them."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_SAID else f"{line[:_LONGEST_SAID]}…"


def keys(references: Iterable[Reference]) -> list[str]:
    """Return a short key for each reference, no two alike: "example2024bus"."""
    found: list[str] = []
    taken: dict[str, int] = {}
    for reference in references:
        authors = reference.authors or reference.editors
        year = str(reference.issued.year) if reference.issued and reference.issued.year > 0 else "nd"
        word = next((each for each in reference.title.split() if len(_letters(each)) > 3), "")
        key = f"{_letters(authors[0].short) if authors else 'anon'}{year}{_letters(word)}" or "source"
        taken[key] = taken.get(key, 0) + 1
        found.append(key if taken[key] == 1 else f"{key}-{taken[key]}")
    return found


def _letters(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)[:24]
