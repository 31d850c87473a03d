"""A tidy tree, left to right: boxes of any size in columns by depth, nothing overlapping.

Siblings stand in order, a parent beside its children's middle. A pure function, the same for the same tree, without
recursion; its time grows with the number of boxes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

ROOT = -1
"""The parent of a node that has none."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The room between columns, between neighbours with one parent, and between those with different ones."""

    columns: float = 48.0
    siblings: float = 12.0
    cousins: float = 24.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a box stands: its upper left corner and its size; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Return the middle of the height."""
        return self.y + self.height / 2


class _Contour:
    """The upper and lower edge of a subtree in each column, the deepest first; all of it moves by `offset`."""

    __slots__ = ("bottoms", "offset", "tops")

    def __init__(self) -> None:
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self.offset = 0.0

    def clearance(self, below: "_Contour", spacing: Spacing) -> float:
        """Return how far another subtree must come down to stand clear below this one."""
        shift, gap = float("-inf"), spacing.siblings
        own, other = self.offset, below.offset
        for bottom, top in zip(reversed(self.bottoms), reversed(below.tops), strict=False):
            shift = max(shift, bottom + own + gap - top - other)
            gap = spacing.cousins
        return shift

    def joined(self, below: "_Contour") -> "_Contour":
        """Return the contour of both, the other standing below; the shallower one is written into the deeper."""
        if len(below.tops) > len(self.tops):
            first = len(below.tops) - len(self.tops)
            turn = self.offset - below.offset
            below.tops[first:] = [top + turn for top in self.tops]
            return below
        first = len(self.bottoms) - len(below.bottoms)
        turn = below.offset - self.offset
        self.bottoms[first:] = [bottom + turn for bottom in below.bottoms]
        return self

    def crown(self, top: float, bottom: float) -> None:
        """Put the box that all of this hangs on in front."""
        self.tops.append(top - self.offset)
        self.bottoms.append(bottom - self.offset)


def layout(parents: Sequence[int], sizes: Sequence[tuple[float, float]], spacing: Spacing | None = None) -> list[Spot]:
    """Return where each node stands, in the order given; the tree's upper left corner is (0, 0).

    `parents[i]` is the number of i's parent, smaller than i, or ROOT; children stand in the order of their numbers.
    Sizes are (width, height). Raise ValueError for a parent that does not come before its child.
    """
    if len(parents) != len(sizes):
        raise ValueError("every node needs a parent and a size")
    if any(not ROOT <= parent < number for number, parent in enumerate(parents)):
        raise ValueError("a parent comes before its children")
    room = spacing or Spacing()
    down = _places(parents, [height for _, height in sizes], room)
    columns, depths = _columns(parents, [width for width, _ in sizes], room)
    upper = min(down, default=0.0)
    return [
        Spot(columns[depths[number]], down[number] - upper, width, height)
        for number, (width, height) in enumerate(sizes)
    ]


def _columns(parents: Sequence[int], widths: Sequence[float], room: Spacing) -> tuple[list[float], list[int]]:
    depths: list[int] = []
    widest: list[float] = []
    for number, parent in enumerate(parents):
        depth = depths[parent] + 1 if parent != ROOT else 0
        depths.append(depth)
        if depth == len(widest):
            widest.append(0.0)
        widest[depth] = max(widest[depth], widths[number])
    columns, x = [], 0.0
    for width in widest:
        columns.append(x)
        x += width + room.columns
    return columns, depths


def _places(parents: Sequence[int], heights: Sequence[float], room: Spacing) -> list[float]:
    count = len(parents)
    children: list[list[int]] = [[] for _ in range(count + 1)]  # The last is the list of the roots.
    for number, parent in enumerate(parents):
        children[parent].append(number)
    own = [0.0] * count  # The upper edge of each box, as seen by its own subtree.
    shifts = [0.0] * count  # How far each subtree stands below its parent's.
    contours: list[_Contour | None] = [None] * count
    for number in range(count - 1, -1, -1):
        contour = _stack(children[number], contours, shifts, room)
        if children[number]:
            first, last = children[number][0], children[number][-1]
            top = shifts[first] + own[first] + heights[first] / 2
            bottom = shifts[last] + own[last] + heights[last] / 2
            own[number] = (top + bottom - heights[number]) / 2
        contour.crown(own[number], own[number] + heights[number])
        contours[number] = contour
    _stack(children[ROOT], contours, shifts, room)
    for number, parent in enumerate(parents):
        if parent != ROOT:
            shifts[number] += shifts[parent]
    return [shift + edge for shift, edge in zip(shifts, own, strict=True)]


def _stack(numbers: Sequence[int], contours: list[_Contour | None], shifts: list[float], room: Spacing) -> _Contour:
    """Put subtrees below one another and return what they look like together; their contours are used up."""
    together: _Contour | None = None
    for number in numbers:
        below = contours[number]
        contours[number] = None
        assert below is not None
        if together is None:
            together = below
            continue
        shift = together.clearance(below, room)
        shifts[number] = shift
        below.offset += shift
        together = together.joined(below)
    return together or _Contour()
