"""A small window that files are dragged out of: `python drag_source.py FILE...`, to drop them on another program."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "drag source"
SIDE = 60
LINGER_MS = 1500


class Pile(QLabel):
    """Starts to drag its files as soon as the mouse moves with the button down; ends when they are dropped."""

    def __init__(self, files: list[str]) -> None:
        super().__init__("files")
        self._files = files
        self.setWindowTitle(TITLE)
        # No window manager between: it stands at the corner, in front, whatever else is open.
        self.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(0, 0, SIDE, SIDE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(Path(each).absolute())) for each in self._files])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)
            # Who took the drop asks for the files after it, so they stay here for a while.
            QTimer.singleShot(LINGER_MS, QApplication.quit)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    pile = Pile(sys.argv[1:])
    pile.show()
    sys.exit(application.exec())
