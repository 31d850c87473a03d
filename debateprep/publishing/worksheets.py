"""Pages to write on: the prep sheet, the flow sheet, the case outline, the judge sheet."""

from collections.abc import Iterator
from dataclasses import replace

from debateprep.domain import reading_time
from debateprep.domain.formats import Format
from debateprep.domain.pages import ArgumentEntry, SectionPage, TopicPages
from debateprep.domain.terms import Side
from debateprep.publishing.blocks import Block
from debateprep.publishing.book import Book
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.forms import MM, Row, Ruled
from debateprep.publishing.lines import Style
from debateprep.publishing.look import HAIR, INK, MUTE, PANEL
from debateprep.publishing.options import PageOptions
from debateprep.publishing.running import Frame
from debateprep.publishing.structure import Tree

_MARGIN = 36.0
_TOP = 60.0
_BOTTOM = 50.0
_LINE = "#8f8a80"
# Names, title, the strip for questions and the heads of the columns.
_FLOW_HEAD = 140.0


class _Worksheet(Book):
    """A page to write on, upright or wide."""

    wide = False
    name = ""

    def __init__(
        self, pages: TopicPages, side: Side | None, sign: str, options: PageOptions, breaker: Breaker, tree: Tree
    ) -> None:
        width, height = options.page_size[::-1] if self.wide else options.page_size
        header = pages.topic or pages.resolution
        margin = options.margin_or(_MARGIN)
        super().__init__(options, breaker, tree, Frame(width, height, margin, _TOP, _BOTTOM, header, sign))
        self.topic = pages
        self.side = side
        self.format: Format = pages.format
        self.shade = "" if self.setter.ink_saver else PANEL

    def front(self) -> list[Block]:
        """Return the title and what is debated."""
        found = [self.title(self.name, larger=5.0)]
        if self.topic.resolution:
            found.append(self.motion(self.topic.resolution))
        return found

    def box(self, *labels: tuple[str, str], least: float, before: float = 6.0, grows: bool = False) -> Block:
        """Return boxes beside each other, each with its label and a hint of what to write in it."""
        widths = [self.width / len(labels)] * len(labels)
        cells: list[list[Block]] = []
        for (label, hint), width in zip(labels, widths, strict=True):
            cell: list[Block] = [self.label(label, width - 10, before=0, role="H2")]
            if hint:
                cell.append(self.words(hint, width - 10, colour=MUTE, larger=-1.0))
            cells.append(cell)
        return Row(cells, widths, _LINE, least=least, before=before, grows=grows)

    def table(self, heads: tuple[str, ...], widths: list[float], rows: int, least: float) -> Iterator[Block]:
        """Make a table with heads and empty rows."""
        style = replace(self.setter.small_strong, colour=INK)
        with self.tree.inside("Table"), self.tree.inside("TR"):
            cells: list[list[Block]] = []
            for head, width in zip(heads, widths, strict=True):
                text = self.setter.text([(head, style)], width - 10, spread=1.25, role="TH")
                if text.element is not None:
                    text.element.scope = "Column"
                cells.append([text])
        yield Row(cells, widths, _LINE, before=4, fills=[self.shade] * len(widths), keep=True)
        for _ in range(rows):
            yield Row([[] for _ in widths], widths, _LINE, least=least)


class PrepLayout(_Worksheet):
    """The prep sheet: one hour before an impromptu round, on two sides."""

    name = "Prep sheet"
    clock = (
        ("0–5", "alone"),
        ("5–15", "motion"),
        ("15–30", "case"),
        ("30–45", "write"),
        ("45–55", "rebuttal"),
        ("55–60", "questions"),
    )

    def __init__(self, pages: TopicPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        super().__init__(pages, None, "PREP · 60 MINUTES", options, breaker, tree)

    def body(self) -> Iterator[Block]:
        """Make both sides of the sheet."""
        yield self.fields(("Side", 1), ("Room", 1), ("Start", 1), ("Team", 2))
        yield self._clock()
        yield self.box(
            ("Definitions or model", "What the words mean here; what exactly is done"),
            ("The problem now", "What is wrong without it"),
            least=27 * MM,
            grows=True,
        )
        yield self.box(("What we must show", ""), ("What they must show", ""), least=25 * MM, grows=True)
        yield self.label("Who is touched by it", before=8, role="H2")
        yield from self.table(
            ("Who", "What they gain", "What they lose"),
            [self.width * 0.26, self.width * 0.37, self.width * 0.37],
            5,
            10.5 * MM,
        )
        yield self.box(("Our line, in one sentence", ""), least=16 * MM, before=8, grows=True)
        yield self.box(("First speaker takes", ""), ("Second speaker takes", ""), least=17 * MM, grows=True)
        yield from self._arguments()
        self.done = 1

    def _clock(self) -> Block:
        cells: list[list[Block]] = []
        width = self.width / len(self.clock)
        with self.tree.inside("L"):
            for minutes, what in self.clock:
                bold = Style(bold=True, size=max(9.0, self.setter.size - 2))
                runs = [(minutes, bold), (f"\n{what}", self.setter.small)]
                with self.tree.inside("LI"):
                    cells.append([self.setter.text(runs, width - 10, spread=1.25, role="LBody")])
        return Row(cells, [width] * len(self.clock), _LINE, before=8, fills=[self.shade] * len(cells))

    def _arguments(self) -> Iterator[Block]:
        head = self.label(f"Our {self.format.words.contentions}", before=0, role="H2")
        head.new_page = True
        yield head
        thirds = [self.width / 3] * 3
        parts = (
            ("Claim", 15 * MM),
            ("Why is it true? 1 · 2 · 3", 33 * MM),
            ("Evidence or example", 20 * MM),
            ("Why it matters", 17 * MM),
            ("They will say → we say", 25 * MM),
        )
        for label, least in parts:
            cells = [[self.label(f"{number} · {label}", thirds[0] - 10, before=0)] for number in (1, 2, 3)]
            yield Row(cells, thirds, _LINE, least=least, grows=True)
        yield self.label("Their best three, and our reply", before=9, role="H2")
        yield from self.table(("They say", "We say"), [self.width / 2] * 2, 3, 14 * MM)
        yield self.box(("Points of information, or questions", "1 · 2 · 3"), ("The two clash questions", "1 · 2"),
                       least=22 * MM, before=8)  # fmt: skip


class FlowLayout(_Worksheet):
    """The flow sheet: a column for each speech, a row for each argument of a case."""

    wide = True
    name = "Flow sheet"
    extra = -1.0

    def __init__(
        self, pages: TopicPages, side: Side | None, options: PageOptions, breaker: Breaker, tree: Tree
    ) -> None:
        super().__init__(pages, side, "FLOW", options, breaker, tree)
        if options.first_speaker:
            self.name = f"Flow sheet · {options.first_speaker} speaks first"

    def front(self) -> list[Block]:
        """Return the line of names: a flow needs the rest of the page."""
        return [self.fields(("Round", 1), ("Us", 2), ("Them", 2), ("Judge", 1), ("Decision", 1))]

    def body(self) -> Iterator[Block]:
        """Make a page for each case; the first column of our own is filled where a side is chosen."""
        sides = (Side.PRO, Side.CON) if self.side is None else (self.side, self.side.other)
        for number, side in enumerate(sides):
            title = self.setter.text(
                [
                    (f"{side.sign} {side.label} case", Style(bold=True, size=self.setter.size + 3)),
                    (f"\u00a0 {self.format.name}", self.setter.small),
                ],
                self.width,
                before=8,
                keep=True,
                role="H1",
                bookmark=self.bookmark(f"{side.label} case", 0),
            )
            title.new_page = number > 0
            yield title
            yield self.box((self.format.words.questions.capitalize(), ""), least=14 * MM, before=4)
            yield from self._columns(side, f"{side.sign} {side.label} case")
        self.done = 1

    def _columns(self, side: Side, title: str) -> Iterator[Block]:
        heads = self._speeches(side)
        first = self.width * 0.21
        widths = [first, *[(self.width - first) / (len(heads) - 1)] * (len(heads) - 1)]
        rows = list(self.topic.rows(side)) if self.side in (None, side) else []
        a_page = max(1, int((self.frame.room - _FLOW_HEAD) / (25 * MM)))
        for first_row in range(0, max(1, len(rows)), a_page):
            part = rows[first_row : first_row + a_page]
            if first_row:
                again = self.words(f"{title} (continued)", bold=True, keep=True)
                again.new_page = True
                yield again
            with self.tree.inside("Table"):
                yield self._heads(heads, widths)
                for row in part:
                    with self.tree.inside("TR"), self.tree.inside("TD"):
                        tag = [self._tag(row, widths[0] - 10)]
                    yield Row([tag, *([] for _ in widths[1:])], widths, _LINE, least=25 * MM, grows=True)
            for _ in range(min(a_page, 5) - len(part)):
                yield Row([[] for _ in widths], widths, _LINE, least=25 * MM, grows=True)

    def _speeches(self, side: Side) -> tuple[str, ...]:
        spoken = [f"{each.side.sign} {each.name}" for each in self.format.flow(side)]
        # A format that names no speeches has one for the case and one for what is said of it.
        return tuple(spoken) if len(spoken) > 1 else (f"{side.sign} Case", f"{side.other.sign} Answers")

    def _heads(self, heads: tuple[str, ...], widths: list[float]) -> Block:
        style = replace(self.setter.small_strong, size=max(8.0, self.setter.size - 2.5))
        cells: list[list[Block]] = []
        with self.tree.inside("TR"):
            for head, width in zip(heads, widths, strict=True):
                text = self.setter.text([(head, style)], width - 10, spread=1.2, role="TH")
                if text.element is not None:
                    text.element.scope = "Column"
                cells.append([text])
        return Row(cells, widths, _LINE, before=3, fills=[self.shade] * len(widths), keep=True)

    def _tag(self, row: ArgumentEntry, width: float) -> Block:
        words = Style(size=9.0, bold=True)
        number = [(f"{row.number}\u00a0 ", Style(size=9.0, colour=MUTE))] if row.number else []
        return self.setter.text([*number, (row.claim, words)], width, spread=1.3)


class CaseLayout(_Worksheet):
    """The case outline: one page to plan a speech on, with planned time at the left."""

    extra = -0.5

    def __init__(self, pages: TopicPages, side: Side, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        super().__init__(pages, side, f"{side.sign} {side.label.upper()} CASE", options, breaker, tree)
        self.name = f"{side.label} case outline"
        self.left = 22 * MM

    def body(self) -> Iterator[Block]:
        """Make the parts of the case, those there are filled in."""
        brief = self.topic.brief(self.side or Side.PRO)
        rate = brief.words_a_minute
        seconds = self.format.case_seconds(self.side or Side.PRO)
        if seconds:
            planned = f"{self.format.name}: {reading_time.clock(seconds)} is about {seconds * rate // 60} words"
            yield self.words(f"{planned} at {rate} a minute.", before=3, colour=MUTE, larger=-1)
        # A full case leaves less to write, so that it stays on its page.
        lines = 1 if len(brief.case) > 2 else 2
        yield self._part("Opening", [("Definition, or how to look at the question", "")], lines, role="H2")
        sections = brief.case or ()
        counted = 0
        for section in sections:
            counted += bool(section.number)
            words = reading_time.section_timing(section).words
            time = reading_time.clock(reading_time.seconds(words, rate))
            yield from self._contention(section, counted if section.number else 0, f"{time}\n{words} words")
        for number in range(counted + 1, 3):
            parts = [("Claim", ""), ("Why it is true", ""), (self.format.words.card.capitalize(), ""), ("Impact", "")]
            yield self._part(f"{self.format.words.contention.capitalize()} {number}", parts, 1, role="H2")
        yield self._part("Conclusion", [("What decides the question", "")], lines, role="H2")
        self.done = 1

    def _contention(self, section: SectionPage, number: int, planned: str) -> Iterator[Block]:
        title = f"{self.format.words.contention.capitalize()} {number}: {section.title}" if number else section.title
        arguments = [entry for entry in section.entries if isinstance(entry, ArgumentEntry)]
        if not arguments:
            parts = (
                [("Claim", ""), ("Why it is true", ""), ("Impact", "")] if number else [("In a sentence or two", "")]
            )
            yield self._part(title, parts, 1, role="H2")
        for at, entry in enumerate(arguments):
            cited = next((each for each in entry.evidence if each.cite is not None), None)
            support = f"{cited.kind.value}: {cited.cite.text}" if cited is not None and cited.cite else ""
            parts = [
                ("Claim", entry.claim),
                ("Why it is true", entry.warrant),
                (self.format.words.card.capitalize(), support),
                ("Impact", entry.impact),
            ]
            yield self._part("" if at else title, parts, 1, planned="" if at else planned, role="H2")

    def _part(
        self, title: str, parts: list[tuple[str, str]], lines: int, *, planned: str = "", role: str = "P"
    ) -> Block:
        setter, wide = self.setter, self.width - self.left
        cell: list[Block] = []
        shown = planned or ("____ : ____" if title else "")
        time: list[Block] = []
        with self.tree.inside("Sect"):
            if title:
                head = Style(bold=True, size=setter.size + 1)
                cell.append(setter.text([(title, head)], wide - 10, spread=1.3, keep=True, role=role))
            if shown:
                time.append(setter.text([(shown, setter.small)], self.left - 10, spread=1.35))
            for label, words in parts:
                quiet = Style(bold=True, size=max(7.5, setter.size - 3), colour=MUTE)
                runs = [(f"{label}\u00a0 ", quiet)]
                if words:
                    runs.append((words, setter.sans))
                cell.append(setter.text(runs, wide - 10, spread=1.26, before=1.5))
                if not words:
                    cell.append(Ruled(wide - 10, lines, HAIR, pitch=7 * MM))
        return Row([time, cell], [self.left, wide], _LINE, before=0.0)


class JudgeLayout(_Worksheet):
    """The judge sheet: speakers and their times, the format's criteria, the decision in words."""

    name = "Judge sheet"

    def __init__(self, pages: TopicPages, options: PageOptions, breaker: Breaker, tree: Tree) -> None:
        super().__init__(pages, None, "JUDGE", options, breaker, tree)

    def body(self) -> Iterator[Block]:
        """Make the sheet."""
        yield self.fields(("Judge", 2), ("Round", 1), ("Room", 1), ("Date", 1))
        yield self.label("Speakers and time used", before=10, role="H2")
        yield from self._speakers()
        yield self.label(f"{self.format.name}: what to look at", before=10, role="H2")
        yield from self._criteria()
        yield self.box(("The issue that decided it", ""), least=24 * MM, before=10, grows=True)
        yield self.box(("■ Pro: one strength", ""), ("○ Con: one strength", ""), least=21 * MM, grows=True)
        yield self.box(("■ Pro: one next step", ""), ("○ Con: one next step", ""), least=21 * MM, grows=True)
        yield self.words("☐ ■ Pro\u00a0\u00a0\u00a0 ☐ ○ Con\u00a0\u00a0\u00a0 was the more persuasive in this round",
                         bold=True, before=10)  # fmt: skip
        self.done = 1

    def _speakers(self) -> Iterator[Block]:
        speeches = self.format.speeches
        widths = [self.width * share for share in (0.46, 0.38, 0.16)]
        least = (9.5 if len(speeches) < 8 else 7.0) * MM
        with self.tree.inside("Table"):
            yield self._cells(("Speech", "Speaker", "Time used"), widths, heads=True)
            for speech in speeches:
                name = f"{speech.side.sign} {speech.name} ({reading_time.clock(speech.seconds)})"
                yield self._cells((name, "", ""), widths, least=least)

    def _criteria(self) -> Iterator[Block]:
        half = (self.width * 0.44) / 2
        marks = "\u00a0\u00a0\u00a0".join("12345")
        widths = [self.width * 0.56, half, half]
        with self.tree.inside("Table"):
            yield self._cells(("", "■ Pro", "○ Con"), widths, heads=True)
            for criterion in self.format.criteria:
                yield self._cells((criterion.name, marks, marks), widths, least=9 * MM)

    def _cells(self, words: tuple[str, ...], widths: list[float], *, heads: bool = False, least: float = 0.0) -> Block:
        setter = self.setter
        cells: list[list[Block]] = []
        with self.tree.inside("TR"):
            for text, width in zip(words, widths, strict=True):
                style = replace(setter.small_strong, size=max(9.0, setter.size - 2)) if heads else setter.sans
                block = setter.text([(text, style)], width - 10, spread=1.25, role="TH" if heads else "TD")
                if heads and block.element is not None:
                    block.element.scope = "Column"
                cells.append([block] if text else [])
        fills = [self.shade] * len(widths) if heads else ()
        return Row(cells, widths, _LINE, least=least, before=4 if heads else 0, fills=fills, keep=heads)
