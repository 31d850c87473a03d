"""What a drawing of an argument map is made of: shapes with places and roles of colour, the same for every format.

Lengths are units of 1/96 inch from the top left corner, before any zoom. Colours are roles ("ink", "pro", "con_soft"),
so that a window draws them in its theme; PRINT gives those of files.
"""

from collections.abc import Iterator
from typing import NamedTuple

from debateprep.domain.argument_map import Relation
from debateprep.publishing.lines import Line

POINTS = 0.75
"""One unit in points."""
PRINT = {
    "paper": "#ffffff",
    "panel": "#ffffff",
    "line": "#cfc8ba",
    "ink": "#22211e",
    "mute": "#6f6a60",
    "gap": "#6f6a60",
    "accent_ink": "#ffffff",
    "pro": "#1f6f8b",
    "pro_soft": "#e2f0f5",
    "con": "#b4532a",
    "con_soft": "#fdf1eb",
    "label_blue": "#2457a6",
    "label_teal": "#0b645c",
    "label_green": "#2c672a",
    "label_amber": "#7d5200",
    "label_red": "#a32020",
    "label_purple": "#6a3fa0",
    "label_pink": "#9c2a6b",
    "label_grey": "#5c5850",
}
"""The colours of files, by role."""
DASH = (5.0, 3.5)
HOLE_DASH = (3.0, 2.0)

Point = tuple[float, float]


class Panel(NamedTuple):
    """A rectangle by its top left corner; "" for no fill or no stroke. As round as high, it is a circle."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 1.0
    dash: tuple[float, ...] = ()
    radius: float = 0.0

    def moved(self, x: float, y: float) -> "Panel":
        """Return it elsewhere."""
        return self._replace(x=self.x + x, y=self.y + y)

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


class Stroke(NamedTuple):
    """A line by two points, or a cubic curve by four."""

    points: tuple[Point, ...]
    colour: str
    thickness: float = 1.0
    dash: tuple[float, ...] = ()

    def moved(self, x: float, y: float) -> "Stroke":
        """Return it elsewhere."""
        return self._replace(points=tuple((left + x, top + y) for left, top in self.points))


class Shape(NamedTuple):
    """A filled polygon."""

    points: tuple[Point, ...]
    fill: str

    def moved(self, x: float, y: float) -> "Shape":
        """Return it elsewhere."""
        return self._replace(points=tuple((left + x, top + y) for left, top in self.points))


class Words(NamedTuple):
    """A line of text from a point on its baseline; its styles' sizes are units, their colours roles."""

    x: float
    baseline: float
    line: Line

    def moved(self, x: float, y: float) -> "Words":
        """Return it elsewhere."""
        return self._replace(x=self.x + x, baseline=self.baseline + y)


Item = Panel | Stroke | Shape | Words


class MapCard(NamedTuple):
    """The card of a node: its items by its own corner, the places of its words and of the hole, if it shows one.

    `hidden` counts the nodes that are folded away below it.
    """

    key: str
    x: float
    y: float
    width: float
    height: float
    items: tuple[Item, ...]
    words: Panel
    hole: Panel | None = None
    hidden: int = 0


class MapEdge(NamedTuple):
    """A relation from the card `source` to the card `target`: its items, and the heights between which they lie."""

    source: str
    target: str
    relation: Relation
    items: tuple[Item, ...]
    top: float
    bottom: float


class MapDrawing(NamedTuple):
    """A whole drawing: size, cards in reading order, edges, and what stands above and beside them.

    `title` and `subject` say what it shows; `missing` lists the characters that no font has.
    """

    width: float
    height: float
    cards: tuple[MapCard, ...]
    edges: tuple[MapEdge, ...]
    heading: tuple[Item, ...] = ()
    title: str = ""
    subject: str = ""
    missing: tuple[str, ...] = ()

    def items(self) -> Iterator[Item]:
        """Yield everything in the order of drawing: edges lie under cards."""
        yield from self.heading
        for edge in self.edges:
            yield from edge.items
        for card in self.cards:
            for item in card.items:
                yield item.moved(card.x, card.y)
