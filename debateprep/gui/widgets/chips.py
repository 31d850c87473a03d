"""Chips: short words in a rounded outline, coloured by role, that may be buttons."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from debateprep.gui.theme import look, sans

_POINTS = 8.0
_SIDES = ("pro", "con")


def chip_font(*, bold: bool = False) -> QFont:
    """Return the face of chips at the present text zoom."""
    return sans(_POINTS * look().scale, bold=bold)


def chip_size(text: str, role: str = "mute") -> QSize:
    """Return the size a chip takes, for delegates that paint one."""
    metrics = QFontMetricsF(chip_font(bold=role in _SIDES))
    height = metrics.height() + 4
    return QSize(int(metrics.horizontalAdvance(text) + height) + 1, int(height) + 1)


def paint_chip(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str = "mute",
    *,
    dashed: bool = False,
    words: QRectF | None = None,
) -> None:
    """Paint a chip; `role` is "pro", "con", "mute" or any colour role of the theme. A dashed one says what lacks.

    Its words stand in the middle, or in the middle of `words`.
    """
    theme = look().theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = role in _SIDES
    line = QPen(theme.colour("gap") if dashed else theme.colour("line"), 1)
    if dashed:
        line.setDashPattern([3, 2])
    painter.setPen(Qt.PenStyle.NoPen if side and not dashed else line)
    painter.setBrush(theme.side(role, soft=True) if side else theme.colour("panel"))
    body = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    painter.setFont(chip_font(bold=side))
    painter.setPen(QColor(theme.colour(role)))
    painter.drawText(rect if words is None else words, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Chip(QAbstractButton):
    """A chip; it takes focus and clicks only where `pressable`."""

    def __init__(
        self,
        text: str,
        role: str = "mute",
        *,
        dashed: bool = False,
        pressable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._dashed = dashed
        self._pressable = pressable
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not pressable)
        if pressable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        look().changed.connect(self._on_look_changed)

    def show_as(self, text: str, role: str) -> None:
        """Show other words in another role's colour."""
        self._role = role
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the words."""
        return chip_size(self.text(), self._role)

    def words_rect(self) -> QRectF:
        """Return where the words stand in the middle of."""
        return QRectF(self.rect())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint, as a chip under the pointer is drawn stronger."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint as before the pointer came."""
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pressable:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip, and a ring while it has the focus."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        strong = self._pressable and self.underMouse() and self._role == "mute"
        role = "ink" if strong else self._role
        paint_chip(painter, rect, self.text(), role, dashed=self._dashed, words=self.words_rect())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look().theme.colour("accent"), 2))
            ring = rect.adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
