"""Do two claims say the same, or the opposite? Rough rules on words, offered to people and never decided for them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
    if min(len(one.stems), len(two.stems)) < _LEAST:
        return False
    return len(one.stems & two.stems) >= NEAR * len(one.stems | two.stems)


def near_pairs(claims: Mapping[int, Claim]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of claims that are about the same, each once, the smaller number first; not pair by pair.

    Two sets that share so much share one of each other's rarest stems, so only claims that meet there are compared.
    """
    frequency = Counter(stem for claim in claims.values() for stem in claim.stems)
    meeting: dict[str, list[int]] = {}
    for number in sorted(claims):
        rare = sorted(claims[number].stems, key=lambda stem: (frequency[stem], stem))
        found: set[int] = set()
        for stem in rare[: _prefix(len(rare))]:
            there = meeting.setdefault(stem, [])
            found.update(there)
            there.append(number)
        for other in sorted(found):
            if near(claims[other], claims[number]):
                yield other, number


def _prefix(size: int) -> int:
    # Of n stems at least NEAR * n are shared, so one of the first n - NEAR * n + 1 is.
    return size - int(NEAR * size - 1e-9) if size else 0


def shared(one: Claim, two: Claim) -> tuple[str, ...]:
    """Return what two claims have in common, in order."""
    return tuple(sorted(one.stems & two.stems))


def all_of(texts: Iterable[tuple[int, str]]) -> dict[int, Claim]:
    """Return claims by number."""
    return {number: of(text) for number, text in texts}
