"""Where rows stand, one under another, by their heights and the gaps above them: pure sums."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

TOP, BOTTOM = 4, 30
"""What stays free above the first row and below the last."""


class Stack:
    """Heights in pixels and the places that follow from them; a height can be changed at any time."""

    def __init__(self, gaps: Sequence[int] = (), heights: Sequence[int] = ()) -> None:
        self._gaps = [0, *gaps[1:]] if gaps else []
        self._heights = list(heights)
        self._known: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def _bottoms(self) -> list[int]:
        if self._known is None:
            steps = (gap + height for gap, height in zip(self._gaps, self._heights, strict=True))
            self._known = list(accumulate(steps, initial=TOP))[1:]
        return self._known

    @property
    def total(self) -> int:
        """Return the height of all, with what stays free below."""
        return (self._bottoms[-1] if self._heights else TOP) + BOTTOM

    def height(self, place: int) -> int:
        """Return the height of a row."""
        return self._heights[place]

    def set_height(self, place: int, height: int) -> bool:
        """Let a row have another height; tell whether it is another one."""
        if self._heights[place] == height:
            return False
        self._heights[place] = height
        self._known = None
        return True

    def top(self, place: int) -> int:
        """Return where a row begins."""
        return self._bottoms[place] - self._heights[place]

    def bottom(self, place: int) -> int:
        """Return where a row ends."""
        return self._bottoms[place]

    def at(self, y: int) -> int:
        """Return the first row that ends below a point; the last where none does, -1 where there is no row."""
        return min(bisect_right(self._bottoms, y), len(self) - 1)

    def between(self, top: int, bottom: int) -> range:
        """Return the rows of which something may be seen between two points."""
        if not self._heights:
            return range(0)
        last = bisect_left(self._bottoms, bottom)
        return range(bisect_right(self._bottoms, top), min(last + 1, len(self)))
