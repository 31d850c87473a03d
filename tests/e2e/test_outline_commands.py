"""The outline's commands: rows named as the lists show them, each command one step."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run


def titles(run: Run, side: str = "pro", part: str = "case") -> list[str]:
    (brief,) = run("brief", "--side", side, "--json").data["briefs"]
    found = []

    def walk(sections: list[dict[str, Any]], depth: int) -> None:
        for each in sections:
            found.append("-" * depth + str(each["title"]))
            walk(each["sections"], depth + 1)

    walk(brief[part], 0)
    return found


def test_rows_are_edited_by_their_names(built: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    built("brief", "after", "C1", "Fares cost", "--side", "pro")
    built("brief", "indent", "C2", "--side", "pro")
    assert titles(built) == ["Fares keep people out", "-Fares cost"]
    built("brief", "outdent", "h3", "--side", "pro")
    built("brief", "up", "C2", "--side", "pro")
    assert titles(built) == ["Fares cost", "Fares keep people out"]
    assert "i" in built("brief", "after", "a1", "A second claim").out
    built("brief", "after", "a1", "remember this", "--note")
    built("brief", "split", "C2", "--side", "pro", "--title", "More", "--at", "a1")
    assert titles(built) == ["Fares cost", "Fares keep people out", "More"]
    built("brief", "merge", "C2", "C3", "--side", "pro")
    built("brief", "duplicate", "C2", "--side", "pro")
    assert titles(built) == ["Fares cost", "Fares keep people out", "Fares keep people out"]
    built("brief", "freeze", "a1")
    assert "Name arguments or items" in built("brief", "freeze", "C1", "--side", "pro", code=1).err
    built("brief", "thaw", "a1")
    copied = built("brief", "copy", "C2", "--side", "pro", "--json").out
    assert "A second claim" in built("brief", "copy", "C2", "--side", "pro").out
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(json.loads(copied))))
    built("brief", "paste", "--to-side", "con")
    assert titles(built, "con") == ["Somebody pays", "Fares keep people out"]
    monkeypatch.setattr("sys.stdin", io.StringIO("New\n  point one\n  point two"))
    built("brief", "paste", "--to-side", "con", "--part", "answers")
    assert titles(built, "con", "answers") == ["New"]
    built("brief", "put", "C1", "--side", "pro", "--to-side", "con", "--place", "1")
    assert titles(built, "con")[0] == "Fares cost"
    built("brief", "take-out", "C1", "--side", "con")
    built("undo")
    built("brief", "new", "Second speaker", "--side", "pro")
    assert "Second speaker" in built("brief", "briefs").out
    built("brief", "main", "b3")
    assert titles(built) == []
    assert "There is no section before" in built("brief", "indent", "C1", "--side", "con", code=1).err


def test_a_further_brief_is_shown_and_exported(built: Run, tmp_path: Path) -> None:
    built("brief", "new", "Second speaker", "--side", "pro")
    built("brief", "put", "C1", "--side", "pro", "--brief", "b3")
    assert "Fares keep people out" in built("brief", "show", "--brief", "b3").out
    assert "PRO BRIEF “Second speaker”" in built("brief", "show", "--brief", "b3").out
    assert titles(built) == []
    page = tmp_path / "second.txt"
    built("export", "--layout", "outline", "--brief", "b3", "-o", str(page))
    said = page.read_text("utf-8")
    assert "Fares keep people out" in said
    built("export", "--layout", "outline", "--side", "pro", "-o", str(tmp_path / "main.txt"))
    assert "Fares keep people out" not in (tmp_path / "main.txt").read_text("utf-8")
    for wrong, sentence in (
        (("outline", "--brief", "b3", "--side", "con"), "The brief b3 is Pro's; leave --side out."),
        (("clash", "--brief", "b3"), "The clash sheet is not of one brief; leave --brief out."),
        (("outline", "--brief", "b99"), "There is no brief 99"),
        (("outline", "--brief", "Second"), "“Second” does not name a brief"),
    ):
        told = built("export", "--layout", *wrong, "-o", str(page), "--replace", code=1)
        assert sentence in told.err
    assert page.read_text("utf-8") == said
