"""A fresh library for each test of the storage room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from debateprep.storage.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library.db") as opened:
        yield opened
