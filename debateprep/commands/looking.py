"""`import --look`: what would come in, block by block and with where each fact was found; nothing is added."""

from pathlib import Path
from typing import Any

from debateprep.commands.shell import Outcome, counted
from debateprep.commands.table import paragraph, table
from debateprep.domain.terms import BlockKind
from debateprep.progress import Progress
from debateprep.services import reviews
from debateprep.services.imports import Fate
from debateprep.services.reviews import Review
from debateprep.storage.library import Library

_SHOWN = 90


def look(library: Library, names: list[str], ticker: Progress | None) -> Outcome:
    """Return what files would come in as."""
    found = reviews.review(library, [Path(name).expanduser() for name in names], ticker)
    lines: list[str] = []
    for each in found.reviews:
        lines += [*_lines(each), ""]
    lines += [f"Passed over: {each.sentence}" for each in found.others if each.fate is Fate.PASSED_OVER]
    refused = [each.sentence for each in found.others if each.fate is Fate.REFUSED]
    others = [{"file": str(each.path), "fate": each.fate.value, "error": each.sentence} for each in found.others]
    data = {"looked_at": [_facts(each) for each in found.reviews], "others": others}
    return Outcome(data, lines, refused, code=1 if refused else 0)


def _values(review: Review) -> dict[str, str]:
    article = review.article
    return {
        "title": article.title,
        "authors": "; ".join(author.full for author in article.authors),
        "qualifications": article.qualifications,
        "publication": article.publication,
        "issued": article.issued.iso if article.issued else "",
        "url": article.url,
        "language": article.language,
    }


def _lines(review: Review) -> list[str]:
    article = review.article
    lines = paragraph(f"{review.file_name}: {counted(len(article.paragraphs), 'paragraph')}, not added yet")
    if review.known is not None:
        lines += paragraph(f"It is in the library already, as s{review.known}.", "    ")
    if review.starter:
        lines += paragraph(f"Its words would be attached to “{review.starter}”, which waits for them.", "    ")
    for name, value in _values(review).items():
        where = review.where(name)
        lines += paragraph(f"{name}: {value or 'not found'}{f' ({where})' if value and where else ''}", "    ")
    for warning in article.warnings:
        lines += paragraph(f"Look: {warning}", "    ")
    number = 0
    rows = []
    for block in article.blocks:
        number += block.counts
        place = f"¶{number}" if block.counts else ""
        words = " ".join(article.text[block.start : block.end].split())
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
        kind = "" if block.kind is BlockKind.PARAGRAPH else block.kind.value
        rows.append((place, f"p. {block.page}" if block.page else "", kind, shown))
    return [*lines, *table(("¶", "Page", "Kind", "Words"), rows, long=(3,))]


def _facts(review: Review) -> dict[str, Any]:
    article = review.article
    return {
        "file": review.file_name,
        "known": review.known,
        "starter": review.starter,
        **_values(review),
        "found": dict(article.found),
        "warnings": list(article.warnings),
        "blocks": [
            {"kind": block.kind.value, "start": block.start, "end": block.end, "page": block.page}
            for block in article.blocks
        ],
    }
