"""Draw laid-out pages into a PDF file by reportlab's canvas. Text is written as strings, never parsed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import Any, cast
from zlib import compress

from debateprep.progress import Progress
from debateprep.publishing.fonts import Encoder, font_of, reportlab_for_export
from debateprep.publishing.lines import Style
from debateprep.publishing.surface import (
    Item,
    RectItem,
    RuleItem,
    Surface,
    TextItem,
    boxes,
    highlights,
    underlines,
)
from debateprep.publishing.text import encodable

_ROUND = 0.4477


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF file says about itself."""

    title: str
    author: str
    subject: str
    keywords: str
    printed_on: date | None
    labels: bool = False
    language: str = "en"


@lru_cache(maxsize=256)
def _rgb(colour: str) -> str:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts)


class _Pen:
    """Writes one page's operators; remembers what is set, so that nothing is set twice."""

    def __init__(self, height: float, encoder: Callable[[str], Encoder]) -> None:
        self.out: list[str] = []
        self._height = height
        self._encoder = encoder
        self._set: dict[tuple[Style, str], str] = {}
        self._font = ""
        self._colour = ""
        self._track = 0.0

    def text(self, item: TextItem) -> None:
        rects = [*highlights(item)]
        for rect in rects:
            self._rectangle(rect)
        self._letters(item)
        strokes = [*underlines(item)]
        if strokes:
            self._strokes(strokes)
        for rect in boxes(item):
            self._rectangle(rect)

    def _letters(self, item: TextItem) -> None:
        out = self.out
        add = out.append
        x = f"{item.x:.2f}"
        y = self._height - item.baseline
        add("BT")
        style: Style | None = None
        face = ""
        for number in range(item.start, item.end):
            segments = item.lines[number].segments
            if segments:
                add(f"1 0 0 1 {x} {y:.2f} Tm")
            y -= item.leading
            for segment in segments:
                if segment.style is not style:
                    style = segment.style
                    self._ink(style)
                    face = ""
                if segment.face != face:
                    face = segment.face
                    encode = self._encoder(face).strings
                for font, string in encode(segment.text):
                    wanted = f"{font} {segment.style.size:g} Tf"
                    if wanted != self._font:
                        self._font = wanted
                        add(wanted)
                    add(f"({string}) Tj")
        add("ET")

    def _ink(self, style: Style) -> None:
        if style.colour != self._colour:
            self._colour = style.colour
            self.out.append(f"{_rgb(style.colour)} rg")
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
        self.out.append(f"q {_rgb(first.colour)} RG {first.thickness:g} w {dash}{path} S Q")
        if others:
            self._strokes(others)

    def _rectangle(self, rect: RectItem) -> None:
        ink = ""
        if rect.fill:
            ink += f"{_rgb(rect.fill)} rg "
        if rect.stroke:
            ink += f"{_rgb(rect.stroke)} RG {rect.thickness:g} w "
        if rect.dash:
            ink += f"[{' '.join(f'{part:g}' for part in rect.dash)}] 0 d "
        paint = "B" if rect.fill and rect.stroke else "f" if rect.fill else "S"
        bottom = self._height - rect.y - rect.height
        if rect.radius:
            path = _rounded(rect.x, bottom, rect.width, rect.height, rect.radius)
        else:
            path = f"{rect.x:.2f} {bottom:.2f} {rect.width:.2f} {rect.height:.2f} re"
        self.out.append(f"q {ink}{path} {paint} Q")

    def item(self, item: Item) -> None:
        if isinstance(item, TextItem):
            self.text(item)
        elif isinstance(item, RectItem):
            self._rectangle(item)
        else:
            self._strokes([item])


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


class _Drawing:
    """One document being drawn."""

    def __init__(self, size: tuple[float, float], about: About) -> None:
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(
            BytesIO(),
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=font_of("NotoSans-Regular").fontName,
            lang=about.language,
        )
        self.canvas = cast("Any", canvas)
        self._document = self.canvas._doc
        self._encoders: dict[str, Encoder] = {}
        self._describe(about)

    def _describe(self, about: About) -> None:
        canvas = self.canvas
        canvas.setTitle(about.title)
        canvas.setAuthor(about.author)
        canvas.setSubject(about.subject)
        canvas.setKeywords(about.keywords)
        canvas.setCreator("DebatePrep")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        if about.printed_on is not None:
            stamp = self._document._timeStamp
            stamp.YMDhms = (about.printed_on.year, about.printed_on.month, about.printed_on.day, 12, 0, 0)
        if about.labels:
            canvas.addPageLabel(0, style="ARABIC", start=1)

    def encoder(self, face: str) -> Encoder:
        encoder = self._encoders.get(face)
        if encoder is None:
            encoder = self._encoders[face] = Encoder(face, self._document)
        return encoder

    def page(self, surface: Surface) -> None:
        canvas, height = self.canvas, surface.height
        pen = _Pen(height, self.encoder)
        for item in surface.items:
            pen.item(item)
        canvas._code.append("\n".join(pen.out))
        for bookmark, y in surface.bookmarks:
            canvas.bookmarkPage(bookmark.key, fit="XYZ", left=0, top=height - y + 12, zoom=0)
            canvas.addOutlineEntry(encodable(bookmark.title), bookmark.key, bookmark.level, closed=bookmark.level > 0)
        for link in surface.links:
            bottom = height - link.y - link.height
            canvas.linkRect("", link.key, (link.x, bottom, link.x + link.width, bottom + link.height), thickness=0)
        canvas.showPage()
        self._compress_last()

    def _compress_last(self) -> None:
        """Compress the page just closed: reportlab would hold every page's operators until the file is written."""
        from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

        page = self._document.Pages.pages[-1]
        stream = PDFStream(content=compress(page.stream.encode("latin-1")))
        stream.dictionary["Filter"] = PDFName("FlateDecode")
        page.Contents = stream
        page.stream = ""


def draw(surfaces: Sequence[Surface], about: About, progress: Progress | None = None) -> bytes:
    """Return the PDF file of the pages; raise Cancelled when the user stopped it between two pages.

    Each page is emptied once it is drawn, so that a long document is not held twice.
    """
    with reportlab_for_export():
        drawing = _Drawing((surfaces[0].width, surfaces[0].height), about)
        for number, surface in enumerate(surfaces, 1):
            if progress is not None:
                progress.step(number - 1, len(surfaces), "Drawing pages")
            drawing.page(surface)
            surface.items.clear()
        data = bytes(drawing.canvas.getpdfdata())
    if progress is not None:
        progress.step(len(surfaces), len(surfaces), "Drawing pages")
    return data
