"""The layouts there are: what each is called and for, which choices apply to it, and what makes its pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from debateprep.domain.pages import BriefPages, ClashPages, RebuttalDeck, TopicPages
from debateprep.domain.terms import Side
from debateprep.publishing.blockfile import BlockFileLayout
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.brief import BriefLayout
from debateprep.publishing.cards import DeckLayout
from debateprep.publishing.clash import ClashLayout
from debateprep.publishing.classset import HandoutLayout, StripsLayout
from debateprep.publishing.layout import Layout
from debateprep.publishing.listing import EvidenceLayout, OutlineLayout, WorksLayout
from debateprep.publishing.options import CardText, Duplex, PageOptions
from debateprep.publishing.speech import SpeechLayout
from debateprep.publishing.structure import Tree
from debateprep.publishing.worksheets import CaseLayout, FlowLayout, JudgeLayout, PrepLayout

Pages = BriefPages | RebuttalDeck | ClashPages | TopicPages


class Kind(StrEnum):
    """What can be printed of a topic."""

    BRIEF = "brief"
    CARDS = "cards"
    CLASH = "clash"
    BLOCKS = "blocks"
    CLASS = "class"
    STRIPS = "strips"
    PREP = "prep"
    FLOW = "flow"
    CASE = "case"
    EVIDENCE = "evidence"
    SPEECH = "speech"
    JUDGE = "judge"
    OUTLINE = "outline"
    WORKS = "works"

    @property
    def label(self) -> str:
        """Return the name shown to people."""
        return SHELF[self].label

    @property
    def about(self) -> str:
        """Return a few words on what it is for."""
        return SHELF[self].about


class Sides(StrEnum):
    """Which side a layout is of: always one, one or both, or the whole topic."""

    ONE = "one"
    ANY = "any"
    NONE = "none"


class Needs(StrEnum):
    """What a layout is made from: one side's brief, the rebuttal cards, the clash, or the whole topic."""

    BRIEF = "brief"
    DECK = "deck"
    CLASH = "clash"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Entry:
    """One layout of the shelf; `choices` are the names of the PageOptions that change it, besides EVERYWHERE's."""

    label: str
    about: str
    sides: Sides
    needs: Needs
    make: Callable[[Any, Side | None, PageOptions, Breaker, Tree], Layout]
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """A named choice of several options at once; it applies to a layout that has at least one of them."""

    label: str
    about: str
    options: Mapping[str, object]

    def fits(self, kind: "Kind") -> bool:
        """Tell whether the layout has any of the options."""
        return not {*SHELF[kind].choices, *EVERYWHERE}.isdisjoint(self.options)

    def applied(self, options: PageOptions, kind: "Kind") -> PageOptions:
        """Return the options with those of the preset that the layout has."""
        choices = {*SHELF[kind].choices, *EVERYWHERE}
        return replace(options, **{name: value for name, value in self.options.items() if name in choices})  # type: ignore[arg-type]


PRESETS: dict[str, Preset] = {
    "photocopy": Preset("To photocopy", "Black and white, no shades", {"black": True, "ink_saver": True}),
    "large-print": Preset("Large print", "At least 18 points", {"large": True, "hyphens": False, "justified": False}),
    "easy-to-read": Preset("Easier to read", "Sans, open lines, no italics", {"dyslexia": True, "type_size": 13.0}),
    "binder": Preset(
        "For the binder", "Cover, contents, a page each", {"cover": True, "contents": True, "page_each": True}
    ),
    "save-paper": Preset("Save paper", "Two pages a sheet", {"two_up": True, "cover": False, "type_size": 9.0}),
    "in-the-round": Preset(
        "For the round", "Only what is read", {"text": CardText.READ, "contents": False, "works_cited": False}
    ),
    "two-sided-cards": Preset("Two-sided cards", "Backs behind their fronts", {"duplex": Duplex.LONG, "ruler": True}),
}
"""Presets by the name that a command takes; the order is the one to show them in."""

EVERYWHERE = ("paper", "ink_saver", "black", "printed_on", "dyslexia")
"""The choices that every layout has."""
_FLOWING = ("type_size", "large", "margin", "header_name", "school", "two_up")
_PROSE = ("justified", "hyphens", "smallest")

SHELF: dict[Kind, Entry] = {
    Kind.BRIEF: Entry(
        "Brief",
        "One side, with cards and answers",
        Sides.ONE,
        Needs.BRIEF,
        lambda pages, _side, options, breaker, tree: BriefLayout(pages, options, breaker, tree),
        (*_FLOWING, *_PROSE, "contents", "answers", "works_cited", "text", "sections", "cover", "page_each"),
    ),
    Kind.BLOCKS: Entry(
        "Block file",
        "They say / we say, one a page",
        Sides.ONE,
        Needs.TOPIC,
        lambda pages, side, options, breaker, tree: BlockFileLayout(pages, side or Side.PRO, options, breaker, tree),
        (*_FLOWING, *_PROSE, "text"),
    ),
    Kind.CLASH: Entry(
        "Clash sheet",
        "Pro and Con side by side",
        Sides.NONE,
        Needs.CLASH,
        lambda pages, _side, options, breaker, tree: ClashLayout(pages, options, breaker, tree),
        (*_FLOWING, "works_cited"),
    ),
    Kind.CARDS: Entry(
        "Rebuttal cards",
        "Cut-outs, 4 or 8 a sheet, or index cards",
        Sides.ANY,
        Needs.DECK,
        lambda pages, _side, options, breaker, tree: DeckLayout(pages, options, breaker, tree),
        ("cells", "duplex", "ruler"),
    ),
    Kind.CLASS: Entry(
        "Class handout",
        "One sheet to fill in, three levels, with a key",
        Sides.ONE,
        Needs.TOPIC,
        lambda pages, side, options, breaker, tree: HandoutLayout(pages, side or Side.PRO, options, breaker, tree),
        (*_FLOWING, "level", "key"),
    ),
    Kind.STRIPS: Entry(
        "Strips to match",
        "Cut, mix, lay answers beside claims",
        Sides.NONE,
        Needs.TOPIC,
        lambda pages, _side, options, breaker, tree: StripsLayout(pages, options, breaker, tree),
        ("key",),
    ),
    Kind.PREP: Entry(
        "Prep sheet",
        "Sixty minutes, two sides, to fill in",
        Sides.NONE,
        Needs.TOPIC,
        lambda pages, _side, options, breaker, tree: PrepLayout(pages, options, breaker, tree),
        _FLOWING,
    ),
    Kind.FLOW: Entry(
        "Flow sheet",
        "A column a speech, a page a case",
        Sides.ANY,
        Needs.TOPIC,
        lambda pages, side, options, breaker, tree: FlowLayout(pages, side, options, breaker, tree),
        (*_FLOWING, "first_speaker"),
    ),
    Kind.CASE: Entry(
        "Case outline",
        "A speech planned on one page",
        Sides.ONE,
        Needs.TOPIC,
        lambda pages, side, options, breaker, tree: CaseLayout(pages, side or Side.PRO, options, breaker, tree),
        _FLOWING,
    ),
    Kind.EVIDENCE: Entry(
        "Evidence packet",
        "Quotations in order, with what stands round them",
        Sides.ONE,
        Needs.BRIEF,
        lambda pages, _side, options, breaker, tree: EvidenceLayout(pages, options, breaker, tree),
        (*_FLOWING, *_PROSE, "contents", "works_cited", "text"),
    ),
    Kind.SPEECH: Entry(
        "Speech",
        "Only what is read, in large type, with times",
        Sides.ONE,
        Needs.BRIEF,
        lambda pages, _side, options, breaker, tree: SpeechLayout(pages, options, breaker, tree),
        _FLOWING,
    ),
    Kind.JUDGE: Entry(
        "Judge sheet",
        "Times, criteria, the decision",
        Sides.NONE,
        Needs.TOPIC,
        lambda pages, _side, options, breaker, tree: JudgeLayout(pages, options, breaker, tree),
        _FLOWING,
    ),
    Kind.OUTLINE: Entry(
        "Outline",
        "Titles and claims on a page or two",
        Sides.ONE,
        Needs.BRIEF,
        lambda pages, _side, options, breaker, tree: OutlineLayout(pages, options, breaker, tree),
        _FLOWING,
    ),
    Kind.WORKS: Entry(
        "Works cited",
        "MLA, APA, Chicago or our short form",
        Sides.ANY,
        Needs.TOPIC,
        lambda pages, side, options, breaker, tree: WorksLayout(pages, side, options, breaker, tree),
        _FLOWING,
    ),
}


def usual_kind(pages: Pages) -> Kind:
    """Return the layout that pages are made for, where none is named."""
    if isinstance(pages, BriefPages):
        return Kind.BRIEF
    if isinstance(pages, RebuttalDeck):
        return Kind.CARDS
    return Kind.CLASH if isinstance(pages, ClashPages) else Kind.OUTLINE
