"""History: before and after images of the rows that each step changed, replayed to undo and redo."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from debateprep.domain.changes import Step
from debateprep.storage import tables
from debateprep.storage.mapping import Row

_step, _change = tables.step, tables.change


@dataclass(frozen=True)
class Image:
    """One row before and after a step; None where there was no row."""

    table: str
    row_id: int
    before: Row | None
    after: Row | None


def _dump(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _load(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)


def record(connection: Connection, name: str, at: str, images: list[Image], batch_id: int | None, merge: str) -> int:
    """Write a step, drop what could have been redone, and return the step's number.

    A step with the same non-empty `merge` key as the last one becomes part of it.
    """
    connection.execute(delete(_step).where(_step.c.undone))
    last = _last(connection, undone=False)
    if merge and last is not None and last.merge_key == merge and batch_id is None:
        _merge(connection, last.id, images)
        connection.execute(update(_step).where(_step.c.id == last.id).values(at=at))
        return int(last.id)
    result = connection.execute(
        insert(_step).values(name=name, at=at, merge_key=merge, batch_id=batch_id, undone=False)
    )
    number = int(result.lastrowid)
    _insert(connection, number, 0, images)
    return number


def _insert(connection: Connection, step_id: int, first: int, images: list[Image]) -> None:
    if images:
        connection.execute(
            insert(_change),
            [
                {
                    "step_id": step_id,
                    "seq": seq,
                    "tbl": image.table,
                    "row_id": image.row_id,
                    "before": _dump(image.before),
                    "after": _dump(image.after),
                }
                for seq, image in enumerate(images, first)
            ],
        )


def _merge(connection: Connection, step_id: int, images: list[Image]) -> None:
    there = {(image.table, image.row_id) for image in images_of(connection, step_id)}
    for image in images:
        if (image.table, image.row_id) in there:
            connection.execute(
                update(_change)
                .where(_change.c.step_id == step_id, _change.c.tbl == image.table, _change.c.row_id == image.row_id)
                .values(after=_dump(image.after))
            )
    fresh = [image for image in images if (image.table, image.row_id) not in there]
    _insert(connection, step_id, len(there), fresh)


def images_of(connection: Connection, step_id: int, *, backwards: bool = False) -> Iterator[Image]:
    """Yield a step's images in the order they were written, or backwards."""
    order = _change.c.seq.desc() if backwards else _change.c.seq
    for row in connection.execute(select(_change).where(_change.c.step_id == step_id).order_by(order)).all():
        yield Image(row.tbl, row.row_id, _load(row.before), _load(row.after))


def _last(connection: Connection, *, undone: bool) -> Any:
    # The next to redo is the first of the undone ones, as undoing goes backwards.
    number = func.min(_step.c.id) if undone else func.max(_step.c.id)
    wanted = select(number).where(_step.c.undone == undone).scalar_subquery()
    return connection.execute(select(_step).where(_step.c.id == wanted)).one_or_none()


def next_to_undo(connection: Connection) -> Any:
    """Return the row of the step that undo would take back, or None."""
    return _last(connection, undone=False)


def next_to_redo(connection: Connection) -> Any:
    """Return the row of the step that redo would do again, or None."""
    return _last(connection, undone=True)


def mark(connection: Connection, step_id: int, *, undone: bool) -> None:
    """Note that a step was undone or done again."""
    connection.execute(update(_step).where(_step.c.id == step_id).values(undone=undone))


def steps(connection: Connection, limit: int) -> list[Step]:
    """Return the newest steps, newest first."""
    rows = connection.execute(select(_step).order_by(_step.c.id.desc()).limit(limit))
    return [Step(row.id, row.name, row.at, bool(row.undone)) for row in rows]


def step(connection: Connection, number: int) -> Step | None:
    """Return one step, or None when it was forgotten."""
    row = connection.execute(select(_step).where(_step.c.id == number)).one_or_none()
    return None if row is None else Step(row.id, row.name, row.at, bool(row.undone))


def forget(connection: Connection) -> None:
    """Forget every step."""
    connection.execute(delete(_step))


def forget_before(connection: Connection, at: str) -> None:
    """Forget the steps older than `at`, which then can no longer be undone; redoable ones are kept."""
    connection.execute(delete(_step).where(_step.c.at < at, _step.c.undone.is_(False)))
