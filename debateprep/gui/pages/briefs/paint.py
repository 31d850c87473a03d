"""How the Briefs page is drawn: its type, measured words, pills, links, tabs and bars, all by theme roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QStyleOptionTab, QTabBar, QWidget

from debateprep.domain.pages import Coverage
from debateprep.domain.terms import Side
from debateprep.gui.theme import look, sans, serif
from debateprep.gui.words import term


class Type:
    """The sizes of the page, by what they are for."""

    _KINDS: ClassVar[dict[str, tuple[float, bool]]] = {
        "claim": (10.5, True),
        "title": (11.0, True),
        "body": (10.5, False),
        "line": (9.5, False),
        "pill": (8.5, True),
        "hole": (8.5, False),
        "head": (13.0, True),
        "small": (9.0, False),
        "caps": (8.5, True),
        "tab": (10.0, False),
        "tab on": (10.0, True),
    }

    @classmethod
    def font(cls, kind: str) -> QFont:
        """Return the font of a kind of words at the chosen text size."""
        if kind == "quote":
            return serif(10.5 * look().scale, italic=True)
        size, bold = cls._KINDS[kind]
        return sans(size * look().scale, bold=bold)


@dataclass
class Words:
    """A text wrapped to a width and drawn from a point; longer than `lines` it ends in an ellipsis."""

    text: str
    kind: str
    role: str = "ink"
    lines: int = 0
    _width: float = -1.0
    _font: QFont | None = None
    _height: float = 0.0
    _drawn: list[QTextLayout] = field(default_factory=list)

    def height(self, width: float) -> float:
        """Return the height at a width."""
        font = Type.font(self.kind)
        if width != self._width or font != self._font:
            self._wrap(width, font)
        return self._height

    def _wrap(self, width: float, font: QFont) -> None:
        self._width, self._font, self._drawn, self._height = width, font, [], 0.0
        metrics = QFontMetricsF(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for number, paragraph in enumerate(self.text.split("\n")):
            if self.lines and number >= self.lines:
                break
            layout = self._lay(paragraph, font, option, width, self.lines)
            if self.lines and layout.lineCount() > self.lines:
                line = layout.lineAt(self.lines - 1)
                # Qt counts UTF-16 units; cut there, and draw what fits again.
                units = paragraph.encode("utf-16-le", "surrogatepass")
                kept = units[: line.textStart() * 2].decode("utf-16-le", "replace")
                rest = units[line.textStart() * 2 :].decode("utf-16-le", "replace")
                cut = kept + metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 2)
                layout = self._lay(cut, font, option, width)
            self._drawn.append(layout)
            for index in range(layout.lineCount()):
                self._height += layout.lineAt(index).height()

    @staticmethod
    def _lay(text: str, font: QFont, option: QTextOption, width: float, most: int = 0) -> QTextLayout:
        """Lay a text out, with one line more than `most` to show that there is more."""
        layout = QTextLayout(text, font)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (not most or layout.lineCount() <= most) and (line := layout.createLine()).isValid():
            line.setLineWidth(max(20.0, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> float:
        """Draw the text and return its height."""
        height = self.height(width)
        painter.setPen(look().theme.colour(self.role))
        for layout in self._drawn:
            layout.draw(painter, QPointF(left, top))
            top += sum(layout.lineAt(index).height() for index in range(layout.lineCount()))
        return height


@dataclass
class Pill:
    """A small rounded label; a hole is dashed ink. `key` tells what a click on it wants."""

    key: str
    text: str
    side: Side | None
    rect: QRectF = field(default_factory=QRectF)

    @property
    def is_hole(self) -> bool:
        """Tell whether it marks something missing."""
        return self.side is None

    def size(self) -> tuple[float, float]:
        """Return width and height."""
        metrics = QFontMetricsF(Type.font("hole" if self.is_hole else "pill"))
        return metrics.horizontalAdvance(self.text) + 18, metrics.height() + 5

    def draw(self, painter: QPainter) -> None:
        """Draw it in its rectangle."""
        theme = look().theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.rect.height() / 2
        if self.side is None:
            pen = QPen(theme.colour("gap"), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = theme.colour("ink")
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.side(self.side, soft=True))
            ink = theme.side(self.side)
        painter.drawRoundedRect(self.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(ink)
        painter.setFont(Type.font("hole" if self.is_hole else "pill"))
        painter.drawText(self.rect, Qt.AlignmentFlag.AlignCenter, self.text)


def flow(sizes: list[tuple[float, float]], left: float, top: float, width: float, gap: float = 6) -> list[QRectF]:
    """Return where things of these sizes stand when they fill lines from the left."""
    found: list[QRectF] = []
    x, y, line = left, top, 0.0
    for wide, high in sizes:
        if x > left and x + wide > left + width:
            x, y, line = left, y + line + 4, 0.0
        found.append(QRectF(x, y, min(wide, width), high))
        x, line = x + wide + gap, max(line, high)
    return found


def ring(painter: QPainter, rect: QRectF, colour: QColor, *, dashed: bool = False, width: float = 1) -> None:
    """Draw a rounded outline."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, width)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), 7, 7)


class LinkButton(QPushButton):
    """A command that stands in words where its result will appear; one that `wraps` does so where room is short."""

    PAD = 10

    def __init__(
        self, text: str, name: str, parent: QWidget | None = None, *, bold: bool = False, wraps: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._bold = bold
        self._kind = "line" if bold else "body"
        self._wraps = wraps
        self._role = "accent"
        self.setAccessibleName(name)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        fixed = QSizePolicy.Policy.Fixed
        policy = QSizePolicy(fixed, fixed)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        look().changed.connect(self._dress)
        self._dress()

    def set_role(self, role: str) -> None:
        """Use another role's colour than a link's."""
        self._role = role
        self.update()

    @Slot()
    def _dress(self) -> None:
        font = Type.font(self._kind)
        font.setBold(self._bold)
        self.setFont(font)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the words."""
        metrics = QFontMetricsF(self.font())
        # Rounded up: half a pixel too few would wrap the last word.
        return QSize(ceil(self._wide(metrics)) + self.PAD, round(metrics.height()) + 6)

    def _wide(self, metrics: QFontMetricsF) -> float:
        # Qt wraps by its own measure of the words, which may be a little wider than their advance.
        drawn = metrics.boundingRect(QRectF(0, 0, 1_000_000, 10_000), Qt.TextFlag.TextWordWrap, self.text()).width()
        return max(metrics.horizontalAdvance(self.text()), drawn) + 1

    def minimumSizeHint(self) -> QSize:
        """Return the size of the words, or of the longest one, so that a layout never cuts any."""
        if not self._wraps:
            return self.sizeHint()
        metrics = QFontMetricsF(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        return QSize(ceil(longest) + self.PAD, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Tell whether the words wrap."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        room = QRectF(0, 0, max(1, width - self.PAD), 10_000)
        words = QFontMetricsF(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self.sizeHint().height(), round(words.height()) + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter too, and leave the arrows to the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline under the mouse."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, and a ring with the focus."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), look().theme.colour("accent"), width=1.5)
        painter.setPen(look().theme.colour(self._role if self.isEnabled() else "mute"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(5, 0, -4, 0), flags, self.text())


class PillButton(LinkButton):
    """A small outlined button with a menu: a support, or "+ card"."""

    PAD = 20

    def __init__(self, text: str, name: str, parent: QWidget | None = None, *, accent: bool = False) -> None:
        super().__init__(text, name, parent, wraps=True)
        self._kind = "small"
        self.set_role("accent" if accent else "mute")
        self.setFont(Type.font("small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words in their outline."""
        theme, painter = look().theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), 1.5) if self.hasFocus() else QPen(theme.colour("line"), 1))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        round_ = min(rect.height(), self.sizeHint().height()) / 2
        painter.drawRoundedRect(rect, round_, round_)
        painter.setPen(theme.colour(self._role))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(8, 0, -8, 0), flags, self.text())


class Tabs(QTabBar):
    """Quiet tabs: words over a hairline, the chosen one bold over a stroke."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look().changed.connect(self.updateGeometry)

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab's words."""
        metrics = QFontMetricsF(Type.font("tab on"))
        return QSize(round(metrics.horizontalAdvance(self.tabText(index))) + 14, round(metrics.height()) + 14)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Let tabs scroll before they become too narrow for their words."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tabs."""
        theme = look().theme
        painter = QPainter(self)
        painter.setPen(theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for index in range(self.count()):
            rect = self.tabRect(index)
            on = index == self.currentIndex()
            painter.setFont(Type.font("tab on" if on else "tab"))
            painter.setPen(theme.colour("ink" if on else "mute"))
            option = QStyleOptionTab()
            self.initStyleOption(option, index)
            text = painter.fontMetrics().elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            if on:
                wide = painter.fontMetrics().horizontalAdvance(text)
                painter.fillRect(rect.left(), self.height() - 2, wide, 2, theme.colour("ink"))
            if on and self.hasFocus() and option.state & QStyle.StateFlag.State_HasFocus:
                box = QRectF(rect).adjusted(-3, 4, -6, -5)
                ring(painter, box.intersected(QRectF(self.rect())), theme.colour("accent"), width=1.5)


class CoverageBar(QWidget):
    """One coverage sentence with its count and a bar in the answering side's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Coverage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(round(QFontMetricsF(Type.font("line")).height()) + 14)
        self.update()

    def _said(self, coverage: Coverage) -> tuple[str, str]:
        words = self.tr("{side} arguments with a {other} answer")
        words = words.format(side=term(coverage.side.label), other=term(coverage.side.other.label))
        return words, self.tr("{answered} of {total}").format(answered=coverage.answered, total=coverage.total)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show a count."""
        self._shown = coverage
        self.setAccessibleName(": ".join(self._said(coverage)))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words, count and bar."""
        if self._shown is None:
            return
        theme, painter = look().theme, QPainter(self)
        painter.setFont(Type.font("line"))
        painter.setPen(theme.colour("ink"))
        words, count = self._said(self._shown)
        line = QRectF(0, 0, self.width(), painter.fontMetrics().height())
        room = self.width() - painter.fontMetrics().horizontalAdvance(count) - 8
        painter.drawText(line, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, count)
        bar = QRectF(0, line.bottom() + 3, self.width(), 6)
        painter.fillRect(bar, theme.colour("line"))
        if self._shown.total:
            bar.setWidth(bar.width() * self._shown.answered / self._shown.total)
            painter.fillRect(bar, theme.side(self._shown.side.other))


class Says(QLabel):
    """A label in one of the page's types and a role's colour; it follows the look."""

    def __init__(self, text: str = "", kind: str = "body", role: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._kind, self._role = kind, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        look().changed.connect(self._dress)
        self._dress()

    def set_role(self, role: str) -> None:
        """Use another role's colour."""
        self._role = role
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFont(Type.font(self._kind))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), look().theme.colour(self._role))
        self.setPalette(palette)


def _wrapped(widget: QWidget, width: int) -> tuple[float, float]:
    size = widget.sizeHint()
    if size.width() > width and widget.hasHeightForWidth():
        return float(width), float(widget.heightForWidth(width))
    return float(size.width()), float(size.height())


class Flow(QWidget):
    """Widgets in lines from the left, as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.arrange)

    def event(self, event: QEvent) -> bool:
        """Arrange again when a widget wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def put(self, widgets: list[QWidget]) -> None:
        """Show these widgets, in order; others are let go."""
        for old in self._shown:
            if old not in widgets:
                old.hide()
                old.deleteLater()
        self._shown = widgets
        for widget in widgets:
            widget.setParent(self)
            widget.show()
        self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Place the widgets for this width."""
        width = max(60, self.width())
        rects = flow([_wrapped(each, width) for each in self._shown], 0, 0, width)
        for widget, rect in zip(self._shown, rects, strict=True):
            widget.setGeometry(rect.toRect())
        height = round(max((rect.bottom() for rect in rects), default=0))
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.arrange()
