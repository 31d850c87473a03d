"""Where a dragged thing would go in a column of rows, and what the drop does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from debateprep.domain import sketch as outline
from debateprep.domain.terms import Part, Side
from debateprep.gui.pages.briefs_cards import ArgumentCard, SectionHeading
from debateprep.gui.pages.briefs_desk import Desk
from debateprep.gui.pages.briefs_rows import LinkRow, Row


@dataclass(frozen=True, slots=True)
class Drop:
    """A place between rows (`section`, `index`) or `onto` an argument; `mark` is what shows it."""

    section: int
    index: int
    onto: int
    mark: QRectF


def place_at(rows: Sequence[Row], point: QPointF, what: dict[str, object], side: Side, part: Part) -> Drop | None:
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
        fellows = [row for row in rows if isinstance(row, ArgumentCard) and row.target == what.get("target")]
        return _among(fellows, point)
    return None


def _crossing(rows: Sequence[Row], point: QPointF, what: dict[str, object], part: Part) -> Drop | None:
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


def _onto(rows: Sequence[Row], point: QPointF) -> Drop | None:
    for row in rows:
        if isinstance(row, ArgumentCard):
            area = QRectF(row.geometry())
            quarter = area.height() / 4
            if area.adjusted(0, quarter, 0, -quarter).contains(point):
                return Drop(0, 0, row.argument, area)
    return None


def _shelf_place(rows: Sequence[Row], point: QPointF, part: Part) -> Drop | None:
    return _onto(rows, point) or (_between(rows, point) if part is Part.CASE else None)


def _line(row: Row, *, below: bool) -> QRectF:
    area = QRectF(row.geometry())
    return QRectF(area.left(), area.bottom() + 4 if below else area.top() - 4, area.width(), 0)


def _between(rows: Sequence[Row], point: QPointF) -> Drop | None:
    found: Drop | None = None
    for row in rows:
        if not row.section:
            continue
        if isinstance(row, SectionHeading):
            found = Drop(row.section, 0, 0, _line(row, below=True)) if point.y() >= row.y() else found
        elif isinstance(row, LinkRow):
            if point.y() >= row.y():
                found = Drop(row.section, row.index, 0, _line(row, below=False))
        elif point.y() >= row.geometry().center().y():
            found = Drop(row.section, row.index + 1, 0, _line(row, below=True))
        elif point.y() >= row.y():
            return Drop(row.section, row.index, 0, _line(row, below=False))
    return found


def _section_place(rows: Sequence[Row], point: QPointF) -> Drop | None:
    heads = [row for row in rows if isinstance(row, SectionHeading) and row.view is not None and not row.view.depth]
    found: Drop | None = None
    for number, head in enumerate(heads):
        if head.view is None:
            continue
        ends = [row for row in rows if row.y() < (heads[number + 1].y() if number + 1 < len(heads) else 10**7)]
        middle = (head.y() + ends[-1].geometry().bottom()) / 2
        if point.y() < middle:
            return Drop(0, head.view.index, 0, _line(head, below=False))
        found = Drop(0, head.view.index + 1, 0, _line(ends[-1], below=True))
    return found


def _among(fellows: Sequence[Row], point: QPointF) -> Drop | None:
    for row in fellows:
        if point.y() < row.geometry().center().y():
            return Drop(0, row.index, 0, _line(row, below=False))
    return Drop(0, len(fellows), 0, _line(fellows[-1], below=True)) if fellows else None


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
