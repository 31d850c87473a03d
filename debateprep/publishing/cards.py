"""Rebuttal cards to cut out: equal cells with dashed cut lines, a card that is too long goes on in the next cell."""

from dataclasses import dataclass, replace

from debateprep.domain.pages import Evidence, RebuttalCard, RebuttalDeck
from debateprep.domain.terms import SupportKind
from debateprep.publishing.blocks import Block, Flow, Rule, place_stack, stacked_height
from debateprep.publishing.evidence import quotation
from debateprep.publishing.lines import Breaker, Run, Style
from debateprep.publishing.look import HAIR, INK, MUTE, Typesetter, colour_of, kind_words
from debateprep.publishing.options import PageOptions, Paper
from debateprep.publishing.running import fitted, put
from debateprep.publishing.surface import Bookmark, RectItem, RuleItem, Surface
from debateprep.publishing.text import clip

_MM = 72 / 25.4
_COLUMNS = 2
_CUT = (3.0, 2.4)
_LONGEST_TITLE = 120


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


@dataclass(slots=True)
class _Cell:
    """The part of a card that one cell holds."""

    card: RebuttalCard
    blocks: list[Block]
    sizes: _Sizes
    continued: bool
    first: bool


class DeckLayout:
    """Lays a deck out, 4 or 8 cells a sheet."""

    def __init__(self, deck: RebuttalDeck, options: PageOptions, breaker: Breaker) -> None:
        self.deck = deck
        self.options = options
        self.breaker = breaker
        self.setter = Typesetter(breaker, 11.0, ink_saver=options.ink_saver)
        self.page_width, self.page_height = options.paper.size
        self.rows = options.cards_per_sheet // _COLUMNS
        width, sheet = (270.0, 720.0) if options.paper is Paper.LETTER else (93 * _MM, 272 * _MM)
        self.cell = (width, sheet / self.rows)
        self.origin = ((self.page_width - _COLUMNS * width) / 2, (self.page_height - sheet) / 2)

    def surfaces(self) -> list[Surface]:
        """Return the sheets in order; an empty deck is one sheet that says so."""
        cells = [cell for card in self.deck.cards for cell in self._cells(card)]
        per_sheet = self.options.cards_per_sheet
        sheets = [self._sheet(cells[at : at + per_sheet], at) for at in range(0, len(cells), per_sheet)]
        return sheets or [self._empty()]

    def _empty(self) -> Surface:
        surface = Surface(self.page_width, self.page_height)
        words = "No rebuttal cards yet: answer an argument of the other side first."
        put(surface, words, self.setter.sans, self.origin[0], self.origin[1] + 20, self.breaker)
        return surface

    def _cells(self, card: RebuttalCard) -> list[_Cell]:
        eight = self.options.cards_per_sheet == 8
        sizes = _EIGHT if eight else _FOUR
        blocks = self._blocks(card, sizes)
        if not eight and stacked_height(blocks) > self._room(sizes):
            sizes = _FOUR_TIGHT
            blocks = self._blocks(card, sizes)
        flow = Flow(blocks)
        cells: list[_Cell] = []
        while flow.queue or not cells:
            cells.append(_Cell(card, flow.take(self._room(sizes)), sizes, bool(flow.queue), not cells))
        return cells

    def _room(self, sizes: _Sizes) -> float:
        return self.cell[1] - self._top(sizes) - 27.0

    def _top(self, sizes: _Sizes) -> float:
        return 24.0 if sizes.run_in else 32.0

    def _blocks(self, card: RebuttalCard, sizes: _Sizes) -> list[Block]:
        strong = Style(bold=True, size=sizes.they)
        because = Style(serif=True, size=sizes.because)
        reasons = [(card.because, because)] if card.because else []
        found = self._part("THEY SAY", [(card.they_say, strong)], sizes)
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
        rule = 8 * _MM
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
        block = self.setter.text(runs, self._inner(sizes), spread=1.5, before=sizes.gap, keep=True)
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

    def _sheet(self, cells: list[_Cell], first: int) -> Surface:
        surface = Surface(self.page_width, self.page_height)
        width, height = self.cell
        places = [
            (self.origin[0] + (at % _COLUMNS) * width, self.origin[1] + (at // _COLUMNS) * height)
            for at in range(len(cells))
        ]
        self._cut_lines(surface, places)
        for cell, (x, y) in zip(cells, places, strict=True):
            self._bar(surface, cell.card, x, y)
        for number, (cell, (x, y)) in enumerate(zip(cells, places, strict=True), first + 1):
            self._card(surface, cell, x, y, number)
        return surface

    def _bar(self, surface: Surface, card: RebuttalCard, x: float, y: float) -> None:
        thickness = 1.4 if self.options.ink_saver else 4.0
        surface.items.append(RectItem(x, y, self.cell[0], thickness, fill=colour_of(card.side)))

    def _cut_lines(self, surface: Surface, places: list[tuple[float, float]]) -> None:
        width, height = self.cell
        edges: dict[tuple[float, float, float, float], None] = {}
        for x, y in places:
            right, foot = x + width, y + height
            for edge in ((x, y, right, y), (x, foot, right, foot), (x, y, x, foot), (right, y, right, foot)):
                edges[tuple(round(part, 2) for part in edge)] = None  # type: ignore[index]
        for x1, y1, x2, y2 in edges:
            surface.items.append(RuleItem(x1, y1, x2, y2, "#8f8a80", 0.6, _CUT))

    def _card(self, surface: Surface, cell: _Cell, x: float, y: float, number: int) -> None:
        card, sizes = cell.card, cell.sizes
        height = self.cell[1]
        left, inner = x + sizes.pad, self._inner(sizes)
        name = card.target_name or clip(card.they_say, 60)
        sign = f"{card.side.sign} {card.side.label.upper()} answers "
        tail = "" if cell.first else " (continued)"
        style = Style(bold=True, size=9.0, colour=colour_of(card.side))
        room = inner - self.breaker.width(sign + "“”" + tail, style)
        head = f"{sign}“{fitted(name, style, room, self.breaker)}”{tail}"
        put(surface, head, style, left, y + (17 if sizes.run_in else 22), self.breaker)
        if cell.first:
            title = clip(f"{card.side.label} answers: {name}", _LONGEST_TITLE)
            surface.bookmarks.append((Bookmark(f"c{number}", title, 0), y))
        place_stack(cell.blocks, surface, left, y + self._top(sizes))
        self._foot(surface, cell, left, y + height - 9, inner)

    def _foot(self, surface: Surface, cell: _Cell, x: float, baseline: float, inner: float) -> None:
        style = Style(size=8.0, colour=MUTE)
        kinds = list(dict.fromkeys(evidence.kind.value for evidence in cell.card.evidence))
        if any(evidence.cite and evidence.cite.incomplete for evidence in cell.card.evidence):
            kinds.append("° cite incomplete")
        right = "continued on the next card" if cell.continued else self.options.printed
        if cell.sizes.run_in:
            # The cite stands beside the kind of support it belongs to, never under our own reason.
            cited = next((each for each in _chosen(cell.card) if each.cite is not None), None)
            if cited is not None and cited.cite is not None:
                kinds = [
                    f"{cited.kind.value}: {cited.cite.text}",
                    *(kind for kind in kinds if kind != cited.kind.value),
                ]
        left = " · ".join(kinds) or "our reasoning"
        if not cell.continued and self.breaker.width(f"{left}  {right}", style) > inner - 6:
            right = ""
        right_width = self.breaker.width(right, style)
        words = fitted(left, style, inner - right_width - 10, self.breaker)
        put(surface, words, style, x, baseline, self.breaker)
        put(surface, right, style, x + inner - right_width, baseline, self.breaker)


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
