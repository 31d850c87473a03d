"""The right of the Print / Export dialog: pages with their bar, and the same in plain text."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from debateprep.gui.page_images import PageImages
from debateprep.gui.theme import look, serif
from debateprep.gui.widgets.page_view import FIT_PAGE, FIT_WIDTH, PageView

_BOTH = 760
"""The width from which picture and text stand beside each other."""


class PreviewPane(QWidget):
    """A page view with its bar; "Text" puts the plain text beside it, or in its place where it is narrow."""

    closed = Signal()

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView(images, self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(16)
        self.text.setAccessibleName(self.tr("What the pages say"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.hide()
        self._build()
        self._keys()
        self.view.page_changed.connect(self._on_page)
        self.view.zoom_changed.connect(self._on_zoom)
        look().changed.connect(self._dress)
        self._dress()
        self._on_page(0, 0)
        self._on_zoom(1.0)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order that Tab goes through them."""
        turn = [self.before, self.after, self.smaller, self.larger, self.fit_page, self.fit_width]
        return [*turn, self.words, self.close_button, self.view, self.text]

    def show_text(self, text: str) -> None:
        """Show what the pages say."""
        place = self.text.verticalScrollBar().value()
        self.text.setPlainText(text)
        self.text.verticalScrollBar().setValue(place)

    def _button(self, text: str, name: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("look", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(slot)
        return button

    def _build(self) -> None:
        self.before = self._button("‹", self.tr("Page before (Ctrl+Page Up)"), self.go_back)
        self.after = self._button("›", self.tr("Next page (Ctrl+Page Down)"), self.go_on)
        self.number = QLabel()
        self.smaller = self._button("−", self.tr("Zoom out (Ctrl+−)"), self.view.zoom_out)
        self.larger = self._button("+", self.tr("Zoom in (Ctrl++)"), self.view.zoom_in)
        self.percent = QLabel()
        self.fit_page = self._button(self.tr("Fit page"), self.tr("Fit page (Ctrl+0)"), self._fit_page)
        self.fit_width = self._button(self.tr("Fit width"), self.tr("Fit width"), self._fit_width)
        self.words = self._button(self.tr("Text"), self.tr("The pages as plain text (Ctrl+T)"), self._on_words)
        self.words.setCheckable(True)
        self.close_button = self._button("✕", self.tr("Close (Esc)"), self.closed.emit)
        for each in (self.fit_page, self.fit_width):
            each.setCheckable(True)
        turn, zoom = QHBoxLayout(), QHBoxLayout()
        for layout, parts in (
            (turn, (self.before, self.number, self.after)),
            (
                zoom,
                (self.smaller, self.percent, self.larger, self.fit_page, self.fit_width, self.words, self.close_button),
            ),
        ):
            layout.setSpacing(2)
            for part in parts:
                layout.addWidget(part)
        turn.addStretch(1)
        zoom.insertStretch(0, 1)
        self._bar = QWidget(self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._bar)
        self._halves.setContentsMargins(10, 4, 10, 4)
        self._halves.setSpacing(4)
        self._halves.addLayout(turn)
        self._halves.addStretch(1)
        self._halves.addLayout(zoom)
        self._turn_half, self._zoom_half = turn, zoom
        # Parts of the bar give way to a narrow window, see _share.
        self._bar.setMinimumWidth(160)
        self._bar.setBackgroundRole(QPalette.ColorRole.Base)
        self._bar.setAutoFillBackground(True)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.view)
        self._split.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._split, 1)

    def _keys(self) -> None:
        for keys, slot in (
            ("Ctrl+PgUp", self.go_back),
            ("Ctrl+PgDown", self.go_on),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self._fit_page),
            ("Ctrl+T", self.words.click),
        ):
            QShortcut(QKeySequence(keys), self.window()).activated.connect(slot)

    def go_back(self) -> None:
        """Show the page before."""
        self.view.go_to(self.view.page() - 1)

    def go_on(self) -> None:
        """Show the next page."""
        self.view.go_to(self.view.page() + 1)

    def _fit_page(self) -> None:
        self.view.set_fit(FIT_PAGE)

    def _fit_width(self) -> None:
        self.view.set_fit(FIT_WIDTH)

    def _on_words(self) -> None:
        self._share()
        if self.words.isChecked():
            self.text.setFocus()

    def _on_page(self, page: int, count: int) -> None:
        self.number.setText(f"{page + 1} / {count}" if count else "–")
        self.number.setAccessibleName(self.tr("Page {} of {}").format(page + 1, count) if count else "")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < count)

    def _on_zoom(self, zoom: float) -> None:
        self.fit_page.setChecked(self.view.fit() == FIT_PAGE)
        self.fit_width.setChecked(self.view.fit() == FIT_WIDTH)
        self.percent.setText(f"{round(zoom * 100)} %")
        self.percent.setAccessibleName(self.tr("Zoom {} per cent").format(round(zoom * 100)))

    def _dress(self) -> None:
        self.text.setFont(serif(10.5 * look().scale))
        self._share()

    def _share(self) -> None:
        """Share the width: bar in one row or two, text beside the picture or in its place."""
        words = self.words.isChecked()
        beside = self.width() >= _BOTH * look().scale
        if self.text.isHidden() == words or self.view.isHidden() == (beside or not words):
            self.text.setVisible(words)
            self.view.setVisible(beside or not words)
            self._split.setSizes([self.width() // 2, self.width() // 2])
        self.fit_width.show()
        self.percent.show()
        room = self.width() - 24
        turn, zoom = self._turn_half.sizeHint().width(), self._zoom_half.sizeHint().width()
        for part in (self.fit_width, self.percent):
            if zoom > room:
                zoom -= part.sizeHint().width() + 2
                part.hide()
        one_row = turn + zoom + 8 <= room
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight if one_row else QBoxLayout.Direction.TopToBottom)
        rows = self._bar.sizeHint().height()
        self._bar.setFixedHeight(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()
