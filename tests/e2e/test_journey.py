"""As a new user would, by command line alone and each command in a new process: an article in, PDFs out, and back."""

from pathlib import Path

import pypdf
import pytest

from .conftest import Run

KEPT = 5


@pytest.fixture(params=["essay", "real_article"])
def article(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def build(run: Run, article: Path) -> None:
    run("topics", "add", "Resolved: The author is right.", "--name", "The author", "--pro-stance", "Agree")
    run("import", article)
    run("positions", "s1", "--keep", *[str(number) for number in range(1, KEPT + 1)])
    for side, positions in (("pro", (1, 2, 3)), ("con", (4, 5))):
        run("brief", "contention", f"What {side} says", "--side", side)
        for number in positions:
            run("brief", "argument", "--from", f"p{number}", "--in", "C1", "--side", side)
    run("brief", "card", "p1", "--tag", "In the author's words")
    run("brief", "support", "a1", "--card", "c1")
    # Two arguments are answered, and one of the answers is.
    run("answer", "a1", "It does not follow", "--response", "not true", "--warrant", "other causes fit")
    run("answer", "a4", "It weighs less", "--response", "less important")
    run("answer", "a6", "No other cause is named", "--response", "no link")


def steps_done(run: Run) -> int:
    return sum(1 for each in run("history", "--limit", "500", "--json").data["steps"] if not each["undone"])


# Some hundred processes one after another: a busy machine takes its time.
@pytest.mark.timeout(600)
def test_an_article_becomes_two_briefs_and_three_pdfs_and_all_is_undone_and_redone(
    process: Run, article: Path, tmp_path: Path
) -> None:
    process("topics", "add", "Resolved: Something before.")
    process("undo")
    empty = process("check", "--json").data["content_hash"]
    build(process, article)
    full = process("check", "--json").data
    assert full["sound"]
    assert full["content_hash"] != empty

    kept = process("positions", "s1", "--json").data["kept"]
    assert len(kept) == KEPT
    brief = process("brief", "--side", "pro", "--json").data["briefs"][0]
    assert [each["argument"]["number"] for each in brief["case"][0]["items"]] == ["C1.1", "C1.2", "C1.3"]
    assert brief["coverage"] == {
        "pro": "Pro arguments with a Con answer: 1 of 5",
        "con": "Con arguments with a Pro answer: 2 of 3",
    }
    for layout, side in (("brief", "pro"), ("brief", "con"), ("cards", "pro"), ("cards", "con"), ("clash", "pro")):
        path = tmp_path / f"{layout}-{side}.pdf"
        process("export", "--layout", layout, "--side", side, "-o", str(path))
        words = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())
        assert "It does not follow" in words or "It weighs less" in words

    steps = steps_done(process)
    for _ in range(steps):
        process("undo")
    assert "nothing to undo" in process("undo", code=1).err
    assert process("check", "--json").data["content_hash"] == empty
    for _ in range(steps):
        process("redo")
    assert "nothing to redo" in process("redo", code=1).err
    assert process("check", "--json").data == full


def test_the_article_is_recognised_as_the_samples_source(run: Run, real_article: Path) -> None:
    run("topics", "samples")
    before = run("positions", "How the war", "--json").data["kept"]
    (made,) = run("import", real_article, "--json").data["imported"]
    assert made["recognised"]
    assert (made["anchored"], made["not_found"]) == (len(before), [])
    text = real_article.read_text(encoding="utf-8").replace("\r\n", "\n")
    kept = run("positions", "How the war", "--json").data["kept"]
    blocks = run("sources", "How the war", "--json").data["blocks"]
    by_number = {each["paragraph"]: each for each in blocks if each["paragraph"]}
    assert len(by_number) == 16
    for each in kept:
        block = by_number[each["paragraph"]]
        assert block["start"] <= each["start"] < each["end"] <= block["end"]
    assert all(each["text"] in text for each in blocks)


def test_the_article_alone_is_read_whole(run: Run, real_article: Path) -> None:
    (made,) = run("import", real_article, "--json").data["imported"]
    assert made["paragraphs"] == 16
    assert made["title"]
    assert made["authors"]
    found = run("positions", "s1", "--json").data["suggestions"]
    blocks = run("sources", "s1", "--json").data["blocks"]
    text = {each["paragraph"]: each for each in blocks}
    for each in found:
        block = text[each["paragraph"]]
        start = each["start"] - block["start"]
        assert block["text"][start : start + len(each["quote"])] == each["quote"]
