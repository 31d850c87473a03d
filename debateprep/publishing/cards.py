"""Rebuttal cards to cut out: equal cells with dashed cut lines, a card that is too long goes on in the next cell.

With a back, the front says what they say and the back what we answer; backs lie mirrored behind their fronts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from debateprep.domain.pages import Evidence, RebuttalCard, RebuttalDeck
from debateprep.domain.terms import Side, SupportKind
from debateprep.publishing.blocks import Block, Flow, Rule, place_stack, stacked_height
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.evidence import quotation
from debateprep.publishing.layout import Tick, nothing
from debateprep.publishing.lines import Run, Style
from debateprep.publishing.look import HAIR, INK, MUTE, Typesetter, kind_words
from debateprep.publishing.options import Cells, Duplex, PageOptions, Paper
from debateprep.publishing.running import fitted, put
from debateprep.publishing.sheets import MM, Grid, cut_lines, draw_ruler
from debateprep.publishing.structure import Element, Tree
from debateprep.publishing.surface import Bookmark, RectItem, Surface
from debateprep.publishing.text import clip

_LONGEST_TITLE = 120
_FRONT_LARGER = 5.0
"""How much larger what they say is where it has the front of a card to itself, in points."""
_REPLY_LINES = 3
"""The label and the two lines where no reply is prepared."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The type of one kind of card: nothing to be read is under 9 pt."""

    they: float
    we: float
    because: float
    therefore: float
    reply: float
    gap: float
    pad: float
    run_in: bool = False


_FOUR = _Sizes(11.0, 13.0, 11.0, 11.0, 10.0, 8.0, 15.0)
_FOUR_TIGHT = _Sizes(9.5, 11.0, 9.5, 9.5, 9.0, 5.0, 15.0)
_EIGHT = _Sizes(9.5, 10.5, 9.0, 9.5, 9.0, 3.0, 11.0, run_in=True)
_SAFE = 10 * MM
_INDEX = replace(_EIGHT, pad=_SAFE)
_INDEX_LARGE = _Sizes(10.5, 12.0, 10.0, 10.5, 9.5, 5.0, _SAFE, run_in=True)
_INDEX_PAGES = {Cells.INDEX_3X5: (360.0, 216.0), Cells.INDEX_4X6: (432.0, 288.0)}


@dataclass(slots=True)
class _Cell:
    """The part of a card that one cell holds; `blocks` may be none on a back that is left empty."""

    card: RebuttalCard
    blocks: list[Block]
    sizes: _Sizes
    continued: bool
    first: bool
    sect: Element
    answers: bool = True
    continues: bool = False


def _grid(options: PageOptions) -> Grid:
    cut = options.cut
    if cut in _INDEX_PAGES:
        page = _INDEX_PAGES[cut]
        return Grid(page, 1, 1, page)
    paper = Paper.A4 if options.paper.is_metric else Paper.LETTER
    width, sheet = (270.0, 720.0) if paper is Paper.LETTER else (93 * MM, 272 * MM)
    rows = 2 if cut is Cells.FOUR else 4
    return Grid(paper.size, 2, rows, (width, sheet / rows))


class DeckLayout:
    """Lays a deck out, one or more cells a sheet."""

    contents = False

    def __init__(self, deck: RebuttalDeck, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        self.deck = deck
        self.options = options
        self.breaker = breaker
        self.setter = Typesetter(breaker, 11.0, ink_saver=options.ink_saver, tree=tree)
        self.setter.dress(options)
        self.grid = _grid(options)
        self.cell = self.grid.cell
        self.is_index = options.cut in _INDEX_PAGES
        self.done = 0
        self.total = len(deck.cards) or 1

    def pages(self) -> Iterator[Surface]:
        """Make the sheets in order; an empty deck is one sheet that says so."""
        if self.options.ruler and self.is_index:
            yield self._test_sheet()
        two_sided = self.options.duplex is not Duplex.OFF
        pairs = (pair for card in self.deck.cards for pair in self._pairs(card, two_sided=two_sided))
        number = 0
        while sheet := list(islice(pairs, self.grid.count)):
            front = self._sheet([front for front, _ in sheet], number, mirrored=False)
            if not number and self.options.ruler and not self.is_index:
                draw_ruler(front, self.breaker, self.setter.tree)
            yield front
            if two_sided:
                yield self._sheet([back for _, back in sheet], number, mirrored=True)
            number += len(sheet)
        if not number:
            yield self._empty()

    def finish(self, pages: list[Surface], _tick: Tick = nothing) -> list[Surface]:
        """Return the sheets as they are: cards have no feet."""
        return pages

    def _test_sheet(self) -> Surface:
        surface = Surface(*self.grid.page)
        draw_ruler(surface, self.breaker, self.setter.tree, level=self.grid.page[1] / 2)
        return surface

    def _empty(self) -> Surface:
        surface = Surface(*self.grid.page)
        words = "No rebuttal cards yet: answer an argument of the other side first."
        x, y = self.grid.places(1)[0]
        element = self.setter.tree.leaf("P", ((words, self.setter.sans),))
        put(surface, words, self.setter.sans, x, y + 20, self.breaker, element)
        return surface

    def _pairs(self, card: RebuttalCard, *, two_sided: bool) -> Iterator[tuple[_Cell | None, _Cell | None]]:
        """Make the fronts of a card's cells, each with its back where there are backs."""
        self.done += 1
        with self.setter.tree.inside("Sect") as sect:
            if not two_sided:
                for cell in self._cells(card, sect):
                    yield cell, None
                return
            sizes = self._sizes()
            self._head_element(card)
            said = Style(bold=True, size=sizes.they + _FRONT_LARGER)
            fronts: list[_Cell] = []
            flow = Flow(self._part("THEY SAY", [(card.they_say, said)], sizes))
            while flow.queue or not fronts:
                taken = flow.take(self._room(sizes))
                goes_on = bool(fronts)
                fronts.append(
                    _Cell(card, taken, sizes, bool(flow.queue), not goes_on, sect, answers=False, continues=goes_on)
                )
            backs = list(self._cells(card, sect, asked=False))
            backs[0].first = False
            yield from zip_longest(fronts, backs)

    def _head_element(self, card: RebuttalCard) -> None:
        """Put the card's heading into the structure, before what stands under it."""
        words = f"{card.side.sign} {card.side.label.upper()} answers “{card.target_name or clip(card.they_say, 60)}”"
        self.setter.tree.leaf("H1", ((words, self.setter.strong),))

    def _sizes(self) -> _Sizes:
        return {Cells.EIGHT: _EIGHT, Cells.INDEX_3X5: _INDEX, Cells.INDEX_4X6: _INDEX_LARGE}.get(
            self.options.cut, _FOUR
        )

    def _cells(self, card: RebuttalCard, sect: Element, *, asked: bool = True) -> Iterator[_Cell]:
        sizes = self._sizes()
        before = len(sect.kids or ())
        if asked:
            self._head_element(card)
        blocks = self._blocks(card, sizes, asked=asked)
        if sizes is _FOUR and stacked_height(blocks) > self._room(sizes):
            sizes = _FOUR_TIGHT
            if sect.kids is not None:
                del sect.kids[before:]
            if asked:
                self._head_element(card)
            blocks = self._blocks(card, sizes, asked=asked)
        lines_only = not card.replies and not sizes.run_in
        if lines_only and stacked_height(blocks) > self._room(sizes) >= stacked_height(blocks[:-_REPLY_LINES]):
            # Lines to write on are not worth a card of their own.
            del blocks[-_REPLY_LINES:]
        self.setter.tree.leaf("P", ((self._foot_words(card, sizes), self.setter.small),))
        flow = Flow(blocks)
        first = True
        while flow.queue or first:
            taken = flow.take(self._room(sizes))
            yield _Cell(card, taken, sizes, bool(flow.queue), first, sect, continues=not first)
            first = False

    def _room(self, sizes: _Sizes) -> float:
        return self.cell[1] - self._top(sizes) - (14.0 + _SAFE if self.is_index else 27.0)

    def _top(self, sizes: _Sizes) -> float:
        return (24.0 if sizes.run_in else 32.0) + self._inset()

    def _inset(self) -> float:
        """Return how much lower the words begin where a card has no neighbour to be cut from."""
        return _SAFE if self.is_index else 0.0

    def _blocks(self, card: RebuttalCard, sizes: _Sizes, *, asked: bool) -> list[Block]:
        strong = Style(bold=True, size=sizes.they)
        because = Style(serif=True, size=sizes.because)
        reasons = [(card.because, because)] if card.because else []
        found = self._part("THEY SAY", [(card.they_say, strong)], sizes) if asked else []
        found += self._part(
            "WE SAY", [(card.we_say, Style(serif=True, size=sizes.we))], sizes, pill=card.response.value
        )
        chosen = _chosen(card)
        if sizes.run_in and reasons:
            # Eight a sheet leave no room for the quotation too; the foot names it, its context is never left out.
            reasons += [run for evidence in chosen for run in self._context(evidence)]
            chosen = []
        supports = [self._support(evidence, because) for evidence in chosen]
        if reasons or supports:
            opening = reasons or supports.pop(0)
            found += self._part("BECAUSE", opening, sizes)
            found += [self._text(runs, sizes, before=2.0) for runs in supports]
        if card.therefore:
            found += self._part("THEREFORE", [(card.therefore, Style(bold=True, size=sizes.therefore))], sizes)
        return found + self._replies(card, sizes)

    def _replies(self, card: RebuttalCard, sizes: _Sizes) -> list[Block]:
        if card.replies:
            quiet = Style(size=max(9.0, sizes.reply - 1), colour=MUTE)
            words = Style(serif=True, size=sizes.reply)
            lines = [[(f"{response.value}: ", quiet), (text, words)] for response, text in card.replies]
            found = self._part("IF THEY REPLY", lines[0], sizes)
            return found + [self._text(runs, sizes, before=2.0) for runs in lines[1:]]
        if sizes.run_in:
            return []
        rule = 8 * MM
        width = self._inner(sizes)
        label = self._label("IF THEY REPLY", sizes)
        return [label, Rule(width, rule * 0.85, HAIR), Rule(width, rule, HAIR)]

    def _support(self, evidence: Evidence, style: Style) -> list[Run]:
        quiet = Style(size=9.0, colour=MUTE)
        if evidence.kind is SupportKind.WANTED:
            return [("Evidence wanted: ", replace(quiet, colour=INK, bold=True)), (evidence.text, style)]
        if evidence.kind is SupportKind.QUOTED:
            runs = [(quotation(evidence), style)]
        elif evidence.kind is SupportKind.REASONING:
            runs = [("Our reasoning: ", quiet), (evidence.text, style)]
        else:
            runs = [(evidence.text, style)]
        if evidence.cite is not None and evidence.kind.takes_cite:
            runs.append((f" — {evidence.cite.text} · {kind_words(evidence)}", quiet))
        return runs + self._context(evidence)

    def _context(self, evidence: Evidence) -> list[Run]:
        words = f" In context: {evidence.context}" if evidence.context else ""
        return [(words, Style(size=9.0, colour=MUTE, italic=True))] if words else []

    def _inner(self, sizes: _Sizes) -> float:
        return self.cell[0] - 2 * sizes.pad

    def _label(self, label: str, sizes: _Sizes, pill: str = "") -> Block:
        style = Style(bold=True, size=7.5, colour=MUTE, track=0.5)
        runs = [(label, style)]
        if pill:
            runs += [("    ", style), (pill, Style(size=8.0, bold=True, colour=MUTE, box="pill"))]
            runs[1] = ("\u00a0\u00a0\u00a0", style)
        block = self.setter.text(runs, self._inner(sizes), spread=1.5, before=sizes.gap, keep=True, role="H2")
        block.leading = block.height = 13.0
        return block

    def _part(self, label: str, runs: list[Run], sizes: _Sizes, pill: str = "") -> list[Block]:
        if not sizes.run_in:
            return [self._label(label, sizes, pill), self._text(runs, sizes, before=0.5)]
        head: list[Run] = [(f"{label}\u00a0 ", Style(bold=True, size=7.0, colour=MUTE, track=0.3))]
        if pill:
            head.append((f"{pill} — ", Style(size=9.0, colour=MUTE)))
        return [self._text([*head, *runs], sizes, before=sizes.gap)]

    def _text(self, runs: list[Run], sizes: _Sizes, before: float) -> Block:
        return self.setter.text(runs, self._inner(sizes), spread=1.24 if sizes.run_in else 1.32, before=before)

    def _sheet(self, cells: list[_Cell | None], first: int, *, mirrored: bool) -> Surface:
        surface = Surface(*self.grid.page)
        flip = self.options.duplex if mirrored else Duplex.OFF
        places = self.grid.places(len(cells), flip)
        if not self.is_index:
            cut_lines(surface, self.grid, places)
        for cell, (x, y) in zip(cells, places, strict=True):
            if cell is not None:
                self._bar(surface, cell.card, x, y)
        for number, (cell, (x, y)) in enumerate(zip(cells, places, strict=True), first + 1):
            if cell is not None:
                self._card(surface, cell, x, y, number)
        return surface

    def _bar(self, surface: Surface, card: RebuttalCard, x: float, y: float) -> None:
        colour = self.setter.side_colour(card.side)
        inset = _SAFE if self.is_index else 0.0
        thickness = 1.4 if self.options.ink_saver else 4.0
        width = self.cell[0] - 2 * inset
        if self.setter.black and card.side is Side.CON:
            surface.items.append(RectItem(x + inset, y + inset, width, thickness, stroke=colour, thickness=0.8))
        else:
            surface.items.append(RectItem(x + inset, y + inset, width, thickness, fill=colour))

    def _card(self, surface: Surface, cell: _Cell, x: float, y: float, number: int) -> None:
        card, sizes = cell.card, cell.sizes
        height = self.cell[1]
        left, inner = x + sizes.pad, self._inner(sizes)
        name = card.target_name or clip(card.they_say, 60)
        sign = f"{card.side.sign} {card.side.label.upper()} answers "
        tail = " (continued)" if cell.continues else ""
        style = Style(bold=True, size=9.0, colour=self.setter.side_colour(card.side))
        room = inner - self.breaker.width(sign + "“”" + tail, style)
        head = f"{sign}“{fitted(name, style, room, self.breaker)}”{tail}"
        level = y + (17 if sizes.run_in else 22) + self._inset()
        put(surface, head, style, left, level, self.breaker, _head_of(cell.sect) if cell.first else None)
        if cell.first:
            title = clip(f"{card.side.label} answers: {name}", _LONGEST_TITLE)
            surface.bookmarks.append((Bookmark(f"c{number}", title, 0), y))
        place_stack(cell.blocks, surface, left, y + self._top(sizes))
        if cell.answers:
            self._foot(surface, cell, left, y + height - 9 - (_SAFE - 6 if self.is_index else 0), inner)

    def _foot_words(self, card: RebuttalCard, sizes: _Sizes) -> str:
        kinds = list(dict.fromkeys(evidence.kind.value for evidence in card.evidence))
        if any(evidence.cite and evidence.cite.incomplete for evidence in card.evidence):
            kinds.append("° cite incomplete")
        if sizes.run_in:
            # The cite stands beside the kind of support it belongs to, never under our own reason.
            cited = next((each for each in _chosen(card) if each.cite is not None), None)
            if cited is not None and cited.cite is not None:
                kinds = [
                    f"{cited.kind.value}: {cited.cite.text}",
                    *(kind for kind in kinds if kind != cited.kind.value),
                ]
        return " · ".join(kinds) or "our reasoning"

    def _foot(self, surface: Surface, cell: _Cell, x: float, baseline: float, inner: float) -> None:
        style = Style(size=8.0, colour=MUTE)
        left = self._foot_words(cell.card, cell.sizes)
        right = "continued on the next card" if cell.continued else self.options.printed
        if not cell.continued and self.breaker.width(f"{left}  {right}", style) > inner - 6:
            right = ""
        right_width = self.breaker.width(right, style)
        words = fitted(left, style, inner - right_width - 10, self.breaker)
        foot = _foot_of(cell.sect) if not cell.continued else None
        put(surface, words, style, x, baseline, self.breaker, foot)
        put(surface, right, style, x + inner - right_width, baseline, self.breaker)


def _head_of(sect: Element) -> Element | None:
    return next((kid for kid in sect.kids or () if kid.role == "H1"), None)


def _foot_of(sect: Element) -> Element | None:
    return sect.kids[-1] if sect.kids else None


_FIRST = (SupportKind.QUOTED, SupportKind.PARAPHRASE, SupportKind.REPORTED, SupportKind.REASONING)


def _chosen(card: RebuttalCard) -> list[Evidence]:
    """Return the one support that a card to hold has room for; the brief has them all, the foot names their kinds.

    What a source says comes before our reasoning, which stands only where no reason was given already.
    """
    ranked = sorted(
        (evidence for evidence in card.evidence if evidence.kind in _FIRST),
        key=lambda evidence: _FIRST.index(evidence.kind),
    )
    best = ranked[:1]
    if best and best[0].kind is SupportKind.REASONING and card.because:
        return []
    return best
