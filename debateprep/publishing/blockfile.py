"""The block file: one argument of the other side a page, what we answer to it, and room to note the round."""

from collections.abc import Iterator
from dataclasses import replace

from debateprep.domain import reading_time
from debateprep.domain.pages import ArgumentEntry, Evidence, RebuttalCard, TopicPages
from debateprep.domain.terms import Side, SupportKind
from debateprep.publishing.blocks import Block, Text
from debateprep.publishing.book import Book
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.evidence import cite_runs, context_text, marked_runs, wanted_box
from debateprep.publishing.forms import MM, Row, Ruled
from debateprep.publishing.lines import Run, Style
from debateprep.publishing.look import HAIR, INK, MUTE, PANEL, kind_words
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame, fitted, put
from debateprep.publishing.structure import Tree
from debateprep.publishing.surface import RectItem, RuleItem, Surface

_MARGIN = 40.0
_TOP = 66.0
_BOTTOM = 56.0
_NOTES = 30 * MM
_WEIGH = ("How big", "How likely", "How soon", "Can it be undone")


class _BlockTitle(Text):
    """The title of a block; it tells the page which argument it answers."""

    name = ""
    number = 0


class BlockFileLayout(Book):
    """Lays the block file of one side out, a page or more for each argument of the other."""

    def __init__(self, pages: TopicPages, side: Side, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        width, height = options.page_size
        margin = options.margin_or(_MARGIN)
        header = f"{pages.topic or pages.resolution} · {side.label} block file"
        frame = Frame(width, height, margin, _TOP, _BOTTOM, header, "")
        super().__init__(options, breaker, tree, frame)
        self.topic = pages
        self.side = side
        self.width = frame.inner - _NOTES - 12
        self.rows = pages.rows(side.other)
        self.total = len(self.rows) or 1
        self._name, self._number = "", 0

    def front(self) -> list[Block]:
        """Return nothing: each page begins with what it answers."""
        return []

    def body(self) -> Iterator[Block]:
        """Make the blocks, one page or more each."""
        if not self.rows:
            yield self.title(f"{self.side.label} block file")
            yield self.words(f"There are no {self.side.other.label} arguments to answer yet.", before=8)
        for number, row in enumerate(self.rows, 1):
            with self.tree.inside("Sect"):
                yield from self._block(row, number)
            self.done = number

    def decorate(self, page: Surface, blocks: list[Block]) -> None:
        """Draw the tab, the room for notes, and the title again where a block goes on."""
        first = blocks[0] if blocks else None
        if isinstance(first, _BlockTitle):
            self._name, self._number = first.name, first.number
        elif self._name:
            style = Style(bold=True, size=9.0, colour=MUTE)
            words = fitted(f"{self._name} (continued)", style, self.width, self.setter.breaker)
            put(page, words, style, self.frame.left, self.frame.top - 8, self.setter.breaker)
        breaker, right = self.setter.breaker, self.frame.width - self.frame.left
        words = f"{self.side.sign} {self.side.label.upper()} · {self._number}"
        style = Style(bold=True, size=10.0, colour="#ffffff")
        width = breaker.width(words, style) + 16
        page.items.append(RectItem(right - width, 24, width, 20, fill=self.setter.side_colour(self.side), radius=2))
        put(page, words, style, right - width + 8, 37.6, breaker)
        left = self.frame.left + self.width + 12
        foot = self.frame.height - self.frame.bottom
        page.items.append(RuleItem(left, self.frame.top, left, foot, HAIR, 0.6, (1.5, 2.0)))
        put(page, "NOTES IN THE ROUND", Style(bold=True, size=6.5, colour=MUTE, track=0.5), left + 6,
            self.frame.top + 6, breaker)  # fmt: skip

    def _block(self, row: ArgumentEntry, number: int) -> Iterator[Block]:
        setter = self.setter
        name = f"AT: {row.name or row.claim}"
        tag = f"{row.side.label} {row.number}" if row.number else ""
        head: list[Run] = [(name, Style(bold=True, size=max(16.0, setter.size + 5)))]
        if tag:
            head.append((f"\u00a0 {tag}", replace(setter.small, size=10.0)))
        base = setter.text(head, self.width, spread=1.2, keep=True, role="H1", bookmark=self.bookmark(name, 0))
        title = _BlockTitle(base.lines, base.size, base.leading, keep=True, bookmark=base.bookmark,
                            element=base.element)  # fmt: skip
        title.new_page, title.name, title.number = number > 1, name, number
        yield title
        yield self._strongest(row)
        for count, answer in enumerate(row.answers, 1):
            with self.tree.inside("Sect"):
                yield from self._response(answer, count)
        if not row.answers:
            yield setter.gap(f"○ no {self.side.label} answer yet", before=10)
            yield self._lines(4)
        yield from self._foot()

    def _strongest(self, row: ArgumentEntry) -> Block:
        setter, inner = self.setter, self.width - 16
        blocks: list[Block] = [
            self.label("Strongest version of what they say", inner, role="H2"),
            setter.text([(row.claim, replace(setter.strong, size=setter.size))], inner, spread=1.34),
        ]
        blocks += [
            setter.text([(words, setter.sans)], inner, spread=1.34, before=1.5)
            for words in (row.warrant, row.impact)
            if words
        ]
        return setter.panel(blocks, self.width, before=7)

    def _response(self, answer: RebuttalCard, number: int) -> Iterator[Block]:
        setter = self.setter
        seconds = reading_time.seconds(
            reading_time.count(answer.we_say, answer.because, answer.therefore), self.topic.pro.words_a_minute
        )
        tick = Style(size=setter.size + 1)
        small = setter.small
        head: list[Run] = [
            ("☐", tick),
            (f"\u00a0 {number}\u00a0 · {answer.response.value} · {seconds} s", small),
        ]
        yield setter.text(head, self.width, before=10, keep=True, spread=1.3, role="H2")
        bold = Style(bold=True, size=max(12.0, setter.size + 1))
        yield setter.text([(answer.we_say, bold)], self.width, spread=1.25, keep=True)
        if answer.because:
            yield setter.text([(answer.because, setter.sans)], self.width, before=2, spread=1.36)
        for evidence in answer.evidence:
            yield from self._support(evidence, answer.we_say)
        if answer.therefore:
            yield setter.text([("→ ", setter.small), (answer.therefore, setter.strong)], self.width, before=3)
        for response, words in answer.replies:
            runs: list[Run] = [(f"If they reply · {response.value} — ", small), (words, setter.sans)]
            yield setter.text(runs, self.width, before=2)

    def _support(self, evidence: Evidence, claim: str) -> Iterator[Block]:
        setter = self.setter
        if evidence.kind is SupportKind.WANTED:
            yield wanted_box(evidence, setter, self.width)
            return
        if evidence.tag and evidence.tag != claim:
            yield setter.text([(evidence.tag, setter.strong)], self.width, before=4, keep=True)
        kind = kind_words(evidence)
        if evidence.cite is not None and evidence.kind.takes_cite:
            runs = cite_runs(evidence.cite, kind, setter)
        else:
            runs = [(kind[:1].upper() + kind[1:], setter.small_strong)]
        incomplete = bool(evidence.cite and evidence.cite.incomplete and evidence.kind.takes_cite)
        yield setter.text(runs, self.width, before=3, keep=True, incomplete=incomplete)
        body = marked_runs(evidence.text, evidence.marks, setter)
        yield setter.text(body, self.width, spread=1.4, prose=True, language=evidence.language)
        if evidence.context:
            yield context_text(evidence.context, setter, self.width)

    def _lines(self, count: int) -> Block:
        lines = Ruled(self.width, count, HAIR)
        lines.grows = True
        return lines

    def _foot(self) -> Iterator[Block]:
        setter, width = self.setter, self.width
        yield self.label("If they answer", before=12, role="H2")
        yield self._lines(2)
        yield self.label("Weigh", before=10, role="H2")
        cells: list[list[Block]] = []
        for words in _WEIGH:
            style = replace(setter.small, colour=INK)
            cells.append([setter.text([(words, style)], width / 4 - 10, spread=1.3)])
        fill = "" if setter.ink_saver else PANEL
        yield Row(cells, [width / 4] * 4, HAIR, least=17 * MM, fills=[fill] * 4)
        yield self.label("Questions to ask", before=10, role="H2")
        yield Ruled(width, 2, HAIR)
