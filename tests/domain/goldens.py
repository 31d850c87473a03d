"""The table of golden citations, read: each source with its entries; run as a script it prints what we make now."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from debateprep.domain import citation_dates, citation_reference, citation_styles
from debateprep.domain.article import Name
from debateprep.domain.citation_line import Runs
from debateprep.domain.citation_reference import Reference
from debateprep.domain.citation_styles import CiteStyle, DebateCite

TABLE = Path(__file__).with_name("citations.txt")
STYLES = {"MLA": CiteStyle.MLA, "APA": CiteStyle.APA, "NOTES": CiteStyle.CHICAGO_NOTES}
STYLES |= {"DATE": CiteStyle.CHICAGO_DATE, "CITE": CiteStyle.DEBATE}
NOTES = ("FIRST", "LATER")
WORDS = (*STYLES, "TAG", *NOTES)
DEBATE = DebateCite(initials="AB")


@dataclass
class Golden:
    """One source of the table, its entries, its tag-line cite and its notes, by the table's words for them."""

    title: str
    reference: Reference = field(default_factory=Reference)
    entries: dict[str, str] = field(default_factory=dict)


def marked(runs: Runs) -> str:
    """Return runs with asterisks around italics."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


def made(reference: Reference, word: str) -> str:
    """Return what we make of a source, by the table's word."""
    if word == "TAG":
        return citation_styles.tag_line(reference, DEBATE)
    if word in NOTES:
        return marked(citation_styles.notes(reference, "34")[NOTES.index(word)])
    return marked(citation_styles.entry(reference, STYLES[word], DEBATE))


def _name(words: str) -> Name:
    if words.startswith('"'):
        return Name(literal=words.strip('"'))
    family, given, suffix = [part.strip() for part in f"{words},,".split(",")][:3]
    return Name(family, given, "", suffix)


def read() -> list[Golden]:
    """Return the table."""
    found: list[Golden] = []
    fields: dict[str, Any] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            fields = {}
            found.append(Golden(line[3:]))
        elif match := re.fullmatch(r"(MLA|APA|NOTES|DATE|CITE|TAG|FIRST|LATER) +(.*)", line):
            found[-1].entries[match[1]] = match[2]
        elif line and not line.startswith("#"):
            key, _, value = line.partition(": ")
            if key in citation_reference.NAMES:
                fields[key] = tuple(_name(each.strip()) for each in value.split(";"))
            else:
                fields[key] = citation_dates.read(value) if key in citation_reference.DATES else value
            found[-1].reference = Reference(**fields)
    return found


if __name__ == "__main__":
    for golden in read():
        print(f"== {golden.title}")
        for word in WORDS:
            print(f"{word:<5} {made(golden.reference, word)}")
        print()
