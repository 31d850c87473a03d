"""What lies where on the pages of a PDF: each sign with the lines, boxes and fills drawn under or around it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from tests.pdfium import opened

Rect = tuple[float, float, float, float]
THICK = 1.2


@dataclass
class Drawn:
    """What a page's content strokes and fills: lines (with their thickness), boxes and fills with their colour."""

    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    boxes: list[Rect] = field(default_factory=list)
    fills: list[tuple[Rect, tuple[float, ...]]] = field(default_factory=list)


@dataclass(frozen=True)
class Sign:
    """One sign of a page's text, its middle, and what is drawn there."""

    text: str
    x: float
    y: float
    under: bool
    thick: bool
    boxed: bool
    filled: bool


def signs_of(file: Path) -> list[Sign]:
    """Return the signs of all pages in reading order, blanks left out."""
    found: list[Sign] = []
    with pikepdf.open(file) as raw, opened(file) as document:
        for page, content in zip(document, raw.pages, strict=True):
            drawn = _drawn(content)
            text = page.get_textpage()
            words = text.get_text_range()
            for index, letter in enumerate(words[: text.count_chars()]):
                if letter.isspace():
                    continue
                left, bottom, right, top = text.get_charbox(index, loose=True)
                found.append(_sign(letter, (left, bottom, right, top), drawn))
            text.close()
            page.close()
    return found


def _sign(letter: str, box: Rect, drawn: Drawn) -> Sign:
    left, bottom, right, top = box
    x, y, high = (left + right) / 2, (bottom + top) / 2, top - bottom
    lines = [each for each in drawn.lines if each[0] - 0.3 <= x <= each[1] + 0.3 and bottom - 0.1 * high <= each[2] < y]
    return Sign(
        letter,
        x,
        y,
        bool(lines),
        any(each[3] >= THICK for each in lines),
        any(_holds(each, x, y) for each in drawn.boxes if each[3] - each[1] < 2 * high),
        any(_holds(each, x, y) for each, _ in drawn.fills if each[3] - each[1] < 2 * high),
    )


def _holds(box: Rect, x: float, y: float) -> bool:
    return box[0] - 0.3 <= x <= box[2] + 0.3 and box[1] <= y <= box[3]


class _Pen:
    """Follows a page's content, path by path."""

    def __init__(self) -> None:
        self.drawn = Drawn()
        self._points: list[tuple[float, float]] = []
        self._rects: list[Rect] = []
        self._width = 1.0
        self._colour: tuple[float, ...] = (0.0,)

    def do(self, name: str, numbers: tuple[float, ...]) -> None:
        """Do one operator."""
        if name == "w":
            self._width = numbers[0]
        elif name == "rg":
            self._colour = numbers
        elif name in ("m", "l"):
            self._points.append((numbers[0], numbers[1]))
        elif name == "re":
            x, y, wide, high = numbers
            self._rects.append((x, y, x + wide, y + high))
        elif name in ("S", "f", "B", "n"):
            self._end(name)

    def _end(self, name: str) -> None:
        if name in ("S", "B"):
            self.drawn.boxes += self._rects
            # The lines of one kind are one path of pairs.
            for (x1, y1), (x2, _) in zip(self._points[::2], self._points[1::2], strict=False):
                self.drawn.lines.append((min(x1, x2), max(x1, x2), y1, self._width))
        if name in ("f", "B"):
            self.drawn.fills += [(rect, self._colour) for rect in self._rects]
        self._points, self._rects = [], []


def _drawn(page: pikepdf.Page) -> Drawn:
    pen = _Pen()
    for said in pikepdf.parse_content_stream(page):
        pen.do(str(said.operator), tuple(float(each) for each in said.operands if _is_number(each)))
    return pen.drawn


def _is_number(operand: Any) -> bool:
    try:
        float(operand)
    except (TypeError, ValueError):
        return False
    return True


def stretch(signs: list[Sign], words: str) -> list[Sign]:
    """Return the signs of words that stand in the file, wherever the lines break; fail when they do not."""
    said, wanted = "".join(sign.text for sign in signs), "".join(words.split())
    at = said.find(wanted)
    assert at >= 0, words
    return signs[at : at + len(wanted)]
