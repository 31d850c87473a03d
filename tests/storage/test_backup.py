"""Backups are whole, thinned, outside the library's folder, and bring everything back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from debateprep import paths
from debateprep.domain.model import Topic
from debateprep.services import history
from debateprep.services.errors import ServiceError
from debateprep.storage import backup
from debateprep.storage.backup import Backup
from debateprep.storage.errors import LibraryBusy, LibraryDamaged
from debateprep.storage.library import Library


def fill(library: Library, words: str) -> None:
    with library.edit(words) as edit:
        edit.add(Topic(resolution=words))


def test_a_backup_is_made_by_opening_and_lies_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        assert [each.why for each in backup.listed(path)] == ["edit"]
        fill(library, "one")
        library.back_up()
    assert "asked" in {each.why for each in backup.listed(path)}
    assert path.parent not in paths.backups(path).parents


def test_restoring_brings_back_what_was_and_keeps_what_is(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        fill(library, "one")
        then = library.content_hash()
        made = library.back_up()
        fill(library, "two")
        now = library.content_hash()
    used, kept = history.restore(path, made.path)
    assert used == made.path
    with Library(path) as library:
        assert library.content_hash() == then
        assert library.faults() == []
    assert kept is not None
    history.restore(path, kept)
    with Library(path) as library:
        assert library.content_hash() == now


def test_a_damaged_library_is_set_aside_and_the_backup_put_in_place(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        fill(library, "one")
        then = library.content_hash()
        library.back_up()
    path.write_bytes(b"\0" * 5000)
    with pytest.raises(LibraryDamaged, match="restore"):
        Library(path)
    _, kept = history.restore(path)
    assert kept is not None
    assert kept.read_bytes() == b"\0" * 5000
    with Library(path) as library:
        assert library.content_hash() == then


def test_an_open_library_is_not_restored_under_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        library.back_up()
        with pytest.raises(LibraryBusy):
            history.restore(path)


def test_a_wrong_file_is_refused_as_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        fill(library, "one")
        before = library.content_hash()
    wrong = tmp_path / "wrong.db"
    wrong.write_text("no library")
    with pytest.raises(LibraryDamaged, match="not a whole"):
        history.restore(path, wrong)
    with Library(path) as library:
        assert library.content_hash() == before


def test_without_a_backup_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match="no backup"):
        history.restore(tmp_path / "none.db")


def test_thinning_keeps_hours_days_weeks_and_months() -> None:
    start = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    every = [Backup(Path(f"{n}.db"), start - timedelta(minutes=30 * n), "edit") for n in range(48 * 500)]
    gone = {each.path for each in backup.thinned(every)}
    kept = [each for each in every if each.path not in gone]
    assert len({each.at.strftime("%Y%m%d%H") for each in kept[:24]}) == 24
    assert len({each.at.date() for each in kept}) >= 7 + 3 + 9
    assert len(kept) <= 24 + 7 + 4 + 12
    assert kept[-1].at < start - timedelta(days=300)
    assert backup.thinned(kept) == []


def test_a_backup_that_was_asked_for_is_not_thinned_by_the_next() -> None:
    at = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    every = [Backup(Path(f"{n}.db"), at - timedelta(minutes=n), why) for n, why in enumerate(("edit", "asked", "edit"))]
    assert [each.path for each in backup.thinned(every)] == [Path("2.db")]
