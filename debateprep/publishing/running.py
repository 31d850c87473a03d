"""What runs through a document: margins, the header line, and footers with page X of Y."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from debateprep.publishing.breaking import Breaker
from debateprep.publishing.lines import Style
from debateprep.publishing.look import HAIR, INK, MUTE, Typesetter
from debateprep.publishing.options import PageOptions
from debateprep.publishing.structure import FOOTER, HEADER, Element
from debateprep.publishing.surface import RuleItem, Surface, TextItem
from debateprep.publishing.text import clip

INCOMPLETE = "° citation incomplete"
INCOMPLETE_WITH_WORKS = f"{INCOMPLETE}, see Works cited"
_RUNNING = 8.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The page and the part of it that the body may use, in points."""

    width: float
    height: float
    left: float
    top: float
    bottom: float
    header: str
    sign: str

    @property
    def inner(self) -> float:
        """Return the width of the body."""
        return self.width - 2 * self.left

    @property
    def room(self) -> float:
        """Return the height of the body."""
        return self.height - self.top - self.bottom

    def page(self, setter: Typesetter) -> Surface:
        """Return a page with its header line."""
        surface = Surface(self.width, self.height)
        style = Style(size=_RUNNING, colour=MUTE)
        breaker = setter.breaker
        right = self.width - self.left
        level = self.left + 2
        sign = replace(style, colour=INK, bold=True, track=0.4)
        sign_width = breaker.width(self.sign, sign)
        words = fitted(self.header, style, self.inner - sign_width - 20, breaker)
        put(surface, words, style, self.left, level, breaker, HEADER)
        put(surface, self.sign, sign, right - sign_width, level, breaker, HEADER)
        surface.items.append(RuleItem(self.left, level + 8, right, level + 8, HAIR, 0.6, element=HEADER))
        return surface


def put(
    surface: Surface,
    words: str,
    style: Style,
    x: float,
    baseline: float,
    breaker: Breaker,
    element: Element | None = None,
) -> None:
    """Put one line of words on the page, without an element as decoration."""
    lines = breaker.lines([(words, style)], 10_000)
    if lines:
        # What begins with a script from right to left would stand at the right of so wide a line.
        line = lines[0]._replace(indent=0.0)
        surface.items.append(TextItem(x, baseline, (line,), 0, 1, style.size, element))


def fitted(words: str, style: Style, width: float, breaker: Breaker) -> str:
    """Return the words on one line, cut with an ellipsis where they are wider than `width`."""
    shown = clip(words, 200)
    limit = len(shown)
    while limit > 1 and breaker.width(shown, style) > width:
        limit = min(limit - 1, int(limit * 0.92))
        shown = clip(words, limit) if limit > 1 else "…"
    return shown


def footers(
    pages: Sequence[Surface],
    frame: Frame,
    options: PageOptions,
    setter: Typesetter,
    *,
    works: bool,
    tick: Callable[[], None],
) -> None:
    """Write "Page X of Y", the note about ° where one stands on the page, and who printed it when."""
    style = Style(size=_RUNNING, colour=MUTE)
    breaker = setter.breaker
    printed = f"Printed {options.printed}" if options.printed else ""
    owner = " · ".join(part for part in (options.header_name, options.school, printed) if part)
    for number, page in enumerate(pages, 1):
        if number % 32 == 0:
            tick()
        level = frame.height - frame.left * 0.82
        count = f"Page {number} of {len(pages)}"
        count_width = breaker.width(count, style)
        put(page, count, style, frame.width - frame.left - count_width, level, breaker, FOOTER)
        if page.incomplete:
            put(
                page,
                INCOMPLETE_WITH_WORKS if works else INCOMPLETE,
                style,
                frame.left,
                level - (11 if owner else 0),
                breaker,
                FOOTER,
            )
        if owner:
            room = frame.inner - count_width - 20
            put(page, fitted(owner, style, room, breaker), style, frame.left, level, breaker, FOOTER)
