"""Every command does what it says, in words and as JSON."""

import json
from pathlib import Path

import pypdf
import pytest

from debateprep import __version__
from debateprep.cli import COMMANDS
from debateprep.publishing import Kind

from .conftest import ROOT, Run


def pages(path: Path) -> int:
    return len(pypdf.PdfReader(path).pages)


def test_without_a_command_and_a_display_it_says_so_and_welcomes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    said = run(code=1)
    assert "debateprep quickstart" in said.out
    assert "no display" in said.err


def test_version(run: Run) -> None:
    assert run("--version").out == f"debateprep {__version__}\n"


def test_help_names_every_command(run: Run) -> None:
    said = run("--help").out
    assert [name for name in COMMANDS if name not in said] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help(run: Run, command: str) -> None:
    assert f"debateprep {command}" in run(command, "--help").out


def test_help_of_answer_lists_the_plain_responses_first(run: Run) -> None:
    said = " ".join(run("answer", "--help").out.split())
    assert said.index("not true, helps us, less important, different case, weak source") < said.index("no link")


def test_quickstart_prints_both_samples_and_keeps_a_library(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "try it"
    made = run("quickstart", folder, "--json").data
    assert len(made["files"]) == 8
    assert all(pages(Path(each["path"])) >= 1 for each in made["files"])
    assert not made["library_was_there"]
    run("--library", folder / "library.db", "topics", "add", "Resolved: This stays.")
    again = run("quickstart", folder)
    assert "was there and is kept" in " ".join(again.out.split())
    kept = run("topics", "--library", folder / "library.db", "--json").data["topics"]
    assert [each["sample"] for each in kept].count("free-buses") == 1
    assert "Resolved: This stays." in [each["resolution"] for each in kept]


def test_import_reports(run: Run, essay: Path) -> None:
    said = run("import", essay).out
    assert "s1" in said
    assert "paragraphs" in said
    assert "no date" in said
    (again,) = run("import", essay, "--json").data["imported"]
    assert again["known"]
    assert again["source"] == 1


def test_import_reads_pasted_text(process: Run, essay: Path) -> None:
    (made,) = process("import", "-", "--json", given=essay.read_bytes()).data["imported"]
    assert made["paragraphs"] == 11


def test_import_goes_on_after_a_file_that_fails(run: Run, essay: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    ran = run("import", empty, essay, tmp_path / "absent.txt", "--json", code=1)
    assert [("error" in each) for each in ran.data["imported"]] == [True, False, True]
    assert ran.err.count("debateprep: ") == 2


def test_a_folder_is_brought_in_with_a_report_for_each_file(run: Run, essay: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "1.txt").write_bytes(essay.read_bytes())
    (folder / "2.pdf").write_bytes(b"%PDF-1.4")
    (folder / "3.xlsx").write_bytes(b"x")
    ran = run("import", folder, "--json", code=1)
    assert [made["fate"] for made in ran.data["imported"]] == ["added", "refused", "passed over"]
    assert ran.err.count("\n") == 1
    assert "“2.pdf” is damaged or cut off" in ran.err
    said = run("import", folder, code=1).out
    assert "Passed over: “3.xlsx”" in said
    assert "Brought in 1 of 3 files." in said


def test_sources_are_listed_shown_and_corrected(begun: Run) -> None:
    assert "Let the bus be free" in begun("sources").out
    begun(
        *("sources", "s1", "--edit", "--title", "Free the bus", "--author", "Okafor, Ada", "--author", "Bus Council"),
        *("--date", "2024-03-07", "--publication", "The Post", "--url", "https://example.org/a", "--concludes", "pro"),
    )
    about = begun("sources", "free the", "--json").data
    assert about["authors"] == ["Ada Okafor", "Bus Council"]
    assert (about["date"], about["publication"], about["concludes"]) == ("2024-03-07", "The Post", "pro")
    assert about["missing"] == []
    begun("sources", "s1", "--date", "")
    assert begun("sources", "s1", "--json").data["date"] is None


def test_blocks_are_corrected_and_numbers_follow(begun: Run) -> None:
    blocks = begun("sources", "s1", "--json").data["blocks"]
    first = next(each for each in blocks if each["paragraph"] == 1)
    begun("sources", "s1", "--block", str(first["block"]), "--kind", "caption")
    after = begun("sources", "s1", "--json").data["blocks"]
    assert after[first["block"] - 1]["kind"] == "caption"
    assert sum(1 for each in after if each["paragraph"]) == sum(1 for each in blocks if each["paragraph"]) - 1
    begun("sources", "s1", "--block", str(first["block"] + 1), "--strike")
    assert begun("sources", "s1", "--json").data["blocks"][first["block"]]["struck"]
    begun("sources", "s1", "--block", str(first["block"] + 1), "--unstrike")
    assert not begun("sources", "s1", "--json").data["blocks"][first["block"]]["struck"]


def test_a_source_is_removed_and_comes_back(begun: Run) -> None:
    begun("sources", "s1", "--remove")
    assert begun("sources", "--json").data["sources"] == []
    assert "source" in begun("trash").out
    begun("trash", "restore", "source", "1")
    assert len(begun("positions", "s1", "--json").data["kept"]) == 2


def test_positions_quote_the_text(begun: Run, essay: Path) -> None:
    text = essay.read_text(encoding="utf-8")
    found = begun("positions", "s1", "--json").data
    assert found["suggestions"]
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in found["suggestions"])
    assert all(each["reasons"] for each in found["suggestions"])
    assert [each["ref"] for each in found["kept"]] == ["p1", "p2"]
    assert {each["side"] for each in found["kept"]} == {"pro"}


def test_positions_show_a_few_or_all_and_every_reason(begun: Run) -> None:
    few, every = begun("positions", "s1").out, begun("positions", "s1", "--all", "--why").out
    assert len(every.splitlines()) > len(few.splitlines())
    assert "(+" in every
    assert "(+" not in few


def test_positions_are_dismissed_edited_marked_and_removed(begun: Run, essay: Path) -> None:
    begun("positions", "s1", "--dismiss", "3")
    third = begun("positions", "s1", "--json").data["suggestions"][2]
    assert third["decided"] == "dismissed"
    begun("positions", "--edit", "p1", "--statement", "Mine", "--role", "reason", "--side", "con", "--speaker", "Ada")
    text = essay.read_text(encoding="utf-8")
    words = " ".join(text.split("\n\n")[3].split()[2:9])
    begun("positions", "s1", "--mark-words", words)
    start = text.index(words)
    begun("positions", "s1", "--mark", f"{start}:{start + 20}", "--side", "neither")
    kept = begun("positions", "s1", "--json").data["kept"]
    first = next(each for each in kept if each["ref"] == "p1")
    assert (first["statement"], first["role"], first["side"], first["speaker"]) == ("Mine", "reason", "con", "Ada")
    assert sorted(each["start"] for each in kept).count(start) == 2
    begun("positions", "--remove", "p2")
    assert "p2" not in [each["ref"] for each in begun("positions", "s1", "--json").data["kept"]]


def test_topics_are_added_edited_and_removed(run: Run) -> None:
    run("topics", "add", "Resolved: One.", "--name", "One", "--pro-stance", "yes", "--con-stance", "no")
    run("topics", "edit", "t1", "--resolution", "Resolved: Two.", "--notes", "n")
    (topic,) = run("topics", "list", "--json").data["topics"]
    assert (topic["resolution"], topic["pro_stance"], topic["notes"]) == ("Resolved: Two.", "yes", "n")
    run("topics", "remove", "t1")
    assert run("topics", "--json").data["topics"] == []
    run("topics", "samples", "free-buses")
    assert "there already" in run("topics", "samples").out


def test_a_brief_is_built_and_shown(built: Run) -> None:
    built("brief", "edit", "a1", "--name", "Fares", "--warrant", "because", "--impact", "therefore")
    built("brief", "support", "a2", "--reasoning", "ours")
    built("brief", "support", "a2", "--wanted", "a study of fares")
    built("brief", "support", "a2", "--position", "p2", "--kind", "paraphrase", "--text", "in my words")
    built("brief", "card", "p2", "--tag", "A tag")
    built("brief", "support", "a1", "--card", "c1")
    built("brief", "note", "Say it slowly", "--in", "C1", "--side", "pro")
    built("brief", "card", "c1", "--in", "C1", "--side", "pro")
    said = built("brief", "--side", "pro").out
    for words in ("C1.1", "(a1, i1)", "quoted: “", "Because: because", "○ no Con answer yet", "Say it slowly", "A tag"):
        assert words in said
    other = built("brief", "show", "--side", "con", "--json").data["briefs"][0]
    kinds = [each["kind"] for each in other["case"][0]["items"][0]["argument"]["supports"]]
    assert kinds == ["our reasoning", "evidence wanted", "paraphrase"]


def test_cards_are_cut_pasted_listed_and_edited(built: Run, essay: Path) -> None:
    words = " ".join(essay.read_text(encoding="utf-8").split("\n\n")[4].split()[1:8])
    built("brief", "card", "--source", "s1", "--words", words, "--tag", "Cut")
    built("brief", "card", "--paste", "--tag", "Pasted", "--cite", "Okafor 24", "--quote", "Buses run.")
    built("brief", "edit", "c2", "--tag", "New tag", "--cite", "Okafor 2024")
    cards = built("brief", "cards", "--json").data["cards"]
    assert [(each["tag"], each["cite"]) for each in cards] == [("Cut", ""), ("New tag", "Okafor 2024")]
    assert cards[0]["quote"] == words
    assert "Buses run." in built("brief", "cards").out


def test_a_brief_is_rearranged(built: Run) -> None:
    built("brief", "contention", "Second", "--side", "pro")
    built("brief", "argument", "Another", "--side", "pro", "--in", "Second")
    built("brief", "argument", "Loose", "--side", "pro")
    assert "Not in the outline" in built("brief", "--side", "pro").out
    built("brief", "move", "a4", "--to", "C2")
    built("brief", "move", "a3", "--to", "C1", "--place", "1")
    built("brief", "move", "C2", "--place", "1", "--side", "pro")
    built("brief", "rename", "C1", "First now", "--side", "pro")
    case = built("brief", "--side", "pro", "--json").data["briefs"][0]["case"]
    assert [each["title"] for each in case] == ["First now", "Fares keep people out"]
    assert [each["argument"]["ref"] for each in case[1]["items"]] == ["a3", "a1"]
    assert [each["argument"]["ref"] for each in case[0]["items"]] == ["a4"]
    built("brief", "remove", "i1")
    built("brief", "remove", "C2", "--side", "pro")
    built("brief", "remove", "a4")
    after = built("brief", "--side", "pro", "--json").data["briefs"][0]
    assert [each["items"] for each in after["case"]] == [[]]
    assert sorted(each["ref"] for each in after["not_in_the_outline"]) == ["a1", "a3"]


def test_answers_link_two_sides(built: Run) -> None:
    built("answer", "a1", "Not so", "--response", "different-case", "--warrant", "w", "--impact", "i", "--tier", "2")
    built("answer", "a2", "--with", "a1", "--response", "helps us", "--wording", "it helps us")
    built("answer", "--edit", "r1", "--response", "weak source", "--tier", "1", "--wording", "in short: no")
    said = built("brief", "--side", "pro").out
    assert "○ Con answers, weak source: in short: no (a3, r1)" in said
    coverage = built("coverage", "--json").data
    assert [each["sentence"] for each in coverage["coverage"]] == [
        "Pro arguments with a Con answer: 1 of 1",
        "Con arguments with a Pro answer: 1 of 2",
    ]
    assert [each["ref"] for each in coverage["open"]] == ["a3"]
    built("answer", "--remove", "r2")
    assert "Pro answer: 0 of 2" in built("coverage").out


def test_search_finds_and_filters(built: Run) -> None:
    found = built("search", "riders", "part", "--json").data["hits"]
    assert ("argument", "a2") in [(each["kind"], each["ref"]) for each in found]
    only = built("search", "bus", "--kind", "source", "--limit", "1", "--topic", "t1", "--json").data["hits"]
    assert [each["kind"] for each in only] == ["source"]
    assert "Nothing is found" in built("search", "xylophone").out
    built("search", '"', "AND", "(", "NEAR(*")


def test_history_trash_undo_and_redo(built: Run) -> None:
    before = built("check", "--json").data["content_hash"]
    built("trash", "put", "a2")
    assert [each["kind"] for each in built("trash", "--json").data["trash"]].count("argument") == 1
    built("trash", "restore", "argument", "2")
    assert built("check", "--json").data["content_hash"] == before
    assert built("undo", "2", "--json").data["steps"] == ["Restore argument", "Move argument to trash"]
    assert [each["undone"] for each in built("history", "--limit", "2", "--json").data["steps"]] == [True, True]
    assert "Done again: Move argument to trash" in built("redo").out
    assert "There were no more steps" in built("undo", "999").out


@pytest.mark.parametrize("layout", [kind.value for kind in Kind])
def test_export_writes_each_layout(built: Run, tmp_path: Path, layout: str) -> None:
    built("answer", "a1", "Not so")
    path = tmp_path / f"{layout}.pdf"
    made = built("export", "--layout", layout, "--side", "con", "-o", path, "--date", "none", "--json").data
    assert made["size"] == path.stat().st_size
    assert pages(path) >= 1
    first = path.read_bytes()
    built("export", "--layout", layout, "--side", "con", "-o", path, "--date", "none")
    assert path.read_bytes() == first


@pytest.mark.parametrize("name", ["map.pdf", "map.svg"])
def test_export_writes_the_map(built: Run, tmp_path: Path, name: str) -> None:
    built("answer", "a1", "Not so")
    path = tmp_path / name
    made = built("export", "--layout", "map", "-o", path, "--date", "none", "--json").data
    assert made["layout"] == "map"
    first = path.read_bytes()
    assert made["size"] == len(first)
    if path.suffix == ".pdf":
        assert "Not so" in pypdf.PdfReader(path).pages[0].extract_text()
    else:
        assert b">Not so</text>" in first
    built("export", "--layout", "map", "-o", path, "--date", "none")
    assert path.read_bytes() == first
    built("export", "--layout", "map", "--side", "con", "-o", path, "--tiled", "--paper", "a4")
    assert path.read_bytes() != first


@pytest.mark.parametrize(
    ("ending", "opening"), [("html", "<!DOCTYPE html>"), ("md", "# Con brief"), ("txt", "Con brief")]
)
def test_export_writes_the_same_in_other_formats(built: Run, tmp_path: Path, ending: str, opening: str) -> None:
    built("answer", "a1", "Not so")
    path = tmp_path / f"brief.{ending}"
    built("export", "--layout", "brief", "--side", "con", "-o", path, "--date", "none")
    text = path.read_text(encoding="utf-8")
    assert text.startswith(opening)
    assert "Not so" in text
    built("export", "--layout", "brief", "--side", "con", "-o", path, "--replace")


def test_export_writes_a_class_set_into_a_folder(built: Run, tmp_path: Path) -> None:
    built("answer", "a1", "Not so")
    folder = tmp_path / "class"
    made = built("export", "--layout", "class-set", "-o", folder, "--json").data
    assert len(made["files"]) == len(list(folder.iterdir())) == 14
    assert all(pages(Path(name)) >= 1 for name in made["files"])


def test_export_takes_every_reading_aid(built: Run, tmp_path: Path) -> None:
    built("answer", "a1", "Not so")
    path = tmp_path / "brief.pdf"
    built(
        *("export", "--layout", "brief", "--side", "pro", "-o", path, "--large", "--dyslexia", "--black", "--cover"),
        *("--justified", "--hyphens", "--text", "read", "--page-each", "--two-up", "--margin", "15", "--smallest", "7"),
    )
    assert round(float(pypdf.PdfReader(path).pages[0].mediabox.width)) == 792
    card = tmp_path / "cards.pdf"
    built("export", "--layout", "cards", "-o", card, "--cells", "3x5", "--duplex", "short", "--ruler")
    assert round(float(pypdf.PdfReader(card).pages[0].mediabox.width)) == 360


def test_export_takes_every_option(built: Run, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    built(
        *("export", "--layout", "brief", "--side", "pro", "-o", path, "--paper", "a4", "--type-size", "12"),
        *("--ink-saver", "--no-contents", "--no-answers", "--no-works", "--name", "Ada", "--school", "Hill High"),
        *("--date", "2024-03-07", "--cards-per-sheet", "8"),
    )
    page = pypdf.PdfReader(path).pages[0]
    assert round(float(page.mediabox.width)) == 595
    assert "Hill High" in page.extract_text()


def test_backup_restore_and_check(built: Run, tmp_path: Path) -> None:
    before = built("check", "--json").data["content_hash"]
    built("backup")
    copy = tmp_path / "mine.db"
    built("backup", copy)
    assert len(built("backup", "--list", "--json").data["backups"]) >= 1
    built("topics", "remove", "t1")
    assert built("check", "--json").data["content_hash"] != before
    built("restore", "1")
    assert built("check", "--json").data["content_hash"] == before
    built("topics", "remove", "t1")
    said = built("restore", copy).out
    assert "What was there before is kept in" in said
    assert built("check", "--rebuild-index", "--json").data["content_hash"] == before


def test_quiet_confirms_nothing_and_still_answers_questions(built: Run) -> None:
    assert built("--quiet", "brief", "note", "n", "--in", "C1", "--side", "pro").out == ""
    assert built("sources", "--quiet").out != ""


def test_options_stand_before_or_after(built: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    lines: tuple[tuple[str | Path, ...], ...] = (
        ("--library", other, "topics", "add", "Resolved: X."),
        ("topics", "add", "Resolved: Y.", f"--library={other}"),
    )
    for argv in lines:
        built(*argv)
    lines = (("--json", "--library", other, "topics"), ("topics", "--library", other, "list", "--json"))
    for argv in lines:
        assert len(built(*argv).data["topics"]) == 2
    assert len(built("topics", "--json").data["topics"]) == 1


@pytest.mark.parametrize(
    "argv",
    [
        ("topics",),
        ("sources",),
        ("sources", "s1"),
        ("positions", "s1"),
        ("brief",),
        ("coverage",),
        ("search", "x"),
        ("history",),
        ("trash",),
        ("check",),
        ("undo",),
    ],
)
def test_every_answer_is_one_json_document(built: Run, argv: tuple[str, ...]) -> None:
    assert isinstance(json.loads(built(*argv, "--json").out), dict)


def test_lines_fit_the_terminal(built: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for argv in (("sources",), ("positions", "s1"), ("brief",), ("search", "bus")):
        assert max(len(line) for line in built(*argv).out.splitlines()) <= 60


def test_the_module_is_the_command(process: Run) -> None:
    assert process("--version").out == f"debateprep {__version__}\n"
    assert (ROOT / "debateprep" / "__main__.py").is_file()
