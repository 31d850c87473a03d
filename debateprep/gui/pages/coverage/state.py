"""What the Coverage page shows, read in one go off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from debateprep.domain import coverage, filters
from debateprep.domain.checks import Finding
from debateprep.domain.dossier import Dossier
from debateprep.domain.filters import EVERYTHING, Filter
from debateprep.domain.model import Argument, Heard, Label, Round, SavedFilter, Topic
from debateprep.domain.pages import Coverage
from debateprep.domain.terms import Check, Side
from debateprep.gui.later import later
from debateprep.gui.models.coverage import Grid
from debateprep.gui.models.lines import Line
from debateprep.gui.pages.coverage.checks import Goes
from debateprep.gui.words import term

if TYPE_CHECKING:
    from debateprep.services import clash, rounds, selections
    from debateprep.storage.library import Library
else:
    clash, rounds, selections = (later(f"debateprep.services.{name}") for name in ("clash", "rounds", "selections"))

MOST = 200
"""How many findings of one kind are listed: nobody mends more before looking again."""


@dataclass(frozen=True)
class Shown:
    """One moment of the page. `whole` is every argument of the topic, whatever the filter leaves out."""

    topic_id: int = 0
    grid: Grid = field(default_factory=Grid)
    counts: tuple[Coverage, ...] = ()
    checks: tuple[Line, ...] = ()
    rounds: tuple[Line, ...] = ()
    findings: int = 0
    debated: int = 0
    labels: tuple[Label, ...] = ()
    saved: tuple[SavedFilter, ...] = ()
    whole: int = 0


def load(topic_id: int, side: Side, wanted: Filter, rate: int, library: Library) -> Shown:
    """Return the coverage of a topic with a side's arguments as rows, those that fit a filter."""
    if not topic_id:
        return Shown()
    with library.read() as reader:
        if reader.first(Topic, id=topic_id) is None:
            return Shown()
        dossier = clash.dossier_for(reader, topic_id, wanted)
        found = clash.faults_of(reader, dossier, words_a_minute=rate)
        kept = tuple(selections.saved(reader, topic_id))
        known = tuple(selections.labels(reader))
        debated = rounds.listed(reader, topic_id)
        heard = rounds.heard_in(reader, topic_id)
    matrix = coverage.matrix(dossier)
    return Shown(
        topic_id,
        grid_of(dossier, matrix, side, wanted),
        matrix.counts,
        lines_of(dossier, found),
        _rounds(dossier, debated, heard),
        len(found),
        len(debated),
        known,
        kept,
        len(dossier.arguments),
    )


def grid_of(dossier: Dossier, matrix: coverage.Matrix, side: Side, wanted: Filter) -> Grid:
    """Return the table of a side's arguments that fit; filtered, only columns that meet one of them are there."""
    rows, columns = matrix.side(side), matrix.side(side.other)
    wanted = replace(wanted, side=None)
    if wanted != EVERYTHING:
        fit = {each.id for each in filters.chosen(wanted, dossier, side)}
        rows = tuple(each for each in rows if each.argument.id in fit)
        met = {other for pair in matrix.cells if fit & set(pair) for other in pair}
        columns = tuple(each for each in columns if each.argument.id in met)
    grid = Grid(side, rows, columns, matrix.cells)
    # Worked out off the GUI thread, and kept by the grid.
    grid.places  # noqa: B018
    return grid


def lines_of(dossier: Dossier, found: list[Finding]) -> tuple[Line, ...]:
    """Return the checks as lines: for each kind a heading with its count, and its findings."""
    lines: list[Line] = []
    for check in Check:
        some = [each for each in found if each.check is check]
        if some:
            said = term(check.value)
            first = _tr("the first {n} of them").format(n=MOST) if len(some) > MOST else ""
            lines.append(Line(f"{said[:1].upper()}{said[1:]} ({len(some)})", first, heading=True))
        lines += [Line(term(each.reason), side=each.side, key=_places(dossier, each)) for each in some[:MOST]]
    return tuple(lines)


def _rounds(dossier: Dossier, debated: list[Round], heard: list[Heard]) -> tuple[Line, ...]:
    inside: dict[int, list[Line]] = {}
    for each in heard:
        argument = dossier.arguments.get(each.argument_id)
        if argument is not None:
            ours = dossier.arguments.get(each.answering_id or 0)
            said = [term(each.outcome.value), ours.short if ours else each.said, each.notes]
            detail = " · ".join(part for part in said if part)
            inside.setdefault(each.round_id, []).append(Line(argument.short, detail, argument.side, key=each))
    lines: list[Line] = []
    for one in debated:
        lines += [Line(round_words(one), one.notes, one.side, heading=True, key=one), *inside.get(one.id, ())]
    return tuple(lines)


def round_words(each: Round) -> str:
    """Return a round in a line."""
    against = _tr("against {name}").format(name=each.opponent) if each.opponent else ""
    judge = _tr("judge: {name}").format(name=each.judge) if each.judge else ""
    day = each.held.iso if each.held else ""
    return ", ".join(part for part in (each.name, each.tournament, against, judge, day) if part)


def _places(dossier: Dossier, finding: Finding) -> tuple[Goes, ...]:
    arguments = [dossier.arguments[each] for each in finding.arguments if each in dossier.arguments]
    if finding.check is Check.OVER_TIME:
        arguments = [dossier.arguments[each] for each in dossier.numbers if each in dossier.arguments]
        arguments = [each for each in arguments if each.side is finding.side][:1]
    to_arguments = [Goes("argument", each.id, _said(dossier, each)) for each in arguments]
    cards = [dossier.cards[each] for each in finding.cards if each in dossier.cards]
    to_cards = [Goes("card", each.id, " ".join((each.tag or each.quote).split())) for each in cards]
    source = dossier.sources.get(finding.source)
    to_source = [Goes("source", source.id, source.title)] if source is not None and source.title else []
    if finding.check in (Check.CITE, Check.OLD, Check.BOTH_SIDES):
        return (*to_cards, *to_source, *to_arguments)
    return (*to_arguments, *to_cards, *to_source)


def _said(dossier: Dossier, argument: Argument) -> str:
    number = dossier.numbers.get(argument.id, "")
    return f"{argument.side.sign} {number} {argument.short}".replace("  ", " ")


def _tr(text: str) -> str:
    return QCoreApplication.translate("CoverageState", text)
