"""Class handouts: one two-sided sheet on three levels of help, a key with the same line breaks, strips to sort."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from random import Random

from debateprep.domain.pages import ArgumentEntry, RebuttalCard, TopicPages
from debateprep.domain.terms import Side
from debateprep.publishing.blocks import Block, Box, Text, place_stack
from debateprep.publishing.book import Book
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.forms import MM, Row, Ruled
from debateprep.publishing.layout import Tick, nothing
from debateprep.publishing.lines import Line, Run, Style
from debateprep.publishing.look import HAIR, INK, MUTE, PANEL, Typesetter
from debateprep.publishing.options import Level, PageOptions
from debateprep.publishing.running import Frame, put
from debateprep.publishing.sheets import Grid, cut_lines
from debateprep.publishing.structure import Element, Tree
from debateprep.publishing.surface import RectItem, Surface, TextItem
from debateprep.publishing.text import clip, first_words

_MARGIN = 44.0
_TOP = 58.0
_BOTTOM = 46.0
_SMALLEST = 12.0
_BACKGROUND_WORDS = 90
_LINE = "#8f8a80"
_STARTERS = {
    "Claim": "The main point is that …",
    "Reason": "This is because …",
    "Evidence": "The text says …",
    "But": "But …",
    "Because": "This is so because …",
    "Therefore": "So the better conclusion is …",
}
_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON = frozenset(
    "about should would could their there which other these those resolved people because every".split()
)


class Answered(Ruled):
    """Ruled lines; in the key the answer stands on them, so that both have the same breaks."""

    def __init__(self, width: float, count: int, answer: Sequence[Line], element: Element | None) -> None:
        super().__init__(width, count, _LINE)
        self.answer = answer[:count]
        self.element = element

    def split(self, room: float, force: bool) -> tuple[Block | None, Block | None]:
        """Stay whole."""
        return (self, None) if self.height <= room + 0.01 or force else (None, self)

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Draw the lines, and the answer in a frame."""
        super().place(surface, x, y)
        if self.answer:
            surface.items.append(RectItem(x - 2, y + 5, self.width + 4, self.height - 3, stroke=INK, thickness=0.8))
            base = y + self.pitch - 4
            surface.items.append(TextItem(x + 2, base, self.answer, 0, len(self.answer), self.pitch, self.element))


class HandoutLayout(Book):
    """Lays out the handout of one side on one level, or its key."""

    def __init__(self, pages: TopicPages, side: Side, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        width, height = options.page_size
        header = f"{pages.topic or pages.resolution}"
        sign = f"{side.sign} {side.label.upper()} · LEVEL {options.level.value}{' · KEY' if options.key else ''}"
        margin = options.margin_or(_MARGIN)
        larger = replace(options, type_size=max(_SMALLEST, options.type_size))
        super().__init__(larger, breaker, tree, Frame(width, height, margin, _TOP, _BOTTOM, header, sign))
        self.topic = pages
        self.side = side
        self.level = options.level
        self.is_key = options.key
        self.rows = pages.rows(side)[:3]
        by_claim: dict[str, RebuttalCard] = {}
        for card in pages.deck.cards:
            if card.side is side:
                by_claim.setdefault(card.they_say, card)
        self.cards = list(by_claim.values())[:3]
        self.shade = "" if self.setter.ink_saver else PANEL

    def front(self) -> list[Block]:
        """Return the names and the motion."""
        bold = Style(bold=True, size=self.setter.size + 3)
        motion = self.setter.text([(self.topic.resolution or self.topic.topic, bold)], self.width - 20, role="H1")
        return [
            self.fields(("Name", 3), ("Date", 1.4), ("Class", 1.2)),
            Box([motion], self.width, stroke=INK, padding=(10.0, 7.0), before=9),
        ]

    def body(self) -> Iterator[Block]:
        """Make the front and the back of the sheet."""
        yield from self._words()
        yield from self._background()
        yield from self._find()
        yield from self._refute()
        yield from self._close()
        self.done = 1

    def _words(self) -> Iterator[Block]:
        yield self.label("Key words: write what they mean here", before=9, role="H2")
        given = _distinctive([self.topic.resolution], 2)
        widths = [self.width * 0.24, self.width * 0.76]
        for number in range(4):
            word = given[number] if number < len(given) else ""
            cells: list[list[Block]] = [[self.words(word, widths[0] - 10, bold=True)] if word else [], []]
            yield Row(cells, widths, _LINE, least=8.6 * MM, padding=(5.0, 3.0))

    def _background(self) -> Iterator[Block]:
        clash = self.topic.clash
        said = [
            f"{side.sign} {side.label}: {words.rstrip('.')}."
            for side, words in ((Side.PRO, clash.pro_stance), (Side.CON, clash.con_stance))
            if words
        ]
        yield self.label("What the two sides stand for", before=9, role="H2")
        if said:
            words, cut = first_words(" ".join(said), _BACKGROUND_WORDS)
            yield self.words(words + ("…" if cut else ""), serif=True)
        else:
            yield Ruled(self.width, 2, _LINE)

    def _find(self) -> Iterator[Block]:
        yield self.label("Find the claim, the reason and the evidence", before=10, role="H2")
        if self.level is Level.A:
            bank = _distinctive([row.claim for row in self.rows] + [row.warrant for row in self.rows], 8)
            yield self._bank(sorted(bank, key=str.casefold))
        widths = [self.width / 3] * 3
        for number in range(3):
            row = self.rows[number] if number < len(self.rows) else None
            name = f"{number + 1} · {row.name}" if row is not None and row.name and self.level is not Level.C else ""
            head = name or f"{number + 1}"
            yield self.words(head, bold=True, before=6, keep=True, role="H3")
            cells = [self._cell(label, answer, widths[0] - 10, 3) for label, answer in _found(row)]
            yield Row(cells, widths, HAIR, padding=(5.0, 3.0), before=1)

    def _bank(self, words: Sequence[str]) -> Block:
        text = self.words("Word bank:  " + "   ·   ".join(words), self.width - 16, bold=True)
        return Box([text], self.width, fill=self.shade, stroke=_LINE, padding=(8.0, 5.0), before=2)

    def _cell(self, label: str, answer: str, width: float, lines: int) -> list[Block]:
        place = "  ¶ ____" if label in ("Claim", "Reason", "Evidence") else ""
        starter = _STARTERS.get(label, "") if self.level is Level.B else ""
        quiet = Style(bold=True, size=self.setter.size - 2.5, colour=MUTE)
        runs: list[Run] = [(f"{label}{place}", quiet)]
        if starter:
            runs.append((f"  {starter}", replace(quiet, bold=False, italic=not self.options.dyslexia)))
        head = self.setter.text(runs, width, spread=1.25)
        return [head, self._answer(answer, width, lines)]

    def _answer(self, answer: str, width: float, lines: int) -> Block:
        if not self.is_key or not answer:
            return Answered(width, lines, (), None)
        style = Style(size=self.setter.size - 2, bold=True)
        limit = len(answer)
        broken = self.setter.breaker.lines([(answer, style)], width - 4)
        while len(broken) > lines and limit > 8:
            limit = int(limit * 0.9)
            broken = self.setter.breaker.lines([(clip(answer, limit), style)], width - 4)
        return Answered(width, lines, broken, self.tree.leaf("P", ((answer, style),)))

    def _refute(self) -> Iterator[Block]:
        head = self.label("Answer them in four steps: one is done for you", before=0, role="H2")
        head.new_page = True
        yield head
        steps = [_steps(card) for card in self.cards]
        if steps:
            inner = self.width - 20
            blocks: list[Block] = []
            for label, words in steps[0]:
                quiet = Style(bold=True, size=self.setter.size - 2.5, colour=MUTE)
                runs: list[Run] = [(f"{label}\u00a0 ", quiet), (words or "…", self.setter.body)]
                blocks.append(self.setter.text(runs, inner, before=3, spread=1.32))
            yield Box(blocks, self.width, fill=self.shade, stroke=_LINE, padding=(10.0, 7.0), before=2)
        for number in (1, 2):
            known = (
                steps[number]
                if number < len(steps)
                else [(label, "") for label in ("They say", "But", "Because", "Therefore")]
            )
            yield self.label(f"Now you: {number}", before=11, role="H2")
            yield from self._to_do(known)

    def _to_do(self, steps: Sequence[tuple[str, str]]) -> Iterator[Block]:
        (first, said), *rest = steps
        quiet = Style(bold=True, size=self.setter.size - 2.5, colour=MUTE)
        if said:
            yield self.setter.text(
                [(f"{first}\u00a0 ", quiet), (said, self.setter.body)], self.width, spread=1.3, keep=True
            )
        else:
            yield self.setter.text([(first, quiet)], self.width, spread=1.2, keep=True)
            yield Ruled(self.width, 1, _LINE)
        left = 25 * MM
        for label, answer in rest:
            starter = _STARTERS.get(label, "") if self.level is Level.B else ""
            style = replace(quiet, bold=False, italic=not self.options.dyslexia)
            head = self.setter.text([(label, quiet), (f"\n{starter}" if starter else "", style)], left - 4, spread=1.25)
            yield _Beside(head, self._answer(answer, self.width - left, 2), left)

    def _close(self) -> Iterator[Block]:
        size = self.setter.size
        yield self.label("Carry one point further", before=11, role="H2")
        yield self.words("Extend our ______________________________ : it says ______________________________",
                         before=4, larger=0)  # fmt: skip
        yield self.label("To be fair", before=11, role="H2")
        yield self.setter.text(
            [("The best point against my side is", Style(bold=True, size=size))], self.width, keep=True
        )
        best = self.rows[0].answers[0].we_say if self.rows and self.rows[0].answers else ""
        yield self._answer(best, self.width, 2)


class _Beside(Block):
    """A label with the lines to write on beside it."""

    def __init__(self, label: Block, lines: Block, left: float) -> None:
        self.label = label
        self.lines = lines
        self.left = left
        self.height = max(label.height + 4, lines.height)

    def place(self, surface: Surface, x: float, y: float) -> None:
        """Place both level with each other."""
        place_stack([self.label], surface, x, y + 6)
        place_stack([self.lines], surface, x + self.left, y)


def _found(row: ArgumentEntry | None) -> list[tuple[str, str]]:
    if row is None:
        return [("Claim", ""), ("Reason", ""), ("Evidence", "")]
    cited = next((each for each in row.evidence if each.cite is not None), None)
    place = f"{cited.cite.place}: " if cited is not None and cited.cite is not None and cited.cite.place else ""
    also = f" (also: {row.name})" if row.name and row.name != row.claim else ""
    evidence = place + (cited.text if cited is not None else "")
    return [("Claim", row.claim + also), ("Reason", row.warrant), ("Evidence", evidence)]


def _steps(card: RebuttalCard) -> list[tuple[str, str]]:
    because = card.because or next((each.text for each in card.evidence), "")
    return [
        ("They say", card.they_say),
        ("But", card.we_say),
        ("Because", because),
        ("Therefore", card.therefore),
    ]


def _distinctive(texts: Sequence[str], count: int) -> list[str]:
    """Return the longest words of the texts, each once, in the order they stand in."""
    words = list(dict.fromkeys(match.group() for text in texts for match in _WORD.finditer(text)))
    fit = [word for word in words if word.casefold() not in _COMMON]
    longest = sorted(fit, key=lambda word: (-len(word), words.index(word)))[:count]
    return [word for word in fit if word in longest]


@dataclass(frozen=True, slots=True)
class _Strip:
    number: int
    words: str
    side: Side
    partner: int


class StripsLayout:
    """Strips to cut out, sort and match: what one side says, and what the other answers, well mixed; or their key."""

    contents = False

    def __init__(self, pages: TopicPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        self.setter = Typesetter(breaker, 11.0, ink_saver=options.ink_saver, tree=tree)
        self.setter.dress(options)
        width, height = options.paper.size
        self.grid = Grid((height, width), 2, 6, (288.0, 72.0))
        self.key = options.key
        self.pairs = _clear_pairs(pages.deck.cards)
        self.strips = _mixed(self.pairs)
        self.done = 0
        self.total = len(self.strips) or 1

    def pages(self) -> Iterator[Surface]:
        """Make the sheets in order."""
        if self.key or not self.strips:
            yield self._key()
            return
        for first in range(0, len(self.strips), self.grid.count):
            yield self._sheet(self.strips[first : first + self.grid.count])
            self.done = first

    def finish(self, pages: list[Surface], _tick: Tick = nothing) -> list[Surface]:
        """Return the sheets as they are."""
        return pages

    def _sheet(self, strips: Sequence[_Strip]) -> Surface:
        surface = Surface(*self.grid.page)
        places = self.grid.places(len(strips))
        cut_lines(surface, self.grid, places)
        heading = "Cut out the strips, mix them, and lay each answer beside what it answers."
        title = Style(bold=True, size=11.0)
        with self.setter.tree.inside("Sect"):
            element = self.setter.tree.leaf("H1", ((heading, title),))
            put(surface, heading, title, places[0][0], places[0][1] - 14, self.setter.breaker, element)
            for strip, (x, y) in zip(strips, places, strict=True):
                self._strip(surface, strip, x, y)
        return surface

    def _strip(self, surface: Surface, strip: _Strip, x: float, y: float) -> None:
        breaker, width = self.setter.breaker, self.grid.cell[0] - 46
        put(surface, str(strip.number), Style(bold=True, size=9.0, colour=MUTE), x + 9, y + 16, breaker)
        sign = self.setter.text([(strip.side.sign, Style(size=10.0))], 16, role="")
        sign.place(surface, x + 8, y + 48)
        size = 11.0
        while True:
            style = Style(size=size, serif=True)
            lines = breaker.lines([(strip.words, style)], width)
            if len(lines) * size * 1.28 <= 60 or size <= 9.0:
                break
            size -= 0.5
        if len(lines) * size * 1.28 > 62:
            lines = breaker.lines([(clip(strip.words, 190), Style(size=9.0, serif=True))], width)[:5]
        element = self.setter.tree.leaf("P", ((f"{strip.number}. {strip.words}", Style(size=size)),))
        block = Text(lines, size, size * 1.28, element=element)
        block.place(surface, x + 32, y + (72 - block.height) / 2)

    def _key(self) -> Surface:
        surface = Surface(*self.grid.page)
        setter = self.setter
        breaker, (width, height) = setter.breaker, self.grid.page
        head = Style(bold=True, size=15.0)
        words = "Key to the strips" if self.strips else "No answers to cut into strips yet"
        element = setter.tree.leaf("H1", ((words, head),))
        put(surface, words, head, 48, 58, breaker, element)
        y, column = 78.0, 0
        room = (width - 96 - 24) / 2
        for strip in self.strips:
            if strip.partner < strip.number and self.strips[strip.partner - 1].partner == strip.number:
                continue
            text = f"{strip.number} + {strip.partner}"
            runs: list[Run] = [
                (f"{text}\u00a0 ", Style(bold=True, size=9.5)),
                (clip(strip.words, 110), Style(size=9.0)),
            ]
            block = setter.text(runs, room, spread=1.3)
            if y + block.height > height - 48 and column == 0:
                y, column = 78.0, 1
            block.place(surface, 48 + column * (room + 24), y)
            y += block.height + 5
        return surface


def _clear_pairs(cards: Sequence[RebuttalCard]) -> list[tuple[str, str, Side]]:
    """Return claims with their answers, no words twice: each strip fits exactly one other."""
    seen: set[str] = set()
    found: list[tuple[str, str, Side]] = []
    for card in cards:
        words = {card.they_say, card.we_say}
        if len(words) == 2 and seen.isdisjoint(words):
            seen |= words
            found.append((card.they_say, card.we_say, card.side))
    return found


def _mixed(pairs: Sequence[tuple[str, str, Side]]) -> list[_Strip]:
    """Return the strips in an order that is mixed, and the same each time for the same pairs."""
    seed = sha256("\x1f".join(f"{they}\x1e{we}" for they, we, _ in pairs).encode("utf-8", "replace")).hexdigest()
    order = list(range(2 * len(pairs)))
    Random(seed).shuffle(order)  # noqa: S311 - a fixed order, not a secret
    number_of = {strip: number for number, strip in enumerate(order, 1)}
    found: list[_Strip] = []
    for strip in order:
        they, we, side = pairs[strip // 2]
        partner = number_of[strip ^ 1]
        found.append(_Strip(number_of[strip], we if strip % 2 else they, side if strip % 2 else side.other, partner))
    return found
