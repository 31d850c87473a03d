"""`card`: cards are marked, checked and timed without a window."""

from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def sampled(run: Run) -> Run:
    run("topics", "samples")
    return run


def test_the_samples_are_verbatim_and_reported(sampled: Run) -> None:
    listed = sampled("card", "--json").data["cards"]
    assert {each["verdict"] for each in listed} == {"verbatim"}
    assert "verbatim" in sampled("card", "verify").out
    said = sampled("card", "report", "--topic", "buses", "--side", "con").out
    assert "concludes for Pro" in said
    shown = sampled("card", "show", listed[0]["ref"], "--tag", "Every ride always proves it", "--json").data
    assert {each["kind"] for each in shown["overclaims"]} == {"added absolute"}
    assert shown["suggested"]


def test_a_card_is_marked_in_layers(sampled: Run) -> None:
    first = sampled("card", "--json").data["cards"][0]["ref"]
    sampled("card", "layer", first, "--copy", "mine", "1AR short")
    marked = sampled("card", "mark", first, "small tax", "--as", "highlight", "--value", "blue", "--json").data["marks"]
    assert ("highlight", "blue", "small tax") in [(each["kind"], each["value"], each["words"]) for each in marked]
    assert sampled("card", "unmark", first, "--json").data["marks"] == []
    assert sampled("card", "underline", first, "--json").data["marks"]
    shown = sampled("card", "show", first, "--json").data["layers"]
    assert [(each["name"], each["shown"]) for each in shown] == [("mine", False), ("1AR short", True)]
    sampled("card", "layer", first, "--remove", "1ar short")
    assert "no layer" in sampled("card", "layer", first, "--show", "other", code=1).err
    assert "do not stand" in sampled("card", "mark", first, "zebra", code=1).err
    sampled("card", "tag", first, "--add", "A fare is a tax")
    assert sampled("card", "tag", first, "--choose", "1", "--json").data["tags"][0] == "A fare is a tax"
    assert [each["step"] for each in sampled("history", "--json").data["steps"]][:2] == ["Choose tag", "Add tag"]


def test_a_pasted_card_is_split_attached_and_checked(sampled: Run, tmp_path: Path) -> None:
    file = tmp_path / "card.txt"
    file.write_text("Fares are a tax\nSample 24\n\nA fare is a small tax\n on every errand.", encoding="utf-8")
    made = sampled("card", "paste", file, "--topic", "buses", "--json").data
    assert (made["tag"], made["cite"]) == ("Fares are a tax", "Sample 24")
    assert "No source text" in sampled("card", "verify", made["ref"]).out
    sampled("card", "attach", made["ref"], "Let the bus be free")
    assert "Verbatim" in sampled("card", "verify", made["ref"]).out
    file.write_text("Tag\nSample 24\nA fare is a large tax on every errand.", encoding="utf-8")
    other = sampled("card", "paste", file, "--topic", "buses", "--json").data
    assert "do not stand" in sampled("card", "attach", other["ref"], "Let the bus be free", code=1).err


def test_reading_time_in_both_counts(sampled: Run) -> None:
    own = sampled("card", "time", "--topic", "buses", "--json").data
    verbatim = sampled("card", "time", "--topic", "buses", "--verbatim", "--json").data
    assert (own["words_a_minute"], verbatim["words_a_minute"]) == (180, 250)
    for one, two in zip(own["cases"], verbatim["cases"], strict=True):
        assert 0 < two["words"] < one["words"]
        assert one["words"] == sum(part["words"] for part in one["parts"])
