"""The speech: only what is read, in large type, with the time that has passed in the margin."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from debateprep.domain import reading_time
from debateprep.domain.pages import ArgumentEntry, BriefPages, CardEntry, Evidence, SectionPage
from debateprep.domain.terms import SupportKind
from debateprep.publishing.blocks import Block, Text
from debateprep.publishing.book import Book
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.evidence import marked_runs
from debateprep.publishing.lines import Line, Run, Style
from debateprep.publishing.look import HAIR, MUTE
from debateprep.publishing.options import CardText, PageOptions
from debateprep.publishing.running import Frame, put
from debateprep.publishing.structure import Tree
from debateprep.publishing.surface import RuleItem, Surface, TextItem

_MARGIN = 50.0
_TOP = 76.0
_BOTTOM = 62.0
_TIMES = 44.0
_STEP = 15
"""A mark stands beside the line in which another quarter of a minute has passed."""


class SpeechLayout(Book):
    """Lays one side's case out to be read aloud."""

    extra = 5.0

    def __init__(self, pages: BriefPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        width, height = options.page_size
        header = f"{pages.topic or pages.resolution} · speech"
        sign = f"{pages.side.sign} {pages.side.label.upper()} SPEECH"
        margin = options.margin_or(_MARGIN)
        super().__init__(options, breaker, tree, Frame(width, height, margin, _TOP, _BOTTOM, header, sign))
        self.setter.card_text = CardText.READ
        self.brief = pages
        self.width = self.frame.inner - _TIMES
        self.read = 0
        self.total = len(pages.case) or 1
        self._counts: dict[int, tuple[Sequence[Line], list[int]]] = {}

    def front(self) -> list[Block]:
        """Return the title, the motion and how long the speech takes."""
        pages = self.brief
        time = reading_time.clock(pages.case_seconds)
        pace = f"{time} · {pages.case_words} words at {pages.words_a_minute} a minute"
        found = [self.title(f"{pages.side.label} speech", larger=4.0)]
        if pages.resolution:
            found.append(self.motion(pages.resolution))
        style = Style(size=max(9.0, self.setter.size - 5), colour=MUTE)
        return [*found, self.setter.text([(pace, style)], self.width, before=3)]

    def body(self) -> Iterator[Block]:
        """Make what is read, section by section."""
        self.read, self._counts = 0, {}
        if not self.brief.case:
            yield self.words("There is nothing to read yet: the case is empty.", before=16)
        for number, section in enumerate(self.brief.case, 1):
            yield from self._section(section, 2)
            self.done = number

    def decorate(self, page: Surface, _blocks: list[Block]) -> None:
        """Put the times into the margin at the right, behind a thin rule."""
        style = Style(bold=True, size=10.0, colour=MUTE)
        right = self.frame.width - self.frame.left
        breaker, rate = self.setter.breaker, max(1, self.brief.words_a_minute)
        foot = self.frame.height - self.frame.bottom
        rule = right - _TIMES + 12
        page.items.append(RuleItem(rule, self.frame.top, rule, foot, HAIR, 0.6))
        marks: list[tuple[float, str]] = []
        for item in page.items:
            if isinstance(item, TextItem) and id(item.lines) in self._counts:
                counts = self._counts[id(item.lines)][1]
                for number in range(item.start, item.end):
                    passed = [counts[at] * 60 // rate // _STEP for at in (number, number + 1)]
                    if passed[1] > passed[0]:
                        level = item.baseline + (number - item.start) * item.leading
                        marks.append((level, reading_time.clock(passed[1] * _STEP)))
        for level, words in marks:
            put(page, words, style, right - breaker.width(words, style), level, breaker)

    def _section(self, section: SectionPage, level: int) -> Iterator[Block]:
        setter = self.setter
        with self.tree.inside("Sect"):
            style = Style(bold=True, size=setter.size + (3.0 if level == 2 else 1.0))
            mark = self.bookmark(f"{section.number} {section.title}", level - 2)
            bar = setter.side_colour(self.brief.side) if level == 2 else ""
            head = setter.text(
                [(section.title, style)],
                self.width,
                before=setter.size * 1.4,
                spread=1.3,
                keep=True,
                bar=bar,
                indent=12 if bar else 0,
                bookmark=mark,
                role=f"H{level}",
            )
            yield self._timed(head)
            for entry in section.entries:
                if isinstance(entry, ArgumentEntry):
                    yield from self._argument(entry, level + 1)
                elif isinstance(entry, CardEntry):
                    yield from self._card(entry.evidence, "")
            for inner in section.sections:
                yield from self._section(inner, level + 1)

    def _argument(self, entry: ArgumentEntry, level: int) -> Iterator[Block]:
        setter = self.setter
        bold = replace(setter.body, bold=True)
        yield self._said([(entry.claim, bold)], before=setter.size * 0.9, keep=True, role=f"H{level}")
        if entry.warrant:
            yield self._said([(entry.warrant, setter.body)])
        for evidence in entry.evidence:
            yield from self._card(evidence, entry.claim)
        if entry.impact:
            yield self._said([(entry.impact, setter.body)])

    def _card(self, evidence: Evidence, claim: str) -> Iterator[Block]:
        if evidence.kind is not SupportKind.QUOTED:
            return
        setter = self.setter
        if evidence.tag and evidence.tag != claim:
            yield self._said([(evidence.tag, replace(setter.body, bold=True))], keep=True)
        if evidence.cite is not None:
            # The name and the year are said with the words; they are not counted, as the reading time is not.
            words = evidence.cite.head + (f", {evidence.cite.rest}" if evidence.cite.rest else "")
            style = Style(bold=True, size=max(9.0, setter.size - 3), colour=MUTE)
            yield setter.text([(words, style)], self.width, before=setter.size * 0.4, keep=True)
        yield self._said(marked_runs(evidence.text, evidence.marks, setter), language=evidence.language)

    def _said(
        self, runs: list[Run], *, before: float = 0.0, keep: bool = False, role: str = "P", language: str = ""
    ) -> Block:
        text = self.setter.text(
            runs,
            self.width,
            before=before or self.setter.size * 0.35,
            spread=1.55,
            keep=keep,
            role=role,
            language=language,
        )
        return self._timed(text)

    def _timed(self, text: Text) -> Text:
        """Note how many words were read before each of the lines."""
        counts = [self.read, *(reading_time.count(line.text) for line in text.lines)]
        counts = list(accumulate(counts))
        self.read = counts[-1]
        self._counts[id(text.lines)] = (text.lines, counts)
        return text
