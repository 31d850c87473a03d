"""What the last session showed is shown again before the library is open, only while it is true, and can be used."""

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep import paths
from debateprep.domain.article import Block, Name, PartialDate, Span
from debateprep.domain.model import Anchor, Card, Mark, MarkLayer, Position, Source, SourceText, Topic
from debateprep.domain.terms import BlockKind, MarkKind, Side
from debateprep.gui import recall, remembered
from debateprep.gui.background import Job
from debateprep.gui.pages import PAGES
from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.pages.read.state import Hint, Snapshot, SourceRow
from debateprep.gui.session import Session
from debateprep.gui.starter import Starter
from debateprep.gui.usecases import Overview
from debateprep.services import positions
from debateprep.storage.errors import LibraryError
from debateprep.storage.library import Library
from tests.conftest import ROOT
from tests.gui.person import Person

TOPIC = Topic(id=3, uid="t", resolution="Resolved: Trams.", name="Trams")
TEXT = SourceText(
    id=1, uid="x", source_id=2, text="Trams 🚋 last.", blocks=(Block(BlockKind.PARAGRAPH, 0, 14),), sha256=""
)
KEPT = Position(
    id=5, uid="p", source_id=2, statement="They last", span=Span(0, 5), anchor=Anchor(1, "a"), side=Side.PRO
)
CARD = Card(id=6, tag="t", quote="q", layers=(MarkLayer("mine", (Mark(MarkKind.UNDERLINE, 0, 1),), shown=True),))


def seen(title: str = "Trams", issued: PartialDate | None = None) -> recall.Recall:
    source = Source(id=2, uid="s", title=title, authors=(Name("Roe", "Jo"),), issued=issued, details=(("DOI", "1"),))
    row = SourceRow(2, title, "Jo Roe", None, 1, here=True)
    snapshot = Snapshot(
        3, (row,), source, TEXT, (KEPT,), (KEPT,), (CARD,), under={5: 4}, sides={5: Hint(side=Side.CON)}
    )
    return recall.Recall(Overview((TOPIC,), "Keep position", ""), snapshot)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    file = tmp_path / "some.db"
    file.write_bytes(b"any bytes")
    return file


@given(title=st.text(), issued=st.none() | st.builds(PartialDate, st.integers(1, 3000), st.none() | st.integers(1, 12)))
def test_any_values_come_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, title: str, issued: PartialDate | None
) -> None:
    file = tmp_path_factory.mktemp("any") / "some.db"
    file.write_bytes(b"")
    wanted = seen(title, issued)
    recall.keep(file, wanted)
    assert recall.load(file) == wanted


def test_what_is_kept_belongs_to_one_state_of_one_library(library: Path, tmp_path: Path) -> None:
    recall.keep(library, seen())
    other = tmp_path / "other.db"
    other.write_bytes(library.read_bytes())
    assert recall.load(other) is None
    assert recall.load(library) == seen()
    log = tmp_path / "some.db-wal"
    log.write_bytes(b"")
    assert recall.load(library) == seen(), "an empty log holds no edits"
    log.write_bytes(b"edits of a killed program")
    assert recall.load(library) is None
    log.unlink()
    library.write_bytes(b"other bytes!")
    assert recall.load(library) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Topic"', '"Path"'),
        ('"pro"', '"nobody"'),
        ('"has":[', '"has":[1,'),
        ('"":', '"x":'),
        ('{"stamp"', '{"stump"'),
        ("}", ""),
        ('"start"', '"start"'),
    ],
)
def test_a_damaged_file_is_no_recall(library: Path, old: str, new: str) -> None:
    recall.keep(library, seen())
    file = paths.state() / remembered.RECALL
    text = file.read_text(encoding="utf-8")
    if old != new:
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert recall.load(library) is None
    remembered.forget()
    assert recall.load(library) is None
    assert not file.exists()


# In the window


def read_page(session: Session) -> ReadPage:
    page = session.shell.page("read")
    assert isinstance(page, ReadPage)
    return page


@pytest.fixture
def used(library_path: Path) -> Path:
    """Return a library whose window was closed on the Read page."""
    person = Person()
    with person.at(library_path) as window:
        window.shell.show_page("read")
        page = window.shell.page("read")
        assert isinstance(page, ReadPage)
        person.until(lambda: page.seen() is not None, "the article")
    return library_path


class Held:
    """A start whose library opens only when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, library: Path) -> None:
        self._real = Session._open
        self.wanted = 0
        monkeypatch.setattr(Session, "_open", lambda _session: setattr(self, "wanted", self.wanted + 1))
        self.starter = Starter(library)
        self.starter.window.show()

    @property
    def session(self) -> Session:
        assert self.starter.session is not None
        return self.starter.session

    def open(self) -> None:
        self._real(self.session)


@pytest.fixture
def held(qtbot: QtBot, used: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    start = Held(monkeypatch, used)
    qtbot.waitUntil(lambda: start.wanted == 1)
    yield start
    monkeypatch.undo()
    window = start.starter.window
    if window.isVisible():
        window.close()
        qtbot.waitUntil(lambda: not window.findChildren(Job))
        start.starter.end()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_article_is_there_before_the_library(qtbot: QtBot, held: Held) -> None:
    shell, page = held.session.shell, read_page(held.session)
    assert not held.session.workspace.is_open
    assert shell.page_key == "read"
    assert "buses" in shell.top.topic.text()
    assert shell.status.saved.text() == "Opening your library…"
    assert page.snapshot.text is not None
    assert page.view.toPlainText().strip()
    before = page.snapshot
    cards = list(page.positions.cards)
    held.open()
    qtbot.waitUntil(lambda: len(shell.stack.pages) == len(PAGES))
    qtbot.waitUntil(lambda: shell.status.saved.text() == "Saved" and bool(page.positions.suggestions))
    assert page.snapshot == before
    assert page.positions.cards[: len(cards)] == cards, "nothing was drawn anew"
    assert len(page.positions.cards) == len(page.snapshot.kept) > len(cards)
    assert [button.text() for button, _ in shell.rail._buttons.values()][:2] == ["Read", "Briefs"]


def test_an_edit_made_meanwhile_waits_and_is_saved(qtbot: QtBot, held: Held, used: Path) -> None:
    page, space = read_page(held.session), held.session.workspace
    card = page.positions.cards[0]
    card.removed.emit(card.position.id)
    assert space.waiting == 1
    held.open()
    qtbot.waitUntil(lambda: space.waiting == 0 and space.is_open)
    qtbot.waitUntil(lambda: card.position.id not in {each.position.id for each in page.positions.cards})
    with Library(used, write=False) as library, library.read() as reader:
        assert card.position.id not in {each.id for each in reader.all(Position)}


def test_an_edit_made_meanwhile_is_saved_though_the_window_is_closed_at_once(
    held: Held, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read_page(held.session)
    gone = page.positions.cards[0].position.id
    page.positions.cards[0].removed.emit(gone)
    monkeypatch.undo()
    held.starter.window.close()
    held.starter.end()
    with Library(used) as library, library.read() as reader:
        assert gone not in {each.id for each in reader.all(Position)}


def test_a_library_that_cannot_be_opened_says_so_for_what_waits_too(
    qtbot: QtBot, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise LibraryError("The library is busy; try again in a moment.")

    monkeypatch.setattr("debateprep.gui.usecases.UseCases.open", refuse)
    page, shell = read_page(held.session), held.session.shell
    page.positions.cards[0].removed.emit(page.positions.cards[0].position.id)
    held.open()
    qtbot.waitUntil(lambda: held.session.workspace.waiting == 0)
    assert shell.notices.text == "The library is busy; try again in a moment."
    assert shell.status.saved.text() == "No library is open"


def test_a_library_edited_elsewhere_is_read_first(used: Path) -> None:
    assert recall.load(used) is not None
    with Library(used) as library:
        with library.read() as reader:
            kept = reader.all(Position)[0]
        positions.remove(library, kept.id)
    assert recall.load(used) is None


def _types_in(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and (dataclasses.is_dataclass(hint) or issubclass(hint, StrEnum)):
        yield hint
        if dataclasses.is_dataclass(hint):
            for each in get_type_hints(hint).values():
                yield from _types_in(each)
    for each in get_args(hint):
        yield from _types_in(each)


def test_every_kind_of_value_that_is_shown_can_be_kept() -> None:
    known = {*recall._VALUES.values(), *recall._WORDS.values()}
    assert set(_types_in(recall.Recall)) == known


def test_the_read_page_needs_no_library_to_be_there() -> None:
    code = "import sys, debateprep.gui.session, debateprep.gui.pages.read.page; print(*sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    rooms = {name.rpartition(".")[0] or name for name in done.stdout.split() if name.startswith("debateprep.")}
    assert not rooms & {f"debateprep.{each}" for each in ("services", "storage", "finding", "reading", "publishing")}
    assert not {"sqlalchemy", "reportlab", "lxml", "pysbd", "trafilatura"} & set(done.stdout.split())
