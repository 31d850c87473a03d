"""The model: one frozen value a thing, as DESIGN's table names them.

Every value has an `id` (this library's row number, 0 while new) and a stable `uid` (hex, the same in every
library). Offsets are half-open and count code points. Values cross floors; rows never do.
"""

import re
from dataclasses import dataclass, field

from debateprep.domain.article import Block, Name, PartialDate, Span
from debateprep.domain.terms import (
    ArgumentStatus,
    ItemKind,
    LineKind,
    MarkKind,
    Outcome,
    Part,
    PositionStatus,
    QuestionKind,
    ResponseType,
    Role,
    SectionKind,
    Side,
    SupportKind,
)

_OPENING = re.compile(r"\A\s*resolved\s*[:,]\s*(that\s+)?", re.IGNORECASE)
"""What opens a resolution in the United States; other formats open otherwise, with words that say something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What every stored value has: its row number here and its identity everywhere."""

    id: int = 0
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Thing):
    """A resolution with its format; the two stances are what each side stands for in a few words.

    `evidence_since` is the year before which evidence counts as old, 0 for none. An archived topic is kept whole,
    out of the way.
    """

    resolution: str
    name: str = ""
    format: str = "public-forum"
    pro_stance: str = ""
    con_stance: str = ""
    notes: str = ""
    sample: str = ""
    archived: bool = False
    evidence_since: int = 0

    @property
    def short(self) -> str:
        """Return the name shown in lists; without one, the resolution without the word that opens every resolution."""
        if self.name:
            return self.name
        bare = _OPENING.sub("", self.resolution, count=1).strip()
        return bare[:1].upper() + bare[1:] if bare else self.resolution

    def stance(self, side: Side) -> str:
        """Return what the side stands for, or ""."""
        return {Side.PRO: self.pro_stance, Side.CON: self.con_stance}.get(side, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Thing):
    """An article, book or report: CSL-JSON's fields, without its text (see SourceText).

    `details` holds what only cites need (volume, editors, DOI …) as pairs of CSL's variable and its value; what
    is no plain text there is JSON. `domain.citation_reference` reads and makes them.
    """

    kind: str = "article"
    title: str = ""
    authors: tuple[Name, ...] = ()
    qualifications: str = ""
    publication: str = ""
    issued: PartialDate | None = None
    url: str = ""
    accessed: PartialDate | None = None
    publisher: str = ""
    pages: str = ""
    language: str = "en"
    file_name: str = ""
    note: str = ""
    concludes: Side = Side.NEITHER
    sample: str = ""
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText(Thing):
    """A source's immutable text and its blocks; the blocks' kinds may be corrected, the text never."""

    source_id: int
    text: str
    blocks: tuple[Block, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """How a position without text is recognised later: its word count and SHA-256 of its case-folded words."""

    words: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Thing):
    """What an author says, kept for a topic (or dismissed), in the user's words.

    `speaker` is "" for the author. `paragraph` is None outside the body. `span` is None while the source has
    no text; `anchor` recognises the words then. `but` tells how the author goes on after a concession.
    """

    source_id: int
    topic_id: int | None = None
    statement: str
    role: Role = Role.CLAIM
    status: PositionStatus = PositionStatus.KEPT
    side: Side = Side.NEITHER
    speaker: str = ""
    paragraph: int | None = None
    span: Span | None = None
    anchor: Anchor | None = None
    but: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLink(Thing):
    """A link: one position (a reason, evidence) stands under another, the claim it supports, of the same source."""

    under_id: int
    position_id: int


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark over a card's words; `value` is a highlight colour's name or a size in points, else ""."""

    kind: MarkKind
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class MarkLayer:
    """A named reading of a card ("mine", "1AR short"); the one that is `shown` is also the one printed."""

    name: str = "mine"
    marks: tuple[Mark, ...] = ()
    shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Thing):
    """Evidence: a tag over words quoted verbatim; marks are layers over them, never a change.

    `span` anchors the quote in the source's text; `cite` overrides the cite computed from the source. `tag` is
    the one shown; `other_tags` are further ones, for the other arguments that the card serves.
    """

    tag: str
    quote: str
    source_id: int | None = None
    topic_id: int | None = None
    position_id: int | None = None
    cite: str = ""
    paragraph: int | None = None
    span: Span | None = None
    layers: tuple[MarkLayer, ...] = (MarkLayer(),)
    other_tags: tuple[str, ...] = ()

    @property
    def shown_layer(self) -> int:
        """Return the index of the layer that is shown and printed: the chosen one, else the first."""
        return next((index for index, layer in enumerate(self.layers) if layer.shown), 0)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks of the layer that is shown."""
        return self.layers[self.shown_layer].marks if self.layers else ()

    @property
    def tags(self) -> tuple[str, ...]:
        """Return every tag, the one shown first."""
        return (self.tag, *self.other_tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument(Thing):
    """One side's claim with its warrant and impact; without a quoted card it is an analytic.

    `strength` is the user's own judgement from 1 (weak) to 5 (strong), 0 for none.
    """

    topic_id: int
    side: Side
    claim: str
    name: str = ""
    warrant: str = ""
    impact: str = ""
    notes: str = ""
    status: ArgumentStatus = ArgumentStatus.DRAFT
    strength: int = 0

    @property
    def short(self) -> str:
        """Return the short name, or the claim."""
        return self.name or self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Thing):
    """What an argument rests on: a card, a position, our reasoning, or evidence still wanted.

    `text` is the reasoning, or the question that evidence is wanted for; for a position it may reword it, for a
    card it is the tag that the card bears here, if another than its own.
    """

    argument_id: int
    kind: SupportKind
    card_id: int | None = None
    position_id: int | None = None
    text: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Thing):
    """A link: one side's argument answers one of the other side's; `wording` replaces the answer's claim.

    Links from one argument with the same `grouped_as` are a group: said once, against all their targets together,
    under that name.
    """

    answering_id: int
    target_id: int
    response: ResponseType = ResponseType.NOT_TRUE
    tier: int = 1
    rank: int = 0
    wording: str = ""
    grouped_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief(Thing):
    """One side's file on a topic; the main one gives the numbers."""

    topic_id: int
    side: Side
    title: str = ""
    main: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Thing):
    """A heading of a brief's outline."""

    brief_id: int
    parent_id: int | None = None
    part: Part = Part.CASE
    kind: SectionKind = SectionKind.CONTENTION
    title: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """The words of an argument or a card as they were when an item's copy was frozen; evidence is not copied.

    Of an argument claim, name, warrant and impact are kept; of a card its tag, cite and marks.
    """

    claim: str = ""
    name: str = ""
    warrant: str = ""
    impact: str = ""
    tag: str = ""
    cite: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Thing):
    """An entry of a section: a reference, or a note in `text`.

    A reference shows what it refers to as that is now, or as it was while `frozen`.
    """

    section_id: int
    kind: ItemKind
    argument_id: int | None = None
    answer_id: int | None = None
    card_id: int | None = None
    text: str = ""
    rank: int = 0
    frozen: Frozen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Thing):
    """A question to ask in crossfire or to offer as a point of information, about one argument."""

    argument_id: int
    kind: QuestionKind = QuestionKind.CROSSFIRE
    ask: str
    expect: str = ""
    follow_up: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Thing):
    """A line ready to be said of an argument: how it is extended, or how its impact is weighed."""

    argument_id: int
    kind: LineKind = LineKind.EXTENSION
    text: str
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Thing):
    """A round that was debated on a topic; `side` is ours."""

    topic_id: int
    name: str
    side: Side = Side.NEITHER
    tournament: str = ""
    opponent: str = ""
    judge: str = ""
    held: PartialDate | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard(Thing):
    """An argument of the other side as it was heard in a round.

    `answering_id` is our argument that answered it, `said` how we put it where no argument of ours stands for it.
    """

    round_id: int
    argument_id: int
    answering_id: int | None = None
    said: str = ""
    outcome: Outcome = Outcome.UNKNOWN
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter(Thing):
    """A choice of arguments kept under a name, for one topic or (without one) for all."""

    name: str
    topic_id: int | None = None
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFormat(Thing):
    """A debate format of the user's: in place of the shipped one with its key, or a new one; `text` is TOML."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label(Thing):
    """A keyword of the user's (never called a tag)."""

    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLink(Thing):
    """A label on a thing; `kind` is the thing's type name in lower case."""

    label_id: int
    kind: str
    target_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch(Thing):
    """Where imported things came from, with the report that the user was shown."""

    file_name: str
    sha256: str = ""
    format: str = ""
    report: tuple[str, ...] = field(default=())
