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
        kept.append([row for row in rows if id(row) not in running])
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


def _alone(row: Row, rows: list[Row]) -> bool:
    """Tell whether it is a bare number at the very top or bottom, well apart from the text."""
    if not _NUMBER.fullmatch(row.text):
        return False
    others = [other for other in rows if other is not row and other.text]
    above = [other.y0 - row.y1 for other in others if other.y0 >= row.y1]
    below = [row.y0 - other.y1 for other in others if other.y1 <= row.y0]
    lowest, highest = not below, not above
    gap = min(above) if lowest and above else min(below) if highest and below else 0.0
    return (lowest or highest) and gap > 0.8 * row.size
