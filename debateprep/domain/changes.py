"""What an action changed: the one message by which everything that shows the library learns of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Changes:
    """The named step and the ids it touched, by kind (the thing's type name in lower case).

    `created` lists, in the order of making, the things that did not exist before, `trashed` those that went to the
    trash, the one meant before what went with it. `notes` are sentences that the user should read: what was done
    otherwise than asked, and why. An action that changed nothing has no kinds, and made no step.
    """

    step: str
    ids: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    created: tuple[tuple[str, int], ...] = ()
    trashed: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids)

    @property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of thing that changed."""
        return frozenset(self.ids)

    def new(self, kind: type) -> int:
        """Return the id of the first thing of that type that was made; raise LookupError if there is none."""
        name = kind.__name__.casefold()
        for made, number in self.created:
            if made == name:
                return number
        raise LookupError(f"this step made no {name}")


@dataclass(frozen=True, slots=True)
class Step:
    """One named step of the history, as menus and lists show it; `at` is ISO 8601 in UTC."""

    id: int
    name: str
    at: str
    undone: bool


MATCH = ("\x02", "\x03")
"""What stands around each match in a hit's snippet: signs that no text has."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found; `snippet` shows the words around the match, which stands between MATCH's signs."""

    kind: str
    id: int
    topic_id: int | None
    title: str
    snippet: str

    def marked(self, before: str, after: str) -> str:
        """Return the snippet with other signs around each match."""
        return self.snippet.replace(MATCH[0], before).replace(MATCH[1], after)


@dataclass(frozen=True, slots=True)
class Trashed:
    """Something in the trash, with when it was put there (ISO 8601, UTC)."""

    kind: str
    id: int
    title: str
    deleted_at: str


class How(StrEnum):
    """What a step did to a thing."""

    MADE = "made"
    CHANGED = "changed"
    TRASHED = "to the trash"
    RESTORED = "restored"
    REMOVED = "taken away"


@dataclass(frozen=True, slots=True)
class Touched:
    """One thing that a step touched, by its words as they are after it (before it, when it took them away)."""

    kind: str
    id: int
    title: str
    how: How


@dataclass(frozen=True, slots=True)
class StepDetail:
    """A step with what it touched, the thing meant before what went with it."""

    step: Step
    touched: tuple[Touched, ...]
