"""What runs inside the sandbox: the bytes of a file of references in, CSL items out."""

import codecs
import json
from typing import Any

from debateprep.exchange import bibtex, csl, ris
from debateprep.exchange.errors import ExchangeError

_READ = {"json": csl.read, "bib": bibtex.read, "ris": ris.read}
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(payload: bytes) -> dict[str, Any]:
    """Return the references in `payload`: one line of JSON (name, format or ""), then the bytes of the file."""
    head, _, data = payload.partition(b"\n")
    header = json.loads(head)
    text, problems = _decoded(data)
    if not text.strip() or "\0" in text:
        raise ExchangeError(f"“{header['name']}” holds no text; export it from the other tool again.")
    parsed = _READ[header["format"] or _told(text, header["name"])](text)
    return {"items": [csl.to_item(each) for each in parsed.references], "problems": [*problems, *parsed.problems]}


def _decoded(data: bytes) -> tuple[str, list[str]]:
    try:
        text = data.decode("utf-16" if data.startswith(_WIDE) else "utf-8-sig")
        problems = []
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        problems = ["The letters were read as Windows-1252, which is a guess; check accents."]
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def _told(text: str, name: str) -> str:
    """Return the format that a text's first signs tell."""
    begins = text.lstrip()
    if begins[0] in "[{":
        return "json"
    if begins.startswith("TY ") or "\nTY  - " in text:
        return "ris"
    if "@" in text:
        return "bib"
    raise ExchangeError(f"“{name}” is neither BibTeX, RIS nor CSL-JSON; export it in one of these.")
