"""Write files whole or not at all, and read them within bounds; every failure is one plain sentence."""

import errno
import io
import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from debateprep.errors import DebatePrepError

READ_LIMIT = 50 * 1024 * 1024
UNPACKED_LIMIT = 100 * 1024 * 1024
ENTRIES_LIMIT = 5_000
_PIECE = 1 << 20

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_BUSY = {errno.EBUSY, errno.ETXTBSY, errno.EAGAIN}
_WINDOWS_SHARING = {32, 33}
_BINARY = getattr(os, "O_BINARY", 0)
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)


class FileError(DebatePrepError):
    """Say what stood in the way of a file and what to do."""


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that the file is afterwards either the old one or the new one, never a part.

    Raise FileError when it cannot be done; the old file is then untouched.
    """
    with whole_file(path) as handle:
        handle.write(data)


def cut(words: str, most: int) -> str:
    """Return the beginning of some words that takes `most` bytes in a file's name, or fewer; no letter is parted."""
    return words.encode(errors="ignore")[:most].decode(errors="ignore")


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Give a new file beside `path` that takes its place when the block ends well, and vanishes when it does not.

    `handle.name` is the path of the new file, for libraries that write by path. A symbolic link is followed. Raise
    FileError when the folder, the disk or the target refuses.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise FileError(f"“{path.name}” is a folder; choose a file name instead.")
    part, handle = _create_beside(target)
    try:
        with handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        _take_mode(target, part)
        part.replace(target)
    except OSError as error:
        if _is_ours(error, part):
            raise _write_error(target, error) from error
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _create_beside(target: Path) -> tuple[Path, BinaryIO]:
    part = target.with_name(f".{cut(target.name, 80)}.{os.urandom(6).hex()}.part")
    try:
        return part, part.open("xb")
    except OSError as error:
        raise _write_error(target, error) from error


def _take_mode(target: Path, part: Path) -> None:
    with suppress(OSError):
        part.chmod(stat.S_IMODE(target.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; some systems cannot open a folder, and there the replacement stands anyway."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_ours(error: OSError, part: Path) -> bool:
    """Tell whether the error came from writing the new file and not from other work inside the block."""
    names = {str(name) for name in (error.filename, error.filename2) if name is not None}
    return str(part) in names or (not names and error.errno is not None)


def _write_error(target: Path, error: OSError) -> FileError:
    name, folder = target.name, target.parent
    if error.errno in _FULL:
        return FileError(f"The disk is full, so “{name}” was not saved; free some space and try again.")
    if error.errno in _BUSY or getattr(error, "winerror", None) in _WINDOWS_SHARING:
        return FileError(f"“{name}” is in use by another program; close it there and try again.")
    if error.errno in _DENIED:
        return FileError(f"Nothing may be written in the folder “{folder}”; choose another folder.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return FileError(f"The folder “{folder}” does not exist; create it or choose another.")
    if error.errno in (errno.EISDIR, errno.ENOTEMPTY):
        return FileError(f"“{name}” is a folder; choose a file name instead.")
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return FileError(f"“{name}” cannot be used as a file name here; choose a shorter or simpler one.")
    return FileError(
        f"“{name}” was not saved ({error.strerror or 'the disk failed'}); try again or choose another place."
    )


def read_bounded(path: Path, limit: int = READ_LIMIT) -> bytes:
    """Return the bytes of an ordinary file of 1 to `limit` bytes; raise FileError for anything else.

    The size is looked at before anything is read, and a pipe or device is never waited for.
    """
    return b"".join(read_pieces(path, limit))


def read_pieces(path: Path, limit: int = READ_LIMIT) -> Iterator[bytes]:
    """Yield what `read_bounded` returns in pieces, for those who pass it on; the errors are the same."""
    count = 0
    try:
        _check(path, path.stat(), limit)
        with os.fdopen(os.open(path, os.O_RDONLY | _BINARY | _NONBLOCK), "rb") as handle:
            # Looked at again through the open file, which nobody can exchange in between.
            _check(path, os.fstat(handle.fileno()), limit)
            while piece := handle.read(_PIECE):
                count += len(piece)
                if count > limit:
                    raise _too_large(path, limit)
                yield piece
    except (OSError, ValueError) as error:
        raise _read_error(path, error) from error
    if not count:
        raise FileError(f"“{path.name}” is empty; choose a file with text in it.")


def _check(path: Path, status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FileError(f"“{path.name or path}” is a folder; choose a file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise FileError(f"“{path.name}” is a device or a pipe, not a file; choose an ordinary file.")
    if status.st_size > limit:
        raise _too_large(path, limit)


def _too_large(path: Path, limit: int) -> FileError:
    size = f"{limit // (1024 * 1024)} MB" if limit >= 1024 * 1024 else f"{limit} bytes"
    return FileError(f"“{path.name}” is larger than {size}; save the part you need as a smaller file.")


def _read_error(path: Path, error: OSError | ValueError) -> FileError:
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    if code in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL):
        return FileError(f"There is no file “{path}”; check the name and the folder.")
    if code in _DENIED:
        return FileError(f"You are not allowed to read “{path.name}”; change its permissions or copy it elsewhere.")
    return FileError(f"“{path.name}” could not be read from the disk; copy it elsewhere and try again.")


class Archive:
    """A zip in memory, looked through before anything of it is unpacked; it is read within bounds and never extracted.

    Raise FileError for one that is damaged, locked, unpacks to more than `limit` bytes, or names places outside.
    """

    def __init__(self, data: bytes, name: str, limit: int = UNPACKED_LIMIT) -> None:
        # Half of the programs that import this module open no archive.
        import zipfile

        self._name = name
        self._left = limit
        self._limit = limit
        self._broken = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, struct.error)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*self._broken, OSError) as error:
            raise self._damaged() from error
        entries = self._zip.infolist()
        self.names = tuple(entry.filename for entry in entries)
        if len(entries) > ENTRIES_LIMIT or sum(entry.file_size for entry in entries) > limit:
            raise self._too_much()
        for entry in entries:
            if entry.flag_bits & 0x1:
                raise FileError(f"“{name}” is locked with a password; save a copy without one and choose that.")
            if not _stays_inside(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
                raise FileError(f"“{name}” points to places outside itself, as no sound file does; it was not opened.")
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise self._damaged()
        if len(set(self.names)) < len(self.names):
            raise self._damaged()

    def read(self, entry: str) -> bytes:
        """Return one entry; raise FileError when it is absent or broken, or when all that was read is too much."""
        try:
            with self._zip.open(entry) as handle:
                # What an entry says of its size may be a lie; what comes out is counted.
                data = handle.read(self._left + 1)
        except (KeyError, OSError, RuntimeError, *self._broken) as error:
            raise self._damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise self._too_much()
        return data

    def _damaged(self) -> FileError:
        return FileError(f"“{self._name}” is damaged or cut off; download or copy it again.")

    def _too_much(self) -> FileError:
        size = f"{self._limit // (1024 * 1024)} MB"
        return FileError(f"“{self._name}” unpacks to more than {size}; it was not opened. Save the part you need.")


def _stays_inside(entry: str) -> bool:
    parts = entry.replace("\\", "/").split("/")
    return not (entry.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in entry)
