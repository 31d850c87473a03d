"""The layouts to choose from, in groups, each with a picture of its first page."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QToolButton, QVBoxLayout, QWidget

from debateprep.gui.pages.export.shelf import GROUPS, WARES, Ware, group_name, group_of, words_of
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.parts import WrapLayout

_GAP = 8
_PAD = 8
_THUMB = 64
_MARGIN = 0.045
"""How much of a page's margin is left out of its picture, as a share of the tile's width."""
_NARROWEST = 112
_MOST_COLUMNS = 3
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def _name_font() -> QFont:
    return sans(9.5 * look().scale, bold=True)


def _about_font() -> QFont:
    return sans(8.5 * look().scale)


class LayoutTile(QAbstractButton):
    """One layout: the top of its first page, its name, and a line about it. `stepped` asks for a neighbour."""

    stepped = Signal(int)

    def __init__(self, ware: Ware, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ware
        name, about = words_of(ware)
        self._about = about
        self._picture = QImage()
        self._scaled = QImage()
        self._measured: dict[tuple[int, float], tuple[int, int]] = {}
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setToolTip(about)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look().changed.connect(self.updateGeometry)

    def picture(self) -> QImage:
        """Return the picture of the first page, null before there is one."""
        return self._picture

    def show_picture(self, picture: QImage) -> None:
        """Show the first page; a null picture leaves an empty page."""
        self._picture, self._scaled = picture, QImage()
        self.update()

    def _heights(self, width: int) -> tuple[int, int]:
        """Return the heights of the name and of the line about it in a tile of `width`."""
        # A layout asks again and again, also while a worker wants the interpreter for itself.
        key = (width, look().scale)
        if key not in self._measured:
            name, about = (
                QFontMetrics(font).boundingRect(0, 0, width - 2 * _PAD, 10_000, _WRAP, words).height()
                for font, words in ((_name_font(), self.text()), (_about_font(), self._about))
            )
            self._measured[key] = (name, about)
        return self._measured[key]

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour by the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        theme = look().theme
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
        self._paint_page(painter, QRectF(_PAD, _PAD, inner, _THUMB))
        name, about = self._heights(self.width())
        top = _PAD + _THUMB + 6
        painter.setFont(_name_font())
        painter.setPen(theme.colour("ink"))
        painter.drawText(_PAD, top, inner, name, _WRAP, self.text())
        painter.setFont(_about_font())
        painter.setPen(theme.colour("mute"))
        painter.drawText(_PAD, top + name + 2, inner, about, _WRAP, self._about)
        painter.end()

    def _paint_page(self, painter: QPainter, place: QRectF) -> None:
        theme = look().theme
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("field"))
        painter.drawRoundedRect(place, 4, 4)
        if self._picture.isNull():
            return
        inside = QPainterPath()
        inside.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.save()
        painter.setClipPath(inside)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # The top of the page as wide as the tile, without its margin: a whole page would be too small to tell
        # from another.
        ratio = self.devicePixelRatioF()
        width = place.width() * (1 + 2 * _MARGIN)
        pixels = round(width * ratio)
        if self._scaled.width() != pixels:
            # Once for each size: a tile is painted again whenever the pointer passes.
            self._scaled = self._picture.scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation)
        self._scaled.setDevicePixelRatio(ratio)
        painter.fillRect(place, Qt.GlobalColor.white)
        cut = place.width() * _MARGIN
        painter.drawImage(place.topLeft() - QPointF(cut, cut), self._scaled)
        painter.restore()


class LayoutPicker(QWidget):
    """The groups, and the tiles of one group, as many beside each other as fit.

    `chosen` carries what the user picked, `turned` tells that another group came into view. The arrow keys walk
    through all tiles, from group to group.
    """

    chosen = Signal(object)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layout"))
        self._bar = QWidget(self)
        row = WrapLayout(self._bar, 2)
        self.groups: dict[str, QToolButton] = {}
        for key, wares in GROUPS.items():
            button = QToolButton(self._bar)
            button.setText(group_name(key))
            button.setCheckable(True)
            button.setProperty("look", "tab")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleDescription(", ".join(words_of(ware)[0] for ware in wares))
            button.setToolTip(button.accessibleDescription())
            button.clicked.connect(self._on_group)
            row.addWidget(button)
            self.groups[key] = button
        tiles = QWidget(self)
        self._grid = QGridLayout(tiles)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(_GAP)
        whole.addWidget(self._bar)
        whole.addWidget(tiles)
        self._group = QButtonGroup(self)
        self._tiles = {ware: LayoutTile(ware, tiles) for ware in WARES}
        for tile in self._tiles.values():
            self._group.addButton(tile)
            tile.stepped.connect(self._on_stepped)
        self._group.buttonClicked.connect(self._on_clicked)
        self._shown: tuple[str, int] = ("", 0)
        self._in_view = next(iter(GROUPS))
        self._arrange()
        look().changed.connect(self._arrange)

    def tile(self, ware: Ware) -> LayoutTile:
        """Return a layout's tile."""
        return self._tiles[ware]

    def in_view(self) -> tuple[Ware, ...]:
        """Return what the group in view holds."""
        return GROUPS[self._in_view]

    def choose(self, ware: Ware) -> None:
        """Show a layout as chosen, in its group, without a signal."""
        self._tiles[ware].setChecked(True)
        self._in_view = group_of(ware)
        self._arrange()

    def stops(self) -> list[QWidget]:
        """Return the controls in the order that Tab goes through them."""
        return [*self.groups.values(), *(self._tiles[ware] for ware in WARES)]

    def _on_group(self) -> None:
        key = next(key for key, button in self.groups.items() if button is self.sender())
        if key != self._in_view:
            self._in_view = key
            self.turned.emit()
        self._arrange()

    def _on_clicked(self, button: QAbstractButton) -> None:
        assert isinstance(button, LayoutTile)
        self.chosen.emit(button.kind)

    def _on_stepped(self, step: int) -> None:
        tile = self.sender()
        assert isinstance(tile, LayoutTile)
        ware = WARES[(WARES.index(tile.kind) + step) % len(WARES)]
        if group_of(ware) != self._in_view:
            self._in_view = group_of(ware)
            self._arrange()
            self.turned.emit()
        self._tiles[ware].setFocus(Qt.FocusReason.OtherFocusReason)
        self._tiles[ware].click()

    def _arrange(self) -> None:
        narrowest = round(_NARROWEST * (0.3 + 0.7 * max(1.0, look().scale)))
        columns = max(1, min(_MOST_COLUMNS, (self.width() + _GAP) // (narrowest + _GAP)))
        width = (self.width() - (columns - 1) * _GAP) // columns
        shown = [self._tiles[ware] for ware in self.in_view()]
        for key, button in self.groups.items():
            button.setChecked(key == self._in_view)
        if (self._in_view, columns) != self._shown:
            self._shown = (self._in_view, columns)
            for tile in self._tiles.values():
                self._grid.removeWidget(tile)
                tile.setVisible(tile in shown)
            for at, tile in enumerate(shown):
                self._grid.addWidget(tile, at // columns, at % columns)
            for column in range(_MOST_COLUMNS):
                self._grid.setColumnStretch(column, int(column < columns))
        self._rove(shown)
        height = max(tile.heightForWidth(width) for tile in shown)
        for tile in shown:
            tile.setFixedHeight(height)

    @staticmethod
    def _rove(shown: list[LayoutTile]) -> None:
        """Let Tab come to one tile: the chosen one, or the first of a group that has none; arrows go on from there."""
        stop = next((tile for tile in shown if tile.isChecked()), shown[0])
        for tile in shown:
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tiles for the new width."""
        super().resizeEvent(event)
        self._arrange()
