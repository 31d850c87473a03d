"""Offer the side of a resolution that each position helps, always with the reason; "not clear" when it is not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from debateprep.domain.article import Suggestion
from debateprep.domain.stems import STOP, stem
from debateprep.domain.terms import Role, Side
from debateprep.domain.words import Word, words
from debateprep.finding.cues import Leanings, cue_lists

_RESOLVED = re.compile(r"\s*(?:resolved|motion|this house (?:believes|would)(?: that)?)\b\s*:?\s*", re.IGNORECASE)
_NEGATES = frozenset("not no never nor cannot without against nobody nothing none neither stop avoid refuse".split())
_LINKS = frozenset("should ought must shall".split())
_BINDS_WITH_TO = frozenset("need needs has have".split())
_BETWEEN = frozenset("to not never now also therefore always simply still at once and or can do".split())
_NO_ONE = frozenset("nobody none no".split())
# Before a demand or a verdict these make it conditional, another's, or denied: it then says nothing certain.
_CLOUDS = frozenset(
    "if unless whether why who whose those before until doubt deny denies wrong mistake myth absurd reject against"
    " instead rather than critics opponents supporters defenders advocates some others they he she say says said argue"
    " argues argued claim claims believe believes think thinks insist insists pretend suppose imagine question idea"
    " notion theory argument told hardly neither nor without when although though while".split()
)
_CHARGES = frozenset("charge charges charged".split())
_MONEY = frozenset("fare fares fee fees toll tolls price prices levy duty rent interest".split())
_HALF_SAID = frozenset(
    "said thought called seen feared supposed believed less little few hardly scarcely than if".split()
)
_PREPOSITIONS = frozenset("on in at for from by after before during".split())
_LEADS_ON = _PREPOSITIONS | {"to", "of", "the", "a", "an", "any", "all", "every", "this", "that", "our", "their", "its"}
_IS = frozenset("is are was were isn't aren't".split())
_SHOWS = frozenset("shows show offers offer brings bring".split())
_BREAK = re.compile(r"[,;:–—()“”\".!?]")
_STOP_MARK = re.compile(r"[.!?;:]+")
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
    sign = _sign(folded, act, leanings)
    if _negated(folded, act):
        return _Motion(subject, -sign, f"not {folded[act]}") if subject else None
    return _Motion(subject, sign, folded[act]) if subject else None


def _sign(folded: Sequence[str], act: int, leanings: Leanings) -> int:
    """Return what an act does to its object: who charges a fare is for the fare, who charges riders against them."""
    if folded[act] in _CHARGES and _MONEY.intersection(folded[act + 1 : act + _REACH]):
        return 1
    return leanings.acts[folded[act]]


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
    stated = motion.act.split()[0] in _LINKS
    for here in _sentences(quote):
        folded = [word.folded for word in here]
        said = _Said(quote, here, folded, [stem(word) in motion.subject for word in folded], leanings)
        for place, word in enumerate(folded):
            if stated:
                found = _says_the_same(said, place)
            elif word in leanings.acts:
                found = _demands(said, place)
            elif word in leanings.judgements or word == "time":
                found = _judges_doing(said, place) or _judges(said, place)
            else:
                continue
            if found:
                yield found


def _sentences(quote: str) -> Iterator[Sequence[Word]]:
    edges = [0, *(match.end() for match in _STOP_MARK.finditer(quote)), len(quote)]
    for start, end in pairwise(edges):
        yield words(quote, start, end)


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence of the author's: its words, which of them are what the resolution is about."""

    quote: str
    here: Sequence[Word]
    folded: list[str]
    about: list[bool]
    leanings: Leanings

    def touched(self, after: int) -> int | None:
        """Return the subject of the resolution that an act is done to: close behind it, nothing parting them."""
        near = range(after + 1, min(len(self.here), after + _REACH))
        return next((at for at in near if self.about[at] and not _parted(self.quote, self.here, after, at)), None)

    def acts(self, start: int, end: int) -> int:
        """Return the product of the signs of acts named in a stretch: "end the ban on" undoes what it bans."""
        sign = 1
        for word in self.folded[start:end]:
            sign *= self.leanings.acts.get(word, 1)
        return sign

    def clouded(self, end: int) -> bool:
        """Tell whether what stands before makes a statement conditional, another's or denied."""
        return any(
            (word in _CLOUDS and self.folded[at - 1 : at] not in (["i"], ["we"])) or word.endswith("n't")
            for at, word in enumerate(self.folded[:end])
        )

    def cue(self, first: int, last: int) -> str:
        """Return a cue as the reason shows it."""
        return f"{self.folded[first]} … {self.folded[last]}"


def _demands(said: _Said, place: int) -> _Vote | None:
    """Vote for "should ban phones", "should end the ban on phones" and "phones should be banned"."""
    folded = said.folded
    passive = place > 1 and folded[place - 1] == "be"
    modal, negated = _modal(said, place - 1 if passive else place)
    if modal is None or said.clouded(max(0, modal - 1)):
        return None
    before = folded[max(0, modal - 2) : modal]
    negated ^= bool(_NO_ONE.intersection(before))
    if passive:
        near = range(max(0, modal - _REACH), modal)
        touched = next((at for at in near if said.about[at] and not _parted(said.quote, said.here, at, place)), None)
        inner = said.acts(touched - 2 if touched and touched > 1 else 0, modal) if touched is not None else 1
    else:
        touched = said.touched(place)
        inner = said.acts(place + 1, touched) if touched is not None else 1
    if touched is None:
        return None
    sign, cue = _sign(folded, place, said.leanings) * inner, said.cue(place, touched)
    return _Vote(-sign, f"not {cue}") if negated else _Vote(sign, cue)


def _modal(said: _Said, place: int) -> tuple[int | None, bool]:
    """Return the place of the "should" or "must" that an act hangs on, and whether a "not" stands between."""
    folded, negated = said.folded, False
    at = place - 1
    while at >= 0:
        word = folded[at].removesuffix("n't")
        negated |= folded[at] in ("not", "never") or folded[at].endswith("n't")
        if word in _LINKS or (word in _BINDS_WITH_TO and folded[at + 1 : at + 2] == ["to"]) or word == "let's":
            return at, negated
        if word == "us" and folded[at - 1 : at] == ["let"]:
            return at - 1, negated
        joined = folded[at + 1 : at + 2] in (["and"], ["or"]) and word in said.leanings.acts
        if folded[at] not in _BETWEEN and not joined:
            return None, negated
        at -= 1
    return None, negated


def _judges_doing(said: _Said, place: int) -> _Vote | None:
    """Vote for "it is right to ban phones", "it would be a mistake to ban phones", "it is time to ban phones"."""
    folded = said.folded
    rest = folded[place + 1 : place + 4]
    refusing = rest[:2] == ["not", "to"]
    act = place + (3 if refusing else 2)
    if (not refusing and rest[:1] != ["to"]) or act >= len(folded) or folded[act] not in said.leanings.acts:
        return None
    link, touched = _link(said, place), said.touched(act)
    if link is None or touched is None or said.clouded(link):
        return None
    negated = refusing ^ _turned(said, link, place)
    sign = (
        said.leanings.judgements.get(folded[place], 1) * _sign(folded, act, said.leanings) * said.acts(act + 1, touched)
    )
    cue = f"{folded[place]} to {said.cue(act, touched)}"
    return _Vote(-sign, f"not {cue}") if negated else _Vote(sign, cue)


def _link(said: _Said, place: int) -> int | None:
    """Return the "is", "would be" or "shows" by which a judgement at `place` is passed."""
    folded = said.folded
    for at in range(place - 1, max(-1, place - _REACH), -1):
        if folded[at] in _IS | _SHOWS:
            return at
        if folded[at] == "be" and folded[at - 1 : at] in (["would"], ["will"]):
            return at - 1
    return None


def _turned(said: _Said, link: int, place: int) -> bool:
    between = said.folded[link:place]
    return bool(_NEGATES.intersection(between)) or any(word.endswith("n't") for word in between)


def _judges(said: _Said, place: int) -> _Vote | None:
    """Vote for "the ban is a mistake" and "the plan shows real vision"."""
    folded = said.folded
    link = _link(said, place) if folded[place] in said.leanings.judgements else None
    if link is None or said.clouded(link) or _HALF_SAID.intersection(folded[link:place]):
        return None
    named = _named_by(said, place)
    touched = next((at for at in range(link - 1, max(-1, link - 3), -1) if said.about[at]), named)
    if touched is None or _parted(said.quote, said.here, touched, place):
        return None
    sign = said.leanings.judgements[folded[place]]
    cue = f"{folded[link]} … {folded[place]} {folded[touched]}"
    if touched < link:
        sign *= said.acts(_phrase_start(said, touched), touched)
        cue = f"{folded[touched]} {folded[link]} … {folded[place]}"
    return _Vote(-sign, f"not {cue}") if _turned(said, link, place) else _Vote(sign, cue)


def _phrase_start(said: _Said, touched: int) -> int:
    """Return where the phrase begins that ends in the subject: "a ban on phones"."""
    first = touched
    while first and (
        said.folded[first - 1] in _LEADS_ON or said.folded[first - 1] in said.leanings.acts or said.about[first - 1]
    ):
        first -= 1
    return first


def _named_by(said: _Said, place: int) -> int | None:
    """Return the subject where a judgement names it outright: "is a bad rule", with nothing more said of it."""
    at = place + 1
    if at >= len(said.here) or not said.about[at] or said.folded[at] in said.leanings.acts:
        return None
    ends = at + 1 == len(said.here) or said.folded[at + 1] in STOP or _parted(said.quote, said.here, at, at + 1)
    return at if ends else None


def _says_the_same(said: _Said, place: int) -> _Vote | None:
    folded, about = said.folded, said.about
    if folded[place] not in _LINKS or not any(about[max(0, place - _REACH) : place]) or said.clouded(place - 1):
        return None
    found = next((at for at in range(place + 1, min(len(folded), place + _REACH)) if about[at]), None)
    if found is None:
        return None
    cue = " ".join(folded[place : found + 1])
    negated = _NEGATES.intersection(folded[place:found]) or _NO_ONE.intersection(folded[max(0, place - 2) : place])
    return _Vote(-1 if negated else 1, cue)


def _parted(quote: str, here: Sequence[Word], one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return bool(_BREAK.search(quote, here[first].end, here[last].start))
