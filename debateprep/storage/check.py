"""Is the library sound, and does it say the same as before: integrity checks and the content hash."""

import hashlib
import json

from sqlalchemy import Connection, Table, select

from debateprep.storage import search, tables
from debateprep.storage.tables import BOOKKEEPING


def faults(connection: Connection) -> list[str]:
    """Return every fault found in pages, references and search index, each in a line; none means sound."""
    found = [f"file: {line}" for (line,) in connection.exec_driver_sql("PRAGMA integrity_check") if line != "ok"]
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.append(f"reference: row {row} of {table} points to a missing {parent}")
    return found + search.faults(connection)


def content_hash(connection: Connection) -> str:
    """Return a SHA-256 of what the live rows say, by uid: the same for the same content in any library."""
    uids = {
        table.name: {row.id: row.uid for row in connection.execute(select(table.c.id, table.c.uid))}
        for table in tables.USER_TABLES
        if "uid" in table.c
    }
    digest = hashlib.sha256()
    for table in sorted(tables.USER_TABLES, key=lambda each: each.name):
        for line in sorted(_lines(connection, table, uids)):
            digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _lines(connection: Connection, table: Table, uids: dict[str, dict[int, str]]) -> list[str]:
    owner = table if "uid" in table.c else tables.card
    query = select(table) if owner is table else select(table).join(owner, owner.c.id == table.c.id)
    references = {
        column.name: next(iter(column.foreign_keys)).column.table.name
        for column in table.c
        if column.foreign_keys and column.name != "id"
    }
    lines = []
    for row in connection.execute(query.where(owner.c.deleted_at.is_(None))).mappings():
        said = {
            name: uids[references[name]].get(value) if name in references and value is not None else value
            for name, value in row.items()
            if name not in BOOKKEEPING
        }
        if "target_id" in said and table.name == "label_link":
            said["target_id"] = uids.get(row["kind"], {}).get(row["target_id"])
        lines.append(json.dumps([table.name, uids[owner.name][row["id"]], said], sort_keys=True))
    return lines
