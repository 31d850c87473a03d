"""Say which claim a reason or a piece of evidence stands under: by a cue, by shared words, by nearness."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from debateprep.domain.article import Suggestion, Unit
from debateprep.domain.stems import STOP
from debateprep.domain.terms import Role
from debateprep.domain.words import words

_SUPPORTS_BEFORE = re.compile(
    r"(?:for\s+example|for\s+instance|after\s+all|for\s+one\s+thing|indeed|because|one\s+reason|another\s+reason|first|second"
    r"|third|to\s+take\s+one|a\s+case\s+in\s+point|the\s+reason\s+is|just\s+look\s+at|take|consider)\b",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r"(?:and\s+)?(?:so|therefore|thus|hence|that\s+is\s+why|this\s+is\s+why|which\s+is\s+why|it\s+follows|for\s+(?:this|that|these)"
    r"\s+reasons?|in\s+short|consequently|this\s+means|that\s+means)\b",
    re.IGNORECASE,
)
_BECAUSE_BEFORE = re.compile(r"\b(because|since|for|as|given\s+that)\s+$", re.IGNORECASE)
_CLAIMS = (Role.CLAIM, Role.PROPOSAL)
_LEAST_WORD = 4
_SHOWN_WORDS = 2
_TOO_FAR = 3
# A claim that scores less is told rather than argued; nothing is hung on it by nearness alone.
_ARGUED = 1.6


def with_links(text: str, found: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Return the suggestions, each that supports another with the span of that claim and why, in plain words."""
    paragraphs: dict[int, list[Suggestion]] = defaultdict(list)
    for each in found:
        paragraphs[each.paragraph].append(each)
    for family in paragraphs.values():
        family.sort(key=lambda each: (each.span.start, -each.span.end))
    return tuple(_linked(text, each, paragraphs[each.paragraph]) for each in found)


def _linked(text: str, each: Suggestion, paragraph: Sequence[Suggestion]) -> Suggestion:
    if each.role.is_conceded:
        return each
    claims = [other for other in paragraph if _may_head(other, each)]
    for claim, why in (*_by_clause(text, each, claims), *_by_cue(text, each, claims), *_by_place(text, each, claims)):
        return replace(each, under=claim.span, under_why=why)
    return each


def _may_head(claim: Suggestion, each: Suggestion) -> bool:
    return claim.role in _CLAIMS and not claim.speaker and claim.but is None and not claim.span.overlaps(each.span)


def _by_clause(text: str, each: Suggestion, claims: Sequence[Suggestion]) -> Iterator[tuple[Suggestion, str]]:
    """Yield the clause before "because", for a clause that gives the cause."""
    if each.unit is not Unit.CLAUSE:
        return
    match = _BECAUSE_BEFORE.search(text, max(0, each.span.start - 15), each.span.start)
    before = [claim for claim in claims if claim.span.end <= each.span.start and each.span.start - claim.span.end < 20]
    if match and before:
        yield before[-1], f"“{match.group(1)}” gives it as the reason"


def _by_cue(text: str, each: Suggestion, claims: Sequence[Suggestion]) -> Iterator[tuple[Suggestion, str]]:
    """Yield the claim before "for example", or the one after that begins "That is why"."""
    if each.unit is Unit.SENTENCE:
        opens = _SUPPORTS_BEFORE.match(text, each.span.start, each.span.end)
        before = [claim for claim in claims if claim.span.end <= each.span.start]
        if opens and before:
            yield before[-1], f"“{opens.group()}” ties it to what stands before it"
    after = next((claim for claim in claims if claim.span.start >= each.span.end), None)
    if after is not None and not text[each.span.end : after.span.start].strip(" \n\t,;:–—-"):
        draws = _CONCLUDES.match(text, after.span.start, after.span.end)
        if draws:
            yield after, f"“{draws.group()}” draws that from it"


def _by_place(text: str, each: Suggestion, claims: Sequence[Suggestion]) -> Iterator[tuple[Suggestion, str]]:
    """Yield the near claim that shares most with a reason or evidence; the one before it when nothing is shared."""
    claims = [claim for claim in claims if claim.score >= _ARGUED]
    if each.role not in (Role.REASON, Role.EVIDENCE) or not claims:
        return
    own = _weighty(text, each)
    claim, shared, far = max(
        ((claim, sorted(own & _weighty(text, claim)), _distance(text, each, claim)) for claim in claims),
        key=lambda one: (len(one[1]) - one[2], one[0].score),
    )
    where = "right before it" if claim.span.end <= each.span.start else "right after it"
    if shared:
        quoted = " and ".join(f"“{word}”" for word in shared[:_SHOWN_WORDS])
        yield claim, f"both speak of {quoted} in ¶{each.paragraph}"
    elif far == 0:
        yield claim, f"the claim stands {where} in ¶{each.paragraph}"


def _distance(text: str, each: Suggestion, claim: Suggestion) -> int:
    """Return how many sentence ends, at most a few, stand between the two."""
    first, last = sorted((each.span, claim.span), key=lambda span: span.start)
    return min(_TOO_FAR, len(re.findall(r"[.!?]\s", text[first.end : last.start])))


def _weighty(text: str, each: Suggestion) -> set[str]:
    here = (word.folded for word in words(text, each.span.start, each.span.end))
    return {word for word in here if len(word) >= _LEAST_WORD and word not in STOP}
