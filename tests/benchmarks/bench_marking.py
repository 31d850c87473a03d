"""How soon a mark is on the screen in a card of 50,000 words: python tests/benchmarks/bench_marking.py [ROUNDS].

From the key to the end of the paint, with 500 marks there already, at places all through the card.
"""

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from debateprep.domain import marks as rules
from debateprep.domain.model import Mark
from debateprep.domain.terms import MarkKind
from debateprep.gui.pages.cards_text import QuotationView

WORDS = 50_000
MARKS = 500
TARGET_MS = 50.0
PARAGRAPH = "Buses that cost nothing bring people to the clinic and the library across the river " * 6


def main(rounds: int) -> None:
    """Print the median and the worst for each kind of mark."""
    app = QApplication([])
    quote = "\n\n".join([PARAGRAPH.strip()] * (WORDS // len(PARAGRAPH.split()) + 1))
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
        print(f"{kind.value}: median {statistics.median(took):.1f} ms, worst {max(took):.1f} ms (target {TARGET_MS})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
