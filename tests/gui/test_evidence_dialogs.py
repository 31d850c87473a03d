"""The dialogs of evidence: the check of a brief and its text, works cited, references in and out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep.domain.citation_styles import CiteStyle
from debateprep.domain.model import Card, Source
from debateprep.domain.terms import Side
from debateprep.gui.dialogs.report import ReportDialog
from debateprep.gui.dialogs.works import WorksDialog
from debateprep.gui.workspace import Workspace
from tests.waiting import becomes

BIB = """@book{marsh,
  author = {Marsh, Adela and Quell, Ivo},
  title = {Roads and Fares},
  publisher = {Test Press},
  year = {2019}
}
"""


@pytest.fixture
def report(qtbot: QtBot, workspace: Workspace) -> Iterator[ReportDialog]:
    shown = ReportDialog(workspace, Side.PRO, None)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() > 0)
    yield shown
    shown.close()


@pytest.fixture
def works(qtbot: QtBot, workspace: Workspace) -> Iterator[WorksDialog]:
    shown = WorksDialog(workspace, None)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: bool(shown._cited))
    yield shown
    shown.close()


def test_the_check_shows_each_use_of_a_card_and_what_to_look_at(qtbot: QtBot, report: ReportDialog) -> None:
    lines = [line for row in range(report.model.rowCount()) if (line := report.model.line(row)) is not None]
    assert sum(1 for line in lines if "verbatim" in line.verdict) > 5
    # What wants a look stands first.
    marked = [bool(line.cautions) for line in lines]
    assert marked == sorted(marked, reverse=True)
    assert "verbatim" in report.ui.summary.text()
    report.ui.side.setCurrentIndex(1)
    report.ui.side.activated.emit(1)
    qtbot.waitUntil(lambda: report.ui.summary.text().startswith("Con brief"))


def test_a_changed_card_is_told_in_the_check_and_in_its_text(
    qtbot: QtBot, report: ReportDialog, tmp_path: Path
) -> None:
    library = report._workspace.library
    with library.edit("Tamper") as edit:
        card = next(each for each in edit.all(Card) if "small tax" in each.quote)
        edit.put(replace(card, quote=card.quote.replace("small", "heavy")))
    report._read()
    qtbot.waitUntil(lambda: " changed" in report.ui.summary.text())
    target = tmp_path / "check.txt"
    with qtbot.waitSignal(report._workspace.notice):
        report.save_to(target)
    said = target.read_text(encoding="utf-8")
    assert "source: “small”, card: “heavy”" in said
    assert card.tag in said
    report.ui.copy.click()
    assert QApplication.clipboard().text() == said


def test_a_report_that_cannot_be_written_says_so(qtbot: QtBot, report: ReportDialog, tmp_path: Path) -> None:
    with qtbot.waitSignal(report._workspace.failed) as told:
        report.save_to(tmp_path / "no such folder" / "check.txt")
    assert "does not exist" in told.args[0]


def test_a_line_of_the_check_opens_its_card(qtbot: QtBot, report: ReportDialog) -> None:
    row = next(row for row in range(report.model.rowCount()) if (line := report.model.line(row)) and line.card)
    line = report.model.line(row)
    assert line is not None
    report.ui.rows.selectRow(row)
    with qtbot.waitSignal(report._workspace.card_wanted) as wanted:
        report.ui.open.click()
    assert wanted.args == [line.card]


def test_works_cited_in_each_style(qtbot: QtBot, works: WorksDialog) -> None:
    for at, style in enumerate(CiteStyle):
        works.ui.style.setCurrentIndex(at)
        works.ui.style.activated.emit(at)
        qtbot.waitUntil(becomes(lambda: works._cited[0].style, style))
        assert "et the " in works.ui.works.toPlainText()
    works.ui.copy.click()
    assert QApplication.clipboard().text().splitlines() == [each.text for each in works._cited]


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_references_go_out_and_come_in(qtbot: QtBot, works: WorksDialog, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"references.{ending}"
    with qtbot.waitSignal(works._workspace.notice) as told:
        works.save_to(target)
    assert target.name in told.args[0]
    if ending == "json":
        assert len(json.loads(target.read_text(encoding="utf-8"))) >= 2
    with qtbot.waitSignal(works._workspace.notice) as told:
        works.bring(target)
    assert "No reference was new." in told.args[0]
    own = tmp_path / "own.bib"
    own.write_text(BIB, encoding="utf-8")
    with qtbot.waitSignal(works._workspace.changed):
        works.bring(own)
    with works._workspace.library.read() as reader:
        (made,) = reader.all(Source, title="Roads and Fares")
    assert [name.family for name in made.authors] == ["Marsh", "Quell"]


def test_a_file_that_holds_no_references_ends_in_a_sentence(qtbot: QtBot, works: WorksDialog, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{", encoding="utf-8")
    with qtbot.waitSignal(works._workspace.failed) as told:
        works.bring(wrong)
    assert "not CSL-JSON" in told.args[0]
