"""Where a dragged thing would go in a column of rows, and what the drop does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from debateprep.domain.terms import Part, Side
from debateprep.gui.pages.briefs_cards import ArgumentCard, SectionHeading
from debateprep.gui.pages.briefs_desk import Desk
from debateprep.gui.pages.briefs_rows import LinkRow, Row


@dataclass(frozen=True, slots=True)
class Place:
    """A place between rows (`section`, `index`) or `onto` an argument; `mark` is what shows it."""

    section: int
    index: int
    onto: int
    mark: QRectF


def place_at(rows: Sequence[Row], point: QPointF, what: dict[str, object], side: Side, part: Part) -> Place | None:
    """Return where a thing dropped at a point would go, or None where it cannot."""
    kind = what.get("kind")
    if kind in ("position", "card"):
        return _shelf_place(rows, point, part)
    if what.get("side", side.value) != side.value:
        return _between(rows, point) if what.get("argument") and part is Part.CASE else None
    if kind == "item":
        return _between(rows, point)
    if kind == "section":
        return _section_place(rows, point)
    if kind == "answer":
        fellows = [row for row in rows if isinstance(row, ArgumentCard) and row.target == what.get("target")]
        return _among(fellows, point)
    return None


def _shelf_place(rows: Sequence[Row], point: QPointF, part: Part) -> Place | None:
    for row in rows:
        if isinstance(row, ArgumentCard):
            area = QRectF(row.geometry())
            quarter = area.height() / 4
            if area.adjusted(0, quarter, 0, -quarter).contains(point):
                return Place(0, 0, row.argument, area)
    return _between(rows, point) if part is Part.CASE else None


def _line(row: Row, *, below: bool) -> QRectF:
    area = QRectF(row.geometry())
    return QRectF(area.left(), area.bottom() + 4 if below else area.top() - 4, area.width(), 0)


def _between(rows: Sequence[Row], point: QPointF) -> Place | None:
    found: Place | None = None
    for row in rows:
        if not row.section:
            continue
        if isinstance(row, SectionHeading):
            found = Place(row.section, 0, 0, _line(row, below=True)) if point.y() >= row.y() else found
        elif isinstance(row, LinkRow):
            if point.y() >= row.y():
                found = Place(row.section, row.index, 0, _line(row, below=False))
        elif point.y() >= row.geometry().center().y():
            found = Place(row.section, row.index + 1, 0, _line(row, below=True))
        elif point.y() >= row.y():
            return Place(row.section, row.index, 0, _line(row, below=False))
    return found


def _section_place(rows: Sequence[Row], point: QPointF) -> Place | None:
    heads = [row for row in rows if isinstance(row, SectionHeading) and row.view is not None and not row.view.depth]
    found: Place | None = None
    for number, head in enumerate(heads):
        if head.view is None:
            continue
        ends = [row for row in rows if row.y() < (heads[number + 1].y() if number + 1 < len(heads) else 10**7)]
        middle = (head.y() + ends[-1].geometry().bottom()) / 2
        if point.y() < middle:
            return Place(0, head.view.index, 0, _line(head, below=False))
        found = Place(0, head.view.index + 1, 0, _line(ends[-1], below=True))
    return found


def _among(fellows: Sequence[Row], point: QPointF) -> Place | None:
    for row in fellows:
        if point.y() < row.geometry().center().y():
            return Place(0, row.index, 0, _line(row, below=False))
    return Place(0, len(fellows), 0, _line(fellows[-1], below=True)) if fellows else None


def carry_out(desk: Desk, side: Side, what: dict[str, object], place: Place) -> None:
    """Do what a drop at a place means."""
    kind, number = str(what["kind"]), int(str(what["id"]))
    if kind in ("position", "card"):
        if place.onto:
            desk.add_support(place.onto, kind, number)
        else:
            desk.make_argument(side, place.section, kind, number, place.index)
    elif what.get("side", side.value) != side.value:
        desk.switch_side(int(str(what["argument"])), place.section, place.index)
    elif kind == "item":
        _move_item(desk, side, number, place)
    elif kind == "section":
        _move_section(desk, side, number, place)
    elif kind == "answer":
        _move_answer(desk, number, place)


def _move_item(desk: Desk, side: Side, number: int, place: Place) -> None:
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


def _move_section(desk: Desk, side: Side, number: int, place: Place) -> None:
    if desk.board is None:
        return
    for sections in desk.board.sides[side].parts.values():
        for section in sections:
            if section.id == number:
                desk.move_section(number, place.index - (section.index < place.index))


def _move_answer(desk: Desk, number: int, place: Place) -> None:
    if desk.board is None or number not in desk.board.answers:
        return
    fellows = desk.board.arguments[desk.board.answers[number].target].answers
    desk.move_answer(number, place.index - (fellows.index(number) < place.index))
