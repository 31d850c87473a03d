"""Make every screenshot from the practice topic: `python -m tests.gui.screenshots FOLDER`.

Pages and dialogs in the three themes, at 1440x900 and 1024x600; with a display in a real window, else offscreen.
"""

import importlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QSize, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from debateprep.domain.model import Topic
from debateprep.gui.background import Job
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.pages.export.shelf import Drawn, group_of
from debateprep.gui.settings import preferences
from debateprep.gui.shell import PAGES, Shell
from debateprep.gui.workspace import Workspace
from debateprep.services.export import Layout
from tests.gui import places

SIZES = ((1440, 900), (1024, 600))
THEMES = ("light", "dark", "contrast")
PATIENCE = 20.0


def until(true: Callable[[], bool]) -> None:
    """Let the window work until something is so; raise TimeoutError when it never is."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        # A loop of its own, in which what is to be deleted later is.
        QTest.qWait(5)
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def settle(window: MainWindow) -> None:
    """Let the window work until nothing is under way."""
    QTest.qWait(150)
    until(lambda: not window.findChildren(Job))
    QTest.qWait(50)


class Camera:
    """Takes pictures of a window in every theme and size."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._mark = ""

    def everything(self) -> None:
        """Take every picture."""
        for theme in THEMES:
            preferences().change(theme=theme)
            for width, height in SIZES:
                self._mark = f"{theme}-{width}x{height}"
                self._window.resize(width, height)
                self._pages()
                self._search()
            for width, height in SIZES:
                self._window.resize(width, height)
                self._mark = f"{theme}-{width}x{height}"
                self._dialogs()

    def _take(self, widget: QWidget, name: str) -> None:
        settle(self._window)
        file = self._folder / f"{name}-{self._mark}.png"
        if not widget.grab().save(str(file)):
            raise OSError(f"{file} cannot be written")
        print(file)

    def _pages(self) -> None:
        for key in ("start", *(spec.key for spec in PAGES)):
            self._window.shell.show_page(key)
            if key == "briefs":
                self._window.shell.workspace.argument_wanted.emit(1)
            self._take(self._window, key)

    def _search(self) -> None:
        self._window.activateWindow()
        box = self._window.shell.top.search
        box.setFocus()
        until(box.hasFocus)
        QTest.keyClicks(box, "bus")
        until(lambda: box.is_open)
        self._take(self._window, "search")
        box.clear()
        box.dismiss()

    def _dialogs(self) -> None:
        for command in places.DIALOGS:
            dialog = places.open_dialog(self._window, command)
            if command == "export":
                # As large as it opens on a screen of the window's size.
                dialog.resize(self._window.size().boundedTo(QSize(1220, 830)) - QSize(24, 24))
            QTest.qWait(600)
            self._take(dialog, command)
            if isinstance(dialog, ExportDialog):
                self._export_states(dialog)
            dialog.close()

    def _export_states(self, dialog: ExportDialog) -> None:
        for ware in (Layout.CARDS, Layout.CLASS, Drawn.MAP, Layout.BRIEF):
            dialog.form.layouts.groups[group_of(ware)].click()
            dialog.form.layouts.tile(ware).click()
            until(lambda: dialog.is_settled() and not dialog.work.is_picturing())
            QTest.qWait(100)
            self._take(dialog, f"export-{ware.value}")


def main(folder: Path) -> int:
    """Take every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp())
    os.environ["DEBATEPREP_HOME"] = str(home)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    workspace = Workspace()
    window = MainWindow()
    shell = Shell(workspace, window)
    window.fill(shell)
    library, _ = shell.cases.open(home / "library" / "library.db")
    with library.read() as reader:
        topic = reader.first(Topic, sample="free-buses")
    workspace.open(library)
    workspace.show_topic(topic.id if topic else 0)
    for spec in PAGES:
        module, _, name = spec.where.partition(":")
        shell.add_page(spec, getattr(importlib.import_module(module), name)(workspace, window))
    window.show()
    settle(window)
    Camera(window, folder).everything()
    window.close()
    settle(window)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    workspace.close()
    app.quit()
    shutil.rmtree(home)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")))
