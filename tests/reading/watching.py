"""Reading under watch: what the parent opens, how long it takes, how much it grows, and what comes of it."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from debateprep.domain.article import Article
from debateprep.errors import DebatePrepError
from debateprep.reading import read_file
from debateprep.sandbox import SandboxError, SandboxRefused

SECONDS, GROWTH = 20.0, 50 << 20


class Watch:
    """What the parent opens while it is watched; an audit hook cannot be taken back, so it is switched."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event == "open" and isinstance(arguments[0], (str, bytes)):
            self.seen.append(str(arguments[0]))
        elif self.on and event.startswith("socket."):
            self.seen.append(event)


WATCH = Watch()


@dataclass(frozen=True, slots=True)
class Seen:
    """What one reading came to: an outcome in words, seconds, and bytes by which the parent's peak grew."""

    outcome: str
    seconds: float
    grown: int


def watched(path: Path) -> Seen:
    """Read a file within the promised bounds; the test fails on any other file opened, and on any socket."""
    WATCH.seen.clear()
    WATCH.on = True
    before, started = peak(), time.monotonic()
    try:
        found = outcome(path)
    finally:
        WATCH.on = False
    seen = Seen(found, time.monotonic() - started, peak() - before)
    outside = [place for place in WATCH.seen if place not in (str(path), "/dev/null")]
    assert not outside, outside
    assert seen.seconds < SECONDS
    assert seen.grown < GROWTH
    return seen


def peak() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def outcome(path: Path) -> str:
    """Read a file and say what came of it; anything but an article or a sentence of ours fails the test."""
    try:
        article = read_file(path)
    except DebatePrepError as error:
        return said(error)
    check(article)
    return "read"


def said(error: DebatePrepError) -> str:
    sentence = str(error)
    assert not isinstance(error.__cause__, SandboxRefused), sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return "stopped in a sentence" if isinstance(error.__cause__, SandboxError) else "refused in a sentence"


def check(article: Article) -> None:
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(article.text)
        assert block.page is None or block.page >= 1
        last = block.end
    assert article.paragraphs
    article.text.encode()
