"""The map on the screen: a tree view that draws its items where the layout puts them, and is walked by arrows.

It is a QTreeView so that a screen reader finds a tree with levels, and branches that open and close; only where items
stand and how they are drawn is our own.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QTreeView, QWidget

from debateprep.domain.argument_map import MapNode
from debateprep.gui.models.map import MapModel
from debateprep.gui.pages.map.canvas import HANDLE_IN, MapCanvas
from debateprep.gui.pages.map.walk import Walk
from debateprep.gui.theme import look
from debateprep.publishing.map_drawing import MapCard, MapDrawing

LEAST, MOST = 0.1, 4.0
STEP = 1.2
HANDLE = 8.0
RING = 8
AROUND = 24
"""How much of its surroundings is brought into view with a card, in pixels."""

AnyIndex = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction


class MapView(QTreeView):
    """Shows a drawing of the map in its model.

    `edit_wanted`, `answer_wanted` and `brief_wanted` carry a node's key; `folded` a key and whether it is folded now;
    `zoomed` tells that the zoom is another one, `moved` that things stand elsewhere on the screen.
    """

    edit_wanted = Signal(str)
    answer_wanted = Signal(str)
    folded = Signal(str, bool)
    zoomed = Signal()
    moved = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nodes = MapModel(self)
        self.setModel(self.nodes)
        self.drawing: MapDrawing | None = None
        self.edited = ""
        self._cards: dict[str, MapCard] = {}
        self._walk = Walk(())
        self._zoom = 1.0
        self._folds: set[str] | None = None
        self._pan: QPoint | None = None
        self._canvas: MapCanvas | None = None
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setCornerWidget(QWidget(self))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.moved)
        self.nodes.modelReset.connect(self._on_reset)
        self.collapsed.connect(self._on_collapsed)
        self.expanded.connect(self._on_expanded)
        look().changed.connect(self._on_look)

    # Showing

    def show_drawing(self, drawing: MapDrawing | None, walk: Walk, folded: set[str]) -> None:
        """Show another drawing; `walk` tells the way between its nodes."""
        self.drawing = drawing
        self._cards = {card.key: card for card in drawing.cards} if drawing else {}
        self._walk = walk
        if self._folds != folded:
            self._folds = set(folded)
            with QSignalBlocker(self):
                # One by one would lay the tree out as often as it has branches.
                self.expandAll()
                for key in folded:
                    self.collapse(self.nodes.index_of(key))
        self._make_canvas()
        self.updateGeometries()
        self.viewport().update()
        self.moved.emit()

    def _on_look(self) -> None:
        self._make_canvas()
        self.updateGeometries()
        self.scrollTo(self.currentIndex())
        self.viewport().update()
        self.moved.emit()

    def _make_canvas(self) -> None:
        folding = {node.key: node for node in self._walk.nodes if self.nodes.has_children(node.key)}
        self._canvas = MapCanvas(self.drawing, folding) if self.drawing else None

    def key(self) -> str:
        """Return the key of the current node, "" for none."""
        node = self.nodes.node(self.currentIndex())
        return node.key if node else ""

    def node(self) -> MapNode | None:
        """Return the current node."""
        return self.nodes.node(self.currentIndex())

    def choose(self, key: str, *, show: bool = True) -> None:
        """Make a node the current one, and bring it into view."""
        index = self.nodes.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            if show:
                self.scrollTo(index)

    def card(self, key: str) -> MapCard | None:
        """Return the card of a node, if it is drawn."""
        return self._cards.get(key)

    # Places

    @property
    def zoom(self) -> float:
        """Return the zoom, 1.0 for the size of the program's text."""
        return self._zoom

    @property
    def factor(self) -> float:
        """Return how many pixels a unit of the drawing takes."""
        return self._zoom * look().scale

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom, and let what is at a point of the viewport (its middle) stay there."""
        zoom = max(LEAST, min(MOST, zoom))
        place = around if around is not None else QRectF(self.viewport().rect()).center()
        unit = (place - self._origin()) / self.factor
        self._zoom = zoom
        self.updateGeometries()
        wanted = unit * self.factor - place
        self.horizontalScrollBar().setValue(round(wanted.x()))
        self.verticalScrollBar().setValue(round(wanted.y()))
        self.viewport().update()
        self.zoomed.emit()
        self.moved.emit()

    def fit(self, most: float = 1.0) -> None:
        """Zoom so that the whole map is in view, no larger than `most`."""
        if self.drawing is not None:
            room = self.viewport().size()
            whole = QSize(max(1, round(self.drawing.width)), max(1, round(self.drawing.height)))
            zoom = min(room.width() / whole.width(), room.height() / whole.height()) / look().scale
            self.set_zoom(min(most, zoom))

    def _origin(self) -> QPointF:
        """Return where the drawing's corner lies in the viewport; a small drawing stands in the middle."""
        if self.drawing is None:
            return QPointF()
        room = self.viewport().size()
        left = max(0.0, (room.width() - self.drawing.width * self.factor) / 2)
        top = max(0.0, (room.height() - self.drawing.height * self.factor) / 2)
        return QPointF(left - self.horizontalScrollBar().value(), top - self.verticalScrollBar().value())

    def updateGeometries(self) -> None:
        """Fit the scroll bars to the drawing."""
        wide = self.drawing.width * self.factor if self.drawing else 0
        high = self.drawing.height * self.factor if self.drawing else 0
        room = self.viewport().size()
        for bar, whole, page in (
            (self.horizontalScrollBar(), wide, room.width()),
            (self.verticalScrollBar(), high, room.height()),
        ):
            bar.setRange(0, max(0, round(whole - page)))
            bar.setPageStep(page)
            bar.setSingleStep(40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self.updateGeometries()
        self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is drawn."""
        self.viewport().scroll(dx, dy)

    def horizontalOffset(self) -> int:
        """Return how far the drawing is moved to the left."""
        return round(-self._origin().x())

    def verticalOffset(self) -> int:
        """Return how far the drawing is moved up."""
        return round(-self._origin().y())

    def place(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a rectangle of the drawing in the viewport."""
        origin, factor = self._origin(), self.factor
        return QRectF(origin.x() + x * factor, origin.y() + y * factor, width * factor, height * factor)

    def visualRect(self, index: AnyIndex) -> QRect:
        """Return where a node's card stands in the viewport; empty when it is folded away."""
        node = self.nodes.node(index)
        card = self._cards.get(node.key) if node else None
        if card is None:
            return QRect()
        return self.place(card.x, card.y, card.width, card.height).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the node whose card is at a point of the viewport."""
        card = self._card_at(QPointF(point))
        return self.nodes.index_of(card.key) if card else QModelIndex()

    def _card_at(self, point: QPointF) -> MapCard | None:
        at = (point - self._origin()) / self.factor
        for card in self._cards.values():
            if card.x <= at.x() <= card.x + card.width and card.y <= at.y() <= card.y + card.height:
                return card
        return None

    def isIndexHidden(self, index: AnyIndex) -> bool:
        """Tell whether a node is folded away."""
        node = self.nodes.node(index)
        return node is not None and node.key not in self._cards

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a card into view, with a little of what is around it."""
        rect = self.visualRect(index)
        if rect.isEmpty():
            return
        self.show_rect(rect, centred=hint is QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_rect(self, rect: QRect, *, centred: bool = False) -> None:
        """Bring a rectangle of the viewport into view."""
        room = self.viewport().rect()
        around = rect.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        for bar, start, end, least, most in (
            (self.horizontalScrollBar(), around.left(), around.right(), room.left(), room.right()),
            (self.verticalScrollBar(), around.top(), around.bottom(), room.top(), room.bottom()),
        ):
            if centred:
                bar.setValue(bar.value() + (start + end - least - most) // 2)
            elif start < least or end - start > most - least:
                bar.setValue(bar.value() + start - least)
            elif end > most:
                bar.setValue(bar.value() + end - most)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where cards stand, with the room of a ring around them."""
        found = QRegion()
        for index in selection.indexes():
            found += self.visualRect(index).adjusted(-RING, -RING, RING, RING)
        return found

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Draw the ring, and the cross-links of the node, elsewhere."""
        super().currentChanged(current, previous)
        self.viewport().update()

    # Walking

    def moveCursor(self, action: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key leads: left to what a node stands under, right to what stands under it."""
        key = self.key()
        if not key:
            first = self._walk.nodes[:1]
            return self.nodes.index_of(first[0].key) if first else QModelIndex()
        if action is Move.MoveRight and not self.isExpanded(self.currentIndex()) and self.nodes.has_children(key):
            self.expand(self.currentIndex())
            return self.currentIndex()
        return self.nodes.index_of(self._walk.step(action, key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, fold with -, show with +, and with Space one or the other."""
        index, key = self.currentIndex(), event.key()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit_wanted.emit(self.key())
        elif plain and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Space):
            fold = key == Qt.Key.Key_Minus or (key == Qt.Key.Key_Space and self.isExpanded(index))
            if index.isValid() and self.nodes.has_children(self.key()):
                self.setExpanded(index, not fold)
        else:
            super().keyPressEvent(event)

    def _on_reset(self) -> None:
        # Whatever was open is closed now.
        self._folds = None

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._tell_folded(index, on=True)

    def _on_expanded(self, index: QModelIndex) -> None:
        self._tell_folded(index, on=False)

    def _tell_folded(self, index: QModelIndex, *, on: bool) -> None:
        node = self.nodes.node(index)
        if node is not None:
            if self._folds is not None:
                (self._folds.add if on else self._folds.discard)(node.key)
            self.folded.emit(node.key, on)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a node, fold it by its handle, answer it by its gap, or take hold of the map."""
        card = self._card_at(event.position())
        middle = event.button() == Qt.MouseButton.MiddleButton
        if card is None or middle:
            if middle or event.button() == Qt.MouseButton.LeftButton:
                self._pan = event.position().toPoint()
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        self.choose(card.key, show=False)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        part = self._part_at(card, event.position())
        if part == "handle":
            index = self.currentIndex()
            self.setExpanded(index, not self.isExpanded(index))
        elif part == "hole":
            self.answer_wanted.emit(card.key)

    def _part_at(self, card: MapCard, point: QPointF) -> str:
        at = (point - self._origin()) / self.factor - QPointF(card.x, card.y)
        if card.hole is not None and card.hole.holds(at.x(), at.y()):
            return "hole"
        near = at.x() > card.width - 2 * HANDLE_IN and abs(at.y() - card.height / 2) < HANDLE + 5
        return "handle" if near and self.nodes.has_children(card.key) else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map that is held, and tell by the pointer what can be clicked."""
        here = event.position().toPoint()
        if self._pan is not None:
            step, self._pan = here - self._pan, here
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - step.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - step.y())
            return
        card = self._card_at(event.position())
        if card is None:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._part_at(card, event.position()):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the map."""
        if self._pan is not None:
            self._pan = None
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what a card says."""
        card = self._card_at(event.position())
        if card is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._part_at(card, event.position()):
            self.mousePressEvent(event)
        else:
            self.edit_wanted.emit(card.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, move sideways with Shift, else up and down."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by two fingers."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self._zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the node under the mouse, or of the current one."""
        place = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex()).center()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def popup(self, actions: list[QAction], place: QPoint) -> QMenu:
        """Show a menu of commands."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(actions)
        menu.popup(place)
        return menu

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look().theme.colour("paper"))
        if self._canvas is None:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        origin, factor = self._origin(), self.factor
        painter.translate(origin)
        painter.scale(factor, factor)
        corner = (QPointF(event.rect().topLeft()) - origin) / factor
        seen = QRectF(corner.x() - 40, corner.y() - 8, event.rect().width() / factor + 48, 0)
        seen.setHeight(event.rect().height() / factor + 16)
        self._canvas.draw(painter, seen, factor, self.key(), focus=self.hasFocus(), edited=self.edited)
