"""The words of a PDF file, for tests of what was saved."""

from pathlib import Path

from tests.pdfium import opened


def words_of(file: Path) -> str:
    """Return all words of a PDF in reading order, single blanks between them."""
    found = []
    with opened(file) as document:
        for page in document:
            text = page.get_textpage()
            found.append(text.get_text_bounded())
            text.close()
            page.close()
    return " ".join(" ".join(found).split())
