"""The real command: in this process where many calls are made, in a new one where that is the point."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from debateprep import assets
from debateprep.cli import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return the one JSON document that stdout must be."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command in this process; it must answer with the code that is expected."""

    def call(*argv: str, code: int = 0) -> Ran:
        capsys.readouterr()
        got = main([str(word) for word in argv])
        said = capsys.readouterr()
        assert got == code, f"{argv}: {got}\n{said.out}\n{said.err}"
        return Ran(got, said.out, said.err)

    return call


@pytest.fixture
def process(own_home: Path, tmp_path: Path) -> Run:
    """Run the command in a new process, in a folder of its own."""

    def call(*argv: str, code: int = 0, given: bytes = b"", **more: str) -> Ran:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTEST")},
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            **more,
        }
        done = subprocess.run(
            [sys.executable, "-m", "debateprep", *[str(word) for word in argv]],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            timeout=60,
            check=False,
        )
        ran = Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
        assert ran.code == code, f"{argv}: {ran}"
        return ran

    return call


@pytest.fixture
def essay() -> Path:
    """Return an article that ships with the program."""
    return assets.path("samples/let-the-bus-be-free.txt")


@pytest.fixture
def begun(run: Run, essay: Path) -> Run:
    """Return `run` on a library with one topic, one source, and two kept positions."""
    run("import", essay)
    run("topics", "add", "Resolved: Buses should be free.", "--name", "Free buses")
    run("positions", "s1", "--keep", "1", "2", "--side", "pro")
    return run


@pytest.fixture
def built(begun: Run) -> Run:
    """Return `run` on a library where each side has a contention with an argument: a1 Pro, a2 Con."""
    begun("brief", "contention", "Fares keep people out", "--side", "pro")
    begun("brief", "argument", "--from", "p1", "--in", "C1", "--side", "pro")
    begun("brief", "contention", "Somebody pays", "--side", "con")
    begun("brief", "argument", "Riders should pay a part", "--in", "C1", "--side", "con", "--warrant", "they gain")
    return begun
