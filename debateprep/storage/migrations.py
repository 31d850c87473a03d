"""The schema's versions: numbered steps, each one transaction, on a library that was backed up first."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from debateprep.storage import backup, search, tables
from debateprep.storage.engine import APPLICATION_ID, connect, writing
from debateprep.storage.errors import LibraryDamaged, LibraryNewer

Migration = Callable[[Connection], None]


def _details_of_sources(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE source ADD COLUMN details TEXT DEFAULT '' NOT NULL")


def _other_tags_of_cards(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE card_body ADD COLUMN other_tags TEXT DEFAULT '' NOT NULL")


def _links_of_positions(connection: Connection) -> None:
    tables.position_link.create(connection)


def _clash(connection: Connection) -> None:
    for table, column in (
        ("topic", "archived BOOLEAN DEFAULT '0' NOT NULL"),
        ("topic", "evidence_since INTEGER DEFAULT '0' NOT NULL"),
        # What was there before counts as its writer's draft.
        ("argument", "status TEXT DEFAULT '' NOT NULL"),
        ("argument", "strength INTEGER DEFAULT '0' NOT NULL"),
        ("answer", "grouped_as TEXT DEFAULT '' NOT NULL"),
        ("item", "frozen TEXT"),
    ):
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column}")
    connection.exec_driver_sql("UPDATE argument SET status = 'draft'")
    for made in (
        tables.question,
        tables.line,
        tables.round_,
        tables.heard,
        tables.saved_filter,
        tables.own_format,
    ):
        made.create(connection)
    search.remake(connection, "argument")


def _other_tags_in_search(connection: Connection) -> None:
    search.remake(connection, "card")


MIGRATIONS: tuple[Migration, ...] = (
    _details_of_sources,
    _other_tags_of_cards,
    _links_of_positions,
    _clash,
    _other_tags_in_search,
)
"""Step n brings a library of version n + 1 to version n + 2; a fresh library is made at the last version."""

NEW = 0


def version_of(path: Path) -> int:
    """Return a file's schema version, NEW for an absent or empty file.

    Cheap: no SQLAlchemy. Raise LibraryDamaged for a file that is no library of ours.
    """
    if not path.exists() or path.stat().st_size == 0:
        return NEW
    try:
        with closing(connect(path, read_only=True)) as connection:
            (ours,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (names,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise LibraryDamaged(
            f"The file {path} is not a DebatePrep library or is damaged; choose another, or run `debateprep restore`."
        ) from error
    if not names and not version:
        return NEW
    if ours != APPLICATION_ID:
        raise LibraryDamaged(
            f"The file {path} is another program's database, not a DebatePrep library; choose another."
        )
    return int(version)


def bring_up(engine: Engine, path: Path, version: int, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make a new library, or migrate an old one after a backup; raise LibraryNewer for one from the future."""
    current = len(migrations) + 1
    if version > current:
        raise LibraryNewer(
            f"The library {path} was written by a newer DebatePrep; install that version, it was left as it is."
        )
    if version == NEW:
        with writing(engine).begin() as connection:
            _create(connection, current)
    elif version < current:
        backup.make(path, "migration")
        for number, step in enumerate(migrations[version - 1 :], version + 1):
            with writing(engine).begin() as connection:
                step(connection)
                # Images of the old shape can't be put back into the new one; the trash stays.
                connection.execute(tables.step.delete())
                connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _create(connection: Connection, version: int) -> None:
    tables.metadata.create_all(connection)
    search.create(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")
