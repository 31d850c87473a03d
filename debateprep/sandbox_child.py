"""The sandbox's other end: a process that limits itself, runs one function, and answers in JSON.

It is started by path, before the package can be found, and imports as little as it can: its start is paid for
every file that is read.
"""

# pathlib would cost its import in every child.
# ruff: noqa: PTH100, PTH118

import importlib
import json
import os
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, NoReturn

_CODE = (".py", ".pyc", ".so", ".pyd", ".zip")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LISTING = frozenset(("os.listdir", "os.scandir"))
_NETWORK = ("socket.", "ftplib.", "http.", "urllib.", "smtplib.", "webbrowser.")
_PROGRAMS = ("subprocess.", "os.exec", "os.fork", "os.spawn", "os.posix_spawn", "os.startfile", "os.kill", "pty.")
_ELSEWHERE = ("shutil.", "tempfile.", "winreg.", "sqlite3.", "signal.", "ctypes.", "os.removexattr", "os.setxattr")
_REFUSED_ROOMS = (*_NETWORK, *_PROGRAMS, *_ELSEWHERE)
_CHANGES = ("system", "remove", "rename", "rmdir", "mkdir", "chmod", "chown", "chflags", "link", "symlink")
_REFUSED = frozenset(f"os.{name}" for name in (*_CHANGES, "truncate", "utime", "lockf", "chdir", "fwalk", "putenv"))

# Importing ctypes opens the process itself; every further use of it is refused.
_SELF = ("ctypes.dlopen", None)


class Refused(PermissionError):
    """Say that the guarded function reached for something outside."""


class Guard:
    """An audit hook that lets code be imported and its data be read, and nothing else."""

    def __init__(self, whole: list[str], code: list[str]) -> None:
        self._whole = tuple(os.path.join(folder, "") for folder in whole)
        self._code = tuple(os.path.join(folder, "") for folder in code)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raise Refused when the event is one of reaching out."""
        if event == "open":
            self._opening(arguments[0], arguments[2])
        elif event in _LISTING:
            self._listing(arguments[0])
        elif (event in _REFUSED or event.startswith(_REFUSED_ROOMS)) and (event, *arguments) != _SELF:
            raise Refused(f"{event} is not allowed here")

    def _opening(self, path: Any, flags: int) -> None:
        if isinstance(path, int):
            return
        if flags & _WRITING:
            raise Refused("writing files is not allowed here")
        place = os.path.abspath(os.fsdecode(path))
        if not (place.startswith(self._whole) or (place.endswith(_CODE) and place.startswith(self._code))):
            raise Refused("reading other files is not allowed here")

    def _listing(self, path: Any) -> None:
        place = os.path.join(os.path.abspath(os.fsdecode(path or ".")), "") if not isinstance(path, int) else ""
        if not place.startswith(self._whole + self._code):
            raise Refused("listing other folders is not allowed here")


def limit(memory: int, seconds: int) -> None:
    """Bound this process: `memory` bytes of address space, `seconds` of processor time, no files, no children."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds.
        return
    wanted = (
        ("RLIMIT_AS", memory),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NPROC", 0),
        ("RLIMIT_NOFILE", 64),
    )
    for name, value in wanted:
        number = getattr(resource, name, None)
        if number is None:
            continue
        try:
            _, hard = resource.getrlimit(number)
            low = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(number, (low, low))
        except (OSError, ValueError):  # Some systems know a limit by name only.
            continue


def _channel() -> int:
    """Keep the way to the parent for the answer alone: whatever a library prints goes nowhere."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return kept


def _leave(channel: int, answer: dict[str, Any]) -> NoReturn:
    data = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    with os.fdopen(channel, "wb") as pipe:
        pipe.write(data)
    # No tidying up: a library's exit handlers have no say in here.
    os._exit(0)


def _crash_reporter(channel: int) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def report(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        import traceback

        _leave(channel, {"crash": "".join(traceback.format_exception(kind, value, trace))[-4000:]})

    return report


def main() -> None:
    """Carry out the order in the first argument on the bytes of standard input."""
    order = json.loads(sys.argv[1])
    channel = _channel()
    sys.excepthook = _crash_reporter(channel)
    sys.path[:] = order["path"]
    limit(order["memory"], order["seconds"])
    errors = importlib.import_module("debateprep.errors")
    payload = sys.stdin.buffer.read()
    module, _, name = order["target"].partition(":")
    sys.addaudithook(Guard(order["whole"], order["code"]))
    try:
        value = getattr(importlib.import_module(module), name)(payload)
        _leave(channel, {"value": value})
    except MemoryError:
        _leave(channel, {"memory": True})
    except Refused as error:
        _leave(channel, {"refused": str(error)})
    except errors.DebatePrepError as error:
        _leave(channel, {"said": str(error)})


if __name__ == "__main__":
    main()
