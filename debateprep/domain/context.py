"""What stands around a quotation: the sentences beside it, the author's turn, a negation, another's words, the end.

All spans are half-open code points of the source's text. Sentences are given by the caller, in order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from debateprep.domain.article import Span
from debateprep.domain.model import Position, Source
from debateprep.domain.terms import PositionStatus, Role, Side


class Caution(StrEnum):
    """Why a reader should look at the words around a quotation."""

    TURN = "the author turns"
    NEGATED = "negated before it"
    REPORTED = "another’s words"
    CONCLUDES = "concludes for the other side"


@dataclass(frozen=True, slots=True)
class Note:
    """One caution in a plain sentence, and the words of the source that give it, if any do."""

    kind: Caution
    sentence: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a quotation.

    `before` and `after` are the sentences beside it; `lead` and `tail` the rest of its own first and last sentence.
    """

    before: Span | None = None
    after: Span | None = None
    lead: Span | None = None
    tail: Span | None = None
    notes: tuple[Note, ...] = ()


_TURNS = (
    r"but(?!\s+(?:for|also)\b)|however|yet|and\s+yet|nevertheless|nonetheless|still,|even\s+so|that\s+said|all\s+the\s+same"
    r"|on\s+the\s+other\s+hand|having\s+said\s+that|then\s+again"
)
_DENIALS = (
    r"not\s+so\b|i\s+(?:doubt|disagree|reject|dispute)\b|(?:it|they|(?:this|that|these|those|such|the)(?:\s+(?:claims?|views?"
    r"|arguments?|ideas?|theor(?:y|ies)|stor(?:y|ies)|worr(?:y|ies)|fears?|objections?|charges?|beliefs?|notions?))?)"
    r"\s+(?:is|are|was|were)\s+(?:plainly\s+|simply\s+"
    r"|quite\s+|also\s+|a\s+|just\s+)*(?:wrong|false|mistaken|untrue|mistake|myth|nonsense|misleading)\b"
    r"|(?:this|that)\s+(?:misses|forgets|ignores|overlooks)\b|nothing\s+could\s+be\s+further|the\s+(?:trouble|problem)\s+is\b"
    r"|none\s+of\s+this\s+is\s+(?:true|so)\b|in\s+(?:truth|fact)\b,?"
)
_TURN = re.compile(rf"[\W_]*(?:{_TURNS}|{_DENIALS})", re.IGNORECASE)
_LATE_TURN = re.compile(r"[^.;:!?]{1,60}?,\s+(?:however|though|nevertheless|nonetheless)\b", re.IGNORECASE)
_TAIL_TURN = re.compile(
    rf"[\s,;:–—-]*(?:(?:{_TURNS})\b|(?:is|are|was|were)\s+(?:\w+\s+)?(?:false|wrong|untrue|a\s+myth|nonsense|mistaken)\b)"
    r"|.*?[,;–—]\s*(?:but|yet|however|although|though)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOTS = (
    r"not|never|no|cannot|hardly|scarcely|without|nobody|no\s+one|none|neither|nor|\w+n[’']t|false|untrue|wrong|myth|mistake"
    r"|mistaken|absurd|deny|denies|denied|doubt|doubts|doubtful|dispute|disputes|far\s+from|rather\s+than|instead\s+of"
    r"|reject|rejects"
)
_LEANING = (
    r"to|that|the|a|an|any|true|think|thinks|say|says|claim|suppose|believes?|pretend|means?|imply|case|so|idea|view|because|only"
    r"|of|is|be|it|whether|if|as|seriously|really|being|evidence|proof|reason|signs?|guarantee|basis|grounds|suggestion|people"
    r"|us|would|will|now"
)
_LED_BY_NOT = re.compile(
    rf"\b(?:{_NOTS}|(?<!\ba\s)few)(?:\s+(?:{_LEANING}))*[\s“\"‘'(,:–—]*$",
    re.IGNORECASE,
)
# "Nobody denies that", "there is no doubt that": two turns are none.
_AFFIRMED = re.compile(
    r"\b(?:no|not|nobody|no\s+one|none|cannot|never|few|hardly|scarcely|without|beyond|\w+n[’']t)\b(?:\s+\w+){0,3}?"
    r"\s+(?:doubt\w*|den(?:y|ies|ied|ying)|disput\w+|question\w*|mistak\w+)\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
_CONCEDED = re.compile(
    r"(?:^\W*|[,;:–—]\s*|\b(?:and|but|so|yet)\s+)(?:while|whilst|although|though|even\s+though|even\s+if)"
    r"(?:\s+it\s+(?:is|may\s+be)\s+true)?(?:\s+that)?\s*$",
    re.IGNORECASE,
)
_OTHERS = (
    r"critics?|opponents?|supporters?|defenders?|advocates?|sceptics?|skeptics?|officials?|experts?|some|others?|many|people"
    r"|they|he|she|ministers?|campaigners?|economists?|proponents?|everyone|politicians?|commentators?|the\s+other\s+side"
)
_SAYS = (
    r"says?|said|argues?|argued|claims?|claimed|believes?|believed|insists?|insisted|contends?|contended|complains?|complained"
    r"|objects?|objected|fears?|feared|warns?|warned|maintains?|maintained|suggests?|thinks?|thought|replies|reply|replied"
    r"|hopes?|alleges?|alleged|suppose[sd]?|point\s+out|points\s+out|will\s+say|would\s+say|might\s+say|may\s+say|like\s+to\s+say"
)
_REPORTED = re.compile(
    rf"\b(?:{_OTHERS})\b(?:\s+\w+){{0,5}}?\s+(?:{_SAYS})\b[^.!?]*$|\baccording\s+to\b[^.!?]*$"
    r"|\b(?:it\s+is\s+(?:\w+\s+)?(?:said|argued|claimed|feared|thought|believed)|we\s+are\s+(?:\w+\s+)?told"
    r"|the\s+(?:argument|objection|theory|story|worry|fear|complaint)\s+(?:goes|runs|is))\b[^.!?]*$"
    rf"|\bas\s+(?:the\s+|its\s+|some\s+)?(?:{_OTHERS})\s+(?:would\s+)?(?:have|see|put)s?\s+it\b[^.!?]*$",
    re.IGNORECASE,
)
_NAMED_SPEAKER = re.compile(
    r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+\b[^.!?;]{0,80}?\b(?:says?|said|argue[sd]|claim(?:s|ed)|insist(?:s|ed)|contend(?:s|ed)"
    r"|warn(?:s|ed)|believe[sd]|maintain(?:s|ed)|writes|wrote)(?:\s+that)?[\s“\"‘'(,:–—]*$"
)
_REPORTED_AFTER = re.compile(
    rf"[”\"’'\s,–—-]*(?:(?:{_SAYS})\s+(?:the\s+|a\s+|an\s+|some\s+|its\s+|his\s+|her\s+)?\w+|(?:{_OTHERS})\s+(?:{_SAYS})\b"
    r"|according\s+to\b|or\s+so\s+(?:we|they|he|she|the\s+\w+)\b|as\s+(?:critics|opponents|supporters|some|they)\b)",
    re.IGNORECASE,
)
_OPENERS, _CLOSERS = "“«„", "”»"


def check(
    text: str, span: Span, sentences: Sequence[Span], *, speaker: str = "", concludes: Side = Side.NEITHER,
    used_for: Side = Side.NEITHER,
) -> Context:  # fmt: skip
    """Return what stands around the quotation at `span`, with its cautions.

    `speaker` is who is known to speak there instead of the author; `concludes` the side that the author ends on,
    `used_for` the side that the quotation serves.
    """
    own = [index for index, sentence in enumerate(sentences) if sentence.overlaps(span)]
    before = after = lead = tail = None
    if own:
        first, last = own[0], own[-1]
        before = sentences[first - 1] if first else None
        after = sentences[last + 1] if last + 1 < len(sentences) else None
        lead = _part(text, sentences[first].start, span.start)
        tail = _part(text, span.end, sentences[last].end)
    notes = [
        *(_negation(text, lead) or _reported(text, span, lead, tail, speaker)),
        *_turn(text, lead, tail, after),
        *_conclusion(concludes, used_for),
    ]
    return Context(before, after, lead, tail, tuple(notes))


def _part(text: str, start: int, end: int) -> Span | None:
    return Span(start, end) if start < end and any(letter.isalnum() for letter in text[start:end]) else None


def _turn(text: str, lead: Span | None, tail: Span | None, after: Span | None) -> list[Note]:
    conceded = lead is not None and _CONCEDED.search(lead.of(text)) is not None
    if tail is not None and (conceded or _TAIL_TURN.match(tail.of(text))):
        return [Note(Caution.TURN, f"The sentence goes on: “{_plain(tail.of(text))}”", tail)]
    if after is not None and (_TURN.match(after.of(text)) or _LATE_TURN.match(after.of(text))):
        return [Note(Caution.TURN, f"The author goes on: “{_plain(after.of(text))}”", after)]
    return []


def _negation(text: str, lead: Span | None) -> list[Note]:
    if lead is None or not _LED_BY_NOT.search(lead.of(text)) or _AFFIRMED.search(lead.of(text)):
        return []
    return [Note(Caution.NEGATED, f"Right before it stands: “{_plain(lead.of(text))}”", lead)]


def _reported(text: str, span: Span, lead: Span | None, tail: Span | None, speaker: str) -> list[Note]:
    if lead is not None and (found := _REPORTED.search(lead.of(text)) or _NAMED_SPEAKER.search(lead.of(text))):
        place = Span(lead.start + found.start(), lead.end)
        return [Note(Caution.REPORTED, f"The author reports it from others: “{_plain(place.of(text))}”", place)]
    if tail is not None and _REPORTED_AFTER.match(tail.of(text)):
        return [Note(Caution.REPORTED, f"The author reports it from others: “{_plain(tail.of(text))}”", tail)]
    if _in_quotation_marks(text, span):
        who = f", {speaker}" if speaker else ""
        return [Note(Caution.REPORTED, f"The words stand in quotation marks: someone else says them{who}.", span)]
    if speaker:
        return [Note(Caution.REPORTED, f"The author gives this as the words of another: {speaker}.", span)]
    return []


def _in_quotation_marks(text: str, span: Span) -> bool:
    """Tell whether the span lies within one pair of quotation marks of its paragraph."""
    start = text.rfind("\n", 0, span.start) + 1
    opened = straight = 0
    for letter in text[start : span.start]:
        opened += (letter in _OPENERS) - (letter in _CLOSERS)
        straight += letter == '"'
    inside = span.of(text)
    closes = any(letter in _CLOSERS or letter == '"' for letter in inside[:-1])
    return (opened > 0 or straight % 2 == 1) and not closes


def _conclusion(concludes: Side, used_for: Side) -> list[Note]:
    if Side.NEITHER in (concludes, used_for) or concludes is used_for:
        return []
    words = f"The author concludes for {concludes.label}; here the words serve {used_for.label}."
    return [Note(Caution.CONCLUDES, words)]


def _plain(words: str) -> str:
    return " ".join(words.split()).lstrip(",;:–— ")


def concluding_side(source: Source, positions: Sequence[Position]) -> Side:
    """Return the side an author ends on: as the source says, else that of most of the claims and proposals kept.

    NEITHER when that is not plain: fewer than two, or no more than two thirds on one side.
    """
    if source.concludes is not Side.NEITHER:
        return source.concludes
    own = [
        each.side
        for each in positions
        if each.source_id == source.id
        and each.status is PositionStatus.KEPT
        and each.role in (Role.CLAIM, Role.PROPOSAL)
        and not each.speaker
        and each.side is not Side.NEITHER
    ]
    for side in (Side.PRO, Side.CON):
        if len(own) >= 2 and 3 * own.count(side) > 2 * len(own):
            return side
    return Side.NEITHER
