"""Where a stretch of a laid-out text stands: a rectangle a line, several where directions are mixed."""

import unicodedata

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

_LEFTWARD = frozenset(("R", "AL", "RLE", "RLO", "RLI", "AN"))


def stretch_rects(block: QTextBlock, start: int, end: int) -> list[tuple[QRectF, float]]:
    """Return the rectangles of a block's characters from the block's corner, each with its baseline.

    `start` and `end` count UTF-16 units of the block. A blank at a line's end is left out.
    """
    layout = block.layout()
    found: list[tuple[QRectF, float]] = []
    mixed: bool | None = None
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        if mixed is None:
            mixed = _is_mixed(block.text())
        baseline = line.y() + line.ascent()
        top = baseline - line.ascent() * 0.92
        bottom = baseline + line.descent() * 0.9
        for left, right in _extents(line, first, last, mixed=mixed):
            found.append((QRectF(left, top, right - left, bottom - top), baseline))
    return found


def _extents(line: QTextLine, first: int, last: int, *, mixed: bool) -> list[tuple[float, float]]:
    edge = line.x() + line.naturalTextWidth()
    if not mixed:
        left, right = sorted((_x(line, first), _x(line, last)))
        return [(left, max(left, min(right, edge)))]
    joined: list[tuple[float, float]] = []
    for place in range(first, last):
        left, right = sorted((_x(line, place), _x(line, place, QTextLine.Edge.Trailing)))
        if right - left <= 0:
            continue
        if joined and left <= joined[-1][1] + 0.5 and right >= joined[-1][0] - 0.5:
            joined[-1] = (min(left, joined[-1][0]), max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _is_mixed(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _LEFTWARD for letter in text)


def _x(line: QTextLine, offset: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    # The binding gives the place with the cursor's offset, whatever its stub says.
    found: object = line.cursorToX(offset, edge)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
