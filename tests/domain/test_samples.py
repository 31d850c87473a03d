"""The shipped samples are whole, consistent, and fair: checked as data, before any service loads them."""

import json
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest

from debateprep import assets
from debateprep.domain import filters
from debateprep.domain.article import Block, paragraph_at
from debateprep.domain.labels import LabelColour
from debateprep.domain.model import Anchor
from debateprep.domain.terms import (
    BlockKind,
    MarkKind,
    Outcome,
    Part,
    ResponseType,
    Role,
    SectionKind,
    Side,
    SupportKind,
)
from debateprep.domain.words import count, find_anchor, words
from debateprep.reading import read_file

SAMPLES = ("victory-plan", "free-buses")
KEYS = ["key", "topic", "sources", "positions", "cards", "arguments", "answers", "briefs"]
KEYS += ["questions", "lines", "labels", "rounds", "filters", "further"]
WANTED_PARTS = ("Kind of source:", "Search:")


def load(name: str) -> dict[str, Any]:
    text = assets.path(f"samples/{name}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def essay(source: dict[str, Any]) -> str:
    return assets.path(f"samples/{source['text_file']}").read_text(encoding="utf-8")


def by_key(things: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {thing["key"]: thing for thing in things}


def sections_of(sections: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield section
        yield from sections_of(section.get("sections", []))


def case_keys(sample: dict[str, Any], side: str) -> list[str]:
    return [
        item["argument"]
        for brief in sample["briefs"]
        if brief["side"] == side
        for top in brief["sections"]
        if top["part"] == "case"
        for section in sections_of([top])
        for item in section["items"]
        if "argument" in item
    ]


def contentions(sample: dict[str, Any], side: str) -> int:
    sections = next(brief["sections"] for brief in sample["briefs"] if brief["side"] == side)
    return sum(section["kind"] == "contention" for section in sections)


def frontlines(sample: dict[str, Any]) -> list[dict[str, Any]]:
    on_cases = {*case_keys(sample, "pro"), *case_keys(sample, "con")}
    return [link for link in sample["answers"] if link["target"] not in on_cases]


def body_blocks(text: str) -> tuple[Block, ...]:
    """Cut the article by hand: a headline and two caption lines come first, the author's note last."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    return tuple(blocks[3:-1])


def runs(text: str, size: int = 8) -> set[tuple[str, ...]]:
    folded = [word.folded for word in words(text)]
    return {tuple(folded[at : at + size]) for at in range(len(folded) - size + 1)}


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> dict[str, Any]:
    return load(request.param)


def test_layout_of_the_file(sample: dict[str, Any]) -> None:
    assert list(sample) == KEYS
    assert sample["topic"]["resolution"].startswith("Resolved: ")
    for kind in ("sources", "positions", "cards", "arguments"):
        keys = [thing["key"] for thing in sample[kind]]
        assert len(keys) == len(set(keys)), kind


def test_references_and_vocabulary(sample: dict[str, Any]) -> None:
    sources, positions = by_key(sample["sources"]), by_key(sample["positions"])
    cards, arguments = by_key(sample["cards"]), by_key(sample["arguments"])
    for position in positions.values():
        assert position["source"] in sources
        assert Role(position["role"])
        assert Side(position["side"])
    for card in cards.values():
        assert card["source"] in sources
        assert card["position"] is None or positions[card["position"]]["source"] == card["source"]
    for argument in arguments.values():
        assert Side(argument["side"]) in (Side.PRO, Side.CON)
        for support in argument["supports"]:
            assert support.get("position", next(iter(positions))) in positions
            assert "card" not in support or support["card"] in cards
    for brief in sample["briefs"]:
        assert all(Part(section["part"]) for section in brief["sections"])
        for section in sections_of(brief["sections"]):
            assert SectionKind(section["kind"])
            assert section["items"]
            for item in section["items"]:
                assert list(item) in (["argument"], ["card"], ["note"])
                assert item.get("card") is None or item["card"] in cards
                if "argument" in item:
                    assert arguments[item["argument"]]["side"] == brief["side"]


def test_every_argument_stands_once_in_its_sides_brief(sample: dict[str, Any]) -> None:
    placed = Counter(
        item["argument"]
        for brief in sample["briefs"]
        for section in sections_of(brief["sections"])
        for item in section["items"]
        if "argument" in item
    )
    assert placed == Counter(argument["key"] for argument in sample["arguments"])


def test_arguments_are_whole_and_fit_their_cards(sample: dict[str, Any]) -> None:
    for argument in sample["arguments"]:
        assert 1 <= len(argument["name"].split()) <= 6, argument["key"]
        for part, limit in (("claim", 110), ("warrant", 140), ("impact", 110)):
            assert 20 <= len(argument[part]) <= limit, (argument["key"], part)
            assert argument[part].endswith("."), (argument["key"], part)
        assert argument["supports"], argument["key"]


def test_support_is_never_blurred(sample: dict[str, Any]) -> None:
    positions, cards = by_key(sample["positions"]), by_key(sample["cards"])
    for argument in sample["arguments"]:
        for support in argument["supports"]:
            kind = SupportKind(support["kind"])
            if not kind.takes_cite:
                assert list(support) == ["kind", "text"], argument["key"]
                assert support["text"].strip()
            elif kind is SupportKind.QUOTED:
                assert "text" not in support
                assert support["card"] in cards
            else:
                speaker = positions[support["position"]]["speaker"]
                assert bool(speaker) == (kind is SupportKind.REPORTED), (argument["key"], support)
            if kind is SupportKind.WANTED:
                assert "?" in support["text"]
                assert all(part in support["text"] for part in WANTED_PARTS)


def test_answers_cross_sides_without_a_cycle(sample: dict[str, Any]) -> None:
    arguments = by_key(sample["arguments"])
    graph: dict[str, set[str]] = {}
    for link in sample["answers"]:
        assert ResponseType(link["response"])
        assert arguments[link["answering"]]["side"] != arguments[link["target"]]["side"], link
        graph.setdefault(link["answering"], set()).add(link["target"])
    assert len({(link["answering"], link["target"]) for link in sample["answers"]}) == len(sample["answers"])
    order = list(TopologicalSorter(graph).static_order())
    assert set(order) <= set(arguments)
    answering = {link["answering"] for link in sample["answers"]}
    on_cases = {*case_keys(sample, "pro"), *case_keys(sample, "con")}
    assert set(arguments) - on_cases <= answering


def test_each_side_has_exactly_one_gap_and_the_same_kinds_of_help(sample: dict[str, Any]) -> None:
    answered = {link["target"] for link in sample["answers"]}
    for side in ("pro", "con"):
        assert len(set(case_keys(sample, side)) - answered) == 1, side
        own = [argument for argument in sample["arguments"] if argument["side"] == side]
        kinds = {support["kind"] for argument in own for support in argument["supports"]}
        assert {"our reasoning", "evidence wanted", "paraphrase"} <= kinds
    outlines = [
        [(section.get("part"), section["kind"]) for section in sections_of(brief["sections"])]
        for brief in sorted(sample["briefs"], key=lambda brief: str(brief["side"]))
    ]
    assert outlines[0] == outlines[1]
    assert len(case_keys(sample, "pro")) == len(case_keys(sample, "con"))


def test_what_helps_the_other_side_shows_how_the_author_goes_on(sample: dict[str, Any]) -> None:
    sources = by_key(sample["sources"])
    for position in sample["positions"]:
        against = Side(position["side"]).other is Side(sources[position["source"]]["concludes"])
        if position["role"] == "concession" or against:
            assert position["but"], position["key"]


def test_what_is_said_and_heard_serves_both_sides_alike(sample: dict[str, Any]) -> None:
    arguments, positions = by_key(sample["arguments"]), by_key(sample["positions"])
    for kind in ("questions", "lines"):
        sides = Counter(arguments[each["argument"]]["side"] for each in sample[kind])
        assert sides["pro"] == sides["con"] >= 1, kind
    groups = Counter((link["answering"], link["group"]) for link in sample["answers"] if link.get("group"))
    assert min(groups.values()) >= 2
    assert {arguments[answering]["side"] for answering, _ in groups} == {"pro", "con"}
    for label in sample["labels"]:
        sides = Counter(arguments[key]["side"] for key in label["arguments"])
        assert sides["pro"] == sides["con"]
        serve = Counter(positions[key]["side"] for key in label.get("positions", ()))
        assert serve["pro"] == serve["con"]
        assert LabelColour(label["colour"])
    further = Counter(brief["side"] for brief in sample["further"])
    assert further["pro"] == further["con"]
    for brief in sample["further"]:
        keys = [item["argument"] for section in brief["sections"] for item in section["items"] if "argument" in item]
        assert {arguments[key]["side"] for key in keys} == {brief["side"]}
    for each in sample["rounds"]:
        # No round is made up: the entry says that it is an example, and names nobody.
        assert each["name"].startswith("Example")
        assert "no such round was held" in each["notes"]
        for heard in each["heard"]:
            assert arguments[heard["argument"]]["side"] != each["side"]
            assert Outcome(heard["outcome"]) in (Outcome.UNKNOWN, Outcome.DROPPED)
    of_arguments = [kept["terms"] for kept in sample["filters"] if "of" not in kept["terms"]]
    assert len(of_arguments) == len(sample["filters"]) - 1
    assert all(filters.of_terms(terms.items()) for terms in of_arguments)
    for argument in sample["arguments"]:
        wanted = any(support["kind"] == "evidence wanted" for support in argument["supports"])
        assert (argument.get("status") == "ready") is not wanted
        assert "strength" not in argument  # No scores: who argues well is for the user to say.


def test_counts_of_the_victory_plan() -> None:
    sample = load("victory-plan")
    assert 28 <= len(sample["positions"]) <= 36
    assert contentions(sample, "pro") >= 3
    assert contentions(sample, "con") >= 2
    assert 9 <= len(case_keys(sample, "pro")) + len(case_keys(sample, "con")) <= 14
    assert len(sample["answers"]) >= 12
    assert len({link["response"] for link in sample["answers"]}) >= 8
    assert len(frontlines(sample)) >= 3


def test_counts_of_the_practice_topic() -> None:
    sample = load("free-buses")
    assert contentions(sample, "pro") == contentions(sample, "con") == 3
    per_essay = Counter(position["source"] for position in sample["positions"])
    assert len(per_essay) == 2
    assert min(per_essay.values()) >= 10
    assert len(sample["cards"]) >= 8
    assert len(case_keys(sample, "pro")) + len(case_keys(sample, "con")) >= 10
    assert len(sample["answers"]) >= 8
    assert len(frontlines(sample)) >= 2


def test_the_practice_essays_are_ours_and_readable() -> None:
    for source in load("free-buses")["sources"]:
        text = essay(source)
        title, byline, *paragraphs, note = text.strip().split("\n\n")
        assert title == source["title"]
        assert byline == "By DebatePrep samples"
        assert 9 <= len(paragraphs) <= 12
        assert 600 <= sum(count(paragraph) for paragraph in paragraphs) <= 800
        assert "written by DebatePrep for practice" in note
        assert "cites no sources" in note
        assert source["authors"] == [{"literal": "DebatePrep samples"}]
        assert source["issued"] is None


def test_the_reader_numbers_only_the_essays_own_paragraphs() -> None:
    for source in load("free-buses")["sources"]:
        path = assets.path(f"samples/{source['text_file']}")
        article = read_file(path)
        parts = path.read_text(encoding="utf-8").strip().split("\n\n")
        assert article.title == source["title"]
        assert [block.kind for block in article.blocks[:2]] == [BlockKind.HEADLINE, BlockKind.BYLINE]
        assert [name.literal for name in article.authors] == ["DebatePrep samples"]
        assert list(article.paragraphs) == parts[2:-1]


def test_quotes_and_marks_are_exact() -> None:
    sample = load("free-buses")
    texts = {source["key"]: essay(source) for source in sample["sources"]}
    for thing in sample["positions"] + sample["cards"]:
        assert texts[thing["source"]].count(thing["quote"]) == 1, thing["key"]
        assert "\n" not in thing["quote"]
    for card in sample["cards"]:
        kinds = {MarkKind(mark["kind"]) for mark in card["marks"]}
        assert kinds == {MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.HIGHLIGHT}, card["key"]
        read = [mark["words"] for mark in card["marks"] if mark["kind"] == "underline"]
        for mark in card["marks"]:
            assert card["quote"].count(mark["words"]) == 1, (card["key"], mark)
            assert mark["value"] == ("yellow" if mark["kind"] == "highlight" else "")
            assert any(mark["words"] in stretch for stretch in read), (card["key"], mark)


def test_the_victory_plan_brings_anchors_and_no_text() -> None:
    sample = load("victory-plan")
    assert sample["cards"] == []
    (source,) = sample["sources"]
    assert source["text_file"] is None
    assert source["publication"] == ""
    assert source["issued"] is None
    assert "not known" in source["note"]
    kinds = {support["kind"] for argument in sample["arguments"] for support in argument["supports"]}
    assert "quoted" not in kinds
    for position in sample["positions"]:
        assert 1 <= position["paragraph"] <= 16
        assert position["words"] >= 5
        assert len(bytes.fromhex(position["sha256"])) == 32
    assert len({position["sha256"] for position in sample["positions"]}) == len(sample["positions"])


def test_every_anchor_is_found_in_its_own_paragraph(real_article: Path) -> None:
    text = real_article.read_text(encoding="utf-8")
    blocks = body_blocks(text)
    assert len(blocks) == 16
    for position in load("victory-plan")["positions"]:
        # Without the paragraph as a hint, the first match must still be the right one.
        span = find_anchor(text, blocks, Anchor(position["words"], position["sha256"]))
        assert span is not None, position["key"]
        assert paragraph_at(blocks, span.start) == position["paragraph"], position["key"]


def test_no_eight_word_run_of_the_article_ships(real_article: Path) -> None:
    forbidden = runs(real_article.read_text(encoding="utf-8"))
    for file in sorted(assets.path("samples").iterdir()):
        shared = forbidden & runs(file.read_text(encoding="utf-8"))
        assert not shared, (file.name, [" ".join(run) for run in shared])
