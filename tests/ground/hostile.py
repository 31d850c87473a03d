"""What a file that took over its reader would try; run in the sandbox by test_sandbox."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from debateprep.errors import DebatePrepError


def echo(payload: bytes) -> object:
    return {"length": len(payload), "text": payload.decode()}


def size(payload: bytes) -> object:
    return len(payload)


def noisy(payload: bytes) -> object:
    print("a library's chatter")
    sys.stdout.flush()
    os.write(1, b"more chatter")
    return "quiet"


def says(payload: bytes) -> object:
    raise DebatePrepError("There is no text in it; paste it instead.")


def breaks(payload: bytes) -> object:
    raise KeyError("a bug of ours")


def dies(payload: bytes) -> object:
    os._exit(3)


def aborts(payload: bytes) -> object:
    os.abort()


def connects(payload: bytes) -> object:
    return str(socket.socket(socket.AF_INET, socket.SOCK_STREAM))


def resolves(payload: bytes) -> object:
    return socket.getaddrinfo("example.org", 80)


def reads(payload: bytes) -> object:
    return Path(payload.decode()).read_text(encoding="latin-1")[:20]


def lists(payload: bytes) -> object:
    return [entry.name for entry in Path(payload.decode()).iterdir()]


def writes(payload: bytes) -> object:
    return Path(payload.decode()).write_bytes(b"x")


def opens_raw(payload: bytes) -> object:
    return os.open(payload.decode(), os.O_WRONLY | os.O_CREAT)


def removes(payload: bytes) -> object:
    Path(payload.decode()).unlink()
    return "removed"


def renames(payload: bytes) -> object:
    Path(payload.decode()).rename(payload.decode() + "2")
    return "renamed"


def spawns(payload: bytes) -> object:
    return subprocess.check_output([sys.executable, "-c", "print(1)"]).decode()


def forks(payload: bytes) -> object:
    return os.fork()


def shell(payload: bytes) -> object:
    return os.system("true")


def execs(payload: bytes) -> object:
    os.execv(sys.executable, [sys.executable, "-c", "pass"])


def native(payload: bytes) -> object:
    import ctypes

    return ctypes.CDLL("libc.so.6").getpid()


def native_self(payload: bytes) -> object:
    import ctypes

    return ctypes.CDLL(None).getpid()


def eats_memory(payload: bytes) -> object:
    held = []
    while True:
        held.append(bytearray(16 * 1024 * 1024))


def eats_time(payload: bytes) -> object:
    while True:
        pass


def sleeps(payload: bytes) -> None:
    time.sleep(60)


def ignores_term(payload: bytes) -> object:
    import signal

    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(1)


def floods(payload: bytes) -> object:
    return "x" * (60 * 1024 * 1024)


def environment(payload: bytes) -> object:
    return dict(os.environ)


def limits(payload: bytes) -> object:
    import resource

    return {
        name: resource.getrlimit(getattr(resource, name))[0]
        for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_CORE")
    }


def session(payload: bytes) -> object:
    return [os.getpid(), os.getsid(0), os.getpgid(0)]
