"""Broken files of every format: the parent goes on, in time, in little memory, and nothing else is opened.

A share runs always; `pytest -m soak tests/reading/test_fuzz.py -s` runs a thousand a format and prints figures.
"""

import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from debateprep import sandbox
from debateprep.domain.article import Article
from debateprep.errors import DebatePrepError
from debateprep.reading import child, read_file
from debateprep.sandbox import SandboxError, SandboxRefused
from tests.reading import pages
from tests.reading.papers import BODY, docx, epub, para, pdf, rtf, wrapped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory is measured through POSIX resource usage")

SHARE, WHOLE = 15, 1_000
SECONDS, GROWTH = 20.5, 50 << 20
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


class Watch:
    """What the parent opens while it is watched; an audit hook cannot be taken back, so it is switched."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.on and event == "open" and isinstance(arguments[0], (str, bytes)):
            self.seen.append(str(arguments[0]))
        elif self.on and event.startswith("socket."):
            self.seen.append(event)


WATCH = Watch()


@pytest.fixture
def watch() -> Iterator[Watch]:
    WATCH.seen.clear()
    WATCH.on = True
    yield WATCH
    WATCH.on = False


def peak() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def outcome(path: Path) -> str:
    """Read a file and say what came of it; anything but an article or a sentence of ours fails the test."""
    try:
        article = read_file(path)
    except DebatePrepError as error:
        return said(error)
    check(article)
    return "read"


def said(error: DebatePrepError) -> str:
    sentence = str(error)
    assert not isinstance(error.__cause__, SandboxRefused), sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return "stopped in a sentence" if isinstance(error.__cause__, SandboxError) else "refused in a sentence"


def check(article: Article) -> None:
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(article.text)
        assert block.page is None or block.page >= 1
        last = block.end
    assert article.paragraphs
    article.text.encode()


def batter(name: str, numbers: range, tmp_path: Path, watch: Watch) -> str:
    """Read broken files and return the figures in a line."""
    path = tmp_path / f"wounded.{name}"
    path.write_bytes(SEEDS[name])
    assert outcome(path) == "read"
    before, slowest, counts = peak(), 0.0, Counter[str]()
    for number in numbers:
        path.write_bytes(wounded(name, number))
        watch.seen.clear()
        started = time.monotonic()
        counts[outcome(path)] += 1
        slowest = max(slowest, time.monotonic() - started)
        outside = [place for place in watch.seen if place not in (str(path), "/dev/null")]
        assert not outside, (number, outside)
    grown = peak() - before
    assert slowest < SECONDS
    assert grown < GROWTH
    return f"{name}: {len(numbers)} files, {dict(counts)}, slowest {slowest:.1f} s, parent grew {grown >> 20} MB"


@pytest.mark.parametrize("name", SEEDS)
def test_a_share_of_broken_files(name: str, tmp_path: Path, watch: Watch) -> None:
    print(batter(name, range(SHARE), tmp_path, watch))


@pytest.mark.soak
@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("name", SEEDS)
def test_a_thousand_broken_files(name: str, tmp_path: Path, watch: Watch) -> None:
    print(batter(name, range(WHOLE), tmp_path, watch))


@pytest.mark.parametrize("name", SEEDS)
def test_a_reader_opens_code_and_nothing_else(name: str) -> None:
    payload = b'{"name": "a.%s", "form": "file"}\n' % name.encode()
    seen: list[list[str]] = sandbox.run("tests.reading.witness:read", payload + SEEDS[name])
    rooms = ("debateprep", "site-packages", "dist-packages", "python3")
    assert seen[-1] == ["open", str(Path(child.__file__))]
    for event, what in seen:
        assert event in ("open", "os.listdir", "os.scandir"), (event, what)
        assert any(room in what for room in rooms) or what in sys.path, what


def bombs() -> dict[str, Callable[[], bytes]]:
    nested = "<w:p>" * 60_000
    return {
        "deep.docx": lambda: docx([nested + "</w:p>" * 60_000]),
        "long.docx": lambda: docx([para("x " * 2_600_000)]),
        "wide.epub": lambda: epub({"OEBPS/text/one.xhtml": "<html><body>" + "<p>x</p>" * 400_000 + "</body></html>"}),
        "groups.rtf": lambda: b"{\\rtf1 " + b"{\\b x}" * 700_000 + b"}",
        "rows.pdf": lambda: pdf([[(50, 700 - number % 600, "x " * 60) for number in range(4_000)]]),
        "loop.pdf": lambda: SEEDS["pdf"].replace(b"/Kids [", b"/Kids [ 1 0 R 2 0 R 3 0 R 4 0 R 5 0 R 6 0 R "),
    }


@pytest.mark.parametrize("name", bombs())
def test_a_bomb_ends_in_time_and_burdens_nobody(name: str, tmp_path: Path, watch: Watch) -> None:
    path = tmp_path / name
    path.write_bytes(bombs()[name]())
    before, started = peak(), time.monotonic()
    print(name, outcome(path))
    assert time.monotonic() - started < SECONDS
    assert peak() - before < GROWTH
