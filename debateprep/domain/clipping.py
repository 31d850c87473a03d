"""Branches of an outline cut loose: their structure for this program, their words for every other.

A clipping names arguments, cards and answers by uid and carries their words, so that it can be pasted into the same
library as references, and into another as new arguments.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from debateprep.domain.sketch import OutlineError
from debateprep.domain.terms import ItemKind, Part, SectionKind

MIME = "application/x-debateprep-branches+json"
_INDENT = "    "
_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A row in a section: what it refers to by uid, and its words; `warrant` and `impact` are an argument's."""

    kind: ItemKind
    text: str
    uid: str = ""
    name: str = ""
    warrant: str = ""
    impact: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A section with all it holds."""

    kind: SectionKind
    title: str
    entries: tuple[Entry, ...] = ()
    branches: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Clipping:
    """What was cut or copied, in reading order: whole branches, and rows without their section."""

    branches: tuple[Branch, ...] = ()
    entries: tuple[Entry, ...] = ()
    part: Part = Part.CASE

    def __bool__(self) -> bool:
        return bool(self.branches or self.entries)

    @property
    def text(self) -> str:
        """Return the words, one row a line, indented by depth."""
        lines = [line for entry in self.entries for line in _entry_lines(entry, 0)]
        lines += [line for branch in self.branches for line in _branch_lines(branch, 0)]
        return "\n".join(lines)

    @property
    def data(self) -> str:
        """Return the structure as JSON."""
        return json.dumps({"debateprep": "branches", "version": 1, **asdict(self)}, ensure_ascii=False)


def _entry_lines(entry: Entry, depth: int) -> Iterator[str]:
    for words in (entry.text, entry.warrant, entry.impact):
        for line in words.splitlines():
            if line.strip():
                yield _INDENT * depth + line.strip()


def _branch_lines(branch: Branch, depth: int) -> Iterator[str]:
    yield _INDENT * depth + " ".join(branch.title.split())
    for entry in branch.entries:
        yield from _entry_lines(entry, depth + 1)
    for each in branch.branches:
        yield from _branch_lines(each, depth + 1)


def read(data: str) -> Clipping:
    """Return the clipping that JSON holds; raise OutlineError when it is none of ours."""
    try:
        found = json.loads(data)
        if found["debateprep"] != "branches" or found["version"] != 1:
            raise KeyError("version")
        return Clipping(
            tuple(_branch(each) for each in found["branches"]),
            tuple(_entry(each) for each in found["entries"]),
            Part(found["part"]),
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise OutlineError("What is on the clipboard is no part of a brief; paste it as text.") from error


def _entry(data: dict[str, Any]) -> Entry:
    words = {name: data[name] for name in ("text", "uid", "name", "warrant", "impact")}
    if not all(isinstance(each, str) for each in words.values()):
        raise TypeError
    return Entry(ItemKind(data["kind"]), **words)


def _branch(data: dict[str, Any]) -> Branch:
    if not isinstance(data["title"], str):
        raise TypeError
    return Branch(
        SectionKind(data["kind"]),
        data["title"],
        tuple(_entry(each) for each in data["entries"]),
        tuple(_branch(each) for each in data["branches"]),
    )


_BULLET = re.compile(r"^(?:[-*•–▪◦]|\d{1,3}[.)]|[a-zA-Z][.)])\s+")
_HEADING = re.compile(r"^(#{1,6})\s+")


def from_text(text: str, leaves: ItemKind = ItemKind.ARGUMENT) -> Clipping:
    """Return the branches that indented lines, bullets or headings of another program say.

    A line with lines below it is a section; the others are rows: arguments, or notes. Empty for text without words.
    """
    rows: list[tuple[int, str]] = []
    heading = 0
    for line in text.expandtabs(4).splitlines():
        words = line.strip()
        if not words:
            continue
        title = _HEADING.match(words)
        heading = len(title[1]) if title else heading
        # Lines under a heading lie deeper than it, however little they are indented.
        depth = (heading - 1) * 100 if title else heading * 100 + len(line) - len(line.lstrip())
        rows.append((depth, _BULLET.sub("", _HEADING.sub("", words)) or words))
    return _gather(rows, leaves)


def _gather(rows: list[tuple[int, str]], leaves: ItemKind) -> Clipping:
    root = Branch(SectionKind.CUSTOM, "")
    stack: list[tuple[int, Branch]] = [(-1, root)]

    def close() -> None:
        _, done = stack.pop()
        depth, above = stack[-1]
        if done.entries or done.branches:
            stack[-1] = (depth, replace(above, branches=(*above.branches, done)))
        else:
            stack[-1] = (depth, replace(above, entries=(*above.entries, Entry(leaves, done.title))))

    for depth, words in rows:
        while len(stack) > 1 and (stack[-1][0] >= depth or len(stack) > _DEPTH):
            close()
        kind = SectionKind.CONTENTION if len(stack) == 1 else SectionKind.SUBPOINT
        stack.append((depth, Branch(kind, words)))
    while len(stack) > 1:
        close()
    return Clipping(stack[0][1].branches, stack[0][1].entries)


def entries_of(branches: Iterable[Branch]) -> Iterator[Entry]:
    """Yield every row that branches hold."""
    for branch in branches:
        yield from branch.entries
        yield from entries_of(branch.branches)
