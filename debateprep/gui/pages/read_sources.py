"""The sources at the left: a list, and where articles are dropped."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.models.sources import DETAIL, FIRST_ELSEWHERE, ID, SourceLine, SourcesModel
from debateprep.gui.pages.read_state import SourceRow
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.parts import FlatButton, Words, heading

Index = QModelIndex | QPersistentModelIndex


class SourcesPane(QWidget):
    """List the sources; `chosen` carries the id of the one that was picked, `open_asked` that a file is wanted."""

    chosen = Signal(int)
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SourcesModel()
        self._shown = 0
        self._count = Words("0", "mute", 8.5, wrap=False)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_SourceDelegate(self.list))
        self.list.setAccessibleName(self.tr("Sources"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setTabKeyNavigation(False)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.drop = DropZone()
        self.drop.open_asked.connect(self.open_asked)
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("SOURCES")))
        top.addStretch()
        top.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.drop)
        column.addStretch()
        look().changed.connect(self._dress)
        self._dress()

    def show_rows(self, rows: tuple[SourceRow, ...], current: int) -> None:
        """Show the sources with the one in view picked."""
        self.model.set_lines(tuple(SourceLine(row.id, row.title, self._detail(row), row.here) for row in rows))
        self._count.setText(str(len(rows)))
        self._shown = current
        self._fit()
        row = self.model.row_of(current)
        if row >= 0 and self.list.currentIndex().row() != row:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def _detail(self, row: SourceRow) -> str:
        parts = [row.by]
        parts.append(self.tr("no text yet") if row.paragraphs is None else f"{row.paragraphs} ¶")
        if row.kept:
            parts.append(self.tr("{n} kept").format(n=row.kept))
        return " · ".join(part for part in parts if part)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        number = current.data(ID)
        if number is not None and number != self._shown:
            self._shown = number
            self.chosen.emit(number)

    def _dress(self) -> None:
        colours = self.list.palette()
        colours.setColor(colours.ColorRole.Base, look().theme.colour("paper"))
        self.list.setPalette(colours)
        self.list.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        # As high as its lines, so that the place to drop an article stands under them.
        high = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        self.list.setMaximumHeight(high + 4)


class _SourceDelegate(QStyledItemDelegate):
    """Paint a source's title over its detail."""

    def _fonts(self) -> tuple[QFontMetrics, QFontMetrics]:
        scale = look().scale
        return QFontMetrics(sans(9.5 * scale, bold=True)), QFontMetrics(sans(8.0 * scale))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines, and for the heading above the first source of another topic."""
        title, detail = self._fonts()
        height = title.height() + detail.height() + 14
        return QSize(option.rect.width(), height + (self._above() if index.data(FIRST_ELSEWHERE) else 0))

    def _above(self) -> int:
        return self._fonts()[1].height() + 14

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one source."""
        theme, scale = look().theme, look().scale
        title, detail = self._fonts()
        state, rect = option.state, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(FIRST_ELSEWHERE):
            painter.setFont(sans(8.0 * scale))
            painter.setPen(theme.colour("mute"))
            above = QRect(rect.left() + 2, rect.top(), rect.width() - 4, self._above() - 4)
            painter.drawText(above, Qt.AlignmentFlag.AlignBottom, self.tr("From other topics"))
            rect.setTop(rect.top() + self._above())
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(theme.colour("selected" if chosen else "field"))
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        inner = rect.adjusted(10, 6, -8, -6)
        painter.setFont(sans(9.5 * scale, bold=True))
        painter.setPen(theme.colour("ink"))
        words = title.elidedText(index.data(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, words)
        painter.setFont(sans(8.0 * scale))
        # On the ground of the chosen one, mute words would be too faint.
        painter.setPen(theme.colour("ink" if state & QStyle.StateFlag.State_Selected else "mute"))
        words = detail.elidedText(index.data(DETAIL), Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, words)
        painter.restore()


class DropZone(QFrame):
    """Where articles are dropped, with a button for those who would rather choose a file."""

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hot = False
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 12)
        column.setSpacing(3)
        for words, points in (
            (self.tr("Drop an article here"), 9.5),
            (self.tr("or paste with Ctrl V"), 9.5),
            (self.tr(".pdf .docx .html .txt …"), 8.0),
        ):
            label = Words(words, "mute", points)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.open = FlatButton(self.tr("Open…"), "link")
        self.open.setToolTip(self.tr("Choose article files"))
        self.open.clicked.connect(self.open_asked)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignCenter)

    @property
    def hot(self) -> bool:
        """Tell whether something is held over the page that could be dropped."""
        return self._hot

    @hot.setter
    def hot(self, hot: bool) -> None:
        self._hot = hot
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed outline."""
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self._hot else "line"), 2 if self._hot else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        if self._hot:
            painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 7, 7)
        painter.end()
