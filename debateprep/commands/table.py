"""Tables and paragraphs that fit the terminal; widths are counted in cells, as a terminal shows them."""

import shutil
import unicodedata
from collections.abc import Sequence

from debateprep.commands.shared import clean

NARROWEST = 40
WIDEST = 120
_GAP = "  "
_LEAST = 16


def cells(text: str) -> int:
    """Return how many cells a terminal gives the text."""
    if text.isascii():
        return len(text)
    return sum(_cell(letter) for letter in text)


def _cell(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def width() -> int:
    """Return the width to fill: the terminal's, within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def wrap(text: str, room: int) -> list[str]:
    """Return the text on lines of at most `room` cells; a longer word is cut."""
    lines, here = [], ""
    for word in clean(" ".join(text.split())).split(" "):
        while cells(word) > room:
            if here:
                lines.append(here)
                here = ""
            piece = _fitting(word, room)
            lines.append(piece)
            word = word[len(piece) :]
        if here and cells(here) + 1 + cells(word) > room:
            lines.append(here)
            here = word
        elif word:
            here = f"{here} {word}" if here else word
    return [*lines, here] if here or not lines else lines


def _fitting(word: str, room: int) -> str:
    used = 0
    for place, letter in enumerate(word):
        used += _cell(letter)
        if used > room and place:
            return word[:place]
    return word


def paragraph(text: str, indent: str = "", hang: str | None = None) -> list[str]:
    """Return a paragraph that fits the terminal; `hang` begins the lines after the first."""
    after = indent if hang is None else hang
    lines = wrap(text, max(_LEAST, width() - max(cells(indent), cells(after))))
    return [f"{indent if index == 0 else after}{line}" for index, line in enumerate(lines)]


def table(head: Sequence[str], rows: Sequence[Sequence[object]], long: Sequence[int]) -> list[str]:
    """Return a table whose columns numbered in `long` share what room the others leave, and are wrapped."""
    texts = [[clean(" ".join(str(cell).split())) for cell in row] for row in rows]
    wide = [max(cells(line[place]) for line in [list(head), *texts]) for place in range(len(head))]
    room = width() - sum(wide[place] for place in range(len(head)) if place not in long) - len(_GAP) * (len(head) - 1)
    for place in sorted(long, key=lambda each: wide[each]):
        left = sum(1 for each in long if wide[each] >= wide[place])
        wide[place] = min(wide[place], max(_LEAST, room // max(1, left)))
        room -= wide[place]
    lines = _row(list(head), wide)
    lines.append(_GAP.join("-" * size for size in wide))
    for row in texts:
        lines += _row(row, wide)
    return lines


def _row(row: Sequence[str], wide: Sequence[int]) -> list[str]:
    columns = [wrap(cell, max(1, size)) for cell, size in zip(row, wide, strict=True)]
    lines = []
    for index in range(max(len(column) for column in columns)):
        parts = [column[index] if index < len(column) else "" for column in columns]
        padded = [part + " " * (size - cells(part)) for part, size in zip(parts, wide, strict=True)]
        lines.append(_GAP.join(padded).rstrip())
    return lines
