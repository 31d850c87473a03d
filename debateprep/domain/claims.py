"""Do two claims say the same, or the opposite? Rough rules on words, offered to people and never decided for them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from debateprep.domain import stems
from debateprep.domain.words import words

NEAR = 0.7
"""The share of stems that two claims must have in common to be about the same."""
_LEAST = 3
_NEGATIONS = frozenset(
    "not no never none nothing nobody neither nor cannot without hardly fails fail failed unlikely isn't aren't wasn't"
    " weren't doesn't don't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't".split()
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as it is compared: the stems it is about, and whether it denies them."""

    stems: frozenset[str]
    negated: bool


def of(text: str) -> Claim:
    """Return a claim's stems and polarity; two negations cancel each other."""
    folded = [word.folded for word in words(text)]
    negations = sum(1 for word in folded if word in _NEGATIONS)
    content = stems.content([word for word in folded if word not in _NEGATIONS])
    return Claim(frozenset(content), bool(negations % 2))


def near(one: Claim, two: Claim) -> bool:
    """Tell whether two claims are about the same."""
    first, second = len(one.stems), len(two.stems)
    if min(first, second) < _LEAST or min(first, second) < NEAR * max(first, second):
        return False
    both = len(one.stems & two.stems)
    return both >= NEAR * (first + second - both)


def near_pairs(left: Mapping[int, Claim], right: Mapping[int, Claim]) -> Iterator[tuple[int, int]]:
    """Yield the pairs, one of each side, that are about the same, each once; not looking at every pair.

    Two sets that share so much share one of each other's rarest stems, so only claims that meet there are compared.
    """
    frequency = Counter(stem for claims in (left, right) for claim in claims.values() for stem in claim.stems)

    def rarest(claim: Claim) -> list[str]:
        ordered = sorted(claim.stems, key=lambda stem: (frequency[stem], stem))
        return ordered[: _prefix(len(ordered))]

    meeting: dict[str, list[int]] = {}
    for number in sorted(left):
        for stem in rarest(left[number]):
            meeting.setdefault(stem, []).append(number)
    for number in sorted(right):
        met = {other for stem in rarest(right[number]) for other in meeting.get(stem, ())}
        for other in sorted(met):
            if near(left[other], right[number]):
                yield other, number


def _prefix(size: int) -> int:
    # Of n stems at least NEAR * n are shared, so one of the first n - NEAR * n + 1 is.
    return size - int(NEAR * size - 1e-9) if size else 0
