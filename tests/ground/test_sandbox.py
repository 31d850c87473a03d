import resource
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from debateprep import sandbox
from debateprep.errors import DebatePrepError
from debateprep.sandbox import SandboxCrash, SandboxError, SandboxMemory, SandboxRefused, SandboxTimeout

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limits tested here are POSIX ones")


class Spoken(DebatePrepError):
    pass


def test_the_answer_comes_back_as_json() -> None:
    assert sandbox.run("tests.ground.hostile:echo", "naïve 🙂".encode()) == {"length": 11, "text": "naïve 🙂"}


def test_a_large_payload_gets_through() -> None:
    assert sandbox.run("tests.ground.hostile:size", b"x" * 5_000_000) == 5_000_000


def test_a_payload_may_come_in_pieces_and_what_stops_them_is_said() -> None:
    assert sandbox.run("tests.ground.hostile:size", (b"x" * 1_000_000 for _ in range(30))) == 30_000_000

    def pieces() -> Iterator[bytes]:
        yield b"x"
        raise Spoken("The disk failed.")

    with pytest.raises(Spoken, match=r"^The disk failed\.$"):
        sandbox.run("tests.ground.hostile:size", pieces())


def test_what_a_library_prints_does_not_reach_the_answer() -> None:
    assert sandbox.run("tests.ground.hostile:noisy", b"") == "quiet"


def test_a_sentence_said_on_purpose_comes_back_as_the_callers_error() -> None:
    with pytest.raises(Spoken, match=r"^There is no text in it; paste it instead\.$"):
        sandbox.run("tests.ground.hostile:says", b"", says=Spoken)


def test_a_bug_is_a_crash_with_its_traceback_for_the_report() -> None:
    with pytest.raises(SandboxCrash) as caught:
        sandbox.run("tests.ground.hostile:breaks", b"")
    assert "a bug of ours" in caught.value.detail
    assert "bug" not in str(caught.value)


@pytest.mark.parametrize("target", ["dies", "aborts"])
def test_a_dead_child_is_a_crash(target: str) -> None:
    with pytest.raises(SandboxCrash):
        sandbox.run(f"tests.ground.hostile:{target}", b"")


@pytest.mark.parametrize(
    "target", ["connects", "resolves", "spawns", "forks", "shell", "execs", "native", "native_self"]
)
def test_nothing_outside_can_be_reached(target: str) -> None:
    with pytest.raises(SandboxRefused):
        sandbox.run(f"tests.ground.hostile:{target}", b"")


@pytest.mark.parametrize("target", ["reads", "writes", "opens_raw", "removes", "renames"])
def test_no_other_file_can_be_touched(target: str, tmp_path: Path) -> None:
    victim = tmp_path / "diary.txt"
    victim.write_text("private")
    with pytest.raises(SandboxRefused):
        sandbox.run(f"tests.ground.hostile:{target}", str(victim).encode())
    assert victim.read_text() == "private"


@pytest.mark.parametrize("path", ["/etc/passwd", "/proc/self/environ", "../../../../../../etc/passwd"])
def test_the_systems_files_cannot_be_read(path: str) -> None:
    with pytest.raises(SandboxRefused):
        sandbox.run("tests.ground.hostile:reads", path.encode())


def test_a_path_that_climbs_out_of_the_installation_is_refused() -> None:
    climbing = Path(sandbox.__file__).parent / ".." / ".." / "secret.txt"
    with pytest.raises(SandboxRefused):
        sandbox.run("tests.ground.hostile:reads", str(climbing).encode())


def test_code_folders_give_code_but_no_other_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "essay.txt").write_text("private")
    with pytest.raises(SandboxRefused):
        sandbox.run("tests.ground.hostile:reads", str(tmp_path / "essay.txt").encode())


def test_folders_cannot_be_listed(tmp_path: Path) -> None:
    with pytest.raises(SandboxRefused):
        sandbox.run("tests.ground.hostile:lists", str(tmp_path).encode())


def test_a_new_file_does_not_appear(tmp_path: Path) -> None:
    with pytest.raises(SandboxRefused):
        sandbox.run("tests.ground.hostile:writes", str(tmp_path / "new.txt").encode())
    assert list(tmp_path.iterdir()) == []


def test_the_environment_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "hush")
    assert "SECRET_TOKEN" not in sandbox.run("tests.ground.hostile:environment", b"")


def test_the_child_has_its_limits_and_its_own_session() -> None:
    assert sandbox.run("tests.ground.hostile:limits", b"", seconds=7, memory=512 << 20) == {
        "RLIMIT_AS": 512 << 20,
        "RLIMIT_CPU": 8,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
    }
    pid, session, group = sandbox.run("tests.ground.hostile:session", b"")
    assert pid == session == group


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def test_a_memory_bomb_ends_without_burdening_the_parent() -> None:
    before = _peak()
    with pytest.raises(SandboxMemory):
        sandbox.run("tests.ground.hostile:eats_memory", b"", memory=256 << 20)
    assert _peak() - before < 50 << 20


@pytest.mark.parametrize("target", ["eats_time", "sleeps", "ignores_term"])
def test_a_time_bomb_is_stopped(target: str) -> None:
    with pytest.raises(SandboxTimeout, match=r"longer than 0\.5 seconds"):
        sandbox.run(f"tests.ground.hostile:{target}", b"", seconds=0.5)


def test_a_flood_of_an_answer_is_cut_off() -> None:
    with pytest.raises(SandboxMemory):
        sandbox.run("tests.ground.hostile:floods", b"")


def test_threads_get_their_own_answers() -> None:
    answers: dict[int, object] = {}

    def work(number: int) -> None:
        try:
            answers[number] = sandbox.run("tests.ground.hostile:size", b"x" * number)
        except SandboxError as error:
            answers[number] = error

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: number for number in range(1, 7)}


def test_an_unknown_function_is_a_crash() -> None:
    with pytest.raises(SandboxCrash):
        sandbox.run("tests.ground.hostile:absent", b"")
