"""Bytes to text: byte order marks, UTF-8, UTF-16, and a guess that is told; only line ends are changed, to LF."""

import codecs
import re

from debateprep.reading.errors import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What western European prose holds outside ASCII: typographic signs, and the accented letters in real use.
_WESTERN = frozenset("€‚„…‘’“”•–—™ ¡£§©«®°±²³´·»½¼¾¿×\xa0") | frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüŒœŠšŽžŸÿ"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000
_SHOWN = {"cp1252": "Windows-1252", "utf_16_le": "UTF-16", "utf_16_be": "UTF-16"}


def lines_joined(text: str) -> str:
    """Return the text with CRLF and CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, list[str]]:
    """Return the text of `data` and warnings for the user; raise ReadingError when it is not text.

    `declared` is an encoding that the file itself names; it is tried when the bytes are not UTF-8.
    """
    text, warnings = _decoded(data, name, declared)
    return checked(text, name), warnings


def checked(text: str, name: str = "") -> str:
    """Return the text with LF line ends; raise ReadingError when it holds what no text does."""
    if "\0" in text or len(_CONTROL.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 50:
        raise not_text(name)
    return lines_joined(text)


def not_text(name: str) -> ReadingError:
    """Return the error for bytes that are no text."""
    named = f"“{name}”" if name else "What you pasted"
    return ReadingError(f"{named} is not text; save the article as text or paste its words.")


def _decoded(data: bytes, name: str, declared: str) -> tuple[str, list[str]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, name)
    wide = _wide(data)
    if wide:
        return _with_guess(data, wide, certain=False)
    if b"\0" in data:
        raise not_text(name)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _foreign(data, name, declared)


def _marked(data: bytes, encoding: str, name: str) -> tuple[str, list[str]]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return text, [_damaged(text)]
    if not text:
        raise ReadingError(f"“{name}” is empty; choose a file with text in it.")
    return text, []


def _wide(data: bytes) -> str:
    """Return the name of UTF-16 without a mark: its zero bytes stand on one side only."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2], sample[1::2]
    for encoding, high, low in (("utf_16_le", odd, even), ("utf_16_be", even, odd)):
        # The upper halves of real text come from a few alphabets; those of anything else are scattered.
        if b"\0" in high and b"\0" not in low and len(set(high)) <= 4 + len(high) // 200:
            return encoding
    return ""


def _foreign(data: bytes, name: str, declared: str) -> tuple[str, list[str]]:
    mended = data.decode("utf-8", "replace")
    bad, good = mended.count("\ufffd"), sum(1 for sign in mended if sign > "\x7f")
    if bad * 10 <= good - bad:
        return mended, [_damaged(mended)]
    if declared and _known(declared):
        return _with_guess(data, declared, certain=True)
    return _with_guess(data, _guess(data, name), certain=False)


def _known(encoding: str) -> bool:
    try:
        info = codecs.lookup(encoding)
    except (LookupError, ValueError):
        return False
    return bool(getattr(info, "_is_text_encoding", True))


def _guess(data: bytes, name: str) -> str:
    sample = data[:_SAMPLE]
    western = sample.decode("cp1252", "replace")
    high = [sign for sign in western if sign > "\x7f"]
    if len(high) <= len(western) // 8 and all(sign in _WESTERN for sign in high):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise not_text(name)
    return str(best.encoding)


def _with_guess(data: bytes, encoding: str, *, certain: bool) -> tuple[str, list[str]]:
    text = data.decode(encoding, "replace")
    shown = _SHOWN.get(encoding, encoding.replace("_", "-"))
    warnings = (
        [] if certain else [f"The letters were read as {shown}, which is a guess; check accents and quotation marks."]
    )
    if "\ufffd" in text:
        warnings.append(_damaged(text))
    return text, warnings


def _damaged(text: str) -> str:
    count = text.count("\ufffd")
    some = "One letter" if count == 1 else f"{count} letters"
    return f"{some} could not be read and {'is' if count == 1 else 'are'} shown as \ufffd."
