"""Running heads, feet and page numbers: what recurs at the same height of several pages, digits aside."""

import re
from collections import defaultdict

from debateprep.reading.rows import Row

# How many rows from the top and from the bottom may be running ones, and how far their heights may differ.
_EDGE = 3
_SHIFT = 4.0
_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–—|\[(]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|\])]?",
    re.IGNORECASE,
)
# What a browser prints around a page: its address, cut short if need be, and when it was printed.
_ADDRESS = re.compile(r"(https?://[^\s…]+)(?:…|\.{3})?(?:\s+\d{1,4}\s*/\s*\d{1,4})?")
_MOMENT = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s+\S.{0,200})?")


def without(pages: list[list[Row]]) -> list[list[Row]]:
    """Return the pages without their running rows."""
    edges = [_edges(rows) for rows in pages]
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, rows in enumerate(edges):
        for row in rows:
            seen[_key(row)].append((number, row.y0))
    kept = []
    for number, (rows, edge) in enumerate(zip(pages, edges, strict=True)):
        running = {id(row) for row in edge if _recurs(seen[_key(row)], number, row, len(pages)) or _alone(row, rows)}
        # Beside the moment or the address, the browser prints the page's title.
        printed = {round(row.y0) for row in edge if id(row) in running and _by_browser(row)}
        kept.append([row for row in rows if id(row) not in running and round(row.y0) not in printed])
    return kept


def _key(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text).casefold()


def _edges(rows: list[Row]) -> list[Row]:
    """Return the rows at the top and at the bottom, counted by height, not by piece."""
    heights = sorted({round(row.y0) for row in rows})
    if len(heights) <= 2:
        return []
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [row for row in rows if round(row.y0) in outer]


def _recurs(places: list[tuple[int, float]], number: int, row: Row, pages: int) -> bool:
    others = {page for page, height in places if page != number and abs(height - row.y0) <= _SHIFT}
    # Left and right pages may have heads of their own, and a chapter's first page none.
    near = any(abs(page - number) <= 2 for page in others)
    return near and (len(others) >= 1 if pages <= 6 else len(others) >= 2)


def address(pages: list[list[Row]]) -> str:
    """Return the web address that a browser printed at the foot or head of the pages, or ""."""
    for rows in pages:
        for row in _edges(rows):
            found = _ADDRESS.match(row.text)
            if found and _alone(row, rows):
                return found[1]
    return ""


def _by_browser(row: Row) -> bool:
    return _ADDRESS.fullmatch(row.text) is not None or _MOMENT.fullmatch(row.text) is not None


def _alone(row: Row, rows: list[Row]) -> bool:
    """Tell whether it is a bare number, address or moment at the very top or bottom, well apart from the text."""
    if not _NUMBER.fullmatch(row.text) and not _by_browser(row):
        return False
    others = [other for other in rows if other is not row and other.text]
    above = [other.y0 - row.y1 for other in others if other.y0 >= row.y1]
    below = [row.y0 - other.y1 for other in others if other.y1 <= row.y0]
    lowest, highest = not below, not above
    gap = min(above) if lowest and above else min(below) if highest and below else 0.0
    return (lowest or highest) and gap > 0.8 * row.size
