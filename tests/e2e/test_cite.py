"""`cite`: one source in every style, the works cited, references in and out, in words and as JSON."""

from pathlib import Path

import pypdf

from .conftest import Run

RIS = "TY  - NEWS\nAU  - Example, Ada\nTI  - Fares to rise\nT2  - The Sample Review\nDA  - 2024/03/07/\nER  - \n"


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_references_come_in_are_cited_and_go_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.ris"
    path.write_text(RIS, encoding="utf-8")
    assert run("cite", "--import", path, "--json").data["imported"][0]["added"] == [1]
    assert "in the library already" in one_line(run("cite", "--import", path).out)
    said = one_line(run("cite", "s1").out)
    assert "Example, Ada. “Fares to Rise.” *The Sample Review*, 7 Mar. 2024." in said
    assert "Example, A. (2024, March 7). Fares to rise. *The Sample Review*." in said
    assert "no qualifications · add" in said
    run("cite", "s1", "--set", "pages=A4", "--set", "editors=Mock, Cleo; Sample Board", "--set", "issued=2024-03")
    data = run("cite", "s1", "--style", "mla", "--locator", "4", "--json").data
    assert data["cites"][0]["text"] == (
        "Example, Ada. “Fares to Rise.” The Sample Review, edited by Cleo Mock and Sample Board, Mar. 2024, p. A4."
    )
    assert data["cites"][0]["in_text"] == "(Example 4)"
    assert ["The Sample Review", True] in data["cites"][0]["runs"]
    out = tmp_path / "out.bib"
    assert "1 reference" in run("cite", "--export", out).out
    assert "@article{example2024fares," in out.read_text(encoding="utf-8")
    assert "would be lost" in run("cite", "--export", out, code=1).err
    run("cite", "s1", "--export", out, "--replace")


def test_templates_and_initials(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.ris"
    path.write_text(RIS, encoding="utf-8")
    run("cite", "--import", path)
    wanted = ("cite", "s1", "--style", "debate")
    assert "2024, “Fares to rise,” *The Sample Review* //AB" in one_line(run(*wanted, "--initials", "AB").out)
    assert "Example: Fares to rise" in run(*wanted, "--template", "{names}: {title}").out
    assert "In a text: Example (2024)" in run(*wanted, "--tag-template", "{names} ({year})").out
    assert "no field {nonsense}" in run(*wanted, "--template", "{nonsense}", code=1).err


def test_what_cannot_be_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.ris"
    path.write_text("nothing", encoding="utf-8")
    assert "no RIS record" in run("cite", "--import", path, code=1).err
    path.write_text(RIS, encoding="utf-8")
    run("cite", "--import", path)
    assert "Say which source" in run("cite", code=1).err
    assert "sets no field" in run("cite", "s1", "--set", "colour=red", code=1).err
    assert "no kind of source" in run("cite", "s1", "--set", "kind=tale", code=1).err
    assert "end it with .bib" in run("cite", "--export", tmp_path / "out.doc", code=1).err


def test_works_cited_on_the_screen_and_on_paper(run: Run, tmp_path: Path) -> None:
    run("topics", "samples")
    works = run("cite", "--works", "--topic", "buses", "--side", "pro", "--style", "apa", "--json").data["works"]
    assert works
    assert one_line(run("cite", "--works", "--topic", "buses", "--style", "apa").out).startswith("References")
    pdf = tmp_path / "brief.pdf"
    run("export", "--layout", "brief", "--side", "pro", "--topic", "buses", "--works-style", "apa", "-o", pdf)
    printed = one_line(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages))
    assert works[0]["text"][:30] in printed
