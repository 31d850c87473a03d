"""The raised numbers by which a page's text points to its notes; they go, as they do in every other format."""

import re
from collections import Counter, defaultdict

from debateprep.reading.rows import Letter, Row

# In sizes of the text: how small a mark is, how far it is raised, how close it stands to its word.
_SMALL = 0.85
_RAISED = 0.15
_CLOSE = 0.25
_NOTE = re.compile(r"(\d{1,3}|[*†‡§])[.)]?\s*[^\W\d_]")
_MARK = re.compile(r"\d|[*†‡§]")


def without_marks(letters: list[Letter], rows: list[Row]) -> list[Letter]:
    """Return a page's letters without raised marks of the notes that stand on the same page in smaller print.

    A raised number that no note answers to stays: it may be a power.
    """
    sizes = Counter(round(letter.size, 1) for letter in letters if letter.text.strip())
    if not sizes:
        return letters
    body = sizes.most_common(1)[0][0]
    noted = {match[1] for row in rows if row.size < 0.95 * body and (match := _NOTE.match(row.text))}
    if not noted:
        return letters
    doomed = {
        id(letter)
        for run in _runs([one for one in letters if _MARK.fullmatch(one.text) and one.size < _SMALL * body])
        if "".join(one.text for one in run) in noted and _hangs_on_a_word(run[0], letters, body)
        for letter in run
    }
    return [letter for letter in letters if id(letter) not in doomed]


def _runs(marks: list[Letter]) -> list[list[Letter]]:
    """Return the signs of marks put together to whole numbers."""
    lines: dict[int, list[Letter]] = defaultdict(list)
    for mark in marks:
        lines[round(mark.y0)].append(mark)
    found: list[list[Letter]] = []
    for line in lines.values():
        line.sort(key=lambda one: one.x0)
        for place, mark in enumerate(line):
            if place and 0 <= mark.x0 - line[place - 1].x1 + 0.5 < _CLOSE * mark.size + 0.5:
                found[-1].append(mark)
            else:
                found.append([mark])
    return found


def _hangs_on_a_word(mark: Letter, letters: list[Letter], body: float) -> bool:
    """Tell whether the mark stands raised right behind a letter or a stop of the text."""
    return any(
        abs(mark.x0 - one.x1) < _CLOSE * body
        and one.size > _SMALL * body
        and one.y0 + _RAISED * one.size < mark.y0 < one.y1
        and not one.text.isdigit()
        and not one.text.isspace()
        for one in letters
    )
