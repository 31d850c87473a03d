"""Says so when the window's tests could not run, and that an order of tests can be run again."""

import pytest

from tests.conftest import QT_MISSING, shuffled


def test_the_windows_tests_can_run() -> None:
    if QT_MISSING:
        pytest.skip(QT_MISSING)
    assert QT_MISSING == ""


def test_a_seed_is_one_order_of_all_the_tests() -> None:
    tests = list(range(50))
    orders = [shuffled(tests, seed) for seed in range(20)]
    assert all(sorted(order) == tests for order in orders)
    assert orders == [shuffled(tests, seed) for seed in range(20)]
    assert len({tuple(order) for order in orders}) == 20
