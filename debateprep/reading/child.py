"""What runs inside the sandbox: bytes in, a draft as JSON out."""

import json
from dataclasses import asdict
from typing import Any

from debateprep.reading import docx, epub, html, markdown, pdf, rtf, text
from debateprep.reading.draft import Draft
from debateprep.reading.encoding import checked, decode
from debateprep.reading.errors import ReadingError
from debateprep.reading.formats import choose

# Longer than the longest novels; nothing that one argues from.
LONGEST = 5_000_000
_MOST_BLOCKS = 50_000

_PACKED = {"docx": docx.read, "pdf": pdf.read, "epub": epub.read, "rtf": rtf.read}


def read(payload: bytes) -> dict[str, Any]:
    """Return the draft of the article in `payload`: one line of JSON (name, form), then the bytes of the file."""
    head, _, data = payload.partition(b"\n")
    header = json.loads(head)
    draft = _read_file(data, header["name"]) if header["form"] == "file" else _read_pasted(data, header["form"])
    return asdict(draft)


def _read_file(data: bytes, name: str) -> Draft:
    form = choose(data, name)
    if form.kind in _PACKED:
        draft = _PACKED[form.kind](data, name)
        _check(draft.text, f"“{name}”")
        draft.warnings[:0] = form.warnings
        return _with_body(draft, f"“{name}”")
    declared = html.declared_encoding(data) if form.kind == "html" else ""
    words, warnings = decode(data, name, declared)
    _check(words, f"“{name}”")
    if form.kind == "html":
        draft = html.read(words, name)
    else:
        draft = markdown.read(words) if form.kind == "markdown" else text.read(words)
    draft.warnings[:0] = [*form.warnings, *warnings]
    return _with_body(draft, f"“{name}”")


def _read_pasted(data: bytes, form: str) -> Draft:
    words = checked(data.decode().removeprefix("\ufeff"))
    _check(words, "The pasted text")
    draft = markdown.read(words) if form == "markdown" else text.read(words)
    return _with_body(draft, "The pasted text")


def _check(words: str, named: str) -> None:
    if not words.strip():
        raise ReadingError(f"{named} holds only blank space; choose or paste a text with words in it.")
    if len(words) > LONGEST:
        raise ReadingError(f"{named} is longer than {LONGEST:,} letters; save or paste the part you need.")


def _with_body(draft: Draft, named: str) -> Draft:
    if len(draft.blocks) > _MOST_BLOCKS:
        raise ReadingError(f"{named} has more than {_MOST_BLOCKS:,} paragraphs; save or paste the part you need.")
    if not any(kind == "paragraph" for kind, _, _ in draft.blocks):
        raise ReadingError(f"{named} holds no words of an article; choose or paste a text with sentences in it.")
    return draft
