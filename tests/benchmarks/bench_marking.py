"""How soon a mark is on the screen: python tests/benchmarks/bench_marking.py [ROUNDS].

From the key to the end of the paint: in a card of 50,000 words with 500 marks, at places all through it; and on the
Read page, in cards of an article of 50,000 words, with the page's own key, while the stroke is being saved.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from debateprep.domain import marks as rules
from debateprep.domain.article import Span, numbered
from debateprep.domain.model import Mark, SourceText
from debateprep.domain.terms import MarkKind
from debateprep.gui.background import Job
from debateprep.gui.pages.cards.text import QuotationView
from debateprep.gui.pages.read.page import ReadPage
from debateprep.gui.workspace import Workspace
from debateprep.services import cards, sources
from debateprep.storage.library import Library

WORDS = 50_000
MARKS = 500
CARDS = 60
TARGET_MS = 50.0
PARAGRAPH = "Buses that cost nothing bring people to the clinic and the library across the river " * 6


def text() -> str:
    """Return an article of WORDS words."""
    return "\n\n".join([PARAGRAPH.strip()] * (WORDS // len(PARAGRAPH.split()) + 1))


def tell(where: str, took: list[float]) -> None:
    """Print the median and the worst."""
    print(f"{where}: median {statistics.median(took):.1f} ms, worst {max(took):.1f} ms (target {TARGET_MS})")


def in_a_card(app: QApplication, rounds: int) -> None:
    """Mark a card of all the words."""
    quote = text()
    step = len(quote) // MARKS
    view = QuotationView()
    view.resize(760, 800)
    view.show()
    many = (Mark(MarkKind.UNDERLINE, at * step, at * step + 40) for at in range(MARKS))
    view.show_card(quote, rules.normalise(many, len(quote)))
    app.processEvents()
    for kind in MarkKind:
        took = []
        for number in range(rounds):
            place = len(quote) * (number + 1) // (rounds + 2)
            view.put_caret(place)
            app.processEvents()
            began = time.perf_counter()
            view.show_marks(rules.toggle(view.marks, len(quote), place, place + 60, kind, "yellow"))
            view.viewport().repaint()
            took.append((time.perf_counter() - began) * 1000)
        tell(f"card, {kind.value}", took)
    view.close()


def in_an_article(rounds: int, folder: Path) -> None:
    """Press the page's keys on cards that were cut from an article of all the words."""
    library = Library(folder / "library.db")
    source = sources.import_text(library, f"A long article\n\n{text()}").source_id
    with library.read() as reader:
        words = reader.all(SourceText, source_id=source)[0]
    body = [block for _, block in numbered(words.blocks)]
    for block in body[:: max(1, len(body) // CARDS)]:
        cards.cut(library, source, Span(block.start, block.end), "A card")
    workspace = Workspace()
    workspace.open(library)
    page = ReadPage(workspace)
    page.resize(1400, 850)
    page.show()
    QTest.qWait(50)
    while page.snapshot.text is None or page.findChildren(Job):
        QTest.qWait(20)
    page.activateWindow()
    page.view.setFocus()
    keys = (Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F11, Qt.Key.Key_F12)
    for key in keys:
        took = []
        for number in range(rounds):
            card = page.snapshot.cards[len(page.snapshot.cards) * number // rounds]
            assert card.span is not None
            page.view.select(Span(card.span.start + 6, card.span.start + 60))
            QTest.qWait(30)
            began = time.perf_counter()
            QTest.keyClick(page.view, key)
            page.view.viewport().repaint()
            took.append((time.perf_counter() - began) * 1000)
        tell(f"article, {key.name.removeprefix('Key_')}", took)
    while page.findChildren(Job):
        QTest.qWait(20)
    page.close()
    page.deleteLater()
    QTest.qWait(20)
    workspace.close()


def main(rounds: int) -> None:
    """Print both."""
    app = QApplication([])
    in_a_card(app, rounds)
    with tempfile.TemporaryDirectory() as folder:
        in_an_article(rounds, Path(folder))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
