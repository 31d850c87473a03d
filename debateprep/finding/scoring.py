"""Weigh a stretch of words by its cues and features; each weight is a reason to show."""

import re
from dataclasses import dataclass, replace

from debateprep.domain.article import Reason, Span
from debateprep.domain.terms import Role
from debateprep.finding import shape
from debateprep.finding.cues import CueLists
from debateprep.finding.speakers import Voice, is_quotation, quotation_of
from debateprep.finding.tokens import Tokens

_NUMBER = re.compile(r"\d[\d,.]*")
_NUMBER_WORDS = frozenset(
    "eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
_SMALL_NUMBERS = frozenset("two three four five six seven eight nine ten dozen half third quarter".split())
_LEANING = frozenset("this that these those it they he she its their his her such".split())
_ED = re.compile(r"\w{3,}ed")
_OPINIONS = ("opinion", "modal verb", "call to act", "concession cue")
_STOP_MARKS = ".!?…"
_CLOSERS = "\"'”’)]"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch stands and what stands around it."""

    paragraph: int
    paragraphs: int
    opens: bool = False
    closes: bool = False
    whole: bool = True
    voice: Voice | None = None
    inside_view: str = ""
    answers_view: bool = False
    answer: Span | None = None
    conceded: str = ""
    after_turn: str = ""
    title_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Weighed:
    """The reasons found for a stretch, the score they add up to, and the votes for each role."""

    reasons: tuple[Reason, ...]
    score: float
    votes: dict[Role, float]

    def plus(self, reason: Reason) -> "Weighed":
        """Return the same with one reason more."""
        return replace(self, reasons=(*self.reasons, reason), score=_total((*self.reasons, reason)))


def _total(reasons: tuple[Reason, ...]) -> float:
    return round(sum(reason.weight for reason in reasons), 3)


def weigh(tokens: Tokens, place: Place, lists: CueLists) -> Weighed:
    """Return the reasons for and against offering these words as a position."""
    cues = _cue_reasons(tokens, lists)
    # How others put it, and how a concession is put, says nothing of what the author argues.
    others = place.voice or place.inside_view or place.conceded
    form = [] if others else _named(shape.statement(tokens, lists), lists)
    argues = any(reason.weight > 0 for reason, _ in (*cues, *form))
    held = {**_around(place, tokens.text), **_make(tokens, place, lists)}
    opinion = any(reason.label in _OPINIONS for reason, _ in cues)
    held |= {} if opinion else shape.account(tokens)
    # A place speaks only for words that argue: many an article ends on an anecdote.
    held |= _where(tokens, place) if argues else {"plain": ""}
    found = [*cues, *form, *_named(held, lists)]
    votes: dict[Role, float] = {}
    for reason, role in found:
        if role:
            votes[role] = votes.get(role, 0.0) + abs(reason.weight)
    reasons = tuple(sorted((reason for reason, _ in found), key=lambda reason: -abs(reason.weight)))
    return Weighed(reasons, _total(reasons), votes)


def _cue_reasons(tokens: Tokens, lists: CueLists) -> list[tuple[Reason, Role | None]]:
    opening = 0
    while opening < len(tokens.folded) and tokens.folded[opening] in ("and", "but", "yet"):
        opening += 1
    return [
        (Reason(cue.label, tokens.between(first, last), cue.weight), cue.role)
        for cue in lists.cues
        for first, last in cue.matches(tokens.folded, opening)
    ]


def _named(held: dict[str, str], lists: CueLists) -> list[tuple[Reason, Role | None]]:
    return [lists.features[name].reason(matched) for name, matched in held.items()]


def _where(tokens: Tokens, place: Place) -> dict[str, str]:
    held: dict[str, str] = {}
    if place.paragraphs > 2:
        if place.paragraph == place.paragraphs:
            held["thesis_paragraph_last"] = ""
        elif place.paragraph == place.paragraphs - 1:
            held["thesis_paragraph_near_last"] = ""
        elif place.paragraph == 1:
            held["thesis_paragraph_first"] = ""
    if place.opens:
        held["opens_paragraph"] = ""
    if place.closes:
        held["closes_paragraph"] = ""
    shared = next((word for word in tokens.folded if word in place.title_words), "")
    if shared:
        held["title_word"] = shared
    return held


def _around(place: Place, text: str) -> dict[str, str]:
    held: dict[str, str] = {}
    if place.answer:
        held["opposing_view"] = " ".join(place.answer.of(text).split()[:4])
    if place.voice:
        held["named_source" if place.voice.document else "reported"] = place.voice.matched
    elif place.inside_view:
        held["inside_view"] = place.inside_view
    if place.answers_view:
        held["answers_view"] = ""
    if place.conceded:
        held["conceded"] = place.conceded
    if place.after_turn:
        held["after_turn"] = place.after_turn
    return held


def _make(tokens: Tokens, place: Place, lists: CueLists) -> dict[str, str]:
    held = _counts(tokens)
    if is_question(tokens):
        held["question"] = ""
    if tokens.folded and tokens.folded[0] in _LEANING and len(tokens.words) < 12:
        held["leans_back"] = tokens.words[0].text
    if is_quotation(tokens):
        held["quoted"] = quotation_of(tokens)
    if _many_names(tokens):
        held["names"] = ""
    past = _past(tokens, lists)
    if past:
        held["past"] = past
    if place.whole and tokens.quote.rstrip(_CLOSERS)[-1:] not in _STOP_MARKS:
        held["no_stop"] = ""
    return held


def _counts(tokens: Tokens) -> dict[str, str]:
    """Return the features by length and by numbers."""
    length = _length(tokens)
    held = {length: ""} if length else {}
    numbers = _numbers(tokens)
    if numbers:
        held["number"] = numbers[0]
    if len(numbers) > 1:
        held["many_numbers"] = ", ".join(numbers[1:4])
    small = next((word for word in tokens.folded if word in _SMALL_NUMBERS), "")
    if small and not numbers:
        held["small_number"] = small
    return held


def _length(tokens: Tokens) -> str:
    count = len(tokens.words)
    if count < 8:
        return "short"
    if count > 60:
        return "very_long"
    return "good_length" if count >= 11 else ""


def is_question(tokens: Tokens) -> bool:
    """Tell whether the words end in a question mark."""
    return tokens.quote.rstrip(_CLOSERS).endswith("?")


def _numbers(tokens: Tokens) -> list[str]:
    return [
        word.text
        for word, folded in zip(tokens.words, tokens.folded, strict=True)
        if _NUMBER.match(folded) or folded in _NUMBER_WORDS
    ]


def _many_names(tokens: Tokens) -> bool:
    capitals = sum(1 for word in tokens.words[1:] if word.text[0].isupper() and word.text != "I")
    return capitals >= 5 and capitals > 0.2 * len(tokens.words)


def _past(tokens: Tokens, lists: CueLists) -> str:
    """Return the verb that tells of the past, when nothing in the words speaks of now."""
    if any(word in lists.verbs.present for word in tokens.folded) or shape.first_verb_past(tokens, lists) is False:
        return ""
    for word in tokens.folded:
        if word in lists.verbs.past or (_ED.fullmatch(word) and word not in ("need", "indeed", "speed", "embattled")):
            return word
    return ""


def role_of(weighed: Weighed, place: Place) -> Role:
    """Guess what the words do in the author's case."""
    if place.conceded:
        return Role.CONCESSION
    if place.answer:
        return Role.OPPOSING
    if place.voice:
        return Role.CLAIM if place.voice.view else Role.EVIDENCE
    votes = weighed.votes
    if votes.get(Role.EVIDENCE, 0.0) > max(1.5, votes.get(Role.CLAIM, 0.0), votes.get(Role.PROPOSAL, 0.0)):
        return Role.EVIDENCE
    if votes.get(Role.CONCESSION, 0.0) >= 1.4 and not place.after_turn:
        return Role.CONCESSION
    if votes.get(Role.PROPOSAL, 0.0) >= 1.8:
        return Role.PROPOSAL
    if votes.get(Role.REASON, 0.0) and votes.get(Role.CLAIM, 0.0) < 2.5:
        return Role.REASON
    return Role.CLAIM
