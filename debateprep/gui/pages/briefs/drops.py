"""Where a dragged thing would go in a column of rows, and what the drop does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from debateprep.domain import sketch as outline
from debateprep.domain.terms import Part, Side
from debateprep.gui.pages.briefs.desk import Desk
from debateprep.gui.pages.briefs.plan import LINKS, Planned, Shows


@dataclass(frozen=True, slots=True)
class Drop:
    """A place between rows (`section`, `index`) or `onto` an argument; `mark` is what shows it."""

    section: int
    index: int
    onto: int
    mark: QRectF


class Placed(NamedTuple):
    """A row of a column with the rectangle it takes."""

    row: Planned
    area: QRectF


def place_at(rows: Sequence[Placed], point: QPointF, what: dict[str, object], side: Side, part: Part) -> Drop | None:
    """Return where a thing dropped at a point would go, or None where it cannot."""
    kind = what.get("kind")
    if kind in ("position", "card"):
        return _shelf_place(rows, point, part)
    if what.get("side", side.value) != side.value:
        return _crossing(rows, point, what, part)
    if kind == "item":
        return _between(rows, point)
    if kind == "section":
        return _section_place(rows, point)
    if kind == "answer":
        return _among([each for each in rows if each.row.target and each.row.target == what.get("target")], point)
    return None


def _crossing(rows: Sequence[Placed], point: QPointF, what: dict[str, object], part: Part) -> Drop | None:
    """Onto the middle of an argument: an answer to it. Between rows: over to this side."""
    onto = _onto(rows, point) if what.get("argument") and len(rows_of(what)) <= 1 else None
    if onto is not None:
        return onto
    if part is not Part.CASE:
        return None
    if what.get("kind") == "section" and rows_of(what):
        return _section_place(rows, point) or Drop(0, 0, 0, QRectF(0, 2, 200, 0))
    own = what.get("argument") or len(rows_of(what)) > 1 or (rows_of(what) and "argument" not in what)
    return _between(rows, point) if own and what.get("kind") == "item" else None


def rows_of(what: dict[str, object]) -> list[tuple[str, int]]:
    """Return the rows that are dragged together, by kind and id."""
    found = what.get("rows")
    every = found if isinstance(found, list) else []
    return [(str(kind), int(number)) for kind, number in every if kind in ("section", "item")]


def _onto(rows: Sequence[Placed], point: QPointF) -> Drop | None:
    for row, area in rows:
        if row.argument:
            quarter = area.height() / 4
            if area.adjusted(0, quarter, 0, -quarter).contains(point):
                return Drop(0, 0, row.argument, area)
    return None


def _shelf_place(rows: Sequence[Placed], point: QPointF, part: Part) -> Drop | None:
    return _onto(rows, point) or (_between(rows, point) if part is Part.CASE else None)


def _line(area: QRectF, *, below: bool) -> QRectF:
    return QRectF(area.left(), area.bottom() + 4 if below else area.top() - 4, area.width(), 0)


def _between(rows: Sequence[Placed], point: QPointF) -> Drop | None:
    found: Drop | None = None
    for row, area in rows:
        if not row.section or point.y() < area.top():
            continue
        if row.shows is Shows.SECTION:
            found = Drop(row.section, 0, 0, _line(area, below=True))
        elif row.shows in LINKS:
            found = Drop(row.section, row.at, 0, _line(area, below=False))
        elif point.y() >= area.center().y():
            found = Drop(row.section, row.at + 1, 0, _line(area, below=True))
        else:
            return Drop(row.section, row.at, 0, _line(area, below=False))
    return found


def _section_place(rows: Sequence[Placed], point: QPointF) -> Drop | None:
    """Before or after a section that stands in no other, with all that stands in it."""
    found: Drop | None = None
    heads = [at for at, (row, _area) in enumerate(rows) if row.heading is not None and not row.heading.depth]
    for head, after in zip(heads, [*heads[1:], len(rows)], strict=True):
        section, first, last = rows[head].row.heading, rows[head].area, rows[after - 1].area
        if section is None:
            continue
        if point.y() < (first.top() + last.bottom()) / 2:
            return Drop(0, section.index, 0, _line(first, below=False))
        found = Drop(0, section.index + 1, 0, _line(last, below=True))
    return found


def _among(fellows: Sequence[Placed], point: QPointF) -> Drop | None:
    for row, area in fellows:
        if point.y() < area.center().y():
            return Drop(0, row.at, 0, _line(area, below=False))
    return Drop(0, len(fellows), 0, _line(fellows[-1].area, below=True)) if fellows else None


def carry_out(desk: Desk, side: Side, what: dict[str, object], place: Drop) -> None:
    """Do what a drop at a place means."""
    kind, number = str(what["kind"]), int(str(what["id"]))
    if kind in ("position", "card"):
        if place.onto:
            desk.add_support(place.onto, kind, number)
        else:
            desk.make_argument(side, place.section, kind, number, place.index)
    elif place.onto:
        desk.drop_answer(int(str(what["argument"])), place.onto)
    elif len(rows_of(what)) > 1 or (what.get("side", side.value) != side.value and not what.get("argument")):
        _move_rows(desk, side, rows_of(what), kind, place)
    elif what.get("side", side.value) != side.value:
        desk.switch_side(int(str(what["argument"])), place.section, place.index)
    elif kind == "item":
        _move_item(desk, side, number, place)
    elif kind == "section":
        _move_section(desk, side, number, place)
    elif kind == "answer":
        _move_answer(desk, number, place)


def _move_item(desk: Desk, side: Side, number: int, place: Drop) -> None:
    if desk.board is None:
        return
    index = place.index
    for sections in desk.board.sides[side].parts.values():
        for section in sections:
            for here, item in enumerate(section.items):
                # The place is counted with the moved one still in it.
                if item.id == number and section.id == place.section and here < place.index:
                    index -= 1
    desk.move_item(number, place.section, index)


def _move_section(desk: Desk, side: Side, number: int, place: Drop) -> None:
    if desk.board is None:
        return
    for sections in desk.board.sides[side].parts.values():
        for section in sections:
            if section.id == number:
                desk.move_section(number, place.index - (section.index < place.index))


def _move_answer(desk: Desk, number: int, place: Drop) -> None:
    if desk.board is None or number not in desk.board.answers:
        return
    fellows = desk.board.arguments[desk.board.answers[number].target].answers
    desk.move_answer(number, place.index - (fellows.index(number) < place.index))


def _move_rows(desk: Desk, side: Side, rows: list[tuple[str, int]], kind: str, place: Drop) -> None:
    """Move several rows, or a whole section, as one step; the place is counted without those that move."""
    if desk.board is None:
        return
    view = desk.board.sides[side]
    for part, sections in view.parts.items():
        if kind == "section":
            tops = [each.id for each in sections if not each.depth]
            before = tops[: place.index]
            if part is Part.CASE:
                index = sum(1 for number in before if ("section", number) not in rows)
                desk.move_rows(rows, outline.Place(view.brief, part, None, index))
        else:
            for section in sections:
                if section.id == place.section:
                    before = [item.id for item in section.items[: place.index]]
                    index = sum(1 for number in before if ("item", number) not in rows)
                    desk.move_rows(rows, outline.Place(view.brief, part, section.id, index))
