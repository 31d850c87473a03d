"""Modules that are imported when first asked for something, so that the window can be used before they are there.

The services bring the store's library, whose import takes longer than showing a page. Where a module names services,
it names them for the type checker, and takes them from here when it runs:

    if TYPE_CHECKING:
        from debateprep.services import cards
    else:
        cards = later("debateprep.services.cards")

They are asked for something in workers only; the import then happens there too, off the GUI thread.
"""

import importlib
from types import ModuleType


class Later(ModuleType):
    """Stands for a module; the first look at something in it imports the module, in the thread that looks."""

    def __getattr__(self, name: str) -> object:
        # Special names are asked for by tools that look modules over; they import nothing.
        if name.startswith("__"):
            raise AttributeError(name)
        found: object = getattr(importlib.import_module(self.__name__), name)
        return found


def later(name: str) -> Later:
    """Return a stand-in for the module of that full name."""
    return Later(name)
