"""What the printed pages say, resolved from the model and ready for any layout.

No ids, no storage: layouts turn these values into pages. Every text is the user's or the source's, never
markup. Offsets of marks count code points of `Evidence.text`.
"""

from dataclasses import dataclass

from debateprep.domain.citation_line import CiteRun
from debateprep.domain.formats import Format
from debateprep.domain.model import Mark
from debateprep.domain.terms import ResponseType, SectionKind, Side, SupportKind

ANSWER_PREFIX = "AT:"
"""What stands before the name of what a block answers; "A2:" and "Answers to" are used too."""


def answer_title(name: str, prefix: str = ANSWER_PREFIX) -> str:
    """Return the title of a block of answers; it is computed, never stored."""
    return f"{prefix} {name}".strip()


@dataclass(frozen=True, slots=True)
class Cite:
    """A cite as it is read: the bold head ("Clark"), the rest, and the place ("¶15", "p. 4" or "").

    `incomplete` adds the ° that points to the works cited.
    """

    head: str
    rest: str = ""
    place: str = ""
    incomplete: bool = False

    @property
    def text(self) -> str:
        """Return the short cite on one line, as every layout prints it."""
        head = self.head + (f", {self.rest}" if self.rest else "") + ("°" if self.incomplete else "")
        return head + (f", {self.place}" if self.place else "")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One support: its kind in words, its text, and a cite only where a source says those words.

    `text` is the quotation (kind quoted), the statement (paraphrase, reported), the reasoning, or the question
    still open. `tag` stands above a card. `context` warns of a concession ("the author goes on: …"). `language` is a
    source's own where it is not English; `around` are the source's words just before and after the quotation.
    """

    kind: SupportKind
    text: str
    tag: str = ""
    cite: Cite | None = None
    marks: tuple[Mark, ...] = ()
    speaker: str = ""
    context: str = ""
    language: str = ""
    around: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class RebuttalCard:
    """The view and the print of one answer.

    `replies` is the answer's frontline: what to say if they reply, as (response type, text) pairs.
    """

    side: Side
    target_name: str
    target_number: str
    they_say: str
    we_say: str
    response: ResponseType
    because: str
    evidence: tuple[Evidence, ...]
    therefore: str
    replies: tuple[tuple[ResponseType, str], ...] = ()
    tier: int = 1
    answer_name: str = ""
    prefix: str = ANSWER_PREFIX

    @property
    def title(self) -> str:
        """Return the title of the block that answers the same: "AT: Trips that matter"."""
        return answer_title(self.target_name or self.they_say, self.prefix)


@dataclass(frozen=True, slots=True)
class ArgumentEntry:
    """An argument in its place: its number, words, evidence, and the answers to it with ours to them."""

    number: str
    side: Side
    name: str
    claim: str
    warrant: str
    impact: str
    evidence: tuple[Evidence, ...]
    answers: tuple[RebuttalCard, ...] = ()


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card that stands in a section by itself."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note of the user's."""

    text: str


Entry = ArgumentEntry | CardEntry | NoteEntry | RebuttalCard


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section with its entries and its subsections; `number` is "" where sections are not numbered."""

    number: str
    kind: SectionKind
    title: str
    entries: tuple[Entry, ...] = ()
    sections: tuple["SectionPage", ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many arguments of a side have a live answer: "Pro arguments with a Con answer: 4 of 5"."""

    side: Side
    answered: int
    total: int

    @property
    def sentence(self) -> str:
        """Return the count in words."""
        return f"{self.side.label} arguments with a {self.side.other.label} answer: {self.answered} of {self.total}"


@dataclass(frozen=True, slots=True)
class WorkCited:
    """A full reference, with what is missing said in words ("no date: check what has changed since").

    `runs` are the reference's runs where a style has italics; their text is the reference's.
    """

    reference: str
    missing: tuple[str, ...] = ()
    runs: tuple[CiteRun, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefPages:
    """One side's brief, whole: case, answers to the other side, notes, works cited.

    `notice` says what the library holds ("All quotations come from one article that argues Pro.").
    """

    topic: str
    resolution: str
    side: Side
    stance: str
    title: str
    notice: str
    case: tuple[SectionPage, ...]
    answers: tuple[SectionPage, ...]
    notes: tuple[SectionPage, ...]
    works: tuple[WorkCited, ...]
    coverage: tuple[Coverage, ...]
    case_words: int
    words_a_minute: int = 180

    @property
    def case_seconds(self) -> int:
        """Return the reading time of the case in seconds."""
        return round(self.case_words * 60 / self.words_a_minute)


@dataclass(frozen=True, slots=True)
class RebuttalDeck:
    """Rebuttal cards to cut out, in order."""

    topic: str
    resolution: str
    cards: tuple[RebuttalCard, ...]


@dataclass(frozen=True, slots=True)
class ClashSection:
    """One side's contention: each argument with the other side's answers level with it."""

    number: str
    title: str
    rows: tuple[ArgumentEntry, ...]


@dataclass(frozen=True, slots=True)
class ClashPages:
    """Both cases side by side: Pro's contentions with Con's answers, then Con's with Pro's."""

    topic: str
    resolution: str
    pro_stance: str
    con_stance: str
    notice: str
    pro: tuple[ClashSection, ...]
    con: tuple[ClashSection, ...]
    coverage: tuple[Coverage, ...]
    works: tuple[WorkCited, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicPages:
    """A whole topic, for the pages that need more than one side: both briefs, the clash of them, all answers."""

    topic: str
    resolution: str
    format: Format
    pro: BriefPages
    con: BriefPages
    clash: ClashPages
    deck: RebuttalDeck
    works: tuple[WorkCited, ...] = ()

    def brief(self, side: Side) -> BriefPages:
        """Return a side's brief."""
        return self.con if side is Side.CON else self.pro

    def rows(self, side: Side) -> tuple[ArgumentEntry, ...]:
        """Return a side's arguments in order, each with the other side's answers."""
        sections = self.clash.con if side is Side.CON else self.clash.pro
        return tuple(row for section in sections for row in section.rows)
