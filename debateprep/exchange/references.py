"""The room's door for references: a file is told by its name or its first signs, and read in the sandbox."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from debateprep import sandbox
from debateprep.domain.citation_reference import Reference
from debateprep.exchange import bibtex, csl, ris
from debateprep.exchange.errors import ExchangeError
from debateprep.exchange.parsed import Parsed
from debateprep.safe_files import read_bounded

LARGEST = 5 * 1024 * 1024
"""How many bytes a file of references may have."""
_CHILD = "debateprep.exchange.child:read"


class Format(StrEnum):
    """The formats of references, by the ending of their files."""

    CSL = "json"
    BIBTEX = "bib"
    RIS = "ris"

    @property
    def label(self) -> str:
        """Return the name shown to people."""
        return {"json": "CSL-JSON", "bib": "BibTeX", "ris": "RIS"}[self.value]


_ENDINGS = {
    ".json": Format.CSL,
    ".csl": Format.CSL,
    ".bib": Format.BIBTEX,
    ".bibtex": Format.BIBTEX,
    ".ris": Format.RIS,
}
_WRITE = {Format.CSL: csl.write, Format.BIBTEX: bibtex.write, Format.RIS: ris.write}


def format_of(path: Path) -> Format:
    """Return the format that a file's name says; raise ExchangeError for a name that says none."""
    found = _ENDINGS.get(path.suffix.casefold())
    if found is None:
        raise ExchangeError(f"The name “{path.name}” tells no format; end it with .bib, .ris or .json.")
    return found


def read_file(path: Path) -> Parsed:
    """Read a file of references; raise ExchangeError or FileError with a sentence when it cannot be read."""
    data = read_bounded(path, LARGEST)
    header = {"name": path.name, "format": _ENDINGS.get(path.suffix.casefold(), "")}
    try:
        answer = sandbox.run(_CHILD, json.dumps(header).encode() + b"\n" + data, says=ExchangeError)
    except sandbox.SandboxTimeout as error:
        raise ExchangeError(f"“{path.name}” took too long to read; split it into smaller files.") from error
    except sandbox.SandboxMemory as error:
        raise ExchangeError(f"“{path.name}” needs too much memory to read; split it into smaller files.") from error
    except sandbox.SandboxError as error:
        raise ExchangeError(f"“{path.name}” could not be read; export it from the other tool again.") from error
    return _rebuilt(answer)


def _rebuilt(answer: Any) -> Parsed:
    """Return what a child's answer holds; only values that the format allows come through."""
    try:
        items, problems = answer["items"], answer["problems"]
        return Parsed(tuple(csl.of_item(item) for item in items), tuple(str(each) for each in problems))
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise ExchangeError("What was read does not hold together; export the file again.") from error


def write(references: Sequence[Reference], form: Format) -> bytes:
    """Return references as a file of the format, in UTF-8."""
    return _WRITE[form](references).encode("utf-8", "replace")
