"""Whether a card's words are its source's words: verbatim, changed (shown word by word), or no source text.

What is ignored stands in `folding`: line ends and runs of blanks, the kind of quotation mark, "..." for "…", what
cannot be seen. Everything else counts. Words left out are a change also where an ellipsis or brackets mark them; the
difference then says that it is marked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from debateprep.domain.article import Span
from debateprep.domain.folding import Folded, Token, fold
from debateprep.domain.terms import Verdict

_SEED = 3
_SLACK = 12
_MARKED = re.compile(r"[\[(]?\s*(?:…|\.\s*\.\s*\.)\s*[\])]?|\[[^\[\]]*\]")


class RunKind(StrEnum):
    """How a stretch of the source relates to the card's words."""

    EQUAL = "equal"
    MISSING = "missing"
    ADDED = "added"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a word difference: half-open ranges of the source's text and of the quotation.

    The range is empty in the text that has nothing there. `marked` says that the card itself shows the change, by
    an ellipsis or by brackets.
    """

    kind: RunKind
    source_start: int
    source_end: int
    quote_start: int
    quote_end: int
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on a card's words in one plain sentence, with what it rests on.

    `place` is where the words, or the nearest to them, stand in the source's text. `moved` says that this is not
    where the card says. `runs` is the whole difference when they are changed.
    """

    verdict: Verdict
    sentence: str
    place: Span | None = None
    moved: bool = False
    runs: tuple[Run, ...] = ()

    @property
    def changes(self) -> tuple[Run, ...]:
        """Return the runs that differ."""
        return tuple(run for run in self.runs if run.kind is not RunKind.EQUAL)


NO_SOURCE = Check(Verdict.NO_SOURCE, "No source text: these words have not been checked against their source.")


def check(quote: str, source: str | None, span: Span | None = None) -> Check:
    """Compare a quotation with the source's text at its span, and find the words where they stand elsewhere."""
    if source is None:
        return NO_SOURCE
    said = fold(quote)
    if not said.text:
        return Check(Verdict.CHANGED, "The card quotes no words.")
    here = span if span is not None and span.end <= len(source) else None
    if here is not None and fold(here.of(source)).text == said.text:
        return Check(Verdict.VERBATIM, "Verbatim: these are the source’s words.", here)
    whole = fold(source)
    found = _stands(whole, said.text, near=here.start if here else 0)
    if found is not None:
        if span is None:
            return Check(Verdict.VERBATIM, "Verbatim: these are the source’s words.", found)
        words = "Verbatim, but the words stand elsewhere in the source than the card says."
        return Check(Verdict.VERBATIM, words, found, moved=True)
    return _changed(quote, said, source, whole, here)


def find(quote: str, source: str) -> tuple[Span, ...]:
    """Return every place at which the words of a quotation stand in a text, as whole words."""
    said, whole = fold(quote).text, fold(source)
    return tuple(_all(whole, said)) if said else ()


def _stands(whole: Folded, said: str, near: int) -> Span | None:
    return min(_all(whole, said), key=lambda span: abs(span.start - near), default=None)


def _all(whole: Folded, said: str) -> Iterable[Span]:
    place = whole.text.find(said)
    while place >= 0:
        after = place + len(said)
        if not _cuts(whole.text, place) and not _cuts(whole.text, after):
            yield whole.span(place, after)
        place = whole.text.find(said, place + 1)


def _cuts(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


# What differs


def _changed(quote: str, said: Folded, source: str, whole: Folded, here: Span | None) -> Check:
    spoken = said.tokens()
    tokens = whole.tokens()
    near = _nearest(tokens, spoken)
    places = [place for place in (here, near) if place is not None]
    if not places:
        return Check(Verdict.CHANGED, "Changed: these words stand nowhere in the source.")
    best = max(places, key=lambda place: (_shared(tokens, place, spoken), place is here))
    runs = difference(source, best, quote)
    moved = here is not None and not best.overlaps(here)
    return Check(Verdict.CHANGED, _sentence(runs, moved=moved), best, moved, runs)


def _within(tokens: Sequence[Token], place: Span) -> list[Token]:
    return [token for token in tokens if place.start <= token.start and token.end <= place.end]


def _shared(tokens: Sequence[Token], place: Span, spoken: Sequence[Token]) -> int:
    there = Counter(token.text for token in _within(tokens, place))
    return (there & Counter(token.text for token in spoken)).total()


def _nearest(tokens: Sequence[Token], spoken: Sequence[Token]) -> Span | None:
    """Return the stretch of the source most like the quotation, found by short runs of words that both have."""
    folded = [token.text.casefold() for token in tokens]
    wanted = [token.text.casefold() for token in spoken]
    for size in range(min(_SEED, len(wanted)), 0, -1):
        seeds = _seeds(folded, wanted, size)
        if seeds:
            return _around(tokens, spoken, seeds)
    return None


def _seeds(folded: list[str], wanted: list[str], size: int) -> list[tuple[int, int]]:
    """Return where runs of `size` tokens of the quotation stand: (place in the source, place in the quotation)."""
    places: dict[tuple[str, ...], int] = {}
    for index in range(len(wanted) - size + 1):
        run = tuple(wanted[index : index + size])
        if any(word[0].isalnum() for word in run):
            places.setdefault(run, index)
    found = []
    for index in range(len(folded) - size + 1):
        there = places.get(tuple(folded[index : index + size]))
        if there is not None:
            found.append((index, there))
    return found


def _around(tokens: Sequence[Token], spoken: Sequence[Token], seeds: list[tuple[int, int]]) -> Span:
    # Seeds of one passage lie near one diagonal; buckets overlap so that none is cut in two.
    width = _SLACK + len(spoken) // 4
    votes = Counter((place - there) // width for place, there in seeds)
    best = max(votes, key=lambda bucket: (votes[bucket] + votes[bucket + 1], -bucket))
    own = [(place, there) for place, there in seeds if (place - there) // width in (best, best + 1)]
    first_place, first_there = min(own)
    last_place, last_there = max(own)
    first = max(0, first_place - first_there)
    last = min(len(tokens) - 1, last_place + len(spoken) - 1 - last_there)
    return Span(tokens[first].start, tokens[max(first, last)].end)


def difference(source: str, place: Span, quote: str) -> tuple[Run, ...]:
    """Return the word difference between the source's words at a place and a quotation, whole and in order."""
    theirs = [
        Token(token.text, token.start + place.start, token.end + place.start)
        for token in fold(place.of(source)).tokens()
    ]
    ours = fold(quote).tokens()
    matcher = SequenceMatcher(None, [each.text for each in theirs], [each.text for each in ours], autojunk=False)
    kinds = {"equal": RunKind.EQUAL, "delete": RunKind.MISSING, "insert": RunKind.ADDED, "replace": RunKind.REPLACED}
    runs = []
    for tag, one, two, three, four in matcher.get_opcodes():
        source_start, source_end = _extent(theirs, one, two, place.start)
        quote_start, quote_end = _extent(ours, three, four, 0)
        marked = tag != "equal" and bool(_MARKED.fullmatch(quote[quote_start:quote_end].strip()))
        runs.append(Run(kinds[tag], source_start, source_end, quote_start, quote_end, marked))
    return tuple(runs)


def _extent(tokens: Sequence[Token], first: int, last: int, empty: int) -> tuple[int, int]:
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    place = tokens[first - 1].end if first else (tokens[0].start if tokens else empty)
    return place, place


_COUNTED = {RunKind.MISSING: "left out", RunKind.ADDED: "added", RunKind.REPLACED: "replaced"}


def _sentence(runs: Sequence[Run], *, moved: bool) -> str:
    changes = [run for run in runs if run.kind is not RunKind.EQUAL]
    parts = []
    for kind, word in _COUNTED.items():
        number = sum(1 for run in changes if run.kind is kind)
        if number:
            parts.append(f"{word} in {number} {'place' if number == 1 else 'places'}")
    marked = ", each marked on the card" if changes and all(run.marked for run in changes) else ""
    where = " The nearest words stand elsewhere in the source than the card says." if moved else ""
    return f"Changed: words {', '.join(parts) or 'differ'}{marked}.{where}"
