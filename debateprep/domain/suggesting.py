"""Which of many texts meets an argument best: by the words they share, the rarer the more; these are shown."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from debateprep.domain import stems
from debateprep.domain.words import words

CLAIM, WARRANT, IMPACT, EVIDENCE = 1.0, 0.7, 0.7, 0.7
"""How much a word counts by where it stands."""
NEAR_BEST = 0.7
"""The share of the best score from which what an author concedes goes before everything else."""
_ELSEWHERE = 0.75  # What was written for another topic is offered after what meets this one as well.
_SHORTER = 0.5  # What says much shares much by chance: scores are divided by this power of the length.
_SHOWN = 6

Parts = tuple[tuple[str, float], ...]
"""Texts with their weights."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that might be offered; `conceded` when the author who holds the other view grants it.

    `elsewhere` when it belongs to another topic and would be copied.
    """

    kind: str
    id: int
    title: str
    parts: Parts
    conceded: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, with the words shared as they stand in it, the rarest first; scores compare within a list."""

    kind: str
    id: int
    title: str
    shared: tuple[str, ...]
    score: float
    conceded: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    weights: Mapping[str, float]
    spelled: Mapping[str, str]


def _text(parts: Parts) -> _Text:
    weights: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for said, weight in parts:
        for word in words(said):
            for stem in stems.content([word.folded]):
                weights[stem] = max(weights.get(stem, 0.0), weight)
                spelled.setdefault(stem, word.text)
    return _Text(weights, spelled)


def rank(target: Parts, candidates: Iterable[Candidate], limit: int = 10) -> list[Offer]:
    """Return what shares words with the target, best first; concessions that come near the best before all."""
    aim = _text(target)
    pool = [(each, _text(each.parts)) for each in candidates]
    rarity = _rarity([aim, *(text for _, text in pool)])
    offers = [offer for each, text in pool if (offer := _offer(aim, each, text, rarity)) is not None]
    best = max((offer.score for offer in offers), default=0.0)
    offers.sort(
        key=lambda each: (not (each.conceded and each.score >= NEAR_BEST * best), -each.score, each.kind, each.id)
    )
    return offers[:limit]


def _rarity(texts: Sequence[_Text]) -> dict[str, float]:
    holding = Counter(stem for text in texts for stem in text.weights)
    return {stem: math.log(1 + len(texts) / count) for stem, count in holding.items()}


def _offer(aim: _Text, candidate: Candidate, text: _Text, rarity: Mapping[str, float]) -> Offer | None:
    both = sorted(aim.weights.keys() & text.weights.keys(), key=lambda stem: (-rarity[stem], stem))
    if not both:
        return None
    score = sum(rarity[stem] * aim.weights[stem] * text.weights[stem] for stem in both)
    score *= _ELSEWHERE if candidate.elsewhere else 1
    length = math.sqrt(sum(rarity[stem] * weight for stem, weight in text.weights.items()))
    return Offer(
        candidate.kind,
        candidate.id,
        candidate.title,
        tuple(text.spelled[stem] for stem in both[:_SHOWN]),
        round(score / length**_SHORTER, 6),
        candidate.conceded,
        candidate.elsewhere,
    )
