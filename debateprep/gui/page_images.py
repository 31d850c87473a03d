"""Pictures of a PDF file's pages, made off the GUI thread by pdfium, behind one interface."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, QSizeF, Signal
from PySide6.QtGui import QImage

from debateprep.errors import DebatePrepError
from debateprep.gui.background import Job

_CACHE_BYTES = 64 * 1024 * 1024
_AHEAD_BYTES = 12 * 1024 * 1024

gate = Lock()
"""Held by whoever is inside pdfium: it keeps state for the whole process, and two threads in it end in a crash."""


class PageImagesError(DebatePrepError):
    """Say that pages could not be shown."""


class PdfPages:
    """A PDF file open in pdfium; any thread may use it, one at a time. Close it when done.

    `sizes` are width and height of each page in points. Raise PageImagesError for bytes that are no PDF file.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with gate:
            try:
                self._document: Any = pypdfium2.PdfDocument(data)
                self.sizes = [QSizeF(*self._document.get_page_size(at)) for at in range(len(self._document))]
            except pypdfium2.PdfiumError as error:
                raise PageImagesError("These pages cannot be shown; save them and open the file instead.") from error

    def image(self, page: int, scale: float, top: int = 0, rows: int | None = None) -> QImage:
        """Return the picture of a page (0 first) at `scale` pixels a point, or `rows` rows of it from row `top`."""
        height = pixels(self.sizes[page], scale)[1]
        rows = height - top if rows is None else min(rows, height - top)
        # pdfium's wrapper rounds what is cut off upwards; a quarter of a pixel less rounds to exactly the row wanted.
        cut = [(count - 0.25) / scale if count > 0 else 0 for count in (top, height - top - rows)]
        with gate:
            if self._document is None:
                raise PageImagesError("These pages were closed; open them again.")
            leaf = self._document[page]
            try:
                bitmap = leaf.render(scale=scale, crop=(0, cut[1], 0, cut[0]), prefer_bgrx=True, draw_annots=False)
                try:
                    # Copied, as the bitmap's memory goes with it.
                    shape = (bitmap.width, bitmap.height, bitmap.stride)
                    return QImage(bitmap.buffer, *shape, QImage.Format.Format_RGB32).copy()
                finally:
                    bitmap.close()
            finally:
                leaf.close()

    def close(self) -> None:
        """Give the file's memory back; harmless when done twice."""
        with gate:
            if self._document is not None:
                self._document.close()
                self._document = None


def pixels(size: QSizeF, scale: float) -> tuple[int, int]:
    """Return width and height in pixels of a page of `size` points."""
    return _up(size.width() * scale), _up(size.height() * scale)


def _up(length: float) -> int:
    return max(1, int(length) + (int(length) < length))


class PageImages(QObject):
    """The interface: `open` a PDF file's bytes, `want` a page, get it by `ready`; only the newest wish counts.

    `opened` carries the number of pages, `ready` a page (0 first), its scale in pixels a point, and its QImage.
    """

    opened = Signal(int)
    ready = Signal(int, float, object)
    failed = Signal(str)
    broke = Signal(object)

    def open(self, data: bytes) -> None:
        """Take another file's bytes; what was wanted of the old one is dropped."""
        raise NotImplementedError

    def size(self, page: int) -> QSizeF:
        """Return a page's size in points; an empty one for a page that is not there."""
        raise NotImplementedError

    def count(self) -> int:
        """Return the number of pages, 0 before a file is open."""
        raise NotImplementedError

    def want(self, page: int, scale: float) -> None:
        """Ask for a page's picture at `scale` pixels a point; an older wish that still waits is dropped."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop, and give memory back."""
        raise NotImplementedError


class PdfiumImages(PageImages):
    """Page pictures by pdfium in a thread of its own; keeps the last ones, and makes the next page's ahead."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "debateprep-pages")
        self._pages: PdfPages | None = None
        # Every file that was opened and not closed yet, also one whose opening was overtaken.
        self._held: list[PdfPages] = []
        self._opening: Job | None = None
        self._waiting: list[tuple[Job, Future[None]]] = []
        self._kept: OrderedDict[tuple[int, float], QImage] = OrderedDict()

    def open(self, data: bytes) -> None:
        """Take another file's bytes; the old pages answer until the new ones are open."""
        self._drop_wishes()
        if self._opening is not None:
            self._opening.forget()
        job = Job(self, partial(self._load, data))
        job.done.connect(self._on_opened)
        job.failed.connect(self.failed)
        job.broke.connect(self.broke)
        self._opening = job
        job.start(self._pool)

    def size(self, page: int) -> QSizeF:
        """Return a page's size in points; an empty one for a page that is not there."""
        return self._pages.sizes[page] if self._pages and 0 <= page < len(self._pages.sizes) else QSizeF()

    def count(self) -> int:
        """Return the number of pages, 0 before a file is open."""
        return len(self._pages.sizes) if self._pages else 0

    def want(self, page: int, scale: float) -> None:
        """Ask for a page's picture; one that is kept arrives at once."""
        self._drop_wishes()
        kept = self._kept.get((page, scale))
        if kept is not None:
            self._kept.move_to_end((page, scale))
            self.ready.emit(page, scale, kept)
            self._look_ahead(page, scale)
        elif 0 <= page < self.count():
            self._ask(page, scale, self._on_wanted)

    def close(self) -> None:
        """Stop after the page in work; nothing is emitted any more."""
        self._drop_wishes()
        if self._opening is not None:
            self._opening.forget()
        self._pages = None
        self._kept.clear()
        self._pool.shutdown(wait=True)
        for each in self._held:
            each.close()
        self._held.clear()

    def _load(self, data: bytes) -> PdfPages:
        pages = PdfPages(data)
        self._held.append(pages)
        return pages

    def _ask(self, page: int, scale: float, done: Callable[[object], None]) -> None:
        assert self._pages is not None
        job = Job(self, partial(_picture, self._pages, page, scale))
        job.done.connect(done)
        job.failed.connect(self.failed)
        job.broke.connect(self.broke)
        self._waiting.append((job, job.start(self._pool)))

    def _drop_wishes(self) -> None:
        for job, future in self._waiting:
            job.forget()
            if future.cancel():
                job.deleteLater()
        self._waiting.clear()

    def _on_opened(self, pages: object) -> None:
        assert isinstance(pages, PdfPages)
        self._opening = None
        self._drop_wishes()
        for old in [each for each in self._held if each is not pages]:
            self._held.remove(old)
            self._pool.submit(old.close)
        self._pages = pages
        self._kept.clear()
        self.opened.emit(len(pages.sizes))

    def _on_wanted(self, found: object) -> None:
        page, scale, image = self._keep(found)
        self.ready.emit(page, scale, image)
        self._look_ahead(page, scale)

    def _on_ahead(self, found: object) -> None:
        self._waiting.clear()
        self._keep(found)

    def _keep(self, found: object) -> tuple[int, float, QImage]:
        assert isinstance(found, tuple)
        self._waiting.clear()
        page, scale, image = found
        self._kept[(page, scale)] = image
        while len(self._kept) > 1 and sum(each.sizeInBytes() for each in self._kept.values()) > _CACHE_BYTES:
            self._kept.popitem(last=False)
        return page, scale, image

    def _look_ahead(self, page: int, scale: float) -> None:
        after = page + 1
        if self._waiting or after >= self.count() or (after, scale) in self._kept:
            return
        width, height = pixels(self.size(after), scale)
        if width * height * 4 <= _AHEAD_BYTES:
            self._ask(after, scale, self._on_ahead)


def _picture(pages: PdfPages, page: int, scale: float) -> tuple[int, float, QImage]:
    return page, scale, pages.image(page, scale)
