"""Typing, and then the power goes: what was written more than a second before is there after the next start."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from debateprep.domain.model import Argument, Position, Section, Thing
from debateprep.storage.library import Library
from tests.conftest import ROOT
from tests.gui.typist import PLACES, WORDS

SECOND = 1.0
KINDS: dict[str, tuple[type[Thing], str]] = {
    "contention": (Section, "title"),
    "claim": (Argument, "claim"),
    "warrant": (Argument, "warrant"),
}
KINDS |= {"statement": (Position, "statement")}


def typed_until_killed(library: Path, place: str, letters: int) -> list[float]:
    """Let the program be typed into, kill it some letters later, and return how old each letter was then."""
    words = [sys.executable, "-m", "tests.gui.typist", str(library), place]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    at: list[float] = []
    told, quiet = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(words, env=env, cwd=ROOT, stdout=told, stderr=quiet, text=True) as child:
        assert child.stdout is not None
        for _line in child.stdout:
            at.append(time.monotonic())
            if len(at) == letters:
                break
        child.kill()
        killed = time.monotonic()
    return [killed - each for each in at]


@pytest.mark.parametrize(("place", "letters"), [("contention", 61), ("claim", 83), ("warrant", 72), ("statement", 97)])
def test_kill_9_while_typing_loses_at_most_the_last_second(library_path: Path, place: str, letters: int) -> None:
    assert place in PLACES
    ages = typed_until_killed(library_path, place, letters)
    assert len(ages) == letters, "the program ended by itself"
    kind, field = KINDS[place]
    with Library(library_path) as library, library.read() as reader:
        found = [str(getattr(each, field)) for each in reader.all(kind)]
        faults = library.faults()
    saved = max((len(each) for each in found if each and WORDS.startswith(each)), default=0)
    old = sum(age > SECOND for age in ages)
    print(f"{place}: {saved} of {letters} letters are there, {old} were older than a second")
    # A space at the end is kept with the letter that follows it.
    assert saved >= len(WORDS[:old].rstrip())
    assert faults == []
