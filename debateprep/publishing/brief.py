"""One side's brief: the case with its evidence and the answers to it, the answers to the other side, notes, works."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from debateprep.domain import reading_time
from debateprep.domain.pages import (
    ArgumentEntry,
    BriefPages,
    CardEntry,
    Entry,
    NoteEntry,
    RebuttalCard,
    SectionPage,
    WorkCited,
)
from debateprep.domain.terms import ResponseType
from debateprep.publishing.blocks import Blank, Block, Text
from debateprep.publishing.book import Book
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.cover import cover_blocks
from debateprep.publishing.evidence import evidence_blocks, work_runs
from debateprep.publishing.lines import Run, Style
from debateprep.publishing.look import HAIR, INK, MUTE, Typesetter, gap_words
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame
from debateprep.publishing.structure import Tree

_MARGIN = 46.0
_TOP = 76.0
_BOTTOM = 62.0


class BriefLayout(Book):
    """Lays one brief out."""

    has_contents = True
    says_works = True

    def __init__(self, pages: BriefPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        width, height = options.page_size
        sign = f"{pages.side.sign} {pages.side.label.upper()} BRIEF"
        margin = options.margin_or(_MARGIN)
        frame = Frame(width, height, margin, _TOP, _BOTTOM, pages.topic or pages.resolution, sign)
        super().__init__(options, breaker, tree, frame)
        self.brief = pages
        self.total = sum(_size(section) for part in (pages.case, pages.answers, pages.notes) for section in part) or 1

    def front(self) -> list[Block]:
        """Return the title, what the side stands for, and what the brief holds."""
        setter, pages, width = self.setter, self.brief, self.width
        title = pages.title or f"{pages.side.label} brief"
        found: list[Block] = []
        if self.options.cover:
            found += cover_blocks(setter, self.frame, title, pages.resolution, pages.side, pages.stance, self.options)
        else:
            head = [(title, Style(bold=True, size=setter.size + 9))]
            found.append(setter.text(head, width, spread=1.25, keep=True, role="H1"))
            motion = Style(serif=True, italic=True, size=setter.size + 1, colour=MUTE)
            if pages.resolution:
                found.append(setter.text([(pages.resolution, motion)], width, spread=1.35, before=1))
        if pages.stance and not self.options.cover:
            colour = setter.side_colour(pages.side)
            label = [(f"{pages.side.sign} {pages.side.label}: ", replace(setter.strong, colour=colour))]
            found.append(setter.text([*label, (pages.stance, setter.strong)], width, before=7))
        facts = self._facts()
        facts[0].new_page = self.options.cover
        return found + facts

    def _facts(self) -> list[Block]:
        setter, pages, width = self.setter, self.brief, self.width
        small = setter.small
        pace = f"({pages.case_words} words at {pages.words_a_minute} a minute)"
        reading = f"The case reads in {reading_time.clock(pages.case_seconds)} {pace}."
        counts = " · ".join(count.sentence for count in pages.coverage)
        found: list[Block] = [setter.text([(f"{reading}\n{counts}", small)], width, before=5)]
        if pages.notice:
            notice = setter.text([(pages.notice, replace(small, colour=INK))], width - 16)
            found.append(setter.panel([notice], width, before=7))
        return found

    def body(self) -> Iterator[Block]:
        """Make the parts of the brief."""
        pages = self.brief
        parts = (
            ("Case", pages.case),
            (f"Answers to {pages.side.other.label}", pages.answers),
            ("Notes", pages.notes),
        )
        for title, sections in parts:
            chosen = [section for section in sections if _is_chosen(section, self.options.sections)]
            if chosen:
                with self.tree.inside("Part"):
                    yield self._part(title)
                    for number, section in enumerate(chosen):
                        apart = self.options.page_each and number > 0
                        yield from self._section(section, 1, apart=apart)
        if self.options.works_cited and pages.works:
            with self.tree.inside("Part"):
                yield self._part("Works cited")
                for work in pages.works:
                    yield self._work(work)

    def _part(self, title: str) -> Block:
        style = Style(bold=True, size=self.setter.size + 5)
        mark = self.bookmark(title, 0)
        return self.setter.text(
            [(title, style)], self.width, spread=1.3, before=24, keep=True, bookmark=mark, role="H2"
        )

    def _section(self, section: SectionPage, level: int, *, apart: bool = False) -> Iterator[Block]:
        setter = self.setter
        top = level == 1
        style = Style(bold=True, size=setter.size + (2.0 if top else 0.5))
        number = [(f"{section.number}\u00a0 ", replace(style, colour=MUTE))] if section.number else []
        mark = self.bookmark(f"{section.number} {section.title}", level)
        with self.tree.inside("Sect"):
            title = setter.text(
                [*number, (section.title, style)],
                self.width,
                spread=1.3,
                before=setter.size * (1.5 if top else 1.1),
                indent=11.0 if top else 0.0,
                keep=bool(section.entries or section.sections),
                bar=setter.side_colour(self.brief.side) if top else "",
                bookmark=mark,
                role=f"H{level + 2}",
            )
            title.new_page = apart
            yield title
            shared = _shared_target(section)
            for index, entry in enumerate(section.entries):
                if shared and isinstance(entry, RebuttalCard):
                    yield from self._answer_of_block(entry, first=index == 0)
                else:
                    yield from self._entry(entry, level + 1)
                self.done += 1
            for inner in section.sections:
                yield from self._section(inner, level + 1)

    def _entry(self, entry: Entry, level: int) -> list[Block]:
        if isinstance(entry, ArgumentEntry):
            return self._argument(entry, level)
        if isinstance(entry, RebuttalCard):
            return self._rebuttal(entry, level)
        if isinstance(entry, CardEntry):
            found = evidence_blocks(entry.evidence, self.setter, self.width, role=f"H{level + 2}")
            first = found[0]
            first.before = self.setter.size * 0.95
            if isinstance(first, Text):
                first.bookmark = self.bookmark(entry.evidence.tag or entry.evidence.text, level)
            return found
        return [self._note(entry)]

    def _note(self, entry: NoteEntry) -> Block:
        return self.setter.text([(entry.text, self.setter.body)], self.width, before=self.setter.size * 0.5)

    def _argument(self, entry: ArgumentEntry, level: int) -> list[Block]:
        setter = self.setter
        claim = replace(setter.strong, size=setter.size)
        number = [(f"{entry.number}\u00a0 ", replace(claim, colour=MUTE, bold=False))] if entry.number else []
        mark = self.bookmark(f"{entry.number} {entry.name or entry.claim}", level)
        found: list[Block] = [
            setter.text(
                [*number, (entry.claim, claim)],
                self.width,
                before=setter.size,
                keep=True,
                bookmark=mark,
                role=f"H{level + 2}",
            )
        ]
        for label, words in (("Warrant", entry.warrant), ("Impact", entry.impact)):
            if words:
                found.append(self._labelled(label, [(words, setter.sans)], before=2.0))
        for evidence in entry.evidence:
            found += evidence_blocks(evidence, setter, self.width, claim=entry.claim)
        if self.options.answers:
            found += self._answers(entry)
        return found

    def _labelled(self, label: str, runs: list[Run], *, before: float) -> Text:
        head = (f"{label}\u00a0 ", replace(self.setter.small, bold=True))
        return self.setter.text([head, *runs], self.width, before=before)

    def _answers(self, entry: ArgumentEntry) -> list[Block]:
        setter = self.setter
        if not entry.answers:
            return [setter.gap(gap_words(entry.side.other), before=setter.size * 0.6)]
        found: list[Block] = []
        for answer in entry.answers:
            inner = self.width - 16
            said = setter.text(_saying("They say", answer.response, answer.we_say, setter), inner)
            found.append(setter.panel([said, *_replies(answer, setter, inner)], self.width, before=setter.size * 0.6))
        return found

    def _rebuttal(self, card: RebuttalCard, level: int) -> list[Block]:
        setter = self.setter
        head = replace(setter.strong, size=setter.size)
        number = f" ({card.target_number})" if card.target_number else ""
        mark = self.bookmark(card.title, level)
        found: list[Block] = [
            setter.text(
                [(card.title, head), (number, replace(setter.small))],
                self.width,
                before=setter.size * 1.1,
                keep=True,
                bookmark=mark,
                role=f"H{level + 2}",
            )
        ]
        if card.they_say != (card.target_name or card.they_say):
            found.append(self._labelled("They say", [(card.they_say, setter.sans)], before=1.5))
        return found + self._we_say(card, before=1.5)

    def _answer_of_block(self, card: RebuttalCard, *, first: bool) -> list[Block]:
        """Return one answer of a block whose title names what all of them answer."""
        found: list[Block] = []
        if first:
            said = self._labelled("They say", [(card.they_say, self.setter.sans)], before=self.setter.size * 0.6)
            said.keep = True
            found.append(said)
        return found + self._we_say(card, before=1.5 if first else self.setter.size)

    def _we_say(self, card: RebuttalCard, before: float) -> list[Block]:
        setter = self.setter
        kind = (f"{card.response.value} — ", setter.small)
        found: list[Block] = [self._labelled("We say", [kind, (card.we_say, setter.strong)], before=before)]
        if card.because:
            found.append(self._labelled("Because", [(card.because, setter.sans)], before=1.5))
        for evidence in card.evidence:
            found += evidence_blocks(evidence, setter, self.width, claim=card.we_say)
        if card.therefore:
            found.append(self._labelled("Therefore", [(card.therefore, setter.strong)], before=3.0))
        for response, words in card.replies:
            runs = [(f"{response.value} — ", setter.small), (words, setter.sans)]
            found.append(self._labelled("If they reply", runs, before=1.5))
        return found

    def _work(self, work: WorkCited) -> Block:
        return self.setter.text(work_runs(work, self.setter), self.width, before=self.setter.size * 0.55)


def _size(section: SectionPage) -> int:
    return len(section.entries) + sum(_size(inner) for inner in section.sections)


def _is_chosen(section: SectionPage, wanted: Iterable[str]) -> bool:
    """Tell whether a section is one of those the user named by number or title; all are where none is named."""
    names = {name.casefold() for name in wanted}
    return not names or section.number.casefold() in names or section.title.casefold() in names


def _shared_target(section: SectionPage) -> bool:
    """Tell whether the section's title already says what its answers answer."""
    titles = {entry.title for entry in section.entries if isinstance(entry, RebuttalCard)}
    return titles == {section.title}


def _saying(label: str, response: ResponseType, words: str, setter: Typesetter) -> list[Run]:
    return [(label, setter.small_strong), (f" · {response.value} — ", setter.small), (words, setter.sans)]


def _replies(answer: RebuttalCard, setter: Typesetter, width: float) -> list[Block]:
    """Return our frontline to an answer, or a ruled line to write it on."""
    if not answer.replies:
        label = setter.text([("We say", setter.small_strong)], width, spread=1.7)
        return [Blank(label, width, HAIR)]
    found: list[Block] = []
    for response, words in answer.replies:
        found.append(setter.text(_saying("We say", response, words, setter), width, before=1.5))
    return found
