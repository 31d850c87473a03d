"""What the Briefs page shows of a topic at one moment: plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from debateprep.domain.formats import Words as FormatWords
from debateprep.domain.model import (
    Brief,
    Label,
    Line,
    Question,
    Topic,
)
from debateprep.domain.pages import Coverage
from debateprep.domain.terms import (
    ItemKind,
    Part,
    ResponseType,
    SectionKind,
    Side,
    SupportKind,
)
from debateprep.gui.models.board_briefs import OtherBrief
from debateprep.gui.words import term

BOTH = (Side.PRO, Side.CON)


@dataclass(frozen=True, slots=True)
class SupportView:
    """One support: its kind, its own words, and how it is told in a line and on a pill.

    `source_id` and `offset` lead to its words in Read, `card_id` to its card; 0 and -1 where there are none.
    """

    id: int
    kind: SupportKind
    text: str
    line: str
    pill: str
    context: str = ""
    source_id: int = 0
    offset: int = -1
    card_id: int = 0


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """An argument with what rests under it; `frontlines` counts our replies to their answers."""

    id: int
    side: Side
    number: str
    name: str
    claim: str
    warrant: str
    impact: str
    supports: tuple[SupportView, ...]
    answers: tuple[int, ...]
    frontlines: int
    questions: tuple[Question, ...] = ()
    lines: tuple[Line, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def line(self) -> str:
        """Return what it rests on in words: "Clark, no date, ¶15 · paraphrase"."""
        lines = list(dict.fromkeys(each.line for each in self.supports))
        text = " · ".join(lines) or _tr("no support yet")
        return text[:1].upper() + text[1:]

    @property
    def place(self) -> str:
        """Return how it is called in a heading: "Pro C1.2", or its side alone."""
        return f"{term(self.side.label)} {self.number}".strip()


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A link from one argument to another; `shared` when its claim also stands elsewhere, `also` where.

    `grouped_as` is the name of the group of targets that it answers together.
    """

    id: int
    answering: int
    target: int
    response: ResponseType
    wording: str
    shared: bool
    tier: int = 1
    grouped_as: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An entry of a section, with what it refers to; `also` tells where else that is used.

    `frozen` holds the argument as a frozen copy shows it; `state` says that the copy is frozen, and whether it is old.
    """

    id: int
    kind: ItemKind
    argument: int = 0
    answer: int = 0
    card: int = 0
    text: str = ""
    also: str = ""
    state: str = ""
    frozen: ArgumentView | None = None

    @property
    def remark(self) -> str:
        """Return what the row says of the reference: its state, and where else it is used."""
        return " · ".join(part for part in (self.state, self.also) if part)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A heading with its own entries; subsections follow with a greater depth."""

    id: int
    parent: int
    number: str
    kind: SectionKind
    title: str
    depth: int
    index: int
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One side's brief: its sections by part, its counts, and the targets it answers or should.

    `limit` is how long the case may be read, in seconds, 0 where the format does not say; `words` are the format's.
    """

    side: Side
    stance: str
    contentions: int
    arguments: int
    seconds: int
    parts: dict[Part, tuple[SectionView, ...]]
    targets: tuple[int, ...]
    answer_count: int
    notice: str
    brief: int = 0
    limit: int = 0
    words: FormatWords = field(default_factory=FormatWords)


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A kept position or a card that can be put into a brief."""

    kind: str
    id: int
    text: str
    line: str
    side: Side
    used: bool


@dataclass(frozen=True)
class Board:
    """One topic, whole; `others` are the briefs that are not shown, `files` all of a side's, its main one first."""

    topic: Topic
    arguments: dict[int, ArgumentView]
    answers: dict[int, AnswerView]
    sides: dict[Side, SideView]
    coverage: tuple[Coverage, ...]
    holes: dict[Side, tuple[int, ...]]
    shelf: tuple[ShelfEntry, ...]
    others: tuple[OtherBrief, ...] = ()
    files: Mapping[Side, tuple[Brief, ...]] = field(default_factory=dict)

    def side_of(self, kind: str, number: int) -> Side | None:
        """Return the side of an "argument", or that in whose brief a "section" or an "item" stands; None elsewhere."""
        if kind == "argument":
            return self.arguments[number].side if number in self.arguments else None
        for side, view in self.sides.items():
            for section in (each for sections in view.parts.values() for each in sections):
                ids = {section.id} if kind == "section" else {item.id for item in section.items}
                if number in ids:
                    return side
        return None

    def we_say(self, answer: AnswerView) -> str:
        """Return the words of an answer: its own, or its argument's claim."""
        return answer.wording or self.arguments[answer.answering].claim


def _tr(text: str) -> str:
    return QCoreApplication.translate("Board", text)
