"""Formats, answers, clash, rounds and filters from the command line."""

from pathlib import Path

from .conftest import Run


def test_formats_are_shown_and_made_ones_own(built: Run, tmp_path: Path) -> None:
    assert "british-parliamentary" in built("formats").out
    shown = built("formats", "show", "policy").out
    assert "8:00" in shown
    file = tmp_path / "own.toml"
    file.write_text(built("formats", "show", "class", "--toml").out.replace("Classroom", "Year 9"), encoding="utf-8")
    assert "Year 9" in built("formats", "set", file).out
    assert "yours" in built("formats").out
    built("formats", "checks", "class", "open argument", "over time")
    assert built("formats", "show", "class", "--json").data["checks"] == ["open argument", "over time"]
    built("formats", "reset", "class")
    assert "Classroom" in built("formats").out
    file.write_text("name = 3", encoding="utf-8")
    assert "must be words" in built("formats", "set", file, code=1).err
    assert "cannot be read" in built("formats", "set", tmp_path / "none.toml", code=1).err
    assert "is not possible" in built("formats", "checks", "class", "mood", code=1).err


def test_one_answer_for_several_and_across(built: Run) -> None:
    built("brief", "argument", "Roads are paid for too", "--in", "C1", "--side", "pro")
    made = built("answer", "a1", "All of it is dear", "--also", "a3", "--group", "Money", "--json").data
    assert len(made["answers"]) == 2
    built("brief", "argument", "Buses are slow", "--in", "C1", "--side", "pro")
    assert "answers a5" in built("answer", "a5", "--apply", "r1", "--response", "no link").out
    built("answer", "--ungroup", "r1")
    built("answer", "a2", "--from", "p2")
    assert "Name a card" in built("answer", "a2", "--from", "x2", code=1).err
    said = built("clash", "--only", "open argument", "--json").data["findings"]
    assert {each["check"] for each in said} == {"open argument"}
    assert "No evidence" in built("clash", "--all").out
    assert "○ a4" in built("coverage", "--matrix").out


def test_rounds_suggestions_and_what_is_said(built: Run) -> None:
    assert "There is no round yet" in built("round", "hear", "Tea", code=1).err
    built("round", "add", "Round 1", "--side", "con", "--opponent", "Hill", "--on", "2026-03-07")
    heard = built("round", "hear", "Fares keep people away from work", "--answer", "They pay for buses", "--json").data
    built("round", "hear", "a1", "--said", "not here")
    built("round", "went", "w1", "worked")
    out = built("round").out
    assert "against Hill, 2026-03-07" in out
    assert "worked" in out
    found = built("coverage", "--heard", "--json").data["arguments"]
    assert {each["id"] for each in found} == {1, heard["argument"]}
    assert built("suggest", "a2", "--json").data["argument"] == "a2"
    built("suggest", "a1", "--support")
    built("brief", "question", "a1", "Which people?", "--expect", "Many", "--then", "Name one")
    built("brief", "line", "a1", "Every rider counts", "--kind", "magnitude")
    shown = built("brief", "--side", "pro").out
    assert "ask: Which people? They say: Many Then: Name one (q1)" in " ".join(shown.split())
    assert "magnitude: Every rider counts (l1)" in " ".join(shown.split())
    built("brief", "remove", "q1")
    built("brief", "remove", "l1")


def test_topics_labels_filters_and_history(built: Run) -> None:
    built("topics", "add", "Resolved: Homework should end.", "--format", "public-forum", "--template", "case")
    assert "Two contentions" in built("topics", "templates", "t2").out
    assert "First contention" in built("brief", "--topic", "t2", "--side", "pro").out
    built("topics", "duplicate", "t1", "--name", "Second try")
    built("topics", "archive", "t3")
    assert "(archived)" in built("topics").out
    built("topics", "unarchive", "t3")
    built("topics", "archive", "t3")
    built("topics", "archive", "t2")
    built("formats", "new", "Our club")
    built("formats", "copy", "our-club", "Our other club")
    assert "our-other-club" in built("formats").out
    assert "is in the trash" in built("formats", "remove", "our-other-club").out
    assert "ships stays" in built("formats", "remove", "policy", code=1).err
    built("topics", "edit", "t1", "--evidence-since", "2015")
    built("label", "on", "crux", "a1", "a2")
    built("label", "off", "crux", "a2")
    built("label", "rename", "crux", "key")
    assert "key" in built("label").out
    built("label", "add", "who decides", "--colour", "purple")
    built("label", "colour", "who decides", "teal")
    assert "teal" in built("label").out
    assert "one of blue, teal" in built("label", "colour", "who decides", "mauve", code=1).err
    assert "there is a label" in built("label", "add", "Key", code=1).err.casefold()
    built("label", "rate", "a1", "--status", "ready", "--strength", "4")
    shown = built("coverage", "--label", "key", "--status", "ready", "--strength", "3", "--json").data["arguments"]
    assert [each["ref"] for each in shown] == ["a1"]
    built("filters", "save", "Best", "--strength", "4")
    assert "strength 4" in built("filters").out
    assert len(built("coverage", "--filter", "best", "--json").data["arguments"]) == 1
    built("filters", "rename", "f1", "Strongest")
    assert "Strongest" in built("filters").out
    assert "called “Best”" not in built("filters").out
    assert built("coverage", "--no-verified", "--json").data["arguments"] == []
    built("filters", "remove", "f1")
    built("label", "remove", "key")
    built("brief", "remove", "C1", "--side", "pro")
    steps = built("history", "--json").data["steps"]
    built("brief", "contention", "Later work", "--side", "pro")
    assert "to the trash" in built("history", "--show", str(steps[0]["id"])).out
    built("history", "--restore", str(steps[0]["id"]))
    assert "Fares keep people out" in built("brief", "--side", "pro").out
    built("history", "--to", str(steps[3]["id"]))
    assert "Later work" not in built("brief", "--side", "pro").out
    assert "no longer in the history" in built("history", "--to", "999", code=1).err
