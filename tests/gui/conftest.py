"""What every test of the window shares: an open library with both samples, and the window on it."""

import gc
import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from debateprep.domain.model import Topic
from debateprep.gui.background import Job
from debateprep.gui.main_window import MainWindow
from debateprep.gui.pages.export.dialog import ExportDialog
from debateprep.gui.settings import preferences
from debateprep.gui.shell import PAGES, Shell
from debateprep.gui.theme import look
from debateprep.gui.workspace import Workspace
from debateprep.services import samples
from debateprep.settings import Settings
from debateprep.storage.library import Library
from tests.gui.export_window import Opener, close, settled

PRACTICE = "free-buses"
VICTORY = "victory-plan"


@pytest.fixture(autouse=True)
def collected_between_tests(qapp: QApplication) -> Iterator[None]:
    """Collect garbage between tests only, as the running window does between events."""
    gc.disable()
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    if not gc.get_freeze_count():
        # What stands now are modules and classes; looked through after each test, they took a fifth of the run.
        gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def released_between_tests(qtbot: QtBot) -> Iterator[None]:
    """Let go of the mouse after each test: where a press opens something, Qt's own tests lose the release."""
    yield
    if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
        ground = QWidget()
        ground.show()
        QTest.mouseRelease(ground, Qt.MouseButton.LeftButton)
        ground.close()
    assert QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> None:
    """Begin each test in the light theme at normal text size, whatever the one before it chose."""
    preferences().put(Settings(theme="light"))
    look().choose("light")


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a closed library with both samples; copy it, never write it."""
    path = tmp_path_factory.mktemp("samples") / "library.db"
    with Library(path) as library:
        for key in (PRACTICE, VICTORY):
            samples.add(library, key)
    return path


@pytest.fixture
def library_path(sample_library: Path, tmp_path: Path) -> Path:
    """Return a copy of the library with both samples."""
    folder = tmp_path / "library"
    folder.mkdir()
    for each in sample_library.parent.glob("library.db*"):
        shutil.copy(each, folder / each.name)
    return folder / sample_library.name


@pytest.fixture
def workspace(qapp: QApplication, library_path: Path) -> Iterator[Workspace]:
    """Give an open library with the practice topic in view; a broken job fails the test."""
    space = Workspace()
    broken: list[object] = []
    space.broke.connect(broken.append)
    library = Library(library_path)
    with library.read() as reader:
        topic = reader.first(Topic, sample=PRACTICE)
    assert topic is not None
    space.open(library)
    space.show_topic(topic.id)
    yield space
    space.close()
    qapp.processEvents()
    assert not broken, broken


@pytest.fixture
def victory_topic(workspace: Workspace) -> int:
    """Return the number of the sample topic without texts."""
    with workspace.library.read() as reader:
        topic = reader.first(Topic, sample=VICTORY)
    assert topic is not None
    return topic.id


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Iterator[MainWindow]:
    """Give the main window with every page, shown at 1440x900."""
    shown = MainWindow()
    shell = Shell(workspace, shown)
    shown.fill(shell)
    for spec in PAGES:
        module, _, name = spec.where.partition(":")
        shell.add_page(spec, getattr(importlib.import_module(module), name)(workspace, shown))
    shown.resize(1440, 900)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()
    # What still reads ends before its receivers go.
    qtbot.waitUntil(lambda: not shown.findChildren(Job))
    shown.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(qtbot: QtBot, workspace: Workspace, qapp: QApplication) -> Iterator[Opener]:
    """Return what opens the Print / Export dialog on the topic in view, and waits for its pages."""
    shown: list[ExportDialog] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1440, 900)
    parent.show()

    def show(**settings: object) -> ExportDialog:
        dialog = ExportDialog(workspace, parent, settings)
        shown.append(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: settled(dialog))
        return dialog

    yield show
    for dialog in shown:
        close(qtbot, dialog)
    qapp.processEvents()
