"""An argument map as SVG: text that any browser or word processor opens, with nothing in it but shapes and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from debateprep.domain.argument_map import ArgumentMap, CrossLink, MapNode
from debateprep.domain.terms import Side, Tie
from debateprep.domain.tidy import Spot, layout
from debateprep.publishing.fonts import FontMetrics
from debateprep.publishing.lines import Breaker, Style
from debateprep.publishing.look import INK, MUTE, SIDE_COLOURS

WIDTH = 220.0
_SIZE, _LEAD, _PAD, _BAR, _MARGIN = 10.5, 14.0, 8.0, 4.0, 16.0
_PAPER, _PANEL, _EDGE = "#f6f4ef", "#fffdf9", "#e0dbd0"
_LINES = 6
# Told apart without colour: what supports hangs on a whole line, what attacks on a line of dashes and dots.
_DASHES = {Tie.SUPPORT: "", Tie.ATTACK: "9 3 2 3"}


@dataclass(frozen=True, slots=True)
class _Box:
    node: MapNode
    head: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return 2 * _PAD + _LEAD * (len(self.lines) + bool(self.head))


def svg(drawn: ArgumentMap) -> str:
    """Return the map as an SVG document; its text is the user's, escaped, in Noto Sans or the reader's own face."""
    breaker = Breaker(FontMetrics())
    boxes = [_box(node, breaker) for node in drawn.nodes]
    spots = layout(drawn.parents, [(WIDTH, box.height) for box in boxes])
    width = max((spot.right for spot in spots), default=0.0) + 2 * _MARGIN
    height = max((spot.bottom for spot in spots), default=0.0) + 2 * _MARGIN
    title = escape(_plain(drawn.nodes[0].title)) if drawn.nodes else ""
    size = f'width="{width:.1f}" height="{height:.1f}"'
    view = f'viewBox="{-_MARGIN:.1f} {-_MARGIN:.1f} {width:.1f} {height:.1f}"'
    face = f'font-family="Noto Sans, sans-serif" font-size="{_SIZE}"'
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img" {face}>',
        f"<title>{title}</title>",
        f'<rect x="{-_MARGIN}" y="{-_MARGIN}" {size} fill="{_PAPER}"/>',
        *(_edge(spots, number, node) for number, node in enumerate(drawn.nodes) if node.parent >= 0),
        *(_link(spots, link) for link in drawn.links),
        *(line for box, spot in zip(boxes, spots, strict=True) for line in _drawn(box, spot)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _box(node: MapNode, breaker: Breaker) -> _Box:
    words = " ".join(_plain(node.title).split()) or "…"
    lines = [line.text for line in breaker.lines([(words, Style(size=_SIZE))], WIDTH - 2 * _PAD - _BAR)]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1].rstrip() + " …"]
    marks = [node.side.sign if node.side is not Side.NEITHER else "", node.number]
    marks += [node.response.value if node.response else "", f"{node.hidden} more" if node.hidden else ""]
    marks += ["no answer yet" if node.open and node.kind == "argument" else ""]
    return _Box(node, " · ".join(mark for mark in marks if mark), tuple(lines))


def _plain(text: str) -> str:
    # XML allows no control characters, not even escaped.
    return "".join(char if char.isprintable() or char in "\t\n" else "\ufffd" for char in text)


def _edge(spots: Sequence[Spot], number: int, node: MapNode) -> str:
    start, end = spots[node.parent], spots[number]
    bend = (start.right + end.x) / 2
    path = f"M{start.right:.1f} {start.middle:.1f}C{bend:.1f} {start.middle:.1f} {bend:.1f} {end.middle:.1f}"
    colour = SIDE_COLOURS[node.side]
    dash = f' stroke-dasharray="{_DASHES[node.tie]}"' if _DASHES[node.tie] else ""
    x = end.x - 9
    return (
        f'<path d="{path} {end.x:.1f} {end.middle:.1f}" fill="none" stroke="{colour}" stroke-width="1.4"{dash}/>'
        f'<circle cx="{x:.1f}" cy="{end.middle:.1f}" r="6" fill="{_PANEL}" stroke="{colour}"/>'
        f'<text x="{x:.1f}" y="{end.middle + 3.6:.1f}" text-anchor="middle" fill="{colour}">{node.tie.sign}</text>'
    )


def _link(spots: Sequence[Spot], link: CrossLink) -> str:
    start, end = spots[link.answering], spots[link.target]
    x = max(start.right, end.right)
    bend = x + 30
    path = f"M{start.right:.1f} {start.middle:.1f}C{bend:.1f} {start.middle:.1f} {bend:.1f} {end.middle:.1f}"
    return (
        f'<path d="{path} {end.right:.1f} {end.middle:.1f}" fill="none" stroke="{MUTE}" stroke-width="1"'
        f' stroke-dasharray="3 4"><title>{escape(link.response.value)}</title></path>'
    )


def _drawn(box: _Box, spot: Spot) -> list[str]:
    colour = SIDE_COLOURS[box.node.side]
    edge = f'stroke="{MUTE}" stroke-dasharray="4 3"' if box.node.open else f'stroke="{_EDGE}"'
    place = f'x="{spot.x:.1f}" y="{spot.y:.1f}"'
    parts = [
        f'<rect {place} width="{spot.width:.1f}" height="{spot.height:.1f}" rx="5" fill="{_PANEL}" {edge}/>',
        f'<rect {place} width="{_BAR}" height="{spot.height:.1f}" fill="{colour}"/>',
    ]
    x, y = spot.x + _BAR + _PAD, spot.y + _PAD + _SIZE
    if box.head:
        parts.append(f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-weight="600">{escape(box.head)}</text>')
        y += _LEAD
    for line in box.lines:
        parts.append(f'<text x="{x:.1f}" y="{y:.1f}" fill="{INK}">{escape(line)}</text>')
        y += _LEAD
    return parts
