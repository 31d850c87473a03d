"""A page alone, in a window of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.workspace import Workspace

P = TypeVar("P", bound=QWidget)


@contextmanager
def alone(qtbot: QtBot, page: P, height: int = 800) -> Iterator[P]:
    """Show a page as wide as beside the rail of the usual window, give it the focus, and close it in the end."""
    qtbot.addWidget(page)
    page.resize(1365, height)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield page
    page.close()


@contextmanager
def read_page(qtbot: QtBot, workspace: Workspace) -> Iterator[ReadPage]:
    """Show the Read page with the article of the topic in view, and what is suggested of it."""
    with alone(qtbot, ReadPage(workspace)) as page:
        qtbot.waitUntil(lambda: bool(page.positions.suggestions))
        yield page
