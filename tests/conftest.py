"""What every test shares: a home of its own, and the places of the optional shared files."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("ci", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


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


os.environ.setdefault("PYTHONHASHSEED", "0")
