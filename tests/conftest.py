"""What every test shares: a home of its own, and the places of the optional shared files."""

import os
from pathlib import Path

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


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    """Keep pytest-qt from stopping the whole run where Qt itself cannot be imported."""
    if QT_MISSING:
        pluginmanager.unregister(name="pytest-qt")


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
