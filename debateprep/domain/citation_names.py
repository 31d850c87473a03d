"""Names in cites: people and bodies, turned round, initials, and when a style says "et al."."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from debateprep.domain.article import Name

# Chinese, Japanese and Korean names put the family name first and nothing between.
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff・\s]+")
_DOTTED = re.compile(r"(?<=\.)(?=[^\W\d_])")
_APA_ALL = 20
_CHICAGO_ALL = 10
_CHICAGO_SHOWN = 7


def plain(text: str) -> str:
    """Return text on one line, without control characters and blank space around it."""
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join(text.split())


def cleaned(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names without empty ones, each on one line and without commas left over at its ends."""
    found = []
    for name in names:
        family, given, literal, suffix = (
            plain(part).strip(" ,;") for part in (name.family, name.given, name.literal, name.suffix)
        )
        if not (family or given or literal):
            continue
        found.append(Name(literal=literal) if literal else Name(family or given, given if family else "", "", suffix))
    return tuple(found)


def in_order(name: Name) -> str:
    """Return a name as it is read: "Ada van der Example Jr."."""
    return f"{name.family}{name.given}" if _runs_together(name) else name.full


def turned(name: Name) -> str:
    """Return a name as lists begin with it: "van der Example, Ada, Jr."; bodies stay as they are."""
    return _turned(name, name.given)


def _turned(name: Name, given: str) -> str:
    if name.literal:
        return name.literal
    if _runs_together(name):
        return f"{name.family}{name.given}"
    return ", ".join(part for part in (name.family, given, name.suffix) if part)


def _runs_together(name: Name) -> bool:
    return bool(not name.literal and name.family and name.given and _EAST_ASIAN.fullmatch(f"{name.family}{name.given}"))


def initials(given: str) -> str:
    """Return "A. B." for "Ada Bell", "J.-P." for "Jean-Paul"; particles and scripts without capitals stay whole."""
    return " ".join(_initial(word) for part in given.split() for word in _DOTTED.split(part))


def _initial(word: str) -> str:
    if not word[:1].isupper():
        return word
    return "-".join(f"{part[0]}." for part in word.split("-") if part)


def listed(names: Sequence[Name]) -> str:
    """Return names in reading order: "A", "A and B", "A, B, and C"."""
    words = [in_order(name) for name in names]
    return _joined(words, "and")


def _joined(words: Sequence[str], link: str) -> str:
    if len(words) <= 2:
        return f" {link} ".join(words)
    return f"{', '.join(words[:-1])}, {link} {words[-1]}"


def mla(names: Sequence[Name]) -> str:
    """Return MLA's list: one, two, or the first "et al."."""
    if len(names) > 2:
        return f"{turned(names[0])}, et al."
    return ", and ".join([turned(names[0]), *(in_order(name) for name in names[1:])]) if names else ""


def mla_running(names: Sequence[Name]) -> str:
    """Return MLA's list in reading order, for editors and the like."""
    return f"{in_order(names[0])} et al." if len(names) > 2 else listed(names)


def chicago(names: Sequence[Name]) -> str:
    """Return Chicago's list: up to ten are named, of more the first seven and "et al."."""
    if not names:
        return ""
    words = [turned(names[0]), *(in_order(name) for name in names[1:])]
    if len(words) > _CHICAGO_ALL:
        return f"{', '.join(words[:_CHICAGO_SHOWN])}, et al."
    return f"{', '.join(words[:-1])}, and {words[-1]}" if len(words) > 1 else words[0]


def apa(names: Sequence[Name]) -> str:
    """Return APA's list: up to twenty are named, of more the first nineteen, an ellipsis and the last."""
    words = [_turned(name, initials(name.given)) for name in names]
    if len(words) > _APA_ALL:
        return f"{', '.join(words[: _APA_ALL - 1])}, . . . {words[-1]}"
    return f"{', '.join(words[:-1])}, & {words[-1]}" if len(words) > 1 else "".join(words)


def apa_running(names: Sequence[Name]) -> str:
    """Return APA's list of editors, initials first: "B. Sample & C. Other"."""
    words = [in_order(name if _runs_together(name) else replace(name, given=initials(name.given))) for name in names]
    return _joined(words, "&")


def said(names: Sequence[Name], link: str = "and", *, all_of: int = 2) -> str:
    """Return family names as they are said: "Example", "Example and Sample", "Example et al."."""
    words = [name.short for name in names if name.short]
    return f"{words[0]} et al." if len(words) > all_of else _joined(words, link)
