"""What is drawn is what was written: every body read back with its spaces, every mark exactly under its words."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pikepdf
import pypdf
import pypdfium2
import pytest

from debateprep.cli import main
from debateprep.domain.model import Mark
from debateprep.domain.pages import BriefPages, CardEntry, Cite, Evidence, SectionPage
from debateprep.domain.terms import MarkKind, SectionKind, SupportKind
from debateprep.publishing import PageOptions, export_pdf, lay_out
from debateprep.publishing.surface import TextItem
from tests.publishing import sample_pages as sample

WORDS = (
    "the city bus fare rider council budget of and to a in that when trips more would route driver early late street "
    "clinic library river timetable ticket free crowded pass income work evening school count naïve “quoted” (aside) "
    "half-fare œuvre 12,000 50% its—own Київ πόλις → ≥"
).split()
# A letter's own ink may reach beyond its width, as an f does.
_OVERHANG = 1.2
KINDS = ((MarkKind.UNDERLINE,), (MarkKind.UNDERLINE, MarkKind.HIGHLIGHT), (MarkKind.EMPHASIS,))


def cards(count: int, words: int = 120, seed: int = 5) -> list[Evidence]:
    source = Random(seed)
    found = []
    for number in range(count):
        chosen = [source.choice(WORDS) for _ in range(words)]
        starts = [0]
        for word in chosen:
            starts.append(starts[-1] + len(word) + 1)
        marks = []
        for run in range(words // 8):
            first = run * 8 + source.randrange(3)
            last = first + source.randrange(2, 5)
            marks += [Mark(kind, starts[first], starts[last] - 1) for kind in KINDS[run % 3]]
        cite = Cite(f"Sample {number}", "no date")
        found.append(Evidence(SupportKind.QUOTED, " ".join(chosen), f"Tag {number}", cite, tuple(marks)))
    return found


def brief_of(evidence: list[Evidence]) -> BriefPages:
    section = SectionPage("C1", SectionKind.CONTENTION, "All", tuple(CardEntry(each) for each in evidence))
    return replace(sample.BRIEF, case=(section,), answers=(), notes=(), works=(), notice="", stance="")


def by_pdfium(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def by_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def by_poppler(data: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not here")
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode("utf-8")


RUNNING = re.compile(rf"^(?:{sample.TOPIC}.*|■ PRO BRIEF|Page \d+ of \d+|\f)$")


def flat(text: str) -> str:
    """Return the text on one line without what runs at the heads and feet of pages."""
    lines = text.replace("\r", "\n").replace("\f", "\n").split("\n")
    joined = " ".join(" ".join(line for line in lines if not RUNNING.match(line.strip())).split())
    # A line may end after a hyphen or dash within a word; no reader can know that no space was there.
    return re.sub(r"(?<=\w[-—]) (?=\w)", "", joined)


@pytest.mark.parametrize("justified", [False, True], ids=["left", "justified"])
@pytest.mark.parametrize("reader", [by_pdfium, by_pypdf, by_poppler])
def test_every_body_is_read_back_with_its_spaces(reader: Callable[[bytes], str], justified: bool) -> None:
    evidence = cards(40)
    data = export_pdf(brief_of(evidence), PageOptions(justified=justified, contents=False))
    text = flat(reader(data))
    place = 0
    for each in evidence:
        found = text.find(each.text, place)
        assert found >= 0, each.tag
        place = found + len(each.text)


@dataclass(frozen=True)
class Drawn:
    """What a page draws besides words: strokes and rectangles, in points from the page's foot."""

    strokes: list[tuple[float, float, float]]
    filled: list[tuple[float, float, float, float]]
    framed: list[tuple[float, float, float, float]]


def drawn(page: pikepdf.Page) -> Drawn:
    found = Drawn([], [], [])
    path: list[tuple[str, list[float]]] = []
    for said in pikepdf.parse_content_stream(page):
        name = str(said.operator)
        if name in ("m", "l", "re"):
            path.append((name, [float(value) for value in said.operands]))
        elif name in ("S", "f", "B"):
            start = (0.0, 0.0)
            for kind, values in path:
                if kind == "m":
                    start = (values[0], values[1])
                elif kind == "l":
                    found.strokes.append((start[0], values[0], values[1]))
                elif kind == "re":
                    x, y, width, height = values
                    (found.filled if name == "f" else found.framed).append((x, y, width, height))
            path = []
    return found


@pytest.mark.parametrize("justified", [False, True], ids=["left", "justified"])
def test_marks_cover_their_words_on_the_page(justified: bool) -> None:
    evidence = cards(8)
    data = export_pdf(brief_of(evidence), PageOptions(justified=justified, contents=False))
    letters = letters_of(data)
    stream = "".join(letter.char for letter in letters)
    place = checked = 0
    for each in evidence:
        body = "".join(each.text.split())
        place = stream.index(body[:40], place)
        offsets = [at for at, char in enumerate(each.text) if not char.isspace()]
        for at, letter in zip(offsets, letters[place : place + len(body)], strict=True):
            if letter.char != each.text[at]:
                break  # A page ends inside this body: its head and foot stand between.
            kinds = {kind for kind in MarkKind if _over(each, at, kind)}
            assert letter.marks() == (
                bool(kinds & {MarkKind.UNDERLINE, MarkKind.EMPHASIS}),
                MarkKind.HIGHLIGHT in kinds,
                MarkKind.EMPHASIS in kinds,
            ), each.text[at - 9 : at + 9]
            checked += 1
    assert checked > 3000


@dataclass(frozen=True)
class Letter:
    """A character on a page: where it stands, and what else the page draws."""

    char: str
    box: tuple[float, float, float, float]
    drawn: Drawn

    def marks(self) -> tuple[bool, bool, bool]:
        """Tell whether a stroke lies under its whole width, and whether a rectangle and a frame hold it."""
        left, bottom, right, top = self.box
        level = bottom + (top - bottom) * 0.35
        under = any(
            a - 0.1 <= left and right <= b + _OVERHANG and bottom - 3 < y < level for a, b, y in self.drawn.strokes
        )
        return under, self._held(self.drawn.filled, 0.1), self._held(self.drawn.framed, 1.1)

    def _held(self, rects: list[tuple[float, float, float, float]], slack: float) -> bool:
        left, bottom, right, top = self.box
        level = bottom + (top - bottom) * 0.35
        return any(
            x - slack <= left and right <= x + w + slack + _OVERHANG and y < level < y + h for x, y, w, h in rects
        )


def letters_of(data: bytes) -> list[Letter]:
    found = []
    with pikepdf.open(io.BytesIO(data)) as file:
        for number, page in enumerate(pypdfium2.PdfDocument(data)):
            textpage, lines = page.get_textpage(), drawn(file.pages[number])
            for index, char in enumerate(textpage.get_text_range()):
                if char.strip():
                    found.append(Letter(char, textpage.get_charbox(index, loose=True), lines))
    return found


def _over(each: Evidence, place: int, kind: MarkKind) -> bool:
    return any(mark.kind is kind and mark.start <= place < mark.end for mark in each.marks)


def test_justified_lines_end_at_the_edge() -> None:
    (page, *_) = lay_out(brief_of(cards(3)), PageOptions(justified=True, contents=False))
    bodies = [item for item in page.items if isinstance(item, TextItem) and item.end - item.start > 4]
    assert bodies
    for item in bodies:
        widths = [line.width for line in item.lines[item.start : item.end]]
        assert all(width == pytest.approx(612 - 2 * 46) for width in widths[:-1])
        assert widths[-1] < 612 - 2 * 46
        assert all(line.gap > 0 for line in item.lines[item.start : item.end - 1])


def test_the_sample_is_written_by_one_command(tmp_path: Path) -> None:
    assert main(["quickstart", str(tmp_path / "out"), "--all", "--quiet"]) in (0, None)
    made = sorted((tmp_path / "out" / "layouts").glob("*/*.pdf"))
    assert len(made) == 2 * 21
