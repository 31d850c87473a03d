"""Benchmarks are run by hand; that each of them still begins is seen at every run of the tests."""

import importlib
from pathlib import Path

import pytest

from tests.conftest import QT_MISSING

FOLDER = Path(__file__).parents[1] / "benchmarks"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("bench_*.py")))
def test_a_benchmark_finds_what_it_measures(name: str) -> None:
    if QT_MISSING:
        pytest.skip(QT_MISSING)
    importlib.import_module(f"tests.benchmarks.{name}")
