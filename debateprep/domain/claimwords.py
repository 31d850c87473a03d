"""The words by which a claim is held back, pushed to the limit, or made into a cause: data for the overclaim check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from debateprep.domain.words import words


class Hedging(StrEnum):
    """How a hedge holds a claim back."""

    MODAL = "modal"
    DEGREE = "degree"
    EVIDENCE = "evidence"
    INTENT = "intent"
    FREQUENCY = "frequency"
    QUANTITY = "quantity"
    NUMBER = "number"
    CONDITION = "condition"


Phrase = tuple[str, ...]


def _phrases(lines: str) -> tuple[Phrase, ...]:
    parts = (tuple(word.folded for word in words(part)) for part in lines.split(","))
    return tuple(sorted((part for part in parts if part), key=len, reverse=True))


HEDGES: dict[Hedging, tuple[Phrase, ...]] = {
    Hedging.MODAL: _phrases("may, might, could, can, may well, might well, could well"),
    Hedging.DEGREE: _phrases("almost, nearly, all but, virtually, practically, next to"),
    Hedging.EVIDENCE: _phrases(
        "likely, probably, possibly, perhaps, maybe, potentially, potential, arguably, apparently, presumably,"
        " reportedly, allegedly, supposedly, seemingly, suggest, suggests, suggested, suggesting, indicate,"
        " indicates, indicated, appear, appears, appeared, seem, seems, seemed, tend, tends, tended, suspect,"
        " suspects, suspected, speculate, speculates, speculation, estimate, estimates, expected, forecast,"
        " forecasts, predict, predicts, predicted, in theory, it is possible, there is a chance, there is a risk,"
        " runs the risk, at risk of, is thought, are thought, is believed, are believed, is said to, are said to,"
        " hint, hints, hinted, point to, points to"
    ),
    Hedging.INTENT: _phrases(
        "plan to, plans to, planned to, planning to, hope to, hopes to, hoped to, aim to, aims to, aimed to,"
        " intend to, intends to, intended to, want to, wants to, wanted to, prepared to, ready to, willing to,"
        " pledge to, pledges to, pledged to, promise to, promises to, promised to, propose to, proposes to,"
        " proposed to, consider, considers, considering, seek to, seeks to, sought to, try to, tries to, tried to,"
        " trying to, attempt to, attempted to, meant to, designed to, supposed to"
    ),
    Hedging.FREQUENCY: _phrases(
        "sometimes, often, usually, occasionally, generally, typically, frequently, rarely, seldom, at times, in"
        " most cases, in some cases, in many cases, for the most part, by and large, on average, as a rule,"
        " normally, commonly"
    ),
    Hedging.QUANTITY: _phrases(
        "some, many, most, several, few, a few, a number of, a minority, a majority, most of, some of, many of,"
        " part of, partly, partially, in part, largely, mostly, mainly, chiefly, in large part, to some extent, to"
        " a degree, not all, not every, not always, one of the, among the"
    ),
    Hedging.NUMBER: _phrases(
        "up to, at most, as many as, as much as, no more than, fewer than, less than, almost, nearly, about,"
        " around, roughly, approximately, an estimated, estimated, some, close to, just under, just over, just"
        " below, about half, nearly half, under, a maximum of, or so"
    ),
    Hedging.CONDITION: _phrases(
        "if, unless, provided that, provided, only if, as long as, so long as, assuming, in case"
    ),
}

# What in a tag keeps a hedge of each sort, besides the same sort.
KEEPERS: dict[Hedging, tuple[Phrase, ...]] = {
    Hedging.MODAL: _phrases(
        "would, able, possible, possibly, possibility, likely, unlikely, risk, risks, chance, potential, threat,"
        " threatens, danger, fear, fears, allow, allows, let, lets, enable, enables, help, helps, enough, way to,"
        " whether, if, should, option, prospect, capable, need not, not always, lead to doubt, in doubt, doubt,"
        " uncertain"
    ),
    Hedging.DEGREE: _phrases("close to, near, nigh, most, just short"),
    Hedging.EVIDENCE: _phrases(
        "may, might, could, would, possible, possibility, likelihood, unlikely, risk, chance, prospect, think,"
        " thinks, thought, believe, believes, believed, fear, fears, hope, hopes, claim, claims, argue, argues,"
        " says, say, theory, whether, sign, signs, evidence, doubt, uncertain, expects, expect, studies, study,"
        " research, view, opinion"
    ),
    Hedging.INTENT: _phrases(
        "will, would, should, may, might, could, can, plan, plans, proposal, proposals, hope, hopes, aim, aims,"
        " intends, want, wants, prepared, ready, willing, pledge, pledges, promise, promises, proposes, seeks,"
        " tries, attempt, attempts, readiness, offer, offers, wish, wishes, must, goal"
    ),
    Hedging.FREQUENCY: _phrases(
        "many, most, some, may, might, can, could, tend, tends, likely, average, not always, mostly, largely, rare,"
        " common, usual, mainly, several, few, more often, less often"
    ),
    Hedging.QUANTITY: _phrases(
        "a leading, a major, a chief, a top, partial, half, third, quarter, majority, minority, sometimes, often,"
        " usually, more, fewer, less, may, might, can, could, almost, nearly, certain, those who, these, others,"
        " people who, too many, generally, typically, tend, tends"
    ),
    Hedging.NUMBER: _phrases("over, more than, at least, maximum, limit, cap, capped, max, below, may, might, could"),
    Hedging.CONDITION: _phrases(
        "when, where, whenever, without, with, once, until, would, could, may, might, depends, should, by, than,"
        " as, even, conditional, condition, otherwise, whether, risk, whose, who, that, while, for"
    ),
}


@dataclass(frozen=True, slots=True)
class Absolute:
    """Words that push a claim to the limit, what in a quotation bears them out, and what must be there to object.

    `against` empty means that nothing needs to: the words alone must be borne out.
    """

    name: str
    said: tuple[Phrase, ...]
    borne_out: tuple[Phrase, ...]
    against: tuple[Phrase, ...] = ()


_UNIVERSAL = (
    "all, every, everyone, everybody, everything, everywhere, always, whole, entire, entirely, completely,"
    " totally, fully, wholly, each, any, anyone, anybody, anything, no, none, never, nobody, no one, nothing,"
    " universal, universally, without exception, whoever, whatever, both, invariably, throughout, whenever,"
    " wherever, across the board, ever, yearly, annual, annually, daily, weekly, monthly, nightly, hourly"
)
_NEGATIVE = (
    "never, no, none, nobody, no one, nothing, nowhere, neither, nor, cannot, can't, impossible, not any, not"
    " ever, at no, not once, without, not one, not a single, unable, won't ever"
)
ABSOLUTES: tuple[Absolute, ...] = (
    Absolute(
        "proof",
        _phrases(
            "prove, proves, proved, proven, proof, undeniable, undeniably, indisputable, irrefutable,"
            " undoubtedly, certainly, definitely, definitive, definitively, inevitable, inevitably, guarantee,"
            " guarantees, guaranteed, ensure, ensures, ensured, beyond doubt, no doubt, certain to, sure to, bound"
            " to, unquestionably, conclusively"
        ),
        _phrases(
            "prove, proves, proved, proven, proof, certain, certainly, definitely, definitive, inevitable,"
            " inevitably, guarantee, guarantees, guaranteed, ensure, ensures, ensured, ensuring, sure, surely, no"
            " doubt, undeniable, undoubtedly, indisputable, bound to, must, conclusive, conclusively, beyond"
            " doubt, always, make sure, confirm, confirms, confirmed, establish, established, unavoidable,"
            " unquestionably, without fail, assure, assured, assures, cannot be denied, nobody denies, no one"
            " denies, no accident"
        ),
    ),
    Absolute(
        "only",
        _phrases("only, sole, solely, exclusively, the one thing, single-handedly"),
        _phrases(
            "only, sole, solely, alone, exclusively, just, merely, nothing but, no other, none but, except,"
            " unless, nobody else, no one else, single, simply, purely, unique, uniquely, nothing else, no more"
            " than, limited to, but, without"
        ),
    ),
    Absolute(
        "universal",
        _phrases(
            "all, every, everyone, everybody, everything, everywhere, always, entirely, completely, totally,"
            " fully, wholly, invariably, without exception"
        ),
        _phrases(_UNIVERSAL),
    ),
    Absolute(
        "never",
        _phrases("never, none, nobody, no one, nowhere, impossible, nothing"),
        _phrases(_NEGATIVE + ", hardly any, scarcely any, fails every"),
    ),
    Absolute("cannot", _phrases("cannot, can't"), _phrases(_NEGATIVE + ", not, n't, fail, fails, failed, lack, lacks")),
    Absolute(
        "no", _phrases("no"), _phrases(_NEGATIVE + ", not"), _phrases("few, little, rarely, seldom, hardly, scarcely")
    ),
    Absolute(
        "must",
        _phrases("must"),
        _phrases(
            "must, have to, has to, had to, need, needs, needed, necessary, necessarily, require, requires,"
            " required, essential, cannot, vital, imperative, indispensable, obliged, obligation, no choice, no"
            " alternative, owe, duty, ought"
        ),
    ),
    Absolute(
        "agreed",
        _phrases("unanimous, unanimously, consensus"),
        _phrases(_UNIVERSAL + ", unanimous, unanimously, unanimity, consensus, nobody disagrees"),
    ),
    Absolute(
        "first of all",
        _phrases("biggest, largest, greatest, worst, best, highest, lowest, strongest, weakest, gravest, deadliest"),
        _phrases(
            "biggest, largest, greatest, worst, best, highest, lowest, strongest, weakest, gravest, deadliest, most,"
            " least, chief, main, leading, first, foremost, record, than any other, top, unrivalled, none, nothing"
        ),
        _phrases("big, bigger, large, larger, great, bad, worse, good, better, high, low, strong, weak, grave, deadly"),
    ),
    Absolute(
        "ended",
        _phrases(
            "eliminate, eliminates, eliminated, eliminating, eradicate, eradicates, abolishes, solve, solves,"
            " solved, cure, cures, cured, ends, end, ended, wipes out, destroys, destroyed, prevents, prevented,"
            " stops, stopped"
        ),
        _phrases(
            "eliminate, eliminates, eliminated, eliminating, elimination, eradicate, eradicates, eradicated,"
            " abolish, abolishes, solve, solves, solved, solution, cure, cures, cured, end, ends, ended, wipe out,"
            " wipes out, wiped out, destroy, destroys, destroyed, prevent, prevents, prevented, prevention, stop,"
            " stops, stopped, stopping, remove, removes, removed, away, gone, nothing, no more, no longer, zero,"
            " block, blocks, halt, halts"
        ),
        _phrases(
            "reduce, reduces, reduced, reducing, reduction, lower, lowers, lowered, lessen, lessens, ease, eases,"
            " eased, curb, curbs, limit, limits, limited, cut, cuts, fewer, less, mitigate, mitigates, mitigated,"
            " discourage, discourages, discouraged, slow, slows, slowed, help, helps, helped, improve, improves,"
            " improved, decline, declined, fell, soften, softens, shrink, shrinks, shrank"
        ),
    ),
)

# A word of an absolute that is none where one of these stands around it.
HARMLESS: tuple[Phrase, ...] = _phrases(
    "who must, that must, which must, at all, after all, above all, all but, all the same, for all, not all, not"
    " every, not everyone, not everything, not always, not only, if only, the only way to see, all in all, first"
    " of all, no doubt, no longer, no more than, no accident, not entirely, not fully, not completely, not"
    " inevitable, not proven, not prove, does not prove, do not prove, no proof, not guarantee, nothing but, all"
    " too, almost all, nearly all, almost every, nearly every, almost always, nearly always, almost never, almost"
    " certain, almost certainly, nearly everyone, almost everyone, no matter, no wonder, all along, need not, only"
    " when, only if, only after, all of a sudden, in the end, at the end, by the end, to the end, no end, end of,"
    " the end, ends of, bus stops, an end, not only when, everyday, less than certain, never mind, nothing less,"
    " once and for all, the proof, seldom proves, cannot prove, cannot guarantee, of all"
)

CAUSES = _phrases(
    "cause, causes, caused, causing, lead to, leads to, led to, leading to, result in, results in, resulted in,"
    " produce, produces, produced, trigger, triggers, triggered, drive, drives, driven by, because of, due to,"
    " thanks to, create, creates, created, make, makes, made, bring about, brings about, brought about, fuel,"
    " fuels, fuelled, fueled, spark, sparks, sparked, prevent, prevents, reduce, reduces, reduced, cut, cuts,"
    " increase, increases, increased, raise, raises, raised, boost, boosts, boosted, lower, lowers, lowered,"
    " improve, improves, improved, worsen, worsens, kill, kills, protect, protects, responsible for, effect of,"
    " harm, harms, hurt, hurts, destroy, destroys, ruin, ruins, save, saves"
)
STRONG_CAUSES = _phrases(
    "cause, causes, caused, causing, lead to, leads to, led to, leading to, result in, results in, resulted in,"
    " produce, produces, produced, trigger, triggers, triggered, drive, drives, drove, driven, because, because"
    " of, due to, thanks to, owing to, as a result, bring about, brings about, brought about, therefore,"
    " consequence, consequences, effect, effects, reason, reasons, responsible for, so that, causal, make, makes,"
    " made, fuel, fuels, fuelled, spark, sparked"
)
LINKS = _phrases(
    "associated with, association, associations, correlate, correlates, correlated, correlation, correlations,"
    " linked to, linked with, link between, links between, related to, relationship between, coincide, coincides,"
    " coincided, coincidence, go hand in hand, goes hand in hand, went hand in hand, hand in hand, along with, at"
    " the same time as, goes with, go with, went with, accompanied, accompanies, accompany, more common among,"
    " less common among, tend to have, tended to have, tended to report, risk factor, connected with, connected"
    " to, connection between, followed by, preceded by, in parallel, just as, tracks, tracked"
)
TURNED_DOWN = _phrases(
    "a link, not yet, not cause, no cause, not prove, does not cause, not because, not the cause, causes no,"
    " cause and effect"
)
# What denies the words after it, and what a tag may say instead of it.
DENIALS = frozenset("not never cannot can't hardly scarcely".split())
DENIES_NOTHING = frozenset("only just merely simply because until unless least sole".split())
DENYING = frozenset(
    "not never no nobody none nothing nor neither cannot can't hardly scarcely without fail fails failed failing"
    " failure unlikely lack lacks lacked lacking few little rarely seldom myth wrong false untrue deny denies denied"
    " refuse refuses refused avoid avoids stop stops against unable impossible doubt doubts doubtful absent far instead"
    " rather cease ceases reject rejects rejected halt halts bar bars ban bans end ends worse less fewer insufficient"
    " inadequate".split()
)
SUPERLATIVES = frozenset(
    "biggest largest greatest worst best main chief leading highest lowest strongest fastest cheapest richest poorest"
    " oldest smallest safest deadliest most least principal primary top".split()
)


def found(phrases: Iterable[Phrase], folded: Sequence[str]) -> list[tuple[int, int]]:
    """Return where phrases stand among folded words, (first, end), longer ones before shorter, none overlapping."""
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    places, place = [], 0
    while place < len(folded):
        fitting = (p for p in by_first.get(folded[place], ()) if tuple(folded[place : place + len(p)]) == p)
        length = max((len(phrase) for phrase in fitting), default=0)
        if length:
            places.append((place, place + length))
        place += length or 1
    return places
