"""The bundled faces: their widths for the layouts, and their use in a PDF document."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import RLock
from types import ModuleType
from typing import Any

from debateprep import assets

TEXT_FACES = tuple(
    f"Noto{family}-{shape}" for family in ("Serif", "Sans") for shape in ("Regular", "Bold", "Italic", "BoldItalic")
)
FALLBACK_FACES = ("NotoSansSymbols2-Regular", "NotoSansMath-Regular", "NotoSansSymbols-Regular")
ALL_FACES = TEXT_FACES + FALLBACK_FACES
_PREFIX = "DebatePrep-"
_lock = RLock()


def _keep_to_itself() -> None:
    """Let reportlab find settings of ours before it looks for them in the user's home.

    It would run `~/.reportlab_mods` and `~/.reportlab_settings` as code, and search the system's folders for fonts.
    """
    settings = ModuleType("reportlab_settings")
    for name in ("T1SearchPath", "TTFSearchPath", "CMapSearchPath"):
        setattr(settings, name, ())
    sys.modules.setdefault("reportlab_settings", settings)
    sys.modules.setdefault("reportlab_mods", ModuleType("reportlab_mods"))


_keep_to_itself()


@lru_cache(maxsize=len(ALL_FACES))
def _load(face: str) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(_PREFIX + face, str(assets.path(f"fonts/{face}.ttf")), asciiReadable=True, shapable=False)
    pdfmetrics.registerFont(font)
    return font


def font_of(face: str) -> Any:
    """Return reportlab's font of the face, registered under a name of our own; raise AssetsMissing if absent."""
    with _lock:
        return _load(face)


@cache
def _advances(face: str) -> dict[str, int]:
    metrics = font_of(face).face
    widths, default = metrics.charWidths, metrics.defaultWidth
    found = {chr(code): widths.get(code, default) for code in metrics.charToGlyph}
    # reportlab writes a no-break space as a space.
    found["\u00a0"] = found.get(" ", default)
    return found


class FontMetrics:
    """The widths of the bundled faces."""

    def advances(self, face: str) -> Mapping[str, int]:
        """Return the width of every character that the face has, in thousandths of the type size."""
        return _advances(face)

    def fallbacks(self) -> tuple[str, ...]:
        """Return the symbol and math faces, tried in order."""
        return FALLBACK_FACES


class _Codes(dict[int, str]):
    """From a character to its place in the first subset, written as a PDF string writes it."""

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__({code: chr(code) for code in range(32, 127)})
        self.update({ord(char): "\\" + char for char in "\\()"})
        self.font = font
        self.document = document
        self.later: set[str] = set()

    def __missing__(self, code: int) -> str:
        ((subset, char),) = self.font.splitString(chr(code), self.document)
        if subset:
            self.later.add(chr(code))
            written = ""
        else:
            written = f"\\{char[0]:03o}"
        self[code] = written
        return written


class Encoder:
    """Write text of one face as PDF strings of one document; remembers every character it has met."""

    def __init__(self, face: str, document: Any) -> None:
        self._font = font_of(face)
        self._document = document
        self._codes = _Codes(self._font, document)
        self._ascii = all(char in _advances(face) for char in map(chr, range(32, 127)))
        # Opens the first subset, so that the document lists the font even when only plain letters follow.
        self._font.splitString(" ", document)

    def strings(self, text: str) -> list[tuple[str, str]]:
        """Return (font name in the document, escaped string) in order."""
        codes = self._codes
        if self._ascii and text.isascii():
            if "\\" in text or "(" in text or ")" in text:
                text = text.translate(codes)
            return [(self._name(0), text)]
        written = text.translate(codes) if self._ascii else ""
        if self._ascii and (not codes.later or codes.later.isdisjoint(text)):
            return [(self._name(0), written)]
        return [
            (self._name(subset), "".join(f"\\{char:03o}" for char in part))
            for subset, part in self._font.splitString(text, self._document)
        ]

    def _name(self, subset: int) -> str:
        return str(self._font.getSubsetInternalName(subset, self._document))


def to_unicode_map(fontname: str, subset: list[int]) -> str:
    """Return the map by which a reader turns a subset's codes back into text, UTF-16BE, 100 to a block."""
    entries = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be', 'replace').hex().upper()}>" for code, char in enumerate(subset)
    ]
    parts = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
        f"/CMapName /{fontname} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        parts += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    parts += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(parts)


@contextmanager
def reportlab_for_export() -> Iterator[None]:
    """Hold reportlab as an export needs it, one export at a time, and put it back afterwards.

    No standard font is listed, streams are compressed without ASCII85, nothing evaluates colours from text or
    reads from the network.
    """
    from reportlab import rl_config
    from reportlab.pdfbase import ttfonts

    wanted = {
        "useA85": 0,
        "invariant": 1,
        "pageCompression": 1,
        "canvas_basefontname": font_of("NotoSans-Regular").fontName,
        "toColorCanUse": None,
        "trustedSchemes": [],
        "trustedHosts": [],
    }
    with _lock:
        kept = {name: getattr(rl_config, name) for name in wanted}
        to_unicode = ttfonts.makeToUnicodeCMap
        for name, value in wanted.items():
            setattr(rl_config, name, value)
        # WORKAROUND: reportlab 5.1 writes characters above U+FFFF as five hex digits and puts more than 100
        # entries into a block, so that emoji are copied and searched as other characters.
        ttfonts.makeToUnicodeCMap = to_unicode_map
        try:
            yield
        finally:
            ttfonts.makeToUnicodeCMap = to_unicode
            for name, value in kept.items():
                setattr(rl_config, name, value)
