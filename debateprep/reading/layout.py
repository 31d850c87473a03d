"""Where the paragraphs of a plain text are: by blank lines, by lines, or by lines that were wrapped at a width."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from debateprep.reading.draft import Chunk
from debateprep.reading.people import byline

_WIDEST = 120
_NARROWEST = 45
_BULLET = re.compile(r"\s*(?:[-*•●▪◦‣]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)")
_STOP = re.compile(r"[.!?…:;。！？।؟][\"'”’»)\]*_]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: offsets without the blanks around it, its words, its indentation."""

    start: int
    end: int
    words: str
    indent: int


def shown(text: str) -> str:
    """Return the words on one line."""
    return " ".join(text.split())


def ends_sentence(words: str) -> bool:
    """Tell whether the words end as a sentence does."""
    return re.search(r"[.!?…。！？।؟][\"'”’»)\]*_]*(?:\[\d+\])*$", words) is not None


def is_bullet(words: str) -> bool:
    """Tell whether the words begin as an item of a list does."""
    return _BULLET.match(words) is not None


def groups(text: str) -> Iterator[tuple[int, list[Line]]]:
    """Yield the runs of lines between blank lines, each with the number of blank lines before it."""
    place, gap = 0, 0
    run: list[Line] = []
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            run.append(Line(place + indent, place + indent + len(words), words, indent))
        else:
            if run:
                yield gap, run
                run, gap = [], 0
            gap += 1
        place += len(raw) + 1
    if run:
        yield gap, run


def chunks(text: str) -> list[Chunk]:
    """Return the paragraphs, headings and other blocks of a plain text in order, not yet told apart."""
    runs = list(groups(text))
    width = _wrap_width([run for _, run in runs])
    found: list[Chunk] = []
    for gap, run in runs:
        first = run[0]
        for line, following in zip(run, [*run[1:], None], strict=True):
            if following is None or not _goes_on(line, following, width):
                found.append(Chunk(first.start, line.end, shown(text[first.start : line.end]), gap=gap))
                gap = 0
                if following is not None:
                    first = following
    return found


def _wrap_width(runs: list[list[Line]]) -> int:
    """Return the width a text was wrapped at, or 0 when its lines are whole paragraphs."""
    inner = [line for run in runs for line in run[:-1]]
    if not inner:
        return 0
    lengths = sorted(line.indent + len(line.words) for run in runs if len(run) > 1 for line in run)
    width = lengths[(len(lengths) - 1) * 9 // 10]
    unfinished = sum(not _STOP.search(line.words) for line in inner)
    wrapped = _NARROWEST <= width <= _WIDEST and unfinished * 2 >= len(inner)
    return width if wrapped else 0


def _goes_on(line: Line, following: Line, width: int) -> bool:
    if not width or len(line.words) > _WIDEST + 30 or is_bullet(following.words) or following.indent > line.indent + 1:
        return False
    if byline(following.words) or byline(line.words):
        return False
    if following.words[0].islower() and not _STOP.search(line.words):
        return True
    next_word = following.words.split(maxsplit=1)[0]
    # A line was wrapped only where the next word would not have fitted any more; a tenth is left for ragged edges.
    return line.indent + len(line.words) + 1 + len(next_word) > width * 0.9
