"""How long a text takes to read aloud: only what is read counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from debateprep.domain import marks as rules
from debateprep.domain import words
from debateprep.domain.model import Mark
from debateprep.domain.pages import ArgumentEntry, CardEntry, Entry, Evidence, NoteEntry, SectionPage
from debateprep.domain.terms import MarkKind, SectionKind, SupportKind

DEFAULT_WORDS_A_MINUTE = 180
_READ_ALOUD = frozenset({SectionKind.OVERVIEW, SectionKind.PLAN})
VERBATIM_WORDS_A_MINUTE = 250


class Count(StrEnum):
    """How reading time is counted: as we do, or as Verbatim does (highlighted words and those of tags)."""

    OWN = "own"
    VERBATIM = "verbatim"

    def rate(self, own: int = DEFAULT_WORDS_A_MINUTE) -> int:
        """Return the words a minute: the reader's own, or Verbatim's."""
        return own if self is Count.OWN else VERBATIM_WORDS_A_MINUTE


@dataclass(frozen=True, slots=True)
class Timing:
    """What is read in a part of a case: its words, and the same of the parts in it; `name` as the brief has it."""

    name: str
    words: int
    parts: tuple["Timing", ...] = ()

    def seconds(self, words_a_minute: int) -> int:
        """Return the reading time at a rate."""
        return seconds(self.words, words_a_minute)


def spoken(text: str, marks: tuple[Mark, ...]) -> str:
    """Return what is read of a card: the highlighted words, else the underlined, else all; never omitted ones."""
    return " ".join(span.of(text) for span in rules.read_spans(len(text), marks))


def count(*texts: str) -> int:
    """Return how many words the texts have together."""
    return sum(words.count(text) for text in texts)


def clock(seconds: int) -> str:
    """Return seconds as minutes and seconds, "2:10"."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def seconds(number: int, words_a_minute: int) -> int:
    """Return how long so many words take to read."""
    return round(number * 60 / max(1, words_a_minute))


def card_words(tag: str, quote: str, marks: tuple[Mark, ...], how: Count = Count.OWN) -> int:
    """Return how many words of a card are read, its tag among them."""
    if how is Count.OWN:
        return count(tag, spoken(quote, marks))
    lit = rules.covered(len(quote), marks, MarkKind.HIGHLIGHT)
    return _as_word_does(tag) + _as_word_does(" ".join(span.of(quote) for span in lit))


def _as_word_does(text: str) -> int:
    # Word's own count, which Verbatim asks for: what blanks set apart.
    return len(re.findall(r"\S+", text))


def section_timing(section: SectionPage, how: Count = Count.OWN) -> Timing:
    """Return what is read of a section, by its entries and subsections; an overview and a plan text are read aloud."""
    aloud = section.kind in _READ_ALOUD and how is Count.OWN
    parts = [*(entry_timing(entry, how, aloud=aloud) for entry in section.entries)]
    parts += [section_timing(each, how) for each in section.sections]
    title = count(section.title) if how is Count.OWN else 0
    return Timing(section.title, title + _sum(parts), tuple(parts))


def case_timing(sections: Iterable[SectionPage], how: Count = Count.OWN, name: str = "") -> Timing:
    """Return what is read of a case, by its sections."""
    parts = tuple(section_timing(section, how) for section in sections)
    return Timing(name, _sum(parts), parts)


def _sum(parts: Iterable[Timing]) -> int:
    return sum(part.words for part in parts)


def entry_timing(entry: Entry, how: Count = Count.OWN, *, aloud: bool = False) -> Timing:
    """Return what is read of an entry: an argument with its cards, or a card; answers are not read.

    Notes are the speaker's own, but for those that are said `aloud`.
    """
    if isinstance(entry, ArgumentEntry):
        said = (entry.claim, entry.warrant, entry.impact) if how is Count.OWN else (entry.claim,)
        own = count(*said) if how is Count.OWN else sum(_as_word_does(text) for text in said)
        cards = tuple(_evidence_timing(each, how) for each in entry.evidence if each.kind is SupportKind.QUOTED)
        return Timing(entry.name or entry.claim, own + _sum(cards), cards)
    if isinstance(entry, CardEntry):
        return _evidence_timing(entry.evidence, how)
    if isinstance(entry, NoteEntry) and aloud:
        return Timing("", count(entry.text))
    return Timing("", 0)


def _evidence_timing(evidence: Evidence, how: Count) -> Timing:
    if evidence.kind is not SupportKind.QUOTED:
        return Timing(evidence.tag, 0)
    return Timing(evidence.tag, card_words(evidence.tag, evidence.text, evidence.marks, how))
