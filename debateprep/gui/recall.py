"""What the last session showed at its end, so that the next one shows it again before the library is open.

It is shown for the moment that opening takes, and only where the library's file is the very one it was taken from;
then the window reads the library itself. What is edited meanwhile waits for the library (see `Workspace`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from debateprep import paths
from debateprep.domain.article import Block, Name, PartialDate, Span
from debateprep.domain.model import Anchor, Card, Label, Mark, MarkLayer, Position, Source, SourceText, Topic
from debateprep.domain.terms import BlockKind, MarkKind, PositionStatus, Role, Side, Verdict
from debateprep.errors import DebatePrepError
from debateprep.gui.pages.cite_lacks import Lack
from debateprep.gui.pages.read.state import Hint, Snapshot, SourceRow
from debateprep.gui.remembered import RECALL
from debateprep.gui.usecases import FormatChoice, Overview
from debateprep.safe_files import write_whole

LARGEST = 8_000_000
"""The most bytes that are read again: more would take longer than opening the library."""


@dataclass(frozen=True, slots=True)
class Recall:
    """The bars and the Read page of a topic, as they were seen last."""

    overview: Overview
    snapshot: Snapshot


_SEEN = (Recall, Overview, FormatChoice, Snapshot, SourceRow, Hint, Lack)
_THINGS = (Topic, Source, SourceText, Position, Card, Label, Anchor, Mark, MarkLayer, Block, Name, PartialDate, Span)
_VALUES: dict[str, type] = {each.__name__: each for each in (*_SEEN, *_THINGS)}
_WORDS: dict[str, type[StrEnum]] = {
    each.__name__: each for each in (BlockKind, MarkKind, PositionStatus, Role, Side, Verdict)
}


def keep(library: Path, seen: Recall) -> None:
    """Keep what is seen of a library that was just closed; where it cannot be written, the next start does without."""
    stamp = _stamp(library)
    if stamp is None:
        return
    text = json.dumps({"stamp": stamp, "seen": _packed(seen)}, ensure_ascii=False, separators=(",", ":"))
    try:
        paths.state().mkdir(parents=True, exist_ok=True)
        write_whole(paths.state() / RECALL, text.encode("utf-8", "surrogatepass"))
    except (OSError, DebatePrepError):
        return


def load(library: Path) -> Recall | None:
    """Return what was seen of a library last, None when it has changed since, or that cannot be told."""
    file = paths.state() / RECALL
    try:
        if file.stat().st_size > LARGEST:
            return None
        found = json.loads(file.read_bytes().decode("utf-8", "surrogatepass"))
        if found["stamp"] != _stamp(library):
            return None
        seen = _unpacked(found["seen"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return seen if isinstance(seen, Recall) else None


def _stamp(library: Path) -> list[object] | None:
    # A log beside the file holds edits that are not in it: after a kill the file alone tells nothing.
    log = Path(f"{library}-wal")
    try:
        if log.exists() and log.stat().st_size:
            return None
        stat = library.stat()
    except OSError:
        return None
    return [str(library.resolve()), stat.st_size, stat.st_mtime_ns, stat.st_ino]


def _packed(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return {"": type(value).__name__, "is": value.value}
    if is_dataclass(value):
        return {"": type(value).__name__, "has": [_packed(getattr(value, each.name)) for each in fields(value)]}
    if isinstance(value, Mapping):
        return {"": "map", "of": [[_packed(key), _packed(each)] for key, each in value.items()]}
    return [_packed(each) for each in value] if isinstance(value, tuple) else value


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpacked(each) for each in value)
    if not isinstance(value, dict):
        return value
    if "of" in value:
        return {_unpacked(key): _unpacked(each) for key, each in value["of"]}
    name = value[""]
    if "is" in value:
        return _WORDS[name](value["is"])
    made = _VALUES[name]
    names = [each.name for each in fields(made)]
    return made(**dict(zip(names, map(_unpacked, value["has"]), strict=True)))
