"""Debate formats: what things are called in them, how long speeches take, what judges look at."""

import tomllib
from dataclasses import dataclass
from functools import cache

from debateprep import assets

USUAL = "public-forum"


@dataclass(frozen=True, slots=True)
class DebateFormat:
    """A format as its data file tells it; times in minutes, the case's in seconds."""

    key: str
    label: str
    point: str
    evidence: str
    case_seconds: int
    flow: tuple[str, ...]
    strip: str
    speeches: tuple[tuple[str, float], ...]
    criteria: tuple[str, ...]


@cache
def formats() -> dict[str, DebateFormat]:
    """Return all formats by their keys; raise AssetsMissing when the installation lacks them."""
    data = tomllib.loads(assets.path("formats/formats.toml").read_text(encoding="utf-8"))
    return {
        key: DebateFormat(
            key,
            each["label"],
            each["point"],
            each["evidence"],
            each["case_seconds"],
            tuple(each["flow"]),
            each["strip"],
            tuple((name, float(minutes)) for name, minutes in each["speeches"]),
            tuple(each["criteria"]),
        )
        for key, each in data.items()
    }


def format_of(key: str) -> DebateFormat:
    """Return a format, Public Forum where the key is not known."""
    found = formats()
    return found.get(key, found[USUAL])
