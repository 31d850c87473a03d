"""The layouts to choose from, each with a small drawn picture of its pages."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from debateprep.gui.theme import Theme, look, sans
from debateprep.services.export import Layout

_GAP = 8
_PAD = 8
_THUMB = 56
_NARROWEST = 112
_MOST_COLUMNS = 3
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)

Drawing = Callable[[QPainter, QRectF, Theme], None]


def _bars(painter: QPainter, area: QRectF, theme: Theme, roles: str, thick: float = 4.0) -> None:
    """Draw lines of text from top to bottom, one a role in `roles`; "-" leaves a line out."""
    step = area.height() / len(roles.split())
    for at, role in enumerate(roles.split()):
        if role != "-":
            height = step * 0.85 if role.endswith("_soft") else thick
            painter.setBrush(theme.colour(role))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(area.left(), area.top() + at * step, area.width(), height), 2, 2)


def _brief(painter: QPainter, area: QRectF, theme: Theme) -> None:
    _bars(painter, area, theme, "mute line line pro_soft line")


def _cards(painter: QPainter, area: QRectF, theme: Theme) -> None:
    width, height = (area.width() - 6) / 2, (area.height() - 6) / 2
    for at in range(4):
        place = QRectF(area.left() + (at % 2) * (width + 6), area.top() + (at // 2) * (height + 6), width, height)
        painter.setBrush(theme.colour("panel"))
        painter.setPen(QPen(theme.colour("mute"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.side("pro" if at < 2 else "con"))
        painter.drawRect(QRectF(place.left() + 1, place.top() + 1, width - 2, 3))


def _clash(painter: QPainter, area: QRectF, theme: Theme) -> None:
    width = (area.width() - 8) / 2
    left = QRectF(area.left(), area.top(), width, area.height())
    _bars(painter, left, theme, "pro line pro_soft line")
    _bars(painter, left.translated(width + 8, 0), theme, "con line con_soft line")
    painter.setPen(QPen(theme.colour("mute"), 1))
    middle = area.center().x()
    painter.drawLine(round(middle), round(area.top()), round(middle), round(area.bottom()))


_DRAWINGS: dict[Layout, Drawing] = {Layout.BRIEF: _brief, Layout.CARDS: _cards, Layout.CLASH: _clash}
SHOWN = tuple(_DRAWINGS)
"""The layouts that the window offers, in order."""


def _words(layout: Layout) -> tuple[str, str]:
    """Return a layout's name and what it is for, in the user's language."""
    tr = QCoreApplication.translate
    return {
        Layout.BRIEF: (tr("Layouts", "Brief"), tr("Layouts", "One side, with cards and answers")),
        Layout.CARDS: (tr("Layouts", "Rebuttal cards"), tr("Layouts", "Cut-outs, 4 or 8 a sheet")),
        Layout.CLASH: (tr("Layouts", "Clash sheet"), tr("Layouts", "Pro and Con side by side")),
    }[layout]


class LayoutTile(QAbstractButton):
    """One layout: its picture, its name, and a line about it."""

    def __init__(self, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = layout
        name, about = _words(layout)
        self._about = about
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look().changed.connect(self.updateGeometry)

    def _heights(self, width: int) -> tuple[int, int]:
        """Return the heights of the name and of the line about it in a tile of `width`."""
        inner = width - 2 * _PAD
        scale = look().scale
        found = []
        for font, words in ((sans(9.5 * scale, bold=True), self.text()), (sans(8.5 * scale), self._about)):
            self.setFont(font)
            found.append(self.fontMetrics().boundingRect(0, 0, inner, 10_000, _WRAP, words).height())
        return found[0], found[1]

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that a tile of `width` needs."""
        return _PAD * 2 + _THUMB + 6 + sum(self._heights(width)) + 2

    def sizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        theme, scale = look().theme, look().scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = "accent" if self.isChecked() else "mute" if self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(border), 2 if self.isChecked() else 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)
        inner = self.width() - 2 * _PAD
        thumb = QRectF(_PAD, _PAD, inner, _THUMB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(thumb, 4, 4)
        _DRAWINGS[self.kind](painter, thumb.adjusted(9, 8, -9, -6), theme)
        name, about = self._heights(self.width())
        top = _PAD + _THUMB + 6
        painter.setFont(sans(9.5 * scale, bold=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(_PAD, top, inner, name, _WRAP, self.text())
        painter.setFont(sans(8.5 * scale))
        painter.setPen(theme.colour("mute"))
        painter.drawText(_PAD, top + name + 2, inner, about, _WRAP, self._about)
        painter.end()


class LayoutPicker(QWidget):
    """The tiles, as many beside each other as fit; `chosen` carries the layout that the user picked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layout"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._group = QButtonGroup(self)
        self._tiles = {layout: LayoutTile(layout, self) for layout in SHOWN}
        for tile in self._tiles.values():
            self._group.addButton(tile)
        self._group.buttonClicked.connect(self._on_clicked)
        self._columns = 0
        self._arrange()
        look().changed.connect(self._arrange)

    def tile(self, layout: Layout) -> LayoutTile:
        """Return a layout's tile."""
        return self._tiles[layout]

    def choose(self, layout: Layout) -> None:
        """Show a layout as chosen, without a signal."""
        self._tiles[layout].setChecked(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        assert isinstance(button, LayoutTile)
        self.chosen.emit(button.kind)

    def _arrange(self) -> None:
        narrowest = round(_NARROWEST * (0.3 + 0.7 * max(1.0, look().scale)))
        columns = max(1, min(_MOST_COLUMNS, (self.width() + _GAP) // (narrowest + _GAP)))
        width = (self.width() - (columns - 1) * _GAP) // columns
        if columns != self._columns:
            self._columns = columns
            for at, tile in enumerate(self._tiles.values()):
                self._grid.addWidget(tile, at // columns, at % columns)
            for column in range(_MOST_COLUMNS):
                self._grid.setColumnStretch(column, int(column < columns))
        height = max(tile.heightForWidth(width) for tile in self._tiles.values())
        for tile in self._tiles.values():
            tile.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tiles for the new width."""
        super().resizeEvent(event)
        self._arrange()
