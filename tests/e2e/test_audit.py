"""A whole journey uses no network and opens no file but the given one, the library's, and the installation's."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from .conftest import ROOT

RUNNER = Path(__file__).with_name("audited.py")

JOURNEY = (
    ("topics", "samples"),
    ("import", "{article}"),
    ("topics", "add", "Resolved: X."),
    ("positions", "How the buses", "--keep", "1"),
    ("brief", "contention", "One", "--side", "pro"),
    ("brief", "argument", "Claim", "--in", "C1", "--side", "pro"),
    ("brief", "show"),
    ("search", "bus"),
    ("export", "--layout", "brief", "--side", "pro", "-o", "{folder}/out.pdf", "--topic", "t1"),
    ("backup",),
    ("undo", "2"),
    ("redo",),
    ("check",),
    ("quickstart", "{folder}/quick"),
)


def audited(allowed: list[str], words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(RUNNER), json.dumps(allowed), *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TMPDIR": str(folder)},
        timeout=100,
        check=False,
    )


def places(folder: Path, home: Path) -> list[str]:
    return [
        str(folder),
        str(home),
        str(ROOT / "debateprep"),
        str(ROOT / "resources"),
        str(RUNNER),
        *[path for path in {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()} if path != "/usr"],
    ]


@pytest.mark.timeout(300)
def test_a_journey_stays_with_what_it_was_given(tmp_path: Path, own_home: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    article = folder / "How the buses run.txt"
    article.write_text("How the buses run\n\nCities must run more buses. So fares should fall.\n\nThat is clear.\n")
    allowed = places(folder, own_home)
    breaches = []
    for command in JOURNEY:
        words = [word.format(article=article, folder=folder) for word in command]
        ran = audited(allowed, words, folder)
        assert ran.returncode == 0, (words, ran.stderr)
        breaches += [f"{words[0]}: {line}" for line in ran.stderr.splitlines() if line.startswith("BREACH")]
    assert "\n".join(breaches) == ""


def test_the_watch_sees_a_breach(tmp_path: Path, own_home: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("A secret.\n\nMore of it should be here.")
    ran = audited(places(own_home, own_home), ["import", str(elsewhere / "secret.txt")], own_home)
    assert "BREACH open" in ran.stderr
    assert "secret.txt" in ran.stderr
