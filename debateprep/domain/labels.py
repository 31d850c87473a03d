"""How labels look: a few colours, each with a shape of its own, so that nobody needs to tell the colours apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from debateprep.domain.model import Label


class LabelColour(StrEnum):
    """A colour by name; themes say which it is (role `label_` and the name), `shape` what is drawn in it."""

    BLUE = "blue"
    TEAL = "teal"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    PURPLE = "purple"
    PINK = "pink"
    GREY = "grey"

    @property
    def shape(self) -> str:
        """Return the name of its shape."""
        return _SHAPES[self]

    @property
    def role(self) -> str:
        """Return its role in the themes."""
        return f"label_{self.value}"


_SHAPES: Mapping[LabelColour, str] = {
    LabelColour.BLUE: "circle",
    LabelColour.TEAL: "drop",
    LabelColour.GREEN: "triangle",
    LabelColour.AMBER: "diamond",
    LabelColour.RED: "cross",
    LabelColour.PURPLE: "star",
    LabelColour.PINK: "heart",
    LabelColour.GREY: "hexagon",
}


def colour_of(label: Label) -> LabelColour:
    """Return a label's colour; grey for one that has none, or one of a later version."""
    try:
        return LabelColour(label.colour)
    except ValueError:
        return LabelColour.GREY


def fresh_colour(labels: Iterable[Label]) -> LabelColour:
    """Return the colour that the fewest labels have, the first of several."""
    used = Counter(colour_of(each) for each in labels)
    return min(LabelColour, key=lambda each: used[each])


def by_name(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Return labels in the order of their names."""
    return tuple(sorted(labels, key=lambda each: (each.name.casefold(), each.id)))


def names(labels: Iterable[Label]) -> str:
    """Return labels as they are read out, "" for none."""
    return ", ".join(each.name for each in labels)
