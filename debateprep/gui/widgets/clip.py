"""The clipboard and files: words out of the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def put_on_clipboard(plain: str, html: str = "") -> None:
    """Put words on the clipboard, with their italics for programs that take them."""
    data = QMimeData()
    data.setText(plain)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def ask_where(
    owner: QWidget, title: str, name: str, filters: list[str], suffix: str, chosen: Callable[[Path], object]
) -> None:
    """Ask for the file to write, without stopping the window; the first filter is the usual one."""
    chooser = QFileDialog(owner, title)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setFileMode(QFileDialog.FileMode.AnyFile)
    chooser.setNameFilters(filters)
    chooser.setDefaultSuffix(suffix)
    chooser.selectFile(name)
    chooser.fileSelected.connect(lambda file: chosen(Path(file)))
    chooser.finished.connect(chooser.deleteLater)
    chooser.open()
