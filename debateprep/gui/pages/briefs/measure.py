"""The height of wrapped words without laying them out, for lists that must know the heights of a thousand texts.

Only a layout knows how Qt breaks a text of many scripts, and what happens within half a letter of the edge; then one
is made. Everything else is a sum of the widths of words, which are kept.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from debateprep.gui.pages.briefs.paint import Type, Words
from debateprep.gui.theme import look

_PLAIN = re.compile(r"[0-9A-Za-zÀ-ÖØ-öø-ÿ.,;:!?'’“”\"() ]*")
"""What breaks at blanks alone."""
_NEAR = 1.0
"""Closer to the edge than this, in pixels, a layout decides."""


class _Print:
    """One font: the widths of words met so far, and the height of a line."""

    def __init__(self, kind: str, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self.widths: dict[str, float] = {}
        self.blank = self._metrics.horizontalAdvance(" ")
        self.line = Words("x", kind).height(10_000)

    def width(self, word: str) -> float:
        """Return the width of a word, and keep it."""
        found = self.widths[word] = self._metrics.horizontalAdvance(word)
        return found


@lru_cache(maxsize=32)
def _print(kind: str, _scale: float) -> _Print:
    return _Print(kind, Type.font(kind))


def height_of(words: Words, width: float) -> float:
    """Return the height that the words have at a width."""
    ink = _print(words.kind, look().scale)
    if words.lines == 1:
        return ink.line
    lines = _lines(words.text, ink, max(20.0, width), words.lines) if _PLAIN.fullmatch(words.text) else 0
    return lines * ink.line if lines else words.height(width)


def _lines(text: str, ink: _Print, width: float, most: int) -> int:
    """Return how many lines a text takes, no more than `most` unless that is 0; 0 where only a layout can tell."""
    lines, filled = 1, 0.0
    known = ink.widths
    for word in text.split(" "):
        wide = known.get(word) or ink.width(word)
        end = filled + wide
        if abs(end - width) < _NEAR or wide > width - _NEAR:
            return 0
        if end > width:
            if lines == most:
                return lines
            lines, end = lines + 1, wide
        filled = end + ink.blank
    return lines
