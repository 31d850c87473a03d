"""A page of a printed document on screen: one page at a time, zoomed, turned by keys and wheel."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from debateprep.gui.page_images import PageImages
from debateprep.gui.theme import look

FIT_PAGE = "page"
FIT_WIDTH = "width"
SMALLEST, LARGEST = 0.25, 4.0
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
_SCREEN = 96 / 72
"""Pixels a point at 100 %."""
_MARGIN = 16
_NOTCH = 120


class PageView(QAbstractScrollArea):
    """Shows the page pictures of a PageImages.

    Page Up and Page Down turn pages, Home and End go to the first and last, arrows scroll, + and - zoom, 0 fits the
    page. `page_changed` carries page (0 first) and count, `zoom_changed` the zoom (1.0 is natural size).
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._page = 0
        self._fit = FIT_PAGE
        self._zoom = 1.0
        self._picture = QImage()
        self._message = ""
        self._turned = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(self.tr("Page preview"))
        images.opened.connect(self._on_opened)
        images.ready.connect(self._on_ready)
        look().changed.connect(self.viewport().update)

    # What is shown

    def page(self) -> int:
        """Return the page in view, 0 first."""
        return self._page

    def zoom(self) -> float:
        """Return the zoom, 1.0 for natural size."""
        return self._zoom

    def fit(self) -> str:
        """Return FIT_PAGE, FIT_WIDTH, or "" while the zoom is the user's."""
        return self._fit

    def picture(self) -> QImage:
        """Return the picture in view, null before the first."""
        return self._picture

    def message(self) -> str:
        """Return the sentence shown instead of a page, or ""."""
        return self._message

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a page; "" shows the page again."""
        if sentence != self._message:
            self._message = sentence
            self._describe()
            self._arrange()

    def go_to(self, page: int) -> None:
        """Show another page, the nearest one there is, from its top."""
        page = max(0, min(page, self._images.count() - 1))
        if page != self._page and self._images.count():
            self._page = page
            self.verticalScrollBar().setValue(0)
            self._arrange()
            self._tell()

    def set_fit(self, fit: str) -> None:
        """Fit the page (FIT_PAGE) or its width (FIT_WIDTH) into the view, also when that is resized."""
        self._fit = fit
        self._arrange()
        self.zoom_changed.emit(self._zoom)

    def set_zoom(self, zoom: float) -> None:
        """Show the page at a zoom of the user's, 1.0 for natural size."""
        self._fit = ""
        self._zoom = max(SMALLEST, min(LARGEST, zoom))
        self._arrange()
        self.zoom_changed.emit(self._zoom)

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self.set_zoom(next((step for step in _STEPS if step > self._zoom + 0.01), LARGEST))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom - 0.01), SMALLEST))

    # Pictures

    def _on_opened(self, count: int) -> None:
        self._page = max(0, min(self._page, count - 1))
        self._message = ""
        self._arrange()
        self._tell()

    def _on_ready(self, page: int, scale: float, image: QImage) -> None:
        if page == self._page and scale == self._scale():
            self._picture = image
            self.viewport().update()

    def _tell(self) -> None:
        self._describe()
        self.page_changed.emit(self._page, self._images.count())

    def _describe(self) -> None:
        count = self._images.count()
        words = self.tr("Page {} of {}").format(self._page + 1, count) if count else ""
        self.setAccessibleDescription(self._message or words)

    def _scale(self) -> float:
        # Rounded, so that a resize by a pixel's part does not ask for another picture.
        return round(self._zoom * _SCREEN * self.devicePixelRatioF(), 4)

    def _arrange(self) -> None:
        """Find zoom and scroll range for the page in view, and ask for its picture."""
        size = self._images.size(self._page)
        if self._message or size.isEmpty():
            self.verticalScrollBar().setRange(0, 0)
            self.horizontalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        self._fit_zoom(size)
        room = self.viewport().size()
        full = self._shown(size)
        for bar, length, space in (
            (self.verticalScrollBar(), full.height(), room.height()),
            (self.horizontalScrollBar(), full.width(), room.width()),
        ):
            bar.setPageStep(space)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, round(length) + 2 * _MARGIN - space))
        self._images.want(self._page, self._scale())
        self.viewport().update()

    def _fit_zoom(self, size: QSizeF) -> None:
        if not self._fit:
            return
        room = self.maximumViewportSize()
        width, height = room.width() - 2 * _MARGIN, room.height() - 2 * _MARGIN
        found = width / (size.width() * _SCREEN)
        if self._fit == FIT_PAGE:
            found = min(found, height / (size.height() * _SCREEN))
        elif found * _SCREEN * size.height() > height:
            # The scroll bar that the long page brings takes its part.
            bar = self.verticalScrollBar().sizeHint().width()
            found = (width - bar) / (size.width() * _SCREEN)
        found = max(SMALLEST, min(LARGEST, found))
        if found != self._zoom:
            self._zoom = found
            self.zoom_changed.emit(found)

    def _shown(self, size: QSizeF) -> QSizeF:
        return size * (self._zoom * _SCREEN)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint at the new place."""
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page on its desk, or the sentence."""
        painter = QPainter(self.viewport())
        theme = look().theme
        room = self.viewport().rect()
        painter.fillRect(room, _desk())
        size = self._images.size(self._page)
        if self._message:
            self._paint_message(painter, room)
        elif not size.isEmpty():
            self._paint_page(painter, room, size)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, room: QRect, size: QSizeF) -> None:
        shown = self._shown(size)
        left = max((room.width() - shown.width()) / 2, _MARGIN) - self.horizontalScrollBar().value()
        top = max((room.height() - shown.height()) / 2, _MARGIN) - self.verticalScrollBar().value()
        ratio = self.devicePixelRatioF()
        # On whole pixels, so that letters stay sharp.
        place = QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, shown.width(), shown.height())
        painter.fillRect(place, Qt.GlobalColor.white)
        if self._picture.isNull():
            return
        exact = QSizeF(self._picture.size()) / ratio
        close = abs(exact.width() - place.width()) < 2 and abs(exact.height() - place.height()) < 2
        if close:
            place.setSize(exact)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._picture)

    def _paint_message(self, painter: QPainter, room: QRect) -> None:
        theme = look().theme
        width = min(room.width() - 2 * _MARGIN, round(380 * look().scale))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        text = painter.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), flags, self._message)
        card = QRect(QPoint(), text.size()).adjusted(-20, -16, 20, 16)
        card.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(card, 8, 8)
        painter.setPen(theme.colour("ink"))
        painter.drawText(card.adjusted(20, 16, -20, -16), flags, self._message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom."""
        key = event.key()
        turns = {
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._images.count() - 1,
        }
        if key in turns:
            self.go_to(turns[Qt.Key(key)])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.set_fit(FIT_PAGE)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll, and turn the page at its end."""
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turn:
                (self.zoom_in if turn > 0 else self.zoom_out)()
            event.accept()
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.maximum() if turn < 0 else 0)
        if turn and at_end:
            self._turn(turn)
        else:
            self._turned = 0
            super().wheelEvent(event)
        event.accept()

    def _turn(self, turn: int) -> None:
        # A touchpad sends many small turns; a page takes as much as a notch of a wheel.
        self._turned = turn + (self._turned if self._turned * turn > 0 else 0)
        if abs(self._turned) >= _NOTCH:
            backwards = self._turned > 0 and self._page > 0
            self._turned = 0
            self.go_to(self._page + (-1 if turn > 0 else 1))
            if backwards:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


def _desk() -> QColor:
    """Return what pages lie on: darker than the panels in a light theme, the darkest in a dark one."""
    theme = look().theme
    if theme.dark:
        return theme.colour("paper")
    ink, paper = theme.colour("mute"), theme.colour("paper")
    parts = (0.75 * ink.redF() + 0.25 * paper.redF(), 0.75 * ink.greenF() + 0.25 * paper.greenF())
    return QColor.fromRgbF(*parts, 0.75 * ink.blueF() + 0.25 * paper.blueF())
