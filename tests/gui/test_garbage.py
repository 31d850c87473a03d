"""Garbage is collected between events, in the GUI thread, and no longer by Python itself."""

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from debateprep.gui.garbage import Garbage
from debateprep.gui.shell import PAGES
from tests.gui.person import Person


class Knot:
    """A cycle that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_a_cycle_is_freed_by_a_look_and_by_nothing_else(qtbot: QtBot) -> None:
    parent = QObject()
    garbage = Garbage(parent)
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    kept: list[list[object]] = [[] for _ in range(3000)]
    assert knot() is not None
    garbage.look()
    qtbot.waitUntil(lambda: knot() is None)
    garbage.end()
    assert gc.isenabled()
    assert len(kept) == 3000


def test_what_is_spared_is_looked_at_no_more_and_what_comes_after_is(qtbot: QtBot) -> None:
    parent = QObject()
    garbage = Garbage(parent)
    kept: list[list[list[object]]] = [[[] for _ in range(10_000)]]
    spared = weakref.ref(Knot())
    garbage.spare()
    before = gc.get_freeze_count()
    assert before > 10_000
    knot = weakref.ref(Knot())
    for _ in range(200):
        kept.append([[] for _ in range(1000)])
        garbage.look()
    assert knot() is None
    assert spared() is not None
    assert gc.get_freeze_count() <= before
    garbage.end()
    assert gc.get_freeze_count() == 0


def test_a_window_spares_its_start_once_its_last_page_is_in(qtbot: QtBot, library_path: Path) -> None:
    person = Person()
    before = gc.get_freeze_count()
    with person.at(library_path) as window:
        person.until(lambda: gc.get_freeze_count() > before, "the start to be spared")
        assert len(window.shell.stack.pages) == len(PAGES)
    assert gc.get_freeze_count() == 0
