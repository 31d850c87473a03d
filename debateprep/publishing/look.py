"""The look of the pages: colours, styles and the words that stand for kinds of support."""

from collections.abc import Sequence
from dataclasses import replace

from debateprep.domain.pages import Evidence
from debateprep.domain.terms import Side, SupportKind
from debateprep.publishing.blocks import Box, Text
from debateprep.publishing.lines import Breaker, Run, Style
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
GAP_DASH = (2.4, 1.8)
SMALLEST = 6.0


class Typesetter:
    """Turns words into blocks in the document's styles; one a document, as it keeps measured widths."""

    def __init__(self, breaker: Breaker, size: float = 11.0, *, ink_saver: bool = False) -> None:
        self.breaker = breaker
        self.size = size
        self.ink_saver = ink_saver
        self.body = Style(serif=True, size=size)
        self.quiet = replace(self.body, colour=MUTE)
        self.sans = Style(size=size - 1.5)
        self.strong = replace(self.sans, bold=True)
        self.small = Style(size=size - 2.5, colour=MUTE)
        self.small_strong = replace(self.small, bold=True, colour=INK)
        self.aside = Style(serif=True, italic=True, size=size - 1, colour=MUTE)

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
    ) -> Text:
        """Return the runs as a block `width` points wide, indent included; `spread` times the size a line."""
        lines = self.breaker.lines(runs, width - indent)
        size = max((style.size for _, style in runs), default=self.size)
        return Text(
            lines,
            size,
            round(size * spread, 2),
            before=before,
            indent=indent,
            keep=keep,
            bar=bar,
            bookmark=bookmark,
            incomplete=incomplete,
        )

    def panel(self, blocks: Sequence[Text], width: float, *, before: float) -> Box:
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
