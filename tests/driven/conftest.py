"""A screen for each test that drives the program in a real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.driven.drive import Desk, missing


@pytest.fixture(scope="session")
def tools() -> None:
    """Skip where the tools to drive a window are missing."""
    lacking = missing()
    if lacking:
        pytest.skip(lacking)


@pytest.fixture
def desk(tools: None, tmp_path: Path) -> Iterator[Desk]:
    """Give a screen with nothing on it."""
    made = Desk(tmp_path)
    try:
        made.start()
        yield made
    finally:
        made.stop()
