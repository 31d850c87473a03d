"""What every layout is: something that makes pages one by one, so that long documents are never held whole."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Protocol

from debateprep.publishing.look import Typesetter
from debateprep.publishing.surface import Surface

Tick = Callable[[], None]


def nothing() -> None:
    """Do nothing: the tick of those who need not know how far it is."""


class Layout(Protocol):
    """Makes the pages of one document; used once."""

    @property
    def setter(self) -> Typesetter:
        """Return what sets the words; it holds the document's structure."""

    @property
    def done(self) -> int:
        """Return how many parts are made."""

    @property
    def total(self) -> int:
        """Return how many parts there are."""

    @property
    def contents(self) -> bool:
        """Tell whether the pages open with contents."""

    def pages(self) -> Iterator[Surface]:
        """Make the pages one after the other; each may be emptied before the next is asked for."""

    def finish(self, pages: list[Surface], tick: Tick = nothing) -> list[Surface]:
        """Return all pages in order, with those that are made last and what stands at their feet.

        `tick` is called now and then, and may raise.
        """


class FirstPage:
    """The first page of a layout; the others are not made."""

    def __init__(self, inner: Layout) -> None:
        self._inner = inner
        self.total = 1
        self.done = 0
        self.contents = False

    @property
    def setter(self) -> Typesetter:
        """Return the typesetter of the page."""
        return self._inner.setter

    def pages(self) -> Iterator[Surface]:
        """Make the page."""
        yield from islice(self._inner.pages(), 1)

    def finish(self, pages: list[Surface], tick: Tick = nothing) -> list[Surface]:
        """Return the page with its foot."""
        return self._inner.finish(pages, tick)


def all_pages(layout: Layout) -> list[Surface]:
    """Return the pages of a layout as they will be drawn."""
    return layout.finish(list(layout.pages()))
