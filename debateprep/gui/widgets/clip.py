"""The clipboard: words out of the window."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication


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
