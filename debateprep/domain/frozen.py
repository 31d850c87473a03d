"""Copies that were frozen: an item keeps the words that its argument or card had, whatever is written since."""

from dataclasses import fields, replace

from debateprep.domain.model import Argument, Card, Frozen, MarkLayer

_ARGUMENT = ("claim", "name", "warrant", "impact")


def of_argument(argument: Argument) -> Frozen:
    """Return an argument's words as a frozen copy."""
    return Frozen(claim=argument.claim, name=argument.name, warrant=argument.warrant, impact=argument.impact)


def of_card(card: Card) -> Frozen:
    """Return a card's tag, cite and shown marks as a frozen copy; its words never change anyway."""
    return Frozen(tag=card.tag, cite=card.cite, marks=card.marks)


def argument(now: Argument, kept: Frozen | None) -> Argument:
    """Return an argument as an item shows it."""
    return now if kept is None else replace(now, **{name: getattr(kept, name) for name in _ARGUMENT})


def card(now: Card, kept: Frozen | None) -> Card:
    """Return a card as an item shows it."""
    if kept is None:
        return now
    return replace(now, tag=kept.tag, cite=kept.cite, layers=(MarkLayer(marks=kept.marks, shown=True),))


def differs(now: Argument | Card, kept: Frozen | None) -> bool:
    """Tell whether the thing has other words or marks by now than the frozen copy."""
    if kept is None:
        return False
    fresh = of_argument(now) if isinstance(now, Argument) else of_card(now)
    return any(getattr(fresh, each.name) != getattr(kept, each.name) for each in fields(Frozen))
