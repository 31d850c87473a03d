"""Measure the brief exporter against reportlab's stock Paragraph build: CPU of child processes, one run.

Run `python tests/benchmarks/bench_pdf.py [cards] [rounds]`. Ours draws contents, bookmarks and page X of Y;
the stock build has none of them.
"""

import random
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = (
    "the city bus fare rider council budget of and to a in that when trips more would route driver early late "
    "street clinic library river timetable ticket people free crowded pass income work evening school count"
).split()


def synthetic(cards: int) -> list[tuple[str, str, str, list[tuple[int, int, int]]]]:
    """Return (tag, cite, text, 30 marked runs as start, end, kind) for each card."""
    source = random.Random(7)
    found = []
    for number in range(cards):
        words = [source.choice(WORDS) for _ in range(250)]
        starts = [0]
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
        marks = []
        for run in range(30):
            first = run * 8 + source.randrange(3)
            last = first + source.randrange(2, 5)
            marks.append((starts[first], starts[last] - 1, run % 3))
        tag = f"Card {number}: " + " ".join(source.choice(WORDS) for _ in range(9))
        found.append((tag, f"Sample {number}, no date, page {number % 90}", " ".join(words), marks))
    return found


def ours(cards: int) -> None:
    from debateprep.domain.model import Mark
    from debateprep.domain.pages import BriefPages, CardEntry, Cite, Evidence, SectionPage
    from debateprep.domain.terms import MarkKind, SectionKind, Side, SupportKind
    from debateprep.publishing import PageOptions, export_pdf

    kinds = ((MarkKind.UNDERLINE,), (MarkKind.UNDERLINE, MarkKind.HIGHLIGHT), (MarkKind.EMPHASIS,))
    entries = tuple(
        CardEntry(
            Evidence(
                SupportKind.QUOTED,
                text,
                tag,
                Cite(cite),
                tuple(Mark(kind, start, end) for start, end, look in marks for kind in kinds[look]),
            )
        )
        for tag, cite, text, marks in synthetic(cards)
    )
    section = SectionPage("C1", SectionKind.CONTENTION, "Everything", entries)
    pages = BriefPages("Buses", "Resolved: buses.", Side.PRO, "", "Pro", "", (section,), (), (), (), (), 0)
    data = export_pdf(pages, PageOptions())
    assert data.startswith(b"%PDF")


def stock(cards: int) -> None:
    from io import BytesIO

    from reportlab.lib.pagesizes import letter
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    fonts = ROOT / "resources" / "fonts"
    pdfmetrics.registerFont(TTFont("serif", str(fonts / "NotoSerif-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("serif-bold", str(fonts / "NotoSerif-Bold.ttf")))
    pdfmetrics.registerFontFamily("serif", normal="serif", bold="serif-bold", italic="serif", boldItalic="serif-bold")
    body = ParagraphStyle("body", fontName="serif", fontSize=11, leading=16)
    tagged = ParagraphStyle("tag", parent=body, fontName="serif-bold", keepWithNext=1)
    cited = ParagraphStyle("cite", parent=body, fontSize=8.5, keepWithNext=1)
    looks = (
        ("<u>", "</u>"),
        ('<u><span backColor="#fff0a8">', "</span></u>"),
        ("<u><b>", "</b></u>"),
    )
    story = []
    for tag, cite, text, marks in synthetic(cards):
        parts, place = [], 0
        for start, end, look in marks:
            parts += [text[place:start], looks[look][0], text[start:end], looks[look][1]]
            place = end
        parts.append(text[place:])
        story += [Paragraph(tag, tagged), Paragraph(cite, cited), Paragraph("".join(parts), body)]
    SimpleDocTemplate(BytesIO(), pagesize=letter, leftMargin=46, rightMargin=46).build(story)


def run(which: str, cards: int) -> tuple[float, int]:
    """Return CPU seconds and peak memory in KB of a child process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, __file__, "--child", which, str(cards)], check=True, cwd=ROOT, capture_output=True, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, int(done.stdout)


def main() -> None:
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    times: dict[str, list[float]] = {"ours": [], "stock": []}
    memory: dict[str, int] = {}
    for _ in range(rounds):
        for which, found in times.items():
            cpu, memory[which] = run(which, cards)
            found.append(cpu)
    median = {which: statistics.median(found) for which, found in times.items()}
    for which in times:
        per_card = (memory[which] - run(which, 1)[1]) / max(1, cards - 1)
        print(f"{which:6} median {median[which]:6.2f} CPU s  {per_card:5.1f} KB of memory a card")
    print(f"ratio  {median['ours'] / median['stock']:.3f}  (target <= 0.35; {cards} cards, {rounds} rounds)")


if __name__ == "__main__":
    if "--child" in sys.argv:
        sys.path.insert(0, str(ROOT))
        {"ours": ours, "stock": stock}[sys.argv[2]](int(sys.argv[3]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    else:
        main()
