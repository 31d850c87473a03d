"""Run the command line under an audit hook, and tell on stderr whatever reaches beyond what it was given.

Arguments: a JSON list of allowed folders and files, then the command's own words. The children that parse
untrusted files have guards of their own, which tests of the sandbox watch.
"""

import json
import os
import sys

ALLOWED = [os.path.realpath(path) for path in json.loads(sys.argv[1])]
# Reached for by the interpreter and the C library themselves, whatever the program does.
SYSTEM = ("/etc/localtime", "/usr/share/zoneinfo", "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/dev/null",
          "/dev/urandom", "/etc/ld.so.cache", "/usr/lib/os-release", "/etc/os-release")  # fmt: skip
ALLOWED += [os.path.realpath(path) for path in SYSTEM]
FONTS = "/usr/share/fonts/"
# The name of this machine is asked for the library's lock, which says who holds it; nothing goes out.
HARMLESS = "socket.gethostname"
BREACHES: list[str] = []


def within(path: str) -> bool:
    real = os.path.realpath(path)
    return any(real == each or real.startswith(each + os.sep) for each in ALLOWED)


def watch(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(("socket.", "urllib.", "http.")) and event != HARMLESS:
        BREACHES.append(f"{event} {arguments!r}")
    elif event in ("open", "os.listdir", "os.scandir", "os.remove", "os.rename", "sqlite3.connect"):
        path = arguments[0]
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if isinstance(path, str) and path.startswith("file:"):
            path = path.removeprefix("file://").partition("?")[0].replace("%20", " ")
        if isinstance(path, (str, os.PathLike)) and not within(os.fspath(path)) and not importing(event, path):
            BREACHES.append(f"{event} {path}")
    elif event == "subprocess.Popen" and os.path.realpath(str(arguments[0])) != os.path.realpath(sys.executable):
        BREACHES.append(f"{event} {arguments[0]}")


def importing(event: str, path: object) -> bool:
    # Python asks each folder of its path what lies in it when it imports, and reportlab the folders of the system's
    # fonts; a file that lies there would still be told when it is opened.
    return (event == "os.listdir" and path in sys.path) or (event == "os.scandir" and str(path).startswith(FONTS))


sys.addaudithook(watch)

from debateprep.cli import main  # noqa: E402 - the import is watched too

code = main(sys.argv[2:])
for breach in dict.fromkeys(BREACHES):
    print(f"BREACH {breach}", file=sys.stderr)
sys.exit(code)
