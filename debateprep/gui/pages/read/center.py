"""The middle of the Read page: the article with its header and legend, or what to do where there is no text."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from debateprep.domain.model import Source, SourceText
from debateprep.gui.pages.cite_lacks import Lack
from debateprep.gui.pages.read.article import ArticleView
from debateprep.gui.pages.read.header import ArticleHeader
from debateprep.gui.pages.read.selection import SelectionTools
from debateprep.gui.pages.read.text import ArticleMap, title_blocks
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.headed import FIRST
from debateprep.gui.widgets.parts import FlatButton, Words

_LOW = 300
"""Lower than this, times the text size, the article has the legend's room too."""


class Center(QWidget):
    """Show a source; `open_asked` asks for the file of a text that is missing."""

    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ArticleHeader()
        self.view = ArticleView()
        self.tools = SelectionTools(self.view)
        self.legend = Legend()
        self.lack = _Lack()
        self.lack.button.clicked.connect(self.open_asked)
        self._article = QWidget()
        column = QVBoxLayout(self._article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.legend)
        self._stack = QStackedWidget()
        self._missing = _scrolled(self.lack)
        self._stack.addWidget(self._missing)
        self._stack.addWidget(self._article)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head = _scrolled(self.header)
        self.header.installEventFilter(self)
        self._head.setMinimumHeight(1)
        whole.addWidget(self._head, FIRST)
        whole.addWidget(self._stack, 1)
        self._head.hide()
        self.view.moved.connect(self._align)
        look().changed.connect(self._align)
        self._align()

    def show_source(self, source: Source | None, text: SourceText | None, lacks: tuple[Lack, ...]) -> None:
        """Show a source's text; without one, how to bring it in; without a source, how to begin."""
        self._head.setVisible(source is not None)
        if source is None or text is None:
            if source is None:
                self.lack.show_beginning()
            else:
                self.header.show_source(source, lacks, hides_title=False)
                self.lack.show_missing(source)
            self._stack.setCurrentWidget(self._missing)
            self._share()
            return
        hidden = title_blocks(source, text.text, text.blocks)
        self.header.show_source(source, lacks, hides_title=bool(hidden))
        article = self.view.article
        if article.text != text.text or article.blocks != text.blocks or article.hidden != hidden:
            self.view.show_article(ArticleMap(text.text, text.blocks, hidden))
        self.view.setAccessibleName(self.tr("Article: {title}").format(title=source.title))
        self._stack.setCurrentWidget(self._article)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height anew when the header wants another one."""
        if watched is self.header and event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        # The article keeps at least two fifths of the height, or a few lines while the cite is edited.
        kept = 0.2 if self.header.is_editing else 0.4
        wanted = self.header.heightForWidth(self.width())
        self._head.setMaximumHeight(max(1, min(wanted, round(self.height() * (1 - kept)))))
        self.legend.setVisible(self.height() >= _LOW * look().scale)

    def _align(self) -> None:
        left = self.view.viewportMargins().left()
        for widget in (self.header, self.legend, self.lack):
            layout = widget.layout()
            if layout is None:
                widget.setContentsMargins(left, 0, 0, 0)
            elif layout.contentsMargins().left() != left:
                margins = layout.contentsMargins()
                layout.setContentsMargins(left, margins.top(), margins.right(), margins.bottom())


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(widget.accessibleName() or widget.tr("About this source"))
    return area


class _Lack(QWidget):
    """What to do where there is no text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Words("", "ink", 12.0, bold=True)
        self._words = Words("", "ink", 10.0)
        self._note = Words("", "mute", 9.5)
        self.button = FlatButton(self.tr("Import the article…"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(58, 16, 40, 16)
        column.setSpacing(10)
        for widget in (self._head, self._words, self._note):
            column.addWidget(widget)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_missing(self, source: Source) -> None:
        """Say how the text of a source is attached."""
        self._say(
            self.tr("This source has no text yet"),
            self.tr(
                "Drop the article's file anywhere on this page, paste its words with Ctrl V, or import it. "
                "It is recognised by its words, and each position is tied to the very words it restates."
            ),
            source.note,
        )

    def show_beginning(self) -> None:
        """Say how to begin."""
        self._say(
            self.tr("Bring in an article to read"),
            self.tr(
                "Drop a file here or paste the article's words with Ctrl V. You will see what its author argues, "
                "keep what serves Pro or Con, and cut cards from the exact words."
            ),
            "",
        )

    def _say(self, head: str, words: str, note: str) -> None:
        for label, text in ((self._head, head), (self._words, words), (self._note, note)):
            label.setText(text)
            label.setVisible(bool(text))


class Legend(QWidget):
    """What the marks in the article mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = (
            (self.tr("■ Pro"), self.tr("kept"), "pro", True),
            (self.tr("○ Con"), self.tr("kept"), "con", True),
            (self.tr("suggested"), "", "mute", False),
            (self.tr("card"), self.tr("highlight"), "highlight", True),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Legend: words kept for Pro and Con, suggested, and highlighted in cards"))
        look().changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        """Return a line's height."""
        return QSize(100, int(QFontMetricsF(self._font()).height() + 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each kind of mark with its name."""
        theme = look().theme
        painter = QPainter(self)
        painter.setFont(self._font())
        metrics = QFontMetricsF(self._font())
        x, baseline = float(self.contentsMargins().left()), 8 + metrics.ascent()
        for word, after, role, filled in self._entries:
            width = metrics.horizontalAdvance(word) + 6
            box = QRectF(x, baseline - metrics.ascent(), width, metrics.height())
            if filled:
                back = theme.colour(role) if role == "highlight" else theme.side(role, soft=True)
                painter.fillRect(box, back)
            if role != "highlight":
                thick = 2.0 if filled else 1.0
                painter.fillRect(QRectF(x, box.bottom() - 1, width, thick), theme.colour(role))
            painter.setPen(theme.colour("highlight_ink" if role == "highlight" else role))
            painter.drawText(QPointF(x + 3, baseline), word)
            x += width + 4
            painter.setPen(theme.colour("mute"))
            painter.drawText(QPointF(x, baseline), after)
            x += metrics.horizontalAdvance(after) + 16
        painter.end()

    @staticmethod
    def _font() -> QFont:
        return sans(8.5 * look().scale)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
