"""What the window remembers by itself between two starts: its place, its ground, its page and topic."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from debateprep import paths
from debateprep.errors import DebatePrepError
from debateprep.safe_files import write_whole

STATE = "window.json"
RECALL = "recall.json"
"""What the window showed of its library; `gui.recall` writes and reads it."""
FILTERS = "filters.json"
"""What each topic was filtered by; `gui.kept_filters` writes and reads it."""

GROUND = {"paper": "#f6f4ef", "panel": "#fffdf9", "line": "#e0dbd0"}
"""The colours of the empty window where none are remembered: those of the light theme."""
BARS = {"menu": 25, "top": 51, "rail": 76, "status": 24}
"""The sizes of the empty window's bars where none are remembered, in pixels at normal text size."""


def load() -> dict[str, Any]:
    """Return what the window remembered, nothing when there is none or it makes no sense."""
    try:
        found = json.loads((paths.state() / STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def save(state: dict[str, Any]) -> None:
    """Remember what the window looks like; where that cannot be written, the next start is a plain one."""
    try:
        paths.state().mkdir(parents=True, exist_ok=True)
        write_whole(paths.state() / STATE, json.dumps(state, indent=1).encode())
    except (OSError, DebatePrepError):
        return


def forget() -> None:
    """Forget what the window remembered, as a start with --safe asks."""
    for each in (STATE, RECALL, FILTERS):
        (paths.state() / each).unlink(missing_ok=True)


def geometry_of(window: QWidget) -> str:
    """Return a window's place and size as text."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def place(window: QWidget, geometry: object) -> None:
    """Give a window its remembered place and size, brought back to a screen when that one is gone."""
    if isinstance(geometry, str):
        window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if screens and not any(_enough(screen.intersected(window.frameGeometry())) for screen in screens):
        window.move(screens[0].topLeft())
        window.resize(window.size().boundedTo(screens[0].size()))


def _enough(seen: QRect) -> bool:
    # So much of a window must be on a screen that it can be grasped and moved.
    return seen.width() >= 120 and seen.height() >= 60
