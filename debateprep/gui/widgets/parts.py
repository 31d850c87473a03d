"""Small parts that pages are made of: words in a colour role, flat buttons, framed cards, rows that wrap."""

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from debateprep.gui.theme import look, sans, serif


class Words(QLabel):
    """A label in a colour role and a face, that follows the theme and the text zoom. Its text is never markup."""

    def __init__(
        self,
        text: str = "",
        role: str = "ink",
        points: float = 9.5,
        *,
        bold: bool = False,
        face: str = "sans",
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role, self._points, self._bold, self._face = role, points, bold, face
        self._dress()
        look().changed.connect(self._dress)

    def _dress(self) -> None:
        points = self._points * look().scale
        font = serif(points, bold=self._bold) if self._face == "serif" else sans(points, bold=self._bold)
        if self._face == "caps":
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
        self.setFont(font)
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, look().theme.colour(self._role))
        self.setPalette(colours)


def veil_selection(colours: QPalette) -> None:
    """Let selected words show their marks through the selection."""
    veil = QColor(look().theme.colour("accent"))
    veil.setAlphaF(0.28)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        colours.setBrush(group, QPalette.ColorRole.Highlight, QBrush(veil))
        colours.setColor(group, QPalette.ColorRole.HighlightedText, look().theme.colour("ink"))


def heading(text: str, *, wrap: bool = False) -> Words:
    """Return a pane's heading in spaced capitals; a long one wraps where its pane is narrow."""
    return Words(text, "mute", 8.0, bold=True, face="caps", wrap=wrap)


class FlatButton(QPushButton):
    """A button without relief: outlined, "plain" (words only), "primary" (filled), or "tool" (on the dark bar)."""

    def __init__(self, text: str, manner: str = "outlined", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._manner = manner
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._dress()
        look().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return the words' size with room around them."""
        metrics = self.fontMetrics()
        room = 8 if self._manner == "plain" else 18
        return QSize(metrics.horizontalAdvance(self._said()) + room, metrics.height() + 9)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint, so that words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button from the theme's roles."""
        colours = look().theme
        fill, line, ink = {
            "outlined": ("panel", "line", "ink"),
            "plain": (None, None, "mute"),
            "link": (None, None, "accent"),
            "primary": ("accent", "accent", "accent_ink"),
            "tool": ("tool", None, "tool_ink"),
        }[self._manner]
        lively = self.underMouse() or self.isDown()
        if self._manner == "outlined" and (lively or self.isChecked()):
            fill = "selected"
        if self._manner == "plain" and lively:
            ink = "ink"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(colours.colour(fill) if fill else QColor(Qt.GlobalColor.transparent))
        painter.setPen(QPen(colours.colour(line), 1) if line else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(body, 5, 5)
        painter.setFont(self.font())
        painter.setPen(colours.colour(ink if self.isEnabled() else "mute"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._said())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("tool_ink" if self._manner == "tool" else "accent"), 2))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _said(self) -> str:
        return f"{self.text()} ▾" if self.menu() is not None else self.text()

    def _dress(self) -> None:
        self.setFont(sans(9.0 * look().scale, bold=self._manner == "link"))
        self.updateGeometry()
        self.update()


class CardFrame(QFrame):
    """A rounded panel; dashed for what is only offered, ringed while it is chosen or has the focus."""

    def __init__(self, parent: QWidget | None = None, *, dashed: bool = False) -> None:
        super().__init__(parent)
        self._dashed = dashed
        self._chosen = False
        self.indent = 0
        """How far the panel begins from the left, for what stands under another."""

    @property
    def chosen(self) -> bool:
        """Tell whether the card is the chosen one."""
        return self._chosen

    @chosen.setter
    def chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint panel and outline."""
        colours = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._chosen or self.hasFocus()
        pen = QPen(colours.colour("accent" if strong else "line"), 2 if strong else 1)
        if self._dashed and not strong:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(colours.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1 + self.indent, 1, -1, -1), 7, 7)
        painter.end()


class WrapLayout(QLayout):
    """Children in a line that wraps where the width ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._held: list[QLayoutItem] = []
        # Qt asks for a height many times in one pass, and each question of an item's size goes through Python.
        self._sizes: list[tuple[QLayoutItem, QSize]] | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in at the end."""
        self._held.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._held)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the last."""
        return self._held[index] if 0 <= index < len(self._held) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, or None beyond the last."""
        return self._held.pop(index) if 0 <= index < len(self._held) else None

    def invalidate(self) -> None:
        """Measure anew when an item changes."""
        self._sizes = None
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._held:
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        if self._sizes is None:
            widgets = [(item, item.widget()) for item in self._held]
            seen = [item for item, widget in widgets if widget is None or not widget.isHidden()]
            self._sizes = [(item, item.sizeHint()) for item in seen]
        return self._sizes

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            high = max(size.height() for _item, size in line)
            x = rect.x()
            for item, wanted in line:
                size = wanted.boundedTo(QSize(max(1, rect.width()), high))
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self._gap
            y += high + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item, size in self._shown():
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + self._gap
        return lines
