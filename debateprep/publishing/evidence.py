"""A support on the page: its tag, its cite, its words with their marks, and what must be said beside them."""

import re
from dataclasses import replace

from debateprep.domain import marks as rules
from debateprep.domain.marks import State, stretches
from debateprep.domain.model import Mark
from debateprep.domain.pages import Cite, Evidence, WorkCited
from debateprep.domain.terms import MarkKind, SupportKind
from debateprep.publishing.blocks import Blank, Block, Box
from debateprep.publishing.lines import Run, Style
from debateprep.publishing.look import GAP_DASH, GREY, HAIR, HIGHLIGHTS, INK, MUTE, Typesetter, kind_words
from debateprep.publishing.options import CardText

OMITTED = "[…]"
LONGEST_QUOTATION = 40
_READ = (MarkKind.UNDERLINE, MarkKind.EMPHASIS, MarkKind.HIGHLIGHT)
_SHRUNK = 8.0
_WORD = re.compile(r"\S+")


def marked_runs(text: str, marks: tuple[Mark, ...], setter: Typesetter) -> list[Run]:
    """Return the quotation as runs: each mark exactly over its own characters, unread words quiet."""
    if setter.card_text is not CardText.WHOLE:
        return _parts_of(text, marks, setter)
    any_read = any(mark.kind in _READ for mark in marks)
    looks: dict[State, Style] = {}
    runs: list[Run] = []
    for start, end, state in stretches(len(text), marks):
        look = looks.get(state)
        if look is None:
            look = looks[state] = _look(dict(state), setter, any_read)
        part = text[start:end]
        if any(kind is MarkKind.OMIT for kind, _ in state):
            if runs and runs[-1][0].rstrip().endswith(OMITTED):
                continue
            part = _ellipsis(part, bool(runs) and not runs[-1][0].endswith((" ", "\n")))
            look = setter.quiet
        runs.append((part, look))
    return runs


def _parts_of(text: str, marks: tuple[Mark, ...], setter: Typesetter) -> list[Run]:
    """Return only the words that are read, or that are underlined; what lies between is an ellipsis."""
    if setter.card_text is CardText.READ:
        spans = rules.read_spans(len(text), marks)
    else:
        spans = rules.covered(len(text), marks, *_READ) or rules.read_spans(len(text), marks)
    plain = replace(setter.body, underline=0.0)
    runs: list[Run] = []
    for span in spans:
        for start, end, state in stretches(len(text), marks):
            first, last = max(start, span.start), min(end, span.end)
            if first < last:
                kinds = {kind for kind, _ in state}
                style = replace(plain, bold=True, box="box") if MarkKind.EMPHASIS in kinds else plain
                runs.append((text[first:last], style))
        if span is not spans[-1]:
            runs.append((" … ", setter.quiet))
    return [(" ".join(part.split()) if part.isspace() else part, style) for part, style in runs]


def work_runs(work: WorkCited, setter: Typesetter) -> list[Run]:
    """Return a work cited as runs, in italics where its style has them, and what its cite lacks."""
    body = replace(setter.body, size=setter.size - 0.5)
    runs = [(run.text, replace(body, italic=run.italic)) for run in work.runs] or [(work.reference, body)]
    if work.missing:
        runs.append((f"\u00a0 ° {'; '.join(work.missing)}", setter.small))
    return runs


def _look(state: dict[MarkKind, str], setter: Typesetter, any_read: bool) -> Style:
    read = any(kind in state for kind in _READ)
    style = setter.body if read or not any_read else setter.quiet
    if MarkKind.SHRINK in state:
        style = replace(style, size=_shrunk(state[MarkKind.SHRINK], setter))
    if MarkKind.UNDERLINE in state or MarkKind.EMPHASIS in state:
        style = replace(style, underline=0.7)
    if MarkKind.EMPHASIS in state:
        style = replace(style, bold=True, box="box")
    if MarkKind.HIGHLIGHT in state:
        if setter.ink_saver:
            style = replace(style, underline=1.6)
        elif setter.black:
            style = replace(style, underline=1.3, highlight=GREY)
        else:
            style = replace(style, highlight=HIGHLIGHTS.get(state[MarkKind.HIGHLIGHT].lower(), HIGHLIGHTS["yellow"]))
    return style


def _shrunk(value: str, setter: Typesetter) -> float:
    try:
        wanted = float(value) if value else _SHRUNK
    except ValueError:
        wanted = _SHRUNK
    return min(setter.size, max(setter.smallest, wanted)) if wanted == wanted else _SHRUNK


def _ellipsis(omitted: str, needs_space: bool) -> str:
    before = " " if needs_space and omitted[:1].isspace() else ""
    after = " " if omitted[-1:].isspace() else ""
    return before + OMITTED + after


def cite_runs(cite: Cite, kind: str, setter: Typesetter) -> list[Run]:
    """Return the cite as it is read, its head bold, with the kind of support after it."""
    bold = replace(setter.small, bold=True)
    rest = cite.text[len(cite.head) :]
    return [(cite.head, bold), (rest, setter.small), (f" · {kind}", setter.small)]


def evidence_blocks(
    evidence: Evidence, setter: Typesetter, width: float, *, claim: str = "", role: str = "P"
) -> list[Block]:
    """Return the blocks of one support; a tag that repeats the claim above it is not said twice."""
    if evidence.kind is SupportKind.WANTED:
        return [wanted_box(evidence, setter, width)]
    blocks: list[Block] = []
    before = setter.size * 0.55
    if evidence.tag and evidence.tag != claim:
        blocks.append(setter.text([(evidence.tag, setter.strong)], width, before=before, keep=True, role=role))
        before = setter.size * 0.1
    kind = kind_words(evidence)
    if evidence.cite is not None and evidence.kind.takes_cite:
        head = cite_runs(evidence.cite, kind, setter)
        incomplete = evidence.cite.incomplete
    else:
        head, incomplete = [(kind[:1].upper() + kind[1:], replace(setter.small, bold=True))], False
    blocks.append(setter.text(head, width, before=before, keep=True, incomplete=incomplete))
    runs = marked_runs(evidence.text, evidence.marks, setter)
    before = setter.size * 0.12
    blocks.append(setter.text(runs, width, spread=1.45, before=before, prose=True, language=evidence.language))
    if evidence.context:
        blocks.append(context_text(evidence.context, setter, width))
    return blocks


def context_text(context: str, setter: Typesetter, width: float) -> Block:
    """Return the warning that the author goes on to say something else."""
    label = replace(setter.aside, bold=True, colour=INK)
    return setter.text([("In context: ", label), (context, setter.aside)], width, before=setter.size * 0.3)


def wanted_box(evidence: Evidence, setter: Typesetter, width: float, *, line: bool = True) -> Box:
    """Return the dashed slot for evidence that is still wanted: the question, and a line for its source."""
    inner = width - 16
    label = replace(setter.small, bold=True, colour=INK)
    blocks: list[Block] = [setter.text([("Evidence wanted", label)], inner, keep=True)]
    words = " — ".join(part for part in (evidence.tag, evidence.text) if part)
    if words:
        blocks.append(setter.text([(words, setter.sans)], inner, before=1))
    if line:
        blocks.append(Blank(setter.text([("Source", setter.small)], inner, spread=1.9), inner, HAIR))
    return Box(blocks, width, stroke=MUTE, dash=GAP_DASH, before=setter.size * 0.55)


def quotation(evidence: Evidence, limit: int = LONGEST_QUOTATION) -> str:
    """Return at most `limit` words of a quotation in quotation marks, cut between words with an ellipsis.

    A longer quotation starts at the first word that is marked to be read. Omitted words stay omitted.
    """
    shown: list[str] = []
    first = -1
    length = 0
    for start, end, state in stretches(len(evidence.text), evidence.marks):
        kinds = {kind for kind, _ in state}
        part = evidence.text[start:end]
        if MarkKind.OMIT in kinds:
            if shown and shown[-1].rstrip().endswith(OMITTED):
                continue
            part = _ellipsis(part, bool(shown) and not shown[-1][-1:].isspace())
        elif first < 0 and not kinds.isdisjoint(_READ):
            first = length
        shown.append(part)
        length += len(part)
    text = "".join(shown)
    words = [match.span() for match in _WORD.finditer(text)]
    skipped = 0
    if len(words) > limit and first > 0:
        skipped = sum(1 for _, end in words if end <= first)
    kept = words[skipped : skipped + limit]
    if not kept:
        return "“”"
    start_mark = "…" if skipped else ""
    end_mark = "…" if skipped + limit < len(words) else ""
    return f"“{start_mark}{' '.join(text[start:end] for start, end in kept)}{end_mark}”"
