"""Our own line icons, drawn in a colour of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from debateprep import assets
from debateprep.gui.theme import look

SIZES = (20, 40)


def icon(name: str, role: str = "ink") -> QIcon:
    """Return an icon in the present theme's colour of a role; disabled ones are drawn in the mute colour."""
    theme = look().theme
    return _drawn(name, theme.colour(role).name(), theme.colour("line").name())


@cache
def _drawn(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    svg = assets.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", ink).encode()))
        for size in SIZES:
            made.addPixmap(_pixmap(renderer, size), mode)
    return made


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
