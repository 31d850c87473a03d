"""Asking for the file or the folder that pages are saved to; neither question holds the window up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from debateprep.gui.pages.export import choice as export_choice
from debateprep.gui.pages.export.choice import Choice
from debateprep.gui.pages.export.shelf import Drawn, formats_of
from debateprep.services import export, maps


def ask_file(parent: QWidget, title: str, choice: Choice, name: str, named: Callable[[str], None]) -> None:
    """Ask for the file to save a choice's pages to; `name` is offered."""
    files = QFileDialog(parent, title, str(_folder()))
    files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    files.setNameFilter(f"{formats_of(choice.layout)[choice.saved_as][1]} (*.{choice.saved_as})")
    files.setDefaultSuffix(choice.saved_as)
    files.selectFile(name)
    files.fileSelected.connect(named)
    files.open()


def ask_folder(parent: QWidget, title: str, named: Callable[[str], None]) -> None:
    """Ask for a folder to save several files into."""
    folders = QFileDialog(parent, title, str(_folder()))
    folders.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    folders.setFileMode(QFileDialog.FileMode.Directory)
    folders.setOption(QFileDialog.Option.ShowDirsOnly)
    folders.fileSelected.connect(named)
    folders.open()


def file_name(topic: str, choice: Choice, brief: str = "") -> str:
    """Return the name to offer for the file of a choice; `brief` is the title of a further brief that is printed."""
    if isinstance(choice.layout, Drawn):
        return maps.file_name(topic, choice.saved_as)
    side, ending = choice.printed_side, choice.saved_as
    return export.file_name(topic, choice.layout, side, choice.options(), ending, brief=brief)


def _folder() -> Path:
    remembered = export_choice.folder()
    if remembered and Path(remembered).is_dir():
        return Path(remembered)
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(places[0]) if places and Path(places[0]).is_dir() else Path.home()
