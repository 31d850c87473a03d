"""Where in a brief something new goes, seen from the row that is current: pure rules over a board's values."""

from __future__ import annotations

from collections.abc import Sequence

from debateprep.domain.clipping import Clipping
from debateprep.domain.sketch import LAST, Place
from debateprep.domain.terms import Part
from debateprep.gui.models.board import SectionView, SideView
from debateprep.gui.pages.briefs.picks import Key


def place_for(view: SideView, part: Part, current: Key | None, found: Clipping) -> Place:
    """Return where a clipping goes: whole sections after the section of the current row, rows after that row.

    Rows without a section of their own go into the current one; where there is none the place is the top.
    """
    sections = view.parts[part]
    home, after = _home(sections, current)
    if home is None:
        return Place(view.brief, part)
    if found.entries:
        return Place(view.brief, part, home.id, after)
    if current is not None and current[0] == "item" and not _is_top(home, found):
        return Place(view.brief, part, home.id)
    return Place(view.brief, part, home.parent or None, home.index + 1)


def _is_top(home: SectionView, found: Clipping) -> bool:
    # A branch of the kind of the section it is pasted beside stands beside it, a sub-point goes into it.
    return any(branch.kind is home.kind for branch in found.branches)


def _home(sections: Sequence[SectionView], current: Key | None) -> tuple[SectionView | None, int]:
    for section in sections:
        if current == ("section", section.id):
            return section, 0
        for index, item in enumerate(section.items):
            if current == ("item", item.id):
                return section, index + 1
    return (sections[-1], LAST) if sections else (None, LAST)


def side_by_side(sections: Sequence[SectionView], rows: Sequence[Key]) -> bool:
    """Tell whether rows are of one kind and stand in one place, so that they can move up and down together."""
    if len({kind for kind, _ in rows}) != 1:
        return False
    homes = set()
    for section in sections:
        if ("section", section.id) in rows:
            homes.add(section.parent)
        homes |= {section.id for item in section.items if ("item", item.id) in rows}
    return len(homes) == 1


def before(sections: Sequence[SectionView], row: Key) -> Key | None:
    """Return the row of its kind that stands right before a row, in the same place, or None."""
    for section in sections:
        ids = [item.id for item in section.items]
        if row[0] == "item" and row[1] in ids and ids.index(row[1]):
            return ("item", ids[ids.index(row[1]) - 1])
        if row == ("section", section.id) and section.index:
            return next(
                ("section", each.id)
                for each in sections
                if each.parent == section.parent and each.index == section.index - 1
            )
    return None
