"""Asking for files and folders; no question holds the window up, and none is answered with nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(
    owner: QWidget,
    title: str,
    name: str,
    kinds: Sequence[str],
    ending: str,
    chosen: Callable[[Path], object],
    folder: str = "",
) -> None:
    """Ask for the file to write; `name` is offered, in `folder` where there is one, and the first kind is the usual."""
    asked = _chooser(owner, title, folder)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setFileMode(QFileDialog.FileMode.AnyFile)
    asked.setNameFilters(list(kinds))
    asked.setDefaultSuffix(ending)
    asked.selectFile(name)
    asked.fileSelected.connect(lambda file: chosen(Path(file)))
    asked.open()


def ask_for(owner: QWidget, title: str, kind: str, chosen: Callable[[Path], object]) -> None:
    """Ask for a file to read, of a kind or any other."""
    asked = _reading(owner, title, kind)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda file: chosen(Path(file)))
    asked.open()


def ask_for_some(owner: QWidget, title: str, kind: str, chosen: Callable[[list[Path]], object]) -> None:
    """Ask for one file or several to read, of a kind or any other."""
    asked = _reading(owner, title, kind)
    asked.setFileMode(QFileDialog.FileMode.ExistingFiles)
    asked.filesSelected.connect(lambda files: chosen([Path(file) for file in files]))
    asked.open()


def ask_for_old_or_new(owner: QWidget, title: str, kind: str, ending: str, chosen: Callable[[Path], object]) -> None:
    """Ask for a file to open, which may be one that is not there yet."""
    asked = _reading(owner, title, kind)
    asked.setFileMode(QFileDialog.FileMode.AnyFile)
    asked.setDefaultSuffix(ending)
    asked.fileSelected.connect(lambda file: chosen(Path(file)))
    asked.open()


def ask_folder(owner: QWidget, title: str, chosen: Callable[[Path], object], folder: str = "") -> None:
    """Ask for a folder to save several files into, beginning in `folder` where there is one."""
    asked = _chooser(owner, title, folder)
    asked.setFileMode(QFileDialog.FileMode.Directory)
    asked.setOption(QFileDialog.Option.ShowDirsOnly)
    asked.fileSelected.connect(lambda found: chosen(Path(found)))
    asked.open()


def _reading(owner: QWidget, title: str, kind: str) -> QFileDialog:
    asked = _chooser(owner, title)
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    asked.setNameFilters([kind, asked.tr("All files (*)")])
    return asked


def _chooser(owner: QWidget, title: str, folder: str = "") -> QFileDialog:
    asked = QFileDialog(owner, title, folder if folder and Path(folder).is_dir() else _documents())
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return asked


def _documents() -> str:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return places[0] if places and Path(places[0]).is_dir() else str(Path.home())
