"""One page's operators: words, lines and frames, each inside the mark that says what it belongs to."""

from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

from debateprep.publishing.fonts import Encoder
from debateprep.publishing.lines import Line, Segment, Style
from debateprep.publishing.scripts import FACES, language_of
from debateprep.publishing.structure import FOOTER, HEADER, Element
from debateprep.publishing.surface import Item, RectItem, RuleItem, TextItem, boxes, highlights, underlines
from debateprep.publishing.tags import text_string
from debateprep.publishing.text import Glyph

_ROUND = 0.4477
_NEAR = 0.05
_SCRIPTS = frozenset(FACES)
_NOTHING = Element("")
_ARTIFACTS = {
    HEADER: "/Artifact <</Type/Pagination/Subtype/Header>> BDC",
    FOOTER: "/Artifact <</Type/Pagination/Subtype/Footer>> BDC",
}


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return a colour's parts as PDF writes them."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


class Pen:
    """Writes one page's operators; remembers what is set, so that nothing is set twice.

    `marks` are the elements of the page's marks by their number; `first` is the first number that is free.
    """

    def __init__(self, height: float, encoder: Callable[[str], Encoder], first: int = 0) -> None:
        self.out: list[str] = []
        self.marks: list[Element] = []
        self._first = first
        self._height = height
        self._encoder = encoder
        self._font = ""
        self._colour = ""
        self._track = 0.0
        self._gap = 0.0
        self._open: Element | None = _NOTHING

    def item(self, item: Item) -> None:
        """Draw one item."""
        if isinstance(item, TextItem):
            self._text(item)
        elif isinstance(item, RectItem):
            self._mark(item.element)
            self._rectangle(item)
        else:
            self._mark(item.element)
            self._strokes([item])

    def end(self) -> None:
        """Close the mark that is open."""
        if self._open is not _NOTHING:
            self.out.append("EMC")
            self._open = _NOTHING

    def _mark(self, element: Element | None) -> None:
        if element is self._open:
            return
        self.end()
        self._open = element
        if element is None:
            self.out.append("/Artifact BMC")
        elif element in _ARTIFACTS:
            self.out.append(_ARTIFACTS[element])
        else:
            self.out.append(f"/{element.role} <</MCID {self._first + len(self.marks)}>> BDC")
            self.marks.append(element)

    def _text(self, item: TextItem) -> None:
        rects = [*highlights(item)]
        if rects:
            self._mark(None)
            for rect in rects:
                self._rectangle(rect)
        self._mark(item.element)
        self._letters(item)
        strokes = [*underlines(item)]
        frames = [*boxes(item)]
        if strokes or frames:
            self._mark(None)
        if strokes:
            self._strokes(strokes)
        for rect in frames:
            self._rectangle(rect)

    def _letters(self, item: TextItem) -> None:
        add = self.out.append
        x = item.x
        y = self._height - item.baseline
        add("BT")
        style: Style | None = None
        for number in range(item.start, item.end):
            line = item.lines[number]
            if line.segments:
                add(f"1 0 0 1 {x + line.indent:.2f} {y:.2f} Tm")
            if line.gap != self._gap:
                self._gap = line.gap
                add(f"{line.gap:.3f} Tw")
            if line.order:
                self._in_order(line, x, y)
                style = None
            else:
                style = self._line(line, style)
            y -= item.leading
        add("ET")

    def _line(self, line: Line, style: Style | None) -> Style | None:
        face = ""
        add = self.out.append
        for segment in line.segments:
            if segment.style is not style:
                style = segment.style
                self._ink(style)
                face = ""
            language = self._language(segment)
            if language:
                add(f"/Span <</Lang({language})>> BDC")
            if segment.glyphs:
                self._shaped(segment)
            else:
                if segment.face != face:
                    face = segment.face
                    encode = self._encoder(face).strings
                    size = f" {segment.style.size:g} Tf"
                for font, string in encode(segment.text):
                    self._select(font + size)
                    add(f"({string}) Tj")
            if language:
                add("EMC")
        return style

    def _language(self, segment: Segment) -> str:
        """Return the language of words in a script of their own, "" where what is around them tells it already."""
        if segment.face not in _SCRIPTS or self._open is None or self._open in _ARTIFACTS:
            return ""
        language = language_of(segment.text)
        return "" if language == self._open.language else language

    def _in_order(self, line: Line, x: float, y: float) -> None:
        """Write the segments in the order of reading, each where the eye looks for it."""
        places = [x + line.indent]
        for segment in line.segments:
            places.append(places[-1] + segment.width)
        for number in line.order:
            segment = line.segments[number]
            self.out.append(f"1 0 0 1 {places[number]:.2f} {y:.2f} Tm")
            self._line(line._replace(segments=(segment,)), None)

    def _select(self, wanted: str) -> None:
        if wanted != self._font:
            self._font = wanted
            self.out.append(wanted)

    def _shaped(self, segment: Segment) -> None:
        """Write shaped signs in the order of reading, each where the eye looks for it.

        What several signs say together stands beside them as ActualText: for a whole run from left to right, else for
        each cluster, as readers that sort by place would turn a longer one round.
        """
        placed: list[tuple[Glyph, float]] = []
        x = 0.0
        for glyph in segment.glyphs:
            placed.append((glyph, x + glyph.dx))
            x += glyph.advance
        leftwards = segment.glyphs[0].cluster > segment.glyphs[-1].cluster
        at = 0.0
        if not leftwards:
            at = self._signs(segment, segment.text, placed, at)
        else:
            placed.sort(key=lambda each: each[0].cluster)
            for _, group in groupby(placed, key=lambda each: each[0].cluster):
                cluster = list(group)
                words = "".join(glyph.text for glyph, _ in cluster)
                at = self._signs(segment, words if len(cluster) > 1 else "", cluster, at)
        if abs(x - at) > _NEAR:
            self.out.append(f"[{at - x:.1f}] TJ")

    def _signs(self, segment: Segment, words: str, placed: list[tuple[Glyph, float]], at: float) -> float:
        """Write signs by their places; return where the pen then stands, in thousandths of the type size."""
        add = self.out.append
        size = f" {segment.style.size:g} Tf"
        encoder = self._encoder(segment.face)
        if words:
            add(f"/Span <</ActualText<{text_string(words)}>>> BDC")
        rise = 0.0
        for glyph, place in placed:
            font, code, own = encoder.glyph(glyph)
            self._select(font + size)
            if glyph.dy != rise:
                rise = glyph.dy
                add(f"{rise * segment.style.size / 1000:.3f} Ts")
            moved = f"{at - place:.1f} " if abs(place - at) > _NEAR else ""
            add(f"[{moved}<{code:02X}>] TJ")
            at = (place if moved else at) + own
        if rise:
            add("0 Ts")
        if words:
            add("EMC")
        return at

    def _ink(self, style: Style) -> None:
        if style.colour != self._colour:
            self._colour = style.colour
            self.out.append(f"{rgb(style.colour)} rg")
        if style.track != self._track:
            self._track = style.track
            self.out.append(f"{style.track:g} Tc")

    def _strokes(self, rules: list[RuleItem]) -> None:
        first = rules[0]
        look = (first.colour, first.thickness, first.dash)
        same = [rule for rule in rules if (rule.colour, rule.thickness, rule.dash) == look]
        others = [rule for rule in rules if (rule.colour, rule.thickness, rule.dash) != look]
        height = self._height
        dash = f"[{' '.join(f'{part:g}' for part in first.dash)}] 0 d " if first.dash else ""
        path = " ".join(
            f"{rule.x1:.2f} {height - rule.y1:.2f} m {rule.x2:.2f} {height - rule.y2:.2f} l" for rule in same
        )
        self.out.append(f"q {rgb(first.colour)} RG {first.thickness:g} w {dash}{path} S Q")
        if others:
            self._strokes(others)

    def _rectangle(self, rect: RectItem) -> None:
        ink = ""
        if rect.fill:
            ink += f"{rgb(rect.fill)} rg "
        if rect.stroke:
            ink += f"{rgb(rect.stroke)} RG {rect.thickness:g} w "
        if rect.dash:
            ink += f"[{' '.join(f'{part:g}' for part in rect.dash)}] 0 d "
        paint = "B" if rect.fill and rect.stroke else "f" if rect.fill else "S"
        bottom = self._height - rect.y - rect.height
        if rect.radius:
            path = _rounded(rect.x, bottom, rect.width, rect.height, rect.radius)
        else:
            path = f"{rect.x:.2f} {bottom:.2f} {rect.width:.2f} {rect.height:.2f} re"
        self.out.append(f"q {ink}{path} {paint} Q")


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    r = min(radius, width / 2, height / 2)
    k = r * _ROUND
    right, top = x + width, y + height
    points = (
        f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l",
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + r:.2f} c",
        f"{right:.2f} {top - r:.2f} l",
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c",
        f"{x + r:.2f} {top:.2f} l",
        f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - r:.2f} c",
        f"{x:.2f} {y + r:.2f} l",
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h",
    )
    return " ".join(points)
