"""The colours of words as they are painted: each run's ink as the painter has it, and the ground that it stands on.

A picture alone does not tell the ink of small letters, whose soft edges leave no pixel of it whole; so the ink is
asked of the painter, by painting each widget once more on a device that draws nothing and writes down what is said.
The ground is the commonest colour of the picture where the words stand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import QWidget

LEAST = 4.5
IN_SIGHT = 0.5
"""Words of which less than this is in sight are measured where more of them is."""
FEW = 3
ASIDE = 4
DOTS_AN_INCH = 96

At = QPointF | QPoint | QPainterPath.Element


@dataclass(frozen=True, slots=True)
class Run:
    """Words painted at once in one colour, and where, in the coordinates of their widget."""

    words: str
    ink: QColor
    area: QRect
    shown: QRegion


class _Listener(QPaintEngine):
    """Paints nothing, and writes down words with their colour."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.runs: list[Run] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802 - Qt's own name
        """Take no note."""

    def drawTextItem(self, at: At, item: QTextItem) -> None:  # noqa: N802 - Qt's own name
        assert isinstance(at, QPointF)
        painter = self.painter()
        box = QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        ink = QColor(painter.pen().color())
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        place = painter.combinedTransform()
        area = place.mapRect(box).toAlignedRect()
        # Where words are selected they are painted twice, each time cut to its part.
        shown = place.map(painter.clipRegion()).intersected(area) if painter.hasClipping() else QRegion(area)
        self.runs.append(Run(item.text(), ink, area, shown))

    def _nothing(self, *_arguments: object, **_more: object) -> None:
        """Draw nothing."""

    drawPixmap = drawImage = drawPath = drawPolygon = drawRects = drawLines = _nothing  # noqa: N815 - Qt's own names
    drawEllipse = drawPoints = drawTiledPixmap = _nothing  # noqa: N815 - Qt's own names


class _Device(QPaintDevice):
    """As large as a widget, at the usual density."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.listener = _Listener()
        kind = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            kind.PdmWidth: widget.width(),
            kind.PdmHeight: widget.height(),
            kind.PdmWidthMM: widget.width() // 4,
            kind.PdmHeightMM: widget.height() // 4,
            kind.PdmNumColors: 2**24,
            kind.PdmDepth: 32,
            kind.PdmDevicePixelRatio: 1,
            kind.PdmDevicePixelRatioScaled: 2**16,
        }

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's own name
        return self.listener

    def metric(self, wanted: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(wanted, DOTS_AN_INCH)


def runs(widget: QWidget) -> list[Run]:
    """Return what a widget itself says, without its children."""
    device = _Device(widget)
    widget.render(device, QPoint(0, 0), QRegion(), QWidget.RenderFlag(0))
    return [run for run in device.listener.runs if run.words.strip()]


def faint(root: QWidget) -> list[str]:
    """Return the words in sight that stand out less than 4.5:1, also those of controls that cannot be used now."""
    picture = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget is root or (widget.isVisibleTo(root) and widget.window() is root.window()):
            for run, ratio in _measured(root, widget, picture):
                if ratio < LEAST:
                    found.append(f"{ratio:.2f} {run.words!r} {run.ink.name()} in {type(widget).__name__}")
    return found


def _measured(root: QWidget, widget: QWidget, picture: QImage) -> Iterator[tuple[Run, float]]:
    visible = widget.visibleRegion() if widget.isVisible() else QRegion(widget.rect())
    for each in _above(widget):
        visible -= QRegion(each.geometry().translated(-widget.pos() if each.parent() is not widget else QPoint(0, 0)))
    if visible.isEmpty():
        return
    corner = widget.mapTo(root, QPoint(0, 0)) if widget is not root else QPoint(0, 0)
    for run in runs(widget):
        # What floats over words leaves several parts of them in sight; the largest tells their ground.
        seen = max(_rectangles(visible.intersected(run.shown)), key=_size, default=QRect())
        if _size(seen) >= IN_SIGHT * _size(run.area):
            # A single sign may cover most of its own ground.
            aside = ASIDE if len(run.words.strip()) < FEW else 0
            ground = _ground(picture, seen.translated(corner).adjusted(-aside, -aside, aside, aside))
            if ground is not None:
                yield run, contrast(_over(run.ink, ground), ground)


def _above(widget: QWidget) -> Iterator[QWidget]:
    """Make what lies on a widget: what is in it, and what floats beside it and was raised over it."""
    home = widget.parentWidget()
    beside = home.children() if home is not None else []
    over = beside[beside.index(widget) + 1 :] if widget in beside else []
    for each in [*widget.children(), *over]:
        if isinstance(each, QWidget) and each.isVisible() and not each.isWindow():
            yield each


def _rectangles(region: QRegion) -> Iterable[QRect]:
    # Python may walk through a region, which PySide's stubs leave out.
    return cast("Iterable[QRect]", region)


def _size(area: QRect) -> int:
    return max(0, area.width()) * max(0, area.height())


def _ground(picture: QImage, area: QRect) -> QColor | None:
    area = area.intersected(picture.rect())
    pixels = memoryview(picture.constBits()).cast("B").cast("I")
    points: Counter[int] = Counter()
    for y in range(area.top(), area.bottom() + 1):
        start = y * picture.width()
        points.update(pixels[start + area.left() : start + area.right() + 1])
    return QColor(points.most_common(1)[0][0] & 0xFFFFFF) if points else None


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _over(ink: QColor, ground: QColor) -> QColor:
    part = ink.alphaF()
    mixed = [round(one * part + other * (1 - part)) for one, other in zip(_rgb(ink), _rgb(ground), strict=True)]
    return QColor(*mixed)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, as WCAG has it."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return how far two colours stand apart, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
