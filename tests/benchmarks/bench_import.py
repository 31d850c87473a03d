"""Import cards in bulk with search ready, against raw inserts and one index build; print paired medians.

Run by hand: python tests/benchmarks/bench_import.py [CARDS] [ROUNDS]
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from debateprep.domain.model import Card, ImportBatch
from debateprep.storage.engine import connect
from debateprep.storage.library import Library

WORDS = [
    f"{a}{b}{c}" for a in ("tra", "mo", "ple", "sun", "gri", "ba") for b in ("di", "ren", "la", "so") for c in "nkstmr"
]


def cards(count: int) -> list[Card]:
    """Return cards of about 300 words."""
    chance = random.Random(4)
    return [
        Card(tag=" ".join(chance.choices(WORDS, k=10)), quote=" ".join(chance.choices(WORDS, k=300)))
        for _ in range(count)
    ]


def ours(path: Path, made: list[Card]) -> float:
    """Import through the unit of work; return the seconds."""
    with Library(path) as library:
        began = time.perf_counter()
        with library.edit("import") as edit:
            edit.import_batch(ImportBatch(file_name="bench"))
            edit.import_all(made)
        return time.perf_counter() - began


def raw(path: Path, made: list[Card]) -> float:
    """Insert with the driver alone, then build the index in one statement; return the seconds."""
    Library(path).close()
    connection = connect(path)
    connection.execute("PRAGMA synchronous=FULL")
    began = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT INTO card(id, uid, tag, created_at, modified_at) VALUES (?, ?, ?, '', '')",
        [(n, os.urandom(16).hex(), card.tag) for n, card in enumerate(made, 1)],
    )
    connection.executemany(
        "INSERT INTO card_body(id, quote, layers) VALUES (?, ?, '[]')",
        [(n, card.quote) for n, card in enumerate(made, 1)],
    )
    connection.execute(
        "INSERT INTO card_fts(rowid, title, others, cite, body) SELECT id, title, others, cite, body FROM card_doc"
    )
    connection.execute("COMMIT")
    seconds = time.perf_counter() - began
    connection.close()
    return seconds


def run(count: int, rounds: int) -> None:
    """Print the seconds of each way and their ratio, round by round in turn."""
    made = cards(count)
    pairs = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DEBATEPREP_HOME"] = folder
        ways: tuple[Callable[[Path, list[Card]], float], ...] = (ours, raw)
        for number in range(rounds):
            pairs.append([way(Path(folder) / f"{way.__name__}-{number}.db", made) for way in ways])
    print(f"{count} cards, {rounds} rounds, medians")
    print(f"import  {statistics.median(one for one, _ in pairs):.2f} s, search ready")
    print(f"raw     {statistics.median(two for _, two in pairs):.2f} s")
    print(f"ratio   {statistics.median(one / two for one, two in pairs):.2f}  (target <= 1.3)")


if __name__ == "__main__":
    run(*(int(word) for word in (*sys.argv[1:], *("20000", "5")[len(sys.argv) - 1 :])))
