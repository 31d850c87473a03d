"""The newest reading of a place: what came before it, or was dropped, tells nobody."""

from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from debateprep.errors import DebatePrepError
from debateprep.gui.latest import Latest
from debateprep.gui.workspace import Workspace
from debateprep.storage.library import Library


def test_a_newer_reading_takes_the_place_of_the_one_before(qtbot: QtBot, workspace: Workspace) -> None:
    owner, heard = QObject(), list[str]()
    latest, may_end = Latest(workspace, owner), Event()

    def slow(_library: Library) -> str:
        may_end.wait(10)
        return "old"

    latest.read(slow, heard.append)
    assert latest.is_reading
    latest.read(lambda _library: "new", heard.append)
    qtbot.waitUntil(lambda: heard == ["new"])
    qtbot.waitUntil(lambda: not latest.is_reading)
    may_end.set()
    qtbot.waitUntil(lambda: not owner.children())
    assert heard == ["new"]


def test_what_is_dropped_tells_nobody_and_the_next_is_heard(qtbot: QtBot, workspace: Workspace) -> None:
    owner, heard = QObject(), list[int]()
    latest = Latest(workspace, owner)
    latest.read(lambda _library: 1, heard.append)
    latest.drop()
    assert not latest.is_reading
    latest.read(lambda _library: 2, heard.append)
    qtbot.waitUntil(lambda: not owner.children())
    assert heard == [2]


def test_a_reading_that_is_refused_is_over(qtbot: QtBot, workspace: Workspace) -> None:
    owner, heard = QObject(), list[object]()
    latest = Latest(workspace, owner)

    def refuse(_library: Library) -> None:
        raise DebatePrepError("No such topic.")

    with qtbot.waitSignal(workspace.failed) as told:
        latest.read(refuse, heard.append)
    qtbot.waitUntil(lambda: not latest.is_reading)
    assert (told.args, heard) == (["No such topic."], [])
