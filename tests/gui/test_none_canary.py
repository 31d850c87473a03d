"""Some builds of PySide6 take a reference from None with every call that returns nothing, until Python aborts."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

CALLS = 1000


def test_void_calls_leave_none_alone(qtbot: QtBot) -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - CALLS // 2
