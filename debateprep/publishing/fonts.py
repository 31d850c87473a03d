"""The bundled faces: their widths for the layouts, and their use in a PDF document."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import RLock
from types import ModuleType
from typing import Any

from debateprep import assets
from debateprep.publishing import scripts
from debateprep.publishing.text import Glyph

TEXT_FACES = tuple(
    f"Noto{family}-{shape}" for family in ("Serif", "Sans") for shape in ("Regular", "Bold", "Italic", "BoldItalic")
)
SYMBOL_FACES = ("NotoSansSymbols2-Regular", "NotoSansMath-Regular", "NotoSansSymbols-Regular")
ALL_FACES = TEXT_FACES + scripts.FACES + SYMBOL_FACES
# Codes of a font's signs that stand for no single character, beyond all of Unicode.
_SIGNS = 0x110000
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


@lru_cache(maxsize=128)
def _load(face: str) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pack = scripts.pack_file(face)
    where = pack or assets.path(f"fonts/{face}.ttf")
    font = TTFont(_PREFIX + face, str(where), asciiReadable=True, shapable=False)
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
    found = {chr(code): widths.get(code, default) for code in metrics.charToGlyph if code < _SIGNS}
    # reportlab writes a no-break space as a space.
    found["\u00a0"] = found.get(" ", default)
    return found


@lru_cache(maxsize=32)
def _shaper(face: str) -> tuple[Any, float]:
    """Return HarfBuzz's font of the face, and what turns its units into thousandths of the type size."""
    import uharfbuzz

    inner = uharfbuzz.Face(uharfbuzz.Blob(font_of(face).face._ttf_data))
    return uharfbuzz.Font(inner), 1000 / inner.upem


@lru_cache(maxsize=20_000)
def _shape(face: str, text: str, rtl: bool) -> tuple[Glyph, ...]:
    import uharfbuzz

    font, scale = _shaper(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(char) for char in text])
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    # Signs are chosen and joined as the script asks; what is only a matter of taste stays off.
    uharfbuzz.shape(font, buffer, {"liga": scripts.is_joined(text), "clig": False, "dlig": False, "kern": False})
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    found: list[Glyph] = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        words = text[info.cluster : ends.pop(info.cluster)] if info.cluster in ends else ""
        found.append(
            Glyph(
                info.codepoint,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
                words,
                info.cluster,
            )
        )
    return tuple(found)


class FontMetrics:
    """The widths of the bundled faces, and of those in a font pack that the user added."""

    def advances(self, face: str) -> Mapping[str, int]:
        """Return the width of every character that the face has, in thousandths of the type size."""
        return _advances(face)

    def fallbacks(self, char: str, face: str) -> Iterator[str]:
        """Make the faces to try, in order, for a character that the face lacks."""
        yield from scripts.faces_for(char, face)
        yield from SYMBOL_FACES
        yield from scripts.pack_faces()

    def shape(self, face: str, text: str, *, rtl: bool) -> tuple[Glyph, ...]:
        """Return the text's signs in a face from left to right, joined and placed as its script asks."""
        return _shape(face, text, rtl)


class _Hyphens:
    """Where English words may be parted, by the patterns of pyphen; the sign is a soft hyphen when copied."""

    def __init__(self) -> None:
        from pyphen import Pyphen

        self._words = Pyphen(lang="en_US", left=2, right=3)

    @lru_cache(maxsize=20_000)  # noqa: B019 - there is only one of its kind
    def places(self, word: str) -> tuple[int, ...]:
        core = word.strip("“”‘’\"'()[],.;:?!…")
        if not core.isalpha() or core != core.lower():
            return ()
        start = word.index(core)
        return tuple(start + place for place in self._words.positions(core))

    @lru_cache(maxsize=64)  # noqa: B019 - there is only one of its kind
    def sign(self, face: str) -> tuple[Glyph, ...]:
        metrics = font_of(face).face
        return (Glyph(metrics.charToGlyph[ord("-")], float(metrics.charWidths[ord("-")]), 0.0, 0.0, "\u00ad"),)


@cache
def hyphens() -> _Hyphens:
    """Return where words may be parted."""
    return _Hyphens()


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

    def glyph(self, glyph: Glyph) -> tuple[str, int, float]:
        """Return (font name in the document, code, own width in thousandths) of a shaped sign."""
        face = self._font.face
        plain = ord(glyph.text) if len(glyph.text) == 1 else -1
        if face.charToGlyph.get(plain) == glyph.number and plain != 0xA0:
            ((subset, char),) = self._font.splitString(glyph.text, self._document)
            return self._name(subset), char[0], face.getCharWidth(plain)
        code = _SIGNS + glyph.number
        if code not in face.charToGlyph:
            face.charToGlyph[code] = glyph.number
            face.charWidths[code] = face.hmetrics[glyph.number][0] * 1000 / face.unitsPerEm
        _meanings.setdefault((_plain_name(face.name), code), glyph.text or "\u200b")
        place = self._place(code)
        return self._name(place >> 8), place & 0xFF, face.charWidths[code]

    def _place(self, code: int) -> int:
        """Give a sign its place in a subset, as reportlab's splitString gives one to a character."""
        state: Any = self._font.state[self._document]
        if code in state.assignments:
            return int(state.assignments[code])
        place = state.nextCode
        if place & 0xFF == 32 and place != 32:
            state.subsets[place >> 8].append(32)
            place += 1
        if place < 32:
            state.subsets[0][place] = code
        else:
            if not place & 0xFF:
                state.subsets.append([0])
                place += 1
            state.subsets[place >> 8].append(code)
        state.assignments[code] = place
        # The first subset's signs up to 127 are those of ASCII.
        state.nextCode = 128 if place == 31 else place + 1
        return int(place)

    def _name(self, subset: int) -> str:
        return str(self._font.getSubsetInternalName(subset, self._document))


_meanings: dict[tuple[str, int], str] = {}
"""What the signs beyond Unicode stand for in the document being made, by font and code."""


def _plain_name(name: bytes | str) -> str:
    text = name.decode("latin-1") if isinstance(name, bytes) else name
    return text.rpartition("+")[2]


def _meaning(fontname: str, code: int) -> str:
    return chr(code) if code < _SIGNS else _meanings.get((_plain_name(fontname), code), "\ufffd")


def to_unicode_map(fontname: str, subset: list[int]) -> str:
    """Return the map by which a reader turns a subset's codes back into text, UTF-16BE, 100 to a block."""
    entries = [
        f"<{code:02X}> <{_meaning(fontname, char).encode('utf-16-be', 'replace').hex().upper()}>"
        for code, char in enumerate(subset)
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
        _meanings.clear()
        try:
            yield
        finally:
            ttfonts.makeToUnicodeCMap = to_unicode
            for name, value in kept.items():
                setattr(rl_config, name, value)
