"""How long the window does not answer, in people's journeys and at work: python -m tests.benchmarks.bench_stall.

Offscreen unless QT_QPA_PLATFORM says otherwise. `wall` is what a user feels; `own` is the processor time that the
window itself used of it, which tells a slow window from a busy machine. Every stall over 60 ms is named below.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from debateprep import assets
from debateprep.domain.terms import Side
from tests.benchmarks.watched import TARGET_MS, application, over, watched
from tests.gui import journeys
from tests.gui.person import Person
from tests.gui.watchdog import LATE_MS

WORDS = 50_000
NOTCHES = 60


def long_article(folder: Path) -> Path:
    """Write an article of 50,000 words out of the shipped essays' sentences, each paragraph numbered."""
    said = "\n".join(path.read_text(encoding="utf-8") for path in sorted(assets.path("samples").glob("*.txt")))
    paragraphs = [line for line in said.split("\n") if len(line.split()) > 20]
    written, count = ["# A long article", ""], 0
    while count < WORDS:
        for paragraph in paragraphs:
            words = f"Part {len(written)}. {paragraph}"
            written += [words, ""]
            count += len(words.split())
    file = folder / "long.md"
    file.write_text("\n".join(written), encoding="utf-8")
    return file


def read_long(person: Person, folder: Path) -> None:
    """Open the long article, read it from top to end by wheel, page keys and bar, keep a position, and come back."""
    article = long_article(folder)
    with person.at(folder / "home" / "library.db") as window:
        page = journeys.read_page(window)
        person.drop(window, [article])
        person.until(lambda: page.snapshot.text is not None and "Part 2." in page.snapshot.text.text, "the article", 60)
        person.settle(window)
        view = page.view
        for _ in range(NOTCHES):
            person.wheel(view.viewport(), QPoint(0, -120))
        view.setFocus()
        for _ in range(NOTCHES):
            person.key(Qt.Key.Key_PageDown)
        bar = view.verticalScrollBar()
        for part in (1.0, 0.2, 0.9, 0.5, 0.0):
            with person.watchdog.watching("a drag of the scroll bar"):
                bar.setValue(round(bar.maximum() * part))
            person.turn("scrolling")
        person.click(page.positions.suggestions[0].keep[Side.PRO])
        person.until(lambda: page.snapshot.kept, "the position")
        person.settle(window)
        for key in ("Briefs", "Read"):
            person.press(window.shell.rail, key)
            person.settle(window)
        person.press(window.shell.top, "Undo keep position")
        person.settle(window)


def whole(way: type[journeys.Way]) -> Callable[[Person, Path], None]:
    """Return the whole journey in one way, on a shipped essay."""

    def go(person: Person, folder: Path) -> None:
        journeys.whole_journey(person, folder, journeys.article_in(folder), way)

    return go


def wrong(person: Person, folder: Path) -> None:
    """Drop wrong files on the Read page."""
    journeys.drop_wrong_files(person, folder, "Read")


def first_run(person: Person, folder: Path) -> None:
    """Save the practice topic's Pro brief."""
    journeys.first_run_to_pdf(person, folder)


RUNS: dict[str, Callable[[Person, Path], None]] = {
    "first run to PDF": first_run,
    "both briefs, by mouse": whole(journeys.Way),
    "both briefs, by keys": whole(journeys.ByKeys),
    "wrong files": wrong,
    f"{WORDS:,} words": read_long,
}


def main() -> int:
    """Make every journey, print a table, and return how many stall longer than the target."""
    app = application()
    found = {name: watched(run)[1] for name, run in RUNS.items()}
    print(f"{'journey':26} {'wall ms':>8} {'own ms':>8} {f'over {TARGET_MS}':>9}")
    for name, stalls in found.items():
        print(f"{name:26} {stalls[0].milliseconds:8.0f} {stalls[0].own:8.0f} {over(stalls):9}")
    for name, stalls in found.items():
        for stall in stalls[:8]:
            if stall.milliseconds >= LATE_MS:
                print(f"{name}: {stall}")
    app.quit()
    return sum(over(stalls) > 0 for stalls in found.values())


if __name__ == "__main__":
    sys.exit(main())
