"""A page's letters put together to rows, and the rows to reading order; pure geometry in points, y upwards."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# In widths of an em: a space between words, pieces of one row, the least gutter between columns.
_SPACE = 0.1
_PIECE = 0.9
_GUTTER = 0.7
_LEAST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Letter:
    """One sign of a page (a ligature may be several), its box, its size, and whether its face is bold."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    bold: bool = False

    @property
    def size(self) -> float:
        """Return the height of the box."""
        return self.y1 - self.y0


@dataclass(slots=True)
class Row:
    """Words on one line of a column; `left` and `right` are its column's edges, `column` tells columns apart."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    bold: bool
    page: int = 0
    left: float = 0.0
    right: float = 0.0
    column: int = 0


def rows_of(letters: Iterable[Letter], page: int) -> list[Row]:
    """Return the rows of one page, pieces that stand close together on a line joined, in no certain order."""
    pieces = [_row(group, page) for group in _groups(letters)]
    # Some programs draw a text twice to make it look bold.
    once = {(row.text, round(row.x0), round(row.y0)): row for row in pieces if row.text}
    return _joined(list(once.values()), _PIECE)


def _groups(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    group: list[Letter] = []
    for letter in letters:
        if group and not _follows(group[-1], letter):
            yield group
            group = []
        if group and letter.text == group[-1].text and letter.x0 - group[-1].x0 < 0.15 * letter.size:
            continue
        group.append(letter)
    if group:
        yield group


def _follows(last: Letter, letter: Letter) -> bool:
    shared = min(last.y1, letter.y1) - max(last.y0, letter.y0)
    size = max(last.size, letter.size)
    return shared > 0.5 * min(last.size, letter.size) and -0.5 * size < letter.x0 - last.x1 < _PIECE * size


def _row(group: list[Letter], page: int) -> Row:
    parts: list[str] = []
    for last, letter in zip([None, *group], group, strict=False):
        if last is not None and letter.x0 - last.x1 > _SPACE * max(letter.size, letter.x1 - letter.x0):
            # A large first letter stands close to its word.
            parts.append("" if last.size > 1.6 * letter.size else " ")
        parts.append(letter.text)
    sizes = Counter(round(letter.size, 1) for letter in group if not letter.text.isspace())
    size = sizes.most_common(1)[0][0] if sizes else group[0].size
    plain = [letter for letter in group if letter.size < 1.6 * size] or group
    return Row(
        " ".join("".join(parts).split()),
        min(letter.x0 for letter in group),
        max(letter.x1 for letter in group),
        min(letter.y0 for letter in plain),
        max(letter.y1 for letter in plain),
        size,
        sum(letter.bold for letter in group) * 2 > len(group),
        page,
    )


def _joined(rows: list[Row], reach: float) -> list[Row]:
    """Join rows on one line whose gap is less than `reach` ems."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda row: (-row.y1, row.x0)):
        near = range(len(found) - 1, max(len(found) - 13, -1), -1)
        place = next((place for place in near if _beside(found[place], row, reach)), None)
        if place is None:
            found.append(row)
            continue
        mate = found[place]
        first, second = sorted((mate, row), key=lambda one: one.x0)
        gap = second.x0 - first.x1
        initial = len(first.text) == 1 and first.size > 1.6 * second.size
        between = "" if initial or gap <= _SPACE * second.size else " "
        long = mate if len(mate.text) >= len(row.text) else row
        text = f"{first.text}{between}{second.text}"
        box = (first.x0, max(first.x1, second.x1), long.y0, long.y1)
        found[place] = Row(text, *box, long.size, long.bold, row.page)
    return found


def _beside(one: Row, other: Row, reach: float) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    gap = max(one.x0, other.x0) - min(one.x1, other.x1)
    size = max(min(one.size, other.size), 1.0)
    return shared > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0) and -0.5 * size < gap < reach * size


def in_order(rows: list[Row]) -> list[Row]:
    """Return the rows of one page in reading order, columns one after another, their edges noted."""
    ordered: list[Row] = []
    for number, column in enumerate(_columns(rows, depth=0)):
        whole = sorted(_joined(column, 1e9), key=lambda row: -row.y1)
        starts = Counter(round(row.x0) for row in whole)
        # Where paragraphs are short, as many rows are indented as not.
        left = min(x0 for x0, count in starts.items() if count * 3 >= max(starts.values()))
        right = sorted(row.x1 for row in whole)[(len(whole) - 1) * 9 // 10]
        for row in whole:
            row.left, row.right, row.column = min(left, right), right, number
        ordered += whole
    return ordered


def _columns(rows: list[Row], depth: int) -> Iterator[list[Row]]:
    """Yield the columns in order; rows across a gutter, such as a headline, stand above or below what they part."""
    gutter = _gutter(rows) if depth < 4 else None
    if gutter is None:
        if rows:
            yield rows
        return
    band: list[Row] = []
    across: list[Row] = []
    for row in sorted(rows, key=lambda row: -row.y1):
        if row.x0 < gutter < row.x1:
            yield from _halves(band, gutter, depth)
            band = []
            across.append(row)
        else:
            if across:
                yield across
                across = []
            band.append(row)
    if across:
        yield across
    yield from _halves(band, gutter, depth)


def _halves(band: list[Row], gutter: float, depth: int) -> Iterator[list[Row]]:
    yield from _columns([row for row in band if row.x1 <= gutter], depth + 1)
    yield from _columns([row for row in band if row.x0 >= gutter], depth + 1)


def _gutter(rows: list[Row]) -> float | None:
    """Return the middle of the widest white strip with columns on both sides of it, or None."""
    if len(rows) < 2 * _LEAST_ROWS:
        return None
    size = Counter(round(row.size) for row in rows).most_common(1)[0][0] or 1
    edges = sorted({round(row.x0, 1) for row in rows})
    best: tuple[float, float] | None = None
    for edge in edges[1:400]:
        before = [row.x1 for row in rows if row.x1 <= edge]
        if not before:
            continue
        start = max(before)
        across = [row for row in rows if row.x0 < edge - 0.01 and row.x1 > edge + 0.01]
        width = edge - start
        if width < _GUTTER * size or len(across) * 5 > len(rows) * 2:
            continue
        if _stand_beside(rows, start, edge):
            score = width - len(across)
            if best is None or score > best[0]:
                best = (score, (start + edge) / 2)
    return best[1] if best else None


def _stand_beside(rows: list[Row], start: float, edge: float) -> bool:
    """Tell whether enough rows stand on either side of the strip, at the same heights and of a column's width."""
    left = [row for row in rows if row.x1 <= start + 0.01]
    right = [row for row in rows if row.x0 >= edge - 0.01]
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    top = min(max(row.y1 for row in left), max(row.y1 for row in right))
    bottom = max(min(row.y0 for row in left), min(row.y0 for row in right))
    beside = [sum(row.y0 < top and row.y1 > bottom for row in side) for side in (left, right)]
    wide = [sum(row.x1 - row.x0 for row in side) / len(side) / max(row.size for row in side) for side in (left, right)]
    return min(beside) >= _LEAST_ROWS and min(wide) > 4
