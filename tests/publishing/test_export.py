"""The files: text whole and in order, fonts embedded, bytes the same, nothing outside the margins."""

import hashlib
import io
import itertools
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from debateprep.domain.model import Mark
from debateprep.domain.pages import CardEntry, NoteEntry, SectionPage
from debateprep.domain.terms import MarkKind, SectionKind, SupportKind
from debateprep.progress import Cancelled, Progress
from debateprep.publishing import PageOptions, Pages, Paper, PublishingError, export_pdf, lay_out, missing_glyphs
from debateprep.publishing.surface import RectItem, RuleItem, TextItem
from debateprep.publishing.text import clean
from tests.publishing import sample_pages as sample

GOLDEN = Path(__file__).parent / "golden"
LAYOUTS: dict[str, tuple[Pages, PageOptions]] = {
    "brief": (sample.BRIEF, PageOptions(printed_on=date(2026, 11, 23), header_name="A. Student", contents=False)),
    "brief-contents": (sample.BRIEF, PageOptions(type_size=14, ink_saver=True, school="Riverside")),
    "cards-4": (sample.DECK, PageOptions(printed_on=date(2026, 11, 23))),
    "cards-8": (sample.DECK, PageOptions(paper=Paper.A4, cards_per_sheet=8)),
    "clash": (sample.CLASH, PageOptions(paper=Paper.A4)),
}
layouts = pytest.mark.parametrize("name", LAYOUTS)


def extracted(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    return squeezed(" ".join(pages))


def squeezed(text: str) -> str:
    return "".join(clean(text).split())


def brief_of(text: str, marks: tuple[Mark, ...] = (), **choices: object) -> Pages:
    card = replace(sample.TRIPS_CARD, text=text, marks=marks, tag=text[:80])
    section = SectionPage("C1", SectionKind.CONTENTION, text[:60], (CardEntry(card), NoteEntry(text[:300])))
    return replace(sample.BRIEF, case=(section,), answers=(), notes=())


def test_the_brief_says_everything_in_order() -> None:
    text = extracted(export_pdf(sample.BRIEF, PageOptions(contents=False)))
    card = sample.TRIPS.replace("when the purse is thin", "[…]")
    place = 0
    for words in (
        sample.BRIEF.title,
        sample.RESOLUTION,
        sample.BRIEF.stance,
        sample.BRIEF.notice,
        "C1 Free buses hold a town together",
        sample.TRIPS_ARGUMENT.claim,
        sample.TRIPS_ARGUMENT.warrant,
        sample.TRIPS_ARGUMENT.impact,
        sample.LET.text + " · quoted",
        card,
        "They say · less important — " + sample.CON_LITTLE.we_say,
        "We say · not true — " + sample.CON_LITTLE.replies[0][1],
        sample.ROAD,
        "reported by the author from the drivers' union",
        sample.REPORTED.text,
        "They say · not true — " + sample.CON_DRIVERS.we_say,
        sample.PURSE_ARGUMENT.claim,
        sample.PURSE_CARD.tag,
        sample.PURSE,
        "In context: " + sample.PURSE_CARD.context,
        "Our reasoning",
        sample.REASONING.text,
        "Evidence wanted",
        sample.WANTED.text,
        "no Con answer yet",
        "Answers to Con",
        "AT: Service would shrink",
        sample.PRO_SHRINK.we_say,
        sample.PRO_SHRINK.therefore,
        "paraphrase of the author",
        "Works cited",
        sample.WORKS[0].reference,
        sample.WORKS[0].missing[0],
    ):
        found = text.find(squeezed(words), place)
        assert found >= 0, words
        place = found + len(squeezed(words))


@pytest.mark.parametrize("per_sheet", [4, 8])
def test_the_cards_say_everything(per_sheet: int) -> None:
    text = extracted(export_pdf(sample.DECK, PageOptions(cards_per_sheet=per_sheet)))
    for card in sample.DECK.cards:
        for words in (card.they_say, card.we_say, card.because, card.therefore, *(words for _, words in card.replies)):
            assert squeezed(words) in text, words
        assert squeezed(f"{card.side.label.upper()} answers “{card.target_name}”") in text
    assert text.count("(continued)") == text.count("continuedonthenextcard")


def test_the_clash_sheet_keeps_each_side_in_its_column() -> None:
    pages = lay_out(sample.CLASH, PageOptions())
    placed = [(item, page.width / 2) for page in pages for item in page.items if isinstance(item, TextItem)]

    def is_left(words: str) -> bool:
        for item, middle in placed:
            if words in "".join(line.text for line in item.lines):
                return item.x < middle
        raise AssertionError(words)

    assert is_left(sample.TRIPS_ARGUMENT.impact)
    assert not is_left(sample.CON_LITTLE.we_say)
    assert not is_left(sample.CON_ARGUMENT.warrant)
    assert is_left(sample.PRO_SHRINK.we_say)
    assert is_left("no Pro answer yet")
    assert not is_left("no Con answer yet")


@layouts
def test_files_are_sound(name: str, tmp_path: Path) -> None:
    pages, options = LAYOUTS[name]
    data = export_pdf(pages, options)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert str(file.Root.Lang) == "en"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.docinfo.Title).startswith(sample.TOPIC)
        assert len(file.pages) == len(lay_out(pages, options))
        fonts = {str(key): font for page in file.pages for key, font in page.Resources.Font.items()}
        assert fonts
        for font in fonts.values():
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font
            assert "Helvetica" not in str(font.BaseFont)
    assert b"/work/" not in data
    assert b"/home/" not in data
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    qpdf = shutil.which("qpdf")
    if qpdf:
        done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_pages_are_counted_and_contents_lead_to_them() -> None:
    data = export_pdf(sample.BRIEF, PageOptions(type_size=14))
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in document]
    assert "Contents" in texts[0]
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
    marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert [title for level, title, _ in marks if level == 0] == ["Case", "Answers to Con", "Notes", "Works cited"]
    for _, title, page in marks:
        assert squeezed(title.split(" ", 1)[0]) in squeezed(texts[page])
        assert re.search(re.escape(squeezed(title)) + str(page + 1), squeezed(texts[0])), title
    steps = [after - before for (before, *_), (after, *_) in itertools.pairwise(marks)]
    assert max(steps) <= 1
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages[0].Annots) == len(marks)
        assert "/PageLabels" in file.Root


def test_short_briefs_and_unwanted_contents_have_none() -> None:
    assert "Contents" not in extracted(export_pdf(sample.BRIEF, PageOptions(contents=False, type_size=14)))
    assert "Contents" not in extracted(export_pdf(brief_of("Short."), PageOptions()))


def test_options_leave_parts_out() -> None:
    text = extracted(export_pdf(sample.BRIEF, PageOptions(answers=False, works_cited=False, contents=False)))
    assert squeezed(sample.CON_LITTLE.we_say) not in text
    assert squeezed(sample.WORKS[1].reference) not in text


def test_the_degree_note_stands_only_where_a_degree_stands() -> None:
    plain = replace(sample.TRIPS_CARD, cite=replace(sample.LET, incomplete=False))
    section = SectionPage("C1", SectionKind.CONTENTION, "At 20 °C", (CardEntry(plain),))
    whole = replace(sample.BRIEF, case=(section,), answers=(), notes=(), works=())
    assert "citationincomplete" not in extracted(export_pdf(whole, PageOptions()))
    assert "citationincomplete" in extracted(export_pdf(sample.BRIEF, PageOptions()))


@layouts
def test_nothing_stands_outside_the_margins(name: str) -> None:
    pages, options = LAYOUTS[name]
    margin = 12 * 72 / 25.4 - 1.5
    for page in lay_out(pages, options):
        for item in page.items:
            if isinstance(item, TextItem):
                widest = max(line.width for line in item.lines[item.start : item.end])
                left, right = item.x, item.x + widest
                top, foot = item.baseline - 8, item.baseline + (item.end - item.start - 1) * item.leading
            elif isinstance(item, RectItem):
                left, right, top, foot = item.x, item.x + item.width, item.y, item.y + item.height
            else:
                left, right, top, foot = item.x1, item.x2, item.y1, item.y2
            assert left >= margin
            assert right <= page.width - margin
            assert top >= margin - 8
            assert foot <= page.height - margin + 8


@pytest.mark.parametrize("per_sheet", [4, 8])
@pytest.mark.parametrize("paper", list(Paper))
def test_cards_stay_in_their_cells(per_sheet: int, paper: Paper) -> None:
    long = replace(sample.PRO_LITTLE, because="A reason that meanders on. " * 60, therefore="unparted" * 30)
    deck = replace(sample.DECK, cards=(long, *sample.DECK.cards))
    for page in lay_out(deck, PageOptions(paper=paper, cards_per_sheet=per_sheet)):
        cuts = [item for item in page.items if isinstance(item, RuleItem) and item.dash]
        columns = sorted({item.x1 for item in cuts} | {item.x2 for item in cuts})
        rows = sorted({item.y1 for item in cuts} | {item.y2 for item in cuts})
        assert max(b - a for a, b in itertools.pairwise(columns)) == pytest.approx(columns[1] - columns[0], abs=0.02)
        for item in page.items:
            if isinstance(item, TextItem):
                column = max(x for x in columns if x <= item.x)
                row = max(y for y in rows if y <= item.baseline)
                width = max(line.width for line in item.lines[item.start : item.end])
                assert item.x + width <= column + columns[1] - columns[0]
                last = item.baseline + (item.end - item.start - 1) * item.leading
                assert last <= row + rows[1] - rows[0] - 4
                sizes = {segment.style.size for line in item.lines for segment in line.segments if segment.text.strip()}
                assert min(sizes) >= 7
    text = extracted(export_pdf(deck, PageOptions(paper=paper, cards_per_sheet=per_sheet)))
    assert text.count("meanders") == 60
    assert "(continued)" in text


def test_long_quotations_on_cards_are_cut_between_words() -> None:
    long = replace(sample.PURSE_CARD, text=" ".join(f"word{number}" for number in range(300)), context="")
    deck = replace(sample.DECK, cards=(replace(sample.PRO_SHRINK, evidence=(long,)),))
    text = extracted(export_pdf(deck, PageOptions()))
    assert "word38word39…”" in text
    assert "word40" not in text


@layouts
def test_bytes_are_the_same_in_two_processes(name: str) -> None:
    script = (
        "import sys, hashlib; from tests.publishing.test_export import LAYOUTS, export_pdf;"
        "print(hashlib.sha256(export_pdf(*LAYOUTS[sys.argv[1]])).hexdigest())"
    )
    root = Path(__file__).resolve().parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", script, name],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={**os.environ, "PYTHONHASHSEED": "123", "PYTHONPATH": str(root)},
    )
    assert done.stdout.strip() == hashlib.sha256(export_pdf(*LAYOUTS[name])).hexdigest()


HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("<>&;/\\()[]{}%°¶\t\n\r\x00\x07\u00ad\u00a0\u202e\u200b\ufeff\ud800\udfffאبक中😀🚌→≥✓ ")),
        st.characters(codec=None, exclude_categories=()),
    ),
    max_size=400,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    text=HOSTILE,
    cuts=st.lists(
        st.tuples(
            st.integers(0, 400),
            st.integers(0, 400),
            st.sampled_from(list(MarkKind)),
            st.sampled_from(["", "yellow", "5", "nan", "x"]),
        ),
        max_size=8,
    ),
)
def test_hostile_text_never_breaks_an_export(text: str, cuts: list[tuple[int, int, MarkKind, str]]) -> None:
    marks = tuple(Mark(kind, start, end, value) for start, end, kind, value in cuts)
    card = replace(sample.CON_DRIVERS, they_say=text, we_say=text, because=text, target_name=text)
    for pages in (
        brief_of(text, marks),
        replace(sample.DECK, cards=(card,), topic=text),
        replace(sample.CLASH, pro_stance=text, notice=text),
    ):
        data = export_pdf(pages, PageOptions(header_name=text[:50]))
        assert len(pypdfium2.PdfDocument(data)) >= 1
        missing_glyphs(pages)


@settings(max_examples=40)
@given(st.text(alphabet='abc <b>&amp;</i>"img src=é“”—ж→≥✓\\()%', min_size=1, max_size=500))
def test_text_is_recovered_exactly(text: str) -> None:
    pages = brief_of(text)
    assert squeezed(text) in extracted(export_pdf(pages, PageOptions(contents=False, works_cited=False)))


def test_markup_is_printed_as_it_stands() -> None:
    text = '<b>&amp;<img src="file:///etc/hostname"/></i> <font color="red">no</font>'
    assert squeezed(text) in extracted(export_pdf(brief_of(text), PageOptions()))


@pytest.mark.parametrize(
    "text", ["x" * 50_000, "שלום " * 10_000, "word and word " * 26_000, "😀" * 5_000, "\n" * 20_000, "中文" * 10_000]
)
def test_huge_texts_are_whole(text: str) -> None:
    data = export_pdf(brief_of(text), PageOptions(contents=False))
    assert len(pypdfium2.PdfDocument(data)) >= 1
    if text[0] in "xw":
        body = re.sub(
            r"°citationincomplete,seeWorkscited|Citiesshouldmakebusesfree■PROBRIEF|Page\d+of\d+", "", extracted(data)
        )
        assert squeezed(text) in body


def test_missing_characters_are_listed_and_named() -> None:
    pages = brief_of("A bus 🚌 and a letter \ud800.")
    assert missing_glyphs(pages) == ("\ud800", "🚌")
    text = extracted(export_pdf(pages, PageOptions()))
    assert "⟨U+1F68C⟩" in text
    assert "⟨U+D800⟩" in text
    assert missing_glyphs(sample.BRIEF) == ()


def test_characters_beyond_the_first_plane_are_copied_right() -> None:
    assert missing_glyphs(brief_of("𝑥 𝐀")) == ()
    assert "𝑥𝐀" in extracted(export_pdf(brief_of("𝑥 𝐀"), PageOptions()))


def test_many_different_characters_need_several_subsets() -> None:
    text = "".join(chr(code) for code in range(0xA1, 0x24F) if code != 0xAD)
    assert missing_glyphs(brief_of(text)) == ()
    assert text in extracted(export_pdf(brief_of(text), PageOptions(contents=False)))


def test_other_users_of_reportlab_find_it_as_it_was() -> None:
    from reportlab import rl_config
    from reportlab.pdfbase import ttfonts

    before = {name: getattr(rl_config, name) for name in dir(rl_config) if not name.startswith("_")}
    to_unicode = ttfonts.makeToUnicodeCMap
    export_pdf(sample.DECK, PageOptions())
    assert before == {name: getattr(rl_config, name) for name in before}
    assert ttfonts.makeToUnicodeCMap is to_unicode


def test_an_export_can_be_stopped_and_reports_its_way() -> None:
    told: list[tuple[int, int]] = []
    export_pdf(sample.BRIEF, PageOptions(), Progress(lambda done, total, what: told.append((done, total))))
    assert told[-1][0] == told[-1][1]
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        export_pdf(sample.BRIEF, PageOptions(), stopped)


def test_impossible_options_are_refused_in_one_sentence() -> None:
    with pytest.raises(PublishingError, match="4 or 8"):
        PageOptions(cards_per_sheet=5)
    with pytest.raises(PublishingError, match="between 8 and 24"):
        PageOptions(type_size=3)


def test_an_empty_library_still_gives_pages() -> None:
    empty = replace(sample.BRIEF, case=(), answers=(), notes=(), works=(), coverage=(), title="", notice="", stance="")
    assert "Probrief" in extracted(export_pdf(empty, PageOptions()))
    assert "Norebuttalcardsyet" in extracted(export_pdf(replace(sample.DECK, cards=()), PageOptions()))
    assert "Clashsheet" in extracted(export_pdf(replace(sample.CLASH, pro=(), con=(), works=()), PageOptions()))


@layouts
def test_pages_look_as_they_did(name: str) -> None:
    data = export_pdf(*LAYOUTS[name])
    picture = pypdfium2.PdfDocument(data)[0].render(scale=50 / 72).to_pil().convert("L")
    path = GOLDEN / f"{name}.png"
    if os.environ.get("DEBATEPREP_REGENERATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        picture.save(path, optimize=True)
    with Image.open(path) as golden:
        assert golden.size == picture.size
        difference = ImageChops.difference(golden.convert("L"), picture)
    assert ImageStat.Stat(difference).rms[0] < 4.0


def test_every_kind_of_support_is_said_in_words() -> None:
    text = extracted(export_pdf(sample.BRIEF, PageOptions()))
    for kind in SupportKind:
        assert squeezed(kind.value).lower() in text.lower()
