"""What is wrong with a clash, each fault with its reason; rules that explain, and never change or block anything."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from debateprep.domain import citation, claims, filters
from debateprep.domain.dossier import Dossier
from debateprep.domain.formats import Format
from debateprep.domain.model import Argument, Source
from debateprep.domain.reading_time import clock
from debateprep.domain.terms import Check, ResponseType, Side

BOTH = (Side.PRO, Side.CON)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: whose work it is to mend it, the things it is about by id, and why in a sentence."""

    check: Check
    side: Side
    reason: str
    arguments: tuple[int, ...] = ()
    cards: tuple[int, ...] = ()
    source: int = 0


def find(
    dossier: Dossier, form: Format, case_seconds: Mapping[Side, int], wanted: Iterable[Check] | None = None
) -> list[Finding]:
    """Return every fault, in the order of Check and of reading; by default what the format looks at.

    `case_seconds` is how long each side's case takes to read.
    """
    chosen = form.checks if wanted is None else frozenset(wanted)
    found: list[Finding] = []
    for check in Check:
        if check is Check.OVER_TIME and check in chosen:
            found += _over_time(form, case_seconds)
        elif check in chosen:
            found += _RULES[check](dossier)
    return found


def _every(dossier: Dossier) -> Iterator[Argument]:
    for number in dossier.order:
        yield dossier.arguments[number]


def _name(argument: Argument) -> str:
    return f"“{argument.short}”"


def _open(dossier: Dossier) -> Iterator[Finding]:
    for each in _every(dossier):
        if each.id not in dossier.answers_to:
            other = each.side.other
            yield Finding(Check.OPEN, other, f"Nothing of {other.label} answers {_name(each)} yet.", (each.id,))


def _no_evidence(dossier: Dossier) -> Iterator[Finding]:
    for each in _every(dossier):
        if filters.has_evidence(dossier, each.id):
            continue
        rests = "our reasoning alone" if dossier.supports.get(each.id) else "nothing yet"
        wanted = filters.still_wanted(dossier, each.id)
        more = f" Still wanted: {wanted[0]}" if wanted else ""
        yield Finding(Check.NO_EVIDENCE, each.side, f"{_name(each)} rests on {rests}.{more}", (each.id,))


def _double_turns(dossier: Dossier) -> Iterator[Finding]:
    for target in _every(dossier):
        answers = dossier.answers_to.get(target.id, [])
        links = [each.answering_id for each in answers if each.response is ResponseType.LINK_TURN]
        impacts = [each.answering_id for each in answers if each.response is ResponseType.IMPACT_TURN]
        for one in links:
            for two in impacts:
                first, second = dossier.arguments[one], dossier.arguments[two]
                reason = (
                    f"{_name(first)} says that {_name(target)} goes the other way, and {_name(second)} that it would"
                    " be good if it came: together they argue for the other side. Keep one of them."
                )
                yield Finding(Check.DOUBLE_TURN, first.side, reason, (one, two, target.id))


def _contradictions(dossier: Dossier) -> Iterator[Finding]:
    for side in BOTH:
        own = {each.id: claims.of(each.claim) for each in dossier.in_order(side)}
        found = [*_opposed(dossier, side, own), *_denied(dossier, side, own), *_indicted(dossier, side)]
        place = dossier.order
        yield from sorted(found, key=lambda each: [place[number] for number in each.arguments])


def _opposed(dossier: Dossier, side: Side, own: Mapping[int, claims.Claim]) -> Iterator[Finding]:
    denying = {number: claim for number, claim in own.items() if claim.negated}
    saying = {number: claim for number, claim in own.items() if not claim.negated}
    for pair in claims.near_pairs(saying, denying):
        first, second = (dossier.arguments[number] for number in sorted(pair, key=dossier.order.__getitem__))
        reason = f"{_name(first)} and {_name(second)} seem to say the opposite of each other."
        yield Finding(Check.CONTRADICTION, side, reason, (first.id, second.id))


def _denied(dossier: Dossier, side: Side, own: Mapping[int, claims.Claim]) -> Iterator[Finding]:
    denials = [
        each
        for each in dossier.answers
        if each.response is ResponseType.NOT_TRUE and dossier.arguments[each.answering_id].side is side
    ]
    denied = {each.target_id: claims.of(dossier.arguments[each.target_id].claim) for each in denials}
    said: dict[int, list[int]] = {}
    for ours, theirs in claims.near_pairs(own, denied):
        if own[ours].negated is denied[theirs].negated:
            said.setdefault(theirs, []).append(ours)
    for each in denials:
        for ours in said.get(each.target_id, ()):
            if ours != each.answering_id:
                first, second = dossier.arguments[each.answering_id], dossier.arguments[ours]
                target = _name(dossier.arguments[each.target_id])
                reason = f"{_name(first)} calls {target} not true, and {_name(second)} says much the same ourselves."
                yield Finding(Check.CONTRADICTION, side, reason, (first.id, second.id, each.target_id))


def _indicted(dossier: Dossier, side: Side) -> Iterator[Finding]:
    users: dict[tuple[str, int], list[int]] = {}
    for each in dossier.in_order(side):
        for key in _evidence(dossier, each.id):
            users.setdefault(key, []).append(each.id)
    for answer in dossier.answers:
        if answer.response is not ResponseType.WEAK_SOURCE or dossier.arguments[answer.answering_id].side is not side:
            continue
        ours = {number for key in _evidence(dossier, answer.target_id) for number in users.get(key, ())}
        for number in sorted(ours - {answer.answering_id}):
            first, second = dossier.arguments[answer.answering_id], dossier.arguments[number]
            target = _name(dossier.arguments[answer.target_id])
            reason = f"{_name(first)} calls the evidence of {target} weak, and {_name(second)} rests on it too."
            yield Finding(Check.CONTRADICTION, side, reason, (first.id, second.id, answer.target_id))


def _evidence(dossier: Dossier, number: int) -> Iterator[tuple[str, int]]:
    for each in dossier.supports.get(number, ()):
        if each.card_id is not None:
            yield "card", each.card_id
        elif each.position_id is not None:
            yield "position", each.position_id


def _both_sides(dossier: Dossier) -> Iterator[Finding]:
    for number, sides in sorted(_card_users(dossier).items()):
        if len(sides) > 1:
            card = dossier.cards[number]
            pro, con = (sides[side][0][0] for side in BOTH)
            reason = f"The card “{card.tag or card.quote}” stands for Pro in {pro} and for Con in {con}."
            every = [argument for side in BOTH for _, argument in sides[side] if argument]
            yield Finding(Check.BOTH_SIDES, Side.NEITHER, reason, _once(every), (number,))


def _card_users(dossier: Dossier) -> dict[int, dict[Side, list[tuple[str, int]]]]:
    """Return where each card is used, by side: the name of the place, and the argument if it is one."""
    found: dict[int, dict[Side, list[tuple[str, int]]]] = {}
    for argument in _every(dossier):
        for each in dossier.supports.get(argument.id, ()):
            if each.card_id is not None and each.card_id in dossier.cards:
                place = (_name(argument), argument.id)
                found.setdefault(each.card_id, {}).setdefault(argument.side, []).append(place)
    for side, node, item in dossier.items:
        if item.card_id is not None and item.card_id in dossier.cards:
            place = (f"“{node.section.title}”", 0)
            found.setdefault(item.card_id, {}).setdefault(side, []).append(place)
    return found


def _cited(dossier: Dossier) -> dict[tuple[Side, int], tuple[list[int], list[int]]]:
    """Return the arguments and cards that lean on each source, by side and source; source 0 is none."""
    found: dict[tuple[Side, int], tuple[list[int], list[int]]] = {}
    for argument in _every(dossier):
        for each in dossier.supports.get(argument.id, ()):
            card, position = dossier.cards.get(each.card_id or 0), dossier.positions.get(each.position_id or 0)
            if not each.kind.takes_cite or (card is None and position is None):
                continue
            number = (card.source_id if card else position.source_id if position else None) or 0
            users, cards = found.setdefault((argument.side, number), ([], []))
            users.append(argument.id)
            if card is not None:
                cards.append(card.id)
    return found


def _cites(dossier: Dossier) -> Iterator[Finding]:
    for (side, number), (users, cards) in _cited(dossier).items():
        source = dossier.sources.get(number)
        if source is None:
            bare = [each for each in cards if not dossier.cards[each].cite.strip()]
            gaps = "it has no cite at all" if bare else ""
            what = f"The card “{dossier.cards[bare[0]].tag}”" if bare else ""
            cards = bare
        else:
            gaps = "; ".join(citation.missing(source))
            what = _said(source)
        if gaps:
            reason = f"{what} cannot be cited in full: {gaps}."
            yield Finding(Check.CITE, side, reason, _once(users), _once(cards), number)


def _said(source: Source) -> str:
    cite = citation.short_cite(source).text.replace("°", "")
    return f"“{source.title}” ({cite})" if source.title else cite


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))


def _old(dossier: Dossier) -> Iterator[Finding]:
    since = dossier.topic.evidence_since
    for (side, number), (users, cards) in _cited(dossier).items():
        source = dossier.sources.get(number)
        if source is not None and source.issued is not None and source.issued.year < since:
            reason = f"{_said(source)} is from before {since}: check what has changed since."
            yield Finding(Check.OLD, side, reason, _once(users), _once(cards), number)


def _over_time(form: Format, case_seconds: Mapping[Side, int]) -> Iterator[Finding]:
    for side in BOTH:
        allowed, takes = form.case_seconds(side), case_seconds.get(side, 0)
        if allowed and takes > allowed:
            over = f"The {side.label} case takes {clock(takes)} to read, {clock(takes - allowed)} over the speech's"
            yield Finding(Check.OVER_TIME, side, f"{over} {clock(allowed)}.")


_RULES: dict[Check, Callable[[Dossier], Iterator[Finding]]] = {
    Check.OPEN: _open,
    Check.NO_EVIDENCE: _no_evidence,
    Check.DOUBLE_TURN: _double_turns,
    Check.CONTRADICTION: _contradictions,
    Check.BOTH_SIDES: _both_sides,
    Check.CITE: _cites,
    Check.OLD: _old,
}
