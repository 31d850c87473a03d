"""Drives the program in a real window on a screen of its own: presses, types, drags, looks, and listens.

The screen is Xvfb's, with openbox as the window manager; names come from the accessible tree, as a screen reader gets
them, so what cannot be named cannot be pressed. Only what was started here is ended, by its process id.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "import")
PATIENCE = 20.0
PAUSE = 0.05
STEPS = 12
CORNER = 30

Control = dict[str, Any]


def missing() -> str:
    """Return in words what is not there to drive a window with, "" when all is."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    lacking += [LAUNCHER] if not Path(LAUNCHER).exists() else []
    if lacking:
        return f"to drive a window one needs {', '.join(lacking)}"
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False).returncode:
        return f"to drive a window {SYSTEM_PYTHON} needs gi and Atspi (python3-gi, gir1.2-atspi-2.0)"
    return ""


class Desk:
    """A screen with a window manager, the accessibility bus, and one program at a time."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1440, 900)) -> None:
        self._folder = folder
        self._size = size
        self._running: list[subprocess.Popen[Any]] = []
        self._environment = dict(os.environ)
        self._reader: subprocess.Popen[str] | None = None
        self.program: subprocess.Popen[Any] | None = None

    # Beginning and ending

    def start(self) -> None:
        """Start the screen and all that belongs to it."""
        width, height = self._size
        screen = ["Xvfb", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-displayfd"]
        self._environment["DISPLAY"] = f":{self._start_and_hear(screen)}"
        bus = ["dbus-daemon", "--session", "--nofork"]
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = self._start_and_hear(bus, "--print-address=")
        self._environment |= {
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORMTHEME": "",
            "XDG_CURRENT_DESKTOP": "",
            "PYTHONFAULTHANDLER": "1",
            "PYTHONPATH": str(ROOT),
        }
        self._run([LAUNCHER, "--launch-immediately"])
        self._start_manager()
        self._reader = subprocess.Popen(
            [SYSTEM_PYTHON, str(HERE / "reader.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**self._environment, "PYTHONPATH": ""},
            text=True,
        )
        self._running.append(self._reader)

    def _start_manager(self) -> None:
        """Start the window manager, and wait for it: a window that comes before it never has the keyboard."""
        manager = self._run(["openbox"])

        def there() -> bool:
            nonlocal manager
            # Now and then it ends at once, as if the screen were not there yet.
            if manager.poll() is not None:
                manager = self._run(["openbox"])
            return bool(self._answers("get_desktop"))

        self.until(there, "the window manager")

    def stop(self) -> None:
        """End everything that was started here."""
        self.kill()
        for each in reversed(self._running):
            each.terminate()
            each.wait(10)
            for pipe in (each.stdin, each.stdout):
                if pipe is not None:
                    pipe.close()
        self._running.clear()

    def _run(self, words: list[str], **more: Any) -> subprocess.Popen[Any]:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        made = subprocess.Popen(words, env=self._environment, **(quiet | more))
        self._running.append(made)
        return made

    def _start_and_hear(self, words: list[str], option: str = "") -> str:
        """Start a program that writes its address to a pipe, and return what it wrote."""
        read, write = os.pipe()
        words = [*words, f"{option}{write}"] if option else [*words, str(write)]
        self._run(words, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            heard = pipe.readline().strip()
        if not heard:
            raise OSError(f"{words[0]} did not start")
        return heard

    # The program

    def open(self, home: Path) -> None:
        """Start the program with a home of its own, and wait until its library is open."""
        self._environment["DEBATEPREP_HOME"] = str(home)
        self._environment.pop("DEBATEPREP_LIBRARY", None)
        log = (self._folder / "program.log").open("ab")
        with log:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "debateprep"],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self.until(lambda: self.find("Saved"), "the open library")
        self.until(lambda: self.find("Briefs", "toggle button") or self.find("Briefs"), "the pages")
        self.until(lambda: "DebatePrep" in self._answers("getactivewindow", "getwindowname"), "the keyboard")

    def _answers(self, *question: str) -> str:
        """Return what xdotool answers, "" where it cannot."""
        words = ["xdotool", *question]
        told = subprocess.run(words, env=self._environment, capture_output=True, text=True, check=False, timeout=60)
        return "" if told.returncode else told.stdout

    def close(self) -> None:
        """Close the window as its user does, and wait until the program has ended well."""
        program = self.program
        assert program is not None
        self.key("ctrl+q")
        try:
            code = program.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.shot(self._folder / "failed.png")
            # Python says what every thread is at.
            program.send_signal(signal.SIGABRT)
            program.wait(10)
            raise AssertionError(f"the program did not end: {self.log()[-4000:]}") from None
        finally:
            self.program = None
        assert code == 0, self.log()[-2000:]

    def kill(self) -> None:
        """Kill the program at once, as a power cut does."""
        if self.program is not None:
            self.program.send_signal(signal.SIGKILL)
            self.program.wait(10)
            self.program = None

    def log(self) -> str:
        """Return what the programs said on their way."""
        file = self._folder / "program.log"
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""

    # Looking

    def _ask(self, **question: object) -> list[Control]:
        reader = self._reader
        assert reader is not None
        assert reader.stdin is not None
        assert reader.stdout is not None
        reader.stdin.write(json.dumps(question) + "\n")
        reader.stdin.flush()
        found: list[Control] = json.loads(reader.stdout.readline())
        return found

    def tree(self) -> list[Control]:
        """Return every control of the program."""
        return self._ask(ask="tree")

    def find(self, name: str, role: str | None = None) -> list[Control]:
        """Return the controls in view with a name."""
        return self._ask(ask="find", name=name, role=role)

    def find_part(self, part: str, role: str | None = None) -> list[Control]:
        """Return the controls in view with these words in their name."""
        return self._ask(ask="find", part=part, role=role)

    def can_press(self, name: str) -> bool:
        """Tell whether a control with a name takes clicks now."""
        return any(_can_press(each) for each in self.find(name))

    def focus(self) -> Control:
        """Return what has the keyboard; an empty one when nothing has."""
        return (self._ask(ask="focus") or [{"role": "", "name": "", "states": [], "text": "", "rect": [0, 0, 0, 0]}])[0]

    def until(self, true: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Wait until something is so; fail with a picture when it never is, or when the program has ended."""
        end = time.monotonic() + patience
        while not true():
            if self.program is not None and self.program.poll() is not None:
                raise AssertionError(f"the program ended with {self.program.returncode}: {self.log()[-2000:]}")
            if time.monotonic() > end:
                self.shot(self._folder / "failed.png")
                raise TimeoutError(f"{what}; see {self._folder / 'failed.png'}")
            time.sleep(PAUSE)

    def shot(self, file: Path) -> None:
        """Take a picture of the screen."""
        self._do("import", "-window", "root", str(file))

    # Doing

    def _do(self, *words: str) -> None:
        subprocess.run(words, env=self._environment, check=True, capture_output=True, timeout=60)

    def key(self, *keys: str) -> None:
        """Press keys, each named as xdotool names it."""
        self._do("xdotool", "key", "--delay", "30", *keys)
        time.sleep(PAUSE)

    def type(self, words: str, delay_ms: int = 12) -> None:
        """Type words."""
        self._do("xdotool", "type", "--delay", str(delay_ms), "--", words)
        time.sleep(PAUSE)

    def typing(self, words: str, delay_ms: int) -> subprocess.Popen[Any]:
        """Begin to type words, and return who types them."""
        return self._run(["xdotool", "type", "--delay", str(delay_ms), "--", words])

    def press(self, name: str, role: str | None = None, *, part: bool = False) -> None:
        """Click the control with a name, or with these words in it, once it is in view and takes clicks."""
        look = self.find_part if part else self.find
        found: list[Control] = []

        def there() -> bool:
            found[:] = [each for each in look(name, role) if _can_press(each)]
            return bool(found)

        self.until(there, f"a control named {name}")
        x, y, width, height = found[0]["rect"]
        self.click(x + width // 2, y + height // 2)

    def click(self, x: int, y: int, held: str = "", *, button: int = 1, times: int = 1) -> None:
        """Click a place of the screen, with a key held; buttons 4 and 5 are the wheel's, up and down."""
        down, up = (["keydown", held], ["keyup", held]) if held else ([], [])
        press = ["click", "--repeat", str(times), "--delay", "15", str(button)]
        self._do("xdotool", "mousemove", str(x), str(y), *down, *press, *up)
        time.sleep(PAUSE)

    def drop(self, files: list[Path], x: int, y: int) -> None:
        """Drag files out of a small window of their own, and drop them on a place of the screen."""
        source = self._run([sys.executable, str(HERE / "drag_source.py"), *map(str, files)])
        self._do("xdotool", "search", "--sync", "--onlyvisible", "--name", "^drag source$")
        time.sleep(0.3)
        self._do("xdotool", "mousemove", str(CORNER), str(CORNER), "mousedown", "1")
        for step in range(1, STEPS + 1):
            at = (CORNER + (x - CORNER) * step // STEPS, CORNER + (y - CORNER) * step // STEPS)
            self._do("xdotool", "mousemove", str(at[0]), str(at[1]))
            time.sleep(0.03)
        time.sleep(0.2)
        self._do("xdotool", "mouseup", "1")
        source.wait(10)


def _can_press(control: Control) -> bool:
    _x, _y, width, height = control["rect"]
    return width > 0 and height > 0 and {"showing", "sensitive"} <= set(control["states"])
