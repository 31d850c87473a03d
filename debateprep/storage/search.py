"""The full-text index: one FTS5 table a searchable kind over a view of live rows, kept by the unit of work.

FTS5 has no triggers here: with trusted_schema=OFF SQLite 3.40 refuses them, so `IndexKeeper` notes each
document before its first change and writes the difference before the commit, in the same transaction.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from debateprep.domain.changes import Hit

Document = tuple[Any, ...]


@dataclass(frozen=True)
class Index:
    """A searchable kind: the columns of its documents, the view that makes them, and their weights."""

    kind: str
    columns: tuple[str, ...]
    weights: tuple[float, ...]
    select: str

    @property
    def fts(self) -> str:
        """Return the name of the FTS5 table."""
        return f"{self.kind}_fts"

    @property
    def view(self) -> str:
        """Return the name of the view of documents."""
        return f"{self.kind}_doc"

    @property
    def column_list(self) -> str:
        """Return the columns as SQL writes them."""
        return ", ".join(self.columns)


INDEXES: dict[str, Index] = {
    index.kind: index
    for index in (
        Index(
            "topic",
            ("title", "body"),
            (4, 1),
            "SELECT id, id AS topic_id, resolution AS title, name || ' ' || notes AS body"
            " FROM topic WHERE deleted_at IS NULL",
        ),
        Index(
            "source",
            ("title", "cite", "body"),
            (6, 4, 1),
            "SELECT s.id AS id, NULL AS topic_id, s.title AS title,"
            " s.authors || ' ' || s.publication || ' ' || s.qualifications AS cite, coalesce(t.text, '') AS body"
            " FROM source s LEFT JOIN source_text t ON t.source_id = s.id AND t.deleted_at IS NULL"
            " WHERE s.deleted_at IS NULL",
        ),
        Index(
            "position",
            ("title", "cite"),
            (4, 2),
            "SELECT id, topic_id, statement AS title, speaker AS cite FROM position"
            " WHERE deleted_at IS NULL AND status = 'kept'",
        ),
        Index(
            "card",
            ("title", "others", "cite", "body"),
            (4, 3, 3, 1),
            "SELECT c.id AS id, c.topic_id AS topic_id, c.tag AS title,"
            # A list in JSON; its functions are refused to views.
            """ replace(trim(b.other_tags, '[]"'), '","', ' · ') AS others, c.cite AS cite, b.quote AS body"""
            " FROM card c JOIN card_body b ON b.id = c.id WHERE c.deleted_at IS NULL",
        ),
        Index(
            "argument",
            ("title", "body"),
            (4, 1),
            # Its questions and lines are found as the argument that they are about.
            "SELECT a.id AS id, a.topic_id AS topic_id, a.claim AS title,"
            " a.name || ' ' || a.warrant || ' ' || a.impact || ' ' || a.notes"
            " || coalesce((SELECT group_concat(' ' || said, '') FROM (SELECT ask || ' ' || expect || ' ' || follow_up"
            " AS said FROM question q WHERE q.argument_id = a.id AND q.deleted_at IS NULL ORDER BY q.id)), '')"
            " || coalesce((SELECT group_concat(' ' || said, '') FROM (SELECT text AS said FROM line l"
            " WHERE l.argument_id = a.id AND l.deleted_at IS NULL ORDER BY l.id)), '') AS body"
            " FROM argument a WHERE a.deleted_at IS NULL",
        ),
        Index(
            "section",
            ("title",),
            (3,),
            "SELECT s.id AS id, b.topic_id AS topic_id, s.title AS title FROM section s JOIN brief b"
            " ON b.id = s.brief_id WHERE s.deleted_at IS NULL",
        ),
        Index(
            "item",
            ("title",),
            (2,),
            "SELECT i.id AS id, b.topic_id AS topic_id, i.text AS title FROM item i"
            " JOIN section s ON s.id = i.section_id JOIN brief b ON b.id = s.brief_id"
            " WHERE i.deleted_at IS NULL AND i.kind = 'note'",
        ),
    )
}

# Which document a row belongs to: its table, and the column that holds the document's number.
_OWNERS = {kind: (kind, "id") for kind in INDEXES} | {
    "card_body": ("card", "id"),
    "source_text": ("source", "source_id"),
    "question": ("argument", "argument_id"),
    "line": ("argument", "argument_id"),
}
_POOL = 2000
_NEWEST_MATCHES = f"ORDER BY rowid DESC LIMIT {_POOL}"  # FTS5 scores every match it is asked to rank
_WORD = re.compile(r"\w+")
_STOP = frozenset("a an and are as at be by for from in is it of on or that the this to was with".split())


def create(connection: Connection) -> None:
    """Create the views and the index tables."""
    for index in INDEXES.values():
        _create(connection, index)


def _create(connection: Connection, index: Index) -> None:
    connection.exec_driver_sql(f"CREATE VIEW {index.view} AS {index.select}")
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {index.fts} USING fts5({index.column_list}, content='{index.view}',"
        " content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')"
    )


def remake(connection: Connection, kind: str) -> None:
    """Make one kind's index anew where its documents have another shape now; for migrations."""
    index = INDEXES[kind]
    connection.exec_driver_sql(f"DROP TABLE {index.fts}")
    connection.exec_driver_sql(f"DROP VIEW {index.view}")
    _create(connection, index)
    connection.exec_driver_sql(f"INSERT INTO {index.fts}({index.fts}) VALUES ('rebuild')")


def rebuild(connection: Connection) -> None:
    """Make the whole index anew from the live rows."""
    for index in INDEXES.values():
        connection.exec_driver_sql(f"INSERT INTO {index.fts}({index.fts}) VALUES ('rebuild')")


def faults(connection: Connection) -> list[str]:
    """Return the kinds whose index differs from their rows."""
    found = []
    for index in INDEXES.values():
        try:
            connection.exec_driver_sql(f"INSERT INTO {index.fts}({index.fts}, rank) VALUES ('integrity-check', 1)")
        except Exception as error:  # noqa: BLE001 - the driver's class differs by version; a fault is the answer
            found.append(f"search index of {index.kind}: {error}")
    return found


class IndexKeeper:
    """Keep the index right through one transaction: note documents before, write differences at the end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._before: dict[tuple[str, int], Document | None] = {}

    def note(self, table: str, *rows: dict[str, Any] | None) -> None:
        """Note the documents that a change of a row touches; called before the change is written."""
        if table not in _OWNERS:
            return
        kind, column = _OWNERS[table]
        for row in rows:
            if row is not None and (kind, row[column]) not in self._before:
                self._before[kind, row[column]] = self._document(kind, row[column])

    def note_joining(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        """Note the older documents that new rows of another table become part of."""
        if _OWNERS.get(table, (table, ""))[0] != table:
            self.note(table, *rows)

    def add_range(self, kind: str, first: int, last: int) -> None:
        """Put the documents of rows that were just inserted in bulk into the index."""
        if kind in INDEXES:
            index = INDEXES[kind]
            self._connection.execute(
                text(
                    f"INSERT INTO {index.fts}(rowid, {index.column_list}) SELECT id, {index.column_list}"
                    f" FROM {index.view} WHERE id BETWEEN :first AND :last"
                ),
                {"first": first, "last": last},
            )

    def write(self) -> None:
        """Bring the index to the rows' present state."""
        for (kind, number), old in self._before.items():
            new = self._document(kind, number)
            if old == new:
                continue
            index = INDEXES[kind]
            if old is not None:
                self._put(index, number, old, "delete")
            if new is not None:
                self._put(index, number, new)
        self._before.clear()

    def drop_batch(self, batch_id: int) -> None:
        """Take an import's documents out of the index; called before its rows go to the trash."""
        self._each_of_batch(batch_id, "INSERT INTO {fts}({fts}, rowid, {cols}) SELECT 'delete', id, {cols}")

    def add_batch(self, batch_id: int) -> None:
        """Put an import's documents into the index; called when its rows are there and live."""
        self._each_of_batch(batch_id, "INSERT INTO {fts}(rowid, {cols}) SELECT id, {cols}")

    def _each_of_batch(self, batch_id: int, insert: str) -> None:
        for index in INDEXES.values():
            statement = insert.format(fts=index.fts, cols=index.column_list)
            self._connection.execute(
                text(f"{statement} FROM {index.view} WHERE id IN (SELECT id FROM {index.kind} WHERE batch_id = :b)"),
                {"b": batch_id},
            )

    def _document(self, kind: str, number: int) -> Document | None:
        index = INDEXES[kind]
        row = self._connection.execute(
            text(f"SELECT {index.column_list} FROM {index.view} WHERE id = :id"), {"id": number}
        ).one_or_none()
        return None if row is None else tuple(row)

    def _put(self, index: Index, number: int, document: Document, command: str = "") -> None:
        names = [f"c{i}" for i in range(len(document))]
        head, value = (f"{index.fts}, ", f"'{command}', ") if command else ("", "")
        self._connection.execute(
            text(
                f"INSERT INTO {index.fts}({head}rowid, {index.column_list})"
                f" VALUES ({value}:id, {', '.join(':' + name for name in names)})"
            ),
            {"id": number} | dict(zip(names, document, strict=True)),
        )


def quote(words: str, *, every: bool = True, prefix: bool = False) -> str:
    """Return a user's words as an FTS5 query, each quoted, so that nothing in them is syntax.

    With `every`, all must be there; else any, without the commonest. With `prefix` the last may be a beginning.
    """
    found = _WORD.findall(words.replace("\0", " "))
    if not every:
        found = [word for word in found if word.casefold() not in _STOP] or found
    tokens = [f'"{word}"' for word in found]
    if tokens and prefix:
        tokens[-1] += "*"
    return " ".join(tokens) if every else " OR ".join(tokens)


def search(
    connection: Connection,
    words: str,
    kinds: Iterable[str],
    *,
    topic_id: int | None,
    limit: int,
    prefix: bool,
) -> list[Hit]:
    """Return the best matches, those with every word first; with none of these, those with any word."""
    wanted = [INDEXES[kind] for kind in kinds]
    for every in (True, False):
        query = quote(words, every=every, prefix=prefix)
        if not query:
            return []
        hits = sorted(
            (hit for index in wanted for hit in _ranked(connection, index, query, topic_id, limit)),
            key=lambda pair: (pair[0], pair[1].kind, pair[1].id),
        )
        if hits:
            return [hit for _, hit in hits[:limit]]
    return []


def _ranked(
    connection: Connection, index: Index, query: str, topic_id: int | None, limit: int
) -> Iterator[tuple[float, Hit]]:
    weights = ", ".join(str(weight) for weight in index.weights)
    body = len(index.columns) - 1
    snippet = f"snippet({index.fts}, {body}, char(2), char(3), '…', 12)"
    if "others" in index.columns:
        # What was found in another tag is shown; the first one alone would not say why the card is there.
        place = index.columns.index("others")
        matched = f"highlight({index.fts}, {place}, '[', ']') <> d.others"
        snippet = (
            f"CASE WHEN {matched} THEN snippet({index.fts}, {place}, char(2), char(3), '…', 12) ELSE {snippet} END"
        )
    rows = connection.execute(
        text(
            f"SELECT r.id, r.score, d.topic_id, d.title, {snippet} AS snippet"
            f" FROM (SELECT rowid AS id, bm25({index.fts}, {weights}) AS score FROM {index.fts}"
            f" WHERE {index.fts} MATCH :q {_NEWEST_MATCHES}) r"
            f" JOIN {index.fts} f ON f.rowid = r.id JOIN {index.view} d ON d.id = r.id"
            f" WHERE {index.fts} MATCH :q AND (:topic IS NULL OR d.topic_id IS NULL OR d.topic_id = :topic)"
            " ORDER BY r.score, r.id LIMIT :limit"
        ),
        {"q": query, "topic": topic_id, "limit": limit},
    )
    for number, score, topic, title, snippet in rows:
        yield score, Hit(index.kind, number, topic, title, " ".join(str(snippet).split()))


def matching(connection: Connection, words: str, kind: str, *, topic_id: int | None, limit: int) -> list[int]:
    """Return the numbers of the things that hold any of the words, best first; without titles and snippets."""
    index = INDEXES[kind]
    query = quote(words, every=False)
    if not query:
        return []
    weights = ", ".join(str(weight) for weight in index.weights)
    rows = connection.execute(
        text(
            f"SELECT r.id FROM (SELECT rowid AS id, bm25({index.fts}, {weights}) AS score FROM {index.fts}"
            f" WHERE {index.fts} MATCH :q {_NEWEST_MATCHES}) r"
            + ("" if topic_id is None else f" JOIN {index.view} d ON d.id = r.id AND d.topic_id = :topic")
            + " ORDER BY r.score, r.id LIMIT :limit"
        ),
        {"q": query, "limit": limit} | ({} if topic_id is None else {"topic": topic_id}),
    )
    return [int(number) for (number,) in rows]
