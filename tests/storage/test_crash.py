"""A killed writer loses nothing that it had reported saved, and leaves a sound library."""

import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from debateprep.domain.model import Card, Source, Topic
from debateprep.storage.library import Library

WRITER = Path(__file__).with_name("crash_writer.py")


def kill_once(path: Path, seconds: float) -> list[str]:
    """Run the writer, kill it after its first line and so many seconds, and return what it reported."""
    process = subprocess.Popen([sys.executable, str(WRITER), str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    reported = [process.stdout.readline()]
    timer = threading.Timer(seconds, process.send_signal, [signal.SIGKILL])
    timer.start()
    reported += process.stdout.readlines()
    process.wait()
    timer.join()
    process.stdout.close()
    # A line cut by the kill was not reported whole.
    return [line.strip() for line in reported if line.endswith("\n")]


def check(path: Path, reported: list[str]) -> int:
    """Check that all that was reported is there, nothing is half there, and all is sound.

    A kill between an undo and its redo leaves the last step rightly undone.
    """
    undone = reported[-1].split()[1] if reported[-1].startswith("undoing") else ""
    with Library(path) as library:
        with library.read() as reader:
            topics = {topic.resolution for topic in reader.all(Topic)}
            sources = {source.title for source in reader.all(Source)}
            cards = {card.tag for card in reader.all(Card)}
        for line in reported:
            kind, number = line.split()
            if number == undone:
                continue
            if kind == "edit":
                assert f"resolution {number}" in topics
            if kind == "import":
                assert f"source {number}" in sources
        for resolution in topics:
            assert f"tag {resolution.split()[1]}" in cards
        for title in sources:
            assert f"imported {title.split()[1]} 9" in cards
        assert library.faults() == []
        return len(reported)


def run(path: Path, kills: int, seed: int) -> int:
    chance = random.Random(seed)
    return sum(check(path, kill_once(path, chance.uniform(0, 0.15))) for _ in range(kills))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_nothing_reported_saved_is_lost(tmp_path: Path) -> None:
    assert run(tmp_path / "library.db", 8, seed=7) > 8


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_two_hundred_kills(tmp_path: Path) -> None:
    saved = 0
    for part in range(10):
        saved += run(tmp_path / f"library-{part}.db", 20, seed=part)
    print(f"\n200 kills, {saved} reported edits, imports and walks: none lost, every check clean")
