"""The clipboard and files: words out of the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def put_on_clipboard(plain: str, html: str = "", own: tuple[str, bytes] | None = None) -> None:
    """Put words on the clipboard, with their italics for programs that take them.

    `own` is a kind of data and the data itself, for this program.
    """
    # Qt itself makes what lies on the clipboard: made by us, it would outlive Python at the program's end, and crash.
    maker = QStringListModel([""])
    data = maker.mimeData([maker.index(0)])
    data.clear()
    data.setText(plain)
    if html:
        data.setHtml(html)
    if own is not None:
        data.setData(*own)
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
