"""Every layout in every dress: sound files, everything tagged, nothing outside the page, looks as it did."""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from debateprep.domain.terms import Side
from debateprep.publishing import (
    PRESETS,
    SHELF,
    CardText,
    Cells,
    Duplex,
    Format,
    Kind,
    Level,
    PageOptions,
    Paper,
    Sides,
    export_pdf,
    first_page,
    lay_out,
    write_text,
)
from debateprep.publishing.cards import DeckLayout
from debateprep.publishing.export import layout_of
from debateprep.publishing.surface import RectItem, Surface, TextItem
from tests.publishing import sample_pages as sample
from tests.publishing.tag_checks import inspect
from tests.publishing.test_export import squeezed
from tests.publishing.topic_pages import CASES, TOPIC, Case, case, pages_for

GOLDEN = Path(__file__).parent / "golden"
cases = pytest.mark.parametrize("name", CASES)
FILES: dict[str, bytes] = {}


def made(name: str) -> bytes:
    if name not in FILES:
        FILES[name] = export(CASES[name])
    return FILES[name]


def export(each: Case) -> bytes:
    pages, options, kind, side = each
    return export_pdf(pages, options, kind=kind, side=side)


def words_of(data: bytes) -> str:
    return squeezed(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)))


@cases
def test_everything_is_tagged(name: str) -> None:
    report = inspect(made(name))
    assert report.problems == []
    assert report.checks > 30


@cases
def test_an_outside_checker_finds_nothing(name: str, tmp_path: Path) -> None:
    pdfua = pytest.importorskip("pdfua")
    path = tmp_path / "file.pdf"
    path.write_bytes(made(name))
    assert [str(found) for found in pdfua.Validator().validate(str(path)).findings] == []


@cases
def test_files_are_sound(name: str, tmp_path: Path) -> None:
    data = made(name)
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = {str(key): font for page in file.pages for key, font in page.Resources.Font.items()}
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor and "/ToUnicode" in font for font in fonts.values())
    qpdf = shutil.which("qpdf")
    if qpdf:
        path = tmp_path / "file.pdf"
        path.write_bytes(data)
        done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_bytes_are_the_same_in_another_process() -> None:
    script = (
        "import sys, hashlib, json; from tests.publishing.test_layouts import CASES, export;"
        "print(json.dumps({name: hashlib.sha256(export(each)).hexdigest() for name, each in CASES.items()}))"
    )
    root = Path(__file__).resolve().parents[2]
    env = {**os.environ, "PYTHONHASHSEED": "123", "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root, env=env)
    assert json.loads(done.stdout) == {name: hashlib.sha256(made(name)).hexdigest() for name in CASES}


def outside(page: Surface, margin: float) -> list[str]:
    found = []
    for item in page.items:
        if isinstance(item, TextItem):
            lines = item.lines[item.start : item.end]
            left, right = item.x, item.x + max((line.indent + line.width for line in lines), default=0.0)
            top, foot = item.baseline - 6, item.baseline + (item.end - item.start - 1) * item.leading
        elif isinstance(item, RectItem):
            left, right, top, foot = item.x, item.x + item.width, item.y, item.y + item.height
        else:
            left, right = min(item.x1, item.x2), max(item.x1, item.x2)
            top, foot = min(item.y1, item.y2), max(item.y1, item.y2)
        if left < margin or right > page.width - margin or top < margin - 8 or foot > page.height - margin + 8:
            found.append(f"{item!r}"[:160])
    return found


@cases
def test_nothing_stands_outside_the_page(name: str) -> None:
    pages, options, kind, side = CASES[name]
    # Index cards are cells themselves; their words keep 10 mm, their frames none.
    margin = 18.0
    for page in lay_out(pages, options, kind, side):
        assert outside(page, margin) == []


def colours_of(page: Surface) -> set[str]:
    found: set[str] = set()
    for item in page.items:
        if isinstance(item, TextItem):
            styles = [part.style for line in item.lines[item.start : item.end] for part in line.segments]
            found |= {style.colour for style in styles} | {style.highlight for style in styles}
        elif isinstance(item, RectItem):
            found |= {item.fill, item.stroke}
        else:
            found.add(item.colour)
    return found - {""}


@pytest.mark.parametrize("kind", list(Kind))
def test_in_black_and_white_nothing_is_told_by_colour(kind: Kind) -> None:
    pages, options, _, side = case(kind, black=True)
    for page in lay_out(pages, options, kind, side):
        for colour in colours_of(page):
            parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
            assert max(parts) - min(parts) <= 24, colour
    text = words_of(export_pdf(pages, options, kind=kind, side=side))
    if SHELF[kind].sides is Sides.ONE:
        assert "■" in text or kind is Kind.WORKS
    coloured = {each for page in lay_out(pages, replace(options, black=False), kind, side) for each in colours_of(page)}
    if kind in (Kind.BRIEF, Kind.CARDS, Kind.CLASH, Kind.BLOCKS):
        assert {"#1f6f8b", "#b4532a"} & coloured


@cases
def test_pages_look_as_they_did(name: str) -> None:
    data = made(name)
    picture = pypdfium2.PdfDocument(data)[0].render(scale=50 / 72).to_pil().convert("L")
    path = GOLDEN / f"all-{name}.png"
    if os.environ.get("DEBATEPREP_REGENERATE_GOLDEN"):
        picture.save(path, optimize=True)
    with Image.open(path) as golden:
        assert golden.size == picture.size
        difference = ImageChops.difference(golden.convert("L"), picture)
    assert ImageStat.Stat(difference).rms[0] < 4.0


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("side", [Side.PRO, Side.CON])
def test_an_empty_topic_still_gives_pages(kind: Kind, side: Side) -> None:
    bare = replace(sample.BRIEF, case=(), answers=(), notes=(), works=(), coverage=(), stance="", notice="")
    empty = replace(
        TOPIC,
        pro=bare,
        con=replace(bare, side=Side.CON),
        clash=replace(sample.CLASH, pro=(), con=(), works=(), pro_stance="", con_stance=""),
        deck=replace(sample.DECK, cards=()),
        works=(),
    )
    data = export_pdf(pages_for(kind, side, empty), PageOptions(), kind=kind, side=side)
    assert len(pypdfium2.PdfDocument(data)) >= 1
    assert inspect(data).problems == []


@pytest.mark.parametrize("flip", [Duplex.LONG, Duplex.SHORT])
def test_backs_lie_exactly_behind_their_fronts(flip: Duplex) -> None:
    for cells in (Cells.FOUR, Cells.EIGHT):
        for paper in (Paper.LETTER, Paper.A4):
            pages, options, kind, side = case(Kind.CARDS, cells=cells, paper=paper, duplex=flip)
            layout = layout_of(pages, options, kind, side)
            assert isinstance(layout, DeckLayout)
            grid = layout.grid
            width, height = grid.page
            for (x, y), (back_x, back_y) in zip(grid.places(grid.count), grid.places(grid.count, flip), strict=True):
                turned = (width - back_x - grid.cell[0], back_y)
                if flip is Duplex.SHORT:
                    turned = (back_x, height - back_y - grid.cell[1])
                assert turned == pytest.approx((x, y), abs=1e-9)


def test_cards_with_backs_say_everything() -> None:
    text = words_of(export(case(Kind.CARDS, duplex=Duplex.LONG)))
    for card in sample.DECK.cards:
        for words in (card.they_say, card.we_say, card.because, card.therefore):
            assert squeezed(words) in text


def test_the_key_has_the_same_breaks_and_the_answers() -> None:
    def breaks(*, key: bool) -> list[list[tuple[float, float, str]]]:
        pages, options, kind, side = case(Kind.CLASS, key=key, level=Level.C)
        found = []
        for page in lay_out(pages, options, kind, side):
            texts = [item for item in page.items if isinstance(item, TextItem)]
            found.append([(item.x, item.baseline, item.lines[0].text) for item in texts if item.lines])
        return found

    blank, key = breaks(key=False), breaks(key=True)
    assert len(blank) == len(key) == 2
    for page, with_answers in zip(blank, key, strict=True):
        same = [each for each in page if "LEVEL" not in each[2]]
        assert [each for each in same if each not in with_answers] == []
    assert len(key[0]) > len(blank[0])
    assert "KEY" in words_of(export(case(Kind.CLASS, key=True)))


def test_levels_give_more_or_less_help() -> None:
    texts = {level: words_of(export(case(Kind.CLASS, level=level))) for level in Level}
    assert "Wordbank" in texts[Level.A]
    assert "Wordbank" not in texts[Level.B]
    assert "Thisisbecause" in texts[Level.B]
    assert "Thisisbecause" not in texts[Level.C]


def test_strips_pair_each_claim_with_its_answer_in_the_key() -> None:
    again = replace(sample.PRO_LITTLE, target_name="The same claim again", we_say="Another answer to it.")
    topic = replace(TOPIC, deck=replace(sample.DECK, cards=(*sample.DECK.cards, again)))
    strips = words_of(export_pdf(topic, PageOptions(), kind=Kind.STRIPS))
    for card in sample.DECK.cards:
        assert squeezed(card.they_say) in strips
        assert squeezed(card.we_say) in strips
    assert squeezed(again.we_say) not in strips
    assert words_of(made("strips-key")).count("+") == len(sample.DECK.cards)


def test_a_speech_has_only_what_is_read_and_the_times() -> None:
    text = words_of(made("speech"))
    assert squeezed("When the ride costs nothing, people make the trips") in text
    assert squeezed("A fare is a small tax on every errand.") not in text
    assert "0:15" in text
    assert "wanted" not in text.lower()


def test_only_underlined_words_or_whole_cards() -> None:
    under = words_of(export(case(Kind.BRIEF, text=CardText.UNDERLINED, contents=False)))
    assert squeezed("the clinic, the library, the job across the river") in under
    assert squeezed("None of these trips is grand") not in under


def test_sections_are_chosen_by_number_or_title() -> None:
    text = words_of(export(case(Kind.BRIEF, sections=("C2",), contents=False)))
    assert squeezed("The fare box is the wrong purse") in text
    assert squeezed("Free buses hold a town together") not in text


@pytest.mark.parametrize("to", list(Format))
@pytest.mark.parametrize("kind", list(Kind))
def test_other_formats_say_the_same(kind: Kind, to: Format) -> None:
    pages, options, _, side = case(kind)
    text = write_text(pages, options, to, kind=kind, side=side).decode("utf-8")
    assert text == write_text(pages, options, to, kind=kind, side=side).decode("utf-8")
    if kind is Kind.BRIEF:
        assert text.index("Free buses hold a town together") < text.index("The fare box is the wrong purse")
        assert sample.TRIPS_ARGUMENT.warrant in text
        assert "no date: check what has changed since" in text


def test_html_is_one_sound_page_that_loads_nothing() -> None:
    hostile = '<script>alert("x")</script>&amp; <img src=x>'
    argument = replace(sample.TRIPS_ARGUMENT, claim=hostile)
    section = replace(sample.BRIEF.case[0], title=hostile, entries=(argument,))
    text = write_text(replace(sample.BRIEF, case=(section,)), PageOptions(), Format.HTML).decode("utf-8")
    opened: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag not in ("script", "img", "link", "iframe")
            assert not any(name in ("src", "onload") for name, _ in attrs)
            if tag not in ("meta", "br"):
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Reader().feed(text)
    assert opened == []
    assert text.count("<h1") == 1
    assert '<html lang="en">' in text
    assert "<mark>" in text


def test_markdown_keeps_its_signs_apart_from_the_words() -> None:
    argument = replace(sample.TRIPS_ARGUMENT, claim="1. *Not* a list_item # nor [a](link) | `x`")
    section = replace(sample.BRIEF.case[0], entries=(argument,))
    text = write_text(replace(sample.BRIEF, case=(section,)), PageOptions(), Format.MARKDOWN).decode("utf-8")
    assert r"\*Not\* a list\_item \# nor \[a\](link) \| \`x\`" in text


@pytest.mark.parametrize("kind", list(Kind))
def test_the_first_page_is_made_alone(kind: Kind) -> None:
    pages, options, _, side = case(kind)
    document = pypdfium2.PdfDocument(first_page(pages, options, kind=kind, side=side))
    assert len(document) == 1
    assert inspect(first_page(pages, options, kind=kind, side=side)).problems == []


@pytest.mark.parametrize("name", PRESETS)
def test_presets_change_the_layouts_that_they_fit(name: str) -> None:
    preset = PRESETS[name]
    fitting = [kind for kind in Kind if preset.fits(kind)]
    assert fitting
    for kind in fitting:
        pages, options, _, side = case(kind)
        data = export_pdf(pages, preset.applied(options, kind), kind=kind, side=side)
        assert inspect(data).problems == []
    unfit = next((kind for kind in Kind if not preset.fits(kind)), None)
    assert unfit is None or preset.applied(PageOptions(), unfit) == PageOptions()


def test_every_layout_names_its_choices() -> None:
    names = set(PageOptions.__dataclass_fields__)
    for kind, entry in SHELF.items():
        assert set(entry.choices) <= names, kind
        assert entry.label
        assert entry.about
