"""What the documents name is there: files move, and sentences about them stay."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`([\w/]+/)?(\w+\.(?:py|toml|md|txt|sh))`")
PLACES = (ROOT, ROOT / "debateprep")


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "README.md"])
def test_files_that_a_document_names_are_there(document: str) -> None:
    words = (ROOT / document).read_text(encoding="utf-8")
    named = {f"{folder}{name}" for folder, name in NAMED.findall(words)}
    gone = sorted(name for name in named if not any((place / name).is_file() for place in PLACES))
    assert not gone, gone


def test_a_file_that_moved_is_noticed() -> None:
    assert NAMED.findall("(`gui/gone.py`)") == [("gui/", "gone.py")]
