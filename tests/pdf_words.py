"""The words of a PDF file, for tests of what was saved."""

from pathlib import Path

import pypdfium2


def words_of(file: Path) -> str:
    """Return all words of a PDF in reading order, single blanks between them."""
    document = pypdfium2.PdfDocument(file)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_bounded())
        text.close()
        page.close()
    document.close()
    return " ".join(" ".join(found).split())
