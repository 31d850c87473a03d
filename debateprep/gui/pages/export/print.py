"""Pages onto a printer: pictures at its resolution, in strips, off the GUI thread."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from debateprep.errors import DebatePrepError
from debateprep.gui.page_images import PdfPages, pixels
from debateprep.progress import Cancelled, Progress

FINEST = 600
"""Dots an inch that pages are drawn at; a finer printer doubles its dots."""
_STRIP = 256
_POINTS = 72


class PrintError(DebatePrepError):
    """Say that the printer did not take the pages."""


def set_up(printer: QPrinter, size: QSizeF, title: str) -> None:
    """Give the printer the pages' paper, turned as they are, and the job's name."""
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    turned = size.width() > size.height()
    way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(upright, QPageSize.Unit.Point), way, QMarginsF()))
    printer.setFullPage(True)
    printer.setDocName(title)


def chosen_pages(printer: QPrinter, count: int, current: int) -> list[int]:
    """Return the pages (0 first) that were asked for in the print dialog, in printing order, copies included."""
    kind = printer.printRange()
    if kind is QPrinter.PrintRange.CurrentPage:
        pages = [current]
    elif kind is QPrinter.PrintRange.PageRange and printer.fromPage():
        ranges = printer.pageRanges()
        wanted = [at - 1 for at in range(1, count + 1) if ranges.isEmpty() or ranges.contains(at)]
        pages = [at for at in wanted if printer.fromPage() - 1 <= at < printer.toPage()]
    else:
        pages = list(range(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    return pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]


def print_pages(data: bytes, printer: QPrinter, numbers: Sequence[int], progress: Progress) -> int:
    """Print pages of a PDF file and return how many; raise PrintError when the printer refuses, Cancelled when stopped.

    Runs in any one thread; nothing else may use the printer meanwhile.
    """
    pages = PdfPages(data)
    painter = QPainter()
    try:
        if not numbers:
            raise PrintError("None of the pages asked for exist; choose others in the print dialog.")
        if not painter.begin(printer):
            raise PrintError("The printer did not take the pages; check it, or save a PDF file instead.")
        for place, number in enumerate(numbers):
            if place and not printer.newPage():
                raise PrintError("The printer stopped before the last page; check it and print the rest again.")
            _paint(pages, number, printer, painter, progress, (place, len(numbers)))
    except Cancelled:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        pages.close()
    return len(numbers)


def _paint(
    pages: PdfPages, number: int, printer: QPrinter, painter: QPainter, progress: Progress, done: tuple[int, int]
) -> None:
    size = pages.sizes[number]
    # A whole number of the printer's dots to one of ours, so that strips meet without a seam.
    dots = ceil(printer.resolution() / FINEST)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    fitting = min(sheet.width() / dots / size.width(), sheet.height() / dots / size.height())
    natural = printer.resolution() / dots / _POINTS
    # Rounded papers differ by a dot; only another paper is worth another scale.
    scale = fitting if abs(fitting / natural - 1) > 0.01 else natural
    width, height = pixels(size, scale)
    left, top = round((sheet.width() - width * dots) / 2), round((sheet.height() - height * dots) / 2)
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    for row in range(0, height, _STRIP):
        progress.step(*done, "Printing pages")
        strip = pages.image(number, scale, row, _STRIP)
        if grey:
            strip = strip.convertToFormat(QImage.Format.Format_Grayscale8)
        target = QRectF(left, top + row * dots, strip.width() * dots, strip.height() * dots)
        painter.drawImage(target, strip)
