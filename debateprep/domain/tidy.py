"""Tidy trees, drawn left to right: where each box stands, for boxes of any size and trees of any depth.

The rules, which tests hold the layout to:

- A child's left edge stands `across` right of its parent's right edge.
- Siblings stand in their order, the first on top; boxes keep `between` siblings, and `apart` other boxes, from each
  other, and a subtree takes no more room than its outline needs: it nests into the outlines beside it.
- A parent stands in the middle of its children: its middle is halfway from the first one's top to the last one's foot.
- A tree drawn upside down is the mirror image of the tree, so free room lies equally on both sides of what is between.

Outlines are kept as steps from the root outwards, and the shorter of two is written into the longer: with boxes of
about the same width all of them together take time in proportion to the number of boxes. Nothing recurses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

ROOT = -1
"""The parent of a root."""


class Box(NamedTuple):
    """A box to be placed: its size, and the number of its parent, which comes before it (ROOT for none)."""

    width: float
    height: float
    parent: int = ROOT


class Place(NamedTuple):
    """The top left corner of a box."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Gaps:
    """The room that boxes keep: `across` from a parent, `between` siblings, `apart` from any other box."""

    across: float = 48.0
    between: float = 12.0
    apart: float = 24.0


def place(boxes: Sequence[Box], gaps: Gaps | None = None) -> list[Place]:
    """Return where the boxes of a forest stand, the topmost at 0; roots are siblings of each other.

    Raise ValueError for a box whose parent does not come before it.
    """
    room = gaps or Gaps()
    children = _children(boxes)
    lefts = _lefts(boxes, room.across)
    down = _stack(boxes, children, lefts, room)
    up = _stack(boxes, [each[::-1] for each in children], lefts, room)
    # Each way packs what is between to the sibling placed first. Every rule is a sum or a least distance, so the
    # middle of two layouts that keep them keeps them too.
    tops = [(one - other - box.height) / 2 for one, other, box in zip(down, up, boxes, strict=True)]
    highest = min(tops, default=0.0)
    return [Place(x, y - highest) for x, y in zip(lefts, tops, strict=True)]


def _children(boxes: Sequence[Box]) -> list[list[int]]:
    """Return the children of each box, and in the last place the roots."""
    children: list[list[int]] = [[] for _ in range(len(boxes) + 1)]
    for number, box in enumerate(boxes):
        if not ROOT <= box.parent < number:
            raise ValueError(f"box {number} comes before its parent {box.parent}")
        children[box.parent].append(number)
    return children


def _lefts(boxes: Sequence[Box], across: float) -> list[float]:
    lefts: list[float] = []
    for box in boxes:
        lefts.append(0.0 if box.parent == ROOT else lefts[box.parent] + boxes[box.parent].width + across)
    return lefts


class _Outline:
    """One edge of a subtree: steps from the root outwards, the nearest last, each where it ends and how far down.

    `shift` is added to every step. Steps follow each other without a gap: a box reaches to its children's left edge.
    """

    __slots__ = ("shift", "steps")

    def __init__(self, steps: list[tuple[float, float]]) -> None:
        self.steps = steps
        self.shift = 0.0

    def covered_by(self, nearer: "_Outline") -> "_Outline":
        """Return this outline with another laid over it as far as that reaches; neither is used any more."""
        reach = nearer.steps[0][0]
        if self.steps[0][0] <= reach:
            return nearer
        while self.steps[-1][0] <= reach:
            self.steps.pop()
        change = nearer.shift - self.shift
        self.steps.extend((end, edge + change) for end, edge in nearer.steps)
        return self


def _stack(boxes: Sequence[Box], children: Sequence[Sequence[int]], lefts: Sequence[float], gaps: Gaps) -> list[float]:
    """Return the tops of the boxes, each subtree as far up as those before it let it."""
    tops = [0.0] * len(boxes)
    shifts = [0.0] * len(boxes)
    edges: list[tuple[_Outline, _Outline]] = [(_Outline([]), _Outline([]))] * len(boxes)
    # Children come after their parents, so backwards every child is done before its parent.
    for number in range(len(boxes) - 1, -1, -1):
        box = boxes[number]
        own, end = children[number], lefts[number] + box.width + gaps.across
        if own:
            upper, lower = _beside(own, shifts, edges, gaps)
            first, last = own[0], own[-1]
            foot = tops[last] + shifts[last] + boxes[last].height
            tops[number] = (tops[first] + shifts[first] + foot - box.height) / 2
            upper.steps.append((end, tops[number] - upper.shift))
            lower.steps.append((end, tops[number] + box.height - lower.shift))
        else:
            upper, lower = _Outline([(end, 0.0)]), _Outline([(end, box.height)])
        edges[number] = upper, lower
    if children[ROOT]:
        _beside(children[ROOT], shifts, edges, gaps)
    for number, box in enumerate(boxes):
        if box.parent != ROOT:
            shifts[number] += shifts[box.parent]
        tops[number] += shifts[number]
    return tops


def _beside(
    siblings: Sequence[int],
    shifts: list[float],
    edges: Sequence[tuple[_Outline, _Outline]],
    gaps: Gaps,
) -> tuple[_Outline, _Outline]:
    """Shift each sibling below those before it, and return the outline of all."""
    upper, lower = edges[siblings[0]]
    for number in siblings[1:]:
        own_upper, own_lower = edges[number]
        shift = _distance(lower, own_upper, gaps)
        shifts[number] = shift
        own_upper.shift += shift
        own_lower.shift += shift
        upper = own_upper.covered_by(upper)
        lower = lower.covered_by(own_lower)
    return upper, lower


def _distance(above: _Outline, below: _Outline, gaps: Gaps) -> float:
    """Return how far down `below` must go to stand clear of `above`."""
    over, under = above.steps, below.steps
    one, other = len(over) - 1, len(under) - 1
    nearest = one, other
    shift = above.shift - below.shift
    needed = -float("inf")
    while one >= 0 and other >= 0:
        room = gaps.between if (one, other) == nearest else gaps.apart
        needed = max(needed, over[one][1] + shift - under[other][1] + room)
        reach, other_reach = over[one][0], under[other][0]
        if reach <= other_reach:
            one -= 1
        if other_reach <= reach:
            other -= 1
    return needed
