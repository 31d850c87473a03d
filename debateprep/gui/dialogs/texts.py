"""Help, About and the shortcut sheet: pages of text that ship with the program and load nothing from outside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtGui import QAction, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from debateprep import __version__, assets
from debateprep.gui.actions import native, plain

PAGES = ("start", "read", "briefs", "map", "print", "keys", "care")


class OwnBrowser(QTextBrowser):
    """Shows Markdown that ships with the program; it opens no file and no address by itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(16)

    def show_markdown(self, text: str) -> None:
        """Show text without any HTML in it."""
        self.document().setDefaultFont(self.font())
        self.document().setMarkdown(
            text,
            QTextDocument.MarkdownFeature.MarkdownNoHTML | QTextDocument.MarkdownFeature.MarkdownDialectGitHub,
        )
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt's own signature
        """Load nothing."""
        return None


class TextDialog(QDialog):
    """A page of text."""

    def __init__(self, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.browser = OwnBrowser(title)
        self._text = text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.browser)
        self.browser.show_markdown(text)
        self.resize(640, 520)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.browser.show_markdown(self._text)


class HelpDialog(QDialog):
    """The help: its pages at the left, the page chosen at the right."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.pages = QListWidget()
        self.pages.setAccessibleName(self.tr("Help pages"))
        self.browser = OwnBrowser(self.tr("Help page"))
        self._texts = [assets.path(f"help/{key}.md").read_text(encoding="utf-8") for key in PAGES]
        for text in self._texts:
            self.pages.addItem(text.splitlines()[0].removeprefix("# "))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages, 1)
        row.addWidget(self.browser, 3)
        self.pages.currentRowChanged.connect(self._on_page)
        self.browser.anchorClicked.connect(self._on_link)
        self.pages.setCurrentRow(0)
        self.resize(860, 560)

    @Slot(int)
    def _on_page(self, row: int) -> None:
        if 0 <= row < len(self._texts):
            self.browser.show_markdown(self._texts[row])

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        key = link.path().removesuffix(".md")
        if link.isRelative() and key in PAGES:
            self.pages.setCurrentRow(PAGES.index(key))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._on_page(self.pages.currentRow())


def shortcut_sheet(groups: Sequence[tuple[str, Sequence[QAction]]]) -> str:
    """Return every command with its keys as Markdown, a table a group."""
    lines = ["# Keyboard shortcuts", ""]
    for name, actions in groups:
        lines += [f"## {plain(name)}", "", "| Command | Keys |", "|---|---|"]
        for action in actions:
            keys = ", ".join(native(each) for each in action.shortcuts()) or "–"
            lines.append(f"| {_cell(plain(action.text()))} | {_cell(keys)} |")
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return "".join(f"\\{letter}" if letter in r"\|*_`[]<>#+-!" else letter for letter in text)


def about_text() -> str:
    """Return what About says."""
    return assets.path("help/about.md").read_text(encoding="utf-8").replace("{version}", __version__)
