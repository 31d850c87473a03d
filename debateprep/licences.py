"""What DebatePrep is built on: every work of others, with its licence and that licence's text."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from debateprep import assets

_TEXT = re.compile(r"\.dist-info/(licenses/|(licen[cs]e|copying|notice)[^/]*$)", re.IGNORECASE)
_LONGEST = 400_000
"""Licences of whole programs inside a package (pypdfium2 has dozens) are cut here, in characters."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work of others: what we use it for, its licence by its SPDX name, and where the licence's text lies."""

    name: str
    licence: str
    authors: str
    use: str
    packages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    note: str = ""


@cache
def works() -> tuple[Work, ...]:
    """Return every work, in the order in which they are told."""
    data = tomllib.loads(assets.path("notices.toml").read_text(encoding="utf-8"))
    return tuple(
        Work(
            each["name"],
            each["licence"],
            each["authors"],
            each["use"],
            tuple(each.get("packages", ())),
            tuple(each.get("files", ())),
            each.get("note", ""),
        )
        for each in data["work"]
    )


def own() -> Work:
    """Return DebatePrep itself."""
    return Work("DebatePrep", "MIT", "the DebatePrep authors", "this program", packages=("debateprep",))


def text(work: Work) -> str:
    """Return the text of a work's licence, from its installed packages and our files; "" where none came with it."""
    found = [assets.path(name).read_text(encoding="utf-8") for name in work.files]
    for package in work.packages:
        found += [each for each in _texts_of(package) if each not in found]
    return "\n\n".join(each.strip("\n") for each in found)[:_LONGEST]


def _texts_of(package: str) -> list[str]:
    if package == "debateprep":
        checkout = Path(__file__).resolve().parents[1] / "LICENSE"
        if checkout.is_file():
            return [checkout.read_text(encoding="utf-8")]
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        return []
    found = []
    for each in files:
        if _TEXT.search(each.as_posix()):
            path = Path(str(each.locate()))
            if path.is_file():
                found.append(path.read_text(encoding="utf-8", errors="replace"))
    return found
