"""The look of the pages: colours, styles and the words that stand for kinds of support."""

from collections.abc import Sequence
from dataclasses import replace

from debateprep.domain.pages import Evidence
from debateprep.domain.terms import Side, SupportKind
from debateprep.publishing.blocks import Block, Box, Text
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.fonts import hyphens
from debateprep.publishing.lines import Hyphens, Run, Style
from debateprep.publishing.options import CardText, PageOptions
from debateprep.publishing.scripts import language_of
from debateprep.publishing.structure import Element, Tree
from debateprep.publishing.surface import Bookmark

INK = "#22211e"
MUTE = "#6f6a60"
HAIR = "#b9b3a6"
PANEL = "#f9f7f2"
PANEL_EDGE = "#d9d4c8"
SIDE_COLOURS = {Side.PRO: "#1f6f8b", Side.CON: "#b4532a", Side.NEITHER: MUTE}
HIGHLIGHTS = {
    "yellow": "#fff0a8",
    "green": "#cdeec0",
    "blue": "#cfe6fa",
    "pink": "#fbd3e0",
    "orange": "#ffdcb0",
    "purple": "#e4d7f7",
    "grey": "#e4e2dc",
}
GREY = "#e3e3e3"
"""Stands for every highlight where the pages must do without colour."""
GAP_DASH = (2.4, 1.8)
SMALLEST = 6.0
_LEAST_READ = 9.0
"""What is to be read is no smaller, unless the user chose so, in points."""


class Typesetter:
    """Turns words into blocks in the document's styles; one a document, as it keeps measured widths."""

    def __init__(
        self, breaker: Breaker, size: float = 11.0, *, ink_saver: bool = False, tree: Tree | None = None
    ) -> None:
        self.breaker = breaker
        self.tree = tree or Tree()
        self.align = "left"
        self.hyphens: Hyphens | None = None
        self.size = size
        self.ink_saver = ink_saver
        self.body = Style(serif=True, size=size)
        self.quiet = replace(self.body, colour=MUTE)
        self.sans = Style(size=max(min(_LEAST_READ, size), size - 1.5))
        self.strong = replace(self.sans, bold=True)
        self.small = Style(size=size - 2.5, colour=MUTE)
        self.small_strong = replace(self.small, bold=True, colour=INK)
        self.aside = Style(serif=True, italic=True, size=size - 1, colour=MUTE)
        self.smallest = SMALLEST
        self.card_text = CardText.WHOLE
        self.black = False
        self.spread = 1.0

    def dress(self, options: PageOptions) -> None:
        """Take the user's choices of reading aids and ink.

        The dyslexia-friendly dress is a sans face without italics, open letters and lines, ragged at the right.
        """
        self.smallest = options.smallest
        self.black = options.black
        self.card_text = options.text
        if options.justified and not options.dyslexia:
            self.align = "justify"
        if options.hyphens and not options.dyslexia:
            self.hyphens = hyphens()
        if options.dyslexia:
            self.spread = 1.15
            self.body = replace(self.body, serif=False, track=0.25)
            self.quiet = replace(self.body, colour=MUTE)
            self.sans = replace(self.sans, track=0.25)
            self.strong = replace(self.sans, bold=True)
            self.aside = replace(self.aside, serif=False, italic=False)

    def side_colour(self, side: Side) -> str:
        """Return the side's colour, ink where all must be told in black and white."""
        return INK if self.black else SIDE_COLOURS[side]

    def text(
        self,
        runs: Sequence[Run],
        width: float,
        *,
        spread: float = 1.42,
        before: float = 0.0,
        indent: float = 0.0,
        keep: bool = False,
        bar: str = "",
        bookmark: Bookmark | None = None,
        incomplete: bool = False,
        role: str = "P",
        align: str = "left",
        language: str = "",
        prose: bool = False,
    ) -> Text:
        """Return the runs as a block `width` points wide, indent included; `spread` times the size a line.

        `role` is what they are in the structure, "" for what is not read as part of the document. Running prose is
        justified and hyphenated where the user asked for that.
        """
        if prose:
            lines = self.breaker.lines(runs, width - indent, align=self.align, hyphens=self.hyphens)
        else:
            lines = self.breaker.lines(runs, width - indent, align=align)
        size = max((style.size for _, style in runs), default=self.size)
        return Text(
            lines,
            size,
            round(size * spread * self.spread, 2),
            before=before,
            indent=indent,
            keep=keep,
            bar=bar,
            bookmark=bookmark,
            incomplete=incomplete,
            element=self._leaf(role, runs, language) if role else None,
        )

    def _leaf(self, role: str, runs: Sequence[Run], language: str) -> Element:
        return self.tree.leaf(role, tuple(runs), language or language_of("".join(words for words, _ in runs)))

    def panel(self, blocks: Sequence[Block], width: float, *, before: float) -> Box:
        """Return a lightly shaded frame; the ink-saver leaves the shade out."""
        return Box(blocks, width, fill="" if self.ink_saver else PANEL, stroke=PANEL_EDGE, before=before)

    def gap(self, words: str, before: float) -> Box:
        """Return a dashed frame round the words that say what is not there yet, in neither side's colour."""
        style = replace(self.small, colour=INK)
        width = self.breaker.width(words, style)
        text = self.text([(words, style)], width + 1, spread=1.3)
        return Box([text], width + 15, stroke=MUTE, dash=GAP_DASH, padding=(7.0, 2.5), radius=8.0, before=before)


def colour_of(side: Side) -> str:
    """Return the side's colour."""
    return SIDE_COLOURS[side]


def gap_words(side: Side) -> str:
    """Return what is said where a side has no answer."""
    return f"○ no {side.label} answer yet"


def kind_words(evidence: Evidence) -> str:
    """Return the kind of support in words, naming whom the author reports."""
    if evidence.kind is SupportKind.REPORTED:
        return f"reported by the author from {evidence.speaker or 'another'}"
    words = "paraphrase of the author" if evidence.kind is SupportKind.PARAPHRASE else evidence.kind.value
    return f"{words}, {evidence.speaker} speaking" if evidence.speaker else words
