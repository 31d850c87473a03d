"""The window's door: shows the window first, and imports what is heavy after the first paint."""

import gc
import importlib
import os
import sys
from pathlib import Path

from debateprep import paths, settings

NO_DISPLAY = (
    "debateprep: there is no display for the window here; `debateprep quickstart` shows the command line’s way."
)
NO_LIBRARIES = (
    "debateprep: the window needs a system library that is missing ({}). On Debian or Ubuntu:\n"
    "  sudo apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0"
    " libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libdbus-1-3 libfontconfig1\n"
    "Without a window, `debateprep quickstart` shows the command line’s way."
)


def run(library: Path | None = None, safe: bool = False) -> int:
    """Open the window and return the exit code when it is closed.

    `library` is the one to open, else the preferred or default one; `safe` forgets how the window looked.
    Return 1 with one sentence on stderr where there is no display or Qt lacks a system library.
    """
    if not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    # Next to nothing dies while the window comes up; then `gui.garbage` collects, between Qt's events.
    gc.disable()
    try:
        starter = importlib.import_module("debateprep.gui.starter")
    except ImportError as error:
        if error.name and error.name.startswith("debateprep"):
            raise
        print(NO_LIBRARIES.format(error), file=sys.stderr)
        return 1
    code: int = starter.start(chosen(library), safe=safe)
    return code


def chosen(library: Path | None) -> Path:
    """Return the library to open: the one named, else the preferred one, else the default one."""
    if library is not None:
        return library.expanduser()
    preferred = settings.load().library
    if preferred and "DEBATEPREP_LIBRARY" not in os.environ:
        return Path(preferred)
    return paths.default_library()


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in ("offscreen", "minimal", "vnc", "linuxfb", "eglfs"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
