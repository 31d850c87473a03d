"""Draw pages into a PDF file by reportlab's canvas. Text is written as strings, never parsed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, cast
from zlib import compress

from debateprep.progress import Progress
from debateprep.publishing.fonts import Encoder, font_of, reportlab_for_export
from debateprep.publishing.layout import Layout
from debateprep.publishing.pen import Pen
from debateprep.publishing.structure import Element
from debateprep.publishing.surface import LinkItem, Surface
from debateprep.publishing.tags import Links, Owner, number_of, text_string, write_tree, xmp
from debateprep.publishing.text import encodable

_TICK_EACH = 48


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


class _Drawing:
    """One document being drawn."""

    def __init__(self, about: About) -> None:
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(
            BytesIO(),
            pageCompression=1,
            invariant=1,
            initialFontName=font_of("NotoSans-Regular").fontName,
            lang=about.language,
        )
        self.canvas = cast("Any", canvas)
        self._document = self.canvas._doc
        self._encoders: dict[str, Encoder] = {}
        self._numbers: list[int] = []
        self._owners: list[Owner] = []
        self._marks: list[list[Element]] = []
        self._links: Links = {}
        self._targets: dict[str, tuple[int, float]] = {}
        self._annotations = 0
        self._describe(about)

    def _describe(self, about: About) -> None:
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream

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
        packet = xmp(about.title, about.author, about.subject, about.keywords, about.language, about.printed_on)
        stream = PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), packet, [])
        self._document.Catalog.Metadata = self._document.Reference(stream, "Metadata")

    def encoder(self, face: str) -> Encoder:
        encoder = self._encoders.get(face)
        if encoder is None:
            encoder = self._encoders[face] = Encoder(face, self._document)
        return encoder

    def page(self, surface: Surface) -> None:
        """Draw a page and empty it."""
        canvas, height = self.canvas, surface.height
        surface.key = len(self._numbers)
        pen = Pen(height, self.encoder)
        for item in surface.items:
            pen.item(item)
        pen.end()
        self._marks.append(pen.marks)
        self._place(pen.marks, surface.key, 0)
        canvas.setPageSize((surface.width, height))
        canvas._code.append("\n".join(pen.out))
        for bookmark, y in surface.bookmarks:
            canvas.bookmarkPage(bookmark.key, fit="XYZ", left=0, top=height - y + 12, zoom=0)
            canvas.addOutlineEntry(encodable(bookmark.title), bookmark.key, bookmark.level, closed=bookmark.level > 0)
        key = len(self._owners)
        self._owners.append(pen.marks)
        for link in surface.links:
            self._link(link, surface)
        canvas.showPage()
        page = self._document.Pages.pages[-1]
        # reportlab writes only the entries of a page that it knows.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = key, "/S"
        self._compress_last(page)
        self._numbers.append(number_of(self._document, self._document.Reference(page)))
        for bookmark, y in surface.bookmarks:
            self._targets[bookmark.key] = (self._numbers[-1], height - y + 12)
        _empty(surface)

    def more(self, surface: Surface) -> None:
        """Draw what was put on a page after it was drawn."""
        from reportlab.pdfbase.pdfdoc import PDFArray

        if not surface.items:
            return
        marks = self._marks[surface.key]
        pen = Pen(surface.height, self.encoder, len(marks))
        for item in surface.items:
            pen.item(item)
        pen.end()
        self._place(pen.marks, surface.key, len(marks))
        marks += pen.marks
        page = self._document.Pages.pages[surface.key]
        streams = PDFArray([page.Contents, _stream("\n".join(pen.out))])
        streams.References(self._document)
        page.Contents = streams
        _empty(surface)

    def _place(self, marks: list[Element], page: int, first: int) -> None:
        for number, element in enumerate(marks, first):
            element.place(page, number)

    def _link(self, link: LinkItem, surface: Surface) -> None:
        key = None
        if link.element is not None:
            key = len(self._owners)
            self._owners.append(link.element)
        self._annotations += 1
        annotation = _Annotation(link, surface.height, key, self._targets)
        reference = self._document.Reference(annotation, f"L{self._annotations}")
        self.canvas._annotationrefs.append(reference)
        if link.element is not None:
            number = number_of(self._document, reference)
            self._links.setdefault(link.element, []).append((surface.key, number))

    def _compress_last(self, page: Any) -> None:
        """Compress the page just closed: reportlab would hold every page's operators until the file is written."""
        page.Contents = _stream(page.stream)
        page.stream = ""

    def finish(self, layout: Layout, pages: list[Surface], tick: Callable[[], None]) -> bytes:
        """Return the file, with the pages in the order given."""
        held = self._document.Pages.pages
        self._document.Pages.pages = [held[surface.key] for surface in pages]
        if layout.contents:
            self.canvas.addPageLabel(0, style="ARABIC", start=1)
        self._document.numberToId = _Ticking(self._document.numberToId, tick)
        write_tree(self._document, layout.setter.tree, self._numbers, self._owners, self._links, tick)
        return bytes(self.canvas.getpdfdata())


class _Annotation:
    """A link, written as a string when its turn comes: then every page that it may lead to is drawn."""

    __slots__ = ("_height", "_key", "_link", "_targets")

    def __init__(
        self, link: LinkItem, height: float, key: int | None, targets: Mapping[str, tuple[int, float]]
    ) -> None:
        self._link = link
        self._height = height
        self._key = key
        self._targets = targets

    def __str__(self) -> str:
        link = self._link
        bottom = self._height - link.y - link.height
        target, top = self._targets[link.key]
        back = f"/StructParent {self._key}" if self._key is not None else ""
        return (
            "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]"
            f"/Rect[{link.x:.2f} {bottom:.2f} {link.x + link.width:.2f} {bottom + link.height:.2f}]"
            f"/Contents<{text_string(link.words or 'Link')}>/Dest[{target} 0 R/XYZ 0 {top:.2f} 0]{back}>>"
        )


class _Ticking(dict[int, str]):
    """The objects of a document by number; tells now and then that another is being written."""

    def __init__(self, found: dict[int, str], tick: Callable[[], None]) -> None:
        super().__init__(found)
        self._tick = tick

    def __getitem__(self, number: int) -> str:
        if number % _TICK_EACH == 0:
            self._tick()
        return super().__getitem__(number)


def _stream(operators: str) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

    stream = PDFStream(content=compress(operators.encode("latin-1")))
    stream.dictionary["Filter"] = PDFName("FlateDecode")
    return stream


def _empty(surface: Surface) -> None:
    surface.items.clear()
    surface.links.clear()
    surface.bookmarks.clear()


def draw(layout: Layout, about: About, progress: Progress | None = None) -> bytes:
    """Return the PDF file of a layout; raise Cancelled when the user stopped it.

    Each page is drawn and emptied before the next is made, so that a long document is never held whole.
    """
    step = progress.step if progress is not None else _ignore
    with reportlab_for_export():
        drawing = _Drawing(about)
        pages: list[Surface] = []
        for surface in layout.pages():
            step(layout.done, layout.total + 1, "Making pages")
            drawing.page(surface)
            pages.append(surface)
        total = layout.total + 1
        ordered = layout.finish(pages, lambda: step(layout.total, total, "Making pages"))
        for surface in ordered:
            step(layout.total, total, "Making pages")
            if surface.key < 0:
                drawing.page(surface)
            else:
                drawing.more(surface)
        data = drawing.finish(layout, ordered, lambda: step(layout.total, total, "Writing the file"))
    step(total, total, "Writing the file")
    return data


def _ignore(_done: int, _total: int, _what: str = "") -> None:
    """Tell nobody how far it is."""
