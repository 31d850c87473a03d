"""What the cards of the positions panel have in common: keys, beginnings of quotes, sides in words."""

from PySide6.QtCore import Qt

from debateprep.domain.terms import Side
from debateprep.gui.words import term

_SNIPPET = 64
KEEP_KEYS = {Qt.Key.Key_P: Side.PRO, Qt.Key.Key_C: Side.CON, Qt.Key.Key_N: Side.NEITHER}
"""The keys that keep a suggestion (or move a kept position) while its card has the focus."""


def snippet(words: str, length: int = _SNIPPET) -> str:
    """Return the beginning of a quote in quotation marks, cut at a word."""
    words = " ".join(words.split())
    if len(words) <= length:
        return f"“{words}”"
    return f"“{words[:length].rsplit(' ', 1)[0].rstrip(',;:–—-')}…”"


def side_words(side: Side) -> str:
    """Return a side's word with its shape."""
    return term(side.label) if side is Side.NEITHER else f"{side.sign} {term(side.label)}"
