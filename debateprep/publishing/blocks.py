"""What a page is built of: blocks that know their height, part between lines, and place themselves.

Everything can be parted, so nothing is ever too tall for a page. Heights and widths in points.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Protocol

from debateprep.publishing.breaking import Breaker
from debateprep.publishing.lines import Line, Style
from debateprep.publishing.structure import Element
from debateprep.publishing.surface import (
    Bookmark,
    LinkItem,
    RectItem,
    RuleItem,
    Surface,
    TextItem,
    baseline_in,
)

_SLACK = 0.01
_LONGEST_CHAIN = 8
_LOW = 120.0
"""A frame that is lower is not parted."""


class Block:
    """A part of a page; `before` is the space above it inside a flow, `keep` ties it to the next block.

    With `new_page` it begins a page of its own; what `grows` takes room that its page has left over.
    """

    before: float = 0.0
    keep: bool = False
    new_page: bool = False
    grows: bool = False
    height: float = 0.0

    @property
    def head(self) -> float:
        """Return the least height that may stand alone at the foot of a page."""
        return self.height

    def split(self, room: float, force: bool) -> tuple["Block | None", "Block | None"]:
        """Return the part that fits in `room`, and the rest; with `force` something always fits."""
        return (self, None) if self.height <= room + _SLACK or force else (None, self)

    def grow(self, room: float) -> None:
        """Become higher by `room` where that is of use."""

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Put the block on the surface with its top left corner at x, y."""


class Flow:
    """Blocks one below the other, taken page by page; they are made only when a page wants them."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.queue: deque[Block] = deque()
        self._source = iter(blocks)
        self._fill(1)

    def _fill(self, count: int) -> None:
        """Have so many blocks at hand, where there are as many."""
        queue = self.queue
        while len(queue) < count:
            block = next(self._source, None)
            if block is None:
                return
            queue.append(block)

    def take(self, room: float, force: bool = True) -> list[Block]:
        """Take what fits in `room`; with `force` at least a line, whatever its height."""
        taken: list[Block] = []
        used = 0.0
        while self.queue:
            block = self.queue[0]
            if block.new_page and taken:
                break
            above = block.before if taken else 0.0
            left = room - used - above
            whole = block.height <= left + _SLACK
            forced = force and not taken
            if whole and (forced or not block.keep or self._chain_fits(left - block.height)):
                taken.append(self.queue.popleft())
                self._fill(1)
                used += above + block.height
                continue
            if whole:
                break
            part, rest = block.split(left, forced)
            if part is not None:
                taken.append(part)
                self.queue.popleft()
                if rest is not None:
                    rest.before = 0.0
                    self.queue.appendleft(rest)
                self._fill(1)
            break
        return taken

    def _chain_fits(self, left: float) -> bool:
        self._fill(_LONGEST_CHAIN)
        for block in islice(self.queue, 1, _LONGEST_CHAIN):
            if block.new_page:
                return True
            left -= block.before + (block.height if block.keep else block.head)
            if left < -_SLACK:
                return False
            if not block.keep:
                return True
        return True


def stacked_height(blocks: Sequence[Block]) -> float:
    """Return the height of the blocks one below the other."""
    return sum(block.height + (block.before if number else 0.0) for number, block in enumerate(blocks))


def chain_head(blocks: Sequence[Block]) -> float:
    """Return the least height of the stack's beginning: what is kept together, and the head of what follows."""
    needed = 0.0
    for number, block in enumerate(blocks[:_LONGEST_CHAIN]):
        needed += (block.before if number else 0.0) + (block.height if block.keep else block.head)
        if not block.keep:
            break
    return needed


def place_stack(blocks: Sequence[Block], surface: Surface, x: float, y: float) -> float:
    """Place the blocks one below the other; return where the last one ends."""
    for number, block in enumerate(blocks):
        y += block.before if number else 0.0
        block.place(surface, x, y)
        y += block.height
    return y


class Text(Block):
    """Lines of text; parts by counting lines, never breaking them again, and leaves no single line behind."""

    def __init__(
        self,
        lines: Sequence[Line],
        size: float,
        leading: float,
        *,
        before: float = 0.0,
        indent: float = 0.0,
        keep: bool = False,
        bar: str = "",
        bookmark: Bookmark | None = None,
        incomplete: bool = False,
        element: Element | None = None,
        start: int = 0,
        end: int | None = None,
    ) -> None:
        self.element = element
        self.lines = lines
        self.size = size
        self.leading = leading
        self.before = before
        self.indent = indent
        self.keep = keep
        self.bar = bar
        self.bookmark = bookmark
        self.incomplete = incomplete
        self.start = start
        self.end = len(lines) if end is None else end
        self.height = (self.end - start) * leading

    @property
    def head(self) -> float:
        """Return the height of two lines, or of all when there are three at most."""
        count = self.end - self.start
        return self.leading * (count if count <= 3 else 2)

    def split(self, room: float, force: bool) -> tuple[Block | None, Block | None]:
        """Part after the last line that fits."""
        count = self.end - self.start
        fit = int((room + _SLACK) / self.leading)
        if fit >= count:
            return self, None
        if fit == count - 1 and count > 3:
            fit -= 1
        if fit < 2 or count <= 3:
            fit = max(1, fit) if force else 0
        if fit >= count:
            return self, None
        if fit < 1:
            return None, self
        middle = self.start + fit
        return self._part(self.start, middle), self._part(middle, self.end)

    def opening(self, most: int) -> "Text":
        """Return its first lines, or all of it where it has no more."""
        return self if self.end - self.start <= most else self._part(self.start, self.start + most)

    def _part(self, start: int, end: int) -> "Text":
        opens = start == self.start
        return Text(
            self.lines,
            self.size,
            self.leading,
            before=self.before if opens else 0.0,
            indent=self.indent,
            keep=self.keep and not opens,
            bar=self.bar,
            bookmark=self.bookmark if opens else None,
            incomplete=self.incomplete,
            element=self.element,
            start=start,
            end=end,
        )

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Put the lines on the surface, with the bar left of them and the bookmark at their top."""
        if self.bookmark is not None:
            surface.bookmarks.append((self.bookmark, y))
        if self.incomplete:
            surface.incomplete = True
        if self.bar:
            surface.items.append(RectItem(x, y + 1, 3.6, self.height - 2, fill=self.bar))
        baseline = y + baseline_in(self.leading, self.size)
        surface.items.append(
            TextItem(x + self.indent, baseline, self.lines, self.start, self.end, self.leading, self.element)
        )


class Gap(Block):
    """Empty space that stays also at the head of a page."""

    def __init__(self, height: float) -> None:
        self.height = height


class Rule(Block):
    """A horizontal line with `height` points for itself, drawn at their foot."""

    def __init__(self, width: float, height: float, colour: str, *, indent: float = 0.0, before: float = 0.0) -> None:
        self.width = width
        self.height = height
        self.colour = colour
        self.indent = indent
        self.before = before

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Draw the line."""
        foot = y + self.height
        surface.items.append(RuleItem(x + self.indent, foot, x + self.width, foot, self.colour))


class Blank(Block):
    """A short label and a ruled line to write on, to the block's right edge."""

    def __init__(self, label: Text, width: float, colour: str, *, before: float = 0.0) -> None:
        self.label = label
        self.width = width
        self.colour = colour
        self.before = before
        self.height = label.height
        if label.element is not None and label.element.runs:
            # On the page a line is drawn; other formats have it as a sign.
            words, style = label.element.runs[-1]
            label.element.runs = (*label.element.runs[:-1], (f"{words} ________", style))

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Place the label and the line at its last line's foot."""
        label = self.label
        label.place(surface, x, y)
        foot = y + label.height - label.leading + baseline_in(label.leading, label.size) + 1
        start = x + (label.lines[-1].width + 6 if label.lines else 0.0)
        surface.items.append(RuleItem(min(start, x + self.width), foot, x + self.width, foot, self.colour))


class Box(Block):
    """Blocks inside a frame; parts between them, and each part has a frame of its own."""

    def __init__(
        self,
        blocks: Sequence[Block],
        width: float,
        *,
        fill: str = "",
        stroke: str = "",
        dash: tuple[float, ...] = (),
        padding: tuple[float, float] = (8.0, 6.0),
        radius: float = 3.0,
        before: float = 0.0,
        keep: bool = False,
    ) -> None:
        self.blocks = list(blocks)
        self.width = width
        self.fill = fill
        self.stroke = stroke
        self.dash = dash
        self.padding = padding
        self.radius = radius
        self.before = before
        self.keep = keep
        self.height = stacked_height(self.blocks) + 2 * padding[1]

    @property
    def head(self) -> float:
        """Return the height of the frame with its first block's head; a low one stays whole."""
        return self.height if self.height < _LOW else 2 * self.padding[1] + chain_head(self.blocks)

    def split(self, room: float, force: bool) -> tuple[Block | None, Block | None]:
        """Part between or inside the blocks."""
        if self.height <= room + _SLACK:
            return self, None
        if self.height < _LOW and not force:
            return None, self
        flow = Flow(self.blocks)
        taken = flow.take(room - 2 * self.padding[1], force)
        if not taken:
            return None, self
        return self._part(taken, self.before), self._part(list(flow.queue), 0.0) if flow.queue else None

    def _part(self, blocks: list[Block], before: float) -> "Box":
        return Box(
            blocks,
            self.width,
            fill=self.fill,
            stroke=self.stroke,
            dash=self.dash,
            padding=self.padding,
            radius=self.radius,
            before=before,
        )

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Draw the frame and place the blocks in it."""
        if self.fill or self.stroke:
            surface.items.append(
                RectItem(x, y, self.width, self.height, self.fill, self.stroke, 0.6, self.dash, self.radius)
            )
        place_stack(self.blocks, surface, x + self.padding[0], y + self.padding[1])


class Columns(Block):
    """Two stacks side by side that part together; `again` opens the rest (a repeated title)."""

    def __init__(
        self,
        left: Sequence[Block],
        right: Sequence[Block],
        offset: float,
        *,
        before: float = 0.0,
        again: Sequence[Block] = (),
        rule: tuple[float, str] | None = None,
    ) -> None:
        self.left = list(left)
        self.right = list(right)
        self.offset = offset
        self.before = before
        self.again = list(again)
        self.rule = rule
        self.pad = 7.0 if rule else 0.0
        self.height = self.pad + max(stacked_height(self.left), stacked_height(self.right))

    @property
    def head(self) -> float:
        """Return the greater of both columns' heads."""
        return self.pad + max(chain_head(self.left), chain_head(self.right))

    def split(self, room: float, force: bool) -> tuple[Block | None, Block | None]:
        """Part both columns at the same height."""
        if self.height <= room + _SLACK:
            return self, None
        if not force and self.head > room:
            return None, self
        flows = Flow(self.left), Flow(self.right)
        parts = [flow.take(room - self.pad, force) for flow in flows]
        idle = [bool(stack) and not part for stack, part in zip((self.left, self.right), parts, strict=True)]
        if not any(parts) or (any(idle) and not force):
            return None, self
        first = Columns(parts[0], parts[1], self.offset, before=self.before, rule=self.rule)
        left, right = (list(flow.queue) for flow in flows)
        if not left and not right:
            return first, None
        return first, Rest(left, right, self.offset, again=self.again, rule=self.rule)

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Place both stacks level with each other, under a thin rule."""
        if self.rule:
            width, colour = self.rule
            surface.items.append(RuleItem(x, y, x + width, y, colour))
            middle = x + width / 2
            surface.items.append(RuleItem(middle, y + self.pad, middle, y + self.height, colour, 0.4))
        place_stack(self.left, surface, x, y + self.pad)
        place_stack(self.right, surface, x + self.offset, y + self.pad)


class Rest(Columns):
    """What is left of a row on the next page, under its repeated title."""

    def __init__(
        self,
        left: Sequence[Block],
        right: Sequence[Block],
        offset: float,
        *,
        again: Sequence[Block],
        rule: tuple[float, str] | None,
    ) -> None:
        super().__init__(left, right, offset, rule=rule, again=again)
        self.title = stacked_height(again)
        self.height += self.title
        self.pad += self.title

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Place the title, then both stacks."""
        super().place(surface, x, y)
        place_stack(self.again, surface, x, y + self.pad - self.title)


class Setter(Protocol):
    """What an entry needs of a typesetter: words on a line."""

    @property
    def breaker(self) -> Breaker:
        """Return what breaks words into lines."""


class Entry(Block):
    """A line of the contents: words, a dotted way to the page's number, and a link to the place."""

    def __init__(
        self, text: Text, width: float, mark: Bookmark, style: Style, *, dots: str, before: float = 0.0
    ) -> None:
        self.text = text
        self.width = width
        self.mark = mark
        self.style = style
        self.dots = dots
        self.before = before
        self.height = text.height
        self.page = 0
        self.number: Line | None = None

    @property
    def key(self) -> str:
        """Return the key of the place that the entry leads to."""
        return self.mark.key

    def tell(self, setter: Setter, page: int) -> None:
        """Tell the entry which page it leads to."""
        self.page = page
        self.number = setter.breaker.lines([(str(page), self.style)], self.width)[0]

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Place words, dots and number on the last line's level."""
        text, number = self.text, self.number
        text.place(surface, x, y)
        if number is None:
            return
        foot = y + baseline_in(text.leading, text.size) + text.height - text.leading
        start = x + text.indent + text.lines[text.end - 1].width + 5
        end = x + self.width - number.width
        surface.items.append(TextItem(end, foot, (number,), 0, 1, text.leading, text.element))
        if end - 5 > start:
            surface.items.append(RuleItem(start, foot, end - 5, foot, self.dots, 0.6, (0.6, 2.4)))
        words = f"{self.mark.title}, page {self.page}"
        surface.links.append(LinkItem(x, y, self.width, self.height, self.key, words, text.element))
