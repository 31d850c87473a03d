"""The pages of the window, and the list of those that the rail shows."""

from dataclasses import dataclass

START = "start"
"""The key of the start page, which is no page of the rail."""


@dataclass(frozen=True)
class PageSpec:
    """A page of the rail: its key, its title and icon, and its "module:Class", imported after the first paint."""

    key: str
    title: str
    icon: str
    where: str


PAGES: tuple[PageSpec, ...] = (
    PageSpec("read", "Read", "read", "debateprep.gui.pages.read.page:ReadPage"),
    PageSpec("briefs", "Briefs", "briefs", "debateprep.gui.pages.briefs.page:BriefsPage"),
    PageSpec("cards", "Cards", "cards", "debateprep.gui.pages.cards.page:CardsPage"),
    PageSpec("map", "Map", "map", "debateprep.gui.pages.map.page:MapPage"),
    PageSpec("coverage", "Coverage", "coverage", "debateprep.gui.pages.coverage.page:CoveragePage"),
)
