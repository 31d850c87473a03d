"""What each topic's pages were filtered by last, from one start of the window to the next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from debateprep import paths
from debateprep.errors import DebatePrepError
from debateprep.gui.remembered import FILTERS
from debateprep.safe_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

Terms = tuple[tuple[str, str], ...]
MOST = 200
"""So many pages of topics are remembered, those seen last."""


def recall(library: Path, topic_id: int, page: str) -> Terms:
    """Return what a topic's page was filtered by last, as pairs of words; nothing when none is known."""
    found = _load().get(_key(library, topic_id, page), [])
    try:
        return tuple((str(name), str(value)) for name, value in found)
    except (TypeError, ValueError):
        return ()


def keep(library: Path, topic_id: int, page: str, terms: Terms) -> None:
    """Remember what a topic's page is filtered by; where that cannot be written, it is forgotten with the window."""
    known, key = _load(), _key(library, topic_id, page)
    said = [list(pair) for pair in terms]
    if known.pop(key, []) == said:
        return
    if said:
        known[key] = said
    try:
        paths.state().mkdir(parents=True, exist_ok=True)
        newest = dict(list(known.items())[-MOST:])
        write_whole(paths.state() / FILTERS, json.dumps(newest, indent=1, ensure_ascii=False).encode())
    except (OSError, DebatePrepError):
        return


def _key(library: Path, topic_id: int, page: str) -> str:
    return f"{page} {topic_id} {library.resolve()}"


def _load() -> dict[str, list[list[str]]]:
    try:
        found = json.loads((paths.state() / FILTERS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
