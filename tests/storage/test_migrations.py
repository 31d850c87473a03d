"""Old libraries are brought up step by step, whole, after a backup."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from debateprep.domain.model import Source, Topic
from debateprep.storage import backup, migrations
from debateprep.storage.engine import open_engine
from debateprep.storage.errors import LibraryNewer
from debateprep.storage.library import Library


def old_library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Library(path) as library, library.edit("one") as edit:
        edit.add(Topic(resolution="kept"))
    return path


def add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE topic ADD COLUMN mood TEXT NOT NULL DEFAULT ''")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE topic ADD COLUMN never TEXT")
    raise RuntimeError("power cut")


def schema(path: Path) -> tuple[int, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return version, [name for _, name, *_ in connection.execute("PRAGMA table_info(topic)")]


def test_a_step_runs_once_after_a_backup_and_ends_the_history_only(tmp_path: Path) -> None:
    path = old_library(tmp_path)
    engine = open_engine(path)
    migrations.bring_up(engine, path, 1, (add_column,))
    version, columns = schema(path)
    assert (version, columns.count("mood")) == (2, 1)
    assert "migration" in {each.why for each in backup.listed(path)}
    migrations.bring_up(engine, path, 2, (add_column,))
    assert schema(path) == (version, columns)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM step").fetchone() == (0,)
        assert connection.execute("SELECT resolution FROM topic").fetchall() == [("kept",)]


def test_a_step_that_fails_leaves_the_old_library(tmp_path: Path) -> None:
    path = old_library(tmp_path)
    before = schema(path)
    with pytest.raises(RuntimeError, match="power cut"):
        migrations.bring_up(open_engine(path), path, 1, (fail,))
    assert schema(path) == before
    with Library(path) as library:
        assert library.faults() == []


def test_versions_are_told_apart_without_opening(tmp_path: Path) -> None:
    path = old_library(tmp_path)
    assert migrations.version_of(path) == len(migrations.MIGRATIONS) + 1
    assert migrations.version_of(tmp_path / "none.db") == migrations.NEW
    with pytest.raises(LibraryNewer):
        migrations.bring_up(open_engine(path), path, 99)


RELEASED = sorted(Path(__file__).with_name("files").glob("schema-*.db.gz"))


def shape(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
        # A migrated table differs from a fresh one in blank space only.
        return [(name, " ".join(sql.split())) for name, sql in rows.fetchall() if sql]


def test_every_version_has_its_file() -> None:
    assert [int(path.name.split(".")[0].split("-")[1]) for path in RELEASED] == [
        number + 1 for number in range(len(migrations.MIGRATIONS) + 1)
    ]


@pytest.mark.parametrize("packed", RELEASED, ids=lambda path: path.name)
def test_a_library_of_every_released_schema_opens_whole(tmp_path: Path, packed: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    with Library(path) as library:
        assert library.faults() == []
        with library.read() as reader:
            assert [topic.name for topic in reader.all(Topic)] == ["Tea"]
            assert {hit.kind for hit in reader.search("tea keeps")} >= {"argument", "card", "source"}
        before = library.content_hash()
    with Library(path) as library:
        assert library.content_hash() == before
    Library(tmp_path / "fresh.db").close()
    assert shape(path) == shape(tmp_path / "fresh.db")


def test_an_older_library_is_brought_up_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(RELEASED[0].read_bytes()))
    with Library(path, write=False) as library, library.read() as reader:
        assert [source.details for source in reader.all(Source)] == [()]
    assert migrations.version_of(path) == len(migrations.MIGRATIONS) + 1
