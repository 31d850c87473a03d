"""Every bomb ends in an article or one sentence, in time, in little memory, and nothing else is opened.

The slow ones run with `pytest -m soak tests/reading/test_bombs.py -s`, which prints the figures of each.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from debateprep.errors import DebatePrepError
from debateprep.reading import read_file
from tests.reading.bombs import FAST, SLOW
from tests.reading.papers import BODY
from tests.reading.watching import watched

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory is measured through POSIX resource usage")


def burst(name: str, made: Callable[[], bytes], folder: Path) -> str:
    """Read a bomb and return what came of it."""
    path = folder / name
    path.write_bytes(made())
    seen = watched(path)
    print(f"{name}: {seen.outcome} in {seen.seconds:.1f} s, parent grew {seen.grown >> 20} MB")
    return seen.outcome


@pytest.mark.parametrize("name", FAST)
def test_a_bomb_ends_in_time_and_burdens_nobody(name: str, tmp_path: Path) -> None:
    burst(name, FAST[name], tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("name", SLOW)
def test_a_slow_bomb_too(name: str, tmp_path: Path) -> None:
    burst(name, SLOW[name], tmp_path)


@pytest.mark.parametrize("name", ["laughs on a page.epub", "an outside file.epub", "included.docx", "loads.html"])
def test_what_a_file_asks_for_from_outside_is_not_in_its_text(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FAST[name]())
    text = read_file(tmp_path / name).text
    assert "root:" not in text
    assert "ha ha" not in text


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_link_that_leads_to_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "one.txt").symlink_to(tmp_path / "two.txt")
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    with pytest.raises(DebatePrepError, match=r"“one\.txt”"):
        read_file(tmp_path / "one.txt")


@pytest.mark.parametrize("name", ["..", ".", "a\nb.txt", "“quoted”.txt", "-rf.txt", "a" * 200 + ".txt", "%s{0}.txt"])
def test_the_name_of_a_file_is_only_a_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name in (".", ".."):
        with pytest.raises(DebatePrepError, match="is a folder"):
            read_file(path)
        return
    path.write_text("\n\n".join(BODY), encoding="utf-8")
    assert len(read_file(path).paragraphs) == 3
