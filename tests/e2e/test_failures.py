"""Whatever goes wrong, the user reads one sentence, scripts get a code, and the library is unharmed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from debateprep.services import topics
from debateprep.storage.library import Library

from .conftest import ROOT, Run


def one_sentence(err: str) -> str:
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("debateprep: ")
    assert "Traceback" not in err
    return lines[0]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("sources", "s9"), "There is no source 9"),
        (("sources", "nothing like it"), "No source is called"),
        (("sources", "--remove"), "Say which source"),
        (("sources", "s1", "--edit"), "Say what to change"),
        (("sources", "s1", "--remove", "--title", "x"), "one thing at a time"),
        (("sources", "s1", "--kind", "caption"), "Say which block"),
        (("sources", "s1", "--block", "99", "--strike"), "there is no block 99"),
        (("positions", "s1", "--keep", "999"), "There is no suggestion 999"),
        (("positions", "s1", "--mark", "0:9999999"), "no words at that place"),
        (("positions", "s1", "--mark-words", "words that are not in it"), "do not stand in this source"),
        (("positions", "s1", "--mark-words", "the"), "give a few more"),
        (("positions", "--edit", "p1"), "Say what to change"),
        (("positions", "--edit", "a1", "--role", "claim"), "does not name a position"),
        (("positions", "--remove", "p99"), "There is no position 99"),
        (("topics", "add", "  "), "needs its resolution"),
        (("topics", "edit", "t1"), "Say what to change"),
        (("topics", "samples", "nonsense"), "There is no sample"),
        (("brief", "--topic", "t7"), "There is no topic 7"),
        (("brief", "contention", "X"), "Say whose brief"),
        (("brief", "argument", "--side", "pro"), "Give either a claim"),
        (("brief", "argument", "X", "--side", "pro", "--in", "C8"), "There is no contention"),
        (("brief", "support", "a1", "--position", "p77"), "There is no position 77"),
        (("brief", "support", "a1", "--reasoning", "x", "--kind", "quoted"), "Only words of a source"),
        (("brief", "card", "--tag", "t"), "Say what to cut"),
        (("brief", "card", "--paste", "--tag", "t"), "needs the words it quotes"),
        (("brief", "edit", "a1"), "What can be changed of a1"),
        (("brief", "edit", "a1", "--tag", "x"), "What can be changed of a1"),
        (("brief", "edit", "x9", "--tag", "x"), "Name an argument"),
        (("brief", "move", "a1"), "Say where it goes"),
        (("brief", "remove", "t1"), "removed by its own command"),
        (("brief", "remove", "a99"), "There is no argument 99"),
        (("answer",), "Say which argument"),
        (("answer", "a1"), "Say the answer"),
        (("answer", "a1", "--with", "a1"), "cannot answer itself"),
        (("answer", "a1", "x", "--with", "a2"), "no place for the claim"),
        (("answer", "--edit", "r5", "--tier", "2"), "There is no answer 5"),
        (("trash", "restore", "spoon", "1"), "There is no kind of thing"),
        (("trash", "restore", "argument"), "Say what is meant"),
        (("trash", "restore", "a1"), "not in the trash"),
        (("redo",), "nothing to redo"),
        (("restore", "99"), "backup --list"),
        (("export", "--layout", "brief", "-o", "x.pdf"), "Say whose brief"),
        (("export", "--layout", "cards", "-o", "x.pdf"), "no answers to print"),
        (("export", "--layout", "map", "-o", "x.doc"), "end the file's name in .pdf or .svg"),
        (("export", "--layout", "clash", "-o", "no/such/folder/x.pdf"), "does not exist"),
        (("export", "--layout", "clash", "-o", "x.pdf", "--cards-per-sheet", "5"), "4 or 8"),
        (("export", "--layout", "clash", "-o", "x.pdf", "--type-size", "99"), "between 8 and 24"),
    ],
)
def test_a_wrong_wish_is_one_sentence_and_changes_nothing(built: Run, argv: tuple[str, ...], words: str) -> None:
    before = built("check", "--json").data["content_hash"]
    ran = built(*argv, code=1)
    assert words in one_sentence(ran.err)
    assert ran.out == ""
    assert built("check", "--json").data["content_hash"] == before


@pytest.mark.parametrize(
    "argv",
    [
        ("nonsense",),
        ("sources", "s1", "--concludes", "maybe"),
        ("sources", "s1", "--date", "2024-13"),
        ("positions", "s1", "--mark", "9:3"),
        ("positions", "s1", "--keep", "zero"),
        ("answer", "a1", "x", "--response", "shouting"),
        ("export", "--layout", "poster", "-o", "x.pdf"),
        ("search",),
        ("--library",),
        ("undo", "0"),
    ],
)
def test_wrong_usage_is_code_2(built: Run, argv: tuple[str, ...]) -> None:
    assert "usage: debateprep" in built(*argv, code=2).err


@pytest.mark.parametrize("command", ["sources", "topics", "brief", "coverage", "history", "trash", "check", "undo"])
def test_a_newcomer_is_told_how_to_begin(run: Run, own_home: Path, command: str) -> None:
    assert "debateprep quickstart" in one_sentence(run(command, code=1).err)
    assert list(own_home.rglob("*.db")) == []


def test_wrong_files_one_after_another(run: Run, tmp_path: Path) -> None:
    wrong = {
        "empty.txt": b"",
        "blank.txt": b" \n\n\t ",
        "binary.txt": bytes(range(256)) * 40,
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(500),
        "page.html": b"<html><body></body></html>",
    }
    run("topics", "add", "Resolved: X.")
    before = run("check", "--json").data["content_hash"]
    for name, data in wrong.items():
        (tmp_path / name).write_bytes(data)
        one_sentence(run("import", tmp_path / name, code=1).err)
    (tmp_path / "none").mkdir()
    for path in (tmp_path / "none", tmp_path / "absent.txt"):
        one_sentence(run("import", path, code=1).err)
    assert run("check", "--json").data["content_hash"] == before


@pytest.mark.usefixtures("permissions")
def test_an_unreadable_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("words")
    path.chmod(0)
    assert "not allowed" in one_sentence(run("import", path, code=1).err)


@pytest.mark.usefixtures("permissions")
def test_export_into_a_read_only_folder(built: Run, tmp_path: Path) -> None:
    folder = tmp_path / "handouts"
    folder.mkdir()
    path = folder / "brief.pdf"
    built("export", "--layout", "clash", "-o", path)
    before = path.read_bytes()
    folder.chmod(0o500)
    try:
        assert "Nothing may be written" in one_sentence(
            built("export", "--layout", "brief", "--side", "pro", "-o", path, code=1).err
        )
    finally:
        folder.chmod(0o700)
    assert path.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == ["brief.pdf"]


def test_a_file_that_is_no_library(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("These are my notes, and no library.\n" * 100)
    before = path.read_bytes()
    for command in ("sources", "undo", "check"):
        one_sentence(run("--library", path, command, code=1).err)
    one_sentence(run("--library", path, "topics", "add", "Resolved: X.", code=1).err)
    assert path.read_bytes() == before


def test_export_does_not_write_over_what_is_no_pdf(built: Run, tmp_path: Path) -> None:
    path = tmp_path / "essay.doc"
    path.write_text("my essay")
    assert "not a PDF" in one_sentence(built("export", "--layout", "clash", "-o", path, code=1).err)
    for ending, words in ((".txt", "is there already"), (".md", "is there already"), (".html", "not an HTML page")):
        other = path.rename(path.with_suffix(ending))
        assert words in one_sentence(built("export", "--layout", "clash", "-o", other, code=1).err)
        assert other.read_text() == "my essay"
        path = other
    drawing = path.rename(tmp_path / "essay.svg")
    assert "not an SVG" in one_sentence(built("export", "--layout", "map", "-o", drawing, code=1).err)
    path = drawing
    assert path.read_text() == "my essay"


def test_backup_does_not_write_over_a_file(built: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_text("mine")
    assert "already" in one_sentence(built("backup", path, code=1).err)
    assert path.read_text() == "mine"


def test_a_second_writer_is_told_who_holds_the_library(built: Run, process: Run, tmp_path: Path) -> None:
    path = tmp_path / "held.db"
    with Library(path) as library:
        samples = topics.listed(library)
        assert samples == []
        said = one_sentence(process("--library", str(path), "topics", "add", "Resolved: X.", code=1).err)
        assert f"process {os.getpid()}" in said
        process("--library", str(path), "topics")


def test_a_fault_of_ours_leaves_a_report(built: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a fault")

    before = built("check", "--json").data["content_hash"]
    monkeypatch.setattr("debateprep.services.topics.listed", broken)
    said = one_sentence(built("topics", code=70).err)
    (report,) = own_home.rglob("debateprep-*.txt")
    assert str(report) in said
    assert "RuntimeError: a fault" in report.read_text(encoding="utf-8")
    monkeypatch.undo()
    monkeypatch.setenv("DEBATEPREP_HOME", str(own_home))
    assert built("check", "--json").data["content_hash"] == before


def test_a_console_without_unicode_shows_something(process: Run, tmp_path: Path) -> None:
    process("topics", "samples", "free-buses")
    for encoding in ("ascii", "latin-1", "cp437"):
        ran = process("brief", "--side", "con", PYTHONUTF8="0", PYTHONIOENCODING=encoding)
        assert "CON BRIEF" in ran.out
        data = process("brief", "--side", "con", "--json", PYTHONUTF8="0", PYTHONIOENCODING=encoding).data
        assert data["resolution"].startswith("Resolved: ")


def test_a_text_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    run("topics", "add", "Resolved: \x1b]0;owned\x07 \u202eback\u202c.")
    said = run("topics").out + run("brief").out
    assert not set(said) & {"\x1b", "\x07", "\u202e"}


@pytest.mark.skipif(os.name != "posix", reason="pipes close otherwise there")
def test_a_reader_who_has_read_enough(process: Run, own_home: Path) -> None:
    process("topics", "samples")
    command = f'"{sys.executable}" -m debateprep brief | head -n 1; test "${{PIPESTATUS[0]}}" = 0'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )
    assert done.returncode == 0
    assert done.stderr == b""


def test_interrupted_is_code_130(begun: Run, essay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    before = begun("check", "--json").data["content_hash"]
    monkeypatch.setattr("debateprep.services.sources.import_files", stopped)
    assert one_sentence(begun("import", essay, code=130).err).startswith("debateprep: Stopped")
    assert begun("check", "--json").data["content_hash"] == before
