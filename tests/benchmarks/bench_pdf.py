"""Measure the brief exporter against other engines on the same marked cards: CPU of child processes, in one run.

Run `python tests/benchmarks/bench_pdf.py [cards] [rounds]`. Ours draws contents, bookmarks, tags and page X of Y. The
stock build of reportlab has none of them; its multiBuild has contents. Typst and WeasyPrint take part where they are
installed, unless `--ours` is given. `--large` adds ten times as many cards, and how soon such an export stops when it
is cancelled.
"""

import random
import resource
import statistics
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debateprep.domain.pages import BriefPages

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
    from debateprep.publishing import PageOptions, export_pdf

    data = export_pdf(brief_of(cards), PageOptions())
    assert data.startswith(b"%PDF")
    print(f"ours: {cards} cards, {len(data) / 1000 / cards:.2f} kB a card", file=sys.stderr)


def brief_of(cards: int) -> "BriefPages":
    from debateprep.domain.model import Mark
    from debateprep.domain.pages import BriefPages, CardEntry, Cite, Evidence, SectionPage
    from debateprep.domain.terms import MarkKind, SectionKind, Side, SupportKind

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
    return BriefPages("Buses", "Resolved: buses.", Side.PRO, "", "Pro", "", (section,), (), (), (), (), 0)


def cancelled(cards: int) -> None:
    """Print how long an export goes on after it is cancelled, at ten moments of its way."""
    import threading
    import time

    from debateprep.progress import Cancelled, Progress
    from debateprep.publishing import PageOptions, export_pdf

    pages = brief_of(cards)
    waits, work = [], []
    for moment in range(10):
        progress = Progress()
        stopped: list[float] = []

        def stop(token: Progress = progress, mark: list[float] = stopped) -> None:
            mark += [time.perf_counter(), time.process_time()]
            token.cancel()

        timer = threading.Timer(0.2 + moment * 2.6, stop)
        timer.start()
        try:
            export_pdf(pages, PageOptions(), progress)
        except Cancelled:
            waits.append(time.perf_counter() - stopped[0])
            work.append(time.process_time() - stopped[1])
        timer.cancel()
    told = f"longest wait {max(waits):.3f} s ({max(work):.3f} s of CPU) of {len(waits)} (target: 0.5 s)"
    print(f"cancel {cards} cards: {told}", file=sys.stderr)


def by_typst(cards: int) -> None:
    import tempfile

    import typst

    fonts = ROOT / "resources" / "fonts"
    lines = [
        '#set page(paper: "us-letter", margin: 46pt, footer: context [Page #counter(page).display() of',
        "#counter(page).final().first()])",
        '#set text(font: "Noto Serif", size: 11pt)',
        "#set par(leading: 0.6em)",
        "#outline()",
    ]
    looks = (
        ("#underline[", "]"),
        ('#underline[#highlight(fill: rgb("#fff0a8"))[', "]]"),
        ("#box(stroke: 0.7pt)[*", "*]"),
    )
    for tag, cite, text, marks in synthetic(cards):
        parts, place = [], 0
        for start, end, look in marks:
            parts += [text[place:start], looks[look][0], text[start:end], looks[look][1]]
            place = end
        parts.append(text[place:])
        lines += [f"== {tag}", f"#text(size: 8.5pt)[{cite}]", "", "".join(parts), ""]
    with tempfile.NamedTemporaryFile("w", suffix=".typ", delete=False) as file:
        file.write("\n".join(lines))
    typst.compile(file.name, output=file.name + ".pdf", font_paths=[str(fonts)])


def by_weasyprint(cards: int) -> None:
    import weasyprint

    fonts = (ROOT / "resources" / "fonts").as_uri()
    style = (
        f"@font-face{{font-family:S;src:url({fonts}/NotoSerif-Regular.ttf)}}"
        f"@font-face{{font-family:S;font-weight:bold;src:url({fonts}/NotoSerif-Bold.ttf)}}"
        "@page{size:letter;margin:46pt;@bottom-right{content:'Page ' counter(page) ' of ' counter(pages)}}"
        "body{font:11pt/16pt S}h2{font-size:11pt}.c{font-size:8.5pt}mark{background:#fff0a8}"
        "b{border:.7pt solid}li a::after{content:target-counter(attr(href),page)}"
    )
    looks = (("<u>", "</u>"), ("<u><mark>", "</mark></u>"), ("<u><b>", "</b></u>"))
    body, contents = [], []
    for number, (tag, cite, text, marks) in enumerate(synthetic(cards)):
        parts, place = [], 0
        for start, end, look in marks:
            parts += [text[place:start], looks[look][0], text[start:end], looks[look][1]]
            place = end
        parts.append(text[place:])
        contents.append(f'<li><a href="#c{number}">{tag}</a></li>')
        body.append(f'<h2 id="c{number}">{tag}</h2><p class="c">{cite}</p><p>{"".join(parts)}</p>')
    page = f"<style>{style}</style><h1>Pro</h1><ul>{''.join(contents)}</ul>{''.join(body)}"
    weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


def multi(cards: int) -> None:
    stock(cards, contents=True)


def stock(cards: int, *, contents: bool = False) -> None:
    from io import BytesIO

    from reportlab.lib.pagesizes import letter
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate
    from reportlab.platypus.tableofcontents import TableOfContents

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
    story: list[Flowable] = []
    for tag, cite, text, marks in synthetic(cards):
        parts, place = [], 0
        for start, end, look in marks:
            parts += [text[place:start], looks[look][0], text[start:end], looks[look][1]]
            place = end
        parts.append(text[place:])
        story += [Paragraph(tag, tagged), Paragraph(cite, cited), Paragraph("".join(parts), body)]
    if not contents:
        SimpleDocTemplate(BytesIO(), pagesize=letter, leftMargin=46, rightMargin=46).build(story)
        return

    class WithContents(SimpleDocTemplate):
        count = 0

        def beforeDocument(self) -> None:  # noqa: N802
            self.count = 0

        def afterFlowable(self, flowable: object) -> None:  # noqa: N802
            if isinstance(flowable, Paragraph) and flowable.style is tagged:
                self.count += 1
                self.canv.bookmarkPage(f"k{self.count}")
                self.notify("TOCEntry", (0, flowable.getPlainText(), self.page, f"k{self.count}"))

    template = WithContents(BytesIO(), pagesize=letter, leftMargin=46, rightMargin=46)
    template.multiBuild([TableOfContents(), *story])


def run(which: str, cards: int) -> tuple[float, int]:
    """Return CPU seconds and peak memory in KB of a child process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, __file__, "--child", which, str(cards)]
    done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, int(done.stdout)


def preview(_cards: int) -> None:
    """Print how soon the first page of a brief of some twenty pages is there, and all of them."""
    import time

    from debateprep.publishing import PageOptions, export_pdf, first_page

    pages = brief_of(40)
    export_pdf(pages, PageOptions())
    began = time.process_time()
    first_page(pages, PageOptions())
    first = time.process_time()
    export_pdf(pages, PageOptions())
    whole = time.process_time()
    told = f"first page {(first - began) * 1000:.0f} ms, whole {(whole - first) * 1000:.0f} ms of CPU (target: 300 ms)"
    print(f"a brief of 40 cards: {told}", file=sys.stderr)


ENGINES = {"ours": ours, "stock": stock, "multi": multi, "typst": by_typst, "weasyprint": by_weasyprint}
TARGETS = {"stock": 0.30, "multi": 0.12, "typst": 0.60, "weasyprint": 0.06}


def main() -> None:
    wanted = [part for part in sys.argv[1:] if not part.startswith("--")]
    cards = int(wanted[0]) if wanted else 1000
    rounds = int(wanted[1]) if len(wanted) > 1 else 3
    there = [name for name in ENGINES if name in ("ours", "stock", "multi") or find_spec(name)]
    if "--ours" in sys.argv:
        there = ["ours"]
    times: dict[str, list[float]] = {name: [] for name in there}
    memory: dict[str, int] = {}
    for _ in range(rounds):
        for which, found in times.items():
            cpu, memory[which] = run(which, cards)
            found.append(cpu)
    median = {which: statistics.median(found) for which, found in times.items()}
    for which in times:
        per_card = (memory[which] - run(which, 1)[1]) / max(1, cards - 1)
        ratio = median["ours"] / median[which]
        target = f"  ours/{which} {ratio:.3f} (target <= {TARGETS[which]})" if which in TARGETS else ""
        print(f"{which:10} median {median[which]:7.2f} CPU s  {per_card:6.1f} KB of memory a card{target}")
    print(f"{cards} cards, {rounds} rounds; target <= 30 KB of memory a card")
    run("preview", 1)
    if "--large" in sys.argv:
        large, _ = run("ours", cards * 10)
        print(f"{cards * 10} cards take {large / median['ours']:.1f} x the CPU of {cards} (target <= 11)")
        run("cancelled", cards * 10)


if __name__ == "__main__":
    if "--child" in sys.argv:
        sys.path.insert(0, str(ROOT))
        (ENGINES | {"cancelled": cancelled, "preview": preview})[sys.argv[2]](int(sys.argv[3]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    else:
        main()
