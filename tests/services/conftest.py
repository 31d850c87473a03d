"""A library with both samples, made once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from debateprep.domain.model import Topic
from debateprep.services import samples
from debateprep.storage import backup
from debateprep.storage.library import Library


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEBATEPREP_HOME", str(folder / "home"))
        with Library(folder / "filled.db") as library:
            for key in samples.keys():  # noqa: SIM118 - a function of ours
                samples.add(library, key)
    backup.copy(folder / "filled.db", folder / "copy.db")
    return folder / "copy.db"


@pytest.fixture
def library(tmp_path: Path, filled: Path) -> Iterator[Library]:
    path = tmp_path / "library.db"
    path.write_bytes(filled.read_bytes())
    with Library(path) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "empty.db") as opened:
        yield opened


@pytest.fixture
def practice(library: Library) -> Topic:
    with library.read() as reader:
        topic = reader.first(Topic, sample="free-buses")
    assert topic is not None
    return topic


@pytest.fixture
def victory(library: Library) -> Topic:
    with library.read() as reader:
        topic = reader.first(Topic, sample="victory-plan")
    assert topic is not None
    return topic
