"""Plain documents of a topic: the outline of a brief, the works cited, the evidence in the order it is read."""

from collections.abc import Iterator
from dataclasses import replace

from debateprep.domain.pages import ArgumentEntry, BriefPages, CardEntry, Evidence, NoteEntry, SectionPage, TopicPages
from debateprep.domain.terms import Side, SupportKind
from debateprep.publishing.blocks import Block
from debateprep.publishing.book import Book
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.evidence import cite_runs, context_text, marked_runs, work_runs
from debateprep.publishing.lines import Run, Style
from debateprep.publishing.look import MUTE, kind_words
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame
from debateprep.publishing.structure import Tree

_MARGIN = 46.0
_TOP = 76.0
_BOTTOM = 62.0


class _Listing(Book):
    """A document with a title, the motion, and a list."""

    name = ""

    def __init__(self, pages: BriefPages | TopicPages, sign: str, options: PageOptions, breaker: Breaker, tree: Tree):
        width, height = options.page_size
        header = pages.topic or pages.resolution
        super().__init__(
            options, breaker, tree, Frame(width, height, options.margin_or(_MARGIN), _TOP, _BOTTOM, header, sign)
        )
        self.resolution = pages.resolution

    def front(self) -> list[Block]:
        """Return the title and the motion."""
        found = [self.title(self.name)]
        if self.resolution:
            found.append(self.motion(self.resolution))
        return found


class OutlineLayout(_Listing):
    """The outline of one side's brief: titles and claims, each with its number."""

    def __init__(self, pages: BriefPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        super().__init__(pages, f"{pages.side.sign} {pages.side.label.upper()} OUTLINE", options, breaker, tree)
        self.name = f"{pages.side.label} outline"
        self.brief = pages
        self.total = len(pages.case) + len(pages.answers) or 1

    def body(self) -> Iterator[Block]:
        """Make the parts of the outline."""
        pages = self.brief
        for title, sections in (("Case", pages.case), (f"Answers to {pages.side.other.label}", pages.answers)):
            if sections:
                with self.tree.inside("Part"):
                    style = Style(bold=True, size=self.setter.size + 3)
                    mark = self.bookmark(title, 0)
                    yield self.setter.text([(title, style)], self.width, before=18, keep=True, bookmark=mark, role="H2")
                    for section in sections:
                        yield from self._section(section, 0)
                        self.done += 1

    def _section(self, section: SectionPage, depth: int) -> Iterator[Block]:
        setter = self.setter
        indent = 16.0 * depth
        style = Style(bold=True, size=setter.size + (1.0 if not depth else 0.0))
        number = [(f"{section.number}\u00a0 ", replace(style, colour=MUTE))] if section.number else []
        mark = self.bookmark(f"{section.number} {section.title}", depth + 1)
        bar = setter.side_colour(self.brief.side) if not depth else ""
        yield setter.text(
            [*number, (section.title, style)],
            self.width - indent,
            before=10 if not depth else 6,
            indent=indent + (11 if bar else 0),
            keep=True,
            bar=bar,
            bookmark=mark,
            role=f"H{depth + 3}",
        )
        with self.tree.inside("L"):
            for entry in section.entries:
                for lead, words, notes in _lines_of(entry):
                    yield from self._item(lead, words, notes, indent + 14)
        for inner in section.sections:
            yield from self._section(inner, depth + 1)

    def _item(self, lead: str, words: str, notes: list[str], indent: float) -> Iterator[Block]:
        setter = self.setter
        with self.tree.inside("LI"):
            runs: list[Run] = [(f"{lead}\u00a0 ", setter.small), (words, replace(setter.sans, size=setter.size - 0.5))]
            yield setter.text(runs, self.width, before=3.5, indent=indent, spread=1.36, role="LBody", keep=bool(notes))
        for note in notes:
            with self.tree.inside("LI"):
                yield setter.text([(note, setter.small)], self.width, indent=indent + 18, spread=1.4, role="LBody")


def _lines_of(entry: object) -> Iterator[tuple[str, str, list[str]]]:
    if isinstance(entry, ArgumentEntry):
        support = [_support_words(each) for each in entry.evidence]
        yield entry.number or "·", entry.claim, support
    elif isinstance(entry, CardEntry):
        yield "·", entry.evidence.tag or entry.evidence.text[:120], [_support_words(entry.evidence)]
    elif isinstance(entry, NoteEntry):
        yield "Note", entry.text, []
    else:
        response = getattr(entry, "response", None)
        yield (response.value if response else "·"), getattr(entry, "we_say", ""), []


def _support_words(evidence: Evidence) -> str:
    cite = f" — {evidence.cite.text}" if evidence.cite is not None and evidence.kind.takes_cite else ""
    return f"{kind_words(evidence)}{cite}"


class WorksLayout(_Listing):
    """The works cited of a side, or of the whole topic."""

    name = "Works cited"

    def __init__(
        self, pages: TopicPages, side: Side | None, options: PageOptions, breaker: Breaker, tree: Tree
    ) -> None:
        sign = f"{side.sign} {side.label.upper()}" if side else "PRO AND CON"
        super().__init__(pages, sign, options, breaker, tree)
        self.works = pages.brief(side).works if side else pages.works
        self.total = len(self.works) or 1

    def body(self) -> Iterator[Block]:
        """Make the list, each entry with its later lines hanging."""
        setter = self.setter
        if not self.works:
            yield self.words("Nothing is cited yet.", before=14)
        with self.tree.inside("L"):
            for work in self.works:
                self.done += 1
                with self.tree.inside("LI"):
                    yield setter.text(
                        work_runs(work, setter), self.width, before=setter.size * 0.7, spread=1.45, role="LBody"
                    )


class EvidenceLayout(_Listing):
    """The evidence packet: every quotation in the order it is read, with its full cite and the words round it."""

    has_contents = True
    says_works = True

    def __init__(self, pages: BriefPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        super().__init__(pages, f"{pages.side.sign} {pages.side.label.upper()} EVIDENCE", options, breaker, tree)
        self.name = f"{pages.side.label} evidence packet"
        self.brief = pages
        self.packet = list(_evidence_of(pages))
        self.total = len(self.packet) or 1

    def body(self) -> Iterator[Block]:
        """Make the cards one after the other, then the works cited in full."""
        setter = self.setter
        if not self.packet:
            yield self.words("No card or quotation is placed in this brief yet.", before=14)
        for number, (where, evidence) in enumerate(self.packet, 1):
            self.done = number
            tag = evidence.tag or where
            mark = self.bookmark(f"{number}. {tag}", 0)
            with self.tree.inside("Sect"):
                head: list[Run] = [
                    (f"{number}.\u00a0 ", replace(setter.strong, colour=MUTE, size=setter.size)),
                    (tag, replace(setter.strong, size=setter.size)),
                ]
                yield setter.text(head, self.width, before=18, keep=True, bookmark=mark, role="H2", spread=1.3)
                if evidence.cite is not None:
                    yield setter.text(
                        cite_runs(evidence.cite, kind_words(evidence), setter),
                        self.width,
                        keep=True,
                        before=1.5,
                        incomplete=evidence.cite.incomplete,
                    )
                yield from self._quotation(evidence)
        if self.brief.works and self.options.works_cited:
            mark = self.bookmark("Works cited", 0)
            style = Style(bold=True, size=setter.size + 3)
            yield setter.text([("Works cited", style)], self.width, before=22, keep=True, bookmark=mark, role="H2")
            for work in self.brief.works:
                yield setter.text(work_runs(work, setter), self.width, before=setter.size * 0.55)

    def _quotation(self, evidence: Evidence) -> Iterator[Block]:
        setter = self.setter
        before, after = evidence.around
        if before:
            yield setter.text([(before, setter.aside)], self.width, before=3, spread=1.4)
        runs = marked_runs(evidence.text, evidence.marks, setter)
        yield setter.text(runs, self.width, before=3, spread=1.45, prose=True, language=evidence.language)
        if after:
            yield setter.text([(after, setter.aside)], self.width, before=3, spread=1.4)
        if evidence.context:
            yield context_text(evidence.context, setter, self.width)


def _evidence_of(pages: BriefPages) -> Iterator[tuple[str, Evidence]]:
    """Return what is quoted in the order of the brief, each quotation once, with the claim it stands under."""
    seen: set[tuple[str, str]] = set()
    for part in (pages.case, pages.answers, pages.notes):
        for section in part:
            for where, evidence in _in_section(section):
                key = (evidence.text, evidence.cite.text if evidence.cite else "")
                if evidence.kind is SupportKind.QUOTED and key not in seen:
                    seen.add(key)
                    yield where, evidence


def _in_section(section: SectionPage) -> Iterator[tuple[str, Evidence]]:
    for entry in section.entries:
        if isinstance(entry, CardEntry):
            yield section.title, entry.evidence
        elif isinstance(entry, ArgumentEntry):
            yield from ((entry.claim, evidence) for evidence in entry.evidence)
        elif not isinstance(entry, NoteEntry):
            yield from ((entry.we_say, evidence) for evidence in entry.evidence)
    for inner in section.sections:
        yield from _in_section(inner)
