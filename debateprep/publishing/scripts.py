"""Which script a character belongs to: the faces that have it, and whether its signs must be shaped or turned."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from debateprep import paths

# First and last code point, and the families to take: the one that goes with a serif face, then with a sans.
_TABLE: tuple[tuple[int, int, str, str], ...] = (
    (0x0530, 0x058F, "NotoSansArmenian", "NotoSansArmenian"),
    (0x0590, 0x05FF, "NotoSerifHebrew", "NotoSansHebrew"),
    (0x0600, 0x08FF, "NotoNaskhArabic", "NotoNaskhArabic"),
    (0x0900, 0x097F, "NotoSansDevanagari", "NotoSansDevanagari"),
    (0x0980, 0x09FF, "NotoSansBengali", "NotoSansBengali"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi", "NotoSansGurmukhi"),
    (0x0B80, 0x0BFF, "NotoSansTamil", "NotoSansTamil"),
    (0x0E00, 0x0E7F, "NotoSansThai", "NotoSansThai"),
    (0x10A0, 0x10FF, "NotoSansGeorgian", "NotoSansGeorgian"),
    (0x1C90, 0x1CBF, "NotoSansGeorgian", "NotoSansGeorgian"),
    (0x1CD0, 0x1CFF, "NotoSansDevanagari", "NotoSansDevanagari"),
    (0x2D00, 0x2D2F, "NotoSansGeorgian", "NotoSansGeorgian"),
    (0xA8E0, 0xA8FF, "NotoSansDevanagari", "NotoSansDevanagari"),
    (0xFB13, 0xFB17, "NotoSansArmenian", "NotoSansArmenian"),
    (0xFB1D, 0xFB4F, "NotoSerifHebrew", "NotoSansHebrew"),
    (0xFB50, 0xFDFF, "NotoNaskhArabic", "NotoNaskhArabic"),
    (0xFE70, 0xFEFF, "NotoNaskhArabic", "NotoNaskhArabic"),
)
FACES = tuple(
    f"{family}-{weight}"
    for family in dict.fromkeys(name for _, _, *both in _TABLE for name in both)
    for weight in ("Regular", "Bold")
)
PACK = ("DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", "NanumMyeongjo.ttf", "NanumGothic.ttf")
"""Files of the optional pack for Chinese, Japanese and Korean, tried in this order."""

_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_JOINED = re.compile("[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u17ff\ua8e0-\ua8ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u1780-\u17ff\u1ab0-\u1aff\u1cd0-\u1cff"
    "\u1dc0-\u1dff\u20d0-\u20f0\ua8e0-\ua8ff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefc]"
)
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


# The language that a script tells, or the script alone where several languages share it.
_LANGUAGES = (
    ("\u0530-\u058f", "hy"),
    ("\u0590-\u05ff\ufb1d-\ufb4f", "und-Hebr"),
    ("\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc", "und-Arab"),
    ("\u0900-\u097f", "und-Deva"),
    ("\u0980-\u09ff", "und-Beng"),
    ("\u0a00-\u0a7f", "pa"),
    ("\u0b80-\u0bff", "ta"),
    ("\u0e00-\u0e7f", "th"),
    ("\u10a0-\u10ff", "ka"),
)
_OF_LANGUAGE = tuple((re.compile(f"[{letters}]"), tag) for letters, tag in _LANGUAGES)
_LETTERS = "".join(letters for letters, _ in _LANGUAGES)
_ANY_LANGUAGE = re.compile(f"[{_LETTERS}]")
_TONGUES = re.compile("|".join(f"([{letters}](?:[^\\w]*[{letters}])*)" for letters, _ in _LANGUAGES))


def language_of(text: str) -> str:
    """Return the language, or the script, that most letters of a text are in, as a language tag; "" for others."""
    if text.isascii() or _ANY_LANGUAGE.search(text) is None:
        return ""
    letters = sum(char.isalpha() for char in text)
    for pattern, tag in _OF_LANGUAGE:
        if 2 * len(pattern.findall(text)) > letters:
            return tag
    return ""


def tongues(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a text, in order, each with the language that its script tells, "" for the others."""
    at = 0
    for found in () if text.isascii() else _TONGUES.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], ""
        yield found[0], _LANGUAGES[(found.lastindex or 1) - 1][1]
        at = found.end()
    if at < len(text):
        yield text[at:], ""


def is_joined(text: str) -> bool:
    """Tell whether the text has signs of a script whose letters join or change places."""
    return _JOINED.search(text) is not None


def needs_shaping(text: str) -> bool:
    """Tell whether any sign must be shaped or turned, so that the text is more than a row of characters."""
    return not text.isascii() and _SHAPED.search(text) is not None


def is_shaped(char: str) -> bool:
    """Tell whether the character must be shaped."""
    return _SHAPED.match(char) is not None


def runs_leftwards(text: str) -> bool:
    """Tell whether any character is written from right to left."""
    return _TURNED.search(text) is not None


def is_east_asian(char: str) -> bool:
    """Tell whether the character is Chinese, Japanese or Korean."""
    return _EAST_ASIAN.match(char) is not None or 0x20000 <= ord(char) < 0x323B0


@cache
def faces_for(char: str, face: str) -> tuple[str, ...]:
    """Return the script face that goes with a text face, for a character of a script that has its own."""
    code = ord(char)
    for first, last, serif, sans in _TABLE:
        if first <= code <= last:
            family = serif if "Serif" in face else sans
            return (f"{family}-{'Bold' if 'Bold' in face else 'Regular'}",)
    # Marks that go with several scripts (danda, Arabic comma in other ranges) have no face of their own.
    return ()


def pack_folder() -> Path:
    """Return the folder where the user puts fonts of the optional pack."""
    return paths.fonts()


def pack_faces() -> tuple[str, ...]:
    """Return the faces of the optional pack that are there."""
    folder = pack_folder()
    return tuple(name.removesuffix(".ttf") for name in PACK if (folder / name).is_file())


def pack_file(face: str) -> Path | None:
    """Return the file of a face of the optional pack, None for a bundled one."""
    name = f"{face}.ttf"
    return pack_folder() / name if name in PACK else None


def pack_hint(missing: tuple[str, ...]) -> str:
    """Return the sentence that names the pack when characters are missing that it would have, else ""."""
    if not any(is_east_asian(char) for char in missing):
        return ""
    return (
        f"Chinese, Japanese and Korean need the optional font pack: put {PACK[0]} (for Korean {PACK[2]}) into "
        f"{pack_folder()}."
    )
