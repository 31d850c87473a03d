"""The sources at the left: a list, and where articles are dropped."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.models.sources import DETAIL, FIRST_ELSEWHERE, ID, SourceLine, SourcesModel
from debateprep.gui.pages.read.state import SourceRow
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.parts import FlatButton, Words, heading
from debateprep.gui.widgets.side_list import SideList, paint_ground, put

Index = QModelIndex | QPersistentModelIndex


class SourcesPane(QWidget):
    """List the sources; `chosen` carries the id of the one that was picked, `open_asked` that a file is wanted."""

    chosen = Signal(int)
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SourcesModel()
        self._count = Words("0", "mute", 8.5, wrap=False)
        self.list = SideList(self.tr("Sources"), self.model, ID, _SourceDelegate())
        self.list.picked.connect(self.chosen)
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
        look().changed.connect(self._fit)

    def show_rows(self, rows: tuple[SourceRow, ...], current: int) -> None:
        """Show the sources with the one in view picked."""
        self.model.set_lines(tuple(SourceLine(row.id, row.title, self._detail(row), row.here) for row in rows))
        self._count.setText(str(len(rows)))
        self._fit()
        self.list.pick(current, self.model.row_of(current))

    def _detail(self, row: SourceRow) -> str:
        parts = [row.by]
        parts.append(self.tr("no text yet") if row.paragraphs is None else f"{row.paragraphs} ¶")
        if row.kept:
            parts.append(self.tr("{n} kept").format(n=row.kept))
        return " · ".join(part for part in parts if part)

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
        scale, rect = look().scale, QRect(option.rect)
        bold, small = sans(9.5 * scale, bold=True), sans(8.0 * scale)
        title, detail = self._fonts()
        painter.save()
        if index.data(FIRST_ELSEWHERE):
            above = QRect(rect.left() + 2, rect.top() + 10, rect.width() - 4, self._above() - 14)
            put(painter, above, self.tr("From other topics"), small, "mute")
            rect.setTop(rect.top() + self._above())
        plain = paint_ground(painter, rect, option)
        inner = rect.adjusted(10, 6, -8, -6)
        put(painter, QRect(inner.topLeft(), QSize(inner.width(), title.height())), index.data(), bold, "ink")
        below = QRect(inner.left(), inner.bottom() - detail.height() + 1, inner.width(), detail.height())
        # The counts at its end matter more than the middle of a long name.
        middle = Qt.TextElideMode.ElideMiddle
        put(painter, below, index.data(DETAIL), small, "mute" if plain else "ink", elide=middle)
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
