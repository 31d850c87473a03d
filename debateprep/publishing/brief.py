"""One side's brief: the case with its evidence and the answers to it, the answers to the other side, notes, works."""

from collections.abc import Iterable
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
from debateprep.publishing import blocks as blocks_of
from debateprep.publishing.blocks import Blank, Block, Flow, Text, place_stack
from debateprep.publishing.evidence import evidence_blocks, work_runs
from debateprep.publishing.lines import Breaker, Run, Style
from debateprep.publishing.look import HAIR, INK, MUTE, Typesetter, colour_of, gap_words
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame, footers
from debateprep.publishing.surface import Bookmark, Surface
from debateprep.publishing.text import clip

_MARGIN = 46.0
_TOP = 76.0
_BOTTOM = 62.0
_CONTENTS_FROM = 3
_LONGEST_TITLE = 150


class BriefLayout:
    """Lays one brief out; the body is laid out once, and the contents are built from the pages it took."""

    def __init__(self, pages: BriefPages, options: PageOptions, breaker: Breaker) -> None:
        self.pages = pages
        self.options = options
        self.setter = Typesetter(breaker, options.type_size, ink_saver=options.ink_saver)
        width, height = options.paper.size
        sign = f"{pages.side.sign} {pages.side.label.upper()} BRIEF"
        self.frame = Frame(width, height, _MARGIN, _TOP, _BOTTOM, pages.topic or pages.resolution, sign)
        self.width = self.frame.inner
        self.entries: list[Bookmark] = []

    def surfaces(self) -> tuple[list[Surface], bool]:
        """Return the pages in order, and whether they open with contents."""
        front = self._front()
        body = self._body()
        pages = self._paginate([*front, *body])
        contents = self.options.contents and len(pages) >= _CONTENTS_FROM and bool(self.entries)
        if contents:
            inside = self._paginate(body)
            counted = len(self._paginate([*front, *self._contents({}, len(inside))]))
            numbers = {
                mark.key: number for number, page in enumerate(inside, counted + 1) for mark, _ in page.bookmarks
            }
            pages = [*self._paginate([*front, *self._contents(numbers, counted + len(inside))]), *inside]
        footers(pages, self.frame, self.options, self.setter)
        return pages, contents

    def _paginate(self, blocks: Iterable[Block]) -> list[Surface]:
        flow = Flow(blocks)
        done: list[Surface] = []
        while flow.queue or not done:
            page = self.frame.page(self.setter)
            place_stack(flow.take(self.frame.room), page, self.frame.left, self.frame.top)
            done.append(page)
        return done

    def _front(self) -> list[Block]:
        setter, pages, width = self.setter, self.pages, self.width
        title = pages.title or f"{pages.side.label} brief"
        found: list[Block] = [
            setter.text([(title, Style(bold=True, size=setter.size + 9))], width, spread=1.25, keep=True)
        ]
        motion = Style(serif=True, italic=True, size=setter.size + 1, colour=MUTE)
        if pages.resolution:
            found.append(setter.text([(pages.resolution, motion)], width, spread=1.35, before=1))
        if pages.stance:
            label = [(f"{pages.side.sign} {pages.side.label}: ", replace(setter.strong, colour=colour_of(pages.side)))]
            found.append(setter.text([*label, (pages.stance, setter.strong)], width, before=7))
        small = setter.small
        pace = f"({pages.case_words} words at {pages.words_a_minute} a minute)"
        reading = f"The case reads in {reading_time.clock(pages.case_seconds)} {pace}."
        counts = " · ".join(count.sentence for count in pages.coverage)
        found.append(setter.text([(f"{reading}\n{counts}", small)], width, before=5))
        if pages.notice:
            notice = setter.text([(pages.notice, replace(small, colour=INK))], width - 16)
            found.append(setter.panel([notice], width, before=7))
        return found

    def _contents(self, numbers: dict[str, int], last: int) -> list[Block]:
        setter = self.setter
        found: list[Block] = [
            setter.text([("Contents", Style(bold=True, size=setter.size + 2))], self.width, before=16, keep=True)
        ]
        room = setter.breaker.width(str(last), setter.sans) + 30
        for mark in self.entries:
            style = setter.strong if mark.level == 0 else setter.sans if mark.level == 1 else setter.small
            before = {0: 7.0, 1: 2.5}.get(mark.level, 0.0)
            indent = 12.0 * mark.level
            text = setter.text([(mark.title, style)], self.width - room, spread=1.35, indent=indent)
            number = setter.breaker.lines([(str(numbers.get(mark.key, last)), style)], room)[0]
            found.append(blocks_of.Entry(text, self.width, number, mark.key, dots=HAIR, before=before))
        return found

    def _bookmark(self, title: str, level: int) -> Bookmark:
        before = self.entries[-1].level if self.entries else -1
        shown = clip(title, _LONGEST_TITLE) or "Untitled"
        mark = Bookmark(f"b{len(self.entries) + 1}", shown, min(level, before + 1))
        self.entries.append(mark)
        return mark

    def _body(self) -> list[Block]:
        pages = self.pages
        found: list[Block] = []
        parts = (
            ("Case", pages.case),
            (f"Answers to {pages.side.other.label}", pages.answers),
            ("Notes", pages.notes),
        )
        for title, sections in parts:
            if sections:
                found.append(self._part(title))
                for section in sections:
                    found += self._section(section, 1)
        if self.options.works_cited and pages.works:
            found.append(self._part("Works cited"))
            for work in pages.works:
                found += self._work(work)
        return found

    def _part(self, title: str) -> Block:
        style = Style(bold=True, size=self.setter.size + 5)
        return self.setter.text(
            [(title, style)], self.width, spread=1.3, before=24, keep=True, bookmark=self._bookmark(title, 0)
        )

    def _section(self, section: SectionPage, level: int) -> list[Block]:
        setter = self.setter
        top = level == 1
        style = Style(bold=True, size=setter.size + (2.0 if top else 0.5))
        number = [(f"{section.number}\u00a0 ", replace(style, colour=MUTE))] if section.number else []
        mark = self._bookmark(f"{section.number} {section.title}", level)
        found: list[Block] = [
            setter.text(
                [*number, (section.title, style)],
                self.width,
                spread=1.3,
                before=setter.size * (1.5 if top else 1.1),
                indent=11.0 if top else 0.0,
                keep=bool(section.entries or section.sections),
                bar=colour_of(self.pages.side) if top else "",
                bookmark=mark,
            )
        ]
        shared = _shared_target(section)
        for index, entry in enumerate(section.entries):
            if shared and isinstance(entry, RebuttalCard):
                found += self._answer_of_block(entry, first=index == 0)
            else:
                found += self._entry(entry, level + 1)
        for inner in section.sections:
            found += self._section(inner, level + 1)
        return found

    def _entry(self, entry: Entry, level: int) -> list[Block]:
        if isinstance(entry, ArgumentEntry):
            return self._argument(entry, level)
        if isinstance(entry, RebuttalCard):
            return self._rebuttal(entry, level)
        if isinstance(entry, CardEntry):
            found = evidence_blocks(entry.evidence, self.setter, self.width)
            first = found[0]
            first.before = self.setter.size * 0.95
            if isinstance(first, Text):
                first.bookmark = self._bookmark(entry.evidence.tag or entry.evidence.text, level)
            return found
        return [self._note(entry)]

    def _note(self, entry: NoteEntry) -> Block:
        return self.setter.text([(entry.text, self.setter.body)], self.width, before=self.setter.size * 0.5)

    def _argument(self, entry: ArgumentEntry, level: int) -> list[Block]:
        setter = self.setter
        claim = replace(setter.strong, size=setter.size)
        number = [(f"{entry.number}\u00a0 ", replace(claim, colour=MUTE, bold=False))] if entry.number else []
        mark = self._bookmark(f"{entry.number} {entry.name or entry.claim}", level)
        found: list[Block] = [
            setter.text([*number, (entry.claim, claim)], self.width, before=setter.size, keep=True, bookmark=mark)
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
            lines = [setter.text(_saying("They say", answer.response, answer.we_say, setter), inner)]
            box = setter.panel(lines, self.width, before=setter.size * 0.6)
            box.blocks += _replies(answer, setter, inner)
            box.height = blocks_of.stacked_height(box.blocks) + 2 * box.padding[1]
            found.append(box)
        return found

    def _rebuttal(self, card: RebuttalCard, level: int) -> list[Block]:
        setter = self.setter
        head = replace(setter.strong, size=setter.size)
        number = f" ({card.target_number})" if card.target_number else ""
        mark = self._bookmark(card.title, level)
        found: list[Block] = [
            setter.text(
                [(card.title, head), (number, replace(setter.small))],
                self.width,
                before=setter.size * 1.1,
                keep=True,
                bookmark=mark,
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

    def _work(self, work: WorkCited) -> list[Block]:
        return [self.setter.text(work_runs(work, self.setter), self.width, before=self.setter.size * 0.55)]


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
