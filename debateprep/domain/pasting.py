"""A card from elsewhere in one box: tell its tag, its cite and its words apart, and show how.

Nothing is reworded: each part is a stretch of the pasted text, given by its half-open code points.
"""

import re
from dataclasses import dataclass

from debateprep.domain.article import Span, trimmed
from debateprep.domain.words import count

_YEAR = r"(?:[’'‘]?\d{2}|(?:1[89]|20)\d{2}|n\.\s?d\.|no\s+date)"
_NAME = r"(?:[A-Z][\w’'.-]+|al|et|and|&|de|van|von|der|la|le|du|of|the)"
_CITE_LINE = re.compile(
    rf"\s*[\[(*<]?\s*(?:{_NAME}[,\s]+){{1,8}}(?:\(\s*)?{_YEAR}\b|\s*[\[(<]|.*https?://|.*\bwww\.", re.DOTALL
)
_AFTER = re.compile(r"[”\"]?\s*(?:[—–]|--|\s-)\s*(?=[A-Z\[(“\"’])")
_BRACKETED = re.compile(r"\(([^()]*\b(?:(?:1[89]|20)\d{2}|[’']\d{2}|n\.\s?d\.)[^()]*)\)[.\s]*$")
_SIGNED = re.compile(r"\s*(?:[—–]|--|-)\s*(?=[A-Z\[(“\"])")
_LINE = re.compile(r"[^\n]+")
_LONGEST_TAG = 45
_LONGEST_CITE = 120
_MARKS = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"))


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted card, split: the text with LF line ends, where its parts stand in it, and how they were told apart.

    `tag` and `cite` are None where none was found.
    """

    text: str
    quote: Span | None
    tag: Span | None = None
    cite: Span | None = None
    layout: str = "words only"

    def said(self, part: Span | None) -> str:
        """Return the words of a part, "" for none."""
        return part.of(self.text) if part else ""


def split(pasted: str) -> Pasted:
    """Tell tag, cite and words of a pasted card apart; what cannot be told is left with the words."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n")
    lines = [span for match in _LINE.finditer(text) if (span := trimmed(text, match.start(), match.end()))]
    if not lines:
        return Pasted(text, None)
    return _cite_above(text, lines) or _signed_below(text, lines) or _cite_after(text, lines) or _rest(text, lines)


def _is_cite(words: str) -> bool:
    return bool(_CITE_LINE.match(words)) and count(words) <= _LONGEST_CITE


def _is_tag(words: str) -> bool:
    return count(words) <= _LONGEST_TAG and words[0] not in '“"«'


def _cite_above(text: str, lines: list[Span]) -> Pasted | None:
    """Read tag line, cite line (one or two), words; or cite line, words."""
    for index, line in enumerate(lines[:3]):
        if index + 1 == len(lines) or not _is_cite(line.of(text)):
            continue
        if index and not all(_is_tag(each.of(text)) for each in lines[:index]):
            return None
        last = index
        while last + 2 < len(lines) and _goes_on(lines[last + 1].of(text)):
            last += 1
        tag = Span(lines[0].start, lines[index - 1].end) if index else None
        quote = _unquoted(text, lines[last + 1].start, lines[-1].end)
        layout = "tag, cite, words" if tag else "cite, words"
        return Pasted(text, quote, tag, Span(line.start, lines[last].end), layout)
    return None


def _goes_on(words: str) -> bool:
    """Tell whether a line goes on with the cite above it: in brackets, or with an address."""
    return (words[0] in "[(<*" and words[-1] in "])>*.") or "http://" in words[:200] or "https://" in words[:200]


def _signed_below(text: str, lines: list[Span]) -> Pasted | None:
    """Read words, then a last line with the cite, after a dash or as a cite line."""
    if len(lines) < 2:
        return None
    last = lines[-1].of(text)
    dash = _SIGNED.match(last)
    if not dash and not (_is_cite(last) and count(last) <= _LONGEST_TAG):
        return None
    cite = Span(lines[-1].start + (dash.end() if dash else 0), lines[-1].end)
    tag, first = _tag_above(text, lines[:-1])
    quote = _unquoted(text, lines[first].start, lines[-2].end)
    return Pasted(text, quote, tag, cite, "tag, words, cite" if tag else "words, cite")


def _cite_after(text: str, lines: list[Span]) -> Pasted | None:
    """Read words in quotation marks followed by a cite, or words followed by a cite in brackets."""
    tag, first = _tag_above(text, lines)
    start, end = lines[first].start, lines[-1].end
    body = text[start:end]
    close = next((body.rfind(closer) for opener, closer in _MARKS if body[0] == opener), -1)
    cut = None
    if close > 0 and (dash := _AFTER.match(body, close)) and dash.end() < len(body):
        cut = (Span(start + 1, start + close), Span(start + dash.end(), end))
    elif (bracket := _BRACKETED.search(body)) and (words := _unquoted(text, start, start + bracket.start())):
        cut = (words, Span(start + bracket.start(1), start + bracket.end(1)))
    if cut is None:
        return None
    return Pasted(text, cut[0], tag, cut[1], "tag, words, cite" if tag else "words, cite")


def _tag_above(text: str, lines: list[Span]) -> tuple[Span | None, int]:
    """Return the first line as the tag when words in quotation marks begin below it, and where they begin."""
    if len(lines) > 1 and _is_tag(lines[0].of(text)) and lines[1].of(text)[0] in '“"«„':
        return lines[0], 1
    return None, 0


def _rest(text: str, lines: list[Span]) -> Pasted:
    tag, first = _tag_above(text, lines)
    quote = _unquoted(text, lines[first].start, lines[-1].end)
    return Pasted(text, quote, tag, None, "tag, words" if tag else "words only")


def _unquoted(text: str, start: int, end: int) -> Span | None:
    """Return the words without blanks and without one pair of quotation marks around all of them."""
    span = trimmed(text, start, end)
    if span is None:
        return None
    said = span.of(text)
    for opener, closer in _MARKS:
        if len(said) > 2 and said[0] == opener and said[-1] == closer:
            inner = said[1:-1]
            if opener not in inner and closer not in inner:
                return trimmed(text, span.start + 1, span.end - 1) or span
    return span
