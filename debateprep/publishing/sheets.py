"""Sheets that are cut: a grid of equal cells, its cut lines, the backs that lie behind their fronts, a test ruler."""

from collections.abc import Sequence
from dataclasses import dataclass

from debateprep.publishing.breaking import Breaker
from debateprep.publishing.lines import Style
from debateprep.publishing.look import INK, MUTE
from debateprep.publishing.options import Duplex
from debateprep.publishing.running import put
from debateprep.publishing.structure import Tree
from debateprep.publishing.surface import RuleItem, Surface

MM = 72 / 25.4
_CUT = (3.0, 2.4)
_RULER = 100


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of one size in the middle of a page; all in points."""

    page: tuple[float, float]
    columns: int
    rows: int
    cell: tuple[float, float]

    @property
    def count(self) -> int:
        """Return how many cells a sheet has."""
        return self.columns * self.rows

    def places(self, count: int, flip: Duplex = Duplex.OFF) -> list[tuple[float, float]]:
        """Return the top left corners of the first cells; for a back, those that lie behind them once it is turned."""
        (width, height), (across, down) = self.page, self.cell
        left, top = (width - self.columns * across) / 2, (height - self.rows * down) / 2
        found = [
            (left + number % self.columns * across, top + number // self.columns * down) for number in range(count)
        ]
        if flip is Duplex.LONG:
            return [(width - x - across, y) for x, y in found]
        if flip is Duplex.SHORT:
            return [(x, height - y - down) for x, y in found]
        return found


def cut_lines(surface: Surface, grid: Grid, places: Sequence[tuple[float, float]]) -> None:
    """Draw dashed lines round the cells, each once."""
    width, height = grid.cell
    edges: dict[tuple[float, ...], None] = {}
    for x, y in places:
        right, foot = x + width, y + height
        for edge in ((x, y, right, y), (x, foot, right, foot), (x, y, x, foot), (right, y, right, foot)):
            edges[tuple(round(part, 2) for part in edge)] = None
    for x1, y1, x2, y2 in edges:
        surface.items.append(RuleItem(x1, y1, x2, y2, "#8f8a80", 0.6, _CUT))


def draw_ruler(surface: Surface, breaker: Breaker, tree: Tree, level: float = 0.0) -> None:
    """Draw a ruler of 100 mm into the foot of the page, to measure whether the printer keeps to the size."""
    level = level or surface.height - 22
    left = (surface.width - _RULER * MM) / 2
    right = left + _RULER * MM
    figure = tree.leaf("Figure")
    figure.alt = "A ruler of 100 mm with a mark at each 10 mm"
    figure.box = (left, surface.height - level, right, surface.height - level + 6)
    surface.items.append(RuleItem(left, level, right, level, INK, 0.6, element=figure))
    for mark in range(0, _RULER + 1, 10):
        x = left + mark * MM
        rise = 6 if mark % 50 == 0 else 3.5
        surface.items.append(RuleItem(x, level - rise, x, level, INK, 0.6, element=figure))
    words = "This ruler is 100 mm long. Print one sheet first, at 100 %, and measure it."
    style = Style(size=7.0, colour=MUTE)
    element = tree.leaf("P", ((words, style),))
    put(surface, words, style, (surface.width - breaker.width(words, style)) / 2, level + 9, breaker, element)
