"""The shell as people use it: topics, undo, search, import, pages, state, crashes."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from debateprep import app, paths, settings
from debateprep.domain.changes import MATCH
from debateprep.domain.model import Source
from debateprep.gui import crash, remembered, single
from debateprep.gui.actions import COMMANDS, plain, step_words
from debateprep.gui.dialogs.preferences import PreferencesDialog
from debateprep.gui.dialogs.shortcuts import lines_of
from debateprep.gui.dialogs.topic import TopicDialog
from debateprep.gui.main_window import MainWindow
from debateprep.gui.shell import Shell
from debateprep.gui.starter import Starter
from debateprep.gui.theme import look
from debateprep.gui.workspace import Workspace
from debateprep.services import topics
from tests.conftest import ROOT


def rename(workspace: Workspace, name: str) -> None:
    number = workspace.topic_id
    workspace.edit(workspace, lambda library: topics.change(library, number, name=name))


def titles(window: MainWindow) -> set[str]:
    with window.shell.workspace.library.read() as reader:
        return {source.title for source in reader.all(Source)}


def test_the_bars_show_topic_format_counts_and_saved(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: "buses" in window.shell.top.topic.text())
    assert window.shell.top.format.text() == "Public Forum · sample"
    window.shell.show_page("briefs")
    assert window.shell.status.counts.text().startswith("24 arguments · ")
    window.shell.show_page("read")
    assert window.shell.status.counts.text().startswith("2 sources · ")
    assert window.shell.status.saved.text() == "Saved"


def test_undo_and_redo_name_the_step_and_walk_the_history(qtbot: QtBot, window: MainWindow) -> None:
    rename(window.shell.workspace, "Free rides")
    qtbot.waitUntil(lambda: window.shell.commands["undo"].text() == "Undo edit topic")
    assert "Free rides" in window.shell.top.topic.text()
    qtbot.mouseClick(window.shell.top.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.shell.commands["redo"].text() == "Redo edit topic")
    assert "buses" in window.shell.top.topic.text()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Free rides" in window.shell.top.topic.text())


def test_an_editor_undoes_its_own_typing_first_and_then_the_history(qtbot: QtBot, window: MainWindow) -> None:
    rename(window.shell.workspace, "Free rides")
    qtbot.waitUntil(lambda: window.shell.commands["undo"].text() == "Undo edit topic")
    window.activateWindow()
    box = window.shell.top.search
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "xy")
    undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, *undo)
    assert box.text() == ""
    assert "Free rides" in window.shell.top.topic.text()
    qtbot.keyClick(box, *undo)
    qtbot.waitUntil(lambda: "buses" in window.shell.top.topic.text())


def test_a_step_keeps_an_abbreviation_capital() -> None:
    assert step_words("Undo", "Keep position") == "Undo keep position"
    assert step_words("Undo", "PDF settings") == "Undo PDF settings"
    assert step_words("Undo", "") == "Undo"


def test_search_shows_kinds_and_enter_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.activateWindow()
    window.shell.commands["search"].trigger()
    box = window.shell.top.search
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "bus")
    qtbot.waitUntil(lambda: box.is_open)
    rows = [box.model.found(row) for row in range(box.model.rowCount())]
    assert {"source", "position", "argument"} <= {row.kind for row in rows}
    assert any(MATCH[0] in row.detail for row in rows), "the match is told apart"
    tips = [box.model.index(row).data(Qt.ItemDataRole.ToolTipRole) or "" for row in range(len(rows))]
    assert any(tips)
    assert not any(sign in tip for tip in tips for sign in (*MATCH, "[", "]"))
    wanted = next(index for index, row in enumerate(rows) if row.kind == "argument")
    for _ in range(wanted):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.shell.workspace.argument_wanted) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == [rows[wanted].id]
    assert window.shell.page_key == "briefs"
    assert not box.is_open


def test_search_goes_to_a_position_at_its_place(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    with qtbot.waitSignal(window.shell.workspace.source_wanted) as asked:
        window.shell.top.search.chosen.emit("position", 1)
    source, offset = asked.args
    assert source > 0
    assert offset > 0
    assert window.shell.page_key == "read"


@pytest.mark.parametrize("words", ["“", '"', "a*b", "-", "NEAR(", "\0", "zzzzqq"])
def test_search_stands_any_words(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.activateWindow()
    window.shell.top.search.setFocus()
    qtbot.waitUntil(window.shell.top.search.hasFocus)
    window.shell.top.search.setText(words)
    window.shell.top.search.textEdited.emit(words)
    qtbot.waitUntil(lambda: window.shell.top.search.is_open)
    assert not window.shell.notices.text


def test_a_file_dropped_on_the_window_becomes_a_source(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    file = tmp_path / "trams.txt"
    file.write_text("Trams are better\n\nTrams run on rails. They should be built.\n\nThey last.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.shell.workspace.source_wanted, timeout=20000):
        window.dropEvent(event)
    assert "Trams are better" in titles(window)
    assert "Imported “Trams are better”" in window.shell.notices.text


def test_wrong_files_get_one_sentence_each_and_stop_no_other(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "fine.txt").write_text("A title\n\nA sentence that should be read.\n", encoding="utf-8")
    with qtbot.waitSignal(window.shell.workspace.source_wanted, timeout=20000):
        window.shell.importer.bring([tmp_path / name for name in ("empty.txt", "picture.png", "gone.txt", "fine.txt")])
    failures = [words for words in window.shell.notices.told if not words.startswith("Imported")]
    assert len(failures) == 3
    assert all(words.endswith(".") and "\n" not in words for words in failures)
    for _ in failures:
        assert window.shell.notices.text
        window.shell.notices.close_one()
    assert window.shell.notices.text == ""


def test_pasting_outside_an_editor_imports_and_an_empty_clipboard_says_so(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Ferries\n\nFerries should run at night. They serve the late shift.\n")
    with qtbot.waitSignal(window.shell.workspace.source_wanted, timeout=20000):
        window.shell.commands["paste"].trigger()
    assert any("Ferries" in title for title in titles(window))
    clipboard.clear()
    window.shell.commands["paste"].trigger()
    assert window.shell.notices.text.startswith("There are no words to paste")


def test_a_new_topic_is_made_shown_and_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.shell.commands["new_topic"].trigger()
    dialog = window.shell.dialogs._open["topic"]
    assert isinstance(dialog, TopicDialog)
    assert not dialog._ok.isEnabled()
    dialog.ui.resolution.setText("Resolved: Trams beat buses.")
    dialog.accept()
    qtbot.waitUntil(lambda: "Trams beat buses" in window.shell.top.topic.text())
    assert window.shell.page_key == "briefs"
    window.shell.commands["undo"].trigger()
    qtbot.waitUntil(lambda: "Cities" in window.shell.top.topic.text())


def test_the_start_page_opens_a_sample_and_adds_one_that_is_missing(
    qtbot: QtBot, window: MainWindow, victory_topic: int
) -> None:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.shell.start.sample_wanted.emit("victory-plan")
    qtbot.waitUntil(lambda: "Victory" in window.shell.top.topic.text())
    assert window.shell.page_key == "briefs"
    window.shell.workspace.edit(window, lambda library: topics.remove(library, victory_topic))
    qtbot.waitUntil(lambda: "Victory" not in window.shell.top.topic.text())
    window.shell.start.sample_wanted.emit("victory-plan")
    qtbot.waitUntil(lambda: "Victory" in window.shell.top.topic.text())


def test_every_command_is_in_a_menu_and_on_the_sheet(window: MainWindow) -> None:
    in_menus = {action for _, actions in window.shell.menus.groups() for action in actions}
    for command in COMMANDS:
        assert window.shell.commands[command.key] in in_menus, command.key
    lines = lines_of(window.shell.all_commands())
    sheet = "\n".join(" ".join((line.words, *line.keys)) for line in lines)
    for key in ("read", "briefs"):
        for action in window.shell.page(key).actions():
            if action.text():
                assert plain(action.text()) in sheet
    for action in window.findChildren(QAction):
        if action.shortcut().toString() and action.parent() is window:
            assert plain(action.text()) in sheet, action.text()
            assert action.shortcut().toString() in sheet, action.text()


def test_no_two_commands_of_a_page_share_a_key(window: MainWindow) -> None:
    for key in ("start", "read", "briefs"):
        window.shell.show_page(key)
        actions = window.shell.commands.all() + ([] if key == "start" else window.shell.page(key).actions())
        keys = [each.toString() for action in actions for each in action.shortcuts()]
        assert sorted(keys) == sorted(set(keys))


def test_a_page_takes_a_key_of_the_shell_and_gives_it_back(window: MainWindow) -> None:
    claim = QAction("Highlight", window)
    claim.setShortcut("F11")
    window.shell.commands.yield_to([claim])
    assert [each.toString() for each in window.shell.commands["full_screen"].shortcuts()] == ["Shift+F11"]
    window.shell.commands.yield_to([])
    assert [each.toString() for each in window.shell.commands["full_screen"].shortcuts()] == ["F11", "Shift+F11"]


def test_text_zoom_and_theme_are_kept(window: MainWindow) -> None:
    window.shell.commands["zoom_in"].trigger()
    window.shell.commands["theme_dark"].trigger()
    assert look().scale == pytest.approx(1.1)
    assert look().theme.key == "dark"
    kept = settings.load()
    assert (kept.text_size, kept.theme) == (110, "dark")
    window.shell.commands["zoom_normal"].trigger()
    assert look().scale == pytest.approx(1.0)


def test_preferences_take_force_at_once(window: MainWindow) -> None:
    window.shell.commands["preferences"].trigger()
    dialog = window.shell.dialogs._open["preferences"]
    assert isinstance(dialog, PreferencesDialog)
    form = dialog.ui
    form.speed.setValue(240)
    assert window.shell.status.speed.text() == "Reading at 240 words a minute"
    form.name.setText("A. Debater")
    form.name.editingFinished.emit()
    assert settings.load().name == "A. Debater"
    window.shell.dialogs.close_all()


def test_the_window_is_remembered_and_brought_back_to_a_screen(qtbot: QtBot, window: MainWindow) -> None:
    window.shell.show_page("read")
    window.resize(790, 601)
    window.shell.remember()
    state = remembered.load()
    assert state["page"] == "read"
    assert state["topic"] == window.shell.workspace.topic_id
    assert state["ground"]["paper"] == look().theme.colours["paper"]
    again = MainWindow(state)
    qtbot.addWidget(again)
    assert again.size() == window.size()
    again.move(30000, 30000)
    back = MainWindow({"geometry": remembered.geometry_of(again)})
    qtbot.addWidget(back)
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(back.frameGeometry())


def test_a_window_closed_at_its_first_paint_begins_no_session(qtbot: QtBot, tmp_path: Path) -> None:
    starter = Starter(tmp_path / "library.db")
    qtbot.addWidget(starter.window)
    with qtbot.waitSignal(starter.window.painted):
        starter.window.show()
    assert starter.session is None
    starter.window.close()
    # Two turns, as the session would have taken to come.
    for _ in range(2):
        with qtbot.waitCallback() as turned:
            QTimer.singleShot(0, turned)
    assert starter.session is None
    assert not (tmp_path / "library.db").exists()
    starter.end()


def test_the_empty_window_has_its_bars_where_the_full_one_has_them(qtbot: QtBot, window: MainWindow) -> None:
    window.shell.remember()
    state = remembered.load()
    empty = MainWindow(state | {"ground": {"paper": "#101010", "panel": "#202020", "line": "#303030"}})
    qtbot.addWidget(empty)
    empty.resize(window.size())
    empty.show()
    qtbot.waitExposed(empty)
    picture = empty.grab().toImage()
    top, rail, status = (each.mapTo(window, each.rect().center()) for each in _bars_of(window))
    for where in (top, rail, status):
        assert picture.pixelColor(where).name() == "#202020"
    page = window.shell.page("read").mapTo(window, QPoint(0, 0))
    assert picture.pixelColor(page + QPoint(5, 5)).name() == "#101010"
    assert picture.pixelColor(QPoint(5, 5)).name() == "#101010", "the menu bar"


def _bars_of(window: MainWindow) -> tuple[QWidget, QWidget, QWidget]:
    return window.shell.top, window.shell.rail, window.shell.status


def test_a_window_closed_before_its_pages_came_keeps_the_page(qtbot: QtBot, workspace: Workspace) -> None:
    paths.state().mkdir(parents=True, exist_ok=True)
    (paths.state() / "window.json").write_text('{"page": "read"}', encoding="utf-8")
    window = MainWindow(remembered.load())
    qtbot.addWidget(window)
    Shell(workspace, window, window.state).remember()
    assert remembered.load()["page"] == "read"


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"geometry": 4, "splitters": [1], "ground": 5, "bars": {"top": "x"}}', "\0"]
)
def test_a_broken_state_is_a_plain_start(qtbot: QtBot, workspace: Workspace, text: str) -> None:
    paths.state().mkdir(parents=True, exist_ok=True)
    (paths.state() / "window.json").write_text(text, encoding="utf-8")
    window = MainWindow(remembered.load())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.fill(Shell(workspace, window, window.state))


def test_a_second_start_rings_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    assert not single.raise_other(library)
    owner = QWidget()
    qtbot.addWidget(owner)
    bell = single.Doorbell(library, owner)
    rang: list[bool] = []
    with qtbot.waitSignal(bell.rung):
        caller = threading.Thread(target=lambda: rang.append(single.raise_other(library)))
        caller.start()
    caller.join()
    bell.close()
    assert rang == [True]


def test_a_fault_becomes_a_report_and_one_dialog(qtbot: QtBot, window: MainWindow) -> None:
    handler = crash.CrashHandler(window)
    handler.handle(ValueError("first"))
    handler.handle(ValueError("second"))
    assert len(list(paths.reports().glob("*.txt"))) == 2
    assert handler._box is not None
    assert str(paths.reports()) in handler._box.informativeText()
    handler._box.close()
    report = sorted(paths.reports().glob("*.txt"))[0].read_text(encoding="utf-8")
    assert "ValueError: first" in report
    assert window.shell.workspace.library.faults() == []


def test_without_a_display_one_sentence_names_the_other_way(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert app.run() == 1
    assert "debateprep quickstart" in capsys.readouterr().err


FIRST_RUN = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from debateprep.gui.starter import Starter
starter = Starter(Path(sys.argv[1]))
seen = {}
def painted():
    QTimer.singleShot(0, opened)
    seen["heavy"] = [name for name in ("sqlalchemy", "reportlab", "lxml", "trafilatura") if name in sys.modules]
def opened():
    session = starter.session
    if session is None or session.shell.overview is None or len(starter.window.shell.stack.pages) < 2:
        QTimer.singleShot(20, opened)
        return
    seen["topics"] = len(starter.window.shell.overview.topics)
    seen["notice"] = starter.window.shell.notices.text
    seen["size"] = starter.window.shell.top.search.font().pointSizeF()
    starter.window.close()
from PySide6.QtCore import QTimer
starter.window.painted.connect(painted)
starter.window.show()
app.exec()
starter.end()
print(json.dumps(seen))
"""


def test_a_first_run_loads_nothing_heavy_before_the_first_paint_and_has_samples_and_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "new" / "library.db"
    monkeypatch.setenv("DEBATEPREP_HOME", str(tmp_path))
    settings.save(settings.Settings(text_size=200))
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DEBATEPREP_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_RUN, str(library)], env=env, capture_output=True, text=True, timeout=60, check=True
    )
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen == {"heavy": [], "topics": 2, "notice": "", "size": 10.5 * 2}


def test_typing_in_a_field_is_committed_when_the_window_closes(qtbot: QtBot, window: MainWindow) -> None:
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("half a sentence")
    with qtbot.waitSignal(field.editingFinished):
        window.close()


def test_settings_survive_any_text(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.toml"
    odd = 'a "quote" \\ \x7f \n é 😀 \x01'
    wanted = settings.Settings(name=odd, text_size=150, recent=("/a/b", odd))
    settings.save(wanted, file)
    assert settings.load(file) == wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theme = 3\ntext_size = 900\nwords_a_minute = true\nname = 5", settings.Settings(text_size=200)),
        ('theme = "pink"\nrecent = [1, "x"]', settings.Settings(recent=("x",))),
        ("nonsense", settings.Settings()),
    ],
)
def test_settings_that_make_no_sense_have_their_default(tmp_path: Path, text: str, expected: object) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    assert settings.load(file) == expected
