"""Says so when the window's tests could not run."""

import pytest

from tests.conftest import QT_MISSING


def test_the_windows_tests_can_run() -> None:
    if QT_MISSING:
        pytest.skip(QT_MISSING)
    assert QT_MISSING == ""
