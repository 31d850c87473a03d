"""The door opens without what only some commands need."""

import subprocess
import sys

import pytest

from .conftest import ROOT

HEAVY = ("sqlalchemy", "reportlab", "lxml", "pysbd", "trafilatura")


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (["--help"], (*HEAVY, "appdirs", "debateprep.services", "dataclasses", "json")),
        (["--version"], (*HEAVY, "debateprep.services")),
        (["nonsense"], (*HEAVY, "debateprep.services")),
        (["search", "x"], HEAVY[1:]),
        (["undo"], HEAVY[1:]),
    ],
)
def test_a_command_imports_only_what_it_needs(words: list[str], absent: tuple[str, ...]) -> None:
    code = (
        "import sys\n"
        "from debateprep.cli import main\n"
        f"main({words!r})\n"
        f"print('FOUND', [name for name in {absent!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True
    )
    assert done.stdout.splitlines()[-1] == "FOUND []"
