"""Offer the side of a resolution that each position helps, always with the reason; "not clear" when it is not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from debateprep.domain.article import Suggestion
from debateprep.domain.stems import STOP, stem
from debateprep.domain.terms import Role, Side
from debateprep.domain.words import Word, words
from debateprep.finding.cues import Leanings, cue_lists

_RESOLVED = re.compile(r"\s*(?:resolved|motion|this house (?:believes|would)(?: that)?)\b\s*:?\s*", re.IGNORECASE)
_NEGATES = frozenset("not no never nor cannot without against nobody nothing none neither stop avoid refuse".split())
_LINKS = frozenset("should ought must shall".split())
_BEFORE_ACT = _LINKS | frozenset("to and or can will would let us we not never cannot don't do be".split())
_PREPOSITIONS = frozenset("on in at for from by after before during".split())
_IS = frozenset("is are isn't aren't".split())
_SHOWS = frozenset("shows show offers offer brings bring".split())
_BREAK = re.compile(r"[,;:–—()“”\".!?]")
_LOOKS_BACK = 3
_REACH = 5
_READ = 12
_MOST_SHOWN = 70


@dataclass(frozen=True, slots=True)
class SideOffer:
    """A side and the reason for offering it; `Side.NEITHER` means that it is not clear, and the reason says why."""

    side: Side
    reason: str


@dataclass(frozen=True, slots=True)
class Thesis:
    """Which side the author argues as a whole."""

    offer: SideOffer

    def helps(self, role: Role, speaker: str = "") -> SideOffer:
        """Return the side that a position helps by what it does in the author's case and who says it."""
        side = self.offer.side
        if side is Side.NEITHER:
            return self.offer
        if role is Role.OPPOSING:
            return SideOffer(side.other, f"The author answers this view, and argues {side.label}: {self.offer.reason}")
        if role is Role.CONCESSION:
            return SideOffer(side.other, f"The author grants this, and argues {side.label}: {self.offer.reason}")
        if speaker and role is not Role.EVIDENCE:
            return SideOffer(Side.NEITHER, f"Not clear: this is the view of {speaker}, and the author leaves it so.")
        return SideOffer(side, f"The author argues {side.label}: {self.offer.reason}")


@dataclass(frozen=True, slots=True)
class _Motion:
    """What a resolution is about (stems) and what it would do to it: +1 for it, -1 against it."""

    subject: frozenset[str]
    sign: int
    act: str


@dataclass(frozen=True, slots=True)
class _Vote:
    sign: int
    cue: str


def thesis_side(resolution: str, text: str, found: Sequence[Suggestion]) -> Thesis:
    """Return which side the author of `text` argues, from the strongest of the suggestions found in it.

    The author's own claims vote where they would do something to what the resolution is about, or judge it. Claims
    that vote both ways, or none, are "not clear".
    """
    leanings = cue_lists().leanings
    motion = _motion(resolution, leanings)
    if motion is None:
        return Thesis(SideOffer(Side.NEITHER, "Not clear: the resolution names no act to compare with."))
    own = [each for each in found if not each.speaker and not each.role.is_conceded and each.role is not Role.EVIDENCE]
    reasons: dict[int, str] = {}
    for each in own[:_READ]:
        quote = each.span.of(text)
        for vote in _votes(quote, motion, leanings):
            reasons.setdefault(
                vote.sign * motion.sign, f"“{_short(quote)}” (“{vote.cue}”; the resolution: “{motion.act}”)"
            )
    if not reasons:
        return Thesis(
            SideOffer(Side.NEITHER, "Not clear: no strong claim of the author takes up the resolution's words.")
        )
    if len(reasons) > 1:
        return Thesis(SideOffer(Side.NEITHER, "Not clear: the author's claims lean both ways."))
    ((sign, reason),) = reasons.items()
    return Thesis(SideOffer(Side.PRO if sign > 0 else Side.CON, reason))


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= _MOST_SHOWN else quote[:_MOST_SHOWN].rsplit(" ", 1)[0] + " …"


def _motion(resolution: str, leanings: Leanings) -> _Motion | None:
    folded = [word.folded for word in words(_RESOLVED.sub("", resolution, count=1))]
    act = next((place for place, word in enumerate(folded) if word in leanings.acts), None)
    if act is None:
        return _stated(folded, leanings)
    after = folded[act + 1 :]
    # "Schools should close", "Phones should be banned": what stands before is what the act is done to.
    alone = not after or after[0] in _PREPOSITIONS or folded[act - 1 : act] == ["be"]
    subject = _stems(folded[:act] if alone else after, leanings)
    sign = leanings.acts[folded[act]]
    if _negated(folded, act):
        return _Motion(subject, -sign, f"not {folded[act]}") if subject else None
    return _Motion(subject, sign, folded[act]) if subject else None


def _stated(folded: Sequence[str], leanings: Leanings) -> _Motion | None:
    """Return the motion of "Buses should be free": the claim that says the same of the same subject is for it."""
    link = next((place for place, word in enumerate(folded) if word in _LINKS), None)
    if link is None or any(word in leanings.judgements for word in folded):
        return None
    subject, said = _stems(folded[:link], leanings), _stems(folded[link:], leanings)
    negated = bool(_NEGATES.intersection(folded[link : link + 3]))
    return _Motion(subject | said, -1 if negated else 1, " ".join(folded[link:][:4])) if subject and said else None


def _stems(folded: Sequence[str], leanings: Leanings) -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in folded
        if word not in STOP and word not in leanings.acts and word not in leanings.judgements
    )


def _negated(folded: Sequence[str], place: int) -> bool:
    before = folded[max(0, place - _LOOKS_BACK) : place]
    return any(word in _NEGATES or word.endswith("n't") for word in before)


def _votes(quote: str, motion: _Motion, leanings: Leanings) -> Iterator[_Vote]:
    here = words(quote)
    folded = [word.folded for word in here]
    about = [stem(word) in motion.subject for word in folded]
    stated = motion.act.split()[0] in _LINKS
    for place, word in enumerate(folded):
        if stated:
            found = _says_the_same(folded, about, place)
        elif word in leanings.acts:
            found = _acts_on(quote, here, about, place, leanings)
        elif word in leanings.judgements:
            found = _judges(quote, here, about, place, leanings)
        else:
            continue
        if found:
            yield found


def _acts_on(quote: str, here: Sequence[Word], about: Sequence[bool], place: int, leanings: Leanings) -> _Vote | None:
    """Vote for "should ban phones" and "phones should be banned"."""
    folded = [word.folded for word in here]
    if place and folded[place - 1] not in _BEFORE_ACT:
        return None
    passive = place > 1 and folded[place - 1] == "be" and folded[place - 2] in _LINKS | {"to", "not"}
    near = range(max(0, place - _REACH), place) if passive else range(place + 1, min(len(here), place + _REACH))
    touched = next((at for at in near if about[at] and not _parted(quote, here, place, at)), None)
    if touched is None:
        return None
    sign, cue = leanings.acts[folded[place]], f"{folded[place]} … {folded[touched]}"
    return _Vote(-sign, f"not {cue}") if _negated(folded, place) else _Vote(sign, cue)


def _judges(quote: str, here: Sequence[Word], about: Sequence[bool], place: int, leanings: Leanings) -> _Vote | None:
    """Vote for "the ban is a mistake" and "the plan shows real vision"."""
    folded = [word.folded for word in here]
    link = next((at for at in range(place - 1, max(0, place - _REACH), -1) if folded[at] in _IS | _SHOWS), None)
    if link is None:
        return None
    touched = next((at for at in range(link - 1, max(-1, link - 3), -1) if about[at]), None)
    if touched is None or _parted(quote, here, touched, place):
        return None
    sign, cue = leanings.judgements[folded[place]], f"{folded[touched]} {folded[link]} … {folded[place]}"
    negated = _NEGATES.intersection(folded[link:place]) or folded[link].endswith("n't")
    return _Vote(-sign, f"not {cue}") if negated else _Vote(sign, cue)


def _says_the_same(folded: Sequence[str], about: Sequence[bool], place: int) -> _Vote | None:
    if folded[place] not in _LINKS or not any(about[max(0, place - _REACH) : place]):
        return None
    said = next((at for at in range(place + 1, min(len(folded), place + _REACH)) if about[at]), None)
    if said is None:
        return None
    cue = " ".join(folded[place : said + 1])
    return _Vote(-1 if _NEGATES.intersection(folded[place:said]) else 1, cue)


def _parted(quote: str, here: Sequence[Word], one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return bool(_BREAK.search(quote, here[first].end, here[last].start))
