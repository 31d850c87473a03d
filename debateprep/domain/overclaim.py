"""A tag against its quotation: what it claims beyond the words under it. It explains and never blocks.

Rules on words and numbers, not on meaning: a fair tag in other words passes, and so may an unfair one. Spans are
half-open code points, of the tag and of the quotation each; None where that text has nothing to point at.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from debateprep.domain.article import Span
from debateprep.domain.claimwords import (
    ABSOLUTES,
    CAUSES,
    DENIALS,
    DENIES_NOTHING,
    DENYING,
    HARMLESS,
    HEDGES,
    KEEPERS,
    LINKS,
    STRONG_CAUSES,
    SUPERLATIVES,
    TURNED_DOWN,
    Absolute,
    Hedging,
    found,
)
from debateprep.domain.numbers import Number, numbers
from debateprep.domain.stems import STOP, content, stem
from debateprep.domain.words import Word, words

_BREAK = re.compile(r"[,;:.!?—–()“”\"\n]")
_STOP_MARK = re.compile(r"[.!?;\n]")
_PARTED = frozenset(
    "and but or because while whereas although though which who that if when so unless until since where yet".split()
)
_MONTH_BEFORE = frozenset("in last next of since by early late until from mid this".split())
_TIME = frozenset("january february march april may june july august september october november december".split())
_FEW = 10
_COUNTED_THINGS = frozenset(
    "thing way reason side point problem question argument factor step kind sort option choice case example".split()
)


class Overclaim(StrEnum):
    """How a tag says more than its quotation."""

    HEDGE = "dropped hedge"
    DENIAL = "dropped “not”"
    NUMBER = "number that is not there"
    ABSOLUTE = "added absolute"
    CAUSE = "cause for a link"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what it is, a plain sentence, and where it stands in the tag and in the quotation."""

    kind: Overclaim
    sentence: str
    tag: Span | None = None
    quote: Span | None = None


def check(tag: str, quote: str) -> tuple[Finding, ...]:
    """Return what a tag claims beyond its quotation, in the order of the tag's words where it has any."""
    said, given = _Said.of(tag), _Said.of(quote)
    if not said.words or not given.words or tag.rstrip().endswith("?"):
        return ()
    found_each = (rule(said, given) for rule in (_hedges, _denials, _numbers, _absolutes, _causes))
    findings = [finding for some in found_each for finding in some]
    return tuple(sorted(findings, key=lambda each: each.tag.start if each.tag else -1))


@dataclass(frozen=True, slots=True)
class _Said:
    """A text with its words, folded, and the numbers of the clause and of the sentence each stands in."""

    text: str
    words: tuple[Word, ...]
    folded: tuple[str, ...]
    clause: tuple[int, ...]
    sentence: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Said":
        found_words = tuple(words(text))
        clause, sentence = [], []
        here = there = last = 0
        for word in found_words:
            gap = text[last : word.start]
            there += bool(_STOP_MARK.search(gap))
            here += bool(_BREAK.search(gap)) or word.folded in _PARTED
            clause.append(here)
            sentence.append(there)
            last = word.end
        return cls(
            text, found_words, tuple(_unjoined(word.folded) for word in found_words), tuple(clause), tuple(sentence)
        )

    def span(self, first: int, end: int) -> Span:
        """Return where words stand in the text."""
        return Span(self.words[first].start, self.words[end - 1].end)

    def quoted(self, first: int, end: int) -> str:
        """Return words as they stand."""
        return self.span(first, end).of(self.text)

    def stems(self, indexes: Sequence[int]) -> list[str]:
        """Return the stems of those words that carry meaning."""
        return content([self.folded[index] for index in indexes])

    def clause_of(self, place: int) -> list[int]:
        """Return the words of the clause in which a word stands."""
        return [index for index, number in enumerate(self.clause) if number == self.clause[place]]

    def sentence_of(self, place: int) -> list[int]:
        """Return the words of the sentence in which a word stands."""
        return [index for index, number in enumerate(self.sentence) if number == self.sentence[place]]


def _unjoined(folded: str) -> str:
    return "not" if folded.endswith("n't") and folded != "can't" else folded


# Hedges


def _hedges(said: _Said, given: _Said) -> list[Finding]:
    tag_stems = set(content(list(said.folded)))
    findings: list[Finding] = []
    for sort, phrases in HEDGES.items():
        if sort is not Hedging.NUMBER and _kept(sort, said):
            continue
        for first, end in found(phrases, given.folded):
            words_dropped = _dropped(sort, said, given, tag_stems, first, end)
            if words_dropped is not None:
                hedge = given.quoted(first, end)
                sentence = f"The quotation says “{hedge}”; the tag leaves it out."
                findings.append(Finding(Overclaim.HEDGE, sentence, words_dropped, given.span(first, end)))
                break
    return findings


def _kept(sort: Hedging, said: _Said) -> bool:
    same = [*HEDGES[sort], *KEEPERS[sort]]
    if sort in (Hedging.MODAL, Hedging.EVIDENCE):
        same += [*HEDGES[Hedging.MODAL], *HEDGES[Hedging.EVIDENCE], *HEDGES[Hedging.INTENT]]
    if sort is Hedging.QUANTITY:
        same += HEDGES[Hedging.FREQUENCY]
    return bool(found(same, said.folded))


def _dropped(sort: Hedging, said: _Said, given: _Said, tag: set[str], first: int, end: int) -> Span | None:
    """Return where the tag says without the hedge what the quotation says with it, or None."""
    if not _is_hedge(sort, given, first, end):
        return None
    if sort is Hedging.NUMBER:
        return _bare_number(said, given, end)
    if sort is Hedging.CONDITION:
        return _main_clause(said, given, tag, first)
    clause = given.clause_of(first)
    after = [index for index in range(end, len(given.words)) if given.sentence[index] == given.sentence[first]]
    scope = [index for index in after if given.clause[index] == given.clause[first]]
    if not given.stems(scope) or sort in (Hedging.EVIDENCE, Hedging.INTENT):
        scope = sorted({*clause, *after[:12]} - set(range(first, end)))
    head = given.stems([index for index in after if index - end < 4])[:1]
    if sort is Hedging.DEGREE:
        return _shared_span(said, set(head)) if set(head) & tag else None
    shared = set(given.stems(scope)) & tag
    about = set(given.stems(clause)) & tag
    if sort is Hedging.QUANTITY:
        enough = bool(set(head) & tag) and len(about) >= 2
    else:
        enough = _enough(shared, about, head, tag, given.stems(scope))
    if not enough or _said_plainly(given, shared | about, [*clause, *scope]):
        return None
    return _shared_span(said, shared | about)


def _enough(shared: set[str], about: set[str], head: list[str], tag: set[str], scope: list[str]) -> bool:
    """Tell whether the tag speaks of what the hedge holds back."""
    if head and head[0] in tag and len(shared | about) >= 2:
        return True
    return len(shared) >= 2 and 2 * len(shared) >= min(len(set(scope)), len(tag))


def _said_plainly(given: _Said, shared: set[str], hedged: Sequence[int]) -> bool:
    """Tell whether another clause of the quotation says as much of the tag without any hedge."""
    own = set(hedged)
    for number in sorted(set(given.clause)):
        clause = [index for index, its in enumerate(given.clause) if its == number]
        if own & set(clause):
            continue
        folded = [given.folded[index] for index in clause]
        hedges = [p for sort in (Hedging.MODAL, Hedging.EVIDENCE, Hedging.FREQUENCY) for p in HEDGES[sort]]
        if len(set(given.stems(clause)) & shared) >= max(2, len(shared)) and not found(hedges, folded):
            return True
    return False


def _is_hedge(sort: Hedging, given: _Said, first: int, end: int) -> bool:
    word, before = given.folded[first], given.folded[first - 1] if first else ""
    after = given.folded[end] if end < len(given.folded) else ""
    if sort is Hedging.MODAL:
        month = given.words[first].text == "May" and (before in _MONTH_BEFORE or after.isdigit() or after in _TIME)
        return not month and after not in ("not", "never")
    if sort is Hedging.QUANTITY and end - first == 1 and word in ("most", "many", "few", "some"):
        if before in ("the", "so", "how", "too", "as", "its", "their", "our", "your", "his", "her", "that", "very"):
            return False
        return bool(after) and after not in STOP and not _superlative(given, first, end)
    return not (sort is Hedging.QUANTITY and word in ("one", "among") and not _superlative_near(given, end))


def _superlative(given: _Said, first: int, end: int) -> bool:
    """Tell whether "most" may grade the adjective after it: a noun follows that one."""
    return given.folded[first] == "most" and given.folded[end].endswith(
        ("ive", "ant", "ent", "ous", "ful", "able", "al")
    )


def _superlative_near(given: _Said, end: int) -> bool:
    return any(word in SUPERLATIVES or word.endswith("est") for word in given.folded[end : end + 3])


def _shared_span(said: _Said, shared: set[str]) -> Span | None:
    own = [index for index, word in enumerate(said.folded) if word not in STOP and stem(word) in shared]
    return said.span(own[0], own[-1] + 1) if own else None


def _bare_number(said: _Said, given: _Said, end: int) -> Span | None:
    """Return the number of the tag that the quotation gives with a limit, when the tag has no such word by it."""
    if end >= len(given.words):
        return None
    start = given.words[end].start
    held = next((number for number in numbers(given.text) if start <= number.span.start <= start + 4), None)
    if held is None or _BREAK.search(given.text[given.words[end - 1].end : start]):
        return None
    for number in numbers(said.text):
        if not number.same(held):
            continue
        index = next((i for i, word in enumerate(said.words) if word.end > number.span.start), len(said.words))
        around = said.folded[max(0, index - 4) : index + 5]
        near = found([*HEDGES[Hedging.NUMBER], *HEDGES[Hedging.DEGREE], *KEEPERS[Hedging.NUMBER]], around)
        return None if near else number.span
    return None


def _main_clause(said: _Said, given: _Said, tag: set[str], first: int) -> Span | None:
    """Return the tag's words when it says what follows from a condition and leaves the condition out."""
    sentence = given.sentence_of(first)
    condition = given.clause_of(first)
    if first and given.folded[first - 1] in ("even", "as", "what", "only", "see", "know", "ask", "wonder", "tell"):
        return None
    main = set(given.stems([index for index in sentence if index not in condition]))
    held = set(given.stems(condition))
    shared = main & tag
    if len(shared) >= 2 and 2 * len(shared) >= len(tag) and len(held & tag - main) == 0 and held:
        return _shared_span(said, shared)
    return None


# Denials


def _denials(said: _Said, given: _Said) -> list[Finding]:
    """Return where the tag says what the quotation says only with a "not"."""
    if DENYING.intersection(said.folded):
        return []
    tag = set(content(list(said.folded)))
    for place, word in enumerate(given.folded):
        head = _denied(given, place) if word in DENIALS else None
        if head is None or stem(given.folded[head]) not in tag:
            continue
        rest = set(given.stems([at for at in given.clause_of(place) if at != head]))
        if rest & tag and not _said_without(given, stem(given.folded[head])):
            words_said = given.quoted(place, head + 1)
            sentence = f"The quotation says “{words_said}”; the tag leaves the “{given.quoted(place, place + 1)}” out."
            where = _shared_span(said, {stem(given.folded[head])})
            return [Finding(Overclaim.DENIAL, sentence, where, given.span(place, head + 1))]
    return []


def _denied(given: _Said, place: int) -> int | None:
    """Return the first word of meaning that a denial denies, in its clause."""
    after = range(place + 1, min(place + 4, len(given.folded)))
    if DENIES_NOTHING.intersection(given.folded[place + 1 : place + 3]) or given.folded[max(0, place - 1)] == "or":
        return None
    return next((at for at in after if given.clause[at] == given.clause[place] and given.stems([at])), None)


def _said_without(given: _Said, head: str) -> bool:
    """Tell whether the quotation says the word elsewhere with nothing that denies it."""
    return any(
        stem(word) == head and not DENYING.intersection(given.folded[max(0, at - 4) : at])
        for at, word in enumerate(given.folded)
    )


# Numbers


def _numbers(said: _Said, given: _Said) -> list[Finding]:
    there = numbers(given.text)
    findings = []
    for number in numbers(said.text):
        if any(number.same(other) for other in there) or _merely_counted(said, number):
            continue
        if any(_rounds(said, number, other) for other in there):
            continue
        words_said = number.span.of(said.text)
        alike = [other for other in there if (other.share, other.times) == (number.share, number.times)]
        if alike:
            named = ", ".join(f"“{other.span.of(given.text)}”" for other in alike[:3])
            sentence = f"The tag says “{words_said}”; the quotation says {named}."
        else:
            sentence = f"The tag says “{words_said}”; the quotation has no such number."
        findings.append(Finding(Overclaim.NUMBER, sentence, number.span, alike[0].span if alike else None))
    return findings


def _merely_counted(said: _Said, number: Number) -> bool:
    """Tell whether a small number in words counts the tag's own points: two reasons, three ways."""
    if number.share or number.times or number.value > _FEW or number.span.of(said.text).isdigit():
        return False
    after = [word.folded for word in said.words if word.start >= number.span.end][:3]
    before = [word.folded for word in said.words if word.end <= number.span.start][-1:]
    return any(word.removesuffix("s") in _COUNTED_THINGS for word in after) or before == ["the"]


_UPPER = ("nearly", "almost", "under", "less", "fewer", "below", "most")
_LOWER = ("over", "more", "above", "least", "exceeds")
_EITHER = ("about", "around", "roughly", "approximately", "some", "estimated", "circa")


def _rounds(said: _Said, number: Number, other: Number) -> bool:
    """Tell whether the tag rounds a number of the quotation and says so."""
    if (number.share, number.times) != (other.share, other.times) or not number.value:
        return False
    off = abs(number.value - other.value) / abs(number.value)
    before = [word.folded for word in said.words if word.end <= number.span.start][-3:]
    if off > Fraction(1, 10):
        return False
    if any(word in _EITHER for word in before):
        return True
    if any(word in _LOWER for word in before):
        return other.value >= number.value
    return any(word in _UPPER for word in before) and other.value <= number.value


# Absolutes


def _absolutes(said: _Said, given: _Said) -> list[Finding]:
    harmless = {index for first, end in found(HARMLESS, said.folded) for index in range(first, end)}
    findings = []
    for absolute in ABSOLUTES:
        places = [pair for pair in found(absolute.said, said.folded) if not harmless & set(range(*pair))]
        if not places or _borne_out(absolute, given):
            continue
        against = found(absolute.against, given.folded)
        if absolute.against and not against:
            continue
        first, end = places[0]
        beyond = f"the quotation says “{given.quoted(*against[0])}”" if against else "the quotation does not say so"
        there = given.span(*against[0]) if against else None
        sentence = f"The tag says “{said.quoted(first, end)}”; {beyond}."
        findings.append(Finding(Overclaim.ABSOLUTE, sentence, said.span(first, end), there))
    return findings


def _borne_out(absolute: Absolute, given: _Said) -> bool:
    softened = {
        index
        for first, end in found(HEDGES[Hedging.DEGREE], given.folded)
        for index in range(end, min(end + 1, len(given.folded)))
    }
    return any(first not in softened for first, _ in found(absolute.borne_out, given.folded))


# Causes


def _causes(said: _Said, given: _Said) -> list[Finding]:
    links, claimed = found(LINKS, given.folded), found(CAUSES, said.folded)
    if not links or not claimed or found(TURNED_DOWN, said.folded):
        return []
    if found(STRONG_CAUSES, given.folded) and not found(TURNED_DOWN, given.folded):
        return []
    if found(LINKS, said.folded):
        return []
    (first, end), (there, until) = claimed[0], links[0]
    sentence = (
        f"The tag says “{said.quoted(first, end)}”; the quotation only says “{given.quoted(there, until)}”,"
        " which is not yet a cause."
    )
    return [Finding(Overclaim.CAUSE, sentence, said.span(first, end), given.span(there, until))]
