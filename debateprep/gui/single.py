"""One window a library: a second start asks the first to come to the front."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from debateprep.paths import doorbell

WAIT_MS = 500


def raise_other(library: Path) -> bool:
    """Ask the window that has the library open to come to the front, and tell whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(doorbell(library))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(b"raise\n")
    socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Listens for second starts on a library while its window is open."""

    rung = Signal()

    def __init__(self, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # A file that a killed window left behind is in the way; nobody answers at it, as `raise_other` has tried.
        QLocalServer.removeServer(doorbell(library))
        self._server.listen(doorbell(library))

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        self.rung.emit()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()
