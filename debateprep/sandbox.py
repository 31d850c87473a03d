"""Run one function of ours on untrusted bytes in a child process that can neither reach out nor outgrow its limits."""

import json
import math
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import IO, Any

from debateprep.errors import DebatePrepError

# Starting and ending the child takes its time too: an answer is there within 20 seconds.
SECONDS = 18.0
MEMORY = 1024 * 1024 * 1024
ANSWER_LIMIT = 40 * 1024 * 1024

_PACKAGE = Path(__file__).resolve().parent
_CHILD = _PACKAGE / "sandbox_child.py"
_SITE = ("site-packages", "dist-packages")
# Where the dynamic linker and Windows look for the interpreter's own libraries; nothing else is handed on.
_PASSED_ON = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT")
_TIME_ZONES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


class SandboxError(DebatePrepError):
    """Say that the guarded work gave no answer; `detail` is for a bug report."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.detail = detail


class SandboxTimeout(SandboxError):
    """Say that the work took too long."""


class SandboxMemory(SandboxError):
    """Say that the work needed too much memory."""


class SandboxRefused(SandboxError):
    """Say that the work reached for the network, another program, or another file."""


class SandboxCrash(SandboxError):
    """Say that the work broke down."""


def run(
    target: str,
    payload: bytes | Iterable[bytes],
    *,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    says: type[DebatePrepError] = DebatePrepError,
) -> Any:
    """Call the function `target` ("package.module:name") with `payload` in a child, and return its JSON value.

    `seconds` bounds the wall clock and the processor time, `memory` the child's address space in bytes. A
    DebatePrepError raised by the function comes back as `says` with the same sentence; anything else that goes
    wrong is a SandboxError. A payload in pieces is never held whole here; what goes wrong in getting them is raised
    as it is. Threads may call it at the same time.
    """
    pieces = (payload,) if isinstance(payload, bytes) else payload
    answer, code, late = _converse(_command(target, seconds, memory), pieces, seconds)
    if late or -code == getattr(signal, "SIGXCPU", None):
        raise SandboxTimeout(f"The work took longer than {seconds:g} seconds and was stopped.")
    if len(answer) > ANSWER_LIMIT:
        raise SandboxMemory("The work gave an answer that is too large to keep.")
    return _value(answer, code, says)


def _value(answer: bytearray, code: int, says: type[DebatePrepError]) -> Any:
    try:
        parts = json.loads(answer)
    except ValueError as error:
        raise SandboxCrash("The work broke down.", f"exit code {code}") from error
    if "value" in parts:
        return parts["value"]
    if "said" in parts:
        raise says(str(parts["said"]))
    if "memory" in parts:
        raise SandboxMemory("The work needed more memory than it may have.")
    if "refused" in parts:
        raise SandboxRefused("The work tried to reach outside and was stopped.", str(parts["refused"]))
    raise SandboxCrash("The work broke down.", str(parts.get("crash", "")))


def _command(target: str, seconds: float, memory: int) -> list[str]:
    path = [os.path.abspath(entry) for entry in sys.path if entry and os.path.exists(entry)]  # noqa: PTH100, PTH110
    if str(_PACKAGE.parent) not in path:
        path.append(str(_PACKAGE.parent))
    library = os.path.dirname(os.__file__)  # noqa: PTH120
    order = {
        "target": target,
        "path": path,
        "whole": [library, str(_PACKAGE), *(entry for entry in path if entry.endswith(_SITE)), *_TIME_ZONES],
        "code": path,
        "seconds": math.ceil(seconds) + 1,
        "memory": memory,
    }
    # Isolated, without site and without writing bytecode: the quickest start, and no environment to mislead it.
    return [sys.executable, "-I", "-S", "-B", "-X", "utf8", str(_CHILD), json.dumps(order)]


def _converse(command: list[str], payload: Iterable[bytes], seconds: float) -> tuple[bytearray, int, bool]:
    """Return what the child answered, its exit code, and whether its time ran out."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and file, no shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=_PACKAGE,
        env={**environment, "TZ": "UTC", "LC_ALL": "C"},
    )
    if child.stdin is None or child.stdout is None:
        raise SandboxCrash("The work could not be started.")
    answer = bytearray()
    failed: list[DebatePrepError] = []
    feeder = Thread(target=_feed, args=(child.stdin, payload, failed), daemon=True)
    collector = Thread(target=_collect, args=(child.stdout, answer), daemon=True)
    try:
        feeder.start()
        collector.start()
        collector.join(seconds)
        late = collector.is_alive()
    finally:
        _end(child)
        feeder.join()
        collector.join()
        child.stdout.close()
    if failed:
        raise failed[0]
    return answer, child.returncode, late


def _feed(pipe: IO[bytes], payload: Iterable[bytes], failed: list[DebatePrepError]) -> None:
    try:
        with pipe:
            for piece in payload:
                pipe.write(piece)
    except DebatePrepError as error:
        failed.append(error)
    except OSError:  # The child ended before it had read all; its answer tells why.
        return


def _collect(pipe: IO[bytes], answer: bytearray) -> None:
    while len(answer) <= ANSWER_LIMIT:
        piece = os.read(pipe.fileno(), 1 << 16)
        if not piece:
            return
        answer += piece


def _end(child: subprocess.Popen[bytes]) -> None:
    """Let a child that has answered leave by itself, and end it with all it may have started when it has not."""
    closing = 0.0 if child.stdout is None or child.poll() is not None else 0.05
    try:
        child.wait(closing)
    except subprocess.TimeoutExpired:
        if os.name == "posix":
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
    child.wait()
