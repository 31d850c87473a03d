"""The words of the options in the Print / Export dialog: what each is called, and what there is to choose from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.terms import Side
from debateprep.publishing import CardText, Cells, Duplex, Level, Paper
from debateprep.publishing.map_pdf import Fit

TYPE_SIZES = (9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 16.0, 18.0)
_SMALLEST = (4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)
_MARGINS = (10.0, 13.0, 15.0, 20.0, 25.0, 30.0)

Items = Sequence[tuple[str, Any]]


def _tr(words: str) -> str:
    return QCoreApplication.translate("ExportForm", words)


def points(size: float) -> str:
    """Return a size of type in words."""
    return _tr("{} pt").format(f"{size:g}")


def millimetres(width: float) -> str:
    """Return the width of a margin in words."""
    return _tr("{} mm").format(f"{width:g}")


def paper_name(paper: Paper) -> str:
    """Return what a paper is called."""
    names = {Paper.LETTER: _tr("Letter"), Paper.A4: _tr("A4"), Paper.LEGAL: _tr("Legal"), Paper.A3: _tr("A3")}
    return names[paper]


def rows() -> dict[str, tuple[str, Items]]:
    """Return the lists among the rows, in order: by option the label with its key, and the items.

    The items of "side" and "paper" depend on the layout, those of "brief" on the topic; they are left out.
    """
    return {
        "side": (_tr("&Side"), ()),
        "brief": (_tr("&Brief"), ()),
        "level": (
            _tr("&Level"),
            (
                (_tr("A: a word bank helps"), Level.A.value),
                (_tr("B: sentences are begun"), Level.B.value),
                (_tr("C: lines alone"), Level.C.value),
            ),
        ),
        "text": (
            _tr("Te&xt"),
            (
                (_tr("Whole card, underlined"), CardText.WHOLE.value),
                (_tr("Underlined words only"), CardText.UNDERLINED.value),
                (_tr("Only what is read"), CardText.READ.value),
            ),
        ),
        "cells": (_tr("&Cards a sheet"), _cells()),
        "duplex": (
            _tr("&Backs"),
            (
                (_tr("None, print one side"), Duplex.OFF.value),
                (_tr("Sheet turns on its long edge"), Duplex.LONG.value),
                (_tr("Sheet turns on its short edge"), Duplex.SHORT.value),
            ),
        ),
        "first_speaker": (
            _tr("First spea&ker"),
            ((_tr("Not said"), ""), *((_tr(side.label), side.label) for side in Side)),
        ),
        "paper": (_tr("Pap&er"), ()),
        "fit": (
            _tr("Pa&ges"),
            (
                (_tr("All of it on one page"), Fit.PAGE.value),
                (_tr("At its own size, pages to glue"), Fit.TILES.value),
            ),
        ),
        "type_size": (_tr("&Type size"), tuple((points(size), size) for size in TYPE_SIZES)),
        "style": (
            _tr("C&ite style"),
            ((_tr("Our short form"), ""), *((_tr(style.label), style.value) for style in CiteStyle)),
        ),
    }


def _cells() -> Items:
    return (
        ("4", Cells.FOUR.value),
        ("8", Cells.EIGHT.value),
        (_tr("Index cards, 3 × 5 inches"), Cells.INDEX_3X5.value),
        (_tr("Index cards, 4 × 6 inches"), Cells.INDEX_4X6.value),
    )


def folded_rows() -> dict[str, tuple[str, Items]]:
    """Return the lists in the parts that fold, as `rows` does."""
    usual = (_tr("As the layout has them"), 0.0)
    return {
        "smallest": (_tr("S&mallest text"), tuple((points(size), size) for size in _SMALLEST)),
        "margin": (_tr("Mar&gins"), (usual, *((millimetres(width), width) for width in _MARGINS))),
    }


def boxes() -> dict[str, tuple[str, str]]:
    """Return name and meaning of the boxes to tick, by option."""
    return {
        "contents": (_tr("Contents and bookmarks"), _tr("A page of contents from three pages on.")),
        "answers": (
            _tr("Answers under each argument"),
            _tr("What the other side says to each argument, and what we say."),
        ),
        "works_cited": (_tr("Works cited"), _tr("Full references at the end.")),
        "key": (_tr("The key, for the teacher"), _tr("The same sheet with the answers written in.")),
        "ruler": (_tr("Ruler to test the printer"), _tr("Measure it: it shows whether sizes are kept.")),
        "ink_saver": (
            _tr("Ink-saver (no shading)"),
            _tr("Highlights become thick underlines; panels lose their shade."),
        ),
        "black": (_tr("Black and white"), _tr("No colour: everything is told apart without it.")),
        "large": (_tr("Large print"), _tr("Text of at least 18 points.")),
        "dyslexia": (_tr("Dyslexia-friendly"), _tr("Sans, no italics, open letters and lines.")),
        "justified": (_tr("Both edges straight"), _tr("Lines are spread to the same width.")),
        "hyphens": (_tr("Hyphens at the ends of lines"), _tr("Long words are parted.")),
        "cover": (_tr("Cover"), _tr("A first page with resolution, name and school.")),
        "page_each": (_tr("Each contention on a new page"), _tr("So that a binder can be sorted.")),
        "two_up": (_tr("Two pages on a sheet"), _tr("Side by side on the turned paper.")),
        "printed_on": (_tr("Today’s date"), _tr("The day of printing, at the foot of each page.")),
    }
