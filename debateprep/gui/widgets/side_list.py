"""The list at the left of a page: one thing of it is in view, and its rows are painted in lines."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from debateprep.gui.theme import look

_CHOSEN = QStyle.StateFlag.State_Selected
_POINTED_AT = QStyle.StateFlag.State_MouseOver


class SideList(QListView):
    """A list of which one row is picked; `picked` carries the id of another one, as a role of the model has it."""

    picked = Signal(int)

    def __init__(self, name: str, model: QAbstractItemModel, id_role: int, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self._id_role = id_role
        self._shown = 0
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        look().changed.connect(self._dress)
        self._dress()

    def pick(self, number: int, row: int) -> None:
        """Pick what is in view by its id, in the row where it stands, -1 where the list does not show it."""
        self._shown = number
        if row >= 0 and self.currentIndex().row() != row:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        number = current.data(self._id_role)
        if number is not None and number != self._shown:
            self._shown = number
            self.picked.emit(number)

    def _dress(self) -> None:
        colours = self.palette()
        colours.setColor(colours.ColorRole.Base, look().theme.colour("paper"))
        self.setPalette(colours)
        self.scheduleDelayedItemsLayout()


def paint_ground(painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> bool:
    """Paint the ground of a row that is chosen or pointed at; tell whether it is plain paper instead.

    What is mute on paper would be too faint on another ground.
    """
    state, theme = option.state, look().theme
    if not state & (_CHOSEN | _POINTED_AT):
        return True
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour("selected" if state & _CHOSEN else "field"))
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
    return False


def put(
    painter: QPainter,
    room: QRect,
    words: str,
    font: QFont,
    role: str,
    *,
    right: bool = False,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Paint words in one line in the middle of a room, with an ellipsis where it is too narrow."""
    painter.setFont(font)
    painter.setPen(look().theme.colour(role))
    said = painter.fontMetrics().elidedText(" ".join(words.split()), elide, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, said)
