"""What a window's shell leaves for the next start: its place, its colours, its page, its topic, and its panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from debateprep.gui import remembered
from debateprep.gui.main_window import BARS, GROUND
from debateprep.gui.pages import START
from debateprep.gui.settings import splitters_of
from debateprep.gui.theme import look

if TYPE_CHECKING:
    from debateprep.gui.shell import Shell


def remember(shell: Shell) -> None:
    """Keep what the next start takes up."""
    splitters: dict[str, list[int]] = {}
    for key, page in shell.pages.items():
        splitters |= splitters_of(key, page.findChildren(QSplitter))
    remembered.save(
        {
            "ground": {role: look().theme.colours[role] for role in GROUND},
            "bars": _bars(shell),
            "geometry": remembered.geometry_of(shell.window),
            "page": _last_page(shell),
            "topic": shell.workspace.topic_id,
            "splitters": splitters or shell.window.state.get("splitters", {}),
        }
    )


def _bars(shell: Shell) -> object:
    if not shell.top.isVisible():
        return shell.window.state.get("bars", BARS)
    above = shell.top.mapTo(shell.window, shell.top.rect().topLeft()).y()
    sizes = (above, shell.top.height(), shell.rail.width(), shell.status.height())
    return dict(zip(BARS, sizes, strict=True))


def _last_page(shell: Shell) -> str:
    # A window closed before its pages came keeps the one it would have gone to.
    wanted = str(shell.window.state.get("page", START))
    return wanted if shell.page_key == START and wanted not in shell.pages else shell.page_key
