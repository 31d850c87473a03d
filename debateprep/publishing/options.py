"""What the user chooses before pages are made."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from debateprep.publishing.errors import PublishingError

SMALLEST_TYPE = 8.0
LARGEST_TYPE = 24.0
SMALLEST_SHRUNK = 4.0
LARGE_PRINT = 18.0
_MM = 72 / 25.4


class Paper(StrEnum):
    """The papers that the layouts are drawn for; the last two are for flow sheets."""

    LETTER = "letter"
    A4 = "a4"
    LEGAL = "legal"
    A3 = "a3"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in points, upright."""
        return {
            Paper.LETTER: (612.0, 792.0),
            Paper.A4: (595.2756, 841.8898),
            Paper.LEGAL: (612.0, 1008.0),
            Paper.A3: (841.8898, 1190.5512),
        }[self]

    @property
    def is_metric(self) -> bool:
        """Tell whether the paper is one of the A series."""
        return self in (Paper.A4, Paper.A3)


class Ink(StrEnum):
    """How colour is used: as designed, without areas, or so that a copy in black and white tells everything apart."""

    COLOUR = "colour"
    SAVER = "ink-saver"
    BLACK = "black-and-white"


class CardText(StrEnum):
    """How much of a card's words is printed."""

    WHOLE = "whole"
    UNDERLINED = "underlined"
    READ = "read"


class Cells(StrEnum):
    """How rebuttal cards are cut: 4 or 8 a sheet, or one on each index card."""

    FOUR = "4"
    EIGHT = "8"
    INDEX_3X5 = "3x5"
    INDEX_4X6 = "4x6"


class Duplex(StrEnum):
    """How a printer turns the sheet, for cards with a back."""

    OFF = "one-sided"
    LONG = "long edge"
    SHORT = "short edge"


class Level(StrEnum):
    """How much help a class handout gives: a word bank, sentence starters, or nothing."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """The choices of one export; sizes in points. Raise PublishingError for one that no layout can keep.

    `printed_on` is printed on the pages and is the file's date, so that the same choices give the same bytes.
    `margin` is in millimetres, 0 for the layout's own. `sections` are numbers or titles of the sections to print,
    empty for all. `smallest` is the least size of shrunken text.
    """

    paper: Paper = Paper.LETTER
    cards_per_sheet: int = 4
    type_size: float = 11.0
    ink_saver: bool = False
    contents: bool = True
    answers: bool = True
    works_cited: bool = True
    header_name: str = ""
    school: str = ""
    printed_on: date | None = None
    black: bool = False
    text: CardText = CardText.WHOLE
    cells: Cells | None = None
    duplex: Duplex = Duplex.OFF
    ruler: bool = False
    level: Level = Level.B
    key: bool = False
    sections: tuple[str, ...] = ()
    margin: float = 0.0
    large: bool = False
    dyslexia: bool = False
    justified: bool = False
    hyphens: bool = False
    cover: bool = False
    page_each: bool = False
    two_up: bool = False
    smallest: float = 6.0
    first_speaker: str = ""

    def __post_init__(self) -> None:
        if self.cards_per_sheet not in (4, 8):
            raise PublishingError("A sheet holds 4 or 8 rebuttal cards; please choose one of the two.")
        if not SMALLEST_TYPE <= self.type_size <= LARGEST_TYPE:
            raise PublishingError(f"The type size must lie between {SMALLEST_TYPE:g} and {LARGEST_TYPE:g} points.")
        if not SMALLEST_SHRUNK <= self.smallest <= LARGEST_TYPE:
            raise PublishingError(f"Shrunken text must have at least {SMALLEST_SHRUNK:g} points.")
        if self.margin and not 5 <= self.margin <= 50:
            raise PublishingError("The margins must lie between 5 and 50 millimetres.")

    @property
    def page_size(self) -> tuple[float, float]:
        """Return the size of an upright page: half a sheet where two stand beside each other."""
        width, height = self.paper.size
        return (height / 2, width) if self.two_up else (width, height)

    @property
    def printed(self) -> str:
        """Return the print date as people write it, or ""."""
        day = self.printed_on
        return f"{day.day} {day:%B %Y}" if day else ""

    @property
    def body_size(self) -> float:
        """Return the size of text to be read; large print is never under 18 points."""
        return max(self.type_size, LARGE_PRINT) if self.large else self.type_size

    @property
    def cut(self) -> Cells:
        """Return how rebuttal cards are cut."""
        return self.cells or Cells(str(self.cards_per_sheet))

    def margin_or(self, usual: float) -> float:
        """Return the margin in points: the user's, else the layout's usual one."""
        return self.margin * _MM if self.margin else usual
