"""Tags: nothing is painted outside the structure, and readers of it find their way."""

from pathlib import Path

import pikepdf
import pytest

from debateprep.publishing import PageOptions, export_pdf
from tests.publishing import sample_pages as sample
from tests.publishing.tag_checks import inspect
from tests.publishing.test_export import LAYOUTS, layouts


@layouts
def test_everything_painted_is_in_the_structure(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = inspect(export_pdf(*LAYOUTS[name]))
    assert report.problems == []
    assert report.painted > report.artifacts > 0
    assert report.headings[0] == 1
    with capsys.disabled():
        print(f"\n{name}: tagged, {report.checks} checks passed, {report.painted} paint operators")


@layouts
def test_an_outside_checker_finds_nothing(name: str, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua")
    path = tmp_path / "file.pdf"
    path.write_bytes(export_pdf(*LAYOUTS[name]))
    report = pdfua.Validator().validate(str(path))
    assert [str(found) for found in report.findings] == []


def test_contents_are_links_of_the_structure() -> None:
    report = inspect(export_pdf(sample.BRIEF, PageOptions(type_size=14)))
    assert report.roles["TOCI"] == report.roles["Link"] > 5
    assert report.problems == []


def test_a_clash_sheet_is_tables() -> None:
    report = inspect(export_pdf(sample.CLASH, PageOptions()))
    assert report.roles["TR"] == report.roles["TH"] == 5
    assert report.problems == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(export_pdf(sample.DECK, PageOptions()))
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        page = file.pages[0]
        page.contents_add(b"0 0 10 10 re f")
        page.Tabs = pikepdf.Name("/R")
        file.Root.StructTreeRoot.ParentTree.Nums[1][0] = file.Root.StructTreeRoot.ParentTree.Nums[1][1]
        file.save(path)
    problems = inspect(path.read_bytes()).problems
    assert "f is in no mark" in problems
    assert "tabs do not follow the structure" in problems
    assert "the way back leads elsewhere" in problems
