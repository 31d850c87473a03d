"""The room's door: a file or pasted text in, an Article out; what comes back from the sandbox is checked."""

import json
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from debateprep import sandbox
from debateprep.domain.article import Article, Block, Name, PartialDate
from debateprep.domain.terms import BlockKind
from debateprep.reading.draft import Draft
from debateprep.reading.errors import ReadingError
from debateprep.safe_files import read_pieces

_CHILD = "debateprep.reading.child:read"
_PASTED = "the pasted text"


def read_file(path: Path) -> Article:
    """Read one file as an article; raise ReadingError or FileError with a sentence when it cannot be one.

    The text keeps the file's words; only line ends become LF and a byte order mark goes. Nothing is fetched.
    """
    pieces = read_pieces(path)
    # The first is fetched here: for a file that cannot be read no child is started.
    return _read({"name": path.name, "form": "file"}, chain((next(pieces),), pieces))


def read_text(text: str, *, markdown: bool = False) -> Article:
    """Read pasted text as an article; raise ReadingError when there is nothing to read.

    Half surrogate pairs, which no file can hold, become U+FFFD.
    """
    data = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
    return _read({"name": "", "form": "markdown" if markdown else "text"}, (data,))


def _read(header: dict[str, str], pieces: Iterable[bytes]) -> Article:
    named = f"“{header['name']}”" if header["name"] else _PASTED
    try:
        answer = sandbox.run(_CHILD, chain((json.dumps(header).encode() + b"\n",), pieces), says=ReadingError)
    except sandbox.SandboxTimeout as error:
        raise ReadingError(_took(named, "took too long to read")) from error
    except sandbox.SandboxMemory as error:
        raise ReadingError(_took(named, "needs too much memory to read")) from error
    except sandbox.SandboxError as error:
        raise ReadingError(_took(named, "could not be read, perhaps because it is damaged")) from error
    return rebuild(answer)


def _took(named: str, what: str) -> str:
    return f"{named[0].upper()}{named[1:]} {what}; copy the article's words and paste them instead."


def _page(number: Any) -> int | None:
    if not isinstance(number, int) or number < 0:
        raise TypeError("a page is a count")
    return number or None


def rebuild(answer: Any) -> Article:
    """Return the Article that a child's answer describes; raise ReadingError when it contradicts itself."""
    try:
        draft = Draft(**answer)
        issued = PartialDate(*draft.issued) if draft.issued else None
        pages = draft.pages or [0] * len(draft.blocks)
        blocks = tuple(
            Block(BlockKind(kind), start, end, page=_page(page))
            for (kind, start, end), page in zip(draft.blocks, pages, strict=True)
        )
        authors = tuple(Name(**name) for name in draft.authors)
    except (TypeError, ValueError) as error:
        raise ReadingError("What was read does not hold together; paste the article's words instead.") from error
    last = 0
    for block in blocks:
        if not last <= block.start < block.end <= len(draft.text):
            raise ReadingError("What was read does not hold together; paste the article's words instead.")
        last = block.end
    return Article(
        text=draft.text,
        blocks=blocks,
        title=draft.title,
        authors=authors,
        qualifications=draft.qualifications,
        publication=draft.publication,
        issued=issued,
        url=draft.url,
        language=draft.language,
        found=tuple((str(field), str(where)) for field, where in draft.found),
        warnings=tuple(draft.warnings),
    )
