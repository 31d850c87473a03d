"""Open a SQLite file through SQLAlchemy with the settings that the promises rest on."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

APPLICATION_ID = 0x44505245
"""The four letters DPRE in the file's header say whose file it is."""

# FULL: an edit that was reported saved survives power loss, not only a kill.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)
READ_ONLY_PRAGMAS = PRAGMAS[2:]


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the file with the standard library alone, for checks before SQLAlchemy is worth loading.

    Read only, the file is opened as immutable when its folder cannot be written, as a WAL file otherwise
    cannot be opened there at all.
    """
    if not read_only:
        return sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False
        )
    return connection


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine on the file; transactions only read, unless the engine has the option `immediate`.

    Readers then never wait for the writer, and a writer takes its lock at once instead of half-way.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        creator=lambda: connect(path, read_only=read_only),
        poolclass=NullPool,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        # SQLAlchemy's own BEGIN below replaces the driver's late one, so that DDL is inside it too.
        connection.isolation_level = None
        for pragma in READ_ONLY_PRAGMAS if read_only else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    return engine.execution_options(immediate=True)
