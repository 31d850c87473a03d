"""`positions`: what an article argues, suggested by rules and decided by the user."""

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from debateprep.commands.opening import reading, topic_of, writing
from debateprep.commands.shell import (
    CommandError,
    Outcome,
    add_side,
    add_topic,
    done,
    number_of,
    one_of,
    ref,
    whole,
)
from debateprep.commands.table import paragraph, table
from debateprep.domain.article import Span
from debateprep.domain.model import Position, Source, SourceText, Topic
from debateprep.domain.terms import PositionStatus, Role, Side
from debateprep.finding import SideOffer
from debateprep.services import links, sides, sources, topics
from debateprep.services import positions as service
from debateprep.services.links import LinkOffer
from debateprep.services.positions import Suggested
from debateprep.storage.library import Library

SHOWN = 15
_SHORT_REASONS = 2


def positions(parser: argparse.ArgumentParser) -> None:
    """Declare `positions`."""
    parser.set_defaults(run=_positions)
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="its number (s1) or words of its title")
    parser.add_argument("--why", action="store_true", help="show every reason of each suggestion")
    parser.add_argument("--all", action="store_true", help=f"show more than the first {SHOWN}, and the dismissed")
    do = parser.add_argument_group("decide").add_mutually_exclusive_group()
    do.add_argument("--keep", nargs="+", type=whole, metavar="N", help="keep suggestions by number, for --topic")
    do.add_argument("--dismiss", nargs="+", type=whole, metavar="N", help="do not offer these again")
    do.add_argument("--mark", type=_range, metavar="START:END", help="keep characters of the text, end excluded")
    do.add_argument("--mark-words", metavar="WORDS", help="keep words that stand in the text")
    do.add_argument("--edit", metavar="P", help="change a kept position, as p3")
    do.add_argument("--remove", metavar="P", help="move a kept position to the trash")
    with_it = parser.add_argument_group("with these")
    add_side(with_it, neither=True)  # type: ignore[arg-type]
    add_topic(with_it, default=None)  # type: ignore[arg-type]
    with_it.add_argument("--statement", metavar="WORDS", help="what it says, in your words")
    with_it.add_argument("--role", type=one_of(Role), metavar="ROLE", help=", ".join(Role))
    with_it.add_argument("--under", metavar="P", help="with --edit: the position it supports, as p4; '' for none")
    with_it.add_argument("--speaker", metavar="NAME", help="who says it; '' for the author")


def _range(text: str) -> Span:
    match = re.fullmatch(r"(\d+):(\d+)", text, re.ASCII)
    if match is None or int(match[1]) >= int(match[2]):
        raise argparse.ArgumentTypeError(f"“{text}” is not a range like 120:185")
    return Span(int(match[1]), int(match[2]))


def _positions(args: argparse.Namespace) -> Outcome:
    acts: tuple[tuple[object, Callable[[argparse.Namespace], Outcome]], ...] = (
        (args.edit, _edit),
        (args.remove, _remove),
        (args.keep, _keep),
        (args.dismiss, _dismiss),
        (args.mark or args.mark_words, _mark),
    )
    for wish, act in acts:
        if wish:
            return act(args)
    return _show(args)


def _source(library: Library, wanted: str | None) -> Source:
    with library.read() as reader:
        if wanted:
            return sources.find(reader, wanted)
        found = reader.all(Source)
    if len(found) != 1:
        raise CommandError("Say which source, as s1; `debateprep sources` lists them.")
    return found[0]


def _topic(library: Library, wanted: str | None) -> Topic | None:
    if not wanted and not topics.listed(library):
        return None
    return topic_of(library, wanted or "")


def _side(args: argparse.Namespace) -> Side:
    return Side(args.side or Side.NEITHER)


def _keep(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        source, topic = _source(library, args.source), _topic(library, args.topic)
        wanted = list(dict.fromkeys(args.keep))
        changes = service.keep(library, source.id, wanted, topic_id=topic.id if topic else None, side=_side(args))
        with library.read() as reader:
            made = [reader.get(Position, number) for number in sorted(changes.ids.get("position", ()))]
    return _made(made, topic, "Kept")


def _mark(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        source, topic = _source(library, args.source), _topic(library, args.topic)
        with library.read() as reader:
            span = args.mark or service.find_words(reader, source.id, args.mark_words)
        changes = service.mark(library, source.id, span, topic_id=topic.id if topic else None, side=_side(args))
        with library.read() as reader:
            made = [reader.get(Position, changes.new(Position))]
    return _made(made, topic, "Marked")


def _made(made: list[Position], topic: Topic | None, verb: str) -> Outcome:
    lines = []
    for each in made:
        lines += paragraph(
            f"{verb} {ref('position', each.id)} (¶{each.paragraph or '–'}): {each.statement}", "", "    "
        )
    if not made:
        lines.append("They were kept like that already.")
    if topic is None:
        lines.append("They belong to no topic yet: make one, then `debateprep positions --edit P --topic T`.")
    data = {"topic": topic.id if topic else None, "kept": [_facts(each) for each in made]}
    return Outcome(data, lines, chatter=True)


def _dismiss(args: argparse.Namespace) -> Outcome:
    with writing(args) as library:
        source = _source(library, args.source)
        service.dismiss(library, source.id, list(dict.fromkeys(args.dismiss)))
    numbers = ", ".join(str(number) for number in args.dismiss)
    return done(f"Dismissed {numbers} of {ref('source', source.id)}.", source=source.id, dismissed=args.dismiss)


def _edit(args: argparse.Namespace) -> Outcome:
    number = number_of(args.edit, "position")
    given = [args.statement, args.role, args.side, args.speaker, args.topic]
    changes = any(each is not None for each in given)
    if not changes and args.under is None:
        raise CommandError("Say what to change: --statement, --role, --side, --speaker, --topic or --under.")
    with writing(args) as library:
        if args.under is not None:
            _put_under(library, number, args.under)
        if not changes:
            return done(f"Changed position {ref('position', number)}.", position=number)
        topic = topic_of(library, args.topic) if args.topic is not None else None
        service.change(
            library,
            number,
            statement=args.statement,
            role=args.role,
            side=Side(args.side) if args.side else None,
            speaker=args.speaker,
            topic_id=topic.id if topic else None,
        )
    return done(f"Changed position {ref('position', number)}.", position=number)


def _put_under(library: Library, number: int, under: str) -> None:
    if under.strip():
        links.link(library, number, number_of(under, "position"))
    else:
        links.unlink(library, number)


def _remove(args: argparse.Namespace) -> Outcome:
    number = number_of(args.remove, "position")
    with writing(args) as library:
        service.remove(library, number)
    return done(f"Moved position {ref('position', number)} to the trash.", position=number)


def _show(args: argparse.Namespace) -> Outcome:
    with reading(args) as library:
        source = _source(library, args.source)
        with library.read() as reader:
            has_text = reader.first(SourceText, source_id=source.id) is not None
        offered = service.suggestions(library, source.id) if has_text else []
        kept = service.kept(library, source_id=source.id)
        hints = _hints(library, args, source, offered)
        above = links.of_source(library, source.id)
    shown = [each for each in offered if args.all or each.decided is None]
    shown = shown if args.all else shown[:SHOWN]
    data = {
        "source": source.id,
        "suggestions": [_suggestion(each) | hints.facts(each.number) for each in offered],
        "kept": [_facts(each) | {"under": above.get(each.id)} for each in kept],
    }
    lines = [*_suggested_lines(source, offered, shown, args, hints), "", *_kept_lines(kept, above)]
    if not has_text:
        lines[0] = "It has no text yet, so there is nothing to suggest; `debateprep import FILE` attaches it."
    return Outcome(data, lines)


@dataclass(frozen=True, slots=True)
class _Hints:
    """What each suggestion may stand under, and on a topic which side it may help."""

    links: dict[int, LinkOffer]
    sides: dict[int, SideOffer]
    thesis: SideOffer | None

    def facts(self, number: int) -> dict[str, Any]:
        """Return them as JSON has them."""
        link, side = self.links.get(number), self.sides.get(number)
        return {
            "under": link.under if link else None,
            "under_why": link.why if link else "",
            "side": side.side.value if side else None,
            "side_why": side.reason if side else "",
        }


def _hints(library: Library, args: argparse.Namespace, source: Source, offered: list[Suggested]) -> _Hints:
    linked = links.offers([each.suggestion for each in offered])
    if not args.topic or not offered:
        return _Hints(linked, {}, None)
    topic = topic_of(library, args.topic)
    thesis = sides.thesis(library, source.id, topic.id).offer
    return _Hints(linked, sides.offers(library, source.id, topic.id), thesis)


def _suggested_lines(
    source: Source, offered: list[Suggested], shown: list[Suggested], args: argparse.Namespace, hints: _Hints
) -> list[str]:
    name = ref("source", source.id)
    lines = paragraph(f"{name}  “{source.title}”: {len(shown)} of {len(offered)} suggestions")
    if hints.thesis is not None:
        side = hints.thesis.side
        argues = f"It argues {side.sign} {side.label}: " if side is not Side.NEITHER else ""
        lines += paragraph(f"{argues}{hints.thesis.reason}", "    ")
    if not shown:
        return lines
    rows = []
    for each in shown:
        found = each.suggestion
        who = f"{found.role.value}{f' ({found.speaker})' if found.speaker else ''}"
        quote = f"{each.quote} [the author goes on: {each.but}]" if each.but else each.quote
        decided = f"{each.decided.status.value}: " if each.decided else ""
        rows.append((each.number, f"¶{found.paragraph}", who, f"{decided}{quote}", _why(each, args.why, hints)))
    lines += table(("No.", "¶", "Role", "The author's words", "Why"), rows, long=(3, 4))
    return [*lines, "", f"Keep some: debateprep positions {name} --keep {shown[0].number} --side pro"]


def _why(each: Suggested, every: bool, hints: _Hints) -> str:
    reasons = sorted(each.suggestion.reasons, key=lambda reason: -abs(reason.weight))
    said = [f"{reason} ({reason.weight:+g})" if every else str(reason) for reason in reasons]
    link = hints.links.get(each.number)
    under = [f"may stand under no. {link.under}{f': {link.why}' if every else ''}"] if link else []
    return "; ".join([*(said if every else said[:_SHORT_REASONS]), *under])


def _kept_lines(kept: list[Position], above: dict[int, int]) -> list[str]:
    if not kept:
        return ["None is kept yet."]
    rows = [
        (
            ref("position", each.id),
            f"¶{each.paragraph}" if each.paragraph else "",
            each.role.value,
            f"{each.side.sign} {each.side.label}",
            (f"{each.speaker}: {each.statement}" if each.speaker else each.statement)
            + (f" (under {ref('position', above[each.id])})" if each.id in above else ""),
        )
        for each in kept
    ]
    return ["Kept:", *table(("Name", "¶", "Role", "Side", "Statement"), rows, long=(4,))]


def _suggestion(each: Suggested) -> dict[str, Any]:
    found = each.suggestion
    return {
        "number": each.number,
        "paragraph": found.paragraph,
        "start": found.span.start,
        "end": found.span.end,
        "quote": each.quote,
        "unit": found.unit.value,
        "role": found.role.value,
        "speaker": found.speaker,
        "but": each.but,
        "score": found.score,
        "reasons": [{"label": r.label, "matched": r.matched, "weight": r.weight} for r in found.reasons],
        "decided": each.decided.status.value if each.decided else None,
        "position": each.decided.id if each.decided and each.decided.status is PositionStatus.KEPT else None,
    }


def _facts(position: Position) -> dict[str, Any]:
    return {
        "id": position.id,
        "ref": ref("position", position.id),
        "source": position.source_id,
        "topic": position.topic_id,
        "statement": position.statement,
        "role": position.role.value,
        "side": position.side.value,
        "speaker": position.speaker,
        "paragraph": position.paragraph,
        "start": position.span.start if position.span else None,
        "end": position.span.end if position.span else None,
        "but": position.but,
    }
