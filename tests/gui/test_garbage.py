"""Garbage is collected between events, in the GUI thread, and no longer by Python itself."""

import gc
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from debateprep.gui.garbage import Garbage


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


def test_what_the_start_made_is_looked_at_no_more_and_what_comes_after_is(qtbot: QtBot) -> None:
    parent = QObject()
    garbage = Garbage(parent)
    kept: list[list[list[object]]] = []
    for _ in range(40):
        kept.append([[] for _ in range(1000)])
        garbage.look()
    assert gc.get_freeze_count() > 10_000
    before = gc.get_freeze_count()
    knot = weakref.ref(Knot())
    for _ in range(200):
        kept.append([[] for _ in range(1000)])
        garbage.look()
    assert knot() is None
    assert gc.get_freeze_count() <= before
    garbage.end()
    assert gc.get_freeze_count() == 0
