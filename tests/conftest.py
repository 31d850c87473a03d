"""What every test shares: a home of its own, the order of the run, and the places of the optional shared files."""

import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

# The suite is the same at every run; HYPOTHESIS_PROFILE=explore looks at new cases each time.
QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("same", deadline=None, derandomize=True, suppress_health_check=QUIET)
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=QUIET)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

try:
    import PySide6.QtWidgets  # noqa: F401 - only to learn whether it can be
except ImportError as error:
    QT_MISSING = f"Qt cannot start here: {error}"
else:
    QT_MISSING = ""

# Without Qt's system libraries the window's tests are left out; tests/test_window_tests.py says so.
collect_ignore = ["gui"] if QT_MISSING else []
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


Item = TypeVar("Item")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Keep pytest-qt from stopping the whole run where Qt itself cannot be imported; add --shuffle."""
    if QT_MISSING:
        pluginmanager.unregister(name="pytest-qt")
    parser.addoption("--shuffle", type=int, metavar="SEED", help="run the tests in the random order of a seed")


def pytest_report_header(config: pytest.Config) -> str:
    """Say which order this is, so that it can be run again."""
    seed = config.getoption("--shuffle")
    return "" if seed is None else f"order: --shuffle {seed}"


@pytest.fixture
def permissions(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Leave a test out where files may be read and written whatever their permissions say.

    Root may, unless started without that power:
    setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search python -m pytest …
    """
    probe = tmp_path_factory.mktemp("permissions") / "closed"
    probe.write_bytes(b"")
    probe.chmod(0)
    if os.name != "posix" or os.access(probe, os.R_OK):
        pytest.skip("needs a user who can be refused (root is not)")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests in another order where that is asked for."""
    seed = config.getoption("--shuffle")
    if seed is not None:
        items[:] = shuffled(items, seed)


def shuffled(items: Sequence[Item], seed: int) -> list[Item]:
    """Return the items in the random order of a seed, the same at every run."""
    return random.Random(seed).sample(items, len(items))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test its own folders, so that none touches the real home."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("DEBATEPREP_HOME", str(home))
    monkeypatch.delenv("DEBATEPREP_LIBRARY", raising=False)
    return home


@pytest.fixture
def real_article() -> Path:
    """Return the mission's article, or skip where the shared folder is absent."""
    path = SHARED / "articles" / "how-the-war-in-ukraine-should-end.txt"
    if not path.is_file():
        pytest.skip("the shared folder with the article is not here")
    return path


@pytest.fixture
def in_root(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in the project's folder."""
    monkeypatch.chdir(ROOT)
    return ROOT
