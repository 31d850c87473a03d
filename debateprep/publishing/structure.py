"""What pages mean apart from how they look: a tree of parts, headings, paragraphs, lists and tables.

Layouts build it while they make blocks; the drawing notes where each leaf stands. Its order is the order of reading.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from debateprep.publishing.lines import Run

LOWEST_HEADING = 6


class Element:
    """One node: a role of PDF's standard structure, its kids, and the places (page, mark) where its words are drawn.

    `runs` are its words, kept only where the tree is wanted for more than a PDF; `scope` is a table head's; `alt` and
    `box` (left, bottom, right, top on its page) are a figure's.
    """

    __slots__ = ("alt", "box", "kids", "language", "number", "parent", "places", "role", "runs", "scope")

    def __init__(self, role: str, parent: "Element | None" = None, language: str = "") -> None:
        self.role = role
        self.parent = parent
        self.language = language
        self.alt = ""
        self.box: tuple[float, float, float, float] | None = None
        self.scope = ""
        self.kids: list[Element] | None = None
        self.places: list[tuple[int, int]] | None = None
        self.runs: tuple[Run, ...] = ()
        self.number = 0

    def add(self, kid: "Element") -> "Element":
        """Put a kid at the end and return it."""
        if self.kids is None:
            self.kids = []
        self.kids.append(kid)
        return kid

    def place(self, page: int, mark: int) -> None:
        """Note that words of the element are drawn as a mark of a page."""
        if self.places is None:
            self.places = []
        self.places.append((page, mark))

    def is_drawn(self) -> bool:
        """Tell whether anything of the element or its kids was drawn."""
        return bool(self.places) or any(kid.is_drawn() for kid in self.kids or ())


HEADER = Element("Header")
FOOTER = Element("Footer")
"""Stand for what is repeated on each page and is not read as part of the document."""


class Tree:
    """The structure of one document, open at one place; `keeps_words` for writers of other formats than PDF."""

    def __init__(self, *, keeps_words: bool = False) -> None:
        self.root = Element("Document")
        self.keeps_words = keeps_words
        self._here = [self.root]
        self._level = 0

    @property
    def here(self) -> Element:
        """Return the element that is open."""
        return self._here[-1]

    def leaf(self, role: str, runs: "tuple[Run, ...]" = (), language: str = "") -> Element:
        """Add an element that holds words; a heading never skips a level."""
        if role[0] == "H" and role[1:].isdigit():
            self._level = min(int(role[1:]), self._level + 1, LOWEST_HEADING)
            role = f"H{self._level}"
        element = self.here.add(Element(role, self.here, language))
        if self.keeps_words:
            element.runs = runs
        return element

    def open(self, role: str) -> Element:
        """Add an element that holds others, without opening it."""
        return self.here.add(Element(role, self.here))

    @contextmanager
    def inside(self, role: str | Element) -> Iterator[Element]:
        """Open a new element, or one that is there already, for what is added in the block."""
        element = self.open(role) if isinstance(role, str) else role
        self._here.append(element)
        try:
            yield element
        finally:
            self._here.pop()
