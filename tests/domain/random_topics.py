"""Random topics, as nobody would write them, for rules that must hold on any."""

from hypothesis import strategies as st

from debateprep.domain import clash, outline
from debateprep.domain.article import PartialDate
from debateprep.domain.dossier import Dossier
from debateprep.domain.model import (
    Answer,
    Argument,
    Card,
    Heard,
    Item,
    Label,
    Round,
    Section,
    Source,
    Support,
    Topic,
)
from debateprep.domain.terms import (
    ArgumentStatus,
    ItemKind,
    Outcome,
    Part,
    ResponseType,
    SectionKind,
    Side,
    SupportKind,
)

BOTH = (Side.PRO, Side.CON)
CLAIMS = (
    "Free buses raise ridership in towns",
    "Free buses do not raise ridership in towns",
    "Free buses raise ridership in big towns",
    "Fares pay for more buses at night",
    "Fares never pay for more buses at night",
    "Tea",
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw a topic with sections, arguments, answers (asked for at random, made only where allowed) and supports."""
    count = draw(st.integers(2, 10))
    arguments = [
        Argument(
            id=number,
            topic_id=1,
            side=draw(st.sampled_from(BOTH)),
            claim=draw(st.sampled_from(CLAIMS)),
            status=draw(st.sampled_from(ArgumentStatus)),
            strength=draw(st.integers(0, 5)),
        )
        for number in range(1, count + 1)
    ]
    ids = st.integers(1, count)
    answers: list[Answer] = []
    kinds = st.sampled_from((ResponseType.LINK_TURN, ResponseType.IMPACT_TURN, ResponseType.WEAK_SOURCE,
                             ResponseType.NOT_TRUE))  # fmt: skip
    for one, two in draw(st.lists(st.tuples(ids, ids), max_size=25)):
        if not clash.objection(answers, arguments[one - 1], arguments[two - 1]):
            made = Answer(id=len(answers) + 1, answering_id=one, target_id=two, response=draw(kinds))
            answers.append(made)
    sources = [Source(id=n, title=f"S{n}", issued=draw(st.sampled_from((None, *_YEARS)))) for n in (1, 2, 3)]
    cards = [Card(id=n, tag=f"c{n}", quote="q", source_id=draw(st.sampled_from((None, 1, 2, 3)))) for n in range(1, 5)]
    supports: dict[int, list[Support]] = {}
    for number, (owner, card) in enumerate(draw(st.lists(st.tuples(ids, st.integers(0, 4)), max_size=12)), 1):
        kind = SupportKind.QUOTED if card else SupportKind.REASONING
        made_support = Support(id=number, argument_id=owner, kind=kind, card_id=card or None, text="t")
        supports.setdefault(owner, []).append(made_support)
    outlines = {side: _outline(draw, side, arguments) for side in BOTH}
    numbers: dict[int, str] = {}
    for side in BOTH:
        numbers |= outline.argument_numbers(outlines[side][Part.CASE])
    rounds = {1: Round(id=1, topic_id=1, name="R1")}
    heard: dict[int, list[Heard]] = {}
    for number, (owner, outcome) in enumerate(draw(st.lists(st.tuples(ids, st.sampled_from(Outcome)), max_size=5)), 1):
        heard.setdefault(owner, []).append(Heard(id=number, round_id=1, argument_id=owner, outcome=outcome))
    key = Label(id=1, name="key")
    labels: dict[int, tuple[Label, ...]] = dict.fromkeys(draw(st.sets(ids, max_size=4)), (key,))
    return Dossier(
        Topic(id=1, resolution="Resolved: buses.", evidence_since=draw(st.sampled_from((0, 2010)))),
        {each.id: each for each in arguments},
        answers,
        supports,
        {},
        {each.id: each for each in cards},
        {each.id: each for each in sources},
        {},
        outlines,
        numbers,
        rounds=rounds,
        heard=heard,
        labels=labels,
        unverified=frozenset(draw(st.sets(st.integers(1, 4), max_size=2))),
    )


_YEARS = (PartialDate(2005), PartialDate(2015, 3))


def _outline(draw: st.DrawFn, side: Side, arguments: list[Argument]) -> dict[Part, tuple[outline.Node, ...]]:
    base = 100 if side is Side.PRO else 200
    kinds = st.sampled_from((SectionKind.CONTENTION, SectionKind.OVERVIEW, SectionKind.SUBPOINT))
    sections = [
        Section(
            id=base + n,
            brief_id=1,
            parent_id=(base + draw(st.integers(1, n - 1)) if n > 1 and draw(st.booleans()) else None),
            kind=draw(kinds),
            part=Part.CASE,
            title=f"s{n}",
            rank=draw(st.integers(0, 2)),
        )
        for n in range(1, draw(st.integers(2, 5)))
    ]
    own = [each.id for each in arguments if each.side is side]
    items = [
        Item(
            id=base + n,
            section_id=draw(st.sampled_from(sections)).id,
            kind=ItemKind.ARGUMENT,
            argument_id=draw(st.sampled_from(own)),
            rank=draw(st.integers(0, 2)),
        )
        for n in range(1, (draw(st.integers(1, 6)) if own else 1))
    ]
    return {part: outline.tree(sections, items, part) for part in Part}
