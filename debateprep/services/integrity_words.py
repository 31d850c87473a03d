"""The check of a brief in words: each difference in a line, and the whole report as text."""

from collections.abc import Iterator

from debateprep.domain.integrity import Run, RunKind
from debateprep.services.integrity import Report, Row, Trust

_STEP = "    "


def run_words(run: Run, trust: Trust) -> str:
    """Return one difference between a card's words and its source's in a line."""
    source, own = trust.text[run.source_start : run.source_end], trust.card.quote[run.quote_start : run.quote_end]
    marked = " (marked on the card)" if run.marked else ""
    if run.kind is RunKind.MISSING:
        return f"left out: “{source}”{marked}"
    if run.kind is RunKind.ADDED:
        return f"added: “{own}”{marked}"
    return f"source: “{source}”, card: “{own}”{marked}"


def report_text(report: Report) -> str:
    """Return the check of a brief as text, every card in order, then the claims that go beyond their support."""
    lines = [report.topic, f"{report.side.sign} {report.summary}", ""]
    for row in report.rows:
        lines += [*row_lines(row), ""]
    if report.claims:
        lines += ["Claims that say more than what they cite", ""]
    for claim in report.claims:
        lines.append(f"{claim.number} {claim.claim}".strip())
        lines += [*(f"{_STEP}Look: {finding.sentence}" for finding in claim.findings), ""]
    return "\n".join(lines).rstrip() + "\n"


def row_lines(row: Row) -> Iterator[str]:
    """Yield the lines on one use of a card: where, its tag, the verdict, what differs, and what to look at."""
    yield f"{row.number} {row.argument}: {row.trust.card.tag}".strip(" :")
    yield f"{_STEP}{row.trust.check.sentence}"
    for run in row.trust.check.changes:
        yield f"{_STEP}{_STEP}{' '.join(run_words(run, row.trust).split())}"
    for words in row.cautions:
        yield f"{_STEP}Look: {words}"
