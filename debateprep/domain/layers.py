"""The mark layers of a card: several readings of the same words, one of them shown and printed."""

from collections.abc import Callable
from dataclasses import replace

from debateprep.domain import marks as rules
from debateprep.domain.model import Card, Mark, MarkLayer

Layers = tuple[MarkLayer, ...]


def of(card: Card) -> Layers:
    """Return a card's layers, at least one."""
    return card.layers or (MarkLayer(),)


def free_name(layers: Layers, wanted: str) -> str:
    """Return the wanted name, with a number when another layer bears it already."""
    wanted = " ".join(wanted.split()) or "mine"
    taken = {layer.name.casefold() for layer in layers}
    name, number = wanted, 2
    while name.casefold() in taken:
        name, number = f"{wanted} {number}", number + 1
    return name


def find(layers: Layers, name: str) -> int:
    """Return the index of the layer with that name, whatever its case; raise LookupError when there is none."""
    for index, layer in enumerate(layers):
        if layer.name.casefold() == " ".join(name.split()).casefold():
            return index
    raise LookupError(name)


def added(card: Card, name: str, copied: int | None = None) -> Card:
    """Return the card with one more layer, empty or copied from another, which is then the one shown."""
    layers = of(card)
    marks = layers[copied].marks if copied is not None else ()
    return shown(replace(card, layers=(*layers, MarkLayer(free_name(layers, name), marks))), len(layers))


def renamed(card: Card, index: int, name: str) -> Card:
    """Return the card with a layer's name changed; a name that is taken gets a number."""
    layers = of(card)
    others = layers[:index] + layers[index + 1 :]
    return _with(card, index, lambda layer: replace(layer, name=free_name(others, name)))


def removed(card: Card, index: int) -> Card:
    """Return the card without a layer; in place of the last one stands an empty one."""
    layers = of(card)
    return replace(card, layers=(layers[:index] + layers[index + 1 :]) or (MarkLayer(),))


def shown(card: Card, index: int) -> Card:
    """Return the card with the layer that is shown and printed chosen."""
    return replace(card, layers=tuple(replace(layer, shown=number == index) for number, layer in enumerate(of(card))))


def marked(card: Card, index: int, marks: tuple[Mark, ...]) -> Card:
    """Return the card with one layer's marks, tidied and clipped to its words."""
    return _with(card, index, lambda layer: replace(layer, marks=rules.normalise(marks, len(card.quote))))


def _with(card: Card, index: int, change: Callable[[MarkLayer], MarkLayer]) -> Card:
    layers = of(card)
    return replace(
        card, layers=tuple(change(layer) if number == index else layer for number, layer in enumerate(layers))
    )
