"""Thin scroll bars: a handle in its groove and nothing else, in the colours of the theme.

The sheet is set on the bars alone: one for the whole program would make Qt style every widget by sheets.
"""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QScrollBar, QWidget

from debateprep.gui.theme import Theme, look

WIDTH = 10
_SHEET = """
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: {width}px; }}
QScrollBar:horizontal {{ height: {width}px; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {mute}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def sheet(theme: Theme) -> str:
    """Return the style sheet of a scroll bar in a theme."""
    # Halfway between a hairline and a mark: seen when looked for, quiet beside the words.
    one, other = theme.colour("line"), theme.colour("gap")
    halves = [
        (first + second) // 2
        for first, second in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    ]
    return _SHEET.format(width=WIDTH, handle=QColor(*halves).name(), **theme.colours)


def dress(root: QWidget) -> None:
    """Dress every scroll bar within a widget in the present theme."""
    wanted = sheet(look().theme)
    for bar in root.findChildren(QScrollBar):
        if bar.styleSheet() != wanted:
            bar.setStyleSheet(wanted)
