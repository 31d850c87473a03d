"""Blocks of pages to write on: ruled lines, table rows, labelled fields."""

from collections.abc import Sequence

from debateprep.publishing.blocks import Block, Flow, chain_head, place_stack, stacked_height
from debateprep.publishing.surface import RectItem, RuleItem, Surface

MM = 72 / 25.4
PITCH = 8 * MM
"""Ruled lines to write on stand 8 mm apart."""

_SLACK = 0.01


class Ruled(Block):
    """Lines to write on; they part between them."""

    def __init__(
        self, width: float, count: int, colour: str, *, before: float = 0.0, indent: float = 0.0, pitch: float = PITCH
    ) -> None:
        self.width = width
        self.count = count
        self.colour = colour
        self.before = before
        self.indent = indent
        self.pitch = pitch
        self.height = count * pitch

    @property
    def head(self) -> float:
        """Return the height of one line."""
        return self.pitch

    def split(self, room: float, force: bool) -> tuple[Block | None, Block | None]:
        """Part after the last line that fits."""
        fit = min(self.count, max(int((room + _SLACK) / self.pitch), 1 if force else 0))
        if fit < 1:
            return None, self
        first = Ruled(self.width, fit, self.colour, before=self.before, indent=self.indent, pitch=self.pitch)
        if fit == self.count:
            return first, None
        return first, Ruled(self.width, self.count - fit, self.colour, indent=self.indent, pitch=self.pitch)

    def grow(self, room: float) -> None:
        """Have as many more lines as fit."""
        self.count += int(room / self.pitch)
        self.height = self.count * self.pitch

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Draw the lines, each at the foot of its room."""
        for number in range(1, self.count + 1):
            foot = y + number * self.pitch
            surface.items.append(RuleItem(x + self.indent, foot, x + self.width, foot, self.colour, 0.5))


class Fields(Block):
    """Labels beside each other on one line, each with a line to write on after it; `shares` are parts of the width."""

    def __init__(
        self, labels: Sequence[Block], widths: Sequence[float], shares: Sequence[float], width: float, colour: str
    ) -> None:
        self.labels = labels
        self.widths = widths
        self.shares = shares
        self.width = width
        self.colour = colour
        self.height = max((label.height for label in labels), default=0.0) + 6

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Place the labels and draw the lines."""
        whole = sum(self.shares)
        gap = 12.0
        foot = y + self.height - 3
        for label, taken, share in zip(self.labels, self.widths, self.shares, strict=True):
            room = (self.width + gap) * share / whole - gap
            label.place(surface, x, y + self.height - label.height - 1)
            surface.items.append(RuleItem(x + taken + 5, foot, x + room, foot, self.colour, 0.5))
            x += room + gap


class Row(Block):
    """Cells beside each other under one another's rows: a row of a table, or boxes to write in.

    `least` is the height that every cell has at least; `boxed` draws round each cell, else only a rule above the row.
    """

    def __init__(
        self,
        cells: Sequence[Sequence[Block]],
        widths: Sequence[float],
        colour: str,
        *,
        least: float = 0.0,
        before: float = 0.0,
        boxed: bool = True,
        fills: Sequence[str] = (),
        padding: tuple[float, float] = (5.0, 4.0),
        keep: bool = False,
        grows: bool = False,
    ) -> None:
        self.grows = grows
        self.cells = [list(cell) for cell in cells]
        self.widths = widths
        self.colour = colour
        self.least = least
        self.before = before
        self.boxed = boxed
        self.fills = fills
        self.padding = padding
        self.keep = keep
        self.height = max(least, *(stacked_height(cell) + 2 * padding[1] for cell in self.cells))

    @property
    def head(self) -> float:
        """Return the height of all cells' heads; a row that is low stays whole."""
        if self.height < 120:
            return self.height
        return 2 * self.padding[1] + max(chain_head(cell) for cell in self.cells)

    def split(self, room: float, force: bool) -> tuple[Block | None, Block | None]:
        """Part all cells at the same height."""
        if self.height <= room + _SLACK:
            return self, None
        if not force and self.head > room:
            return None, self
        inner = room - 2 * self.padding[1]
        flows = [Flow(cell) for cell in self.cells]
        parts = [flow.take(inner, force) for flow in flows]
        if not any(parts):
            return (self, None) if force else (None, self)
        rest = [list(flow.queue) for flow in flows]
        first = self._part(parts, self.before)
        return first, self._part(rest, 0.0) if any(rest) else None

    def grow(self, room: float) -> None:
        """Have higher cells."""
        self.height += room
        self.least = self.height

    def _part(self, cells: Sequence[Sequence[Block]], before: float) -> "Row":
        return Row(
            cells,
            self.widths,
            self.colour,
            before=before,
            boxed=self.boxed,
            fills=self.fills,
            padding=self.padding,
        )

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Draw the frames and place what is in the cells."""
        fills = self.fills or [""] * len(self.cells)
        left = x
        for width, fill in zip(self.widths, fills, strict=False):
            if fill or self.boxed:
                surface.items.append(
                    RectItem(left, y, width, self.height, fill, self.colour if self.boxed else "", 0.6)
                )
            left += width
        if not self.boxed:
            surface.items.append(RuleItem(x, y, x + sum(self.widths), y, self.colour, 0.6))
        for cell, width in zip(self.cells, self.widths, strict=False):
            place_stack(cell, surface, x + self.padding[0], y + self.padding[1])
            x += width
