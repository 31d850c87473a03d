"""A PDF file open in pdfium, alone."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pypdfium2


@contextmanager
def opened(file: Path | bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Hold a PDF open; a window that draws pages in another thread waits until it is closed."""
    window = sys.modules.get("debateprep.gui.page_images")
    with window.gate if window is not None else nullcontext():
        document = pypdfium2.PdfDocument(file)
        try:
            yield document
        finally:
            document.close()
