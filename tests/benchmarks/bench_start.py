"""How soon the command line answers, against what it really needs: python tests/benchmarks/bench_start.py.

Paired medians: in each round every command runs once, so that a busy moment of the machine meets them all.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 10
TARGET = 1.5
ROOT = Path(__file__).resolve().parents[2]

# As the installed script starts it; `-m` would add what Python's runpy needs.
START = "import sys; from debateprep.cli import main; sys.exit(main())"
HELP = "import sqlite3, argparse; argparse.ArgumentParser().parse_args(['--help'])"

COMMANDS: dict[str, list[str]] = {
    "sqlite3": ["-c", "import sqlite3"],
    "sqlite3, argparse's own help": ["-c", HELP],
    "sqlite3, argparse, sqlalchemy": ["-c", "import sqlite3, argparse, sqlalchemy, sqlalchemy.dialects.sqlite"],
    "--help": ["-c", START, "--help"],
    "search": ["-c", START, "search", "bus", "fare"],
}
NEEDS = {"--help": ("sqlite3", "sqlite3, argparse's own help"), "search": ("sqlite3", "sqlite3, argparse, sqlalchemy")}


def seconds(words: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *words],
        check=True,
        stdout=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "DEBATEPREP_HOME": home}
        seconds(["-m", "debateprep", "topics", "samples"], environment)
        took: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(ROUNDS):
            for name, words in COMMANDS.items():
                took[name].append(seconds(words, environment))
    for name, times in took.items():
        print(f"{name:32} {statistics.median(times) * 1000:7.1f} ms")
    for name, needs in NEEDS.items():
        for need in needs:
            ratio = statistics.median(mine / theirs for mine, theirs in zip(took[name], took[need], strict=True))
            print(f"{name:10} against {need:32} {ratio:5.2f}")
        print(f"{name:10} {'within' if ratio <= TARGET else 'BEYOND'} {TARGET} x what it needs")


if __name__ == "__main__":
    main()
