"""What the Print / Export dialog offers: every layout and the map, in groups, with their words and their choices."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from debateprep.publishing import EVERYWHERE, SHELF, Format, Paper, Sides
from debateprep.services.export import Layout


class Drawn(StrEnum):
    """What is printed of a topic and is drawn, not set: the map."""

    MAP = "map"


Ware = Layout | Drawn
"""What can be chosen to print."""

GROUPS: dict[str, tuple[Ware, ...]] = {
    "briefs": (Layout.BRIEF, Layout.BLOCKS, Layout.CLASH),
    "cards": (Layout.CARDS, Layout.EVIDENCE),
    "sheets": (Layout.PREP, Layout.FLOW, Layout.CASE, Layout.JUDGE),
    "class": (Layout.CLASS, Layout.STRIPS),
    "speech": (Layout.SPEECH, Layout.OUTLINE, Layout.WORKS, Drawn.MAP),
}
"""Everything there is, each once, by what one wants to do with it."""
WARES: tuple[Ware, ...] = tuple(ware for wares in GROUPS.values() for ware in wares)

_MAP_CHOICES = ("paper", "fit")
_LISTS_WORKS = (Layout.BRIEF, Layout.CLASH, Layout.EVIDENCE, Layout.WORKS)
_WIDE = (Layout.FLOW, Layout.CLASH, Drawn.MAP)


def group_of(ware: Ware) -> str:
    """Return the key of the group that a ware stands in."""
    return next(key for key, wares in GROUPS.items() if ware in wares)


def group_name(key: str) -> str:
    """Return a group's name in the user's language."""
    tr = QCoreApplication.translate
    return {
        "briefs": tr("Layouts", "Briefs"),
        "cards": tr("Layouts", "Cards"),
        "sheets": tr("Layouts", "Sheets to write on"),
        "class": tr("Layouts", "Class"),
        "speech": tr("Layouts", "Speech and reference"),
    }[key]


def words_of(ware: Ware) -> tuple[str, str]:
    """Return a ware's name and what it is for, in the user's language."""
    if isinstance(ware, Drawn):
        tr = QCoreApplication.translate
        return tr("Layouts", "Map"), tr("Layouts", "All arguments and answers as a drawing")
    translate = QCoreApplication.translate
    return translate("Layouts", ware.label), translate("Layouts", ware.about)


def sides_of(ware: Ware) -> Sides:
    """Return whether a ware is of one side, of one or both, or of the whole topic."""
    return Sides.ANY if isinstance(ware, Drawn) else SHELF[ware].sides


def choices_of(ware: Ware) -> frozenset[str]:
    """Return the names of the options that change a ware; "style" is the style of the works cited."""
    if isinstance(ware, Drawn):
        return frozenset(_MAP_CHOICES)
    style = ("style",) if ware in _LISTS_WORKS else ()
    return frozenset((*SHELF[ware].choices, *EVERYWHERE, *style))


def papers_of(ware: Ware) -> tuple[Paper, ...]:
    """Return the papers that a ware can be on; the large ones are for what is wide."""
    return tuple(Paper) if ware in _WIDE else (Paper.LETTER, Paper.A4)


def paper_on(ware: Ware, paper: Paper) -> Paper:
    """Return the paper that a ware is printed on when `paper` was chosen: the one like it that the ware can be on."""
    if paper in papers_of(ware):
        return paper
    return Paper.A4 if paper.is_metric else Paper.LETTER


def formats_of(ware: Ware) -> dict[str, tuple[str, str]]:
    """Return the files that a ware can be saved as: by ending the words to choose by, and those of a file dialog."""
    tr = QCoreApplication.translate
    pdf = {"pdf": (tr("Layouts", "PDF"), tr("Layouts", "PDF files"))}
    if isinstance(ware, Drawn):
        return pdf | {"svg": (tr("Layouts", "SVG drawing"), tr("Layouts", "SVG drawings"))}
    return pdf | {
        "html": (tr("Layouts", "Web page (HTML)"), tr("Layouts", "Web pages")),
        "md": (tr("Layouts", "Markdown"), tr("Layouts", "Markdown files")),
        "txt": (tr("Layouts", "Plain text"), tr("Layouts", "Text files")),
    }


TEXT_FORMATS = {"html": Format.HTML, "md": Format.MARKDOWN, "txt": Format.TEXT}
"""The formats of words without pages, by the ending of their files."""
