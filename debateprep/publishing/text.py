"""Text made fit to print: what is invisible or would disturb the page goes, what no font has is named."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple, Protocol

from debateprep.publishing.scripts import FACES, is_joined

_SCRIPT_FACES = frozenset(FACES)
_BREAKS = "\n\r\v\f\x85\u2028\u2029"
_SPACES = "\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_HELD_SPACES = "\u2007\u202f"
# Marks that steer other software (direction, joining, variants, soft hyphens) and print nothing themselves.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_UNFIT = re.compile(f"[\x00-\x1f\x7f-\x9f{_BREAKS}{_SPACES}{_HELD_SPACES}{_INVISIBLE}]|  ")
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_HELD_SPACE = re.compile(f"[{_HELD_SPACES}]")
_GONE = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{_INVISIBLE}]")
_GONE_BUT_JOINERS = re.compile(f"(?![\u200c\u200d])[\x00-\x09\x0b-\x1f\x7f-\x9f{_INVISIBLE}]")
JOINERS = "\u200c\u200d"
"""Print nothing, and tell the letters beside them whether to join: kept where a script joins letters."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_MANY_SPACES = re.compile(" {2,}")

Shape = tuple[str, str]


class Glyph(NamedTuple):
    """A shaped sign: its number in the face, its advance and offsets in thousandths of the type size.

    `text` is what it stands for, "" where the sign before it already does; `cluster` is where that begins.
    """

    number: int
    advance: float
    dx: float
    dy: float
    text: str
    cluster: int = 0


class Metrics(Protocol):
    """How wide the characters of a face are, in thousandths of the type size; a face lacks what is not in it."""

    def advances(self, face: str) -> Mapping[str, int]:
        """Return the width of every character that the face has."""

    def fallbacks(self, char: str, face: str) -> Iterable[str]:
        """Return the faces to try, in order, for a character that the wanted face lacks."""

    def shape(self, face: str, text: str, *, rtl: bool) -> tuple[Glyph, ...]:
        """Return the text's signs in a face from left to right, joined and placed as its script asks."""


def clean(text: str) -> str:
    """Return the text as it prints: line breaks as LF, other white space as spaces, nothing invisible."""
    if _UNFIT.search(text) is None:
        return text
    text = _BREAK.sub("\n", text)
    text = _SPACE.sub(" ", text)
    text = _HELD_SPACE.sub("\u00a0", text)
    text = (_GONE_BUT_JOINERS if is_joined(text) else _GONE).sub("", text)
    return _MANY_SPACES.sub(" ", text)


def one_line(text: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(clean(text).split())


def clip(text: str, limit: int) -> str:
    """Return the text on one line and at most `limit` characters long, cut after a word where there is one."""
    line = one_line(text[: limit * 8])
    if len(line) <= limit and len(text) <= limit * 8:
        return line
    kept = line[: limit - 1]
    space = kept.rfind(" ", limit // 2)
    return (kept[:space] if space > 0 else kept).rstrip(" ,;:") + "…"


def first_words(text: str, limit: int) -> tuple[str, bool]:
    """Return the first `limit` words, and whether words were left out."""
    words = text.split()
    return " ".join(words[:limit]), len(words) > limit


def name_of(char: str) -> str:
    """Return what prints for a character that no bundled font has."""
    return f"⟨U+{ord(char):04X}⟩"


def encodable(text: str) -> str:
    """Return the text with lone surrogates named, as no file can hold them."""
    return _SURROGATE.sub(lambda match: name_of(match.group()), text)


def shapes(text: str, face: str, metrics: Metrics) -> list[Shape]:
    """Split cleaned text into (face, text) where every face has every character of its text."""
    own = metrics.advances(face)
    if text.isascii() or own.keys() >= set(text) - {"\n"}:
        return [(face, text)]
    found: list[tuple[str, list[str]]] = []
    chosen: dict[str, list[Shape]] = {}
    for char in text:
        if found and (char in JOINERS or (char == " " and found[-1][0] in _SCRIPT_FACES)):
            # What joins two letters, or stands between words, goes with the letter before it.
            found[-1][1].append(char)
            continue
        if char not in chosen:
            chosen[char] = [] if char in JOINERS else _shape(char, face, metrics)
        for where, piece in chosen[char]:
            if found and found[-1][0] == where:
                found[-1][1].append(piece)
            else:
                found.append((where, [piece]))
    return [(where, "".join(piece)) for where, piece in found]


def _shape(char: str, face: str, metrics: Metrics) -> list[Shape]:
    for where in chain((face,), metrics.fallbacks(char, face)):
        if char == "\n" or char in metrics.advances(where):
            return [(where, char)]
    return [shape for part in name_of(char) for shape in _shape(part, face, metrics)]


def missing(texts: Iterable[str], faces: Iterable[str], metrics: Metrics) -> tuple[str, ...]:
    """Return the characters of the texts that none of the faces has, sorted; faces are looked at while any is left."""
    used: set[str] = set()
    for text in texts:
        used.update(clean(text))
    used -= {"\n", *JOINERS}
    for face in faces:
        if not used:
            break
        used -= metrics.advances(face).keys()
    return tuple(sorted(used))
