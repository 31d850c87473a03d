"""From an argument map to its drawing: cards measured and placed, edges between them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from debateprep.domain import tidy
from debateprep.domain.argument_map import ArgumentMap, CrossLink, MapNode, NodeKind, Relation
from debateprep.domain.label_shapes import outline
from debateprep.domain.labels import by_name, colour_of
from debateprep.domain.model import Label
from debateprep.domain.terms import Side
from debateprep.domain.tidy import Box, Gaps, Place
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.fonts import FontMetrics
from debateprep.publishing.lines import Line, Style
from debateprep.publishing.look import gap_words
from debateprep.publishing.map_drawing import (
    DASH,
    HOLE_DASH,
    Item,
    MapCard,
    MapDrawing,
    MapEdge,
    Panel,
    Point,
    Shape,
    Stroke,
    Words,
)
from debateprep.publishing.text import one_line

GAPS = Gaps(across=66.0, between=10.0, apart=22.0)
BAND = 44.0
"""The room between the two sides' trees."""
MARGIN = 24.0
PORT = 2.0
"""How far right of a card an arrow to it ends."""
FOLD_ROOM = 24.0
"""The room at the right of a card for the sign that folds what stands under it."""
BADGE = 7.0
LABEL_WIDTH = 240.0
"""The most room for a label's name in the legend."""
MARK, MARK_STEP = 10.0, 14.0
"""The size of a label's shape, and how far the next one stands from it."""
_MOST_KEPT = 20_000
WIDTHS = {NodeKind.SIDE: 184.0, NodeKind.SECTION: 224.0, NodeKind.LOOSE: 224.0, NodeKind.ARGUMENT: 292.0}

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Card:
    """A card without its place."""

    width: float
    height: float
    items: tuple[Item, ...]
    words: Panel
    hole: Panel | None = None


class _AnyWidth(dict[str, int]):
    """The widths of letters that another program finds a font for: as wide as high."""

    def __contains__(self, _letter: object) -> bool:
        return True

    def __missing__(self, _letter: str) -> int:
        return 1000


class _AnyFont(FontMetrics):
    """The bundled faces, and behind them one that has every letter."""

    _NAME = "any"

    def advances(self, face: str) -> Mapping[str, int]:
        """Return the widths of a face."""
        return _AnyWidth() if face == self._NAME else super().advances(face)

    def fallbacks(self, char: str, face: str) -> Iterator[str]:
        """Make the faces to try for a character, and last the one that has everything."""
        yield from super().fallbacks(char, face)
        yield self._NAME


class MapMaker:
    """Lays maps out; keeps measured cards, so that a map that was folded or edited a little is quick.

    `say` puts sides, responses and gaps into the user's language. A text longer than `most_lines` ends in an ellipsis;
    0 shows all of it. With `any_letter` a letter that no bundled font has is left to the fonts of whoever shows the
    drawing, as no PDF file can leave it.
    """

    def __init__(self, say: Say = str, most_lines: int = 0, *, any_letter: bool = False) -> None:
        self._breaker = Breaker(_AnyFont() if any_letter else FontMetrics())
        self._say = say
        self._most = most_lines
        self._cards: dict[MapNode, _Card] = {}

    def drawing(
        self, shown: ArgumentMap, hidden: Mapping[str, int] | None = None, *, heading: bool = False
    ) -> MapDrawing:
        """Return the drawing of a map; `hidden` counts what is folded away below nodes, by their keys."""
        if len(self._cards) > _MOST_KEPT:
            self._cards.clear()
        for node in shown.nodes:
            if node not in self._cards:
                self._cards[node] = self._card(node)
        above, top, least = self._heading(shown) if heading else ((), MARGIN, 0.0)
        places, right, bottom = self._places(shown, top)
        cards = {
            node.key: self._placed(node, place, (hidden or {}).get(node.key, 0))
            for node, place in zip(shown.nodes, places, strict=True)
        }
        return MapDrawing(
            max(right, least) + MARGIN,
            bottom + MARGIN,
            tuple(cards.values()),
            tuple(_edges(shown, cards)),
            above,
            shown.topic,
            shown.resolution,
        )

    def _places(self, shown: ArgumentMap, top: float) -> tuple[list[Place], float, float]:
        """Return where the cards stand, each root's tree in a band of its own, and where they end."""
        places: list[Place] = []
        right, bottom = MARGIN, top - BAND
        for nodes in _trees(shown):
            numbers = {node.key: number for number, node in enumerate(nodes)}
            cards = [self._cards[node] for node in nodes]
            boxes = [
                Box(card.width, card.height, numbers.get(node.parent, tidy.ROOT))
                for node, card in zip(nodes, cards, strict=True)
            ]
            start = bottom + BAND
            for card, place in zip(cards, tidy.place(boxes, GAPS), strict=True):
                places.append(Place(place.x + MARGIN, place.y + start))
                right = max(right, places[-1].x + card.width)
                bottom = max(bottom, places[-1].y + card.height)
        return places, right, bottom

    def _placed(self, node: MapNode, place: Place, hidden: int) -> MapCard:
        card = self._cards[node]
        items = (*card.items, *self._count(card, hidden)) if hidden else card.items
        return MapCard(node.key, place.x, place.y, card.width, card.height, items, card.words, card.hole, hidden)

    def _count(self, card: _Card, hidden: int) -> Iterator[Item]:
        style = _style(11, "ink", bold=True)
        words = f"+{hidden}"
        width = self._breaker.width(words, style) + 14
        yield Panel(card.width - 1, card.height / 2 - 9, width, 18, fill="panel", stroke="gap", radius=9)
        yield Words(card.width + 6, card.height / 2 + 4, self._breaker.lines([(words, style)], width)[0])

    # Cards

    def _card(self, node: MapNode) -> _Card:
        if node.kind is NodeKind.SIDE:
            return self._side(node)
        return self._argument(node) if node.kind is NodeKind.ARGUMENT else self._section(node)

    def _side(self, node: MapNode) -> _Card:
        width = WIDTHS[node.kind]
        name = self._breaker.lines([(self._say(node.side.label), _style(16, "accent_ink", bold=True))], width)
        stance = self._lines(node.text, _style(12, "accent_ink"), width - 14 - FOLD_ROOM)
        height = 42.0 + 16 * len(stance)
        items: list[Item] = [
            Panel(0, 0, width, height, fill=node.side.value, radius=8),
            _sign(node.side, 14, 14, 12, "accent_ink"),
        ]
        items += [Words(34, 26, line) for line in name]
        items += [Words(14, 47 + 16 * number, line) for number, line in enumerate(stance)]
        return _Card(width, height, tuple(items), Panel(10, 34, width - 20, max(20.0, height - 40)))

    def _section(self, node: MapNode) -> _Card:
        width = WIDTHS[node.kind]
        title = self._lines(
            node.text or self._say(node.kind.value).capitalize(), _style(13, "ink", bold=True), width - 12 - FOLD_ROOM
        )
        head = node.number or (self._say(node.section.value).capitalize() if node.kind is NodeKind.SECTION else "")
        head = "" if head.casefold() == node.text.strip().casefold() else head
        top = 22.0 if head else 6.0
        height = top + 18 * len(title) + 9
        items: list[Item] = [
            Panel(0, 0, width, height, fill=f"{node.side.value}_soft", stroke=node.side.value, radius=7)
        ]
        style = _style(11, node.side.value, bold=True)
        items += [Words(12, 19, line) for line in self._lines(head, style, width - 24)[:1]]
        items += [Words(12, top + 14 + 18 * number, line) for number, line in enumerate(title)]
        return _Card(width, height, tuple(items), Panel(9, top, width - 18, height - top - 5))

    def _argument(self, node: MapNode) -> _Card:
        width, left = WIDTHS[node.kind], 16.0
        claim = self._lines(node.text, _style(13, "ink", bold=True), width - left - FOLD_ROOM)
        top = 27.0
        foot = top + 18 * len(claim)
        labels = tuple(_marks(node.labels, width - 10))
        head = width - left - 30 - len(labels) * MARK_STEP
        hole, marks = self._hole(node, left, foot + 5) if node.is_open else (None, ())
        height = (hole.y + hole.height if hole else foot) + 9
        items: list[Item] = [
            Panel(0, 0, width, height, fill="panel", stroke="line", radius=7),
            Panel(0, 0, 5, height, fill=node.side.value, radius=2.5),
            _sign(node.side, left, 11, 9, node.side.value),
            *(Words(left + 15, 19.5, line) for line in self._head(node, head)),
            *labels,
            *(Words(left, top + 13.5 + 18 * number, line) for number, line in enumerate(claim)),
            *marks,
        ]
        return _Card(width, height, tuple(items), Panel(left - 3, top - 3, width - left - 8, foot - top + 4), hole)

    def _head(self, node: MapNode, width: float) -> tuple[Line, ...]:
        side = f"{self._say(node.side.label)} {node.number}".strip()
        runs = [(side, _style(11, node.side.value, bold=True))]
        if node.response is not None:
            runs.append((f" · {self._say(node.response.value)}", _style(11, "mute")))
        return self._breaker.lines(runs, width)[:1]

    def _hole(self, node: MapNode, x: float, y: float) -> tuple[Panel, tuple[Item, ...]]:
        style = _style(11, "ink")
        words = self._say(gap_words(node.side.other)).removeprefix("○").strip()
        width = self._breaker.width(words, style) + 34
        panel = Panel(x, y, width, 20, stroke="gap", dash=HOLE_DASH, radius=10)
        ring = Panel(x + 10, y + 6.5, 7, 7, stroke="ink", radius=3.5)
        return panel, (panel, ring, *(Words(x + 22, y + 14, line) for line in self._lines(words, style, width)[:1]))

    def _lines(self, text: str, style: Style, width: float) -> tuple[Line, ...]:
        """Return a text in lines, no more of them than are wanted."""
        lines = self._breaker.lines([(one_line(text), style)], width)
        if not self._most or len(lines) <= self._most:
            return lines
        last = lines[self._most - 1].text.rstrip()
        while last and self._breaker.width(f"{last}…", style) > width:
            last = last[:-1].rstrip()
        return (*lines[: self._most - 1], *self._breaker.lines([(f"{last.rstrip(' ,;:')}…", style)], width + 1)[:1])

    # Above the map

    def _heading(self, shown: ArgumentMap) -> tuple[tuple[Item, ...], float, float]:
        """Return the resolution and the legend, where the map may begin, and the least right end."""
        width = 760.0
        items: list[Item] = []
        y = MARGIN
        for text, style, leading in (
            (shown.resolution, _style(17, "ink", bold=True), 23.0),
            ("" if _said_in(shown.topic, shown.resolution) else shown.topic, _style(12, "mute"), 17.0),
        ):
            for line in self._breaker.lines([(one_line(text), style)], width) if text else ():
                y += leading
                items.append(Words(MARGIN, y - leading * 0.3, line))
        drawn, right = self._legend(MARGIN, y + 16)
        named, y = self._label_legend(shown, width, y + 16)
        return (*items, *drawn, *named), y + 36, max(right, MARGIN + width if len(items) > 1 or named else right)

    def _label_legend(self, shown: ArgumentMap, width: float, y: float) -> tuple[list[Item], float]:
        """Return the names of the labels that are seen on the map, below a line at `y`, and where the last line is."""
        items: list[Item] = []
        x = width
        for label in by_name({each for node in shown.nodes for each in node.labels}):
            line = self._breaker.lines([(one_line(label.name), _style(12, "mute"))], LABEL_WIDTH)[0]
            wide = MARK + 6 + line.width + 20
            if x + wide > width:
                x, y = 0.0, y + 20
            items += [_mark(label, MARGIN + x, y - MARK / 2), Words(MARGIN + x + MARK + 6, y + 4.5, line)]
            x += wide
        return items, y

    def _legend(self, x: float, y: float) -> tuple[list[Item], float]:
        items: list[Item] = []
        for kind, words in LEGEND:
            drawn, width = sample(kind)
            items += [item.moved(x, y) for item in drawn]
            line = self._breaker.lines([(self._say(words), _style(12, "mute"))], 400)[0]
            items.append(Words(x + width + 7, y + 4.5, line))
            x += width + 7 + line.width + 24
        return items, x


LEGEND = (
    ("pro", "Pro"),
    ("con", "Con"),
    ("support", "supports"),
    ("attack", "answers"),
    ("cross", "also answers or supports"),
    ("hole", "not answered yet"),
)
"""What the legend explains: the kind of each sample, and its words."""


def _said_in(name: str, resolution: str) -> bool:
    return name.strip(" .").casefold() in resolution.casefold()


def sample(kind: str) -> tuple[list[Item], float]:
    """Return a sample of the legend around a middle line at 0, and its width."""
    if kind in ("pro", "con"):
        return [_sign(Side(kind), 0, -5, 10, kind)], 10
    if kind == "hole":
        return [Panel(0, -6, 26, 12, stroke="gap", dash=HOLE_DASH, radius=6)], 26
    if kind == "cross":
        return [Stroke(((0, 0), (34, 0)), "ink", 1.4, DASH)], 34
    relation = Relation(kind)
    return list(_joint(relation, "mute" if relation is Relation.SUPPORT else "ink", (0, 0), (46, 0))), 46


def _style(size: float, colour: str, *, bold: bool = False) -> Style:
    return Style(bold=bold, size=size, colour=colour)


def _sign(side: Side, x: float, y: float, size: float, colour: str) -> Panel:
    """Return the shape that tells a side without colour: a square, or a circle."""
    if side is Side.CON:
        return Panel(x + 0.9, y + 0.9, size - 1.8, size - 1.8, stroke=colour, thickness=1.8, radius=size / 2)
    return Panel(x, y, size, size, fill=colour)


def _mark(label: Label, x: float, y: float) -> Shape:
    """Return a label's shape, by the top left corner of its square."""
    colour = colour_of(label)
    return Shape(tuple((x + MARK * across, y + MARK * down) for across, down in outline(colour.shape)), colour.role)


def _marks(labels: Sequence[Label], right: float) -> Iterator[Shape]:
    """Yield the shapes of labels in a line that ends at the right; one for each colour, as more would tell no more."""
    shown = list({colour_of(each): each for each in labels}.values())
    for place, label in enumerate(shown):
        yield _mark(label, right - MARK_STEP * (len(shown) - place) + MARK_STEP - MARK, 10)


def _trees(shown: ArgumentMap) -> Iterator[list[MapNode]]:
    """Yield the nodes of each root's tree; they follow each other."""
    tree: list[MapNode] = []
    for node in shown.nodes:
        if not node.parent and tree:
            yield tree
            tree = []
        tree.append(node)
    if tree:
        yield tree


# Edges


def _edges(shown: ArgumentMap, cards: Mapping[str, MapCard]) -> Iterator[MapEdge]:
    for node in shown.nodes:
        if node.parent:
            above, card = cards[node.parent], cards[node.key]
            start = (above.x + above.width, above.y + above.height / 2)
            end = (card.x, card.y + card.height / 2)
            items = tuple(_joint(node.relation, _colour(node.relation, node.side), start, end))
            span = sorted((start[1], end[1]))
            yield MapEdge(node.key, node.parent, node.relation, items, span[0] - BADGE, span[1] + BADGE)
    for number, link in enumerate(shown.links):
        # Neighbours bend differently far, so that they can be told apart where they run beside each other.
        reach = 32.0 + 8.0 * (number % 4)
        yield _cross(link, cards[link.source], cards[link.target], shown.by_key[link.source].side, reach)


def _colour(relation: Relation, side: Side) -> str:
    return "mute" if relation is Relation.SUPPORT else side.value


def _joint(relation: Relation, colour: str, start: Point, end: Point) -> Iterator[Item]:
    """Yield the edge from a card (its right side) to what stands under it: thin with a +, or thick with × and arrow."""
    attack = relation is Relation.ATTACK
    tip = (start[0] + PORT, start[1])
    begin = (tip[0] + 7, tip[1]) if attack else start
    bend = (begin[0] + end[0]) / 2
    points = (begin, end) if start[1] == end[1] else (begin, (bend, start[1]), (bend, end[1]), end)
    yield Stroke(points, colour, 2.4 if attack else 1.4)
    if attack:
        yield _arrow(tip, (1.0, 0.0), colour)
    yield from _badge(relation, (end[0] - BADGE - 5, end[1]), colour)


def _arrow(tip: Point, away: Point, colour: str) -> Shape:
    """Return an arrow's head; `away` is the way it comes from, of length 1."""
    x, y = tip
    back, out = 10.0, 5.0
    foot = (x + away[0] * back, y + away[1] * back)
    side = (-away[1] * out, away[0] * out)
    return Shape(((x, y), (foot[0] + side[0], foot[1] + side[1]), (foot[0] - side[0], foot[1] - side[1])), colour)


def _badge(relation: Relation, at: Point, colour: str) -> Iterator[Item]:
    x, y = at
    yield Panel(x - BADGE, y - BADGE, 2 * BADGE, 2 * BADGE, fill="paper", stroke=colour, thickness=1.2, radius=BADGE)
    reach = 3.4 if relation is Relation.SUPPORT else 2.6
    if relation is Relation.SUPPORT:
        yield Stroke(((x - reach, y), (x + reach, y)), colour, 1.5)
        yield Stroke(((x, y - reach), (x, y + reach)), colour, 1.5)
    else:
        yield Stroke(((x - reach, y - reach), (x + reach, y + reach)), colour, 1.7)
        yield Stroke(((x - reach, y + reach), (x + reach, y - reach)), colour, 1.7)


def _cross(link: CrossLink, source: MapCard, target: MapCard, side: Side, least: float) -> MapEdge:
    """Return a dashed edge: in the free room left of both cards, or between them where one is further right."""
    colour = _colour(link.relation, side)
    low = source.y < target.y
    start_y = source.y + source.height - 11 if low else source.y + 11
    end_y = target.y + 11 if low else target.y + target.height - 11
    if source.x > target.x + target.width:
        start, end, out, back = (source.x, start_y), (target.x + target.width, end_y), -1.0, 1.0
    elif source.x + source.width < target.x:
        start, end, out, back = (source.x + source.width, start_y), (target.x, end_y), 1.0, -1.0
    else:
        start, end, out, back = (source.x, start_y), (target.x, end_y), -1.0, -1.0
    reach = least if out == back else max(least, abs(start[0] - end[0]) / 2)
    tip = (end[0] + back, end[1])
    begin = (tip[0] + back * 8, tip[1]) if link.relation is Relation.ATTACK else tip
    curve = Stroke(
        (begin, (end[0] + back * reach, end[1]), (start[0] + out * reach, start[1]), start), colour, 1.6, DASH
    )
    items: list[Item] = [curve]
    if link.relation is Relation.ATTACK:
        items.append(_arrow(tip, (back, 0.0), colour))
    span = sorted((start_y, end_y))
    return MapEdge(link.source, link.target, link.relation, tuple(items), span[0] - BADGE, span[1] + BADGE)


def hidden_below(whole: ArgumentMap, folded: frozenset[str]) -> dict[str, int]:
    """Return how many nodes each folded node hides, those that hide none left out."""
    return {key: count for key in folded if key in whole.by_key and (count := sum(1 for _ in whole.below(key)))}
