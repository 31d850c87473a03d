"""The window in a language 40 % longer: nothing is clipped, and no words were left out of the translation."""

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from debateprep import licences
from debateprep.domain.terms import (
    BlockKind,
    ItemKind,
    MarkKind,
    PositionStatus,
    ResponseType,
    Role,
    SectionKind,
    Side,
    SupportKind,
)
from debateprep.gui.dialogs.about import versions
from debateprep.gui.dialogs.help import passages
from debateprep.gui.main_window import MainWindow
from tests.gui import places
from tests.gui.pseudo import PseudoTranslator, bare, clipped, said

# The platform without a screen says so where a menu or dialog opens.
pytestmark = pytest.mark.qt_log_ignore("does not support")

_ENUMS = (BlockKind, ItemKind, MarkKind, PositionStatus, ResponseType, Role, SectionKind, Side, SupportKind)
TERMS = {each.value for enum in _ENUMS for each in enum}
NEVER_TRANSLATED = ("https://", "debateprep", ".txt", ".md", ".html", ".htm", ".markdown", "pdf")
"""Names and addresses that are the same in every language."""
_SPLIT = re.compile(r"\s·\s|, |\n|\t|; |: |\. |\s–\s|[“”]")
_NUMBER = re.compile(r"^[A-Z]\d+[a-z]*(\.\d+)?\s*|^Ctrl\b.*|^Alt\b.*|^Shift\b.*|^F\d+$")


@pytest.fixture(scope="module")
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def shown(qtbot: QtBot, pseudo: None, window: MainWindow) -> MainWindow:
    qtbot.waitUntil(lambda: window.shell.overview is not None)
    window.activateWindow()
    return window


@pytest.fixture
def data(library_path: Path) -> str:
    """Return all words of the library: what the user, and not the program, says."""
    found = []
    with sqlite3.connect(library_path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        for (table,) in tables.fetchall():
            for row in connection.execute(f"SELECT * FROM {table}"):
                found += [value for value in row if isinstance(value, str) and value not in TERMS]
    # An author stands in the library as family, given, literal, and on the screen the other way round.
    names = [f"{given} {family}" for family, given in re.findall(r'\["([^"]+)", ?"([^"]+)", ?"', " ".join(found))]
    paths = [str(library_path), str(library_path.parent)]
    return " ".join(" ".join([*found, *names, *paths, *places.TYPED]).casefold().split())


def left_out(text: str, data: str) -> list[str]:
    """Return the pieces of a text that are neither translated nor the user's own."""
    found = []
    for piece in _SPLIT.split(bare(text)):
        words = _NUMBER.sub("", piece.strip(" .“”…¶()■○▾\"'→+")).strip(" .“”…¶()■○▾\"'→:")
        folded = " ".join(words.casefold().split())
        known = (folded in data and words not in TERMS) or any(each in folded for each in NEVER_TRANSLATED)
        if re.search(r"[^\W\d_]{2}", words) and not known:
            found.append(words)
    return found


def all_left_out(root: QWidget, data: str) -> list[str]:
    found = []
    for widget, where, text in said(root):
        found += [f"{type(widget).__name__} {where}: {words}" for words in left_out(text, data)]
    return found


@pytest.mark.parametrize("name", places.PAGES)
def test_a_page_is_whole_in_a_longer_language(shown: MainWindow, data: str, name: str) -> None:
    root = places.show_page(shown, name)
    # What was just shown is laid out in a later turn.
    with contextlib.suppress(AssertionError):
        places.until(lambda: not clipped(root))
    assert clipped(root) == []
    assert all_left_out(root, data) == []


@pytest.mark.parametrize("command", places.DIALOGS)
def test_a_dialog_is_whole_in_a_longer_language(shown: MainWindow, data: str, command: str) -> None:
    dialog = places.open_dialog(shown, command)
    assert clipped(dialog) == []
    # The help's pages are files, of which a language brings its own.
    headings = [each.title for each in passages()]
    works = [word for work in (licences.own(), *licences.works()) for word in (work.name, work.licence, work.authors)]
    known = " ".join([*headings, *works, versions()]).casefold()
    assert all_left_out(dialog, data + known) == []
    dialog.close()


def test_every_menu_is_translated(shown: MainWindow, data: str) -> None:
    for name, menu in places.menus(shown).items():
        for action in places.entries(menu):
            assert left_out(action.text(), data) == [], f"{name}: {action.text()}"


def test_the_audit_sees_what_is_clipped_and_what_is_left_out(qtbot: QtBot, data: str) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    label = QLabel("Never translated", root)
    label.setGeometry(0, 0, 20, 20)
    button = QPushButton("⟦Translated⟧", root)
    button.setGeometry(0, 30, 400, 40)
    root.show()
    assert len(clipped(root)) == 1
    assert all_left_out(root, data) == ["QLabel text: Never translated"]
