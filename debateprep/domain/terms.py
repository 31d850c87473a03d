"""The closed vocabularies of the field, with the words that people are shown."""

from enum import StrEnum


class Side(StrEnum):
    """Which side of a resolution something serves."""

    PRO = "pro"
    CON = "con"
    NEITHER = "neither"

    @property
    def other(self) -> "Side":
        """Return the opposing side; NEITHER stays NEITHER."""
        return {Side.PRO: Side.CON, Side.CON: Side.PRO}.get(self, self)

    @property
    def label(self) -> str:
        """Return the word shown for the side."""
        return self.value.capitalize()

    @property
    def sign(self) -> str:
        """Return the shape that tells the side without colour."""
        return {Side.PRO: "■", Side.CON: "○"}.get(self, "·")


class BlockKind(StrEnum):
    """What a block of a source is; only body blocks carry paragraph numbers."""

    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    PULL_QUOTE = "pull quote"
    ADVERT = "advert"
    AUTHOR_NOTE = "author note"
    OTHER = "other"

    @property
    def is_body(self) -> bool:
        """Tell whether the block is part of what the author argues."""
        return self is BlockKind.PARAGRAPH


class Role(StrEnum):
    """What a position does in its author's case; an opposing view is told only to be answered."""

    CLAIM = "claim"
    REASON = "reason"
    EVIDENCE = "evidence"
    CONCESSION = "concession"
    PROPOSAL = "proposal"
    OPPOSING = "opposing view"

    @property
    def is_conceded(self) -> bool:
        """Tell whether the words are not the author's own case, so that the author's turn belongs beside them."""
        return self in (Role.CONCESSION, Role.OPPOSING)


class PositionStatus(StrEnum):
    """What the user decided about a position; an undecided one is a suggestion and not stored."""

    KEPT = "kept"
    DISMISSED = "dismissed"


class SupportKind(StrEnum):
    """How an argument is supported; always shown in these words, never blurred."""

    QUOTED = "quoted"
    PARAPHRASE = "paraphrase"
    REPORTED = "reported"
    REASONING = "our reasoning"
    WANTED = "evidence wanted"

    @property
    def takes_cite(self) -> bool:
        """Tell whether a cite may stand beside it: only beside words that a source says."""
        return self in (SupportKind.QUOTED, SupportKind.PARAPHRASE, SupportKind.REPORTED)


class ResponseType(StrEnum):
    """How an answer meets its target: five plain types first, the field's finer ones after."""

    NOT_TRUE = "not true"
    HELPS_US = "helps us"
    LESS_IMPORTANT = "less important"
    DIFFERENT_CASE = "different case"
    WEAK_SOURCE = "weak source"
    NO_LINK = "no link"
    NON_UNIQUE = "non-unique"
    LINK_TURN = "link turn"
    IMPACT_TURN = "impact turn"
    MITIGATE = "mitigate"
    OUTWEIGH = "outweigh"
    NO_SOLVENCY = "no solvency"
    ALTERNATIVE = "better alternative"

    @property
    def is_plain(self) -> bool:
        """Tell whether it is one of the five types that a novice is shown first."""
        return self in PLAIN_RESPONSES


PLAIN_RESPONSES = (
    ResponseType.NOT_TRUE,
    ResponseType.HELPS_US,
    ResponseType.LESS_IMPORTANT,
    ResponseType.DIFFERENT_CASE,
    ResponseType.WEAK_SOURCE,
)


class MarkKind(StrEnum):
    """A layer over a card's words; the words themselves never change."""

    UNDERLINE = "underline"
    EMPHASIS = "emphasis"
    HIGHLIGHT = "highlight"
    SHRINK = "shrink"
    OMIT = "omit"


class Part(StrEnum):
    """The parts of a brief; reading time counts the case."""

    CASE = "case"
    ANSWERS = "answers"
    NOTES = "notes"


class SectionKind(StrEnum):
    """The kinds of section in a brief's outline."""

    CONTENTION = "contention"
    SUBPOINT = "subpoint"
    BLOCK = "block"
    FRONTLINE = "frontline"
    OVERVIEW = "overview"
    POCKET = "pocket"
    HAT = "hat"
    CUSTOM = "custom"
    NOTE = "note"
    PLAN = "plan text"


class ItemKind(StrEnum):
    """What an item of a section refers to."""

    ARGUMENT = "argument"
    ANSWER = "answer"
    CARD = "card"
    NOTE = "note"


class Verdict(StrEnum):
    """What the check of a card's words found."""

    VERBATIM = "verbatim"
    CHANGED = "changed"
    NO_SOURCE = "no source text"

    @property
    def label(self) -> str:
        """Return the words shown on a card."""
        return self.value.capitalize()


class ArgumentStatus(StrEnum):
    """How far an argument is, as its writer sees it."""

    IDEA = "idea"
    DRAFT = "draft"
    READY = "ready"


class Outcome(StrEnum):
    """How our answer to an argument went in a round."""

    UNKNOWN = "not known"
    WORKED = "worked"
    PARTLY = "partly"
    FAILED = "did not work"
    DROPPED = "not answered"


class QuestionKind(StrEnum):
    """When a question is put."""

    CROSSFIRE = "crossfire"
    POINT = "point of information"


class LineKind(StrEnum):
    """What a prepared line does: extends the argument, or weighs its impact in one respect."""

    EXTENSION = "extension"
    MAGNITUDE = "magnitude"
    PROBABILITY = "probability"
    TIMEFRAME = "timeframe"
    REVERSIBILITY = "reversibility"

    @property
    def weighs(self) -> bool:
        """Tell whether it weighs the impact."""
        return self is not LineKind.EXTENSION


class Check(StrEnum):
    """What is looked for in the clash of a topic; a format says which of it matters there."""

    OPEN = "open argument"
    NO_EVIDENCE = "no evidence"
    DOUBLE_TURN = "double turn"
    CONTRADICTION = "contradiction"
    BOTH_SIDES = "card on both sides"
    CITE = "incomplete cite"
    OLD = "old evidence"
    OVER_TIME = "over time"


class Brings(StrEnum):
    """What a format lets debaters bring into the round."""

    PAPERS = "own papers"
    DICTIONARY = "a dictionary only"
    NOTHING = "nothing"


class SpeechKind(StrEnum):
    """What a speech of a round is for."""

    CONSTRUCTIVE = "constructive"
    QUESTIONS = "questions"
    REBUTTAL = "rebuttal"
    SUMMARY = "summary"
    CLOSING = "closing"
    REPLY = "reply"


class Aim(StrEnum):
    """What is looked for when something is suggested for an argument."""

    ANSWER = "answer"
    SUPPORT = "support"
