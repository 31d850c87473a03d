"""A cite being written: runs of text, roman or italic, joined without doubled marks; and how titles are printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ENDS = "?!…‽。？！"
_DROPPED = " ,;:"


@dataclass(frozen=True, slots=True)
class CiteRun:
    """A stretch of a cite, roman or italic."""

    text: str
    italic: bool = False


Runs = tuple[CiteRun, ...]


def text_of(runs: Sequence[CiteRun]) -> str:
    """Return runs as plain text."""
    return "".join(run.text for run in runs)


def italic(text: str) -> Runs:
    """Return text in italics; "" gives no run."""
    return (CiteRun(text, True),) if text else ()  # noqa: FBT003 - the field's name says it


def roman(text: str) -> Runs:
    """Return text upright; "" gives no run."""
    return (CiteRun(text),) if text else ()


class Line:
    """Collects the parts of a cite; `add` sets the space before a part, `end` the mark after it, never twice."""

    def __init__(self) -> None:
        self._runs: list[CiteRun] = []

    def __bool__(self) -> bool:
        return bool(self._runs)

    @property
    def _last(self) -> str:
        return self._runs[-1].text[-1:] if self._runs else ""

    def add(self, *parts: str | Runs, glue: str = " ") -> "Line":
        """Add parts after what is there, with `glue` between; empty parts add nothing."""
        for part in parts:
            runs = roman(part) if isinstance(part, str) else part
            if not text_of(runs).strip():
                continue
            if self._runs and glue and not (glue == " " and self._last in "([“‘"):
                self.put(CiteRun(glue))
            for run in runs:
                self.put(run)
        return self

    def put(self, run: CiteRun) -> None:
        """Set a run right after what is there."""
        if not run.text:
            return
        if self._runs and self._runs[-1].italic == run.italic:
            run = CiteRun(self._runs.pop().text + run.text, run.italic)
        self._runs.append(run)

    def commas(self, *parts: str | Runs) -> "Line":
        """Add parts with a comma between them; before the first stands only a space."""
        first = True
        for part in parts:
            if not text_of(roman(part) if isinstance(part, str) else part).strip():
                continue
            if not first:
                self.end(",")
            self.add(part)
            first = False
        return self

    def end(self, mark: str = ".") -> "Line":
        """End a part with a mark, inside its closing quotation mark; a mark that is there already is not doubled."""
        while self._runs and not self._runs[-1].text.rstrip(_DROPPED):
            self._runs.pop()
        if not self._runs:
            return self
        last = self._runs.pop()
        body = last.text.rstrip(_DROPPED)
        stem = body.rstrip("”’").rstrip(_DROPPED) if body.endswith("”") else body
        tail = body[len(body.rstrip("”’")) :] if body.endswith("”") else ""
        closed = stem[-1:] in _ENDS or (mark == "." and stem.endswith("."))
        self.put(CiteRun(stem, last.italic))
        self.put(CiteRun(("" if closed else mark) + tail))
        return self

    def runs(self) -> Runs:
        """Return what was written."""
        return tuple(run for run in self._runs if run.text)


def trimmed(pieces: Sequence[CiteRun]) -> Runs:
    """Return pieces as runs, neighbours of one kind joined, without commas and the like at the end."""
    line = Line()
    runs = list(pieces)
    while runs:
        last = runs.pop()
        text = last.text.rstrip(_DROPPED)
        stem = text.rstrip("”’")
        text = stem.rstrip(_DROPPED) + text[len(stem) :]
        if text:
            runs.append(CiteRun(text, last.italic))
            break
    for run in runs:
        line.put(run)
    return line.runs()


# Titles

_MINOR = frozenset(
    "a an the and but or nor as at by for from in into of on onto to toward towards upon via vs vs. v v. with within "
    "without about above across after against along among around before behind below beneath beside between beyond "
    "despite during except like per since through throughout till under underneath until de la le du des der von "
    "van und et al".split()
)
_WORD = re.compile(r"\S+")
_ABBREVIATED = re.compile(r"(?:\b\w\.)+\w?\.$|\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|No|vs)\.$|\.\.$")
_STRAIGHT = re.compile(r'(?<![\w”’.,!?)])"|"(?=\w)')


def bare(title: str) -> str:
    """Return a title without the mark that ends a sentence; abbreviations keep theirs."""
    title = title.strip(" ,;:")
    if title.endswith(".") and not _ABBREVIATED.search(title):
        title = title.rstrip(". ")
    if len(title) > 1 and title[0] == "“" and title[-1] == "”" and title.count("“") == 1:
        title = title[1:-1].strip()
    return title


def quoted(title: str) -> Runs:
    """Return a title in quotation marks; those within it become single ones."""
    inner = single_quotes(bare(title))
    return roman(f"“{inner}”") if inner else ()


def single_quotes(text: str) -> str:
    """Return text as it stands within quotation marks: those in it become single ones."""
    text = text.replace("“", "‘").replace("”", "’")
    return _STRAIGHT.sub("‘", text).replace('"', "’")


def journal(name: str, language: str = "en") -> str:
    """Return the name of what holds a work, with a headline's capitals; abbreviations keep their full stop."""
    return headline(name.strip(" ,;:"), language)


def headline(title: str, language: str = "en") -> str:
    """Return a title with the capitals of a headline, as MLA and Chicago want it.

    The rule: only an English title, only whole words of small letters are raised, and never a word lowered, so that
    names, brands and abbreviations stay as they are. Articles, conjunctions and prepositions stay small but for
    the first and the last word and the one after a colon.
    """
    if not _english(language):
        return title
    words = list(_WORD.finditer(title))
    pieces, last = [], 0
    for index, word in enumerate(words):
        edge = index in (0, len(words) - 1) or words[index - 1].group().endswith((":", "?", "!", "—"))
        pieces.append(title[last : word.start()] + _raised(word.group(), edge=edge))
        last = word.end()
    return "".join(pieces) + title[last:]


def _english(language: str) -> bool:
    return not language or language.casefold().split("-")[0].split("_")[0] in ("en", "eng", "english")


def _raised(word: str, *, edge: bool, joined: bool = True) -> str:
    core = word.strip("“”‘’\"'()[],.;:?!—")
    if not core or core != core.lower() or not core[0].isalpha() or any(sign in core for sign in "@/.\\_0123456789"):
        return word
    if core in _MINOR and not edge:
        return word
    at = word.index(core)
    parts = core.split("-") if joined else [core]
    raised = "-".join(
        part if index and part in _MINOR else part[:1].upper() + part[1:] for index, part in enumerate(parts)
    )
    return word[:at] + raised + word[at + len(core) :]


def sentence(title: str, language: str = "en") -> str:
    """Return a title as APA wants it, as far as that is safe.

    The rule: the first word and the one after a colon get their capital; no capital is ever taken away, because
    only people know which words are names. `shouts_headline` tells when a title still wants a look.
    """
    if not _english(language):
        return title
    words = list(_WORD.finditer(title))
    for index in reversed(range(len(words))):
        if index == 0 or words[index - 1].group().endswith((":", "?", "!")):
            word = words[index]
            title = title[: word.start()] + _raised(word.group(), edge=True, joined=False) + title[word.end() :]
    return title


def shouts_headline(title: str) -> bool:
    """Tell whether most of a title's longer words after the first have capitals, as headlines do."""
    words = [word for word in title.split()[1:] if word.strip("“”‘’\"'(),.;:?!").casefold() not in _MINOR]
    capitals = sum(1 for word in words if word.strip("“‘\"'(")[:1].isupper())
    return len(words) >= 3 and capitals * 4 >= len(words) * 3


def pages_range(pages: str, dash: str) -> str:
    """Return page numbers with the style's dash between numbers."""
    return re.sub(r"(?<=\w)\s*(?:--+|[-–—])\s*(?=\w)", dash, pages)


def numbered(label: str, value: str) -> str:
    """Return "no. 12" for "12"; a value that says in words what it is stays, as does an empty one."""
    return f"{label} {value}" if value[:1].isdigit() else value


def ordinal(edition: str) -> str:
    """Return an edition as a style prints it: "2nd" for "2", words as they are, "" for none."""
    words = edition.strip().rstrip(".")
    for ending in (" edition", " ed"):
        words = words[: -len(ending)].strip() if words.casefold().endswith(ending) else words
    if words.isascii() and words.isdigit() and len(words) < 4:
        number = int(words)
        tail = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{tail}"
    return words
