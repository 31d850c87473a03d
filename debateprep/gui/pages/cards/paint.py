"""How marks look: a role of the theme for each colour of highlight, lines, boxes and small type."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPen, QPixmap, QTextCharFormat, QTextFormat

from debateprep.domain import marks as rules
from debateprep.domain.marks import State
from debateprep.domain.terms import MarkKind
from debateprep.gui.theme import Theme, look

_SMALL = 0.68
BACK = int(QTextFormat.Property.UserProperty) + 1
"""On a format: the role of the highlight's colour."""
BOX = int(QTextFormat.Property.UserProperty) + 2
"""On a format: the words are boxed."""


def highlight_role(colour: str) -> str:
    """Return the theme's role of a highlight colour; one that it has not is the usual one."""
    return f"highlight_{colour}" if colour in rules.COLOURS and colour != rules.COLOURS[0] else "highlight"


def formed(state: State, theme: Theme, points: float, *, shrinks: bool) -> QTextCharFormat:
    """Return how words under these marks look; `shrinks` makes those small that bear none that is read."""
    worn = dict(state)
    form = QTextCharFormat()
    small = MarkKind.SHRINK in worn or (
        shrinks and not worn.keys() & {MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.HIGHLIGHT}
    )
    if small:
        form.setFontPointSize(points * _SMALL)
    if MarkKind.UNDERLINE in worn or MarkKind.EMPHASIS in worn:
        form.setFontUnderline(True)
    if MarkKind.EMPHASIS in worn:
        form.setFontWeight(QFont.Weight.Bold)
        form.setProperty(BOX, True)  # noqa: FBT003 - Qt's value
    if MarkKind.HIGHLIGHT in worn:
        form.setProperty(BACK, highlight_role(worn[MarkKind.HIGHLIGHT]))
        form.setForeground(theme.colour("highlight_ink"))
    if MarkKind.OMIT in worn:
        form.setFontStrikeOut(True)
        if MarkKind.HIGHLIGHT not in worn:
            form.setForeground(theme.colour("mute"))
    return form


def colour_icon(colour: str) -> QIcon:
    """Return a swatch of a highlight colour in the present theme."""
    side = round(16 * look().scale)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look().theme.colour("line"), 1))
    painter.setBrush(look().theme.colour(highlight_role(colour)))
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1, side - 1), 3, 3)
    painter.end()
    return QIcon(picture)
