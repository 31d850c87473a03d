"""The heading of a side's column: its sign and word, what it stands for, and how much there is of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from debateprep.domain import reading_time
from debateprep.domain.terms import Side
from debateprep.gui.models.board import SideView
from debateprep.gui.pages.briefs.cards import counted
from debateprep.gui.pages.briefs.field import Field
from debateprep.gui.pages.briefs.paint import Type, ring
from debateprep.gui.theme import look
from debateprep.gui.words import term

TOP = 8
GAP = 12
FIELD_LEAST = 150


class SideHeading(QWidget):
    """Shows a side's counts and stance; the stance, in a few words, is written where it stands.

    `committed` carries the words of the stance and a merge key, the same for all of one focus.
    """

    committed = Signal(str, str)

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self._side = side
        self._stance = ""
        self._side_name = term(side.label)
        self._counts = ""
        self._there = False
        self._editor: Field | None = None
        self._other: SideHeading | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setToolTip(self.tr("Enter or a click changes what this side stands for"))
        look().changed.connect(self._fit)

    def show_side(self, view: SideView | None) -> None:
        """Show a side's stance and counts."""
        self._there = view is not None
        self._stance = view.stance if view else ""
        self._side_name = term(view.words.side(self._side)) if view else term(self._side.label)
        self._counts = self._told(view) if view else ""
        name = ". ".join(part for part in (self._side_name, self._stance, self._counts) if part)
        self.setAccessibleName(name)
        self._fit()
        if self._other is not None:
            self._other.fit()

    def _told(self, view: SideView) -> str:
        words = view.words
        contentions = counted(view.contentions, term(words.contention), term(words.contentions))
        arguments = counted(view.arguments, term(words.argument), term(words.arguments))
        reads = self.tr("reads {time}").format(time=reading_time.clock(view.seconds))
        if view.limit:
            reads = self.tr("reads {time} of {limit}").format(
                time=reading_time.clock(view.seconds), limit=reading_time.clock(view.limit)
            )
        over = self.tr(", over time") if 0 < view.limit < view.seconds else ""
        return f"{contentions} · {arguments} · {reads}{over}"

    def _hint(self) -> str:
        return self.tr("+ what it stands for") if self._there else ""

    # Editing

    def edit(self) -> None:
        """Let the stance be written where it stands."""
        if self._editor is not None or not self._there:
            return
        editor = Field(self.tr("What {side} stands for").format(side=term(self._side.label)), self)
        editor.setPlaceholderText(self.tr("a few words"))
        editor.reset(self._stance)
        editor.committed.connect(self.committed)
        editor.left.connect(self._on_left)
        editor.blurred.connect(self._end)
        editor.height_changed.connect(self._fit)
        self._editor = editor
        self._fit()
        editor.show()
        editor.edit_all()

    @Slot(bool)
    def _on_left(self, _kept: bool) -> None:
        self._end()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _end(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.flush()
            # What was typed stays in view until the library's word comes.
            self._stance = editor.words()
            with QSignalBlocker(editor):
                editor.hide()
            editor.deleteLater()
            self._fit()

    # Measures

    def _widths(self) -> tuple[float, float, float]:
        head = QFontMetricsF(Type.font("head")).horizontalAdvance(f"{self._side.sign} {self._side_name}")
        stance = QFontMetricsF(Type.font("body")).horizontalAdvance(self._stance or self._hint())
        return head, stance, QFontMetricsF(Type.font("line")).horizontalAdvance(self._counts)

    @Slot()
    def _fit(self) -> None:
        line = QFontMetricsF(Type.font("head")).height()
        second = QFontMetricsF(Type.font("line")).height() if self._is_narrow() else 0
        if self._editor is not None:
            area = self._room()
            self._editor.setFixedWidth(round(area.width()))
            self._editor.move(round(area.left()), TOP - 2)
            line = max(line, self._editor.minimumHeight())
        self.setFixedHeight(round(line + second) + 12)
        self.update()

    def pair(self, other: SideHeading) -> None:
        """Use as many lines as the heading beside this one, so that both columns begin at one height."""
        self._other = other

    def _is_narrow(self) -> bool:
        other = self._other if self._other is not None and self._other.isVisible() else None
        return self.is_crowded() or (other is not None and other.is_crowded())

    def is_crowded(self) -> bool:
        """Tell whether its own words need two lines."""
        head, stance, counts = self._widths()
        return head + (max(stance, FIELD_LEAST) if self._editor else stance) + counts + 40 > self.width()

    def _room(self) -> QRectF:
        """Return where the stance is, or is written."""
        head, _stance, counts = self._widths()
        left = head + GAP
        width = self.width() - left - (0 if self._is_narrow() else counts + GAP)
        return QRectF(left, TOP, max(60.0, width), QFontMetricsF(Type.font("head")).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two lines where one is too short."""
        super().resizeEvent(event)
        self._fit()
        if self._other is not None:
            self._other.fit()

    def fit(self) -> None:
        """Follow the heading beside this one."""
        self._fit()

    # Mouse, keys and focus

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the stance can be written."""
        over = self._room().contains(event.position())
        self.setCursor(Qt.CursorShape.IBeamCursor if over and self._there else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write the stance."""
        if event.button() is Qt.MouseButton.LeftButton and self._room().contains(event.position()):
            self.edit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to write the stance with Enter or F2."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        theme, painter = look().theme, QPainter(self)
        room = self._room()
        base = TOP + QFontMetricsF(Type.font("head")).ascent()
        painter.setFont(Type.font("head"))
        painter.setPen(theme.side(self._side))
        painter.drawText(QPointF(0, base), f"{self._side.sign} {self._side_name}")
        if self._editor is None:
            painter.setFont(Type.font("body"))
            painter.setPen(theme.colour("ink" if self._stance else "accent"))
            words = self._stance or self._hint()
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
            painter.drawText(QPointF(room.left(), base), shown)
        self._draw_counts(painter, base)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            wide = min(room.width(), self._widths()[1]) + 10
            ring(painter, QRectF(room.left() - 5, TOP - 3, wide, room.height() + 4), theme.colour("accent"), width=1.5)

    def _draw_counts(self, painter: QPainter, base: float) -> None:
        painter.setFont(Type.font("line"))
        painter.setPen(look().theme.colour("mute"))
        metrics = painter.fontMetrics()
        if self._is_narrow():
            text = metrics.elidedText(self._counts, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QPointF(0, self.height() - 6 - metrics.descent()), text)
        else:
            line = QRectF(0, base - metrics.ascent(), self.width(), metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, self._counts)
