"""When the program itself fails: a report in a file, one dialog that names it, and the library as it was."""

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from debateprep import __version__, paths
from debateprep.gui.background import courier


def write_report(error: BaseException) -> Path | None:
    """Write what went wrong to a file of its own, and return it; None where nothing can be written."""
    # Seldom needed, and dear at the start.
    import platform
    import traceback

    at = datetime.now(UTC)
    about = f"DebatePrep {__version__}, Python {platform.python_version()}, {platform.platform()}, {at.isoformat()}"
    path = paths.reports() / f"debateprep-{at:%Y%m%dT%H%M%S%f}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join([about, "The window", "", *traceback.format_exception(error)])
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path


class CrashHandler(QObject):
    """Takes every exception that nobody caught, from any thread, and tells the user once at a time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        # Made in the GUI thread, where the window is.
        self._courier = courier()

    def install(self) -> None:
        """Take over from Python's own handling."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Give back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._courier.send(self, self.handle, error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._courier.send(self, self.handle, args.exc_value)

    @Slot(object)
    def handle(self, error: BaseException) -> None:
        """Write the report and show the dialog, unless one is in view already."""
        report = write_report(error)
        if self._box is not None:
            return
        sorry = self.tr("Something went wrong that should not have. What was saved is safe in your library.")
        where = self.tr("A report is in {}").format(report) if report else self.tr("No report could be written.")
        box = QMessageBox(QMessageBox.Icon.Warning, "DebatePrep", sorry, QMessageBox.StandardButton.Close, self._window)
        box.setInformativeText(where)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_closed)
        self._box = box
        box.open()

    @Slot()
    def _on_closed(self) -> None:
        self._box = None
