"""The clash sheet: Pro always left, Con always right, each argument level with the answers to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from debateprep.domain.pages import ArgumentEntry, ClashPages, ClashSection, Evidence, RebuttalCard
from debateprep.domain.terms import Side, SupportKind
from debateprep.publishing.blocks import Block, Columns
from debateprep.publishing.book import Book
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.evidence import quotation, wanted_box, work_runs
from debateprep.publishing.lines import Run, Style
from debateprep.publishing.look import HAIR, INK, MUTE, gap_words, kind_words
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame
from debateprep.publishing.structure import Tree
from debateprep.publishing.text import clip

_MARGIN = 36.0
_TOP = 66.0
_BOTTOM = 56.0
_GUTTER = 22.0


class ClashLayout(Book):
    """Lays both cases side by side on landscape pages; both are set alike."""

    extra = -1.0
    says_works = True

    def __init__(self, pages: ClashPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        height, width = options.page_size
        margin = options.margin_or(_MARGIN)
        frame = Frame(width, height, margin, _TOP, _BOTTOM, pages.topic or pages.resolution, "CLASH SHEET")
        super().__init__(options, breaker, tree, frame)
        self.clash = pages
        self.column = (frame.inner - _GUTTER) / 2
        self.offset = self.column + _GUTTER
        self.total = sum(len(section.rows) for section in (*pages.pro, *pages.con)) or 1

    def body(self) -> Iterator[Block]:
        """Make both cases, then the works cited."""
        yield from self._sections()
        yield from self._works()

    def front(self) -> list[Block]:
        """Return the title, what is debated, the counts, and what each side stands for."""
        setter, pages, width = self.setter, self.clash, self.frame.inner
        found: list[Block] = [
            setter.text([("Clash sheet", Style(bold=True, size=setter.size + 8))], width, spread=1.25, role="H1")
        ]
        motion = Style(serif=True, italic=True, size=setter.size + 1, colour=MUTE)
        if pages.resolution:
            found.append(setter.text([(pages.resolution, motion)], width, before=1))
        facts = " · ".join(count.sentence for count in pages.coverage)
        if facts:
            found.append(setter.text([(facts, setter.small)], width, before=3))
        if pages.notice:
            notice = setter.text([(pages.notice, replace(setter.small, colour=INK))], width - 16)
            found.append(setter.panel([notice], width, before=5))
        heads = [self._stance(Side.PRO, pages.pro_stance), self._stance(Side.CON, pages.con_stance)]
        return [*found, Columns([heads[0]], [heads[1]], self.offset, before=10)]

    def _stance(self, side: Side, stance: str) -> Block:
        style = Style(bold=True, size=self.setter.size + 2.5, colour=self.setter.side_colour(side))
        runs: list[Run] = [(f"{side.sign} {side.label}", style)]
        if stance:
            runs.append((f"\u00a0 {stance}", replace(self.setter.sans, size=self.setter.size)))
        return self.setter.text(runs, self.column, spread=1.3)

    def _sections(self) -> Iterator[Block]:
        for side, sections in ((Side.PRO, self.clash.pro), (Side.CON, self.clash.con)):
            if not sections:
                continue
            with self.tree.inside("Part"):
                yield self._part(side)
                for section in sections:
                    with self.tree.inside("Sect"):
                        yield self._title(section, side)
                        with self.tree.inside("Table"):
                            for row in section.rows:
                                yield self._row(row, side)
                                self.done += 1

    def _part(self, side: Side) -> Block:
        words = f"{side.label} case, with {side.other.label} answers"
        style = Style(bold=True, size=self.setter.size + 3)
        mark = self.bookmark(words, 0)
        return self.setter.text([(words, style)], self.frame.inner, before=16, keep=True, bookmark=mark, role="H2")

    def _title(self, section: ClashSection, side: Side) -> Block:
        style = Style(bold=True, size=self.setter.size + 1)
        number = [(f"{side.label} {section.number}\u00a0 ", replace(style, colour=MUTE))] if section.number else []
        title = self.setter.text(
            [*number, (section.title, style)],
            self.column,
            indent=11,
            bar=self.setter.side_colour(side),
            bookmark=self.bookmark(f"{section.number} {section.title}", 1),
            role="H3",
        )
        columns = ([title], []) if side is Side.PRO else ([], [title])
        row = Columns(*columns, self.offset, before=9)
        row.keep = True
        return row

    def _row(self, row: ArgumentEntry, side: Side) -> Block:
        setter, tree = self.setter, self.tree
        with tree.inside("TR"):
            # The cells stand in the order of the eye, whichever side's case it is.
            cells = [tree.open("TH"), tree.open("TD")]
            if side is Side.CON:
                tree.here.kids = cells[::-1]
            cells[0].scope = "Row"
            with tree.inside(cells[0]):
                argument = self._argument(row)
            answers: list[Block] = []
            with tree.inside(cells[1]):
                for answer in row.answers:
                    answers += self._answer(answer, first=not answers)
                if not answers:
                    answers = [setter.gap(gap_words(side.other), before=0.0)]
        left, right = (argument, answers) if side is Side.PRO else (answers, argument)
        again = f"{row.number} {row.name or clip(row.claim, 80)} (continued)"
        title = setter.text([(again, setter.small)], self.frame.inner, role="")
        return Columns(left, right, self.offset, before=7, again=[title], rule=(self.frame.inner, HAIR))

    def _argument(self, row: ArgumentEntry) -> list[Block]:
        setter = self.setter
        claim = Style(bold=True, size=setter.size)
        number = [(f"{row.number}\u00a0 ", replace(claim, bold=False, colour=MUTE))] if row.number else []
        mark = self.bookmark(f"{row.number} {row.name or row.claim}", 2)
        found: list[Block] = [setter.text([*number, (row.claim, claim)], self.column, bookmark=mark, keep=True)]
        for label, words in (("Warrant", row.warrant), ("Impact", row.impact)):
            if words:
                found.append(self._labelled(label, [(words, setter.sans)]))
        for evidence in row.evidence:
            found += self._support(evidence, row.claim)
        return found

    def _labelled(self, label: str, runs: Sequence[Run]) -> Block:
        head = (f"{label}\u00a0 ", replace(self.setter.small, bold=True))
        return self.setter.text([head, *runs], self.column, before=1.5)

    def _support(self, evidence: Evidence, claim: str) -> list[Block]:
        setter = self.setter
        if evidence.kind is SupportKind.WANTED:
            return [wanted_box(evidence, setter, self.column, line=False)]
        runs: list[Run] = []
        if evidence.tag and evidence.tag != claim:
            runs.append((f"{evidence.tag}\u00a0 ", setter.strong))
        body = replace(setter.body, size=setter.size - 0.5)
        runs.append((quotation(evidence) if evidence.kind is SupportKind.QUOTED else evidence.text, body))
        cited = evidence.cite if evidence.kind.takes_cite else None
        said = f"{cited.text} · {kind_words(evidence)}" if cited else kind_words(evidence)
        runs.append((f" — {said}", setter.small))
        incomplete = bool(cited and cited.incomplete)
        found: list[Block] = [setter.text(runs, self.column, before=3, incomplete=incomplete)]
        if evidence.context:
            found.append(setter.text([(f"In context: {evidence.context}", setter.aside)], self.column, before=1.5))
        return found

    def _answer(self, answer: RebuttalCard, *, first: bool) -> list[Block]:
        setter = self.setter
        head: list[Run] = [
            (
                f"{answer.side.label} · {answer.response.value} — ",
                replace(setter.small, colour=setter.side_colour(answer.side)),
            ),
            (answer.we_say, Style(bold=True, size=setter.size)),
        ]
        found: list[Block] = [setter.text(head, self.column, before=0 if first else 8, keep=True)]
        if answer.because:
            found.append(self._labelled("Because", [(answer.because, setter.sans)]))
        for evidence in answer.evidence:
            found += self._support(evidence, answer.we_say)
        if answer.therefore:
            found.append(self._labelled("Therefore", [(answer.therefore, setter.sans)]))
        for response, words in answer.replies:
            kind = (f"{response.value} — ", setter.small)
            found.append(self._labelled(f"{answer.side.other.label} replies", [kind, (words, setter.sans)]))
        return found

    def _works(self) -> Iterable[Block]:
        works = self.clash.works if self.options.works_cited else ()
        if not works:
            return
        setter, width = self.setter, self.frame.inner
        style = Style(bold=True, size=setter.size + 3)
        mark = self.bookmark("Works cited", 0)
        yield setter.text([("Works cited", style)], width, before=16, keep=True, bookmark=mark, role="H2")
        for work in works:
            yield setter.text(work_runs(work, setter), width, before=4)
