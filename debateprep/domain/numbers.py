"""The numbers a text says, in figures and in words: for checking that a tag says no other than its quotation."""

import re
from dataclasses import dataclass
from fractions import Fraction

from debateprep.domain.article import Span

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {
    "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "k": 1000, "million": 10**6,
    "millions": 10**6, "m": 10**6, "mn": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9,
    "trillion": 10**12, "trillions": 10**12, "tn": 10**12, "dozen": 12, "dozens": 12,
}  # fmt: skip
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5,
          "fifths": 5, "sixth": 6, "sixths": 6, "tenth": 10, "tenths": 10}  # fmt: skip
_TIMES = {"double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "twice": 2, "twofold": 2, "triple": 3, "triples": 3,
          "tripled": 3, "tripling": 3, "thrice": 3, "threefold": 3, "treble": 3, "trebled": 3, "quadruple": 4,
          "quadrupled": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10}  # fmt: skip
_VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_WORD = re.compile(
    r"(?P<figure>\d+(?:[,\u202f\u00a0]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<vulgar>[½⅓⅔¼¾])|(?P<word>[^\W\d_]+)|(?P<sign>[%‰])"
)
_JOIN = re.compile(r"[\s\u00a0-]*")
_PERCENT = re.compile(r"\s*(?:%|per\s*cent\b|percent\b|percentage\s+points?\b|pp\b)", re.IGNORECASE)
_TIMES_AFTER = re.compile(r"\s*(?:times|-?fold|x)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:to|and|or|-|–|—)\s*", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_ENUMERATED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[A-Za-z]{1,2}\d{1,2}(?:\.\d+)?[.):]?)\s+")
_NOT_HALVES = frozenset("second first last next every each".split())
_ARTICLES = frozenset("a an one the".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is said; `share` tells percentages and fractions from counts, `times` multiples."""

    value: Fraction
    span: Span
    share: bool = False
    times: bool = False
    worded: bool = False

    def same(self, other: "Number") -> bool:
        """Tell whether both say the same amount of the same sort; a third is also 33 per cent."""
        if self.times != other.times or self.share != other.share:
            return False
        near = Fraction(1, 100) if self.share and (self.worded or other.worded) else Fraction(0)
        return abs(self.value - other.value) <= near


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int
    figure: bool
    value: Fraction | None = None


def _pieces(text: str) -> list[_Piece]:
    found = []
    for match in _WORD.finditer(text):
        if match["figure"]:
            value = Fraction(re.sub(r"[,\u202f\u00a0]", "", match["figure"]))
            found.append(_Piece(match[0], match.start(), match.end(), figure=True, value=value))
        elif match["vulgar"]:
            found.append(_Piece(match[0], match.start(), match.end(), figure=True, value=_VULGAR[match[0]]))
        else:
            found.append(_Piece(match[0].casefold(), match.start(), match.end(), figure=False))
    return found


def numbers(text: str) -> list[Number]:
    """Return the numbers that a text says, in order; an enumeration at its start and ordinals are none."""
    skipped = _ENUMERATED.match(text)
    start = skipped.end() if skipped else 0
    pieces = [piece for piece in _pieces(text) if piece.start >= start]
    found: list[Number] = []
    place = 0
    while place < len(pieces):
        number, place = _read(text, pieces, place)
        if number is not None:
            found.append(number)
    return [_ranged(text, *pair) for pair in zip(found, [*found[1:], None], strict=False)]


def _ranged(text: str, number: Number, after: Number | None) -> Number:
    """Return the first of "10 to 15 per cent" as per cent too."""
    if after is None or not after.share or after.worded or number.share or number.times:
        return number
    if not _RANGE.fullmatch(text, number.span.end, after.span.start):
        return number
    return Number(number.value / 100, number.span, share=True)


def _next_to(text: str, pieces: list[_Piece], place: int) -> _Piece | None:
    """Return the piece after `place` when only blanks or a hyphen lie between."""
    if place + 1 < len(pieces) and _JOIN.fullmatch(text, pieces[place].end, pieces[place + 1].start):
        return pieces[place + 1]
    return None


def _read(text: str, pieces: list[_Piece], place: int) -> tuple[Number | None, int]:
    here = pieces[place]
    if here.figure:
        return _figure(text, pieces, place)
    if here.text in _TIMES:
        return Number(Fraction(_TIMES[here.text]), Span(here.start, here.end), times=True, worded=True), place + 1
    if here.text in ("half", "halves", "third", "quarter", "thirds", "quarters") or here.text.endswith("ths"):
        return _part(pieces, place, 1, place)
    if here.text in _UNITS or here.text in _TENS or here.text in _ARTICLES or here.text in _SCALES:
        return _worded(text, pieces, place)
    return None, place + 1


def _figure(text: str, pieces: list[_Piece], place: int) -> tuple[Number | None, int]:
    here = pieces[place]
    if _ORDINAL.match(text, here.end):
        return None, place + 2
    value, end = here.value or Fraction(0), here.end
    after = place + 1
    following = _next_to(text, pieces, place)
    if following and following.value in _VULGAR.values() and following.text in _VULGAR:
        value, end, after = value + (following.value or 0), following.end, after + 1
        following = _next_to(text, pieces, place + 1)
    touching = following is not None and following.start == end
    if following and not following.figure and following.text in _SCALES and (touching or len(following.text) > 1):
        value, end, after = value * _SCALES[following.text], following.end, after + 1
    return _finished(text, value, here.start, end, worded=here.text in _VULGAR), after


def _finished(text: str, value: Fraction, start: int, end: int, *, worded: bool) -> Number:
    percent = _PERCENT.match(text, end)
    if percent:
        return Number(value / 100, Span(start, percent.end()), share=True)
    times = _TIMES_AFTER.match(text, end)
    if times:
        return Number(value, Span(start, times.end()), times=True, worded=worded)
    share = worded and value < 1
    return Number(value, Span(start, end), share=share, worded=worded)


def _part(pieces: list[_Piece], place: int, over: int, first: int) -> tuple[Number | None, int]:
    """Return a fraction in words: a half, two-thirds."""
    here = pieces[place]
    below = _PARTS.get(here.text)
    before = pieces[first - 1].text if first else ""
    scale = pieces[place + 2].text if place + 2 < len(pieces) and pieces[place + 1].text in _ARTICLES else ""
    if below == 2 and over == 1 and len(scale) > 2 and scale in _SCALES:
        return Number(Fraction(_SCALES[scale], 2), Span(here.start, pieces[place + 2].end)), place + 3
    if below is None or (first == place and here.text not in ("half", "halves") and before not in _ARTICLES):
        return None, place + 1
    if first == place and before in _NOT_HALVES:
        return None, place + 1
    return Number(Fraction(over, below), Span(pieces[first].start, here.end), share=True, worded=True), place + 1


def _worded(text: str, pieces: list[_Piece], place: int) -> tuple[Number | None, int]:
    """Return a number in words: two hundred thousand, twenty-five, a million, two-thirds, one in three."""
    first, total, group = place, 0, 0
    last = place
    counted = False
    while True:
        word = pieces[last].text
        if word in _UNITS or word in _TENS:
            group += _UNITS.get(word, _TENS.get(word, 0))
            counted = True
        elif word in _SCALES and len(word) > 2:
            scale = _SCALES[word]
            if scale in (100, 12):
                group = max(1, group) * scale
            else:
                total, group = total + max(1, group) * scale, 0
            counted = True
        elif word not in ("a", "an") or last != first:
            last -= 1
            break
        following = _next_to(text, pieces, last)
        step = (
            2 if following and following.text == "and" and word in _SCALES and _next_to(text, pieces, last + 1) else 1
        )
        if following is None or following.figure or not _goes_on(pieces, last + step, small=step == 2):
            break
        last += step
    if not counted or last < first:
        return None, first + 1
    following = _next_to(text, pieces, last)
    value = total + group
    if following and following.text in _PARTS and value and not (value == 1 and following.text == "second"):
        return _part(pieces, last + 1, value, first)
    if value == 1 and last == first:
        return _one(text, pieces, first)
    return _finished(text, Fraction(value), pieces[first].start, pieces[last].end, worded=False), last + 1


def _goes_on(pieces: list[_Piece], place: int, *, small: bool) -> bool:
    word = pieces[place].text
    if small:
        return word in _UNITS or word in _TENS
    return word in _UNITS or word in _TENS or (word in _SCALES and len(word) > 2)


def _one(text: str, pieces: list[_Piece], place: int) -> tuple[Number | None, int]:
    """Return "one in three", or "one per cent"; a bare "one" is a pronoun as often as a number."""
    here = pieces[place]
    if _PERCENT.match(text, here.end):
        return _finished(text, Fraction(1), here.start, here.end, worded=False), place + 1
    if place + 2 < len(pieces) and pieces[place + 1].text in ("in", "of"):
        below = pieces[place + 2]
        value = int(below.value) if below.figure and below.value else _UNITS.get(below.text, _TENS.get(below.text, 0))
        if value > 1 and (pieces[place + 1].text == "in" or below.figure):
            return Number(Fraction(1, value), Span(here.start, below.end), share=True, worded=True), place + 3
    return None, place + 1
