"""What a window leaves for the next start: its place, its colours, its page, its topic, and its panes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMainWindow, QSplitter

from debateprep.gui import remembered
from debateprep.gui.pages import START
from debateprep.gui.remembered import BARS, GROUND
from debateprep.gui.settings import splitters_of
from debateprep.gui.theme import look

if TYPE_CHECKING:
    from debateprep.gui.page_stack import PageStack


def remember(
    window: QMainWindow, state: Mapping[str, Any], stack: PageStack, topic_id: int, bars: Mapping[str, int]
) -> None:
    """Keep what the next start takes up; of what is not there yet, as `state` has it from the last one."""
    splitters: dict[str, list[int]] = {}
    for key, page in stack.pages.items():
        splitters |= splitters_of(key, page.findChildren(QSplitter))
    remembered.save(
        {
            "ground": {role: look().theme.colours[role] for role in GROUND},
            "bars": dict(bars) or state.get("bars", BARS),
            "geometry": remembered.geometry_of(window),
            "page": _last_page(state, stack),
            "topic": topic_id,
            "splitters": splitters or state.get("splitters", {}),
        }
    )


def _last_page(state: Mapping[str, Any], stack: PageStack) -> str:
    # A window closed before its pages came keeps the one it would have gone to.
    wanted = str(state.get("page", START))
    return wanted if stack.page_key == START and wanted not in stack.pages else stack.page_key
