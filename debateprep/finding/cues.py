"""The cue lists as data: what they hold, and how a string of words is searched for them in one pass."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from debateprep import assets
from debateprep.domain.article import Reason
from debateprep.domain.terms import Role
from debateprep.domain.words import words
from debateprep.finding.errors import FindingError


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words and phrases, found in time linear in the words searched."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Phrases":
        """Index phrases by their first word, the longest first."""
        index: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            parts = tuple(word.folded for word in words(phrase))
            index.setdefault(parts[0], []).append(parts)
        return cls({first: tuple(sorted(many, key=len, reverse=True)) for first, many in index.items()})

    def at(self, folded: Sequence[str], place: int) -> int:
        """Return how many words a phrase covers that begins at `place`, or 0."""
        if place < len(folded):
            for parts in self.by_first.get(folded[place], ()):
                if tuple(folded[place : place + len(parts)]) == parts:
                    return len(parts)
        return 0

    def all(self, folded: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the first word and the end of each match, in order."""
        begins = self.by_first
        if begins.keys().isdisjoint(folded):
            return
        past = 0
        for place, word in enumerate(folded):
            if word in begins and place >= past:
                length = self.at(folded, place)
                if length:
                    yield place, place + length
                    past = place + length

    def ends_at(self, folded: Sequence[str], place: int) -> bool:
        """Tell whether a phrase ends just before `place`."""
        return any(
            first + length == place
            for first in range(max(0, place - 4), place)
            for length in (self.at(folded, first),)
            if length
        )


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for or against a stretch being argued by its author."""

    label: str
    weight: float
    role: Role | None
    at_start: bool
    most: int
    phrases: Phrases
    unless_next: Phrases
    unless_before: Phrases

    def matches(self, folded: Sequence[str], opening: int) -> list[tuple[int, int]]:
        """Return the different matches that count; `opening` is where the first word of weight stands."""
        found: dict[tuple[str, ...], tuple[int, int]] = {}
        for first, last in self.phrases.all(folded):
            if self.at_start and first not in (0, opening):
                if first > opening:
                    break
                continue
            if self.unless_next.at(folded, last) or self.unless_before.ends_at(folded, first):
                continue
            found.setdefault(tuple(folded[first:last]), (first, last))
            if len(found) == self.most:
                break
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Feature:
    """What holds of a stretch by its place or make rather than by its words."""

    label: str
    weight: float
    role: Role | None

    def reason(self, matched: str = "") -> tuple[Reason, Role | None]:
        """Return the reason to show and the role it speaks for."""
        return Reason(self.label, matched, self.weight), self.role


@dataclass(frozen=True, slots=True)
class Voices:
    """The words by which another voice than the author's is recognised."""

    verbs: frozenset[str]
    people: frozenset[str]
    documents: frozenset[str]
    pronouns: frozenset[str]
    not_people: frozenset[str]
    nouns_of_saying: frozenset[str]
    impersonal: Phrases
    turns: Phrases


@dataclass(frozen=True, slots=True)
class Verbs:
    """The words that assert something, and those that place it in time."""

    asserting: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]


@dataclass(frozen=True, slots=True)
class Leanings:
    """Words that speak for (+1) or against (-1) what stands beside them; `acts` are what a resolution can ask for."""

    acts: dict[str, int]
    judgements: dict[str, int]


@dataclass(frozen=True, slots=True)
class CueLists:
    """Everything that the data file of cues holds."""

    cues: tuple[Cue, ...]
    features: dict[str, Feature]
    voices: Voices
    verbs: Verbs
    leanings: Leanings


def _role(name: str) -> Role | None:
    return Role(name) if name else None


def _cue(table: dict[str, Any]) -> Cue:
    return Cue(
        label=table["label"],
        weight=float(table["weight"]),
        role=_role(table["role"]),
        at_start=table.get("at", "anywhere") == "start",
        most=table.get("most", 1),
        phrases=Phrases.of(table["words"]),
        unless_next=Phrases.of(table.get("unless_next", ())),
        unless_before=Phrases.of(table.get("unless_before", ())),
    )


def _verbs(table: dict[str, list[str]]) -> Verbs:
    forms = {form for verb in table["common"] for form in (verb, verb + "s", verb + "es", verb[:-1] + "ies")}
    return Verbs(frozenset(table["finite"]) | forms, frozenset(table["past"]), frozenset(table["present"]))


def _leanings(table: dict[str, list[str]]) -> Leanings:
    signed = (("for", 1), ("against", -1))
    return Leanings(
        acts={form: sign for side, sign in signed for act in table[f"acts_{side}"] for form in _forms(act)},
        judgements={word: sign for side, sign in signed for word in table[f"judgements_{side}"]},
    )


def _forms(verb: str) -> tuple[str, ...]:
    """Return a verb as "should …", "be …" and "… ing" have it; spellings that no one uses do no harm."""
    bare = verb.removesuffix("e")
    return verb, f"{bare}ed", f"{bare}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing", f"{verb[:-1]}ied"


def _voices(table: dict[str, list[str]]) -> Voices:
    return Voices(
        verbs=frozenset(table["verbs"]),
        people=frozenset(table["people"]),
        documents=frozenset(table["documents"]),
        pronouns=frozenset(table["pronouns"]),
        not_people=frozenset(table["not_people"]),
        nouns_of_saying=frozenset(table["nouns_of_saying"]),
        impersonal=Phrases.of(table["impersonal"]),
        turns=Phrases.of(table["turns"]),
    )


def read_cues(path: Path) -> CueLists:
    """Read a file of cues; raise FindingError when it is not one."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return CueLists(
            cues=tuple(_cue(table) for table in data["cue"]),
            features={
                name: Feature(table["label"], float(table["weight"]), _role(table["role"]))
                for name, table in data["features"].items()
            },
            voices=_voices(data["voices"]),
            verbs=_verbs(data["verbs"]),
            leanings=_leanings(data["leanings"]),
        )
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise FindingError(f"The cue list {path.name} cannot be read ({error}); please install it again.") from error


@cache
def cue_lists() -> CueLists:
    """Return the cue lists that ship with the program."""
    return read_cues(assets.path("finding/cues.toml"))
