"""Verdicts on cards in words, each with a shape of its own, for every list that shows them."""

from collections.abc import Iterable

from debateprep.domain.terms import Verdict
from debateprep.gui.words import term

SHAPES = {Verdict.VERBATIM: "✓", Verdict.CHANGED: "≠", Verdict.NO_SOURCE: "?"}
_WORST = (Verdict.CHANGED, Verdict.NO_SOURCE, Verdict.VERBATIM)


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict with its shape."""
    return f"{SHAPES[verdict]} {term(verdict.value)}"


def worst(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the verdict that wants a look first, None for no card."""
    found = set(verdicts)
    return next((each for each in _WORST if each in found), None)
