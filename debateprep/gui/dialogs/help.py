"""Help: its contents at the left, searched as one types; the page chosen at the right."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QKeyEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from debateprep import assets
from debateprep.gui.dialogs.texts import OwnBrowser
from debateprep.gui.theme import look, sans
from debateprep.gui.widgets.names import add_clear_button

SIZE = QSize(880, 600)
SECTION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading of a page with what stands under it; `number` counts the page's headings, 0 its title."""

    page: str
    number: int
    title: str
    text: str

    def says(self, words: tuple[str, ...]) -> bool:
        """Tell whether all of the words, in lower case, stand in it."""
        whole = f"{self.title}\n{self.text}".casefold()
        return all(word in whole for word in words)


@cache
def pages() -> dict[str, str]:
    """Return the text of each page by its key, in the order of the contents."""
    keys = tomllib.loads(assets.path("help/contents.toml").read_text(encoding="utf-8"))["pages"]
    return {key: assets.path(f"help/{key}.md").read_text(encoding="utf-8") for key in keys}


@cache
def passages() -> tuple[Passage, ...]:
    """Return every heading of the help, in order."""
    found: list[Passage] = []
    for key, text in pages().items():
        parts = ("\n" + text).split("\n#")[1:]
        for number, part in enumerate(parts):
            title, _line, body = part.partition("\n")
            found.append(Passage(key, number, title.lstrip("# ").strip(), body))
    return tuple(found)


def _indent() -> QPixmap:
    """Return what moves a section's title, all lines of it, below its page's."""
    found = QPixmap(8, 1)
    found.fill(Qt.GlobalColor.transparent)
    return found


class HelpDialog(QDialog):
    """The help, opened at one of its pages."""

    def __init__(self, parent: QWidget | None, page: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in help"))
        self.field.setAccessibleName(self.tr("Find in help"))
        add_clear_button(self.field)
        self.contents = QListWidget()
        self.contents.setProperty("look", "contents")
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setWordWrap(True)
        # Lines are wrapped for the width the list gets, not for the one it was made with.
        self.contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._none = QLabel()
        self._none.setProperty("look", "quiet")
        self._none.setWordWrap(True)
        self._none.hide()
        self.browser = OwnBrowser(self.tr("Help page"))
        self._page = ""
        self._lay_out()
        self.field.textChanged.connect(self._on_sought)
        self.field.installEventFilter(self)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.browser.anchorClicked.connect(self._on_link)
        self._fill(())
        self.show_page(page)
        self.resize(SIZE)

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("look", "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 12, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self._none)
        column.addWidget(self.contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side, 3)
        row.addWidget(self.browser, 7)

    def show_page(self, key: str) -> None:
        """Show a page; one that is not there leaves what is shown, at first the first one."""
        rows = range(self.contents.count())
        wanted = next((row for row in rows if self._passage(row).page == key), None)
        if wanted is None and not self._page:
            wanted = 0
        if wanted is not None:
            self.contents.setCurrentRow(wanted)

    def _passage(self, row: int) -> Passage:
        found: Passage = self.contents.item(row).data(SECTION)
        return found

    def _fill(self, words: tuple[str, ...]) -> None:
        self.contents.clear()
        for passage in passages():
            if passage.says(words):
                item = QListWidgetItem(passage.title)
                item.setData(SECTION, passage)
                item.setFont(sans((9.5 if passage.number else 10) * look().scale, bold=not passage.number))
                if passage.number:
                    item.setData(Qt.ItemDataRole.DecorationRole, _indent())
                self.contents.addItem(item)

    @Slot(str)
    def _on_sought(self, text: str) -> None:
        words = tuple(text.casefold().split())
        self._fill(words)
        self._none.setVisible(not self.contents.count())
        self._none.setText(self.tr("No page says “{}”.").format(text.strip()))
        self.browser.mark_words(words)
        if self.contents.count():
            self.contents.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        passage: Passage = item.data(SECTION)
        if passage.page != self._page:
            self._page = passage.page
            self.browser.show_markdown(pages()[passage.page])
        self.browser.go_to_heading(passage.number)

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        key = link.path().removesuffix(".md")
        if link.isRelative() and key in pages():
            self.field.clear()
            self.show_page(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through what was found with the arrows, without leaving the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.contents.count():
                self.contents.setCurrentRow((self.contents.currentRow() + step) % self.contents.count())
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to seek with Ctrl+F."""
        if event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one can walk through the contents or type."""
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "contents"):
            for row in range(self.contents.count()):
                number = self._passage(row).number
                self.contents.item(row).setFont(sans((9.5 if number else 10) * look().scale, bold=not number))
