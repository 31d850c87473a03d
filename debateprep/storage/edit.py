"""Reading and the unit of work: values in and out, images and index kept, one step at the end."""

import textwrap
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import itemgetter
from types import MappingProxyType
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, insert, select, update

from debateprep.domain.changes import Changes, Hit, How, Touched, Trashed
from debateprep.domain.model import ImportBatch, Thing
from debateprep.storage import search, tables
from debateprep.storage.errors import NotFound
from debateprep.storage.journal import Image
from debateprep.storage.mapping import Kind, Row, kind_of, kind_of_table, kinds

T = TypeVar("T", bound=Thing)


def now() -> str:
    """Return the present in ISO 8601, UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True)
class Those:
    """Live things named by what they are instead of by their ids; see `those`."""

    table: Table
    equal: Mapping[str, Any]


def those(thing: type[Thing], **equal: Any) -> Those:
    """Describe live things by their columns, for `Reader.all` to ask for what belongs to any of them."""
    return Those(kind_of(thing).table, equal)


def _conditions(table: Table, equal: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [table.c.deleted_at.is_(None)]
    for name, wanted in equal.items():
        column = table.c[name]
        if isinstance(wanted, Those):
            found.append(column.in_(select(wanted.table.c.id).where(*_conditions(wanted.table, wanted.equal))))
        elif isinstance(wanted, (list, tuple, set, frozenset)):
            found.append(column.in_(sorted(wanted)))
        else:
            found.append(column.is_(None) if wanted is None else column == wanted)
    return found


class Reader:
    """Read values; every answer of one reader comes from the same moment of the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, thing: type[T], number: int, *, trashed: bool = False) -> T:
        """Return one value; raise NotFound when it is not there or (unless `trashed`) in the trash."""
        kind = kind_of(thing)
        query = self._select(kind).where(kind.table.c.id == number)
        row = self._connection.execute(query).mappings().one_or_none()
        if row is None or (row["deleted_at"] is not None and not trashed):
            where = "in the trash" if row is not None else "not in this library"
            raise NotFound(f"There is no {kind.name} {number}: it is {where}.")
        value: T = kind.decode(dict(row))
        return value

    def all(self, thing: type[T], **equal: Any) -> list[T]:
        """Return the live values whose columns equal what is given, in order.

        A collection means any of it, and `those` any of the things it describes.
        """
        kind = kind_of(thing)
        query = self._select(kind).where(*_conditions(kind.table, equal))
        if "rank" in kind.table.c:
            query = query.order_by(kind.table.c.rank)
        return [kind.decode(dict(row)) for row in self._connection.execute(query.order_by(kind.table.c.id)).mappings()]

    def first(self, thing: type[T], **equal: Any) -> T | None:
        """Return the first live value that `all` would give, or None."""
        return next(iter(self.all(thing, **equal)), None)

    def search(
        self,
        words: str,
        kinds: Iterable[str] = tuple(search.INDEXES),
        *,
        topic_id: int | None = None,
        limit: int = 50,
        prefix: bool = False,
    ) -> list[Hit]:
        """Return what matches the user's words, best first; never fails on what the words are."""
        return search.search(self._connection, words, kinds, topic_id=topic_id, limit=limit, prefix=prefix)

    def matching(self, words: str, thing: type[Thing], *, topic_id: int | None = None, limit: int = 200) -> list[int]:
        """Return the ids of the live things that hold any of the words, best first."""
        return search.matching(self._connection, words, kind_of(thing).name, topic_id=topic_id, limit=limit)

    def trashed(self) -> list[Trashed]:
        """Return what lies in the trash, newest first; things that went with another are listed too."""
        found = [
            Trashed(kind.name, row["id"], _title(row), row["deleted_at"])
            for kind in kinds()
            for row in self._connection.execute(
                self._select(kind).where(kind.table.c.deleted_at.is_not(None))
            ).mappings()
        ]
        return sorted(found, key=lambda each: each.deleted_at, reverse=True)

    def _select(self, kind: Kind) -> Select[Any]:
        if kind.body is None:
            return select(kind.table)
        columns = [column for column in kind.body.c if column.name != "id"]
        return select(kind.table, *columns).join(kind.body, kind.body.c.id == kind.table.c.id)


def _only(table: Table, row: Row) -> Row:
    return {name: row[name] for name in table.c.keys()}  # noqa: SIM118 - a column collection, not a dict


_LONGEST_TITLE = 160
_TITLES = ("statement", "tag", "claim", "title", "resolution", "name", "ask", "wording", "text", "said", "file_name")


def _title(row: Any) -> str:
    for name in _TITLES:
        if row.get(name):
            return str(row[name])
    return ""


class Edit(Reader):
    """Change values within one transaction; the library records the step when the block ends."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.at = now()
        self.batch_id: int | None = None
        self.changes = Changes("")
        self.notes: list[str] = []
        self._images: dict[tuple[str, int], Row | None] = {}
        self._imported: list[tuple[str, int]] = []
        self._index = search.IndexKeeper(connection)

    # Values

    def add(self, value: T) -> T:
        """Store a new value and return it with its id and uid."""
        kind = kind_of(type(value))
        made = replace(value, id=self._next_id(kind.table), uid=value.uid or uuid.uuid4().hex)
        row = kind.encode(made) | self._new_stamps()
        for table in kind.all_tables:
            self.write(table, made.id, _only(table, row))
        return made

    def put(self, value: T) -> T:
        """Store a changed value in place of the one with its id; raise NotFound when there is none."""
        kind = kind_of(type(value))
        row = kind.encode(value)
        for table in kind.all_tables:
            old = self._row(table, value.id)
            if old is None:
                raise NotFound(f"There is no {kind.name} {value.id}: it is not in this library.")
            new = {name: row.get(name, old[name]) for name in old}
            if new != old:
                self.write(table, value.id, new | ({"modified_at": self.at} if "modified_at" in new else {}))
        return value

    def trash(self, thing: type[Thing], number: int) -> None:
        """Move a value to the trash; raise NotFound when it is not live."""
        self.get(thing, number)
        self._stamp(kind_of(thing).table, number, self.at)

    def restore(self, thing: type[Thing], number: int) -> None:
        """Take a value out of the trash."""
        self.get(thing, number, trashed=True)
        self._stamp(kind_of(thing).table, number, None)

    def deleted_at(self, thing: type[Thing], number: int) -> str | None:
        """Return when a value was put in the trash, or None while it is live."""
        row = self._row(kind_of(thing).table, number)
        return None if row is None else row["deleted_at"]

    def trashed_with(self, at: str) -> list[tuple[type[Thing], int]]:
        """Return everything that went to the trash at that very moment."""
        return [
            (kind.type, number)
            for kind in kinds()
            for number in self._connection.scalars(select(kind.table.c.id).where(kind.table.c.deleted_at == at))
        ]

    # Imports

    def import_batch(self, batch: ImportBatch) -> ImportBatch:
        """Begin an import: what `import_all` stores is undone as a whole, by its batch."""
        made = self.import_all([batch])[0]
        table = tables.import_batch
        self._connection.execute(update(table).where(table.c.id == made.id).values(batch_id=made.id))
        self.batch_id = made.id
        return made

    def import_all(self, values: Sequence[T]) -> list[T]:
        """Store new values of one type in bulk, without images of their rows, and return them with ids."""
        if not values:
            return []
        kind = kind_of(type(values[0]))
        first = self._next_id(kind.table)
        made = [replace(v, id=first + i, uid=v.uid or uuid.uuid4().hex) for i, v in enumerate(values)]
        rows = [kind.encode(value) | self._new_stamps() for value in made]
        self._index.note_joining(kind.table.name, rows)
        for table in kind.all_tables:
            self._insert_all(table, rows)
        self._index.add_range(kind.name, first, made[-1].id)
        self._imported += [(kind.name, value.id) for value in made]
        return made

    def _insert_all(self, table: Table, rows: list[Row]) -> None:
        # Straight to the driver: SQLAlchemy's way with dicts costs as much as the inserts themselves.
        names = table.c.keys()
        statement = str(insert(table).compile(dialect=self._connection.dialect, column_keys=names))
        pick = itemgetter(*names)
        self._connection.exec_driver_sql(statement, [pick(row) for row in rows])

    def _next_id(self, table: Table) -> int:
        query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
        return int(self._connection.exec_driver_sql(query, (table.name,)).scalar() or 0) + 1

    def _new_stamps(self) -> Row:
        return {"created_at": self.at, "modified_at": self.at, "deleted_at": None, "batch_id": self.batch_id}

    # Rows

    def write(self, table: Table, number: int, row: Row | None) -> None:
        """Bring one row to the given state (None: no row), keeping its image and the index."""
        old = self._row(table, number)
        self._images.setdefault((table.name, number), old)
        self._index.note(table.name, old, row)
        if row is None:
            self._connection.execute(delete(table).where(table.c.id == number))
        elif old is None:
            self._connection.execute(insert(table).values(row))
        else:
            changed = {name: value for name, value in row.items() if old[name] != value}
            if changed:
                self._connection.execute(update(table).where(table.c.id == number).values(changed))

    def _stamp(self, table: Table, number: int, at: str | None) -> None:
        row = self._row(table, number)
        if row is not None:
            self.write(table, number, row | {"deleted_at": at, "modified_at": self.at})

    def _row(self, table: Table, number: int) -> Row | None:
        row = self._connection.execute(select(table).where(table.c.id == number)).mappings().one_or_none()
        return None if row is None else {k: int(v) if isinstance(v, bool) else v for k, v in row.items()}

    # The end of the unit of work, called by the library

    def stamp_batch(self, batch_id: int, at: str | None) -> None:
        """Move an import's rows to the trash (`at`), or back out of it (None)."""
        self._index.write()
        if at is not None:
            self._index.drop_batch(batch_id)
        for table in tables.USER_TABLES:
            if "batch_id" in table.c:
                self._connection.execute(update(table).where(table.c.batch_id == batch_id).values(deleted_at=at))
                for number in self._connection.scalars(select(table.c.id).where(table.c.batch_id == batch_id)):
                    self._imported.append((kind_of_table(table.name).name, number))
        if at is None:
            self._index.add_batch(batch_id)

    def images(self) -> list[Image]:
        """Return the images of every row whose state really differs, in the order of first touch."""
        found = []
        for (name, number), before in self._images.items():
            after = self._row(tables.metadata.tables[name], number)
            if before != after:
                found.append(Image(name, number, before, after))
        return found

    def close(self, step: str, commit: Callable[[list[Image]], object]) -> Changes:
        """Write index and step, and return what changed."""
        images = self.images()
        self._index.write()
        if images or self.batch_id is not None:
            commit(images)
        return self._changes(step, images)

    def _changes(self, step: str, images: list[Image]) -> Changes:
        ids: dict[str, set[int]] = {}
        created, trashed = [], []
        for image in images:
            kind = kind_of_table(image.table)
            ids.setdefault(kind.name, set()).add(image.row_id)
            if image.before is None and image.table == kind.table.name:
                created.append((kind.name, image.row_id))
            if _went_to_trash(image):
                trashed.append((kind.name, image.row_id))
        for name, number in self._imported:
            ids.setdefault(name, set()).add(number)
            created.append((name, number))
        found = MappingProxyType({k: frozenset(v) for k, v in ids.items()})
        return Changes(step, found, tuple(created), tuple(trashed), tuple(dict.fromkeys(self.notes)))


def _went_to_trash(image: Image) -> bool:
    before, after = image.before or {}, image.after or {}
    return after.get("deleted_at") is not None and before.get("deleted_at") is None


def touched(images: Iterable[Image], *, undone: bool) -> list[Touched]:
    """Return what a step's images say that it did to things, each once."""
    found: dict[tuple[str, int], Touched] = {}
    for image in images:
        kind = kind_of_table(image.table)
        row = (image.before if undone else image.after) or image.after or image.before or {}
        one = Touched(kind.name, image.row_id, textwrap.shorten(_title(row), _LONGEST_TITLE), _how(image))
        # A body's row comes after its owner's, and says less.
        found.setdefault((kind.name, image.row_id), one)
    return list(found.values())


def _how(image: Image) -> How:
    before, after = image.before or {}, image.after or {}
    if not before or not after:
        return How.REMOVED if before else How.MADE
    gone, there = after.get("deleted_at"), before.get("deleted_at")
    if bool(gone) is bool(there):
        return How.CHANGED
    return How.TRASHED if gone else How.RESTORED
