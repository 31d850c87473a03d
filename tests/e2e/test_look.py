"""`import --look`: what would come in is shown, and nothing comes in."""

from pathlib import Path

from tests.reading.papers import BODY, docx, para

from .conftest import Run

CORE = "<dc:title>Notes</dc:title><dc:creator>Ann Lee</dc:creator>"


def test_looking_shows_blocks_and_where_each_fact_was_found_and_adds_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx([para("A tram for us", "Title"), *map(para, BODY)], core=CORE))
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.png").write_bytes(b"x")
    said = run("import", "--look", str(tmp_path), code=1)
    assert "a.docx: 3 paragraphs, not added yet" in said.out
    assert "title: A tram for us (from the title of the document)" in said.out
    assert "authors: Ann Lee (from the file's properties)" in said.out
    assert "publication: not found" in said.out
    assert "¶3" in said.out
    assert "Passed over: “c.png”" in said.out
    assert "“b.txt” is empty" in said.err
    data = run("import", "--look", str(tmp_path / "a.docx"), "--json").data
    (looked,) = data["looked_at"]
    assert [block["kind"] for block in looked["blocks"]] == ["headline", *["paragraph"] * 3]
    assert looked["known"] is None
    assert run("sources", "--json").data["sources"] == []


def test_looking_says_what_is_there_already(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n\n".join(BODY), encoding="utf-8")
    run("import", str(tmp_path / "a.txt"))
    assert "in the library already, as s1" in run("import", "--look", str(tmp_path / "a.txt")).out
