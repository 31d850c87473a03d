"""Choosing among a topic's arguments: by side, words, labels, status, strength, and how they stand in the clash."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from debateprep.domain.dossier import Dossier
from debateprep.domain.model import Argument
from debateprep.domain.terms import ArgumentStatus, Side, SupportKind
from debateprep.domain.words import words
from debateprep.errors import DebatePrepError

STRONGEST = 5
_YES, _NO = "yes", "no"


class FilterError(DebatePrepError):
    """Say which term of a filter cannot be understood."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What an argument must be to be shown; what is None or empty asks for nothing.

    `open` is about answers, `evidence` about words of a source, `verified` about whether the cards among these are
    their source's words, `heard` about the round log. Of `labels` and `statuses` any one is enough; of `text` every
    word must stand in the argument.
    """

    side: Side | None = None
    text: str = ""
    labels: frozenset[str] = frozenset()
    statuses: frozenset[ArgumentStatus] = frozenset()
    strength: int = 0
    open: bool | None = None
    evidence: bool | None = None
    heard: bool | None = None
    verified: bool | None = None

    def __bool__(self) -> bool:
        return self != EVERYTHING


EVERYTHING = Filter()


def has_evidence(dossier: Dossier, number: int) -> bool:
    """Tell whether an argument rests on words of a source."""
    return any(each.kind.takes_cite for each in dossier.supports.get(number, ()))


def is_verified(dossier: Dossier, number: int) -> bool | None:
    """Tell whether every card that an argument rests on is its source's words; None where it rests on no card.

    The dossier must say which cards are not (`services.integrity.checked`).
    """
    cards = [each.card_id for each in dossier.supports.get(number, ()) if each.card_id is not None]
    return dossier.unverified.isdisjoint(cards) if cards else None


def still_wanted(dossier: Dossier, number: int) -> list[str]:
    """Return the questions for which an argument still wants evidence."""
    return [each.text for each in dossier.supports.get(number, ()) if each.kind is SupportKind.WANTED]


def fits(wanted: Filter, dossier: Dossier, argument: Argument) -> bool:
    """Tell whether an argument is what a filter asks for."""
    return (
        (wanted.side is None or argument.side is wanted.side)
        and (not wanted.statuses or argument.status in wanted.statuses)
        and argument.strength >= wanted.strength
        and (not wanted.labels or any(each.name in wanted.labels for each in dossier.labels.get(argument.id, ())))
        and wanted.open in (None, argument.id not in dossier.answers_to)
        and (wanted.evidence is None or wanted.evidence is has_evidence(dossier, argument.id))
        and (wanted.verified is None or wanted.verified is is_verified(dossier, argument.id))
        and wanted.heard in (None, argument.id in dossier.heard)
        and _says(argument, wanted.text)
    )


def chosen(wanted: Filter, dossier: Dossier, side: Side | None = None) -> list[Argument]:
    """Return the arguments that fit, in reading order."""
    every = [dossier.arguments[number] for number in dossier.order]
    return [each for each in every if side in (None, each.side) and fits(wanted, dossier, each)]


def _says(argument: Argument, text: str) -> bool:
    asked = [word.folded for word in words(text)]
    if not asked:
        return True
    said = " ".join((argument.name, argument.claim, argument.warrant, argument.impact, argument.notes)).casefold()
    return all(word in said for word in asked)


# Kept filters


def terms(wanted: Filter) -> tuple[tuple[str, str], ...]:
    """Return a filter as pairs of words, for keeping; `of_terms` reads them."""
    found: list[tuple[str, str]] = []
    for each in fields(Filter):
        value = getattr(wanted, each.name)
        if isinstance(value, frozenset):
            found += sorted((each.name, str(one)) for one in value)
        elif isinstance(value, bool):
            found.append((each.name, _YES if value else _NO))
        elif value:
            found.append((each.name, str(value)))
    return tuple(found)


def of_terms(given: Iterable[tuple[str, str]]) -> Filter:
    """Return the filter that pairs of words say; raise FilterError for a pair that says nothing."""
    found: dict[str, object] = {}
    many: dict[str, set[object]] = {"labels": set(), "statuses": set()}
    for name, value in given:
        try:
            if name == "labels":
                many[name].add(value)
            elif name == "statuses":
                many[name].add(ArgumentStatus(value))
            else:
                found[name] = _read(name, value)
        except (ValueError, KeyError) as error:
            raise FilterError(f"A filter cannot ask for {name} “{value}”.") from error
    return Filter(**found, **{name: frozenset(values) for name, values in many.items()})  # type: ignore[arg-type]


def _read(name: str, value: str) -> object:
    if name == "side":
        return Side(value)
    if name == "text":
        return value
    if name == "strength":
        if int(value) not in range(STRONGEST + 1):
            raise ValueError(value)
        return int(value)
    if name in ("open", "evidence", "heard", "verified"):
        return {_YES: True, _NO: False}[value]
    raise KeyError(name)
