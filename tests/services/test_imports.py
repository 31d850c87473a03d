"""Many files and folders at once: a report for each, a library that no bad file harms."""

import os
from pathlib import Path

import pytest

from debateprep.domain.model import Source
from debateprep.progress import Progress
from debateprep.services import imports
from debateprep.services.imports import Fate
from debateprep.storage.library import Library
from tests.reading.papers import BODY, docx, epub, para, pdf, placed, rtf


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Return a folder of good and bad files, with a folder in it."""
    shelf = tmp_path / "shelf"
    (shelf / "inner").mkdir(parents=True)
    (shelf / "1.docx").write_bytes(docx([para("A tram for the town", "Title"), *map(para, BODY)]))
    (shelf / "2.txt").write_text("\n\n".join(("A second tram", *BODY)), encoding="utf-8")
    (shelf / "3 broken.pdf").write_bytes(pdf([placed([BODY[0]], 50)])[:500])
    (shelf / "4 again.txt").write_text("\n\n".join(("A second tram", *BODY)), encoding="utf-8")
    (shelf / "5 sums.xlsx").write_bytes(b"x")
    (shelf / "6 empty.md").write_bytes(b"")
    (shelf / ".hidden.txt").write_text(BODY[0], encoding="utf-8")
    (shelf / "~$1.docx").write_bytes(b"a lock of Word's")
    (shelf / "inner" / "7.epub").write_bytes(epub())
    (shelf / "inner" / "8.rtf").write_bytes(rtf("A third tram", *BODY))
    return shelf


def test_every_file_is_reported(empty: Library, shelf: Path) -> None:
    report = imports.import_many(empty, [shelf])
    assert [(each.path.name, each.fate) for each in report.files] == [
        ("1.docx", Fate.ADDED),
        ("2.txt", Fate.ADDED),
        ("3 broken.pdf", Fate.REFUSED),
        ("4 again.txt", Fate.KNOWN),
        ("5 sums.xlsx", Fate.PASSED_OVER),
        ("6 empty.md", Fate.REFUSED),
        ("7.epub", Fate.ADDED),
        ("8.rtf", Fate.ADDED),
    ]
    assert not report.stopped
    for each in report.of(Fate.REFUSED, Fate.PASSED_OVER):
        assert f"“{each.path.name}”" in each.sentence
    assert len(report.imported) == 5
    with empty.read() as reader:
        assert len(reader.all(Source)) == 4
    assert len(empty.history()) == 4


def test_a_file_that_is_named_itself_is_read_whatever_its_name(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "essay.xlsx"
    path.write_text("\n\n".join(BODY), encoding="utf-8")
    (found,) = imports.import_many(empty, [path]).files
    assert found.fate is Fate.ADDED


def test_refused_files_leave_the_library_as_it_was(empty: Library, shelf: Path) -> None:
    before = empty.content_hash()
    report = imports.import_many(empty, [shelf / "3 broken.pdf", shelf / "6 empty.md", shelf / "absent.txt"])
    assert [each.fate for each in report.files] == [Fate.REFUSED] * 3
    assert empty.content_hash() == before
    assert empty.history() == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_in_a_folder_lead_nowhere(empty: Library, shelf: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("\n\n".join(BODY), encoding="utf-8")
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "a.txt").symlink_to(secret)
    (folder / "b").symlink_to(shelf, target_is_directory=True)
    (folder / "c").symlink_to(folder, target_is_directory=True)
    report = imports.import_many(empty, [folder])
    assert [each.fate for each in report.files] == [Fate.PASSED_OVER] * 3 + [Fate.REFUSED]
    assert [each.fate for each in imports.import_many(empty, [folder / "a.txt"]).files] == [Fate.ADDED]


def test_progress_is_told_and_stopping_keeps_what_came_in(empty: Library, shelf: Path) -> None:
    steps: list[tuple[int, int, str]] = []

    def told(done: int, total: int, what: str) -> None:
        steps.append((done, total, what))
        if done == 1:
            progress.cancel()

    progress = Progress(told)
    report = imports.import_many(empty, [shelf], progress)
    assert steps == [(0, 7, "1.docx"), (1, 7, "2.txt")]
    assert report.stopped
    assert [each.path.name for each in report.of(Fate.ADDED)] == ["1.docx", "2.txt"]
    assert len(report.of(Fate.NOT_READ)) == 5


def test_a_folder_without_articles(empty: Library, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (found,) = imports.import_many(empty, [tmp_path / "none"]).files
    assert found.fate is Fate.REFUSED
    assert found.sentence == "No file in the folder “none” could be an article."
