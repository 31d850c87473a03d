"""Offsets at Qt's border: Qt counts UTF-16 units, everything else code points."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """The two counts of one text; made once per text, each question takes the logarithm of its wide characters."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [offset + index for index, offset in enumerate(self._wide)]
        self.length = len(text) + len(self._wide)

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._wide, offset)

    def to_python(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset; one inside a pair counts as the pair's start."""
        return offset - bisect_left(self._units, offset)


def to_qt(text: str, offset: int) -> int:
    """Return the UTF-16 offset of a code point offset, for one question about a text."""
    return Utf16(text[:offset]).length


def to_python(text: str, offset: int) -> int:
    """Return the code point offset of a UTF-16 offset, for one question about a text."""
    return Utf16(text).to_python(offset)
