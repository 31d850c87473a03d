"""What every command shares and what costs nothing to import: outcomes, options, and how things are named."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from debateprep.domain.article import PartialDate
from debateprep.domain.terms import PLAIN_RESPONSES, ResponseType, Side
from debateprep.errors import DebatePrepError

E = TypeVar("E", bound=StrEnum)

LETTERS = {
    "topic": "t",
    "source": "s",
    "position": "p",
    "card": "c",
    "argument": "a",
    "support": "e",
    "answer": "r",
    "section": "h",
    "item": "i",
    "brief": "b",
    "question": "q",
    "line": "l",
    "round": "o",
    "heard": "w",
    "savedfilter": "f",
    "label": "k",
}
"""How commands name things: a letter and the number in the library. C1 with a capital is a contention's number."""


class CommandError(DebatePrepError):
    """Say what a command cannot do as it was called, and what to do instead."""


@dataclass(frozen=True)
class Outcome:
    """What a command found or did: facts for `--json`, the same in lines, and sentences for stderr.

    `chatter` marks lines that only confirm what was done, which `--quiet` drops.
    """

    data: dict[str, Any]
    lines: Sequence[str] = ()
    errors: Sequence[str] = ()
    chatter: bool = False
    code: int = field(default=0)


def done(sentence: str, **data: Any) -> Outcome:
    """Return the outcome of a command that changed something."""
    return Outcome({"done": sentence, **data}, [sentence], chatter=True)


# Options


def add_topic(parser: argparse.ArgumentParser, **more: Any) -> None:
    """Add `--topic`."""
    words = "the topic: its number (t2) or words of its name; else the newest"
    parser.add_argument("--topic", metavar="T", **{"default": "", "help": words, **more})


def add_side(parser: argparse.ArgumentParser, *, neither: bool = False, **more: Any) -> None:
    """Add `--side`."""
    sides = [Side.PRO, Side.CON, *([Side.NEITHER] if neither else [])]
    choices = [side.value for side in sides]
    parser.add_argument("--side", type=str.lower, choices=choices, help="the side it serves", **more)


def add_brief(parser: argparse.ArgumentParser, **more: Any) -> None:
    """Add `--brief`."""
    words = "a further brief of the side, as b3; else the main one"
    parser.add_argument("--brief", metavar="B", **{"default": "", "help": words, **more})


def one_of(kind: type[E]) -> Callable[[str], E]:
    """Return an argparse type that reads a value of an enum, with hyphens or spaces between its words."""

    def read(text: str) -> E:
        wanted = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
        for value in kind:
            if wanted == value.value.replace("-", " "):
                return value
        raise argparse.ArgumentTypeError(f"“{text}” is none of: {', '.join(value.value for value in kind)}")

    return read


def response_help() -> str:
    """Return the response types in words, the five plain ones first."""
    plain = ", ".join(PLAIN_RESPONSES)
    finer = ", ".join(each for each in ResponseType if not each.is_plain)
    return f"how it answers: {plain}; or finer: {finer}"


def whole(text: str) -> int:
    """Read a count of at least 1."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 up")
    return int(text)


def day(text: str) -> date:
    """Read a date, YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date like 2024-03-07") from None


def partial_date(text: str) -> PartialDate | None:
    """Read a date as far as it is known (2024, 2024-03 or 2024-03-07); "" for an unknown one."""
    if not text.strip():
        return None
    try:
        return PartialDate.of(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date like 2024, 2024-03 or 2024-03-07") from None


# Names of things


def ref(kind: str, number: int) -> str:
    """Return how a thing is named on the command line: "a12"."""
    return f"{LETTERS[kind]}{number}"


def number_of(text: str, kind: str) -> int:
    """Return the number of a thing named "a12" or "12"; raise CommandError for anything else."""
    letter = LETTERS[kind]
    digits = text.strip().removeprefix(letter)
    if not digits.isascii() or not digits.isdigit():
        article = "an" if kind[0] in "aeiou" else "a"
        raise CommandError(f"“{text}” does not name {article} {kind}; name one like {letter}12, as the lists show it.")
    return int(digits)


def kind_of(text: str) -> tuple[str, int] | None:
    """Return the kind and number that a name like "a12" says, or None when it is not such a name."""
    for kind, letter in LETTERS.items():
        if text[:1] == letter and text[1:].isascii() and text[1:].isdigit():
            return kind, int(text[1:])
    return None


def counted(number: int, one: str, many: str = "") -> str:
    """Return a count with its noun: "1 file", "3 files"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
