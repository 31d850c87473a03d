"""PDF: pdfminer.six reads the signs and their places; rows, columns, running heads and paragraphs are found here."""

import io
import re
from collections.abc import Iterator
from typing import Any

from debateprep.domain.terms import BlockKind
from debateprep.reading.blocks import arrange
from debateprep.reading.draft import Chunk, Draft, lay
from debateprep.reading.errors import ReadingError
from debateprep.reading.markup import local, xml_tree
from debateprep.reading.notes import without_marks
from debateprep.reading.paragraphs import paragraphs
from debateprep.reading.properties import Properties, announce, complete
from debateprep.reading.rows import Letter, Row, in_order, rows_of
from debateprep.reading.running import address, without

_MOST_PAGES = 2_000
_MOST_LETTERS = 40_000
_FEW_WORDS = 15
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
# What pdfminer lets through when a broken file has wrong types, numbers or packing.
_BROKEN = (ValueError, OverflowError, LookupError, TypeError, RecursionError)
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


def read(data: bytes, name: str) -> Draft:
    """Return the draft of a PDF; raise ReadingError when it is locked, damaged, or pictures of pages only."""
    named = f"“{name}”"
    document = _opened(data, named)
    pages, pictures = _pages(document, named)
    _check_words(pages, pictures, named)
    rows = [row for page in without(pages) for row in in_order(page)]
    chunks, doubtful = paragraphs(rows)
    if not chunks:
        raise _no_text(named)
    draft = Draft("")
    properties = _properties(document, named)
    lay(draft, chunks)
    announce(draft, chunks, properties)
    _one_headline(draft, chunks)
    arrange(draft, chunks)
    complete(draft, properties)
    draft.learn("url", address(pages), "address printed on the page")
    draft.warnings += _warnings(data, draft.text, doubtful, named)
    return draft


def _opened(data: bytes, named: str) -> Any:
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect as error:
        raise ReadingError(f"{named} is locked with a password; save a copy without one and choose that.") from error
    except PDFEncryptionError as error:
        raise ReadingError(
            f"{named} is locked in a way that cannot be opened here; print it to a new PDF, or paste its words."
        ) from error
    except (PSException, *_BROKEN) as error:
        raise _damaged(named) from error


def _damaged(named: str) -> ReadingError:
    return ReadingError(f"{named} is damaged or cut off; download or copy it again, or paste the article's words.")


def _no_text(named: str) -> ReadingError:
    return ReadingError(
        f"{named} has no text layer: its pages are pictures. Run text recognition (OCR) on it, or paste its words."
    )


def _pages(document: Any, named: str) -> tuple[list[list[Row]], int]:
    """Return the rows of each page and how many pages hold a picture."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psexceptions import PSException

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    pages: list[list[Row]] = []
    pictures = 0
    try:
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            if number > _MOST_PAGES:
                raise ReadingError(f"{named} has more than {_MOST_PAGES:,} pages; save the pages you need as a PDF.")
            interpreter.process_page(page)
            layout = device.get_result()
            letters = list(_letters(layout, layout.bbox))
            pictures += _has_picture(layout)
            rows = rows_of(letters, number)
            kept = without_marks(letters, rows)
            pages.append(rows if len(kept) == len(letters) else rows_of(kept, number))
    except (PSException, *_BROKEN) as error:
        raise _damaged(named) from error
    if not pages:
        raise _damaged(named)
    return pages, pictures


def _items(layout: Any) -> Iterator[Any]:
    """Yield what stands on a page, also inside of its forms."""
    waiting = [iter(layout)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif hasattr(item, "_objs") and len(waiting) < 30:
            waiting.append(iter(item))
        else:
            yield item


def _letters(layout: Any, box: tuple[float, float, float, float]) -> Iterator[Letter]:
    """Yield the upright signs inside of the page, in the order they are drawn in."""
    from pdfminer.layout import LTChar

    count = 0
    for item in _items(layout):
        if not isinstance(item, LTChar) or not _level(item):
            continue
        middle = (item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2
        if not (box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]) or item.y1 <= item.y0:
            continue
        count += 1
        if count > _MOST_LETTERS:
            return
        text = _UNKNOWN.sub("\ufffd", item.get_text()).translate(_LIGATURES).replace("\0", "\ufffd")
        yield Letter(text, item.x0, item.x1, item.y0, item.y1, _BOLD.search(item.fontname or "") is not None)


def _level(item: Any) -> bool:
    """Tell whether a sign stands on a level line; stamps across a page ("DRAFT") do not."""
    across, up = item.matrix[0], item.matrix[1]
    return bool(item.upright) and abs(up) <= 0.1 * abs(across)


def _has_picture(layout: Any) -> bool:
    from pdfminer.layout import LTImage

    return any(isinstance(item, LTImage) for item in _items(layout))


def _check_words(pages: list[list[Row]], pictures: int, named: str) -> None:
    words = [word for rows in pages for row in rows for word in row.text.split()]
    letters = "".join(words)
    if not words or (pictures * 2 >= len(pages) and len(words) < _FEW_WORDS * len(pages)):
        raise _no_text(named)
    if letters.count("\ufffd") * 5 > len(letters):
        raise ReadingError(
            f"The letters of {named} cannot be told: its fonts do not say what their signs mean. Run text recognition "
            "(OCR) on it, or paste its words."
        )


def _one_headline(draft: Draft, chunks: list[Chunk]) -> None:
    """Keep the first of the largest headings as the headline."""
    known = [chunk for chunk in chunks if chunk.kind is BlockKind.HEADLINE]
    confirmed = next((chunk for chunk in known if chunk.shown == draft.title), known[0] if known else None)
    for chunk in known:
        if chunk is not confirmed:
            chunk.kind = None
    if confirmed is not None:
        draft.learn("title", confirmed.shown, "largest letters of the first page")


def _warnings(data: bytes, text: str, doubtful: list[str], named: str) -> list[str]:
    said = []
    if b"%%EOF" not in data[-2048:]:
        said.append(f"The end of {named} is missing; some of the article may be missing too.")
    if "\ufffd" in text:
        said.append(f"{text.count(chr(0xFFFD))} signs could not be told and are shown as \ufffd.")
    if doubtful:
        shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(doubtful))[:3])
        more = " and others" if len(set(doubtful)) > 3 else ""
        said.append(f"A hyphen at a line's end may be the printer's or the word's and was kept: {shown}{more}.")
    return said


def _properties(document: Any, named: str) -> Properties:
    said = Properties()
    for info in document.info:
        said.title = said.title or _string(info.get("Title"))
        said.authors = said.authors or [name for name in [_string(info.get("Author"))] if name]
        said.made = said.made or _string(info.get("CreationDate"))
    _learn_xmp(document, said, named)
    return said


def _string(value: Any) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    value = resolve1(value)
    return decode_text(value).replace("\0", "").strip() if isinstance(value, bytes) else ""


def _learn_xmp(document: Any, said: Properties, named: str) -> None:
    """Add what the XMP packet says, which publishers fill with more care than the older properties."""
    from pdfminer.pdftypes import PDFStream, resolve1

    packet = resolve1(document.catalog.get("Metadata"))
    if not isinstance(packet, PDFStream):
        return
    try:
        root = xml_tree(packet.get_data(), named)
    except ReadingError:
        # A broken packet says nothing; the pages are what was asked for.
        return
    found: dict[str, list[str]] = {}
    for element in root.iter():
        words = [(child.text or "").strip() for child in element.iter() if (child.text or "").strip()]
        found.setdefault(local(element), []).extend(words)
    first = {name: words[0] for name, words in found.items() if words}
    said.title = first.get("title", said.title)
    said.authors = found.get("creator") or said.authors
    said.publication = first.get("publicationname", "")
    said.issued = first.get("coverdate", first.get("publicationdate", first.get("date", "")))
    said.url = first.get("url", "")
