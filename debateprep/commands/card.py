"""`card`: list, mark and check cards: are the words the source's, does the tag say no more, what stands around."""

import argparse
import sys
from pathlib import Path
from typing import Any

from debateprep.commands import card_marks
from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shared import shared_options
from debateprep.commands.shell import CommandError, Outcome, add_side, add_topic, counted, done, number_of, ref, whole
from debateprep.commands.table import paragraph, table
from debateprep.domain import layers, reading_time
from debateprep.domain.marks import read_text
from debateprep.domain.model import Card
from debateprep.domain.reading_time import Count, Timing
from debateprep.domain.terms import Side, Verdict
from debateprep.services import briefs, cards, integrity, marking, sources
from debateprep.services.integrity import Report, Trust
from debateprep.services.integrity_words import run_words
from debateprep.services.pages import PageMaker

_STEP = "  "


def card(parser: argparse.ArgumentParser) -> None:
    """Declare `card` with its actions."""
    parser.set_defaults(run=_list, topic="")
    actions = parser.add_subparsers(metavar="ACTION", title="actions (list, if nothing is said)")
    parents = [shared_options()]
    for declare in (_declare_list, _declare_show, _declare_verify, _declare_report, _declare_time, _declare_paste):
        declare(actions, parents)
    card_marks.declare(actions, parents)


def _declare_list(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("list", help="list cards with their verdicts", parents=parents)
    parser.set_defaults(run=_list)
    add_topic(parser)


def _declare_show(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("show", help="show a card with its layers and checks", parents=parents)
    parser.set_defaults(run=_show)
    parser.add_argument("card", metavar="C", help="a card, as c4")
    parser.add_argument("--tag", metavar="WORDS", help="check this tag instead of the card's own")


def _declare_verify(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    words = "check cards' words against their sources; exit code 1 when any are changed"
    parser = actions.add_parser("verify", help=words, parents=parents)
    parser.set_defaults(run=_verify)
    parser.add_argument("cards", nargs="*", metavar="C", help="cards, as c4; all when none is named")


def _declare_report(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("report", help="check a brief: words, tags, context", parents=parents)
    parser.set_defaults(run=_report)
    add_topic(parser)
    add_side(parser)


def _declare_time(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    parser = actions.add_parser("time", help="how long a case reads, by section and card", parents=parents)
    parser.set_defaults(run=_time)
    add_topic(parser)
    add_side(parser)
    default = reading_time.DEFAULT_WORDS_A_MINUTE
    parser.add_argument("--wpm", type=whole, default=default, metavar="N", help=f"words a minute ({default})")
    parser.add_argument("--verbatim", action="store_true", help="count as Verbatim does: highlighted and tags, 250 wpm")


def _declare_paste(actions: Any, parents: list[argparse.ArgumentParser]) -> None:
    words = "keep a card from elsewhere, tag, cite and words in one text"
    parser = actions.add_parser("paste", help=words, parents=parents)
    parser.set_defaults(run=_paste)
    parser.add_argument("file", metavar="FILE", help="a text file, or - for what is piped in")
    parser.add_argument("--tag", default="", metavar="WORDS", help="the tag, if not the one found")
    add_topic(parser)
    attach = actions.add_parser("attach", help="anchor a pasted card in a source with its words", parents=parents)
    attach.set_defaults(run=_attach)
    attach.add_argument("card", metavar="C", help="a card, as c4")
    attach.add_argument("source", metavar="SOURCE", help="its number (s1) or words of its title")


# Lists and verdicts


def _list(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic) if args.topic else None
        found = cards.listed(library, topic_id=topic.id if topic else None)
        checks = integrity.verdicts(library, [each.id for each in found])
    rows = [(ref("card", each.id), checks[each.id].verdict.label, each.tag or each.quote) for each in found]
    data = [{"ref": name, "id": each.id, "tag": each.tag, "verdict": checks[each.id].verdict.value}
            for each, (name, _, _) in zip(found, rows, strict=True)]  # fmt: skip
    lines = table(("Card", "Words", "Tag"), rows, long=(2,)) if rows else ["There are no cards yet."]
    return Outcome({"cards": data}, lines)


def _verify(args: argparse.Namespace) -> Outcome:
    numbers = [number_of(each, "card") for each in args.cards] or None
    with reading(args) as library:
        with library.read() as reader:
            found = [reader.get(Card, each) for each in numbers] if numbers else reader.all(Card)
        trusted = [integrity.trust(library, each.id) for each in found]
    lines: list[str] = []
    for each in trusted:
        lines += _verdict_lines(each)
    counted = {verdict.value: sum(1 for each in trusted if each.check.verdict is verdict) for verdict in Verdict}
    lines.append(
        ", ".join(f"{number} {word}" for word, number in counted.items() if number) or "There are no cards yet."
    )
    data = {"cards": [_facts(each) for each in trusted], "counts": counted}
    return Outcome(data, lines, code=1 if counted[Verdict.CHANGED.value] else 0)


def _verdict_lines(trust: Trust) -> list[str]:
    name = ref("card", trust.card.id)
    lines = paragraph(f"{name}  {trust.check.sentence}", "", _STEP)
    for run in trust.check.changes:
        lines += paragraph(run_words(run, trust), _STEP * 2, _STEP * 3)
    return lines


def _facts(trust: Trust) -> dict[str, Any]:
    place = trust.check.place
    return {
        "ref": ref("card", trust.card.id),
        "id": trust.card.id,
        "tag": trust.card.tag,
        "verdict": trust.check.verdict.value,
        "sentence": trust.check.sentence,
        "moved": trust.check.moved,
        "place": [place.start, place.end] if place else None,
        "changes": [
            {
                "kind": run.kind.value,
                "source": trust.text[run.source_start : run.source_end],
                "card": trust.card.quote[run.quote_start : run.quote_end],
                "marked": run.marked,
            }
            for run in trust.check.changes
        ],
        "overclaims": [{"kind": each.kind.value, "sentence": each.sentence} for each in trust.overclaims],
        "context": [{"kind": each.kind.value, "sentence": each.sentence} for each in trust.context.notes],
        "before": trust.before,
        "after": trust.after,
    }


def _show(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        trust = integrity.trust(library, number_of(args.card, "card"), tag=args.tag)
    found = trust.card
    lines = paragraph(f"{found.tag or '(no tag)'} ({ref('card', found.id)})")
    lines += [line for tag in found.other_tags for line in paragraph(f"also: {tag}", _STEP)]
    lines += paragraph(f"“{found.quote}”", _STEP)
    shown = found.shown_layer
    for index, layer in enumerate(layers.of(found)):
        what = "shown" if index == shown else "layer"
        read = read_text(found.quote, layer.marks)
        lines += paragraph(f"{what} “{layer.name}”, {len(layer.marks)} marks, read: {read}", _STEP, _STEP * 2)
    lines += _verdict_lines(trust)
    for sentence in (*(each.sentence for each in trust.overclaims), *(each.sentence for each in trust.context.notes)):
        lines += paragraph(f"Look: {sentence}", _STEP, _STEP * 2)
    suggested = [span.of(found.quote) for span in marking.suggested(found)]
    named = [{"name": each.name, "shown": index == shown, "marks": card_marks.facts(found.quote, each.marks)}
             for index, each in enumerate(layers.of(found))]  # fmt: skip
    more = {"quote": found.quote, "other_tags": list(found.other_tags), "layers": named, "suggested": suggested}
    return Outcome(_facts(trust) | more, lines)


# Reports


def _sides(args: argparse.Namespace) -> list[Side]:
    return [Side(args.side)] if args.side else [Side.PRO, Side.CON]


def _report(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        reports = [integrity.report(library, topic.id, side) for side in _sides(args)]
    lines: list[str] = []
    for each in reports:
        lines += [*([""] if lines else []), *_report_lines(each)]
    data = [
        {
            "side": each.side.value,
            "summary": each.summary,
            "rows": [{"number": row.number, "argument": row.argument, **_facts(row.trust)} for row in each.rows],
            "claims": [
                {"number": row.number, "argument": ref("argument", row.argument_id), "claim": row.claim,
                 "findings": [finding.sentence for finding in row.findings]}
                for row in each.claims
            ],
        }
        for each in reports
    ]  # fmt: skip
    return Outcome({"topic": topic.id, "reports": data}, lines)


def _report_lines(report: Report) -> list[str]:
    lines = paragraph(f"{report.side.sign} {report.summary}")
    for row in report.rows:
        if row.sound:
            continue
        name = ref("card", row.trust.card.id)
        lines += paragraph(f"{row.number} {row.argument}: {row.trust.card.tag} ({name})".strip(" :"), _STEP, _STEP * 2)
        lines += [_STEP * 2 + line for line in _verdict_lines(row.trust)]
        lines += [line for words in row.cautions for line in paragraph(f"Look: {words}", _STEP * 2, _STEP * 3)]
    for claim in report.claims:
        lines += paragraph(f"{claim.number} {claim.claim} ({ref('argument', claim.argument_id)})".strip(), _STEP)
        for finding in claim.findings:
            lines += paragraph(f"Look: {finding.sentence}", _STEP * 2, _STEP * 3)
    return lines


def _time(args: argparse.Namespace) -> Outcome:
    how = Count.VERBATIM if args.verbatim else Count.OWN
    rate = how.rate(args.wpm)
    with reading(args) as library:
        topic = topic_of(library, args.topic)
        with library.read() as reader:
            maker = PageMaker(briefs.dossier(reader, topic.id), rate)
    lines, data = [], []
    for side in _sides(args):
        timing = reading_time.case_timing(maker.brief(side).case, how, f"{side.sign} {side.label} case")
        lines += _timing_lines(timing, rate, 0)
        data.append({"side": side.value, **_timing(timing, rate)})
    lines.append(f"At {rate} words a minute{', counted as Verbatim does' if args.verbatim else ''}.")
    return Outcome({"words_a_minute": rate, "count": how.value, "cases": data}, lines)


def _timing_lines(timing: Timing, rate: int, depth: int) -> list[str]:
    clock = reading_time.clock(timing.seconds(rate))
    lines = paragraph(f"{clock}  {timing.name} ({counted(timing.words, 'word')})", _STEP * depth, _STEP * (depth + 3))
    return lines + [line for part in timing.parts if part.words for line in _timing_lines(part, rate, depth + 1)]


def _timing(timing: Timing, rate: int) -> dict[str, Any]:
    parts = [_timing(part, rate) for part in timing.parts]
    return {"name": timing.name, "words": timing.words, "seconds": timing.seconds(rate), "parts": parts}


# Cards from elsewhere


def _paste(args: argparse.Namespace) -> Outcome:
    if args.file == "-":
        text = sys.stdin.read()
    else:
        try:
            text = Path(args.file).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"The file {args.file} cannot be read as UTF-8 text; choose another.") from error
    with writing(args) as library:
        topic = topic_of(library, args.topic)
        changes = cards.paste_box(library, text, topic_id=topic.id, tag=args.tag)
        with library.read() as reader:
            made = reader.get(Card, changes.new(Card))
    name = ref("card", made.id)
    words = f"Made the card {name}. Tag: {made.tag or '(none)'}. Cite: {made.cite or '(none)'}. No source text."
    return done(words, card=made.id, ref=name, tag=made.tag, cite=made.cite, quote=made.quote)


def _attach(args: argparse.Namespace) -> Outcome:
    number = number_of(args.card, "card")
    with writing(args) as library:
        with library.read() as reader:
            source = sources.find(reader, args.source)
        cards.attach(library, number, source.id)
    return done(f"{ref('card', number)} is anchored in “{source.title}”.", card=number, source=source.id)
