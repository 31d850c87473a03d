"""Which cards of a topic are listed: by label, whether they are verified, whether they are used."""

from collections.abc import Hashable

from PySide6.QtCore import QCoreApplication

from debateprep.domain.labels import colour_of
from debateprep.domain.model import Label
from debateprep.gui.models.cards import Wish
from debateprep.gui.widgets.choice_menu import Choice, Group
from debateprep.gui.widgets.label_marks import mark_icon

YES, NO = "yes", "no"
Picked = dict[str, tuple[Hashable, ...]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardsFilter", text)


def groups_of(labels: tuple[Label, ...]) -> tuple[Group, ...]:
    """Return what there is to ask of a card, in groups."""
    named = tuple(Choice(each.name, each.name, mark_icon(colour_of(each))) for each in labels)
    return (
        Group("labels", _tr("Label"), named, many=True),
        Group("sound", _tr("Words"), (Choice(YES, _tr("verbatim")), Choice(NO, _tr("unverified")))),
        Group("used", _tr("Use"), (Choice(YES, _tr("in a brief")), Choice(NO, _tr("used nowhere")))),
    )


def wish_of(picked: Picked) -> Wish:
    """Return what is picked as a wish."""
    labels = frozenset(str(each) for each in picked.get("labels", ()))
    return Wish(labels, _flag(picked.get("sound", ())), _flag(picked.get("used", ())))


def _flag(values: tuple[Hashable, ...]) -> bool | None:
    return None if not values else values[0] == YES


def terms_of(picked: Picked) -> tuple[tuple[str, str], ...]:
    """Return what is picked as pairs of words, for keeping."""
    return tuple((key, str(value)) for key, values in picked.items() for value in values)


def picked_of(terms: tuple[tuple[str, str], ...]) -> Picked:
    """Return what pairs of words say; what cannot be picked is left out."""
    found: Picked = {}
    for key, value in terms:
        if key == "labels" or (key in ("sound", "used") and value in (YES, NO)):
            found[key] = (*found.get(key, ()), value)
    return found
