"""The start: one page after another, and the window answers between them."""

import importlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from debateprep.gui.shell import PAGES, PageSpec, Shell
from tests.gui.person import Person


def test_the_window_answers_between_one_page_and_the_next(library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beats = 0
    came: list[int] = []
    add_page = Shell.add_page

    def count() -> None:
        nonlocal beats
        beats += 1

    def noted(shell: Shell, spec: PageSpec, page: QWidget) -> None:
        came.append(beats)
        add_page(shell, spec, page)

    for spec in PAGES:
        # An import takes a turn of its own.
        importlib.import_module(spec.where.partition(":")[0])
    monkeypatch.setattr(Shell, "add_page", noted)
    beat = QTimer()
    beat.setTimerType(Qt.TimerType.PreciseTimer)
    beat.timeout.connect(count)
    beat.start(1)
    with Person().at(library_path):
        beat.stop()
    assert len(set(came)) == len(came) == len(PAGES)
