"""Work in threads: its answer comes in the GUI thread, or to nobody when who asked is gone."""

from threading import Barrier, current_thread, main_thread

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from debateprep.errors import DebatePrepError
from debateprep.gui.background import Background, courier


@pytest.fixture
def threads(qapp: QCoreApplication) -> Background:
    return Background()


def test_answers_and_refusals_come_in_the_gui_thread(qtbot: QtBot, threads: Background) -> None:
    owner, heard = QObject(), []

    def refuse() -> None:
        raise DebatePrepError("No.")

    def fail() -> None:
        raise ZeroDivisionError

    for work in (lambda: 7, refuse, fail):
        job = threads.read(owner, work)
        for signal in (job.done, job.failed, job.broke):
            signal.connect(lambda what: heard.append((current_thread() is main_thread(), what)))
        with qtbot.waitSignal(job.ended):
            pass
    assert all(in_gui for in_gui, _ in heard)
    assert [heard[0][1], heard[1][1], type(heard[2][1])] == [7, "No.", ZeroDivisionError]
    threads.close()


def test_who_asked_may_go_at_any_moment(qtbot: QtBot, threads: Background) -> None:
    told: list[object] = []
    for _ in range(300):
        owner, gate = QObject(), Barrier(2)
        threads.read(owner, gate.wait).done.connect(told.append)
        gate.wait()
        # The thread sends its answer at this very moment.
        shiboken6.delete(owner)
    threads.close()
    QCoreApplication.processEvents()
    assert told == []


def test_the_courier_finds_only_who_is_there(qtbot: QtBot) -> None:
    heard: list[int] = []
    here, gone = QObject(), QObject()
    courier().send(here, heard.append, 1)
    courier().send(gone, heard.append, 2)
    shiboken6.delete(gone)
    assert heard == []
    qtbot.waitUntil(lambda: heard == [1])
