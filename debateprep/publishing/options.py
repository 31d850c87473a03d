"""What the user chooses before pages are made."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from debateprep.publishing.errors import PublishingError

SMALLEST_TYPE = 8.0
LARGEST_TYPE = 24.0


class Paper(StrEnum):
    """The papers that the layouts are drawn for."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in points, upright."""
        return {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.2756, 841.8898)}[self]


@dataclass(frozen=True, slots=True)
class PageOptions:
    """The choices of one export; sizes in points. Raise PublishingError for one that no layout can keep.

    `printed_on` is printed on the pages and is the file's date, so that the same choices give the same bytes.
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

    def __post_init__(self) -> None:
        if self.cards_per_sheet not in (4, 8):
            raise PublishingError("A sheet holds 4 or 8 rebuttal cards; please choose one of the two.")
        if not SMALLEST_TYPE <= self.type_size <= LARGEST_TYPE:
            raise PublishingError(f"The type size must lie between {SMALLEST_TYPE:g} and {LARGEST_TYPE:g} points.")

    @property
    def printed(self) -> str:
        """Return the print date as people write it, or ""."""
        day = self.printed_on
        return f"{day.day} {day:%B %Y}" if day else ""
