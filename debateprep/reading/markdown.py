"""Markdown: the text stays as it stands in the file, marks included; only its blocks are told apart."""

import re
from collections.abc import Callable

from debateprep.domain.terms import BlockKind
from debateprep.reading.blocks import arrange
from debateprep.reading.draft import Chunk, Draft
from debateprep.reading.layout import shown
from debateprep.reading.people import find_date, person

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(?P<words>.*?))??(?:[ \t]+#+)?[ \t]*$")
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_DEFINITION = re.compile(r" {0,3}\[\^?[^\]]+\]:")
_TABLE = re.compile(r" {0,3}\|")
_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)$")
_QUOTE_MARK = re.compile(r" {0,3}>[ \t]?")
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[([^\[\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\[\]]*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"(\*\*|__|~~|``|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_FRONT = re.compile(r"---[ \t]*\n(?P<body>.*?)(?:\n(?:---|\.\.\.)[ \t]*(?:\n|$))", re.DOTALL)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_WHERE = "front matter"


def read(text: str) -> Draft:
    """Return the draft of a Markdown text."""
    draft = Draft(text)
    front = _FRONT.match(text)
    start = front.end() if front else 0
    if front:
        _learn_front(draft, _fields(front["body"]))
    arrange(draft, _Scanner(text, start).chunks)
    return draft


def plain(words: str) -> str:
    """Return the words without Markdown's inline marks, on one line."""
    for pattern, kept in _INLINE:
        words = pattern.sub(kept, words)
    return shown(words)


class _Scanner:
    """Cut a Markdown text into chunks, line by line."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.chunks: list[Chunk] = []
        self._first: int | None = None
        self._last = 0
        self._gap = 1
        self._fence = ""
        self._comment = False
        place = start
        for line in text[start:].split("\n"):
            self._line(line, place)
            place += len(line) + 1
        self._close()

    def _line(self, line: str, place: int) -> None:
        end = place + len(line.rstrip())
        if self._fence or self._comment:
            self._inside(line, end)
        elif not line.strip():
            self._close()
            self._gap += 1
        elif not self._alone(line, place, end):
            if self._first is None or _ITEM.match(line):
                self._close()
                self._first = place + len(line) - len(line.lstrip())
            self._last = end

    def _inside(self, line: str, end: int) -> None:
        self._last = max(self._last, end)
        if self._fence:
            done = line.strip().startswith(self._fence) and not line.strip().strip(self._fence[0])
        else:
            done = "-->" in line
        if done:
            self._close(BlockKind.OTHER)
            self._fence, self._comment = "", False

    def _alone(self, line: str, place: int, end: int) -> bool:
        """Take a line that is a block by itself or begins one that ends by its own mark."""
        if self._first is not None and _UNDERLINE.match(line) and self._is_prose():
            self._close(heading=True)
            return True
        heading = _HEADING.match(line)
        if heading:
            self._close()
            if heading["words"]:
                begin = place + heading.start("words")
                self._add(begin, begin + len(heading["words"]), heading=True)
            return True
        return self._special(line, place, end)

    def _special(self, line: str, place: int, end: int) -> bool:
        fence = _FENCE.match(line)
        if fence or line.lstrip().startswith("<!--"):
            self._close()
            self._first, self._last = place, end
            self._fence = fence["mark"] if fence else ""
            self._comment = not fence
            if self._comment and "-->" in line:
                self._inside(line, end)
            return True
        if _RULE.match(line) or _DEFINITION.match(line) or _TABLE.match(line):
            self._close()
            self._add(place, end, BlockKind.OTHER)
            return True
        return False

    def _is_prose(self) -> bool:
        words = self.text[self._first or 0 : self._last]
        return not _ITEM.match(words) and not _QUOTE_MARK.match(words)

    def _close(self, kind: BlockKind | None = None, *, heading: bool = False) -> None:
        if self._fence or self._comment:
            kind = BlockKind.OTHER
        if self._first is not None:
            self._add(self._first, self._last, kind, heading=heading)
        self._first = None

    def _add(self, start: int, end: int, kind: BlockKind | None = None, *, heading: bool = False) -> None:
        raw = self.text[start:end]
        start += len(raw) - len(raw.lstrip())
        words = "\n".join(_QUOTE_MARK.sub("", line) for line in raw.split("\n"))
        if _PICTURE.match(words.strip()):
            kind = BlockKind.CAPTION
        seen = plain(words)
        if raw.strip():
            self.chunks.append(Chunk(start, end, seen or raw.strip(), kind, self._gap, heading and bool(seen)))
            self._gap = 0


def _fields(body: str) -> dict[str, list[str]]:
    """Return the simple keys of YAML front matter, each with its values; anything deeper is passed over."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in body.split("\n"):
        item = re.match(r"[ \t]*-[ \t]+(.*)", line)
        found = _FIELD.match(line)
        if found:
            values = fields.setdefault(found["key"].casefold(), [])
            value = (found["value"] or "").strip()
            listed = value.startswith("[") and value.endswith("]")
            values += [_unquoted(part) for part in (value[1:-1].split(",") if listed else [value]) if part.strip()]
        elif item:
            values.append(_unquoted(item[1]))
    return fields


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _learn_front(draft: Draft, fields: dict[str, list[str]]) -> None:
    def first(*keys: str) -> str:
        return next((fields[key][0] for key in keys if fields.get(key)), "")

    takers: tuple[tuple[str, Callable[[], object]], ...] = (
        ("title", lambda: first("title")),
        ("publication", lambda: first("publication", "source", "site", "journal", "newspaper")),
        ("url", lambda: first("url", "link", "canonical")),
        ("issued", lambda: find_date(first("date", "published", "issued"))[0]),
        ("qualifications", lambda: first("qualifications", "bio")),
    )
    for name, take in takers:
        draft.learn(name, take(), _WHERE)
    authors = [author for key in ("author", "authors", "by") for author in fields.get(key, [])]
    draft.learn("authors", [person(author) or {"literal": author} for author in authors if author], _WHERE)
    language = first("lang", "language")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*", language):
        draft.language = language.replace("_", "-")
