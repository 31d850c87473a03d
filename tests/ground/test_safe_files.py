import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debateprep import safe_files
from debateprep.safe_files import FileError, read_bounded, whole_file, write_whole


def only(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_holds_all_of_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "brief.pdf", b"\x00\r\n" * 10_000)
    assert (tmp_path / "brief.pdf").read_bytes() == b"\x00\r\n" * 10_000
    assert only(tmp_path) == ["brief.pdf"]


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_file_takes_the_users_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_whole(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_the_handle_names_a_file_in_the_same_folder_that_others_may_write(tmp_path: Path) -> None:
    with whole_file(tmp_path / "out.pdf") as handle:
        assert Path(handle.name).parent == tmp_path
        Path(handle.name).write_bytes(b"written by path")
    assert (tmp_path / "out.pdf").read_bytes() == b"written by path"


def test_a_failure_inside_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), whole_file(path) as handle:  # noqa: PT012
        handle.write(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"
    assert only(tmp_path) == ["brief.pdf"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full, so “brief.pdf” was not saved"),
        (errno.EFBIG, "The disk is full"),
        (errno.EACCES, "Nothing may be written in the folder"),
        (errno.EROFS, "Nothing may be written in the folder"),
        (errno.EBUSY, "“brief.pdf” is in use by another program"),
        (errno.EIO, "“brief.pdf” was not saved"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_the_disk_refuses_is_said_and_the_old_file_stays(
    code: int, words: str, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*((os, "fsync", refuse) if step == "fsync" else (Path, "replace", refuse)))
    with pytest.raises(FileError) as caught:
        write_whole(path, b"new")
    assert words in str(caught.value)
    assert str(caught.value).endswith(".")
    assert path.read_bytes() == b"old"
    assert only(tmp_path) == ["brief.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_disk_that_fills_while_writing_is_said(tmp_path: Path) -> None:
    import resource
    import signal

    path = tmp_path / "brief.pdf"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(FileError, match="disk is full"):
            write_whole(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"old"
    assert only(tmp_path) == ["brief.pdf"]


def test_an_error_of_other_work_inside_is_not_renamed(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "out.pdf"):
        (tmp_path / "absent.ttf").read_bytes()
    assert only(tmp_path) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="does not exist; create it"):
        write_whole(tmp_path / "absent" / "brief.pdf", b"x")


def test_a_folder_as_target_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        write_whole(tmp_path, b"x")


@pytest.mark.usefixtures("permissions")
def test_a_read_only_folder_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        for name in ("brief.pdf", "new.pdf"):
            with pytest.raises(FileError, match="Nothing may be written"):
                write_whole(tmp_path / name, b"x")
    finally:
        tmp_path.chmod(0o700)
    assert (tmp_path / "brief.pdf").read_bytes() == b"old"
    assert only(tmp_path) == ["brief.pdf"]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    try:
        (tmp_path / "link").symlink_to(tmp_path / "real")
    except OSError:
        pytest.skip("links are not allowed here")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_very_long_name_still_has_room_for_the_new_file(tmp_path: Path) -> None:
    write_whole(tmp_path / ("n" * 250), b"x")
    assert only(tmp_path) == ["n" * 250]


@given(st.binary(min_size=1, max_size=300))
def test_what_is_written_is_read(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        write_whole(Path(folder) / "f", data)
        assert read_bounded(Path(folder) / "f") == data


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("absent.txt", "There is no file"),
        ("folder", "is a folder"),
        ("empty.txt", "is empty"),
        ("big.txt", "larger than 9 bytes"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "big.txt").write_bytes(b"0123456789")
    with pytest.raises(FileError, match=words):
        read_bounded(tmp_path / name, limit=9)


def test_a_file_just_as_large_as_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "fits").write_bytes(b"012345678")
    assert read_bounded(tmp_path / "fits", limit=9) == b"012345678"


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        handle.truncate(1 << 30)
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda *args: opened.append(args))
    began = time.perf_counter()
    with pytest.raises(FileError, match="larger than 50 MB"):
        read_bounded(path)
    assert opened == []
    assert time.perf_counter() - began < 0.2


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX ones")
def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(FileError, match="not a file"):
            read_bounded(path)


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX ones")
def test_a_file_without_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.txt"
    path.write_bytes(b"x")

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FileError, match=r"not allowed to read “mine\.txt”"):
        read_bounded(path)


def test_a_name_that_no_system_takes_is_said() -> None:
    with pytest.raises(FileError, match="There is no file"):
        read_bounded(Path("a\0b"))


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"0123456789")
    monkeypatch.setattr(safe_files, "_check", lambda *_: None)
    with pytest.raises(FileError, match="larger"):
        read_bounded(path, limit=5)


def test_a_name_as_long_as_the_system_takes_is_written_in_any_script(tmp_path: Path) -> None:
    name = "城" * 80 + ".pdf"
    write_whole(tmp_path / name, b"new")
    assert only(tmp_path) == [name]


@given(st.text(), st.integers(0, 300))
def test_words_are_cut_to_bytes_between_letters(words: str, most: int) -> None:
    cut = safe_files.cut(words, most)
    assert words.startswith(cut)
    assert len(cut.encode()) <= most
    assert cut == words or len(words[: len(cut) + 1].encode()) > most
