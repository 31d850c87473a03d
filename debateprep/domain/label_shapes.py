"""The outlines of labels' shapes: points in a square of one by one from its top left corner, many for a curve."""

import math
from collections.abc import Callable, Iterator, Mapping
from functools import cache

Point = tuple[float, float]

_CURVE = 16
"""How many points stand for a curve: enough for a shape as large as a thumb."""


@cache
def outline(shape: str) -> tuple[Point, ...]:
    """Return the points of a shape in order, the last one joined to the first; raise KeyError for no shape of ours."""
    return tuple(_SHAPES[shape]())


def _around(corners: int, far: float = 0.5, inner: float = 1.0) -> Iterator[Point]:
    """Yield a regular polygon, or a star of so many points whose inner corners are so far in."""
    steps = corners * (2 if inner < 1 else 1)
    for step in range(steps):
        angle = math.tau * step / steps - math.pi / 2
        reach = far * inner if inner < 1 and step % 2 else far
        yield 0.5 + reach * math.cos(angle), 0.5 + reach * math.sin(angle)


def _curve(*ends: Point) -> Iterator[Point]:
    """Yield the points of a cubic curve, without its first."""
    for step in range(1, _CURVE + 1):
        part = step / _CURVE
        weights = ((1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3)
        yield (
            sum(weight * x for weight, (x, _) in zip(weights, ends, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, ends, strict=True)),
        )


def _drop() -> Iterator[Point]:
    yield from _curve((0.5, 0.0), (0.6, 0.3), (0.88, 0.42), (0.88, 0.65))
    yield from _curve((0.88, 0.65), (0.88, 1.12), (0.12, 1.12), (0.12, 0.65))
    yield from _curve((0.12, 0.65), (0.12, 0.42), (0.4, 0.3), (0.5, 0.0))


def _heart() -> Iterator[Point]:
    yield from _curve((0.5, 0.96), (-0.3, 0.45), (0.12, -0.2), (0.5, 0.24))
    yield from _curve((0.5, 0.24), (0.88, -0.2), (1.3, 0.45), (0.5, 0.96))


def _cross() -> Iterator[Point]:
    yield from ((0.35, 0.02), (0.65, 0.02), (0.65, 0.35), (0.98, 0.35), (0.98, 0.65), (0.65, 0.65))
    yield from ((0.65, 0.98), (0.35, 0.98), (0.35, 0.65), (0.02, 0.65), (0.02, 0.35), (0.35, 0.35))


_SHAPES: Mapping[str, Callable[[], Iterator[Point]]] = {
    "circle": lambda: _around(4 * _CURVE, 0.45),
    "drop": _drop,
    "triangle": lambda: iter(((0.5, 0.04), (1.0, 0.94), (0.0, 0.94))),
    "diamond": lambda: _around(4),
    "cross": _cross,
    "star": lambda: _around(5, inner=0.45),
    "heart": _heart,
    "hexagon": lambda: _around(6),
}
