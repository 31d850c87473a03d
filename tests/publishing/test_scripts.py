"""Scripts: letters joined and in order, no sign missing, and what is copied is what was written."""

import io
import os
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from debateprep import paths
from debateprep.domain.pages import CardEntry, SectionPage
from debateprep.domain.terms import SectionKind
from debateprep.publishing import Format, PageOptions, export_pdf, missing_glyphs, pack_hint, write_text
from debateprep.publishing.breaking import Breaker
from debateprep.publishing.fonts import FontMetrics
from debateprep.publishing.lines import Style
from debateprep.publishing.scripts import language_of, tongues
from debateprep.publishing.text import clean
from debateprep.publishing.turning import levels_of
from tests.publishing import sample_pages as sample
from tests.publishing.tag_checks import inspect

GOLDEN = Path(__file__).parent / "golden" / "scripts.png"
TWELVE = {
    "Latin": "English, naïve coöperation. Polski: każdy bilet. Tiếng Việt: giao thông công cộng miễn phí.",
    "Cyrillic": "Українська: щоденні квитки для всіх.",
    "Greek": "Ελληνικά: ἡ πόλις καὶ οἱ πολῖται.",
    "Armenian": "Հայերեն: ազատ երթևեկություն բոլորի համար։",
    "Georgian": "ქართული: უფასო ავტობუსები ყველასთვის.",
    "Hebrew": "עברית: תחבורה ציבורית חינם (2026) לכל אחד, 50% יותר.",
    "Arabic": "العربية: النقل العام المجاني (2026) حق لكل مواطن، ولا 50% فقط.",
    "Devanagari": "हिन्दी: शहर में मुफ़्त बस सेवा क्षेत्र के विद्यार्थियों के लिए।",
    "Bengali": "বাংলা: শহরের সবার জন্য বিনামূল্যে বাস পরিষেবা।",
    "Gurmukhi": "ਪੰਜਾਬੀ: ਸ਼ਹਿਰ ਵਿੱਚ ਮੁਫ਼ਤ ਬੱਸਾਂ।",
    "Tamil": "தமிழ்: நகரப் பேருந்துகள் இலவசமாக இருக்க வேண்டும்.",
    "Thai": "ไทย: รถเมล์ฟรีสำหรับทุกคนในเมือง",
    "signs": "Signs: ∀x ∈ ℝ: x² ≥ 0 → ✓ ■ ○ ☐ 𝑥",
    "mixed": "The word שלום and the words حق النقل stand inside English (and 12 > 7).",
}
BREAKER = Breaker(FontMetrics())
PLAIN = Style(serif=True, size=12)


def page_of(*texts: str) -> bytes:
    cards = tuple(CardEntry(replace(sample.TRIPS_CARD, tag="", cite=None, text=text, marks=())) for text in texts)
    section = SectionPage("C1", SectionKind.CONTENTION, "Scripts", cards)
    brief = replace(sample.BRIEF, case=(section,), answers=(), notes=(), works=(), notice="")
    return export_pdf(brief, PageOptions(contents=False, type_size=10))


def glyphs_missing(data: bytes) -> int:
    """Count the times that code 0, the sign of what is missing, is shown."""
    count = 0
    with pikepdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            for said in pikepdf.parse_content_stream(page):
                if str(said.operator) in ("Tj", "TJ"):
                    parts = said.operands[0] if str(said.operator) == "TJ" else [said.operands[0]]
                    count += sum(bytes(part).count(0) for part in parts if isinstance(part, pikepdf.String))
    return count


def test_a_page_of_twelve_scripts_has_no_sign_missing_and_looks_as_it_did() -> None:
    data = page_of(*TWELVE.values())
    assert glyphs_missing(data) == 0
    assert inspect(data).problems == []
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert "⟨U+" not in text
    for name in ("Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "signs"):
        assert "".join(TWELVE[name].split()) in "".join(text.split()), name
    picture = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil().convert("L")
    if os.environ.get("DEBATEPREP_REGENERATE_GOLDEN"):
        picture.save(GOLDEN, optimize=True)
    with Image.open(GOLDEN) as golden:
        difference = ImageChops.difference(golden.convert("L"), picture)
    assert ImageStat.Stat(difference).rms[0] < 4.0


def test_none_of_the_twelve_is_listed_as_missing() -> None:
    cards = tuple(CardEntry(replace(sample.TRIPS_CARD, text=text, marks=())) for text in TWELVE.values())
    section = SectionPage("C1", SectionKind.CONTENTION, "Scripts", cards)
    assert missing_glyphs(replace(sample.BRIEF, case=(section,))) == ()


def actual_text(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as file:
        return "".join(
            str(said.operands[1].ActualText)
            for page in file.pages
            for said in pikepdf.parse_content_stream(page)
            if str(said.operator) == "BDC" and "/ActualText" in said.operands[1]
        )


def test_shaped_words_carry_what_they_say() -> None:
    said = actual_text(page_of(TWELVE["Devanagari"]))
    assert "".join(said.split()) == "".join(TWELVE["Devanagari"].replace(":", "").split())


def test_paragraphs_in_another_script_say_so() -> None:
    told = {name: language_of(text) for name, text in TWELVE.items()}
    assert told["Thai"] == "th"
    assert told["Armenian"] == "hy"
    assert told["Hebrew"] == "und-Hebr"
    assert told["Latin"] == told["Cyrillic"] == told["mixed"] == ""
    with pikepdf.open(io.BytesIO(page_of(TWELVE["Arabic"]))) as file:
        tags = [str(each.Lang) for each in file.objects if isinstance(each, pikepdf.Dictionary) and "/Lang" in each]
    assert "und-Arab" in tags


def spans(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [
            str(said.operands[1].Lang)
            for page in file.pages
            for said in pikepdf.parse_content_stream(page)
            if str(said.operator) == "BDC" and "/Lang" in said.operands[1]
        ]


def test_words_in_another_script_inside_a_paragraph_name_their_language() -> None:
    mixed = "The word שלום, the words حق النقل and the city of თბილისი stand inside English."
    data = page_of(mixed)
    assert set(spans(data)) == {"und-Hebr", "und-Arab", "ka"}
    assert inspect(data).problems == []
    assert spans(page_of(TWELVE["Thai"])) == [], "a paragraph that is all in a language says so itself"


def test_a_web_page_names_the_language_of_such_words_too() -> None:
    card = CardEntry(replace(sample.TRIPS_CARD, tag="", cite=None, text="The word שלום & peace", marks=()))
    section = SectionPage("C1", SectionKind.CONTENTION, "Scripts", (card,))
    page = write_text(replace(sample.BRIEF, case=(section,)), PageOptions(), Format.HTML).decode()
    assert 'The word <span lang="und-Hebr">שלום</span> &amp; peace' in page


@given(st.text(alphabet="ab שלום حق თბ ไทย.,\n"))
def test_pieces_by_language_are_the_text(text: str) -> None:
    pieces = list(tongues(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(language_of(piece) == language for piece, language in pieces if language)
    assert all(not language_of(piece) for piece, language in pieces if not language)


def test_right_to_left_lines_stand_at_the_right_in_the_order_of_the_eye() -> None:
    (line,) = BREAKER.lines([("שלום 25 (א)", PLAIN)], 300)
    assert line.indent + line.width == pytest.approx(300)
    assert line.text.strip() == "שלום 25 (א)"
    # From left to right: the last word with its brackets turned, the number as it is, the first word.
    seen = ["".join(glyph.text for glyph in part.glyphs) or part.text for part in line.segments]
    assert seen[-1].strip()[:1] == "ם"
    assert any(part.strip() == "25" for part in seen)


def test_arabic_letters_join() -> None:
    (line,) = BREAKER.lines([("مدينة", PLAIN)], 300)
    (segment,) = line.segments
    alone = [FontMetrics().shape(segment.face, char, rtl=True)[0].number for char in "مدينة"]
    assert [glyph.number for glyph in segment.glyphs][::-1] != alone


def test_levels_follow_the_bidirectional_algorithm() -> None:
    levels, base = levels_of("abc שלום 12 def")
    assert base == 0
    assert levels[:4] == [0] * 4
    assert levels[4:8] == [1] * 4
    assert levels[9:11] == [2, 2]
    assert levels_of("שלום abc")[1] == 1


def shown(text: str) -> str:
    """Return the text without blanks and joiners: a joiner that stands alone joins nothing and is not set."""
    return re.sub("[\\s\u200c\u200d]", "", text)


@given(st.text(alphabet="אבגד شسصض कखि abc12 ()-\n‌‍́", max_size=120), st.integers(20, 300))
def test_shaped_lines_hold_the_text_and_keep_to_the_width(text: str, width: int) -> None:
    lines = BREAKER.lines([(text, PLAIN)], width)
    assert shown("".join(line.text for line in lines)) == shown(clean(text))
    for line in lines:
        assert line.width <= width + 0.01 or len(re.sub(r"[^\w]", "", line.text)) <= 4
        assert sorted(line.order or range(len(line.segments))) == list(range(len(line.segments)))


def test_chinese_asks_for_the_pack_and_says_its_name() -> None:
    cards = (CardEntry(replace(sample.TRIPS_CARD, text="公交车免费", marks=())),)
    brief = replace(sample.BRIEF, case=(SectionPage("C1", SectionKind.CONTENTION, "x", cards),))
    missing = missing_glyphs(brief)
    assert missing
    assert "optional font pack" in pack_hint(missing)
    assert "DroidSansFallbackFull.ttf" in pack_hint(missing)
    assert pack_hint(("🚌",)) == ""


@pytest.mark.parametrize("name", ["DroidSansFallbackFull.ttf", "NanumMyeongjo.ttf"])
def test_a_font_of_the_pack_is_used_once_it_is_there(own_home: Path, name: str) -> None:
    found = list(Path("/usr/share/fonts").rglob(name)) if Path("/usr/share/fonts").is_dir() else []
    if not found:
        pytest.skip(f"{name} is not on this machine")
    paths.fonts().mkdir(parents=True)
    (paths.fonts() / name).write_bytes(found[0].read_bytes())
    data = page_of("버스" if "Nanum" in name else "公交车")
    assert glyphs_missing(data) == 0
    assert "⟨U+" not in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def test_hyphens_and_justified_lines_keep_the_words() -> None:
    text = "Responsibility notwithstanding, considerations of transportation administration remain. " * 6
    cards = (CardEntry(replace(sample.TRIPS_CARD, text=text.strip(), marks=())),)
    brief = replace(sample.BRIEF, case=(SectionPage("C1", SectionKind.CONTENTION, "x", cards),), answers=(), notes=())
    data = export_pdf(brief, PageOptions(contents=False, hyphens=True, justified=True, margin=50))
    said = actual_text(data)
    assert set(said) == {"\u00ad"}
    read = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    joined = re.sub("[\u00ad\ufffe\x02]\\s*|-\\s+", "", read)
    assert "".join(text.split()) in "".join(joined.split())
