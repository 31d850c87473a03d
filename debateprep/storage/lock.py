"""One writer a library: a lock that the system drops with its holder, and that says who holds it."""

import json
import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from debateprep.storage.errors import LibraryBusy, LibraryError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: IO[bytes]) -> None:
        # The byte lies far behind the text, so that another program can still read who holds it.
        handle.seek(1 << 30)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: IO[bytes]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """Hold a library for writing until `release`.

    `unclean` tells that the last holder ended without releasing it. Raises LibraryBusy naming the holder, and
    LibraryError when the folder cannot be written.
    """

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(library.name + ".lock")
        try:
            self._handle: IO[bytes] = open(self._path, "a+b")  # noqa: SIM115, PTH123 - held beyond this call
        except OSError as error:
            raise LibraryError(
                f"The folder {library.parent} cannot be written; choose a library elsewhere with --library."
            ) from error
        try:
            _take(self._handle)
        except OSError:
            holder = self._holder()
            self._handle.close()
            raise LibraryBusy(
                f"The library {library} is already open {holder}; close it there, or wait until it is done."
            ) from None
        self.unclean = self._path.stat().st_size > 0
        self._write(
            {
                "pid": os.getpid(),
                "host": socket.gethostname(),
                "program": Path(sys.argv[0]).name or "DebatePrep",
                "since": datetime.now(UTC).isoformat(timespec="seconds"),
            }
        )

    def release(self) -> None:
        """Give the library free, and say that it was left in order."""
        if not self._handle.closed:
            self._write(None)
            self._handle.close()

    def _write(self, holder: dict[str, object] | None) -> None:
        self._handle.truncate(0)
        if holder is not None:
            self._handle.write(json.dumps(holder).encode())
        self._handle.flush()

    def _holder(self) -> str:
        try:
            holder = json.loads(self._path.read_bytes())
            return f"in {holder['program']} (process {holder['pid']} on {holder['host']}, since {holder['since']})"
        except (OSError, ValueError, KeyError, TypeError):
            return "in another DebatePrep"
