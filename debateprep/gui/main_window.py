"""The main window: the bars around the pages, and the pages' place."""

from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from debateprep.gui.workspace import Workspace


@dataclass(frozen=True)
class PageSpec:
    """A page of the rail: its key, its title and icon, and its "module:Class", imported after the first paint."""

    key: str
    title: str
    icon: str
    where: str


PAGES: tuple[PageSpec, ...] = (
    PageSpec("read", "Read", "read", "debateprep.gui.pages.read:ReadPage"),
    PageSpec("briefs", "Briefs", "briefs", "debateprep.gui.pages.briefs:BriefsPage"),
)


class MainWindow(QMainWindow):
    """The window of one workspace."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._pages: dict[str, QWidget] = {}

    def add_page(self, spec: PageSpec, page: QWidget) -> None:
        """Take a page in, with its button in the rail."""
        self._pages[spec.key] = page
        self._stack.addWidget(page)

    def page(self, key: str) -> QWidget:
        """Return a page by its key; raise KeyError while it is not there."""
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Put a page in view."""
        self._stack.setCurrentWidget(self._pages[key])
