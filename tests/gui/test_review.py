"""The review before a source is added: when asked, or when the reader is unsure, and never otherwise."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from debateprep.domain.article import PartialDate
from debateprep.domain.model import Source, SourceText
from debateprep.domain.terms import BlockKind
from debateprep.gui.dialogs.review import ReviewDialog
from debateprep.gui.main_window import MainWindow

# The platform without a screen says so where a dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")
ESSAY = """Give the street back

By Adela Marsh

Small shops gain when a street is calm, because people stop and look.

Sign up for our letter today and never miss an issue.

A slow street is also a place to meet, and children can play in sight.
"""
LONG = "word and word again, " * 300


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_text(ESSAY, encoding="utf-8")
    return path


def dialog_of(qtbot: QtBot, window: MainWindow) -> ReviewDialog:
    qtbot.waitUntil(lambda: "review" in window.shell.dialogs._open)
    found = window.shell.dialogs._open["review"]
    assert isinstance(found, ReviewDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def count(window: MainWindow) -> int:
    with window.shell.workspace.library.read() as reader:
        return len(reader.all(Source))


def test_an_article_is_looked_over_corrected_and_added(qtbot: QtBot, window: MainWindow, essay: Path) -> None:
    before = count(window)
    window.shell.reviewer.look_over([essay])
    dialog = dialog_of(qtbot, window)
    assert dialog.line("title").text() == "Give the street back"
    assert dialog.where("title") == "from the first line"
    assert dialog.where("authors") == "from the byline"
    row = next(row for row, block in enumerate(dialog.review.article.blocks) if "Sign up" in words(dialog, row))
    dialog.ui.blocks.selectRow(row)
    dialog.ui.blocks.setFocus()
    QTest.keyClick(dialog.ui.blocks, Qt.Key.Key_Space)
    assert dialog.review.article.blocks[row].struck
    last = len(dialog.review.article.blocks) - 1
    cell = dialog.model.index(last, 1)
    assert dialog.model.setData(cell, BlockKind.AUTHOR_NOTE.value)
    dialog.line("issued").setText("7 March 2024")
    dialog.line("issued").editingFinished.emit()
    assert dialog.where("issued") == "from you"
    assert count(window) == before
    with qtbot.waitSignal(window.shell.workspace.changed):
        dialog._ok.click()
    with window.shell.workspace.library.read() as reader:
        (source,) = reader.all(Source, title="Give the street back")
        (text,) = reader.all(SourceText, source_id=source.id)
    assert source.issued == PartialDate(2024, 3, 7)
    assert text.blocks[row].struck
    assert text.blocks[last].kind is BlockKind.AUTHOR_NOTE
    assert text.text == ESSAY.strip() or "Sign up" in text.text


def words(dialog: ReviewDialog, row: int) -> str:
    return str(dialog.model.index(row, 2).data())


def test_a_review_that_is_left_adds_nothing(qtbot: QtBot, window: MainWindow, essay: Path) -> None:
    before = count(window)
    window.shell.reviewer.look_over([essay])
    dialog = dialog_of(qtbot, window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "review" not in window.shell.dialogs._open)
    assert count(window) == before


def test_several_are_shown_one_after_another(qtbot: QtBot, window: MainWindow, essay: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ESSAY.replace("street", "square"), encoding="utf-8")
    window.shell.reviewer.look_over([essay, other])
    first = dialog_of(qtbot, window)
    name = first.review.file_name
    QTest.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.shell.dialogs._open.get("review", first) is not first)
    assert dialog_of(qtbot, window).review.file_name != name


def test_what_cannot_be_added_is_said(qtbot: QtBot, window: MainWindow, essay: Path) -> None:
    window.shell.reviewer.look_over([essay])
    dialog = dialog_of(qtbot, window)
    dialog.line("issued").setText("soon")
    dialog._ok.click()
    assert dialog.isVisible()
    assert "2024-03-07" in dialog.ui.fault.text()
    dialog.line("issued").clear()
    for row in range(dialog.model.rowCount()):
        dialog.model.setData(dialog.model.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not dialog._ok.isEnabled()
    assert "struck out" in dialog.ui.fault.text()


def test_the_happy_path_asks_nothing(qtbot: QtBot, window: MainWindow, essay: Path) -> None:
    before = count(window)
    with qtbot.waitSignal(window.shell.workspace.changed):
        window.shell.importer.bring([essay])
    assert count(window) == before + 1
    assert "review" not in window.shell.dialogs._open


def test_an_unsure_reader_asks_before_it_adds(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    doubtful = tmp_path / "one.txt"
    doubtful.write_text(f"A heading\n\n{LONG}\n", encoding="utf-8")
    before = count(window)
    window.shell.importer.bring([doubtful])
    dialog = dialog_of(qtbot, window)
    assert "one paragraph" in dialog.ui.doubts.text()
    assert count(window) == before
    with qtbot.waitSignal(window.shell.workspace.changed):
        dialog._ok.click()
    assert count(window) == before + 1
