"""Broken files of every format: the parent goes on, in time, in little memory, and nothing else is opened.

A share runs always; `pytest -m soak tests/reading/test_fuzz.py -s` runs a thousand a format and prints figures.
"""

import io
import random
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from debateprep import sandbox
from debateprep.reading import child
from tests.reading import pages
from tests.reading.papers import BODY, docx, epub, para, pdf, rtf, wrapped
from tests.reading.watching import GROWTH, peak, watched

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory is measured through POSIX resource usage")

SHARE, WHOLE = 15, 1_000
CORE = "<dc:title>A tram</dc:title><dc:creator>Jane Doe</dc:creator>"
LINES = wrapped(" ".join(BODY * 3), 240)
ROWS = [(50 + 260 * (place % 2), 750 - 14 * (place // 2), line) for place, line in enumerate(LINES)]
SEEDS: dict[str, bytes] = {
    "txt": "\n\n".join(("A tram for us", "By Jane Doe", *BODY)).encode(),
    "md": "\n\n".join(("# A tram for us", "*By Jane Doe*", *BODY, "> a quotation", "- a list")).encode(),
    "html": pages.NEWS.encode(),
    "docx": docx([para("A tram for us", "Title"), para("By Jane Doe"), *map(para, BODY)], core=CORE),
    "pdf": pdf([ROWS, ROWS], info={"Title": "A tram for us", "Author": "Jane Doe"}),
    "epub": epub(),
    "rtf": rtf("A tram for us", "By Jane Doe", *BODY, head="{\\info{\\title A tram for us}{\\author Jane Doe}}"),
}
SPITE = (
    b"\0" * 40,
    b"\xff\xfe",
    b"<!ENTITY a SYSTEM 'file:///etc/passwd'>",
    b"{" * 500,
    b"<div>" * 900,
    b"\\bin99999999 ",
    b"\\u-99999999999 ",
    b"<< /Length 99999999999 >>",
    b"/Parent 1 0 R /Kids [1 0 R]",
    b"PK\x03\x04",
    b"&a;" * 90,
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one to eight wounds of different kinds."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        _wound(made, chance)
    return bytes(made)


def _wound(made: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(made) or 1)
    length = chance.choice((1, 1, 2, 8, 64, 700))
    kind = chance.randrange(7)
    if kind == 0:
        made[place : place + length] = chance.randbytes(len(made[place : place + length]))
    elif kind == 1:
        del made[place : place + length]
    elif kind == 2:
        made[place:place] = made[chance.randrange(len(made) or 1) :][:length] * chance.choice((1, 1, 50))
    elif kind == 3:
        made[place:place] = chance.choice(SPITE)
    elif kind == 4 and made:
        made[place % len(made)] ^= 1 << chance.randrange(8)
    elif kind == 5:
        number = chance.choice((b"0", b"-1", b"4294967295", b"99999999999999999999"))
        digits = [spot for spot in range(len(made)) if 48 <= made[spot] <= 57]
        if digits:
            spot = chance.choice(digits)
            made[spot : spot + 1] = number
    elif chance.random() < 0.3:
        del made[place:]


def wounded(name: str, number: int) -> bytes:
    """Return a broken file; of packed formats, half are broken inside of one entry, whose packing stays sound."""
    chance = random.Random(f"{name} {number}")
    data = SEEDS[name]
    if name in ("docx", "epub") and number % 2:
        return _inside(data, chance)
    return mutated(data, chance)


def _inside(data: bytes, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        victim = chance.choice(names[1:])
        for name in names:
            words = old.read(name)
            new.writestr(name, mutated(words, chance) if name == victim else words)
    return buffer.getvalue()


def batter(name: str, numbers: range, tmp_path: Path) -> str:
    """Read broken files and return the figures in a line."""
    path = tmp_path / f"wounded.{name}"
    path.write_bytes(SEEDS[name])
    assert watched(path).outcome == "read"
    before, slowest, counts = peak(), 0.0, Counter[str]()
    for number in numbers:
        path.write_bytes(wounded(name, number))
        seen = watched(path)
        counts[seen.outcome] += 1
        slowest = max(slowest, seen.seconds)
    grown = peak() - before
    assert grown < GROWTH
    return f"{name}: {len(numbers)} files, {dict(counts)}, slowest {slowest:.1f} s, parent grew {grown >> 20} MB"


@pytest.mark.parametrize("name", SEEDS)
def test_a_share_of_broken_files(name: str, tmp_path: Path) -> None:
    print(batter(name, range(SHARE), tmp_path))


@pytest.mark.soak
@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("name", SEEDS)
def test_a_thousand_broken_files(name: str, tmp_path: Path) -> None:
    print(batter(name, range(WHOLE), tmp_path))


@pytest.mark.parametrize("name", SEEDS)
def test_a_reader_opens_code_and_nothing_else(name: str) -> None:
    payload = b'{"name": "a.%s", "form": "file"}\n' % name.encode()
    seen: list[list[str]] = sandbox.run("tests.reading.witness:read", payload + SEEDS[name])
    rooms = ("debateprep", "site-packages", "dist-packages", "python3")
    assert seen[-1] == ["open", str(Path(child.__file__))]
    for event, what in seen:
        assert event in ("open", "os.listdir", "os.scandir"), (event, what)
        assert any(room in what for room in rooms) or what in sys.path, what
